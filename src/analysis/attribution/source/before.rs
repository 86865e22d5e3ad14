//! The noun phrase that ends before a cue.

use std::ops::Range;

use super::{LONGEST, is_hyphen, is_name, is_source_like};
use crate::analysis::Text;
use crate::analysis::attribution::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_auxiliary, is_determiner, is_finite_verb, is_negation,
    is_preposition, is_pronoun, is_relative, is_time,
};
use crate::analysis::text::TokenKind;

/// The noun phrase that ends with the token `last`.
pub fn phrase_before(text: &Text<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let lowest = floor.max(last.saturating_sub(LONGEST));
    let mut start = last + 1;
    let mut joined = false;
    while start > lowest {
        let token = start - 1;
        let word = text.lower(token);
        #[expect(clippy::match_same_arms, reason = "the arms are tried in this order")]
        match text.tokens[token].kind {
            TokenKind::Possessive | TokenKind::Number => {}
            // "witnesses who said", but "a town in which police said".
            TokenKind::Word if is_relative(word) && start <= last => break,
            TokenKind::Word if is_relative(word) => return antecedent(text, token, floor),
            TokenKind::Word if word == "and" => {
                let clause = clause_start(text, token, lowest);
                if has_finite_verb(text, clause..token) || clause == token {
                    break;
                }
                joined = true;
            }
            TokenKind::Word if begins_clause(word) || is_negation(word) && word != "no" && !text.capitalised(token) => {
                break;
            }
            TokenKind::Word if is_finite_verb(text, token) && !participle_before_noun(text, token, last, lowest) => {
                let words = |token: &usize| text.tokens[*token].kind == TokenKind::Word;
                let relative =
                    (lowest..token).rev().take(6).take_while(words).find(|token| is_relative(text.lower(*token)));
                match relative {
                    Some(relative) => return antecedent(text, relative, floor),
                    None => return reduced_relative(text, token, floor).or_else(|| trim(text, start..last + 1)),
                }
            }
            // "a claim the army rejected": the article begins the phrase.
            TokenKind::Word
                if matches!(word, "the" | "a" | "an")
                    && token > lowest
                    && text.tokens[token - 1].kind == TokenKind::Word
                    && !text.capitalised(token - 1)
                    && text.word(token - 1).source.is_none()
                    && !is_preposition(text.lower(token - 1))
                    && !is_determiner(text.lower(token - 1))
                    && !is_finite_verb(text, token - 1)
                    && text.lower(token - 1) != "and" =>
            {
                start = token;
                break;
            }
            TokenKind::Word => {}
            _ if word == "," && joined && lists(text, token, lowest) => {}
            _ if is_hyphen(text, token) => {}
            _ if matches!(word, "." | "&" | "/") && token > lowest && text.capitalised(token - 1) && start <= last => {
                if word == "." && text.word(token - 1).abbreviation.is_none() && text.raw(token - 1).len() > 1 {
                    break;
                }
            }
            _ => break,
        }
        start -= 1;
    }
    trim(text, start..last + 1)
}

/// "a survey" of "a survey published on Monday": the noun phrase before a participle with its preposition.
fn reduced_relative(text: &Text<'_>, participle: usize, floor: usize) -> Option<Range<usize>> {
    let next = text.lower(participle + 1);
    let follows = is_preposition(next) || is_time(next) || is_adverb(next);
    if !follows || is_auxiliary(text.lower(participle)) || participle <= floor {
        return None;
    }
    let source = phrase_before(text, participle - 1, floor)?;
    let bare = source.len() == 1 && is_pronoun(text.lower(source.start));
    (source.end == participle && !bare && !is_name(text, &source) && is_source_like(text, &source)).then_some(source)
}

/// The noun phrase before the relative pronoun at `relative`.
fn antecedent(text: &Text<'_>, relative: usize, floor: usize) -> Option<Range<usize>> {
    let last = relative.checked_sub(1).filter(|last| *last >= floor)?;
    let last = if text.lower(last) == "," { last.checked_sub(1)? } else { last };
    (last >= floor).then(|| phrase_before(text, last, floor)).flatten()
}

/// "the wounded man": a participle that belongs to the noun after it.
fn participle_before_noun(text: &Text<'_>, token: usize, last: usize, lowest: usize) -> bool {
    let begins = token == lowest || !matches!(text.tokens[token - 1].kind, TokenKind::Word | TokenKind::Possessive);
    text.lower(token).ends_with("ed") && token < last && begins
}

/// Whether the comma at `token` stands in a list of noun phrases that begins its clause.
fn lists(text: &Text<'_>, token: usize, lowest: usize) -> bool {
    let start = clause_start(text, token, lowest);
    start < token
        && token - start <= 6
        && !has_finite_verb(text, start..token)
        && !is_preposition(text.lower(start))
        && !is_adverb(text.lower(start))
        && !begins_clause(text.lower(start))
        // "…, killing two, police and doctors said", "a woman and a child, police and doctors said": another list.
        && !text.lower(start).ends_with("ing")
        && !(start..token).any(|token| text.lower(token) == "and")
}

fn clause_start(text: &Text<'_>, token: usize, lowest: usize) -> usize {
    (lowest..token)
        .rev()
        .find(|before| {
            !matches!(text.tokens[*before].kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
                || begins_clause(text.lower(*before))
        })
        .map_or(lowest, |before| before + 1)
}

/// Takes off what leads to the phrase and is not part of it: "Meanwhile", "On Saturday", "In Porto".
fn trim(text: &Text<'_>, mut tokens: Range<usize>) -> Option<Range<usize>> {
    while tokens.start < tokens.end {
        let word = text.lower(tokens.start);
        let prepositional = is_preposition(word)
            && tokens.len() > 1
            && (is_time(text.lower(tokens.start + 1)) || text.tokens[tokens.start + 1].kind == TokenKind::Number);
        let skip = if prepositional {
            2
        } else if is_preposition(word) {
            // "In Porto officials": the place goes with the preposition.
            let names = (tokens.start + 1..tokens.end).take_while(|token| text.capitalised(*token)).count();
            if names == 0 || names + 1 == tokens.len() {
                return None;
            }
            names + 1
        } else if matches!(word, "and" | "or" | ",")
            || (is_adverb(word) && word != "first")
            || (is_time(word) && tokens.len() > 1)
            || (text.tokens[tokens.start].kind == TokenKind::Number
                && is_time(text.lower(tokens.start.saturating_sub(1))))
        {
            1
        } else {
            break;
        };
        tokens.start += skip.min(tokens.len());
    }
    let nouns = tokens.clone().any(|token| {
        text.tokens[token].kind == TokenKind::Word && !is_determiner(text.lower(token)) || is_pronoun(text.lower(token))
    });
    (nouns && tokens.len() <= LONGEST).then_some(tokens)
}
