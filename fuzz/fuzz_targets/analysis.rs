//! Any bytes, read as an article of any kind and analysed: nothing may panic, and every span must lie on the boundaries of
//! characters, inside the text, around the words that it claims to be about.

#![no_main]

use dossier::analysis::analyse;
use dossier::capture::{Capture, MediaType};
use dossier::document;
use dossier::span::Span;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    // The first byte chooses how the others are read.
    let Some((kind, bytes)) = input.split_first() else { return };
    let kinds = [MediaType::PlainText, MediaType::Markdown, MediaType::Html];
    let media_type = kinds[usize::from(*kind) % kinds.len()];
    let given = Some(r#"{"publisher": "The Lantern", "datePublished": "2019-05-07"}"#.to_owned());
    let capture = Capture::new("fuzz".to_owned(), media_type, bytes.to_vec(), given);
    let Ok(document) = document::read(&capture) else { return };
    let analysis = analyse(&document);
    let inside = |span: Span| assert!(document.text.get(span.start..span.end).is_some(), "{span:?}");
    analysis.sentences.iter().copied().for_each(inside);
    analysis.claims.iter().for_each(|claim| inside(claim.span));
    analysis.quantities.iter().for_each(|quantity| inside(quantity.span));
    analysis.dates.iter().for_each(|date| inside(date.span));
    analysis.attributions.iter().for_each(|attribution| inside(attribution.content));
    // The same bytes give the same claims.
    assert_eq!(analyse(&document).claims, analysis.claims);
});
