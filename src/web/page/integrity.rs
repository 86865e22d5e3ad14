//! Whether the archive is sound: checks, findings, how far checks have come, what was signed, what was erased. This page shows
//! what is on record; it checks nothing itself, and says what to run.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::integrity::{self, Integrity};
use crate::query::{Record, Rows};
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout::{self, moment, number_of};
use crate::web::links::digits;
use crate::web::page::overview::cell_of_number;
use crate::web::paging::Paging;
use crate::web::shown::{cell, cell_or_dash};

/// Checks on a page.
const SIZE: u32 = 20;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    let mut paging = Paging::of(address, SIZE);
    let mut known = archive.read(|connection| integrity::integrity(connection, paging.limit(), paging.offset()))?;
    paging.cut(&mut known.checks);
    let content = html! {
        h1 { "Integrity" }
        p { "This page shows what earlier checks put on record, and checks nothing itself. A page can be forged with the archive: "
            "trust what you run." }
        (verdict(&known))
        (section("checks", "Checks", &html! { (checks(&known.checks)) (paging.links(address)) }, known.checks.rows.is_empty()))
        (section("findings", "Findings of the latest check", &findings(&known.findings), known.findings.rows.is_empty()))
        (section("checkpoints", "Checkpoints", &checkpoints(&known.checkpoints), known.checkpoints.rows.is_empty()))
        (section("readings", "Origins, when they were last read again", &readings(&known.readings), known.readings.rows.is_empty()))
        (section("takedowns", "Erased by order", &takedowns(&known.takedowns), known.takedowns.rows.is_empty()))
        (to_run())
    };
    Ok(Answer::page(200, layout::page("Integrity", "/integrity", &content)))
}

fn section(id: &str, title: &str, content: &Markup, is_empty: bool) -> Markup {
    html! { section aria-labelledby=(id) { h2 id=(id) { (title) } @if is_empty { p { "None is on record." } } @else { (content) } } }
}

fn verdict(known: &Integrity) -> Markup {
    let latest = known.checks.records().next();
    html! {
        @match latest {
            None => { p.verdict.unsure { "It was never verified." } }
            Some(check) => {
                @let findings = check.integer("findings_count").unwrap_or_default();
                @let time = check.text("finished_at").map(moment).unwrap_or_default();
                @if findings == 0 { p.verdict.sound { "The latest check found it sound, on " (time) "." } }
                @else { p.verdict.unsound { "The latest check has " (number_of(findings, "finding")) ", from " (time) "." } }
            }
        }
        @for record in known.coverage.records() { (coverage(&record)) }
    }
}

fn coverage(record: &Record<'_>) -> Markup {
    let [captures, hashed, derived] =
        ["captures", "hashed", "derived"].map(|column| record.integer(column).unwrap_or_default());
    html! {
        p { "Of " (number_of(captures, "version")) " of articles, checks have hashed " (cell_of_number(record, "hashed"))
            " and made " (cell_of_number(record, "derived")) " again from their bytes." }
        @if hashed < captures || derived < captures { p.hint { code { "dossier verify" } " goes through all." } }
    }
}

fn table(id: &str, columns: &[&str], rows: &Rows, row: impl Fn(&Record<'_>) -> Markup) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-labelledby=(id) {
            table {
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { @for record in rows.records() { tr { (row(&record)) } } }
            }
        }
    }
}

fn time(record: &Record<'_>, column: &str) -> String {
    record.text(column).map_or_else(|| "–".to_owned(), moment)
}

fn checks(rows: &Rows) -> Markup {
    table("checks", &["When", "Findings", "Versions checked", "Log entries", "Log root", "By"], rows, |record| {
        html! {
            td { (time(record, "finished_at")) }
            td { @if record.integer("findings_count") == Some(0) { "sound" } @else { (cell_of_number(record, "findings_count")) } }
            td.number { (cell_of_number(record, "captures_checked")) }
            td.number { (cell_of_number(record, "log_size")) }
            td { code { (digits(record.text("log_root").unwrap_or_default())) } }
            td { (cell_or_dash(record, "tool")) }
        }
    })
}

fn findings(rows: &Rows) -> Markup {
    table("findings", &["Code", "In", "Expected", "Found", "Remedy"], rows, |record| {
        html! { @for column in ["code", "object", "expected", "actual", "remedy"] { td.whole { (cell_or_dash(record, column)) } } }
    })
}

fn checkpoints(rows: &Rows) -> Markup {
    html! {
        (table("checkpoints", &["Made", "Log", "Entries", "Since then", "Root", "Timestamp"], rows, |record| {
            html! {
                td { (time(record, "made_at")) }
                td { (cell_or_dash(record, "log")) }
                td.number { (cell_of_number(record, "entries")) }
                td.number { (cell_of_number(record, "entries_since")) }
                td { code { (digits(record.text("root").unwrap_or_default())) } }
                td { (cell_or_dash(record, "timestamp")) }
            }
        }))
        @if let Some(note) = rows.records().last().and_then(|record| record.string("note")) {
            details { summary { "The latest checkpoint, as it was signed" } pre { (crate::web::shown::shown(&note)) } }
        }
    }
}

fn readings(rows: &Rows) -> Markup {
    table("readings", &["Outcome", "Meaning", "Origins", "Last"], rows, |record| {
        html! {
            th scope="row" { (cell_or_dash(record, "outcome")) }
            td { (cell_or_dash(record, "meaning")) }
            td.number { (cell_of_number(record, "origins")) }
            td { (time(record, "read_at")) }
        }
    })
}

fn takedowns(rows: &Rows) -> Markup {
    table("takedowns", &["When", "Article", "By order of", "Order", "SHA-256"], rows, |record| {
        html! {
            td { (time(record, "taken_down_at")) }
            td.whole { (cell(record, "article").unwrap_or_default()) }
            td { (cell_or_dash(record, "ordered_by")) }
            td { (cell_or_dash(record, "reason")) }
            td { code { (digits(record.text("sha256").unwrap_or_default())) } }
        }
    })
}

fn to_run() -> Markup {
    html! {
        section aria-labelledby="run" {
            h2 id="run" { "What to run" }
            dl {
                dt { code { "dossier verify" } } dd { "hashes every stored byte and makes everything again from it" }
                dt { code { "dossier verify --against FILE --key KEY" } } dd { "also proves that nothing was taken out since a checkpoint that was kept elsewhere" }
                dt { code { "dossier checkpoint --key FILE" } } dd { "signs the log as it is now; publish what it prints" }
                dt { code { "dossier prove ARTICLE" } } dd { "hands an article or a claim to a third party with all that is needed to check it" }
            }
        }
    }
}
