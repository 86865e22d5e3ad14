//! `dossier query copies`.

use clap::Args;

use super::Asker;
use crate::Result;
use crate::query::article;
use crate::query::copies::COPIES;
use crate::query::question::{number, optional};

/// List articles that are copies of one another, family by family, from the text where each begins
///
/// `same_bytes`: the same file found elsewhere. `same_text`: the same words in other bytes. `near_duplicate`: shortened, retitled,
/// edited, or held whole by a longer page. The percentage is how much of the shorter text, in runs of four words outside
/// quotation marks, stands in the other too; from 30 on a text is a copy of the first that has so much of it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query copies\n  dossier query copies \"Dockers return to work\"\n  dossier query copies --publisher Lantern --format json"
)]
pub struct Copies {
    /// Only the family of this article: its hash or the beginning of it, its number, its address, its path, or a part of its title
    article: Option<String>,
    /// Only families in which a publisher with this in its name has a part
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// At most so many lines
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
}

impl Copies {
    pub(super) fn run(&self, asker: &Asker<'_>) -> Result<()> {
        let find = |asked: &String| asker.archive.read(|connection| article::find(connection, asked));
        let version = self.article.as_ref().map(find).transpose()?;
        asker.ask(
            &COPIES,
            &vec![
                (":capture_id", version.map_or_else(|| optional(None), |version| number(version.capture_id))),
                (":publisher", optional(self.publisher.as_deref())),
                (":limit", number(self.limit.map_or(-1, i64::from))),
            ],
        )
    }
}
