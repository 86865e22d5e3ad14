//! `dossier query conflicts`.

use clap::Args;

use super::filters::{FilterArguments, WhatArguments};
use super::{Asker, advice};
use crate::Result;
use crate::cli::output;
use crate::query::conflicts::CONFLICTS;
use crate::render::{Format, conflicts};

/// List the counts that contradict each other, with both sides in their own words
///
/// A conflict cannot be: 13 against more than 70. A tension can be only if a soft wording is stretched (dozens against 300) or
/// the toll grew within a week.
#[derive(Debug, Args)]
pub struct Conflicts {
    /// Only counts of this: killed, injured, detained …
    #[arg(long)]
    measure: Option<String>,
    #[command(flatten)]
    filter: FilterArguments,
}

impl Conflicts {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let what = WhatArguments::measure(self.measure.as_deref());
        if asker.format != Format::Table {
            return asker.claims(&CONFLICTS, &self.filter, &what);
        }
        let parameters = asker.parameters(&self.filter, &what)?;
        let rows = asker.archive.read(|connection| CONFLICTS.rows(connection, &parameters))?;
        if rows.rows.is_empty() {
            anstream::eprintln!("no conflicts; {}", advice("conflicts"));
        }
        output::write(|out| conflicts::write(&rows, output::width(), out))
    }
}
