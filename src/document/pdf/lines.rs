//! The lines of a page, put together to paragraphs again.

/// Shorter lines, in characters, end paragraphs where they end a sentence.
const FULL: usize = 45;

/// The text with its lines joined, words parted by a hyphen put together, paragraphs parted by blank lines.
pub fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut last = "";
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            last = "";
            continue;
        }
        let begins = line.chars().next().unwrap_or(' ');
        if joined.is_empty() {
        } else if last.is_empty() {
            // A page that breaks off in the middle of a sentence goes on behind the gap.
            let goes_on = begins.is_lowercase() && !joined.ends_with(['.', '!', '?', ':', '"', '”']);
            joined.push_str(if goes_on { " " } else { "\n\n" });
        } else if begins.is_lowercase() && is_parted(&joined) {
            joined.pop();
        } else if joined.ends_with(['.', '!', '?', '”', '"']) && last.chars().count() < FULL {
            joined.push_str("\n\n");
        } else {
            joined.push(' ');
        }
        joined.push_str(line);
        last = line;
    }
    joined
}

/// Whether the text ends in the first part of a word.
fn is_parted(text: &str) -> bool {
    let mut letters = text.chars().rev();
    matches!(letters.next(), Some('-' | '\u{ad}')) && letters.next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_become_paragraphs() {
        for (text, expected) in [
            (
                "Two men were killed in a col-\nlision near Elmas,\npolice said.\n\nThey were\n\n\nbrothers.",
                "Two men were killed in a collision near Elmas, police said.\n\nThey were brothers.",
            ),
            ("A Title\n\nIt ended.\nIt began.", "A Title\n\nIt ended.\n\nIt began."),
            ("", ""),
        ] {
            assert_eq!(super::joined(text), expected);
        }
    }
}
