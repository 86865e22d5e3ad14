//! One corruption for each kind of finding, done as anybody can do it with SQLite's own shell: verify has to name exactly
//! that, and rebuild has to mend what its remedy says it mends.

use std::path::Path;

use dossier::archive::{Archive, rebuild};
use dossier::hash::Hash;
use dossier::log::merkle::leaf_hash;
use dossier::verify::{self, Code, Request, Verdict};
use rusqlite::{Connection, params};

use crate::test::{Test, open};

pub const FIRST: &str = "Police in Port Vell shot dead 13 dock workers on Monday, officials said. \
    More than 40 people were injured in Port Vell, according to the opposition.\n\n\
    The union leader Anna Kovac said: \"They fired at us without a warning.\"";
const SECOND: &str = "Witnesses in Port-Vell said that at least 20 people were killed on May 6, 2019.";

enum Damage {
    Sql(&'static str),
    Program(fn(&Connection)),
    File(fn(&Path)),
}

struct Case {
    damage: Damage,
    codes: &'static [Code],
    names: &'static str,
}

fn sql(sql: &'static str, codes: &'static [Code], names: &'static str) -> Case {
    Case { damage: Damage::Sql(sql), codes, names }
}

fn cases() -> Vec<Case> {
    vec![
        Case { damage: Damage::File(damage_an_index), codes: &[Code::FileDamaged], names: "the file" },
        sql(
            "INSERT INTO findings (check_id, ordinal, code, object, remedy) VALUES (99, 1, 'a', 'b', 'c')",
            &[Code::ReferenceDangling],
            "findings: 1 rows refer to rows of checks",
        ),
        sql("ALTER TABLE articles ADD COLUMN note TEXT", &[Code::SchemaAltered], "table articles"),
        sql("DROP INDEX claims_by_date", &[Code::SchemaMissing], "index claims_by_date"),
        sql(
            "CREATE TRIGGER quiet AFTER INSERT ON checks BEGIN DELETE FROM claims; END",
            &[Code::SchemaStray],
            "trigger quiet",
        ),
        sql(
            "UPDATE measures SET meaning = 'x' WHERE measure = 'killed'",
            &[Code::VocabularyAltered],
            "measures: killed",
        ),
        sql("INSERT INTO places (place) VALUES ('Port Vell')", &[Code::VocabularyAltered], "places: Port Vell"),
        sql(
            "DELETE FROM archive_contents WHERE name = 'claims'",
            &[Code::VocabularyAltered],
            "archive_contents: claims",
        ),
        sql(
            "UPDATE blobs SET bytes = CAST(replace(CAST(bytes AS TEXT), '13', '18') AS BLOB) \
             WHERE CAST(bytes AS TEXT) LIKE '% 13 %'",
            &[Code::BlobAltered],
            "blobs.bytes of first.txt, version 1",
        ),
        sql(
            "DELETE FROM blobs WHERE CAST(bytes AS TEXT) LIKE '% 13 %'",
            &[Code::BlobMissing],
            "blobs.bytes of first.txt, version 1",
        ),
        sql(
            "INSERT INTO blobs VALUES ('559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd', 1, x'41')",
            &[Code::BlobStray],
            "blobs: 559aead0",
        ),
        sql(
            "UPDATE captures SET retrieved_at = '2001-01-01T00:00:00Z' WHERE capture_id = 1",
            &[Code::CaptureAltered],
            "captures.retrieved_at of first.txt, version 1",
        ),
        sql(
            "UPDATE captures SET given_metadata = replace(given_metadata, 'Lantern', 'Beacon') WHERE capture_id = 1",
            &[Code::CaptureAltered],
            "captures.given_metadata of first.txt, version 1",
        ),
        sql(
            "DELETE FROM derivations WHERE capture_id = 2; DELETE FROM mentions WHERE capture_id = 2; \
             DELETE FROM incident_claims WHERE claim_id IN (SELECT claim_id FROM claims WHERE capture_id = 2); \
             DELETE FROM claims WHERE capture_id = 2; DELETE FROM sentences WHERE capture_id = 2; \
             DELETE FROM documents WHERE capture_id = 2; DELETE FROM captures WHERE capture_id = 2; \
             DELETE FROM articles WHERE identity = 'second.txt'",
            &[Code::CaptureMissing],
            "captures: second.txt, version 1",
        ),
        sql(
            "DELETE FROM log_entries WHERE sequence >= 2; DELETE FROM checks",
            &[Code::CaptureUnlogged, Code::DerivationUnlogged, Code::RecordMissing],
            "captures: second.txt, version 1",
        ),
        sql("INSERT INTO articles (identity) VALUES ('planted')", &[Code::ArticleStray], "articles: planted"),
        sql(
            "UPDATE log_entries SET body = replace(body, 'second', 'third') WHERE sequence = 2",
            &[Code::LogAltered],
            "log_entries.body or leaf_hash of entry 2",
        ),
        sql(
            "UPDATE log_entries SET log_kind = 'capture' WHERE sequence = 1",
            &[Code::LogAltered],
            "log_kind of entry 1",
        ),
        sql("DELETE FROM log_entries WHERE sequence = 1", &[Code::LogGap], "log_entries: entry 1"),
        sql("DELETE FROM log_entries WHERE sequence >= 2", &[Code::LogShortened], "the log, as checked on"),
        Case { damage: Damage::Program(rewrite_the_log), codes: &[Code::LogRewritten], names: "the log up to entry 3" },
        sql(
            "UPDATE documents SET title = 'Calm in Port Vell' WHERE capture_id = 1",
            &[Code::DocumentAltered],
            "documents.title of first.txt, version 1",
        ),
        sql(
            "UPDATE documents SET text = replace(text, '13', '18') WHERE capture_id = 1",
            &[Code::DocumentAltered],
            "documents.text of first.txt, version 1",
        ),
        sql(
            "DELETE FROM documents WHERE capture_id = 2",
            &[Code::DocumentMissing],
            "documents of second.txt, version 1",
        ),
        Case {
            damage: Damage::Program(forge_unreadable_bytes),
            codes: &[Code::LogRewritten, Code::DocumentUnreadable],
            names: "the log up to entry 3",
        },
        sql(
            "UPDATE sentences SET end_offset = end_offset - 1 WHERE capture_id = 1 AND ordinal = 2",
            &[Code::SentenceAltered],
            "sentences.end_offset, sentence 2 of first.txt",
        ),
        sql(
            "DELETE FROM sentences WHERE capture_id = 1 AND ordinal = 2",
            &[Code::SentenceMissing],
            "sentences, sentence 2 of first.txt",
        ),
        sql(
            "INSERT INTO sentences VALUES (1, 99, 1, 2)",
            &[Code::SentenceStray],
            "sentences, sentence 99 of first.txt",
        ),
        sql(
            "UPDATE claims SET low = 18 WHERE low = 13",
            &[Code::ClaimAltered],
            "claims.low, the claim at 30, \"13 dock workers\", in first.txt, version 1",
        ),
        sql("DELETE FROM claims WHERE low = 13", &[Code::ClaimMissing], "claims, the claim at 30, \"13 dock workers\""),
        sql("DELETE FROM claims WHERE capture_id = 2", &[Code::ClaimMissing], "claims of second.txt, version 1"),
        sql(
            "INSERT INTO claims (claim_key, capture_id, kind, event, direct, resolved, polarity, modality, quote, \
             start_offset, end_offset, sentence, rule) \
             VALUES ('a', 1, 'event', 'loot', 0, 0, 'asserted', 'fact', 'looted', 1, 7, 1, 'none')",
            &[Code::ClaimStray],
            "claims, the claim at 1, \"looted\", in first.txt",
        ),
        sql(
            "UPDATE mentions SET occurrences = 9 WHERE spelling = 'Anna Kovac'",
            &[Code::MentionAltered],
            "mentions.occurrences, the mention \"Anna Kovac\" in first.txt",
        ),
        sql(
            "DELETE FROM mentions WHERE spelling = 'Anna Kovac'",
            &[Code::MentionMissing],
            "mentions, the mention \"Anna Kovac\" in first.txt",
        ),
        sql(
            "INSERT INTO mentions VALUES (2, 'person', 'Nobody', 0, 1)",
            &[Code::MentionStray],
            "mentions, the mention \"Nobody\" in second.txt",
        ),
        sql(
            "UPDATE blobs SET bytes = x'41' WHERE CAST(bytes AS TEXT) LIKE '% 13 %'; UPDATE claims SET low = 18 WHERE low = 13",
            &[Code::BlobAltered, Code::RowsAltered],
            "blobs.bytes of first.txt",
        ),
        sql(
            "UPDATE derivations SET digest = leaf_hash FROM log_entries WHERE capture_id = 1 AND sequence = 0",
            &[Code::DerivationAltered],
            "derivations.digest of first.txt",
        ),
        sql("DELETE FROM derivations WHERE capture_id = 1", &[Code::DerivationMissing], "derivations of first.txt"),
        sql("UPDATE name_variants SET occurrences = 9 WHERE spelling = 'Port-Vell'", &[Code::NameAltered], "Port-Vell"),
        sql("DELETE FROM name_variants WHERE spelling = 'Port-Vell'", &[Code::NameMissing], "Port-Vell"),
        sql("INSERT INTO names VALUES ('person', 'Nobody', 'NPT')", &[Code::NameStray], "names: the person \"Nobody\""),
        sql("UPDATE incidents SET date_to = '2019-05-08'", &[Code::IncidentAltered], "incidents: port-vell-2019-05-06"),
        sql(
            "UPDATE incident_claims SET measure = 'injured' WHERE measure = 'killed' \
             AND claim_id = (SELECT min(claim_id) FROM claims WHERE low = 13)",
            &[Code::IncidentAltered],
            "incident_claims.measure: port-vell-2019-05-06",
        ),
        sql(
            "DELETE FROM incident_claims; DELETE FROM incidents",
            &[Code::IncidentMissing],
            "incidents: port-vell-2019-05-06",
        ),
        sql(
            "INSERT INTO incidents VALUES ('nowhere-2019', 'Nowhere', '2019', '2019')",
            &[Code::IncidentStray],
            "incidents: nowhere-2019",
        ),
        sql("UPDATE wordings SET words = 9 WHERE capture_id = 1", &[Code::CopyAltered], "wordings: capture 1"),
        sql("DELETE FROM fingerprints WHERE capture_id = 1", &[Code::CopyMissing], "fingerprints: capture 1"),
        sql("INSERT INTO fingerprints VALUES (7, 2)", &[Code::CopyStray], "fingerprints: rows that no text gives"),
        sql("INSERT INTO copies VALUES (2, 1, 1, 'near_duplicate', 40)", &[Code::CopyStray], "copies: capture 2"),
        sql(
            "INSERT INTO article_search (rowid, title, text) VALUES (9, 'a', 'b')",
            &[Code::SearchIndexStale],
            "article_search",
        ),
        sql("UPDATE ingests SET stored = 3", &[Code::RecordAltered], "ingests: row 1"),
        sql("UPDATE checks SET tool = 'pencil'", &[Code::RecordAltered], "checks: row 1, its findings or its coverage"),
        sql(
            "UPDATE refinery_schema_history SET applied_on = '2001-01-01T00:00:00Z' WHERE version = 2",
            &[Code::RecordAltered],
            "refinery_schema_history: the table",
        ),
        sql("DELETE FROM ingests", &[Code::RecordMissing], "ingests: row 1"),
        sql(
            "INSERT INTO ingests SELECT 9, started_at, finished_at, tool, 0, 0, 0, 0 FROM ingests",
            &[Code::RecordUnsealed],
            "ingests: row 9",
        ),
        sql("UPDATE seals SET digest = chain WHERE seal_id = 1", &[Code::SealAltered], "seals: seal 1, of vocabulary"),
        sql("UPDATE seals SET chain = digest WHERE seal_id = 2", &[Code::SealAltered], "seals: seal 2"),
        sql("DELETE FROM seals WHERE seal_id = 2", &[Code::SealAltered], "seals: seal 2"),
    ]
}

#[test]
fn every_corruption_is_named_exactly_and_rebuild_mends_what_it_can() {
    let sound = sound_archive();
    let cases = cases();
    let wrong: Vec<_> =
        dossier::parallel::map(&cases, |case| case.try_on(&sound)).into_iter().filter_map(Result::err).collect();
    for (names, verdict) in wrong.iter().map(AsRef::as_ref) {
        eprintln!("{names}: {:#?}", verdict.findings.listed());
    }
    assert!(wrong.is_empty(), "{} corruptions are not found as they should be", wrong.len());
    let covered: Vec<Code> = cases.iter().flat_map(|case| case.codes).copied().collect();
    // One process reads one vocabulary: what happens to added words is told with the binary, in `vocabulary`; what was
    // taken down, read again, signed, read out of a package or reviewed is told in `takedown`, `reingest`, `checkpoint`, `inputs`
    // and `review`.
    let elsewhere = [
        "vocabulary-source-",
        "takedown-",
        "reading-",
        "checkpoint-",
        "timestamp-",
        "container-",
        "review-",
        "proposal-",
    ];
    let is_elsewhere = |code: &Code| elsewhere.iter().any(|beginning| code.name().starts_with(beginning));
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !covered.contains(code) && !is_elsewhere(code)).collect();
    assert!(missing.is_empty(), "no corruption leads to {missing:?}");
}

#[test]
fn rows_of_another_version_are_compared_with_their_logged_digest() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]);
    let connection = open(&test.archive());
    connection.execute("UPDATE derivations SET extractor = 'dossier 99'", []).unwrap();
    let by = dossier::archive::derivation::extractor();
    rewrite_entry(&connection, 1, |body| body.replace(by, "dossier 99"));
    drop(connection);
    test.verify()
        .stderr_has("rows derived by dossier 99 were compared with their digest in the log")
        .sql("UPDATE claims SET low = 18 WHERE low = 13")
        .run(["verify"])
        .code(3)
        .stdout_has("rows-altered")
        .run(["rebuild"])
        .code(0)
        .verify();
}

fn sound_archive() -> Vec<u8> {
    let test = Test::new()
        .file("first.txt", FIRST)
        .file("first.txt.meta.json", r#"{"publisher": "The Lantern", "datePublished": "2019-05-07"}"#)
        .file("second.txt", SECOND)
        .ingest(["first.txt", "second.txt"])
        .verify();
    assert_eq!(test.value("SELECT count(*) FROM incidents"), "1", "the corruptions below need an incident");
    std::fs::read(test.archive()).unwrap()
}

fn now() -> String {
    "2020-01-02T03:04:05Z".to_owned()
}

fn verify(path: &Path) -> Verdict {
    verify::run(path, &Request::default(), &now, &mut |_| ()).unwrap()
}

impl Case {
    /// Damages a copy of `sound` and verifies it; rebuilds it where that is the remedy, and verifies again.
    fn try_on(&self, sound: &[u8]) -> Result<(), Box<(&'static str, Verdict)>> {
        let test = Test::new();
        let path = test.archive();
        std::fs::write(&path, sound).unwrap();
        self.damage.inflict(&path);
        let verdict = verify(&path);
        let found: Vec<Code> = verdict.findings.counts().keys().copied().collect();
        let is_named = verdict.findings.listed().iter().any(|finding| finding.object.contains(self.names));
        if found != self.codes || verdict.findings.count() != self.codes.len() || !is_named {
            return Err(Box::new((self.names, verdict)));
        }
        if self.codes.iter().all(|code| code.remedy().starts_with("run `dossier rebuild`")) {
            let mut archive = Archive::open_to_write(&path).unwrap();
            rebuild::run(&mut archive, &now()).unwrap();
            drop(archive);
            let verdict = verify(&path);
            if !verdict.is_sound() {
                return Err(Box::new((self.names, verdict)));
            }
        }
        Ok(())
    }
}

impl Damage {
    fn inflict(&self, path: &Path) {
        let connection = open(path);
        connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
        match self {
            Self::Sql(sql) => connection.execute_batch(sql).unwrap(),
            Self::Program(program) => program(&connection),
            Self::File(damage) => {
                drop(connection);
                damage(path);
            }
        }
    }
}

/// Overwrites the last cell of an index.
fn damage_an_index(path: &Path) {
    let connection = open(path);
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'claims_by_date'";
    let page: u32 = connection.query_row(sql, [], |row| row.get(0)).unwrap();
    let size: u32 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = std::fs::read(path).unwrap();
    let end = (page * size) as usize;
    bytes[end - 8..end].fill(0x33);
    std::fs::write(path, bytes).unwrap();
}

/// Says in the row and in the log alike that another program stored an article, with hashes that fit.
fn rewrite_the_log(connection: &Connection) {
    connection.execute("UPDATE captures SET tool = 'pencil' WHERE capture_id = 1", []).unwrap();
    rewrite_entry(connection, 0, |body| body.replace(dossier::TOOL, "pencil"));
}

/// Puts other bytes in place of an article's, with hashes that fit.
fn forge_unreadable_bytes(connection: &Connection) {
    let bytes = b"\x00\x01\x02\x03\x00\xFF\x00".repeat(100);
    let sha256 = Hash::of(&bytes).to_hex();
    let old: String =
        connection.query_row("SELECT sha256 FROM captures WHERE capture_id = 1", [], |row| row.get(0)).unwrap();
    let forged = params![sha256, bytes.len() as i64, bytes, old];
    connection.execute("UPDATE blobs SET sha256 = ?, byte_length = ?, bytes = ? WHERE sha256 = ?", forged).unwrap();
    connection.execute("UPDATE captures SET sha256 = ? WHERE capture_id = 1", params![sha256]).unwrap();
    rewrite_entry(connection, 0, |body| body.replace(&old, &sha256));
}

fn rewrite_entry(connection: &Connection, sequence: i64, rewrite: impl Fn(&str) -> String) {
    let sql = "SELECT body FROM log_entries WHERE sequence = ?";
    let body: String = connection.query_row(sql, params![sequence], |row| row.get(0)).unwrap();
    let body = rewrite(&body);
    let row = params![body, leaf_hash(body.as_bytes()).to_hex(), sequence];
    connection.execute("UPDATE log_entries SET body = ?, leaf_hash = ? WHERE sequence = ?", row).unwrap();
}

#[test]
fn a_planted_trigger_does_nothing() {
    let test = Test::new().file("strike.txt", "Two miners were killed in Elmas on 3 May 2019.").ingest(["strike.txt"]);
    let claims = test.value("SELECT count(*) FROM claims");
    let test = test
        .sql("CREATE TRIGGER planted AFTER INSERT ON claims BEGIN DELETE FROM claims; DELETE FROM sentences; END")
        .run(["verify"])
        .code(3)
        .stdout_has("trigger planted")
        .run(["rebuild"])
        .code(1)
        .stderr_has("trigger planted was added");
    assert_eq!(test.value("SELECT count(*) FROM claims"), claims);
    test.sql("DROP TRIGGER planted").verify();
}
