//! What the code base promises about itself and no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};

/// No file is longer.
const LONGEST: usize = 400;

/// The Rust files under `src` and `tests`, each with its path from the root and its content.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join("src"), root.join("tests")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                sources.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources.sort();
    assert!(sources.len() > 50);
    sources
}

/// Whether a file is one of these modules or lies in one of them.
fn is_in(file: &str, modules: &[&str]) -> bool {
    modules.iter().any(|module| file == format!("{module}.rs") || file.starts_with(&format!("{module}/")))
}

/// The files that use `word` outside comments, of those where `matters` says so.
fn users(word: &str, matters: impl Fn(&str) -> bool) -> Vec<String> {
    let uses = |content: &str| {
        content.lines().any(|line| {
            let code = line.split("//").next().unwrap_or_default();
            code.contains(word)
        })
    };
    sources().into_iter().filter(|(file, content)| matters(file) && uses(content)).map(|(file, _)| file).collect()
}

const NOBODY: [&str; 0] = [];

#[test]
fn only_the_archive_and_what_asks_it_know_sql() {
    // Ingest, reingest, takedown, review, verify and checkpoint hold the transactions in which they write and read; a proof is put together from rows.
    let layers = [
        "src/ingest",
        "src/reingest",
        "src/takedown",
        "src/review",
        "src/archive",
        "src/query",
        "src/log",
        "src/verify",
        "src/checkpoint",
        "src/evidence",
        "src/proposal",
        "src/error",
        "tests",
    ];
    assert_eq!(users("rusqlite", |file| !is_in(file, &layers)), NOBODY);
}

#[test]
fn only_the_command_line_knows_its_arguments() {
    assert_eq!(users("clap::", |file| !is_in(file, &["src/cli", "src/main", "tests"])), NOBODY);
}

#[test]
fn the_clock_is_read_in_one_place() {
    for clock in ["SystemTime::now", "Utc::now", "Local::now"] {
        assert_eq!(users(clock, |file| !matches!(file, "src/cli/clock.rs" | "tests/tidy.rs")), NOBODY);
    }
}

#[test]
fn the_stages_between_bytes_and_rows_are_pure() {
    let stages = ["src/capture", "src/document", "src/analysis", "src/collation", "src/render"];
    for word in ["std::fs", "std::env", "std::net", "std::process", "println!"] {
        assert_eq!(users(word, |file| is_in(file, &stages)), NOBODY, "{word}");
    }
}

#[test]
fn files_are_small_and_say_what_they_are() {
    for (file, content) in sources() {
        assert!(content.lines().count() <= LONGEST, "{file} is longer than {LONGEST} lines");
        let is_test_module = file.starts_with("src/") && file.ends_with("/tests.rs");
        assert!(is_test_module || content.starts_with("//!"), "{file} does not begin with its documentation");
        assert!(!file.ends_with("/mod.rs"), "{file} stands inside its folder");
    }
}

#[test]
fn no_file_is_named_after_nothing() {
    for (file, _) in sources() {
        for name in ["utils", "util", "helpers", "common", "misc", "manager"] {
            assert!(!file.ends_with(&format!("/{name}.rs")), "{file}");
        }
    }
}
