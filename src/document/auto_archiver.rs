//! Reports of Bellingcat's auto-archiver: one page for each address that it archived, with a table of what it found there. What
//! the page or post said stands in that table, among notes on the files that were saved.

use chrono::NaiveDate;

use crate::capture::{Metadata, Record};

/// What ends such a report, before its scripts.
const MADE_WITH: &[u8] = b">bellingcat/auto-archiver</a>";
/// How far from the end it is looked for, in bytes.
const WITHIN: usize = 32 * 1024;
/// How the table begins.
const TABLE: &str = "<table class=\"metadata\">";

/// What was found, by name.
pub struct Report(Vec<(String, String)>);

impl Report {
    /// The report that this page is, if it is one.
    pub fn of(page: &[u8]) -> Option<Self> {
        let end = page.get(page.len().saturating_sub(WITHIN)..)?;
        memchr::memmem::find(end, MADE_WITH)?;
        let page = std::str::from_utf8(page).ok()?;
        let rows = page.split_once(TABLE)?.1.split("<tr>").skip(2);
        Some(Self(rows.filter_map(row).collect()))
    }

    /// What was said there, and what is known of it.
    pub fn read(&self) -> (String, Metadata) {
        let metadata = Metadata {
            headline: self.get("title"),
            author: self.get("author").or_else(|| self.get("uploader")),
            url: self.get("url"),
            date_published: self
                .get("timestamp")
                .and_then(|time| NaiveDate::parse_from_str(time.get(..10)?, "%F").ok()),
            ..Metadata::default()
        };
        let text = self.get("content").or_else(|| self.get("title")).unwrap_or_default();
        (text, metadata)
    }

    /// When and where from it was archived.
    pub fn record(&self) -> Record {
        Record {
            kind: "saved page".to_owned(),
            id: Some("auto-archiver".to_owned()),
            url: self.get("url"),
            date: self.get("_processed_at"),
            ..Record::default()
        }
    }

    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).filter(|value| !value.is_empty())
    }
}

/// `<td>name</td><td>value</td>`.
fn row(row: &str) -> Option<(String, String)> {
    let mut cells = row.split("<td>").skip(1).map(|cell| cell.split("</td>").next().map(plain));
    Some((cells.next()??, cells.next()??))
}

/// Text without tags, its lines kept.
fn plain(markup: &str) -> String {
    let pieces = markup.split('<').enumerate().map(|(index, piece)| match piece.split_once('>') {
        Some((_, text)) if index > 0 => text,
        _ => piece,
    });
    html_escape::decode_html_entities(&pieces.collect::<String>()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_its_names() {
        let page = "<h2>metadata</h2><table class=\"metadata\"><tr><th>key</th></tr>\
            <tr><td>url</td><td><span class=\"copy\"><a href=\"https://a.example/?b&amp;c\">https://a.example/?b&amp;c</a></span></td></tr>\
            <tr><td>content</td><td><span>Two men &lt;died&gt;.\nOne lives.</span></td></tr>\
            <tr><td>timestamp</td><td>2019-05-04 08:00:00+00:00</td></tr></table>\
            <p>Made with <a href=\"https://github.com/bellingcat/auto-archiver\">bellingcat/auto-archiver</a> v1</p>";
        let (text, metadata) = Report::of(page.as_bytes()).unwrap().read();
        assert_eq!(text, "Two men <died>.\nOne lives.");
        assert_eq!(metadata.url.as_deref(), Some("https://a.example/?b&c"));
        assert_eq!(metadata.date_published.unwrap().to_string(), "2019-05-04");
        assert!(Report::of(page.replace("</a> v1", "").as_bytes()).is_none());
        assert!(Report::of(b"").is_none());
    }
}
