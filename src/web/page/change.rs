//! What changed from one version to another, or from one article to another: what is known about it, its claims, its sentences.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::{Record, diff};
use crate::web::answer::Answer;
use crate::web::layout::{self, word};
use crate::web::links::{Links, digits};
use crate::web::shown::{cell, cell_or_dash};

/// The page.
pub fn answer(archive: &Archive, before: &str, after: &str) -> Result<Answer> {
    let rows = archive.read(|connection| diff::diff(connection, before, after))?;
    let content = html! {
        h1 { "What changed" }
        p { "From " a href=(Links::Served.article(before)) { code { (digits(before)) } } " to "
            a href=(Links::Served.article(after)) { code { (digits(after)) } } }
        @if rows.rows.is_empty() { p { "The text, the claims and what is known are the same; only other bytes differ." } } @else {
            div.wide tabindex="0" role="group" aria-label="Changes" {
                table.stacked {
                    thead { tr { th scope="col" { "What" } th scope="col" { "Before" } th scope="col" { "After" } } }
                    tbody { @for record in rows.records() { (row(&record)) } }
                }
            }
        }
    };
    Ok(Answer::page(200, layout::page("What changed", "/articles", &content)))
}

fn row(record: &Record<'_>) -> Markup {
    html! {
        tr {
            th scope="row" data-name="What" {
                (cell_or_dash(record, "thing")) " " (cell_or_dash(record, "change"))
                @if let Some(altered) = cell(record, "altered") { " " span.day { (word(&altered)) } }
            }
            td data-name="Before" { @if let Some(before) = cell(record, "before") { del { (before) } } }
            td data-name="After" { @if let Some(after) = cell(record, "after") { ins { (after) } } }
        }
    }
}
