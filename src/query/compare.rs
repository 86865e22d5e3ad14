//! `query compare MEASURE`: every count of one measure, incident by incident, with what contradicts what.

pub mod disagreement;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Filter, Question, Reading, Record, Rows};
use crate::Result;
use crate::collation::comparison;
use crate::error::Doing as _;
pub use disagreement::Disagreement;

/// The counts that the filter keeps, as flat rows.
pub const COMPARE: Question = Question {
    name: "compare",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_machine.sql"), include_str!("compare.sql")),
    shown: &["incident", "figure", "publisher", "published_on", "source", "via", "quote"],
};

/// The same as they stand after review.
pub const REVIEWED: Question = Question {
    name: "compare",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_reviewed.sql"), include_str!("compare.sql")),
    shown: &["incident", "figure", "publisher", "published_on", "source", "via", "review", "quote"],
};

/// One count, as far as a comparison shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Account {
    /// The claim's number.
    pub claim_id: i64,
    /// Its key, by which it is named outside the archive.
    pub claim_key: Option<String>,
    /// The hash of the article's bytes, where it was asked for.
    pub sha256: Option<String>,
    /// The number in one short word: ≥14, >70, 15–20, dozens.
    pub figure: String,
    /// The least number; `None` is open.
    pub low: Option<i64>,
    /// The greatest number; `None` is open.
    pub high: Option<i64>,
    /// The least number that one may think of.
    pub plausible_low: Option<i64>,
    /// The greatest number that one may think of.
    pub plausible_high: Option<i64>,
    /// How the number is put.
    pub qualifier: String,
    /// Of an amount or a term.
    pub unit: Option<String>,
    /// Who or what is counted.
    pub counted_group: Option<String>,
    /// The class of who is counted.
    pub group_class: Option<String>,
    /// `additional`, `total`, `subset`.
    pub relation: Option<String>,
    /// When it is said to have begun.
    pub date_from: Option<String>,
    /// When it is said to have ended.
    pub date_to: Option<String>,
    /// Where, under the name that stands for all spellings.
    pub place: Option<String>,
    /// On whose word.
    pub source: Option<String>,
    /// What kind of source that is.
    pub source_type: Option<String>,
    /// Through which other outlet.
    pub via: Option<String>,
    /// `asserted` or `denied`.
    pub polarity: String,
    /// `fact`, `alleged`, `possible` or `unreal`.
    pub modality: String,
    /// The words that carry it.
    pub quote: String,
    /// The sentence around them.
    pub sentence: String,
    /// The article.
    pub article_id: i64,
    /// Its title.
    pub title: Option<String>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Its day of publication.
    pub published_on: Option<String>,
    /// The capture where the family of copies begins that the article belongs to; its own where there are no copies.
    pub family: Option<i64>,
    /// What was decided about it, where anything was: accepted, corrected, added, disputed.
    pub review: Option<String>,
    /// On whose account it rests: the outlet or source that is named, or who had the text first. In lower case.
    pub account: String,
}

impl Account {
    /// Whether both stand in copies of one text, and not in one article.
    pub fn is_copied_with(&self, other: &Self) -> bool {
        self.family.is_some() && self.family == other.family && self.article_id != other.article_id
    }

    fn read(record: &Record<'_>) -> Self {
        Self {
            claim_id: record.integer("claim_id").unwrap_or_default(),
            claim_key: record.string("claim_key"),
            sha256: record.string("sha256"),
            figure: record.string("figure").unwrap_or_default(),
            low: record.integer("low"),
            high: record.integer("high"),
            plausible_low: record.integer("plausible_low"),
            plausible_high: record.integer("plausible_high"),
            qualifier: record.string("qualifier").unwrap_or_default(),
            unit: record.string("unit"),
            counted_group: record.string("counted_group"),
            group_class: record.string("group_class"),
            relation: record.string("relation"),
            date_from: record.string("date_from"),
            date_to: record.string("date_to"),
            place: record.string("known_place"),
            source: record.string("source"),
            source_type: record.string("source_type"),
            via: record.string("via"),
            polarity: record.string("polarity").unwrap_or_default(),
            modality: record.string("modality").unwrap_or_default(),
            quote: record.string("quote").unwrap_or_default(),
            sentence: record.string("sentence").unwrap_or_default(),
            article_id: record.integer("article_id").unwrap_or_default(),
            title: record.string("title"),
            publisher: record.string("publisher"),
            published_on: record.string("published_on"),
            family: record.integer("family"),
            review: record.string("review").filter(|review| review != "unreviewed"),
            account: record.string("account").unwrap_or_default(),
        }
    }

    /// Whether it counts the whole, and as something that happened: a part, an addition, a denial and a plan are shown
    /// apart from the counts that are compared.
    pub fn is_whole(&self) -> bool {
        self.polarity == "asserted"
            && self.modality != "unreal"
            && !matches!(self.relation.as_deref(), Some("subset" | "additional"))
    }

    /// Whether it is one victim's own case ("a guard") and not the figure one.
    pub fn is_single_case(&self) -> bool {
        comparison::is_individual(self.low, self.high, &self.quote)
    }
}

/// What is told of one place and time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incident {
    /// Its name; `None` where the claims name no place or no day.
    pub incident: Option<String>,
    /// Where, under the name that stands for all spellings.
    pub place: Option<String>,
    /// When it began.
    pub date_from: Option<String>,
    /// When it ended.
    pub date_to: Option<String>,
    /// The counts, the smallest first.
    pub accounts: Vec<Account>,
    /// What does not go together, conflicts first.
    pub disagreements: Vec<Disagreement>,
}

impl Incident {
    /// How many publishers give a count.
    pub fn publishers(&self) -> usize {
        distinct(self.accounts.iter().filter_map(|account| account.publisher.clone()))
    }

    /// On how many accounts the counts rest: copies of one text are one, and so are all that cite one outlet or named source.
    pub fn independent(&self) -> usize {
        distinct(self.accounts.iter().map(|account| account.account.clone()))
    }

    /// How many sources and other outlets are named for the counts, however many publishers rely on each.
    pub fn sources(&self) -> usize {
        let named =
            |account: &Account| account.source.as_ref().or(account.via.as_ref()).map(|name| name.to_lowercase());
        distinct(self.accounts.iter().filter_map(named))
    }
}

fn distinct(names: impl Iterator<Item = String>) -> usize {
    names.collect::<BTreeSet<_>>().len()
}

/// The accounts of one measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What is counted.
    pub measure: String,
    /// The incidents, the most widely told first; claims without place or day last.
    pub incidents: Vec<Incident>,
}

/// Compares the counts of `measure` that the filter keeps.
///
/// # Errors
/// [`crate::Error::NotFound`] for an unknown measure, and as [`Filter::parameters`].
pub fn compare(connection: &Connection, measure: &str, filter: &Filter, reading: Reading) -> Result<Comparison> {
    let filter = Filter { measure: Some(measure.to_owned()), ..filter.clone() };
    let parameters = reading.with(connection, filter.parameters(connection)?, false)?;
    let rows = reading.choose(connection, &COMPARE, &REVIEWED)?.rows(connection, &parameters)?;
    Ok(Comparison { measure: measure.to_owned(), incidents: by_incident(&rows) })
}

/// Whether there are more counts of `measure` than these; no more are looked at.
pub fn has_more_than(connection: &Connection, measure: &str, most: i64) -> Result<bool> {
    connection
        .query_row("SELECT 1 FROM claims WHERE measure = ? LIMIT 1 OFFSET ?", params![measure, most], |_| Ok(()))
        .optional()
        .map(|found| found.is_some())
        .doing("count claims")
}

/// The counts of one incident, measure by measure; the rows may come in any order.
pub(super) fn by_measure(rows: &Rows) -> Vec<(String, Incident)> {
    let mut measures: BTreeMap<String, Rows> = BTreeMap::new();
    for (record, row) in rows.records().zip(&rows.rows) {
        let of_measure = measures.entry(record.string("measure").unwrap_or_default()).or_default();
        of_measure.columns.clone_from(&rows.columns);
        of_measure.rows.push(row.clone());
    }
    let first = |(measure, rows): (String, Rows)| Some((measure, by_incident(&rows).into_iter().next()?));
    measures.into_iter().filter_map(first).collect()
}

/// The rows come ordered by incident.
pub(super) fn by_incident(rows: &Rows) -> Vec<Incident> {
    let mut incidents: Vec<Incident> = Vec::new();
    for record in rows.records() {
        let incident = record.string("incident");
        if incidents.last().is_none_or(|last| last.incident != incident) {
            incidents.push(Incident {
                incident,
                place: record.string("incident_place"),
                date_from: record.string("incident_from"),
                date_to: record.string("incident_to"),
                ..Incident::default()
            });
        }
        if let Some(last) = incidents.last_mut() {
            last.accounts.push(Account::read(&record));
        }
    }
    for incident in &mut incidents {
        incident.accounts.sort_by(|a, b| order(a).cmp(&order(b)));
        if incident.incident.is_some() {
            incident.disagreements = disagreement::among(&incident.accounts);
        }
    }
    incidents.sort_by_key(|one| (one.incident.is_none(), std::cmp::Reverse((one.publishers(), one.accounts.len()))));
    incidents
}

/// By number, so that equal counts lie together and the ends lie far apart; then by wording, day and claim.
fn order(account: &Account) -> impl Ord + '_ {
    let low = account.plausible_low.or(account.low).unwrap_or(0);
    let high = account.plausible_high.or(account.high).unwrap_or(i64::MAX);
    (low, high, &account.figure, &account.published_on, account.claim_id)
}
