//! One name: how it is spelled, by whom, and in which articles each spelling stands.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::{Record, Rows, names};
use crate::render::days;
use crate::web::address::{Address, link};
use crate::web::answer::Answer;
use crate::web::desk::Desk;
use crate::web::layout;
use crate::web::links::{self, Links};
use crate::web::page::articles;
use crate::web::page::overview::cell_of_number;
use crate::web::paging::Paging;
use crate::web::shown::{cell_or_dash, excerpt, line};

/// Articles on a page.
const SIZE: u32 = 50;

/// The page.
pub fn answer(archive: &Archive, address: &Address, kind: &str, name: &str, desk: Option<&Desk>) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    // What was merged into another name is found there.
    if let Some(whole) = archive.read(|connection| names::whole(connection, kind, name))?.filter(|whole| whole != name)
    {
        return Ok(Answer::redirection(&links::name(kind, &whole)));
    }
    let (spellings, mut met) = archive.read(|connection| {
        Ok((
            names::spellings(connection, kind, name)?,
            names::met(connection, kind, name, paging.limit(), paging.offset())?,
        ))
    })?;
    paging.cut(&mut met);
    let title = line(name);
    let content = html! {
        h1 { bdi { (title) } " " span.day { (line(kind)) } }
        @if kind == "place" { p { a href=(link(&[], &[("place", name)])) { "Incidents there" } } }
        section aria-labelledby="spellings" {
            h2 id="spellings" { "Spellings" }
            (spelling_table(&spellings))
        }
        section aria-labelledby="met" {
            h2 id="met" { "Where it was met" }
            @if met.rows.is_empty() { p { "In no article in its latest version." } } @else { (met_table(&met)) (paging.links(address)) }
        }
        @if let Some(desk) = desk { (super::review::same::of_name(desk, kind, name)) }
    };
    Ok(Answer::page(200, layout::page(&title, "/names", &content)))
}

fn spelling_table(rows: &Rows) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-labelledby="spellings" {
            table {
                thead { tr { th scope="col" { "Spelling" } th.number scope="col" { "Times" } th.number scope="col" { "Articles" } th.number scope="col" { "Publishers" } th scope="col" { "Met in" } } }
                tbody {
                    @for record in rows.records() {
                        tr {
                            th scope="row" { bdi { (cell_or_dash(&record, "spelling")) } }
                            @for column in ["occurrences", "articles", "publishers"] { td.number { (cell_of_number(&record, column)) } }
                            td { (excerpt(&record.text("met_in").unwrap_or("–").replace(',', ", "), 200)) }
                        }
                    }
                }
            }
        }
    }
}

fn met_table(rows: &Rows) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-labelledby="met" {
            table {
                thead { tr { th scope="col" { "Article" } th scope="col" { "Publisher" } th scope="col" { "Published" } th scope="col" { "Spelled" } th.number scope="col" { "Times" } } }
                tbody { @for record in rows.records() { (met_row(&record)) } }
            }
        }
    }
}

fn met_row(record: &Record<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { a href=(Links::Served.article(record.text("sha256").unwrap_or_default())) { (articles::name(record)) } }
            td { (cell_or_dash(record, "publisher")) }
            td.day { (record.text("published_on").map_or_else(|| "–".to_owned(), days::long)) }
            td { bdi { (cell_or_dash(record, "spelling")) } }
            td.number { (cell_of_number(record, "occurrences")) }
        }
    }
}
