//! WARC, compressed or not, and WACZ.

use super::{all, bytes, sound, with};
use crate::test::Test;
use dossier::hash::Hash;

const PAGES: &str = "fire | strike | ru | flood | note";

#[test]
fn the_pages_of_a_crawl_with_what_was_recorded() {
    for name in ["crawl.warc", "crawl.warc.gz"] {
        let test = with(name).ingest([name]).stdout_has("5 new").stderr_has("1 answers with status 404");
        assert_eq!(all(&test, "replace(documents.url, 'https://lantern.example/', '')"), PAGES);
        assert_eq!(all(&test, "recorded_at").split(" | ").next(), Some("2019-05-08T10:11:12Z"));
        assert_eq!(all(&test, "status"), "200 | 200 | 200 | 200 | -");
        assert_eq!(all(&test, "container_kind"), "warc | warc | warc | warc | warc");
        assert_eq!(all(&test, "title"), "Fire in a mill | Strike in the port | Пожар | Flood in Elmas | -");
        let texts = all(&test, "text");
        for part in ["nine people", "three dock workers", "погибли три человека", "Two children drowned", "Four men"]
        {
            assert!(texts.contains(part), "{part} in {texts}");
        }
        assert_eq!(test.value("SELECT origin FROM captures WHERE capture_id = 1"), format!("{name}#2"));
        assert_eq!(test.value("SELECT sha256 FROM containers"), Hash::of(&bytes(name)).to_hex());
        assert_eq!(
            test.value("SELECT headers ->> '$[1][1]' FROM recordings WHERE capture_id = 2"),
            "gzip",
            "headers are kept"
        );
        // The payload is kept as it came over the wire: in chunks, compressed.
        assert_eq!(test.value("SELECT instr(bytes, x'1F8B') BETWEEN 4 AND 6 FROM blobs JOIN captures USING (sha256) WHERE capture_id = 2"), "1");
        sound(test);
    }
}

#[test]
fn a_broken_record_is_named_and_those_after_it_come_in() {
    let whole = bytes("crawl.warc");
    let mut lying = whole.clone();
    let length = memchr::memmem::find(&lying, b"Content-Length: ").unwrap() + 16;
    lying[length..length + 2].copy_from_slice(b"xx");
    let test = Test::new().file("a.warc", &lying).run(["ingest", "a.warc"]).code(1);
    test.stderr_has("a.warc#1: its Content-Length is missing or no number (at byte 0)").stdout_has("5 new").verify();
    let mut altered = whole.clone();
    let nine = memchr::memmem::find(&altered, b"nine people").unwrap();
    altered[nine..nine + 4].copy_from_slice(b"four");
    let test = Test::new().file("a.warc", &altered).run(["ingest", "a.warc"]).code(1);
    let test = test.stderr_has("a.warc#2: its block does not fit its digest").stdout_has("5 new");
    assert_eq!(test.value("SELECT record ->> 'digest' FROM captures WHERE capture_id = 1"), "NULL");
    test.verify();
    let cut = &whole[..memchr::memmem::find(&whole, b"Four men").unwrap() + 4];
    Test::new().file("a.warc", cut).run(["ingest", "a.warc"]).code(1).stderr_has("it ends early").verify();
    let mut damaged = bytes("crawl.warc.gz");
    let members: Vec<usize> = memchr::memmem::find_iter(&damaged, b"\x1F\x8B\x08").collect();
    let middle = members[1] + (members[2] - members[1]) / 2;
    damaged[middle..middle + 8].fill(0xFF);
    let test = Test::new()
        .file("a.warc.gz", &damaged)
        .run(["ingest", "a.warc.gz"])
        .code(1)
        .stderr_has("a.warc.gz#2: it cannot be read");
    assert!(all(&test, "documents.url").ends_with(
        "strike | https://lantern.example/ru | https://lantern.example/flood | https://lantern.example/note"
    ));
    test.verify();
}

#[test]
fn a_wacz_with_its_digests() {
    let test = with("crawl.wacz")
        .ingest(["crawl.wacz"])
        .stdout_has("1 new")
        .stderr_has("note: crawl.wacz!datapackage-digest.json: it ");
    assert_eq!(all(&test, "captures.origin"), "crawl.wacz!archive/data.warc.gz#1");
    assert_eq!(all(&test, "container_kind || ' ' || status || ' ' || title"), "wacz 200 Fire in a mill");
    sound(test);
    let altered = rezipped(&bytes("crawl.wacz"), |name, content| {
        if name == "indexes/index.idx" {
            content.push(b'\n');
        }
        if name == "datapackage-digest.json" {
            content.clear();
        }
    });
    let test = Test::new().file("crawl.wacz", altered).run(["ingest", "crawl.wacz"]).code(1).stdout_has("1 new");
    test.stderr_has("crawl.wacz!indexes/index.idx: it does not fit its digest")
        .stderr_has("crawl.wacz!datapackage-digest.json: it is not JSON: the signature is broken")
        .verify();
}

/// A zip file with some of its members changed.
fn rezipped(bytes: &[u8], change: impl Fn(&str, &mut Vec<u8>)) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut member = from.by_index(index).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut member, &mut content).unwrap();
        change(&name, &mut content);
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut to, &content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
