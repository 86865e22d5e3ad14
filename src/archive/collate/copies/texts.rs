//! Texts as they are compared: what the archive holds of each, read once, and the originals found so far. A text is told by
//! the lowest number among the captures with its wording.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use rusqlite::{Connection, named_params, params};

use super::prints::{COMMON, Common, texts_with};
use crate::Result;
use crate::collation::copies::{self, Place, Sketch};
use crate::error::Doing as _;

/// Sketches that are kept in memory at most: some 3 KB each.
const KEPT: usize = 8_192;

/// A text.
pub struct Text {
    /// Where it stands among those that share much with it.
    pub place: Place,
    /// The captures with this wording, and the hash of the bytes of each: the earliest first.
    pub captures: Vec<(i64, String)>,
}

/// Of which text one is a copy, and how much they share.
pub type Original = Option<(i64, i64)>;

/// The texts of an archive.
pub struct Texts<'connection> {
    connection: &'connection Connection,
    read: HashMap<i64, Rc<Text>>,
    shingles: HashMap<i64, usize>,
    sketches: HashMap<i64, Rc<Sketch>>,
    originals: HashMap<i64, Original>,
    new: HashSet<i64>,
    lists: HashMap<i64, Vec<i64>>,
    common: Common,
}

impl<'connection> Texts<'connection> {
    /// Nothing is read yet.
    pub fn new(connection: &'connection Connection) -> Self {
        Self {
            connection,
            read: HashMap::new(),
            shingles: HashMap::new(),
            sketches: HashMap::new(),
            originals: HashMap::new(),
            new: HashSet::new(),
            lists: HashMap::new(),
            common: Common::new(),
        }
    }

    /// With what is known of new texts, and the texts that have a fingerprint of one of them: of what is in no list, no other
    /// text has it, or so many that it is common.
    pub fn with(mut self, new: BTreeMap<i64, Sketch>, lists: HashMap<i64, Vec<i64>>) -> Self {
        self.new = new.keys().copied().collect();
        self.shingles = new.iter().map(|(text, sketch)| (*text, sketch.shingles.len())).collect();
        self.sketches = new.into_iter().map(|(text, sketch)| (text, Rc::new(sketch))).collect();
        self.lists = lists;
        self
    }

    /// Where they are stored.
    pub fn connection(&self) -> &'connection Connection {
        self.connection
    }

    /// The numbers of all texts.
    pub fn all(&self) -> Result<Vec<i64>> {
        self.connection
            .prepare(include_str!("all_texts.sql"))
            .and_then(|mut statement| statement.query_map([], |row| row.get("text"))?.collect())
            .doing("read wordings")
    }

    /// One of them.
    pub fn text(&mut self, text: i64) -> Result<Rc<Text>> {
        if let Some(known) = self.read.get(&text) {
            return Ok(Rc::clone(known));
        }
        let mut statement = self.connection.prepare_cached(include_str!("text.sql")).doing("read a wording")?;
        let mut rows = statement.query(named_params! {":text": text}).doing("read a wording")?;
        let mut place = None;
        let mut captures = Vec::new();
        while let Some(row) = rows.next().doing("read a wording")? {
            let mut read = || {
                captures.push((row.get("capture_id")?, row.get("sha256")?));
                if place.is_none() {
                    let published_on: Option<String> = row.get("published_on")?;
                    let (words, wording): (i64, String) = (row.get("words")?, row.get("wording_sha256")?);
                    place = Some(Place::new(published_on.as_deref(), words.max(0) as usize, &wording));
                }
                Ok(())
            };
            read().doing("read a wording")?;
        }
        let place = place.unwrap_or_else(|| Place::new(None, 0, ""));
        let read = Rc::new(Text { place, captures });
        self.read.insert(text, Rc::clone(&read));
        Ok(read)
    }

    /// The texts that share so many fingerprints with `text` that they may be copies, by their places.
    pub fn candidates(&mut self, text: i64) -> Result<Vec<i64>> {
        let sketch = self.sketch(text)?;
        let mut shared = Vec::new();
        for fingerprint in sketch.fingerprints() {
            match self.lists.get(&fingerprint) {
                Some(texts) => shared.extend_from_slice(texts),
                None if self.new.contains(&text) || self.common.contains(&fingerprint) => {}
                None => match texts_with(self.connection, fingerprint)? {
                    texts if texts.len() > COMMON => drop(self.common.insert(fingerprint)),
                    texts => shared.extend(texts),
                },
            }
        }
        shared.sort_unstable();
        let mut candidates = Vec::new();
        for same in shared.chunk_by(|one, other| one == other) {
            let Some(other) = same.first().filter(|other| **other != text) else { continue };
            if same.len() >= copies::least_fingerprints(sketch.shingles.len(), self.shingles(*other)?) {
                candidates.push((self.text(*other)?, *other));
            }
        }
        candidates.sort_by(|(one, _), (other, _)| one.place.cmp(&other.place));
        Ok(candidates.into_iter().map(|(_, text)| text).collect())
    }

    /// How much two texts share, where that makes them copies.
    pub fn copied_percent(&mut self, one: i64, other: i64) -> Result<Option<i64>> {
        let percent = copies::percent(&self.sketch(one)?.shingles, &self.sketch(other)?.shingles);
        Ok((percent >= copies::LEAST_PERCENT).then_some(percent))
    }

    /// Its original, as found now or before.
    pub fn original(&mut self, text: i64) -> Result<Original> {
        if let Some(known) = self.originals.get(&text) {
            return Ok(*known);
        }
        let mut statement = self.connection.prepare_cached(include_str!("original.sql")).doing("read copies")?;
        let mut rows = statement.query(named_params! {":text": text}).doing("read copies")?;
        let row = rows.next().doing("read copies")?;
        let read = |row: &rusqlite::Row<'_>| Ok((row.get("original")?, row.get("percent")?));
        let original = row.map(|row| read(row).doing("read copies")).transpose()?;
        self.originals.insert(text, original);
        Ok(original)
    }

    /// Remembers an original, to be written later.
    pub fn set_original(&mut self, text: i64, original: Original) {
        self.originals.insert(text, original);
    }

    /// Frees memory where much was read.
    pub fn forget_long_ago(&mut self) {
        if self.sketches.len() > KEPT {
            self.sketches.clear();
        }
    }

    fn shingles(&mut self, text: i64) -> Result<usize> {
        if let Some(known) = self.shingles.get(&text) {
            return Ok(*known);
        }
        let shingles: i64 = self
            .connection
            .prepare_cached("SELECT shingles FROM wordings WHERE capture_id = ?")
            .and_then(|mut statement| statement.query_row(params![text], |row| row.get("shingles")))
            .doing("read a wording")?;
        self.shingles.insert(text, shingles.max(0) as usize);
        Ok(shingles.max(0) as usize)
    }

    fn sketch(&mut self, text: i64) -> Result<Rc<Sketch>> {
        if let Some(known) = self.sketches.get(&text) {
            return Ok(Rc::clone(known));
        }
        let words: String = self
            .connection
            .prepare_cached("SELECT text FROM documents WHERE capture_id = ?")
            .and_then(|mut statement| statement.query_row(params![text], |row| row.get("text")))
            .doing("read a text")?;
        let sketch = Rc::new(Sketch::of(&words).unwrap_or_else(Sketch::empty));
        self.sketches.insert(text, Rc::clone(&sketch));
        Ok(sketch)
    }
}
