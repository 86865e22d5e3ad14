//! Folders that other archiving tools leave: one article for each page that they saved, with what they recorded.

use std::path::Path;

use super::{all, bytes, sound};
use crate::test::Test;

const TEXT: &str = "Fire in a mill\n\nAt least nine people were killed when a fire broke out in a textile mill in Karsava on 3 May 2019, police said.\n\nResidents of the quarter told the paper that they had heard nothing before, and that nobody had warned them.";

/// A folder unpacked, and the path of its one snapshot from the test's folder.
fn unpacked() -> (Test, String) {
    let test = Test::new();
    let packed = bytes("archivebox.tar.gz");
    tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice())).unpack(test.path("")).unwrap();
    let snapshots = std::fs::read_dir(test.path("box/archive")).unwrap();
    let names: Vec<_> = snapshots.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names.len(), 1);
    let snapshot = format!("box/archive/{}", names[0]);
    (test, snapshot)
}

#[test]
fn a_snapshot_of_archivebox_is_one_article() {
    let (test, snapshot) = unpacked();
    let test = test.ingest(["box"]).stdout_has("1 new");
    assert_eq!(all(&test, "text"), TEXT);
    assert_eq!(all(&test, "captures.origin"), format!("{snapshot}/output.html"));
    let page = std::fs::read(test.path(&format!("{snapshot}/output.html"))).unwrap();
    assert_eq!(all(&test, "captures.sha256"), dossier::hash::Hash::of(&page).to_hex());
    assert_eq!(all(&test, "documents.url"), "http://127.0.0.1:8766/fire.html");
    assert_eq!(all(&test, "captures.record ->> 'id'"), snapshot.replace("box/archive/", "ArchiveBox "));
    assert_eq!(all(&test, "status || ' ' || (captures.record ->> 'url')"), "200 http://127.0.0.1:8766/fire.html");
    let index = std::fs::read_to_string(test.path(&format!("{snapshot}/index.json"))).unwrap();
    let when = all(&test, "recorded_at");
    assert!(when.starts_with("20") && index.contains(&when), "{when}");
    sound(test);
}

#[test]
fn the_form_that_shows_most_is_read() {
    let (mut test, snapshot) = unpacked();
    let remove = |test: &Test, name: &str| std::fs::remove_file(test.path(&format!("{snapshot}/{name}"))).unwrap();
    // A page that SingleFile saved goes before all others.
    test = test.file(&format!("{snapshot}/singlefile.html"), page("saved whole")).ingest(["box"]);
    assert!(all(&test, "captures.origin").ends_with("/singlefile.html"));
    for (gone, next) in [
        ("singlefile.html", "/output.html"),
        ("output.html", "/127.0.0.1+8766/fire.html"),
        ("127.0.0.1+8766/fire.html", "/htmltotext.txt"),
        ("htmltotext.txt", ".warc.gz#3"),
    ] {
        remove(&test, gone);
        std::fs::remove_file(test.archive()).unwrap();
        test = test.ingest(["box"]);
        assert!(all(&test, "captures.origin").ends_with(next), "{}", all(&test, "captures.origin"));
        assert_eq!(test.value("SELECT count(*) FROM captures"), "1");
    }
    let warc = std::fs::read_dir(test.path(&format!("{snapshot}/warc"))).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_file(warc).unwrap();
    test.run(["ingest", "box"])
        .code(1)
        .stderr_has("it holds no page of http://127.0.0.1:8766/fire.html that can be read");
}

#[test]
fn an_index_that_names_files_elsewhere_leads_nowhere() {
    let index =
        r#"{"url": "https://lantern.example/a", "history": {}, "canonical": {"dom_path": "../../secret.html"}}"#;
    let test = Test::new().file("secret.html", page("secret")).file("archive/1557216000/index.json", index);
    let test = test.run(["ingest", "archive"]).code(1).stderr_has("it holds no page of https://lantern.example/a");
    assert!(!Path::new(&test.archive()).exists() || test.value("SELECT count(*) FROM captures") == "0");
}

#[test]
fn a_report_of_auto_archiver_is_what_was_archived() {
    let test = Test::new().file("local_archive/report.html", bytes("report.html"));
    let test = test.file("local_archive/picture.png", b"\x89PNG").ingest(["local_archive"]).stdout_has("1 new");
    assert_eq!(all(&test, "title || ', ' || byline || ', ' || published_on"), "Fire in a mill, Ann Olsen, 2019-05-04");
    assert!(all(&test, "text").starts_with("At least nine people were killed when a fire broke out"));
    assert!(all(&test, "text").ends_with("\nResidents of the quarter told the paper that nobody had warned them."));
    assert_eq!(all(&test, "documents.url"), "https://lantern.example/fire");
    assert_eq!(all(&test, "captures.record ->> 'id'"), "auto-archiver");
    assert_eq!(all(&test, "recorded_at"), "2026-11-23 04:30:31.667407+00:00");
    assert_eq!(all(&test, "captures.sha256"), dossier::hash::Hash::of(&bytes("report.html")).to_hex());
    sound(test);
}

fn page(text: &str) -> String {
    format!(
        "<html><body><article><p>The mill was {text} when nine people were killed in it, police said.</p></article></body></html>"
    )
}
