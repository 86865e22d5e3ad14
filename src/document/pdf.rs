//! PDF: the text layer. A scan has none, and is no error: it is stored and marked as not read.
//!
//! The library that reads PDF was written for honest files. So what could keep it busy without end is looked for first:
//! streams that unpack to too much, pages and drawings that contain themselves.

mod honest;
mod lines;
mod widths;
mod words;

use pdf_extract::{Document, Object, OutputError, output_doc};

use super::{plain_text, time_limit};
use crate::capture::Metadata;
use words::Words;

/// A text longer than this, in bytes, is no text of a report.
const LONGEST: usize = 64 << 20;

/// Titles that end like this are names of files.
const ENDINGS: [&str; 8] = ["doc", "docx", "odt", "indd", "pdf", "html", "htm", "txt"];

/// The text, paragraphs parted by blank lines, and what the file says of itself.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<(String, Metadata), String> {
    honest::check_streams(bytes)?;
    let bytes = bytes.to_vec();
    let read = time_limit::within(move || {
        let mut document = Document::load_mem(&bytes).map_err(|error| format!("it is a damaged PDF: {error}"))?;
        if document.is_encrypted() {
            return Err("it is encrypted".to_owned());
        }
        honest::check_pages(&document)?;
        widths::written_out(&mut document);
        let mut words = Words::new(LONGEST);
        match output_doc(&document, &mut words) {
            Ok(()) => Ok((words.text, said(&document))),
            Err(OutputError::FormatError(_)) => Err(format!("its text is longer than {} MB", LONGEST >> 20)),
            Err(error) => Err(format!("its text cannot be read: {error}")),
        }
    })?;
    let (text, said) =
        read.unwrap_or_else(|| Err("its text cannot be read: the PDF library failed on it".to_owned()))?;
    let text = lines::joined(&text);
    let head = plain_text::metadata(&text);
    Ok((text, head.or(said)))
}

/// What the file's information says: often the name of another file, or of whoever owned the computer, so that it comes last.
fn said(document: &Document) -> Metadata {
    let information = document.trailer.get(b"Info").and_then(Object::as_reference);
    let Some(information) = information.ok().and_then(|id| document.get_dictionary(id).ok()) else {
        return Metadata::default();
    };
    let text = |key: &[u8]| {
        let text = pdf_extract::decode_text_string(information.get(key).ok()?).ok()?;
        let text = text.trim().to_owned();
        let ending = text.rsplit('.').next().unwrap_or_default();
        let is_file = text.starts_with("Microsoft ") || ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
        (!text.is_empty() && !is_file).then_some(text)
    };
    Metadata { headline: text(b"Title"), author: text(b"Author"), ..Metadata::default() }
}
