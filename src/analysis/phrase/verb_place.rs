//! Whether a word that may be a noun or a verb is a verb behind a noun: by the noun's number and by what follows.

use crate::vocabulary::counting::Nature;
use crate::vocabulary::grammar::WordClass;

use super::chunker::Chunker;
use super::headline;

/// Whether the open-class word at `at`, behind words of a noun group, is a verb rather than part of the group.
/// `noun_before` tells that a noun has been read, not only a determiner or a number.
pub(super) fn begins_after_noun(chunker: &Chunker<'_>, at: usize, noun_before: bool) -> bool {
    let forms = chunker.text.word(at).verb;
    if forms.past || forms.participle {
        return !(chunker.is_name(at) && noun_before);
    }
    if !noun_before {
        return false;
    }
    if forms.gerund {
        return !chunker.is_name(at);
    }
    if !(forms.plain || forms.third_person) {
        return false;
    }
    if headline::is_verb(chunker, at) {
        return true;
    }
    // "toll climbs to 38"
    let object = object_follows(chunker, at + 1) || chunker.text.lower(at + 1) == "to" && chunker.counts_at(at + 2);
    // "60 kills" are so many of them, "the 60-year-old kills" is a clause.
    let number_before = at.checked_sub(1).is_some_and(|before| chunker.counts_at(before));
    if forms.third_person && number_before {
        return false;
    }
    if forms.third_person {
        return if forms.noun { object || follows_singular(chunker, at, false) } else { !chunker.is_name(at) };
    }
    // "Rebels kill 12", "police storm a square": a plural subject, and an object or a verb that is no noun.
    let subject = at.checked_sub(1).map_or("", |before| chunker.text.lower(before));
    let plural = subject.ends_with('s')
        || subject.ends_with("men")
        || matches!(subject, "police" | "people" | "men" | "women" | "children")
        // "the dead include …"
        || matches!(subject, "dead" | "injured" | "wounded" | "missing" | "arrested" | "detained" | "killed");
    // "friends and family blame …"
    let joined = at > 1 && chunker.text.lower(at - 2) == "and";
    if forms.plain && (plural || joined || number_before) && (object || !forms.noun) {
        return true;
    }
    forms.plain && follows_several(chunker, at)
}

/// "26 more lie in hospital", "twelve soldiers lie in tents": whether the plain form at `at` is a verb because a number of
/// several or a noun for people in the plural stands before it, behind which no noun in the singular follows.
pub(super) fn follows_several(chunker: &Chunker<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let subject = chunker.text.lower(before);
    // "a police station in the north": "police" names what the noun behind it is of.
    let determined = before.checked_sub(1).and_then(|first| chunker.class(first)) == Some(WordClass::Determiner);
    let attribute = subject == "police" && determined && chunker.text.word(at).verb.noun;
    let people = || {
        let known = chunker.text.word(before).group;
        !attribute && known.is_some_and(|known| known.plural && known.nature == Nature::Person)
    };
    let several = chunker.counts_plainly(before) || matches!(subject, "more" | "others") || people();
    let next = chunker.class(at + 1);
    let governs = matches!(next, Some(WordClass::Preposition | WordClass::Adverb | WordClass::Determiner));
    let singular = chunker.text.word(at).group.is_none_or(|known| !known.plural);
    several && governs && singular && headline::goes_on_alone(chunker, at)
}

/// Whether the word in -s at `at` can only be a verb: behind "it", "he" or "she" ("it also demands guarantees"), or behind a
/// name where the rest of the sentence has no other verb ("the Miners' Bureau calls on the ministry to pay").
pub(super) fn follows_singular(chunker: &Chunker<'_>, at: usize, verb_before: bool) -> bool {
    let adverb = |token: &usize| chunker.class(*token) == Some(WordClass::Adverb);
    let Some(subject) = (0..at).rev().find(|token| !adverb(token)) else {
        return false;
    };
    if matches!(chunker.text.lower(subject), "it" | "he" | "she") {
        return true;
    }
    let name = chunker.is_name(subject) && !chunker.text.lower(subject).ends_with('s');
    name && !verb_before && !chunker.is_name(at) && headline::goes_on_alone(chunker, at)
}

/// Whether what begins at `next` can only be an object or a clause, so that a verb stands before it.
pub(super) fn object_follows(chunker: &Chunker<'_>, next: usize) -> bool {
    matches!(chunker.class(next), Some(WordClass::Determiner | WordClass::Pronoun))
        || chunker.text.lower(next) == "that"
        || chunker.quantity_from(next).is_some()
        || chunker.is_name(next)
}
