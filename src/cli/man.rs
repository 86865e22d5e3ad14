//! `dossier man`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory as _};

use super::Arguments;
use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier man --to ~/.local/share/man/man1            then: man dossier-query-compare
  dossier man --to man && man man/dossier.1";

/// Write the manual, one page for each command
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Man {
    /// The folder; earlier pages in it are replaced
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
}

impl Man {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode> {
        let failed = |source| Error::WriteFile { path: self.to.clone(), source };
        fs::create_dir_all(&self.to).map_err(failed)?;
        clap_mangen::generate_to(Arguments::command(), &self.to).map_err(failed)?;
        Ok(ExitCode::SUCCESS)
    }
}
