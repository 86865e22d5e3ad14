//! Incidents and their claims: rows of `incidents` and `incident_claims`, one place at a time.

use std::collections::BTreeMap;

use rusqlite::{Connection, named_params, params};

use crate::Result;
use crate::analysis::date::{DateSpan, PartialDate};
use crate::collation::incidents::{self, Happening, Incident};
use crate::error::Doing as _;

/// The names of the places of a capture's claims.
pub fn places_of(connection: &Connection, capture_id: i64) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(include_str!("places_of.sql")).doing("read places")?;
    let names =
        statement.query_map(named_params! {":capture_id": capture_id}, |row| row.get("name")).doing("read places")?;
    names.collect::<rusqlite::Result<_>>().doing("read places")
}

/// The incidents that the claims of a place make, in any of its spellings.
pub fn expected(connection: &Connection, place: &str) -> Result<Vec<Incident>> {
    let mut statement = connection.prepare_cached(include_str!("happenings.sql")).doing("read claims")?;
    let happenings: Vec<Happening> = statement
        .query_map(named_params! {":place": place}, |row| {
            let date = |text: Option<String>| text.as_deref().and_then(PartialDate::from_iso);
            let date = DateSpan { from: date(row.get("date_from")?), to: date(row.get("date_to")?) };
            Ok(Happening { claim: row.get("claim_id")?, place: place.to_owned(), date })
        })
        .and_then(Iterator::collect)
        .doing("read claims")?;
    Ok(incidents::group(&happenings))
}

/// The incidents of a place as they are stored.
pub fn stored(connection: &Connection, place: &str) -> Result<Vec<Incident>> {
    let mut statement = connection.prepare_cached(include_str!("stored_incidents.sql")).doing("read incidents")?;
    let mut incidents: Vec<Incident> = statement
        .query_map(named_params! {":place": place}, |row| {
            Ok(Incident {
                incident: row.get("incident")?,
                place: place.to_owned(),
                date_from: row.get("date_from")?,
                date_to: row.get("date_to")?,
                claims: Vec::new(),
            })
        })
        .and_then(Iterator::collect)
        .doing("read incidents")?;
    let mut claims = connection
        .prepare_cached("SELECT claim_id FROM incident_claims WHERE incident = ? ORDER BY claim_id")
        .doing("read incidents")?;
    for incident in &mut incidents {
        incident.claims = claims
            .query_map(params![incident.incident], |row| row.get("claim_id"))
            .and_then(Iterator::collect)
            .doing("read incidents")?;
    }
    Ok(incidents)
}

/// How the incidents of one place are to change.
pub struct Change {
    place: String,
    before: BTreeMap<String, Incident>,
    after: BTreeMap<String, Incident>,
}

impl Change {
    /// What the claims of `place` make now, beside what is stored.
    pub fn of(connection: &Connection, place: &str) -> Result<Self> {
        let by_name = |incidents: Vec<Incident>| -> BTreeMap<String, Incident> {
            incidents.into_iter().map(|incident| (incident.incident.clone(), incident)).collect()
        };
        let before = by_name(stored(connection, place)?);
        let after = by_name(expected(connection, place)?);
        Ok(Self { place: place.to_owned(), before, after })
    }

    /// Removes what is no longer. To be called for all places before [`Change::add`]: when a place gets another spelling
    /// for its name, the name of an incident can pass from one place to the other.
    pub fn remove(&self, connection: &Connection) -> Result<()> {
        for (name, old) in &self.before {
            let kept = claims(&self.after, name);
            for claim in old.claims.iter().filter(|claim| kept.binary_search(claim).is_err()) {
                let row = params![name, claim];
                execute(connection, "DELETE FROM incident_claims WHERE incident = ? AND claim_id = ?", row)?;
            }
            if !self.after.contains_key(name) {
                execute(connection, "DELETE FROM incidents WHERE incident = ?", params![name])?;
            }
        }
        Ok(())
    }

    /// Adds what is new.
    pub fn add(&self, connection: &Connection) -> Result<()> {
        for (name, new) in &self.after {
            let old = self.before.get(name);
            if old.is_none_or(|old| (&old.date_from, &old.date_to) != (&new.date_from, &new.date_to)) {
                let row = params![name, self.place, new.date_from, new.date_to];
                execute(connection, include_str!("put_incident.sql"), row)?;
            }
            let known = claims(&self.before, name);
            for claim in new.claims.iter().filter(|claim| known.binary_search(claim).is_err()) {
                let row = params![name, claim];
                execute(connection, include_str!("put_incident_claim.sql"), row)?;
            }
        }
        Ok(())
    }
}

fn claims<'a>(incidents: &'a BTreeMap<String, Incident>, name: &str) -> &'a [i64] {
    incidents.get(name).map(|incident| incident.claims.as_slice()).unwrap_or_default()
}

fn execute(connection: &Connection, sql: &'static str, parameters: impl rusqlite::Params) -> Result<()> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute(parameters))
        .doing("store an incident")?;
    Ok(())
}
