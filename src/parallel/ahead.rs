//! Work that runs ahead of whoever takes its results: the source is read by one thread at a time, the work is done on all
//! cores, and the results come in the order of the source. How far ahead it runs is told by weights, so that memory stays
//! bounded whatever the things are.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::STACK_BYTES;

/// The results, in the order of the source.
pub struct Results<'a, R> {
    line: &'a Line<R>,
    /// Where no thread could be started, the work is done when a result is asked for.
    by_hand: Option<&'a mut dyn FnMut() -> Option<R>>,
}

/// Calls `take` with the results of `work` on everything that `source` gives. Things whose weights are together more than
/// `most` are not held at once, but for a single one. `work` must not panic.
pub fn ahead<T, R: Send, O>(
    most: usize,
    mut source: impl FnMut() -> Option<(T, usize)> + Send,
    work: impl Fn(T) -> R + Sync,
    take: impl FnOnce(Results<'_, R>) -> O,
) -> O {
    let line = Line::new(most);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let source = Mutex::new((&mut source, 0_usize));
    let one = || {
        let mut source = locked(&source);
        let (next, number) = &mut *source;
        let Some((thing, weight)) = next() else {
            line.end(*number);
            return None;
        };
        let number = std::mem::replace(number, *number + 1);
        // Whoever comes next to the source waits here too.
        let has_room = line.wait_for_room(weight);
        drop(source);
        has_room.then(|| (number, weight, work(thing)))
    };
    thread::scope(|scope| {
        let run = || {
            let _working = Working(&line);
            while let Some((number, weight, result)) = one() {
                line.put(number, weight, result);
            }
        };
        let start = |_| {
            line.state().workers += 1;
            let started = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, run).is_ok();
            if !started {
                line.state().workers -= 1;
            }
            started
        };
        let started = (0..workers).filter(|number| start(*number)).count();
        let mut by_hand = || {
            one().map(|(_, weight, result)| {
                line.state().held -= weight;
                result
            })
        };
        let by_hand: Option<&mut dyn FnMut() -> Option<R>> = if started == 0 { Some(&mut by_hand) } else { None };
        let _stop = Stop(&line);
        take(Results { line: &line, by_hand })
    })
}

impl<R> Results<'_, R> {
    /// The next result; `None` where there is no more, or none came within `patience`.
    pub fn within(&mut self, patience: Duration) -> Option<R> {
        self.take(Some(patience))
    }

    fn take(&mut self, patience: Option<Duration>) -> Option<R> {
        match &mut self.by_hand {
            Some(work) => work(),
            None => self.line.take(patience),
        }
    }
}

impl<R> Iterator for Results<'_, R> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        self.take(None)
    }
}

/// What was done and not yet taken.
struct Line<R> {
    most: usize,
    state: Mutex<State<R>>,
    arrived: Condvar,
    room: Condvar,
}

struct State<R> {
    done: BTreeMap<usize, (usize, R)>,
    taken: usize,
    /// The weights of what is being worked on or done.
    held: usize,
    workers: usize,
    /// How many there are, once that is known.
    end: Option<usize>,
    stopped: bool,
}

impl<R> Line<R> {
    fn new(most: usize) -> Self {
        let state = State { done: BTreeMap::new(), taken: 0, held: 0, workers: 0, end: None, stopped: false };
        Self { most, state: Mutex::new(state), arrived: Condvar::new(), room: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<R>> {
        locked(&self.state)
    }

    /// Takes up room; `false` where nobody wants the result any more.
    fn wait_for_room(&self, weight: usize) -> bool {
        let is_full = |state: &mut State<R>| !state.stopped && state.held > 0 && state.held + weight > self.most;
        let mut state = self.room.wait_while(self.state(), is_full).unwrap_or_else(PoisonError::into_inner);
        state.held += weight;
        !state.stopped
    }

    fn put(&self, number: usize, weight: usize, result: R) {
        self.state().done.insert(number, (weight, result));
        self.arrived.notify_all();
    }

    fn end(&self, count: usize) {
        self.state().end = Some(count);
        self.arrived.notify_all();
    }

    fn take(&self, patience: Option<Duration>) -> Option<R> {
        let begun = Instant::now();
        let mut state = self.state();
        loop {
            let next = state.taken;
            if let Some((weight, result)) = state.done.remove(&next) {
                state.taken += 1;
                state.held -= weight;
                self.room.notify_all();
                return Some(result);
            }
            // A worker that is gone without an end has panicked; the scope tells.
            if state.end == Some(next) || state.workers == 0 {
                return None;
            }
            state = match patience {
                None => self.arrived.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(patience) => {
                    let left = patience.checked_sub(begun.elapsed())?;
                    self.arrived.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }
}

/// A worker, for as long as it works.
struct Working<'a, R>(&'a Line<R>);

impl<R> Drop for Working<'_, R> {
    fn drop(&mut self) {
        self.0.state().workers -= 1;
        self.0.arrived.notify_all();
    }
}

/// Lets the workers go when nobody takes results any more.
struct Stop<'a, R>(&'a Line<R>);

impl<R> Drop for Stop<'_, R> {
    fn drop(&mut self) {
        self.0.state().stopped = true;
        self.0.room.notify_all();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, weight: usize) -> impl FnMut() -> Option<(usize, usize)> {
        let mut numbers = 0..count;
        move || numbers.next().map(|number| (number, weight))
    }

    #[test]
    fn results_come_in_order() {
        let slow = |number: usize| {
            thread::sleep(Duration::from_micros((number * 7_919 % 97) as u64));
            number * 2
        };
        let found: Vec<usize> = ahead(10, numbers(500, 3), slow, |results| results.collect());
        assert_eq!(found, (0..500).map(|number| number * 2).collect::<Vec<_>>());
        assert!(ahead(10, numbers(0, 1), slow, |mut results| results.next().is_none()));
    }

    #[test]
    fn no_more_is_held_than_was_said() {
        let held = Mutex::new((0_usize, 0_usize));
        let begin = |number: usize| {
            let mut held = locked(&held);
            held.0 += 1;
            held.1 = held.1.max(held.0);
            number
        };
        let count = ahead(12, numbers(300, 4), begin, |results| results.inspect(|_| locked(&held).0 -= 1).count());
        assert_eq!(count, 300);
        assert!(locked(&held).1 <= 4, "{}", locked(&held).1);
        // What is heavier than all that may be held comes alone.
        assert_eq!(ahead(2, numbers(9, 5), |number| number, |results| results.count()), 9);
    }

    #[test]
    fn whoever_stops_early_is_not_waited_for() {
        let first = ahead(3, numbers(usize::MAX, 1), |number| number, |mut results| results.next());
        assert_eq!(first, Some(0));
    }

    #[test]
    fn patience_ends() {
        let work = |number: usize| {
            thread::sleep(Duration::from_millis(60));
            number
        };
        ahead(9, numbers(2, 1), work, |mut results| {
            assert_eq!(results.within(Duration::ZERO), None);
            assert_eq!(results.next(), Some(0));
            assert_eq!(results.within(Duration::from_mins(1)), Some(1));
            assert_eq!(results.within(Duration::from_mins(1)), None);
        });
    }
}
