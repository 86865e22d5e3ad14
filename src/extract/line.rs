//! The shape of a line: claims in the form of the annotation guide, and what they were made from.

mod attributions;

use serde_json::Number;

use super::json::{Json, Name, name};
use crate::analysis::{Analysis, Attribution, Claim, ClaimKind, DateMention, DateSpan, Quantity};
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
    json.text(name!("article"), article);
    each(&mut json, name!("claims"), &analysis.claims, |json, claim| write_claim(json, claim, &offsets));
    let named = analysis.quantities.iter().filter(|quantity| quantity.named);
    each(&mut json, name!("quantities"), named, |json, quantity| write_quantity(json, quantity, &offsets));
    each(&mut json, name!("dates"), &analysis.dates, |json, date| write_date(json, date, &offsets));
    each(&mut json, name!("attributions"), outermost(&analysis.attributions), |json, (attribution, content)| {
        write_attribution(json, attribution, content, &offsets);
    });
    if with_text {
        write_text(&mut json, document);
    }
    json.close(b'}');
    json
}

/// A field with an array of objects.
fn each<T>(json: &mut Json, name: Name, items: impl IntoIterator<Item = T>, write: impl Fn(&mut Json, T)) {
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
        (self.points.before(span.start), self.points.before(span.end))
    }

    fn write(&self, json: &mut Json, span: Span) {
        let (start, end) = self.of(span);
        json.number(name!("start"), start);
        json.number(name!("end"), end);
    }
}

/// A field with a date.
fn write_day(json: &mut Json, date: DateSpan) {
    json.text(name!("date"), &date.to_iso());
}

fn write_claim(json: &mut Json, claim: &Claim, offsets: &Offsets<'_>) {
    json.text(name!("kind"), claim.kind.name());
    offsets.write(json, claim.span);
    json.text(name!("anchor"), claim.span.of(offsets.text));
    match claim.kind {
        ClaimKind::Count => {
            json.text(name!("measure"), claim.measure);
            json.optional_number(name!("low"), claim.low);
            json.optional_number(name!("high"), claim.high);
            json.text(name!("qualifier"), claim.qualifier);
            json.text(name!("unit"), claim.unit);
            json.text(name!("group"), &claim.group);
            json.text(name!("actor"), &claim.actor);
            json.text(name!("relation"), claim.relation);
        }
        ClaimKind::Event => {
            json.text(name!("event"), claim.event);
            json.text(name!("actor"), &claim.actor);
            json.text(name!("target"), &claim.target);
        }
        ClaimKind::Statement => {
            json.text(name!("speaker"), &claim.source);
            json.text(name!("cue"), &claim.cue);
            json.boolean(name!("direct"), claim.direct);
            json.boolean(name!("resolved"), claim.resolved);
        }
    }
    write_day(json, claim.date);
    json.text(name!("place"), &claim.place);
    json.text(name!("source"), &claim.source);
    json.text(name!("via"), &claim.via);
    json.text(name!("polarity"), claim.polarity.name());
    json.text(name!("modality"), claim.modality.name());
    json.text(name!("rule"), claim.rule);
}

fn write_quantity(json: &mut Json, quantity: &Quantity, offsets: &Offsets<'_>) {
    offsets.write(json, quantity.span);
    for (name, value) in [(name!("low"), quantity.low), (name!("high"), quantity.high)] {
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
    json.text(name!("qualifier"), quantity.qualifier);
}

fn write_date(json: &mut Json, date: &DateMention, offsets: &Offsets<'_>) {
    offsets.write(json, date.span);
    write_day(json, date.date);
    json.text(name!("rule"), date.rule);
}

fn write_attribution(json: &mut Json, attribution: &Attribution, content: Span, offsets: &Offsets<'_>) {
    match attribution.source {
        Some(source) => json.pair(name!("source"), offsets.of(source)),
        None => json.optional_text(name!("source"), None),
    }
    json.pair(name!("cue"), offsets.of(attribution.cue));
    json.pair(name!("content"), offsets.of(content));
    json.text(name!("speaker"), &attribution.speaker);
    json.text(name!("rule"), attribution.rule);
}

/// What is stored of the article itself.
fn write_text(json: &mut Json, document: &Document) {
    let published_on = document.published_on.map(|day| day.to_string());
    json.optional_text(name!("title"), document.title.as_deref());
    json.optional_text(name!("byline"), document.byline.as_deref());
    json.optional_text(name!("publisher"), document.publisher.as_deref());
    json.optional_text(name!("published_on"), published_on.as_deref());
    json.optional_text(name!("url"), document.url.as_deref());
    json.optional_text(name!("language"), document.language.as_deref());
    json.text(name!("text"), &document.text);
}
