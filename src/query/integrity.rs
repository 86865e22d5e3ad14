//! What is on record about the archive's soundness: checks, findings, coverage, erasures, and origins read again.

use rusqlite::Connection;

use super::question::number;
use super::{Question, Rows, checkpoints};
use crate::Result;

/// A page of the checks.
pub const CHECKS: Question = Question { name: "integrity", sql: include_str!("integrity/checks.sql"), shown: &[] };
/// The findings of the check `:check_id`.
pub const FINDINGS: Question = Question { name: "integrity", sql: include_str!("integrity/findings.sql"), shown: &[] };
/// One row: how far checks have come.
pub const COVERAGE: Question = Question { name: "integrity", sql: include_str!("integrity/coverage.sql"), shown: &[] };
/// What was erased by order.
pub const TAKEDOWNS: Question =
    Question { name: "integrity", sql: include_str!("integrity/takedowns.sql"), shown: &[] };
/// What came of the last run that read the origins again.
pub const READINGS: Question = Question { name: "integrity", sql: include_str!("integrity/readings.sql"), shown: &[] };

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Integrity {
    /// The last checks, the latest first.
    pub checks: Rows,
    /// What the latest one found.
    pub findings: Rows,
    /// One row: `captures`, `hashed`, `derived`.
    pub coverage: Rows,
    /// As `query checkpoints` tells them.
    pub checkpoints: Rows,
    /// What was erased by order.
    pub takedowns: Rows,
    /// What came of reading the origins again.
    pub readings: Rows,
}

/// What is on record, with a page of the checks.
pub fn integrity(connection: &Connection, limit: i64, offset: i64) -> Result<Integrity> {
    let none = Vec::new();
    let checks = CHECKS.rows(connection, &vec![(":limit", number(limit)), (":offset", number(offset))])?;
    let latest = checks.records().next().and_then(|record| record.integer("check_id"));
    let findings = FINDINGS.rows(connection, &vec![(":check_id", number(latest.unwrap_or_default()))])?;
    Ok(Integrity {
        checks,
        findings,
        coverage: COVERAGE.rows(connection, &none)?,
        checkpoints: checkpoints::CHECKPOINTS.rows(connection, &none)?,
        takedowns: TAKEDOWNS.rows(connection, &none)?,
        readings: READINGS.rows(connection, &none)?,
    })
}
