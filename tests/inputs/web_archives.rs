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

#[test]
fn the_signature_of_a_wacz_is_checked_with_the_key_that_comes_with_it() {
    for (name, by) in [("signed.wacz", "with the key "), ("certified.wacz", "for the domain lantern.example")] {
        let test = with(name).ingest([name]).stdout_has("1 new").stderr_has("and the signature holds");
        assert!(test.answer().stderr.contains(&format!("note: {name}!datapackage-digest.json: it is signed {by}")));
        sound(test);
        // A signature that is another one's: a letter of it changed, the rest as it was.
        let altered = rezipped(&bytes(name), |name, content| {
            let at = content
                .windows(14)
                .position(|window| window == b"\"signature\": \"")
                .filter(|_| name.ends_with("-digest.json"));
            if let Some(at) = at {
                content[at + 40] = if content[at + 40] == b'A' { b'B' } else { b'A' };
            }
        });
        let test = Test::new().file(name, altered).run(["ingest", name]).code(1).stdout_has("1 new");
        test.stderr_has(&format!("{name}!datapackage-digest.json: its signature is broken: it was not made {by}"));
    }
}

#[test]
fn a_crawl_compressed_with_zstandard() {
    let plain = with("crawl.warc").ingest(["crawl.warc"]);
    let packed = with("crawl.warc.zst").ingest(["crawl.warc.zst"]);
    for column in ["text", "title", "documents.url", "captures.sha256", "recorded_at", "status"] {
        assert_eq!(all(&plain, column), all(&packed, column), "{column}");
    }
    assert_eq!(all(&packed, "captures.origin"), all(&plain, "captures.origin").replace("warc#", "warc.zst#"));
    sound(packed);
    // A byte in the middle of one frame: its record is named, and those after it come in.
    let mut bytes = bytes("crawl.warc.zst");
    let frames: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"\x28\xB5\x2F\xFD")).collect();
    assert_eq!(frames.len(), 9);
    for byte in &mut bytes[frames[1] + 40..frames[2] - 8] {
        *byte ^= 0x55;
    }
    let test =
        Test::new().file("a.warc.zst", bytes).run(["ingest", "a.warc.zst"]).code(1).stderr_has("a.warc.zst#2: it ");
    assert!(all(&test, "documents.url").ends_with(
        "strike | https://lantern.example/ru | https://lantern.example/flood | https://lantern.example/note"
    ));
    test.verify();
}

/// The files that other programs for web archives are tried with, where they lie beside the repository: each gives an article or
/// tells what is broken in it, and what is broken costs no other record.
#[test]
fn the_files_of_other_programs() {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/warc");
    let Ok(files) = std::fs::read_dir(beside) else { return };
    for file in files.map(|file| file.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let test = Test::new().file(&name, std::fs::read(&file).unwrap()).run(["ingest", &name]);
        let (articles, told) = (test.value("SELECT count(*) FROM captures"), test.answer().stderr.clone());
        match name.as_str() {
            // It holds requests alone, the first with another digest than its own.
            "example-digest.warc" => {
                assert!(articles == "0" && told.contains("example-digest.warc#1: its payload"), "{told}");
            }
            // The length of the third record is wrong; its article comes in all the same.
            "example-trunc.warc" => assert!(articles == "1" && told.contains("#3: its length is not"), "{told}"),
            _ => assert_eq!(articles, "1", "{name}: {told}"),
        }
        test.verify();
    }
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
