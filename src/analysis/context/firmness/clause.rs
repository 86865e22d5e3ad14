//! What a claim's own clause says about its firmness.

use std::ops::Range;

use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};
use crate::analysis::text::TokenKind;
use crate::analysis::{Claim, ClaimKind, Reading};
use crate::vocabulary::firmness::{Firmness, MarkPlace, get as marks};
use crate::vocabulary::number_words::{self, NumberClass};

/// How firmly the clause puts `claim`; `None` where nothing marks it.
pub fn firmness(reading: &Reading<'_>, claim: &Claim) -> Option<Firmness> {
    let tokens = reading.text.tokens_in(claim.span);
    let chunk = reading.phrases.chunk_at(tokens.start)?;
    let own_verb = (chunk..=reading.phrases.chunk_at(tokens.end.saturating_sub(1)).unwrap_or(chunk))
        .find(|chunk| reading.phrases.verb(*chunk).is_some());
    let clause = Clause { reading, chunk };
    let verb = own_verb.or_else(|| clause.governing_verb());
    let by_verb = || verb.and_then(|verb| clause.of_verb(verb));
    // "refused to investigate" is an anchor of its own; where refusing is the event itself, nothing is denied.
    let refused = || {
        let refuses = tokens.len() > 2
            && !matches!(claim.event, "deny" | "strike" | "protest")
            && reading.text.lower(tokens.start + 1) == "to";
        refuses
            .then(|| reading.text.word(tokens.start).firmness(MarkPlace::Verb))
            .flatten()
            .filter(|firmness| *firmness == Firmness::Denied)
    };
    let noun_itself = own_verb.is_none() && claim.kind == ClaimKind::Event;
    // "called a strike for Friday": it is still to come.
    let called = claim.event == "strike" && reading.text.lower(tokens.start).starts_with("call");
    if called && !claim.rule.contains("noun and verb") {
        return Some(Firmness::Unreal);
    }
    if claim.kind == ClaimKind::Event && own_verb.is_some_and(|verb| is_charge(reading, verb)) {
        return Some(Firmness::Alleged);
    }
    refused()
        .or_else(|| own_verb.is_none().then(|| clause.adjective(tokens.clone())).flatten())
        .or_else(|| noun_itself.then(|| clause.governing_noun(chunk)).flatten())
        .or_else(by_verb)
        .or_else(|| clause.of_amount(claim, verb))
        .or_else(|| clause.adverb(verb.unwrap_or(chunk), &tokens))
        .or_else(|| clause.opener(verb.unwrap_or(chunk)))
}

/// Whether the gerund in chunk `verb` tells what somebody is held for: "arrested two men for looting a shop".
fn is_charge(reading: &Reading<'_>, verb: usize) -> bool {
    let phrases = &reading.phrases;
    let gerund = phrases.verb(verb).is_some_and(|group| group.shape == VerbShape::Gerund);
    let Some(preposition) = phrases.previous(verb).filter(|_| gerund) else { return false };
    let governs = ["for", "of", "over", "with"].iter().any(|word| phrases.is_word(&reading.text, preposition, word));
    let mut at = preposition;
    for _ in 0..4 {
        let Some(before) = phrases.previous(at).filter(|_| governs) else { return false };
        if let Some(head) = phrases.verb(before).and_then(|_| phrases.chunks.get(before)).map(|chunk| chunk.head) {
            let word = reading.text.lower(head);
            return ["arrest", "detain", "held", "charg", "pick", "seiz", "accus", "suspect"]
                .iter()
                .any(|stem| word.starts_with(stem));
        }
        at = before;
    }
    false
}

/// Whether the claim's own verb is a plain past or perfect, which no demand and no promise turns into an aim.
pub fn tells_of_past(reading: &Reading<'_>, claim: &Claim) -> bool {
    let tokens = reading.text.tokens_in(claim.span);
    let Some(chunk) = reading.phrases.chunk_at(tokens.start) else { return false };
    let clause = Clause { reading, chunk };
    let own = reading.phrases.verb(chunk).map(|_| chunk).or_else(|| clause.governing_verb());
    own.and_then(|verb| Some((verb, reading.phrases.verb(verb)?))).is_some_and(|(verb, group)| {
        let past = clause.tokens(verb).any(|token| {
            reading.text.word(token).verb.past || matches!(clause.lower(token), "was" | "were" | "had" | "has" | "have")
        });
        group.shape == VerbShape::Finite && group.modal.is_none() && !group.future && past
    })
}

/// Whether a clause of "who", "which" or "that" behind its noun tells of `claim`: what somebody denies or claims of that noun is
/// another matter ("denied that the blast which killed 12 …").
pub fn is_taken_for_granted(reading: &Reading<'_>, claim: &Claim) -> bool {
    let tokens = reading.text.tokens_in(claim.span);
    let Some(chunk) = reading.phrases.chunk_at(tokens.start) else { return false };
    let phrases = &reading.phrases;
    let relative = |verb: usize| {
        let before = phrases.previous(verb).filter(|_| phrases.verb(verb).is_some_and(|verb| verb.modal.is_none()));
        before.filter(|who| match phrases.kind(*who) {
            Some(ChunkKind::Relative) => true,
            // "a crash that killed 12"
            Some(ChunkKind::Subordinator) => {
                phrases.is_word(&reading.text, *who, "that")
                    && phrases.previous(*who).is_some_and(|noun| phrases.noun(noun).is_some())
            }
            _ => false,
        })
    };
    phrases.previous(chunk).and_then(relative).is_some()
}

struct Clause<'r, 'a> {
    reading: &'r Reading<'a>,
    /// The chunk in which the claim begins.
    chunk: usize,
}

impl Clause<'_, '_> {
    fn lower(&self, token: usize) -> &str {
        self.reading.text.lower(token)
    }

    fn sentence_start(&self, token: usize) -> usize {
        let text = &self.reading.text;
        text.tokens
            .get(token)
            .and_then(|token| text.sentences.get(token.sentence))
            .map_or(0, |sentence| sentence.tokens.start)
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.reading.phrases.kind(chunk)
    }

    fn tokens(&self, chunk: usize) -> Range<usize> {
        self.reading.phrases.chunks.get(chunk).map_or(0..0, |chunk| chunk.tokens.clone())
    }

    fn head(&self, chunk: usize) -> usize {
        self.reading.phrases.chunks.get(chunk).map_or(0, |chunk| chunk.head)
    }

    /// The verb whose subject or object the claim's noun is; failing both, the nearest in its clause.
    fn governing_verb(&self) -> Option<usize> {
        let phrases = &self.reading.phrases;
        let walk = |step: &dyn Fn(usize) -> Option<usize>| {
            let mut at = self.chunk;
            for _ in 0..8 {
                at = step(at)?;
                match self.kind(at)? {
                    ChunkKind::Verb(_) => return Some(at),
                    ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Break | ChunkKind::Quote => return None,
                    _ => {}
                }
            }
            None
        };
        let right = walk(&|chunk| phrases.next(chunk));
        let left = walk(&|chunk| phrases.previous(chunk));
        let subject = right.filter(|verb| phrases.subject_of(*verb) == Some(self.chunk));
        let beside = phrases.next(self.chunk).filter(|next| {
            phrases
                .verb(*next)
                .is_some_and(|group| group.shape == VerbShape::Finite && group.voice != Voice::Participle)
        });
        subject.or(beside).or(left).or(right)
    }

    /// What the verb group itself, its subject, and the verb or noun that governs it say.
    fn of_verb(&self, verb: usize) -> Option<Firmness> {
        let phrases = &self.reading.phrases;
        let group = phrases.verb(verb)?;
        if group.negated || self.none_subject(verb) {
            return Some(Firmness::Denied);
        }
        if let Some(modal) = group.modal {
            return match self.lower(modal) {
                "may" | "might" => Some(Firmness::Possible),
                "could" if group.perfect || group.copula => Some(Firmness::Possible),
                "can" | "ca" => None,
                _ => Some(Firmness::Unreal),
            };
        }
        if group.future {
            return Some(Firmness::Unreal);
        }
        let inner = self.tokens(verb).find_map(|token| self.reading.text.word(token).firmness(MarkPlace::Adverb));
        if inner.is_some() {
            return inner;
        }
        match group.shape {
            // "the third journalist to be killed"
            VerbShape::Infinitive if self.tells_of_order(verb) => None,
            VerbShape::Infinitive => match self.governor(verb) {
                Some(Firmness::Fact) => None,
                // An infinitive that nothing makes a fact tells of an aim.
                other => other.or(Some(Firmness::Unreal)),
            },
            VerbShape::Gerund => self.governor(verb).filter(|firmness| *firmness != Firmness::Fact),
            VerbShape::Finite => None,
        }
    }

    /// Whether the noun before the infinitive counts off those to whom it happened: "the first", "the latest of them".
    fn tells_of_order(&self, verb: usize) -> bool {
        let Some(noun) = self.reading.phrases.previous(verb) else { return false };
        self.reading.phrases.noun(noun).is_some()
            && self.tokens(noun).any(|token| {
                let word = self.lower(token);
                matches!(word, "first" | "second" | "last" | "latest" | "only")
                    || number_words::get(word).is_some_and(|word| word.class == NumberClass::Part)
            })
    }

    /// "No shots were fired", "nobody fired".
    fn none_subject(&self, verb: usize) -> bool {
        let Some(subject) = self.reading.phrases.subject_of(verb) else { return false };
        let start = self.tokens(subject).start;
        let first = self.lower(start);
        // "School No 4 burned"
        if first == "no" && self.reading.text.tokens.get(start + 1).is_some_and(|next| next.kind == TokenKind::Number) {
            return false;
        }
        subject != self.chunk && matches!(first, "no" | "nobody" | "none" | "neither")
    }

    /// What governs the infinitive or gerund in chunk `verb`: the nearest verb, noun or adjective to its left that does.
    fn governor(&self, verb: usize) -> Option<Firmness> {
        let phrases = &self.reading.phrases;
        let gerund = phrases.verb(verb)?.shape == VerbShape::Gerund;
        let mut at = verb;
        let mut nouns = 0;
        let mut after_comma = false;
        for _ in 0..6 {
            at = phrases.previous(at)?;
            match self.kind(at)? {
                ChunkKind::Verb(group) => {
                    let head = self.lower(self.head(at));
                    let own = self.tokens(at).rev().find_map(|token| {
                        self.reading.text.word(token).firmness(MarkPlace::Predicate).filter(|_| group.copula)
                    });
                    let found = own.or_else(|| marks().of(MarkPlace::Verb, head));
                    if gerund && after_comma {
                        return None;
                    }
                    return match found {
                        Some(Firmness::Unreal | Firmness::Fact) if group.negated => Some(Firmness::Unreal),
                        Some(found) if gerund && found == Firmness::Possible => None,
                        Some(found) => Some(found),
                        // "did not come to stop it" and "moved in to stop it" leave it open alike.
                        None => None,
                    };
                }
                ChunkKind::Noun(_) => {
                    let head = self.lower(self.head(at));
                    let found = marks().of(MarkPlace::Noun, head).or_else(|| marks().of(MarkPlace::Predicate, head));
                    if found.is_some() {
                        return found;
                    }
                    nouns += 1;
                    if nouns > 2 {
                        return None;
                    }
                }
                ChunkKind::Adverb => {
                    let word = self.lower(self.head(at));
                    if let Some(found) =
                        marks().of(MarkPlace::Predicate, word).or_else(|| marks().of(MarkPlace::Adverb, word))
                    {
                        return Some(found);
                    }
                }
                ChunkKind::Preposition if gerund && self.lower(self.head(at)) == "without" => {
                    return Some(Firmness::Denied);
                }
                ChunkKind::Preposition | ChunkKind::Conjunction | ChunkKind::Time | ChunkKind::Quote => {}
                ChunkKind::Comma => after_comma = true,
                ChunkKind::Mark => {
                    if let Some(found) = self.reading.text.word(self.head(at)).firmness(MarkPlace::Predicate) {
                        return Some(found);
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// "threat of a strike", "a call for protests", "without bloodshed".
    fn governing_noun(&self, chunk: usize) -> Option<Firmness> {
        let phrases = &self.reading.phrases;
        let preposition = phrases.previous(chunk)?;
        if self.kind(preposition)? == ChunkKind::Preposition {
            if self.lower(self.head(preposition)) == "without" {
                return Some(Firmness::Denied);
            }
            let governor = phrases.previous(preposition)?;
            let word = self.lower(self.head(governor));
            let found = match self.kind(governor)? {
                ChunkKind::Noun(_) => marks().of(MarkPlace::Noun, word).or(match word {
                    "evidence" | "sign" | "signs" if self.lower(self.tokens(governor).start) == "no" => {
                        Some(Firmness::Denied)
                    }
                    _ => None,
                }),
                ChunkKind::Verb(_) => marks().of(MarkPlace::Verb, word),
                _ => None,
            };
            return found.filter(|found| *found != Firmness::Fact);
        }
        if let ChunkKind::Verb(_) = self.kind(preposition)? {
            return self
                .reading
                .text
                .word(self.head(preposition))
                .firmness(MarkPlace::Verb)
                .filter(|found| matches!(found, Firmness::Unreal));
        }
        None
    }

    /// "the alleged attack", "12 feared dead", "an unconfirmed toll of 12".
    fn adjective(&self, tokens: Range<usize>) -> Option<Firmness> {
        let inside = self.tokens(self.chunk);
        let within = inside.start..tokens.end.min(inside.end);
        let direct = within.rev().find_map(|token| self.reading.text.word(token).firmness(MarkPlace::Adjective));
        let feared = (tokens.end..tokens.end + 3).any(|token| matches!(self.lower(token), "feared"));
        let presumed = (tokens.end..tokens.end + 3).any(|token| matches!(self.lower(token), "presumed" | "believed"));
        direct.or_else(|| feared.then_some(Firmness::Unreal)).or_else(|| presumed.then_some(Firmness::Possible))
    }

    /// "demanded $3 million", "the charge carries five years": what is wanted or threatened is not paid or served.
    fn of_amount(&self, claim: &Claim, verb: Option<usize>) -> Option<Firmness> {
        let head = self.head(verb.filter(|verb| *verb < self.chunk)?);
        let found = match claim.measure {
            "money" => self.reading.text.word(head).firmness(MarkPlace::Verb) == Some(Firmness::Unreal),
            "term" => ["carry", "carries", "carried", "face", "faces", "facing"].contains(&self.lower(head)),
            _ => false,
        };
        found.then_some(Firmness::Unreal)
    }

    /// "allegedly", "apparently" in the clause, outside the verb group and the claim's own words ("perhaps 30 men").
    fn adverb(&self, chunk: usize, own: &Range<usize>) -> Option<Firmness> {
        let clause = self.reading.phrases.clause_of(chunk);
        clause
            .flat_map(|chunk| self.tokens(chunk))
            .filter(|token| !own.contains(token))
            .find_map(|token| self.reading.text.word(token).firmness(MarkPlace::Adverb))
    }

    /// "if", "unless" at the beginning of the clause.
    fn opener(&self, chunk: usize) -> Option<Firmness> {
        let phrases = &self.reading.phrases;
        let clause = phrases.clause_of(chunk);
        let before = phrases.previous(clause.start)?;
        if !matches!(self.kind(before)?, ChunkKind::Subordinator | ChunkKind::Relative) {
            return None;
        }
        let opener = self.head(before);
        if self.lower(opener) != "that" {
            return self.reading.text.word(opener).firmness(MarkPlace::Opener);
        }
        // "unconfirmed reports that", "no evidence that", "fears that"
        let words = opener.saturating_sub(3).max(self.sentence_start(opener))..opener;
        let noun = self.lower(opener.saturating_sub(1));
        let none = matches!(noun, "evidence" | "sign" | "signs" | "proof" | "indication")
            && words.clone().any(|token| matches!(self.lower(token), "no" | "little"));
        if none {
            return Some(Firmness::Denied);
        }
        let adjective =
            words.rev().take(2).find_map(|token| self.reading.text.word(token).firmness(MarkPlace::Adjective));
        adjective.or_else(|| marks().of(MarkPlace::Noun, noun)).filter(|found| *found != Firmness::Fact)
    }
}
