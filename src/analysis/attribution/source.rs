//! The noun phrase that names a source, to the left or to the right of a cue.

use std::ops::Range;

use super::word_class::{
    begins_clause, has_finite_verb, is_adverb, is_auxiliary, is_determiner, is_finite_verb, is_negation,
    is_plain_auxiliary, is_preposition, is_pronoun, is_relative, is_time, joins_phrase,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::sources::Refers;

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
        || text.tokens[last].kind == TokenKind::Possessive
    {
        return None;
    }
    let tokens = match word {
        "," => around_apposition(text, last, floor)?,
        ")" => {
            let open = (floor..last).rev().take(6).find(|token| text.lower(*token) == "(")?;
            phrase_before(text, open.checked_sub(1).filter(|last| *last >= floor)?, floor)?
        }
        _ => phrase_before(text, last, floor)?,
    };
    Some(Subject { tokens, verb_group, negated, be })
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
    let inner = open + 1..comma;
    let first = text.lower(inner.start);
    let name = inner.len() <= 4 && inner.clone().all(|token| text.capitalised(token));
    let describes = is_determiner(first)
        || is_relative(first)
        || is_preposition(first)
        || text.tokens[inner.start].kind == TokenKind::Number
        || first.ends_with("ing")
        || inner.clone().all(|token| is_adverb(text.lower(token)))
        || (inner.len() <= 3 && inner.clone().any(|token| text.raw(token).contains('-')))
        || inner.clone().any(|token| vocabulary::sources::get().get(text.lower(token)).is_some());
    let subject = phrase_before(text, open.checked_sub(1).filter(|last| *last >= floor)?, floor);
    let tokens = match subject {
        Some(subject) if name && !is_name(text, &subject) && subject.end == open => subject.start..comma,
        // "a woman who gave only her first name, Ana,": the name belongs to the clause.
        Some(subject) if name && subject.end != open => subject,
        Some(subject) if describes && !is_preposition(text.lower(subject.start)) => subject,
        // "On Monday, the mayor, …": what stands between the commas is the subject itself.
        _ if name => inner,
        _ => return None,
    };
    Some(tokens)
}

/// The noun phrase that ends with the token `last`.
fn phrase_before(text: &Text<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let lowest = floor.max(last.saturating_sub(LONGEST));
    let mut start = last + 1;
    let mut joined = false;
    while start > lowest {
        let token = start - 1;
        let word = text.lower(token);
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
            TokenKind::Word if begins_clause(word) || is_negation(word) && word != "no" => break,
            TokenKind::Word if is_finite_verb(text, token) && !participle_before_noun(text, token, last, lowest) => {
                let words = |token: &usize| text.tokens[*token].kind == TokenKind::Word;
                let relative =
                    (lowest..token).rev().take(6).take_while(words).find(|token| is_relative(text.lower(*token)));
                match relative {
                    Some(relative) => return antecedent(text, relative, floor),
                    None => return reduced_relative(text, token, floor).or_else(|| trim(text, start..last + 1)),
                }
            }
            TokenKind::Word => {}
            _ if word == "," && joined && lists(text, token, lowest) => {}
            _ if is_hyphen(text, token) => {}
            _ if matches!(word, "." | "&" | "/") && token > lowest && text.capitalised(token - 1) && start <= last => {
                if word == "."
                    && vocabulary::abbreviations::class(text.lower(token - 1)).is_none()
                    && text.raw(token - 1).len() > 1
                {
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
    let follows = is_preposition(text.lower(participle + 1)) || is_time(text.lower(participle + 1));
    if !follows || is_auxiliary(text.lower(participle)) || participle <= floor {
        return None;
    }
    let source = phrase_before(text, participle - 1, floor)?;
    let bare = source.len() == 1 && is_pronoun(text.lower(source.start));
    (source.end == participle && !bare && !is_name(text, &source) && is_source_like(text, &source)).then_some(source)
}

/// Whether the mark at `token` joins what stands beside it: "58-year-old".
fn is_hyphen(text: &Text<'_>, token: usize) -> bool {
    let glued = |one: usize, other: usize| matches!((text.tokens.get(one), text.tokens.get(other)), (Some(one), Some(other)) if one.span.end == other.span.start);
    matches!(text.lower(token), "-" | "‐" | "‑") && token > 0 && glued(token - 1, token) && glued(token, token + 1)
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

/// The noun phrase that begins at `start`, not further right than `ceiling`.
pub fn phrase_after(text: &Text<'_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST).min(text.tokens.len());
    let mut end = start;
    while end < ceiling {
        let word = text.lower(end);
        match text.tokens[end].kind {
            TokenKind::Possessive | TokenKind::Number => {}
            TokenKind::Word
                if end == start
                    && is_pronoun(word)
                    && (word != "one" || end + 1 >= ceiling || text.lower(end + 1) == "of") =>
            {
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
            TokenKind::Word if (is_adverb(word) || is_time(word)) && word != "first" => break,
            TokenKind::Word => {}
            _ if word == "."
                && end > start
                && end + 1 < ceiling
                && text.capitalised(end + 1)
                && (vocabulary::abbreviations::class(text.lower(end - 1)).is_some()
                    || text.raw(end - 1).len() == 1) => {}
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

/// Whether the noun at `token` names a report, a survey, a record.
pub fn is_document(text: &Text<'_>, token: usize) -> bool {
    vocabulary::sources::get().get(text.lower(token)).is_some_and(|noun| noun.refers == Refers::Document)
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
        vocabulary::sources::get().get(text.lower(*token)).is_some_and(|noun| noun.source_type == "document")
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

/// Whether the phrase is, or ends in, a name.
pub fn is_name(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let head = head(text, tokens);
    head.end > head.start
        && text.capitalised(head.end - 1)
        && vocabulary::sources::get().get(text.lower(head.end - 1)).is_none()
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
    is_name(text, tokens)
        || (head.len() == 1 && is_pronoun(text.lower(head.start)))
        || head.clone().any(|token| vocabulary::sources::get().get(text.lower(token)).is_some())
        || text.lower(head.end) == "of"
            && tokens.clone().any(|token| vocabulary::sources::get().get(text.lower(token)).is_some())
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
