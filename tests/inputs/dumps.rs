//! Tables and feeds.

use super::{all, bytes, sound, with};
use crate::test::Test;
use dossier::hash::Hash;

#[test]
fn a_table_whose_columns_have_common_names() {
    let test = with("dump.csv")
        .run(["ingest", "dump.csv"])
        .code(1)
        .stdout_has("2 new")
        .stderr_has("dump.csv, row 4: it has no text");
    assert_eq!(all(&test, "captures.origin"), "dump.csv#17 | dump.csv#18");
    assert_eq!(all(&test, "title"), "Fire, and smoke | Strike");
    assert_eq!(all(&test, "published_on"), "2019-05-07 | 2019-05-07");
    assert_eq!(all(&test, "publisher"), "The Lantern | The Lantern");
    assert!(all(&test, "text").contains("police said.\n\n\"Nobody warned us,\" a man said. | Police shot dead"));
    let whole = bytes("dump.csv");
    let begins = memchr::memmem::find(&whole, b"17,").unwrap();
    let ends = memchr::memmem::find(&whole, b"\r\n18,").unwrap();
    assert_eq!(test.value("SELECT sha256 FROM captures WHERE capture_id = 1"), Hash::of(&whole[begins..ends]).to_hex());
    sound(test);
}

#[test]
fn columns_that_the_user_names() {
    let table = "ref;wording;when\n1;Two men were killed in Elmas.;2019-05-03\n2;Six men fled Elmas.;3 May 2019\n";
    let test = Test::new()
        .file("a.csv", table)
        .run(["ingest", "a.csv"])
        .code(1)
        .stderr_has("none of its columns (ref, wording, when) is known to hold texts: name it with --columns text=NAME")
        .run(["ingest", "a.csv", "--columns", "text=wording,date=when"])
        .code(0)
        .stdout_has("2 new");
    assert_eq!(
        all(&test, "text || ' ' || published_on"),
        "Two men were killed in Elmas. 2019-05-03 | Six men fled Elmas. 2019-05-03"
    );
    let test = test.run(["ingest", "a.csv", "--columns", "colour=red"]).code(2);
    sound(test);
}

#[test]
fn the_entries_of_feeds() {
    let test = with("feed.rss").ingest(["feed.rss"]).stdout_has("2 new");
    assert_eq!(all(&test, "captures.origin"), "feed.rss#lantern-1 | feed.rss#lantern-2");
    assert_eq!(all(&test, "title"), "Fire in a mill | Strike in the port");
    assert_eq!(all(&test, "publisher || ' ' || published_on"), "The Lantern 2019-05-07 | The Lantern 2019-05-07");
    assert_eq!(all(&test, "documents.url"), "https://lantern.example/1 | https://lantern.example/2");
    assert!(all(&test, "text").contains("police said.\n\nMore & later."));
    let whole = bytes("feed.rss");
    let (begins, ends) =
        (memchr::memmem::find(&whole, b"<item>").unwrap(), memchr::memmem::find(&whole, b"</item>").unwrap() + 7);
    assert_eq!(test.value("SELECT sha256 FROM captures WHERE capture_id = 1"), Hash::of(&whole[begins..ends]).to_hex());
    sound(test);
    let test = with("feed.atom").ingest(["feed.atom"]).stdout_has("1 new");
    assert_eq!(all(&test, "title || ' ' || publisher || ' ' || published_on"), "Fire in a mill The Lantern 2019-05-07");
    sound(test);
}

#[test]
fn a_list_of_addresses_holds_nothing_else() {
    Test::new()
        .file("list.txt", "# pages\n\nno address\n")
        .run(["ingest", "--urls", "list.txt"])
        .code(2)
        .stderr_has("list.txt lists \"no address\", which is no http or https address");
}
