//! JSON written straight into one buffer. A line of claims is several times as long as its article, so that writing it
//! through a general serializer would take a tenth of the time that reading the article takes.

/// The name of a field as it is written, with the comma before it, so that it is one copy; made by [`name!`].
#[derive(Clone, Copy)]
pub struct Name(pub &'static str);

/// The [`Name`] of a field, which needs no escapes.
macro_rules! name {
    ($name:literal) => {
        $crate::extract::json::Name(concat!(",\"", $name, "\":"))
    };
}
pub(super) use name;

/// A buffer that JSON is written into. Commas are set where they belong; that brackets match is the caller's part.
#[derive(Default)]
pub struct Json {
    buffer: Vec<u8>,
}

impl Json {
    /// An empty buffer with room for `length` bytes.
    pub fn with_capacity(length: usize) -> Self {
        Self { buffer: Vec::with_capacity(length) }
    }

    /// What was written.
    pub fn as_bytes(&self) -> &[u8] {
        &self.buffer
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        self.buffer.push(b'\n');
    }

    /// Begins an object or array with `bracket`.
    pub fn open(&mut self, bracket: u8) {
        self.separate();
        self.buffer.push(bracket);
    }

    /// Ends an object or array with `bracket`.
    pub fn close(&mut self, bracket: u8) {
        self.buffer.push(bracket);
    }

    /// The name of a field; its value comes next.
    #[inline]
    pub fn key(&mut self, Name(name): Name) {
        let comma = usize::from(self.is_at_first());
        self.buffer.extend_from_slice(name.as_bytes().get(comma..).unwrap_or_default());
    }

    /// A field with a text.
    #[inline]
    pub fn text(&mut self, name: Name, value: &str) {
        self.key(name);
        self.string(value);
    }

    /// A field with a text, or null.
    pub fn optional_text(&mut self, name: Name, value: Option<&str>) {
        self.key(name);
        match value {
            Some(value) => self.string(value),
            None => self.literal("null"),
        }
    }

    /// A field with a whole number.
    #[inline]
    pub fn number(&mut self, name: Name, value: usize) {
        self.key(name);
        self.digits(value as u64);
    }

    /// A field with a whole number, or null.
    pub fn optional_number(&mut self, name: Name, value: Option<i64>) {
        self.key(name);
        match value {
            Some(value) => self.signed(value),
            None => self.literal("null"),
        }
    }

    /// A field that is true or false.
    pub fn boolean(&mut self, name: Name, value: bool) {
        self.key(name);
        self.literal(if value { "true" } else { "false" });
    }

    /// A field with two whole numbers.
    pub fn pair(&mut self, name: Name, (first, second): (usize, usize)) {
        self.key(name);
        self.buffer.push(b'[');
        self.digits(first as u64);
        self.buffer.push(b',');
        self.digits(second as u64);
        self.buffer.push(b']');
    }

    /// A value that is JSON as it stands.
    pub fn literal(&mut self, value: &str) {
        self.buffer.extend_from_slice(value.as_bytes());
    }

    /// A whole number as a value.
    pub fn signed(&mut self, value: i64) {
        if value < 0 {
            self.buffer.push(b'-');
        }
        self.digits(value.unsigned_abs());
    }

    /// A comma, unless what comes is the first of its object or array or the value of a field.
    fn separate(&mut self) {
        if !self.is_at_first() {
            self.buffer.push(b',');
        }
    }

    fn is_at_first(&self) -> bool {
        matches!(self.buffer.last(), None | Some(b'{' | b'[' | b':'))
    }

    fn digits(&mut self, mut value: u64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (value % 10) as u8;
            value /= 10;
            at -= 1;
            if value == 0 {
                break;
            }
        }
        self.buffer.extend_from_slice(digits.get(at..).unwrap_or_default());
    }

    fn string(&mut self, value: &str) {
        // Half of the texts of a claim are empty.
        if value.is_empty() {
            self.buffer.extend_from_slice(b"\"\"");
            return;
        }
        self.buffer.reserve(value.len() + 2);
        self.buffer.push(b'"');
        let mut rest = value.as_bytes();
        // Most texts need no escapes.
        if !holds_escaped(rest) {
            self.buffer.extend_from_slice(rest);
            self.buffer.push(b'"');
            return;
        }
        while let Some(at) = rest.iter().position(|byte| is_escaped(*byte)) {
            let (plain, special) = rest.split_at(at);
            self.buffer.extend_from_slice(plain);
            if let Some((byte, behind)) = special.split_first() {
                self.escape(*byte);
                rest = behind;
            }
        }
        self.buffer.extend_from_slice(rest);
        self.buffer.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                self.buffer.extend_from_slice(b"\\u00");
                self.buffer.extend([HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
                return;
            }
        };
        self.buffer.extend([b'\\', short]);
    }
}

/// Whether a byte of `text` needs an escape, by a look at eight of them at a time.
fn holds_escaped(text: &[u8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = ONES << 7;
    let (eights, rest) = text.as_chunks::<8>();
    // The highest bit of a byte is set where the byte is less than `limit`, or one before it is.
    let less = |bytes: u64, limit: u8| bytes.wrapping_sub(ONES * u64::from(limit)) & !bytes & HIGHEST;
    let found = eights.iter().fold(0, |found, eight| {
        let bytes = u64::from_le_bytes(*eight);
        let equal = |byte: u8| less(bytes ^ (ONES * u64::from(byte)), 1);
        found | less(bytes, b' ') | equal(b'"') | equal(b'\\')
    });
    found != 0 || rest.iter().any(|byte| is_escaped(*byte))
}

fn is_escaped(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'"' | b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_serde_writes_them() {
        let all: String = (0..=0x2fff).filter_map(char::from_u32).collect();
        for text in ["", "plain", "\"", "a\\b", "ends\n", "\u{1}é\u{7f}", all.as_str()] {
            let mut json = Json::default();
            json.string(text);
            assert_eq!(json.as_bytes(), serde_json::to_string(text).unwrap().as_bytes());
        }
    }

    #[test]
    fn fields_are_parted_and_numbers_whole() {
        let mut json = Json::default();
        json.open(b'{');
        json.number(name!("a"), 0);
        json.optional_number(name!("b"), Some(i64::MIN));
        json.key(name!("c"));
        json.open(b'[');
        json.open(b'{');
        json.pair(name!("d"), (10, 99));
        json.close(b'}');
        json.open(b'{');
        json.boolean(name!("e"), true);
        json.optional_text(name!("f"), None);
        json.close(b'}');
        json.close(b']');
        json.close(b'}');
        let expected = r#"{"a":0,"b":-9223372036854775808,"c":[{"d":[10,99]},{"e":true,"f":null}]}"#;
        assert_eq!(json.as_bytes(), expected.as_bytes());
    }
}
