//! Making all derived rows again from ground, in one transaction: the remedy for damaged derived rows, and how an archive
//! comes to what a newer program finds.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use super::derivation::{Derived, derive_all};
use super::seals::{self, Subject};
use super::{Archive, collate, derived as rows, store, vocabulary, vocabulary_source};
use crate::Result;
use crate::capture::{Capture, MediaType};
use crate::error::Doing as _;
use crate::extract::TOGETHER;
use crate::hash::Hash;
use crate::log::entry::DerivationEntry;
use crate::log::{self, Entry};
use crate::parallel;

/// Captures that are derived at once.
const GROUP: usize = 128;

/// What a rebuild came to.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// Captures that were derived again.
    pub captures: usize,
    /// Claims found in them.
    pub claims: usize,
    /// Captures that could not be derived, with the reason: their rows are as they were.
    pub refused: Vec<(String, String)>,
}

/// Replaces all derived rows. What comes out as the log last says is not logged again.
pub fn run(archive: &mut Archive, now: &str) -> Result<Rebuilt> {
    archive.write(|transaction| {
        let logged = logged(transaction)?;
        vocabulary_source::confirm(transaction, &logged.vocabulary)?;
        transaction.execute_batch(include_str!("rebuild/begin.sql")).doing("clear derived rows")?;
        vocabulary::replace(transaction)?;
        replace_contents(transaction)?;
        seals::seal(transaction, Subject::Vocabulary, None)?;
        let mut rebuilt = Rebuilt::default();
        let mut last = 0;
        loop {
            let group = next_group(transaction, last)?;
            let Some((capture_id, _)) = group.last() else { break };
            last = *capture_id;
            let parts: Vec<&[(i64, Stored)]> = group.chunks(TOGETHER).collect();
            let derived = parallel::map(&parts, |captures| logged.read_all(captures));
            for ((capture_id, capture), derived) in group.iter().zip(derived.into_iter().flatten()) {
                match derived {
                    Ok(derived) => {
                        rebuilt.captures += 1;
                        rebuilt.claims += derived.rows.claims();
                        let entry = replace(transaction, *capture_id, &derived)?;
                        if logged.derivations.get(capture_id) != Some(&entry) {
                            log::append(transaction, now, &Entry::Derivation(entry))?;
                        }
                    }
                    Err(reason) => rebuilt.refused.push((capture.origin.clone(), reason)),
                }
            }
        }
        collate::rebuild(transaction)?;
        transaction.execute_batch(include_str!("rebuild/end.sql")).doing("make the full-text index")?;
        Ok(rebuilt)
    })
}

/// The list of tables and views, as a new archive has it.
fn replace_contents(connection: &Connection) -> Result<()> {
    let read = |new: &Connection| {
        let mut statement = new.prepare(include_str!("rebuild/contents.sql")).doing("read the contents")?;
        statement
            .query_map([], |row| {
                Ok((row.get("position")?, row.get("name")?, row.get("kind")?, row.get("description")?))
            })
            .and_then(Iterator::collect)
            .doing("read the contents")
    };
    let contents: Vec<(i64, String, String, String)> = Archive::in_memory()?.read(read)?;
    connection.execute("DELETE FROM archive_contents", []).doing("replace the contents")?;
    let mut insert = connection.prepare(include_str!("rebuild/put_content.sql")).doing("replace the contents")?;
    for (position, name, kind, description) in contents {
        insert.execute(params![position, name, kind, description]).doing("replace the contents")?;
    }
    Ok(())
}

fn replace(connection: &Connection, capture_id: i64, derived: &Derived) -> Result<DerivationEntry> {
    connection
        .prepare_cached("DELETE FROM derivations WHERE capture_id = ?")
        .and_then(|mut statement| statement.execute(params![capture_id]))
        .doing("remove a derivation")?;
    rows::delete(connection, capture_id)?;
    store::put_derived(connection, capture_id, derived)
}

/// What the log says.
#[derive(Default)]
struct Logged {
    /// A hash over what decides how each capture is read.
    captures: BTreeMap<i64, Hash>,
    /// The last derivation of each capture.
    derivations: BTreeMap<i64, DerivationEntry>,
    /// The hash of the last version of each file of words that a user added.
    vocabulary: BTreeMap<String, String>,
}

impl Logged {
    /// A capture whose row was altered is not read: rows made from it would hide that.
    fn confirm(&self, capture_id: i64, capture: &Stored) -> std::result::Result<(), String> {
        let given = [capture.given.as_deref(), capture.record.as_deref()];
        let found = reading(&capture.sha256, capture.media_type.name(), given);
        match self.captures.get(&capture_id) {
            Some(logged) if *logged != found => {
                Err("its row is not what the log says; `dossier verify` shows both".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// What captures give. Damaged bytes are not read: what was derived from the true ones would be replaced by something else.
    fn read_all(&self, captures: &[(i64, Stored)]) -> Vec<std::result::Result<Derived, String>> {
        let sound = |(capture_id, capture): &(i64, Stored)| {
            self.confirm(*capture_id, capture)?;
            let read = capture.to_capture();
            if read.sha256.to_hex() == capture.sha256 {
                Ok(read)
            } else {
                Err("its bytes are damaged; ingest the original file again, then rebuild".to_owned())
            }
        };
        let sound: Vec<std::result::Result<Capture, String>> = captures.iter().map(sound).collect();
        let captures: Vec<&Capture> = sound.iter().flatten().collect();
        let mut derived = derive_all(&captures, |derivation| derivation.to_store()).into_iter();
        sound
            .iter()
            .filter_map(|capture| capture.as_ref().map_or_else(|why| Some(Err(why.clone())), |_| derived.next()))
            .collect()
    }
}

fn reading(sha256: &str, media_type: &str, given: [Option<&str>; 2]) -> Hash {
    let [given, record] = given.map(|given| given.map_or_else(|| "none".to_owned(), |given| format!("given {given}")));
    Hash::of(&[sha256, media_type, &given, &record].join("\n").into_bytes())
}

fn logged(connection: &Connection) -> Result<Logged> {
    let mut logged = Logged::default();
    let mut statement = connection.prepare(include_str!("rebuild/logged.sql")).doing("read the log")?;
    let mut rows = statement.query([]).doing("read the log")?;
    while let Some(row) = rows.next().doing("read the log")? {
        let body: String = row.get("body").doing("read the log")?;
        match Entry::from_body(&body) {
            Some(Entry::Capture(entry)) => {
                let given = [entry.given_metadata.as_deref(), entry.record.as_deref()];
                let hash = reading(&entry.sha256, &entry.media_type, given);
                logged.captures.insert(entry.capture_id, hash);
            }
            Some(Entry::Derivation(entry)) => {
                logged.derivations.insert(entry.capture_id, entry);
            }
            Some(Entry::Vocabulary(entry)) => {
                logged.vocabulary.insert(entry.name, entry.sha256);
            }
            Some(
                Entry::Reingest(_)
                | Entry::Takedown(_)
                | Entry::Container(_)
                | Entry::Proposals(_)
                | Entry::Review(_)
                | Entry::IdentityReview(_),
            )
            | None => {}
        }
    }
    Ok(logged)
}

struct Stored {
    origin: String,
    sha256: String,
    media_type: MediaType,
    given: Option<String>,
    record: Option<String>,
    bytes: Vec<u8>,
}

impl Stored {
    fn to_capture(&self) -> Capture {
        Capture::new(self.origin.clone(), self.media_type, self.bytes.clone(), self.given.clone())
            .recorded(self.record.clone())
    }
}

fn next_group(connection: &Connection, after: i64) -> Result<Vec<(i64, Stored)>> {
    let mut statement = connection.prepare_cached(include_str!("rebuild/captures.sql")).doing("read captures")?;
    statement.query_map(params![after, GROUP as i64], stored).and_then(Iterator::collect).doing("read captures")
}

fn stored(row: &Row<'_>) -> rusqlite::Result<(i64, Stored)> {
    let media_type: String = row.get("media_type")?;
    let stored = Stored {
        origin: row.get("origin")?,
        sha256: row.get("sha256")?,
        media_type: MediaType::from_name(&media_type).unwrap_or(MediaType::PlainText),
        given: row.get("given_metadata")?,
        record: row.get("record")?,
        bytes: row.get("bytes")?,
    };
    Ok((row.get("capture_id")?, stored))
}
