//! Questions to an archive, through the program.

mod comparison;
mod find;
mod fire;
mod schema;
mod sql;

use crate::test::Test;

#[test]
fn a_query_makes_no_archive() {
    let test = Test::new().run(["query", "stats"]).code(1).stderr_has("there is no archive at archive.db");
    assert!(!test.archive().exists());
}

#[test]
fn claims_by_place_in_any_spelling_publisher_source_and_day() {
    let mut test = fire::archive();
    for (filters, expected) in [
        (["--place", "Portvell", "--kind", "count"], 8),
        (["--place", "port vell", "--measure", "killed"], 7),
        (["--publisher", "LANTERN", "--kind", "count"], 2),
        (["--source", "union", "--kind", "count"], 1),
        (["--incident", "port-vell", "--event", "arson"], 1),
        (["--from", "2019-05-07", "--measure", "killed"], 2),
        (["--to", "2019-05-06", "--measure", "killed"], 7),
        (["--from", "2019-05", "--to", "2019"], 10),
        (["--from", "2020", "--kind", "count"], 0),
        (["--limit", "3", "--kind", "count"], 3),
    ] {
        let [one, two, three, four] = filters;
        test = test.run(["query", "claims", "--format", "jsonl", one, two, three, four]).code(0);
        assert_eq!(test.answer().stdout.lines().count(), expected, "{filters:?}");
        assert_eq!(test.answer().stderr.contains("nothing found"), expected == 0, "{filters:?}");
    }
}

#[test]
fn an_empty_archive_says_so() {
    Test::new()
        .run(["ingest", "nothing.txt"])
        .code(1)
        .run(["query", "compare", "killed"])
        .code(0)
        .stderr_has("holds no articles yet")
        .run(["query", "claims", "--place", "Ulm"])
        .code(0)
        .stderr_has("holds no articles yet");
}

#[test]
fn what_is_not_known_is_answered_with_what_is() {
    fire::archive()
        .run(["query", "compare", "deaths"])
        .code(1)
        .stderr_has("no measure \"deaths\"")
        .stderr_has("killed, injured")
        .run(["query", "claims", "--incident", "elsewhere"])
        .code(1)
        .stderr_has("there is: port-vell-2019-05-06")
        .run(["query", "claims", "--from", "Monday"])
        .code(2)
        .stderr_has("is no date such as")
        .run(["query", "timeline", "--from", "2019-13"])
        .code(2)
        .stderr_has("is no date such as")
        .run(["query", "timeline", "--from", "2019-06-01", "--to", "2019-05"])
        .code(2)
        .stderr_has("--from 2019-06-01 is after --to 2019-05")
        .run(["query", "timeline", "--from", "2019-05-06", "--to", "2019-05"])
        .code(0)
        .run(["query", "claims", "--limit", "0"])
        .code(2)
        .stderr_has("--limit");
}

#[test]
fn each_format_has_the_same_claims() {
    let test = fire::archive();
    let rows = |test: Test, format: &str| {
        let test = test.run(["query", "quotes", "moll", "--format", format]).code(0);
        let answer = test.answer().stdout.clone();
        (test, answer)
    };
    let (test, json) = rows(test, "json");
    let claims: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(claims[0]["speaker"], "Ines Moll");
    assert_eq!(claims[0]["quote"], "The gates were locked");
    let (test, lines) = rows(test, "jsonl");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&lines).unwrap(), claims[0]);
    let (test, csv) = rows(test, "csv");
    let record: std::collections::BTreeMap<String, String> =
        csv::Reader::from_reader(csv.as_bytes()).deserialize().next().unwrap().unwrap();
    assert_eq!(record["quote"], "The gates were locked");
    let (test, markdown) = rows(test, "markdown");
    assert!(markdown.starts_with("| speaker | quote |"), "{markdown}");
    let (_, table) = rows(test, "table");
    insta::assert_snapshot!(table, @r#"
    Ines Moll · 7 May 2019 · The Lantern 7 May 2019
        “The gates were locked”
    "#);
}

#[test]
fn names_spellings_sources_timeline_and_stats() {
    let test = fire::archive().run(["query", "names", "Portvell"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    name       kind   spellings  publishers  articles  spelled
    Port Vell  place          2           4         4  Port Vell (3), Portvell (1)
    "#);
    let test = test.run(["query", "sources", "--place", "Port Vell"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    source                  role    source type  publishers  independent  claims  relied on by
    Radio Levant            outlet  media                 1            1       1  Harbour Evening News
                                                                                  of the Lower Coast
    doctors at the          source  hospital              1            1       1  Harbour Evening News
    municipal hospital                                                            of the Lower Coast
    residents               source  witness               1            1       1  Seven Seas Handbook
    the dockers' union      source  union                 1            1       1  The Lantern
    the government          source  official              1            1       1  Seven Seas Handbook
    the port authority      source  official              1            1       1  The Lantern
    "#);
    let test = test.run(["query", "timeline", "--to", "2019-05-06", "--publisher", "lantern"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    date        place      what    figure  publishers  first publisher  quote
    2019-05-06  Port Vell  killed  3                1  The Lantern      three dock workers
    2019-05-06  Port Vell  killed  >20              1  The Lantern      more than 20
    "#);
    test.run(["query", "stats"]).code(0).stdout_has("articles").stdout_has("incidents");
}
