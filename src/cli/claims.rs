//! `dossier claims`.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{clock, output};
use crate::archive::Archive;
use crate::proposal::{self, Import, Imported};
use crate::{Error, Result};

const EXAMPLES: &str = "\
Examples:
  dossier claims import proposals.jsonl --by 'newsreader 2.1'
  dossier extract reports/monday.txt | dossier claims import - --by 'dossier of last year'
  dossier query sql \"select proposed_by, what, low, quote from proposed_claims where not is_found\"";

/// Take in claims that other tools propose
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Claims {
    /// What to do.
    #[command(subcommand)]
    action: Action,
}

/// What can be done.
#[derive(Debug, Subcommand)]
enum Action {
    /// Import claims that a model or tool found in the archive's articles, apart from its own reading
    ///
    /// Reads JSON Lines in the form that `dossier extract` prints: {"article": …, "claims": [{"kind", "start", "end", "anchor", …}]},
    /// or one claim a line with its "article": its address, its path as `dossier query articles` has it, or its SHA-256. Offsets
    /// count code points of the stored text, which `dossier extract --text` and `dossier export csv` give; without start and end the
    /// anchor has to stand in the text once.
    ///
    /// What is worded (anchor, group, actor, target, place, source, speaker, cue, via) has to stand in the stored text, or the
    /// claim is refused with its line and what was looked for; the others are taken. The same again changes nothing; another set
    /// of the same tool for an article is kept beside the earlier one and takes its place in the view `proposed_claims`.
    #[command(after_help = EXAMPLES)]
    Import(ImportArguments),
}

#[derive(Debug, Args)]
struct ImportArguments {
    /// The file; - for standard input
    #[arg(value_name = "FILE|-")]
    file: PathBuf,
    /// The tool that found the claims, with its version: kept with them and logged
    #[arg(long, value_name = "TOOL")]
    by: String,
}

impl Claims {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let Action::Import(ImportArguments { file, by }) = self.action;
        let is_standard_input = file.as_os_str() == "-";
        let mut input: Box<dyn BufRead> = if is_standard_input {
            Box::new(io::stdin().lock())
        } else {
            let failed = |source| Error::Read { path: file.clone(), source };
            Box::new(BufReader::new(File::open(&file).map_err(failed)?))
        };
        // An archive that is not there is an error here, and nothing to be made.
        drop(Archive::open_to_append(path)?);
        let mut archive = Archive::open_to_write(path)?;
        let origin = if is_standard_input { "stdin:".to_owned() } else { file.display().to_string() };
        let import = Import { proposed_by: &by, origin: &origin };
        let imported = proposal::run(&mut archive, &import, &mut input, &clock::now())?;
        output::write(|out| writeln!(out, "{}", summary(&imported)).map_err(Error::Write))?;
        for (line, reason) in &imported.refused {
            anstream::eprintln!("refused: line {line}: {reason}");
        }
        Ok(ExitCode::from(u8::from(!imported.refused.is_empty())))
    }
}

fn summary(imported: &Imported) -> String {
    let Imported { articles, proposals, unchanged, refused } = imported;
    format!(
        "{proposals} proposals for {articles} articles taken, {} refused, {unchanged} articles as they were",
        refused.len()
    )
}
