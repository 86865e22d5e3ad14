//! The noun phrase that names a source, to the left or to the right of a cue.

mod after;
mod before;

use std::ops::Range;

use super::word_class::{
    is_adverb, is_auxiliary, is_determiner, is_negation, is_plain_auxiliary, is_preposition, is_pronoun, is_relative,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::sources::Refers;
pub use after::phrase_after;
pub use before::phrase_before;

/// No source is longer than this many tokens.
const LONGEST: usize = 30;

/// A source to the left of its cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Where the verb group begins: "has", "also" before "said".
    pub verb_group: usize,
    /// "did not say".
    pub negated: bool,
    /// "was told", "is being described".
    pub be: bool,
}

/// The subject of the verb at `cue`, not further left than `floor`.
pub fn subject(text: &Text<'_>, cue: usize, floor: usize) -> Option<Subject> {
    let mut verb_group = cue;
    let mut negated = false;
    let mut be = false;
    while verb_group > floor {
        let word = text.lower(verb_group - 1);
        if let Some(length) = adverbial(text, verb_group, floor) {
            verb_group -= length;
            continue;
        }
        if is_negation(word) && !is_determiner(word) {
            negated = true;
        } else if !(is_plain_auxiliary(word) || (is_adverb(word) && !text.capitalised(verb_group - 1))) {
            break;
        }
        be |= matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be");
        verb_group -= 1;
    }
    let last = verb_group.checked_sub(1).filter(|last| *last >= floor)?;
    let word = text.lower(last);
    if is_auxiliary(word)
        || is_preposition(word)
        || is_determiner(word)
        || matches!(word, "and" | "but" | "or")
        || text.tokens[last].kind == TokenKind::Possessive
    {
        return None;
    }
    let tokens = match word {
        "," => around_apposition(text, last, floor)?,
        // "The report — compiled by three lawyers — finds that …"
        "—" | "–" | "--" => {
            let open = (floor..last).rev().take(2 * LONGEST).find(|token| text.lower(*token) == word)?;
            phrase_before(text, open.checked_sub(1).filter(|last| *last >= floor)?, floor)?
        }
        ")" => {
            let open = (floor..last).rev().take(6).find(|token| text.lower(*token) == "(")?;
            phrase_before(text, open.checked_sub(1).filter(|last| *last >= floor)?, floor)?
        }
        _ => phrase_before(text, last, floor)?,
    };
    Some(Subject { tokens, verb_group, negated, be })
}

/// The length of an adverb of more than one word that ends before `end`: "at first", "in turn", "for his part".
fn adverbial(text: &Text<'_>, end: usize, floor: usize) -> Option<usize> {
    let word =
        |back: usize| end.checked_sub(back).filter(|token| *token >= floor).map_or("", |token| text.lower(token));
    match (word(3), word(2), word(1)) {
        ("for", "his" | "her" | "its" | "their", "part") | ("at" | "by", "the", "time") => Some(3),
        (_, "at", "first" | "last" | "once")
        | (_, "in", "turn" | "part" | "fact" | "private" | "public" | "effect")
        | (_, "once" | "time", "again")
        | (_, "all", "but" | "along")
        | (_, "then", "also") => Some(2),
        _ => None,
    }
}

/// "Ana Lopez, a teacher" before the comma that ends the apposition.
fn around_apposition(text: &Text<'_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let lowest = floor.max(comma.saturating_sub(LONGEST));
    let comma_before = |from: usize| (lowest..from).rev().find(|token| text.lower(*token) == ",");
    let mut open = comma_before(comma)?;
    // ", during a meeting in Haarlem, Holland," is one aside.
    while let Some(earlier) = comma_before(open).filter(|earlier| is_preposition(text.lower(earlier + 1))) {
        open = earlier;
    }
    // "Ana Lopez, 31, a pharmacist," opens before the age.
    let number = |token: usize| text.tokens[token].kind == TokenKind::Number;
    if let Some(earlier) = comma_before(open).filter(|earlier| *earlier + 2 == open && number(earlier + 1)) {
        open = earlier;
    }
    let inner = open + 1..comma;
    let first = text.lower(inner.start);
    let name = inner.len() <= 6 && inner.clone().all(|token| text.capitalised(token) || text.lower(token) == ".");
    let describes = is_determiner(first)
        || is_relative(first)
        || is_preposition(first)
        || text.tokens[inner.start].kind == TokenKind::Number
        || first.ends_with("ing")
        || inner.len() > 1
            && (first.ends_with("ed") || matches!(first, "known" | "born" | "held" | "seen" | "shown" | "himself"))
        || inner.clone().all(|token| is_adverb(text.lower(token)))
        || (inner.len() <= 3 && inner.clone().any(|token| text.raw(token).contains('-')))
        || inner.clone().any(|token| text.word(token).source.is_some());
    let subject = phrase_before(text, open.checked_sub(1).filter(|last| *last >= floor)?, floor);
    let tokens = match subject {
        Some(subject) if name && !is_name(text, &subject) && subject.end == open => subject.start..comma,
        // "Ana Lopez, the union's lawyer, who was in court,": two asides.
        Some(subject)
            if is_relative(first)
                && is_determiner(text.lower(subject.start))
                && subject.end == open
                && subject.start > floor
                && text.lower(subject.start - 1) == "," =>
        {
            around_apposition(text, open, floor).unwrap_or(subject)
        }
        // "a woman who gave only her first name, Ana,": the name belongs to the clause.
        Some(subject) if name && subject.end != open => subject,
        Some(subject) if describes && !is_preposition(text.lower(subject.start)) => subject,
        // "On Monday, the mayor, …": what stands between the commas is the subject itself.
        _ if name => inner,
        _ => return None,
    };
    Some(tokens)
}
/// Whether the mark at `token` joins what stands beside it: "58-year-old".
fn is_hyphen(text: &Text<'_>, token: usize) -> bool {
    let glued = |one: usize, other: usize| matches!((text.tokens.get(one), text.tokens.get(other)), (Some(one), Some(other)) if one.span.end == other.span.start);
    matches!(text.lower(token), "-" | "‐" | "‑") && token > 0 && glued(token - 1, token) && glued(token, token + 1)
}

/// Whether the noun at `token` names a report, a survey, a record.
pub fn is_document(text: &Text<'_>, token: usize) -> bool {
    text.word(token).source.is_some_and(|noun| noun.refers == Refers::Document)
}

/// Whether the phrase is, or ends in, a name.
pub fn is_name(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let head = head(text, tokens);
    head.end > head.start
        && text.capitalised(head.end - 1)
        && text.word(head.end - 1).source.is_none()
        && !is_pronoun(text.lower(head.end - 1))
}

/// The phrase up to its first preposition or relative clause.
pub fn head(text: &Text<'_>, tokens: &Range<usize>) -> Range<usize> {
    let end = tokens
        .clone()
        .skip(1)
        .find(|token| {
            let word = text.lower(*token);
            is_preposition(word) || is_relative(word) || word == ","
        })
        .unwrap_or(tokens.end);
    tokens.start..end
}

/// Whether the phrase can be a source at all: a person, a body, a document, a name or a pronoun.
pub fn is_source_like(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let head = head(text, tokens);
    let named_last = text.lower(head.end) == "," && head.end + 1 < tokens.end && text.capitalised(tokens.end - 1);
    is_name(text, tokens)
        || named_last
        || (head.len() == 1 && is_pronoun(text.lower(head.start)))
        || head.clone().any(|token| text.word(token).source.is_some())
        || text.lower(head.end) == "of"
            && counts(text, &head)
            && tokens.clone().any(|token| text.word(token).source.is_some())
}

/// "one", "a group", "several": of the people behind "of", unlike in "the conduct of the police".
fn counts(text: &Text<'_>, head: &Range<usize>) -> bool {
    let last = head.end.saturating_sub(1);
    text.tokens.get(last).is_some_and(|token| token.kind == TokenKind::Number)
        || vocabulary::number_words::begins(text.lower(last))
        || matches!(
            text.lower(last),
            "some"
                | "many"
                | "most"
                | "several"
                | "few"
                | "all"
                | "none"
                | "both"
                | "each"
                | "half"
                | "any"
                | "others"
                | "number"
                | "majority"
                | "minority"
                | "handful"
                | "crowd"
                | "couple"
                | "pair"
                | "lot"
                | "quarter"
                | "third"
                | "dozens"
                | "scores"
                | "hundreds"
                | "thousands"
                | "tens"
                | "percent"
                | "rest"
                | "band"
                | "party"
                | "delegation"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_of_a_cue_is_its_shortest_full_noun_phrase() {
        for (source, expected) in [
            ("Police in the capital said", "Police in the capital"),
            ("On Saturday, the interior ministry said", "the interior ministry"),
            ("On Saturday officials said", "officials"),
            ("The road was shut but two drivers later said", "two drivers"),
            ("Mayor Ana Lopez, who visited the site, has said", "Mayor Ana Lopez"),
            ("Ana Lopez, a nurse at the clinic, said", "Ana Lopez"),
            ("One of the nurses, Ana Lopez, said", "One of the nurses, Ana Lopez"),
            (
                "Unions, church groups and villagers near the dam said",
                "Unions, church groups and villagers near the dam",
            ),
            ("The bridge fell and rescuers said", "rescuers"),
            ("Witnesses who fled the market said", "Witnesses"),
            ("Dr. Omar Haddad said", "Dr. Omar Haddad"),
        ] {
            let text = Text::new(source);
            let cue = text.tokens.len() - 1;
            let found = subject(&text, cue, 0).map(|subject| text.span(subject.tokens).of(source).to_owned());
            assert_eq!(found.as_deref(), Some(expected), "{source}");
        }
        for source in ["the minister's claim", "officials declined to say", "It could say", "the report"] {
            let text = Text::new(source);
            assert_eq!(subject(&text, text.tokens.len() - 1, 0), None, "{source}");
        }
    }

    #[test]
    fn a_source_after_its_cue_ends_where_the_sentence_goes_on() {
        for (source, expected) in [
            ("police and two witnesses.", "police and two witnesses"),
            ("Ana Lopez, a nurse", "Ana Lopez"),
            ("the head of the union in a statement on Monday", "the head of the union"),
            ("residents of the valley who had fled", "residents of the valley"),
            ("a spokesman for the army late on Friday", "a spokesman for the army"),
            ("he said", "he"),
        ] {
            let text = Text::new(source);
            let found = phrase_after(&text, 0, text.tokens.len()).map(|tokens| text.span(tokens).of(source).to_owned());
            assert_eq!(found.as_deref(), Some(expected), "{source}");
        }
    }
}
