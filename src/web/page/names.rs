//! The names of places, people and bodies, the most often written first, each with all of its spellings.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::{Record, Rows, names};
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout;
use crate::web::links;
use crate::web::page::overview::cell_of_number;
use crate::web::paging::Paging;
use crate::web::shown::{cell_or_dash, excerpt};

/// Names on a page.
const SIZE: u32 = 50;
/// The kinds of name, and what they are called here.
const KINDS: [(&str, &str); 3] = [("place", "places"), ("person", "people"), ("body", "bodies")];

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    let kind = address.parameter("kind");
    let spelling = address.parameter("spelling");
    let mut rows =
        archive.read(|connection| names::page(connection, kind, spelling, paging.limit(), paging.offset()))?;
    paging.cut(&mut rows);
    let content = html! {
        h1 { "Names" }
        p { "One name may be spelled in several ways; the spellings are brought together, and a place is found under any of them." }
        (choice(address, kind, spelling))
        @if rows.rows.is_empty() { p { "There is no such name." } } @else { (table(&rows)) (paging.links(address)) }
    };
    Ok(Answer::page(200, layout::page("Names", "/names", &content)))
}

fn choice(address: &Address, chosen: Option<&str>, spelling: Option<&str>) -> Markup {
    html! {
        div.choice {
            p {
                "Show: " a href=(address.without("page").with("kind", None)) aria-current=[chosen.is_none().then_some("true")] { "all" }
                @for (kind, name) in KINDS {
                    " · " a href=(address.without("page").with("kind", Some(kind))) aria-current=[(chosen == Some(kind)).then_some("true")] { (name) }
                }
            }
            form action="/names" {
                @if let Some(kind) = chosen { input type="hidden" name="kind" value=(kind); }
                label for="spelling" { "A part of a spelling " }
                input id="spelling" name="spelling" type="search" value=[spelling] size="14";
                button type="submit" { "Show" }
            }
        }
    }
}

fn table(rows: &Rows) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-label="Names" {
            table {
                thead { tr { th scope="col" { "Name" } th scope="col" { "Kind" } th.number scope="col" { "Times" } th.number scope="col" { "Spellings" } th scope="col" { "Spelled" } } }
                tbody { @for record in rows.records() { (row(&record)) } }
            }
        }
    }
}

fn row(record: &Record<'_>) -> Markup {
    let [kind, name] = ["kind", "name"].map(|column| record.text(column).unwrap_or_default());
    html! {
        tr {
            th scope="row" { a href=(links::name(kind, name)) { bdi { (excerpt(name, 80)) } } }
            td { (cell_or_dash(record, "kind")) }
            td.number { (cell_of_number(record, "occurrences")) }
            td.number { (cell_of_number(record, "spellings")) }
            td { bdi { (excerpt(record.text("spelled").unwrap_or_default(), 200)) } }
        }
    }
}
