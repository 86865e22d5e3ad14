//! Polarity and modality: whether it is said to be so, and how firmly.
//!
//! A claim's own clause decides first (negation, modal verbs, "tried to", "allegedly"), then the cue under which it stands.
//! Negation and modals never reach beyond their clause.

mod clause;

use crate::analysis::attribution::Coverage;
use crate::analysis::claim::{ClaimKind, Modality, Polarity};
use crate::analysis::count::{BY_NEGATION, BY_PART, OF_PHRASE};
use crate::analysis::{Attribution, Claim, Reading};
use crate::vocabulary::firmness::{Firmness, MarkPlace, get as marks};

/// Sets polarity and modality of each claim from the negation and the modal words of its clause and the cue that covers it.
pub fn apply(reading: &Reading<'_>, coverage: &Coverage<'_>, claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| claim.kind != ClaimKind::Statement) {
        let own = clause::firmness(reading, claim);
        let cue = coverage.narrowest(claim.span, |attribution| !attribution.outlet);
        let aims = cue.is_some_and(|cue| matches!(cue.cue_class, "demand" | "promise"));
        let cue = cue
            .filter(|_| !(aims && clause::tells_of_past(reading, claim)))
            .filter(|_| !clause::is_taken_for_granted(reading, claim))
            .map(|cue| of_source(reading, cue).or_else(|| of_cue(reading, cue)));
        // "could not be found" says that he is missing.
        let own = own.filter(|own| !(*own == Firmness::Denied && [BY_NEGATION, BY_PART].contains(&claim.rule)));
        // "must investigate the killing of 12": that they were killed is no aim.
        let suffered = matches!(claim.measure, "killed" | "injured" | "missing");
        let own = own.filter(|own| !(*own == Firmness::Unreal && suffered && claim.rule == OF_PHRASE));
        let none_at_all = claim.kind == ClaimKind::Count && claim.low == Some(0) && claim.high == Some(0);
        for firmness in [own, cue.flatten()].into_iter().flatten() {
            match firmness {
                Firmness::Denied if !none_at_all => claim.polarity = Polarity::Denied,
                Firmness::Alleged if claim.modality == Modality::Fact => claim.modality = Modality::Alleged,
                Firmness::Possible if claim.modality == Modality::Fact => claim.modality = Modality::Possible,
                Firmness::Unreal if claim.modality == Modality::Fact => claim.modality = Modality::Unreal,
                _ => {}
            }
        }
    }
}

/// "Unconfirmed reports said …".
fn of_source(reading: &Reading<'_>, attribution: &Attribution) -> Option<Firmness> {
    let words = attribution.source.map(|source| reading.text.tokens_in(source))?;
    let first = reading.text.lower(words.start);
    (words.len() < 4).then(|| marks().of(MarkPlace::Adjective, first)).flatten()
}

/// Beginnings of the cues that put what they attribute in doubt; who insists, argues or complains merely says so.
const DOUBTING: [&str; 5] = ["claim", "alleg", "purport", "accus", "blam"];

/// What the class of its cue makes of what is attributed.
fn of_cue(reading: &Reading<'_>, attribution: &Attribution) -> Option<Firmness> {
    let doubts = || {
        let mut words = reading.text.tokens_in(attribution.cue);
        words.any(|token| DOUBTING.iter().any(|stem| reading.text.lower(token).starts_with(stem)))
    };
    match attribution.cue_class {
        "distance" | "accusation" => doubts().then_some(Firmness::Alleged),
        "probability" => Some(Firmness::Possible),
        "expectation" | "demand" | "promise" => Some(Firmness::Unreal),
        "denial" => Some(Firmness::Denied),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution;
    use crate::span::Span;

    #[test]
    fn firmness_comes_from_the_clause_and_the_cue() {
        use Modality::{Alleged, Fact, Possible, Unreal};
        use Polarity::{Asserted, Denied};
        for (text, words, polarity, modality) in [
            ("Guards fired on the crowd.", "fired", Asserted, Fact),
            ("Guards did not fire on the crowd.", "fire", Denied, Fact),
            ("Guards denied firing on the crowd.", "firing", Denied, Fact),
            ("Guards may have fired on the crowd.", "fired", Asserted, Possible),
            ("Guards allegedly fired on the crowd.", "fired", Asserted, Alleged),
            ("Miners claimed that guards fired on the crowd.", "fired", Asserted, Alleged),
            ("Miners said that guards fired on the crowd.", "fired", Asserted, Fact),
            ("Guards tried to storm the hall.", "storm", Asserted, Unreal),
            ("Guards were forced to storm the hall.", "storm", Asserted, Fact),
            ("Guards refused to storm the hall.", "storm", Denied, Fact),
            ("If guards storm the hall, many will flee.", "storm", Asserted, Unreal),
            ("The blast could have killed forty men.", "forty men", Asserted, Possible),
            ("Forty men would be killed.", "Forty men", Asserted, Unreal),
            ("Forty men are feared dead.", "Forty men", Asserted, Unreal),
            ("Forty men were killed and others did not return.", "Forty men", Asserted, Fact),
            ("The union threatened to block the road after forty men were killed.", "forty men", Asserted, Fact),
            ("The union threatened to block the road.", "block", Asserted, Unreal),
            ("No shots were fired.", "fired", Denied, Fact),
            ("School No 4 was fired on.", "fired", Asserted, Fact),
            ("Guards are accused of beating miners.", "beating", Asserted, Alleged),
            ("The alleged attack took place at dawn.", "attack", Asserted, Alleged),
            ("The guards appeared to fire at random.", "fire", Asserted, Possible),
            ("There are unconfirmed reports that guards fired.", "fired", Asserted, Possible),
            ("There is no evidence that guards fired.", "fired", Denied, Fact),
            ("Miners demanded that the army block the road.", "block", Asserted, Unreal),
            ("The minister promised that troops had blocked the road.", "blocked", Asserted, Fact),
            ("Looters set the hall on fire.", "set the hall on fire", Asserted, Fact),
            ("The mayor denied that guards fired.", "denied", Asserted, Fact),
            ("The owner denied that the blast which killed forty men was his fault.", "forty men", Asserted, Fact),
            ("Unconfirmed reports said forty men had died.", "forty men", Asserted, Possible),
            ("Forty men could be dead.", "Forty men", Asserted, Possible),
        ] {
            let reading = attribution::tests::reading(text);
            let attributions = attribution::find(&reading);
            let start = text.find(words).unwrap();
            let kind = if words.contains("men") { ClaimKind::Count } else { ClaimKind::Event };
            let mut claims = [Claim { kind, span: Span::new(start, start + words.len()), ..Claim::default() }];
            apply(&reading, &Coverage::of_clauses(&attributions), &mut claims);
            assert_eq!((claims[0].polarity, claims[0].modality), (polarity, modality), "{text}");
        }
    }

    #[test]
    fn nobody_killed_is_a_count_of_zero_and_no_denial() {
        let reading = attribution::tests::reading("No one was killed.");
        let mut claims = [Claim { span: Span::new(0, 6), low: Some(0), high: Some(0), ..Claim::default() }];
        apply(&reading, &Coverage::of_clauses(&[]), &mut claims);
        assert_eq!(claims[0].polarity, Polarity::Asserted);
    }
}
