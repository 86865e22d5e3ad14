//! Undoing what a server did to a page on its way: chunks, and compression. Archives keep the bytes as they came; they are
//! undone here, for reading. What was only cut off is read as far as it goes.

use std::borrow::Cow;
use std::io::{self, Read};

use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::capture::{Capture, Record};

/// How many bytes a page may unpack to.
const LARGEST: u64 = 128 << 20;

/// The capture's bytes without the encodings that were recorded with them.
///
/// # Errors
/// A sentence that says why they cannot be undone.
pub fn undone(capture: &Capture) -> Result<Cow<'_, [u8]>, String> {
    let bytes = Cow::Borrowed(capture.bytes.as_slice());
    let Some(record) = capture.record.as_deref().map(Record::from_json) else { return Ok(bytes) };
    let says = |name: &str| record.header(name).unwrap_or_default().to_ascii_lowercase();
    let is_chunked = says("Transfer-Encoding").contains("chunked");
    // Some tools record the body without its chunks and leave the header.
    let mut bytes = match is_chunked.then(|| unchunked(&bytes)).flatten() {
        Some(body) => Cow::Owned(body),
        None => bytes,
    };
    for encoding in says("Content-Encoding").split(',').map(str::trim).rev() {
        bytes = match encoding {
            "gzip" | "x-gzip" if bytes.starts_with(b"\x1F\x8B") => Cow::Owned(read(MultiGzDecoder::new(&*bytes))?),
            "deflate" => Cow::Owned(inflated(&bytes)),
            // Brotli has no mark by which it is known; what was recorded unpacked is text that it cannot read.
            "br" => match read(Decompressor::new(&*bytes, 1 << 16)) {
                Ok(unpacked) if !unpacked.is_empty() => Cow::Owned(unpacked),
                _ => bytes,
            },
            "" | "identity" | "none" | "utf-8" | "gzip" | "x-gzip" => bytes,
            other => return Err(format!("its content encoding, {other}, is not known")),
        };
    }
    Ok(bytes)
}

/// With or without a header, as servers differ.
fn inflated(bytes: &[u8]) -> Vec<u8> {
    match read(ZlibDecoder::new(bytes)) {
        Ok(unpacked) if !unpacked.is_empty() => unpacked,
        _ => match read(DeflateDecoder::new(bytes)) {
            Ok(unpacked) if !unpacked.is_empty() => unpacked,
            _ => bytes.to_vec(),
        },
    }
}

/// All, or where it is damaged or cut off what comes before that.
fn read(reader: impl Read) -> Result<Vec<u8>, String> {
    let mut unpacked = Vec::new();
    match reader.take(LARGEST + 1).read_to_end(&mut unpacked) {
        _ if unpacked.len() as u64 > LARGEST => Err(format!("it unpacks to more than {} MB", LARGEST >> 20)),
        Err(error) if unpacked.is_empty() && error.kind() != io::ErrorKind::UnexpectedEof => {
            Err(format!("it cannot be unpacked: {error}"))
        }
        _ => Ok(unpacked),
    }
}

/// The body that chunks hold; `None` where these are no chunks.
pub fn unchunked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let end = memchr::memchr(b'\n', rest)?;
        let line = std::str::from_utf8(rest.get(..end)?).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(end + 1..)?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(..length).unwrap_or(rest));
        let Some(after) = rest.get(length..) else { return Some(body) };
        rest = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
        if rest.is_empty() {
            return Some(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::capture::MediaType;

    fn capture(bytes: &[u8], headers: &[(&str, &str)]) -> Capture {
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let record = Record { headers, ..Record::default() };
        Capture::new("a", MediaType::Html, bytes.to_vec(), None).recorded(record.to_json())
    }

    #[test]
    fn chunks_and_compression() {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(b"<p>Two men died.").unwrap();
        let packed = encoder.finish().unwrap();
        let (first, second) = packed.split_at(7);
        let chunked =
            [b"7\r\n", first, b"\r\n", format!("{:x}\r\n", second.len()).as_bytes(), second, b"\r\n0\r\n\r\n"].concat();
        let both = [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")];
        assert_eq!(*undone(&capture(&chunked, &both)).unwrap(), *b"<p>Two men died.");
        assert_eq!(*undone(&capture(&packed, &both)).unwrap(), *b"<p>Two men died.");
        assert_eq!(*undone(&capture(b"<p>Plain", &both)).unwrap(), *b"<p>Plain");
        let cut = undone(&capture(&packed[..packed.len() - 6], &both[1..])).unwrap().into_owned();
        assert!(b"<p>Two men died.".starts_with(&cut[..]) && cut.len() > 5);
        assert!(undone(&capture(b"x", &[("Content-Encoding", "zstd")])).is_err());
    }
}
