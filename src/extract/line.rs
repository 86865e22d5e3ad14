//! The shape of a line: claims in the form of the annotation guide, and what they were made from.

mod attributions;

use serde_json::Number;

use super::json::Json;
use crate::analysis::{Analysis, Attribution, Claim, ClaimKind, DateMention, Quantity};
use crate::document::Document;
use crate::span::{CodePoints, Span};
use attributions::outermost;

/// How many times as long as its article a line is at most, as a rule.
const EXPECTED: usize = 8;

/// One article's line: what was found in `document`, and `with_text` its text and what is known of it.
pub fn line(article: &str, document: &Document, analysis: &Analysis, with_text: bool) -> Json {
    let offsets = Offsets { text: &document.text, points: CodePoints::new(&document.text) };
    let mut json = Json::with_capacity(EXPECTED * document.text.len());
    json.open(b'{');
    json.text("article", article);
    each(&mut json, "claims", &analysis.claims, |json, claim| write_claim(json, claim, &offsets));
    let named = analysis.quantities.iter().filter(|quantity| quantity.named);
    each(&mut json, "quantities", named, |json, quantity| write_quantity(json, quantity, &offsets));
    each(&mut json, "dates", &analysis.dates, |json, date| write_date(json, date, &offsets));
    each(&mut json, "attributions", outermost(&analysis.attributions), |json, (attribution, content)| {
        write_attribution(json, attribution, content, &offsets);
    });
    if with_text {
        write_text(&mut json, document);
    }
    json.close(b'}');
    json
}

/// A field with an array of objects.
fn each<T>(json: &mut Json, name: &str, items: impl IntoIterator<Item = T>, write: impl Fn(&mut Json, T)) {
    json.key(name);
    json.open(b'[');
    for item in items {
        json.open(b'{');
        write(json, item);
        json.close(b'}');
    }
    json.close(b']');
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

    fn write(&self, json: &mut Json, span: Span) {
        let (start, end) = self.of(span);
        json.number("start", start);
        json.number("end", end);
    }
}

fn write_claim(json: &mut Json, claim: &Claim, offsets: &Offsets<'_>) {
    json.text("kind", claim.kind.name());
    offsets.write(json, claim.span);
    json.text("anchor", claim.span.of(offsets.text));
    match claim.kind {
        ClaimKind::Count => {
            json.text("measure", &claim.measure);
            json.optional_number("low", claim.low);
            json.optional_number("high", claim.high);
            json.text("qualifier", &claim.qualifier);
            json.text("unit", &claim.unit);
            json.text("group", &claim.group);
            json.text("actor", &claim.actor);
            json.text("relation", &claim.relation);
        }
        ClaimKind::Event => {
            json.text("event", &claim.event);
            json.text("actor", &claim.actor);
            json.text("target", &claim.target);
        }
        ClaimKind::Statement => {
            json.text("speaker", &claim.source);
            json.text("cue", &claim.cue);
            json.boolean("direct", claim.direct);
            json.boolean("resolved", claim.resolved);
        }
    }
    json.text("date", &claim.date.to_iso());
    json.text("place", &claim.place);
    json.text("source", &claim.source);
    json.text("via", &claim.via);
    json.text("polarity", claim.polarity.name());
    json.text("modality", claim.modality.name());
    json.text("rule", claim.rule);
}

fn write_quantity(json: &mut Json, quantity: &Quantity, offsets: &Offsets<'_>) {
    offsets.write(json, quantity.span);
    for (name, value) in [("low", quantity.low), ("high", quantity.high)] {
        json.key(name);
        match value {
            // A whole number without a decimal point, so that 14 is written 14.
            Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => json.signed(value as i64),
            Some(value) => {
                json.literal(&Number::from_f64(value).map_or_else(|| "null".to_owned(), |number| number.to_string()));
            }
            None => json.literal("null"),
        }
    }
    json.text("qualifier", quantity.qualifier);
}

fn write_date(json: &mut Json, date: &DateMention, offsets: &Offsets<'_>) {
    offsets.write(json, date.span);
    json.text("date", &date.date.to_iso());
    json.text("rule", date.rule);
}

fn write_attribution(json: &mut Json, attribution: &Attribution, content: Span, offsets: &Offsets<'_>) {
    match attribution.source {
        Some(source) => json.pair("source", offsets.of(source)),
        None => json.optional_text("source", None),
    }
    json.pair("cue", offsets.of(attribution.cue));
    json.pair("content", offsets.of(content));
    json.text("speaker", &attribution.speaker);
    json.text("rule", attribution.rule);
}

/// What is stored of the article itself.
fn write_text(json: &mut Json, document: &Document) {
    let published_on = document.published_on.map(|day| day.to_string());
    json.optional_text("title", document.title.as_deref());
    json.optional_text("byline", document.byline.as_deref());
    json.optional_text("publisher", document.publisher.as_deref());
    json.optional_text("published_on", published_on.as_deref());
    json.optional_text("url", document.url.as_deref());
    json.optional_text("language", document.language.as_deref());
    json.text("text", &document.text);
}
