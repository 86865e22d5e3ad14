//! `dossier explain`.

use crate::test::Test;

const ARTICLE: &str = "Mill stands still\n\nAt least 12 weavers were arrested in Lodz on Friday, police said. \
                       Their colleagues set the gatehouse on fire.\n";

#[test]
fn the_text_is_marked_and_each_claim_gives_its_grounds() {
    Test::new()
        .file("mill.txt", ARTICLE)
        .file("mill.txt.meta.json", r#"{"publisher": "The Courier", "datePublished": "2019-03-04"}"#)
        .run(["explain", "--all", "mill.txt"])
        .code(0)
        .stdout_has("The Courier · 2019-03-04")
        .stdout_has("[At least 12 weavers]")
        .stdout_has("count · detained · 12 to open (at least)")
        .stdout_has("gatehouse on fire]³")
        .stdout_has("event · arson")
        .stdout_has("“set the gatehouse on fire”")
        .stdout_has("2019-03-01")
        .stdout_has("1 date");
}

#[test]
fn as_json_it_is_one_object_a_line() {
    let test =
        Test::new().file("mill.txt", ARTICLE).run(["explain", "--format", "json", "mill.txt", "mill.txt"]).code(0);
    let lines: Vec<serde_json::Value> =
        test.answer().stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    let claims = lines[0]["claims"].as_array().unwrap();
    let arson = claims.iter().find(|claim| claim["title"] == "event · arson").unwrap();
    assert_eq!(arson["quote"], "set the gatehouse on fire");
    assert_eq!(arson["start"], ARTICLE.find("set the").unwrap());
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    Test::new()
        .file("mill.txt", ARTICLE)
        .run(["explain", "nothing.txt", "mill.txt"])
        .code(1)
        .stderr_has("nothing.txt")
        .stdout_has("event · arson");
}
