//! Reading and analysing ahead of the writer, on all cores, in the order of the input and in bounded memory.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::SyncSender;
use std::thread;

use crate::archive::Archive;
use crate::archive::derivation::{Derivation, derive};
use crate::archive::store;
use crate::capture::Capture;
use crate::intake::{Intake, Refusal};

/// A group ends with this many captures …
const GROUP_CAPTURES: usize = 128;
/// … or this many bytes.
const GROUP_BYTES: usize = 4 << 20;
/// A deeply nested page or sentence must not exhaust a worker's stack.
const STACK_BYTES: usize = 32 << 20;

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
    let is_known: Vec<bool> = group
        .iter()
        .map(|item| match (item, known) {
            (Ok(capture), Some(known)) => {
                known.read(|connection| store::find_unchanged(connection, capture)).is_ok_and(|found| found.is_some())
            }
            _ => false,
        })
        .collect();
    let mut derivations = derive_all(&group, &is_known);
    group
        .into_iter()
        .zip(derivations.drain(..))
        .map(|(item, derivation)| match (item?, derivation) {
            (capture, None) => Ok(Prepared { capture, derivation: None }),
            (capture, Some(Ok(derivation))) => Ok(Prepared { capture, derivation: Some(derivation) }),
            (capture, Some(Err(reason))) => Err(Refusal { object: capture.origin, reason }),
        })
        .collect()
}

type Derived = Option<Result<Derivation, String>>;

fn derive_all(group: &[Result<Capture, Refusal>], is_known: &[bool]) -> Vec<Derived> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done: Vec<(usize, Derived)> = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = group.get(index) else { return done };
            let wanted = !is_known.get(index).copied().unwrap_or(false);
            done.push((index, item.as_ref().ok().filter(|_| wanted).map(derive)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut done = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .filter_map(|_| thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).ok())
            .collect();
        let mut done: Vec<_> = handles.into_iter().filter_map(|handle| handle.join().ok()).flatten().collect();
        // Where no thread could be started, this one does the work.
        done.extend(work());
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, derived)| derived).collect()
}
