//! Text in columns: how wide it is, how it is cut, wrapped and padded. Widths are terminal columns, of which a Chinese
//! character takes two.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::query::Value;

/// Stands for NULL where people read.
pub const NOTHING: &str = "–";

/// A value as text, NULL as nothing.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(length) => format!("{length} bytes"),
        Value::Rows(rows) => format!("{} rows", rows.rows.len()),
    }
}

/// A value on one line for people, NULL as a dash. Control characters are dropped: an article could carry some that
/// command the terminal.
pub fn readable(value: &Value) -> String {
    match value {
        Value::Null => NOTHING.to_owned(),
        value => one_line(&plain(value)),
    }
}

/// The text on one line, without control characters, those that turn the direction of a text around too, and with single spaces.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let is_left_out = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for word in text.split(is_left_out) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// How many columns of a terminal `text` takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut with an ellipsis to at most `columns`.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut shortened = fitting(text, columns.saturating_sub(1)).trim_end().to_owned();
    if columns > 0 {
        shortened.push('…');
    }
    shortened
}

/// The beginning of the text that takes at most `columns`.
fn fitting(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    for (offset, character) in text.char_indices() {
        taken += character.width().unwrap_or(0);
        if taken > columns {
            return text.get(..offset).unwrap_or_default();
        }
    }
    text
}

/// The text with spaces after it up to `columns`.
pub fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text with spaces before it up to `columns`.
pub fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text in lines of at most `columns`, broken between words; a word that is too long is broken within. The last of at
/// most `lines` lines ends in an ellipsis where text is left over.
pub fn wrapped(text: &str, columns: usize, lines: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut word = word;
        if !line.is_empty() && width(&line) + 1 + width(word) > columns {
            wrapped.push(std::mem::take(&mut line));
        }
        while width(word) > columns {
            // A character wider than the column is taken all the same, so that each turn takes something.
            let first = word.chars().next().map_or(0, char::len_utf8);
            let (head, rest) = word.split_at(fitting(word, columns).len().max(first));
            wrapped.push(head.to_owned());
            word = rest;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() || wrapped.is_empty() {
        wrapped.push(line);
    }
    if wrapped.len() > lines {
        let rest = wrapped.split_off(lines.saturating_sub(1)).join(" ");
        wrapped.push(cut(&rest, columns));
    }
    wrapped
}

/// Where the columns in `shown` stand among `columns`; all of them where `shown` is empty.
pub fn shown_places(columns: &[String], shown: &[&str]) -> Vec<usize> {
    if shown.is_empty() {
        return (0..columns.len()).collect();
    }
    shown.iter().filter_map(|name| columns.iter().position(|column| column == name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_their_width() {
        for (text, columns, expected) in [
            ("bridge", 6, "bridge"),
            ("bridges", 6, "bridg…"),
            ("a bridge", 3, "a…"),
            ("橋橋橋", 6, "橋橋橋"),
            ("橋橋橋", 5, "橋橋…"),
            ("橋橋橋", 4, "橋…"),
            ("bridge", 1, "…"),
            ("bridge", 0, ""),
        ] {
            assert_eq!(cut(text, columns), expected, "{text} in {columns}");
            assert!(width(&cut(text, columns)) <= columns);
        }
    }

    #[test]
    fn texts_are_wrapped_between_words() {
        for (text, columns, lines, expected) in [
            ("the old bridge fell", 8, 9, vec!["the old", "bridge", "fell"]),
            ("the old bridge fell", 8, 2, vec!["the old", "bridge…"]),
            ("bridgehead", 4, 9, vec!["brid", "gehe", "ad"]),
            ("橋橋橋", 1, 9, vec!["橋", "橋", "橋"]),
            ("", 4, 9, vec![""]),
        ] {
            assert_eq!(wrapped(text, columns, lines), expected, "{text} in {columns}");
        }
    }

    #[test]
    fn control_characters_never_reach_a_terminal() {
        assert_eq!(one_line("one\u{1b}[2J\n two\r\n\tthree"), "one [2J two three");
        assert_eq!(one_line("a\u{202e}txt.exe\u{2066}"), "a txt.exe");
        assert_eq!(readable(&Value::Null), "–");
    }
}
