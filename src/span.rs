//! A stretch of text.
//!
//! Inside the program offsets are bytes of the document's text, always on character boundaries. What leaves the program
//! (the archive, `extract`) counts Unicode code points, as SQLite's `substr` does; [`CodePoints`] converts.

use std::borrow::Cow;
use std::ops::Range;

/// Bytes `start..end` of a document's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The span of bytes `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text that the span covers; empty where the span does not lie on character boundaries of `text`.
    #[inline]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The text that the span covers, each stretch of white space in it as one space and none at its ends.
    pub fn on_one_line<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let text = self.of(text);
        // Nearly always it stands on one line.
        let bytes = text.as_bytes();
        if bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
            && !bytes.windows(2).any(|pair| pair == b"  ")
            && !(bytes.starts_with(b" ") || bytes.ends_with(b" "))
        {
            return Cow::Borrowed(text);
        }
        let mut line = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        Cow::Owned(line)
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Converts byte offsets of one text to code points.
pub struct CodePoints {
    /// Where the bytes are that begin no code point. English has few of them: the marks of a quotation, a name's accents.
    inner: Vec<usize>,
    text_length: usize,
}

impl CodePoints {
    /// Reads `text` once; conversions then halve a short list.
    pub fn new(text: &str) -> Self {
        let inner = if text.is_ascii() {
            Vec::new()
        } else {
            text.bytes().enumerate().filter(|(_, byte)| is_continuation(*byte)).map(|(at, _)| at).collect()
        };
        Self { inner, text_length: text.len() }
    }

    /// How many code points of the text come before byte `offset`.
    pub fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text_length);
        offset - self.inner.partition_point(|inner| *inner < offset)
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_one_line_a_text_has_single_spaces() {
        for (text, expected) in
            [("", ""), (" \n", ""), ("two\n  miners", "two miners"), (" at\u{a0}Orrin ", "at Orrin")]
        {
            assert_eq!(Span::new(0, text.len()).on_one_line(text), expected, "{text:?}");
        }
    }

    #[test]
    fn code_points_agree_with_a_count_from_the_start() {
        let text = "Жаңаөзен – “naïve” 漢字 🙂 ".repeat(20);
        let points = CodePoints::new(&text);
        for (expected, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(offset), expected);
        }
        assert_eq!(points.before(text.len()), text.chars().count());
    }
}
