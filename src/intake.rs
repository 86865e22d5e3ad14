//! From what a person names (files, folders, standard input) to captures. The only stage that reads files.

pub mod json_lines;
pub mod sidecar;

use std::fs;
use std::path::Path;

use crate::capture::{Capture, MediaType};

/// Reads the captures of one file: one for an article, one for each line of JSON Lines.
///
/// # Errors
/// A sentence that says why the file gives none; a bad line of JSON Lines is an error of its own in the list.
pub fn read_file(path: &Path, origin: &str) -> Result<Vec<Result<Capture, String>>, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot read it: {error}"))?;
    if json_lines::is_json_lines(path) {
        return Ok(json_lines::captures(&bytes, origin));
    }
    let media_type = MediaType::from_path(path).unwrap_or(MediaType::PlainText);
    let given = sidecar::beside(path)?;
    Ok(vec![Ok(Capture::new(origin, media_type, bytes, given))])
}
