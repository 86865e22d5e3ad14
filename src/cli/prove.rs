//! `dossier prove`.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::{clock, output};
use crate::archive::Archive;
use crate::evidence::{Report, State, check, container, find, gather, package};
use crate::note::{VerifierKey, key_file};
use crate::{Error, Result};

/// The exit code of a package that fails.
const FINDINGS: u8 = 3;

const EXAMPLE: &str = "\
Example:
  dossier query show reports/monday.html                    lists the article's claims, each with its key
  dossier prove 4f0c9a81                                    a claim, by the beginning of its key
  dossier prove reports/monday.html                         an article with all its claims
  dossier prove --check evidence-claim-4f0c9a81d2e3.zip --key floods.vkey";

/// Hand a third party evidence for an article or a claim
///
/// Writes a package (a BagIt bag in a zip file) with the original bytes, the text, the claim with its quote and place, the
/// hashes of all versions, the proofs that the log tells of them, the signed checkpoint and its timestamps, and a README that tells
/// a lawyer how to check all this with sha256sum, bagit.py, openssl and sqlite3, without dossier. A checkpoint has to cover the
/// article first: `dossier checkpoint`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub struct Prove {
    /// A claim by the beginning of its key, or an article by its hash, number, address, path or title
    #[arg(value_name = "ARTICLE|CLAIM", required_unless_present = "check", conflicts_with = "check")]
    what: Option<String>,
    /// Where to write the package; evidence-….zip in the current folder if not given
    #[arg(long, short, value_name = "FILE", conflicts_with = "check")]
    output: Option<PathBuf>,
    /// Check a package instead, without archive and network; exit code 3 if anything fails
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
    /// Verifier key, or a file with it, that has to have signed the package's checkpoints
    #[arg(long = "key", value_name = "KEY", requires = "check")]
    keys: Vec<String>,
    /// Write the result of --check as JSON
    #[arg(long, requires = "check")]
    json: bool,
}

impl Prove {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        if let Some(file) = &self.check {
            return self.check(file);
        }
        let archive = Archive::open_to_read(path)?;
        let what = self.what.unwrap_or_default();
        let evidence = archive.read(|connection| gather::gather(connection, find::find(connection, &what)?))?;
        let now = clock::now();
        let name = package::name(&evidence);
        let files = package::files(&evidence, &now);
        let packed = container::pack(&files, &name, &now).map_err(|error| Error::Write(io::Error::other(error)))?;
        let file = self.output.unwrap_or_else(|| PathBuf::from(format!("{name}.zip")));
        write_new(&file, &packed)?;
        output::write(|out| writeln!(out, "{}", file.display()).map_err(Error::Write))?;
        // What lacks is said at once, while it can still be got.
        for line in check::check(&files, &[]).lines.iter().filter(|line| line.state == State::Missing) {
            anstream::eprintln!("note: {}", line.what);
        }
        Ok(ExitCode::SUCCESS)
    }

    fn check(&self, file: &Path) -> Result<ExitCode> {
        let keys = self.keys.iter().map(|given| key_file::verifier(given)).collect::<Result<Vec<VerifierKey>>>()?;
        let report = check::check(&container::read(file)?, &keys);
        if self.json { show_json(&report) } else { show(&report) }?;
        Ok(if report.holds() { ExitCode::SUCCESS } else { ExitCode::from(FINDINGS) })
    }
}

fn show(report: &Report) -> Result<()> {
    output::write(|out| {
        for line in &report.lines {
            writeln!(out, "{:<8} {}", line.state, line.what).map_err(Error::Write)?;
        }
        let count = |state| report.lines.iter().filter(|line| line.state == state).count();
        let (open, missing) = (count(State::Open), count(State::Missing));
        match count(State::Fails) {
            0 => writeln!(out, "the package holds; {open} left for you to decide, {missing} missing"),
            fails => writeln!(out, "THE PACKAGE FAILS in {fails} of {} points", report.lines.len()),
        }
        .map_err(Error::Write)
    })
}

fn show_json(report: &Report) -> Result<()> {
    let lines: Vec<_> =
        report.lines.iter().map(|line| json!({"state": line.state.name(), "what": line.what})).collect();
    let report = json!({"holds": report.holds(), "lines": lines});
    output::write(|out| writeln!(out, "{report:#}").map_err(Error::Write))
}

/// Evidence is never overwritten.
fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| {
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        if written.is_err() {
            // Half a package is none.
            let _ = fs::remove_file(path);
        }
        written
    })
    .map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => Error::FileExists {
            path: path.to_owned(),
            remedy: "name another file with --output, or move this one away",
        },
        _ => Error::WriteFile { path: path.to_owned(), source },
    })
}
