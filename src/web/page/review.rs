//! Where people decide about claims: what nobody has looked at yet, one claim with all its values, and a claim that was missed.
//! Plain forms, so that everything works without script.

mod proposed;
pub mod same;
mod values;

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::question::{number, optional};
use crate::query::{Record, Rows, article, review as questions, version};
use crate::render::days;
use crate::review;
use crate::web::address::{Address, link};
use crate::web::answer::Answer;
use crate::web::desk::Desk;
use crate::web::layout::{self, count_of};
use crate::web::links::{Links, claim_id};
use crate::web::page::incident::claims::{on_whose_word, what};
use crate::web::paging::Paging;
use crate::web::shown::{cell, excerpt, line};

/// Claims on a page.
const CLAIMS: u32 = 25;

/// The page under /review with the rest of this address.
pub fn answer(archive: &Archive, address: &Address, rest: &[&str], desk: &Desk) -> Result<Answer> {
    match rest {
        [] if address.parameter("state") == Some("proposed") => proposed::answer(archive, address, desk),
        [] => list(archive, address, desk),
        ["claim", key] => claim(archive, key, desk),
        ["add", sha256] => missed(archive, sha256, desk),
        _ => Ok(super::failure::missing()),
    }
}

fn list(archive: &Archive, address: &Address, desk: &Desk) -> Result<Answer> {
    let mut paging = Paging::of(address, CLAIMS);
    let state = address.parameter("state").filter(|state| questions::STATES.contains(state)).unwrap_or("unreviewed");
    let mut rows = archive.read(|connection| {
        let parameters = vec![
            (":state", optional(Some(state))),
            (":capture_id", optional(None)),
            (":incident", optional(address.parameter("incident"))),
            (":limit", number(paging.offset() + paging.limit())),
        ];
        questions::TO_REVIEW.rows(connection, &parameters)
    })?;
    rows.rows.drain(..rows.rows.len().min(usize::try_from(paging.offset()).unwrap_or(usize::MAX)));
    paging.cut(&mut rows);
    let reviewer = address.parameter("by").unwrap_or(&desk.reviewer);
    let content = html! {
        h1 { "Review" }
        p.choice {
            "Show: "
            @for known in questions::STATES {
                a href=(address.without("page").with("state", Some(known))) aria-current=[(known == state).then_some("true")] { (known) } " "
            }
            a href=(link(&["review"], &[("state", "proposed")])) { "proposed by other tools" }
        }
        @if rows.rows.is_empty() { p { "There are none." } }
        ol.claims { @for record in rows.records() { (entry(&record, desk, reviewer)) } }
        (paging.links(address))
    };
    Ok(Answer::page(200, layout::page("Review", "", &content)))
}

/// One claim with its sentence, to accept or reject at once.
fn entry(record: &Record<'_>, desk: &Desk, reviewer: &str) -> Markup {
    let key = record.text("claim_key").unwrap_or_default();
    html! {
        li id=(claim_id(key)) {
            (told(record))
            form.review-form method="post" action=(link(&["review", "claim", key], &[])) {
                (signed(desk, reviewer))
                input type="hidden" name="back" value="list";
                label { "Why (needed to reject)" input name="note" maxlength="2000"; }
                (keys())
            }
        }
    }
}

fn told(record: &Record<'_>) -> Markup {
    let about: Vec<String> = [cell(record, "known_place"), cell(record, "date")].into_iter().flatten().collect();
    html! {
        p.what { (what(record)) }
        p { (line(record.text("sentence").unwrap_or_default())) }
        p.words { "In these words: " q { (excerpt(record.text("quote").unwrap_or_default(), 400)) } }
        p { (on_whose_word(record)) @if let Some(via) = cell(record, "via") { " via " (via) } @if !about.is_empty() { " · " (about.join(", ")) } }
        p.day { (cell(record, "publisher").unwrap_or_default()) " " (record.text("published_on").map_or_else(String::new, days::long)) " "
            (cell(record, "title").or_else(|| cell(record, "article")).unwrap_or_default()) }
        @if let Some(reviewers) = cell(record, "reviewers") { p.decided { (reviewers) @if let Some(note) = cell(record, "review_note") { ". " (note) } } }
    }
}

/// The fields that every form has.
fn signed(desk: &Desk, reviewer: &str) -> Markup {
    html! {
        input type="hidden" name="token" value=(desk.token());
        label { "Your name" input name="reviewer" value=(reviewer) required autocomplete="name" maxlength="200"; }
    }
}

fn keys() -> Markup {
    html! {
        div.keys {
            button name="decision" value="accept" type="submit" { "Accept" }
            button name="decision" value="reject" type="submit" { "Reject" }
        }
    }
}

/// One claim with all its values.
fn claim(archive: &Archive, key: &str, desk: &Desk) -> Result<Answer> {
    let words = values::words(archive)?;
    let (found, rows, history) = archive.read(|connection| {
        let found = review::claim(connection, key)?;
        let parameters = vec![(":claim_key", optional(Some(&found.claim_key)))];
        let rows = questions::CLAIM.rows(connection, &parameters)?;
        Ok((found, rows, questions::HISTORY.rows(connection, &parameters)?))
    })?;
    let Some(record) = rows.records().next() else { return Ok(super::failure::missing()) };
    let action = link(&["review", "claim", &found.claim_key], &[]);
    let content = html! {
        h1 { "Decide about a claim" }
        (told(&record))
        p { a href=(Links::Served.claim(&found.sha256, &found.claim_key)) { "In its article" } }
        form.review-form method="post" action=(action) {
            (signed(desk, &desk.reviewer))
            label { "Why (needed to reject and to correct)" input name="note" maxlength="2000"; }
            (keys())
            fieldset {
                legend { "What the text says" }
                (values::fields(&record, &words))
                p.hint { "An empty field: the text says nothing of it." }
                div.keys {
                    button name="decision" value="correct" type="submit" { "Correct" }
                    button name="decision" value="withdraw" type="submit" { "Take back what I decided" }
                }
            }
        }
        (decisions(&history))
    };
    Ok(Answer::page(200, layout::page("Decide about a claim", "", &content)))
}

/// Who decided what, when and why.
fn decisions(history: &Rows) -> Markup {
    html! {
        section aria-labelledby="decisions" {
            h2 id="decisions" { (count_of(history.rows.len(), "decision")) }
            ul {
                @for record in history.records() {
                    li {
                        b { (cell(&record, "reviewer").unwrap_or_default()) } ": " (cell(&record, "decision").unwrap_or_default()) ", "
                        (record.text("reviewed_at").map(layout::moment).unwrap_or_default())
                        @if let Some(correction) = cell(&record, "correction") { ". " (correction) }
                        @if let Some(note) = cell(&record, "note") { ". " q { (note) } }
                    }
                }
            }
        }
    }
}

/// A claim that the program missed, in one version of an article.
fn missed(archive: &Archive, sha256: &str, desk: &Desk) -> Result<Answer> {
    let words = values::words(archive)?;
    let captures = archive.read(|connection| {
        article::find_text(connection, sha256)?;
        version::by_hash(connection, sha256)
    })?;
    let Some(hash) = captures.records().next().and_then(|capture| capture.string("sha256")) else {
        return Ok(super::failure::missing());
    };
    let nothing = Rows { columns: Vec::new(), rows: vec![Vec::new()] };
    let content = html! {
        h1 { "Add a claim that was missed" }
        p { a href=(Links::Served.article(&hash)) { "The article" } ", from which the words are copied as they stand there." }
        form.review-form method="post" action=(link(&["review", "add", &hash], &[])) {
            (signed(desk, &desk.reviewer))
            label { "The words that carry it, verbatim" textarea name="quote" rows="3" required {} }
            label { "Characters before them, where they occur more than once" input name="at" inputmode="numeric" pattern="[0-9]*"; }
            label { "Why" input name="note" maxlength="2000"; }
            fieldset { legend { "What is claimed" } @for nothing in nothing.records() { (values::fields(&nothing, &words)) } }
            div.keys { button type="submit" { "Add" } }
        }
    };
    Ok(Answer::page(200, layout::page("Add a claim", "", &content)))
}
