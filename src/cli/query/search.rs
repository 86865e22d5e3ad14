//! `dossier query search`.

use clap::Args;

use super::Asker;
use super::filters::{FilterArguments, WhatArguments};
use crate::Result;
use crate::query::search::{SEARCH, words};

/// So many articles are listed where no limit is given: the best ones are what a search is for.
const USUAL_LIMIT: u32 = 50;

/// Find articles by their words, the best 50 if no --limit is given
///
/// All words must occur; in scripts without spaces between words any part of a text is a word. "Several words" between quotation marks must stand so, -word must not occur, word* is a beginning:
/// dossier query search 'harbour "night shift" evacuat* -football'
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query search 'harbour \"night shift\" evacuat* -football'\n  dossier query search curfew --from 1997-03 --publisher Lantern\n  dossier query search 火灾"
)]
pub struct Search {
    /// The words to look for
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,
    #[command(flatten)]
    filter: FilterArguments,
}

impl Search {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let parsed = words::asked(&self.words.join(" "))?;
        let filter = self.filter.clone().limited_to(USUAL_LIMIT);
        let mut parameters = asker.parameters(&filter, &WhatArguments::default())?;
        parameters.extend(parsed);
        asker.ask(&SEARCH, &parameters)
    }
}
