//! Feeds (RSS, RDF, Atom): each entry is an article, and its bytes are its element as it stands in the file. What the feed
//! says of itself is given with each entry: its title as publisher, its language.

use std::io::{BufRead, Read as _};

use serde_json::{Map, Value};

use super::container::{Place, Stop, Walk, reason};
use super::too_large;
use crate::capture::{MediaType, Record};
use crate::document::{self, feed};

/// The elements that are entries.
const ENTRIES: [(&[u8], &[u8]); 2] = [(b"<item", b"</item>"), (b"<entry", b"</entry>")];

/// Reads all entries.
pub fn read(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    match reader.take(walk.largest.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > walk.largest => return walk.refuse(&place.origin, too_large(walk.largest)),
        Ok(_) => {}
        Err(error) => return walk.refuse(&place.origin, reason(&error)),
    }
    let found = ENTRIES.into_iter().filter_map(|(start, end)| Some((next(&bytes, start)?, start, end))).min();
    let Some((first, start, end)) = found else {
        return walk.refuse(&place.origin, "it is a feed without entries");
    };
    let head = bytes.get(..first).unwrap_or_default();
    let charset = charset(head);
    let given = given(head, charset.as_deref());
    let (mut rest, mut number) = (bytes.get(first..).unwrap_or_default(), 0);
    loop {
        number += 1;
        walk.count()?;
        let Some(length) = memchr::memmem::find(rest, end).map(|at| at + end.len()) else {
            return walk
                .refuse(&place.record(&number.to_string()).origin, "it has no end; the rest of the feed was not read");
        };
        let entry = rest.get(..length).unwrap_or_default();
        take(entry, number, charset.as_deref(), given.as_ref(), place, walk)?;
        rest = rest.get(length..).unwrap_or_default();
        let Some(at) = next(rest, start) else { return Ok(()) };
        rest = rest.get(at..).unwrap_or_default();
    }
}

/// Where the next element of this name begins: `<items>` is another one.
fn next(bytes: &[u8], start: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(bytes, start)
        .find(|at| bytes.get(at + start.len()).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'>'))
}

fn take(
    entry: &[u8],
    number: u64,
    charset: Option<&str>,
    given: Option<&String>,
    place: &Place,
    walk: &mut Walk<'_>,
) -> Result<(), Stop> {
    let decoded = document::decoded(entry, MediaType::FeedEntry, charset).unwrap_or_default();
    let fields = feed::fields(&decoded).unwrap_or_default();
    let field = |names: &[&str]| {
        let field = fields.iter().find(|field| names.contains(&field.name.as_str()))?;
        Some(field.plain()).filter(|text| !text.is_empty())
    };
    let id = field(&["guid", "id"]);
    let name = id.clone().filter(|name| walk.is_new(name)).unwrap_or_else(|| number.to_string());
    let mut inside = place.record(&name);
    let headers = charset.map(|charset| ("Content-Type".to_owned(), format!("application/xml; charset={charset}")));
    let record = Record { kind: "entry".to_owned(), id, headers: headers.into_iter().collect(), ..Record::default() };
    inside.record = record.to_json();
    inside.given = given.cloned();
    walk.capture(MediaType::FeedEntry, entry.to_vec(), &inside)
}

/// What the feed declares: `<?xml version="1.0" encoding="windows-1251"?>`.
fn charset(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head.get(..head.len().min(200))?).into_owned();
    let declared = head.split_once("encoding=")?.1.trim_start_matches(['"', '\'']);
    let label = declared.split(['"', '\'', '?', ' ']).next()?.to_ascii_lowercase();
    Some(label).filter(|label| !label.is_empty() && label != "utf-8")
}

/// What stands before the first entry.
fn given(head: &[u8], charset: Option<&str>) -> Option<String> {
    let head = document::decoded(head, MediaType::FeedEntry, charset).ok()?;
    let value = |name: &str| {
        let (_, after) = head.split_once(&format!("<{name}"))?;
        let (inner, _) = after.split_once('>')?.1.split_once(&format!("</{name}>"))?;
        let inner = inner.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        let text = html_escape::decode_html_entities(inner.trim()).trim().to_owned();
        Some(text).filter(|text| !text.is_empty())
    };
    let language = value("language").or_else(|| {
        let (_, after) = head.split_once("xml:lang=")?;
        after.trim_start_matches(['"', '\'']).split(['"', '\'']).next().map(str::to_owned)
    });
    let mut said = Map::new();
    for (key, value) in [("publisher", value("title")), ("inLanguage", language)] {
        said.extend(value.map(|value| (key.to_owned(), Value::from(value))));
    }
    (!said.is_empty()).then(|| Value::Object(said).to_string())
}
