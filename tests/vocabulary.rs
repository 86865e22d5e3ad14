//! Words that a user adds: they make claims, the archive keeps them, and verify needs nobody to name them again.

use crate::test::Test;

const MEASURES: &str = "# Counts of floods.\nmeasure\tmeaning\nflooded_homes\thomes under water\n";
const TRIGGERS: &str = "trigger\tword_class\tmeasure\tcounted\tneeds\twith\tmeaning\n\
    flood\tverb\tflooded_homes\tobject\tproperty|number\t\t\n";
const REPORT: &str = "About 300 homes were flooded in Brannock on 4 March 2019, officials said.";
const OTHER: &str = "In Brannock, 41 houses were flooded on 5 March 2019, residents said.";

const COUNTS: &str = "SELECT group_concat(low) FROM claims WHERE measure = 'flooded_homes'";

/// A folder with words, a report and an archive that was made with the words.
fn flooded() -> Test {
    Test::new()
        .file("words/measures.tsv", MEASURES)
        .file("words/measure_triggers.tsv", TRIGGERS)
        .file("report.txt", REPORT)
        .ingest(["--vocabulary", "words", "report.txt"])
}

/// The same, and the folder is gone.
fn without_folder() -> Test {
    let test = flooded();
    std::fs::remove_dir_all(test.path("words")).unwrap();
    test
}

#[test]
fn words_make_claims_without_an_archive() {
    let test = flooded().run(["explain", "--vocabulary", "words", "report.txt"]).code(0);
    let test = test.stdout_has("count · flooded_homes · 300 (about)");
    let test = test.run(["extract", "--vocabulary", "words", "report.txt"]).code(0).stdout_has("flooded_homes");
    let test = test.run(["extract", "report.txt"]).code(0);
    assert!(!test.answer().stdout.contains("flooded_homes"), "nobody named the words");
}

#[test]
fn the_archive_keeps_the_words_and_needs_no_folder() {
    let test = without_folder().verify().file("other.txt", OTHER).ingest(["other.txt"]).verify();
    assert_eq!(test.value(COUNTS), "300,41");
    let test = test.run(["rebuild"]).code(0).verify();
    assert_eq!(test.value(COUNTS), "300,41");
    assert_eq!(test.value("SELECT meaning FROM measures WHERE measure = 'flooded_homes'"), "homes under water");
    assert_eq!(test.value("SELECT content FROM vocabulary_sources WHERE name = 'measures'"), MEASURES);
    assert_eq!(test.value("SELECT count(*) FROM log_entries WHERE log_kind = 'vocabulary'"), "2");
    assert_eq!(
        test.value("SELECT count(*) FROM log_entries WHERE log_kind = 'derivation'"),
        "2",
        "nothing had changed"
    );
    test.run(["query", "compare", "flooded_homes"]).code(0).stdout_has("300").stdout_has("41");
}

#[test]
fn words_given_later_make_earlier_derivations_out_of_date_until_a_rebuild() {
    let test = Test::new()
        .file("words/measures.tsv", MEASURES)
        .file("words/measure_triggers.tsv", TRIGGERS)
        .file("report.txt", REPORT)
        .file("other.txt", OTHER)
        .ingest(["report.txt"])
        .ingest(["--vocabulary", "words", "other.txt"])
        .stderr_has("1 capture was derived with another vocabulary; `dossier rebuild` brings them up to date")
        .verify();
    assert_eq!(test.value(COUNTS), "41");
    let test = test.run(["rebuild"]).code(0).verify();
    assert_eq!(test.value(COUNTS), "300,41");
    // The same files again are no new version; other ones are, and the earlier ones stay.
    let test = test.ingest(["--vocabulary", "words", "other.txt"]);
    assert_eq!(test.answer().stderr, "");
    assert_eq!(test.value("SELECT count(*) FROM vocabulary_sources"), "2");
    let test = test
        .file("later/measures.tsv", MEASURES.replace("under water", "that water came into"))
        .run(["rebuild", "--vocabulary", "later"])
        .code(0)
        .verify();
    assert_eq!(test.value("SELECT max(version) || ' ' || count(*) FROM vocabulary_sources"), "2 3");
    assert_eq!(
        test.value("SELECT meaning FROM measures WHERE measure = 'flooded_homes'"),
        "homes that water came into"
    );
    assert_eq!(test.value(COUNTS), "300,41");
}

#[test]
fn files_that_other_programs_saved_can_be_read() {
    let saved = |content: &str| format!("\u{feff}{}", content.replace('\n', "\r\n"));
    let test = Test::new()
        .file("words/README.md", "What we count.")
        .file("words/measures.tsv", saved(MEASURES))
        .file("words/measure_triggers.tsv", saved(TRIGGERS))
        .file("report.txt", REPORT)
        .ingest(["--vocabulary", "words", "report.txt"])
        .verify();
    assert_eq!(test.value(COUNTS), "300");
    assert_eq!(test.value("SELECT content FROM vocabulary_sources WHERE name = 'measures'"), saved(MEASURES));
}

#[test]
fn a_heading_line_alone_takes_words_back() {
    let test = flooded().file("none/measure_triggers.tsv", TRIGGERS.lines().next().unwrap());
    let test = test.run(["rebuild", "--vocabulary", "none"]).code(0).verify();
    assert_eq!(test.value(COUNTS), "NULL");
}

#[test]
fn a_row_takes_the_place_of_a_built_in_one() {
    let measures = "measure\tmeaning\nkilled\tlives lost\n";
    let test = Test::new()
        .file("words/measures.tsv", measures)
        .file("report.txt", "Two people were killed in Brannock.")
        .ingest(["--vocabulary", "words", "report.txt"])
        .verify();
    assert_eq!(test.value("SELECT group_concat(meaning) FROM measures WHERE measure = 'killed'"), "lives lost");
}

#[test]
fn stored_words_that_were_changed_are_found_and_not_used_to_rebuild() {
    for (sql, code) in [
        (
            "UPDATE vocabulary_sources SET content = replace(content, 'homes under', 'boats under') WHERE name = 'measures'",
            "vocabulary-source-altered  vocabulary_sources.content of measures, version 1",
        ),
        (
            "UPDATE vocabulary_sources SET content = 'nonsense' WHERE name = 'measures'",
            "vocabulary-source-altered  vocabulary_sources.content of measures, version 1",
        ),
        (
            "UPDATE vocabulary_sources SET added_at = '2001-01-01T00:00:00Z' WHERE name = 'measures'",
            "vocabulary-source-altered  vocabulary_sources.added_at of measures, version 1",
        ),
        (
            "DELETE FROM vocabulary_sources WHERE name = 'measure_triggers'",
            "vocabulary-source-missing  vocabulary_sources: measure_triggers, version 1",
        ),
        (
            "INSERT INTO vocabulary_sources SELECT name, 2, sha256, content, added_at, tool FROM vocabulary_sources \
             WHERE name = 'measures'",
            "vocabulary-source-unlogged  vocabulary_sources: measures, version 2",
        ),
    ] {
        flooded().verify().sql(sql).run(["verify"]).code(3).stdout_has(code).stdout_has("1 finding:");
    }
    let test = flooded().sql("UPDATE vocabulary_sources SET content = replace(content, 'flood\t', 'drown\t')");
    let test = test.run(["rebuild"]).code(1).stderr_has("it is not what the log says");
    assert_eq!(test.value(COUNTS), "300", "what was derived stays");
    test.run(["rebuild", "--vocabulary", "words"]).code(0).verify();
}

#[test]
fn altered_vocabulary_tables_are_found_beside_added_words() {
    flooded()
        .sql("UPDATE measures SET meaning = 'boats' WHERE measure = 'flooded_homes'")
        .run(["verify"])
        .code(3)
        .stdout_has("vocabulary-altered  measures: flooded_homes")
        .run(["rebuild"])
        .code(0)
        .verify();
}

#[test]
fn bad_files_are_named_with_the_line_and_what_would_be_right() {
    let triggers = |row: &str| format!("{}{row}\n", TRIGGERS.split_inclusive('\n').next().unwrap());
    for (name, content, fault, remedy) in [
        ("deeds.tsv", "a\tb\n".to_owned(), "words/deeds.tsv: there is no vocabulary file of this name", "events.tsv"),
        ("measures.csv", String::new(), "words/measures.csv: there is no vocabulary file", "measures.tsv"),
        (
            "measures.tsv",
            "# Mine.\nmeasures\tmeaning\n".to_owned(),
            "words/measures.tsv, line 2: the heading line is not that of the built-in file",
            "measure\tmeaning",
        ),
        (
            "measures.tsv",
            "measure\tmeaning\nflooded_homes\n".to_owned(),
            "words/measures.tsv, line 2: the row has 1 cells, not 2",
            "measure\tmeaning",
        ),
        (
            "measures.tsv",
            "measure\tmeaning\nflooded_homes\t\n".to_owned(),
            "words/measures.tsv, line 2: the column meaning is empty",
            "it may not be",
        ),
        (
            "measures.tsv",
            "measure\tmeaning\nboats\tlost\nboats\tsunk\n".to_owned(),
            "words/measures.tsv, line 3: \"boats\" stands in line 2 already",
            "keep one",
        ),
        (
            "measure_triggers.tsv",
            triggers("flood\tverb\tflooded_homes\tobject\tproperty\t\t"),
            "words/measure_triggers.tsv, line 2: \"flooded_homes\" is unknown in the column measure",
            "a word of measures.tsv: buildings, casualties",
        ),
        (
            "measure_triggers.tsv",
            triggers("flood\tverb\tbuildings\tobjects\tproperty\t\t"),
            "\"objects\" is unknown in the column counted",
            "one of object, of, self, subject",
        ),
        (
            "event_triggers.tsv",
            "class\tlemma\tforms\tevent\tsubject\tphrase\tobject\tpreposition\tparticle\tframe\tavoid\tnote\n\
             verb\terupt\terupt|erupts\teruption\t\t\t\t\t\t\t\t\n"
                .to_owned(),
            "\"eruption\" is unknown in the column event",
            "a word of events.tsv: abduct",
        ),
        (
            "groups.tsv",
            "group_noun\tplural\tgroup_class\ncrab\tcrabs\tanimals\n".to_owned(),
            "\"animals\" is unknown in the column group_class",
            "a word of group_classes.tsv",
        ),
        (
            "calendar.tsv",
            "word\tclass\tvalue\tmeaning\nfrostmonth\tmonth\tcold\t\n".to_owned(),
            "the value \"cold\" means nothing to the class \"month\"",
            "calendar.tsv",
        ),
        (
            "modalities.tsv",
            String::new(),
            "words/modalities.tsv: this file lists what the program itself",
            "leave it out",
        ),
    ] {
        let test = Test::new().file(&format!("words/{name}"), content).file("report.txt", REPORT);
        let test = test.run(["ingest", "--vocabulary", "words", "report.txt"]).code(1).stderr_has(fault);
        let test = test.stderr_has("hint: ").stderr_has(remedy);
        assert!(!test.archive().exists(), "nothing was made");
        test.run(["explain", "--vocabulary", "words", "report.txt"]).code(1).stderr_has(fault);
    }
    Test::new().run(["extract", "--vocabulary", "nowhere"]).code(1).stderr_has("cannot read nowhere");
}

#[test]
fn the_example_of_the_documentation_does_what_it_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/floods");
    let (words, report) = (format!("{folder}/words"), format!("{folder}/report.txt"));
    Test::new()
        .run(["ingest", "--vocabulary", &words, &report])
        .code(0)
        .verify()
        .run(["query", "claims", "--format", "csv"])
        .stdout_has("flooded_homes")
        .stdout_has("dam_break");
}
