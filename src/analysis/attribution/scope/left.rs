//! What stands before source and cue, or on both sides of them.

use std::ops::Range;

use super::{SHORTEST_QUOTATION, Scope, closing_mark, indirect};
use crate::analysis::Text;
use crate::analysis::attribution::cue::{Found, Order};
use crate::analysis::attribution::quotation::Quotation;
use crate::analysis::attribution::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_determiner, is_preposition, is_relative, is_time,
};
use crate::analysis::text::TokenKind;

/// What stands before source and cue, or on both sides of them.
pub(super) fn left(
    text: &Text<'_>,
    quotations: &[Quotation],
    found: &[Found],
    index: usize,
    limit: usize,
) -> Option<Scope> {
    let own = &found[index];
    // "The welder, protesting in the rain, said …": a participle takes nothing from before it.
    if own.order == Order::Participle {
        return None;
    }
    let sentence = text.sentences[own.sentence].tokens.clone();
    if let Some(mark) = closing_mark(text, own.start) {
        let after = quotations.partition_point(|quotation| quotation.outer.start <= mark);
        let quotation = quotations[..after].last().filter(|quotation| quotation.outer.contains(&mark))?;
        let opening = text.sentences[text.tokens[quotation.outer.start].sentence].tokens.start;
        if quotation.outer.start == opening
            || quotation.words >= 2 * SHORTEST_QUOTATION && text.lower(quotation.outer.start - 1) == ":"
        {
            return Some(Scope {
                content: quotation.inner.clone(),
                direct: true,
                clause: true,
                rule: "quotation before its cue",
            });
        }
        return Some(indirect(opening..quotation.outer.end, "content first, then its source"));
    }
    let start = left_start(text, found, index, sentence.start);
    // "As the Herald reported, …" introduces what follows; ", as the Herald reported." what stands before.
    if own.start > start && text.lower(own.start - 1) == "as" && own.order == Order::SourceCue {
        if (start..own.start - 1)
            .all(|token| begins_clause(text.lower(token)) || is_adverb(text.lower(token)) || text.lower(token) == "and")
        {
            return (text.lower(own.end) == ",").then(|| indirect(own.end + 1..limit, "as reported"));
        }
        return (text.lower(own.start - 2) == ",").then(|| indirect(start..own.start - 2, "as reported"));
    }
    if start >= own.start {
        return None;
    }
    let before = start..own.start;
    if let Some(verb) =
        found.get(index + 1).filter(|next| own.order == Order::Phrase && next.words.start == own.end + 1)
    {
        return Some(indirect(verb.end..limit, "both sides of its source"));
    }
    // "Nine drowned, police said, as doctors warned that …": what follows is another source's.
    let next = text.lower(own.end + 1);
    let other = found.get(index + 1).is_some_and(|next| next.start <= own.end + 3 && next.order == Order::SourceCue);
    // "Nine drowned, police said, as storms battered the coast": what went on meanwhile is the writer's.
    let meanwhile =
        next == "as" && has_finite_verb(text, start..own.start) && has_finite_verb(text, own.end + 2..limit);
    let handed_on =
        meanwhile || other && matches!(next, "as" | "while" | "and" | "but" | "although" | "though" | "whereas");
    let goes_on = text.lower(own.end) == "," && own.end + 1 < limit && text.lower(own.start - 1) == "," && !handed_on
        // "said Ana Lopez, whose shop burned": what follows tells of the source.
        && !is_relative(next)
        && tells_on(text, own.end + 1..limit)
        && !(own.order == Order::CueSource && (is_determiner(next) || is_number(text, own.end + 1)));
    // ", which, parents say, is why nobody came": only the relative clause is theirs.
    if goes_on && own.start > start + 1 && is_relative(text.lower(own.start - 2)) {
        return Some(indirect(own.end + 1..limit, "both sides of its source"));
    }
    if goes_on {
        let word = text.lower(start);
        // "On Friday, police said, …" leads on to what is said, "At least nine drowned, police said, and …" is said.
        let opens = is_preposition(word) || is_adverb(word) || is_time(word);
        let leads = opens && !has_finite_verb(text, start..own.start) || begins_clause(word);
        let rule = "both sides of its source";
        return Some(indirect(if leads { own.end + 1..limit } else { start..limit }, rule));
    }
    let closed = matches!(text.lower(own.start - 1), "," | "—" | "–" | ")") || own.order == Order::Phrase;
    let leads = is_preposition(text.lower(start)) && !has_finite_verb(text, before.clone());
    let closed = closed && (!leads || own.order == Order::Phrase);
    (closed && has_words(text, &before)).then(|| indirect(before, "content first, then its source"))
}

/// Whether what follows the aside goes on with what is said: ", asking not to be named", ", without giving numbers" and ", a
/// step long expected" tell of the speaker or are the writer's.
fn tells_on(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let word = text.lower(tokens.start);
    let gerund = word.ends_with("ing") && !matches!(word, "including" | "during" | "following" | "bringing");
    let clause = |tokens: Range<usize>| has_finite_verb(text, tokens);
    let without = word == "without" || matches!(word, "a" | "an") && !clause(tokens.clone());
    // "according to its director, Ana Lopez"
    let is_mark = |token: usize| text.tokens[token].kind != TokenKind::Word;
    let name = tokens.len() <= LONGEST_NAME && tokens.clone().all(|token| text.capitalised(token) || is_mark(token));
    !gerund && !without && !name
}

/// How many tokens a name behind its office has, with the mark that ends it.
const LONGEST_NAME: usize = 5;

fn is_number(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
}

fn has_words(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().filter(|token| text.tokens[*token].kind == TokenKind::Word).count() > 1
}

/// Where what stands before `found[index]` begins: the sentence, after its dateline, or a clause set off from an earlier cue.
fn left_start(text: &Text<'_>, found: &[Found], index: usize, sentence_start: usize) -> usize {
    let own = &found[index];
    if let Some(earlier) = index.checked_sub(1).map(|before| &found[before]) {
        let set_off = (earlier.end..own.start).rev().find(|token| {
            text.lower(*token) == ";"
                || (matches!(text.lower(*token), "but" | "while" | "though" | "although" | "whereas" | "and")
                    && (text.lower(token - 1) == "," || *token == earlier.end))
        });
        if let Some(at) = set_off {
            return at + 1;
        }
    }
    if let Some(bullet) = (sentence_start..own.start).rev().find(|token| matches!(text.raw(*token), "•" | "·" | "|"))
    {
        return bullet + 1;
    }
    // "Velm — At least nine drowned": a place alone before a dash at the head of a paragraph.
    let first = |sentence: usize| text.sentences.get(sentence).map(|sentence| sentence.paragraph);
    let opens = own.sentence == 0 || first(own.sentence - 1) != first(own.sentence);
    let named = |dash: usize| {
        opens
            && dash <= sentence_start + LONGEST_NAME
            && (sentence_start..dash)
                .all(|token| text.capitalised(token) || matches!(text.lower(token), "," | "(" | ")"))
    };
    let shouted = |token: usize| text.raw(token).len() > 2 && text.raw(token).chars().all(char::is_uppercase);
    let dateline = (sentence_start..own.start.min(sentence_start + 10)).find(|token| {
        matches!(text.lower(*token), "—" | "–" | "--" | "-")
            || text.lower(*token) == ":"
                && (sentence_start..*token).all(|token| shouted(token) || text.lower(token) == ",")
    });
    match dateline {
        Some(dash)
            if !has_finite_verb(text, sentence_start..dash)
                && (named(dash)
                    || (sentence_start..dash).any(|token| {
                        let raw = text.raw(token);
                        raw.len() > 2 && raw.chars().all(char::is_uppercase)
                        // "11:15 - The road is open"
                        || raw.len() > 2 && text.tokens[token].kind == TokenKind::Number
                    })) =>
        {
            dash + 1
        }
        _ => sentence_start,
    }
}
