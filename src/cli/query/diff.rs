//! `dossier query diff`.

use clap::Args;

use super::Asker;
use crate::Result;
use crate::cli::output;
use crate::query::diff;
use crate::render::{self, Format};

/// Show what differs between two versions, or two articles: sentences and claims
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dossier query diff 67fa32 9b01c4")]
pub struct Diff {
    /// The earlier one: its hash as `query history` lists it, its number, its address, or a part of its title
    before: String,
    /// The later one, likewise
    after: String,
}

impl Diff {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let rows = asker.archive.read(|connection| diff::diff(connection, &self.before, &self.after))?;
        if rows.rows.is_empty() {
            anstream::eprintln!("no difference in sentences or claims");
        }
        match asker.format {
            Format::Table => output::write(|out| render::diff::write(&rows, out)),
            _ => asker.write(&[], |sink| rows.pour(sink)).map(|_| ()),
        }
    }
}
