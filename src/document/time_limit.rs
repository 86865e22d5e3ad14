//! How long a library may take over one document. Safe Rust cannot stop a thread, so that work which does not end is left
//! behind: it costs a core until the program ends, and the document is refused. Where as many were left behind as there are
//! cores, no more such work is begun.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::quiet;

/// What is usual, in seconds: some thousand times what a long article takes.
pub const USUAL: u64 = 60;
/// As for [`crate::parallel`].
const STACK_BYTES: usize = 32 << 20;

/// For the whole program, in seconds; none where it is 0.
static LIMIT: AtomicU64 = AtomicU64::new(0);
static LEFT_BEHIND: AtomicUsize = AtomicUsize::new(0);

type Job = Box<dyn FnOnce() + Send>;

thread_local! {
    /// Does what this thread must not wait for without end.
    static WORKER: RefCell<Option<Sender<Job>>> = const { RefCell::new(None) };
}

/// Sets a limit for all documents that are read from now on. Until then there is none: what is in an archive was read
/// within one.
pub fn set(seconds: u64) {
    LIMIT.store(seconds, Ordering::Relaxed);
}

/// What `work` returns; `None` where it panicked.
///
/// # Errors
/// A sentence that says that it did not end in time.
pub fn within<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<Option<T>, String> {
    let limit = LIMIT.load(Ordering::Relaxed);
    if limit == 0 {
        return Ok(quiet::caught(work));
    }
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if LEFT_BEHIND.load(Ordering::Relaxed) >= cores {
        return Err(format!("it was not read, because {cores} documents before it took longer than {limit} seconds"));
    }
    let (sender, answer) = channel();
    let job: Job = Box::new(move || {
        // That nobody waits any more is no failure.
        let _ = sender.send(quiet::caught(work));
    });
    if !handed_over(job) {
        return Err("it was not read, because no thread could be started for it".to_owned());
    }
    match answer.recv_timeout(Duration::from_secs(limit)) {
        Ok(done) => Ok(done),
        Err(RecvTimeoutError::Disconnected) => Ok(None),
        Err(RecvTimeoutError::Timeout) => {
            LEFT_BEHIND.fetch_add(1, Ordering::Relaxed);
            WORKER.take();
            Err(format!("it could not be read within {limit} seconds (raise the limit with --max-time)"))
        }
    }
}

fn handed_over(job: Job) -> bool {
    WORKER.with_borrow_mut(|worker| {
        let Some(sender) = worker.take().or_else(started) else { return false };
        let is_taken = sender.send(job).is_ok();
        *worker = Some(sender);
        is_taken
    })
}

fn started() -> Option<Sender<Job>> {
    let (sender, jobs) = channel::<Job>();
    let work = move || jobs.into_iter().for_each(|job| job());
    thread::Builder::new().stack_size(STACK_BYTES).spawn(work).ok().map(|_| sender)
}
