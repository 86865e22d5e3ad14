//! `dossier query conflicts`.

use clap::Args;

use super::Asker;
use super::filters::{FilterArguments, ReadingArgument, WhatArguments};
use crate::Result;
use crate::cli::output;
use crate::query::conflicts::{CONFLICTS, ask};
use crate::query::{Rows, Sink};
use crate::render::{Format, conflicts};

/// So many pairs are enough for a screen; the other formats have all.
const USUAL_LIMIT: u32 = 100;

/// List the counts that contradict each other, with both sides in their own words
///
/// A conflict cannot be: 13 against more than 70. A tension can be only if a soft wording is stretched (dozens against 300) or
/// the toll grew within a week. Where two copies of one text differ, it was edited: no accounts part there.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dossier query conflicts\n  dossier query conflicts --measure killed --format csv")]
pub struct Conflicts {
    /// Only counts of this: killed, injured, detained …
    #[arg(long)]
    measure: Option<String>,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    reading: ReadingArgument,
}

impl Conflicts {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let what = WhatArguments::measure(self.measure.as_deref());
        let ReadingArgument { reading } = self.reading;
        if asker.format != Format::Table {
            let filter = self.filter.filter(&what);
            let ask = |sink: &mut dyn Sink| asker.archive.read(|connection| ask(connection, &filter, reading, sink));
            return asker.write(CONFLICTS.shown, ask).map(|_| ());
        }
        let filter = self.filter.clone().limited_to(USUAL_LIMIT).filter(&what);
        let mut rows = Rows::default();
        asker.archive.read(|connection| ask(connection, &filter, reading, &mut rows))?;
        if rows.rows.is_empty() {
            anstream::eprintln!("no conflicts; {}", asker.advice("conflicts")?);
        }
        output::write(|out| conflicts::write(&rows, output::width(), out))?;
        if rows.rows.len() == USUAL_LIMIT as usize {
            anstream::eprintln!("the first {USUAL_LIMIT}; --limit gives more, --incident and --measure narrow it down");
        }
        Ok(())
    }
}
