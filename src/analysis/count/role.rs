//! What the noun groups of a sentence are to its verbs, all asked for at once.

use std::ops::Range;

use super::Finder;
use crate::analysis::phrase::{ChunkKind, Members, VerbShape, Voice};
use crate::vocabulary::counting::Nature;

/// What a noun group is to a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Subject(usize),
    Object(usize),
    /// Behind a preposition.
    Behind(usize),
    None,
}

/// What each chunk of a sentence is to a verb.
#[derive(Default)]
pub(super) struct Roles {
    /// The chunks of the sentence.
    pub(super) sentence: Range<usize>,
    roles: Vec<Role>,
}

impl Roles {
    pub(super) fn of(&self, chunk: usize) -> Role {
        let at = chunk.checked_sub(self.sentence.start);
        at.and_then(|at| self.roles.get(at)).copied().unwrap_or(Role::None)
    }

    fn slot(&mut self, chunk: usize) -> Option<&mut Role> {
        self.roles.get_mut(chunk.checked_sub(self.sentence.start)?)
    }

    /// The roles in the sentence that `chunk` stands in.
    pub(super) fn of_sentence(finder: &Finder<'_>, chunk: usize) -> Self {
        let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
        let number = phrases.chunks.get(chunk).map(|chunk| chunk.sentence);
        let inside = |chunk: &usize| phrases.chunks.get(*chunk).map(|chunk| chunk.sentence) == number;
        let start = (0..chunk).rev().take_while(inside).last().unwrap_or(chunk);
        let end = (chunk..phrases.chunks.len()).take_while(inside).last().map_or(chunk, |last| last + 1);
        let mut found = Self { sentence: start..end, roles: vec![Role::None; end - start] };
        for preposition in start..end {
            if phrases.kind(preposition) == Some(ChunkKind::Preposition)
                && let Some(noun) = phrases.next(preposition).filter(|noun| phrases.noun(*noun).is_some())
                && let Some(slot) = found.slot(noun)
            {
                *slot = Role::Behind(preposition);
            }
        }
        for verb in start..end {
            let Some(group) = phrases.verb(verb) else { continue };
            let passive = phrases.is_passive(text, verb);
            let objects = if passive { Members::new() } else { phrases.objects_of(verb) };
            for object in objects {
                if let Some(slot) = found.slot(object) {
                    *slot = Role::Object(verb);
                }
            }
            // Who "was at the gate and told reporters" is one who tells.
            let tells = !passive && group.reports;
            let main = group.shape == VerbShape::Finite;
            let subjects = phrases.subject_of(verb).map(|subject| phrases.subjects_from(subject)).unwrap_or_default();
            for subject in subjects {
                let Some(slot) = found.slot(subject) else { continue };
                let open = match *slot {
                    // "14 soldiers, led by a guide, reached …"
                    Role::Subject(other) => {
                        let led = phrases.verb(other).is_some_and(|group| group.voice == Voice::Participle);
                        // "three of the 28 who were below got out"
                        let who =
                            phrases.previous(other).is_some_and(|who| phrases.kind(who) == Some(ChunkKind::Relative));
                        tells || main && (led || who)
                    }
                    _ => true,
                };
                if open {
                    *slot = Role::Subject(verb);
                }
            }
        }
        found
    }
}

/// "A group of 30 lawyers asked a court …": what the group is to the verb.
pub(super) fn role_of_collective(finder: &Finder<'_>, role: Role, roles: &Roles) -> Role {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Role::Behind(of) = role else { return role };
    let group = phrases.previous(of).filter(|_| phrases.is_word(text, of, "of"));
    let collective = phrases.next(of).is_some_and(|members| is_of_collective(finder, members));
    group.filter(|_| collective).map_or(role, |group| roles.of(group))
}

/// "a group of 17", "a crew of three"
pub(super) fn is_of_collective(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let group = phrases
        .previous(chunk)
        .filter(|of| phrases.is_word(text, *of, "of"))
        .and_then(|of| phrases.previous(of))
        .and_then(|group| phrases.chunks.get(group));
    group.and_then(|group| text.word(group.head).group).is_some_and(|known| {
        known.nature == Nature::Collective
            || known.nature == Nature::Person && !known.plural && known.class == "workers"
    })
}
