//! Whether a form in -ing is a verb with an object of its own rather than what stands before a noun.

use crate::vocabulary::grammar::WordClass;

use super::ChunkKind;
use super::chunker::{Before, Chunker};

/// "began firing live rounds", "after killing civilians", "accused of beating passers-by": a gerund with an object
/// rather than a noun with its attribute.
pub(super) fn has_own_object(chunker: &Chunker<'_>, at: usize, before: Before) -> bool {
    let word = chunker.text.lower(at);
    if !chunker.text.word(at).is_listed_verb || ATTRIBUTES.contains(&word) || at == 0 {
        return false;
    }
    let leading = chunker.text.lower(at - 1);
    match before.kind {
        Some(ChunkKind::Verb(_)) => PHASES.contains(&leading),
        Some(ChunkKind::Preposition) if leading == "of" => {
            let ruler = at.checked_sub(2);
            let pronoun = ruler.and_then(|ruler| chunker.class(ruler)) == Some(WordClass::Pronoun);
            pronoun || ruler.is_some_and(|ruler| chunker.text.word(ruler).verb.participle) || is_charge(chunker, at)
        }
        Some(ChunkKind::Preposition | ChunkKind::Subordinator) => {
            matches!(leading, "by" | "after" | "before" | "without" | "while" | "when" | "for" | "from")
        }
        _ => false,
    }
}

/// "accused the guards of executing prisoners": what somebody soon before is charged with, or cleared of.
fn is_charge(chunker: &Chunker<'_>, at: usize) -> bool {
    let words = (at.saturating_sub(CHARGE_REACH)..at).rev().map(|token| chunker.text.lower(token));
    words.take_while(|word| *word != ".").any(|word| CHARGES.iter().any(|stem| word.starts_with(stem)))
}

/// Verbs of beginning and going on, after which a form in -ing is a verb.
const PHASES: [&str; 16] = [
    "began",
    "begin",
    "begins",
    "begun",
    "started",
    "start",
    "starts",
    "stopped",
    "stop",
    "kept",
    "keep",
    "continued",
    "resumed",
    "denied",
    "admitted",
    "denies",
];

/// Beginnings of verbs behind which "of" with a form in -ing says of what.
const CHARGES: [&str; 6] = ["accus", "suspect", "convict", "acquit", "clear", "absolv"];

/// How many words before "of" such a verb may stand, so that an object with a name and a rank fits between.
const CHARGE_REACH: usize = 9;

/// Forms in -ing that mostly stand before people.
pub(super) const ATTRIBUTES: [&str; 6] = ["striking", "protesting", "demonstrating", "rioting", "fighting", "visiting"];
