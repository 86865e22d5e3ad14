//! JSON Lines: each line one article as a JSON object in schema.org terms, and its own bytes.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
use std::io::{BufRead, Read as _};
use std::path::Path;

use serde_json::Value;

use super::{Given, Refusal, cannot_read, too_large};
use crate::capture::{Capture, MediaType, Metadata};

/// Whether the file's ending promises JSON Lines.
pub fn is_json_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl") || ending.eq_ignore_ascii_case("ndjson"))
}

/// The captures of all lines that are not blank, in order, one line in memory at a time.
pub struct Lines<R> {
    reader: R,
    origin: String,
    largest: u64,
    given: Given,
    number: usize,
    seen: HashSet<u64>,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `reader`; one of more than `largest` bytes is refused.
    pub fn new(reader: R, origin: String, largest: u64, given: Given) -> Self {
        Self { reader, origin, largest, given, number: 0, seen: HashSet::new(), ended: false }
    }

    fn refusal(&self, reason: String) -> Refusal {
        Refusal::new(format!("{}, line {}", self.origin, self.number), reason)
    }

    /// The next line without its end; `None` at the end of the file.
    fn read_line(&mut self) -> Option<Result<Vec<u8>, Refusal>> {
        self.number += 1;
        let mut line = Vec::new();
        let limit = self.largest.saturating_add(2);
        match self.reader.by_ref().take(limit).read_until(b'\n', &mut line) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => {
                self.ended = true;
                return Some(Err(self.refusal(cannot_read(&error))));
            }
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        } else if line.len() as u64 > self.largest {
            if let Err(error) = self.reader.skip_until(b'\n') {
                self.ended = true;
                return Some(Err(self.refusal(cannot_read(&error))));
            }
            return Some(Err(self.refusal(too_large(self.largest))));
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Some(Ok(line))
    }

    /// A line whose identifier was used before in the file is known by its number instead.
    fn name_once(&mut self, capture: &mut Capture) {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(&capture.origin);
        if !self.seen.insert(hash) {
            capture.origin = format!("{}#{}", self.origin, self.number);
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Capture, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let line = match self.read_line()? {
                Ok(line) => line,
                Err(refusal) => return Some(Err(refusal)),
            };
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let read = capture(&line, &self.origin, self.number)
                .and_then(|capture| Ok(Capture { given: self.given.beside(None)?, ..capture }));
            return Some(match read {
                Ok(mut capture) => {
                    self.name_once(&mut capture);
                    Ok(capture)
                }
                Err(reason) => Err(self.refusal(reason)),
            });
        }
        None
    }
}

/// The capture of one line; its origin ends with `#` and the line's `identifier` or `url`, else its number.
pub fn capture(line: &[u8], origin: &str, number: usize) -> Result<Capture, String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let value: Value = serde_json::from_slice(line).map_err(|error| format!("it is not JSON: {error}"))?;
    Metadata::from_value(&value)?;
    let identifier = value.get("identifier").or_else(|| value.get("url")).and_then(Value::as_str);
    let fragment = identifier.map_or_else(|| number.to_string(), str::to_owned);
    Ok(Capture::new(format!("{origin}#{fragment}"), MediaType::Json, line.to_vec(), None))
}

/// The name by which a line's article is known outside: its `identifier` or `url`, else the origin.
pub fn identifier(capture: &Capture) -> &str {
    match capture.media_type {
        MediaType::Json => capture.origin.split_once('#').map_or(capture.origin.as_str(), |(_, fragment)| fragment),
        _ => &capture.origin,
    }
}
