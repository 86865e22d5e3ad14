//! Archives that somebody prepared: nothing planted in them runs in any command, what is planted is named, and a file that
//! is no longer whole gives a finding or a clear error, never a panic, a hang or a wrong answer.

use std::fs;
use std::time::{Duration, Instant};

use crate::corruption::FIRST;
use crate::test::{Test, open};

/// No command may take longer, on a machine that does other things too.
const LONGEST: Duration = Duration::from_mins(1);

/// What is planted, what the commands say of it, and what verify says.
const PLANTED: &[(&str, &str, &str)] = &[
    (
        "CREATE TRIGGER planted AFTER INSERT ON captures BEGIN DELETE FROM log_entries; END",
        "trigger planted was added",
        "schema-stray  trigger planted",
    ),
    (
        "CREATE VIEW planted AS WITH RECURSIVE forever (n) AS (SELECT 1 UNION ALL SELECT n FROM forever) SELECT n FROM forever",
        "view planted was added",
        "schema-stray  view planted",
    ),
    (
        "CREATE TABLE planted (note TEXT CHECK (length(printf('%.*c', 200000000, 'x')) > 0)); INSERT INTO planted VALUES ('a')",
        "table planted was added",
        "schema-stray  table planted",
    ),
    (
        "ALTER TABLE captures ADD COLUMN planted TEXT AS (printf('%.*c', 200000000, 'x'))",
        "table captures was altered",
        "schema-altered  table captures",
    ),
    (
        "CREATE VIEW one AS SELECT * FROM two; CREATE VIEW two AS SELECT * FROM one",
        "view one was added; view two was added",
        "schema-stray  view one",
    ),
    (
        "DROP VIEW claims_with_sources; CREATE VIEW claims_with_sources AS SELECT 'nobody was hurt' AS quote",
        "view claims_with_sources was altered",
        "schema-altered  view claims_with_sources",
    ),
    (
        "ALTER TABLE vocabulary_sources RENAME TO moved; CREATE VIEW vocabulary_sources AS SELECT * FROM moved",
        "table vocabulary_sources is missing",
        "schema-missing  table vocabulary_sources",
    ),
];

#[test]
fn nothing_planted_runs_and_all_of_it_is_named() {
    let sound = archive();
    let check = |(sql, refusal, finding): &(&str, &str, &str)| {
        let begun = Instant::now();
        let mut test = with(&sound).sql(sql).file("more.txt", "Two men were killed in Elmas on 3 May 2019.");
        let before = fs::read(test.archive()).unwrap();
        for command in [&["query", "articles"][..], &["ingest", "more.txt"], &["rebuild"], &["backup", "copy.db"]] {
            test = match command {
                [one] => test.run([one]),
                [one, two] => test.run([one, two]),
                _ => continue,
            };
            test = test.code(1).stderr_has(refusal);
        }
        let test = test.run(["verify"]).code(3).stdout_has(finding);
        assert_eq!(fs::read(test.archive()).unwrap(), before, "{sql}: the file was changed");
        assert!(begun.elapsed() < LONGEST, "{sql} took {:?}", begun.elapsed());
    };
    dossier::parallel::map(PLANTED, check);
}

#[test]
fn a_huge_row_is_refused_and_not_read() {
    // SQLite's limit is on what one row may have: this one is larger.
    let test = with(&archive()).sql("UPDATE documents SET text = CAST(zeroblob(300000000) AS TEXT)");
    test.run(["query", "show", "first.txt"]).code(1).run(["verify"]).code(3).stdout_has("string or blob too big");
}

#[test]
fn a_file_that_is_not_whole_is_named() {
    let sound = archive();
    let pages = (sound.len() / 4096) as u32;
    let shortened = sound[..sound.len() - 10 * 4096].to_vec();
    let cut_within_a_page = sound[..sound.len() - 1000].to_vec();
    let mut wrong_count = sound.clone();
    wrong_count[28..32].copy_from_slice(&(pages + 7).to_be_bytes());
    let mut lengthened = sound.clone();
    lengthened.extend([0; 4096]);
    let mut cyclic = sound.clone();
    // The last page of the first large tree leads back to the first page of the file.
    let interior = (0..pages as usize).find(|page| sound[page * 4096] == 5).unwrap() * 4096;
    cyclic[interior + 8..interior + 12].copy_from_slice(&(interior as u32 / 4096 + 1).to_be_bytes());
    let cases = [("half", sound[..sound.len() / 2].to_vec()), ("shortened", shortened), ("cut", cut_within_a_page)];
    let more = [("wrong page count", wrong_count), ("lengthened", lengthened), ("cyclic tree", cyclic)];
    let cases: Vec<_> = cases.into_iter().chain(more).collect();
    dossier::parallel::map(&cases, |(name, bytes)| {
        let begun = Instant::now();
        let test = with(bytes).run(["query", "articles"]).run(["verify"]);
        let answer = test.answer();
        assert!(matches!(answer.code, 1 | 3), "{name}: {}\n{}", answer.stdout, answer.stderr);
        assert!(answer.code == 1 || answer.stdout.contains("file-damaged"), "{name}: {}", answer.stdout);
        assert!(begun.elapsed() < LONGEST, "{name} took {:?}", begun.elapsed());
    });
}

#[test]
fn some_flipped_bits_are_all_found() {
    let sound = archive();
    // Within what the rows of claims, blobs and the log hold: the end of a page is where its first row lies.
    let connection_file = with(&sound);
    let connection = open(&connection_file.archive());
    let root = |name: &str| -> usize {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
        connection.query_row(sql, [name], |row| row.get::<_, i64>(0)).unwrap() as usize
    };
    let names = ["claims", "blobs", "log_entries", "captures", "ingests", "seals", "checks", "archive_contents"];
    let flips: Vec<(&str, usize)> = names.into_iter().map(|name| (name, root(name) * 4096 - 6)).collect();
    dossier::parallel::map(&flips, |(name, offset)| {
        let mut bytes = sound.clone();
        bytes[*offset] ^= 1 << (offset % 7);
        let test = with(&bytes).run(["verify"]);
        assert!(matches!(test.answer().code, 1 | 3), "{name}: {}", test.answer().stdout);
    });
}

fn archive() -> Vec<u8> {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]).verify();
    fs::read(test.archive()).unwrap()
}

fn with(bytes: &[u8]) -> Test {
    Test::new().file("archive.db", bytes)
}
