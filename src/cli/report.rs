//! `dossier report`.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{clock, output};
use crate::archive::Archive;
use crate::web::report;
use crate::{Error, Result};

/// Write one HTML file about an incident, or about all, to hand on
///
/// The same pictures and tables as `dossier serve` shows, with every claim in its words and the SHA-256 of every article that is
/// cited. The file needs nothing else: it opens from a USB stick, holds no script, and prints.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier report harbourtown-1997-03-04 -o harbourtown.html\n  dossier report all > everything.html"
)]
pub struct Report {
    /// An incident, as `dossier query conflicts` names it, or the beginning of its name; `all` for all
    #[arg(value_name = "INCIDENT|all")]
    incident: String,
    /// The file to write; standard output if not given
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Report {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let archive = Archive::open_to_read(path)?;
        let asked = self.incident.trim();
        let name = match asked {
            "all" => None,
            _ => Some(archive.read(|connection| crate::query::filter::find_incident(connection, asked))?),
        };
        let now = clock::now();
        match &self.output {
            None => output::write(|out| report::write(&archive, name.as_deref(), &now, out))?,
            Some(file) => {
                let failed = |source| Error::WriteFile { path: file.clone(), source };
                let mut out = BufWriter::new(File::create(file).map_err(failed)?);
                report::write(&archive, name.as_deref(), &now, &mut out)?;
                out.flush().map_err(failed)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
