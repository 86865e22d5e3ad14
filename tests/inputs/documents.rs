//! PDF, DOCX and ODT.

use super::{all, bytes, sound, with};
use crate::test::Test;
use dossier::hash::Hash;

const FIRE: &str =
    "At least nine people were killed when a fire broke out in a textile mill in Karsava on 3 May 2019, police said.";

#[test]
fn the_text_of_a_document() {
    for (name, media_type) in [
        ("fire.pdf", "application/pdf"),
        ("fire.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("fire.odt", "application/vnd.oasis.opendocument.text"),
    ] {
        let test = with(name).ingest([name]).stdout_has("1 new");
        assert!(all(&test, "text").contains(FIRE), "{name}: {}", all(&test, "text"));
        assert_eq!(all(&test, "title"), "Fire in a mill", "{name}");
        assert_eq!(all(&test, "captures.media_type"), media_type);
        assert_eq!(all(&test, "captures.sha256"), Hash::of(&bytes(name)).to_hex());
        assert_eq!(all(&test, "captures.origin"), name);
        assert_eq!(test.value("SELECT max(high IS NULL AND low = 9) FROM claims"), "1", "{name}");
        sound(test);
    }
}

#[test]
fn a_scan_is_stored_and_marked_as_not_read() {
    let test = with("scan.pdf").ingest(["scan.pdf"]).stdout_has("not read: no text").stdout_has("1 new");
    assert_eq!(all(&test, "not_analysed"), "no text");
    assert_eq!(test.value("SELECT reason || ' ' || origin FROM articles_not_analysed"), "no text scan.pdf");
    assert_eq!(all(&test, "captures.sha256"), Hash::of(&bytes("scan.pdf")).to_hex());
    sound(test);
}

#[test]
fn damaged_documents_are_named() {
    for name in ["fire.pdf", "fire.docx", "fire.odt"] {
        let whole = bytes(name);
        let test = Test::new().file(name, &whole[..whole.len() / 2]).run(["ingest", name]);
        assert!(matches!(test.answer().code, 0 | 1), "{name}: {}", test.answer().stderr);
        assert!(
            test.answer().code == 0 || test.answer().stderr.contains(&format!("warning: {name}: it")),
            "{name}: {}",
            test.answer().stderr
        );
    }
}
