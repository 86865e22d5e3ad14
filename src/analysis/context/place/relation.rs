//! What a place behind a preposition has to do with what happened, told by the verb or the noun that governs it: "was killed
//! in X" is where it happened, "was taken to hospital in X" where it ended, "lives in X" and "told reporters in X" neither.

use std::ops::Range;

use crate::analysis::Reading;
use crate::analysis::name::NameKind;
use crate::analysis::phrase::ChunkKind;
use crate::analysis::text::Text;
use crate::vocabulary::cues;
use crate::vocabulary::geography::{self, PlaceNoun};
use crate::vocabulary::place_cues::{self, PlaceRelation};

use super::containment::is_at_distance;

/// What a place is to what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Where it happened.
    Scene,
    /// Where the hurt, the dead and the suspects end up: the place of what the same clause tells, and of nothing else.
    Aftermath,
    /// Where somebody lives, speaks, sets out or goes: of nothing.
    Aside,
}

/// How far back the governing word is looked for, in chunks.
const REACH: usize = 14;

/// What stands before a place in its clause.
#[expect(clippy::struct_excessive_bools, reason = "each is seen apart from the others")]
#[derive(Default)]
struct Before<'t> {
    /// "to" or "from" on the way: "to a camp near X".
    direction: Option<&'t str>,
    /// The relation of the governing verb, or of a noun on the way to it.
    cue: Option<PlaceRelation>,
    /// A hospital or a court lies between: "in a hospital in X".
    institution: Option<PlaceRelation>,
    /// The governing word tells of something happening.
    happening: bool,
    /// The noun before the place opens its clause: "a rabbi in X".
    opens: bool,
    /// The governing verb has an object before the place.
    object: bool,
    /// "according to".
    according: bool,
}

/// The relation of the place that ends at `end` behind `preposition`.
pub fn relation(reading: &Reading<'_>, preposition: usize, tokens: &Range<usize>) -> Relation {
    use PlaceRelation::{Arrival, Care, Custody, Decree, Journey, Life, Removal, Speech, Transfer};
    let (text, end) = (&reading.text, tokens.end);
    let mut before = before(reading, preposition);
    before.institution = before.institution.or_else(|| own_institution(text, tokens));
    if before.according || before.opens && is_said(reading, end) {
        return Relation::Aside;
    }
    match before.direction.unwrap_or(text.lower(preposition)) {
        "to" | "toward" | "towards" => match before.cue {
            Some(Arrival) if before.institution.is_none() => Relation::Scene,
            Some(Care | Custody) => Relation::Aftermath,
            _ => Relation::Aside,
        },
        "between" => Relation::Aside,
        // "100 yards from X"
        "from" if is_at_distance(text, preposition) => Relation::Scene,
        "from" => match before.cue {
            Some(Removal) => Relation::Scene,
            _ => Relation::Aside,
        },
        "at" | "into" | "ashore" if before.cue == Some(Transfer) => Relation::Aside,
        "over" | "beyond" if !before.happening => Relation::Aside,
        "for" => match before.cue {
            Some(Decree) => Relation::Scene,
            None if text.word(end.saturating_sub(1)).place_noun.is_some_and(PlaceNoun::is_administrative) => {
                Relation::Scene
            }
            _ => Relation::Aside,
        },
        _ => match (before.institution, before.cue) {
            (Some(_), _) if before.happening => Relation::Scene,
            (Some(_), _) | (None, Some(Care | Custody)) => Relation::Aftermath,
            (None, Some(Life | Speech)) => Relation::Aside,
            // "left X", but "left the road at X"
            (None, Some(Journey)) if !before.object => Relation::Aside,
            _ => Relation::Scene,
        },
    }
}

/// Climbs from the preposition over the noun phrases that hold it ("in a camp near X") to the word that governs them.
fn before<'t>(reading: &'t Reading<'_>, preposition: usize) -> Before<'t> {
    let (text, phrases) = (&reading.text, &reading.phrases);
    let (cues, geography) = (place_cues::get(), geography::get());
    let mut found = Before::default();
    let Some(mut chunk) = phrases.chunk_at(preposition) else { return found };
    // a preposition inside a noun group: "the port of X"
    if matches!(phrases.kind(chunk), Some(ChunkKind::Noun(_))) {
        found.opens = true;
    }
    let is_preposition = |at: Option<usize>| {
        at.is_some_and(|at| matches!(phrases.kind(at), Some(ChunkKind::Preposition | ChunkKind::Time)))
    };
    for _ in 0..REACH {
        let Some(previous) = phrases.previous(chunk) else { break };
        chunk = previous;
        let Some((kind, head)) = phrases.chunks.get(chunk).map(|chunk| (chunk.kind, chunk.head)) else { break };
        let word = text.lower(head);
        match kind {
            ChunkKind::Noun(_) => {
                found.opens = false;
                let governed = is_preposition(phrases.previous(chunk));
                // "a man who lives in X": no life is meant
                let relative = phrases.previous(chunk).is_some_and(|at| phrases.kind(at) == Some(ChunkKind::Relative));
                // "fought their way into X"
                let own_way =
                    word == "way" && matches!(text.lower(head.saturating_sub(1)), "their" | "his" | "her" | "its");
                let cue = if relative { cues.verb(word) } else { cues.noun(word).filter(|_| !own_way) };
                match cue {
                    Some(PlaceRelation::Care | PlaceRelation::Custody)
                        if is_institution(text, head)
                        // "bombed a hospital in X", "the hospital in X was hit"
                        && governed =>
                    {
                        found.institution = cue;
                    }
                    Some(_) => {
                        found.cue = cue;
                        break;
                    }
                    None if geography.is_happening(word) => {
                        found.happening = true;
                        break;
                    }
                    None => {}
                }
                found.opens = !governed;
                found.object = !governed;
            }
            ChunkKind::Verb(group) => {
                found.opens = false;
                let deadly = matches!(word, "die" | "dies" | "died" | "dying");
                found.happening = geography.is_happening(word) && !deadly;
                // "she was a teacher at a school in X"
                let describes = || (group.copula && found.object).then_some(PlaceRelation::Life);
                // "claimed 14 lives in X"
                let counts = word.starts_with("claim") && found.object;
                let reports = || (group.reports && !counts).then_some(PlaceRelation::Speech);
                found.cue = cues.verb(word).or_else(reports).or_else(describes);
                break;
            }
            ChunkKind::Preposition => {
                found.direction =
                    found.direction.or(Some(word).filter(|word| matches!(*word, "to" | "from" | "toward" | "towards")));
                found.according |= word == "according" || text.lower(head + 1) == "according";
            }
            ChunkKind::Time | ChunkKind::Adverb => {}
            // "Ann Lee, a student at X"
            ChunkKind::Comma if found.opens && follows_person(reading, head) => {
                found.cue = Some(PlaceRelation::Life);
                break;
            }
            _ => break,
        }
    }
    found
}

/// Whether the name of a person, with or without an age, ends before the comma.
fn follows_person(reading: &Reading<'_>, comma: usize) -> bool {
    let text = &reading.text;
    let aged = comma.checked_sub(2).filter(|at| text.raw(*at) == "," && text.raw(at + 1).parse::<u8>().is_ok());
    let end = aged.unwrap_or(comma);
    let at = reading.names.partition_point(|name| name.tokens.end < end);
    let named = reading.names.get(at).filter(|name| name.tokens.end == end);
    // a name that nothing is known of, before "a student"
    let unknown = || text.capitalised(end.saturating_sub(1)) && matches!(text.lower(comma + 1), "a" | "an");
    named.map_or_else(unknown, |name| name.kind == NameKind::Person)
}

/// A house for the hurt, the dead or the accused, and no state or happening.
fn is_institution(text: &Text<'_>, head: usize) -> bool {
    text.word(head).place_noun.is_some()
        || matches!(text.lower(head).trim_end_matches('s'), "court" | "tribunal" | "courtroom")
}

/// "at the Mercy Hospital", "at the Hospital Escuela": the place itself is a hospital or a court.
fn own_institution(text: &Text<'_>, tokens: &Range<usize>) -> Option<PlaceRelation> {
    let institution = |token: usize| {
        let cue = place_cues::get().noun(text.lower(token))?;
        matches!(cue, PlaceRelation::Care | PlaceRelation::Custody)
            .then_some(cue)
            .filter(|_| is_institution(text, token))
    };
    institution(tokens.end.checked_sub(1)?)
        .or_else(|| institution(tokens.start).filter(|_| text.capitalised(tokens.start)))
}

/// Whether the first verb behind the place, an apposition between commas left out, reports words: "a rabbi in X, Ari Levin, said".
fn is_said(reading: &Reading<'_>, end: usize) -> bool {
    let phrases = &reading.phrases;
    let Some(mut chunk) = phrases.chunk_at(end) else { return false };
    let mut inside = false;
    for _ in 0..10 {
        match phrases.kind(chunk) {
            // "an official in X put the toll at 40"
            Some(ChunkKind::Verb(group)) if !inside => {
                let head = phrases.chunks.get(chunk).map(|chunk| chunk.head);
                let cue = head.and_then(|head| cues::get().at(&reading.text, head));
                return group.reports || cue.is_some_and(|found| found.cue.takes("at"));
            }
            Some(ChunkKind::Comma) => inside = !inside,
            Some(ChunkKind::Time | ChunkKind::Adverb) => {}
            Some(kind) if inside && !matches!(kind, ChunkKind::Verb(_) | ChunkKind::Relative) => {}
            _ => return false,
        }
        match phrases.next(chunk) {
            Some(next) => chunk = next,
            None => return false,
        }
    }
    false
}
