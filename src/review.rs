//! Reviews: what people decide about claims. A review changes no claim: it is a row of its own beside it, with the claim as
//! the person left it, who that was, when and why, and an entry of the log that holds a digest of it. Rows are only ever
//! added; who changes his mind adds another, and the last one of each person stands.
//!
//! A claim is known by its key, which rebuilds leave as it is, so that a review outlives them; each review also keeps what
//! the program had read, so that it shows when a newer program reads something else. The log holds no word of an article
//! or of a note: what is erased by order can be erased from the rows, and the log still proves that there was a review.

pub mod assignment;
pub mod content;
pub mod figure;
mod find;
pub mod identity;
pub mod proposed;
mod quote;
mod store;

use rusqlite::Connection;

use crate::archive::Archive;
use crate::{Error, Result};
pub use assignment::Assignment;
pub use content::{Cell, Content};
pub use find::{Found, claim};
pub use proposed::Proposed;

/// What a person decides about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It is as the text says.
    Accept,
    /// The text does not say so.
    Reject,
    /// The text says so with other values.
    Correct,
    /// The text says so, and the program had missed it.
    Add,
    /// What this person decided before is taken back.
    Withdraw,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Accept, Self::Reject, Self::Correct, Self::Add, Self::Withdraw];

    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Correct => "correct",
            Self::Add => "add",
            Self::Withdraw => "withdraw",
        }
    }

    /// What is said of the claim afterwards.
    pub fn past(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Reject => "rejected",
            Self::Correct => "corrected",
            Self::Add => "added",
            Self::Withdraw => "withdrawn",
        }
    }
}

/// Who decides, when and why.
#[derive(Clone, Debug, Default)]
pub struct By {
    /// The reviewer's name.
    pub reviewer: String,
    /// Why; needed to reject and to correct.
    pub note: Option<String>,
    /// Now, UTC.
    pub now: String,
}

impl By {
    /// The reviewer's name without white space around it.
    ///
    /// # Errors
    /// [`Error::Usage`] where there is none, or it holds a line break.
    pub fn name(&self) -> Result<&str> {
        let name = self.reviewer.trim();
        if name.is_empty() || name.chars().any(char::is_control) {
            let what = "a review is signed: give your name with --by NAME or DOSSIER_REVIEWER";
            return Err(Error::Usage { what: what.to_owned() });
        }
        Ok(name)
    }

    /// Why, where something is said.
    fn why(&self) -> Option<String> {
        self.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned)
    }

    /// Why.
    ///
    /// # Errors
    /// [`Error::Usage`] where nothing is said.
    fn why_needed(&self, decision: &str) -> Result<String> {
        let missing = || Error::Usage { what: format!("to {decision} needs a reason: say why with --note") };
        self.why().ok_or_else(missing)
    }
}

/// What was stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// The number of the review.
    pub review_id: i64,
    /// The claim.
    pub claim_key: String,
    /// SHA-256 of the bytes that it stands in.
    pub sha256: String,
    /// What was decided.
    pub decision: Decision,
    /// The claim as it was left.
    pub content: Content,
}

/// Records a decision about a claim that is there: `asked` is its key or the beginning of it. `corrections` are for
/// [`Decision::Correct`] alone. Where `like` names another reviewer, the claim is taken as that one left it.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Ambiguous`] for the claim; [`Error::Usage`] for a name, reason or value that is missing
/// or makes no sense.
pub fn decide(
    archive: &mut Archive,
    asked: &str,
    decision: Decision,
    corrections: &[Assignment],
    like: Option<&str>,
    by: &By,
) -> Result<Reviewed> {
    let reviewer = by.name()?.to_owned();
    archive.write(|transaction| {
        let found = claim(transaction, asked)?;
        let note = match decision {
            Decision::Reject | Decision::Correct => Some(by.why_needed(decision.name())?),
            _ => by.why(),
        };
        let mut content = match decision {
            Decision::Withdraw => withdrawn(transaction, &found, &reviewer)?,
            _ => find::standing(transaction, &found, like)?,
        };
        if decision == Decision::Correct {
            let before = content.clone();
            assignment::apply(transaction, &mut content, corrections)?;
            if content == before {
                let what = "nothing is corrected: say what, such as low=14 or source='the mayor'".to_owned();
                return Err(Error::Usage { what });
            }
        }
        content.set("seen", found.seen.clone());
        content.set("note", note);
        store::put(transaction, &store::Row { found: &found, decision, content, reviewer: &reviewer, now: &by.now })
    })
}

/// Only what was decided can be taken back.
fn withdrawn(connection: &Connection, found: &Found, reviewer: &str) -> Result<Content> {
    if find::is_decided_by(connection, &found.claim_key, reviewer)? {
        return Ok(Content::default());
    }
    Err(Error::Usage { what: format!("{reviewer} has decided nothing about this claim that could be taken back") })
}

/// What is to be added.
#[derive(Clone, Debug, Default)]
pub struct Missed {
    /// The article, as `query show` takes one.
    pub article: String,
    /// The words that carry the claim, verbatim.
    pub quote: String,
    /// How many characters of the text stand before it; needed where the words occur more than once.
    pub at: Option<usize>,
    /// What it says: `measure=killed`, `low=13` …
    pub values: Vec<Assignment>,
}

/// Records a claim that the program missed.
///
/// # Errors
/// As [`decide`], and [`Error::Usage`] where the quote does not stand in the text, stands there more than once, or the
/// program has this claim already.
pub fn add(archive: &mut Archive, missed: &Missed, by: &By) -> Result<Reviewed> {
    let reviewer = by.name()?.to_owned();
    archive.write(|transaction| {
        let mut content = Content::default();
        let place = quote::place(transaction, missed)?;
        content.set("quote", Some(missed.quote.clone()));
        content.set("start_offset", place.start);
        content.set("end_offset", place.end);
        assignment::apply(transaction, &mut content, &missed.values)?;
        let found = quote::new_claim(transaction, &place, &content)?;
        content.set("note", by.why());
        let row = store::Row { found: &found, decision: Decision::Add, content, reviewer: &reviewer, now: &by.now };
        store::put(transaction, &row)
    })
}
