//! Copies: what is found to be one text, whatever was done to it and in whatever order it came, and what is not.

mod desk;
mod dice;
mod newsroom;
mod trial;

use dice::Dice;
use newsroom::Event;

use crate::test::Test;

/// Every copy by the names of the files.
const COPIES: &str = "SELECT group_concat(line, char(10)) FROM (
    SELECT a.identity || ' ' || kind || ' ' || percent || ' of ' || o.identity || ', family of ' || f.identity AS line
    FROM copies
    JOIN captures AS ca USING (capture_id) JOIN articles AS a ON a.article_id = ca.article_id
    JOIN captures AS co ON co.capture_id = original_capture_id JOIN articles AS o ON o.article_id = co.article_id
    JOIN captures AS cf ON cf.capture_id = first_capture_id JOIN articles AS f ON f.article_id = cf.article_id
    ORDER BY 1)";

fn story(seed: u64) -> Vec<Vec<String>> {
    let mut dice = Dice::new(seed);
    Event::new(&mut dice).dispatch(&mut dice)
}

fn text(paragraphs: &[Vec<String>]) -> String {
    paragraphs.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

fn with(test: Test, name: &str, publisher: &str, day: &str, content: &str) -> Test {
    let sidecar = format!(r#"{{"publisher": "{publisher}", "headline": "{name}", "datePublished": "{day}"}}"#);
    test.file(name, content).file(&format!("{name}.meta.json"), sidecar)
}

/// A wire story, what became of it, and another story.
fn desk() -> Test {
    let wire = story(1);
    let shorter = text(&wire[..wire.len() / 2]);
    let other_bytes = text(&wire).replace('\n', "\r\n").replace('"', "”").replacen('”', "“", 1);
    let longer = format!("{}\n\n{}", text(&wire), text(&story(2)[..2]));
    let page = format!("{}\n\n{}\n\n{}", text(&story(3)), text(&wire), text(&story(4)));
    let test = with(Test::new(), "wire.txt", "North Agency", "2019-05-06", &text(&wire));
    let test = with(test, "again.txt", "The Lantern", "2019-05-07", &text(&wire));
    let test = with(test, "bytes.txt", "Inland Courier", "2019-05-07", &other_bytes);
    let test = with(test, "shorter.txt", "Harbour News", "2019-05-06", &shorter);
    let test = with(test, "longer.txt", "Valley Post", "2019-05-08", &longer);
    let test = with(test, "page.txt", "Coast Radio", "2019-05-09", &page);
    with(test, "third.txt", "Seven Seas", "2019-05-05", &text(&story(3)))
}

#[test]
fn families_of_copies_are_listed_from_the_first() {
    let test = desk().ingest(["."]).run(["query", "copies"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @"
    family  kind            percent  published on  publisher       title        words
         7  first                 –  2019-05-06    North Agency    wire.txt       161
         7  near_duplicate      100  2019-05-06    Harbour News    shorter.txt     78
         7  same_bytes          100  2019-05-07    The Lantern     again.txt      161
         7  same_text           100  2019-05-07    Inland Courier  bytes.txt      161
         7  near_duplicate      100  2019-05-08    Valley Post     longer.txt     231
         6  first                 –  2019-05-05    Seven Seas      third.txt      255
         6  near_duplicate      100  2019-05-09    Coast Radio     page.txt       642
    ");
    let test = test.run(["query", "copies", "shorter.txt", "--format", "csv"]).code(0).stdout_has("North Agency");
    let test = test.run(["query", "copies", "--publisher", "nobody"]).code(0).stderr_has("no article is a copy");
    test.run(["query", "stats"]).code(0).stdout_has("independent texts").verify();
}

/// The page holds the wire story and an older one. It is a copy of one of them, and these stay two.
#[test]
fn a_page_that_gathers_stories_does_not_make_them_one() {
    let test = desk().ingest(["."]);
    let family = |name: &str| {
        test.value(&format!(
            "SELECT coalesce(first_capture_id, captures.capture_id) FROM captures JOIN articles USING (article_id)
             LEFT JOIN copies USING (capture_id) WHERE identity = '{name}'"
        ))
    };
    assert_ne!(family("third.txt"), family("wire.txt"));
    assert_eq!(family("page.txt"), family("third.txt"));
}

#[test]
fn the_order_of_ingestion_makes_no_difference() {
    let names = ["wire.txt", "again.txt", "bytes.txt", "shorter.txt", "longer.txt", "page.txt", "third.txt"];
    let at_once = desk().ingest(["."]);
    let expected = at_once.value(COPIES);
    assert_eq!(expected.lines().count(), 5, "{expected}");
    let mut dice = Dice::new(5);
    for _ in 0..3 {
        let mut names = names;
        for last in (1..names.len()).rev() {
            names.swap(last, dice.between(0, last));
        }
        let test = names.iter().fold(desk(), |test, name| test.ingest([*name]));
        assert_eq!(test.value(COPIES), expected, "{names:?}");
        let test = test.verify().run(["rebuild"]).code(0);
        assert_eq!(test.value(COPIES), expected);
    }
}

#[test]
fn a_statement_that_both_quote_makes_no_copy() {
    let mut dice = Dice::new(8);
    let event = Event::new(&mut dice);
    let test = (0..6).fold(Test::new(), |test, number| {
        with(
            test,
            &format!("{number}.txt"),
            &format!("Paper {number}"),
            "2019-05-06",
            &text(&event.dispatch(&mut dice)),
        )
    });
    let test = test.ingest(["."]);
    assert_eq!(test.value("SELECT count(*) FROM copies"), "0");
    test.verify();
}

#[test]
fn of_an_erased_text_no_fingerprint_is_left() {
    let test = desk().ingest(["."]);
    let of_wire = "SELECT count(*) FROM wordings JOIN captures USING (capture_id) JOIN articles USING (article_id)
        WHERE identity IN ('wire.txt', 'again.txt')";
    assert_eq!(test.value(of_wire), "2");
    let test = test.run(["takedown", "wire.txt", "--reason", "an order", "--ordered-by", "a court"]);
    assert_eq!(test.value(of_wire), "0");
    let bytes = test.value(COPIES);
    assert!(bytes.contains("longer.txt near_duplicate 100 of shorter.txt, family of shorter.txt"), "{bytes}");
    test.verify();
}

#[test]
fn edited_copies_are_found_among_others() {
    let found = trial::run(240, 72, 11);
    assert!(found.recall() >= 0.95 && found.precision() >= 0.95, "{found}");
}

/// The figures that `scripts/copies-trial` prints.
#[test]
#[ignore = "takes minutes; scripts/copies-trial runs it"]
fn the_whole_trial() {
    for seed in 1..=3 {
        println!("2,000 articles, 600 of them edited copies, seed {seed}: {}", trial::run(2_000, 600, seed));
    }
}

/// How the time to recognise copies grows.
#[test]
#[ignore = "takes minutes; scripts/copies-trial runs it"]
fn the_cost_curve() {
    for texts in [1_000, 5_000, 10_000, 50_000] {
        println!("{}", trial::cost(texts));
    }
}
