//! Bytes to text. A byte order mark decides; else UTF-16 shows by its zero bytes, UTF-8 by being valid; else what the server
//! named and then what an HTML page declares, else Windows-1252, in which every byte is a character. Binary data is refused.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::capture::MediaType;

/// How far into a page its declaration of an encoding is looked for (the HTML standard asks for 1024 bytes).
const DECLARATION_WITHIN: usize = 1024;
/// How much is looked at to tell text from binary data.
const SAMPLE: usize = 64 * 1024;
/// Text holds no control characters but white space; a few stray ones are borne.
const MOST_CONTROL_SHARE: f64 = 0.01;

/// The text that `bytes` encode, without byte order mark.
///
/// # Errors
/// A sentence that says why they are no text.
pub fn text(bytes: &[u8], media_type: MediaType, named: Option<&str>) -> Result<String, String> {
    if bytes.is_empty() {
        return Err("it is empty".to_owned());
    }
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None => (guess(bytes, media_type, named), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if is_binary(&text) {
        return Err("it is binary data, not text".to_owned());
    }
    Ok(text.into_owned())
}

fn guess(bytes: &[u8], media_type: MediaType, named: Option<&str>) -> &'static Encoding {
    if let Some(encoding) = wide(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) if media_type == MediaType::Json || mostly_utf8(bytes) => UTF_8,
        Err(_) => {
            let named = named.and_then(|label| Encoding::for_label(label.as_bytes()));
            let declared = || declared(bytes).filter(|_| media_type == MediaType::Html);
            named.or_else(declared).unwrap_or(WINDOWS_1252)
        }
    }
}

/// UTF-16 without a mark: nearly every other byte of Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    memchr::memchr(0, sample)?;
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if pairs == 0 {
        None
    } else if odd * 10 > pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether most of what is not ASCII is sound UTF-8, as in a file with a few damaged bytes.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    sound > broken
}

/// The encoding that a page declares in a meta element.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_WITHIN)]).to_ascii_lowercase();
    let label = head.split("charset=").nth(1)?.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|character: char| !(character.is_ascii_alphanumeric() || "-_".contains(character)))?;
    Encoding::for_label(&label.as_bytes()[..end])
}

fn is_binary(text: &str) -> bool {
    // Most texts hold no control character at all, and looking for the bytes that one begins with is fast.
    if !text.as_bytes().chunks(64).any(|chunk| chunk.iter().fold(false, |found, byte| found | may_be_control(*byte))) {
        return false;
    }
    let (mut control, mut all) = (0_usize, 0_usize);
    for character in text.chars().take(SAMPLE) {
        if character == '\0' {
            return true;
        }
        // Windows-1252 leaves five bytes without a character; they come out as C1 controls.
        control += usize::from(character.is_control() && !matches!(character, '\t' | '\n' | '\r' | '\x0c'));
        all += 1;
    }
    control as f64 > all as f64 * MOST_CONTROL_SHARE
}

/// Whether a control character other than white space can begin with `byte` in UTF-8.
fn may_be_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c') || matches!(byte, 0x7f | 0xc2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(bytes: &[u8]) -> Result<String, String> {
        text(bytes, MediaType::PlainText, None)
    }

    #[test]
    fn encodings() {
        let wanted = "Café – “ten” hurt in Łódź";
        assert_eq!(plain(wanted.as_bytes()).unwrap(), wanted);
        assert_eq!(plain(format!("\u{feff}{wanted}").as_bytes()).unwrap(), wanted);
        let little: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(plain(&little).unwrap(), wanted);
        let big: Vec<u8> = [0xFEFF].into_iter().chain(wanted.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        assert_eq!(plain(&big).unwrap(), wanted);
        assert_eq!(plain(b"Caf\xe9 \x96 \x93ten\x94 hurt").unwrap(), "Café – “ten” hurt");
    }

    #[test]
    fn a_damaged_byte_does_not_turn_utf8_into_mojibake() {
        let mut bytes = "Łódź, Świdnica".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(plain(&bytes).unwrap(), "Łódź, Świdnica\u{fffd}");
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<html><head><meta charset=\"windows-1251\"></head><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>";
        assert!(text(page, MediaType::Html, None).unwrap().contains("Привет"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(plain(b"").unwrap_err(), "it is empty");
        assert!(plain(b"\x7fELF\x02\x01\x01\0\0\0\0").unwrap_err().contains("binary"));
        let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(plain(&noise).unwrap_err().contains("binary"));
    }
}
