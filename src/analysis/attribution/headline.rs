//! Attribution by a colon: in headlines "Officials: 12 killed", "12 killed: police", and before a quotation "Lopez: “We ran.”".

use super::Attribution;
use super::quotation::Quotation;
use super::source::{is_name, is_source_like};
use super::speaker::source_type;
use super::word_class::has_finite_verb;
use crate::analysis::Text;

/// A source in a headline is not longer than this many tokens.
const LONGEST: usize = 4;

/// The attribution of a quotation that only a name and a colon introduce.
pub fn before_quotation(text: &Text<'_>, sentence: usize, quotations: &[Quotation]) -> Option<Attribution> {
    let tokens = text.sentences.get(sentence)?.tokens.clone();
    let colon = tokens.clone().find(|token| text.lower(*token) == ":")?;
    let quotation = quotations.get(quotations.partition_point(|quotation| quotation.outer.end <= colon))?;
    let start = (tokens.start..colon)
        .rev()
        .find(|token| matches!(text.lower(*token), "-" | "—" | "–" | "."))
        .map_or(tokens.start, |mark| mark + 1);
    let source = start..colon;
    let named = source.len() <= 2 * LONGEST && !has_finite_verb(text, source.clone()) && is_name(text, &source);
    if quotation.outer.start != colon + 1 || source.is_empty() || !named {
        return None;
    }
    Some(Attribution {
        source: Some(text.span(source.clone())),
        speaker: text.span(source.clone()).of(text.source).to_owned(),
        source_type: source_type(text, &source),
        cue: text.tokens.get(colon)?.span,
        content: text.span(quotation.inner.clone()),
        direct: true,
        clause: true,
        cue_class: "neutral",
        rule: "name and colon before a quotation",
        ..Attribution::default()
    })
}

/// The attribution of a headline that has no cue but a colon.
pub fn find(text: &Text<'_>, sentence: usize) -> Option<Attribution> {
    let sentence = text.sentences.get(sentence).filter(|sentence| sentence.headline)?;
    let tokens = sentence.tokens.clone();
    let colon = tokens.clone().find(|token| text.lower(*token) == ":")?;
    let (before, after) = (tokens.start..colon, colon + 1..tokens.end);
    let names_source = |range: &std::ops::Range<usize>| {
        !range.is_empty()
            && range.len() <= LONGEST
            && is_source_like(text, range)
            && !has_finite_verb(text, range.clone())
            && range.clone().any(|token| text.word(token).source.is_some())
    };
    let (source, content) = if names_source(&before) && after.len() > 1 {
        (before, after)
    } else if names_source(&after) && before.len() > 1 {
        (after, before)
    } else {
        return None;
    };
    Some(Attribution {
        source: Some(text.span(source.clone())),
        speaker: text.span(source.clone()).of(text.source).to_owned(),
        source_type: source_type(text, &source),
        cue: text.tokens.get(colon)?.span,
        content: text.span(content),
        clause: true,
        cue_class: "neutral",
        rule: "headline with a colon",
        ..Attribution::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_attributes_in_a_headline() {
        for (source, expected) in [
            ("Officials: 12 dead in mine fire", Some(("Officials", "12 dead in mine fire"))),
            ("12 dead in mine fire: police", Some(("police", "12 dead in mine fire"))),
            ("Mine fire: what is known", None),
        ] {
            let text = Text::new(source);
            let found = find(&text, 0);
            let spans = found.map(|found| (found.source.unwrap_or_default().of(source), found.content.of(source)));
            assert_eq!(spans, expected, "{source}");
        }
    }
}
