//! `dossier rebuild`.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::clock;
use super::vocabulary::VocabularyOption;
use crate::archive::{Archive, rebuild};
use crate::{Error, Result};

/// Make all derived rows again from the stored bytes
///
/// The remedy for damaged derived rows, and the way to let a newer dossier read an older archive. Bytes, metadata and the log's
/// past stay as they are; what is made again is logged.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dossier rebuild\n  dossier rebuild --vocabulary my-words")]
pub struct Rebuild {
    #[command(flatten)]
    vocabulary: VocabularyOption,
}

impl Rebuild {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        // An archive that is not there is an error here, and nothing to be made.
        drop(Archive::open_to_append(path)?);
        let mut archive = self.vocabulary.open_to_rebuild(path)?;
        let rebuilt = rebuild::run(&mut archive, &clock::now())?;
        for (object, reason) in &rebuilt.refused {
            anstream::eprintln!("warning: {object}: {reason}");
        }
        writeln!(anstream::stdout(), "{} captures and {} claims made again", rebuilt.captures, rebuilt.claims)
            .map_err(Error::Write)?;
        Ok(ExitCode::from(u8::from(!rebuilt.refused.is_empty())))
    }
}
