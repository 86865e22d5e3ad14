//! `dossier verify`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args};

use super::clock;
use super::progress::Screen;
use crate::note::key_file;
use crate::verify::{self, Coverage, Depth, Finding, Pinned, Request, Verdict, metrics, report};
use crate::{Error, Result};

/// The exit code of a check that found something.
const FINDINGS: u8 = 3;

/// Prove that nothing in the archive was altered
///
/// Hashes every stored byte again, takes every article through the same steps as ingest did, and compares each row with what
/// it should be; checks the log, the schema, the names and incidents, the full-text index. Exit code 0: sound; 3: findings.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("depth").args(["quick", "share"]),
    after_help = "Examples:\n  dossier verify\n  dossier verify --quick\n  dossier verify --share 1/30 --metrics /var/lib/node_exporter/dossier.prom\n  dossier verify --against 2024-05-01.checkpoint --key floods.vkey\n  dossier verify --format json"
)]
pub struct Verify {
    /// Only hash the stored bytes and check the log; make nothing again
    #[arg(long)]
    quick: bool,
    /// Check only this part of the articles, going on where the last check ended; 1/30 each day goes through all in thirty days
    #[arg(long, value_name = "1/N", value_parser = share)]
    share: Option<u32>,
    /// Also prove that the archive extends this checkpoint, which was kept where nobody who can change the archive can change it
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,
    /// Verifier key, or a file with it, that has to have signed the checkpoints given with --against
    #[arg(long = "key", value_name = "KEY", requires = "against")]
    keys: Vec<String>,
    /// How the verdict is written
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(["text", "json"]))]
    format: String,
    /// Also write metrics in Prometheus' text form, for `node_exporter`'s textfile collector
    #[arg(long, value_name = "FILE")]
    metrics: Option<PathBuf>,
}

impl Verify {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let depth = match (self.quick, self.share) {
            (true, _) => Depth::Quick,
            (false, Some(shares)) => Depth::Share(shares),
            (false, None) => Depth::Full,
        };
        let keys = self.keys.iter().map(|given| key_file::verifier(given)).collect::<Result<Vec<_>>>()?;
        let pinned = self.against.iter().map(|file| Pinned::read(file, &keys)).collect::<Result<Vec<_>>>()?;
        let request = Request { depth, pinned, unrecorded: false };
        let mut screen = Screen::hidden();
        let verdict = verify::run(path, &request, &clock::now, &mut |progress| screen.show(progress))?;
        screen.finish();
        if let Some(target) = &self.metrics {
            metrics::write(target, path, &verdict)?;
        }
        let mut out = anstream::stdout().lock();
        if self.format == "json" {
            writeln!(out, "{}", report::json(path, &request, &verdict)).map_err(Error::Write)?;
        } else {
            show(&verdict, depth, &mut out).map_err(Error::Write)?;
        }
        Ok(exit_code(&verdict))
    }
}

/// 0 where nothing is wrong, 3 otherwise.
pub fn exit_code(verdict: &Verdict) -> ExitCode {
    if verdict.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) }
}

/// Reads `1/30`.
pub fn share(text: &str) -> std::result::Result<u32, String> {
    let shares = text.strip_prefix("1/").and_then(|shares| shares.parse().ok()).filter(|shares| *shares > 0);
    shares.ok_or_else(|| "a share is written 1/30".to_owned())
}

/// Writes a verdict for people: findings by severity, then what was checked.
pub fn show(verdict: &Verdict, depth: Depth, out: &mut impl Write) -> io::Result<()> {
    for (severity, findings) in verdict.findings.by_severity() {
        writeln!(out, "{}: {}", severity.name(), severity.meaning())?;
        for finding in findings {
            show_finding(finding, out)?;
        }
        for (code, count) in verdict.findings.counts().iter().filter(|(code, _)| code.severity() == severity) {
            let listed = verdict.findings.listed().iter().filter(|finding| finding.code == *code).count();
            if *count > listed {
                writeln!(out, "{code}  and {} more", count - listed)?;
            }
        }
    }
    for note in &verdict.notes {
        anstream::eprintln!("note: {note}");
    }
    let Verdict { captures, claims, log_size, log_root, findings, .. } = verdict;
    if !log_root.is_empty() {
        writeln!(out, "log of {log_size} entries, root {log_root}")?;
    }
    let noun = if *captures == 1 { "capture" } else { "captures" };
    let checked = match depth {
        Depth::Quick => format!("{captures} {noun} hashed, nothing made again"),
        Depth::Full | Depth::Share(_) => format!("{captures} {noun} and {claims} claims made again"),
    };
    show_coverage(&verdict.coverage, depth, out)?;
    match findings.count() {
        0 => writeln!(out, "sound: {checked}"),
        1 => writeln!(out, "1 finding: {checked}"),
        count => writeln!(out, "{count} findings: {checked}"),
    }
}

/// A share says how far it is; a full check covers everything, and a quick one nothing of that.
fn show_coverage(coverage: &Coverage, depth: Depth, out: &mut impl Write) -> io::Result<()> {
    let (Depth::Share(_), Coverage { first, last, captures, never, .. }) = (depth, coverage) else { return Ok(()) };
    write!(out, "share: captures {first} to {last} of {captures}; ")?;
    match (&coverage.oldest, *never) {
        (Some(oldest), _) => writeln!(out, "every capture was made again since {oldest}"),
        (None, 1) => writeln!(out, "1 was never made again so far"),
        (None, never) => writeln!(out, "{never} were never made again so far"),
    }
}

fn show_finding(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(out, "{}  {}", finding.code, on_one_line(&finding.object))?;
    if let Some(expected) = &finding.expected {
        writeln!(out, "    expected  {}", on_one_line(expected))?;
    }
    match (&finding.actual, &finding.expected) {
        (Some(actual), _) => writeln!(out, "    found     {}", on_one_line(actual))?,
        (None, Some(_)) => writeln!(out, "    found     nothing")?,
        (None, None) => {}
    }
    writeln!(out, "    remedy    {}", finding.code.remedy())
}
