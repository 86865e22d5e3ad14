//! `dossier verify`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::clock;
use crate::verify::{self, Finding, Verdict};
use crate::{Error, Result};

/// The exit code of a check that found something.
const FINDINGS: u8 = 3;

/// Prove that nothing in the archive was altered
///
/// Hashes every stored byte again, takes every article through the same steps as ingest did, and compares each row with what
/// it should be; checks the log, the schema, the names and incidents, the full-text index. Exit code 0: sound; 3: findings.
#[derive(Debug, Args)]
pub struct Verify {}

impl Verify {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let verdict = verify::run(path, &clock::now)?;
        show(&verdict, &mut anstream::stdout().lock()).map_err(Error::Write)?;
        Ok(if verdict.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
    }
}

fn show(verdict: &Verdict, out: &mut impl Write) -> io::Result<()> {
    for finding in verdict.findings.listed() {
        show_finding(finding, out)?;
    }
    for (code, count) in verdict.findings.counts() {
        let listed = verdict.findings.listed().iter().filter(|finding| finding.code == *code).count();
        if *count > listed {
            writeln!(out, "{code}  and {} more", count - listed)?;
        }
    }
    for note in &verdict.notes {
        anstream::eprintln!("note: {note}");
    }
    let Verdict { captures, claims, log_size, log_root, findings, .. } = verdict;
    writeln!(out, "log of {log_size} entries, root {log_root}")?;
    let article = if *captures == 1 { "capture" } else { "captures" };
    let checked = format!("{captures} {article} and {claims} claims made again");
    match findings.count() {
        0 => writeln!(out, "sound: {checked}"),
        1 => writeln!(out, "1 finding: {checked}"),
        count => writeln!(out, "{count} findings: {checked}"),
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
