//! Where the words for those whom a number counts end.

use std::ops::Range;

use super::Finder;
use crate::vocabulary::counting::Nature;

/// The noun group's last token without an adjective behind the noun: "13 people dead", "a guard missing".
pub(super) fn end_of_noun(finder: &Finder<'_>, tokens: &Range<usize>) -> usize {
    let text = &finder.reading.text;
    let last = tokens.end.saturating_sub(1);
    // "two of the dead" ends in a noun.
    let noun = last > tokens.start && matches!(text.lower(last - 1), "the" | "those" | "of");
    // "took 14 guards hostage", "60 men armed with hoes"
    if last > tokens.start + 1 {
        let known = text.word(last - 1).group;
        let taken = matches!(text.lower(last), "hostage" | "captive" | "prisoner");
        if taken && known.is_some_and(|known| known.plural) || text.lower(last) == "armed" && known.is_some() {
            return last;
        }
    }
    if last > tokens.start && !noun && !text.word(last).counting_adjective.is_empty() { last } else { tokens.end }
}

/// "38 women and children": the end of a second noun for people that the number counts too.
pub(super) fn joined_end(finder: &Finder<'_>, chunk: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let people = |chunk: usize| {
        let known = phrases.chunks.get(chunk).and_then(|found| text.word(found.head).group);
        known.is_some_and(|known| known.nature == Nature::Person && known.plural || known.class == "workers")
    };
    let and = phrases.next(chunk).filter(|and| phrases.is_word(text, *and, "and") && people(chunk))?;
    let second = phrases.next(and)?;
    let found = phrases.chunks.get(second)?;
    let bare = phrases
        .noun(second)
        .is_some_and(|group| group.determiner.is_none() && group.quantity.is_none() && !group.name && !group.pronoun);
    // "killed 12 women and children fled": the second begins a clause.
    let clause = phrases.next(second).is_some_and(|verb| phrases.verb(verb).is_some())
        && phrases.previous(chunk).is_some_and(|verb| phrases.verb(verb).is_some());
    (bare && found.tokens.len() == 1 && people(second) && !clause).then_some(found.tokens.end)
}
