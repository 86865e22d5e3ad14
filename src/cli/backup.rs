//! `dossier backup`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::progress::Screen;
use super::{clock, verify};
use crate::verify::Depth;
use crate::{Error, Result, backup};

/// Copy the archive and verify the copy
///
/// The copy is whole even while others write. It is verified before it gets its name, holds the same log, and is an archive
/// like any other. An earlier backup is never written over. Exit code 0: the copy is sound; 3: it has findings, as the
/// archive has.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  dossier backup /media/usb/archive-2026-01-02.db\n  dossier --archive /media/usb/archive-2026-01-02.db query stats"
)]
pub struct Backup {
    /// Where the copy goes
    #[arg(value_name = "TARGET")]
    target: PathBuf,
    /// Only hash the copied bytes and check the copied log; make nothing again
    #[arg(long)]
    quick: bool,
}

impl Backup {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let depth = if self.quick { Depth::Quick } else { Depth::Full };
        let mut screen = Screen::hidden();
        let verdict = backup::run(path, &self.target, depth, &clock::now, &mut |progress| screen.show(progress))?;
        screen.finish();
        let mut out = anstream::stdout().lock();
        writeln!(out, "copied to {}", self.target.display()).map_err(Error::Write)?;
        verify::show(&verdict, depth, &mut out).map_err(Error::Write)?;
        Ok(verify::exit_code(&verdict))
    }
}
