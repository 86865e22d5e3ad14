//! The first page: the incidents with how much is told of each and how much of it contradicts itself, the publishers, and
//! whether the archive is sound.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::overview::{self, Incidents, Order};
use crate::query::{Record, Rows};
use crate::render::days;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::layout::{self, count_of, moment, number_of};
use crate::web::links;
use crate::web::paging::Paging;
use crate::web::shown::{cell, cell_or_dash, excerpt};

/// Incidents on a page.
const INCIDENTS: u32 = 25;
/// Publishers on the page; `/articles` leads to all articles.
const PUBLISHERS: i64 = 24;

/// The page.
pub fn answer(archive: &Archive, address: &Address, is_reviewed: bool) -> Result<Answer> {
    let mut paging = Paging::of(address, INCIDENTS);
    let order = if address.parameter("order") == Some("claims") { Order::Claims } else { Order::Day };
    let place = address.parameter("place");
    let (mut incidents, publishers, state) = archive.read(|connection| {
        Ok((
            overview::incidents(connection, place, order, paging.limit(), paging.offset())?,
            overview::publishers(connection, PUBLISHERS, 0)?,
            overview::state(connection)?,
        ))
    })?;
    paging.cut(&mut incidents.rows);
    let content = html! {
        h1 { "What the accounts say" }
        @for record in state.records() { (summary(&record, is_reviewed)) }
        section aria-labelledby="incidents" {
            h2 id="incidents" { "Incidents" }
            (choice(address, order, place))
            @if incidents.rows.rows.is_empty() { p { "No incident is told of here." } }
            @else { (table(&incidents)) (paging.links(address)) }
        }
        (publisher_list(&publishers))
    };
    Ok(Answer::page(200, layout::page("Overview", "/", &content)))
}

/// How much there is, and whether it is sound.
fn summary(state: &Record<'_>, is_reviewed: bool) -> Markup {
    let number = |column: &str| state.integer(column).unwrap_or_default();
    html! {
        ul.facts {
            li { a href="/articles" { (number_of(number("articles"), "article")) } }
            li { (number_of(number("incidents"), "incident")) }
            li { a href="/undated" { "claims without a date" } }
            li { a href="/integrity" { (soundness(state)) } }
            @if is_reviewed { li { a href="/review" { "review" } } }
        }
    }
}

/// The verdict of the last check in a few words.
fn soundness(state: &Record<'_>) -> String {
    let since = match state.integer("entries_since") {
        Some(0) | None => String::new(),
        Some(entries) => format!("; {} since", number_of(entries, "log entry").replace("entrys", "entries")),
    };
    match (state.integer("findings_count"), state.text("finished_at")) {
        (Some(0), Some(time)) => format!("found sound on {}{since}", moment(time)),
        (Some(findings), Some(time)) => format!("{} on {}{since}", number_of(findings, "finding"), moment(time)),
        _ => "never verified".to_owned(),
    }
}

fn choice(address: &Address, order: Order, place: Option<&str>) -> Markup {
    let by = |name: &str, value: Option<&str>, is_chosen: bool| {
        html! { a href=(address.without("page").with("order", value)) aria-current=[is_chosen.then_some("true")] { (name) } }
    };
    html! {
        div.choice {
            p { "Order: " (by("latest first", None, order == Order::Day)) " · " (by("most told first", Some("claims"), order == Order::Claims)) }
            form action="/" {
                @if order == Order::Claims { input type="hidden" name="order" value="claims"; }
                label for="place" { "Place " }
                input id="place" name="place" type="search" value=[place] size="14";
                button type="submit" { "Show" }
            }
        }
    }
}

fn table(incidents: &Incidents) -> Markup {
    html! {
        div.wide tabindex="0" role="group" aria-labelledby="incidents" {
            table {
                thead { tr {
                    th scope="col" { "Place" } th scope="col" { "When" } th scope="col" { "Conflicts" }
                    th.number scope="col" { "Publishers" } th.number scope="col" { "Articles" } th.number scope="col" { "Claims" }
                } }
                tbody {
                    @for (record, conflicts) in incidents.rows.records().zip(&incidents.conflicts) { (row(&record, *conflicts)) }
                }
            }
        }
    }
}

fn row(record: &Record<'_>, conflicts: usize) -> Markup {
    let name = record.text("incident").unwrap_or_default();
    html! {
        tr {
            th scope="row" { a href=(links::incident(name)) { (excerpt(record.text("place").unwrap_or(name), 60)) } }
            td { (days::interval(record.text("date_from"), record.text("date_to"))) }
            td { @if conflicts > 0 { span.odds.conflict { span aria-hidden="true" { "≠ " } (count_of(conflicts, "conflict")) } } @else { "–" } }
            @for column in ["publishers", "articles", "claims"] { td.number { (cell_of_number(record, column)) } }
        }
    }
}

/// A number with commas between its thousands.
pub fn cell_of_number(record: &Record<'_>, column: &str) -> String {
    record.integer(column).map_or_else(|| "–".to_owned(), crate::render::bar::with_separators)
}

fn publisher_list(publishers: &Rows) -> Markup {
    html! {
        section aria-labelledby="publishers" {
            h2 id="publishers" { "Publishers" }
            ul.columns {
                @for record in publishers.records() {
                    li {
                        @match record.text("publisher") {
                            Some(publisher) => { a href=(links::publisher(publisher)) { (cell_or_dash(&record, "publisher")) } }
                            None => { "publisher unknown" }
                        }
                        " " span.day {
                            (number_of(record.integer("articles").unwrap_or_default(), "article"))
                            @if let Some(first) = cell(&record, "first_day") {
                                ", " (days::interval(Some(&first), record.text("last_day")))
                            }
                        }
                    }
                }
            }
            p { a href="/articles" { "All articles" } }
        }
    }
}
