//! `dossier export`.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::archive::Archive;
use crate::export::destination::{NewFile, NewFolder};
use crate::export::{self, Amount, Form};
use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier export csv --to floods-2026               twelve tables with datapackage.json, for a spreadsheet, R or pandas
  dossier export parquet --to floods-parquet        the same for DuckDB and data frames
  dossier export jsonl | head -1                    a line for each claim, with its article and hashes
  dossier export ftm --to floods.ftm.json           entities for Aleph and OpenAleph
  dossier export jsonld --to floods.jsonld --force  schema.org, in place of an earlier export";

/// Write the archive in a form that other programs read
///
/// csv: a data package (Frictionless): a folder of tables, with datapackage.json telling types, keys, meanings and the SHA-256
/// of each file. parquet: the same tables in columns. jsonl: a line for each claim with its article, hashes and quote. ftm:
/// entities of FollowTheMoney, a line each. jsonld: schema.org, one document.
///
/// All of them tell of each claim where it stands and the SHA-256 of the bytes that it was read from. What the latest version
/// of each article claims is written, unless every version is asked for. Two exports of one archive are alike to the byte.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Export {
    /// The form
    #[arg(value_parser = PossibleValuesParser::new(Form::NAMES).try_map(|word| word.parse::<Form>()))]
    form: Form,
    /// Where it goes: a folder for csv and parquet, otherwise a file, or - for standard output
    #[arg(long, value_name = "FOLDER|FILE|-", default_value = "-")]
    to: PathBuf,
    /// Take the place of what is there already
    #[arg(long)]
    force: bool,
    /// Also what earlier versions of articles claim
    #[arg(long)]
    every_version: bool,
}

impl Export {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let is_standard_output = self.to.as_os_str() == "-";
        if self.form.is_folder() && is_standard_output {
            let what = "this form is a folder of several files; name it with --to FOLDER (one table alone: `dossier query claims --format csv`)";
            return Err(Error::Usage { what: what.to_owned() });
        }
        let archive = Archive::open_to_read(path)?;
        let amounts = if self.form.is_folder() {
            let mut folder = NewFolder::create(&self.to, self.force)?;
            let amounts = export::write_folder(&archive, self.form, self.every_version, &mut folder)
                .map_err(|error| self.name_file(error))?;
            folder.put_in_place()?;
            amounts
        } else if is_standard_output {
            let mut out = BufWriter::new(io::stdout().lock());
            let amount = export::write_file(&archive, self.form, self.every_version, &mut out)?;
            out.flush().map_err(Error::Write)?;
            vec![amount]
        } else {
            let mut file = NewFile::create(&self.to, self.force)?;
            let amount = export::write_file(&archive, self.form, self.every_version, &mut file.file)
                .map_err(|error| self.name_file(error))?;
            file.put_in_place()?;
            vec![amount]
        };
        tell(&amounts, if is_standard_output { None } else { Some(&self.to) });
        Ok(ExitCode::SUCCESS)
    }

    /// Says which file it was that could not be written.
    fn name_file(&self, error: Error) -> Error {
        match error {
            Error::Write(source) => Error::WriteFile { path: self.to.clone(), source },
            error => error,
        }
    }
}

fn tell(amounts: &[Amount], to: Option<&Path>) {
    let told: Vec<String> = amounts.iter().map(|amount| format!("{} {}", amount.count, amount.what)).collect();
    let told = told.join(", ");
    match to {
        Some(path) => anstream::eprintln!("wrote {told} to {}", path.display()),
        None => anstream::eprintln!("wrote {told}"),
    }
}
