//! Claims as a table: what is claimed, in which words, who published it, on whose word, through whom.

use maud::{Markup, html};

use crate::query::{Record, Rows};
use crate::render::days;
use crate::web::address::Address;
use crate::web::chart::Family;
use crate::web::layout::word;
use crate::web::links::Links;
use crate::web::shown::{cell, cell_or_dash, excerpt};

/// The kinds of claim, and what they are called here.
pub const KINDS: [(&str, &str); 3] = [("count", "counts"), ("event", "events"), ("statement", "statements")];

/// The longest quote in a table; the article has it whole.
const LONGEST_QUOTE: usize = 400;

/// Links that keep one kind alone.
pub fn choice(address: &Address, chosen: Option<&str>) -> Markup {
    html! {
        p.choice {
            "Show: " a href=(address.without("page").with("kind", None)) aria-current=[chosen.is_none().then_some("true")] { "all" }
            @for (kind, name) in KINDS {
                " · " a href=(address.without("page").with("kind", Some(kind))) aria-current=[(chosen == Some(kind)).then_some("true")] { (name) }
            }
        }
    }
}

/// The table.
pub fn table(rows: &Rows, links: Links) -> Markup {
    html! {
        @if rows.rows.is_empty() { p { "There are none." } } @else {
            div.wide tabindex="0" role="group" aria-label="Claims" {
                table.stacked {
                    thead { tr {
                        th scope="col" { "Claim" } th scope="col" { "In these words" } th scope="col" { "Published by" }
                        th scope="col" { "On whose word" } th scope="col" { "Through" } th scope="col" { "About" }
                    } }
                    tbody { @for record in rows.records() { (row(&record, links)) } }
                }
            }
        }
    }
}

fn row(record: &Record<'_>, links: Links) -> Markup {
    let quote = excerpt(record.text("quote").unwrap_or_default(), LONGEST_QUOTE);
    let id = record.text("claim_key").map(|key| links.claim_id(key)).filter(|_| links.is_report());
    let about: Vec<String> = [cell(record, "place"), cell(record, "date")].into_iter().flatten().collect();
    let href = match links {
        Links::Served => links.claim_of(record),
        Links::Report(_) => record.text("sha256").map(|sha256| links.article(sha256)),
    };
    html! {
        tr id=[id] {
            th scope="row" data-name="Claim" { (what(record)) }
            td data-name="In these words" { q { @match href { Some(href) => { a href=(href) { (quote) } } None => { (quote) } } } }
            td data-name="Published by" {
                (cell_or_dash(record, "publisher")) " "
                span.day { (record.text("published_on").map_or_else(String::new, days::long)) }
            }
            td data-name="On whose word" { (on_whose_word(record)) }
            td data-name="Through" { (cell_or_dash(record, "via")) }
            td data-name="About" { (about.join(", ")) }
        }
    }
}

/// "killed: ≥14 workers"; "shoot: police → strikers"; "statement". With what weakens it.
pub fn what(record: &Record<'_>) -> Markup {
    let parts = [cell(record, "figure"), cell(record, "unit"), cell(record, "counted_group")];
    let figure: Vec<String> = parts.into_iter().flatten().collect();
    let deed = match (cell(record, "actor"), cell(record, "target")) {
        (Some(actor), Some(target)) => Some(format!("{actor} → {target}")),
        (Some(actor), None) => Some(actor),
        (None, Some(target)) => Some(format!("→ {target}")),
        (None, None) => None,
    };
    html! {
        b { (word(&cell_or_dash(record, "what"))) }
        @if !figure.is_empty() { " " (excerpt(&figure.join(" "), 80)) }
        @if let Some(deed) = deed { " " span.source { (excerpt(&deed, 100)) } }
        @for doubt in doubts(record) { " " span.doubt { (doubt) } }
        @if let Some(review) = reviewed(record) { " " span class={ "review " (review) } title=[cell(record, "reviewers")] { (review) } }
    }
}

/// What people decided about it, where they decided anything.
pub fn reviewed<'a>(record: &Record<'a>) -> Option<&'a str> {
    record.text("review").filter(|review| *review != "unreviewed")
}

/// What keeps it from being a plain fact.
fn doubts(record: &Record<'_>) -> Vec<String> {
    let denied = record.text("polarity").filter(|polarity| *polarity != "asserted");
    let modality = record.text("modality").filter(|modality| *modality != "fact");
    let relation = record.text("relation");
    [denied, modality, relation].into_iter().flatten().map(word).collect()
}

/// The source with the mark of its kind.
pub fn on_whose_word(record: &Record<'_>) -> Markup {
    let family = Family::of(record.text("source_type"), record.text("via"));
    html! {
        svg.symbol width="20" height="16" aria-hidden="true" { (family.mark("9", 8, false)) }
        @match cell(record, "source") {
            Some(source) => { (excerpt(&source, 120)) }
            None => { span.day { "the article itself" } }
        }
    }
}
