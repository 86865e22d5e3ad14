//! What an article claims. Pure: a document in, an analysis out; no clock, disk, network or database, and the same
//! result every time.
//!
//! The stages run one way: `text` cuts the document into tokens, sentences and paragraphs; `quantity`, `date` and `name`
//! find fixed expressions; `phrase` groups nouns and verbs; `count` and `event` find who did what to whom and how many;
//! `attribution` finds on whose word; `context` gives each claim the date, place, source and firmness that a reader of the
//! whole article would; `statement` turns attributions into claims. Vocabulary is data (`seeds/vocabulary`), grammar is code.

pub mod attribution;
pub mod claim;
pub mod context;
pub mod count;
pub mod date;
pub mod event;
pub mod name;
pub mod phrase;
#[cfg(test)]
mod properties;
pub mod quantity;
pub mod statement;
pub mod text;

pub use attribution::Attribution;
pub use claim::{Claim, ClaimKind};
pub use date::{DateMention, DateSpan};
pub use name::{Mention, NameKind};
pub use phrase::Phrases;
pub use quantity::Quantity;
pub use text::Text;

use chrono::NaiveDate;

use crate::document::Document;
use crate::span::Span;
use text::lower_case;

/// Everything that was found in one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// The sentences, in order, without overlap.
    pub sentences: Vec<Span>,
    /// Numbers with their bounds.
    pub quantities: Vec<Quantity>,
    /// Calendar expressions, resolved.
    pub dates: Vec<DateMention>,
    /// Who is cited, with which words, for what.
    pub attributions: Vec<Attribution>,
    /// Names of people, bodies and places, one entry for each spelling.
    pub mentions: Vec<Mention>,
    /// The claims, ordered by where they stand; no two share kind, what and span.
    pub claims: Vec<Claim>,
}

/// What the stages after `text` share: the text and the fixed expressions found in it.
pub struct Reading<'a> {
    /// Tokens, sentences, paragraphs.
    pub text: Text<'a>,
    /// The day of publication, the anchor of relative dates.
    pub published_on: Option<NaiveDate>,
    /// The publisher as known, so that an outlet naming itself is no `via`.
    pub publisher: Option<&'a str>,
    /// The title, where it is known.
    pub title: Option<&'a str>,
    /// Numbers with their bounds, in order, without overlap.
    pub quantities: Vec<Quantity>,
    /// Calendar expressions, in order, without overlap.
    pub dates: Vec<DateMention>,
    /// Every place where a name stands, in order, without overlap.
    pub names: Vec<name::NamedSpan>,
    /// Noun groups, verb groups and what stands between them.
    pub phrases: Phrases,
}

/// Reads `document`.
pub fn analyse(document: &Document) -> Analysis {
    analyse_all(&[document]).pop().unwrap_or_default()
}

/// Reads `documents`, each for itself. In those that cannot be analysed nothing but sentences is found.
pub fn analyse_all(documents: &[&Document]) -> Vec<Analysis> {
    if documents.iter().all(|document| document.not_analysed.is_none()) {
        return analyse_known(documents);
    }
    let known: Vec<&Document> = documents.iter().copied().filter(|document| document.not_analysed.is_none()).collect();
    let mut analyses = analyse_known(&known).into_iter();
    let mut next = |document: &Document| {
        if document.not_analysed.is_none() {
            analyses.next().unwrap_or_default()
        } else {
            let lower = lower_case(&document.text);
            let sentences = Text::of(&document.text, &lower).sentences.iter().map(|sentence| sentence.span).collect();
            Analysis { sentences, ..Analysis::default() }
        }
    };
    documents.iter().map(|document| next(document)).collect()
}

/// Every stage runs over all documents before the next one does: the grammar is far
/// larger than an article, and so its code is fetched once for all and not once for each.
fn analyse_known(documents: &[&Document]) -> Vec<Analysis> {
    let lower: Vec<String> = documents.iter().map(|document| lower_case(&document.text)).collect();
    let texts: Vec<Text<'_>> =
        documents.iter().zip(&lower).map(|(document, lower)| Text::of(&document.text, lower)).collect();
    let dates: Vec<_> =
        texts.iter().zip(documents).map(|(text, document)| date::find(text, document.published_on)).collect();
    let quantities: Vec<_> = texts.iter().zip(&dates).map(|(text, dates)| quantity::find(text, dates)).collect();
    let names: Vec<_> = texts.iter().map(name::find).collect();
    let readings: Vec<Reading<'_>> = documents
        .iter()
        .zip(texts)
        .zip(dates.into_iter().zip(quantities).zip(names))
        .map(|((document, text), ((dates, quantities), names))| {
            let phrases = Phrases::new(&text, &quantities, &dates, &names);
            Reading {
                text,
                published_on: document.published_on,
                publisher: document.publisher.as_deref(),
                title: document.title.as_deref(),
                quantities,
                dates,
                names,
                phrases,
            }
        })
        .collect();
    let attributions: Vec<_> = readings.iter().map(attribution::find).collect();
    let mut claims: Vec<_> = readings.iter().map(count::find).collect();
    for ((reading, attributions), claims) in readings.iter().zip(&attributions).zip(&mut claims) {
        claims.extend(event::find(reading, attributions, claims));
    }
    for ((reading, attributions), claims) in readings.iter().zip(&attributions).zip(&mut claims) {
        claims.extend(statement::find(reading, attributions));
    }
    context::apply(&readings, &attributions, &mut claims);
    readings
        .into_iter()
        .zip(attributions.into_iter().zip(claims))
        .map(|(reading, (attributions, mut claims))| {
            claim::order(&mut claims);
            Analysis {
                sentences: reading.text.sentences.iter().map(|sentence| sentence.span).collect(),
                mentions: name::mentions(&reading),
                quantities: reading.quantities,
                dates: reading.dates,
                attributions,
                claims,
            }
        })
        .collect()
}
