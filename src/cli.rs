//! The command line: arguments in, one library call, rendering. Each subcommand is one file.

pub mod backup;
pub mod checkpoint;
pub mod claims;
pub mod clock;
pub mod completions;
pub mod explain;
pub mod export;
pub mod extract;
pub mod fetching;
pub mod format;
pub mod greeting;
pub mod ingest;
pub mod key;
pub mod man;
pub mod output;
pub mod progress;
pub mod prove;
pub mod query;
pub mod rebuild;
pub mod reingest;
pub mod report;
pub mod review;
pub mod schedule;
pub mod serve;
pub mod takedown;
pub mod verify;
pub mod vocabulary;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier                            what the archive in this folder holds, and what can be done with it
  dossier ingest reports             keep every article in a folder, and read what it claims
  dossier query compare killed       every death toll, incident by incident
  dossier verify                     prove that nothing was altered

`dossier COMMAND --help` tells more of each; every one ends with examples.";

/// Keep news reports as found, compare what they claim, prove that nothing was altered
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// The archive file
    #[arg(long, global = true, env = "DOSSIER_ARCHIVE", default_value = "archive.db", value_name = "PATH")]
    pub archive: PathBuf,
    /// What to do; without, the archive is shown.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[expect(missing_docs, reason = "each carries its own")]
#[derive(Debug, Subcommand)]
pub enum Command {
    Ingest(ingest::Ingest),
    Query(query::Query),
    Serve(serve::Serve),
    Review(review::Review),
    Verify(verify::Verify),
    Backup(backup::Backup),
    Checkpoint(checkpoint::Checkpoint),
    Claims(claims::Claims),
    Export(export::Export),
    Key(key::Key),
    Prove(prove::Prove),
    Rebuild(rebuild::Rebuild),
    Reingest(reingest::Reingest),
    Report(report::Report),
    Schedule(schedule::Schedule),
    Takedown(takedown::Takedown),
    Extract(extract::Extract),
    Explain(explain::Explain),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Does what the arguments ask for.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let Some(command) = arguments.command else { return greeting::run(&arguments.archive) };
    match command {
        Command::Ingest(ingest) => ingest.run(&arguments.archive),
        Command::Query(query) => query.run(&arguments.archive),
        Command::Serve(serve) => serve.run(&arguments.archive),
        Command::Review(review) => review.run(&arguments.archive),
        Command::Verify(verify) => verify.run(&arguments.archive),
        Command::Backup(backup) => backup.run(&arguments.archive),
        Command::Checkpoint(checkpoint) => checkpoint.run(&arguments.archive),
        Command::Export(export) => export.run(&arguments.archive),
        Command::Claims(claims) => claims.run(&arguments.archive),
        Command::Key(key) => key.run(),
        Command::Prove(prove) => prove.run(&arguments.archive),
        Command::Rebuild(rebuild) => rebuild.run(&arguments.archive),
        Command::Report(report) => report.run(&arguments.archive),
        Command::Reingest(reingest) => reingest.run(&arguments.archive),
        Command::Schedule(schedule) => schedule.run(&arguments.archive),
        Command::Takedown(takedown) => takedown.run(&arguments.archive),
        Command::Extract(extract) => extract.run(),
        Command::Explain(explain) => explain.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}

/// Prints an error, its causes and its hint on standard error.
pub fn report_error(error: &Error) -> ExitCode {
    if error.is_broken_pipe() {
        return ExitCode::SUCCESS;
    }
    anstream::eprintln!("error: {error}");
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        anstream::eprintln!("  because {error}");
        cause = error.source();
    }
    if let Some(hint) = error.hint() {
        anstream::eprintln!("hint: {hint}");
    }
    ExitCode::from(if matches!(error, Error::Usage { .. }) { 2 } else { 1 })
}
