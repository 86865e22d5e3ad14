//! The same work on many things at once, on all cores, with the results in order.

mod ahead;

pub use ahead::{Results, ahead};

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A deeply nested page or sentence must not exhaust a worker's stack.
const STACK_BYTES: usize = 32 << 20;

/// `work` on each of `items`; the results are in the order of the items. `work` must not panic.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done: Vec<(usize, R)> = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let mut done = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .filter_map(|_| thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, take).ok())
            .collect();
        let mut done: Vec<_> = handles.into_iter().filter_map(|handle| handle.join().ok()).flatten().collect();
        // Where no thread could be started, this one does the work.
        done.extend(take());
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_are_in_order() {
        let items: Vec<u64> = (0..1_000).collect();
        assert_eq!(super::map(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        assert!(super::map(&[] as &[u8], |item| *item).is_empty());
    }
}
