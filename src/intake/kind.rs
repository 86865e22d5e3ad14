//! What a file is, told from its first bytes, and where those say nothing from its name.

use std::io::Read as _;
use std::path::Path;

use flate2::read::GzDecoder;

use super::container::zstd;
use crate::capture::MediaType;

/// How many bytes are looked at.
pub const BEGINNING: usize = 4096;
/// What a PDF may have before its mark, in bytes.
const PDF_WITHIN: usize = 1024;
/// How the first member of an ODT is named and what it holds.
const ODT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.text";
/// Where a tar file says what it is.
const TAR_MAGIC: usize = 257;

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One article, or what is read as one.
    Article(MediaType),
    /// One article a line, as JSON.
    JsonLines,
    /// A zip file: a package of files, a WACZ, or an article in a packaged format.
    Zip,
    /// A tar file.
    Tar,
    /// A tar file, compressed.
    TarGzip,
    /// A file, compressed.
    Gzip,
    /// A web archive.
    Warc,
    /// A web archive, compressed record by record.
    WarcGzip,
    /// A file, compressed with Zstandard.
    Zstd,
    /// A web archive, compressed with Zstandard.
    WarcZstd,
    /// A mailbox.
    Mailbox,
    /// A feed.
    Feed,
    /// A table.
    Table,
    /// Files packed in a way that is not read, and the word for it.
    Packed(&'static str),
    /// None that holds articles.
    Other,
}

/// Ways of packing that are not read, and how such a file begins.
const PACKED: [(&[u8], &str); 4] =
    [(b"BZh", "bzip2"), (b"\xFD7zXZ\0", "xz"), (b"7z\xBC\xAF\x27\x1C", "7-Zip"), (b"Rar!\x1A\x07", "RAR")];

impl Kind {
    /// The kind of a file of this name that begins like this.
    pub fn of(beginning: &[u8], name: &str) -> Self {
        Self::of_bytes(beginning, name).unwrap_or_else(|| Self::of_text(beginning, name))
    }

    /// Where the bytes can be nothing else.
    fn of_bytes(beginning: &[u8], name: &str) -> Option<Self> {
        if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06") {
            Some(Self::of_zip(beginning, name))
        } else if memchr::memmem::find(beginning.get(..PDF_WITHIN).unwrap_or(beginning), b"%PDF-").is_some() {
            Some(Self::Article(MediaType::Pdf))
        } else if beginning.starts_with(b"\x1F\x8B") {
            Some(Self::of_gzip(beginning))
        } else if beginning.starts_with(&zstd::FRAME) || beginning.starts_with(&zstd::DICTIONARY) {
            Some(Self::of_zstd(beginning, name))
        } else if beginning.starts_with(b"WARC/") {
            Some(Self::Warc)
        } else if is_tar(beginning) {
            Some(Self::Tar)
        } else {
            PACKED.into_iter().find(|(magic, _)| beginning.starts_with(magic)).map(|(_, word)| Self::Packed(word))
        }
    }

    /// Documents in packaged formats are one article: ODT says what it is first thing, DOCX does not.
    fn of_zip(beginning: &[u8], name: &str) -> Self {
        let says = beginning.get(30..).is_some_and(|rest| rest.starts_with(ODT));
        match ending(name).as_str() {
            _ if says => Self::Article(MediaType::Odt),
            "docx" => Self::Article(MediaType::Docx),
            _ => Self::Zip,
        }
    }

    fn of_gzip(beginning: &[u8]) -> Self {
        let mut inside = Vec::new();
        // The beginning is cut off somewhere; what could be read until there is enough.
        let _ = GzDecoder::new(beginning).take(BEGINNING as u64).read_to_end(&mut inside);
        if inside.starts_with(b"WARC/") {
            Self::WarcGzip
        } else if is_tar(&inside) {
            Self::TarGzip
        } else {
            Self::Gzip
        }
    }

    /// Where the beginning does not tell, because a dictionary comes first, the name does.
    fn of_zstd(beginning: &[u8], name: &str) -> Self {
        let mut inside = [0; 5];
        let is_read = zstd::Frames::new(beginning).read_exact(&mut inside).is_ok();
        let is_warc = is_read && inside == *b"WARC/" || name.to_ascii_lowercase().ends_with(".warc.zst");
        if is_warc { Self::WarcZstd } else { Self::Zstd }
    }

    /// Text may be anything: its name decides, and for a name that says nothing its beginning.
    fn of_text(beginning: &[u8], name: &str) -> Self {
        if let Some(media_type) = MediaType::from_path(Path::new(name)) {
            return Self::Article(media_type);
        }
        let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
        let starts = |word: &[u8]| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        match ending(name).as_str() {
            "jsonl" | "ndjson" => Self::JsonLines,
            "csv" | "tsv" => Self::Table,
            "mbox" | "mbx" => Self::Mailbox,
            "rss" | "atom" | "rdf" => Self::Feed,
            _ if starts(b"<!doctype html") || starts(b"<html") => Self::Article(MediaType::Html),
            _ if is_feed(text) => Self::Feed,
            _ if starts(b"From ") && has_header(text) => Self::Mailbox,
            _ if has_header(text) && holds(text, b"Snapshot-Content-Location:") => Self::Article(MediaType::Mhtml),
            _ if has_header(text) => Self::Article(MediaType::Email),
            _ => Self::Other,
        }
    }

    /// The word for what holds several articles; `None` for what is one.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Zip => Some("zip"),
            Self::Tar | Self::TarGzip => Some("tar"),
            Self::Gzip => Some("gzip"),
            Self::Zstd => Some("zstd"),
            Self::Warc | Self::WarcGzip | Self::WarcZstd => Some("warc"),
            Self::JsonLines => Some("jsonl"),
            Self::Mailbox => Some("mbox"),
            Self::Feed => Some("feed"),
            Self::Table => Some("csv"),
            Self::Article(_) | Self::Packed(_) | Self::Other => None,
        }
    }
}

/// The ending of a name in small letters, without its dot; empty where there is none.
pub fn ending(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

fn is_feed(text: &[u8]) -> bool {
    text.starts_with(b"<") && [&b"<rss"[..], b"<feed", b"<rdf:RDF"].into_iter().any(|root| holds(text, root))
}

/// Whether this begins with the header of a message.
fn has_header(text: &[u8]) -> bool {
    let (mut fields, mut is_message) = (0, false);
    for line in text.split(|byte| *byte == b'\n').skip(usize::from(text.starts_with(b"From "))) {
        let line = line.trim_ascii_end();
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        if name.len() == line.len() || !name.iter().all(u8::is_ascii_graphic) {
            break;
        }
        fields += 1;
        is_message |=
            [&b"mime-version"[..], b"message-id", b"received"].iter().any(|known| name.eq_ignore_ascii_case(known));
    }
    is_message && fields > 1
}

fn holds(text: &[u8], word: &[u8]) -> bool {
    memchr::memmem::find(text, word).is_some()
}

fn is_tar(beginning: &[u8]) -> bool {
    beginning.get(TAR_MAGIC..).is_some_and(|rest| rest.starts_with(b"ustar"))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn content_goes_before_the_name() {
        let mut tar = vec![0; 512];
        tar[TAR_MAGIC..TAR_MAGIC + 5].copy_from_slice(b"ustar");
        for (bytes, name, kind) in [
            (b"WARC/1.0\r\n".to_vec(), "a.txt", Kind::Warc),
            (gzip(b"WARC/1.1\r\n"), "a.warc", Kind::WarcGzip),
            (gzip(&tar), "a.tgz", Kind::TarGzip),
            (tar, "a", Kind::Tar),
            (gzip(b"<html>"), "a.html.gz", Kind::Gzip),
            (b"PK\x03\x04".to_vec(), "a.html", Kind::Zip),
            (b"BZh91AY".to_vec(), "a.tar.bz2", Kind::Packed("bzip2")),
            (b"\xEF\xBB\xBF <!DOCTYPE html>".to_vec(), "article", Kind::Article(MediaType::Html)),
            (b"Two men died.".to_vec(), "notes/a.TXT", Kind::Article(MediaType::PlainText)),
            (b"\x89PNG".to_vec(), "a.png", Kind::Other),
            (Vec::new(), "a.b/c", Kind::Other),
        ] {
            assert_eq!(Kind::of(&bytes, name), kind, "{name}");
        }
    }
}
