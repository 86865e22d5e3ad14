//! `dossier query compare`.

use clap::Args;

use super::Asker;
use super::filters::{FilterArguments, ReadingArgument, WhatArguments};
use crate::archive::Archive;
use crate::cli::output;
use crate::query::{Filter, Reading, compare, review};
use crate::render::{Format, comparison};
use crate::{Error, Result};

/// Compare what the articles count: incident by incident, and what contradicts what
///
/// Each line is one claim: ● a number as it is stated, ○ one that is put softly (over, about, dozens), ─ all that is meant,
/// ▶ no end.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query compare killed\n  dossier query compare injured --incident harbourtown-1997-03-04 --sentences"
)]
pub struct Compare {
    /// What is counted: killed, injured, detained …
    measure: String,
    /// Show the sentence of each claim
    #[arg(long)]
    sentences: bool,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    reading: ReadingArgument,
}

impl Compare {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let what = WhatArguments::measure(Some(&self.measure));
        if asker.format != Format::Table {
            return asker.told([&compare::COMPARE, &compare::REVIEWED], self.reading, &self.filter, &what);
        }
        let filter = self.filter.filter(&what);
        let ReadingArgument { reading } = self.reading;
        let found = asker.archive.read(|connection| compare::compare(connection, &self.measure, &filter, reading))?;
        if found.incidents.is_empty() {
            anstream::eprintln!("nothing found; {}", asker.advice("compare")?);
        }
        let options =
            comparison::Options { width: output::width(), sentences: self.sentences, most_incidents: usize::MAX };
        output::write(|out| comparison::write(&found, options, out))?;
        if reading != Reading::Machine {
            tell_rejected(asker, &self.measure)?;
        }
        Ok(())
    }
}

/// What was left out because people rejected it.
fn tell_rejected(asker: &Asker<'_>, measure: &str) -> Result<()> {
    let rejected = asker.archive.read(|connection| review::rejected(connection, measure))?;
    if rejected > 0 {
        let claims = if rejected == 1 { "1 claim" } else { &format!("{rejected} claims") };
        anstream::eprintln!(
            "without {claims} that people rejected; `dossier review list --state rejected` lists them, --reading machine has them"
        );
    }
    Ok(())
}

/// With more counts of the dead than these, an ingest does not wait until all are compared.
const MOST_AT_ONCE: i64 = 500;

/// Shows, at the end of an ingest, how the accounts of the dead stand to each other in the incidents that most publishers
/// tell of; in a large archive, what shows it.
pub fn show_tolls(archive: &Archive) -> Result<()> {
    if archive.read(|connection| compare::has_more_than(connection, "killed", MOST_AT_ONCE))? {
        anstream::eprintln!("`dossier query compare killed` shows how the accounts of the dead stand to each other");
        return Ok(());
    }
    let found =
        archive.read(|connection| compare::compare(connection, "killed", &Filter::default(), Reading::default()))?;
    let options = comparison::Options { width: output::width(), sentences: false, most_incidents: 3 };
    output::write(|out| {
        if !found.incidents.is_empty() {
            writeln!(out).map_err(Error::Write)?;
        }
        comparison::write(&found, options, out)
    })
}
