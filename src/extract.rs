//! `extract`: articles in, claims out, one JSON object a line; touches no archive.

mod json;
mod line;

use std::io::Write;

use crate::analysis::analyse_all;
use crate::capture::Capture;
use crate::document::{self, Document};
use crate::{Error, Result};

/// How many captures are best read together.
pub const TOGETHER: usize = 16;

/// Writes the line for each of `captures`, which `name` names: `article`, `claims`, `quantities`, `dates`,
/// `attributions`, and with `with_text` the title, byline, publisher, date and text as they would be stored. Offsets are
/// code points of the text. What is no article has no line, but the reason in its place of the answer.
///
/// # Errors
/// Where the output cannot be written.
pub fn write_lines(
    captures: &[Capture],
    name: impl Fn(&Capture) -> &str,
    with_text: bool,
    out: &mut impl Write,
) -> Result<Vec<std::result::Result<(), String>>> {
    let read: Vec<std::result::Result<Document, String>> = captures.iter().map(document::read).collect();
    let documents: Vec<&Document> = read.iter().flatten().collect();
    let mut analyses = analyse_all(&documents).into_iter();
    for (capture, document) in captures.iter().zip(&read) {
        if let Ok(document) = document
            && let Some(analysis) = analyses.next()
        {
            let mut line = line::line(name(capture), document, &analysis, with_text);
            line.end_line();
            out.write_all(line.as_bytes()).map_err(Error::Write)?;
        }
    }
    Ok(read.into_iter().map(|document| document.map(drop)).collect())
}
