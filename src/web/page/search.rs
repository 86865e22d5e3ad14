//! Full-text search: the articles with the words, the passages where they stand, and how they are spread over publishers and years.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::search::{self, Found};
use crate::query::{Record, Rows};
use crate::render::days;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout::{self, number_of};
use crate::web::links::Links;
use crate::web::page::articles;
use crate::web::paging::Paging;
use crate::web::shown::{cell, line};

/// Articles on a page.
const SIZE: u32 = 20;
/// So many values of a facet are offered.
const MOST_VALUES: usize = 16;

/// The page; without words it says what can be asked.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let Some(words) = address.parameter("q") else {
        let content = html! { h1 { "Search" } (advice()) };
        return Ok(Answer::page(200, layout::page("Search", "", &content)));
    };
    let mut paging = Paging::of(address, SIZE);
    let (publisher, year) = (address.parameter("publisher"), address.parameter("year"));
    let mut found =
        archive.read(|connection| search::page(connection, words, publisher, year, paging.limit(), paging.offset()))?;
    paging.cut(&mut found.articles);
    let title = format!("Search: {}", line(words));
    let content = html! {
        h1 { (title) }
        p role="status" { (number_of(total(&found.facets), "article")) }
        div.faceted {
            div {
                @if found.articles.rows.is_empty() { (advice()) }
                ol.found start=(paging.offset() + 1) { @for record in found.articles.records() { (hit(&record)) } }
                (paging.links(address))
            }
            (facets(&found, address))
        }
    };
    Ok(Answer::page(200, layout::page_with_search(&title, "", words, &content)))
}

fn advice() -> Markup {
    html! {
        p { "All words must occur. " code { "\"several words\"" } " as they stand, " code { "-word" } " must not occur, " code { "word*" } " is a beginning." }
    }
}

fn total(facets: &Rows) -> i64 {
    let all = facets.records().find(|record| record.text("facet") == Some("all"));
    all.and_then(|record| record.integer("articles")).unwrap_or_default()
}

fn hit(record: &Record<'_>) -> Markup {
    html! {
        li {
            h2 { a href=(Links::Served.article(record.text("sha256").unwrap_or_default())) { (articles::name(record)) } }
            p.issue {
                (cell(record, "publisher").unwrap_or_else(|| "publisher unknown".to_owned()))
                @if let Some(day) = record.text("published_on") { " · " (days::long(day)) }
            }
            p dir="auto" { (passage(record.text("passage").unwrap_or_default())) }
        }
    }
}

/// The words that were found stand between the characters 1 and 2. A text that has these characters itself can mark other
/// words, and nothing else.
fn passage(passage: &str) -> Markup {
    let pieces: Vec<(&str, &str)> = passage
        .split('\u{1}')
        .enumerate()
        .map(|(index, piece)| if index == 0 { ("", piece) } else { piece.split_once('\u{2}').unwrap_or(("", piece)) })
        .collect();
    html! {
        @for (marked, plain) in pieces {
            @if !marked.is_empty() { mark { (spaced(marked)) } }
            (spaced(plain))
        }
    }
}

/// On one line, with a space where there was one at an end.
fn spaced(text: &str) -> String {
    let end = |at: Option<char>| if at.is_some_and(char::is_whitespace) { " " } else { "" };
    format!("{}{}{}", end(text.chars().next()), line(text), end(text.chars().next_back()))
}

fn facets(found: &Found, address: &Address) -> Markup {
    html! {
        aside.facets aria-label="Narrow down" {
            @for (facet, title) in [("publisher", "Publisher"), ("year", "Year")] {
                @let values: Vec<Record<'_>> = found.facets.records().filter(|record| record.text("facet") == Some(facet)).collect();
                @if !values.is_empty() {
                    h2 { (title) }
                    ul {
                        @if address.parameter(facet).is_some() { li { a href=(first_page(address, facet, None)) { "all" } } }
                        @for record in values.iter().take(MOST_VALUES) {
                            li {
                                a href=(first_page(address, facet, record.text("value"))) { (cell(record, "value").unwrap_or_default()) }
                                " " span.day { (record.integer("articles").unwrap_or_default()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Another facet begins again at its first page.
fn first_page(address: &Address, facet: &str, value: Option<&str>) -> String {
    address.without("page").with(facet, value)
}
