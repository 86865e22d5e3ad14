//! Statement claims: attributions that are on record as somebody's words.

use super::attribution::Coverage;
use super::attribution::word_class::has_finite_verb;
use super::claim::Polarity;
use super::text::TokenKind;
use super::{Attribution, Claim, ClaimKind, Reading, Text};

/// Turns `attributions` into statement claims, with everything but date and place. An outlet that passes something on makes
/// none, unless it is quoted; nor does a mere aim ("promised to come") or a single quoted word.
pub fn find(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<Claim> {
    let outlets = Coverage::new(attributions.iter().filter(|attribution| attribution.outlet));
    attributions
        .iter()
        .filter(|attribution| attribution.clause && (!attribution.outlet || attribution.direct))
        .filter(|attribution| {
            let content = attribution.content.of(reading.text.source);
            content.split_whitespace().nth(1).is_some() || content.starts_with(|letter: char| letter.is_ascii_digit())
        })
        .filter(|attribution| attribution.direct || !is_act(reading, attribution))
        .map(|attribution| claim(reading, &outlets, attribution))
        .collect()
}

/// Whether the words tell of an act or a view and pass on no content of their own: "blamed the owners for the fire",
/// "claimed responsibility", "dismissed the report".
fn is_act(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let text = &reading.text;
    let tokens = text.tokens_in(attribution.content);
    let clause = || has_finite_verb(text, tokens.clone());
    match attribution.rule {
        "blame" => true,
        // "accused the guards of beating him" says what they did, "of murder" only of what kind it was.
        "accusation of" => !text.lower(tokens.start).ends_with("ing"),
        "clause with that" if attribution.cue_class == "demand" => true,
        "described as" => !clause() && attribution.source.is_some(),
        // "the register showed 93 names": a number with what it counts.
        "finding" => !clause() && (tokens.len() <= 2 || !is_number(text, tokens.start)),
        "object" if attribution.cue_class == "denial" => !clause() && text.lower(tokens.start) != "any",
        "object" => matches!(text.lower(tokens.start), "responsibility" | "credit" | "victory" | "concern" | "himself"),
        _ => false,
    }
}

fn is_number(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
}

fn claim(reading: &Reading<'_>, outlets: &Coverage<'_>, attribution: &Attribution) -> Claim {
    let passed_on = outlets.narrowest(attribution.content, |_| !attribution.outlet).map(|other| other.via.clone());
    let via = if attribution.outlet { String::new() } else { attribution.via.clone() };
    Claim {
        kind: ClaimKind::Statement,
        span: attribution.content,
        source: attribution.speaker.clone(),
        source_type: attribution.source_type,
        source_basis: if attribution.resolved { "resolved" } else { "stated" },
        via: if via.is_empty() { passed_on.unwrap_or_default() } else { via },
        cue: attribution.cue.of(reading.text.source).to_owned(),
        direct: attribution.direct,
        resolved: attribution.resolved,
        polarity: if attribution.cue_class == "denial" { Polarity::Denied } else { Polarity::Asserted },
        rule: attribution.rule,
        ..Claim::default()
    }
}
