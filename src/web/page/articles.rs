//! All articles, or those of one publisher, the latest first.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::{Record, Rows, articles};
use crate::render::days;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout;
use crate::web::links::{self, Links, digits};
use crate::web::paging::Paging;
use crate::web::shown::{cell, cell_or_dash, excerpt, line};

/// Articles on a page.
const SIZE: u32 = 50;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    let publisher = address.parameter("publisher");
    let mut rows = archive.read(|connection| articles::page(connection, publisher, paging.limit(), paging.offset()))?;
    paging.cut(&mut rows);
    let title = publisher.map_or_else(|| "Articles".to_owned(), |publisher| format!("Articles of {}", line(publisher)));
    let content = html! {
        h1 { (title) }
        @if publisher.is_some() { p { a href="/articles" { "Articles of all publishers" } } }
        @if rows.rows.is_empty() { p { "There are none here." } }
        @else { (table(&rows, Links::Served)) (paging.links(address)) }
    };
    Ok(Answer::page(200, layout::page(&title, "/articles", &content)))
}

/// Articles as a table: title, publisher, day, hash.
pub fn table(rows: &Rows, to: Links) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-label="Articles" {
            table {
                thead { tr { th scope="col" { "Article" } th scope="col" { "Publisher" } th scope="col" { "Published" } th scope="col" { "SHA-256" } } }
                tbody { @for record in rows.records() { (row(&record, to)) } }
            }
        }
    }
}

fn row(record: &Record<'_>, to: Links) -> Markup {
    let sha256 = record.text("sha256").unwrap_or_default();
    let versions = record.integer("versions").unwrap_or(1);
    html! {
        tr id=[to.is_report().then(|| to.article_id(sha256))] {
            th scope="row" {
                @if to == Links::Served { a href=(to.article(sha256)) { (name(record)) } } @else { (name(record)) }
                @if versions > 1 { " " span.day { (versions) " versions" } }
            }
            td {
                @match (record.text("publisher"), to) {
                    (Some(publisher), Links::Served) => { a href=(links::publisher(publisher)) { (cell_or_dash(record, "publisher")) } }
                    _ => { (cell_or_dash(record, "publisher")) }
                }
            }
            td.day { (record.text("published_on").map_or_else(|| "–".to_owned(), days::long)) }
            td { @if to == Links::Served { code { (digits(sha256)) } } @else { code.whole { (sha256) } } }
        }
    }
}

/// An article by its title, otherwise by its address or path.
pub fn name(record: &Record<'_>) -> String {
    let text = cell(record, "title").or_else(|| cell(record, "article"));
    excerpt(&text.unwrap_or_else(|| "without a title".to_owned()), 140)
}
