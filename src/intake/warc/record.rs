//! One record of a web archive: a line with the version, named fields, an empty line, and a block of the length that they
//! say.

use std::io::{self, BufRead, Read};

/// A head is no longer than this, in bytes.
const LONGEST_HEAD: u64 = 1 << 20;
/// HTTP headers come on top of the largest payload.
const HTTP_HEAD: u64 = 1 << 20;
/// How a record begins.
const MARK: &[u8] = b"WARC/";

/// The named fields of a record.
pub struct Head(Vec<(String, String)>);

impl Head {
    /// The first field of this name, in whatever case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Why a record cannot be read.
pub enum Broken {
    /// The record is wrong: the next one may be right.
    Record(String),
    /// What it is read from is damaged.
    Stream(io::Error),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

/// Whether what is read begins like a record.
pub fn begins(mut reader: impl Read) -> bool {
    let mut beginning = [0; MARK.len()];
    reader.read_exact(&mut beginning).is_ok() && beginning == MARK
}

/// Goes to where the next record begins, and tells whether anything but empty lines was skipped; `None` at the end.
pub fn to_next(reader: &mut impl BufRead) -> io::Result<Option<bool>> {
    let mut skipped = false;
    let mut at_line_start = true;
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(None);
        }
        if at_line_start && buffer.starts_with(MARK) {
            return Ok(Some(skipped));
        }
        // A mark that the buffer cuts in two is a record whose line is read in one piece, or is not one.
        if at_line_start && buffer.len() < MARK.len() && MARK.starts_with(buffer) {
            return Ok(Some(skipped));
        }
        let line = memchr::memchr(b'\n', buffer).map_or(buffer.len(), |end| end + 1);
        skipped |= buffer.get(..line).is_some_and(|line| !line.iter().all(u8::is_ascii_whitespace));
        at_line_start = buffer.get(line.saturating_sub(1)) == Some(&b'\n');
        reader.consume(line);
    }
}

/// Reads the record that begins here; a block longer than `largest` is passed over.
pub fn read(reader: &mut impl BufRead, largest: u64) -> Result<(Head, Vec<u8>), Broken> {
    let head = head(reader)?;
    let length = head.get("Content-Length").and_then(|length| length.trim().parse::<u64>().ok());
    let length = length.ok_or_else(|| Broken::Record("its Content-Length is missing or no number".to_owned()))?;
    if length > largest.saturating_add(HTTP_HEAD) {
        let passed = io::copy(&mut reader.take(length), &mut io::sink())?;
        let why =
            if passed < length { "it ends early" } else { "it is larger than the limit (raise it with --max-size)" };
        return Err(Broken::Record(why.to_owned()));
    }
    let mut block = Vec::new();
    reader.take(length).read_to_end(&mut block)?;
    if (block.len() as u64) < length {
        return Err(Broken::Record(format!("it ends early: {} of {length} bytes are there", block.len())));
    }
    Ok((head, block))
}

fn head(reader: &mut impl BufRead) -> Result<Head, Broken> {
    let mut limited = reader.take(LONGEST_HEAD);
    let mut line = Vec::new();
    limited.read_until(b'\n', &mut line)?;
    if !line.starts_with(MARK) {
        return Err(Broken::Record("it does not begin with WARC/ and a version".to_owned()));
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    loop {
        line.clear();
        limited.read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\n") {
            return Err(Broken::Record("its header has no end".to_owned()));
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(Head(fields));
        }
        match (text.starts_with([' ', '\t']), fields.last_mut(), text.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(text.trim());
            }
            (false, _, Some((name, value))) => fields.push((name.trim().to_owned(), value.trim().to_owned())),
            _ => return Err(Broken::Record(format!("its header has a line that is no field: {text:.60}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_and_what_follows_a_broken_one() {
        let bytes = b"\r\n\r\nWARC/1.0\r\nA: b\r\n  c\r\nContent-Length: 3\r\n\r\nxyzq\r\n\r\nWARC/1.0\r\nContent-Length: many\r\n\r\nWARC/1.1\r\nContent-Length: 9\r\n\r\nz";
        let mut reader = &bytes[..];
        assert_eq!(to_next(&mut reader).unwrap(), Some(false));
        let (head, block) = read(&mut reader, 10).ok().unwrap();
        assert_eq!((head.get("a"), block.as_slice()), (Some("b c"), &b"xyz"[..]));
        assert_eq!(to_next(&mut reader).unwrap(), Some(true));
        assert!(matches!(read(&mut reader, 10), Err(Broken::Record(why)) if why.contains("Content-Length")));
        assert_eq!(to_next(&mut reader).unwrap(), Some(false));
        assert!(matches!(read(&mut reader, 10), Err(Broken::Record(why)) if why.contains("1 of 9")));
        assert_eq!(to_next(&mut reader).unwrap(), None);
    }
}
