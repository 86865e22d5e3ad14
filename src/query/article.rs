//! Which article a person means: by its number, its address or path, the beginning of its hash, or a part of its title.

use rusqlite::Connection;
use rusqlite::types::Value as Parameter;

use super::{Question, Record};
use crate::{Error, Result};

/// Versions of articles that `:asked` may mean.
pub const ARTICLES_NAMED: Question = Question { name: "article", sql: include_str!("article/named.sql"), shown: &[] };

/// The order by which the version in `:capture_id` was erased.
pub const TAKEN_DOWN: Question = Question { name: "article", sql: include_str!("article/taken_down.sql"), shown: &[] };

/// The last of the readings in `named.sql` that take what is asked for at its word: number, address or path, hash.
const LAST_EXACT: i64 = 3;

/// How many articles an error lists to choose from.
const MOST_CANDIDATES: usize = 12;

/// One version of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The article.
    pub article_id: i64,
    /// The version's capture.
    pub capture_id: i64,
}

/// Finds the version that `asked` means: the one whose hash it begins, otherwise the latest one of the article.
///
/// # Errors
/// [`Error::NotFound`] where nothing fits, [`Error::Ambiguous`] where several articles fit equally well.
pub fn find(connection: &Connection, asked: &str) -> Result<Version> {
    let parameters = vec![(":asked", Parameter::Text(asked.trim().to_owned()))];
    let rows = ARTICLES_NAMED.rows(connection, &parameters)?;
    let readings: Vec<Record<'_>> = rows.records().collect();
    let Some(best) = readings.first() else {
        return Err(Error::NotFound { kind: "article", asked: asked.to_owned(), known: Vec::new() });
    };
    let rivals: Vec<&Record<'_>> =
        readings.iter().filter(|record| record.integer("reading") == best.integer("reading")).collect();
    if rivals.iter().any(|rival| rival.integer("article_id") != best.integer("article_id")) {
        let mut candidates: Vec<String> = rivals.iter().map(|rival| description(rival)).collect();
        candidates.dedup();
        if candidates.len() > MOST_CANDIDATES {
            let left_out = candidates.len() - MOST_CANDIDATES;
            candidates.truncate(MOST_CANDIDATES);
            candidates.push(format!("… and {left_out} more"));
        }
        return Err(Error::Ambiguous { kind: "article", asked: asked.to_owned(), candidates });
    }
    let number = |name| best.integer(name).unwrap_or_default();
    Ok(Version { article_id: number("article_id"), capture_id: number("capture_id") })
}

/// The same for what cannot be undone: a part of a title or path is not enough.
///
/// # Errors
/// Also [`Error::NotFound`] where only such a part fits; what it fits is listed.
pub fn find_exactly(connection: &Connection, asked: &str) -> Result<Version> {
    let version = find(connection, asked)?;
    let rows = ARTICLES_NAMED.rows(connection, &vec![(":asked", Parameter::Text(asked.trim().to_owned()))])?;
    let is_exact =
        rows.records().next().and_then(|best| best.integer("reading")).is_some_and(|reading| reading <= LAST_EXACT);
    if is_exact {
        return Ok(version);
    }
    let known = rows.records().next().map(|best| description(&best)).into_iter().collect();
    Err(Error::NotFound { kind: "article with the hash, number, address or path", asked: asked.to_owned(), known })
}

/// The same, where the text is wanted.
///
/// # Errors
/// Also [`Error::TakenDown`] where it was erased by order.
pub fn find_text(connection: &Connection, asked: &str) -> Result<Version> {
    let version = find(connection, asked)?;
    let rows = TAKEN_DOWN.rows(connection, &vec![(":capture_id", Parameter::Integer(version.capture_id))])?;
    match rows.records().next() {
        None => Ok(version),
        Some(order) => Err(Error::TakenDown {
            article: order.string("article").unwrap_or_default(),
            taken_down_at: order.string("taken_down_at").unwrap_or_default(),
            ordered_by: order.string("ordered_by").unwrap_or_default(),
            reason: order.string("reason").unwrap_or_default(),
        }),
    }
}

fn description(record: &Record<'_>) -> String {
    let hash: String = record.text("sha256").unwrap_or_default().chars().take(12).collect();
    let title = record.text("title").or(record.text("article")).unwrap_or_default();
    let rest: Vec<&str> = [record.text("publisher"), record.text("published_on")].into_iter().flatten().collect();
    format!("{hash}  {title}{}{}", if rest.is_empty() { "" } else { " · " }, rest.join(", "))
}
