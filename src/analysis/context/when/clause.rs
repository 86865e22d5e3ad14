//! The clauses of a sentence, as far as dates need them: which words share a verb, which clause hangs on which, and
//! whether a clause tells what happened then, before then, or what holds now.

use std::ops::Range;

use crate::analysis::Reading;
use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};
use crate::vocabulary::grammar;

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
    has_verb: bool,
}

/// The clauses of one sentence.
#[derive(Clone, Debug)]
pub struct Clauses {
    /// In order of their beginnings; the first is the main one.
    pub all: Vec<Clause>,
    tokens: Range<usize>,
    clause_of: Vec<usize>,
    /// The token of the first finite verb; the end of the sentence where there is none.
    pub first_verb: usize,
}

impl Clauses {
    /// Cuts sentence number `sentence` into clauses.
    pub fn new(reading: &Reading<'_>, sentence: usize) -> Self {
        let tokens = reading.text.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let mut builder = Builder {
            reading,
            clauses: Self {
                all: vec![Clause { link: Link::Main, parent: None, tense: Tense::Past, since: false, has_verb: false }],
                clause_of: vec![0; tokens.len()],
                first_verb: tokens.end,
                tokens,
            },
            current: 0,
        };
        builder.read();
        builder.clauses
    }

    /// The clause of `token`.
    pub fn of(&self, token: usize) -> usize {
        token.checked_sub(self.tokens.start).and_then(|at| self.clause_of.get(at)).copied().unwrap_or(0)
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

struct Builder<'a, 'r> {
    reading: &'a Reading<'r>,
    clauses: Clauses,
    current: usize,
}

impl Builder<'_, '_> {
    fn read(&mut self) {
        let Some(mut chunk) = self.reading.phrases.chunk_at(self.clauses.tokens.start) else { return };
        loop {
            let Some(kind) = self.reading.phrases.kind(chunk) else { return };
            match kind {
                ChunkKind::Subordinator if self.verb_follows(chunk) => {
                    self.open(link_of(self.word(chunk)));
                    let since = self.word(chunk) == "since";
                    if let Some(clause) = self.clauses.all.get_mut(self.current) {
                        clause.since = since;
                    }
                }
                ChunkKind::Relative => self.open(Link::Relative),
                ChunkKind::Conjunction if self.clause_follows(chunk) => self.open(Link::Beside),
                ChunkKind::Break if self.word(chunk) == ";" => self.open(Link::Main),
                ChunkKind::Comma => self.close(chunk),
                _ => {}
            }
            if let Some(verb) = self.reading.phrases.verb(chunk).filter(|verb| verb.shape == VerbShape::Finite) {
                if let Some((noun, link)) = self.begins_inside(chunk, verb.voice) {
                    self.open(link);
                    self.mark(noun);
                }
                self.note_verb(chunk);
            }
            self.mark(chunk);
            match self.reading.phrases.next(chunk) {
                Some(next) => chunk = next,
                None => return,
            }
        }
    }

    /// A clause that no word opens: a bare participle behind a noun ("the video taken on Friday"), or a second verb with
    /// its subject right behind a first ("said he had paid"). The noun that it begins with, and how it hangs.
    fn begins_inside(&self, verb: usize, voice: Voice) -> Option<(usize, Link)> {
        let phrases = &self.reading.phrases;
        if !self.clauses.all.get(self.current)?.has_verb {
            return None;
        }
        let noun = phrases.previous(verb).filter(|noun| phrases.noun(*noun).is_some())?;
        let behind_verb = phrases
            .previous(noun)
            .and_then(|before| phrases.verb(before))
            .is_some_and(|before| before.shape == VerbShape::Finite);
        match voice {
            Voice::Participle => Some((noun, Link::Relative)),
            _ => behind_verb.then_some((noun, Link::Content)),
        }
    }

    fn word(&self, chunk: usize) -> &str {
        self.reading.phrases.chunks.get(chunk).map_or("", |chunk| self.reading.text.lower(chunk.tokens.start))
    }

    fn open(&mut self, link: Link) {
        let parent = match link {
            Link::Main => None,
            // What "and" joins hangs where its neighbour hangs, and is dated with it.
            _ => Some(self.current),
        };
        self.clauses.all.push(Clause { link, parent, tense: Tense::Past, since: false, has_verb: false });
        self.current = self.clauses.all.len() - 1;
    }

    /// After a comma a subordinate clause that has its verb may be over.
    fn close(&mut self, comma: usize) {
        let Some(clause) = self.clauses.all.get(self.current) else { return };
        if !clause.has_verb || matches!(clause.link, Link::Main | Link::Beside) {
            return;
        }
        let Some(next) = self.reading.phrases.next(comma) else { return };
        let finite = |chunk| self.reading.phrases.verb(chunk).is_some_and(|verb| verb.shape == VerbShape::Finite);
        let resumes = finite(next) || (self.reading.phrases.noun(next).is_some() && self.verb_follows(comma));
        if resumes {
            let mut at = self.current;
            while let Some(parent) = self.clauses.all.get(at).and_then(|clause| clause.parent) {
                at = parent;
            }
            if self.clauses.all.get(at).is_some_and(|clause| clause.has_verb) && !finite(next) {
                self.open(Link::Main);
            } else {
                self.current = at;
            }
        }
    }

    fn mark(&mut self, chunk: usize) {
        let Some(chunk) = self.reading.phrases.chunks.get(chunk) else { return };
        for token in chunk.tokens.clone() {
            if let Some(slot) =
                token.checked_sub(self.clauses.tokens.start).and_then(|at| self.clauses.clause_of.get_mut(at))
            {
                *slot = self.current;
            }
        }
    }

    fn note_verb(&mut self, chunk: usize) {
        let tense = tense_of(self.reading, chunk);
        let start = self.reading.phrases.chunks.get(chunk).map_or(usize::MAX, |chunk| chunk.tokens.start);
        self.clauses.first_verb = self.clauses.first_verb.min(start);
        if let Some(clause) = self.clauses.all.get_mut(self.current)
            && !clause.has_verb
        {
            clause.has_verb = true;
            clause.tense = tense;
        }
    }

    /// Whether a finite verb follows before the clause can be over.
    fn verb_follows(&self, chunk: usize) -> bool {
        let mut at = self.reading.phrases.next(chunk);
        while let Some(chunk) = at {
            match self.reading.phrases.kind(chunk) {
                Some(ChunkKind::Verb(verb)) if verb.shape == VerbShape::Finite => return true,
                Some(
                    ChunkKind::Comma
                    | ChunkKind::Subordinator
                    | ChunkKind::Relative
                    | ChunkKind::Break
                    | ChunkKind::Mark,
                )
                | None => return false,
                _ => at = self.reading.phrases.next(chunk),
            }
        }
        false
    }

    /// Whether "and" joins clauses, not nouns: a verb comes next, or a noun with its verb.
    fn clause_follows(&self, chunk: usize) -> bool {
        let mut at = self.reading.phrases.next(chunk);
        let mut nouns = 0;
        while let Some(chunk) = at {
            match self.reading.phrases.kind(chunk) {
                Some(ChunkKind::Verb(verb)) => return verb.shape == VerbShape::Finite,
                Some(ChunkKind::Noun(_)) => nouns += 1,
                Some(ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Preposition) => {}
                _ => return false,
            }
            if nouns > 3 {
                return false;
            }
            at = self.reading.phrases.next(chunk);
        }
        false
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
    let forms = grammar::get().verb(head);
    let past = forms.past || forms.participle || head.ends_with("ed");
    if has(&["is", "are", "am", "isn't", "aren't", "does", "do"]) || !past { Tense::Present } else { Tense::Past }
}

fn link_of(word: &str) -> Link {
    match word {
        "when" | "whenever" | "as" | "while" | "after" | "before" | "until" | "till" | "since" | "once" => Link::Time,
        "where" => Link::Relative,
        "that" | "whether" | "how" => Link::Content,
        _ => Link::Other,
    }
}
