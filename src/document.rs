//! A capture, read: its text and what stands about it in the text or beside it. Derived, pure: the same capture always
//! gives the same document.
//!
//! What is given beside the bytes wins over what the page or record says of itself, and that over what is read from the
//! text; what stands nowhere stays unknown.

mod auto_archiver;
mod decode;
pub mod encoding;
pub mod feed;
mod html;
mod json;
pub mod language;
pub mod mail;
mod markdown;
mod packaged;
mod pdf;
mod plain_text;
mod row;
pub mod saved_page;
pub mod time_limit;

use chrono::NaiveDate;

use crate::capture::{Capture, MediaType, Metadata, Record};
use auto_archiver::Report;

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
    /// Why nothing was looked for in it; `None` where it was.
    pub not_analysed: Option<NotAnalysed>,
    /// The article's text. For plain text it is the decoded bytes, unchanged, so that offsets into it are offsets into the file.
    pub text: String,
}

/// Reads a capture.
///
/// # Errors
/// A sentence that says why the bytes are no article (binary data, no text).
pub fn read(capture: &Capture) -> Result<Document, String> {
    let bytes = encoding::undone(capture)?;
    let media_type = capture.media_type;
    let record = capture.record.as_deref().map(Record::from_json);
    let declared = record.as_ref().and_then(Record::charset);
    let decoded = || decode::text(&bytes, media_type, declared.as_deref());
    let (text, found) = match media_type {
        MediaType::Markdown => markdown::read(&decoded()?),
        MediaType::PlainText => {
            let text = decoded()?;
            let found = plain_text::metadata(&text);
            (text, found)
        }
        MediaType::Html => match Report::of(&bytes) {
            Some(report) => report.read(),
            None => html::read(&decoded()?)?,
        },
        MediaType::Json => json::read(&decoded()?)?,
        MediaType::Email => mail::read(&bytes)?,
        MediaType::Mhtml => {
            let (page, url) = mail::page(&bytes)?;
            let (text, found) = html::read(&page)?;
            (text, Metadata { url: found.url.clone().or(url), ..found })
        }
        MediaType::Pdf => pdf::read(&bytes)?,
        MediaType::Docx | MediaType::Odt => packaged::read(&bytes, media_type)?,
        MediaType::FeedEntry => feed::read(&decoded()?)?,
        MediaType::Row => (row::read(&decoded()?, capture)?, Metadata::default()),
    };
    let is_scan = media_type == MediaType::Pdf;
    if text.trim().is_empty() && !is_scan {
        return Err("it has no text".to_owned());
    }
    // A page may not say its own address; whoever saved it does.
    let saved = record.filter(|record| record.kind == "saved page").and_then(|record| record.url);
    let saved = Metadata { url: saved, ..Metadata::default() };
    Ok(Document::new(text, capture.metadata().or(found).or(saved)))
}

/// The text that bytes encode, whose encoding may be named elsewhere.
///
/// # Errors
/// A sentence that says why they are no text.
pub fn decoded(bytes: &[u8], media_type: MediaType, named: Option<&str>) -> Result<String, String> {
    decode::text(bytes, media_type, named)
}

/// The day of a date as people write it: "4 March 2019".
pub fn plain_day(text: &str) -> Option<NaiveDate> {
    plain_text::day(text)
}

/// Why a document was stored and not analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnalysed {
    /// It holds no text that could be read: a scan.
    NoText,
    /// It is in a language that the extractor does not know.
    Language,
}

impl NotAnalysed {
    /// The words for it, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoText => "no text",
            Self::Language => "language",
        }
    }
}

impl Document {
    fn new(text: String, metadata: Metadata) -> Self {
        let text = if text.trim().is_empty() { String::new() } else { text };
        let language = language::of(&text, metadata.language.as_deref());
        let not_analysed = if text.is_empty() {
            Some(NotAnalysed::NoText)
        } else {
            (!language::is_known(language.as_deref())).then_some(NotAnalysed::Language)
        };
        Self {
            title: metadata.headline,
            byline: metadata.author,
            publisher: metadata.publisher,
            published_on: metadata.date_published,
            url: metadata.url,
            language,
            not_analysed,
            text,
        }
    }
}
