//! Where the report was written: a place at the head of a paragraph.

use std::ops::Range;

use crate::analysis::text::{Sentence, Text};
use crate::analysis::{Reading, name};

/// Whether the tokens stand in a dateline: at the head of a paragraph, before a dash, with nothing but names, dates and
/// an agency in brackets between; or in capitals before ", Country".
pub fn contains(reading: &Reading<'_>, tokens: &Range<usize>) -> bool {
    let text = &reading.text;
    let Some(number) = text.tokens.get(tokens.start).map(|token| token.sentence) else { return false };
    let Some(sentence) = text.sentences.get(number) else { return false };
    let opens =
        number == 0 || text.sentences.get(number - 1).is_some_and(|before| before.paragraph != sentence.paragraph);
    if !opens || tokens.start > sentence.tokens.start + 11 {
        return false;
    }
    let capitals = name_is_upper(text, sentence.tokens.start)
        && !sentence.tokens.clone().skip(1).take(12).all(|token| name_is_upper(text, token));
    let head = sentence.tokens.start..(sentence.tokens.start + 14).min(sentence.tokens.end);
    // "By Ann Lee in Velm"
    if text.lower(sentence.tokens.start) == "by" && sentence.tokens.len() < 24 && !ends_with_stop(text, sentence) {
        return true;
    }
    // "VELM: Two men"
    if tokens.start == sentence.tokens.start && text.raw(tokens.end) == ":" && !sentence.headline {
        return tokens.clone().all(|token| name_is_upper(text, token));
    }
    let dash = head.clone().find(|token| text.raw(*token).starts_with(['-', '–', '—']) && *token > tokens.start);
    let names_only = |end: usize| {
        (sentence.tokens.start..end)
            .all(|token| text.capitalised(token) || !text.raw(token).starts_with(char::is_lowercase))
    };
    match dash {
        Some(dash) if tokens.end <= dash && names_only(dash) => true,
        _ => capitals && tokens.start == sentence.tokens.start && matches!(text.raw(tokens.end), "," | "("),
    }
}

/// Whether a line is a whole sentence.
fn ends_with_stop(text: &Text<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.end.checked_sub(1).is_some_and(|last| text.raw(last) == ".")
}

fn name_is_upper(text: &Text<'_>, token: usize) -> bool {
    name::is_upper(text.raw(token))
}
