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
}

impl MediaType {
    /// The IANA name, as stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::PlainText => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Json => "application/ld+json",
        }
    }

    /// The type with this IANA name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::PlainText, Self::Markdown, Self::Html, Self::Json].into_iter().find(|kind| kind.name() == name)
    }

    /// The type that a server names, without its parameters and in small letters.
    pub fn from_content_type(named: &str) -> Option<Self> {
        match named {
            "text/html" | "application/xhtml+xml" => Some(Self::Html),
            "text/plain" => Some(Self::PlainText),
            "text/markdown" | "text/x-markdown" => Some(Self::Markdown),
            "application/ld+json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The type that a file's ending promises; `None` for an ending that is no article.
    pub fn from_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::PlainText),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
