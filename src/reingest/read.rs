//! From what is held to what is there now: reading on several threads, each host and the files on one, and deciding what
//! each reading means. Nothing is written here.

use std::collections::VecDeque;
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, PoisonError};
use std::thread;

use url::Url;

use super::held::{Held, Work};
use super::outcome::Outcome;
use super::{Settings, file};
use crate::archive::Archive;
use crate::archive::derivation::{Derived, derive};
use crate::capture::Capture;
use crate::fetch::Fetcher;
use crate::intake::page_of;
use crate::query::change;

/// How many hosts are asked at once.
const MOST_THREADS: usize = 8;

/// As for [`crate::parallel`]: a deeply nested page must not exhaust the stack.
const STACK_BYTES: usize = 32 << 20;

/// What was there.
#[derive(Debug)]
pub enum Found {
    /// Bytes, with what is to be told of the way to them.
    Capture(Capture, Option<String>),
    /// Nothing, and why.
    Nothing(Outcome, String),
}

impl Found {
    /// Nothing, and why.
    pub fn nothing(outcome: Outcome, reason: impl Into<String>) -> Self {
        Self::Nothing(outcome, reason.into())
    }
}

/// One origin, read again.
pub struct Read {
    /// What was held.
    pub held: Held,
    /// What came of it. Where it is [`Outcome::Changed`] it is not stored yet.
    pub outcome: Outcome,
    /// What exactly was answered or went wrong.
    pub detail: Option<String>,
    /// The new version.
    pub new: Option<(Capture, Derived)>,
}

/// Reads everything and sends it; stops where the receiver has gone.
pub fn all(works: Vec<Work>, settings: &Settings, archive: Option<&Mutex<Archive>>, sender: &SyncSender<Read>) {
    let threads = works.len().min(MOST_THREADS);
    let works = Mutex::new(VecDeque::from(works));
    let fetcher = Fetcher::new(settings.fetch.clone());
    let take = || works.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let work = || {
        while let Some(work) = take() {
            if !one(work, settings, &fetcher, archive, sender) {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            // Where no thread can be started, the others do the work.
            let _ = thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work);
        }
        work();
    });
}

/// Whether somebody still listens.
fn one(
    work: Work,
    settings: &Settings,
    fetcher: &Fetcher,
    archive: Option<&Mutex<Archive>>,
    sender: &SyncSender<Read>,
) -> bool {
    match work {
        Work::Files(files) => files.into_iter().all(|file| {
            let found = file::read(file, settings.fetch.largest);
            found.into_iter().all(|(held, found)| sender.send(decide(held, found, archive)).is_ok())
        }),
        Work::Pages(pages) => pages.into_iter().all(|(url, held)| {
            let found = page(fetcher, &url, &held);
            sender.send(decide(held, found, archive)).is_ok()
        }),
    }
}

fn page(fetcher: &Fetcher, url: &Url, held: &Held) -> Found {
    let answer = fetcher.fetch(url);
    let way = answer.way();
    let told = |reason: String| match &way {
        Some(way) => format!("{way}: {reason}"),
        None => reason,
    };
    match answer.page {
        // Many sites answer for a page that they took away with their front page.
        Ok(page) if way.is_some() && page.url.path() == "/" && url.path() != "/" => {
            Found::nothing(Outcome::Unreadable, told("that is the front page, not the article".to_owned()))
        }
        Ok(page) => {
            let record = page.record(answer.redirects).to_json();
            let capture = Capture::new(held.origin.clone(), page.media_type, page.bytes, held.given.clone());
            Found::Capture(capture.recorded(record), way)
        }
        Err((failure, reason)) => Found::nothing(failure.into(), told(reason)),
    }
}

fn decide(held: Held, found: Found, archive: Option<&Mutex<Archive>>) -> Read {
    let (capture, way) = match found {
        Found::Nothing(outcome, reason) => return Read { held, outcome, detail: Some(reason), new: None },
        Found::Capture(capture, way) => (capture, way),
    };
    let is_same =
        capture.sha256.to_hex() == held.sha256 && capture.media_type == held.media_type && capture.given == held.given;
    if is_same {
        return Read { held, outcome: Outcome::Unchanged, detail: way, new: None };
    }
    let derivation = match derive(&capture) {
        Ok(derivation) => derivation,
        Err(reason) => {
            let detail = Some(format!("something else is there now, and {reason}"));
            return Read { held, outcome: Outcome::Unreadable, detail, new: None };
        }
    };
    // A page is put together anew for every reader: other bytes that say the same are no other version of it.
    let says_the_same = page_of(&held.origin).is_some()
        && archive.is_some_and(|archive| {
            let archive = archive.lock().unwrap_or_else(PoisonError::into_inner);
            let same =
                archive.read(|connection| change::is_same_document(connection, held.capture_id, &derivation.document));
            same.unwrap_or(false)
        });
    if says_the_same {
        let detail = format!("other bytes (SHA-256 {}), the same text", capture.sha256);
        let detail = way.map_or(detail.clone(), |way| format!("{way}: {detail}"));
        return Read { held, outcome: Outcome::Unchanged, detail: Some(detail), new: None };
    }
    Read { held, outcome: Outcome::Changed, detail: way, new: Some((capture, derivation.to_store())) }
}
