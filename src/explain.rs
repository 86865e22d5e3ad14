//! What was found in a document, and why: each claim with the rule that made it and the grounds of its date, place and
//! source, and on demand the numbers, dates and attributions that it was made from. Pure; `render` writes it.

use serde_json::{Map, Value, json};

use crate::analysis::{Analysis, Claim, ClaimKind};
use crate::document::Document;
use crate::span::{CodePoints, Span};

/// A document with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Headline, publisher, day of publication and byline, those that are known.
    pub heading: Vec<String>,
    /// The document's text.
    pub text: String,
    /// What was found, by kind: first the claims, numbered from 1.
    pub sections: Vec<Section>,
}

/// Findings of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// "claims", "quantities", "dates", "attributions".
    pub name: &'static str,
    /// The same where there is one.
    pub name_of_one: &'static str,
    /// In the order of the text.
    pub findings: Vec<Finding>,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is in a few words: "count · killed · at least 14".
    pub title: String,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// What is known about it; empty ones are left out.
    pub facts: Vec<Fact>,
}

/// One thing known about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// "date", "place", "source", …
    pub name: &'static str,
    /// As the archive would store it.
    pub value: String,
    /// Why, where a reason is kept.
    pub basis: String,
}

/// Explains what `analysis` found in `document`: the claims, and with `everything` what they were made from too.
pub fn explain(document: &Document, analysis: &Analysis, everything: bool) -> Explanation {
    let published = document.published_on.map(|day| day.to_string());
    let heading = [&document.title, &document.publisher, &published, &document.byline];
    let mut sections =
        vec![Section { name: "claims", name_of_one: "claim", findings: analysis.claims.iter().map(claim).collect() }];
    if everything {
        sections.push(quantities(analysis));
        sections.push(dates(analysis));
        sections.push(attributions(analysis, &document.text));
    }
    Explanation { heading: heading.into_iter().flatten().cloned().collect(), text: document.text.clone(), sections }
}

impl Explanation {
    /// As one object; offsets are code points of the text.
    pub fn to_json(&self, article: &str) -> Value {
        let points = CodePoints::new(&self.text);
        let mut object = Map::new();
        object.insert("article".to_owned(), json!(article));
        for section in &self.sections {
            let findings = section.findings.iter().enumerate().map(|(index, finding)| {
                let mut record = Map::new();
                record.insert("number".to_owned(), json!(index + 1));
                record.insert("title".to_owned(), json!(finding.title));
                record.insert("start".to_owned(), json!(points.before(finding.span.start)));
                record.insert("end".to_owned(), json!(points.before(finding.span.end)));
                record.insert("quote".to_owned(), json!(finding.span.of(&self.text)));
                for fact in &finding.facts {
                    record.insert(fact.name.to_owned(), json!(fact.value));
                    if !fact.basis.is_empty() {
                        record.insert(format!("{}_basis", fact.name), json!(fact.basis));
                    }
                }
                Value::Object(record)
            });
            object.insert(section.name.to_owned(), findings.collect());
        }
        Value::Object(object)
    }
}

/// The facts that are not empty.
fn facts<const N: usize>(facts: [(&'static str, &str, &str); N]) -> Vec<Fact> {
    let known = facts.into_iter().filter(|(_, value, _)| !value.is_empty());
    known.map(|(name, value, basis)| Fact { name, value: value.to_owned(), basis: basis.to_owned() }).collect()
}

fn claim(claim: &Claim) -> Finding {
    let mut title = format!("{} · {}", claim.kind.name(), if claim.what().is_empty() { "–" } else { claim.what() });
    if claim.kind == ClaimKind::Count {
        title.push_str(" · ");
        title.push_str(&interval(claim));
    }
    let firmness = format!("{}, {}", claim.polarity.name(), claim.modality.name());
    let quotation = match (claim.kind, claim.direct) {
        (ClaimKind::Statement, true) => "direct",
        (ClaimKind::Statement, false) => "indirect",
        _ => "",
    };
    let facts = facts([
        ("group", &claim.group, ""),
        ("relation", claim.relation, ""),
        ("actor", &claim.actor, ""),
        ("target", &claim.target, ""),
        ("date", &claim.date.to_iso(), claim.date_basis),
        ("place", &claim.place, claim.place_basis),
        ("source", &claim.source, claim.source_basis),
        ("source_type", claim.source_type, ""),
        ("via", &claim.via, ""),
        ("cue", if claim.kind == ClaimKind::Statement { "" } else { &claim.cue }, ""),
        ("quotation", quotation, if claim.resolved { "the speaker is named elsewhere" } else { "" }),
        ("firmness", &firmness, ""),
        ("rule", claim.rule, ""),
    ]);
    Finding { title, span: claim.span, facts }
}

/// "at least 14: 14 to open", "exact: 12", with its unit.
fn interval(claim: &Claim) -> String {
    let bound = |bound: Option<i64>| bound.map_or("open".to_owned(), |number| number.to_string());
    let numbers = match (claim.low, claim.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => format!("{} to {}", bound(low), bound(high)),
    };
    let unit = if claim.unit.is_empty() { String::new() } else { format!(" {}", claim.unit) };
    format!("{}{unit} ({})", numbers, claim.qualifier.replace('_', " "))
}

fn quantities(analysis: &Analysis) -> Section {
    let bound = |bound: Option<f64>| bound.map_or("open".to_owned(), |number| number.to_string());
    let findings = analysis.quantities.iter().map(|quantity| Finding {
        title: format!("{} to {}", bound(quantity.low), bound(quantity.high)),
        span: quantity.span,
        facts: facts([("qualifier", quantity.qualifier, "")]),
    });
    Section { name: "quantities", name_of_one: "quantity", findings: findings.collect() }
}

fn dates(analysis: &Analysis) -> Section {
    let findings = analysis.dates.iter().map(|date| Finding {
        title: date.date.to_iso(),
        span: date.span,
        facts: facts([("rule", date.rule, "")]),
    });
    Section { name: "dates", name_of_one: "date", findings: findings.collect() }
}

fn attributions(analysis: &Analysis, text: &str) -> Section {
    let findings = analysis.attributions.iter().map(|attribution| Finding {
        title: format!("{} · {}", attribution.speaker, attribution.cue.of(text)),
        span: attribution.content,
        facts: facts([
            ("source", attribution.source.map_or("", |source| source.of(text)), ""),
            ("via", &attribution.via, ""),
            ("quotation", if attribution.direct { "direct" } else { "indirect" }, ""),
            ("rule", attribution.rule, ""),
        ]),
    });
    Section { name: "attributions", name_of_one: "attribution", findings: findings.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_that_are_not_known_are_left_out_and_offsets_are_code_points() {
        let document = Document { text: "Žižkov: guards opened fire.".to_owned(), ..Document::default() };
        let start = document.text.find("opened").unwrap();
        let opened_fire = Claim {
            kind: ClaimKind::Event,
            span: Span::new(start, start + 11),
            event: "shoot",
            actor: "guards".to_owned(),
            rule: "verb phrase",
            ..Claim::default()
        };
        let analysis = Analysis { claims: vec![opened_fire], ..Analysis::default() };
        let expected = json!({"article": "a", "claims": [{
            "number": 1, "title": "event · shoot", "start": 15, "end": 26, "quote": "opened fire",
            "actor": "guards", "firmness": "asserted, fact", "rule": "verb phrase"}]});
        assert_eq!(explain(&document, &analysis, false).to_json("a"), expected);
    }
}
