//! What is said to have happened, day by day: a stretch of days that fits a page, or one incident.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::timeline::{self, Window};
use crate::query::{Record, Rows, incident};
use crate::render::days;
use crate::web::address::{Address, link};
use crate::web::answer::Answer;
use crate::web::layout::{self, number_of, word};
use crate::web::links::{self, Links};
use crate::web::shown::{cell, excerpt, line};

/// So many claims make a page.
const SIZE: i64 = 150;

/// The page.
pub fn answer(archive: &Archive, address: &Address) -> Result<Answer> {
    if let Some(name) = address.parameter("incident") {
        return of_incident(archive, name);
    }
    let from = address.parameter("from").unwrap_or_default();
    let (years, window) =
        archive.read(|connection| Ok((timeline::years(connection)?, timeline::window(connection, from, SIZE)?)))?;
    let content = html! {
        h1 { "Timeline" }
        (choice(&years, from))
        @if window.rows.rows.is_empty() { p { "Nothing is said to have happened from here on." } }
        (lines(&window.rows))
        @if window.is_cut { p.hint { "This day has more: " code { "dossier query timeline --from DAY --to DAY" } " lists all." } }
        (neighbours(&window))
    };
    Ok(Answer::page(200, layout::page("Timeline", "/timeline", &content)))
}

fn of_incident(archive: &Archive, name: &str) -> Result<Answer> {
    let (head, rows) = archive.read(|connection| {
        Ok((incident::head(connection, name)?, timeline::of_incident(connection, name, SIZE * 4)?))
    })?;
    let title = head.records().next().map(|record| super::incident::title(&record)).unwrap_or_default();
    let content = html! {
        h1 { "Timeline: " a href=(links::incident(name)) { (title) } }
        @if rows.rows.is_empty() { p { "No claim of it has a day." } }
        (lines(&rows))
        p { a href="/timeline" { "The timeline of everything" } }
    };
    Ok(Answer::page(200, layout::page(&format!("Timeline: {title}"), "/timeline", &content)))
}

fn choice(years: &[String], from: &str) -> Markup {
    html! {
        nav.choice aria-label="Years" {
            form action="/timeline" {
                label for="from" { "From day, month or year " }
                input id="from" name="from" type="text" inputmode="numeric" value=(from) size="10" placeholder="2011-12";
                button type="submit" { "Show" }
            }
            @if !years.is_empty() {
                ul.years { @for year in years { li { a href=(link(&["timeline"], &[("from", year)])) { (line(year)) } } } }
            }
        }
    }
}

fn neighbours(window: &Window) -> Markup {
    let to = |day: &str| link(&["timeline"], &[("from", day)]);
    html! {
        nav.paging aria-label="Pages" {
            @if let Some(day) = &window.before { a href=(to(day)) rel="prev" { "← from " (days::long(day)) } }
            @if let Some(day) = &window.behind { a href=(to(day)) rel="next" { "from " (days::long(day)) " →" } }
        }
    }
}

/// The lines under the days on which they begin.
fn lines(rows: &Rows) -> Markup {
    let records: Vec<Record<'_>> = rows.records().collect();
    html! {
        @for of_day in records.chunk_by(|one, other| one.text("day") == other.text("day")) {
            @let day = of_day.first().and_then(|record| record.text("day"));
            section.of-day {
                h2 { (day.map_or_else(|| "before a day that is told".to_owned(), days::long)) }
                ul { @for record in of_day { (told(record)) } }
            }
        }
    }
}

fn told(record: &Record<'_>) -> Markup {
    let figure: Vec<String> = [cell(record, "figure"), cell(record, "unit")].into_iter().flatten().collect();
    let publishers = record.integer("publishers").unwrap_or_default();
    html! {
        li {
            b { (word(record.text("what").unwrap_or_default())) @if !figure.is_empty() { " " (figure.join(" ")) } }
            @if let Some(place) = cell(record, "place") {
                ", " @match record.text("incident") { Some(name) => { a href=(links::incident(name)) { (place) } } None => { (place) } }
            }
            @if let Some(until) = record.text("until") { " " span.day { "until " (days::long(until)) } }
            @for doubt in [record.text("polarity").filter(|word| *word != "asserted"), record.text("modality").filter(|word| *word != "fact")].into_iter().flatten() {
                " " span.doubt { (word(doubt)) }
            }
            " " q { @match Links::Served.claim_of(record) {
                Some(href) => { a href=(href) { (excerpt(record.text("quote").unwrap_or_default(), 200)) } }
                None => { (excerpt(record.text("quote").unwrap_or_default(), 200)) }
            } }
            " " span.source {
                (cell(record, "first_publisher").unwrap_or_else(|| "publisher unknown".to_owned()))
                @if publishers > 1 { " and " (number_of(publishers - 1, "other")) }
                @if let Some(source) = cell(record, "first_source") { ", on the word of " (excerpt(&source, 80)) }
            }
        }
    }
}
