//! Accepting, rejecting, correcting, adding and taking back.

use super::{archive, key};

const STATE: &str = "SELECT group_concat(review || ' ' || coalesce(figure, event, kind), ', ') FROM \
    (SELECT * FROM decided_claims ORDER BY start_offset)";

#[test]
fn a_decision_stands_beside_the_claim_and_survives_a_rebuild() {
    let test = archive();
    let claims = test.value("SELECT group_concat(claim_key || ifnull(low, '')) FROM claims");
    let (killed, injured) = (key(&test, 13), key(&test, 40));
    let test = test
        .review("Anna Kovac", ["accept", &killed])
        .code(0)
        .stdout_has("accepted")
        .stdout_has("killed 13 · officials")
        .review("Anna Kovac", ["reject", &injured, "--note", "they were detained"])
        .code(0)
        .verify();
    assert_eq!(test.value(STATE), "accepted 13, rejected >40");
    assert_eq!(test.value("SELECT review_note FROM decided_claims WHERE low = 40"), "Anna Kovac: they were detained");
    let test = test.run(["rebuild"]).code(0).verify();
    assert_eq!(test.value(STATE), "accepted 13, rejected >40");
    assert_eq!(test.value("SELECT group_concat(claim_key || ifnull(low, '')) FROM claims"), claims);
    assert_eq!(test.value("SELECT group_concat(machine) FROM decided_claims"), "same,same");
    assert_eq!(test.value("SELECT count(*) FROM claims"), test.value("SELECT count(*) FROM reviewed_claims"));
}

#[test]
fn any_value_can_be_corrected_and_what_follows_from_it_follows() {
    let test = archive();
    let killed = key(&test, 13);
    let test = test
        .review(
            "Anna Kovac",
            [
                "correct",
                &killed,
                "figure=≥14",
                "source=the mayor",
                "source_type=official",
                "counted_group=harbour guards",
                "place=the port of Arbon",
                "place_name=Arbon",
                "date=2019-05-05/2019-05-06",
                "modality=alleged",
                "--note",
                "read again",
            ],
        )
        .code(0)
        .stdout_has("killed at least 14 · the mayor · the port of Arbon · 2019-05-05")
        .verify();
    let row = "SELECT concat_ws('|', review, figure, low, high, qualifier, source, counted_group, group_class, known_place, date, \
        modality, plausible_low, date_basis) FROM decided_claims";
    assert_eq!(
        test.value(row),
        "corrected|≥14|14|at_least|the mayor|harbour guards|police|Arbon|2019-05-05/2019-05-06|alleged|14|review"
    );
    assert_eq!(test.value("SELECT low FROM claims WHERE claim_key = (SELECT claim_key FROM reviews)"), "13");
    let test = test
        .review("Anna Kovac", ["correct", &killed, "via=Radio Levant", "source=", "--note", "from the radio"])
        .code(0);
    assert_eq!(
        test.value("SELECT concat_ws('|', figure, ifnull(source, 'none'), via) FROM decided_claims"),
        "≥14|none|Radio Levant"
    );
    test.verify();
}

#[test]
fn what_makes_no_sense_is_refused_with_the_remedy() {
    let mut test = archive();
    let killed = key(&test, 13);
    let key = killed.as_str();
    for (arguments, code, said) in [
        (&["correct", key, "low=20", "--note", "n"][..], 2, "low is above high"),
        (&["correct", key, "low=many", "--note", "n"], 2, "low=many is no whole number"),
        (&["correct", key, "figure=", "--note", "n"], 2, "a count needs a number"),
        (&["correct", key, "qualifier=around", "--note", "n"], 2, "there is: about, at_least"),
        (&["correct", key, "measure=eaten", "--note", "n"], 2, "no measure \"eaten\"; there is: buildings"),
        (&["correct", key, "event=shoot", "--note", "n"], 2, "a count (measure=) or an event (event=)"),
        (
            &["correct", key, "event=shoot", "measure=", "figure=", "--note", "n"],
            2,
            "reject it, and add one of the kind event",
        ),
        (&["correct", key, "date=soon", "--note", "n"], 2, "is no date"),
        (&["correct", key, "quote=x", "--note", "n"], 2, "reject it, and add the right one"),
        (&["correct", key, "colour=red", "--note", "n"], 2, "there is: figure, measure"),
        (&["correct", key, "low=13", "--note", "n"], 2, "nothing is corrected"),
        (&["correct", key, "low=12"], 2, "say why with --note"),
        (&["reject", key], 2, "say why with --note"),
        (&["reject", key, "--note", "  "], 2, "say why with --note"),
        (&["withdraw", key], 2, "has decided nothing about this claim"),
        (&["accept", "ffffff"], 1, "no claim with the key \"ffffff\""),
        (&["accept", "ff"], 1, "no claim with the key"),
        (&["accept", key, "--as", "Boris"], 1, "decision that stands"),
    ] {
        let all: Vec<&str> = ["review"].into_iter().chain(arguments.iter().copied()).chain(["--by", "Anna"]).collect();
        test = test.run_all(&all).code(code).stderr_has(said);
        assert_eq!(test.value("SELECT count(*) FROM reviews"), "0", "{arguments:?}");
    }
    test.run(["review", "accept", key]).code(2).stderr_has("--by NAME or DOSSIER_REVIEWER").verify();
}

#[test]
fn what_was_missed_is_added_where_its_words_stand() {
    let add = ["add", "second.txt", "--quote", "witnesses said", "event=shoot", "place=Port Vell", "date=2019-05-06"];
    let test = archive().review("Anna Kovac", add).code(0).stdout_has("added").verify();
    let place = "SELECT substr(text, start_offset + 1, end_offset - start_offset) FROM decided_claims JOIN documents USING (capture_id)";
    assert_eq!(test.value(place), "witnesses said");
    assert_eq!(test.value("SELECT incident FROM decided_claims"), "port-vell-2019-05-06");
    assert_eq!(test.value("SELECT sentence FROM decided_claims"), super::SECOND);
    assert_eq!(
        test.value("SELECT machine || claim_id FROM decided_claims").chars().take(6).collect::<String>(),
        "never-"
    );
    let added = test.value("SELECT substr(claim_key, 1, 10) FROM reviews");
    let test = test.review("Boris", ["accept", &added]).code(0);
    assert_eq!(
        test.value("SELECT review || ': ' || reviewers FROM decided_claims"),
        "added: Anna Kovac (add), Boris (accept)"
    );
    let test =
        test.review("Anna Kovac", ["withdraw", &added]).code(0).review("Boris", ["withdraw", &added]).code(0).verify();
    assert_eq!(test.value("SELECT count(*) FROM decided_claims"), "0");
    test.run(["rebuild"]).code(0).verify();
}

#[test]
fn a_quote_has_to_stand_in_the_text_once_or_at_the_place_given() {
    let add = |quote: &'static str| ["add", "first.txt", "--quote", quote, "measure=missing", "figure=13"];
    let test = archive()
        .review("Anna", add("14 dock workers"))
        .code(2)
        .stderr_has("does not stand in the text of first.txt")
        .review("Anna", add("13 dock workers"))
        .code(2)
        .stderr_has("stands 2 times in the text: say which with --at; it stands at 30, ");
    let second = super::FIRST.rfind("13 dock").unwrap().to_string();
    let test = test
        .review(
            "Anna",
            ["add", "first.txt", "--quote", "13 dock workers", "--at", "31", "measure=missing", "figure=13"],
        )
        .code(2)
        .stderr_has("does not stand at 31")
        .review(
            "Anna",
            ["add", "first.txt", "--quote", "13 dock workers", "--at", &second, "measure=missing", "figure=13"],
        )
        .code(0);
    assert_eq!(test.value("SELECT start_offset FROM reviews"), second);
    test.review(
        "Anna",
        ["add", "first.txt", "--quote", "13 dock workers", "--at", "30", "measure=killed", "figure=13"],
    )
    .code(2)
    .stderr_has("the program found this claim already: accept or correct ")
    .verify();
}

#[test]
fn reviewers_who_disagree_are_shown_and_nothing_is_decided() {
    let test = archive();
    let killed = key(&test, 13);
    let test = test
        .review("Anna", ["correct", &killed, "figure=14", "--note", "the list has 14"])
        .review("Boris", ["accept", &killed])
        .code(0);
    // Boris accepts the claim as Anna left it.
    assert_eq!(test.value(STATE), "corrected 14");
    let test = test.review("Boris", ["correct", &killed, "figure=15", "--note", "one more died"]).code(0).verify();
    assert_eq!(test.value(STATE), "disputed 13");
    assert_eq!(test.value("SELECT reviewers FROM decided_claims"), "Anna (correct), Boris (correct)");
    assert_eq!(test.value("SELECT review_note FROM decided_claims"), "Anna: the list has 14; Boris: one more died");
    let test = test.review("Anna", ["accept", &killed, "--as", "Boris"]).code(0).verify();
    assert_eq!(test.value(STATE), "corrected 15");
    let test = test.review("Anna", ["reject", &killed, "--note", "no"]).code(0);
    assert_eq!(test.value(STATE), "disputed 13");
    let test = test.review("Anna", ["withdraw", &killed]).code(0).verify();
    assert_eq!(test.value(STATE), "corrected 15");
    assert_eq!(test.value("SELECT count(*) FROM reviews"), "6", "every decision is kept");
}

#[test]
fn decisions_are_listed_with_who_and_why() {
    let test = archive();
    let killed = key(&test, 13);
    test.review("Anna", ["correct", &killed, "figure=≥14", "--note", "read again"])
        .run(["review", "history", &killed, "--format", "jsonl"])
        .code(0)
        .stdout_has("Anna")
        .stdout_has("read again")
        .stdout_has("low: 13 → 14; high: 13 → none; qualifier: exact → at_least")
        .run(["review", "list", "--state", "corrected", "--format", "jsonl"])
        .code(0)
        .stdout_has("\"figure\":\"≥14\"")
        .stdout_has("\"reading\":\"reviewed\"")
        .run(["review", "list", "--state", "unreviewed", "--article", "second.txt", "--format", "csv"])
        .code(0)
        .stdout_has("At least 20 people")
        .run(["review", "list", "--state", "disputed"])
        .code(0)
        .stderr_has("nothing found")
        .verify();
}

#[test]
fn the_same_bytes_elsewhere_are_reviewed_with_them_and_other_bytes_are_not() {
    let test = archive().file("copy.txt", super::SECOND).ingest(["copy.txt"]);
    let killed = key(&test, 20);
    let test = test.review("Anna", ["accept", &killed]).code(0);
    assert_eq!(test.value("SELECT count(*) FROM decided_claims"), "2");
    let test = test.file("second.txt", format!("{} Nobody was held.", super::SECOND)).ingest(["second.txt"]);
    assert_eq!(test.value("SELECT count(*) FROM reviewed_claims WHERE low = 20 AND review = 'unreviewed'"), "1");
    test.verify();
}
