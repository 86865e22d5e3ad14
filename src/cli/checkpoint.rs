//! `dossier checkpoint`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{clock, output};
use crate::archive::Archive;
use crate::checkpoint::countersigned::{self, Countersigned};
use crate::checkpoint::timestamps::{self, Answer};
use crate::checkpoint::{self, Made, Stored};
use crate::note::{SigningKey, VerifierKey, key_file};
use crate::{Error, Result};

const EXAMPLE: &str = "\
Example:
  dossier checkpoint --key floods.key > floods-1.checkpoint
  dossier checkpoint --timestamp-request floods-1.tsq
  curl -H 'Content-Type: application/timestamp-query' --data-binary @floods-1.tsq AUTHORITY > floods-1.tsr
  dossier checkpoint --timestamp-response floods-1.tsr --chain authority.pem
  dossier verify --against floods-1.checkpoint --key floods.vkey

`dossier query checkpoints` lists what there is.";

/// Sign the log as it is now, so that any later change of its past shows
///
/// A checkpoint is three lines (the log's name, how many entries it has, the root of its Merkle tree) and a line for each
/// signature. Keep it where nobody who can change the archive can change it: publish it, mail it, print it, have it timestamped.
/// `dossier verify --against FILE` then proves that the archive still holds all that it held.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLE)]
pub struct Checkpoint {
    /// Private key to sign with; more than one signs with each
    #[arg(long = "key", value_name = "FILE")]
    keys: Vec<PathBuf>,
    /// Name of the log, in its first checkpoint; the name of the first key if not given
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
    /// Take in a checkpoint that a partner signed on a copy of this archive, and print it with all signatures
    #[arg(long, value_name = "FILE", conflicts_with_all = ["keys", "origin", "timestamp_request", "timestamp_response"])]
    countersigned: Option<PathBuf>,
    /// Verifier key of the partner, or a file with it
    #[arg(long = "signer", value_name = "KEY", requires = "countersigned")]
    signers: Vec<String>,
    /// Write a query to FILE that asks an authority for a timestamp (RFC 3161) of the last checkpoint
    #[arg(long, value_name = "FILE", conflicts_with = "timestamp_response")]
    timestamp_request: Option<PathBuf>,
    /// Number of the checkpoint to be timestamped, if not the last
    #[arg(long, value_name = "NUMBER", requires = "timestamp_request", conflicts_with = "keys")]
    number: Option<i64>,
    /// Take in the answer of the authority
    #[arg(long, value_name = "FILE", conflicts_with_all = ["origin", "keys"])]
    timestamp_response: Option<PathBuf>,
    /// Certificates (PEM) that lead from the authority to its root, to be kept beside the answer
    #[arg(long, value_name = "FILE", requires = "timestamp_response")]
    chain: Option<PathBuf>,
}

impl Checkpoint {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let mut archive = Archive::open_to_append(path)?;
        if let Some(file) = &self.countersigned {
            let keys = self.signers.iter().map(|given| key_file::verifier(given)).collect::<Result<Vec<_>>>()?;
            let note = fs::read(file).map_err(|source| Error::Read { path: file.clone(), source })?;
            let given = Countersigned { path: file, note: &note, keys: &keys };
            show(&countersigned::take_in(&mut archive, given, &clock::now())?)?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(response) = &self.timestamp_response {
            return self.take_in(&mut archive, response);
        }
        if self.timestamp_request.is_none() || !self.keys.is_empty() {
            self.sign(&mut archive)?;
        }
        if let Some(file) = &self.timestamp_request {
            self.ask(&mut archive, file)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn sign(&self, archive: &mut Archive) -> Result<()> {
        if self.keys.is_empty() {
            let what = "a checkpoint needs a key: give --key FILE, or make one with `dossier key generate NAME FILE`";
            return Err(Error::Usage { what: what.to_owned() });
        }
        for file in self.keys.iter().filter(|file| key_file::is_open_to_others(file)) {
            anstream::eprintln!("warning: others can read {}: `chmod 600` it", file.display());
        }
        let keys = self.keys.iter().map(|file| key_file::read(file)).collect::<Result<Vec<SigningKey>>>()?;
        show(&checkpoint::make(archive, &keys, self.origin.as_deref(), &clock::now())?)
    }

    fn ask(&self, archive: &mut Archive, file: &Path) -> Result<()> {
        let (stored, query) = timestamps::ask(archive, self.number, &clock::now())?;
        fs::write(file, query).map_err(|source| Error::WriteFile { path: file.to_owned(), source })?;
        anstream::eprintln!(
            "{} asks for a timestamp of checkpoint {} over {} entries; send it to an authority and give its answer to \
             `dossier checkpoint --timestamp-response FILE`",
            file.display(),
            stored.checkpoint_id,
            stored.checkpoint.size
        );
        Ok(())
    }

    fn take_in(&self, archive: &mut Archive, file: &Path) -> Result<ExitCode> {
        let read = |path: &Path| fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source });
        let (der, chain) = (read(file)?, self.chain.as_deref().map(read).transpose()?);
        let answer = Answer { path: file, der: &der, chain: chain.as_deref() };
        let timestamp = timestamps::answer(archive, &answer, &clock::now())?;
        anstream::eprintln!(
            "timestamp {} says that checkpoint {} was there on {}; whether the authority said so, \
             `openssl ts -verify` tells{}",
            timestamp.timestamp_id,
            timestamp.checkpoint_id,
            timestamp.attested_at.unwrap_or_default(),
            if timestamp.chain.is_some() { "" } else { " (no certificates are kept: give them with --chain)" }
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// The note on standard output, and what became of it.
fn show(made: &Made) -> Result<()> {
    output::write(|out| out.write_all(made.stored.note.as_bytes()).map_err(Error::Write))?;
    let Stored { checkpoint_id, checkpoint, keys, .. } = &made.stored;
    let signers: Vec<&str> = keys.iter().map(VerifierKey::name).collect();
    let state = if made.is_new { "kept" } else { "was there already" };
    anstream::eprintln!(
        "checkpoint {checkpoint_id} over {} entries, signed by {}, {state}; it proves something where others hold it: publish it",
        checkpoint.size,
        signers.join(" and ")
    );
    Ok(())
}
