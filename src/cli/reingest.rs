//! `dossier reingest`.

use std::fmt::Write as _;
use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::fetching::Fetching;
use super::format::FormatArgument;
use super::progress::Screen;
use super::verify::show;
use super::{clock, output};
use crate::archive::Archive;
use crate::reingest::{self, Line, Outcome, Report, Settings, Summary};
use crate::render::{Format, Writer, reading};
use crate::{Error, Result, verify};

/// The exit code where something changed, is gone since the last time, or was found wrong by the verification.
const FINDINGS: u8 = 3;

/// Read every origin again, keep what changed as a new version, then verify
///
/// Made for a timer. Each origin comes out as unchanged, changed, gone, blocked, unreachable or unreadable, and that is
/// recorded and logged; nothing that is held is ever removed. What changed is told in claims: a figure, name, date, negation,
/// attribution or quotation altered, a claim dropped or added, or only the wording. Pages are asked for one at a time for each
/// host, as robots.txt allows. Exit code 0: nothing new; 3: something changed, is gone since the last time, or was altered
/// in the archive.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier reingest\n  dossier reingest --no-verify --format jsonl\n  dossier query history ARTICLE      what became of one article"
)]
pub struct Reingest {
    #[command(flatten)]
    format: FormatArgument,
    /// List unchanged origins too
    #[arg(long)]
    all: bool,
    /// Leave the verification to a `dossier verify` of its own
    #[arg(long)]
    no_verify: bool,
    #[command(flatten)]
    fetching: Fetching,
}

impl Reingest {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        // An archive that is not there is an error here, and nothing to be made.
        drop(Archive::open_to_append(path)?);
        let mut archive = Archive::open_to_write(path)?;
        self.fetching.limit_time();
        let settings = Settings { fetch: self.fetching.settings() };
        let progress = ProgressBar::hidden();
        let mut lines = Vec::new();
        let mut failure = None;
        let summary = reingest::run(&mut archive, &settings, &clock::now, &mut |report| match report {
            Report::Begin(origins) => begin(&progress, origins),
            Report::Reading(line) => {
                progress.inc(1);
                if line.outcome == Outcome::Unchanged && !self.all {
                    return;
                }
                if self.format.format == Format::Table {
                    // What is recorded is recorded: a reader that went away does not stop the run.
                    let written = progress.suspend(|| output::write(|out| reading::write(&line, out)));
                    failure = failure.take().or(written.err());
                } else {
                    lines.push(line);
                }
            }
        })?;
        progress.finish_and_clear();
        failure.map_or(Ok(()), Err)?;
        drop(archive);
        if self.format.format == Format::Table {
            output::write(|out| writeln!(out, "{}", told(&summary)).map_err(Error::Write))?;
        } else {
            write_rows(self.format.format, lines)?;
            anstream::eprintln!("{}", told(&summary));
        }
        let is_sound = self.no_verify || self.is_sound(path)?;
        Ok(if summary.findings == 0 && is_sound { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
    }

    /// Verifies all of it. Where standard output is for a program, the verdict goes to standard error.
    fn is_sound(&self, path: &Path) -> Result<bool> {
        let request = verify::Request::default();
        let mut screen = Screen::hidden();
        let verdict = verify::run(path, &request, &clock::now, &mut |progress| screen.show(progress))?;
        screen.finish();
        let shown = if self.format.format == Format::Table {
            show(&verdict, request.depth, &mut anstream::stdout().lock())
        } else {
            show(&verdict, request.depth, &mut anstream::stderr().lock())
        };
        shown.map_err(Error::Write)?;
        Ok(verdict.is_sound())
    }
}

fn begin(progress: &ProgressBar, origins: usize) {
    if std::io::stderr().is_terminal() {
        progress.set_length(origins as u64);
        let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} origins, {eta} left");
        // The template is a constant: that it can be read is seen at the first run.
        progress.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        progress.set_draw_target(indicatif::ProgressDrawTarget::stderr());
    }
}

fn told(summary: &Summary) -> String {
    let count = |outcome: &Outcome| summary.outcomes.get(outcome).copied().unwrap_or_default();
    let read: usize = summary.outcomes.values().sum();
    let each: Vec<String> =
        Outcome::ALL.iter().map(|outcome| format!("{} {}", count(outcome), outcome.name())).collect();
    let noun = if read == 1 { "origin" } else { "origins" };
    let mut told = format!("{read} {noun} read: {}", each.join(", "));
    if summary.from_standard_input > 0 {
        let _ = write!(told, "; {} came from standard input and cannot be read again", summary.from_standard_input);
    }
    told
}

fn write_rows(format: Format, lines: Vec<Line>) -> Result<()> {
    output::write(|out| {
        let mut writer = Writer::new(format, &[], output::width(), out);
        reading::rows(lines).pour(&mut writer)?;
        writer.finish()
    })
    .map(|_| ())
}
