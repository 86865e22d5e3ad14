//! Every kind of file that articles come in, each written by the tool that people use for it (`tests/inputs/make.py`): its
//! text, what is known about it, its hash and where it lay.

mod archive_folders;
mod documents;
mod dumps;
mod hostile;
mod languages;
mod messages;
mod packages;
mod pages;
mod search;
mod web_archives;

use std::fs;
use std::path::Path;

use crate::test::Test;

/// A file of `tests/inputs/files`.
fn bytes(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs/files").join(name)).unwrap()
}

/// A folder that holds this file.
fn with(name: &str) -> Test {
    Test::new().file(name, bytes(name))
}

/// One column of all captures in their order, parted by " | ".
fn all(test: &Test, column: &str) -> String {
    test.value(&format!(
        "SELECT group_concat(coalesce({column}, '-'), ' | ' ORDER BY captures.capture_id) FROM captures \
         JOIN documents USING (capture_id) LEFT JOIN recordings USING (capture_id)"
    ))
}

/// What is stored is what the container says, byte for byte, and reading it again finds it unchanged.
fn sound(test: Test) {
    let count = test.value("SELECT count(*) FROM captures");
    let test = test.run(["reingest"]).code(0).stdout_has(&format!("{count} unchanged"));
    assert_eq!(test.value("SELECT count(*) FROM captures"), count);
    test.verify();
}
