//! The noun phrase that begins after a cue.

use std::ops::Range;

use super::{LONGEST, is_document, is_hyphen};
use crate::analysis::Text;
use crate::analysis::attribution::word_class::{
    begins_clause, is_adverb, is_determiner, is_finite_verb, is_preposition, is_pronoun, is_relative, is_time,
    joins_phrase,
};
use crate::analysis::text::TokenKind;

/// The noun phrase that begins at `start`, not further right than `ceiling`.
pub fn phrase_after(text: &Text<'_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST).min(text.tokens.len());
    let mut end = start;
    while end < ceiling {
        let word = text.lower(end);
        #[expect(clippy::match_same_arms, reason = "the arms are tried in this order")]
        match text.tokens[end].kind {
            TokenKind::Possessive | TokenKind::Number => {}
            TokenKind::Word if end == start && is_pronoun(word) && (word != "one" || end + 1 >= ceiling) => {
                end += 1;
                break;
            }
            TokenKind::Word if is_relative(word) || begins_clause(word) && word != "after" => break,
            TokenKind::Word if word == "and" => {
                let next = end + 1;
                if next >= ceiling
                    || is_finite_verb(text, next)
                    || is_adverb(text.lower(next))
                    || verb_follows(text, next, ceiling)
                {
                    break;
                }
            }
            TokenKind::Word if end > start && is_preposition(word) => {
                let by_author = word == "by" && is_document(text, end - 1);
                if !(joins_phrase(word) || by_author) || !phrase_goes_on(text, end + 1, ceiling) {
                    break;
                }
            }
            TokenKind::Word if is_finite_verb(text, end) && end > start && !is_determiner(text.lower(end - 1)) => break,
            // "a report seen by the Tribune"
            TokenKind::Word
                if end > start && matches!(word, "seen" | "given" | "drawn" | "sent" | "written" | "read") =>
            {
                break;
            }
            // "a September poll", "the late mayor"
            TokenKind::Word if is_time(word) && begins_with_time(text, start, end, ceiling) => {}
            TokenKind::Word if (is_adverb(word) || is_time(word)) && word != "first" => break,
            TokenKind::Word => {}
            _ if word == "."
                && end > start
                && end + 1 < ceiling
                && text.capitalised(end + 1)
                && (text.word(end - 1).abbreviation.is_some() || text.raw(end - 1).len() == 1) => {}
            _ if matches!(word, "/" | "&") && end > start || is_hyphen(text, end) => {}
            _ => break,
        }
        end += 1;
    }
    while end > start
        && (is_preposition(text.lower(end - 1)) || is_determiner(text.lower(end - 1)) && text.lower(end - 1) != "some")
    {
        end -= 1;
    }
    let nothing = (start..end).all(|token| is_determiner(text.lower(token)) && text.lower(token) != "some");
    (end > start && !nothing).then_some(start..end)
}

/// Whether the word of time at `time` stands between the article and its noun.
fn begins_with_time(text: &Text<'_>, start: usize, time: usize, ceiling: usize) -> bool {
    let next = time + 1;
    time == start + 1
        && matches!(text.lower(start), "a" | "an" | "the")
        && next < ceiling
        && text.tokens[next].kind == TokenKind::Word
        && !(is_preposition(text.lower(next)) || is_time(text.lower(next)) || is_finite_verb(text, next))
}

/// Whether a verb comes before the phrase's clause ends, so that "and" joins clauses and no nouns.
fn verb_follows(text: &Text<'_>, start: usize, ceiling: usize) -> bool {
    (start..ceiling)
        .take_while(|token| {
            matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
        })
        .any(|token| is_finite_verb(text, token))
}

/// Whether what follows a preposition belongs to the source: no time, no "in a statement".
fn phrase_goes_on(text: &Text<'_>, start: usize, ceiling: usize) -> bool {
    let noun = (start..ceiling.min(start + 5)).find(|token| {
        text.word(*token).source.is_some_and(|noun| noun.source_type == "document")
            || matches!(
                text.lower(*token),
                "interview" | "conference" | "address" | "speech" | "post" | "tweet" | "email" | "comments"
            )
    });
    start < ceiling
        && !text.lower(start).ends_with("ing")
        && !is_time(text.lower(start))
        && text.tokens[start].kind != TokenKind::Number
        && noun.is_none_or(|noun| text.lower(start.saturating_sub(1)) == "of" || noun > start + 4)
}
