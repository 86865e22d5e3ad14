//! Numbers that go on with the measure of the last count of their sentence, whose verb they leave out: "12 were killed in the
//! port and five in the hills", "540, up from 410", "not 30 but 13".

use super::Finder;
use super::counted::tally;
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::counting::Need;

/// "12 were killed in the port and five in the hills", "38 among sailors and 71 among soldiers": a bare number that goes on
/// with the measure of the last one.
pub(super) fn find(finder: &mut Finder<'_>) {
    for chunk in 0..finder.reading.phrases.chunks.len() {
        let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
        let bare = phrases.noun(chunk).is_some_and(|group| group.bare);
        let nationals = !bare && is_of_nationals(finder, chunk);
        if !bare && !nationals {
            continue;
        }
        let joined = phrases.previous(chunk).is_some_and(|joint| {
            phrases.kind(joint) == Some(ChunkKind::Conjunction)
                || [",", ";", ":", "–", "—"].iter().any(|mark| phrases.is_word(text, joint, mark))
        });
        // "followed by Aru with 41 and Bela with 37"
        let shared = phrases
            .previous(chunk)
            .filter(|with| phrases.is_word(text, *with, "with"))
            .and_then(|with| phrases.previous(with))
            .is_some_and(|name| phrases.noun(name).is_some_and(|group| group.name));
        // "540 have died since January, against 1,130 the year before"
        let compared = phrases.previous(chunk).is_some_and(|joint| {
            phrases.is_word(text, joint, "against")
                || phrases.is_word(text, joint, "versus")
                || phrases.is_word(text, joint, "from")
                    && phrases
                        .previous(joint)
                        .is_some_and(|up| phrases.is_word(text, up, "up") || phrases.is_word(text, up, "down"))
                || ["with", "to"].iter().any(|word| phrases.is_word(text, joint, word))
                    && phrases.previous(joint).is_some_and(|compared| phrases.is_word(text, compared, "compared"))
        });
        let placed = phrases.next(chunk).is_some_and(|place| {
            phrases.chunks.get(place).is_some_and(|place| {
                matches!(
                    text.lower(place.head),
                    "in" | "at" | "on" | "near" | "among" | "from" | "elsewhere" | "outside"
                )
            })
        });
        let corrected = is_corrected(finder, chunk);
        if !(joined && (placed || nationals) || shared || compared || corrected) {
            continue;
        }
        let last = finder
            .chunks
            .iter()
            .zip(&finder.claims)
            .filter(|(other, claim)| {
                **other < chunk
                    && !matches!(claim.measure, "money" | "term" | "population")
                    && phrases.chunks.get(**other).map(|other| other.sentence)
                        == phrases.chunks.get(chunk).map(|own| own.sentence)
            })
            .max_by_key(|(other, _)| **other);
        let Some((other, claim)) = last else { continue };
        let verbs = (*other..chunk).filter(|between| phrases.verb(*between).is_some()).count();
        let (measure, actor) = (claim.measure, claim.actor.clone());
        if (verbs < 2 || corrected)
            && let Some(found) = tally(finder, chunk, Need::Anything, true)
        {
            finder.add(&found, measure, actor, "", "elided verb");
        }
    }
}

/// "21 were Malaysian, seven Chinese and two Australian"
fn is_of_nationals(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let counted = phrases.noun(chunk).is_some_and(|group| group.quantity.is_some());
    let found = phrases.chunks.get(chunk).filter(|found| counted && found.tokens.len() == 2);
    found.is_some_and(|found| text.word(found.head).demonym.is_some() && text.capitalised(found.head))
}

/// "not 30 people were hurt, as was said, but 13": the number that takes the place of the denied one.
fn is_corrected(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let but = phrases.previous(chunk).filter(|but| phrases.is_word(text, *but, "but"));
    let Some(mut at) = but else { return false };
    while let Some(before) = phrases.previous(at) {
        let denied = phrases.noun(at).is_some_and(|group| group.quantity.is_some());
        if denied && phrases.is_word(text, before, "not") {
            return true;
        }
        at = before;
    }
    false
}
