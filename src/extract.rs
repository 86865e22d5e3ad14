//! `extract`: articles in, claims out, one JSON object a line; touches no archive.

use std::io::Write;

use serde_json::{Map, Value, json};

use crate::analysis::{Analysis, Attribution, Claim, ClaimKind, analyse};
use crate::capture::Capture;
use crate::document::{self, Document};
use crate::span::{CodePoints, Span};
use crate::{Error, Result};

/// Writes the line for one capture: `article`, `claims`, `quantities`, `dates`, `attributions`, and with `with_text` the
/// title, byline, publisher, date and text as they would be stored. Offsets are code points of the text.
///
/// # Errors
/// `Ok(Err(reason))` where the capture is no article; `Err` where the output cannot be written.
pub fn write_line(
    capture: &Capture,
    article: &str,
    with_text: bool,
    out: &mut impl Write,
) -> Result<std::result::Result<(), String>> {
    let document = match document::read(capture) {
        Ok(document) => document,
        Err(reason) => return Ok(Err(reason)),
    };
    let analysis = analyse(&document);
    let mut line = record(&document, &analysis, article);
    if with_text {
        let published_on = document.published_on.map(|day| day.to_string());
        for (key, value) in [
            ("title", &document.title),
            ("byline", &document.byline),
            ("publisher", &document.publisher),
            ("published_on", &published_on),
            ("url", &document.url),
            ("language", &document.language),
        ] {
            line.insert(key.to_owned(), json!(value));
        }
        line.insert("text".to_owned(), json!(document.text));
    }
    serde_json::to_writer(&mut *out, &line).map_err(|error| Error::Write(error.into()))?;
    out.write_all(b"\n").map_err(Error::Write)?;
    Ok(Ok(()))
}

fn record(document: &Document, analysis: &Analysis, article: &str) -> Map<String, Value> {
    let text = document.text.as_str();
    let points = CodePoints::new(text);
    let at = |span: Span| (points.before(text, span.start), points.before(text, span.end));
    let pair = |span: Span| {
        let (start, end) = at(span);
        json!([start, end])
    };
    let quantity = |quantity: &crate::analysis::Quantity| {
        let (start, end) = at(quantity.span);
        json!({"start": start, "end": end, "low": number(quantity.low), "high": number(quantity.high), "qualifier": quantity.qualifier})
    };
    let date = |date: &crate::analysis::DateMention| {
        let (start, end) = at(date.span);
        json!({"start": start, "end": end, "date": date.date.to_iso(), "rule": date.rule})
    };
    let attribution = |attribution: &Attribution| json!({"source": attribution.source.map(pair), "cue": pair(attribution.cue), "content": pair(attribution.content), "speaker": attribution.speaker, "rule": attribution.rule});
    let mut line = Map::new();
    line.insert("article".to_owned(), json!(article));
    line.insert(
        "claims".to_owned(),
        analysis.claims.iter().map(|claim| self::claim(claim, text, at(claim.span))).collect(),
    );
    line.insert(
        "quantities".to_owned(),
        analysis.quantities.iter().filter(|quantity| quantity.named).map(quantity).collect(),
    );
    line.insert("dates".to_owned(), analysis.dates.iter().map(date).collect());
    line.insert("attributions".to_owned(), analysis.attributions.iter().map(attribution).collect());
    line
}

/// A claim in the form of the annotation guide.
fn claim(claim: &Claim, text: &str, (start, end): (usize, usize)) -> Value {
    let mut object = json!({"kind": claim.kind.name(), "start": start, "end": end, "anchor": claim.span.of(text)});
    let mut put = |key: &str, value: Value| object[key] = value;
    match claim.kind {
        ClaimKind::Count => {
            put("measure", json!(claim.measure));
            put("low", json!(claim.low));
            put("high", json!(claim.high));
            put("qualifier", json!(claim.qualifier));
            put("unit", json!(claim.unit));
            put("group", json!(claim.group));
            put("actor", json!(claim.actor));
            put("relation", json!(claim.relation));
        }
        ClaimKind::Event => {
            put("event", json!(claim.event));
            put("actor", json!(claim.actor));
            put("target", json!(claim.target));
        }
        ClaimKind::Statement => {
            put("speaker", json!(claim.source));
            put("cue", json!(claim.cue));
            put("direct", json!(claim.direct));
            put("resolved", json!(claim.resolved));
        }
    }
    put("date", json!(claim.date.to_iso()));
    put("place", json!(claim.place));
    put("source", json!(claim.source));
    put("via", json!(claim.via));
    put("polarity", json!(claim.polarity.name()));
    put("modality", json!(claim.modality.name()));
    put("rule", json!(claim.rule));
    object
}

/// A whole number without a decimal point, so that 14 is written 14.
fn number(value: Option<f64>) -> Value {
    match value {
        None => Value::Null,
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => json!(value as i64),
        Some(value) => json!(value),
    }
}
