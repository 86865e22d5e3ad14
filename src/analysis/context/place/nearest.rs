//! The place in a claim's own sentence, by distance over words and clauses.

use crate::analysis::text::{Text, TokenKind};
use crate::analysis::{Claim, ClaimKind, Reading};
use crate::vocabulary::grammar::WordClass;

use super::locative::{Location, Role, compares};

/// How many words away a place may stand: "sentences" without end are tables.
const REACH: usize = 100;

/// The location in the claim's sentence that lies nearest to it.
pub fn location(reading: &Reading<'_>, locations: &[Location], claim: &Claim) -> Option<usize> {
    if claim.kind == ClaimKind::Statement {
        return None;
    }
    let text = &reading.text;
    let tokens = text.tokens_in(claim.span);
    let sentence = text.tokens.get(tokens.start)?.sentence;
    let first = locations
        .partition_point(|location| location.sentence < sentence || location.tokens.start + REACH < tokens.start);
    let inhabitants = claim.measure == "population";
    locations
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, location)| location.sentence == sentence && location.tokens.start < tokens.end + REACH)
        .filter(|(_, location)| match location.role {
            Role::Stated | Role::Referred => true,
            Role::Beside | Role::Mentioned | Role::Aside => inhabitants || beside(text, location, &tokens),
            Role::Dateline => false,
        })
        .filter(|(_, location)| !of_another_time(text, location, &tokens))
        .filter(|(_, location)| !(location.aftermath || is_word(claim)) || same_clause(text, location, &tokens))
        .min_by_key(|(_, location)| (cost(reading, location, &tokens), location.tokens.start))
        .map(|(at, _)| at)
}

/// Whether the claim is of words against words: where they are spoken is hardly ever said.
pub fn is_word(claim: &Claim) -> bool {
    matches!(claim.event, "accuse" | "deny")
}

/// "… the worst since 2003, when a fire at X": what the claim is compared with happened elsewhere.
fn of_another_time(text: &Text<'_>, location: &Location, claim: &std::ops::Range<usize>) -> bool {
    location.tokens.start >= claim.end && compares(text, claim.end..location.tokens.start)
}

/// Whether no comma and no relative clause parts the claim from the place.
fn same_clause(text: &Text<'_>, location: &Location, claim: &std::ops::Range<usize>) -> bool {
    let between = if location.tokens.start >= claim.end {
        claim.end..location.tokens.start
    } else {
        location.tokens.end..claim.start
    };
    let where_clause = between.clone().take(2).any(|token| text.lower(token) == "where");
    between.len() < 14
        && (where_clause
            || matches!(between.clone().filter(|token| text.raw(*token) == ",").count(), 0 | 2)
                && between.clone().all(|token| {
                    !matches!(text.raw(token), ";" | "—")
                        && !matches!(
                            text.word(token).class,
                            Some(WordClass::Relative | WordClass::Conjunction | WordClass::Subordinator)
                        )
                }))
}

/// Whether the claim stands right behind the name: "the Jos riots".
fn beside(text: &Text<'_>, location: &Location, claim: &std::ops::Range<usize>) -> bool {
    location.role == Role::Beside && claim.start == location.tokens.end && text.word(claim.start).is_happening
}

/// How far the location is from the claim: words between, and much more for each clause that begins between.
fn cost(reading: &Reading<'_>, location: &Location, claim: &std::ops::Range<usize>) -> usize {
    let text = &reading.text;
    let behind = location.tokens.start >= claim.start;
    let between = if behind {
        claim.end.min(location.tokens.start)..location.tokens.start
    } else {
        location.tokens.end..claim.start
    };
    let mut cost = 0;
    for token in between {
        if reading
            .dates
            .binary_search_by(|date| {
                if date.tokens.end <= token {
                    std::cmp::Ordering::Less
                } else if date.tokens.start > token {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
        {
            continue;
        }
        let word = text.lower(token);
        cost += match text.tokens.get(token).map(|token| token.kind) {
            Some(TokenKind::OpenQuote | TokenKind::CloseQuote) => 6,
            Some(TokenKind::Mark) if word == ";" || word.starts_with(['–', '—', '-']) => 10,
            Some(TokenKind::Mark) => 3,
            _ => match text.word(token).class {
                // "in X, where 14 died": the clause is about the place before it
                _ if word == "where" && !behind && token <= location.tokens.end + 1 => 0,
                // what holds for a clause holds for those that hang on it, but not the other way about
                Some(WordClass::Subordinator | WordClass::Relative) => {
                    if behind {
                        12
                    } else {
                        4
                    }
                }
                Some(WordClass::Conjunction) => 4,
                _ => 1,
            },
        };
    }
    cost + if behind { 0 } else { 3 }
}
