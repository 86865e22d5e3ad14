//! One incident: its counts on one scale for each measure, what contradicts what, and every claim with the words that carry it.

pub mod claims;
mod measure;

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::incident::{self, Told};
use crate::query::{Reading, Record, Rows};
use crate::render::days;
use crate::web::address::Address;
use crate::web::answer::Answer;
use crate::web::chart::family::{Family, legend};
use crate::web::desk::Desk;
use crate::web::layout::{self, count_of};
use crate::web::links::Links;
use crate::web::paging::Paging;
use crate::web::shown::cell_or_dash;

/// Claims on a page.
const CLAIMS: u32 = 100;
/// Articles on the page.
const ARTICLES: i64 = 200;

/// What a page or a report tells of an incident.
pub struct Account {
    /// Place and days.
    pub head: Rows,
    /// The counts.
    pub told: Told,
    /// Claims of all kinds.
    pub claims: Rows,
    /// The articles.
    pub articles: Rows,
}

/// The page.
pub fn answer(archive: &Archive, address: &Address, name: &str, desk: Option<&Desk>) -> Result<Answer> {
    let mut paging = Paging::of(address, CLAIMS);
    let kind = address.parameter("kind").filter(|kind| claims::KINDS.iter().any(|(known, _)| known == kind));
    let mut account = archive.read(|connection| {
        Ok(Account {
            head: incident::head(connection, name)?,
            told: incident::told(connection, name, Reading::Both)?,
            claims: incident::claims(connection, name, kind, paging.limit(), paging.offset())?,
            articles: incident::articles(connection, name, ARTICLES, 0)?,
        })
    })?;
    paging.cut(&mut account.claims);
    let content = html! {
        (heading(&account, name, 1))
        p.hint { a href=(crate::web::address::link(&["timeline"], &[("incident", name)])) { "Its timeline" } " · In the terminal: "
            code { "dossier query conflicts --incident " (name) } ", " code { "dossier report " (name) } }
        (measures(&account.told, name, Links::Served))
        section aria-labelledby="claims" {
            h2 id="claims" { "Claims" }
            (claims::choice(address, kind))
            (claims::table(&account.claims, Links::Served))
            (paging.links(address))
        }
        section aria-labelledby="articles" {
            h2 id="articles" { "Articles" }
            (super::articles::table(&account.articles, Links::Served))
        }
        @if let Some(desk) = desk { (super::review::same::of_incident(desk, name)) }
    };
    let title = account.head.records().next().map_or_else(|| name.to_owned(), |record| title(&record));
    Ok(Answer::page(200, layout::page(&title, "", &content)))
}

/// The heading, with how much is told and how much of it contradicts itself.
pub fn heading(account: &Account, name: &str, level: usize) -> Markup {
    let title = account.head.records().next().map_or_else(|| name.to_owned(), |record| title(&record));
    let (conflicts, tensions) = (account.told.conflicts(), account.told.tensions());
    html! {
        @if level == 1 { h1 { (title) } } @else { h2 id=(anchor(name)) { (title) } }
        ul.facts {
            li { (count_of(account.articles.rows.len(), "article")) @if account.articles.rows.len() as i64 >= ARTICLES { " or more" } }
            @if conflicts > 0 { li { span.odds.conflict { span aria-hidden="true" { "≠ " } (count_of(conflicts, "conflict")) } } }
            @if tensions > 0 { li { span.odds.tension { span aria-hidden="true" { "≟ " } (count_of(tensions, "tension")) } } }
            @if conflicts + tensions == 0 { li { "no figures at odds" } }
            li { code { (name) } }
        }
    }
}

/// The charts, one for each measure.
pub fn measures(told: &Told, name: &str, links: Links) -> Markup {
    let accounts =
        told.comparisons.iter().flat_map(|comparison| &comparison.incidents).flat_map(|incident| &incident.accounts);
    let families: Vec<Family> =
        accounts.map(|account| Family::of(account.source_type.as_deref(), account.via.as_deref())).collect();
    html! {
        @if !told.comparisons.is_empty() {
            @if links == Links::Served { h2 { "Figures" } }
            (legend(&families, true))
            @for comparison in &told.comparisons { (measure::section(comparison, name, links)) }
        }
    }
}

/// The id of an incident in a report.
pub fn anchor(name: &str) -> String {
    format!("incident-{name}")
}

/// "Arbon, 4–5 March 1997".
pub fn title(record: &Record<'_>) -> String {
    let (from, to) = incident::days(record);
    format!("{}, {}", cell_or_dash(record, "place"), days::interval(from, to))
}
