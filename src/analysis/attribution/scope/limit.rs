//! Where the reach of one cue ends because another begins.

use super::ends;
use crate::analysis::Text;
use crate::analysis::attribution::cue::{Found, Order};
use crate::analysis::attribution::word_class::has_finite_verb;
use crate::analysis::text::TokenKind;

/// Where what `found[index]` covers to its right ends: at the sentence's end, or where another cue begins a clause of its own.
pub(super) fn right_limit(text: &Text<'_>, found: &[Found], index: usize, sentence_end: usize) -> usize {
    let own = &found[index];
    for other in &found[index + 1..] {
        if other.start <= own.end {
            continue;
        }
        let before = other.start - 1;
        let word = text.lower(before);
        let trailing = text.lower(other.end) == "," || ends(text, other.end, sentence_end);
        if word == "," && (trailing || other.order == Order::Participle)
            || other.order == Order::Phrase && (word == "," || trailing)
            || text.tokens[before].kind == TokenKind::CloseQuote
        {
            return if word == "," { before } else { other.start };
        }
        if let Some(at) = clause_break(text, own.end, other.start) {
            return at;
        }
    }
    sentence_end
}

/// Where, between two cues, the clause of the second begins: ", but", "while", ";".
pub(super) fn clause_break(text: &Text<'_>, from: usize, to: usize) -> Option<usize> {
    let at = (from.max(to.saturating_sub(8))..to).rev().find(|token| {
        matches!(text.lower(*token), "but" | "while" | "though" | "although" | "whereas" | "and" | ";" | "yet")
    })?;
    if has_finite_verb(text, at + 1..to) {
        return None;
    }
    Some(if at > from && text.lower(at - 1) == "," { at - 1 } else { at })
}
