//! Statements for reading: who said it, when and where it stands, and below that the words, whole.

use std::io::Write;

use super::days;
use super::layout::{NOTHING, one_line, wrapped};
use super::style::{FAINT, STRONG, styled};
use crate::query::{Record, Rows};
use crate::{Error, Result};

/// Lines of text are no longer, however wide the terminal is.
const WIDEST_TEXT: usize = 100;

/// Writes the rows of [`crate::query::quotes`].
pub fn write(rows: &Rows, width: usize, out: &mut dyn Write) -> Result<()> {
    for record in rows.records() {
        let mut lines = vec![heading(&record)];
        lines.extend(
            wrapped(&words(&record), width.min(WIDEST_TEXT).saturating_sub(4), usize::MAX)
                .iter()
                .map(|line| format!("    {line}")),
        );
        lines.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(Error::Write)?;
    }
    Ok(())
}

/// "Ines Moll · 7 May 2019 · The Lantern 7 May 2019 · via Radio Levant".
fn heading(record: &Record<'_>) -> String {
    let text = |column: &str| record.text(column).map(one_line);
    let issue = [text("publisher"), record.text("published_on").map(|day| days::short(day, None))];
    let issue = issue.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let facts = [
        record.text("said_on").map(days::long),
        Some(issue).filter(|issue| !issue.is_empty()),
        text("via").map(|via| format!("via {via}")),
        (record.text("polarity") == Some("denied")).then(|| "denied".to_owned()),
    ];
    let mut heading = styled(STRONG, text("speaker").unwrap_or_else(|| NOTHING.to_owned()));
    for fact in facts.into_iter().flatten() {
        heading.push_str(&styled(FAINT, format!(" · {fact}")));
    }
    heading
}

/// Between quotation marks only what stood between them in the article.
fn words(record: &Record<'_>) -> String {
    let quote = record.text("quote").map(one_line).unwrap_or_default();
    if record.integer("direct") == Some(1) { format!("“{quote}”") } else { quote }
}
