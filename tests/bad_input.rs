//! What people and disks do to programs: each is named with its reason, the rest lands, nothing panics.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::test::{Test, open};

const STRIKE: &str = "Police shot dead three dock workers in Port Vell on Monday, officials said.";

/// Files that are refused, and what is said of them.
const REFUSED: &[(&str, &[u8], &str)] = &[
    ("empty.txt", b"", "it is empty"),
    ("blank.txt", b" \n\t\n", "it has no text"),
    ("noise.txt", b"\x00\x9F\x92\x00\x01\x02\xFF\xFE\x00\x00\x07binary\x00\x00", "it "),
    ("list.jsonl", b"[1, 2]\n", "it is not a JSON object"),
    ("broken.jsonl", b"{\"articleBody\": \"cut o", "line 1: it is not JSON"),
];

#[test]
fn unreadable_files_are_named_and_the_rest_lands() {
    for (name, content, reason) in REFUSED {
        let test = Test::new()
            .file(&format!("in/{name}"), content)
            .file("in/good.txt", STRIKE)
            .run(["ingest", "in"])
            .code(1)
            .stderr_has(name)
            .stderr_has(reason)
            .stdout_has("1 new")
            .stdout_has("1 refused")
            .verify();
        assert_eq!(test.value("SELECT refused FROM ingests"), "1");
    }
}

#[test]
fn other_encodings_are_read() {
    let test = Test::new()
        .file("latin.txt", b"The caf\xE9 owner said that two men were killed.")
        .file(
            "wide.txt",
            STRIKE.encode_utf16().fold(vec![0xFF, 0xFE], |mut bytes, unit| {
                bytes.extend(unit.to_le_bytes());
                bytes
            }),
        )
        .ingest(["latin.txt", "wide.txt"])
        .stdout_has("2 new");
    assert_eq!(test.value("SELECT substr(text, 5, 4) FROM documents WHERE capture_id = 1"), "café");
    assert_eq!(test.value("SELECT text FROM documents WHERE capture_id = 2"), STRIKE);
    test.verify();
}

#[test]
fn a_bad_sidecar_is_named_with_its_article() {
    for (sidecar, reason) in [
        ("{", "good.txt.meta.json is unusable: it is not JSON"),
        (r#"{"datePublished": "2019-15-99"}"#, "\"2019-15-99\", is not a date"),
    ] {
        Test::new()
            .file("good.txt", STRIKE)
            .file("good.txt.meta.json", sidecar)
            .run(["ingest", "good.txt"])
            .code(1)
            .stderr_has(reason)
            .stdout_has("0 new")
            .verify();
    }
}

#[test]
fn what_is_not_there_or_holds_nothing_is_named() {
    Test::new()
        .file("empty/photo.jpg", "x")
        .run(["ingest", "nowhere.txt", "empty"])
        .code(1)
        .stderr_has("nowhere.txt: it cannot be read")
        .stderr_has("empty: it holds no files that articles are read from")
        .verify();
}

#[test]
fn files_of_other_kinds_are_counted() {
    Test::new()
        .file("reports/good.txt", STRIKE)
        .file("reports/good.txt.meta.json", "{}")
        .file("reports/scan.TIFF", "x")
        .file("reports/more/scan.tiff", "x")
        .file("reports/photo.jpg", "x")
        .file("reports/.hidden.rc", "x")
        .ingest(["reports"])
        .stderr_has("1 .jpg, 2 .tiff\n")
        .verify();
}

#[test]
fn a_file_over_the_limit_is_refused_and_a_long_line_is_not() {
    let line = "The tram bell rang twice that morning. ".repeat(30_000); // 1.2 MB
    Test::new()
        .file("long.txt", &line)
        .file("many.jsonl", format!("{{\"articleBody\": \"{line}\"}}\n{{\"articleBody\": \"{STRIKE}\"}}\n"))
        .run(["ingest", "--max-size", "1", "long.txt", "many.jsonl"])
        .code(1)
        .stderr_has("long.txt: it is larger than 1 MB")
        .stderr_has("many.jsonl, line 1: it is larger than 1 MB")
        .stdout_has("1 new")
        .ingest(["long.txt"])
        .stdout_has("1 new")
        .verify();
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles() {
    let test = Test::new().file("in/a/good.txt", STRIKE);
    std::os::unix::fs::symlink("..", test.path("in/a/up")).unwrap();
    std::os::unix::fs::symlink("gone.txt", test.path("in/dangling.txt")).unwrap();
    test.run(["ingest", "in"])
        .code(1)
        .stderr_has("leads back to")
        .stderr_has("dangling.txt")
        .stdout_has("1 new")
        .verify();
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_stay_apart() {
    use std::os::unix::ffi::OsStrExt as _;
    let test = Test::new();
    fs::create_dir(test.path("in")).unwrap();
    for name in [b"caf\xE9.txt", b"caf\xE8.txt"] {
        fs::write(test.path("in").join(std::ffi::OsStr::from_bytes(name)), STRIKE).unwrap();
    }
    let test = test.ingest(["in"]).stdout_has("2 new").ingest(["in"]).stdout_has("2 unchanged");
    assert_eq!(test.value("SELECT group_concat(origin, ' ') FROM captures"), "in/caf\\xE8.txt in/caf\\xE9.txt");
    test.verify();
}

#[test]
fn files_that_are_no_archive_are_named_and_left_alone() {
    for (content, reason) in [
        (&b""[..], "is empty, not an archive"),
        (b"Dear diary, nothing of note happened today.", "is not a dossier archive"),
        (b"SQLite format 3\0 and then nothing that SQLite would know", "is not a dossier archive"),
    ] {
        let test = Test::new().file("archive.db", content).file("good.txt", STRIKE);
        let test = test.run(["ingest", "good.txt"]).code(1).stderr_has(reason).stderr_has("hint:");
        let test = test.run(["verify"]).code(1).stderr_has(reason);
        assert_eq!(fs::read(test.archive()).unwrap(), content);
    }
}

#[test]
fn other_databases_folders_and_nothing_are_named() {
    let test =
        Test::new().file("good.txt", STRIKE).run(["verify"]).code(1).stderr_has("there is no archive at archive.db");
    open(&test.archive()).execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    let test = test.run(["ingest", "good.txt"]).code(1).stderr_has("is not a dossier archive");
    fs::remove_file(test.archive()).unwrap();
    fs::create_dir(test.archive()).unwrap();
    test.run(["ingest", "good.txt"]).code(1).stderr_has("is a folder");
}

#[test]
fn an_archive_that_was_cut_off_is_named() {
    let test = Test::new().file("good.txt", STRIKE).ingest(["good.txt"]);
    for length in [100, 100_000] {
        let whole = fs::read(test.archive()).unwrap();
        fs::write(test.path("cut.db"), &whole[..length]).unwrap();
        for command in ["verify", "rebuild"] {
            let answer = Command::new(env!("CARGO_BIN_EXE_dossier"))
                .args(["--archive", "cut.db", command])
                .current_dir(test.path(""))
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&answer.stderr);
            assert_eq!(answer.status.code(), Some(1), "{said}");
            assert!(said.contains("cut.db is damaged") && said.contains("hint: restore it from a copy"), "{said}");
        }
    }
    test.verify();
}

#[test]
fn archives_of_other_versions_are_named() {
    Test::new()
        .file("good.txt", STRIKE)
        .ingest(["good.txt"])
        .sql("PRAGMA user_version = 999")
        .run(["verify"])
        .code(1)
        .stderr_has("written by a newer dossier (schema 999")
        .run(["ingest", "good.txt"])
        .code(1)
        .stderr_has("written by a newer dossier")
        .sql("PRAGMA user_version = 2")
        .run(["verify"])
        .code(1)
        .stderr_has("written by an older dossier")
        .ingest(["good.txt"])
        .verify();
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    Test::new()
        .file("good.txt", STRIKE)
        .run(["--archive", "no/such/folder/archive.db", "ingest", "good.txt"])
        .code(1)
        .stderr_has("there is no folder no/such/folder");
}

#[test]
fn two_ingests_at_once_both_land() {
    let mut test = Test::new();
    for folder in ["one", "two"] {
        for number in 0..40 {
            test = test.file(&format!("{folder}/{number}.txt"), format!("{number} {folder}. {STRIKE}"));
        }
    }
    let children: Vec<_> = ["one", "two"].map(|folder| dossier(&test, folder)).into_iter().collect();
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    assert_eq!(test.value("SELECT count(*) FROM captures"), "80");
    test.verify();
}

#[test]
fn a_killed_ingest_loses_nothing_that_it_reported_and_can_be_run_again() {
    const FILES: usize = 1_500; // More than one batch.
    let test = Test::new();
    fs::create_dir(test.path("in")).unwrap();
    for number in 0..FILES {
        fs::write(test.path("in").join(format!("{number}.txt")), format!("Tram {number} rang twice.")).unwrap();
    }
    let mut child = dossier(&test, "in");
    // The first line comes after the first commit.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    child.kill().unwrap();
    let reported = 1 + lines.map_while(Result::ok).filter(|line| line.contains("  new  ")).count();
    child.wait().unwrap();
    assert!(first.contains("  new  "), "{first}");
    let stored: usize = test.value("SELECT count(*) FROM captures").parse().unwrap();
    assert!(stored >= reported, "{reported} reported, {stored} stored");
    let test = test.ingest(["in"]).verify();
    assert_eq!(test.value("SELECT count(*) FROM captures"), FILES.to_string());
}

#[test]
fn a_write_that_was_cut_off_does_not_keep_readers_out() {
    let test = Test::new().file("good.txt", STRIKE).ingest(["good.txt"]);
    // What a killed writer leaves: pages of an unfinished transaction in the file, and the journal that undoes them.
    let connection = open(&test.archive());
    connection.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE").unwrap();
    connection.execute_batch("UPDATE claims SET quote = 'x'; UPDATE places SET country = 'XX'").unwrap();
    let (torn, journal) = (fs::read(test.archive()).unwrap(), fs::read(test.path("archive.db-journal")).unwrap());
    drop(connection);
    fs::write(test.archive(), torn).unwrap();
    fs::write(test.path("archive.db-journal"), journal).unwrap();
    test.verify();
}

fn dossier(test: &Test, folder: &str) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["ingest", folder])
        .current_dir(test.path(""))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}
