//! One article for reading: what is known about it, its text, and what it claims.

use std::io::Write;

use super::layout::{one_line, wrapped};
use super::style::{FAINT, STRONG, styled};
use super::{days, table};
use crate::query::Sink as _;
use crate::query::show::{Article, CLAIMS_OF_VERSION};
use crate::{Error, Result};

/// Lines of text are no longer, however wide the terminal is.
const WIDEST_TEXT: usize = 100;

/// Writes the article.
pub fn write(article: &Article, width: usize, out: &mut dyn Write) -> Result<()> {
    let mut text = String::new();
    for line in heading(article).into_iter().chain(body(article, width.min(WIDEST_TEXT))) {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    out.write_all(text.as_bytes()).map_err(Error::Write)?;
    let mut claims = table::Table::new(CLAIMS_OF_VERSION.shown, width, out);
    claims.columns(article.claims.columns.clone())?;
    article.claims.rows.iter().try_for_each(|row| claims.row(row.clone()))?;
    claims.finish().map(|_| ())
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

/// The text, paragraph by paragraph, then the heading of the claims.
fn body(article: &Article, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let text = article.document.records().next().and_then(|record| record.text("text")).unwrap_or_default();
    for paragraph in text.lines() {
        lines.extend(wrapped(&one_line(paragraph), width, usize::MAX));
    }
    let count = article.claims.rows.len();
    lines.push(String::new());
    lines.push(styled(STRONG, format!("{count} claim{}", if count == 1 { "" } else { "s" })));
    lines
}
