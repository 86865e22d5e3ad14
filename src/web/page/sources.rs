//! On whose word it all stands: the sources and other outlets, and which publishers rely on each, as a picture and a table.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::{Record, Rows, sources};
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::chart::family::{Family, legend};
use crate::web::chart::reliance::{self, Reliance};
use crate::web::layout::{self, number_of, word};
use crate::web::links;
use crate::web::paging::Paging;
use crate::web::shown::{excerpt, line};

/// Sources on a page.
const SIZE: u32 = 40;
/// So many publishers of one source are named.
const MOST_NAMED: usize = 8;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let paging = Paging::of(address, SIZE);
    let wanted = address.parameter("source");
    let (rows, outlets) = archive.read(|connection| {
        let rows = sources::page(connection, wanted, paging.limit(), paging.offset())?;
        let outlets = if address.page() == 1 { sources::outlets(connection, wanted)? } else { Rows::default() };
        Ok((rows, outlets))
    })?;
    let mut cited = brought_together(&rows);
    let paging = paging.after(cited.len());
    cited.truncate(SIZE as usize);
    cited.sort_by_key(|one| std::cmp::Reverse(one.claims()));
    let through = brought_together(&outlets);
    let ties = reliances(&cited, &through);
    let content = html! {
        h1 { "Sources" }
        form.choice action="/sources" {
            label for="source" { "A part of a name " }
            input id="source" name="source" type="search" value=[wanted] size="14";
            button type="submit" { "Show" }
        }
        @if cited.is_empty() && through.is_empty() { p { "No claim names such a source." } }
        (reliance::picture(&ties))
        (legend(&ties.iter().map(|tie| tie.family).collect::<Vec<_>>(), false))
        @if !cited.is_empty() {
            section aria-labelledby="cited" { h2 id="cited" { "On whose word" } (table(&cited, "cited", true)) (paging.links(address)) }
        }
        @if !through.is_empty() {
            section aria-labelledby="outlets" { h2 id="outlets" { "Through which other outlets" } (table(&through, "outlets", false)) }
        }
    };
    Ok(Answer::page(200, layout::page("Sources", "/sources", &content)))
}

/// One source and the publishers that rely on it.
struct Cited {
    name: String,
    kind: Option<String>,
    /// Each with how many claims; no name where the publisher is not known.
    publishers: Vec<(Option<String>, i64)>,
    articles: i64,
}

impl Cited {
    fn claims(&self) -> i64 {
        self.publishers.iter().map(|(_, claims)| claims).sum()
    }
}

/// Rows of one source, which lie together or not, as one.
fn brought_together(rows: &Rows) -> Vec<Cited> {
    let mut cited: Vec<Cited> = Vec::new();
    for record in rows.records() {
        let name = record.text("source").unwrap_or_default();
        let publisher = (record.string("publisher"), record.integer("claims").unwrap_or_default());
        let articles = record.integer("articles").unwrap_or_default();
        match cited.iter_mut().find(|known| known.name.eq_ignore_ascii_case(name) && known.kind == kind(&record)) {
            Some(known) => {
                known.publishers.push(publisher);
                known.articles += articles;
            }
            None => {
                cited.push(Cited { name: name.to_owned(), kind: kind(&record), publishers: vec![publisher], articles });
            }
        }
    }
    cited
}

fn kind(record: &Record<'_>) -> Option<String> {
    record.string("source_type")
}

fn reliances(cited: &[Cited], through: &[Cited]) -> Vec<Reliance> {
    let of = |one: &Cited, family: Family| -> Vec<Reliance> {
        let named = one
            .publishers
            .iter()
            .map(|(publisher, claims)| (publisher.as_deref().unwrap_or("publisher unknown"), *claims));
        named
            .map(|(publisher, claims)| Reliance { publisher: line(publisher), source: line(&one.name), family, claims })
            .collect()
    };
    let words = cited.iter().flat_map(|one| of(one, Family::of(one.kind.as_deref(), None)));
    words.chain(through.iter().flat_map(|one| of(one, Family::Media))).collect()
}

fn table(cited: &[Cited], id: &str, is_linked: bool) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-labelledby=(id) {
            table {
                thead { tr { th scope="col" { "Source" } th scope="col" { "Kind" } th.number scope="col" { "Claims" } th.number scope="col" { "Articles" } th scope="col" { "Relied on by" } } }
                tbody {
                    @for one in cited {
                        tr {
                            th scope="row" { @if is_linked { a href=(links::source(&one.name)) { (excerpt(&one.name, 90)) } } @else { (excerpt(&one.name, 90)) } }
                            td { (one.kind.as_deref().map(word).unwrap_or_default()) }
                            td.number { (one.claims()) }
                            td.number { (one.articles) }
                            td { (relying(one)) }
                        }
                    }
                }
            }
        }
    }
}

fn relying(one: &Cited) -> String {
    let mut names: Vec<String> = one
        .publishers
        .iter()
        .take(MOST_NAMED)
        .map(|(publisher, claims)| {
            format!("{} ({claims})", publisher.as_deref().map_or_else(|| "publisher unknown".to_owned(), line))
        })
        .collect();
    let left_out = one.publishers.len().saturating_sub(MOST_NAMED);
    if left_out > 0 {
        names.push(format!("and {}", number_of(i64::try_from(left_out).unwrap_or(i64::MAX), "other")));
    }
    names.join(", ")
}
