//! One happening, one claim: which events a count already tells of.

use crate::analysis::{Claim, Text};

use super::Found;
use super::scene::Scene;

/// Counts with the sentences that they stand in, ordered by these.
pub(super) struct Counts<'a>(Vec<(usize, &'a Claim)>);

impl<'a> Counts<'a> {
    pub(super) fn new(text: &Text<'_>, counts: &'a [Claim]) -> Self {
        let mut counts: Vec<_> = counts.iter().map(|count| (text.sentence_at(count.span.start), count)).collect();
        counts.sort_by_key(|(sentence, _)| *sentence);
        Self(counts)
    }

    fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = &'a Claim> {
        let first = self.0.partition_point(|(other, _)| *other < sentence);
        self.0.iter().skip(first).take_while(move |(other, _)| *other == sentence).map(|(_, count)| *count)
    }
}

/// Whether one of `counts` tells of the same happening: it holds the trigger, or it counts who took part in it, or (for
/// what is counted wherever it is told) it stands in its clause.
pub(super) fn tells_of(scene: &Scene<'_>, found: &Found, counts: &Counts<'_>) -> bool {
    let (measures, anywhere) = measures(found.event);
    if measures.is_empty() {
        return false;
    }
    let anchor = scene.text.span(found.anchor.clone());
    let sentence = scene.text.sentence_at(anchor.start);
    let clause = scene.phrases.clause_of(found.trigger);
    let clause = scene.text.span(scene.tokens(clause.start).start..scene.tokens(clause.end.saturating_sub(1)).end);
    let in_part = measures.contains(&"buildings");
    let is_counted = |noun: usize| {
        let alone = scene.list(noun).len() == 1;
        let tokens = if alone { scene.phrase_tokens(noun) } else { scene.tokens(noun) };
        let span = scene.text.span(tokens);
        counts.in_sentence(sentence).any(|count| measures.contains(&count.measure) && count.span.overlaps(&span))
    };
    // "One man who had fired on the crowd was killed": of whom he shot no count tells.
    let actor = found.actor.filter(|_| !matches!(found.event, "shoot" | "beat" | "abduct"));
    let arguments: Vec<_> = [actor, found.target]
        .into_iter()
        .flatten()
        // Of "burned a school, a bank and dozens of cars" the count tells a part only.
        .filter(|noun| {
            !in_part
                || (is_counted(*noun) || scene.list(*noun).into_iter().any(is_counted))
                    && scene.list(*noun).into_iter().all(|member| is_counted(member) || is_numbered(scene, member))
        })
        .map(|noun| scene.text.span(scene.phrase_tokens(noun)))
        .collect();
    counts.in_sentence(sentence).any(|count| {
        if !measures.contains(&count.measure) {
            return false;
        }
        let taken = arguments.iter().any(|argument| argument.overlaps(&count.span));
        count.span.overlaps(&anchor) || taken || (anywhere && clause.overlaps(&count.span))
    })
}

/// "60 houses and granaries", "40 shops and four banks": a number stands before the thing or before all of its list.
fn is_numbered(scene: &Scene<'_>, noun: usize) -> bool {
    scene.phrases.noun(noun).is_some_and(|group| {
        group.quantity.is_some() || group.determiner.is_none() && scene.head_word(noun).ends_with('s')
    })
}

/// The measures that count what takes part in an event, and whether such a count anywhere in the clause tells of it.
fn measures(event: &str) -> (&'static [&'static str], bool) {
    match event {
        "kill" => (&["killed", "casualties"], true),
        "injure" => (&["injured", "casualties"], true),
        "shoot" | "beat" => (&["killed", "injured", "casualties"], false),
        "arrest" => (&["detained"], true),
        "sentence" => (&["detained"], false),
        "dismiss" => (&["dismissed"], true),
        "abduct" => (&["missing", "detained"], false),
        "evict" => (&["displaced"], true),
        "strike" => (&["on_strike"], true),
        "protest" | "riot" | "occupy" => (&["protesters"], false),
        "deploy" => (&["security_forces"], true),
        "arson" | "vandalise" | "loot" => (&["buildings"], false),
        _ => (&[], false),
    }
}
