//! Whether what a clause dates is over or still to come, as far as the words near the date tell.

use std::ops::Range;

use super::words::Words;
use crate::vocabulary::calendar::Sense;

/// The time of the clause that a date stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It is over.
    Past,
    /// It is still to come.
    Future,
    /// Nothing tells.
    Open,
}

/// How far from a date its verb is looked for, in tokens.
const REACH: usize = 25;

/// The tense of the clause around `mention`: what the nearest telling word before it says, else the first one after it.
pub fn around(words: &Words<'_>, mention: &Range<usize>) -> Tense {
    let start = words.sentence.start.max(mention.start.saturating_sub(REACH));
    let lead = mention.start.wrapping_sub(1);
    let called = || (mention.start.saturating_sub(10).max(start)..mention.start).any(|at| words.is(at, CALLING));
    if mention.start > start && words.is(lead, &["for", "from"]) && called() {
        return Tense::Future;
    }
    // "have called a general strike on Friday"
    let of_call = || {
        let noun = mention.start.wrapping_sub(1 + usize::from(words.is(lead, &["on"])));
        words.is(noun, CALLED)
            && (noun.saturating_sub(5).max(start)..noun).any(|at| words.is(at, &["call", "called", "calls", "calling"]))
    };
    if mention.start > start + 1 && words.is(lead, &["on"]) && of_call() {
        return Tense::Future;
    }
    for at in (start..mention.start).rev() {
        if words.is(at, &[";"]) {
            break;
        }
        match tense_of(words, at) {
            Tense::Open => {}
            // "will be held", "due to be opened": the participle takes its time from what stands before it.
            Tense::Past if words.is(at.wrapping_sub(1), &["be", "been", "being"]) => {}
            tense => return tense,
        }
    }
    let end = words.sentence.end.min(mention.end + REACH);
    (mention.end..end).map(|at| tense_of(words, at)).find(|tense| *tense != Tense::Open).unwrap_or(Tense::Open)
}

/// The tense for what an "until" at `mention` ends: a measure that is set, or put off, lasts into the time to come.
pub fn of_bound(words: &Words<'_>, mention: &Range<usize>) -> Tense {
    let start = words.sentence.start.max(mention.start.saturating_sub(12));
    let sets = |at: usize| words.is(at, SETTING) && !words.is(at.wrapping_sub(1), &["had", "not"]);
    if (start..mention.start).any(sets) { Tense::Future } else { around(words, mention) }
}

/// Verbs that set the day of what is to come: "called a rally for Friday".
const CALLING: &[&str] = &[
    "called",
    "calls",
    "call",
    "summoned",
    "convened",
    "scheduled",
    "planned",
    "set",
    "announced",
    "organised",
    "organized",
    "booked",
    "fixed",
];

/// What people are called to.
const CALLED: &[&str] = &[
    "strike",
    "strikes",
    "rally",
    "march",
    "protest",
    "protests",
    "demonstration",
    "stoppage",
    "walkout",
    "shutdown",
    "boycott",
    "bandh",
    "hartal",
    "vigil",
    "meeting",
    "summit",
    "session",
    "election",
    "elections",
    "vote",
    "referendum",
];

/// Verbs that set how long something will last.
const SETTING: &[&str] = &[
    "imposed",
    "extended",
    "declared",
    "banned",
    "ordered",
    "closed",
    "shut",
    "postponed",
    "suspended",
    "remanded",
    "adjourned",
    "cancelled",
    "canceled",
    "decreed",
    "announced",
    "prolonged",
    "delayed",
    "given",
    "grounded",
];

fn tense_of(words: &Words<'_>, at: usize) -> Tense {
    let word = words.word(at);
    if words.has(at, Sense::Future) || word.ends_with("'ll") || word.ends_with("’ll") {
        // "planned" and "scheduled" after "had" or "was" still point ahead.
        Tense::Future
    } else if words.has(at, Sense::PastTense) || (word.len() > 4 && word.ends_with("ed")) {
        Tense::Past
    } else {
        Tense::Open
    }
}
