//! The command line: arguments in, one library call, rendering. Each subcommand is one file.

pub mod backup;
pub mod checkpoint;
pub mod claims;
pub mod clock;
pub mod explain;
pub mod export;
pub mod extract;
pub mod fetching;
pub mod ingest;
pub mod key;
pub mod output;
pub mod progress;
pub mod prove;
pub mod query;
pub mod rebuild;
pub mod reingest;
pub mod report;
pub mod schedule;
pub mod serve;
pub mod takedown;
pub mod verify;
pub mod vocabulary;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{Error, Result};

/// Keep news reports as found, compare what they claim, prove that nothing was altered
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Arguments {
    /// The archive file
    #[arg(long, global = true, env = "DOSSIER_ARCHIVE", default_value = "archive.db", value_name = "PATH")]
    pub archive: PathBuf,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[expect(missing_docs, reason = "each carries its own")]
#[derive(Debug, Subcommand)]
pub enum Command {
    Ingest(ingest::Ingest),
    Query(query::Query),
    Serve(serve::Serve),
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
}

/// Does what the arguments ask for.
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    match arguments.command {
        Command::Ingest(ingest) => ingest.run(&arguments.archive),
        Command::Query(query) => query.run(&arguments.archive),
        Command::Serve(serve) => serve.run(&arguments.archive),
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
