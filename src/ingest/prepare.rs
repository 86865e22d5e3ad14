//! What is done ahead of the writer, on all cores: reading, analysing, and making the rows that are to be stored.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::archive::Archive;
use crate::archive::derivation::{Derived, derive_all};
use crate::archive::store;
use crate::capture::Capture;
use crate::extract::TOGETHER;
use crate::intake::{Intake, Refusal};

/// Captures that are read together have no more bytes than these, but for those of one …
const BYTES: usize = 1 << 20;
/// … and do not wait longer than this for more, where the input is slow.
const PATIENCE: Duration = Duration::from_millis(500);
/// What a capture takes up beside its bytes.
const ROWS: usize = 4 << 10;

/// A capture, ready to be stored.
pub struct Prepared {
    /// The bytes.
    pub capture: Capture,
    /// What is stored of them beside; `None` where the archive seemed to hold them already.
    pub derived: Option<Derived>,
}

/// Captures that are read together; what could not be read is told in its place.
pub type Group<T> = Vec<Result<T, Refusal>>;

/// The next captures, and what they weigh.
pub fn gather(intake: &mut Intake) -> Option<(Group<Capture>, usize)> {
    let mut group = Vec::new();
    let mut bytes = 0;
    let begun = Instant::now();
    while group.len() < TOGETHER && bytes < BYTES && (group.is_empty() || begun.elapsed() < PATIENCE) {
        let Some(item) = intake.next() else { break };
        bytes += ROWS + item.as_ref().map_or(0, |capture| capture.bytes.len());
        group.push(item);
    }
    (!group.is_empty()).then_some((group, bytes))
}

/// Reads and analyses captures, but for those that `known` holds.
pub fn prepare(group: Group<Capture>, known: Option<&Mutex<Archive>>) -> Group<Prepared> {
    let known = known.map(|archive| archive.lock().unwrap_or_else(PoisonError::into_inner));
    let is_known = |capture: &Capture| {
        let look = |archive: &Archive| archive.read(|connection| store::find_unchanged(connection, capture));
        known.as_deref().is_some_and(|archive| look(archive).is_ok_and(|found| found.is_some()))
    };
    let unknown: Vec<bool> = group.iter().map(|item| item.as_ref().is_ok_and(|capture| !is_known(capture))).collect();
    drop(known);
    let captures = group.iter().zip(&unknown).filter_map(|(item, unknown)| item.as_ref().ok().filter(|_| *unknown));
    let mut derived = derive_all(&captures.collect::<Vec<_>>(), |derivation| derivation.to_store()).into_iter();
    group
        .into_iter()
        .zip(unknown)
        .map(|(item, unknown)| {
            let capture = item?;
            match unknown.then(|| derived.next()).flatten().transpose() {
                Ok(derived) => Ok(Prepared { capture, derived }),
                Err(reason) => Err(Refusal::new(capture.origin, reason)),
            }
        })
        .collect()
}
