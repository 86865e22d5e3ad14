//! `extract`: articles in, claims out, one JSON object a line; touches no archive.

mod json;
mod line;

use std::io::Write;

use crate::analysis::analyse;
use crate::capture::Capture;
use crate::document;
use crate::{Error, Result};

/// Writes the line for one capture: `article`, `claims`, `quantities`, `dates`, `attributions`, and with `with_text` the
/// title, byline, publisher, date and text as they would be stored. Offsets are code points of the text.
///
/// # Errors
/// `Ok(Err(reason))` where the capture is no article; `Err` where the output cannot be written.
pub fn write_line(
    capture: &Capture,
    article: &str,
    with_text: bool,
    out: &mut impl Write,
) -> Result<std::result::Result<(), String>> {
    let document = match document::read(capture) {
        Ok(document) => document,
        Err(reason) => return Ok(Err(reason)),
    };
    let analysis = analyse(&document);
    let mut line = line::line(article, &document, &analysis, with_text);
    line.end_line();
    out.write_all(line.as_bytes()).map_err(Error::Write)?;
    Ok(Ok(()))
}
