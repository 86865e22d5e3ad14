//! Articles in languages that the extractor does not know, and encodings.

use super::{all, sound};
use crate::test::Test;

#[test]
fn other_languages_are_stored_and_searched_and_marked() {
    let russian = "Во вторник при пожаре на фабрике погибли 9 человек, сообщила полиция. Ещё 12 человек ранены.";
    let spanish = "Nueve personas murieron el viernes en el incendio de una fábrica textil, según informó la policía de la ciudad.";
    let test = Test::new()
        .file("a.txt", russian)
        .file("b.txt", spanish)
        .file("c.txt", "Nine people were killed in a fire in a mill in Karsava on 3 May 2019, police said.")
        .ingest(["."])
        .stdout_has("not analysed: ru")
        .stdout_has("not analysed: es")
        .stdout_has("3 new");
    assert_eq!(all(&test, "language"), "ru | es | en");
    assert_eq!(all(&test, "not_analysed"), "language | language | -");
    assert_eq!(test.value("SELECT count(*) FROM claims JOIN captures USING (capture_id) WHERE origin <> 'c.txt'"), "0");
    assert_eq!(test.value("SELECT count(*) FROM articles_not_analysed"), "2");
    let test = test
        .run(["query", "search", "пожаре"])
        .stdout_has("12 человек ранены")
        .run(["query", "search", "fabrica"])
        .stdout_has("Nueve personas");
    sound(test);
}

#[test]
fn the_declared_encoding_goes_before_a_guess() {
    let page = "<html><head><meta charset=\"koi8-r\"></head><body><p>\u{2}</p></body></html>";
    // "Пожар на фабрике" and so on in KOI8-R.
    let words: &[u8] = b"\xf0\xcf\xd6\xc1\xd2 \xce\xc1 \xc6\xc1\xc2\xd2\xc9\xcb\xc5 \xd5\xce\xc5\xd3 \xd6\xc9\xda\xce\xc9 \xc4\xc5\xd7\xd1\xd4\xc9 \xde\xc5\xcc\xcf\xd7\xc5\xcb";
    let (before, after) = page.split_once('\u{2}').unwrap();
    let bytes = [before.as_bytes(), words, after.as_bytes()].concat();
    let test = Test::new().file("a.html", bytes).ingest(["a.html"]);
    assert_eq!(all(&test, "text"), "Пожар на фабрике унес жизни девяти человек");
    assert_eq!(all(&test, "language"), "ru");
    sound(test);
}
