//! `dossier query names`.

use clap::Args;

use super::Asker;
use super::filters::ReadingArgument;
use crate::Result;
use crate::query::names::{NAMES, REVIEWED};
use crate::query::question::{number, optional};

/// List places, people and bodies with the spellings in which they were met
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dossier query names\n  dossier query names Harborton")]
pub struct Names {
    /// Only names that are spelled like this somewhere, or have this in them
    spelling: Option<String>,
    /// At most so many lines
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    #[command(flatten)]
    reading: ReadingArgument,
}

impl Names {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let limit = self.limit.map_or(-1, i64::from);
        let ReadingArgument { reading } = self.reading;
        let (question, parameters) = asker.archive.read(|connection| {
            let parameters = vec![(":spelling", optional(self.spelling.as_deref())), (":limit", number(limit))];
            let question = reading.choose(connection, &NAMES, &REVIEWED)?;
            Ok((question, reading.with(connection, parameters, false)?))
        })?;
        asker.ask(question, &parameters)
    }
}
