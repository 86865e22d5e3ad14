//! Where a page's links lead: to other pages while the archive is served, to places of the same file in a report.

use super::address::link;
use crate::query::Record;

/// So many digits of a hash name an article on a page, and a claim.
const DIGITS: usize = 16;

/// The medium in which a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Pages of the server.
    Served,
    /// One file that stands alone; which of its incidents, counted from 1. A claim may be in several.
    Report(usize),
}

impl Links {
    /// The version of an article with this hash.
    pub fn article(self, sha256: &str) -> String {
        match self {
            Self::Served => link(&["article", sha256], &[]),
            Self::Report(_) => format!("#{}", self.article_id(sha256)),
        }
    }

    /// A claim: among those of its article, or in the report's own table.
    pub fn claim(self, sha256: &str, claim_key: &str) -> String {
        match self {
            Self::Served => format!("{}#{}", self.article(sha256), claim_id(claim_key)),
            Self::Report(_) => format!("#{}", self.claim_id(claim_key)),
        }
    }

    /// The id of an article in a table of articles.
    pub fn article_id(self, sha256: &str) -> String {
        format!("article-{}{}", digits(sha256), self.ending())
    }

    /// The id of a claim in a table of claims.
    pub fn claim_id(self, claim_key: &str) -> String {
        format!("{}{}", claim_id(claim_key), self.ending())
    }

    /// Whether it is one file that stands alone.
    pub fn is_report(self) -> bool {
        self != Self::Served
    }

    /// What tells the ids of one incident from those of another.
    fn ending(self) -> String {
        match self {
            Self::Served | Self::Report(0 | 1) => String::new(),
            Self::Report(place) => format!("-{place}"),
        }
    }

    /// The claim that a row is about; `None` where the row does not tell.
    pub fn claim_of(self, record: &Record<'_>) -> Option<String> {
        Some(self.claim(record.text("sha256")?, record.text("claim_key")?))
    }
}

/// The id that a claim has on a page: stable over rebuilds, as its key is.
pub fn claim_id(claim_key: &str) -> String {
    format!("claim-{}", digits(claim_key))
}

/// The first digits of a hash.
pub fn digits(hash: &str) -> &str {
    hash.get(..DIGITS).unwrap_or(hash)
}

/// An incident.
pub fn incident(name: &str) -> String {
    link(&["incident", name], &[])
}

/// A name.
pub fn name(kind: &str, name: &str) -> String {
    link(&["name", kind, name], &[])
}

/// A source.
pub fn source(source: &str) -> String {
    link(&["source"], &[("name", source)])
}

/// The articles of a publisher.
pub fn publisher(publisher: &str) -> String {
    link(&["articles"], &[("publisher", publisher)])
}
