//! What a personal pronoun stands for: the nearest earlier noun group that agrees with it, subjects first.

use crate::analysis::name::NameKind;
use crate::analysis::phrase::ChunkKind;

use super::scene::Scene;

/// Whether the word (lower case) stands for people.
pub(super) fn is_personal(word: &str) -> bool {
    !matches!(word, "it" | "itself" | "there")
}

/// Whether the word (lower case) points back to the subject.
pub(super) fn is_reflexive(word: &str) -> bool {
    matches!(word, "himself" | "herself" | "itself" | "themselves")
}

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;

/// How many sentences back a person may be named whom "he" or "she" still stands for.
const REACH_OF_NAMES: usize = 6;

/// Whether the word (lower case) names nobody in particular, and so stands for nothing else.
pub(super) fn is_indefinite(word: &str) -> bool {
    matches!(word, "someone" | "somebody" | "everyone" | "everybody" | "anyone" | "anybody")
}

/// The noun group that the pronoun in `chunk` stands for, which is not `other`, who stands beside it in the same happening.
pub(super) fn antecedent(scene: &Scene<'_>, chunk: usize, other: Option<usize>) -> Option<usize> {
    let fits: fn(&Scene<'_>, usize) -> bool = match scene.head_word(chunk) {
        "they" | "them" | "themselves" => plural_people,
        "he" | "him" | "himself" | "she" | "her" | "herself" => one_person,
        "it" | "itself" => one_body,
        _ => return None,
    };
    let sentence = scene.phrases.chunks.get(chunk)?.sentence;
    let one = matches!(scene.head_word(chunk), "he" | "him" | "she" | "her");
    let is_person = |noun: usize| scene.name_kind(scene.head(noun)) == Some(NameKind::Person);
    let mut at = chunk;
    let mut best: Option<usize> = None;
    let mut best_sentence = sentence;
    // "found Jan Moor guilty of killing a clerk and jailed him": rather an object than what a preposition introduces.
    let introduced = |noun: usize| {
        let before = scene.list(noun).first().and_then(|first| scene.phrases.previous(*first));
        before.and_then(|before| scene.kind(before)) == Some(ChunkKind::Preposition)
    };
    while at > 0 {
        at -= 1;
        let candidate = scene.phrases.chunks.get(at)?;
        let far = candidate.sentence + REACH < sentence;
        if (far && !one)
            || candidate.sentence + REACH_OF_NAMES < sentence
            || (best.is_some() && candidate.sentence != best_sentence)
        {
            break;
        }
        if !matches!(candidate.kind, ChunkKind::Noun(group) if !group.pronoun)
            || !fits(scene, at)
            || (far && !is_person(at))
        {
            continue;
        }
        // "The guards warned them": not the guards.
        if other == Some(at) {
            continue;
        }
        if let Some(verb) = verb_of(scene, at) {
            // "Nurses told how guards bound the men and beat them": who tells of it is the last to be meant.
            let tells = scene.phrases.verb(verb).is_some_and(|group| group.reports) || is_telling(scene, verb);
            return best.filter(|_| tells && candidate.sentence == sentence).or(Some(at));
        }
        let outranked = best.is_some_and(introduced) && !introduced(at) && candidate.sentence == sentence;
        if best.is_none() || outranked {
            (best, best_sentence) = (Some(at), candidate.sentence);
        }
    }
    best
}

/// The verb of which the noun group is the subject.
fn verb_of(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let mut at = scene.list(noun).last().copied().unwrap_or(noun);
    loop {
        at = scene.phrases.next(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(_) => {
                let subject = scene.phrases.subject_of(at)?;
                return (subject == noun || scene.list(subject).contains(&noun)).then_some(at);
            }
            ChunkKind::Comma | ChunkKind::Break | ChunkKind::Subordinator => return None,
            _ => {}
        }
    }
}

/// Verbs of telling behind which no clause stands without "that" or "how".
fn is_telling(scene: &Scene<'_>, verb: usize) -> bool {
    matches!(scene.head_word(verb), "described" | "recalled" | "recounted" | "testified" | "remembered" | "alleged")
}

fn plural_people(scene: &Scene<'_>, noun: usize) -> bool {
    let plural = is_plural(scene.head_word(noun))
        || scene.phrases.noun(noun).is_some_and(|group| group.quantity.is_some())
        || scene.list(noun).len() > 1;
    let bodies = scene.head_word(noun).ends_with('s') && scene.is_of_class(noun, &["organisation"]);
    plural && (bodies || scene.is_of_class(noun, &["person", "force", "group"]))
}

fn is_plural(word: &str) -> bool {
    let irregular =
        ["police", "people", "men", "women", "children", "staff", "personnel", "folk", "crew", "sby", "s-by"];
    word.ends_with('s') || irregular.iter().any(|plural| word.ends_with(plural))
}

/// Whether the noun group is one human being.
pub(super) fn one_person(scene: &Scene<'_>, noun: usize) -> bool {
    if scene.phrases.noun(noun).is_some_and(|group| group.quantity.is_some()) || scene.list(noun).len() > 1 {
        return false;
    }
    // "each bereaved family", "her": no one person that a pronoun could stand for.
    let first = scene.text.lower(scene.tokens(noun).start);
    // "sat with his head bowed"
    if matches!(first, "his" | "my" | "your") && scene.head_word(noun) == "head" {
        return false;
    }
    let many = ["family", "couple", "crowd", "gang", "mob", "crew", "staff", "team", "generation", "household"];
    if matches!(first, "each" | "every" | "any" | "no" | "him" | "her") || many.contains(&scene.head_word(noun)) {
        return scene.name_kind(scene.head(noun)) == Some(NameKind::Person);
    }
    match scene.name_kind(scene.head(noun)) {
        Some(kind) => kind == NameKind::Person,
        None => scene.is_of_class(noun, &["person".to_owned()]) && !is_plural(scene.head_word(noun)),
    }
}

fn one_body(scene: &Scene<'_>, noun: usize) -> bool {
    let counted = scene.phrases.noun(noun).is_none_or(|group| group.bare || group.quantity.is_some());
    !scene.head_word(noun).ends_with('s')
        && !counted
        && (scene.name_kind(scene.head(noun)) == Some(NameKind::Body)
            || scene.is_of_class(noun, &["body_of_staff", "vehicle", "building", "group", "organisation"]))
}
