//! `dossier schedule`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::output;
use crate::schedule::{File, Plan};
use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier schedule systemd --into /etc/systemd/system          then: systemctl daemon-reload
                                                               systemctl enable --now dossier-archive-reingest.timer dossier-archive-verify.timer
  dossier schedule cron --alert 'mail -s dossier you@example.org'
  (crontab -l; dossier schedule cron) | crontab -              adds the lines to your crontab";

/// Print the timer that reads every origin again and verifies, each day
///
/// Nothing is installed. Both jobs wait for one lock beside the archive, write a log (the journal, or ARCHIVE.log), and raise
/// an alert where the exit code is not 0: 3 says that something changed, is gone or was altered.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Schedule {
    /// What runs it
    #[arg(value_enum)]
    timer: Timer,
    /// When origins are read again; verification follows an hour later
    #[arg(long, value_name = "HH:MM", default_value = "03:17", value_parser = time)]
    at: (u32, u32),
    /// Verify this share of the articles a day; 1/1 verifies all of them each day
    #[arg(long, value_name = "1/N", default_value = "1/30", value_parser = super::verify::share)]
    share: u32,
    /// A shell command that gets the words of an alert on standard input
    #[arg(long, value_name = "COMMAND")]
    alert: Option<String>,
    /// The user that the systemd services run as; you if not given
    #[arg(long, value_name = "USER", env = "USER", hide_env_values = true)]
    run_as: Option<String>,
    /// Read pages of the inner network too
    #[arg(long)]
    allow_private: bool,
    /// Write the files into this folder in place of printing them
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// How the files are printed
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(["text", "json"]))]
    format: String,
}

/// What runs it.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Timer {
    /// Hardened services with timers
    Systemd,
    /// Lines for a crontab
    Cron,
}

impl Schedule {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let unknown = |source| Error::Read { path: path.to_owned(), source };
        let program = std::env::current_exe().map_err(unknown)?;
        // The timer may be made before the archive is.
        let archive = std::path::absolute(path).map_err(unknown)?;
        if [&program, &archive].iter().any(|path| path.to_string_lossy().contains(['\n', '\r'])) {
            return Err(Error::Usage { what: "a path with a line break cannot stand in a timer".to_owned() });
        }
        let (hour, minute) = self.at;
        let plan = Plan {
            program,
            archive,
            hour,
            minute,
            shares: self.share,
            allow_private: self.allow_private,
            alert: self.alert,
            user: self.run_as.filter(|user| !user.is_empty()),
        };
        let files = match self.timer {
            Timer::Systemd => plan.systemd(),
            Timer::Cron => vec![plan.cron()],
        };
        match &self.into {
            Some(folder) => write_files(folder, &files)?,
            None => output::write(|out| print(&files, &self.format, out).map_err(Error::Write))?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn write_files(folder: &Path, files: &[File]) -> Result<()> {
    if !folder.is_dir() {
        return Err(Error::FolderMissing { path: folder.to_owned() });
    }
    for file in files {
        let path = folder.join(&file.name);
        std::fs::write(&path, &file.content).map_err(Error::Write)?;
        output::write(|out| writeln!(out, "{}", path.display()).map_err(Error::Write))?;
    }
    Ok(())
}

/// One crontab is printed as it is; of several files each is printed below its name.
fn print(files: &[File], format: &str, out: &mut dyn Write) -> std::io::Result<()> {
    if format == "json" {
        for file in files {
            writeln!(out, "{}", serde_json::json!({"name": file.name, "content": file.content}))?;
        }
        return Ok(());
    }
    for (index, file) in files.iter().enumerate() {
        if files.len() > 1 {
            writeln!(out, "{}# {}", if index > 0 { "\n" } else { "" }, file.name)?;
        }
        write!(out, "{}", file.content)?;
    }
    Ok(())
}

fn time(text: &str) -> std::result::Result<(u32, u32), String> {
    let parts = text.split_once(':').and_then(|(hour, minute)| Some((hour.parse().ok()?, minute.parse().ok()?)));
    parts
        .filter(|(hour, minute)| *hour < 24 && *minute < 60)
        .ok_or_else(|| "a time is written HH:MM, such as 03:17".to_owned())
}
