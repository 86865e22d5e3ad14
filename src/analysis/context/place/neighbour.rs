//! What stands before and behind a place: the preposition that governs it, a happening, a noun that it only qualifies.

use std::ops::Range;

use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::geography::{self, PlaceNoun};
use crate::vocabulary::grammar::WordClass;
use crate::vocabulary::place_words::{self, PlaceWord};

/// "in", "near", and "reached X", which does the work of one.
fn is_preposition(word: &str) -> bool {
    place_words::is(word, PlaceWord::Preposition) || matches!(word, "reach" | "reached")
}

/// The preposition of place that governs the noun phrase in which `start` stands: "in the oil town of X", "in Kenya's X".
pub fn preposition_before(text: &Text<'_>, start: usize) -> Option<usize> {
    let geography = geography::get();
    let sentence = text.tokens.get(start)?.sentence;
    let governs =
        |at: usize| is_preposition(text.lower(at)) && text.tokens.get(at).is_some_and(|at| at.sentence == sentence);
    let mut token = start;
    let mut steps = 0;
    while steps < 8 {
        steps += 1;
        token = token
            .checked_sub(1)
            .filter(|token| text.tokens.get(*token).is_some_and(|token| token.sentence == sentence))?;
        let word = text.lower(token);
        // "for the northern region" tells where, "for Kenya" hardly
        let is_for_region = word == "for"
            && (start..start + 4).any(|at| text.word(at).place_noun.is_some_and(PlaceNoun::is_administrative));
        // what is ordered for a place, which its governing noun tells
        let is_for_region = is_for_region || word == "for" && token + 1 == start;
        if is_preposition(word) || is_for_region {
            return Some(token);
        }
        if word == "of" {
            let noun = token.checked_sub(1)?;
            let head = text.lower(noun);
            // "the attack recalls that of X"
            let pronoun = matches!(head, "that" | "those");
            let part = pronoun || place_words::is_part(head) || geography.noun(head).is_some();
            if !part {
                return None;
            }
            token = noun;
            // "the town of X" is where things happen also as a subject, and so are its parts
            if head != "capital" && !(1..6).any(|back| noun.checked_sub(back).is_some_and(governs)) {
                return Some(noun);
            }
            continue;
        }
        let kind = text.tokens.get(token)?.kind;
        let skipped = match kind {
            TokenKind::Possessive => true,
            TokenKind::Word | TokenKind::Number => {
                let known = text.word(token);
                matches!(known.class, None | Some(WordClass::Determiner)) && !known.verb.third_person
                    || known.class == Some(WordClass::Adverb)
            }
            TokenKind::Mark => word == "-",
            TokenKind::OpenQuote | TokenKind::CloseQuote => false,
        };
        if !skipped {
            return None;
        }
    }
    None
}

/// Whether something is said to happen there: the word stands not far before, or right behind.
pub fn happening_beside(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let sentence = text.tokens.get(tokens.start).map(|token| token.sentence);
    let within = |token: &usize| text.tokens.get(*token).map(|token| token.sentence) == sentence;
    let before = (1..=14)
        .map_while(|back| tokens.start.checked_sub(back))
        .take_while(within)
        .take_while(|token| !matches!(text.raw(*token), ";" | ":"));
    let went_down = |token: usize| {
        text.lower(token) == "down"
            && token.checked_sub(1).is_some_and(|verb| matches!(text.lower(verb), "went" | "came" | "shot"))
    };
    // "In Oyo on Friday, gunmen attacked": a place at the head of the sentence waits for what happens
    let opening = before.clone().count() < 6
        && (tokens.end..tokens.end + 9).take_while(within).any(|token| text.word(token).is_happening);
    opening
        || before.clone().any(|token| text.word(token).is_happening || went_down(token))
        || happening_behind(text, tokens.end)
}

/// Whether a happening is named by one of the three words from `end` on: "the Jos market riots".
pub fn happening_behind(text: &Text<'_>, end: usize) -> bool {
    (end..end + 3).take_while(|token| is_noun_phrase(text, *token)).any(|token| text.word(token).is_happening)
}

/// Whether something is done to the noun phrase that ends with `start`: "overran the rebel base", "shelled Velm".
pub fn object_of_happening(text: &Text<'_>, start: usize) -> bool {
    let sentence = text.tokens.get(start).map(|token| token.sentence);
    let within = |token: &usize| text.tokens.get(*token).map(|token| token.sentence) == sentence;
    for token in (1..6).map_while(|back| start.checked_sub(back)).take_while(within) {
        let word = text.word(token);
        let forms = word.verb;
        if word.is_happening && (forms.past || forms.gerund || forms.third_person) {
            return true;
        }
        let inside = matches!(word.class, None | Some(WordClass::Determiner))
            && matches!(text.tokens.get(token).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Possessive));
        if !inside {
            return false;
        }
    }
    false
}

/// Whether the place that ends at `end` is the subject of a happening that befalls it: "Velm was shelled".
pub fn befallen(text: &Text<'_>, end: usize) -> bool {
    let auxiliary = (end..end + 3)
        .take_while(|token| {
            matches!(text.word(*token).class, Some(WordClass::Be | WordClass::Have | WordClass::Adverb))
        })
        .count();
    auxiliary > 0 && text.word(end + auxiliary).is_happening && text.word(end + auxiliary).verb.past
}

/// Words of time that stand behind a place and do not make it qualify a noun.
pub fn tells_time(word: &str) -> bool {
    matches!(
        word,
        "early"
            | "late"
            | "last"
            | "next"
            | "yesterday"
            | "today"
            | "tonight"
            | "tomorrow"
            | "overnight"
            | "again"
            | "alone"
            | "itself"
            | "earlier"
            | "later"
            | "ago"
            | "soon"
            | "shortly"
            | "nightly"
            | "daily"
            | "twice"
            | "ablaze"
            | "aged"
            | "armed"
    ) || word.ends_with("ly")
}

/// Whether the name ends at `end` before a noun that is neither a place nor a happening: "in Kenyan hands".
pub fn qualifies_noun(text: &Text<'_>, end: usize) -> bool {
    let word = text.word(end);
    let forms = word.verb;
    text.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word)
        && word.class.is_none()
        && !tells_time(text.lower(end))
        && !text.capitalised(end)
        && !(forms.past || forms.gerund || forms.third_person && !forms.noun)
        && word.place_noun.is_none()
        && !happening_behind(text, end)
        && text.raw(end + 1) != ","
}

/// Whether the token may stand inside a noun phrase.
pub fn is_noun_phrase(text: &Text<'_>, token: usize) -> bool {
    matches!(text.tokens.get(token).map(|token| token.kind), Some(TokenKind::Word | TokenKind::Number))
        && text.word(token).class.is_none()
        || text.raw(token) == "-"
}
