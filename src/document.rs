//! A capture, read: its text and what stands about it in the text or beside it. Derived, pure: the same capture always
//! gives the same document.

use chrono::NaiveDate;

use crate::capture::{Capture, MediaType, Metadata};

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
    let text = String::from_utf8(capture.bytes.clone()).map_err(|_| "it is not UTF-8 text".to_owned())?;
    let (text, found) = match capture.media_type {
        MediaType::Json => {
            let value: serde_json::Value =
                serde_json::from_str(&text).map_err(|error| format!("it is not JSON: {error}"))?;
            let body = value.get("articleBody").and_then(serde_json::Value::as_str).unwrap_or_default();
            (body.to_owned(), Metadata::from_value(&value)?)
        }
        _ => (text, Metadata::default()),
    };
    let metadata = capture.metadata().or(found);
    Ok(Document {
        title: metadata.headline,
        byline: metadata.author,
        publisher: metadata.publisher,
        published_on: metadata.date_published,
        url: metadata.url,
        language: metadata.language,
        text,
    })
}
