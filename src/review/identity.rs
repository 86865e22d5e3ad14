//! Decisions that two names, or two incidents, are one or are not. What the program makes of the texts stays as it is beside
//! them.

use rusqlite::{Connection, named_params, params};

use super::content::digest;
use super::{By, find};
use crate::archive::Archive;
use crate::error::Doing as _;
use crate::log::entry::IdentityReviewEntry;
use crate::log::{self, Entry};
use crate::{Error, Result, TOOL};

/// What two things are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Places.
    Place,
    /// People.
    Person,
    /// Companies, ministries, parties, newspapers.
    Body,
    /// Incidents.
    Incident,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Place, Self::Person, Self::Body, Self::Incident];

    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Body => "body",
            Self::Incident => "incident",
        }
    }
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Both are one.
    Merge,
    /// They are not; or the claim is not about the incident.
    Split,
    /// What this person decided before is taken back.
    Withdraw,
}

impl Decision {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Withdraw => "withdraw",
        }
    }
}

/// What two things were decided about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What they are.
    pub kind: Kind,
    /// A spelling of the name that stays, or the incident.
    pub name: String,
    /// A spelling of the other name, the other incident; or the claim that is not about the incident.
    pub other: String,
}

/// Records a decision, and returns its number.
///
/// # Errors
/// [`Error::NotFound`] where a name, an incident or a claim is not in the archive; [`Error::Usage`] for a signature or a
/// reason that is missing.
pub fn decide(archive: &mut Archive, pair: &Pair, decision: Decision, by: &By) -> Result<i64> {
    let reviewer = by.name()?.to_owned();
    let note = if decision == Decision::Withdraw { by.why() } else { Some(by.why_needed(decision.name())?) };
    if pair.name == pair.other {
        return Err(Error::Usage { what: format!("{:?} is one already", pair.name) });
    }
    archive.write(|transaction| {
        let pair = known(transaction, pair, decision)?;
        let identity_review_id: i64 = transaction
            .query_row(
                include_str!("put_identity.sql"),
                named_params! {
                    ":decision": decision.name(), ":kind": pair.kind.name(), ":name": pair.name, ":other_name": pair.other,
                    ":note": note, ":reviewer": reviewer, ":reviewed_at": by.now, ":tool": TOOL,
                },
                |row| row.get("identity_review_id"),
            )
            .doing("store a review")?;
        let stored = all(transaction)?.into_iter().find(|stored| stored.entry.identity_review_id == identity_review_id);
        if let Some(stored) = stored {
            log::append(transaction, &by.now, &Entry::IdentityReview(stored.entry))?;
        }
        Ok(identity_review_id)
    })
}

/// The pair as the archive writes it.
fn known(connection: &Connection, pair: &Pair, decision: Decision) -> Result<Pair> {
    let name = one(connection, pair.kind, &pair.name)?;
    let is_claim =
        pair.kind == Kind::Incident && decision != Decision::Merge && one(connection, pair.kind, &pair.other).is_err();
    let other =
        if is_claim { claim_of(connection, &name, &pair.other)? } else { one(connection, pair.kind, &pair.other)? };
    Ok(Pair { kind: pair.kind, name, other })
}

fn one(connection: &Connection, kind: Kind, name: &str) -> Result<String> {
    let sql = if kind == Kind::Incident { include_str!("incident.sql") } else { include_str!("spelling.sql") };
    let mut statement = connection.prepare_cached(sql).doing("look for a name")?;
    let found: Vec<String> = statement
        .query_map(params![kind.name(), name.trim()], |row| row.get("name"))
        .and_then(Iterator::collect)
        .doing("look for a name")?;
    let missing = || Error::NotFound { kind: kind.name(), asked: name.to_owned(), known: Vec::new() };
    found.into_iter().next().ok_or_else(missing)
}

/// The key of a claim of this incident.
fn claim_of(connection: &Connection, incident: &str, asked: &str) -> Result<String> {
    let claim_key = find::claim(connection, asked)?.claim_key;
    let is_of_it: bool = connection
        .query_row(include_str!("is_of_incident.sql"), params![incident, claim_key], |row| row.get("is_of_it"))
        .doing("look for a claim")?;
    if is_of_it {
        return Ok(claim_key);
    }
    Err(Error::Usage { what: format!("the claim {asked} is not among those of {incident}") })
}

/// A row, as far as the log tells of it.
pub struct Stored {
    /// What the log says of such a row.
    pub entry: IdentityReviewEntry,
    /// Whether its names are gone.
    pub is_erased: bool,
}

/// All rows.
pub fn all(connection: &Connection) -> Result<Vec<Stored>> {
    let mut statement = connection
        .prepare_cached("SELECT * FROM identity_reviews ORDER BY identity_review_id")
        .doing("read reviews")?;
    statement
        .query_map([], |row| {
            let text = |column: &str| row.get::<_, Option<String>>(column);
            let parts = [("name", text("name")?), ("other_name", text("other_name")?), ("note", text("note")?)];
            let is_erased = parts.iter().all(|(_, value)| value.is_none());
            let given = parts.into_iter().filter_map(|(column, value)| Some((column, value?)));
            let entry = IdentityReviewEntry {
                identity_review_id: row.get("identity_review_id")?,
                decision: row.get("decision")?,
                of: row.get("kind")?,
                content_sha256: digest(given).to_hex(),
                reviewer: row.get("reviewer")?,
                reviewed_at: row.get("reviewed_at")?,
                tool: row.get("tool")?,
            };
            Ok(Stored { entry, is_erased })
        })
        .and_then(Iterator::collect)
        .doing("read reviews")
}
