//! What came of reading an origin again, for people and as rows: the outcome, and each change in what the article says.

use std::fmt::Write as _;
use std::io::Write;

use super::layout::one_line;
use super::style::{CONFLICT, FAINT, MARK, STRONG, styled};
use crate::query::{Rows, Value, diff};
use crate::reingest::{Line, Outcome};
use crate::{Error, Result};

/// The columns of [`rows`].
const COLUMNS: [&str; 10] = [
    "outcome",
    "is_finding",
    "article",
    "origin",
    "version",
    "detail",
    "is_news",
    "capture_id",
    "new_capture_id",
    "changes",
];

/// Writes one reading.
pub fn write(line: &Line, out: &mut dyn Write) -> Result<()> {
    let style = match line.outcome {
        Outcome::Changed | Outcome::Gone => CONFLICT,
        Outcome::Unchanged => FAINT,
        _ => STRONG,
    };
    let outcome = styled(style, format!("{:<11}", line.outcome.name()));
    let version = line.version.map_or_else(String::new, |version| format!("  version {version}"));
    let again = match (line.outcome, line.is_news) {
        (Outcome::Unchanged | Outcome::Changed, _) | (_, true) => "",
        (_, false) => " (as the last time)",
    };
    let mut text = format!("{outcome}  {}{version}{again}\n", one_line(&line.origin));
    if let Some(detail) = &line.detail {
        let _ = writeln!(text, "             {}", one_line(detail));
    }
    for record in diff::rows(line.changes.clone()).records() {
        let what = match (record.text("thing"), record.text("change"), record.text("altered")) {
            // Wording is for `query diff`; metadata and what claims say are what one has to know.
            (Some("sentence"), ..) | (_, Some("reworded"), _) => continue,
            (Some("claim"), Some(change @ ("dropped" | "added")), _) => change.to_owned(),
            (_, _, Some(altered)) => altered.to_owned(),
            _ => continue,
        };
        let _ = writeln!(text, "             {}", styled(STRONG, what));
        for (sign, style, column) in [("-", CONFLICT, "before"), ("+", MARK, "after")] {
            if let Some(said) = record.text(column) {
                let _ = writeln!(text, "               {sign} {}", styled(style, one_line(said)));
            }
        }
    }
    out.write_all(text.as_bytes()).map_err(Error::Write)
}

/// The readings as rows, each with its changes as rows within.
pub fn rows(lines: Vec<Line>) -> Rows {
    let number = |value: Option<i64>| value.map_or(Value::Null, Value::Integer);
    let rows = lines.into_iter().map(|line| {
        vec![
            Value::Text(line.outcome.name().to_owned()),
            Value::Integer(i64::from(line.is_finding())),
            Value::Text(line.article),
            Value::Text(line.origin),
            number(line.version),
            line.detail.map_or(Value::Null, Value::Text),
            Value::Integer(i64::from(line.is_news)),
            Value::Integer(line.capture_id),
            number(line.new_capture_id),
            Value::Rows(diff::rows(line.changes)),
        ]
    });
    Rows { columns: COLUMNS.map(str::to_owned).to_vec(), rows: rows.collect() }
}
