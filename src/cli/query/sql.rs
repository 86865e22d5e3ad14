//! `dossier query sql`.

use std::time::Duration;

use clap::Args;

use super::write_rows;
use crate::Result;
use crate::archive::Archive;
use crate::query::sql;
use crate::render::Format;

/// Run a SELECT of your own
///
/// The tables and views are listed in `archive_contents`. Nothing but one SELECT is allowed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query sql 'select name, description from archive_contents'\n  dossier query sql \"select publisher, figure, quote from claims_with_sources where measure = 'injured'\""
)]
pub struct Sql {
    /// The SELECT
    #[arg(value_name = "SELECT", allow_hyphen_values = true)]
    select: String,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    timeout: u64,
}

impl Sql {
    pub(super) fn run(&self, archive: &mut Archive, format: Format) -> Result<()> {
        let limit = Duration::from_secs(self.timeout);
        let rows = write_rows(format, &[], |sink| {
            archive.read_limited(|connection| sql::ask(connection, &self.select, limit, sink))
        })?;
        if rows == 0 {
            anstream::eprintln!("no rows; `dossier query sql \"SELECT * FROM archive_contents\"` lists what there is");
        }
        Ok(())
    }
}
