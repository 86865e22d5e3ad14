//! Whether the words behind a verb are those that one of its senses asks for: a particle, an object of a class.

use std::cell::OnceCell;
use std::ops::Range;

use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::events::Trigger;

use super::Reader;

/// Prepositions: behind an object they belong to something else ("fired the cook on Monday").
const INSEPARABLE: [&str; 13] =
    ["on", "at", "into", "upon", "for", "to", "from", "with", "over", "through", "toward", "towards", "in"];

/// How many tokens a subject that belongs to the anchor may stand before its verb.
const LONGEST_ANCHOR: usize = 8;

/// Where a sense's own words end and which noun group follows them.
pub(super) struct Fit {
    pub(super) anchor: Range<usize>,
    pub(super) object: Option<usize>,
    /// The chunk from which on prepositions are looked for.
    pub(super) last: usize,
    /// The object belongs to the anchor and is no target.
    pub(super) within: bool,
}

impl Reader<'_, '_> {
    /// Tests the particle and the object of `sense`.
    pub(super) fn fit(&self, sense: &Trigger, passive: bool) -> Option<Fit> {
        let after = self.head + 1;
        if sense.particle.is_empty() {
            return self.fit_object(sense, passive, after, self.verb);
        }
        let after = after + usize::from(self.is_adverb(after));
        // "was fired on Monday": the preposition belongs to the day.
        let dated = self.behind_time(after);
        let at_once = dated <= after + 1 && self.scene.words_at(after, &sense.particle).is_some();
        let after = if at_once { after } else { dated };
        if let Some(end) = self.scene.words_at(after, &sense.particle) {
            let last = self.scene.phrases.chunk_at(end.saturating_sub(1))?;
            // "raged through the town": the preposition's noun is no object.
            let intransitive = sense.object.iter().any(|class| class == "none");
            let clause = self.scene.text.lower(end.saturating_sub(1)) == "that";
            // "refused to hand over the reports"
            let refused = || {
                let denied = sense.event == "deny" && self.scene.text.lower(end.saturating_sub(1)) == "to";
                self.scene.phrases.object_of(last).filter(|_| denied)
            };
            let behind = self.noun_at(end).or_else(refused).filter(|_| !intransitive && !clause);
            let reader = Reader {
                object: if passive { self.object } else { behind },
                subject: self.subject.clone(),
                done_to: OnceCell::new(),
                ..*self
            };
            return reader.fit_object(sense, passive, end, last);
        }
        // "set the school on fire": the particle stands behind the object.
        if passive {
            return None;
        }
        let object = self.object.filter(|object| *object > self.verb)?;
        let separable = |phrase: &Vec<String>| {
            sense.frame == "beyond"
                || !sense.object.is_empty()
                || phrase.len() > 1
                || phrase.first().is_some_and(|word| !INSEPARABLE.contains(&word.as_str()))
        };
        let words_at = |token: usize| {
            let end = |phrase: &Vec<String>| self.scene.phrase_end(token, phrase);
            sense.particle.iter().filter(|phrase| separable(phrase)).filter_map(end).max()
        };
        let tokens = self.scene.phrase_tokens(object);
        // "declared the strike illegal": an adjective ends the object's group.
        // "charged the foreman, Jan Moor, with negligence": the name stands between.
        let behind_name = || {
            let opened = self.scene.text.lower(tokens.end) == ",";
            let close = (tokens.end + 1..tokens.end + 7).find(|token| self.scene.text.lower(*token) == ",");
            let close = close
                .filter(|close| opened && (tokens.end + 1..*close).all(|token| self.scene.text.capitalised(token)))?;
            words_at(close + 1)
        };
        let end = (tokens.start + 1..=tokens.end)
            .find_map(words_at)
            .or_else(behind_name)
            // "asked the court on Friday to …"
            .or_else(|| words_at(self.behind_time(tokens.end)))?;
        let last = self.scene.phrases.chunk_at(end.saturating_sub(1))?;
        let mut fit = self.fit_object(sense, passive, end, last)?;
        if sense.frame == "beyond" {
            fit.object = self.noun_at(end);
        }
        Some(fit)
    }

    /// Tests the object; the anchor runs from the verb to `end`, or to the end of an object that belongs to it.
    fn fit_object(&self, sense: &Trigger, passive: bool, end: usize, last: usize) -> Option<Fit> {
        let forbidden = sense.object.iter().any(|class| class == "none");
        // "exploded seconds apart": how long is no object.
        let object = self.object.filter(|object| passive || !forbidden || !self.is_duration(*object));
        let members = object.map(|object| self.scene.list(object)).unwrap_or_default();
        if !sense.phrase.is_empty() {
            let member = members.iter().copied().find(|member| self.names(*member, &sense.phrase))?;
            let tokens = self.scene.phrases.noun_phrase(self.scene.text, member);
            let first = members.first() == Some(&member);
            let anchor = match (passive, first) {
                // Of a subject that stands far away the verb alone is the anchor.
                (true, _) if self.head.saturating_sub(self.scene.head(member)) > LONGEST_ANCHOR => self.head..end,
                (true, _) => self.scene.head(member)..end,
                (false, true) => self.head..tokens.end.max(end),
                (false, false) => tokens.clone(),
            };
            let last = if passive { last } else { members.last().copied().unwrap_or(member) };
            return Some(Fit { anchor, object: Some(member), last, within: true });
        }
        let fits = match object {
            None => forbidden || sense.object.is_empty() || (!sense.particle.is_empty() && passive),
            Some(_) if forbidden && !passive => false,
            Some(_) if forbidden => return None,
            Some(_) if sense.object.is_empty() => true,
            Some(_) => members.iter().any(|member| self.scene.is_of_class(*member, &sense.object)),
        };
        if !fits && passive {
            return self.fit_second_object(sense, last);
        }
        let anchor = self.head..end;
        fits.then_some(Fit { anchor, object, last, within: false })
    }

    /// Whether the noun group is a stretch of time: "minutes apart", "two hours later".
    fn is_duration(&self, noun: usize) -> bool {
        let apart =
            |token: usize| matches!(self.scene.text.lower(token), "apart" | "later" | "earlier" | "after" | "before");
        let head = self.scene.head(noun);
        apart(head + 1) || (head > self.head + 1 && apart(head))
    }

    /// "The reporters were denied access": what was withheld stands behind the passive, whom it was withheld from before.
    fn fit_second_object(&self, sense: &Trigger, last: usize) -> Option<Fit> {
        let second = self.scene.phrases.object_of(self.verb)?;
        self.names(second, &sense.object).then(|| Fit {
            anchor: self.head..self.scene.tokens(second).end,
            object: self.object,
            last,
            within: false,
        })
    }

    /// Whether the noun group is of one of `classes` by its own words.
    fn names(&self, noun: usize, classes: &[String]) -> bool {
        let pronoun = self.scene.phrases.noun(noun).is_none_or(|group| group.pronoun || group.bare);
        !pronoun && self.scene.is_of_class(noun, classes)
    }

    pub(super) fn noun_at(&self, token: usize) -> Option<usize> {
        let chunk = self.scene.phrases.chunk_at(token)?;
        let same_sentence =
            self.scene.text.tokens.get(token)?.sentence == self.scene.text.tokens.get(self.head)?.sentence;
        let quoted = self.scene.kind(chunk) == Some(ChunkKind::Quote);
        let chunk = if quoted { self.scene.phrases.next(chunk)? } else { chunk };
        let noun = self.scene.phrases.noun(chunk).is_some();
        (same_sentence && noun).then_some(chunk)
    }

    /// For "called last night for" and "called on Tuesday on" the token behind the calendar expression.
    fn behind_time(&self, token: usize) -> usize {
        let scene = self.scene;
        let preposition = usize::from(matches!(scene.text.lower(token), "on" | "in" | "late" | "early"));
        let time = scene
            .phrases
            .chunk_at(token + preposition)
            .filter(|chunk| scene.kind(*chunk) == Some(ChunkKind::Time) && scene.tokens(*chunk).start >= token);
        time.map_or(token, |chunk| scene.tokens(chunk).end)
    }

    fn is_adverb(&self, token: usize) -> bool {
        self.scene.phrases.chunk_at(token).is_some_and(|chunk| self.scene.kind(chunk) == Some(ChunkKind::Adverb))
            && self.scene.text.lower(token).ends_with("ly")
    }
}
