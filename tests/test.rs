//! A scenario: files in a folder of its own, commands run on them, and what they answer.
//!
//! ```text
//! Test::new().file("a.txt", "Two men were killed.").ingest(["."]).stdout_has("1 new").verify();
//! ```

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;

/// The time of every run.
const EPOCH: &str = "1577934245"; // 2020-01-02T03:04:05Z

/// A folder, and the answer of the last command.
pub struct Test {
    folder: tempfile::TempDir,
    answer: Answer,
}

/// What a command answered.
#[derive(Default)]
pub struct Answer {
    /// The exit code; −1 where a signal ended it.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Test {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), answer: Answer::default() }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The archive.
    pub fn archive(&self) -> PathBuf {
        self.path("archive.db")
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Runs `dossier` with these arguments in the folder.
    pub fn run<const N: usize>(self, arguments: [&str; N]) -> Self {
        self.run_with_input(arguments, b"")
    }

    /// The same with arguments whose number is not known beforehand.
    pub fn run_all(mut self, arguments: &[&str]) -> Self {
        self.answer = run(self.folder.path(), arguments, b"");
        assert!(!self.answer.stderr.contains("panicked"), "{}", self.answer.stderr);
        self
    }

    /// The same with something on standard input.
    pub fn run_with_input<const N: usize>(mut self, arguments: [&str; N], input: &[u8]) -> Self {
        self.answer = run(self.folder.path(), &arguments, input);
        assert!(!self.answer.stderr.contains("panicked"), "{}", self.answer.stderr);
        self
    }

    /// Runs `dossier ingest`, which must end well.
    pub fn ingest<const N: usize>(self, paths: [&str; N]) -> Self {
        let arguments: Vec<&str> = std::iter::once("ingest").chain(paths).collect();
        let answer = run(self.folder.path(), &arguments, b"");
        assert_eq!(answer.code, 0, "{}\n{}", answer.stdout, answer.stderr);
        Self { answer, ..self }
    }

    /// Changes the archive as anybody can with SQLite's own shell: no constraint is enforced.
    pub fn sql(self, sql: &str) -> Self {
        let connection = open(&self.archive());
        connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
        connection.execute_batch(sql).unwrap();
        self
    }

    /// One value from the archive, as text.
    pub fn value(&self, sql: &str) -> String {
        open(&self.archive())
            .query_row(sql, [], |row| {
                Ok(match row.get_ref(0)? {
                    rusqlite::types::ValueRef::Null => "NULL".to_owned(),
                    rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                    rusqlite::types::ValueRef::Real(number) => number.to_string(),
                    rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                    rusqlite::types::ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
                })
            })
            .unwrap()
    }

    /// The exit code must be this.
    #[track_caller]
    pub fn code(self, expected: i32) -> Self {
        let Answer { code, stdout, stderr } = &self.answer;
        assert_eq!(*code, expected, "\n{stdout}\n{stderr}");
        self
    }

    /// Standard output must contain this.
    #[track_caller]
    pub fn stdout_has(self, text: &str) -> Self {
        assert!(self.answer.stdout.contains(text), "no {text:?} in\n{}", self.answer.stdout);
        self
    }

    /// Standard error must contain this.
    #[track_caller]
    pub fn stderr_has(self, text: &str) -> Self {
        assert!(self.answer.stderr.contains(text), "no {text:?} in\n{}", self.answer.stderr);
        self
    }

    /// What the last command answered.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Runs `dossier verify`, which must find the archive sound.
    #[track_caller]
    pub fn verify(self) -> Self {
        self.run(["verify"]).code(0).stdout_has("sound")
    }
}

fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("DOSSIER_ARCHIVE")
        .env_remove("DOSSIER_REVIEWER")
        .env("NO_COLOR", "1")
        .env("SOURCE_DATE_EPOCH", EPOCH)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input is no failure here.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    Answer {
        code: status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    }
}

#[expect(clippy::disallowed_methods, reason = "tests look into the archive as a stranger would")]
/// Opens an archive as a stranger would.
pub fn open(archive: &Path) -> Connection {
    Connection::open(archive).unwrap()
}
