//! What other tools propose is added in one step, and what is left after review leaves in exports too.

use std::fs;

use serde_json::Value;

use super::{archive, key};
use crate::test::Test;

const PROPOSALS: &str = r#"{"article": "first.txt", "claims": [
 {"kind": "event", "anchor": "Nobody wept", "event": "protest", "place": "Port Vell", "date": "2019-05-06"},
 {"kind": "count", "anchor": "13 dock workers on", "measure": "wounded", "low": 13, "high": 13, "qualifier": "exact"}]}"#;

fn proposed() -> Test {
    let lines = PROPOSALS.replace('\n', "").replace("wounded", "injured");
    archive().run_with_input(["claims", "import", "-", "--by", "reader 2"], lines.as_bytes()).code(0)
}

#[test]
fn a_proposal_is_added_in_one_step() {
    let test = proposed()
        .run(["review", "list", "--proposed"])
        .code(0)
        .stdout_has("1.1")
        .stdout_has("Nobody wept")
        .review("Anna", ["add", "--accept-proposal", "1.1", "--note", "so it says"])
        .code(0)
        .stdout_has("added")
        .review("Anna", ["add", "--accept-proposal", "1.2", "figure=≥13", "source=officials"])
        .code(0);
    assert_eq!(
        test.value("SELECT group_concat(coalesce(event, measure) || ' ' || coalesce(place, source) || ': ' || note, '; ') FROM reviews"),
        "protest Port Vell: so it says (proposed by reader 2); injured officials: proposed by reader 2"
    );
    assert_eq!(test.value("SELECT qualifier FROM reviews WHERE measure = 'injured'"), "at_least");
    let test = test.run(["review", "list", "--proposed", "--format", "jsonl"]).code(0);
    assert!(test.answer().stdout.lines().all(|line| line.contains("\"is_added\":1")), "{}", test.answer().stdout);
    test.review("Anna", ["add", "--accept-proposal", "7.1"])
        .code(1)
        .stderr_has("no proposal \"7.1\"")
        .review("Anna", ["add", "--accept-proposal", "first"])
        .code(2)
        .stderr_has("dossier review list --proposed")
        .review("Anna", ["add", "--accept-proposal", "1.1", "--quote", "Nobody"])
        .code(2)
        .run(["rebuild"])
        .code(0)
        .run(["query", "claims", "--event", "protest", "--format", "csv"])
        .code(0)
        .stdout_has("Nobody wept")
        .verify();
}

/// Officials' 13 was corrected, more than 40 injured rejected, and a protest added.
fn decided() -> Test {
    let test = proposed();
    let (killed, injured) = (key(&test, 13), key(&test, 40));
    test.review("Anna", ["correct", &killed, "figure=≥14", "--note", "the list has 14"])
        .code(0)
        .review("Boris", ["reject", &injured, "--note", "held, not hurt"])
        .code(0)
        .review("Boris", ["add", "--accept-proposal", "1.1"])
        .code(0)
        .review("Boris", ["merge", "incident", "port-vell-2019-05-06", "port-vell-2019-05", "--note", "n"])
        .code(1)
}

#[test]
fn tables_tell_what_people_decided_and_what_tools_proposed() {
    let test =
        decided().run(["export", "csv", "--to", "out"]).code(0).stderr_has("3 reviews").stderr_has("2 proposals");
    let rows = |name: &str| -> Vec<std::collections::BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(test.path(&format!("out/{name}.csv"))).unwrap();
        reader.deserialize().map(Result::unwrap).collect()
    };
    let claims = rows("claims");
    let of = |review: &str| claims.iter().filter(|row| row["review"] == review).count();
    assert_eq!((of("corrected"), of("rejected"), of("unreviewed")), (1, 1, claims.len() - 2));
    let corrected = claims.iter().find(|row| row["review"] == "corrected").unwrap();
    assert_eq!((corrected["figure"].as_str(), corrected["reviewers"].as_str()), ("13", "Anna (correct)"));
    let reviews = rows("reviews");
    let told: Vec<String> = reviews
        .iter()
        .map(|row| format!("{} {} {} {}", row["reviewer"], row["decision"], row["review"], row["stands"]))
        .collect();
    assert_eq!(told, ["Anna correct corrected true", "Boris reject rejected false", "Boris add added true"]);
    assert_eq!((reviews[0]["low"].as_str(), reviews[0]["qualifier"].as_str()), ("14", "at_least"));
    assert_eq!(rows("proposals")[0]["proposed_by"], "reader 2");
    test.run(["export", "parquet", "--to", "out-p"]).code(0).verify();
}

#[test]
fn lines_and_entities_tell_who_decided() {
    let test = decided().run(["export", "jsonl"]).code(0);
    let lines: Vec<Value> = test.answer().stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let find = |state: &str| lines.iter().find(|line| line["review"]["state"] == state).unwrap();
    let corrected = find("corrected");
    assert_eq!((corrected["reading"].as_str(), corrected["low"].as_i64()), (Some("machine"), Some(13)));
    assert_eq!(
        (corrected["review"]["reads"]["low"].as_i64(), corrected["review"]["note"].as_str()),
        (Some(14), Some("Anna: the list has 14"))
    );
    let added = find("added");
    assert_eq!((added["reading"].as_str(), added["event"].as_str()), (Some("reviewed"), Some("protest")));
    assert_eq!(find("unreviewed")["review"]["reads"], Value::Null);
    let test = test.run(["export", "ftm", "--to", "out.ftm"]).code(0);
    let entities = fs::read_to_string(test.path("out.ftm")).unwrap();
    for told in [
        "as reviewed: low: 14; high: none; qualifier: at_least",
        "review: rejected, Boris (reject)",
        "review, why: Boris: proposed by reader 2",
    ] {
        assert!(entities.contains(told), "{told} in {entities}");
    }
    let test = test.run(["export", "jsonld", "--to", "out.jsonld"]).code(0);
    let document: Value = serde_json::from_slice(&fs::read(test.path("out.jsonld")).unwrap()).unwrap();
    let nodes = document["@graph"].as_array().unwrap();
    let reviewed: Vec<&str> = nodes.iter().filter_map(|node| node["review"]["name"].as_str()).collect();
    assert_eq!(reviewed, ["corrected", "rejected", "added"]);
}
