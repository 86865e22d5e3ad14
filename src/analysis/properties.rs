//! What holds for the analysis of any text: it never panics, gives the same result twice, and every span lies inside the
//! text, on character boundaries.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Analysis, analyse};
use crate::document::Document;
use crate::span::Span;

/// Text that reads like news now and then, broken in all the places where grammar looks.
fn news() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "At least",
        "14",
        "dockers",
        "were",
        "killed",
        "and",
        "wounded",
        "two to three hundred",
        "police",
        "opened fire",
        "on",
        "Friday",
        "Dec. 16, 2011",
        "in",
        "Port Marabo",
        ",",
        ".",
        "\n",
        "\n\n",
        "“",
        "”",
        "\"",
        "'",
        "said",
        "the mayor",
        "according to",
        "officials",
        "told",
        "Reuters",
        "no one",
        "was hurt",
        "dozens",
        "of",
        "more than",
        "$5 million",
        "a 20-day curfew",
        "May",
        "12",
        "2011",
        "the",
        "toll",
        "to",
        "denied",
        "that",
        "allegedly",
        "(",
        ")",
        "-",
        "–",
        "half",
        "a",
        "million",
        "and a half",
        "Mr.",
        "J.",
        "U.S.",
        "é",
        "漢字",
        "🙂",
        "\u{301}",
        "%",
        "€",
        "1/2",
        "3–4",
        "between",
        "one",
        "yesterday",
        "including",
        "he",
        "she",
        "they",
        "ABUJA, Nigeria (AP) --",
        "'s",
        ":",
        ";",
        "[TEXT]",
        "or more",
        "about",
        "were arrested",
        "may have",
        "not",
        "strike",
        "since",
        "another",
        "who",
        "which",
    ]);
    let spaced = (pieces, prop::bool::weighted(0.85));
    prop::collection::vec(spaced, 0..60)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect())
}

fn document(text: String) -> Document {
    Document { text, published_on: NaiveDate::from_ymd_opt(2011, 12, 19), ..Document::default() }
}

/// The spans of everything that was found.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans = analysis.sentences.clone();
    spans.extend(analysis.quantities.iter().map(|quantity| quantity.span));
    spans.extend(analysis.dates.iter().map(|date| date.span));
    spans.extend(analysis.claims.iter().map(|claim| claim.span));
    for attribution in &analysis.attributions {
        spans.extend([attribution.cue, attribution.content]);
        spans.extend(attribution.source);
    }
    spans
}

fn check(text: String) {
    let document = document(text);
    let analysis = analyse(&document);
    for span in spans(&analysis) {
        assert!(document.text.get(span.start..span.end).is_some(), "{span:?} is no span of the text");
    }
    for pair in analysis.quantities.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} overlap");
    }
    for quantity in &analysis.quantities {
        assert!(!quantity.span.is_empty());
        if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
            assert!(low <= high, "{quantity:?} ends before it begins");
        }
    }
    for claim in &analysis.claims {
        assert!(!claim.span.is_empty(), "{claim:?} has no anchor");
    }
    assert_eq!(analysis, analyse(&document), "the second result differs");
}

proptest! {
    #[test]
    fn any_string_can_be_analysed(text in any::<String>()) {
        check(text);
    }

    #[test]
    fn what_reads_like_news_can_be_analysed(text in news()) {
        check(text);
    }
}
