//! `dossier extract`.

use std::io::{self, BufRead as _, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::vocabulary::VocabularyOption;
use crate::capture::Capture;
use crate::document::time_limit;
use crate::extract::{self, TOGETHER};
use crate::intake::{self, json_lines};
use crate::{Error, Result};

/// Read articles and write their claims as JSON Lines, without an archive
///
/// Reads files, or one JSON object a line from standard input in schema.org terms (identifier or url, headline,
/// publisher, datePublished, articleBody).
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier extract reports/monday.txt\n  dossier extract --text reports/monday.txt reports/tuesday.html > claims.jsonl\n  dossier extract < articles.jsonl > claims.jsonl"
)]
pub struct Extract {
    /// Files to read; standard input where none is named
    files: Vec<PathBuf>,
    /// Add title, byline, publisher, date and text as they would be stored
    #[arg(long)]
    text: bool,
    #[command(flatten)]
    vocabulary: VocabularyOption,
}

impl Extract {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode> {
        self.vocabulary.install()?;
        time_limit::set(time_limit::USUAL);
        let mut lines = Lines::new(BufWriter::new(io::stdout().lock()), self.text);
        for path in &self.files {
            let origin = path.display().to_string();
            intake::read_file(path, &origin).try_for_each(|capture| lines.take(capture, &origin))?;
        }
        if self.files.is_empty() {
            for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
                let line = line.map_err(|source| Error::Read { path: PathBuf::from("-"), source })?;
                if !line.iter().all(u8::is_ascii_whitespace) {
                    lines.take(json_lines::capture(&line, "stdin:", index + 1), "standard input")?;
                }
            }
        }
        lines.write()?;
        lines.out.flush().map_err(Error::Write)?;
        Ok(ExitCode::from(u8::from(lines.failed)))
    }
}

/// Captures that are read together, and where their lines go.
struct Lines<W> {
    out: W,
    with_text: bool,
    waiting: Vec<Capture>,
    /// Where each of them is from, for messages.
    from: Vec<String>,
    bytes: usize,
    failed: bool,
}

/// No more bytes than these wait, but for those of one capture.
const LARGEST: usize = 1 << 20;

impl<W: Write> Lines<W> {
    fn new(out: W, with_text: bool) -> Self {
        Self { out, with_text, waiting: Vec::new(), from: Vec::new(), bytes: 0, failed: false }
    }

    /// Takes what was read from `from`, and writes all that waits once it is enough.
    fn take(&mut self, capture: Result<Capture, String>, from: &str) -> Result<()> {
        match capture {
            Ok(capture) => {
                self.bytes += capture.bytes.len();
                self.waiting.push(capture);
                self.from.push(from.to_owned());
            }
            Err(reason) => {
                self.write()?;
                self.warn(from, &reason);
            }
        }
        if self.waiting.len() >= TOGETHER || self.bytes > LARGEST { self.write() } else { Ok(()) }
    }

    /// Writes all that waits.
    fn write(&mut self) -> Result<()> {
        let captures = std::mem::take(&mut self.waiting);
        let from = std::mem::take(&mut self.from);
        self.bytes = 0;
        let outcomes = extract::write_lines(&captures, json_lines::identifier, self.with_text, &mut self.out)?;
        for (from, outcome) in from.iter().zip(outcomes) {
            if let Err(reason) = outcome {
                self.warn(from, &reason);
            }
        }
        Ok(())
    }

    fn warn(&mut self, from: &str, reason: &str) {
        self.failed = true;
        anstream::eprintln!("warning: {from}: {reason}");
    }
}
