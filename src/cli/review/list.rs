//! What there is to decide, and what was decided.

use std::path::Path;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::Result;
use crate::archive::Archive;
use crate::cli::format::FormatArgument;
use crate::cli::output;
use crate::query::question::{number, optional};
use crate::query::{Question, article, review};
use crate::render::{Format, Writer};

/// List claims by what was decided about them, those that nobody has looked at first
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review list --state disputed\n  dossier review list --state unreviewed --article report.txt --format json\n  dossier review list --proposed"
)]
pub struct List {
    /// Only claims that are unreviewed, accepted, corrected, added, rejected or disputed
    #[arg(long, value_name = "STATE", value_parser = PossibleValuesParser::new(review::STATES))]
    state: Option<String>,
    /// Only claims of this article
    #[arg(long)]
    article: Option<String>,
    /// Only claims of this incident
    #[arg(long, value_name = "NAME")]
    incident: Option<String>,
    /// What other tools proposed (`dossier claims import`), what neither the program nor a person has first
    #[arg(long, conflicts_with_all = ["state", "article", "incident"])]
    proposed: bool,
    /// At most so many lines
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[command(flatten)]
    format: FormatArgument,
}

/// List every decision, who made it, when and why
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dossier review history\n  dossier review history 7c00d2 --format json")]
pub struct History {
    /// Only about this claim, by its key or the beginning of it
    claim: Option<String>,
    #[command(flatten)]
    format: FormatArgument,
}

impl List {
    pub(super) fn run(&self, path: &Path) -> Result<()> {
        let archive = Archive::open_to_read(path)?;
        let limit = number(self.limit.map_or(-1, i64::from));
        if self.proposed {
            let parameters = vec![(":limit", limit), (":offset", number(0))];
            if write(&archive, &review::PROPOSED, &parameters, self.format.format)? == 0 {
                anstream::eprintln!(
                    "nothing is proposed; `dossier claims import FILE` takes in what another tool found"
                );
            }
            return Ok(());
        }
        let parameters = archive.read(|connection| {
            let version = self.article.as_ref().map(|asked| article::find_text(connection, asked)).transpose()?;
            Ok(vec![
                (":state", optional(self.state.as_deref())),
                (":capture_id", version.map_or_else(|| optional(None), |version| number(version.capture_id))),
                (":incident", optional(self.incident.as_deref())),
                (":limit", limit),
            ])
        })?;
        if write(&archive, &review::TO_REVIEW, &parameters, self.format.format)? == 0 {
            anstream::eprintln!("nothing found; `dossier query claims` lists all claims");
        }
        Ok(())
    }
}

impl History {
    pub(super) fn run(&self, path: &Path) -> Result<()> {
        let archive = Archive::open_to_read(path)?;
        let key = |asked: &String| archive.read(|connection| crate::review::claim(connection, asked));
        let found = self.claim.as_ref().map(key).transpose()?;
        let parameters = vec![(":claim_key", optional(found.as_ref().map(|found| found.claim_key.as_str())))];
        if write(&archive, &review::HISTORY, &parameters, self.format.format)? == 0 {
            anstream::eprintln!("nobody has decided anything yet; `dossier review --help` tells how");
        }
        Ok(())
    }
}

fn write(
    archive: &Archive,
    question: &Question,
    parameters: &crate::query::question::Parameters,
    format: Format,
) -> Result<usize> {
    output::write(|out| {
        let mut writer = Writer::new(format, question.shown, output::width(), out);
        archive.read(|connection| question.ask(connection, parameters, &mut writer))?;
        writer.finish()
    })
}
