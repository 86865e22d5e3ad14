//! What is kept of an article: its bytes with their hash, where they were found, its other versions with what changed.

use maud::{Markup, html};

use crate::query::{Record, Rows};
use crate::render::bar::with_separators;
use crate::web::address::link;
use crate::web::layout::moment;
use crate::web::links::{Links, digits};
use crate::web::shown::{cell, cell_or_dash, line};

/// Hash, origin, download, and how to check and prove it.
pub fn kept(document: &Record<'_>, captures: &Rows, hash: &str) -> Markup {
    let short = hash.get(..12).unwrap_or(hash);
    let number = |column: &str| document.integer(column).unwrap_or_default();
    html! {
        section.kept aria-labelledby="kept" {
            h2 id="kept" { "The original" }
            dl {
                dt { "SHA-256" } dd { code.whole { (hash) } }
                dt { "Bytes" } dd { (with_separators(number("byte_length"))) ", " (cell_or_dash(document, "media_type")) ", "
                    a href=(link(&["article", hash, "original"], &[])) { "download them as they were found" } }
                @for capture in captures.records() {
                    dt { "Found at" }
                    dd { (address(capture.text("origin").unwrap_or_default())) ", "
                        (capture.text("retrieved_at").map(moment).unwrap_or_default()) }
                }
                dt { "Article" } dd { (address(document.text("article").unwrap_or_default())) ", version " (number("version")) " of " (number("versions")) }
                dt { "To check" } dd { code { "sha256sum FILE" } " of the download gives the hash above" }
                dt { "To prove" } dd { code { "dossier prove " (short) } " makes a package that others check without dossier" }
            }
        }
    }
}

/// An address of the web as a link that leads there only when it is followed; anything else as text.
fn address(address: &str) -> Markup {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    html! {
        @if is_web { a.whole href=(line(address)) rel="noreferrer nofollow external" { (line(address)) } }
        @else { code.whole { (line(address)) } }
    }
}

/// What became of the article, the oldest first.
pub fn versions(history: &Rows, hash: &str) -> Markup {
    html! {
        section aria-labelledby="versions" {
            h2 id="versions" { "What became of it" }
            div.wide tabindex="0" role="group" aria-labelledby="versions" {
                table {
                    thead { tr { th scope="col" { "When" } th scope="col" { "What" } th scope="col" { "Detail" } th scope="col" { "SHA-256" } } }
                    tbody {
                        @for (record, before) in history.records().zip(versions_before(history)) { (event(&record, before.as_deref(), hash)) }
                    }
                }
            }
        }
    }
}

fn event(record: &Record<'_>, before: Option<&str>, hash: &str) -> Markup {
    let sha256 = record.text("sha256").unwrap_or_default();
    let has_text = record.integer("has_text") == Some(1);
    html! {
        tr {
            td.day { (record.text("at").map(moment).unwrap_or_default()) }
            th scope="row" { (cell_or_dash(record, "event")) @if sha256 == hash && is_version(record) { " " span.day { "(this one)" } } }
            td {
                (cell(record, "detail").unwrap_or_default())
                @if let (Some(before), true) = (before, has_text) { " " a href=(link(&["change", before, sha256], &[])) { "what changed" } }
            }
            td {
                @if is_version(record) && has_text && sha256 != hash { a href=(Links::Served.article(sha256)) { code { (digits(sha256)) } } }
                @else { code { (digits(sha256)) } }
            }
        }
    }
}

fn is_version(record: &Record<'_>) -> bool {
    record.text("event").is_some_and(|event| event.starts_with("version "))
}

/// For each row that is a version the hash of the version before it.
fn versions_before(history: &Rows) -> Vec<Option<String>> {
    let mut last: Option<String> = None;
    let mut before = Vec::new();
    for record in history.records() {
        let is_readable = is_version(&record) && record.integer("has_text") == Some(1);
        before.push(if is_readable { last.clone() } else { None });
        if is_readable {
            last = record.string("sha256");
        }
    }
    before
}
