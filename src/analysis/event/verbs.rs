//! Events told by a verb, with or without what belongs to it: "attacked", "opened fire", "set the school on fire".

mod fit;

use std::cell::OnceCell;

use crate::analysis::phrase::{ChunkKind, VerbShape};
use crate::vocabulary::events::{Trigger, TriggerClass};

use super::Found;
use super::arguments;
use super::nature;
use super::noun_in_ing;
use super::pronoun;
use super::scene::Scene;
use super::voice;
use fit::Fit;

/// What the verb group in chunk `verb` tells of: one happening, or one for each member of a list ("declared a state of
/// emergency and a curfew").
pub(super) fn read(scene: &Scene<'_>, verb: usize) -> Vec<Found> {
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
    let mut reader = Reader { scene, verb, head, object: None, subject: OnceCell::new(), done_to: OnceCell::new() };
    let mut found = Vec::new();
    for sense in scene.words.senses(word).filter(|sense| sense.class == TriggerClass::Verb) {
        // A second sense is only for another member of a list of which one made a phrase ("fired bullets and tear gas").
        if found.is_empty() || !sense.phrase.is_empty() {
            let next = reader.read(sense);
            found.extend(next.filter(|next| {
                found
                    .iter()
                    .all(|other: &Found| next.anchor.end <= other.anchor.start || other.anchor.end <= next.anchor.start)
            }));
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

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    verb: usize,
    head: usize,
    object: Option<usize>,
    /// The same for all senses.
    subject: OnceCell<Option<usize>>,
    /// What the verb does something to where it is no passive, the same for all senses.
    done_to: OnceCell<Option<usize>>,
}

impl<'a> Reader<'_, 'a> {
    fn subject(&self) -> Option<usize> {
        *self.subject.get_or_init(|| arguments::subject(self.scene, self.verb))
    }

    fn done_to(&self) -> Option<usize> {
        let read = || self.scene.phrases.object_of(self.verb).or_else(|| self.hidden_object());
        *self.done_to.get_or_init(read)
    }

    fn read(&mut self, sense: &'a Trigger) -> Option<Found> {
        let passive = voice::is_passive(self.scene, self.verb, sense);
        if sense.frame == "passive" && !voice::is_passive_by_form(self.scene, self.verb) {
            return None;
        }
        let subject = self.named_directly_before(passive).or_else(|| self.subject());
        self.object = if passive { subject } else { self.done_to() };
        let fit = self.fit(sense, passive)?;
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
            || nature::did_it(self.scene, sense.event, doer, subject)
            || (nature::is_accident(self.scene, sense.event, &sense.lemma) && !self.is_weapon(subject))
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
                // "denies troops fired on pilgrims": the object opens what is denied.
                let opens_clause = |object: &usize| {
                    sense.event == "deny"
                        && *object > self.verb
                        && self.scene.phrases.next(*object).and_then(|verb| self.scene.phrases.verb(verb)).is_some_and(
                            |group| {
                                group.shape == VerbShape::Finite
                                    && group.voice != crate::analysis::phrase::Voice::Participle
                                    || group.voice == crate::analysis::phrase::Voice::Passive
                            },
                        )
                };
                let hit = hit.filter(|object| !nobody(object) && !arms(object) && !opens_clause(object));
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
        // "a deadline for meeting the demands"
        if sense.event == "agree" && matches!(sense.lemma.as_str(), "meet" | "grant") && !self.is_finite() {
            return None;
        }
        // "turned the gun on himself"
        if fit.within && target.is_some_and(|target| pronoun::is_reflexive(self.scene.head_word(target))) {
            return None;
        }
        Some(Found {
            event: sense.event,
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

    fn is_finite(&self) -> bool {
        self.scene
            .phrases
            .verb(self.verb)
            .is_some_and(|group| group.shape == VerbShape::Finite && group.modal.is_none())
    }

    /// "A grenade exploded": no accident, whatever else the document tells of.
    fn is_weapon(&self, subject: Option<usize>) -> bool {
        subject.is_some_and(|subject| self.scene.is_of_class(subject, &["explosive", "rocket"]))
    }

    /// Whom the force that `sense` tells of was used to drive away.
    fn driven(&self, sense: &Trigger, fit: &Fit) -> Option<usize> {
        matches!(sense.event, "shoot" | "attack" | "beat").then(|| arguments::driven(self.scene, fit.last)).flatten()
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

    /// For "accused “foreign hands” of it" the hands, for "rejected that account" the account: no clause follows "that"; for
    /// "a foreman whom they accused" the foreman.
    fn hidden_object(&self) -> Option<usize> {
        let scene = self.scene;
        if let Some(object) = self.scene.phrases.relative_object_of(self.scene.text, self.verb) {
            return Some(object);
        }
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
