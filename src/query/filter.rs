//! The filters that all queries about claims share.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use super::question::{Parameters, optional};
use crate::error::Doing as _;
use crate::{Error, Result};

/// What to keep; `None` keeps everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only at this place, in any of its spellings.
    pub place: Option<String>,
    /// Only what is said to have happened on or after this day (YYYY-MM-DD, YYYY-MM or YYYY).
    pub from: Option<String>,
    /// Only what is said to have happened on or before this day (YYYY-MM-DD, YYYY-MM or YYYY).
    pub to: Option<String>,
    /// Only from publishers with this in their name.
    pub publisher: Option<String>,
    /// Only on the word of sources with this in their name.
    pub source: Option<String>,
    /// Only in this incident, as `query conflicts` and `query compare` name it, or the beginning of its name.
    pub incident: Option<String>,
    /// Only counts of this measure.
    pub measure: Option<String>,
    /// Only this event.
    pub event: Option<String>,
    /// Only claims of this kind: count, event or statement.
    pub kind: Option<String>,
    /// At most this many rows.
    pub limit: Option<u32>,
}

impl Filter {
    /// The filter as parameters of a question, after a look at whether the archive knows its words.
    ///
    /// # Errors
    /// [`Error::Usage`] for a date that is none, [`Error::NotFound`] for an incident, measure, event or kind that the archive
    /// does not have, with those that it has.
    pub fn parameters(&self, connection: &Connection) -> Result<Parameters> {
        let words = [
            ("measure", &self.measure, include_str!("filter/measures.sql")),
            ("event", &self.event, include_str!("filter/events.sql")),
            ("kind", &self.kind, include_str!("filter/kinds.sql")),
        ];
        for (kind, asked, sql) in words {
            if let Some(asked) = asked {
                check_word(connection, kind, asked, sql)?;
            }
        }
        let from = first_day("--from", self.from.as_deref())?;
        let to = last_day("--to", self.to.as_deref())?;
        if let (Parameter::Text(first), Parameter::Text(last)) = (&from, &to)
            && first > last
        {
            let [from, to] = [&self.from, &self.to].map(|date| date.as_deref().unwrap_or_default());
            return Err(Error::Usage { what: format!("--from {from} is after --to {to}") });
        }
        let incident = self.incident.as_deref().map(|asked| find_incident(connection, asked)).transpose()?;
        Ok(vec![
            (":place", optional(self.place.as_deref())),
            (":from", from),
            (":to", to),
            (":publisher", optional(self.publisher.as_deref())),
            (":source", optional(self.source.as_deref())),
            (":incident", optional(incident.as_deref())),
            (":measure", optional(self.measure.as_deref())),
            (":event", optional(self.event.as_deref())),
            (":kind", optional(self.kind.as_deref())),
            (":limit", Parameter::Integer(self.limit.map_or(-1, i64::from))),
        ])
    }

    /// Whether it keeps everything, apart from a limit.
    pub fn is_empty(&self) -> bool {
        [&self.place, &self.from, &self.to, &self.publisher, &self.source, &self.incident, &self.event, &self.kind]
            .iter()
            .all(|part| part.is_none())
    }
}

fn check_word(connection: &Connection, kind: &'static str, asked: &str, sql: &str) -> Result<()> {
    let known = column(connection, sql, &[])?;
    if known.iter().any(|word| word == asked) {
        return Ok(());
    }
    Err(Error::NotFound { kind, asked: asked.to_owned(), known })
}

/// The full name of the incident that `asked` names or begins.
///
/// # Errors
/// [`Error::NotFound`] where there is none, [`Error::Ambiguous`] where it begins the names of several.
pub fn find_incident(connection: &Connection, asked: &str) -> Result<String> {
    let found = column(connection, include_str!("filter/incidents_like.sql"), &[(":asked", &asked)])?;
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [exact, ..] if exact == asked => Ok(exact.clone()),
        [] => {
            let known = column(connection, include_str!("filter/incidents.sql"), &[])?;
            Err(Error::NotFound { kind: "incident", asked: asked.to_owned(), known })
        }
        _ => Err(Error::Ambiguous { kind: "incident", asked: asked.to_owned(), candidates: found }),
    }
}

fn column(connection: &Connection, sql: &str, parameters: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Vec<String>> {
    let operation = "read what the archive knows";
    let mut statement = connection.prepare(sql).doing(operation)?;
    let words = statement.query_map(parameters, |row| row.get("word")).doing(operation)?;
    words.collect::<rusqlite::Result<_>>().doing(operation)
}

fn first_day(flag: &str, date: Option<&str>) -> Result<Parameter> {
    padded(flag, date, "-01-01")
}

/// A month or a year is meant to its end; "-99" sorts after each of its days.
fn last_day(flag: &str, date: Option<&str>) -> Result<Parameter> {
    padded(flag, date, "-99-99")
}

fn padded(flag: &str, date: Option<&str>, rest: &str) -> Result<Parameter> {
    let Some(date) = date else { return Ok(Parameter::Null) };
    let wrong = || Error::Usage { what: format!("{flag} {date:?} is no date such as 2011-12-16, 2011-12 or 2011") };
    let shape: String =
        date.chars().map(|character| if character.is_ascii_digit() { '9' } else { character }).collect();
    let first_of_it = match shape.as_str() {
        "9999" => format!("{date}-01-01"),
        "9999-99" => format!("{date}-01"),
        "9999-99-99" => date.to_owned(),
        _ => return Err(wrong()),
    };
    first_of_it.parse::<NaiveDate>().map_err(|_| wrong())?;
    Ok(Parameter::Text(format!("{date}{rest}").chars().take(10).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_are_padded_to_their_first_and_last_day() {
        let text = |text: &str| Parameter::Text(text.to_owned());
        for (date, first, last) in [
            ("1997-03-04", "1997-03-04", "1997-03-04"),
            ("1997-03", "1997-03-01", "1997-03-99"),
            ("1997", "1997-01-01", "1997-99-99"),
        ] {
            assert_eq!(first_day("--from", Some(date)).unwrap(), text(first), "{date}");
            assert_eq!(last_day("--to", Some(date)).unwrap(), text(last), "{date}");
        }
        for wrong in ["", "yesterday", "97-03-04", "1997-3-4", "1997/03/04", "1997-03-04T00", "1997-13", "1997-02-29"] {
            assert!(first_day("--from", Some(wrong)).is_err(), "{wrong}");
        }
        assert_eq!(first_day("--from", None).unwrap(), Parameter::Null);
    }
}
