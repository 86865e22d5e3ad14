//! Dumps as tables (CSV and the like): each row is an article, and its bytes are the row as it stands in the file. Which
//! column is what, is told by the names in the first row, or by the user.

pub mod mapping;

use std::cell::RefCell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use super::container::{Place, Stop, Walk, reason};
use super::too_large;
use crate::capture::record::Columns;
use crate::capture::{MediaType, Record};
use crate::document;
use mapping::{Field, Mapping};

/// What may stand between two columns.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads all rows.
pub fn read(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let delimiter = match reader.fill_buf() {
        Ok(beginning) => delimiter(beginning),
        Err(error) => return walk.refuse(&place.origin, reason(&error)),
    };
    let kept = Kept::default();
    let most = walk.largest.saturating_add(1 << 20);
    let tee = Tee { inner: reader, kept: kept.clone(), most };
    let mut rows = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(tee);
    let mut row = ByteRecord::new();
    let names: Vec<String> = match rows.read_byte_record(&mut row) {
        Ok(true) => {
            row.iter().map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').to_owned()).collect()
        }
        Ok(false) => return walk.refuse(&place.origin, "it is empty"),
        Err(error) => return walk.refuse(&place.origin, format!("it is no table: {error}")),
    };
    let mapping = match Mapping::of(&names, &walk.given.columns) {
        Ok(mapping) => mapping,
        Err(why) => return walk.refuse(&place.origin, why),
    };
    kept.drop_before(rows.position().byte());
    let mut number = 1;
    loop {
        number += 1;
        let begins = rows.position().byte();
        match rows.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => {
                return walk.refuse(&format!("{}, row {number}", place.origin), format!("it cannot be read: {error}"));
            }
        }
        walk.count()?;
        let bytes = kept.take(begins, rows.position().byte());
        take(bytes.trim_ascii(), &row, number, delimiter, &mapping, place, walk)?;
    }
}

fn take(
    bytes: &[u8],
    row: &ByteRecord,
    number: u64,
    delimiter: u8,
    mapping: &Mapping,
    place: &Place,
    walk: &mut Walk<'_>,
) -> Result<(), Stop> {
    let object = format!("{}, row {number}", place.origin);
    if bytes.len() as u64 > walk.largest {
        return walk.refuse(&object, too_large(walk.largest));
    }
    let value = |field: Field| {
        let cell = row.get(mapping.column(field)?)?;
        let text = document::decoded(cell, MediaType::Row, None).ok()?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    if value(Field::Text).is_none() {
        return walk.refuse(&object, "it has no text");
    }
    let mut said = Map::new();
    for field in Field::SAID {
        let text = value(field).and_then(|text| match field {
            Field::Date => document::feed::day(&text).or_else(|| document::plain_day(&text)).map(|day| day.to_string()),
            _ => Some(text),
        });
        said.extend(text.map(|text| (field.name().to_owned(), Value::from(text))));
    }
    let id = value(Field::Identifier);
    let name = id.clone().or_else(|| value(Field::Url)).filter(|name| walk.is_new(name));
    let mut inside = place.record(&name.unwrap_or_else(|| number.to_string()));
    let text = mapping.column(Field::Text).unwrap_or_default();
    let columns = Columns { delimiter: char::from(delimiter), text, mapping: walk.given.columns.clone() };
    let record = Record { kind: "row".to_owned(), id, columns: Some(columns), ..Record::default() };
    inside.record = record.to_json();
    inside.given = (!said.is_empty()).then(|| Value::Object(said).to_string());
    walk.capture(MediaType::Row, bytes.to_vec(), &inside)
}

/// What stands most often between the names of the columns.
fn delimiter(beginning: &[u8]) -> u8 {
    let line = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| memchr::memchr_iter(*delimiter, line).count();
    // Of several that stand as often, the first.
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// The bytes that the table's reader took in and that were not taken yet: it reads ahead of the rows.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<(u64, Vec<u8>)>>);

impl Kept {
    fn drop_before(&self, end: u64) {
        let (begins, bytes) = &mut *self.0.borrow_mut();
        let length = (end.saturating_sub(*begins) as usize).min(bytes.len());
        bytes.drain(..length);
        *begins = end;
    }

    fn take(&self, from: u64, to: u64) -> Vec<u8> {
        self.drop_before(from);
        let taken = {
            let (_, bytes) = &*self.0.borrow();
            bytes.get(..(to.saturating_sub(from) as usize).min(bytes.len())).unwrap_or_default().to_vec()
        };
        self.drop_before(to);
        taken
    }
}

/// Keeps what is read.
struct Tee<'a> {
    inner: &'a mut dyn BufRead,
    kept: Kept,
    most: u64,
}

impl Read for Tee<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let (_, bytes) = &mut *self.kept.0.borrow_mut();
        bytes.extend_from_slice(buffer.get(..read).unwrap_or_default());
        if bytes.len() as u64 > self.most {
            return Err(io::Error::other("a row of it has no end: a quotation mark may be missing"));
        }
        Ok(read)
    }
}
