//! `dossier takedown`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::{clock, output};
use crate::Result;
use crate::archive::Archive;
use crate::error::Error;
use crate::takedown::{self, Erased, Order};

/// Erase an article's bytes and text by order, and keep the proof that it was there
///
/// Everywhere in the file: the bytes, the text, sentences, claims with their quotes, the search index, names and incidents
/// that came only from it, unused pages. Hashes, origin, given metadata, the log and its proofs stay. The tombstone with its
/// reason is an entry of the log, and `verify` accepts it and nothing else; the same bytes or text are not taken in again.
///
/// It cannot be undone. Copies and backups of the archive, and the free blocks of your disk, are yours to erase.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  dossier takedown reports/raid.html --reason 'names a minor' --ordered-by 'District Court, case 12/345'"
)]
pub struct Takedown {
    /// Its hash or the beginning of it, its number, its address or its path
    article: String,
    /// Why, in words that may be read by anybody: they are kept and logged
    #[arg(long)]
    reason: String,
    /// Who ordered it
    #[arg(long, value_name = "WHO")]
    ordered_by: String,
    /// Erase only the version that ARTICLE means (name it by its hash), not all versions
    #[arg(long)]
    only_this_version: bool,
}

impl Takedown {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        // An archive that is not there is an error here, and nothing to be made.
        drop(Archive::open_to_append(path)?);
        let mut archive = Archive::open_to_write(path)?;
        let order = Order {
            article: self.article,
            only_this_version: self.only_this_version,
            reason: self.reason,
            ordered_by: self.ordered_by,
        };
        let erased = takedown::run(&mut archive, &order, &clock::now())?;
        output::write(|out| show(&erased, out).map_err(Error::Write))?;
        warn(&erased);
        Ok(ExitCode::SUCCESS)
    }
}

fn show(erased: &Erased, out: &mut dyn Write) -> std::io::Result<()> {
    for capture in &erased.captures {
        writeln!(out, "erased  {}, version {}: {} bytes", capture.article, capture.version, capture.byte_length)?;
        writeln!(out, "        SHA-256 {}", capture.sha256)?;
    }
    let traces = &erased.traces;
    match traces.found {
        0 => writeln!(out, "none of {} sentences is left in the file", traces.sentences),
        found => writeln!(out, "{found} of {} sentences are still in the file", traces.sentences),
    }
}

/// What the person who obeys the order has to know.
fn warn(erased: &Erased) {
    for capture in erased.captures.iter().filter(|capture| capture.article != erased.article) {
        anstream::eprintln!("note: {} held the same bytes and lost them too", capture.article);
    }
    for article in &erased.traces.articles {
        anstream::eprintln!(
            "warning: {article} carries some of the same sentences; take it down too if the order covers it"
        );
    }
    if erased.traces.in_metadata {
        anstream::eprintln!(
            "warning: some of these words stand in metadata that was given with an article; the log needs it and keeps it"
        );
    }
    let mut origins: Vec<&str> = erased.captures.iter().map(|capture| capture.origin.as_str()).collect();
    origins.dedup();
    for origin in origins {
        anstream::eprintln!("note: {origin} itself, and copies and backups of this archive, were not touched");
    }
}
