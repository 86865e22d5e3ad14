//! One article: found, shown, searched for, and set beside another version.

use super::fire;
use crate::test::Test;

#[test]
fn an_article_is_named_in_many_ways() {
    let test = fire::archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin = 'lantern.txt'");
    let number = test.value("SELECT article_id FROM captures WHERE origin = 'lantern.txt'");
    let mut test = test;
    for asked in [&hash, &hash[..8], &number, "lantern.txt", "the lantern ON"] {
        test = test.run(["query", "show", asked]).code(0).stdout_has(&hash);
    }
    test.run(["query", "show", "on the fire"])
        .code(1)
        .stderr_has("fits more than one article")
        .stderr_has("Inland Courier on the fire · Inland Courier, 2019-05-08")
        .run(["query", "show", "earthquake"])
        .code(1)
        .stderr_has("dossier query articles");
}

#[test]
fn an_article_is_shown_with_its_claims_marked() {
    let test = fire::archive().run(["query", "show", "courier"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    Inland Courier on the fire
    Inland Courier · 8 May 2019
    article   courier.txt
    found at  courier.txt, 2020-01-02T03:04:05Z
    sha256    cde24f5ea5f2fc9436b819b29f9b68210de6a871068629f9aa7084c53e2b38fc
    version   1 of 1, 125 bytes

    The warehouse at Portvell had been [set alight]¹, it seems. It cost [at least five people]² their
    lives, among them [a crane driver]³.

    3 claims
    number  what    figure  source  via  date                   place     quote                 key
         1  arson   –       –       –    2019-05-06             Portvell  set alight            00000000
         2  killed  ≥5      –       –    2019-05-06/2019-05-07  Portvell  at least five people  00000000
         3  killed  1       –       –    2019-05-06             Portvell  a crane driver        00000000
    "#);
    let test = test.run(["query", "show", "courier", "--format", "json"]).code(0);
    let shown: serde_json::Value = serde_json::from_str(&test.answer().stdout).unwrap();
    assert_eq!(shown[0]["claims"][1]["quote"], "at least five people");
}

#[test]
fn words_are_found_and_no_words_are_an_error() {
    let test = fire::archive().run(["query", "search", "\"dock workers\" author* -crane"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    hash          publisher    published on  title                    passage
    56d093eef2b6  The Lantern  2019-05-07    The Lantern on the fire  …The port «authority» put the dead
                                                                      at three «dock workers»; the
                                                                      dockers' union spoke of more than…
    "#);
    test.run(["query", "search", "NEAR( \" *"])
        .code(0)
        .stderr_has("nothing found")
        .run(["query", "search", "***"])
        .code(2)
        .stderr_has("there is no word to search for");
}

#[test]
fn versions_and_what_differs() {
    let test = Test::new()
        .file("mill.txt", "The mill burned down on Sunday.\n\nThree millers were hurt. Nobody has said why.")
        .ingest(["mill.txt"])
        .file("mill.txt", "The mill burned down on Sunday.\n\nFour millers were hurt. Police are looking for two men.")
        .ingest(["mill.txt"])
        .sql("DELETE FROM incident_claims; DELETE FROM claims")
        .run(["query", "history", "mill.txt"])
        .code(0);
    assert_eq!(test.answer().stdout.lines().count(), 3, "{}", test.answer().stdout);
    let versions = test.value("SELECT group_concat(substr(sha256, 1, 12), ' ') FROM captures");
    let (before, after) = versions.split_once(' ').unwrap();
    let test = test.run(["query", "diff", before, after]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    sentences
      ~ [-Three-]{+Four+} millers were hurt.
      - Nobody has said why.
      + Police are looking for two men.
    "#);
    test.run(["query", "diff", before, before]).code(0).stderr_has("no difference");
}
