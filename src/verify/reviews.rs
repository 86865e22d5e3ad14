//! What people decided: each row is as the log says, column by column, and what it says of the claim by its digest. Only a
//! takedown that is in the log excuses that this was erased.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Code, Finding, Verdict};
use crate::Result;
use crate::error::Doing as _;
use crate::log::entry::{IdentityReviewEntry, ReviewEntry};
use crate::review::{Content, identity};

/// A row, as far as the log tells of it.
struct Row {
    /// What the log has in plain words: column and value.
    plain: Vec<(&'static str, String)>,
    /// The digest of the rest; `None` where the rest is gone.
    digest: Option<String>,
    /// Whether the rest may be gone.
    is_taken_down: bool,
}

/// Compares all of them.
pub fn check(connection: &Connection, verdict: &mut Verdict) -> Result<()> {
    let logged =
        std::mem::take(&mut verdict.logged.reviews).into_iter().map(|entry| (entry.review_id, of_claim(&entry)));
    compare("reviews", logged.collect(), claims(connection, verdict)?, verdict);
    let logged = std::mem::take(&mut verdict.logged.identity_reviews).into_iter();
    let logged = logged.map(|entry| (entry.identity_review_id, of_identity(&entry)));
    compare("identity_reviews", logged.collect(), identities(connection, verdict)?, verdict);
    Ok(())
}

fn compare(table: &str, logged: BTreeMap<i64, Row>, mut found: BTreeMap<i64, Row>, verdict: &mut Verdict) {
    let object = |number: i64, column: &str| format!("{table}{column}: review {number}");
    for (number, wanted) in logged {
        let Some(row) = found.remove(&number) else {
            let told: Vec<String> = wanted.plain.iter().map(|(column, value)| format!("{column} {value}")).collect();
            let expected = Some(super::finding::shortened(&told.join(", ")));
            verdict.findings.add(Finding {
                code: Code::ReviewMissing,
                object: object(number, ""),
                expected,
                actual: None,
            });
            continue;
        };
        for ((column, expected), (_, actual)) in wanted.plain.iter().zip(&row.plain).filter(|(one, other)| one != other)
        {
            verdict.findings.add(Finding {
                code: Code::ReviewAltered,
                object: object(number, &format!(".{column}")),
                expected: Some(expected.clone()),
                actual: Some(actual.clone()),
            });
        }
        let is_erased = row.digest.is_none() && row.is_taken_down;
        if !is_erased && row.digest != wanted.digest {
            verdict.findings.add(Finding {
                code: Code::ReviewAltered,
                object: object(number, ", what it says of the claim, or its note"),
                expected: wanted.digest.map(|digest| format!("digest {digest}")),
                actual: Some(row.digest.map_or_else(|| "nothing".to_owned(), |digest| format!("digest {digest}"))),
            });
        }
    }
    // What the log does not tell may have stood in entries that are gone or unreadable, which are findings themselves.
    if found.len() > verdict.logged.unreadable {
        for (number, row) in found {
            let actual = row.plain.into_iter().map(|(column, value)| format!("{column} {value}")).collect::<Vec<_>>();
            verdict.findings.add(Finding {
                code: Code::ReviewUnlogged,
                object: object(number, ""),
                expected: None,
                actual: Some(super::finding::shortened(&actual.join(", "))),
            });
        }
    }
}

fn of_claim(entry: &ReviewEntry) -> Row {
    let ReviewEntry { review_id: _, claim_key, sha256, decision, content_sha256, reviewer, reviewed_at, tool } = entry;
    let plain = [
        ("decision", decision),
        ("reviewer", reviewer),
        ("reviewed_at", reviewed_at),
        ("claim_key", claim_key),
        ("sha256", sha256),
        ("tool", tool),
    ];
    row(&plain, Some(content_sha256.clone()))
}

fn of_identity(entry: &IdentityReviewEntry) -> Row {
    let IdentityReviewEntry { identity_review_id: _, decision, of, content_sha256, reviewer, reviewed_at, tool } =
        entry;
    let plain =
        [("decision", decision), ("reviewer", reviewer), ("reviewed_at", reviewed_at), ("kind", of), ("tool", tool)];
    row(&plain, Some(content_sha256.clone()))
}

fn row(plain: &[(&'static str, &String)], digest: Option<String>) -> Row {
    let plain = plain.iter().map(|(column, value)| (*column, (*value).clone())).collect();
    Row { plain, digest, is_taken_down: false }
}

fn claims(connection: &Connection, verdict: &Verdict) -> Result<BTreeMap<i64, Row>> {
    let mut statement = connection.prepare("SELECT * FROM reviews ORDER BY review_id").doing("read reviews")?;
    let mut rows = statement.query([]).doing("read reviews")?;
    let mut found = BTreeMap::new();
    while let Some(stored) = rows.next().doing("read reviews")? {
        let text = |column: &str| stored.get::<_, String>(column).doing("read reviews");
        let content = Content::read(stored).doing("read reviews")?;
        let entry = ReviewEntry {
            review_id: stored.get("review_id").doing("read reviews")?,
            claim_key: text("claim_key")?,
            sha256: text("sha256")?,
            decision: text("decision")?,
            content_sha256: content.digest().to_hex(),
            reviewer: text("reviewer")?,
            reviewed_at: text("reviewed_at")?,
            tool: text("tool")?,
        };
        let mut row = of_claim(&entry);
        row.is_taken_down = verdict.logged.takedowns.contains_key(&entry.sha256);
        if content.is_empty() && row.is_taken_down {
            row.digest = None;
        }
        found.insert(entry.review_id, row);
    }
    Ok(found)
}

fn identities(connection: &Connection, verdict: &Verdict) -> Result<BTreeMap<i64, Row>> {
    let stored = identity::all(connection)?;
    let row = |stored: identity::Stored| {
        let mut row = of_identity(&stored.entry);
        row.is_taken_down = !verdict.logged.takedowns.is_empty();
        if stored.is_erased && row.is_taken_down {
            row.digest = None;
        }
        (stored.entry.identity_review_id, row)
    };
    Ok(stored.into_iter().map(row).collect())
}
