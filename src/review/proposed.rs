//! Accepting what a tool from elsewhere proposed: it becomes a claim that a person adds, in the person's name, with the tool
//! told in the reason. The proposal stays as it is.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::{Assignment, By, Missed, Reviewed};
use crate::archive::Archive;
use crate::error::Doing as _;
use crate::{Error, Result};

/// The values that a proposal and a claim have in common, by the names that people give them.
const VALUES: [&str; 19] = [
    "measure",
    "event",
    "low",
    "high",
    "qualifier",
    "unit",
    "counted_group",
    "actor",
    "target",
    "relation",
    "date_from",
    "date_to",
    "place",
    "source",
    "via",
    "cue",
    "direct",
    "polarity",
    "modality",
];

/// The address of a proposal: its set, and its place in it; written `3.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    set_id: i64,
    ordinal: i64,
}

impl FromStr for Proposed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('.').and_then(|(set, ordinal)| Some((set.parse().ok()?, ordinal.parse().ok()?)));
        let missing = || format!("{text:?} is no proposal such as 3.2; `dossier review list --proposed` lists them");
        parts.map(|(set_id, ordinal)| Self { set_id, ordinal }).ok_or_else(missing)
    }
}

impl fmt::Display for Proposed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.set_id, self.ordinal)
    }
}

/// Adds the claim that was proposed. What is given in `values` takes the place of what the tool said.
///
/// # Errors
/// [`Error::NotFound`] where there is no such proposal; otherwise as [`super::add`].
pub fn accept(archive: &mut Archive, proposed: Proposed, values: Vec<Assignment>, by: &By) -> Result<Reviewed> {
    let found = archive.read(|connection| find(connection, proposed))?;
    let missing = || Error::NotFound { kind: "proposal", asked: proposed.to_string(), known: Vec::new() };
    let (mut missed, tool) = found.ok_or_else(missing)?;
    missed.values.retain(|value| !values.iter().any(|given| given.name == value.name));
    missed.values.extend(values);
    let note = by.why().map_or_else(|| format!("proposed by {tool}"), |why| format!("{why} (proposed by {tool})"));
    super::add(archive, &missed, &By { note: Some(note), ..by.clone() })
}

fn find(connection: &Connection, Proposed { set_id, ordinal }: Proposed) -> Result<Option<(Missed, String)>> {
    connection
        .prepare_cached(include_str!("proposed.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":set_id": set_id, ":ordinal": ordinal}, read).optional()
        })
        .doing("read a proposal")
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Missed, String)> {
    let mut values = Vec::new();
    for name in VALUES {
        let value = match row.get_ref(name)? {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            _ => continue,
        };
        values.push(Assignment { name: name.to_owned(), value });
    }
    let missed = Missed {
        article: row.get("sha256")?,
        quote: row.get("quote")?,
        at: usize::try_from(row.get::<_, i64>("start_offset")?).ok(),
        values,
    };
    Ok((missed, row.get("proposed_by")?))
}
