//! Names and incidents, made again from the stored mentions and claims. Where those are damaged themselves, what is made
//! from them cannot tell anything, and the step is left out.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::archive::collate::{incidents, names};
use crate::collation::incidents::Incident;
use crate::error::Doing as _;

/// Compares names first: incidents are made from them.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let damaged = [
        Code::CaptureMissing,
        Code::DocumentMissing,
        Code::ClaimAltered,
        Code::ClaimMissing,
        Code::ClaimStray,
        Code::MentionAltered,
        Code::MentionMissing,
        Code::MentionStray,
        Code::RowsAltered,
    ];
    if verdict.findings.has(&damaged) {
        let note = "names and incidents were not compared, because rows that they are made from are damaged";
        verdict.notes.push(note.to_owned());
        return Ok(());
    }
    check_names(connection, verdict)?;
    if !verdict.findings.has(&[Code::NameAltered, Code::NameMissing, Code::NameStray]) {
        check_incidents(connection, verdict)?;
    }
    Ok(())
}

fn check_names(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let counted = names::met_anywhere(connection)?;
    let expected = names::expected(&counted);
    let mut expected_names = BTreeMap::new();
    let mut expected_variants = BTreeMap::new();
    for name in &expected {
        let kind = name.kind.name().to_owned();
        expected_names.insert((kind.clone(), name.name.clone()), format!("sound {}", name.sound));
        for spelling in &name.spellings {
            let occurrences = counted.get(&(name.kind, spelling.clone())).copied().unwrap_or_default();
            let described = format!("a spelling of {}, sound {}, {occurrences} times", name.name, name.sound);
            expected_variants.insert((kind.clone(), spelling.clone()), described);
        }
    }
    compare("names", &expected_names, &read(connection, include_str!("names.sql"))?, verdict);
    compare("name_variants", &expected_variants, &read(connection, include_str!("name_variants.sql"))?, verdict);
    Ok(())
}

type Described = BTreeMap<(String, String), String>;

fn read(connection: &Connection, sql: &'static str) -> Result<Described> {
    let mut statement = connection.prepare(sql).doing("read names")?;
    statement
        .query_map([], |row| Ok(((row.get("name_kind")?, row.get("name")?), row.get("described")?)))
        .and_then(Iterator::collect)
        .doing("read names")
}

fn compare(table: &str, expected: &Described, actual: &Described, verdict: &mut Verdict) {
    let keys: BTreeSet<_> = expected.keys().chain(actual.keys()).collect();
    for key in keys {
        let (wanted, found) = (expected.get(key), actual.get(key));
        let code = match (wanted, found) {
            (Some(wanted), Some(found)) if wanted == found => continue,
            (Some(_), Some(_)) => Code::NameAltered,
            (Some(_), None) => Code::NameMissing,
            _ => Code::NameStray,
        };
        verdict.findings.add(Finding {
            code,
            object: format!("{table}: the {} {:?}", key.0, key.1),
            expected: wanted.cloned(),
            actual: found.cloned(),
        });
    }
}

fn check_incidents(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut known = BTreeSet::new();
    for place in names::all_places(connection)? {
        let expected = by_name(incidents::expected(connection, &place)?);
        let actual = by_name(incidents::stored(connection, &place)?);
        for (name, wanted) in &expected {
            known.insert(name.clone());
            match actual.get(name) {
                Some(found) if found == wanted => {}
                found => verdict.findings.add(Finding {
                    code: if found.is_some() { Code::IncidentAltered } else { Code::IncidentMissing },
                    object: format!("incidents: {name}"),
                    expected: Some(described(wanted)),
                    actual: found.map(described),
                }),
            }
        }
    }
    let mut statement =
        connection.prepare("SELECT incident FROM incidents ORDER BY incident").doing("read incidents")?;
    let mut rows = statement.query([]).doing("read incidents")?;
    while let Some(row) = rows.next().doing("read incidents")? {
        let name: String = row.get("incident").doing("read incidents")?;
        if !known.contains(&name) && !verdict.findings.has(&[Code::IncidentMissing]) {
            let object = format!("incidents: {name}");
            let actual = Some("a row".to_owned());
            verdict.findings.add(Finding { code: Code::IncidentStray, object, expected: None, actual });
        }
    }
    check_measures(connection, verdict)
}

/// Each claim of an incident carries its measure, by which the counts of an incident are found.
fn check_measures(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = connection.prepare(include_str!("incident_measures.sql")).doing("read incidents")?;
    let mut rows = statement.query([]).doing("read incidents")?;
    while let Some(row) = rows.next().doing("read incidents")? {
        let finding = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Finding> {
            let (incident, claim_id): (String, i64) = (row.get("incident")?, row.get("claim_id")?);
            Ok(Finding {
                code: Code::IncidentAltered,
                object: format!("incident_claims.measure: {incident}, claim {claim_id}"),
                expected: row.get("expected")?,
                actual: row.get("actual")?,
            })
        };
        verdict.findings.add(finding(row).doing("read incidents")?);
    }
    Ok(())
}

fn by_name(incidents: Vec<Incident>) -> BTreeMap<String, Incident> {
    incidents.into_iter().map(|incident| (incident.incident.clone(), incident)).collect()
}

fn described(incident: &Incident) -> String {
    let Incident { place, date_from, date_to, claims, .. } = incident;
    let numbers: Vec<String> = claims.iter().map(ToString::to_string).collect();
    let dates = match date_to {
        Some(date_to) if date_to == date_from => date_from.clone(),
        Some(date_to) => format!("{date_from} to {date_to}"),
        None => format!("since {date_from}"),
    };
    super::finding::shortened(&format!("{place}, {dates}, claims {}", numbers.join(" ")))
}
