//! `dossier query show` and `dossier query history`: one article.

use clap::Args;

use super::Asker;
use super::filters::ReadingArgument;
use crate::Result;
use crate::cli::output;
use crate::query::{article, history, show};
use crate::render::{Format, article as page};

/// Show one article as it was found, with what it claims
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query show 67fa32\n  dossier query show reports/monday.txt --format markdown"
)]
pub struct Show {
    /// Its hash or the beginning of it, its number, its address, its path, or a part of its title
    article: String,
    #[command(flatten)]
    reading: ReadingArgument,
}

/// List what became of one article: its versions, what changed, when its origin was read again, what was taken down
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dossier query history 67fa32")]
pub struct History {
    /// Its hash or the beginning of it, its number, its address, its path, or a part of its title
    article: String,
}

impl Show {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let found = asker.archive.read(|connection| show::show(connection, &self.article, self.reading.reading))?;
        match asker.format {
            Format::Table => output::write(|out| page::write(&found, output::width(), out)),
            Format::Markdown | Format::Csv => {
                let shown = found.shown;
                asker.write(shown, |sink| found.claims.pour(sink)).map(|_| ())
            }
            Format::Json | Format::JsonLines => asker.write(&[], |sink| found.into_one_row().pour(sink)).map(|_| ()),
        }
    }
}

impl History {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let rows = asker.archive.read(|connection| {
            let version = article::find(connection, &self.article)?;
            history::history(connection, version.article_id)
        })?;
        asker.write(history::HISTORY.shown, |sink| rows.pour(sink)).map(|_| ())
    }
}
