//! What is known of each host during a run: its robots.txt, and when it was last asked.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use url::{Origin, Url};

use super::{Failure, Robots};

/// No server is waited for longer than this between two requests, whatever its robots.txt asks for.
const LONGEST_DELAY: Duration = Duration::from_mins(1);

type Read = Result<Arc<Robots>, (Failure, String)>;

/// All hosts that were asked.
#[derive(Default)]
pub struct Hosts(Mutex<BTreeMap<String, Arc<Host>>>);

impl Hosts {
    /// The host of an address, by scheme, name and port; `None` for what is no http or https address.
    pub fn of(&self, url: &Url) -> Option<Arc<Host>> {
        let origin = url.origin();
        if !matches!(url.scheme(), "http" | "https") || !matches!(origin, Origin::Tuple(..)) {
            return None;
        }
        Some(Arc::clone(lock(&self.0).entry(origin.ascii_serialization()).or_default()))
    }
}

/// One host.
#[derive(Default)]
pub struct Host {
    robots: Mutex<Option<Read>>,
    delay: Mutex<Duration>,
    next: Mutex<Option<Instant>>,
}

impl Host {
    /// Its robots.txt, read once with `read`.
    pub fn robots(&self, read: impl FnOnce() -> Result<Robots, (Failure, String)>) -> Read {
        lock(&self.robots).get_or_insert_with(|| read().map(Arc::new)).clone()
    }

    /// Takes note that the host wants longer pauses.
    pub fn be_slower(&self, delay: Option<Duration>) {
        let mut held = lock(&self.delay);
        *held = delay.unwrap_or_default().min(LONGEST_DELAY).max(*held);
    }

    /// Waits until the host may be asked again, and reckons the next time from now.
    pub fn wait(&self, pause: Duration) {
        let pause = pause.max(*lock(&self.delay));
        let mut next = lock(&self.next);
        if let Some(wait) = next.and_then(|next| next.checked_duration_since(Instant::now())) {
            thread::sleep(wait);
        }
        *next = Some(Instant::now() + pause);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
