//! One version of an article: its text as published with the claims marked in place, the claims beside it, its other versions,
//! its original bytes, and how to have it proved.

mod list;
mod marked;
mod record;

use maud::{Markup, html};

use crate::archive::Archive;
use crate::query::show::{self, Article};
use crate::query::{Reading, Record, Rows, article, history, version};
use crate::render::days;
use crate::web::address::link;
use crate::web::answer::Answer;
use crate::web::layout::{self, count_of};
use crate::web::links;
use crate::web::shown::{cell, line};
use crate::{Error, Result};

/// The page of the version whose bytes have this hash; the beginning of a hash leads to the whole.
pub fn answer(archive: &Archive, sha256: &str, is_reviewed: bool) -> Result<Answer> {
    archive.read(|connection| {
        let captures = version::by_hash(connection, sha256)?;
        let Some(capture) = captures.records().next() else { return Ok(super::failure::missing()) };
        let hash = capture.text("sha256").unwrap_or_default();
        if hash != sha256 {
            return Ok(Answer::redirection(&link(&["article", hash], &[])));
        }
        if capture.integer("is_taken_down") == Some(1) {
            let refused = article::find_text(connection, hash).err();
            return Err(refused.unwrap_or_else(|| Error::Usage { what: "it was taken down".to_owned() }));
        }
        let number = |column: &str| capture.integer(column).unwrap_or_default();
        let shown = show::version(connection, number("capture_id"), Reading::Both)?;
        let versions = history::history(connection, number("article_id"))?;
        Ok(Answer::page(200, page(&shown, &captures, &versions, hash, is_reviewed)))
    })
}

fn page(article: &Article, captures: &Rows, versions: &Rows, hash: &str, is_reviewed: bool) -> Markup {
    let Some(document) = article.document.records().next() else { return html! {} };
    let title = cell(&document, "title").or_else(|| cell(&document, "article")).unwrap_or_default();
    let text = document.text("text").unwrap_or_default();
    let content = html! {
        article.reading {
            header {
                h1 dir="auto" { (title) }
                (issue(&document))
            }
            div.beside {
                section.body aria-labelledby="text" {
                    h2.hidden id="text" { "Text" }
                    (marked::text(text, document.text("language"), &article.claims))
                }
                section.notes aria-labelledby="claims" {
                    h2 id="claims" { (count_of(article.claims.rows.len(), "claim")) }
                    @if is_reviewed { p { a href=(link(&["review", "add", hash], &[])) { "Add a claim that was missed" } } }
                    (list::claims(&article.claims, is_reviewed))
                }
            }
            (record::kept(&document, captures, hash))
            (record::versions(versions, hash))
        }
    };
    layout::page(&title, "/articles", &content)
}

/// Who published it, when, and who wrote it.
fn issue(document: &Record<'_>) -> Markup {
    html! {
        p.issue {
            @match document.text("publisher") {
                Some(publisher) => { a href=(links::publisher(publisher)) { (line(publisher)) } }
                None => { "publisher unknown" }
            }
            " · " (document.text("published_on").map_or_else(|| "day unknown".to_owned(), days::long))
            @if let Some(byline) = cell(document, "byline") { " · " (byline) }
        }
    }
}
