//! Messages, mailboxes, and pages that a browser saved as MHTML.

use super::{all, bytes, sound, with};
use crate::test::Test;
use dossier::hash::Hash;

#[test]
fn a_newsletter_and_a_mailbox_of_them() {
    let test = with("letter.eml").ingest(["letter.eml"]).stdout_has("1 new");
    assert_eq!(all(&test, "title || ', ' || byline || ', ' || publisher"), "Fire in a mill, Józef Lis, The Lantern");
    assert_eq!(all(&test, "published_on"), "2019-05-04");
    assert_eq!(all(&test, "recorded_at"), "2019-05-04T08:00:00+02:00");
    assert!(all(&test, "text").contains("nine people were killed") && !all(&test, "text").contains("in a browser"));
    assert_eq!(all(&test, "captures.sha256"), Hash::of(&bytes("letter.eml")).to_hex());
    sound(test);
    let test = with("letters.mbox").ingest(["letters.mbox"]).stdout_has("2 new");
    assert_eq!(all(&test, "captures.origin"), "letters.mbox#1@lantern.example | letters.mbox#2@lantern.example");
    assert_eq!(all(&test, "title"), "Fire in a mill | Strike in the port");
    assert_eq!(
        test.value("SELECT kind || sha256 FROM containers"),
        format!("mbox{}", Hash::of(&bytes("letters.mbox")))
    );
    let whole = bytes("letters.mbox");
    let begins = memchr::memchr(b'\n', &whole).unwrap() + 1;
    let ends = memchr::memmem::find(&whole, b"\n\nFrom ").unwrap() + 1;
    assert_eq!(test.value("SELECT sha256 FROM captures WHERE capture_id = 1"), Hash::of(&whole[begins..ends]).to_hex());
    sound(test);
}

#[test]
fn a_mailbox_without_its_ending_is_known_by_its_content() {
    Test::new().file("Newsletters", bytes("letters.mbox")).ingest(["Newsletters"]).stdout_has("2 new").verify();
}

#[test]
fn a_page_that_a_browser_saved() {
    let test = with("fire.mhtml").ingest(["fire.mhtml"]).stdout_has("1 new");
    assert_eq!(all(&test, "title || ' ' || documents.url"), "Fire in a mill http://127.0.0.1:8765/fire.html");
    assert_eq!(all(&test, "recorded_url"), "http://127.0.0.1:8765/fire.html");
    assert!(all(&test, "recorded_at").starts_with("20"));
    assert!(all(&test, "text").contains("nine people were killed") && !all(&test, "text").contains("Home"));
    assert_eq!(all(&test, "captures.sha256"), Hash::of(&bytes("fire.mhtml")).to_hex());
    sound(test);
}

#[test]
fn the_note_of_a_page_saver() {
    let page = "<!DOCTYPE html><html lang=en><!--\n Page saved with SingleFile \n url: https://lantern.example/fire \n saved date: Sat May 04 2019 10:00:00 GMT+0200\n-->\
        <meta charset=utf-8><title>Fire in a mill</title><article><h1>Fire in a mill</h1><p>Nine people were killed in Karsava on Friday, the police of the town said.</p></article>";
    let test = Test::new().file("saved.html", page).ingest(["saved.html"]);
    assert_eq!(all(&test, "recorded_url"), "https://lantern.example/fire");
    assert_eq!(all(&test, "documents.url"), "https://lantern.example/fire");
    assert_eq!(all(&test, "recorded_at"), "Sat May 04 2019 10:00:00 GMT+0200");
    sound(test);
}
