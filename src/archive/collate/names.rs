//! Names and their spellings: rows of `names` and `name_variants`, made from `mentions` and from the places of claims.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, named_params, params};

use crate::Result;
use crate::analysis::NameKind;
use crate::collation::names::{self, Name, Spelling};
use crate::error::Doing as _;

/// How often each spelling was met.
pub type Counted = BTreeMap<(NameKind, String), u64>;

/// The spellings of some captures: what they mention, and the places of their claims even where no name was found there.
pub fn met_in(connection: &Connection, capture_ids: &[i64]) -> Result<Counted> {
    let mut counted = Counted::new();
    let mut statement = connection.prepare_cached(include_str!("met_in.sql")).doing("read mentions")?;
    for capture_id in capture_ids {
        let mut rows = statement.query(named_params! {":capture_id": capture_id}).doing("read mentions")?;
        count(&mut rows, &mut counted)?;
    }
    Ok(counted)
}

/// The spellings of all captures.
pub fn met_anywhere(connection: &Connection) -> Result<Counted> {
    let mut counted = Counted::new();
    let mut statement = connection.prepare(include_str!("met_anywhere.sql")).doing("read mentions")?;
    count(&mut statement.query([]).doing("read mentions")?, &mut counted)?;
    Ok(counted)
}

/// The names that all these spellings make, with the spellings of each.
pub fn expected(counted: &Counted) -> Vec<Name> {
    names::group(&spellings(counted))
}

/// Adds to the counts and groups every sound again that is touched. Returns the names of places whose spellings changed,
/// as they were and as they are.
pub fn add(connection: &Connection, counted: &Counted) -> Result<BTreeSet<String>> {
    let mut sounds: BTreeMap<(NameKind, String), Counted> = BTreeMap::new();
    for ((kind, spelling), occurrences) in counted {
        let sound = sounds.entry((*kind, names::sound(*kind, spelling))).or_default();
        sound.insert((*kind, spelling.clone()), *occurrences);
    }
    let mut places = BTreeSet::new();
    for ((kind, sound), added) in sounds {
        let changed = refresh_sound(connection, kind, &sound, &added)?;
        if kind == NameKind::Place {
            places.extend(changed);
        }
    }
    Ok(places)
}

/// The names of all places.
pub fn all_places(connection: &Connection) -> Result<BTreeSet<String>> {
    let mut statement = connection
        .prepare_cached("SELECT name FROM names WHERE name_kind = 'place' ORDER BY name")
        .doing("read names")?;
    let names = statement.query_map([], |row| row.get("name")).doing("read names")?;
    names.collect::<rusqlite::Result<_>>().doing("read names")
}

struct Variant {
    name: String,
    occurrences: u64,
}

fn refresh_sound(connection: &Connection, kind: NameKind, sound: &str, added: &Counted) -> Result<BTreeSet<String>> {
    let before = variants(connection, kind, sound)?;
    let mut counted: Counted =
        before.iter().map(|(spelling, variant)| ((kind, spelling.clone()), variant.occurrences)).collect();
    for (spelling, occurrences) in added {
        *counted.entry(spelling.clone()).or_default() += occurrences;
    }
    let names = expected(&counted);
    let mut changed = BTreeSet::new();
    for name in &names {
        put_name(connection, name)?;
        for spelling in &name.spellings {
            let occurrences = counted.get(&(kind, spelling.clone())).copied().unwrap_or_default();
            let old = before.get(spelling);
            if old.is_none_or(|old| old.name != name.name) {
                changed.insert(name.name.clone());
                changed.extend(old.map(|old| old.name.clone()));
            } else if old.is_some_and(|old| old.occurrences == occurrences) {
                continue;
            }
            put_variant(connection, name, spelling, occurrences)?;
        }
    }
    for name in before.values().map(|variant| &variant.name).collect::<BTreeSet<_>>() {
        if names.iter().all(|kept| kept.name != *name) {
            connection
                .prepare_cached("DELETE FROM names WHERE name_kind = ? AND name = ?")
                .and_then(|mut statement| statement.execute(params![kind.name(), name]))
                .doing("remove a name")?;
        }
    }
    Ok(changed)
}

fn variants(connection: &Connection, kind: NameKind, sound: &str) -> Result<BTreeMap<String, Variant>> {
    let mut statement = connection.prepare_cached(include_str!("variants.sql")).doing("read names")?;
    statement
        .query_map(named_params! {":name_kind": kind.name(), ":sound": sound}, |row| {
            let occurrences: i64 = row.get("occurrences")?;
            Ok((row.get("spelling")?, Variant { name: row.get("name")?, occurrences: occurrences.max(0) as u64 }))
        })
        .and_then(Iterator::collect)
        .doing("read names")
}

fn put_name(connection: &Connection, name: &Name) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO names (name_kind, name, sound) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .and_then(|mut statement| statement.execute(params![name.kind.name(), name.name, name.sound]))
        .doing("store a name")?;
    Ok(())
}

fn put_variant(connection: &Connection, name: &Name, spelling: &str, occurrences: u64) -> Result<()> {
    connection
        .prepare_cached(include_str!("put_variant.sql"))
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":name_kind": name.kind.name(),
                ":spelling": spelling,
                ":name": name.name,
                ":sound": name.sound,
                ":occurrences": occurrences as i64,
            })
        })
        .doing("store a spelling")?;
    Ok(())
}

fn count(rows: &mut rusqlite::Rows<'_>, counted: &mut Counted) -> Result<()> {
    while let Some(row) = rows.next().doing("read mentions")? {
        let kind: String = row.get("name_kind").doing("read mentions")?;
        let spelling = row.get("spelling").doing("read mentions")?;
        let occurrences: i64 = row.get("occurrences").doing("read mentions")?;
        if let Some(kind) = NameKind::from_name(&kind) {
            *counted.entry((kind, spelling)).or_default() += occurrences.max(0) as u64;
        }
    }
    Ok(())
}

fn spellings(counted: &Counted) -> Vec<Spelling> {
    let spelling = |((kind, spelling), occurrences): (&(NameKind, String), &u64)| Spelling {
        kind: *kind,
        spelling: spelling.clone(),
        occurrences: *occurrences,
    };
    counted.iter().map(spelling).collect()
}
