//! What can keep dossier from doing what it was asked. Each variant is one operation and names its object; the cause is
//! chained, and [`Error::hint`] says what to do. What is wrong with an archive's content is no error but a finding.

use std::io;
use std::path::PathBuf;

/// The result of everything that can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation could not be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no file at the archive's path.
    #[error("there is no archive at {}", path.display())]
    ArchiveMissing {
        /// The path asked for.
        path: PathBuf,
    },
    /// The path is a folder.
    #[error("{} is a folder, not an archive", path.display())]
    ArchiveIsFolder {
        /// The path asked for.
        path: PathBuf,
    },
    /// The file is empty.
    #[error("{} is empty, not an archive", path.display())]
    ArchiveEmpty {
        /// The path asked for.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a dossier archive", path.display())]
    NotAnArchive {
        /// The path asked for.
        path: PathBuf,
    },
    /// SQLite cannot read the file: it was cut off or overwritten.
    #[error("{} is damaged", path.display())]
    ArchiveDamaged {
        /// The path asked for.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// A newer program wrote the archive.
    #[error("{} was written by a newer dossier (schema {found}, this program knows {known})", path.display())]
    ArchiveTooNew {
        /// The path asked for.
        path: PathBuf,
        /// The schema version in the file.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// The archive was made by an older program and cannot be brought up to date here.
    #[error("{} was written by an older dossier (schema {found}, this program needs {known})", path.display())]
    ArchiveTooOld {
        /// The path asked for.
        path: PathBuf,
        /// The schema version in the file.
        found: i64,
        /// What this program reads.
        known: i64,
    },
    /// The schema is not what the migrations make: something could run that dossier did not put there.
    #[error("the tables of {} are not as dossier makes them: {}", path.display(), objects.join("; "))]
    SchemaForeign {
        /// The path asked for.
        path: PathBuf,
        /// What was added, altered or is missing.
        objects: Vec<String>,
    },
    /// The file or its folder cannot be written.
    #[error("{} cannot be written", path.display())]
    ArchiveReadOnly {
        /// The path asked for.
        path: PathBuf,
    },
    /// A new archive is to lie in a folder that does not exist.
    #[error("there is no folder {}", path.display())]
    FolderMissing {
        /// The folder.
        path: PathBuf,
    },
    /// Another process holds the archive.
    #[error("another program is using {}", path.display())]
    ArchiveBusy {
        /// The path asked for.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("there is no space left for {}", path.display())]
    DiskFull {
        /// The archive.
        path: PathBuf,
    },
    /// The archive could not be opened or brought up to date.
    #[error("cannot open {}", path.display())]
    OpenArchive {
        /// The path asked for.
        path: PathBuf,
        /// What SQLite or the migrations said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Output could not be written.
    #[error("cannot write the output")]
    Write(#[source] io::Error),
    /// A database operation failed.
    #[error("cannot {operation}")]
    Database {
        /// What was being done, in words that fit after "cannot".
        operation: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// What was written is not what is read back: the disk or memory is failing.
    #[error("the bytes of {origin} were not written as they are; nothing of the batch was stored")]
    WrittenBytesDiffer {
        /// Where the bytes came from.
        origin: String,
    },
    /// A copy is not what it was made from.
    #[error("the copy at {} holds another log than the archive", path.display())]
    CopyDiffers {
        /// Where the copy was to be.
        path: PathBuf,
    },
    /// A user's vocabulary file has a fault.
    #[error("{location}: {reason}")]
    Vocabulary {
        /// The file, and the line where there is one.
        location: String,
        /// What is wrong there.
        reason: String,
        /// What would be right.
        remedy: String,
    },
    /// Two archives with different vocabularies were used in one process.
    #[error("another vocabulary is in use already")]
    VocabularyInUse,
    /// The user's SQL was refused or is wrong.
    #[error("the query was refused: {reason}")]
    QueryRefused {
        /// Why.
        reason: String,
    },
    /// What was asked for is not in the archive.
    #[error("no {kind} {asked:?} in the archive")]
    NotFound {
        /// "article", "measure", "incident", …
        kind: &'static str,
        /// What was asked for.
        asked: String,
        /// What is there, to choose from; may be empty.
        known: Vec<String>,
    },
    /// The text that was asked for was erased by order.
    #[error("{article} was taken down on {taken_down_at} by order of {ordered_by}: {reason}")]
    TakenDown {
        /// The identity of the article.
        article: String,
        /// When, UTC.
        taken_down_at: String,
        /// Who ordered it.
        ordered_by: String,
        /// The order, in words.
        reason: String,
    },
    /// What was asked for fits several things in the archive.
    #[error("{asked:?} fits more than one {kind}")]
    Ambiguous {
        /// "article", "incident", …
        kind: &'static str,
        /// What was asked for.
        asked: String,
        /// What it fits.
        candidates: Vec<String>,
    },
    /// A file could not be written.
    #[error("cannot write {}", path.display())]
    WriteFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file would be overwritten that must not be.
    #[error("{} is there already", path.display())]
    FileExists {
        /// The file.
        path: PathBuf,
        /// What to do instead.
        remedy: &'static str,
    },
    /// A file is not what it was given as.
    #[error("{} {reason}", path.display())]
    NotAsGiven {
        /// The file.
        path: PathBuf,
        /// What is wrong, in words that follow its name.
        reason: String,
        /// What would be right.
        remedy: &'static str,
    },
    /// Nothing is signed over a log that is damaged.
    #[error("entry {entry} of the log is gone or altered; nothing was signed or proved")]
    LogDamaged {
        /// Its index.
        entry: i64,
    },
    /// Nothing is signed that contradicts an earlier checkpoint.
    #[error("the log does not extend its checkpoint {checkpoint_id} over {size} entries; nothing was signed")]
    LogContradicts {
        /// The checkpoint's number.
        checkpoint_id: i64,
        /// How many entries it covers.
        size: u64,
    },
    /// What was to be proved is not as the log says.
    #[error("{what}; nothing was proved")]
    Unsound {
        /// What is wrong, as a sentence without a stop.
        what: String,
    },
    /// There is no checkpoint that serves.
    #[error("{what}")]
    NoCheckpoint {
        /// What lacks one, as a sentence without a stop.
        what: String,
    },
    /// The server cannot listen.
    #[error("cannot listen on 127.0.0.1:{port}")]
    Listen {
        /// The port asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// There is nothing random to make a key of.
    #[error("the system has no random numbers to give: {reason}")]
    NoRandomness {
        /// What it said.
        reason: String,
    },
    /// An argument does not make sense.
    #[error("{what}")]
    Usage {
        /// What is wrong, as a sentence without a stop.
        what: String,
    },
}

impl Error {
    /// What to do about it, where there is something.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::ArchiveMissing { .. } => Some("make one with `dossier ingest FOLDER`, or name another with --archive".to_owned()),
            Self::ArchiveIsFolder { path } => Some(format!("name a file, such as --archive {}", path.join("archive.db").display())),
            Self::ArchiveEmpty { .. } => Some("an archive is made by `dossier ingest` at a path where nothing is yet; remove the empty file or name another path".to_owned()),
            Self::NotAnArchive { .. } => Some("check the path given with --archive or DOSSIER_ARCHIVE".to_owned()),
            Self::ArchiveDamaged { .. } => Some("restore it from a copy, or ingest the articles into a new archive".to_owned()),
            Self::ArchiveTooNew { .. } => Some("install the newer dossier; the archive was left as it is".to_owned()),
            Self::ArchiveTooOld { .. } => Some("`dossier ingest` brings it up to date; keep a copy first".to_owned()),
            Self::CopyDiffers { .. } => Some("it was removed again; make the copy on another disk, and verify the archive".to_owned()),
            Self::SchemaForeign { .. } => Some("nothing of it was run; `dossier verify` tells what differs. Remove what was added (DROP VIEW, DROP TRIGGER in any SQLite program), or take a copy that was not altered".to_owned()),
            Self::ArchiveReadOnly { .. } => Some("check the permissions of the file and its folder; queries work on a read-only archive".to_owned()),
            Self::FolderMissing { .. } => Some("make it first, or name another path with --archive".to_owned()),
            Self::ArchiveBusy { .. } => Some("wait for it to finish and run the command again; nothing was lost".to_owned()),
            Self::Vocabulary { remedy, .. } => Some(remedy.clone()),
            Self::VocabularyInUse => Some("run the command again; somebody changed the archive's vocabulary meanwhile, or one process opened two archives".to_owned()),
            Self::DiskFull { .. } => Some("free some space and run the command again; what was reported as stored is safe".to_owned()),
            Self::FileExists { remedy, .. } | Self::NotAsGiven { remedy, .. } => Some((*remedy).to_owned()),
            Self::LogDamaged { .. } | Self::LogContradicts { .. } | Self::Unsound { .. } => Some("run `dossier verify`, which tells what is wrong, and restore the archive from a copy".to_owned()),
            Self::NoCheckpoint { .. } => Some("make one with `dossier checkpoint --key FILE`; `dossier key generate` makes a key".to_owned()),
            Self::TakenDown { article, .. } => Some(format!("`dossier query history {article}` tells what is kept of it: hashes, times, the log")),
            Self::NotFound { kind: "article", .. } => {
                Some("`dossier query articles` lists all, `dossier query search WORDS` finds some".to_owned())
            }
            Self::NotFound { known, .. } if !known.is_empty() => Some(format!("there is: {}", known.join(", "))),
            Self::Ambiguous { candidates, .. } => Some(format!("name one of these:\n  {}", candidates.join("\n  "))),
            Self::Listen { .. } => Some("another program has the port; name another with --port, or --port 0 for any".to_owned()),
            _ => None,
        }
    }

    /// Whether a question was given up because it took too long.
    pub fn is_interrupted(&self) -> bool {
        matches!(self, Self::Database { source, .. }
            if source.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted))
    }

    /// Whether this is the reader of a pipe going away, which is no failure.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// Names the operation that a database error interrupted.
pub trait Doing<T> {
    /// Adds `operation`, in words that fit after "cannot", to the error.
    fn doing(self, operation: &'static str) -> Result<T>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, operation: &'static str) -> Result<T> {
        self.map_err(|source| Error::Database { operation, source })
    }
}
