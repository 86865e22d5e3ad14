//! What kind of happening a claim tells of, as far as its date depends on it.

use crate::analysis::text::TokenKind;
use crate::analysis::{Claim, ClaimKind, Text};

/// Whether the claim counts people killed or hurt.
pub fn is_of_victims(claim: &Claim) -> bool {
    matches!(claim.measure, "killed" | "injured" | "casualties")
}

/// Whether the claim counts those whom the happening hit.
pub fn is_of_the_hit(claim: &Claim) -> bool {
    is_of_victims(claim) || matches!(claim.measure, "missing" | "displaced" | "buildings")
}

/// Whether the claim tells of people or things harmed.
pub fn is_of_violence(claim: &Claim) -> bool {
    matches!(
        claim.event,
        "shoot"
            | "kill"
            | "injure"
            | "beat"
            | "clash"
            | "attack"
            | "bomb"
            | "arson"
            | "vandalise"
            | "loot"
            | "abduct"
            | "riot"
    ) || matches!(claim.measure, "killed" | "injured" | "casualties" | "buildings")
}

/// Whether the claim tells of harm of any kind: what most reports are about.
pub fn is_of_harm(claim: &Claim) -> bool {
    is_of_violence(claim) || is_of_the_hit(claim)
}

/// Whether the claim counts bodies: the day on which they were found is not the day of the deaths.
pub fn is_of_bodies(claim: &Claim, text: &Text<'_>) -> bool {
    let tokens = text.tokens_in(claim.span);
    // "was found dead"
    let found = claim.told_by.is_some_and(|verb| {
        (verb.saturating_sub(2)..=verb).any(|at| text.lower(at) == "found" && text.lower(at + 1) == "dead")
    });
    claim.measure == "killed"
        && (found || (tokens.start.saturating_sub(2)..tokens.end).any(|token| names_bodies(text.lower(token))))
}

/// Whether the word names bodies or where they lie.
pub fn names_bodies(word: &str) -> bool {
    matches!(word, "bodies" | "body" | "corpses" | "corpse" | "remains" | "grave" | "graves")
}

/// What holds at all times.
pub fn is_timeless(claim: &Claim) -> bool {
    matches!(claim.measure, "population" | "money")
}

/// What is done in words: its day is that of the saying, not of what is told.
pub fn is_of_speech(claim: &Claim) -> bool {
    matches!(claim.event, "accuse" | "deny" | "demand" | "investigate" | "agree")
}

/// Whether the claim tells what authorities did about something.
pub fn is_of_authority(claim: &Claim) -> bool {
    matches!(claim.measure, "detained" | "dismissed" | "term")
        || matches!(claim.event, "arrest" | "sentence" | "dismiss")
}

/// Whether the claim tells of what comes to an end: harm, protest, and what authorities did about it.
pub fn may_last(claim: &Claim) -> bool {
    is_of_harm(claim) || claim.measure == "detained" || matches!(claim.event, "arrest" | "protest")
}

/// How many are held at least where arrests are a part of unrest.
const MANY_HELD: i64 = 5;

/// Whether the claim counts many arrests.
pub fn is_of_many_held(claim: &Claim) -> bool {
    claim.measure == "detained" && claim.low.or(claim.high).is_some_and(|held| held >= MANY_HELD)
}

/// Whether what the claim tells goes on after it has begun.
pub fn goes_on(claim: &Claim) -> bool {
    matches!(claim.event, "strike" | "occupy") || claim.measure == "on_strike"
}

/// Whether the claim is a toll of the killed or hurt.
pub fn is_toll(claim: &Claim) -> bool {
    is_of_victims(claim) && claim.relation == "total"
}

/// Whether the claim is what a toll is said to have grown to: that happened when it was counted.
pub fn is_growing_toll(claim: &Claim, text: &Text<'_>) -> bool {
    let start = text.tokens_in(claim.span).start;
    let sentence = text.tokens.get(start).map(|token| token.sentence);
    let before = || {
        let near = (1..10).map_while(|back| start.checked_sub(back));
        near.take_while(|token| text.tokens.get(*token).map(|token| token.sentence) == sentence)
    };
    if is_of_victims(claim)
        && before().next().is_some_and(|to| text.lower(to) == "to")
        && before().nth(1).is_some_and(|verb| text.lower(verb) == "revised")
    {
        return true;
    }
    is_of_victims(claim)
        && before().any(|token| matches!(text.lower(token), "toll" | "number" | "tally" | "total" | "count" | "figure"))
        && before().take(5).any(|token| {
            let verb = text.lower(token);
            // "found nine bodies on Friday, taking the toll to 44", but "shot another, bringing the toll to 12"
            let of_bodies =
                || (1..40).any(|back| token.checked_sub(back).is_some_and(|at| names_bodies(text.lower(at))));
            GROWING.contains(&verb) && (!verb.ends_with("ing") || of_bodies())
        })
}

/// Whether the sentence of `tokens` mainly tells what a toll grew to: "The toll of the flood rose to 58 on Friday".
pub fn tells_of_growth(text: &Text<'_>, tokens: std::ops::Range<usize>) -> bool {
    let is_toll = |token: usize| matches!(text.lower(token), "toll" | "tally" | "count");
    let grew = |token: usize| GROWING.contains(&text.lower(token)) && !text.lower(token).ends_with("ing");
    let toll = tokens.clone().take(8).find(|token| is_toll(*token));
    // "announced six deaths, revised to eight"
    let revised = || {
        let to = |token: usize| {
            text.is(token, "to") && (text.word(token + 1).number.is_some() || is_figure(text, token + 1))
        };
        let dead = |token: usize| {
            is_toll(token)
                || matches!(
                    text.lower(token),
                    "deaths" | "dead" | "fatalities" | "wounded" | "injured" | "number" | "figure"
                )
        };
        let moved = tokens.clone().find(|token| to(token + 1) && (grew(*token) || text.lower(*token) == "revised"));
        moved.is_some_and(|moved| (moved.saturating_sub(12).max(tokens.start)..moved).any(dead))
    };
    toll.is_some_and(|toll| (toll..tokens.end.min(toll + 12)).any(grew)) || revised()
}

fn is_figure(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Verbs for a toll that grows.
const GROWING: [&str; 32] = [
    "rise",
    "rises",
    "rose",
    "risen",
    "rising",
    "raise",
    "raised",
    "raising",
    "climb",
    "climbs",
    "climbed",
    "climbing",
    "reach",
    "reaches",
    "reached",
    "reaching",
    "pass",
    "passes",
    "passed",
    "passing",
    "exceed",
    "exceeds",
    "exceeded",
    "exceeding",
    "jumped",
    "soared",
    "grew",
    "grown",
    "increased",
    "taking",
    "bringing",
    "took",
];

/// Whether a claim without a date of its own takes that of the passage.
pub fn may_be_carried(claim: &Claim) -> bool {
    claim.kind != ClaimKind::Statement
        && !is_timeless(claim)
        && claim.modality != crate::analysis::claim::Modality::Unreal
}
