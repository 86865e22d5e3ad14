//! What belongs to what: subjects, objects, agents, lists and of-phrases, by short walks over chunks.

use std::ops::Range;

use crate::analysis::text::Text;

use super::{Chunk, ChunkKind, Members, Phrases, VerbShape, Voice};

impl Phrases {
    /// The chunks of the clause that `chunk` lies in: between the nearest marks and clause-building words.
    pub fn clause_of(&self, chunk: usize) -> Range<usize> {
        let inside = |kind: Option<ChunkKind>| {
            !matches!(
                kind,
                Some(ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Comma | ChunkKind::Break) | None
            )
        };
        let mut start = chunk;
        while let Some(before) = self.previous(start).filter(|before| inside(self.kind(*before))) {
            start = before;
        }
        let mut end = chunk;
        while let Some(after) = self.next(end).filter(|after| inside(self.kind(*after))) {
            end = after;
        }
        start..end + 1
    }

    /// Whether the verb group in chunk `verb` is a passive: by its auxiliary, or, where it has none, because no object
    /// follows; "dismissed 40 drivers by letter" is none.
    pub fn is_passive(&self, text: &Text<'_>, verb: usize) -> bool {
        match self.verb(verb).map(|group| group.voice) {
            Some(Voice::Passive) => true,
            Some(Voice::Participle) => {
                let object = self.object_of(verb);
                let agent = || self.agent_of(text, verb);
                object.is_none_or(|object| agent().is_some_and(|agent| agent < object))
            }
            _ => false,
        }
    }

    /// The noun group that is the subject of the verb group in chunk `verb`; the subject of the main clause for "… ,
    /// killing six", the antecedent for "who were killed", the shared subject for "beat and arrested".
    pub fn subject_of(&self, verb: usize) -> Option<usize> {
        self.subject(verb, 0)
    }

    fn subject(&self, verb: usize, depth: usize) -> Option<usize> {
        if depth > 4 {
            return None;
        }
        let group = self.verb(verb)?;
        if self.shares_subject(verb) {
            let mut main = self.previous(verb)?;
            while self.verb(main).is_none_or(|group| group.shape == VerbShape::Infinitive)
                || self.follows_object(main)
                || self.is_of_pronoun(main)
                || self.is_in_aside(main, verb)
                || self.is_attribute(main)
            {
                main = self.previous(main).filter(|before| self.kind(*before) != Some(ChunkKind::Break))?;
            }
            return self.subject(main, depth + 1);
        }
        let mut candidate = None;
        // The conjunction between the candidate and what stands before it.
        let mut list = None;
        let mut at = verb;
        while let Some(before) = self.previous(at) {
            #[expect(clippy::match_same_arms, reason = "the arms are tried in this order")]
            match self.kind(before)? {
                // "after the raid 16 sailors were held": the nearer of two that touch.
                ChunkKind::Noun(_) if candidate == Some(at) => break,
                ChunkKind::Noun(_) => candidate = candidate.or(Some(before)),
                // "… by the courts and the company dismissed 40": a determined group behind "and" begins a clause.
                ChunkKind::Preposition
                    if list.is_some_and(|and| and != before)
                        && candidate.is_some_and(|noun| self.is_determined(noun)) =>
                {
                    break;
                }
                // "In March last year 29 people died", "the next morning 200 students gathered"
                ChunkKind::Time if candidate.is_some() && self.noun(at).is_some() && self.is_determined(at) => break,
                // "On Friday officers cleared …"
                ChunkKind::Time
                    if candidate == Some(at)
                        && self.previous(before).is_some_and(|on| self.kind(on) == Some(ChunkKind::Preposition)) =>
                {
                    break;
                }
                ChunkKind::Preposition => candidate = None,
                // "A man wearing a mask stormed …"
                ChunkKind::Verb(inner)
                    if candidate.is_some()
                        && inner.shape == VerbShape::Gerund
                        && self.previous(before).is_some_and(|noun| self.noun(noun).is_some()) =>
                {
                    candidate = None;
                }
                // "Nine teachers who had signed a letter have been dismissed"
                ChunkKind::Verb(inner)
                    if candidate.is_some() && !inner.reports && self.is_relative(self.ruler_of_infinitive(before)) =>
                {
                    return self.antecedent_of(self.previous(self.ruler_of_infinitive(before))?);
                }
                ChunkKind::Verb(_) if candidate.is_some() => break,
                ChunkKind::Verb(_) => return self.subject(before, depth + 1),
                ChunkKind::Relative if candidate.is_none() => {
                    return self.part_before(before).or_else(|| self.antecedent_of(before));
                }
                ChunkKind::Comma if candidate.is_none() && group.shape == VerbShape::Finite => {
                    // An aside between commas stands between a subject and its verb.
                    if let Some(open) = self.aside_before(before) {
                        at = open;
                        continue;
                    }
                }
                // "Two people – a guard and a cook – were killed"
                ChunkKind::Break if candidate.is_none() && at == verb && group.shape == VerbShape::Finite => {
                    at = self.aside_between_breaks(before)?;
                    continue;
                }
                ChunkKind::Conjunction if candidate.is_some() => {
                    list = Some(before);
                    if self.previous(before).is_none_or(|left| self.noun(left).is_none()) {
                        break;
                    }
                }
                ChunkKind::Subordinator | ChunkKind::Break if candidate.is_some() => break,
                // "Police in Springfield, Ohio arrested …"
                ChunkKind::Comma if self.is_wider_place(candidate, before) => {
                    candidate = None;
                    at = self.previous(before)?;
                    continue;
                }
                ChunkKind::Comma | ChunkKind::Relative if candidate.is_some() => break,
                ChunkKind::Subordinator => break,
                _ => {}
            }
            at = before;
        }
        candidate
    }

    /// Whether a name behind `comma` only says where the name before it lies, in the phrase behind the first noun group of
    /// a sentence.
    fn is_wider_place(&self, candidate: Option<usize>, comma: usize) -> bool {
        let name = |noun: usize| {
            self.noun(noun).is_some_and(|group| group.name && group.determiner.is_none() && group.quantity.is_none())
        };
        let place =
            self.previous(comma).filter(|place| candidate == Some(comma + 1) && name(comma + 1) && name(*place));
        let preposition = place.and_then(|place| self.previous(place));
        let noun = preposition
            .filter(|preposition| self.kind(*preposition) == Some(ChunkKind::Preposition))
            .and_then(|preposition| self.previous(preposition));
        noun.is_some_and(|noun| self.noun(noun).is_some() && self.previous(noun).is_none())
    }

    /// For "to sign" in "refused to sign" the refusal; any other verb itself.
    fn ruler_of_infinitive(&self, verb: usize) -> usize {
        let infinitive = self.verb(verb).is_some_and(|group| group.shape == VerbShape::Infinitive);
        self.previous(verb).filter(|ruler| infinitive && self.verb(*ruler).is_some()).unwrap_or(verb)
    }

    /// "who had signed", "which carried": a verb whose subject is a relative word.
    fn is_relative(&self, verb: usize) -> bool {
        self.previous(verb).is_some_and(|who| self.kind(who) == Some(ChunkKind::Relative))
    }

    fn is_determined(&self, noun: usize) -> bool {
        self.noun(noun).is_some_and(|group| group.determiner.is_some() || group.quantity.is_some())
    }

    /// Whether the verb group hangs on an earlier one: ", killing six", "and fled".
    fn shares_subject(&self, verb: usize) -> bool {
        let mut before = self.previous(verb);
        while before.is_some_and(|chunk| matches!(self.kind(chunk), Some(ChunkKind::Adverb | ChunkKind::Time))) {
            before = before.and_then(|chunk| self.previous(chunk));
        }
        match before.and_then(|chunk| self.kind(chunk)) {
            Some(ChunkKind::Conjunction) => true,
            // "shot three men before killing himself"
            Some(ChunkKind::Subordinator) => self.verb(verb).is_some_and(|group| group.shape == VerbShape::Gerund),
            // "stormed the hall, smashed windows and fled"
            Some(ChunkKind::Comma) => {
                self.verb(verb).is_some_and(|group| group.shape == VerbShape::Gerund)
                    || before.is_some_and(|comma| self.aside_before(comma).is_none() && self.has_verb_before(comma))
            }
            _ => false,
        }
    }

    /// "closed the port, which handles grain, and sent troops": of `main` in an aside that "which" opens and the comma before
    /// the "and" of `verb` closes.
    fn is_in_aside(&self, main: usize, verb: usize) -> bool {
        let kind = |chunk: Option<usize>| chunk.and_then(|chunk| self.kind(chunk));
        let and = self.previous(verb).filter(|and| self.kind(*and) == Some(ChunkKind::Conjunction));
        let which = self.previous(main).filter(|which| self.kind(*which) == Some(ChunkKind::Relative));
        kind(and.and_then(|and| self.previous(and))) == Some(ChunkKind::Comma)
            && kind(which.and_then(|which| self.previous(which))) == Some(ChunkKind::Comma)
            && which.is_some_and(|which| self.has_verb_before(which))
    }

    /// "a hall showing a film": a form in -ing right behind its noun.
    fn is_attribute(&self, verb: usize) -> bool {
        self.verb(verb).is_some_and(|group| group.shape == VerbShape::Gerund)
            && self.previous(verb).is_some_and(|noun| self.noun(noun).is_some())
            && self.has_verb_before(verb)
    }

    /// "… as they left": what hangs on the sentence does not hang on this clause.
    fn is_of_pronoun(&self, verb: usize) -> bool {
        let pronoun = self.previous(verb).filter(|noun| self.noun(*noun).is_some_and(|group| group.pronoun));
        let subordinator = pronoun.and_then(|pronoun| self.previous(pronoun));
        subordinator
            .is_some_and(|chunk| self.kind(chunk) == Some(ChunkKind::Subordinator) && self.has_verb_before(chunk))
    }

    /// Whether the verb group in chunk `verb` is a bare participle behind an object: "a stage erected for the feast".
    fn follows_object(&self, verb: usize) -> bool {
        let participle = self.verb(verb).is_some_and(|group| group.voice == Voice::Participle);
        let noun = self.previous(verb).filter(|noun| self.noun(*noun).is_some());
        let ruler = noun.and_then(|noun| self.previous(noun));
        // "called off a march planned for May"
        let ruler =
            ruler.filter(|ruler| self.kind(*ruler) != Some(ChunkKind::Adverb)).or_else(|| self.previous(ruler?));
        let ruler = ruler.and_then(|ruler| self.kind(ruler));
        participle
            && self.object_of(verb).is_none()
            && matches!(ruler, Some(ChunkKind::Verb(_) | ChunkKind::Preposition))
    }

    /// The noun group that is the object of the verb group in chunk `verb`: the first one behind it, with no preposition
    /// or clause between.
    pub fn object_of(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        loop {
            at = self.next(at)?;
            match self.kind(at)? {
                ChunkKind::Noun(_) => return Some(at),
                // "neutralised" in quotation marks takes its object from behind them.
                ChunkKind::Quote
                    if self.verb(verb)?.voice == Voice::Participle
                        && !(at == verb + 1
                            && self.previous(verb).and_then(|open| self.kind(open)) == Some(ChunkKind::Quote)) =>
                {
                    return None;
                }
                ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Quote => {}
                // "killed and wounded 12": the object is shared.
                ChunkKind::Conjunction
                    if self.next(at).is_some_and(|other| self.shares_object(other)) && !self.tells_of_object(verb) =>
                {
                    at = self.next(at)?;
                }
                _ => return None,
            }
        }
    }

    /// For "the clerk whom they accused" and "a charge which the army denied" the clerk and the charge.
    pub fn relative_object_of(&self, text: &Text<'_>, verb: usize) -> Option<usize> {
        let subject = self.previous(verb).filter(|subject| self.noun(*subject).is_some())?;
        let whom = self.previous(subject).filter(|whom| self.kind(*whom) == Some(ChunkKind::Relative))?;
        let fits = ["whom", "which"].iter().any(|word| self.is_word(text, whom, word));
        let bare = self
            .previous(whom)
            .is_some_and(|before| matches!(self.kind(before), Some(ChunkKind::Noun(_) | ChunkKind::Comma)));
        (fits && bare).then(|| self.antecedent_of(whom)).flatten()
    }

    /// "listed 165 civilians killed": a bare participle behind the object of another verb.
    fn tells_of_object(&self, verb: usize) -> bool {
        let noun = self.previous(verb).filter(|noun| self.noun(*noun).is_some_and(|group| group.quantity.is_some()));
        noun.and_then(|noun| self.previous(noun)).is_some_and(|ruler| self.verb(ruler).is_some())
            && self.verb(verb).is_some_and(|group| group.voice == Voice::Participle)
    }

    fn shares_object(&self, verb: usize) -> bool {
        self.verb(verb).is_some_and(|group| group.voice == Voice::Participle)
    }

    /// The objects of the verb group in chunk `verb`: [`Phrases::object_of`] and what is listed with it.
    pub fn objects_of(&self, verb: usize) -> Members {
        self.object_of(verb).map(|object| self.objects_from(object)).unwrap_or_default()
    }

    /// The noun group behind "by" after the verb group in chunk `verb`, in its clause.
    pub fn agent_of(&self, text: &Text<'_>, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..12 {
            at = self.next(at)?;
            match self.kind(at)? {
                ChunkKind::Preposition if text.lower(self.chunks.get(at)?.head) == "by" => {
                    return self.next(at).filter(|agent| self.noun(*agent).is_some());
                }
                ChunkKind::Verb(_)
                | ChunkKind::Subordinator
                | ChunkKind::Relative
                | ChunkKind::Comma
                | ChunkKind::Conjunction
                | ChunkKind::Break => return None,
                _ => {}
            }
        }
        None
    }

    /// The tokens of the noun group in chunk `noun` with the of-phrases behind it: "the mayor of the town".
    pub fn noun_phrase(&self, text: &Text<'_>, noun: usize) -> Range<usize> {
        let start = self.chunks.get(noun).map_or(0, |chunk| chunk.tokens.start);
        let mut last = noun;
        while let Some(after) = self.next(last).filter(|after| self.is_word(text, *after, "of")) {
            match self.next(after).filter(|inner| self.noun(*inner).is_some()) {
                Some(inner) => last = inner,
                None => break,
            }
        }
        start..self.chunks.get(last).map_or(start, |chunk: &Chunk| chunk.tokens.end)
    }

    /// Whether chunk `chunk` begins with `word`.
    #[inline]
    pub fn is_word(&self, text: &Text<'_>, chunk: usize, word: &str) -> bool {
        self.chunks.get(chunk).is_some_and(|chunk| text.is(chunk.tokens.start, word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Subject, whether passive, and object or agent of the verb that has `main` as its main verb.
    fn roles(sentence: &str, main: &str) -> (String, bool, String) {
        let text = Text::new(sentence);
        let phrases = Phrases::new(&text, &[], &[], &[]);
        let words = |chunk: Option<usize>| {
            chunk.map_or(String::new(), |chunk| text.span(phrases.noun_phrase(&text, chunk)).of(sentence).to_owned())
        };
        let verb = (0..phrases.chunks.len())
            .find(|chunk| phrases.verb(*chunk).is_some() && text.lower(phrases.chunks[*chunk].head) == main)
            .unwrap_or_else(|| panic!("no verb {main} in {:?}", phrases.chunks));
        let passive = phrases.is_passive(&text, verb);
        let other = if passive { phrases.agent_of(&text, verb) } else { phrases.object_of(verb) };
        (words(phrases.subject_of(verb)), passive, words(other))
    }

    #[test]
    fn roles_of_verbs() {
        for (sentence, verb, subject, passive, other) in [
            ("The guards killed a miner.", "killed", "The guards", false, "a miner"),
            ("A miner was later killed by masked gunmen.", "killed", "A miner", true, "masked gunmen"),
            ("On the bridge, a student was shot by snipers.", "shot", "a student", true, "snipers"),
            ("The baker, a father of two, was not arrested.", "arrested", "The baker", true, ""),
            ("Soldiers who killed the mayor of Lomza fled.", "killed", "Soldiers", false, "the mayor of Lomza"),
            ("Troops stormed the camp, killing a nurse.", "killing", "Troops", false, "a nurse"),
            ("Police beat and arrested the drivers.", "arrested", "Police", false, "the drivers"),
            ("Doctors said a woman had been wounded.", "wounded", "a woman", true, ""),
            ("The clerk in the office was sacked by the bank.", "sacked", "The clerk", true, "the bank"),
            ("REBELS KILLED A POLICEMAN AND THEN RAIDED A BANK.", "raided", "REBELS", false, "A BANK"),
            ("They would have been dismissed.", "dismissed", "They", true, ""),
        ] {
            let expected = (subject.to_owned(), passive, other.to_owned());
            assert_eq!(roles(sentence, verb), expected, "{sentence}");
        }
    }
}
