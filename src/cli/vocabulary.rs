//! The option `--vocabulary`, which several subcommands have.

use std::path::{Path, PathBuf};

use clap::Args;

use super::clock;
use crate::Result;
use crate::archive::{Archive, vocabulary_source};
use crate::vocabulary::user::{UserFile, checked_folder, read_folder};

/// Where a user's words are.
#[derive(Debug, Args)]
pub struct VocabularyOption {
    /// Folder with words to add: files named and headed as those of seeds/vocabulary
    ///
    /// A row with the key of a built-in one takes its place. An archive keeps the files and uses them from then on; a file
    /// given again takes the place of the one of its name.
    #[arg(long = "vocabulary", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl VocabularyOption {
    /// Takes on the words, for a run without an archive.
    pub fn install(&self) -> Result<()> {
        match &self.folder {
            Some(folder) => crate::vocabulary::install(&checked_folder(folder)?),
            None => Ok(()),
        }
    }

    /// Opens the archive for writing with the words, and says where they make earlier derivations out of date.
    pub fn open(&self, path: &Path) -> Result<Archive> {
        let archive = self.open_to_rebuild(path)?;
        if self.folder.is_some() {
            let outdated = archive.read(vocabulary_source::outdated_captures)?;
            if outdated > 0 {
                let captures =
                    if outdated == 1 { "1 capture was".to_owned() } else { format!("{outdated} captures were") };
                anstream::eprintln!(
                    "note: {captures} derived with another vocabulary; `dossier rebuild` brings them up to date"
                );
            }
        }
        Ok(archive)
    }

    /// The same for a rebuild, after which nothing is out of date.
    pub fn open_to_rebuild(&self, path: &Path) -> Result<Archive> {
        let files: Vec<UserFile> = self.folder.as_deref().map(read_folder).transpose()?.unwrap_or_default();
        Archive::open_with_vocabulary(path, &files, &clock::now())
    }
}
