//! Chunks to clauses: subordinators, relative pronouns and verbs open one, a comma may close it.

use super::{Clause, Clauses, Link, tense_of};
use crate::analysis::Reading;
use crate::analysis::date::COUNTED_BACK;
use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};

/// Reads one sentence.
pub(super) struct Builder<'a, 'r> {
    reading: &'a Reading<'r>,
    clauses: Clauses,
    current: usize,
}

impl<'a, 'r> Builder<'a, 'r> {
    pub(super) fn new(reading: &'a Reading<'r>, clauses: Clauses) -> Self {
        Self { reading, clauses, current: 0 }
    }

    pub(super) fn read(mut self) -> Clauses {
        self.read_chunks();
        self.clauses
    }

    fn read_chunks(&mut self) {
        let Some(mut chunk) = self.reading.phrases.chunk_at(self.clauses.tokens.start) else { return };
        loop {
            let Some(kind) = self.reading.phrases.kind(chunk) else { return };
            match kind {
                // "the blast that killed nine"
                ChunkKind::Subordinator if self.word(chunk) == "that" && self.is_subject(chunk) => {
                    self.open(Link::Relative);
                }
                ChunkKind::Subordinator if self.verb_follows(chunk) => {
                    self.open(link_of(self.word(chunk)));
                    let (since, after, within) =
                        (self.word(chunk) == "since", self.word(chunk) == "after", is_of_time(self.word(chunk)));
                    if let Some(clause) = self.clauses.all.get_mut(self.current) {
                        (clause.since, clause.after, clause.within) = (since, after, within);
                    }
                }
                ChunkKind::Relative => {
                    let within = is_of_time(self.word(chunk)) || self.is_behind_preposition(chunk);
                    self.open(Link::Relative);
                    if let Some(clause) = self.clauses.all.get_mut(self.current) {
                        clause.within = within;
                    }
                }
                // "two days after the dam burst": the day is that of the burst, or of what is told beside it.
                ChunkKind::Time if self.leads_to_clause(chunk) => {
                    let back = self.counts_back(chunk);
                    if !back {
                        self.mark(chunk);
                    }
                    self.open(Link::Time);
                    if back {
                        self.mark(chunk);
                    }
                    match self.reading.phrases.next(chunk) {
                        Some(next) => chunk = next,
                        None => return,
                    }
                    continue;
                }
                ChunkKind::Conjunction if self.clause_follows(chunk) => self.open(Link::Beside),
                ChunkKind::Break if self.word(chunk) == ";" => {
                    self.clauses.first_verbs.push(None);
                    self.open(Link::Main);
                }
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
        let current = self.clauses.all.get(self.current).filter(|clause| clause.has_verb)?;
        let noun = phrases.previous(verb).filter(|noun| phrases.noun(*noun).is_some())?;
        let behind_verb = phrases
            .previous(noun)
            .and_then(|before| phrases.verb(before))
            .is_some_and(|before| before.shape == VerbShape::Finite);
        let reported = phrases
            .previous(noun)
            .and_then(|before| phrases.verb(before))
            .is_some_and(|before| before.shape == VerbShape::Finite && before.reports);
        let behind_preposition =
            phrases.previous(noun).is_some_and(|before| phrases.kind(before) == Some(ChunkKind::Preposition));
        match voice {
            // "The bomb hidden in a cart exploded": the first participle was the bare one.
            Voice::Participle if current.bare && behind_preposition => None,
            // "said the fighting erupted"
            Voice::Participle if reported => Some((noun, Link::Content)),
            Voice::Participle => Some((noun, Link::Relative)),
            _ => behind_verb.then_some((noun, Link::Content)),
        }
    }

    fn is_behind_preposition(&self, chunk: usize) -> bool {
        let phrases = &self.reading.phrases;
        phrases.previous(chunk).is_some_and(|before| phrases.kind(before) == Some(ChunkKind::Preposition))
    }

    /// Whether the chunk is a distance that ends with "after" or "before", and a clause comes behind it.
    fn leads_to_clause(&self, chunk: usize) -> bool {
        let last = self.reading.phrases.chunks.get(chunk).map_or(0, |chunk| chunk.tokens.end.saturating_sub(1));
        matches!(self.reading.text.lower(last), "after" | "before") && self.verb_follows(chunk)
    }

    /// Whether the date in the chunk is that of what comes behind it.
    fn counts_back(&self, chunk: usize) -> bool {
        let Some(chunk) = self.reading.phrases.chunks.get(chunk) else { return false };
        let dates = &self.reading.dates;
        let first = dates.partition_point(|date| date.tokens.end <= chunk.tokens.start);
        dates.get(first).is_some_and(|date| date.tokens.start < chunk.tokens.end && date.rule == COUNTED_BACK)
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
        let part = self.clauses.first_verbs.len().saturating_sub(1);
        self.clauses.all.push(Clause { part, ..Clause::new(link, parent) });
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
                *slot = self.current as u16;
            }
        }
    }

    fn note_verb(&mut self, chunk: usize) {
        let tense = tense_of(self.reading, chunk);
        let bare = self.reading.phrases.verb(chunk).is_some_and(|verb| verb.voice == Voice::Participle);
        let start = self.reading.phrases.chunks.get(chunk).map_or(usize::MAX, |chunk| chunk.tokens.start);
        if let Some(first) = self.clauses.first_verbs.last_mut() {
            first.get_or_insert(start);
        }
        if let Some(clause) = self.clauses.all.get_mut(self.current)
            && !clause.has_verb
        {
            clause.has_verb = true;
            clause.bare = bare;
            clause.tense = tense;
        }
    }

    /// Whether a finite verb comes right behind the chunk.
    fn is_subject(&self, chunk: usize) -> bool {
        let verb = self.reading.phrases.next(chunk).and_then(|next| self.reading.phrases.verb(next));
        verb.is_some_and(|verb| verb.shape == VerbShape::Finite && verb.voice != Voice::Participle)
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

fn is_of_time(word: &str) -> bool {
    matches!(word, "when" | "where")
}

fn link_of(word: &str) -> Link {
    match word {
        "when" | "whenever" | "as" | "while" | "after" | "before" | "until" | "till" | "since" | "once" => Link::Time,
        "where" => Link::Relative,
        "that" | "whether" | "how" => Link::Content,
        _ => Link::Other,
    }
}
