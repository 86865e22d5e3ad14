//! `dossier explain`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::output;
use super::vocabulary::VocabularyOption;
use crate::analysis::analyse;
use crate::capture::Capture;
use crate::explain::explain;
use crate::intake::{self, json_lines};
use crate::render::explanation;
use crate::{Error, Result, document};

/// Show what would be found in articles, and why, without an archive
///
/// Prints each text with its claims marked in place, then every claim with the rule that made it and the grounds of its
/// date, place and source.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier explain reports/monday.txt\n  dossier explain --all --vocabulary my-words reports/monday.txt"
)]
pub struct Explain {
    /// Files to read
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Show the numbers, dates and attributions too
    #[arg(long)]
    all: bool,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: ExplainFormat,
    #[command(flatten)]
    vocabulary: VocabularyOption,
}

/// How an explanation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ExplainFormat {
    /// For reading
    #[default]
    Text,
    /// One object a line
    Json,
}

impl Explain {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode> {
        self.vocabulary.install()?;
        let mut failed = false;
        let mut shown = 0;
        for path in &self.files {
            let origin = path.display().to_string();
            let captures = intake::read_file(path, &origin);
            for capture in captures {
                let explained = match capture {
                    Ok(capture) => self.one(&capture, shown > 0)?,
                    Err(reason) => Err(reason),
                };
                match explained {
                    Ok(()) => shown += 1,
                    Err(reason) => {
                        failed = true;
                        anstream::eprintln!("warning: {origin}: {reason}");
                    }
                }
            }
        }
        Ok(ExitCode::from(u8::from(failed)))
    }

    /// Explains one capture; `Ok(Err(reason))` where it is no article.
    fn one(&self, capture: &Capture, after_another: bool) -> Result<std::result::Result<(), String>> {
        let document = match document::read(capture) {
            Ok(document) => document,
            Err(reason) => return Ok(Err(reason)),
        };
        let explanation = explain(&document, &analyse(&document), self.all);
        output::write(|out| match self.format {
            ExplainFormat::Text => {
                if after_another {
                    writeln!(out, "\n{}\n", "─".repeat(output::width().min(100))).map_err(Error::Write)?;
                }
                explanation::write(&explanation, output::width(), out)
            }
            ExplainFormat::Json => {
                let object = explanation.to_json(json_lines::identifier(capture));
                writeln!(out, "{object}").map_err(Error::Write)
            }
        })?;
        Ok(Ok(()))
    }
}
