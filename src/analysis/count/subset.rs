//! Parts of a count: "at least 41, including 30 children", "14 people, three of them nurses", "10 tourists among 12 dead".

use super::Finder;
use super::counted::tally;
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::counting::Need;

/// How many chunks behind a count "including" may stand.
const REACH: usize = 10;

/// Finds the parts of the counts found so far.
pub(super) fn find(finder: &mut Finder<'_>) {
    let whole: Vec<(usize, String)> = finder
        .chunks
        .iter()
        .copied()
        .zip(finder.claims.iter().map(|claim| claim.measure.clone()))
        .filter(|(_, measure)| !matches!(measure.as_str(), "money" | "term" | "population" | "buildings"))
        .collect();
    for (chunk, measure) in whole {
        for part in parts(finder, chunk) {
            if let Some(found) = tally(finder, part, Need::Being, false) {
                finder.add(&found, &measure, String::new(), "subset", "part of a count");
            }
        }
    }
}

fn parts(finder: &Finder<'_>, whole: usize) -> Vec<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut found = Vec::new();
    // "10 tourists among 12 dead"
    if let Some(among) = phrases.previous(whole).filter(|before| phrases.is_word(text, *before, "among")) {
        if let Some(part) = phrases.previous(among).filter(|part| phrases.noun(*part).is_some()) {
            found.push(part);
        }
    }
    let mut at = whole;
    for _ in 0..REACH {
        let Some(next) = phrases.next(at) else { break };
        at = next;
        match phrases.kind(at) {
            Some(ChunkKind::Preposition) if phrases.is_word(text, at, "including") => {
                if let Some(first) = phrases.next(at).filter(|first| phrases.noun(*first).is_some()) {
                    found.extend(phrases.objects_from(first));
                }
                break;
            }
            Some(ChunkKind::Noun(group)) if group.quantity.is_some() => {
                let Some(chunk) = phrases.chunks.get(at) else { break };
                let of_them = chunk.tokens.clone().any(|token| matches!(text.lower(token), "them" | "whom"));
                if of_them {
                    found.push(at);
                }
                break;
            }
            Some(ChunkKind::Break | ChunkKind::Subordinator) | None => break,
            _ => {}
        }
    }
    found
}
