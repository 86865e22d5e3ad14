//! How the bytes of standard input are read, which have no name that would tell.

use std::str::FromStr;

use crate::capture::MediaType;

/// What standard input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputType {
    /// One plain text.
    Text,
    /// One Markdown text.
    Markdown,
    /// One web page.
    Html,
    /// One article a line, as JSON in schema.org terms.
    Jsonl,
}

impl FromStr for InputType {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "jsonl" => Ok(Self::Jsonl),
            _ => Err(format!("the types are {}", Self::NAMES.join(", "))),
        }
    }
}

impl InputType {
    /// The words for them.
    pub const NAMES: [&'static str; 4] = ["text", "markdown", "html", "jsonl"];

    /// Told from the first bytes.
    pub fn of(beginning: &[u8]) -> Self {
        let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
        let starts_with = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if starts_with(b"{") {
            Self::Jsonl
        } else if starts_with(b"<!doctype") || starts_with(b"<html") || starts_with(b"<?xml") || starts_with(b"<head") {
            Self::Html
        } else {
            Self::Text
        }
    }

    /// The type of its one article; `None` for JSON Lines.
    pub fn media_type(self) -> Option<MediaType> {
        match self {
            Self::Text => Some(MediaType::PlainText),
            Self::Markdown => Some(MediaType::Markdown),
            Self::Html => Some(MediaType::Html),
            Self::Jsonl => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_type() {
        assert!(InputType::NAMES.iter().all(|name| name.parse::<InputType>().is_ok()));
        assert!("pdf".parse::<InputType>().is_err());
    }

    #[test]
    fn told_from_the_first_bytes() {
        let table: [(&[u8], InputType); 4] = [
            (b"\n <!DOCTYPE html>", InputType::Html),
            (b"\xEF\xBB\xBF{\"headline\"", InputType::Jsonl),
            (b"Two trams met on the bridge.", InputType::Text),
            (b"", InputType::Text),
        ];
        for (beginning, expected) in table {
            assert_eq!(InputType::of(beginning), expected, "{}", String::from_utf8_lossy(beginning));
        }
    }
}
