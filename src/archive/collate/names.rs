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

/// Adds to the counts. Of a sound that has new spellings, those are grouped again that these may join. Returns the names of
/// places that claims were taken from or brought to, as they were and as they are.
pub fn add(connection: &Connection, counted: &Counted) -> Result<BTreeSet<String>> {
    let mut new: BTreeMap<(NameKind, String), Met> = BTreeMap::new();
    let mut known: BTreeMap<(NameKind, String), BTreeMap<String, u64>> = BTreeMap::new();
    for ((kind, spelling), occurrences) in counted {
        let sound = names::sound(*kind, spelling);
        let found = variant(connection, *kind, spelling)?;
        match found {
            Some(found) if found.sound == sound => {
                known.entry((*kind, found.name)).or_default().insert(spelling.clone(), *occurrences);
            }
            found => {
                let met = new.entry((*kind, sound)).or_default();
                met.counted.insert((*kind, spelling.clone()), *occurrences);
                met.elsewhere.extend(found.map(|found| (spelling.clone(), found)));
            }
        }
    }
    let mut places = BTreeSet::new();
    let mut moved = |kind, names: BTreeSet<String>| {
        if kind == NameKind::Place {
            places.extend(names);
        }
    };
    for ((kind, name), added) in known {
        moved(kind, recount(connection, kind, name, &added)?);
    }
    for ((kind, sound), met) in new {
        moved(kind, join(connection, kind, &sound, met)?);
    }
    Ok(places)
}

/// Spellings of one sound that were not known under it.
#[derive(Default)]
struct Met {
    /// How often they were met.
    counted: Counted,
    /// Those that another vocabulary gave another sound.
    elsewhere: BTreeMap<String, Variant>,
}

fn variant(connection: &Connection, kind: NameKind, spelling: &str) -> Result<Option<Variant>> {
    let of = named_params! {":name_kind": kind.name(), ":spelling": spelling};
    Ok(variants(connection, include_str!("variant.sql"), of)?.into_values().next())
}

/// Adds to the counts of spellings of one name, which can make another of them stand for all.
fn recount(
    connection: &Connection,
    kind: NameKind,
    name: String,
    added: &BTreeMap<String, u64>,
) -> Result<BTreeSet<String>> {
    for (spelling, occurrences) in added.iter().filter(|(_, occurrences)| **occurrences > 0) {
        execute(
            connection,
            "UPDATE name_variants SET occurrences = occurrences + ? WHERE name_kind = ? AND spelling = ?",
            params![*occurrences as i64, kind.name(), spelling],
        )?;
    }
    let of = named_params! {":name_kind": kind.name(), ":name": name};
    let spellings = variants(connection, include_str!("spellings.sql"), of)?;
    let counted = spellings.iter().map(|(spelling, variant)| (spelling.as_str(), variant.occurrences));
    let Some(better) = names::representative(kind, counted).filter(|better| *better != name) else {
        return Ok(BTreeSet::new());
    };
    let better = better.to_owned();
    let sound = names::sound(kind, &better);
    put_name(connection, &Name { kind, name: better.clone(), sound, spellings: Vec::new() })?;
    let rename = "UPDATE name_variants SET name = ? WHERE name_kind = ? AND name = ?";
    execute(connection, rename, params![better, kind.name(), name])?;
    remove_name(connection, kind, &name)?;
    Ok(BTreeSet::from([name, better]))
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
    sound: String,
    occurrences: u64,
}

/// Adds new spellings to those of their sound.
fn join(connection: &Connection, kind: NameKind, sound: &str, met: Met) -> Result<BTreeSet<String>> {
    let of = named_params! {":name_kind": kind.name(), ":sound": sound};
    let mut before = variants(connection, include_str!("variants.sql"), of)?;
    before.extend(met.elsewhere);
    let new: BTreeSet<&str> = met.counted.keys().map(|(_, spelling)| spelling.as_str()).collect();
    let concerned: BTreeSet<String> =
        names::concerned(kind, before.keys().map(String::as_str).chain(new.iter().copied()), &new)
            .into_iter()
            .map(str::to_owned)
            .collect();
    before.retain(|spelling, _| concerned.contains(spelling));
    let mut counted = met.counted.clone();
    for (spelling, variant) in &before {
        *counted.entry((kind, spelling.clone())).or_default() += variant.occurrences;
    }
    let names = expected(&counted);
    let names_before: BTreeSet<&str> = before.values().map(|variant| variant.name.as_str()).collect();
    let mut moved = BTreeSet::new();
    for name in &names {
        if !names_before.contains(name.name.as_str()) {
            put_name(connection, name)?;
        }
        for spelling in &name.spellings {
            let old = before.get(spelling).map(|old| &old.name);
            if old == Some(&name.name) && !new.contains(spelling.as_str()) {
                continue;
            }
            // All claims with a new spelling are new too.
            if let Some(old) = old.filter(|old| **old != name.name) {
                moved.extend([old.clone(), name.name.clone()]);
            }
            let occurrences = counted.get(&(kind, spelling.clone())).copied().unwrap_or_default();
            put_variant(connection, name, spelling, occurrences)?;
        }
    }
    for name in names_before {
        if names.iter().all(|kept| kept.name != *name) {
            remove_name(connection, kind, name)?;
        }
    }
    Ok(moved)
}

/// Removes a name, unless there are spellings of it under another sound.
fn remove_name(connection: &Connection, kind: NameKind, name: &str) -> Result<()> {
    let of = named_params! {":name_kind": kind.name(), ":name": name};
    execute(connection, include_str!("remove_name.sql"), of)
}

fn execute(connection: &Connection, sql: &'static str, of: impl rusqlite::Params) -> Result<()> {
    connection.prepare_cached(sql).and_then(|mut statement| statement.execute(of)).doing("store a name")?;
    Ok(())
}

fn variants(
    connection: &Connection,
    sql: &'static str,
    of: impl rusqlite::Params,
) -> Result<BTreeMap<String, Variant>> {
    let mut statement = connection.prepare_cached(sql).doing("read names")?;
    statement
        .query_map(of, |row| {
            let (occurrences, name): (i64, String) = (row.get("occurrences")?, row.get("name")?);
            let variant = Variant { name, sound: row.get("sound")?, occurrences: occurrences.max(0) as u64 };
            Ok((row.get("spelling")?, variant))
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
