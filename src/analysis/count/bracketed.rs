//! Numbers in brackets behind what they count: "the north has the most deaths (58) and arrests (112)".

use super::Finder;
use super::counted::tally;
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::counting::{Counted, Need};

/// Finds the numbers that stand alone in brackets behind a noun for what is counted.
pub(super) fn find(finder: &mut Finder<'_>) {
    for &chunk in &finder.reading.phrases.nouns {
        let Some(measure) = measure(finder, chunk) else { continue };
        if let Some(found) = tally(finder, chunk, Need::Being, true) {
            finder.add(&found, measure, String::new(), "", "number in brackets");
        }
    }
}

/// What the noun before the bracket counts, where it has no number of its own.
fn measure(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    phrases.noun(chunk).filter(|group| group.bare)?;
    let open = phrases.previous(chunk).filter(|open| phrases.is_word(text, *open, "("))?;
    phrases.next(chunk).filter(|close| phrases.kind(*close) == Some(ChunkKind::Break))?;
    let noun =
        phrases.previous(open).filter(|noun| phrases.noun(*noun).is_some_and(|group| group.quantity.is_none()))?;
    let head = phrases.chunks.get(noun)?.head;
    let sense = text.word(head).counting_noun.iter().find(|sense| sense.counted == Counted::Itself)?;
    text.lower(head).ends_with('s').then_some(sense.measure)
}
