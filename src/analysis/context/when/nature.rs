//! What kind of happening a claim tells of, as far as its date depends on it.

use crate::analysis::{Claim, ClaimKind, Text};

/// Whether the claim counts people killed or hurt.
pub fn is_of_victims(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "killed" | "injured" | "casualties")
}

/// Whether the claim counts those whom the happening hit.
pub fn is_of_the_hit(claim: &Claim) -> bool {
    is_of_victims(claim) || matches!(claim.measure.as_str(), "missing" | "displaced" | "buildings")
}

/// Whether the claim tells of people or things harmed.
pub fn is_of_violence(claim: &Claim) -> bool {
    matches!(
        claim.event.as_str(),
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
    ) || matches!(claim.measure.as_str(), "killed" | "injured" | "casualties" | "buildings")
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
        && (found
            || (tokens.start.saturating_sub(2)..tokens.end)
                .any(|token| matches!(text.lower(token), "bodies" | "body" | "corpses" | "corpse" | "remains")))
}

/// What holds at all times.
pub fn is_timeless(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "population" | "money")
}

/// What is done in words: its day is that of the saying, not of what is told.
pub fn is_of_speech(claim: &Claim) -> bool {
    matches!(claim.event.as_str(), "accuse" | "deny" | "demand" | "investigate" | "agree")
}

/// Whether the claim tells what authorities did about something.
pub fn is_of_authority(claim: &Claim) -> bool {
    matches!(claim.measure.as_str(), "detained" | "dismissed" | "term")
        || matches!(claim.event.as_str(), "arrest" | "sentence" | "dismiss")
}

/// Whether what the claim tells goes on after it has begun.
pub fn goes_on(claim: &Claim) -> bool {
    matches!(claim.event.as_str(), "strike" | "occupy") || claim.measure == "on_strike"
}

/// Whether the claim is a toll of the killed or hurt.
pub fn is_toll(claim: &Claim) -> bool {
    is_of_victims(claim) && claim.relation == "total"
}

/// Whether a claim without a date of its own takes that of the passage.
pub fn may_be_carried(claim: &Claim) -> bool {
    claim.kind != ClaimKind::Statement
        && !is_timeless(claim)
        && claim.modality != crate::analysis::claim::Modality::Unreal
}
