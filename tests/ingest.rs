//! What comes in, and what a second time changes.

use crate::test::Test;

const STRIKE: &str = "Police shot dead three dock workers in Port Vell on Monday, officials said.";

#[test]
fn the_same_bytes_twice_change_nothing() {
    let test = Test::new()
        .file("reports/strike.txt", STRIKE)
        .file("reports/strike.txt.meta.json", r#"{"publisher": "The Lantern", "datePublished": "2019-05-06"}"#)
        .ingest(["reports"])
        .stdout_has("The Lantern")
        .stdout_has("1 new");
    let before = test.value("SELECT count(*) FROM log_entries");
    let test = test.ingest(["reports"]).stdout_has("1 unchanged");
    assert_eq!(test.value("SELECT count(*) FROM log_entries"), before);
    assert_eq!(test.value("SELECT origin FROM captures"), "reports/strike.txt");
    assert_eq!(test.value("SELECT count(*) FROM ingests"), "2");
}

#[test]
fn changed_bytes_become_a_new_version_and_so_does_changed_metadata() {
    let test = Test::new()
        .file("a.txt", STRIKE)
        .ingest(["a.txt"])
        .file("a.txt", STRIKE.replace("three", "four"))
        .ingest(["a.txt"])
        .stdout_has("version 2")
        .file("a.txt.meta.json", r#"{"publisher": "The Lantern"}"#)
        .ingest(["a.txt"])
        .stdout_has("version 3");
    assert_eq!(test.value("SELECT count(*) FROM articles"), "1");
    assert_eq!(test.value("SELECT count(*) FROM blobs"), "2");
}

#[test]
fn json_lines_and_standard_input() {
    let line = r#"{"identifier": "one", "headline": "Strike", "articleBody": "Two men were hurt."}"#;
    let test = Test::new()
        .file("many.jsonl", format!("{line}\n\nnot json\n{}", line.replace("one", "two")))
        .run(["ingest", "many.jsonl"])
        .code(1)
        .stderr_has("many.jsonl, line 3: it is not JSON")
        .stdout_has("2 new, 0 changed, 0 unchanged, 1 refused")
        .run_with_input(["ingest", "-"], line.as_bytes())
        .code(0)
        .stdout_has("1 new")
        .run_with_input(["ingest", "--type", "text", "--publisher", "The Lantern", "-"], STRIKE.as_bytes())
        .stdout_has("The Lantern");
    assert_eq!(
        test.value("SELECT group_concat(origin, ' ') FROM captures WHERE capture_id < 4"),
        "many.jsonl#one many.jsonl#two stdin:#one"
    );
}

#[test]
fn names_and_incidents_are_the_same_whatever_the_order() {
    let reports = [
        ("a.txt", "At least 14 miners were killed in Zhanaozen on May 6, 2019, officials said."),
        (
            "b.txt",
            "Police shot dead 11 people in Janaozen on May 7, 2019, said Anna Kovac. Fires broke out in Port Vell.",
        ),
        ("c.txt", "More than 70 people were killed in Janaozen on May 6 and 7, 2019. In Janaozen, 12 were injured."),
        ("d.txt", "Kovac denied that two men were killed in Zhanaozen in May 2019."),
    ];
    let collated = |order: [usize; 4], one_by_one: bool| {
        let mut test = Test::new();
        for (name, text) in reports {
            test = test.file(name, text);
        }
        let names = order.map(|index| reports[index].0);
        let test = if one_by_one {
            names.into_iter().fold(test, |test, name| test.ingest([name]))
        } else {
            test.ingest(names)
        };
        let content = test.value(
            "SELECT (SELECT group_concat(row, ';') FROM (SELECT name_kind || spelling || name || occurrences AS row \
                     FROM name_variants ORDER BY name_kind, spelling)) \
             || (SELECT group_concat(row, ';') FROM (SELECT incident || incidents.place || incidents.date_from || incidents.date_to || claim_key AS row \
                     FROM incidents JOIN incident_claims USING (incident) JOIN claims USING (claim_id) \
                     ORDER BY incident, claim_key))",
        );
        test.verify();
        content
    };
    let expected = collated([0, 1, 2, 3], false);
    assert!(expected.contains("placeJanaozen"), "{expected}");
    assert_eq!(collated([3, 2, 1, 0], false), expected);
    assert_eq!(collated([2, 0, 3, 1], true), expected);
}

#[test]
fn what_is_added_in_portions_is_as_if_it_had_come_at_once() {
    let places = ["Aktau", "Aqtau", "Aktobe", "Aktobo", "Jos", "Port Vell", "Port-Vell", "Kano", "Cano"];
    let people = ["Anna Kovac", "A. Kovac", "Kovac", "Kovacs", "Maria Kovac", "Omar Haddad", "Umar Hadad", "Haddad"];
    let report = |number: usize| {
        let (place, other) = (places[number * 5 % 9], places[(number * 7 + number / 9) % 9]);
        let (day, person) = (1 + number * 11 % 28, people[number * 3 % 8]);
        format!(
            "At least {number} people were killed in {place} on {day} May 2019, said {person}. More than {} were hurt in \
             {other} between {day} and {} May 2019. {person} spoke in {other} in May 2019. Shops stayed closed since then.",
            number * 3,
            day + number % 3,
        )
    };
    let content = |test: &Test| {
        test.value(
            "SELECT group_concat(line, char(10)) FROM (
                 SELECT name_kind || spelling || name || occurrences AS line FROM name_variants
                 UNION ALL SELECT name_kind || name FROM names
                 UNION ALL SELECT incident || place || date_from || ifnull(date_to, '-') FROM incidents
                 UNION ALL SELECT incident || claim_key FROM incident_claims JOIN claims USING (claim_id)
                 ORDER BY line)",
        )
    };
    let mut together = Test::new();
    let mut apart = Test::new();
    for (portion, name) in ["c", "a", "b"].into_iter().enumerate() {
        for number in (1..46).rev().filter(|number| number % 3 == portion) {
            let file = format!("{name}/{number}.txt");
            together = together.file(&file, report(number));
            apart = apart.file(&file, report(number));
        }
        apart = apart.ingest([name]).verify();
    }
    let together = together.ingest(["a", "b", "c"]);
    assert_eq!(content(&apart), content(&together));
}

#[test]
fn many_counts_of_the_dead_are_not_compared_at_once() {
    let few = "Two miners were killed in Elmas on 3 May 2019. ".repeat(4);
    let many: Vec<String> = (2..600).map(|number| format!("At least {number} people were killed in Elmas.")).collect();
    let hint = "`dossier query compare killed` shows";
    let test = Test::new().file("few.txt", few).ingest(["few.txt"]).stdout_has("Elmas · 3 May 2019");
    test.file("many.txt", many.join("\n\n")).ingest(["many.txt"]).stderr_has(hint).verify();
}
