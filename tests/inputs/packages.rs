//! Zip, tar, gzip and Zstandard.

use super::{all, bytes, sound, with};
use crate::test::Test;
use dossier::hash::Hash;

#[test]
fn a_package_is_read_like_the_folder_in_it() {
    for name in ["reports.zip", "reports.tar", "reports.tar.gz", "reports.tar.zst"] {
        let test = with(name).ingest([name]).stdout_has("2 new").stderr_has("1 .png");
        assert_eq!(
            all(&test, "captures.origin"),
            format!("{name}!reports/fire.html | {name}!reports/strike.txt"),
            "{name}"
        );
        assert_eq!(all(&test, "title"), "Fire in a mill | -");
        assert_eq!(all(&test, "publisher"), "- | The Lantern");
        assert!(all(&test, "published_on").ends_with("2019-05-07"));
        assert!(all(&test, "text").contains("three dock workers"));
        let kind = match name {
            "reports.zip" => "zip",
            "reports.tar.zst" => "zstd",
            _ => "tar",
        };
        assert_eq!(test.value("SELECT kind FROM containers"), kind);
        assert_eq!(test.value("SELECT sha256 FROM containers"), Hash::of(&bytes(name)).to_hex());
        assert_eq!(test.value("SELECT count(DISTINCT container_id) FROM captures"), "1");
        let strike = "Police shot dead three dock workers in Port Vell on 6 May 2019, officials said.";
        assert_eq!(
            test.value("SELECT sha256 FROM captures WHERE capture_id = 2"),
            Hash::of(strike.as_bytes()).to_hex()
        );
        sound(test);
    }
}

#[test]
fn a_compressed_page_and_containers_in_containers() {
    let test = with("fire.html.gz").ingest(["fire.html.gz"]);
    assert_eq!(all(&test, "title || ' ' || captures.origin"), "Fire in a mill fire.html.gz");
    sound(test);
    let mut outer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["reports.tar.gz", "crawl.warc", "fire.html.gz"] {
        outer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut outer, &bytes(name)).unwrap();
    }
    let outer = outer.finish().unwrap().into_inner();
    let test = Test::new().file("all.zip", &outer).ingest(["all.zip"]).stdout_has("8 new");
    let origins = all(&test, "captures.origin");
    for origin in ["all.zip!reports.tar.gz!reports/fire.html", "all.zip!crawl.warc#2", "all.zip!fire.html.gz"] {
        assert!(origins.contains(origin), "{origin} in {origins}");
    }
    assert_eq!(test.value("SELECT sha256 FROM containers"), Hash::of(&outer).to_hex());
    sound(test);
}

#[test]
fn what_changed_in_a_package_is_a_new_version_and_what_is_gone_is_told() {
    let package = |text: &str, names: &[&str]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let test = Test::new()
        .file("a.zip", package("Two men were killed in Elmas.", &["one.txt", "two.txt"]))
        .ingest(["a.zip"])
        .file("a.zip", package("Six men were killed in Elmas.", &["one.txt"]))
        .run(["reingest"])
        .code(3)
        .stdout_has("1 changed")
        .stdout_has("1 gone");
    assert_eq!(all(&test, "captures.origin"), "a.zip!one.txt | a.zip!two.txt | a.zip!one.txt");
    assert_eq!(test.value("SELECT count(*) FROM containers"), "2");
    test.verify();
}

#[test]
fn a_package_comes_in_through_standard_input() {
    let zip = bytes("reports.zip");
    let test = Test::new().run_with_input(["ingest", "-"], &zip).code(0).stdout_has("2 new");
    let origin = format!("stdin:{}!reports/strike.txt", Hash::of(&zip));
    assert!(all(&test, "captures.origin").contains(&origin));
    test.verify();
}

#[test]
fn an_altered_container_is_found() {
    let test = with("reports.zip").ingest(["reports.zip"]).verify();
    test.sql("UPDATE containers SET byte_length = 1; UPDATE captures SET container_id = NULL WHERE capture_id = 1")
        .run(["verify"])
        .code(3)
        .stdout_has("container-altered  containers.byte_length of reports.zip")
        .stdout_has("capture-altered  captures.container_id of reports.zip!reports/fire.html");
    for (damage, finding) in [
        ("UPDATE captures SET container_id = NULL; DELETE FROM containers", "container-missing  containers"),
        (
            "INSERT INTO containers SELECT 9, 'other.zip', kind, byte_length, sha256, read_at, tool FROM containers",
            "container-unlogged  containers",
        ),
    ] {
        let test = with("reports.zip").ingest(["reports.zip"]);
        test.sql(damage).run(["verify"]).code(3).stdout_has(finding);
    }
}
