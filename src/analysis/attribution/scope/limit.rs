//! Where the reach of one cue ends because another begins.

use super::ends;
use crate::analysis::Text;
use crate::analysis::attribution::cue::{Found, Order};
use crate::analysis::attribution::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_finite_verb, is_preposition, is_relative,
};
use crate::analysis::text::TokenKind;
use crate::vocabulary::cues::CueForm;

/// Where what `found[index]` covers to its right ends: at the sentence's end, or where another cue begins a clause of its own.
pub(super) fn right_limit(text: &Text<'_>, found: &[Found], index: usize, sentence_end: usize) -> usize {
    let own = &found[index];
    let sentence_start = text.sentences[own.sentence].tokens.start;
    let bullet = (own.end..sentence_end).find(|token| matches!(text.raw(*token), "•" | "·" | "|"));
    let sentence_end = clause_end(text, own, sentence_start, bullet.unwrap_or(sentence_end));
    let sentence_end = before_comment(text, own.end, aside_end(text, own, sentence_end));
    let sentence_end = meanwhile(text, own, new_statement(text, own, sentence_end));
    for other in &found[index + 1..] {
        if other.start <= own.end {
            continue;
        }
        if other.start >= sentence_end {
            break;
        }
        let before = other.start - 1;
        let word = text.lower(before);
        let trailing = text.lower(other.end) == "," || ends(text, other.end, sentence_end);
        if trailing
            && word == ","
            && let Some(at) = (own.end..before).rev().find(|token| text.lower(*token) == ";")
        {
            return at;
        }
        if word == "," && (trailing || other.order == Order::Participle)
            || other.order == Order::Phrase && (word == "," || trailing)
            || text.tokens[before].kind == TokenKind::CloseQuote
        {
            return if word == "," { before } else { other.start };
        }
        if word == "," && other.start == other.words.start && other.order == Order::SourceCue {
            return before;
        }
        if let Some(at) = clause_break(text, own.end, other.start) {
            return at;
        }
    }
    sentence_end
}

/// Where a cue in a leading subordinate clause ends with it: "When the mayor announced the closure, she blamed the owners".
fn clause_end(text: &Text<'_>, own: &Found, sentence_start: usize, sentence_end: usize) -> usize {
    let is_comma = |token: &usize| text.lower(*token) == ",";
    let opens = matches!(
        text.lower(sentence_start),
        "when"
            | "after"
            | "while"
            | "although"
            | "though"
            | "because"
            | "since"
            | "if"
            | "once"
            | "before"
            | "as"
            | "until"
    );
    if !opens || own.order != Order::SourceCue || (sentence_start..own.start).any(|token| is_comma(&token)) {
        return sentence_end;
    }
    // The main clause begins behind the first comma that a subject and its verb follow.
    let begins_main = |comma: &usize| {
        let first = comma + 1;
        let next = (first..sentence_end).find(is_comma).unwrap_or(sentence_end);
        let word = text.lower(first);
        let goes_on = is_relative(word)
            || is_preposition(word)
            || begins_clause(word)
            || matches!(word, "and" | "or" | "but")
            || is_finite_verb(text, first);
        !goes_on && has_finite_verb(text, first + 1..next)
    };
    (own.end + 1..sentence_end).filter(is_comma).find(begins_main).unwrap_or(sentence_end)
}

/// Where a cue inside an aside ends with it: "The mayor, who said that nobody was hurt, left at noon", "The union, accusing
/// the owners of theft, walked out".
fn aside_end(text: &Text<'_>, own: &Found, sentence_end: usize) -> usize {
    let source = own.source.as_ref().map_or(own.words.start, |source| source.end.min(own.words.start));
    let relative = own.order == Order::SourceCue
        && (source..own.words.start).any(|token| is_relative(text.lower(token)))
        && (source..own.words.start).any(|token| text.lower(token) == ",")
        // "The doctor, who had seen them, said": the aside is over.
        && own.words.start.checked_sub(1).is_none_or(|before| text.lower(before) != ",");
    // "The strike, which the union said was legal, went on"
    let object = own.order == Order::SourceCue
        && own.start > 1
        && matches!(text.lower(own.start - 1), "which" | "who" | "whom")
        && text.lower(own.start - 2) == ",";
    // "Of the 900 who left -- officials maintain that it was 520 -- few came back."
    let dash = |token: usize| matches!(text.lower(token), "--" | "—" | "–");
    if own.start > 1
        && dash(own.start - 1)
        && let Some(close) = (own.end..sentence_end).find(|token| dash(*token))
    {
        return close;
    }
    let relative = relative || object;
    let participle = own.order == Order::Participle
        && own.source.as_ref().is_some_and(|source| source.end + 1 == own.words.start)
        && text.lower(own.words.start - 1) == ",";
    if !relative && !participle {
        return second_predicate(text, own, sentence_end);
    }
    (own.end + 1..sentence_end)
        .find(|token| {
            let next = token + 1 + usize::from(is_adverb(text.lower(token + 1)));
            text.lower(*token) == "," && next < sentence_end && is_finite_verb(text, next)
        })
        .unwrap_or(sentence_end)
}

/// Where the writer goes on in his own voice: behind a semicolon, and behind what is denied at ", and".
fn new_statement(text: &Text<'_>, own: &Found, to: usize) -> usize {
    let ends = |token: &usize| match text.lower(*token) {
        ";" => text.lower(token + 1) != "that",
        // "said nobody was hurt, but a list of the guild's had nine names": what goes against it is the writer's.
        "," if matches!(text.lower(token + 1), "but" | "although" | "though" | "whereas") => {
            text.lower(token + 2) != "that" && has_finite_verb(text, token + 2..to)
        }
        "," => own.cue.class == "denial" && matches!(text.lower(token + 1), "and" | "but"),
        _ => false,
    };
    (own.end..to).find(ends).unwrap_or(to)
}

/// Where what went on beside it begins: "Army denies shelling the school as toll hits 40" in a headline, "denied shelling
/// the school, in which nine died" behind an act.
fn meanwhile(text: &Text<'_>, own: &Found, to: usize) -> usize {
    let headline = text.sentences[own.sentence].headline && !own.cue.takes("as");
    let act = own.cue.class == "denial" && text.lower(own.end).ends_with("ing");
    let begins = |token: &usize| {
        let word = text.lower(*token);
        let clause = |from: usize| has_finite_verb(text, from..to);
        let which = || matches!(word, "in" | "at" | "on") && text.lower(token + 1) == "which";
        headline && word == "as" && !matches!(text.lower(token + 1), "a" | "an" | "part" | "well")
            || act && (matches!(word, "after" | "as" | "when" | "where") && clause(token + 1) || which())
    };
    (own.end + 1..to).find(begins).unwrap_or(to)
}

/// Where the writer comments on what was said: "Rebels said they held the town, a claim that the army rejected".
fn before_comment(text: &Text<'_>, from: usize, to: usize) -> usize {
    // "said they had heard voices, raising hopes for the miners"
    let effect = |token: &usize| {
        text.lower(*token) == ","
            && matches!(
                text.lower(token + 1),
                "raising"
                    | "dashing"
                    | "reviving"
                    | "fuelling"
                    | "fueling"
                    | "contradicting"
                    | "correcting"
                    | "revising"
                    | "echoing"
                    | "reversing"
                    | "stoking"
                    | "deepening"
                    | "heightening"
            )
    };
    // "put the toll at 41, up from 37 on Monday"
    let compared = |token: &usize| {
        text.lower(*token) == "," && matches!(text.lower(token + 1), "up" | "down") && text.lower(token + 2) == "from"
    };
    let comments = |token: &usize| {
        compared(token)
            || effect(token)
            || text.lower(*token) == ","
                && matches!(text.lower(token + 1), "a" | "an")
                && matches!(
                    text.lower(token + 2),
                    "claim"
                        | "charge"
                        | "account"
                        | "accusation"
                        | "allegation"
                        | "version"
                        | "assertion"
                        | "denial"
                        | "device"
                        | "move"
                        | "step"
                        | "tactic"
                        | "practice"
                        | "sentiment"
                        | "approach"
                        | "remark"
                        | "view"
                        | "decision"
                        | "promise"
                        | "figure"
                )
    };
    (from..to).find(comments).unwrap_or(to)
}

/// Where the source does something else than speak: "The union says that the vote was rigged, and has gone to court".
fn second_predicate(text: &Text<'_>, own: &Found, sentence_end: usize) -> usize {
    if own.order != Order::SourceCue || !matches!(own.form, CueForm::Base | CueForm::ThirdPerson) {
        return sentence_end;
    }
    let goes_on = |token: &usize| {
        text.lower(*token) == ","
            && matches!(text.lower(token + 1), "and" | "but")
            && matches!(text.lower(token + 2), "has" | "have" | "is" | "are" | "plans" | "wants")
    };
    (own.end..sentence_end).find(goes_on).unwrap_or(sentence_end)
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
