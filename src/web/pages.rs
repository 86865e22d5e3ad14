//! Pages that were made, kept for as long as the archive's file stays as it is: a page that many look at, or one that asks the
//! whole archive, is made once. The file's state is looked at before a page is made, so that none is kept for a later state.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::answer::Answer;

/// Bytes of all pages that are kept.
const MOST: usize = 32 << 20;
/// Bytes of one page that is kept.
const LARGEST: usize = 2 << 20;

/// What tells a file that was written from one that was not: its size and when it was last written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    length: u64,
    written: SystemTime,
}

impl State {
    /// The state of the file now; `None` where it cannot be told, and then nothing is kept.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        Some(Self { length: metadata.len(), written: metadata.modified().ok()? })
    }
}

/// The pages of one state of the file, by address.
#[derive(Default)]
pub struct Pages {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    state: Option<State>,
    pages: BTreeMap<String, Answer>,
    bytes: usize,
}

impl Pages {
    /// The page at an address, where it was made for this state.
    pub fn known(&self, state: Option<&State>, target: &str) -> Option<Answer> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if state.is_none() || kept.state.as_ref() != state {
            return None;
        }
        kept.pages.get(target).cloned()
    }

    /// Keeps an answer that was made in this state, where it is a page; those of other states go.
    pub fn keep(&self, state: Option<State>, target: &str, answer: &Answer) {
        if state.is_none() || !answer.is_sound_page() || answer.body.len() > LARGEST {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.state != state || kept.bytes + answer.body.len() > MOST {
            *kept = Kept { state, ..Kept::default() };
        }
        if kept.pages.insert(target.to_owned(), answer.clone()).is_none() {
            kept.bytes += answer.body.len() + target.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn a_page_is_kept_for_one_state_alone() {
        let state = |length| Some(State { length, written: SystemTime::UNIX_EPOCH });
        let pages = Pages::default();
        let page = |text: &str| Answer::page(200, html! { (text) });
        pages.keep(state(1), "/", &page("one"));
        pages.keep(state(1), "/missing", &Answer::refusal(404, "no"));
        pages.keep(None, "/names", &page("names"));
        assert_eq!(pages.known(state(1).as_ref(), "/"), Some(page("one")));
        for (state, target) in [(state(2), "/"), (None, "/"), (state(1), "/missing"), (state(1), "/names")] {
            assert_eq!(pages.known(state.as_ref(), target), None, "{target}");
        }
        pages.keep(state(2), "/names", &page("names"));
        assert_eq!(pages.known(state(2).as_ref(), "/"), None, "pages of another state are gone");
    }

    #[test]
    fn what_is_kept_has_a_limit() {
        let pages = Pages::default();
        let state = Some(State { length: 1, written: SystemTime::UNIX_EPOCH });
        let large = Answer::page(200, html! { (" ".repeat(LARGEST - 1)) });
        for number in 0..100 {
            pages.keep(state, &number.to_string(), &large);
        }
        assert!(pages.kept.lock().unwrap().bytes <= MOST);
        pages.keep(state, "too large", &Answer::page(200, html! { (" ".repeat(LARGEST + 1)) }));
        assert_eq!(pages.known(state.as_ref(), "too large"), None);
    }
}
