//! The clauses of a sentence, as far as dates need them: which words share a verb, which clause hangs on which, and
//! whether a clause tells what happened then, before then, or what holds now.

mod builder;

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use crate::analysis::Reading;
use builder::Builder;

/// How a clause hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It stands for itself.
    Main,
    /// "and", "but": beside the one before.
    Beside,
    /// "when", "as", "after": at about the same time.
    Time,
    /// "who", "which", or a bare participle behind a noun.
    Relative,
    /// "that": what is said or thought.
    Content,
    /// "because", "if".
    Other,
}

/// The time that a clause's verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "fired", and clauses without a verb.
    Past,
    /// "had fired": before what is being told.
    Pluperfect,
    /// "have fired".
    Perfect,
    /// "fires", "is firing".
    Present,
    /// "will fire", "may fire".
    Future,
}

/// One clause.
#[expect(clippy::struct_excessive_bools, reason = "each is seen apart from the others")]
#[derive(Clone, Debug)]
pub struct Clause {
    /// How it hangs on its parent.
    pub link: Link,
    /// The clause that it hangs on.
    pub parent: Option<usize>,
    /// What its first finite verb tells.
    pub tense: Tense,
    /// It begins with "since".
    pub since: bool,
    /// It begins with "after".
    pub after: bool,
    /// It tells what happened in the noun that it hangs on: "the raid in which", "the day when".
    pub within: bool,
    /// How many semicolons stand before it.
    pub part: usize,
    has_verb: bool,
    /// Its first verb is a bare participle: "hidden", "killed".
    bare: bool,
}

impl Clause {
    fn new(link: Link, parent: Option<usize>) -> Self {
        Self {
            link,
            parent,
            tense: Tense::Past,
            since: false,
            after: false,
            within: false,
            part: 0,
            has_verb: false,
            bare: false,
        }
    }
}

/// The clauses of one sentence.
#[derive(Clone, Debug)]
pub struct Clauses {
    /// In order of their beginnings; the first is the main one.
    pub all: Vec<Clause>,
    tokens: Range<usize>,
    clause_of: SmallVec<[u16; 32]>,
    /// The token of the first finite verb of each part between semicolons.
    first_verbs: SmallVec<[Option<usize>; 2]>,
}

impl Clauses {
    /// Cuts sentence number `sentence` into clauses.
    pub fn new(reading: &Reading<'_>, sentence: usize) -> Self {
        let tokens = reading.text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let clauses = Self {
            all: vec![Clause::new(Link::Main, None)],
            clause_of: smallvec![0; tokens.len()],
            first_verbs: smallvec![None],
            tokens,
        };
        Builder::new(reading, clauses).read()
    }

    /// The clause of `token`.
    pub fn of(&self, token: usize) -> usize {
        token.checked_sub(self.tokens.start).and_then(|at| self.clause_of.get(at)).map_or(0, |of| usize::from(*of))
    }

    /// Whether `token` stands at the head of the part of the sentence that `clause` belongs to: "On Friday, …".
    pub fn is_at_head(&self, token: usize, clause: usize) -> bool {
        let (of_token, of_clause) = (self.get(self.of(token)), self.get(clause));
        let part = of_clause.map_or(0, |clause| clause.part);
        let verb = self.first_verbs.get(part).copied().flatten().unwrap_or(self.tokens.end);
        token < verb && of_token.is_some_and(|clause| clause.part == part && clause.link == Link::Main)
    }

    /// Clause number `clause`.
    pub fn get(&self, clause: usize) -> Option<&Clause> {
        self.all.get(clause)
    }

    /// Whether `clause` is `ancestor` or hangs on it.
    pub fn hangs_on(&self, clause: usize, ancestor: usize) -> bool {
        let mut at = Some(clause);
        while let Some(clause) = at {
            if clause == ancestor {
                return true;
            }
            at = self.get(clause).and_then(|clause| clause.parent);
        }
        false
    }

    /// Whether `clause` is what `ancestor`, on which it hangs, says.
    pub fn is_said(&self, clause: usize, ancestor: usize) -> bool {
        let mut at = clause;
        let mut said = false;
        while at != ancestor {
            match self.get(at) {
                Some(Clause { link, parent: Some(parent), .. }) => {
                    said |= *link == Link::Content;
                    at = *parent;
                }
                _ => return false,
            }
        }
        said
    }

    /// Whether `clause` hangs on `ancestor` by nothing but "when", "after", "and": the two tell of about one time.
    pub fn follows(&self, clause: usize, ancestor: usize) -> bool {
        let mut at = clause;
        while at != ancestor {
            match self.get(at) {
                Some(Clause { link: Link::Time | Link::Beside, parent: Some(parent), .. }) => at = *parent,
                _ => return false,
            }
        }
        true
    }
}

/// What the verb group in chunk number `chunk` tells; past where it is none.
pub fn tense_of(reading: &Reading<'_>, chunk: usize) -> Tense {
    let (Some(verb), Some(chunk)) = (reading.phrases.verb(chunk), reading.phrases.chunks.get(chunk)) else {
        return Tense::Past;
    };
    let has = |words: &[&str]| chunk.tokens.clone().any(|token| words.contains(&reading.text.lower(token)));
    if verb.future {
        return Tense::Future;
    }
    if has(&["had", "hadn't"]) {
        return if verb.perfect { Tense::Pluperfect } else { Tense::Past };
    }
    if has(&["have", "has", "haven't", "hasn't"]) {
        return Tense::Perfect;
    }
    if has(&["was", "were", "did", "got", "wasn't", "weren't", "didn't"]) {
        return Tense::Past;
    }
    let head = reading.text.lower(chunk.head);
    let forms = reading.text.word(chunk.head).verb;
    let past = forms.past || forms.participle || head.ends_with("ed");
    if has(&["is", "are", "am", "isn't", "aren't", "does", "do"]) || !past { Tense::Present } else { Tense::Past }
}
