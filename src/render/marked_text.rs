//! A text with numbered marks around some of its stretches, wrapped to a width: `the [dockers]¹ went [on strike]²`.
//! The marks are part of the text, so that it reads the same without colour. Stretches may lie in one another.

use anstyle::Style;

use super::layout::width;
use super::style::{MARK, styled};
use crate::span::Span;

/// A stretch to mark.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Bytes of the text.
    pub span: Span,
    /// Stands behind the stretch.
    pub number: usize,
    /// How the stretch itself is written.
    pub style: Style,
}

/// A run of characters in one style.
struct Piece {
    style: Style,
    text: String,
}

/// A word, marks and punctuation included.
type Word = Vec<Piece>;

/// `text` in lines of at most `columns`, with `marks`; each line of the text begins a line, and a word that is longer than a
/// line has one to itself. Control characters are left out: they could command the terminal.
pub fn lines(text: &str, marks: &[Mark], columns: usize) -> Vec<String> {
    let mut marks: Vec<&Mark> = marks.iter().filter(|mark| !mark.span.is_empty()).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end), mark.number));
    let mut unopened = marks.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut lines = Vec::new();
    let mut words: Vec<Word> = vec![Word::new()];
    for (offset, character) in text.char_indices() {
        close(&mut open, offset, &mut words);
        if character == '\n' {
            lines.extend(wrapped(std::mem::replace(&mut words, vec![Word::new()]), columns));
            continue;
        }
        if character.is_whitespace() {
            words.push(Word::new());
            continue;
        }
        while let Some(mark) = unopened.next_if(|mark| mark.span.start <= offset) {
            if mark.span.end > offset {
                push(&mut words, MARK, "[");
                open.push(mark);
            }
        }
        if !character.is_control() {
            let style = open.last().map_or(Style::new(), |mark| mark.style);
            push(&mut words, style, character.encode_utf8(&mut [0; 4]));
        }
    }
    close(&mut open, text.len(), &mut words);
    lines.extend(wrapped(words, columns));
    lines
}

/// Closes what ends at `offset`, the inner stretch before the outer. The mark goes to the last word that is not empty.
fn close(open: &mut Vec<&Mark>, offset: usize, words: &mut Vec<Word>) {
    while let Some(at) = open.iter().rposition(|mark| mark.span.end <= offset) {
        let mark = open.remove(at);
        let pending = words.len() - words.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1);
        let empty = words.split_off(words.len() - pending.min(words.len()));
        push(words, MARK, &format!("]{}", superscript(mark.number)));
        words.extend(empty);
    }
}

fn push(words: &mut Vec<Word>, style: Style, text: &str) {
    if words.is_empty() {
        words.push(Word::new());
    }
    let Some(word) = words.last_mut() else { return };
    match word.last_mut().filter(|piece| piece.style == style) {
        Some(piece) => piece.text.push_str(text),
        None => word.push(Piece { style, text: text.to_owned() }),
    }
}

fn wrapped(words: Vec<Word>, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0;
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let wide: usize = word.iter().map(|piece| width(&piece.text)).sum();
        if taken > 0 && taken + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        if taken > 0 {
            line.push(' ');
            taken += 1;
        }
        line.extend(word.iter().map(|piece| styled(piece.style, &piece.text)));
        taken += wide;
    }
    lines.push(line);
    lines
}

/// The number in raised digits.
pub fn superscript(number: usize) -> String {
    let raised = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().filter_map(|digit| raised.get(usize::from(digit.wrapping_sub(b'0'))).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked text without colour.
    fn plain(text: &str, stretches: &[&str], columns: usize) -> Vec<String> {
        let marks: Vec<Mark> = stretches
            .iter()
            .enumerate()
            .map(|(number, stretch)| {
                let start = text.find(stretch).unwrap();
                Mark { span: Span::new(start, start + stretch.len()), number: number + 1, style: Style::new() }
            })
            .collect();
        lines(text, &marks, columns).iter().map(|line| anstream::adapter::strip_str(line).to_string()).collect()
    }

    #[test]
    fn stretches_are_marked_and_lines_wrapped() {
        for (text, stretches, columns, expected) in [
            ("Six miners went on strike.", vec!["Six miners"], 80, vec!["[Six miners]¹ went on strike."]),
            ("Six miners left.", vec!["Six miners left", "Six"], 80, vec!["[[Six]² miners left]¹."]),
            ("one two three", vec!["two three"], 9, vec!["one [two", "three]¹"]),
            ("one\n\ntwo", vec!["one", "two"], 9, vec!["[one]¹", "", "[two]²"]),
            ("a b c", vec!["a b", "b c"], 9, vec!["[a [b]¹", "c]²"]),
            ("ein überlanges Wort", vec![], 5, vec!["ein", "überlanges", "Wort"]),
            ("\u{1b}[2Jred", vec![], 9, vec!["[2Jred"]),
        ] {
            assert_eq!(plain(text, &stretches, columns), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_raised() {
        assert_eq!(superscript(1204), "¹²⁰⁴");
    }
}
