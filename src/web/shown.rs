//! Text from the archive as it may stand on a page. Markup is escaped by the templates; here characters that nobody sees, and
//! those that turn the direction of what follows, are written out by their numbers, so that a text cannot pretend to be another.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::query::Record;

/// The text with invisible and turning characters written out; white space stays.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            let _ = write!(visible, "[U+{:04X}]", u32::from(character));
        } else {
            visible.push(character);
        }
    }
    Cow::Owned(visible)
}

/// Control characters but line breaks and tabs; embeddings, overrides and isolates of direction; tags; characters of no width
/// that no script needs. Marks of direction and joiners, which scripts do need, stay.
fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' | '\r' => false,
        '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{200b}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{fdd0}'..='\u{fdef}' => true, // the last are no characters, nor are those whose number ends in FFFE or FFFF
        character => character.is_control() || u32::from(character) & 0xfffe == 0xfffe,
    }
}

/// The text on one line.
pub fn line(text: &str) -> String {
    let text = shown(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// One line, cut to so many characters.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = line(text);
    match text.char_indices().nth(most) {
        None => text,
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
    }
}

/// The text in a column, on one line; `None` where it holds none.
pub fn cell(record: &Record<'_>, column: &str) -> Option<String> {
    record.text(column).map(line).filter(|text| !text.is_empty())
}

/// The same; a dash where it holds none.
pub fn cell_or_dash(record: &Record<'_>, column: &str) -> String {
    cell(record, column).unwrap_or_else(|| "–".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_out() {
        for (text, expected) in [
            ("plain <b>", "plain <b>"),
            ("two\nlines\tand a tab", "two\nlines\tand a tab"),
            ("a\u{202e}b", "a[U+202E]b"),
            ("a\0b\u{1b}[31m", "a[U+0000]b[U+001B][31m"),
            ("x\u{feff}y\u{2066}z\u{e0041}", "x[U+FEFF]y[U+2066]z[U+E0041]"),
            ("\u{fffe}\u{1ffff}", "[U+FFFE][U+1FFFF]"),
            ("שלום\u{200f} می\u{200c}خواهم", "שלום\u{200f} می\u{200c}خواهم"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn excerpts_end_between_characters() {
        assert_eq!(excerpt("  one\n two  ", 20), "one two");
        assert_eq!(excerpt("écluse fermée", 7), "écluse…");
    }
}
