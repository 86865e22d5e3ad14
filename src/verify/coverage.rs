//! Which captures a check goes through, and how far checks have come: a share goes on where the last check ended, so that
//! shares of a thirtieth go through everything in thirty runs.

use rusqlite::{Connection, named_params};

use super::{Depth, Verdict};
use crate::Result;
use crate::error::Doing as _;

/// How far checks have come, with the one that runs.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// The first capture that is checked now …
    pub first: i64,
    /// … and the last one; below `first` where there is none.
    pub last: i64,
    /// How many bytes they have; 0 for a quick check, which need not know.
    pub bytes: u64,
    /// How many captures there are in all.
    pub captures: i64,
    /// How many of them no check has made again so far.
    pub never: i64,
    /// When the capture that waits longest was made again last (UTC); `None` while some never were, or there are none.
    pub oldest: Option<String>,
    /// Whether this check goes up to the last capture.
    pub completes_round: bool,
}

/// A run of captures that an earlier check made again.
struct Earlier {
    first: i64,
    last: i64,
    finished_at: String,
}

/// Decides which captures are checked.
pub fn plan(connection: &Connection, depth: Depth, verdict: &mut Verdict) -> Result<()> {
    let earlier = earlier(connection)?;
    let newest = newest(connection)?;
    let (first, last) = match depth {
        Depth::Full | Depth::Quick => (1, newest),
        Depth::Share(shares) => share(connection, earlier.first().map_or(0, |check| check.last), shares, newest)?,
    };
    let mut coverage = Coverage { first, last, completes_round: last == newest, ..Coverage::default() };
    coverage.captures = count(connection, 1, newest)?;
    if depth != Depth::Quick {
        coverage.bytes = bytes(connection, first, last)?;
    }
    let mut unchecked = vec![(1, newest)];
    if depth != Depth::Quick && last >= first {
        unchecked = without(&unchecked, first, last);
        coverage.oldest = Some(verdict.started_at.clone());
    }
    for check in earlier {
        let rest = without(&unchecked, check.first, check.last);
        if rest != unchecked {
            coverage.oldest = Some(check.finished_at);
            unchecked = rest;
        }
    }
    for (first, last) in unchecked {
        coverage.never += count(connection, first, last)?;
    }
    if coverage.never > 0 {
        coverage.oldest = None;
    }
    verdict.coverage = coverage;
    Ok(())
}

/// The captures after `done`, as many as a share has; from the beginning where there are none after it.
fn share(connection: &Connection, done: i64, shares: u32, newest: i64) -> Result<(i64, i64)> {
    let first = if done >= newest { 1 } else { done + 1 };
    let captures = count(connection, 1, newest)?;
    let size = (captures as u64).div_ceil(u64::from(shares.max(1))).max(1);
    let last: Option<i64> = connection
        .prepare_cached(include_str!("coverage/share.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":first": first, ":size": size as i64}, |row| row.get("last"))
        })
        .doing("plan the check")?;
    Ok((first, last.unwrap_or(newest)))
}

/// Runs of captures without those from `first` to `last`.
fn without(runs: &[(i64, i64)], first: i64, last: i64) -> Vec<(i64, i64)> {
    let parts = runs.iter().flat_map(|run| [(run.0, run.1.min(first - 1)), (run.0.max(last + 1), run.1)]);
    parts.filter(|(first, last)| first <= last).collect()
}

/// How many captures there are from `first` to `last`.
fn count(connection: &Connection, first: i64, last: i64) -> Result<i64> {
    connection
        .prepare_cached("SELECT count(*) FROM captures WHERE capture_id BETWEEN ? AND ?")
        .and_then(|mut statement| statement.query_row([first, last], |row| row.get(0)))
        .doing("plan the check")
}

/// How many bytes they have.
fn bytes(connection: &Connection, first: i64, last: i64) -> Result<u64> {
    let bytes: i64 = connection
        .prepare_cached(include_str!("coverage/bytes.sql"))
        .and_then(|mut statement| {
            statement.query_row(named_params! {":first": first, ":last": last}, |row| row.get("bytes"))
        })
        .doing("plan the check")?;
    Ok(bytes.max(0) as u64)
}

fn newest(connection: &Connection) -> Result<i64> {
    connection
        .query_row("SELECT coalesce(max(capture_id), 0) AS newest FROM captures", [], |row| row.get("newest"))
        .doing("plan the check")
}

/// The newest first.
fn earlier(connection: &Connection) -> Result<Vec<Earlier>> {
    let mut statement = connection.prepare(include_str!("coverage/earlier.sql")).doing("read earlier checks")?;
    statement
        .query_map([], |row| {
            Ok(Earlier {
                first: row.get("first_capture_id")?,
                last: row.get("last_capture_id")?,
                finished_at: row.get("finished_at")?,
            })
        })
        .and_then(Iterator::collect)
        .doing("read earlier checks")
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn runs_are_cut() {
        assert_eq!(without(&[(1, 10)], 4, 6), [(1, 3), (7, 10)]);
        assert_eq!(without(&[(1, 10)], 1, 10), []);
        assert_eq!(without(&[(1, 3), (7, 10)], 8, 20), [(1, 3), (7, 7)]);
        assert_eq!(without(&[(5, 9)], 1, 4), [(5, 9)]);
        assert_eq!(without(&[(5, 9)], 10, 12), [(5, 9)]);
    }
}
