//! The accounts of one measure on one scale: for each an interval from the least to the greatest number that its words commit
//! to, open where they leave it open, and beside it who says so, on whose word, and which figures it contradicts.

use maud::{Markup, html};

use super::axis::Axis;
use super::row::{Row, rows};
use crate::collation::comparison::Agreement;
use crate::query::compare::disagreement::{self, Against};
use crate::query::compare::{Account, Incident};
use crate::render::comparison::words;
use crate::render::days;
use crate::web::layout::{count_of, word};
use crate::web::links::Links;
use crate::web::shown::{excerpt, line};

/// The middle of a bar, and half of its height.
const MIDDLE: i32 = 12;

/// The chart of one measure in one incident.
pub fn chart(measure: &str, incident: &Incident, links: Links) -> Markup {
    let (compared, apart): (Vec<&Account>, Vec<&Account>) =
        incident.accounts.iter().partition(|account| account.is_whole() && !account.is_single_case());
    let axis = Axis::of(compared.iter().copied());
    let against = disagreement::against(&incident.accounts);
    let rows = rows(&compared);
    let year = incident.date_from.as_deref().map(days::year);
    html! {
        figure.chart {
            figcaption.hidden { "Accounts of " (word(measure)) ", the smallest figure first" }
            @if !rows.is_empty() {
                div.scale { (axis.numbers()) }
                ol.rows { @for row in &rows { (bar(row, &axis, &against, year, links)) } }
            }
            @if !apart.is_empty() { (list_apart(&apart, year, links)) }
        }
    }
}

fn bar(row: &Row<'_>, axis: &Axis, against: &Against, year: Option<&str>, links: Links) -> Markup {
    let Some(account) = row.accounts.first() else { return html! {} };
    let is_soft = !matches!(account.qualifier.as_str(), "exact" | "at_least" | "up_to" | "range");
    let start = axis.place(account.low.unwrap_or(0));
    let end = account.high.map_or_else(|| "100%".to_owned(), |high| axis.place(high));
    let class = format!("reach {}", row.family.class());
    let arrow = format!("arrow {}", row.family.class());
    html! {
        li {
            span.figure { (figure(account)) }
            span.who {
                (who(row, account, year, links))
                @for (agreement, class, sign) in [(Agreement::Conflict, "conflict", "≠"), (Agreement::Tension, "tension", "≟")] {
                    @let figures = row.against(against, agreement);
                    @if !figures.is_empty() {
                        " " span class=(format!("odds {class}")) {
                            span aria-hidden="true" { (sign) "\u{a0}" } span.hidden { "in " (class) " with " } (line(&figures.join(", ")))
                        }
                    }
                }
            }
            svg.bar width="100%" height="24" aria-hidden="true" {
                (axis.lines())
                @if start != end { line class=(class) x1=(start) x2=(end) y1=(MIDDLE) y2=(MIDDLE) {} }
                @if account.high.is_none() {
                    svg x="100%" y=(MIDDLE) overflow="visible" { path class=(arrow) d="M-9-5L0 0L-9 5Z" {} }
                }
                @if account.low.is_some() { (row.family.mark(&start, MIDDLE, is_soft)) }
                @if account.high.is_some() && start != end { (row.family.mark(&end, MIDDLE, is_soft)) }
            }
        }
    }
}

/// The figure in words, with its unit.
fn figure(account: &Account) -> String {
    let unit = account.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
    line(&format!("{}{unit}", words::figure(account)))
}

/// Who published it and when, on whose word; how many others have the same.
fn who(row: &Row<'_>, account: &Account, year: Option<&str>, links: Links) -> Markup {
    let day = account.published_on.as_deref().map(|day| days::short(day, year));
    let publisher = words::publisher(account);
    let others = row.publishers().saturating_sub(1);
    html! {
        (linked(account, &excerpt(&publisher, 60), links))
        @if let Some(day) = day { " " span.day { (line(&day)) } }
        @if row.is_one_report && row.accounts.len() > 1 {
            " " span.copies { "and " (count_of(row.accounts.len() - 1, "more article")) " in the same words" }
        } @else if row.accounts.len() > 1 {
            " " span.copies { "and " (count_of(row.accounts.len() - 1, "more claim")) " of " (count_of(others, "other publisher")) }
        }
        @if row.is_one_report { " " span.source { (excerpt(&on_whose_word(account), 120)) } }
        @else { " " span.source { (row.family.name()) } }
    }
}

/// "officials", "via the Evening Post", "in its own voice".
fn on_whose_word(account: &Account) -> String {
    match (&account.source, &account.via) {
        (None, None) => "in its own voice".to_owned(),
        _ => words::source(account).trim_start_matches("– ").to_owned(),
    }
}

/// What is not laid on the scale: parts, additions, single cases, denials, plans.
fn list_apart(accounts: &[&Account], year: Option<&str>, links: Links) -> Markup {
    const MOST: usize = 40;
    html! {
        p.apart { "Not compared, because they count something else:" }
        ul.apart {
            @for account in accounts.iter().take(MOST) {
                li {
                    b { (figure(account)) } " " (words::why_apart(account)) " – "
                    "“" (linked(account, &excerpt(&account.quote, 120), links)) "” "
                    span.source {
                        (excerpt(&words::publisher(account), 60))
                        @if let Some(day) = &account.published_on { " " (days::short(day, year)) }
                        @if account.source.is_some() || account.via.is_some() { ", " (excerpt(&on_whose_word(account), 80)) }
                    }
                }
            }
            @if accounts.len() > MOST { li { "and " (count_of(accounts.len() - MOST, "more claim")) " in the table" } }
        }
    }
}

fn linked(account: &Account, text: &str, links: Links) -> Markup {
    let Some((sha256, key)) = account.sha256.as_deref().zip(account.claim_key.as_deref()) else {
        return html! { (text) };
    };
    html! { a href=(links.claim(sha256, key)) { (text) } }
}
