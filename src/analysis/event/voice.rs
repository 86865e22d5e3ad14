//! Whether a verb group is a passive in a sense of its verb.

use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};
use crate::vocabulary::events::Trigger;

use super::arguments;
use super::scene::Scene;

/// Verbs that take no object in this sense, and those followed by the preposition of their target, are passive only
/// where an auxiliary says so.
pub(super) fn is_passive(scene: &Scene<'_>, verb: usize, sense: &Trigger) -> bool {
    if is_passive_by_form(scene, verb) || shares_auxiliary(scene, verb, sense) {
        return true;
    }
    if !scene.phrases.is_passive(scene.text, verb) {
        return false;
    }
    // "tipped over the cart"
    let particle = scene.words_at(scene.head(verb) + 1, &sense.particle);
    if particle.is_some_and(|end| begins_noun(scene, end)) {
        return false;
    }
    // "demanded that the pits be closed"
    if matches!(scene.text.lower(scene.tokens(verb).end), "that" | "it" | "them" | "him" | "us") {
        return false;
    }
    let intransitive = || sense.object.iter().any(|class| class == "none") || sense.frame == "intransitive";
    // "It sacked 300 men by letter": what stands behind has no room for another object.
    let active = || {
        scene.phrases.noun(verb.saturating_sub(1)).is_some_and(|group| group.pronoun)
            && scene.phrases.object_of(verb).is_some()
    };
    if intransitive() || active() {
        return false;
    }
    let follows = scene.phrases.next(verb).is_some_and(|next| {
        scene.kind(next) == Some(ChunkKind::Preposition)
            && sense.preposition.iter().any(|word| word == scene.head_word(next))
    });
    arguments::agent(scene, verb).is_some() || !follows && may_be_bare_passive(scene, verb)
}

/// Whether a participle with neither auxiliary nor agent may be a passive: "a stage erected for the feast", "the girls
/// kidnapped in May returned", "two were killed and a third wounded", or in a headline; not in "the cars stopped".
fn may_be_bare_passive(scene: &Scene<'_>, verb: usize) -> bool {
    let phrases = scene.phrases;
    let clause = phrases.clause_of(verb);
    let finite = |chunk: usize| phrases.verb(chunk).is_some_and(|group| group.shape == VerbShape::Finite);
    let joined =
        |verb: usize| phrases.previous(verb).is_some_and(|and| scene.kind(and) == Some(ChunkKind::Conjunction));
    // "The cars stopped to let them pass", "suspended the bill but refused to withdraw it"
    let next = phrases.next(verb).and_then(|next| phrases.verb(next));
    if next.is_some_and(|group| group.shape == VerbShape::Infinitive) {
        return false;
    }
    let Some(noun) = phrases.previous(verb).filter(|noun| phrases.noun(*noun).is_some()) else {
        // "The bus hit a tree and overturned": what it did next.
        let active = |chunk: usize| finite(chunk) && !phrases.is_passive(scene.text, chunk);
        return !(joined(verb) && (clause.start..verb).any(active));
    };
    if phrases.noun(noun).is_some_and(|group| group.pronoun) {
        return false;
    }
    // "of the girls and women kidnapped in May"
    let first = scene.list(noun).first().copied().unwrap_or(noun);
    let ruler = phrases.previous(first).and_then(|ruler| scene.kind(ruler));
    let governed = matches!(ruler, Some(ChunkKind::Verb(_) | ChunkKind::Preposition));
    // "The rebels attacked and took the town" has one subject for both.
    let another = (verb + 1..clause.end).any(|chunk| finite(chunk) && !joined(chunk));
    let mut earlier = (clause.start..verb).rev().filter_map(|chunk| phrases.verb(chunk));
    let elided = earlier.next().is_some_and(|group| group.voice == Voice::Passive);
    let sentence = scene.text.tokens.get(scene.head(verb)).and_then(|token| scene.text.sentences.get(token.sentence));
    governed || another || elided || sentence.is_some_and(|sentence| sentence.headline)
}

/// "was overturned and set alight": the auxiliary of the first passive serves the second too.
fn shares_auxiliary(scene: &Scene<'_>, verb: usize, sense: &Trigger) -> bool {
    let phrases = &scene.phrases;
    // "was looted and then burned"
    let adverb = phrases.previous(verb).filter(|adverb| scene.kind(*adverb) == Some(ChunkKind::Adverb));
    let and = phrases.previous(adverb.unwrap_or(verb)).filter(|and| scene.kind(*and) == Some(ChunkKind::Conjunction));
    let first = and.and_then(|and| phrases.previous(and)).filter(|first| is_passive_by_form(scene, *first));
    let participle = || {
        let head = scene.head(verb);
        scene.text.word(head).verb.participle || scene.text.lower(head).ends_with("ed")
    };
    // In "set alight" the particle is no object.
    let particle = || scene.words_at(scene.head(verb) + 1, &sense.particle).is_some_and(|end| !begins_noun(scene, end));
    let alone = || scene.tokens(verb).len() == 1 && (particle() || phrases.object_of(verb).is_none());
    first.is_some() && participle() && alone()
}

/// A passive beyond doubt, by its auxiliary.
pub(super) fn is_passive_by_form(scene: &Scene<'_>, verb: usize) -> bool {
    scene.phrases.verb(verb).is_some_and(|group| group.voice == Voice::Passive)
}

fn begins_noun(scene: &Scene<'_>, token: usize) -> bool {
    scene.phrases.chunk_at(token).is_some_and(|chunk| scene.phrases.noun(chunk).is_some())
}
