//! What other tools propose: each to be added as a claim in one step, under the name of the person who looked at it.

use maud::{Markup, html};

use super::signed;
use crate::Result;
use crate::archive::Archive;
use crate::query::question::number;
use crate::query::{Record, review as questions};
use crate::web::address::{Address, link};
use crate::web::answer::Answer;
use crate::web::desk::Desk;
use crate::web::layout::{self, word};
use crate::web::links::Links;
use crate::web::paging::Paging;
use crate::web::shown::{cell, excerpt};

/// Proposals on a page.
const SIZE: u32 = 25;

/// The page.
pub fn answer(archive: &Archive, address: &Address, desk: &Desk) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    let parameters = vec![(":limit", number(paging.limit())), (":offset", number(paging.offset()))];
    let mut rows = archive.read(|connection| questions::PROPOSED.rows(connection, &parameters))?;
    paging.cut(&mut rows);
    let reviewer = address.parameter("by").unwrap_or(&desk.reviewer);
    let content = html! {
        h1 { "Proposals of other tools" }
        p { a href="/review" { "Claims of the archive's own reading" } }
        @if rows.rows.is_empty() { p { "There are none. " code { "dossier claims import FILE" } " takes in what another tool found." } }
        ol.claims { @for record in rows.records() { (entry(&record, desk, reviewer)) } }
        (paging.links(address))
    };
    Ok(Answer::page(200, layout::page("Proposals", "", &content)))
}

fn entry(record: &Record<'_>, desk: &Desk, reviewer: &str) -> Markup {
    let proposal = record.text("proposal").unwrap_or_default();
    let bounds = [record.integer("low"), record.integer("high")].map(|bound| bound.map(|number| number.to_string()));
    let figure = match bounds {
        [None, None] => None,
        [low, high] if low == high => low,
        [low, high] => Some(format!("{} to {}", low.unwrap_or_default(), high.unwrap_or_default())),
    };
    let about = ["counted_group", "source", "place", "date_from"].map(|column| cell(record, column));
    let about: Vec<String> = about.into_iter().flatten().collect();
    let known = [("is_found", "the program has it"), ("is_added", "a person added it")];
    let known = known.into_iter().find(|(column, _)| record.integer(column) == Some(1));
    html! {
        li {
            p.what { b { (word(record.text("what").unwrap_or_default())) } @if let Some(figure) = figure { " " (figure) } " " (about.join(" · ")) }
            p.words { "In these words: " q { (excerpt(record.text("quote").unwrap_or_default(), 400)) } }
            p.day {
                "Proposed by " (cell(record, "proposed_by").unwrap_or_default()) ", for "
                a href=(Links::Served.article(record.text("sha256").unwrap_or_default())) {
                    (cell(record, "title").or_else(|| cell(record, "publisher")).unwrap_or_else(|| "its article".to_owned()))
                }
            }
            @match known {
                Some((_, told)) => { p.decided { (told) } }
                None => {
                    form.review-form method="post" action=(link(&["review", "proposal", proposal], &[])) {
                        (signed(desk, reviewer))
                        label { "Why" input name="note" maxlength="2000"; }
                        div.keys { button type="submit" { "Add this claim" } }
                    }
                }
            }
        }
    }
}
