//! On whose word a count or an event stands.

use crate::analysis::attribution::Coverage;
use crate::analysis::attribution::word_class::is_determiner;
use crate::analysis::{Attribution, Claim, ClaimKind, Reading};
use crate::span::Span;

/// Sets source, source type, via, cue and source basis of each count and event from the attribution whose content covers
/// it: the narrowest one that names a source, and the narrowest outlet around it.
pub fn apply(reading: &Reading<'_>, coverage: &Coverage<'_>, claims: &mut [Claim]) {
    for claim in claims.iter_mut().filter(|claim| claim.kind != ClaimKind::Statement) {
        let source =
            coverage.narrowest(claim.span, |attribution| !attribution.outlet && !attribution.speaker.is_empty());
        let outlet = || coverage.narrowest(claim.span, |attribution| attribution.outlet);
        let outlet = coverage.has_outlets.then(outlet).flatten();
        if let Some(source) = source {
            claim.source.clone_from(&source.speaker);
            claim.source_type = source.source_type;
            claim.via.clone_from(&source.via);
            source.cue.of(reading.text.source).clone_into(&mut claim.cue);
            claim.source_basis = basis(source);
        } else if let Some(adjective) = official_toll(reading, claim.span) {
            adjective.of(reading.text.source).clone_into(&mut claim.source);
            claim.source_type = "official";
            claim.source_basis = "named in the toll";
        }
        if let Some(outlet) = outlet.filter(|_| claim.via.is_empty()) {
            claim.via.clone_from(&outlet.via);
            if claim.source.is_empty() {
                claim.cue = outlet.cue.of(reading.text.source).to_owned();
            }
        }
    }
}

fn basis(attribution: &Attribution) -> &'static str {
    match (attribution.rule, attribution.source, attribution.resolved) {
        ("quotation goes on", ..) => "open quotation",
        ("passage after a colon", ..) => "passage",
        (_, None, _) => "carried from the cue before",
        (_, Some(_), true) => "resolved",
        _ => "stated",
    }
}

/// The adjective of "the official death toll" in the sentence of `span`.
fn official_toll(reading: &Reading<'_>, span: Span) -> Option<Span> {
    const REACH: usize = 12;
    let text = &reading.text;
    let at = text.tokens_in(span).start;
    let sentence = text.sentences.get(text.tokens.get(at)?.sentence)?;
    let toll = (sentence.tokens.start.max(at.saturating_sub(REACH))..at)
        .rev()
        .find(|token| matches!(text.lower(*token), "toll" | "tally" | "count" | "figure" | "number"))?;
    let adjective = (toll.saturating_sub(3)..toll).rev().find(|token| text.lower(*token) == "official")?;
    let joined = !text.lower(adjective + 1).is_empty() && !is_determiner(text.lower(adjective + 1));
    // A second number between them has the toll to itself.
    let other = (toll..at).any(|token| text.tokens[token].kind == crate::analysis::text::TokenKind::Number);
    let list = (toll..at).any(|token| text.lower(token) == "and");
    (joined && !other && !list).then(|| text.tokens[adjective].span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::document::Document;

    /// The source and outlet of a claim over `words` in `text`, from the attributions found there.
    fn of(text: &str, words: &str) -> (String, String) {
        let document = Document { text: text.to_owned(), publisher: Some("Reuters".to_owned()), ..Document::default() };
        let attributions = analyse(&document).attributions;
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let mut claims = [Claim { span, ..Claim::default() }];
        let reading = crate::analysis::attribution::tests::reading(text);
        apply(&reading, &Coverage::of_clauses(&attributions), &mut claims);
        let [claim] = claims;
        (claim.source, claim.via)
    }

    #[test]
    fn a_claim_stands_on_the_word_of_who_is_said_to_have_said_it() {
        for (text, words, source, via) in [
            ("Nine miners died, the company said.", "Nine miners", "the company", ""),
            ("The company said nine miners died, but relatives claim 20 are dead.", "20", "relatives", ""),
            ("The company said nine miners died, but relatives claim 20 are dead.", "nine miners", "The company", ""),
            ("Nine miners died, AFP reported.", "Nine miners", "", "AFP"),
            ("Nine miners died, Reuters reported.", "Nine miners", "", ""),
            ("Rescuers said nine miners died, the BBC reported.", "nine miners", "Rescuers", "BBC"),
            ("The mayor told AFP that nine miners died.", "nine miners", "The mayor", "AFP"),
            ("The blast brought the official death toll to 31.", "31", "official", ""),
            ("Nine miners died. The company said nothing.", "Nine miners", "", ""),
        ] {
            assert_eq!(of(text, words), (source.to_owned(), via.to_owned()), "{text} {words}");
        }
    }
}
