//! The claims of an article beside its text: each with its stable address, its words, and the grounds on which it was found.

use maud::{Markup, html};

use crate::query::{Record, Rows};
use crate::web::address::link;
use crate::web::layout::word;
use crate::web::links::{self, claim_id, digits};
use crate::web::page::incident::claims::{on_whose_word, reviewed, what};
use crate::web::shown::{cell, excerpt, line};

/// The list; where people review, each claim leads to its form.
pub fn claims(rows: &Rows, is_reviewed: bool) -> Markup {
    html! {
        @if rows.rows.is_empty() { p { "None was found in this text." } }
        ol.claims { @for record in rows.records() { (claim(&record, is_reviewed)) } }
    }
}

fn claim(record: &Record<'_>, is_reviewed: bool) -> Markup {
    let key = record.text("claim_key").unwrap_or_default();
    let grounds =
        [("Date", "date", "date_basis"), ("Place", "place", "place_basis"), ("Source", "source", "source_basis")];
    html! {
        li id=(claim_id(key)) data-claims=(digits(key)) {
            p.what { (what(record)) }
            p.words { q { a href=(format!("#mark-{}", digits(key))) { (excerpt(record.text("quote").unwrap_or_default(), 300)) } } }
            p { (on_whose_word(record)) @if let Some(via) = cell(record, "via") { " via " (via) } }
            @if reviewed(record).is_some() {
                p.decided {
                    (cell(record, "reviewers").unwrap_or_default())
                    @if let Some(note) = cell(record, "review_note") { ". " (excerpt(&note, 600)) }
                    @if record.text("machine") == Some("changed") { ". Since then the program reads it otherwise." }
                    @if record.text("machine") == Some("gone") { ". The program does not find it any more." }
                }
            }
            @if is_reviewed { p { a href=(link(&["review", "claim", key], &[])) { "Decide about this claim" } } }
            details {
                summary { "Grounds and address" }
                dl {
                    @for (name, value, basis) in grounds {
                        @if let Some(value) = cell(record, value) {
                            dt { (name) } dd { (value) @if let Some(basis) = cell(record, basis) { " (" (basis) ")" } }
                        }
                    }
                    @if let Some(cue) = cell(record, "cue") { dt { "Cue" } dd { (cue) } }
                    @if let Some(rule) = cell(record, "rule") { dt { "Rule" } dd { (word(&rule)) } }
                    @if let Some(incident) = record.text("incident") {
                        dt { "Incident" } dd { a href=(links::incident(incident)) { (line(incident)) } }
                    }
                    dt { "Key" } dd { code.whole { (key) } }
                    dt { "Address" } dd { a href=(format!("#{}", claim_id(key))) { "this claim" } }
                    dt { "Proof" } dd { code { "dossier prove " (digits(key)) } }
                }
            }
        }
    }
}
