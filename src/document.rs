//! A capture, read: its text and what stands about it in the text or beside it. Derived, pure: the same capture always
//! gives the same document.
//!
//! What is given beside the bytes wins over what the page or record says of itself, and that over what is read from the
//! text; what stands nowhere stays unknown.

mod decode;
pub mod encoding;
mod html;
mod json;
mod markdown;
mod plain_text;

use chrono::NaiveDate;

use crate::capture::{Capture, MediaType, Metadata, Record};

/// What a capture says once it is decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The day it was published.
    pub published_on: Option<NaiveDate>,
    /// Its canonical address.
    pub url: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// The article's text. For plain text it is the decoded bytes, unchanged, so that offsets into it are offsets into the file.
    pub text: String,
}

/// Reads a capture.
///
/// # Errors
/// A sentence that says why the bytes are no article (binary data, no text).
pub fn read(capture: &Capture) -> Result<Document, String> {
    let bytes = encoding::undone(capture)?;
    let declared = capture.record.as_deref().map(Record::from_json).and_then(|record| record.charset());
    let decoded = decode::text(&bytes, capture.media_type, declared.as_deref())?;
    let (text, found) = match capture.media_type {
        MediaType::Markdown => markdown::read(&decoded),
        MediaType::PlainText => {
            let found = plain_text::metadata(&decoded);
            (decoded, found)
        }
        MediaType::Html => html::read(&decoded),
        MediaType::Json => json::read(&decoded)?,
    };
    if text.trim().is_empty() {
        return Err("it has no text".to_owned());
    }
    Ok(Document::new(text, capture.metadata().or(found)))
}

impl Document {
    fn new(text: String, metadata: Metadata) -> Self {
        Self {
            title: metadata.headline,
            byline: metadata.author,
            publisher: metadata.publisher,
            published_on: metadata.date_published,
            url: metadata.url,
            language: metadata.language,
            text,
        }
    }
}
