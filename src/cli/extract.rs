//! `dossier extract`.

use std::io::{self, BufRead as _, BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::vocabulary::VocabularyOption;
use crate::capture::Capture;
use crate::intake::{self, json_lines};
use crate::{Error, Result, extract};

/// Read articles and write their claims as JSON Lines, without an archive
///
/// Reads files, or one JSON object a line from standard input in schema.org terms (identifier or url, headline,
/// publisher, datePublished, articleBody).
#[derive(Debug, Args)]
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
        let mut out = BufWriter::new(io::stdout().lock());
        let mut failed = false;
        let mut one = |capture: Result<Capture, String>, from: &str| -> Result<()> {
            let outcome = match capture {
                Ok(capture) => extract::write_line(&capture, json_lines::identifier(&capture), self.text, &mut out)?,
                Err(reason) => Err(reason),
            };
            if let Err(reason) = outcome {
                failed = true;
                anstream::eprintln!("warning: {from}: {reason}");
            }
            Ok(())
        };
        for path in &self.files {
            let origin = path.display().to_string();
            intake::read_file(path, &origin).try_for_each(|capture| one(capture, &origin))?;
        }
        if self.files.is_empty() {
            for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
                let line = line.map_err(|source| Error::Read { path: PathBuf::from("-"), source })?;
                if !line.iter().all(u8::is_ascii_whitespace) {
                    one(json_lines::capture(&line, "stdin:", index + 1), "standard input")?;
                }
            }
        }
        out.flush().map_err(Error::Write)?;
        Ok(ExitCode::from(u8::from(failed)))
    }
}
