//! JSON Lines: each line one article as a JSON object in schema.org terms, and its own bytes.

use std::path::Path;

use serde_json::Value;

use crate::capture::{Capture, MediaType, Metadata};

/// Whether the file's ending promises JSON Lines.
pub fn is_json_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("jsonl") || ending.eq_ignore_ascii_case("ndjson"))
}

/// The captures of all lines that are not blank, in order.
pub fn captures(bytes: &[u8], origin: &str) -> Vec<Result<Capture, String>> {
    bytes
        .split(|byte| *byte == b'\n')
        .enumerate()
        .filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
        .map(|(index, line)| capture(line, origin, index + 1))
        .collect()
}

/// The capture of one line; its origin ends with `#` and the line's `identifier` or `url`, else its number.
pub fn capture(line: &[u8], origin: &str, number: usize) -> Result<Capture, String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let bad = |reason: String| format!("line {number}: {reason}");
    let value: Value = serde_json::from_slice(line).map_err(|error| bad(format!("it is not JSON: {error}")))?;
    Metadata::from_value(&value).map_err(bad)?;
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
