//! Events told by a verb, with or without what belongs to it: "attacked", "opened fire", "set the school on fire".

use std::cell::OnceCell;
use std::ops::Range;

use crate::analysis::phrase::{ChunkKind, VerbShape};
use crate::vocabulary::events::{Trigger, TriggerClass};

use super::Found;
use super::arguments;
use super::nature;
use super::noun_in_ing;
use super::pronoun;
use super::scene::Scene;
use super::voice;

/// What the verb group in chunk `verb` tells of: one happening, or one for each member of a list ("declared a state of
/// emergency and a curfew").
pub(super) fn read<'a>(scene: &Scene<'a>, verb: usize) -> Vec<Found<'a>> {
    let Some(group) = scene.phrases.verb(verb) else {
        return Vec::new();
    };
    let head = scene.head(verb);
    let word = scene.text.lower(head);
    if !scene.text.word(head).is_event_trigger {
        return Vec::new();
    }
    if group.shape == VerbShape::Gerund && noun_in_ing::is_noun(scene, verb) {
        return noun_in_ing::read(scene, verb).into_iter().collect();
    }
    let mut reader = Reader { scene, verb, head, object: None, subject: OnceCell::new() };
    let mut found = Vec::new();
    for sense in scene.words.senses(word).filter(|sense| sense.class == TriggerClass::Verb) {
        // A second sense is only for a further member of a list whose first member made a phrase.
        if found.is_empty() || !sense.phrase.is_empty() {
            found.extend(reader.read(sense, !found.is_empty()));
        }
    }
    if let Some(first) = found.first_mut()
        && group.shape == VerbShape::Infinitive
        && let Some(refusal) = refusal_before(scene, verb)
    {
        first.anchor.start = refusal;
    }
    found
}

/// Whether the verb in chunk `verb` itself tells of something else than `event`: "the strike was declared illegal".
pub(super) fn tells_otherwise(scene: &Scene<'_>, verb: usize, event: &str) -> bool {
    read(scene, verb).iter().any(|found| found.event != event)
}

/// The token of a form of "refuse" directly before the infinitive in chunk `verb`.
fn refusal_before(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let ruler = scene.phrases.previous(verb)?;
    let head = scene.head(ruler);
    (scene.phrases.verb(ruler).is_some() && scene.text.lower(head).starts_with("refus")).then_some(head)
}

/// Prepositions: behind an object they belong to something else ("fired the cook on Monday").
const INSEPARABLE: [&str; 13] =
    ["on", "at", "into", "upon", "for", "to", "from", "with", "over", "through", "toward", "towards", "in"];

/// How many tokens a subject that belongs to the anchor may stand before its verb.
const LONGEST_ANCHOR: usize = 8;

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    verb: usize,
    head: usize,
    object: Option<usize>,
    /// The same for all senses.
    subject: OnceCell<Option<usize>>,
}

/// Where a sense's own words end and which noun group follows them.
struct Fit {
    anchor: Range<usize>,
    object: Option<usize>,
    /// The chunk from which on prepositions are looked for.
    last: usize,
    /// The object belongs to the anchor and is no target.
    within: bool,
}

impl<'a> Reader<'_, 'a> {
    fn subject(&self) -> Option<usize> {
        *self.subject.get_or_init(|| arguments::subject(self.scene, self.verb))
    }

    fn read(&mut self, sense: &'a Trigger, further: bool) -> Option<Found<'a>> {
        let passive = voice::is_passive(self.scene, self.verb, sense);
        if sense.frame == "passive" && !voice::is_passive_by_form(self.scene, self.verb) {
            return None;
        }
        let subject = self.named_directly_before(passive).or_else(|| self.subject());
        self.object =
            if passive { subject } else { self.scene.phrases.object_of(self.verb).or_else(|| self.hidden_object()) };
        let fit = self.fit(sense, passive)?;
        if further && fit.anchor.start <= self.head {
            return None;
        }
        let doer = if passive { arguments::agent(self.scene, self.verb) } else { subject };
        if !sense.subject.is_empty()
            && let Some(doer) = if sense.frame == "undergoer" { subject } else { doer }
            && !self.scene.list(doer).into_iter().any(|member| self.scene.is_of_class(member, &sense.subject))
        {
            return None;
        }
        // Who is told of in no way is neither a protester nor a soldier, where the clause has a doer; in a passive only a
        // sense that asks for the doer itself is lost.
        if doer.is_none() && (sense.frame == "doer" || (!passive && self.hides_subject(sense))) {
            return None;
        }
        if self.avoided(sense, &fit, subject)
            || nature::did_it(self.scene, &sense.event, doer, subject)
            || (nature::is_accident(self.scene, &sense.event, &sense.lemma) && !self.is_weapon(subject))
        {
            return None;
        }
        // "A panel has been asked to report": nobody is said to want it.
        if passive && doer.is_none() && sense.event == "demand" && matches!(sense.lemma.as_str(), "ask" | "order") {
            return None;
        }
        let behind = || arguments::behind_preposition(self.scene, fit.last, &sense.preposition);
        let (actor, target) = match sense.frame.as_str() {
            "undergoer" => (arguments::agent(self.scene, self.verb).or_else(behind), subject),
            _ if fit.within => {
                (doer.filter(|_| !passive || doer != self.object), behind().or_else(|| self.driven(sense, &fit)))
            }
            _ => {
                let reflexive = |object: &usize| pronoun::is_reflexive(self.scene.head_word(*object));
                let nobody =
                    |object: &usize| matches!(self.scene.head_word(*object), "air" | "sky" | "ground" | "place");
                let hit = fit.object.filter(|object| !reflexive(object)).or_else(behind);
                // "detonated their vests": what went off was not what was hit.
                let arms = |object: &usize| {
                    sense.event == "bomb" && self.scene.is_of_class(*object, &["explosive", "rocket", "bomb_worn"])
                };
                let hit = hit.filter(|object| !nobody(object) && !arms(object));
                // "chanted against the army": the last word of what must follow introduces the target.
                let last = fit.anchor.end.saturating_sub(1);
                let introduced = || {
                    let opens =
                        last > self.head && sense.preposition.iter().any(|word| word == self.scene.text.lower(last));
                    opens.then(|| self.noun_at(last + 1)).flatten().filter(|object| !nobody(object))
                };
                (doer, hit.or_else(introduced).or_else(|| self.driven(sense, &fit)))
            }
        };
        // "turned the gun on himself"
        if fit.within && target.is_some_and(|target| pronoun::is_reflexive(self.scene.head_word(target))) {
            return None;
        }
        Some(Found {
            event: &sense.event,
            anchor: fit.anchor,
            actor: actor.filter(|actor| target != Some(*actor)),
            target,
            trigger: self.verb,
            modifier: None,
            refers_back: false,
            rule: match (fit.within, passive) {
                (true, _) => "verb phrase",
                (false, true) => "passive verb",
                (false, false) => "verb",
            },
        })
    }

    /// "A grenade exploded": no accident, whatever else the document tells of.
    fn is_weapon(&self, subject: Option<usize>) -> bool {
        subject.is_some_and(|subject| self.scene.is_of_class(subject, &["explosive", "rocket"]))
    }

    /// Whom the force that `sense` tells of was used to drive away.
    fn driven(&self, sense: &Trigger, fit: &Fit) -> Option<usize> {
        matches!(sense.event.as_str(), "shoot" | "attack" | "beat")
            .then(|| arguments::driven(self.scene, fit.last))
            .flatten()
    }

    /// Whether the noun group directly before the verb, which the grammar does not take for its subject ("Relatives who
    /// gathered …", "relatives gathered outside say …"), is none of those that `sense` asks for.
    fn hides_subject(&self, sense: &Trigger) -> bool {
        let scene = self.scene;
        let before = scene.phrases.previous(self.verb);
        let before = before.and_then(|before| {
            if scene.kind(before) == Some(ChunkKind::Relative) { scene.phrases.previous(before) } else { Some(before) }
        });
        !sense.subject.is_empty()
            && before.is_some_and(|noun| scene.phrases.noun(noun).is_some() && !scene.is_of_class(noun, &sense.subject))
    }

    /// For "accused “foreign hands” of it" the hands, for "rejected that account" the account: no clause follows "that".
    fn hidden_object(&self) -> Option<usize> {
        let scene = self.scene;
        let next = scene.phrases.next(self.verb)?;
        if scene.kind(next) == Some(ChunkKind::Quote) {
            return scene.phrases.next(next).filter(|noun| scene.phrases.noun(*noun).is_some());
        }
        let that = scene.phrases.next(self.verb).filter(|that| scene.phrases.is_word(scene.text, *that, "that"))?;
        let noun = scene.phrases.next(that).filter(|noun| scene.phrases.noun(*noun).is_some())?;
        let ends = scene.phrases.next(noun).is_none_or(|next| {
            matches!(
                scene.kind(next),
                Some(ChunkKind::Break | ChunkKind::Comma | ChunkKind::Mark | ChunkKind::Conjunction)
            )
        });
        ends.then_some(noun)
    }

    /// For "the names of the men killed in May" the men: a bare passive belongs to the noun group before it, unless that
    /// names a place.
    fn named_directly_before(&self, passive: bool) -> Option<usize> {
        let noun = self
            .scene
            .phrases
            .previous(self.verb)
            .filter(|_| passive && !voice::is_passive_by_form(self.scene, self.verb))?;
        let noun = self.scene.list(noun).first().copied().unwrap_or(noun);
        let of = self.scene.phrases.previous(noun).filter(|of| self.scene.phrases.is_word(self.scene.text, *of, "of"));
        (self.scene.phrases.noun(noun).is_some() && of.is_some() && !self.scene.is_place_name(noun)).then_some(noun)
    }

    fn fit(&self, sense: &Trigger, passive: bool) -> Option<Fit> {
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
            let reader =
                Reader { object: if passive { self.object } else { behind }, subject: self.subject.clone(), ..*self };
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
            let end = |phrase: &Vec<String>| self.scene.is_phrase_at(token, phrase).then(|| token + phrase.len());
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

    fn noun_at(&self, token: usize) -> Option<usize> {
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

    /// Whether a neighbour, the object or the subject's head rules the sense out.
    fn avoided(&self, sense: &Trigger, fit: &Fit, subject: Option<usize>) -> bool {
        if sense.avoid.is_empty() {
            return false;
        }
        let beside = [self.head.wrapping_sub(1), self.head + 1, fit.anchor.end];
        let subject = subject.map(|subject| self.scene.tokens(subject)).unwrap_or_default();
        let object = fit.object.map(|object| self.scene.tokens(object)).unwrap_or_default();
        let mut tokens = beside.into_iter().chain(subject).chain(object);
        tokens.any(|token| self.scene.is_avoided(token, sense))
    }
}
