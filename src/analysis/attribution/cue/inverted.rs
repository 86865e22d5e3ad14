//! Sources that stand behind their verb: "said the minister", "quoted a doctor as saying".

use std::ops::Range;

use crate::analysis::Text;
use crate::analysis::attribution::source::{is_source_like, phrase_after, subject};
use crate::analysis::attribution::word_class::{has_finite_verb, is_adverb, is_determiner, is_relative, is_time};
use crate::analysis::text::TokenKind;
use crate::vocabulary::cues::{CueForm, CueUse};

/// The source of "said the minister", which stands after a comma or a quotation, or begins its sentence.
pub(super) fn inverted(
    text: &Text<'_>,
    token: usize,
    after: usize,
    found: CueUse,
    ceiling: usize,
    sentence_start: usize,
) -> Option<Range<usize>> {
    let form = found.form;
    let finite = matches!(form, CueForm::Past | CueForm::ThirdPerson | CueForm::Base);
    let before = token.checked_sub(1)?;
    let opened = text.lower(before) == "," || text.tokens[before].kind == TokenKind::CloseQuote;
    if !finite
        || !opened
        || token == sentence_start && (text.tokens[before].kind != TokenKind::CloseQuote || text.capitalised(token))
    {
        return None;
    }
    // "The league, which tracks arrests, says 900 people are held": the aside stands between subject and verb.
    let open = (sentence_start + 1..before).rev().find(|comma| text.lower(*comma) == ",");
    let aside = open.filter(|open| {
        let first = text.lower(open + 1);
        // "The report, written by nurses, suggested …"
        text.lower(before) == ","
            && (is_relative(first) || first.ends_with("ed") || text.word(open + 1).verb.participle)
    });
    if aside.is_some_and(|open| !has_finite_verb(text, sentence_start..open)) {
        return None;
    }
    let source = phrase_after(text, after, ceiling).filter(|source| text.lower(source.end - 1) != "same")?;
    let next = source.end;
    let aside = text.lower(next) == "," && is_relative(text.lower(next + 1));
    let closes = next >= ceiling
        || matches!(
            text.lower(next),
            "," | "." | ":" | ";" | "who" | "in" | "on" | "at" | "after" | "during" | "as" | "(" | "—" | "–"
        )
        || is_time(text.lower(next))
        || is_adverb(text.lower(next));
    let quoted = text.tokens[before].kind == TokenKind::CloseQuote
        || (before > 0 && text.tokens[before - 1].kind == TokenKind::CloseQuote);
    // "Ana Lopez, a nurse, said police fired": what follows the phrase there is a verb, not the end.
    let clause = has_finite_verb(text, next..ceiling.min(next + 6)) && !quoted && !aside;
    let names =
        quoted || next + 1 >= ceiling && is_determiner(text.lower(source.start)) || is_source_like(text, &source);
    // "the clerk, Ana Lopez, told a hearing", "the rector, Ana Lopez, denies all guilt"
    let told = found.cue.takes("person") || found.cue.class == "denial";
    let names = names && (quoted || found.cue.takes("clause") && !told);
    (closes && !clause && names && !is_time(text.lower(source.start))).then_some(source)
}

/// The source of "The agency quoted a doctor as saying" and "A doctor was quoted as saying", and where the clause begins.
pub(super) fn quoted_as_saying(text: &Text<'_>, saying: usize, floor: usize) -> Option<(Range<usize>, usize)> {
    let lowest = floor.max(saying.saturating_sub(20));
    let quoted = (lowest..saying)
        .rev()
        .find(|token| matches!(text.lower(*token), "quoted" | "cited" | "quotes" | "cites" | "quoting" | "citing"))?;
    let by = text.lower(quoted + 1) == "by";
    if let Some(source) = phrase_after(text, quoted + 1, saying).filter(|source| !by && source.end + 1 == saying) {
        let start = subject(text, quoted, floor).map_or(quoted, |subject| subject.tokens.start);
        return Some((source, start));
    }
    let source = subject(text, quoted, floor)?.tokens;
    let start = source.start;
    Some((source, start))
}
