//! Files made to do harm: each is refused by name, quickly, and what is sound beside it comes in.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::all;
use crate::test::Test;

/// No input may take longer, on a machine that does other things too.
const LONGEST: Duration = Duration::from_mins(1);
const SOUND: &str = "Two men were killed in Elmas on 3 May 2019, police said.";

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn refused(name: &str, bytes: &[u8], told: &str) -> Test {
    let begun = Instant::now();
    let test = Test::new().file(name, bytes).run(["ingest", name]).code(1).stderr_has(told);
    assert!(begun.elapsed() < LONGEST, "{name} took {:?}", begun.elapsed());
    test
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b'0'; 20_000_000];
    let test = refused(
        "bomb.zip",
        &zipped(&[("a/bomb.txt", &zeros), ("a/sound.txt", SOUND.as_bytes())]),
        "bomb.zip!a/bomb.txt: it unpacks to more than",
    );
    assert_eq!(all(&test, "captures.origin"), "bomb.zip!a/sound.txt");
    test.verify();
    refused("bomb.txt.gz", &gzipped(&zeros), "bomb.txt.gz: it unpacks to more than");
    let record = [b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 20000000\r\n\r\n".as_slice(), &zeros].concat();
    let sound = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 56\r\n\r\n";
    let sound = [sound.as_slice(), SOUND.as_bytes(), b"\r\n\r\n"].concat();
    let test = refused(
        "bomb.warc.gz",
        &[gzipped(&record), gzipped(&sound)].concat(),
        "bomb.warc.gz#1: it unpacks to more than",
    );
    assert_eq!(all(&test, "text"), SOUND);
    test.verify();
}

#[test]
fn names_that_lead_out_and_links_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["../out.txt", "a/../../out.txt", "/etc/out.txt", "a/sound.txt"] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(SOUND.as_bytes()).unwrap();
    }
    zip.add_symlink("link.txt", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let test = refused("escape.zip", &bytes, "!../out.txt: its name leads out of the archive")
        .stderr_has("escape.zip!a/../../out.txt: its name leads out of the archive")
        .stderr_has("escape.zip!link.txt: it is a link");
    assert!(all(&test, "captures.origin").ends_with("escape.zip!a/sound.txt"));
    assert!(!test.path("../out.txt").exists());
    test.verify();
    let mut tar = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_ustar();
    header.set_size(SOUND.len() as u64);
    header.set_mode(0o644);
    // The library that writes it would not: the name is put into the header by hand.
    header.as_old_mut().name[..10].copy_from_slice(b"../out.txt");
    header.set_cksum();
    tar.append(&header, SOUND.as_bytes()).unwrap();
    let mut link = tar::Header::new_ustar();
    link.set_entry_type(tar::EntryType::Symlink);
    link.set_size(0);
    tar.append_link(&mut link, "link.txt", "/etc/passwd").unwrap();
    let bytes = tar.into_inner().unwrap();
    refused("escape.tar", &bytes, "escape.tar!../out.txt: its name leads out of the archive")
        .stderr_has("!link.txt: it is a link");
}

#[test]
fn containers_without_end_and_damaged_ones() {
    let nested = (0..6).fold(zipped(&[("sound.txt", SOUND.as_bytes())]), |inner, _| zipped(&[("inner.zip", &inner)]));
    refused("nested.zip", &nested, "it lies in 4 containers; deeper ones are not read");
    let zip = zipped(&[("sound.txt", SOUND.as_bytes())]);
    refused("cut.zip", &zip[..zip.len() / 2], "cut.zip: it is a damaged zip file");
    refused("a.tar.bz2", b"BZh91AY&SY", "it is packed with bzip2, which is not read; unpack it first");
}

#[test]
fn pages_nested_without_end_are_read_in_time() {
    let nested = format!("<html><body>{}<p>{SOUND}</p>", "<div><b>".repeat(10_000));
    let begun = Instant::now();
    let test = Test::new().file("deep.html", nested).ingest(["deep.html"]).stdout_has("1 new");
    assert_eq!(all(&test, "text"), SOUND);
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
    test.verify();
}

#[test]
fn a_document_that_takes_too_long_is_named_and_the_rest_comes_in() {
    let slow = "<p>One of <b>many</b> short <a href='x'>lines</a>.</p>".repeat(130_000);
    let page = |body: &str| format!("<html><body><article>{body}</article></body></html>");
    let test = Test::new().file("a.html", page(&format!("<p>{SOUND}</p>"))).file("b.html", page(&slow));
    let test = test
        .file("c.html", page("<p>Three men were killed in Elmas on 4 May 2019, police said.</p>"))
        .run(["ingest", "--max-time", "3", "."])
        .code(1)
        .stderr_has("b.html: it could not be read within 3 seconds (raise the limit with --max-time)")
        .stdout_has("2 new");
    assert_eq!(all(&test, "captures.origin"), "a.html | c.html");
    test.verify();
}

/// A PDF of these objects, numbered from 1; the first is the catalog.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF", objects.len() + 1).bytes());
    file
}

#[test]
fn pdfs_without_end_are_refused() {
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let form = |name: &str, drawn: &str| {
        let content = format!("/{drawn} Do");
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /{drawn} {name} 0 R >> >> /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let page =
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >> /Contents 6 0 R >>";
    let content = "<< /Length 5 >>\nstream\n/A Do\nendstream";
    let drawing_itself = pdf(&[catalog, pages, page, &form("5", "B"), &form("4", "A"), content]);
    refused("drawing.pdf", &drawing_itself, "drawing.pdf: a drawing of it contains itself");
    let tree = pdf(&[
        catalog,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
    ]);
    refused("tree.pdf", &tree, "tree.pdf: its pages lead back to themselves");
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&vec![b' '; 68_000_000]).unwrap();
    let packed = encoder.finish().unwrap();
    let head = format!("%PDF-1.4\n1 0 obj\n<< /Length {} /Filter /FlateDecode >>\nstream\n", packed.len());
    let bomb = [head.as_bytes(), &packed, b"\nendstream\nendobj\n"].concat();
    refused("bomb.pdf", &bomb, "bomb.pdf: it unpacks to more than 64 MB");
    refused("noise.pdf", b"%PDF-1.7\nnothing", "noise.pdf: it is a damaged PDF");
}
