//! Reading and analysing ahead of the writer, on all cores, in the order of the input and in bounded memory.

use std::sync::mpsc::SyncSender;

use crate::archive::Archive;
use crate::archive::derivation::{Derivation, derive};
use crate::archive::store;
use crate::capture::Capture;
use crate::intake::{Intake, Refusal};
use crate::parallel;

/// A group ends with this many captures …
const GROUP_CAPTURES: usize = 128;
/// … or this many bytes.
const GROUP_BYTES: usize = 4 << 20;

/// A capture, ready to be stored.
pub struct Prepared {
    /// The bytes.
    pub capture: Capture,
    /// What was derived from them; `None` where the archive seemed to hold them already.
    pub derivation: Option<Derivation>,
}

/// Prepares everything and sends it in groups; stops where the writer has gone.
pub fn all(mut intake: Intake, known: Option<&Archive>, groups: &SyncSender<Vec<Result<Prepared, Refusal>>>) {
    loop {
        let group = gather(&mut intake);
        if group.is_empty() || groups.send(analyse(group, known)).is_err() {
            return;
        }
    }
}

fn gather(intake: &mut Intake) -> Vec<Result<Capture, Refusal>> {
    let mut group = Vec::new();
    let mut bytes = 0;
    while group.len() < GROUP_CAPTURES && bytes < GROUP_BYTES {
        let Some(item) = intake.next() else { break };
        bytes += item.as_ref().map_or(0, |capture| capture.bytes.len());
        group.push(item);
    }
    group
}

fn analyse(group: Vec<Result<Capture, Refusal>>, known: Option<&Archive>) -> Vec<Result<Prepared, Refusal>> {
    let is_known = |capture: &Capture| {
        let look = |archive: &Archive| archive.read(|connection| store::find_unchanged(connection, capture));
        known.is_some_and(|archive| look(archive).is_ok_and(|found| found.is_some()))
    };
    let unknown: Vec<Option<&Capture>> =
        group.iter().map(|item| item.as_ref().ok().filter(|capture| !is_known(capture))).collect();
    let derivations = parallel::map(&unknown, |capture| capture.map(derive));
    group
        .into_iter()
        .zip(derivations)
        .map(|(item, derivation)| match (item?, derivation) {
            (capture, None) => Ok(Prepared { capture, derivation: None }),
            (capture, Some(Ok(derivation))) => Ok(Prepared { capture, derivation: Some(derivation) }),
            (capture, Some(Err(reason))) => Err(Refusal::new(capture.origin, reason)),
        })
        .collect()
}
