//! The shape of a line: claims in the form of the annotation guide, and what they were made from. Borrows everything, so
//! that writing costs little beside reading.

mod attributions;

use serde::Serialize;
use serde_json::Number;

use crate::analysis::{Analysis, Attribution, Claim, ClaimKind, DateMention, Quantity};
use crate::document::Document;
use crate::span::{CodePoints, Span};
use attributions::outermost;

/// One article's line.
#[derive(Serialize)]
pub struct Line<'a> {
    article: &'a str,
    claims: Vec<ClaimLine<'a>>,
    quantities: Vec<QuantityLine>,
    dates: Vec<DateLine>,
    attributions: Vec<AttributionLine<'a>>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    text: Option<TextLine<'a>>,
}

impl<'a> Line<'a> {
    /// What was found in `document`, and `with_text` its text and what is known of it.
    pub fn new(article: &'a str, document: &'a Document, analysis: &'a Analysis, with_text: bool) -> Self {
        let offsets = Offsets { text: &document.text, points: CodePoints::new(&document.text) };
        let named = analysis.quantities.iter().filter(|quantity| quantity.named);
        Self {
            article,
            claims: analysis.claims.iter().map(|claim| ClaimLine::new(claim, &offsets)).collect(),
            quantities: named.map(|quantity| QuantityLine::new(quantity, &offsets)).collect(),
            dates: analysis.dates.iter().map(|date| DateLine::new(date, &offsets)).collect(),
            attributions: outermost(&analysis.attributions)
                .into_iter()
                .map(|(attribution, content)| AttributionLine::new(attribution, content, &offsets))
                .collect(),
            text: with_text.then(|| TextLine::new(document)),
        }
    }
}

/// Turns bytes of a text into its code points.
struct Offsets<'a> {
    text: &'a str,
    points: CodePoints,
}

impl Offsets<'_> {
    fn of(&self, span: Span) -> (usize, usize) {
        (self.points.before(self.text, span.start), self.points.before(self.text, span.end))
    }
}

#[derive(Serialize)]
struct ClaimLine<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    anchor: &'a str,
    #[serde(flatten)]
    own: Own<'a>,
    date: String,
    place: &'a str,
    source: &'a str,
    via: &'a str,
    polarity: &'static str,
    modality: &'static str,
    rule: &'static str,
}

/// What only claims of one kind have.
#[derive(Serialize)]
#[serde(untagged)]
enum Own<'a> {
    Count {
        measure: &'a str,
        low: Option<i64>,
        high: Option<i64>,
        qualifier: &'a str,
        unit: &'a str,
        group: &'a str,
        actor: &'a str,
        relation: &'a str,
    },
    Event {
        event: &'a str,
        actor: &'a str,
        target: &'a str,
    },
    Statement {
        speaker: &'a str,
        cue: &'a str,
        direct: bool,
        resolved: bool,
    },
}

impl<'a> ClaimLine<'a> {
    fn new(claim: &'a Claim, offsets: &Offsets<'a>) -> Self {
        let (start, end) = offsets.of(claim.span);
        let own = match claim.kind {
            ClaimKind::Count => Own::Count {
                measure: &claim.measure,
                low: claim.low,
                high: claim.high,
                qualifier: &claim.qualifier,
                unit: &claim.unit,
                group: &claim.group,
                actor: &claim.actor,
                relation: &claim.relation,
            },
            ClaimKind::Event => Own::Event { event: &claim.event, actor: &claim.actor, target: &claim.target },
            ClaimKind::Statement => Own::Statement {
                speaker: &claim.source,
                cue: &claim.cue,
                direct: claim.direct,
                resolved: claim.resolved,
            },
        };
        Self {
            kind: claim.kind.name(),
            start,
            end,
            anchor: claim.span.of(offsets.text),
            own,
            date: claim.date.to_iso(),
            place: &claim.place,
            source: &claim.source,
            via: &claim.via,
            polarity: claim.polarity.name(),
            modality: claim.modality.name(),
            rule: claim.rule,
        }
    }
}

#[derive(Serialize)]
struct QuantityLine {
    start: usize,
    end: usize,
    low: Option<Number>,
    high: Option<Number>,
    qualifier: &'static str,
}

impl QuantityLine {
    fn new(quantity: &Quantity, offsets: &Offsets<'_>) -> Self {
        let (start, end) = offsets.of(quantity.span);
        let [low, high] = [quantity.low, quantity.high].map(|value| value.and_then(number));
        Self { start, end, low, high, qualifier: quantity.qualifier }
    }
}

/// A whole number without a decimal point, so that 14 is written 14.
fn number(value: f64) -> Option<Number> {
    if value.fract() == 0.0 && value.abs() < 9e15 { Some(Number::from(value as i64)) } else { Number::from_f64(value) }
}

#[derive(Serialize)]
struct DateLine {
    start: usize,
    end: usize,
    date: String,
    rule: &'static str,
}

impl DateLine {
    fn new(date: &DateMention, offsets: &Offsets<'_>) -> Self {
        let (start, end) = offsets.of(date.span);
        Self { start, end, date: date.date.to_iso(), rule: date.rule }
    }
}

#[derive(Serialize)]
struct AttributionLine<'a> {
    source: Option<(usize, usize)>,
    cue: (usize, usize),
    content: (usize, usize),
    speaker: &'a str,
    rule: &'static str,
}

impl<'a> AttributionLine<'a> {
    fn new(attribution: &'a Attribution, content: Span, offsets: &Offsets<'_>) -> Self {
        Self {
            source: attribution.source.map(|source| offsets.of(source)),
            cue: offsets.of(attribution.cue),
            content: offsets.of(content),
            speaker: &attribution.speaker,
            rule: attribution.rule,
        }
    }
}

/// What is stored of the article itself.
#[derive(Serialize)]
struct TextLine<'a> {
    title: Option<&'a str>,
    byline: Option<&'a str>,
    publisher: Option<&'a str>,
    published_on: Option<String>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    text: &'a str,
}

impl<'a> TextLine<'a> {
    fn new(document: &'a Document) -> Self {
        Self {
            title: document.title.as_deref(),
            byline: document.byline.as_deref(),
            publisher: document.publisher.as_deref(),
            published_on: document.published_on.map(|day| day.to_string()),
            url: document.url.as_deref(),
            language: document.language.as_deref(),
            text: &document.text,
        }
    }
}
