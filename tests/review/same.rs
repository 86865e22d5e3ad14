//! Names and incidents that people say are one, or are not.

use super::{FIRST, archive, key};
use crate::test::Test;

const LATER: &str = "Three guards were killed in Portvelle on 9 May 2019, the mayor Boris Kovac said.";

/// A third account, of another place and day.
fn told() -> Test {
    archive()
        .file("later.txt", LATER)
        .file("again.txt", FIRST.replace("Port Vell", "Arbon"))
        .ingest(["later.txt", "again.txt"])
}

#[test]
fn merged_names_are_one_and_split_ones_are_not() {
    let test = told()
        .review("Anna", ["merge", "place", "Port Vell", "Arbon", "--note", "the old name"])
        .code(0)
        .stdout_has("merged")
        .run(["query", "names", "Arbon", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"name\":\"Port Vell\"")
        .run(["query", "names", "Arbon", "--reading", "machine", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"name\":\"Arbon\"")
        .run(["query", "claims", "--place", "Port Vell", "--format", "csv"])
        .code(0)
        .stdout_has("again.txt")
        .verify();
    assert!(
        !test
            .run(["query", "claims", "--place", "Port Vell", "--reading", "machine", "--format", "csv"])
            .answer()
            .stdout
            .contains("again.txt")
    );
    let test = told().review("Anna", ["merge", "place", "Port Vell", "Arbon", "--note", "n"]);
    let name = "SELECT group_concat(DISTINCT name) FROM reviewed_name_variants WHERE spelling = 'Arbon'";
    assert_eq!(test.value(name), "Port Vell");
    let test = test.review("Boris", ["split", "place", "Port Vell", "Arbon", "--note", "two towns"]).code(0);
    assert_eq!(
        test.value("SELECT review || ': ' || review_note FROM identity_states"),
        "disputed: Anna: n; Boris: two towns"
    );
    assert_eq!(test.value(name), "Arbon", "nothing is decided");
    let test = test.review("Boris", ["split", "place", "Arbon", "Port Vell", "--withdraw"]).code(0).verify();
    assert_eq!(test.value(name), "Port Vell");
    test.run(["rebuild"]).code(0).verify();
}

#[test]
fn merged_incidents_are_compared_as_one() {
    let test = told();
    let [one, other] = ["port-vell-2019-05-06", "arbon-2019-05-06"];
    assert_eq!(test.value(&format!("SELECT count(*) FROM incidents WHERE incident IN ('{one}', '{other}')")), "2");
    test.review("Anna", ["merge", "incident", one, other, "--note", "one event"])
        .code(0)
        .run(["query", "compare", "killed", "--incident", one, "--format", "csv"])
        .code(0)
        .stdout_has("again.txt")
        .run(["query", "conflicts", "--incident", one, "--format", "jsonl"])
        .code(0)
        .stdout_has("\"other_figure\":\"≥20\"")
        .run(["query", "compare", "killed", "--incident", other, "--format", "csv"])
        .code(0)
        .stdout_has("first.txt")
        .run(["query", "compare", "killed", "--incident", other, "--reading", "machine", "--format", "csv"])
        .code(0)
        .stdout_has("again.txt")
        .review("Anna", ["merge", "incident", one, "nowhere-2001", "--note", "n"])
        .code(1)
        .stderr_has("no incident \"nowhere-2001\"")
        .verify();
}

#[test]
fn a_claim_can_be_split_off_its_incident() {
    let test = archive();
    let (killed, other) = (key(&test, 13), key(&test, 20));
    let incident = "port-vell-2019-05-06";
    let test = test
        .review("Anna", ["split", "incident", incident, &killed, "--note", "an earlier shooting"])
        .code(0)
        .run(["query", "conflicts"])
        .code(0)
        .stderr_has("no conflicts")
        .run(["query", "compare", "killed", "--incident", incident, "--format", "csv"])
        .code(0)
        .stdout_has("At least 20");
    assert!(!test.answer().stdout.contains("13 dock"));
    test.run(["query", "claims", "--measure", "killed", "--format", "csv"])
        .code(0)
        .stdout_has("13 dock workers")
        .review("Anna", ["split", "incident", "arbon-2001", &other, "--note", "n"])
        .code(1)
        .verify();
}
