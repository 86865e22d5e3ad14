//! What differs between two versions, for reading: old and new wording one below the other, with the words that changed
//! in brackets: `[-fourteen-]`, `{+eleven+}`.

use std::fmt::Write as _;
use std::io::Write;

use similar::{ChangeTag, TextDiff};

use super::layout::one_line;
use super::style::{CONFLICT, FAINT, MARK, STRONG, styled};
use crate::query::Rows;
use crate::{Error, Result};

/// Writes the rows of [`crate::query::diff`].
pub fn write(rows: &Rows, out: &mut dyn Write) -> Result<()> {
    let mut text = String::new();
    let mut thing = "";
    for record in rows.records() {
        let next = record.text("thing").unwrap_or_default();
        if next != thing {
            let heading = if next == "metadata" { next.to_owned() } else { format!("{next}s") };
            let _ = writeln!(text, "{}{}", if thing.is_empty() { "" } else { "\n" }, styled(STRONG, heading));
            thing = next;
        }
        if let Some(altered) = record.text("altered") {
            let label = match record.text("change").unwrap_or_default() {
                "reworded" => "only reworded".to_owned(),
                change => format!("{altered} {change}"),
            };
            let _ = writeln!(text, "  {}", styled(STRONG, label));
        }
        let line = match (record.text("before").map(one_line), record.text("after").map(one_line)) {
            (Some(before), Some(after)) if are_alike(&before, &after) => format!("  ~ {}", words(&before, &after)),
            (Some(before), Some(after)) => {
                format!("  - {}\n  + {}", styled(CONFLICT, before), styled(MARK, after))
            }
            (Some(before), None) => format!("  - {}", styled(CONFLICT, before)),
            (None, after) => format!("  + {}", styled(MARK, after.unwrap_or_default())),
        };
        let _ = writeln!(text, "{line}");
    }
    if text.is_empty() {
        let _ = writeln!(text, "{}", styled(FAINT, "the same words and the same claims"));
    }
    out.write_all(text.as_bytes()).map_err(Error::Write)
}

/// Whether two wordings are of one sentence: most of their words are the same.
fn are_alike(before: &str, after: &str) -> bool {
    TextDiff::from_words(before, after).ratio() >= 0.6
}

/// One line with both wordings.
fn words(before: &str, after: &str) -> String {
    let diff = TextDiff::from_words(before, after);
    let mut line = String::new();
    let mut run: Option<(ChangeTag, String)> = None;
    for change in diff.iter_all_changes() {
        match &mut run {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => {
                line.push_str(&run.take().map_or_else(String::new, bracketed));
                run = Some((change.tag(), change.value().to_owned()));
            }
        }
    }
    line.push_str(&run.map_or_else(String::new, bracketed));
    line
}

fn bracketed((tag, text): (ChangeTag, String)) -> String {
    match tag {
        ChangeTag::Equal => text,
        ChangeTag::Delete => styled(CONFLICT, format!("[-{text}-]")),
        ChangeTag::Insert => styled(MARK, format!("{{+{text}+}}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_stand_in_brackets() {
        let line = words("Nine barges sank.", "Ten barges sank.");
        assert_eq!(anstream::adapter::strip_str(&line).to_string(), "[-Nine-]{+Ten+} barges sank.");
    }
}
