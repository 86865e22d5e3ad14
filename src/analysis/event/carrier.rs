//! The verb that carries an event named by a noun, before or behind it.

use crate::analysis::phrase::{ChunkKind, VerbShape};
use crate::vocabulary::events::CarrierRole;

use super::scene::Scene;

/// The verb group of which `outer` is the subject.
pub(super) fn verb_behind(scene: &Scene<'_>, noun: usize, outer: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..12 {
        at = scene.phrases.next(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(group) if group.shape == VerbShape::Finite || group.shape == VerbShape::Gerund => {
                // "with unrest spreading"
                if group.shape == VerbShape::Gerund && scene.phrases.previous(at) == Some(noun) {
                    return Some(at);
                }
                let subject = scene.phrases.subject_of(at)?;
                // "Clashes there in May left nine dead"
                let there = matches!(scene.head_word(subject), "there" | "here") && subject > noun;
                let ours = there || subject == outer || subject == noun || scene.list(subject).contains(&outer);
                return ours.then_some(at);
            }
            // "the blackout that was imposed"
            ChunkKind::Subordinator if scene.head_word(at) == "that" && scene.phrases.previous(at) == Some(noun) => {
                return scene.phrases.next(at).filter(|verb| scene.phrases.verb(*verb).is_some());
            }
            ChunkKind::Subordinator | ChunkKind::Break | ChunkKind::Verb(_) => return None,
            _ => {}
        }
    }
    None
}

/// The verb group of which `outer` is the object, also with a preposition between ("took part in a rally").
pub(super) fn verb_before(scene: &Scene<'_>, outer: usize) -> Option<usize> {
    let list = scene.list(outer);
    let mut at = *list.first()?;
    for _ in 0..3 {
        at = scene.phrases.previous(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(_) => return Some(at),
            ChunkKind::Preposition if matches!(scene.head_word(at), "in" | "under" | "to" | "off" | "out" | "up") => {}
            ChunkKind::Adverb => {}
            ChunkKind::Noun(_) if scene.head_word(at) == "part" => {}
            _ => return None,
        }
    }
    None
}

/// The first role of the verb in chunk `verb` that `fits`, and the token after the verb and its particle. Where a particle
/// follows, only the verb with it counts: who "led to protests" led none.
pub(super) fn carrier(
    scene: &Scene<'_>,
    verb: usize,
    fits: impl Fn(CarrierRole) -> bool,
) -> Option<(CarrierRole, usize)> {
    let head = scene.head(verb);
    // "called off the march", "put off the rally": nothing was held.
    if scene.text.lower(head + 1) == "off"
        && !matches!(scene.text.lower(head), "set" | "sets" | "setting" | "touched" | "sparked")
    {
        return None;
    }
    let end = |particle: &[Vec<String>]| {
        if particle.is_empty() { Some(head + 1) } else { scene.words_at(head + 1, particle) }
    };
    let carriers = scene.words.carriers(scene.text.lower(head));
    let longest = carriers.iter().filter_map(|carrier| end(carrier.particle)).max()?;
    let mut carriers = carriers.iter().filter(|carrier| end(carrier.particle) == Some(longest));
    carriers.find(|carrier| fits(carrier.role)).map(|carrier| (carrier.role, longest))
}

pub(super) fn is_existential(scene: &Scene<'_>, verb: usize) -> bool {
    scene.phrases.previous(verb).is_some_and(|before| scene.head_word(before) == "there")
        && scene.phrases.verb(verb).is_some_and(|group| group.copula)
}

/// "is in place", "remained in force".
pub(super) fn is_in_force(scene: &Scene<'_>, verb: usize) -> bool {
    let copula = scene.phrases.verb(verb).is_some_and(|group| group.copula);
    if !copula && !matches!(scene.head_word(verb), "remain" | "remains" | "remained" | "stay" | "stays" | "stayed") {
        return false;
    }
    let after = scene.tokens(verb).end;
    let word = scene.text.lower(after);
    word == "in" && matches!(scene.text.lower(after + 1), "place" | "force" | "effect" | "progress")
        || word == "under" && scene.text.lower(after + 1) == "way"
        || matches!(word, "underway" | "ongoing")
}
