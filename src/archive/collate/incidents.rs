//! Incidents and their claims: rows of `incidents` and `incident_claims`, one place at a time.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, named_params, params};

use crate::Result;
use crate::analysis::date::{DateSpan, PartialDate};
use crate::collation::incidents::{self, Happening, Incident, Joined, Known, Near};
use crate::error::Doing as _;

/// The incidents that the claims of a place make, in any of its spellings.
pub fn expected(connection: &Connection, place: &str) -> Result<Vec<Incident>> {
    let happenings = happenings(connection, include_str!("happenings.sql"), named_params! {":place": place})?;
    Ok(incidents::group(&happenings))
}

fn happenings(connection: &Connection, sql: &'static str, of: impl rusqlite::Params) -> Result<Vec<Happening>> {
    let date = |text: Option<String>| text.as_deref().and_then(PartialDate::from_iso);
    let mut statement = connection.prepare_cached(sql).doing("read claims")?;
    statement
        .query_map(of, |row| {
            let date = DateSpan { from: date(row.get("date_from")?), to: date(row.get("date_to")?) };
            Ok(Happening { claim: row.get("claim_id")?, place: row.get("place")?, date })
        })
        .and_then(Iterator::collect)
        .doing("read claims")
}

/// The incidents of a place as they are stored.
pub fn stored(connection: &Connection, place: &str) -> Result<Vec<Incident>> {
    let mut claims = connection
        .prepare_cached("SELECT claim_id FROM incident_claims WHERE incident = ? ORDER BY claim_id")
        .doing("read incidents")?;
    let mut of_incident = |Known { incident, date_from, date_to }| {
        let claims = claims.query_map(params![incident], |row| row.get("claim_id")).and_then(Iterator::collect);
        let claims = claims.doing("read incidents")?;
        Ok(Incident { incident, place: place.to_owned(), date_from, date_to, claims })
    };
    let stored = times(connection, include_str!("stored_incidents.sql"), named_params! {":place": place})?;
    stored.into_iter().map(&mut of_incident).collect()
}

/// The incidents of a place that these happenings may join: no more, so that a place of many incidents is not dear.
fn near(connection: &Connection, place: &str, happenings: &[Happening]) -> Result<Vec<Known>> {
    let mut known = BTreeMap::new();
    for near in incidents::near(place, happenings) {
        let (first, last) = match &near {
            Near::Named(name) => (name, None),
            Near::Between(first, last) => (first, Some(last)),
        };
        let of = named_params! {":place": place, ":first": first, ":last": last};
        let found = times(connection, include_str!("near_incidents.sql"), of)?;
        known.extend(found.into_iter().map(|known| (known.incident.clone(), known)));
    }
    Ok(known.into_values().collect())
}

fn times(connection: &Connection, sql: &'static str, of: impl rusqlite::Params) -> Result<Vec<Known>> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| {
            let known = statement.query_map(of, |row| {
                Ok(Known {
                    incident: row.get("incident")?,
                    date_from: row.get("date_from")?,
                    date_to: row.get("date_to")?,
                })
            })?;
            known.collect()
        })
        .doing("read incidents")
}

/// Makes the incidents of these places anew from all their claims.
pub fn renew(connection: &Connection, places: &BTreeSet<String>) -> Result<()> {
    // all are removed before any is added: when a place gets another spelling for its name, the name of an incident can
    // pass from one place to the other
    for place in places {
        execute(connection, include_str!("remove_claims.sql"), params![place])?;
        execute(connection, "DELETE FROM incidents WHERE place = ?", params![place])?;
    }
    for place in places {
        expected(connection, place)?.iter().try_for_each(|incident| put(connection, incident))?;
    }
    Ok(())
}

/// Takes the claims of new captures into the incidents of their places, but for the places in `done`.
pub fn add(connection: &Connection, capture_ids: &[i64], done: &BTreeSet<String>) -> Result<()> {
    let mut places: BTreeMap<String, Vec<Happening>> = BTreeMap::new();
    for capture_id in capture_ids {
        let found =
            happenings(connection, include_str!("new_happenings.sql"), named_params! {":capture_id": capture_id})?;
        for happening in found.into_iter().filter(|happening| !done.contains(&happening.place)) {
            places.entry(happening.place.clone()).or_default().push(happening);
        }
    }
    for (place, happenings) in places {
        for Joined { incident, known } in incidents::join(&place, near(connection, &place, &happenings)?, &happenings) {
            put(connection, &incident)?;
            for old in known.iter().filter(|old| old.incident != incident.incident) {
                let move_claims = "UPDATE incident_claims SET incident = ? WHERE incident = ?";
                execute(connection, move_claims, params![incident.incident, old.incident])?;
                execute(connection, "DELETE FROM incidents WHERE incident = ?", params![old.incident])?;
            }
        }
    }
    Ok(())
}

fn put(connection: &Connection, incident: &Incident) -> Result<()> {
    let row = params![incident.incident, incident.place, incident.date_from, incident.date_to];
    execute(connection, include_str!("put_incident.sql"), row)?;
    for claim in &incident.claims {
        execute(connection, include_str!("put_incident_claim.sql"), params![incident.incident, claim])?;
    }
    Ok(())
}

fn execute(connection: &Connection, sql: &'static str, parameters: impl rusqlite::Params) -> Result<()> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute(parameters))
        .doing("store an incident")?;
    Ok(())
}
