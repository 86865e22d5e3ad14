//! Decisions about one claim.

use clap::Args;

use crate::archive::Archive;
use crate::cli::output;
use crate::review::{self, Assignment, By, Decision, Missed, Proposed, Reviewed, proposed};
use crate::{Error, Result};

/// Say that a claim is as the text says
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review accept 4be21c --by 'Anna Kovac'\n  dossier review accept 4be21c --as Boris --by 'Anna Kovac'"
)]
pub struct Accept {
    /// Its key, or the beginning of it
    claim: String,
    /// As this reviewer left it: to side with one where they disagree
    #[arg(long = "as", value_name = "NAME")]
    like: Option<String>,
}

/// Say that the text does not say so
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  dossier review reject 90f1aa --by 'Anna Kovac' --note 'a film title, not an event'"
)]
pub struct Reject {
    /// Its key, or the beginning of it
    claim: String,
}

/// Say what the text says instead
///
/// Values are given as NAME=VALUE; nothing behind the sign says that the text gives none. `figure` sets low, high and qualifier (14,
/// ≥14, >70, ~300, 15-20), `date` both ends (2011-12-16, 2011-12, 2011-12-16/2011-12-17, 2011-05/..). The others are measure, event,
/// low, high, qualifier, unit, `counted_group`, actor, target, relation, `date_from`, `date_to`, place, `place_name`, source,
/// `source_type`, via, cue, polarity, modality and direct.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review correct 7c00d2 figure='≥14' source='the mayor' --by 'Anna Kovac' --note 'at least 14, says the mayor'\n  dossier review correct 7c00d2 via= --by 'Anna Kovac' --note 'its own reporter'"
)]
pub struct Correct {
    /// Its key, or the beginning of it
    claim: String,
    /// What the text says: figure=14, source='the mayor', via=
    #[arg(required = true, value_name = "NAME=VALUE")]
    values: Vec<Assignment>,
    /// Begin with the claim as this reviewer left it
    #[arg(long = "as", value_name = "NAME")]
    like: Option<String>,
}

/// Add a claim that was missed
///
/// Its quote must stand verbatim in the text. What is claimed is given as for `review correct`: measure= and figure= for a count,
/// event= for an event, source= for a statement. What another tool proposed (`dossier claims import`) is added in one step with
/// --accept-proposal; values that are given take the place of the tool's.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review add report.txt --quote '13 dock workers' measure=killed figure=13 --by 'Anna Kovac'\n  dossier review add report.txt --quote 'set fire to the hall' event=arson --by Anna\n  dossier review add --accept-proposal 3.2 --by 'Anna Kovac'"
)]
pub struct Add {
    /// The article: its hash or the beginning of it, its number, its address, its path, or a part of its title
    #[arg(required_unless_present = "accept_proposal")]
    article: Option<String>,
    /// The words that carry the claim, verbatim
    #[arg(long, value_name = "WORDS", required_unless_present = "accept_proposal")]
    quote: Option<String>,
    /// How many characters of the text stand before the quote, where it occurs more than once
    #[arg(long, value_name = "NUMBER", conflicts_with = "accept_proposal")]
    at: Option<usize>,
    /// This proposal of another tool, as `dossier review list --proposed` numbers it
    #[arg(long, value_name = "SET.NUMBER", conflicts_with = "quote")]
    accept_proposal: Option<Proposed>,
    /// What the text says: measure=killed, figure=13, place=Aktau …
    #[arg(required_unless_present = "accept_proposal", value_name = "NAME=VALUE")]
    values: Vec<Assignment>,
}

/// Take back what you decided about a claim
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  dossier review withdraw 7c00d2 --by 'Anna Kovac'")]
pub struct Withdraw {
    /// Its key, or the beginning of it
    claim: String,
}

impl Accept {
    pub(super) fn run(&self, archive: &mut Archive, by: &By) -> Result<()> {
        tell(&review::decide(archive, &self.claim, Decision::Accept, &[], self.like.as_deref(), by)?)
    }
}

impl Reject {
    pub(super) fn run(&self, archive: &mut Archive, by: &By) -> Result<()> {
        tell(&review::decide(archive, &self.claim, Decision::Reject, &[], None, by)?)
    }
}

impl Correct {
    pub(super) fn run(&self, archive: &mut Archive, by: &By) -> Result<()> {
        tell(&review::decide(archive, &self.claim, Decision::Correct, &self.values, self.like.as_deref(), by)?)
    }
}

impl Add {
    pub(super) fn run(self, archive: &mut Archive, by: &By) -> Result<()> {
        if let Some(proposal) = self.accept_proposal {
            // Without an article the first value stands in its place.
            let first = self.article.iter().map(|value| value.parse().map_err(|what| Error::Usage { what }));
            let values = first.chain(self.values.into_iter().map(Ok)).collect::<Result<_>>()?;
            return tell(&proposed::accept(archive, proposal, values, by)?);
        }
        let (article, quote) = (self.article.unwrap_or_default(), self.quote.unwrap_or_default());
        tell(&review::add(archive, &Missed { article, quote, at: self.at, values: self.values }, by)?)
    }
}

impl Withdraw {
    pub(super) fn run(&self, archive: &mut Archive, by: &By) -> Result<()> {
        tell(&review::decide(archive, &self.claim, Decision::Withdraw, &[], None, by)?)
    }
}

/// "corrected  7c00d2a1b3f4  killed ≥14 · the mayor · “14 dock workers”".
fn tell(reviewed: &Reviewed) -> Result<()> {
    let key = reviewed.claim_key.get(..12).unwrap_or_default();
    output::write(|out| {
        writeln!(out, "{:<10} {key}  {}", reviewed.decision.past(), reviewed.content.line()).map_err(Error::Write)
    })
}
