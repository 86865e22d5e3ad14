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
pub mod copies;
pub mod diff;
pub mod export;
pub mod filter;
pub mod history;
pub mod incident;
pub mod integrity;
pub mod names;
pub mod overview;
pub mod question;
pub mod quotes;
pub mod reading;
pub mod review;
pub mod rows;
pub mod search;
pub mod show;
pub mod sources;
pub mod sql;
pub mod stats;
pub mod timeline;
pub mod version;

pub use filter::Filter;
pub use question::Question;
pub use reading::Reading;
pub use rows::{Record, Rows, Sink, Value};

/// All questions, for the test that prepares each against a fresh archive.
pub const QUESTIONS: &[&Question] = &[
    &article::ARTICLES_NAMED,
    &article::TAKEN_DOWN,
    &articles::ARTICLES,
    &articles::PAGE,
    &change::CLAIMS,
    &change::KNOWN,
    &change::SENTENCES,
    &checkpoints::CHECKPOINTS,
    &claims::CLAIMS,
    &claims::REVIEWED,
    &claims::UNDATED,
    &compare::COMPARE,
    &compare::REVIEWED,
    &conflicts::DECIDED_INCIDENTS,
    &conflicts::CONFLICTS,
    &conflicts::INCIDENTS,
    &copies::COPIES,
    &export::ADDED_IN_CONTEXT,
    &export::ADDED_LINES,
    &export::ARTICLES,
    &export::ARTICLES_WITH_TEXT,
    &export::CLAIMS,
    &export::CLAIMS_IN_CONTEXT,
    &export::CLAIM_LINES,
    &export::CONFLICTS,
    &export::COPIES,
    &export::IDENTITY_REVIEWS,
    &export::INCIDENTS,
    &export::INCIDENTS_BY_ARTICLE,
    &export::INCIDENT_CLAIMS,
    &export::LEAF_HASHES,
    &export::MENTIONS,
    &export::NAMES,
    &export::NAMES_BY_ARTICLE,
    &export::PROPOSALS,
    &export::REVIEWS,
    &export::TEXTS,
    &history::HISTORY,
    &incident::ACCOUNTS,
    &incident::ACCOUNTS_REVIEWED,
    &incident::ARTICLES,
    &incident::CLAIMS,
    &incident::CLAIMS_REVIEWED,
    &incident::HEAD,
    &integrity::CHECKS,
    &integrity::COVERAGE,
    &integrity::FINDINGS,
    &integrity::READINGS,
    &integrity::TAKEDOWNS,
    &names::MET,
    &names::NAMES,
    &names::PAGE,
    &names::REVIEWED,
    &names::REVIEWED_MET,
    &names::REVIEWED_PAGE,
    &names::REVIEWED_SPELLINGS,
    &names::SPELLINGS,
    &names::WHOLE,
    &overview::GREETING,
    &overview::INCIDENTS,
    &overview::NAMES,
    &overview::PUBLISHERS,
    &overview::STATE,
    &quotes::QUOTES,
    &quotes::REVIEWED,
    &review::CLAIM,
    &review::HISTORY,
    &review::PROPOSED,
    &review::REJECTED,
    &review::TO_REVIEW,
    &review::WORDS,
    &search::FACETS,
    &search::PAGE,
    &search::SEARCH,
    &show::DOCUMENT,
    &show::CLAIMS_OF_VERSION,
    &show::CLAIMS_AS_REVIEWED,
    &sources::CLAIMS,
    &sources::OUTLETS,
    &sources::PAGE,
    &sources::REVIEWED,
    &sources::SOURCES,
    &stats::STATS,
    &timeline::DAYS,
    &timeline::DAYS_BEFORE,
    &timeline::OF_INCIDENT,
    &timeline::REVIEWED,
    &timeline::REVIEWED_OF_INCIDENT,
    &timeline::REVIEWED_WINDOW,
    &timeline::TIMELINE,
    &timeline::WINDOW,
    &timeline::YEARS,
    &version::BY_HASH,
    &version::BYTES,
];
