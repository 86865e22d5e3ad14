//! Schema.org as JSON-LD: one document, one node a line, so that it can be read as a whole or line by line. Articles are
//! `NewsArticle`, what somebody said word for word is a Quotation, every other claim a Claim, a place and time an Event. Words
//! are taken from schema.org by the document itself, so that nothing need be fetched to understand it.

use std::io::Write;

use serde_json::{Value, json};

use super::graph::{Graph, decided, heading, incidents, object, speakers, web_address};
use super::identifier::{Identifier, Thing};
use crate::query::Record;
use crate::query::export::LogHead;
use crate::{Error, Result, TOOL};

/// Writes a node a line.
pub struct JsonLd<W> {
    out: W,
    /// A node to which more may come, with what tells whether a row is still about it.
    open: Option<(String, Node)>,
    /// How many nodes were written, the one that describes the whole left out.
    pub written: u64,
}

/// A node that is put together from several rows.
enum Node {
    /// A person or body with its spellings.
    Named { kind: &'static str, identifier: Identifier, name: String, spellings: Vec<String> },
    /// An incident with its articles.
    Incident { entries: Vec<(&'static str, Value)>, articles: Vec<Value> },
}

impl<W: Write> JsonLd<W> {
    /// Begins the document.
    pub fn begin(mut out: W, head: &LogHead) -> Result<Self> {
        let about = json!({
            "@id": format!("urn:x-dossier-log:{}", head.root.to_hex()),
            "@type": "Dataset",
            "name": "Articles and what they claim, exported from an archive of dossier",
            "description": "Claims, not truths: what articles put on record, each with the words that carry it.",
            "creator": {"@type": "SoftwareApplication", "name": TOOL},
            "identifier": [
                {"@type": "PropertyValue", "propertyID": "log_size", "value": head.size},
                {"@type": "PropertyValue", "propertyID": "log_root", "value": head.root.to_hex()},
            ],
        });
        write!(out, "{{\"@context\": {{\"@vocab\": \"https://schema.org/\"}}, \"@graph\": [\n{about}")
            .map_err(Error::Write)?;
        Ok(Self { out, open: None, written: 0 })
    }

    /// Ends the document.
    pub fn end(mut self) -> Result<u64> {
        self.flush()?;
        self.out.write_all(b"\n]}\n").map_err(Error::Write)?;
        Ok(self.written)
    }

    fn write(&mut self, node: &Value) -> Result<()> {
        self.written += 1;
        write!(self.out, ",\n{node}").map_err(Error::Write)
    }
}

fn text(record: &Record<'_>, column: &str) -> Value {
    record.text(column).map_or(Value::Null, Value::from)
}

fn reference(identifier: &Identifier) -> Value {
    json!({"@id": identifier.urn()})
}

fn named(kind: &str, name: Option<&str>) -> Value {
    name.map_or(Value::Null, |name| json!({"@type": kind, "name": name}))
}

impl<W: Write> Graph for JsonLd<W> {
    const WANTS_BYTES: bool = false;

    fn article(&mut self, article: &Record<'_>, _: &[u8]) -> Result<()> {
        let bytes = article.integer("byte_length").unwrap_or_default();
        let encoding = object(vec![
            ("@type", "MediaObject".into()),
            ("sha256", text(article, "sha256")),
            ("contentSize", format!("{bytes} B").into()),
            ("encodingFormat", text(article, "media_type")),
            ("name", text(article, "origin")),
            ("uploadDate", text(article, "retrieved_at")),
        ]);
        self.write(&object(vec![
            ("@id", Identifier::article(article).urn().into()),
            ("@type", "NewsArticle".into()),
            ("headline", text(article, "title")),
            ("author", named("Person", article.text("byline"))),
            ("publisher", named("Organization", article.text("publisher"))),
            ("datePublished", text(article, "published_on")),
            ("url", web_address(article).map_or(Value::Null, Value::from)),
            ("inLanguage", text(article, "language")),
            ("version", article.integer("version").into()),
            ("identifier", text(article, "article")),
            ("encoding", encoding),
            ("articleBody", text(article, "text")),
        ]))
    }

    fn mention(&mut self, mention: &Record<'_>) -> Result<()> {
        let (kind, name) = (mention.text("name_kind").unwrap_or_default(), mention.text("name").unwrap_or_default());
        let Some(identifier) = Identifier::named(kind, name) else { return Ok(()) };
        let key = identifier.urn();
        if self.open.as_ref().is_none_or(|(open, _)| *open != key) {
            self.flush()?;
            let kind = if kind == "person" { "Person" } else { "Organization" };
            self.open = Some((key, Node::Named { kind, identifier, name: name.to_owned(), spellings: Vec::new() }));
        }
        if let (Some((_, Node::Named { spellings, .. })), Some(spelling)) = (&mut self.open, mention.text("spelling"))
            && spelling != name
            && !spellings.iter().any(|known| known == spelling)
        {
            spellings.push(spelling.to_owned());
        }
        Ok(())
    }

    fn incident(&mut self, incident: &Record<'_>) -> Result<()> {
        let name = incident.text("incident").unwrap_or_default();
        if self.open.as_ref().is_none_or(|(open, _)| open != name) {
            self.flush()?;
            let entries = vec![
                ("@id", Identifier::new(Thing::Incident, &[name]).urn().into()),
                ("@type", "Event".into()),
                ("name", name.into()),
                ("location", named("Place", incident.text("place"))),
                ("startDate", text(incident, "date_from")),
                ("endDate", text(incident, "date_to")),
            ];
            self.open = Some((name.to_owned(), Node::Incident { entries, articles: Vec::new() }));
        }
        if let Some((_, Node::Incident { articles, .. })) = &mut self.open {
            articles.push(reference(&Identifier::article(incident)));
        }
        Ok(())
    }

    fn claim(&mut self, claim: &Record<'_>) -> Result<()> {
        let is_direct = claim.integer("direct") == Some(1);
        let article = reference(&Identifier::article(claim));
        let speakers: Vec<Value> = speakers(claim).iter().map(|speaker| reference(&speaker.identifier)).collect();
        let events: Vec<Value> = incidents(claim)
            .iter()
            .map(|incident| reference(&Identifier::new(Thing::Incident, &[incident.as_str()])))
            .collect();
        let about = events.iter().cloned().chain(observation(claim, &events)).collect();
        let mut keywords: Vec<Value> =
            ["kind", "what", "polarity", "modality"].iter().map(|column| text(claim, column)).collect();
        keywords.dedup();
        self.write(&object(vec![
            ("@id", Identifier::claim(claim).urn().into()),
            ("@type", if is_direct { "Quotation" } else { "Claim" }.into()),
            ("name", heading(claim).into()),
            ("text", text(claim, "quote")),
            ("abstract", text(claim, "sentence")),
            (if is_direct { "isPartOf" } else { "appearance" }, article),
            ("position", claim.integer("start_offset").into()),
            (if is_direct { "spokenByCharacter" } else { "author" }, speakers.into()),
            ("creditText", text(claim, "source")),
            ("provider", named("Organization", claim.text("via"))),
            ("temporalCoverage", text(claim, "date")),
            ("spatialCoverage", named("Place", claim.text("place"))),
            ("keywords", keywords.into()),
            ("about", Value::Array(about)),
            ("review", review(claim)),
            (
                "identifier",
                json!({"@type": "PropertyValue", "propertyID": "claim_key", "value": text(claim, "claim_key")}),
            ),
        ]))
    }

    fn flush(&mut self) -> Result<()> {
        match self.open.take() {
            None => Ok(()),
            Some((_, Node::Named { kind, identifier, name, spellings })) => self.write(&object(vec![
                ("@id", identifier.urn().into()),
                ("@type", kind.into()),
                ("name", name.into()),
                ("alternateName", spellings.into()),
            ])),
            Some((_, Node::Incident { mut entries, articles })) => {
                entries.push(("subjectOf", Value::Array(articles)));
                self.write(&object(entries))
            }
        }
    }
}

/// What people decided about whether the text says so.
fn review(claim: &Record<'_>) -> Value {
    decided(claim).map_or(Value::Null, |decided| {
        object(vec![
            ("@type", "Review".into()),
            ("name", decided.review.into()),
            ("reviewAspect", "whether the text says so".into()),
            ("creditText", decided.reviewers.into()),
            ("reviewBody", decided.note.map_or(Value::Null, Value::from)),
            ("abstract", decided.reads.map_or(Value::Null, Value::from)),
        ])
    })
}

/// What a count says, as a number about the incident.
fn observation(claim: &Record<'_>, events: &[Value]) -> Option<Value> {
    let (low, high) = (claim.integer("low"), claim.integer("high"));
    (claim.text("kind") == Some("count")).then(|| {
        object(vec![
            ("@type", "Observation".into()),
            ("variableMeasured", text(claim, "measure")),
            ("description", text(claim, "figure")),
            ("value", if low == high { low.into() } else { Value::Null }),
            ("minValue", low.into()),
            ("maxValue", high.into()),
            ("unitText", text(claim, "unit")),
            ("observationDate", text(claim, "date")),
            ("observationAbout", events.to_vec().into()),
        ])
    })
}
