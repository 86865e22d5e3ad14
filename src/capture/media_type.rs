//! The kinds of bytes that are read as articles.

use std::fmt;
use std::path::Path;

/// How an article's bytes are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// Plain text: the stored text is the decoded bytes, unchanged.
    PlainText,
    /// Markdown: read as plain text.
    Markdown,
    /// A web page.
    Html,
    /// One article as a JSON object in schema.org terms.
    Json,
    /// A message.
    Email,
    /// A web page as browsers save it with everything that it shows.
    Mhtml,
    /// A PDF file.
    Pdf,
    /// A document of Word, or in its format.
    Docx,
    /// A document of `LibreOffice`, or in its format.
    Odt,
    /// One entry of a feed.
    FeedEntry,
    /// One row of a table.
    Row,
}

impl MediaType {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::PlainText,
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Email,
        Self::Mhtml,
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::FeedEntry,
        Self::Row,
    ];

    /// The IANA name, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::PlainText => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Json => "application/ld+json",
            Self::Email => "message/rfc822",
            Self::Mhtml => "multipart/related",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::FeedEntry => "application/rss+xml",
            Self::Row => "text/csv",
        }
    }

    /// The ending of a file that holds such bytes.
    pub fn ending(self) -> &'static str {
        match self {
            Self::PlainText => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Email => "eml",
            Self::Mhtml => "mhtml",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::FeedEntry => "xml",
            Self::Row => "csv",
        }
    }

    /// The type with this IANA name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The type that a server names, without its parameters and in small letters.
    pub fn from_content_type(named: &str) -> Option<Self> {
        match named {
            "text/html" | "application/xhtml+xml" => Some(Self::Html),
            "text/plain" => Some(Self::PlainText),
            "text/markdown" | "text/x-markdown" => Some(Self::Markdown),
            "application/ld+json" => Some(Self::Json),
            "message/rfc822" | "multipart/related" | "application/pdf" => Self::from_name(named),
            _ => [Self::Docx, Self::Odt].into_iter().find(|kind| kind.name() == named),
        }
    }

    /// The type that a file's ending promises; `None` for an ending that is no article.
    pub fn from_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::PlainText),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "eml" => Some(Self::Email),
            "mht" | "mhtml" => Some(Self::Mhtml),
            "pdf" => Some(Self::Pdf),
            "docx" => Some(Self::Docx),
            "odt" => Some(Self::Odt),
            _ => None,
        }
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
