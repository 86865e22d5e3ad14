//! `dossier completions`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::Arguments;
use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier completions bash > ~/.local/share/bash-completion/completions/dossier
  dossier completions zsh > ~/.zfunc/_dossier            where ~/.zshrc has: fpath=(~/.zfunc $fpath); autoload -U compinit; compinit
  dossier completions fish > ~/.config/fish/completions/dossier.fish";

/// Print what lets a shell complete commands and options
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode> {
        // The library stops the program where its writer fails; memory does not.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "dossier", &mut script);
        io::stdout().lock().write_all(&script).map_err(Error::Write)?;
        Ok(ExitCode::SUCCESS)
    }
}
