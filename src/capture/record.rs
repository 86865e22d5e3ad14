//! What a container or server recorded of an article's bytes: when and where from, how the server answered, and how the
//! bytes are encoded. Kept as JSON beside the capture, the parts that are not known left out.

use serde::{Deserialize, Serialize};

/// What was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// What kind of record it is: a WARC record type, `http`, `message`, `entry`, `row`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The record's own name: `WARC-Record-ID`, `Message-ID`, `guid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// When it was recorded, as the record says: UTC for a WARC record and a server's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The address that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where the record begins, in bytes of the (decompressed, where it is one stream) container.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<u64>,
    /// The digest that the container gives for the payload, and which the bytes fit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The server's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Where the server led on the way, each with its status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<(u16, String)>,
    /// The server's headers, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<(String, String)>,
    /// The column of a table that each thing said of the article stands in, counted from 0, and what parts the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Columns>,
}

/// How a row of a table is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// What stands between two columns: a comma, a semicolon, a tab.
    pub delimiter: char,
    /// The column of the article's text.
    pub text: usize,
    /// What the user said of the columns; empty where their names told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mapping: String,
}

impl Record {
    /// Reads what was stored; nothing where that is no record.
    pub fn from_json(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// As it is stored.
    pub fn to_json(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// The encoding of letters that the server named.
    pub fn charset(&self) -> Option<String> {
        let value = self.header("Content-Type")?.to_ascii_lowercase();
        let label = value.split("charset=").nth(1)?.trim_start_matches(['"', '\'', ' ']);
        let end = label.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_:.".contains(letter)));
        Some(label.get(..end.unwrap_or(label.len()))?.to_owned()).filter(|label| !label.is_empty())
    }

    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}
