//! Web archives (ISO 28500). Responses with status 200, resources and conversions that are articles become captures: their
//! bytes are the payload as recorded, with the transfer and content encodings that the server applied, which are undone only
//! for reading. Everything else is counted.
//!
//! A broken record is named by its number and place, and the reader looks for the next one. Digests are checked.

mod digest;
mod http;
mod record;

use std::io::{self, BufRead, BufReader, Seek, SeekFrom};

use flate2::bufread::GzDecoder;

use super::container::limits::{self, Count, Counted, Unpacked};
use super::container::{Place, Stop, Walk, reason, zstd};
use super::found::{Found, Refusal};
use crate::capture::Record;
use record::{Broken, Head};

/// How a compressed record begins: the mark of gzip and its only method.
const GZIP: [u8; 3] = [0x1F, 0x8B, 0x08];

/// Reads a web archive that is not compressed.
pub fn read(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let offset = Count::default();
    let mut reader = Counted::new(reader, offset.clone());
    let mut number = 0;
    records(&mut reader, &Offset::Within(offset), &mut number, place, walk).map(|_| ())
}

/// Reads a web archive whose records are compressed one by one, or several together.
pub fn read_compressed<R: BufRead + Seek>(mut reader: R, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let mut number = 0;
    let mut start = 0;
    loop {
        match reader.fill_buf() {
            Ok([]) => return Ok(()),
            Ok(_) => {}
            Err(error) => return walk.refuse(&place.origin, reason(&error)),
        }
        let compressed = Count::default();
        let inner = GzDecoder::new(Counted::new(&mut reader, compressed.clone()));
        let unpacked = Unpacked::new(inner, compressed.clone(), walk.unpacked.clone(), walk.container.byte_length);
        let before = number;
        let whole = records(&mut BufReader::new(unpacked), &Offset::Member(start), &mut number, place, walk)?;
        if whole && number > before {
            start += compressed.get();
        } else {
            // Damaged bytes may have taken others with them: look for the next record from the beginning of this one.
            start = match next_member(&mut reader, start + 1) {
                Ok(Some(next)) => next,
                Ok(None) => return Ok(()),
                Err(error) => return walk.refuse(&place.origin, reason(&error)),
            };
        }
    }
}

/// Reads a web archive whose records are compressed with Zstandard.
pub fn read_zstd(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let offset = Count::default();
    let compressed = Count::default();
    let frames = zstd::unpacked(reader, compressed.clone(), walk);
    let mut reader = Counted::new(BufReader::new(frames), offset.clone());
    let offset = Offset::Within(offset);
    let mut number = 0;
    loop {
        let begins = compressed.get();
        let whole = records(&mut reader, &offset, &mut number, place, walk)?;
        // A damaged frame costs what is in it; one that unpacks to too much, or a file that cannot be read, ends all.
        if whole || compressed.get() == begins || reader.inner().get_ref().is_exceeded() {
            return Ok(());
        }
    }
}

/// The next place at which a compressed record begins; the reader stands there.
fn next_member<R: BufRead + Seek>(reader: &mut R, from: u64) -> io::Result<Option<u64>> {
    let mut at = reader.seek(SeekFrom::Start(from))?;
    let mut matched = 0;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(None);
        }
        let mut looked_at = 0;
        for byte in buffer {
            looked_at += 1;
            matched = match GZIP.get(matched) {
                Some(wanted) if wanted == byte => matched + 1,
                _ => usize::from(*byte == GZIP[0]),
            };
            if matched == GZIP.len() {
                break;
            }
        }
        at += looked_at;
        if matched < GZIP.len() {
            reader.consume(looked_at as usize);
            continue;
        }
        matched = 0;
        let start = at - GZIP.len() as u64;
        reader.seek(SeekFrom::Start(start))?;
        // What begins like this may still be anything.
        if record::begins(GzDecoder::new(&mut *reader)) {
            reader.seek(SeekFrom::Start(start))?;
            return Ok(Some(start));
        }
        reader.seek(SeekFrom::Start(at))?;
    }
}

/// Where a record begins.
enum Offset {
    /// In the stream that is read.
    Within(Count),
    /// In the compressed file.
    Member(u64),
}

/// Reads records up to the end of the stream; `false` where the stream itself is damaged.
fn records(
    reader: &mut impl BufRead,
    offset: &Offset,
    number: &mut u64,
    place: &Place,
    walk: &mut Walk<'_>,
) -> Result<bool, Stop> {
    loop {
        let begins = match record::to_next(reader) {
            Ok(Some(skipped)) => {
                if skipped && *number > 0 {
                    let label = label(place, *number);
                    walk.tell(Found::Told(Refusal::doubt(label, "its length is not what its header says")))?;
                }
                match offset {
                    Offset::Within(count) => count.get(),
                    Offset::Member(start) => *start,
                }
            }
            Ok(None) => return Ok(true),
            Err(error) => {
                *number += 1;
                walk.refuse(&label(place, *number), reason(&error))?;
                return Ok(false);
            }
        };
        *number += 1;
        walk.count()?;
        match record::read(reader, walk.largest) {
            Ok((head, block)) => take(&head, block, begins, *number, place, walk)?,
            Err(Broken::Record(why)) => walk.refuse(&label(place, *number), format!("{why} (at byte {begins})"))?,
            Err(Broken::Stream(error)) => {
                let why = if limits::is_bomb(&error) { error.to_string() } else { format!("it is damaged: {error}") };
                walk.refuse(&label(place, *number), format!("{why} (at byte {begins})"))?;
                return Ok(false);
            }
        }
    }
}

fn label(place: &Place, number: u64) -> String {
    format!("{}#{number}", place.origin)
}

/// Makes a record a capture, or counts it.
fn take(head: &Head, block: Vec<u8>, begins: u64, number: u64, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let mut inside = place.record(&number.to_string());
    let kind = head.get("WARC-Type").unwrap_or_default().to_ascii_lowercase();
    let is_article = matches!(kind.as_str(), "response" | "resource" | "conversion");
    let is_http =
        head.get("Content-Type").is_some_and(|name| name.to_ascii_lowercase().starts_with("application/http"));
    let answer = match http::split(&block) {
        Ok(answer) if is_http => answer,
        Err(why) if is_http && is_article => return walk.refuse(&inside.origin, format!("{why} (at byte {begins})")),
        _ => http::Answer::without_head(head, &block),
    };
    let payload_begins = block.len() - answer.payload.len();
    let digest = match digest::check(head, &block, &answer) {
        Ok(digest) => digest,
        Err(why) => {
            let doubt = Refusal::doubt(&inside.origin, format!("{why} (a {kind} record at byte {begins})"));
            walk.tell(Found::Told(doubt))?;
            None
        }
    };
    let url = head.get("WARC-Target-URI").map(|url| url.trim_matches(['<', '>']).to_owned());
    match kind.as_str() {
        _ if is_article => {}
        "continuation" => {
            return walk
                .refuse(&inside.origin, "it continues a record that was cut in pieces, which is not put together");
        }
        "" => {
            return walk
                .refuse(&inside.origin, format!("it does not say what type of record it is (at byte {begins})"));
        }
        other => return walk.leave_aside(format!("{other} records")),
    }
    if answer.status.is_some_and(|status| status != 200) {
        return walk.leave_aside(format!("answers with status {}", answer.status.unwrap_or_default()));
    }
    // What wget writes about its own run.
    let is_of_the_tool = url.as_deref().is_some_and(|url| url.starts_with("metadata://"));
    let is_robots = url.as_deref().is_some_and(|url| url.ends_with("/robots.txt"));
    let media_type = match http::media_type(&answer, url.as_deref()) {
        Ok(_) if is_robots => return walk.leave_aside("robots.txt"),
        Ok(_) if is_of_the_tool => return walk.leave_aside("notes of the crawler"),
        Ok(media_type) => media_type,
        Err(other) => return walk.leave_aside(other),
    };
    let record = Record {
        kind,
        id: head.get("WARC-Record-ID").map(str::to_owned),
        date: head.get("WARC-Date").map(str::to_owned),
        url: url.clone(),
        offset: Some(begins),
        digest,
        status: answer.status,
        headers: answer.headers,
        ..Record::default()
    };
    inside.given = url.map(|url| serde_json::json!({ "url": url }).to_string());
    inside.record = record.to_json();
    let mut payload = block;
    payload.drain(..payload_begins);
    walk.capture(media_type, payload, &inside)
}
