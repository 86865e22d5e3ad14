//! `query timeline`: what is said to have happened, day by day.

use rusqlite::Connection;

use super::question::{Parameters, number, optional};
use super::{Question, Reading, Record, Rows};
use crate::Result;

/// Dated counts and events; those that say the same are one line.
pub const TIMELINE: Question = Question {
    name: "timeline",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_machine.sql"), include_str!("timeline.sql")),
    shown: &["date", "place", "what", "figure", "publishers", "first_publisher", "quote"],
};

/// The same as they stand after review.
pub const REVIEWED: Question = Question {
    name: "timeline",
    sql: concat!(include_str!("wanted_claims.sql"), include_str!("wanted_reviewed.sql"), include_str!("timeline.sql")),
    shown: &["date", "place", "what", "figure", "publishers", "first_publisher", "quote"],
};

/// The days from `:from` on.
pub const DAYS: Question = Question { name: "timeline", sql: include_str!("timeline/days.sql"), shown: &[] };
/// The days before `:from`.
pub const DAYS_BEFORE: Question = Question { name: "timeline", sql: include_str!("timeline/before.sql"), shown: &[] };
/// The years in which something is said to have begun.
pub const YEARS: Question = Question { name: "timeline", sql: include_str!("timeline/years.sql"), shown: &[] };
/// What is said to have begun between `:first` and `:last`.
pub const WINDOW: Question = Question {
    name: "timeline",
    sql: concat!(include_str!("timeline/window.sql"), include_str!("timeline/lines.sql")),
    shown: &[],
};
/// The same as claims stand after review.
pub const REVIEWED_WINDOW: Question = Question {
    name: "timeline",
    sql: concat!(
        include_str!("timeline/window_kept.sql"),
        include_str!("wanted_reviewed.sql"),
        include_str!("timeline/window_reviewed.sql"),
        include_str!("timeline/lines.sql")
    ),
    shown: &[],
};
/// What is dated in `:incident`.
pub const OF_INCIDENT: Question = Question {
    name: "timeline",
    sql: concat!(include_str!("timeline/of_incident.sql"), include_str!("timeline/lines.sql")),
    shown: &[],
};

/// The same as claims stand after review.
pub const REVIEWED_OF_INCIDENT: Question = Question {
    name: "timeline",
    sql: concat!(
        include_str!("incident/kept.sql"),
        include_str!("wanted_reviewed.sql"),
        include_str!("timeline/of_incident_reviewed.sql"),
        include_str!("timeline/lines.sql")
    ),
    shown: &[],
};

/// A stretch of the timeline that fits a page.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// One line for each thing that is said to have happened.
    pub rows: Rows,
    /// Whether a day has more lines than are told.
    pub is_cut: bool,
    /// The first day of the stretch before.
    pub before: Option<String>,
    /// The first day of the stretch behind.
    pub behind: Option<String>,
}

/// The years in which something is said to have begun.
pub fn years(connection: &Connection) -> Result<Vec<String>> {
    let rows = YEARS.rows(connection, &Vec::new())?;
    Ok(rows.records().filter_map(|record| record.string("year")).collect())
}

/// The stretch that begins on the first day not before `from`: whole days, as many as have about `size` claims together.
pub fn window(connection: &Connection, from: &str, size: i64) -> Result<Window> {
    let mut days = days(connection, &DAYS, from)?.into_iter();
    let Some((first, mut claims)) = days.next() else {
        return Ok(Window { before: first_before(connection, from, size)?, ..Window::default() });
    };
    let mut last = first.clone();
    let behind = loop {
        match days.next() {
            Some((day, more)) if claims + more <= size => {
                claims += more;
                last = day;
            }
            next => break next.map(|(day, _)| day),
        }
    };
    let parameters =
        vec![(":first", optional(Some(&first))), (":last", optional(Some(&last))), (":limit", number(size + 1))];
    let mut rows = standing(connection, &WINDOW, &REVIEWED_WINDOW, parameters)?;
    let most = usize::try_from(size).unwrap_or(usize::MAX);
    let is_cut = rows.rows.len() > most;
    rows.rows.truncate(most);
    Ok(Window { rows, is_cut, before: first_before(connection, &first, size)?, behind })
}

/// What is dated in one incident, the first `limit` lines of it.
pub fn of_incident(connection: &Connection, incident: &str, limit: i64) -> Result<Rows> {
    let parameters = vec![(":incident", optional(Some(incident))), (":limit", number(limit))];
    standing(connection, &OF_INCIDENT, &REVIEWED_OF_INCIDENT, parameters)
}

/// As claims stand after review, where there was any.
fn standing(connection: &Connection, machine: &Question, reviewed: &Question, parameters: Parameters) -> Result<Rows> {
    let question = Reading::Both.choose(connection, machine, reviewed)?;
    question.rows(connection, &Reading::Both.with(connection, parameters, false)?)
}

/// The first day of the stretch that ends before `from`.
fn first_before(connection: &Connection, from: &str, size: i64) -> Result<Option<String>> {
    let mut first = None;
    let mut claims = 0;
    for (day, more) in days(connection, &DAYS_BEFORE, from)? {
        if first.is_some() && claims + more > size {
            break;
        }
        claims += more;
        first = Some(day);
    }
    Ok(first)
}

fn days(connection: &Connection, question: &Question, from: &str) -> Result<Vec<(String, i64)>> {
    let rows = question.rows(connection, &vec![(":from", optional(Some(from)))])?;
    let day = |record: Record<'_>| Some((record.string("day")?, record.integer("claims")?));
    Ok(rows.records().filter_map(day).collect())
}
