//! What exports are made of. Where `:every_version` is 1, earlier versions of articles speak too; where it is 0, only the
//! latest. The order of the rows is part of what is promised: two exports of one archive are alike to the byte.

use rusqlite::Connection;

use super::question::{Parameters, number};
use super::{Question, Sink, Value};
use crate::hash::Hash;
use crate::log::merkle::Tree;
use crate::{Error, Result};

/// Every version of every article.
pub const ARTICLES: Question = Question { name: "export", sql: include_str!("export/articles.sql"), shown: &[] };
/// Their texts.
pub const TEXTS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/texts.sql")),
    shown: &[],
};
/// The claims.
pub const CLAIMS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/claims.sql")),
    shown: &[],
};
/// The claims, each with its article.
pub const CLAIM_LINES: Question = Question {
    name: "export",
    sql: concat!(
        include_str!("export/chosen.sql"),
        include_str!("export/decided.sql"),
        include_str!("export/found.sql"),
        include_str!("export/claim_lines.sql")
    ),
    shown: &[],
};
/// The same of those that people added.
pub const ADDED_LINES: Question = Question {
    name: "export",
    sql: concat!(
        include_str!("export/chosen.sql"),
        include_str!("export/decided.sql"),
        include_str!("export/added.sql"),
        include_str!("export/claim_lines.sql")
    ),
    shown: &[],
};
/// What people decided about claims.
pub const REVIEWS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/reviews.sql")),
    shown: &[],
};
/// What people decided about names and incidents.
pub const IDENTITY_REVIEWS: Question =
    Question { name: "export", sql: include_str!("export/identity_reviews.sql"), shown: &[] };
/// What tools from elsewhere proposed.
pub const PROPOSALS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/proposals.sql")),
    shown: &[],
};
/// The incidents.
pub const INCIDENTS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/incidents.sql")),
    shown: &[],
};
/// Which claim is about which incident.
pub const INCIDENT_CLAIMS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/incident_claims.sql")),
    shown: &[],
};
/// Figures that contradict each other.
pub const CONFLICTS: Question = Question { name: "export", sql: include_str!("export/conflicts.sql"), shown: &[] };
/// The spellings of names.
pub const NAMES: Question = Question { name: "export", sql: include_str!("export/names.sql"), shown: &[] };
/// Where each spelling stands.
pub const MENTIONS: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/mentions.sql")),
    shown: &[],
};
/// Which version is a copy of which.
pub const COPIES: Question = Question { name: "export", sql: include_str!("export/copies.sql"), shown: &[] };

/// The articles with their texts.
pub const ARTICLES_WITH_TEXT: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/articles_with_text.sql")),
    shown: &[],
};
/// The claims with their incidents and speakers.
pub const CLAIMS_IN_CONTEXT: Question = Question {
    name: "export",
    sql: concat!(
        include_str!("export/chosen.sql"),
        include_str!("export/decided.sql"),
        include_str!("export/found.sql"),
        include_str!("export/claims_in_context.sql")
    ),
    shown: &[],
};
/// The same of those that people added.
pub const ADDED_IN_CONTEXT: Question = Question {
    name: "export",
    sql: concat!(
        include_str!("export/chosen.sql"),
        include_str!("export/decided.sql"),
        include_str!("export/added.sql"),
        include_str!("export/claims_in_context.sql")
    ),
    shown: &[],
};
/// The incidents, once for each article.
pub const INCIDENTS_BY_ARTICLE: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/incidents_by_article.sql")),
    shown: &[],
};
/// The spellings of people and bodies, once for each article.
pub const NAMES_BY_ARTICLE: Question = Question {
    name: "export",
    sql: concat!(include_str!("export/chosen.sql"), include_str!("export/names_by_article.sql")),
    shown: &[],
};
/// The recorded hashes of the log.
pub const LEAF_HASHES: Question = Question { name: "export", sql: include_str!("export/leaf_hashes.sql"), shown: &[] };

/// The parameters of all of these.
pub fn parameters(every_version: bool) -> Parameters {
    vec![(":every_version", number(i64::from(every_version)))]
}

/// The state of an archive in two values that its checkpoints sign too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogHead {
    /// How many entries the log has.
    pub size: u64,
    /// The root over their recorded hashes. Whether these are right is for `verify` to tell.
    pub root: Hash,
}

/// The state of the log.
///
/// # Errors
/// [`Error::LogDamaged`] where a recorded hash is none.
pub fn log_head(connection: &Connection) -> Result<LogHead> {
    let mut leaves = Leaves::default();
    LEAF_HASHES.ask(connection, &Parameters::new(), &mut leaves)?;
    Ok(LogHead { size: leaves.0.size(), root: leaves.0.root() })
}

/// The tree over the hashes, so that only its edge is in memory.
#[derive(Default)]
struct Leaves(Tree);

impl Sink for Leaves {
    fn columns(&mut self, _: Vec<String>) -> Result<()> {
        Ok(())
    }

    fn row(&mut self, values: Vec<Value>) -> Result<()> {
        let leaf = match values.as_slice() {
            [Value::Text(leaf)] => Hash::from_hex(leaf),
            _ => None,
        };
        self.0.push(leaf.ok_or(Error::LogDamaged { entry: self.0.size() as i64 })?);
        Ok(())
    }
}
