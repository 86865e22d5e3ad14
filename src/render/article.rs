//! One article for reading: what is known about it, its text, and what it claims.

use std::io::Write;

use super::days;
use super::layout::one_line;
use super::marked_text::{self, Mark};
use super::style::{FAINT, STRONG, styled};
use super::table::Table;
use crate::query::show::Article;
use crate::query::{Record, Sink as _, Value};
use crate::span::Span;
use crate::{Error, Result};

/// Lines of text are no longer, however wide the terminal is.
const WIDEST_TEXT: usize = 100;
/// How much of a claim's key is shown: enough to tell the claims of a large archive apart.
const KEY_DIGITS: usize = 8;

/// Writes the article.
pub fn write(article: &Article, width: usize, out: &mut dyn Write) -> Result<()> {
    let mut text = String::new();
    for line in heading(article).into_iter().chain(body(article, width.min(WIDEST_TEXT))) {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    out.write_all(text.as_bytes()).map_err(Error::Write)?;
    list(article, width, out)
}

fn heading(article: &Article) -> Vec<String> {
    let Some(record) = article.document.records().next() else { return Vec::new() };
    let text = |column: &str| record.text(column).map(one_line);
    let number = |column: &str| record.integer(column).unwrap_or_default();
    let mut lines = vec![styled(STRONG, text("title").or_else(|| text("article")).unwrap_or_default())];
    let published = record.text("published_on").map(days::long);
    let issue: Vec<String> = [text("publisher"), published, text("byline")].into_iter().flatten().collect();
    lines.push(issue.join(" · "));
    let facts = [
        ("article", text("article").unwrap_or_default()),
        ("found at", format!("{}, {}", text("origin").unwrap_or_default(), text("retrieved_at").unwrap_or_default())),
        ("sha256", text("sha256").unwrap_or_default()),
        ("version", format!("{} of {}, {} bytes", number("version"), number("versions"), number("byte_length"))),
    ];
    lines.extend(facts.map(|(name, fact)| styled(FAINT, format!("{name:<9} {fact}"))));
    lines
}

/// The text with its claims marked, then the heading of the claims.
fn body(article: &Article, width: usize) -> Vec<String> {
    let text = article.document.records().next().and_then(|record| record.text("text")).unwrap_or_default();
    let mut lines = vec![String::new()];
    lines.extend(marked_text::lines(text.trim_end(), &marks(article, text), width));
    let count = article.claims.rows.len();
    lines.push(String::new());
    lines.push(styled(STRONG, format!("{count} claim{}", if count == 1 { "" } else { "s" })));
    lines
}

/// A mark for each claim, numbered in reading order.
fn marks(article: &Article, text: &str) -> Vec<Mark> {
    // The archive counts code points, marks count bytes.
    let bytes: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let byte = |record: &Record<'_>, column: &str| {
        record
            .integer(column)
            .and_then(|offset| usize::try_from(offset).ok())
            .and_then(|offset| bytes.get(offset).copied())
    };
    let mark = |(index, record): (usize, Record<'_>)| {
        let span = Span::new(byte(&record, "start_offset")?, byte(&record, "end_offset")?);
        Some(Mark { span, number: index + 1, style: STRONG })
    };
    article.claims.records().enumerate().filter_map(mark).collect()
}

/// The claims under the numbers that mark them in the text, each with the beginning of its key, by which it can be proved.
fn list(article: &Article, width: usize, out: &mut dyn Write) -> Result<()> {
    let shown: Vec<&str> = ["number"].into_iter().chain(article.shown.iter().copied()).chain(["key"]).collect();
    let own = ["number".to_owned(), "key".to_owned()];
    let mut table = Table::new(&shown, width, out);
    table.columns(own.into_iter().chain(article.claims.columns.iter().cloned()).collect())?;
    for (index, (row, record)) in article.claims.rows.iter().zip(article.claims.records()).enumerate() {
        let number = Value::Integer(i64::try_from(index + 1).unwrap_or(i64::MAX));
        let key = record.text("claim_key").and_then(|key| key.get(..KEY_DIGITS)).unwrap_or_default();
        table.row([number, Value::Text(key.to_owned())].into_iter().chain(row.iter().cloned()).collect())?;
    }
    table.finish().map(|_| ())
}
