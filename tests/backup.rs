//! Copies that are verified before they get their name.

use std::fs;

use crate::corruption::FIRST;
use crate::test::Test;

#[test]
fn a_backup_is_an_archive_with_the_same_log() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]).verify();
    let root = test.answer().stdout.lines().next().unwrap().to_owned();
    let test = test.run(["backup", "copy.db"]).code(0).stdout_has("copied to copy.db").stdout_has(&root);
    fs::rename(test.path("copy.db"), test.archive()).unwrap();
    assert_eq!(test.value("SELECT count(*) FROM checks"), "1", "the check of a copy is not recorded in it");
    test.verify().stdout_has(&root);
}

#[test]
fn an_earlier_backup_is_never_written_over() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]).run(["backup", "copy.db"]).code(0);
    let before = fs::read(test.path("copy.db")).unwrap();
    let test = test.run(["backup", "copy.db"]).code(1).stderr_has("copy.db is there already");
    assert_eq!(fs::read(test.path("copy.db")).unwrap(), before);
}

#[test]
fn a_backup_of_a_damaged_archive_says_so_and_is_kept() {
    let test = Test::new()
        .file("first.txt", FIRST)
        .ingest(["first.txt"])
        .sql("UPDATE blobs SET bytes = x'41'")
        .run(["backup", "--quick", "copy.db"])
        .code(3)
        .stdout_has("blob-altered");
    assert!(test.path("copy.db").exists());
}

#[test]
fn a_backup_to_where_nothing_can_be_written_leaves_nothing() {
    let test = Test::new().file("first.txt", FIRST).ingest(["first.txt"]).run(["backup", "nowhere/copy.db"]).code(1);
    let names: Vec<_> = fs::read_dir(test.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}
