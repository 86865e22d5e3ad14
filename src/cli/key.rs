//! `dossier key`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::output;
use crate::note::{SigningKey, VerifierKey, key, key_file};
use crate::{Error, Result};

const EXAMPLE: &str = "\
Example:
  dossier key generate desk.example/floods floods.key > floods.vkey
  dossier checkpoint --key floods.key > floods-1.checkpoint";

/// Make and show the keys that sign checkpoints
///
/// A key is a pair: the private half signs and stays with you; the verifier key is for everybody. Give it out where people
/// can find it years later (your site, a printed report), because a signature proves nothing to who cannot know whose it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub struct Key {
    /// What to do.
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a new key: the private half goes into FILE, the verifier key is printed
    #[command(after_help = "Example:\n  dossier key generate desk.example/floods floods.key > floods.vkey")]
    Generate {
        /// Name of the key, such as desk.example/floods; one key for one archive. No spaces, no plus sign
        name: String,
        /// New file for the private half. Keep it apart from the archive, and keep a copy
        file: PathBuf,
    },
    /// Print the verifier key that belongs to a private key
    #[command(
        after_help = "Examples:\n  dossier key show floods.key\n  dossier key show floods.vkey --pem > floods.pem"
    )]
    Show {
        /// File with the private key, or with the verifier key
        file: String,
        /// Print it in the form that openssl reads
        #[arg(long)]
        pem: bool,
    },
}

impl Key {
    /// Runs it.
    pub fn run(self) -> Result<ExitCode> {
        match self.action {
            Action::Generate { name, file } => {
                if !key::is_name(&name) {
                    let what = format!("{name:?} cannot name a key: it needs letters, and no space or plus sign");
                    return Err(Error::Usage { what });
                }
                let key = SigningKey::generate(&name).map_err(|reason| Error::NoRandomness { reason })?;
                key_file::write_new(&file, &key)?;
                print(&key.verifier(), false)?;
                anstream::eprintln!(
                    "the private key is in {}: whoever has it can sign as {name}; without it nothing more can be signed",
                    file.display()
                );
            }
            Action::Show { file, pem } => print(&key_file::verifier(&file)?, pem)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn print(key: &VerifierKey, pem: bool) -> Result<()> {
    output::write(|out| {
        if pem { write!(out, "{}", key.to_pem()) } else { writeln!(out, "{key}") }.map_err(Error::Write)
    })
}
