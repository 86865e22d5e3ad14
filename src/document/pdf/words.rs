//! From letters at places to words and lines: a PDF says where each letter stands, and seldom where a word ends.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A gap of this share of the letters' size parts words; letters are moved closer or farther by less.
const GAP: f64 = 0.19;
/// Lines are farther apart than this share of the letters' size …
const LINE: f64 = 0.5;
/// … and paragraphs than this.
const PARAGRAPH: f64 = 1.9;

/// A line whose letters differ in size by this share from those of the line before is another paragraph.
const HEADING: f64 = 0.15;

/// Takes letters and puts them together, up to a length in bytes.
pub struct Words {
    /// The text so far.
    pub text: String,
    most: usize,
    end: f64,
    line: f64,
    size: f64,
}

impl Words {
    /// Nothing yet.
    pub fn new(most: usize) -> Self {
        Self { text: String::new(), most, end: 0.0, line: f64::MAX, size: 0.0 }
    }

    fn part(&mut self, x: f64, y: f64, size: f64) {
        let down = (y - self.line).abs();
        let is_heading = self.size > 0.0 && (size / self.size - 1.0).abs() > HEADING;
        let size = size.max(self.size);
        if down > size * PARAGRAPH || is_heading && down > size * LINE {
            self.text.push_str("\n\n");
        } else if down > size * LINE || x < self.end - size * 2.0 {
            self.text.push('\n');
        } else if x > self.end + size * GAP && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

impl OutputDev for Words {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        (self.line, self.end) = (f64::MAX, 0.0);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let wide = place.m11.hypot(place.m12) * font_size.abs();
        let size = place.m21.hypot(place.m22) * font_size.abs();
        let (x, y) = (place.m31, place.m32);
        if !letter.trim().is_empty() {
            self.part(x, y, size);
            (self.line, self.size) = (y, size);
        } else if self.line < f64::MAX && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        for letter in letter.chars().filter(|letter| !letter.is_control() && !letter.is_whitespace()) {
            match ligature(letter) {
                Some(letters) => self.text.push_str(letters),
                None => self.text.push(letter),
            }
        }
        self.end = x + width * wide;
        if self.text.len() > self.most { Err(OutputError::FormatError(std::fmt::Error)) } else { Ok(()) }
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// The letters that printers cast as one.
fn ligature(letter: char) -> Option<&'static str> {
    match letter {
        '\u{fb00}' => Some("ff"),
        '\u{fb01}' => Some("fi"),
        '\u{fb02}' => Some("fl"),
        '\u{fb03}' => Some("ffi"),
        '\u{fb04}' => Some("ffl"),
        '\u{fb05}' | '\u{fb06}' => Some("st"),
        _ => None,
    }
}
