//! Questions to the archive. Each is one `.sql` file beside the Rust that asks it; all read the views that people see too.
//!
//! A [`Question`] is static SQL with named parameters; what a person types reaches SQLite only as their values. Answers go
//! row by row into a [`Sink`], so that a long one need not fit into memory.

pub mod article;
pub mod articles;
pub mod change;
pub mod checkpoints;
pub mod claims;
pub mod compare;
pub mod conflicts;
pub mod diff;
pub mod filter;
pub mod history;
pub mod names;
pub mod question;
pub mod quotes;
pub mod rows;
pub mod search;
pub mod show;
pub mod sources;
pub mod sql;
pub mod stats;
pub mod timeline;

pub use filter::Filter;
pub use question::Question;
pub use rows::{Record, Rows, Sink, Value};

/// All questions, for the test that prepares each against a fresh archive.
pub const QUESTIONS: &[&Question] = &[
    &article::ARTICLES_NAMED,
    &article::TAKEN_DOWN,
    &articles::ARTICLES,
    &change::CLAIMS,
    &change::KNOWN,
    &change::SENTENCES,
    &checkpoints::CHECKPOINTS,
    &claims::CLAIMS,
    &compare::COMPARE,
    &conflicts::CONFLICTS,
    &conflicts::INCIDENTS,
    &history::HISTORY,
    &names::NAMES,
    &quotes::QUOTES,
    &search::SEARCH,
    &show::DOCUMENT,
    &show::CLAIMS_OF_VERSION,
    &sources::SOURCES,
    &stats::STATS,
    &timeline::TIMELINE,
];
