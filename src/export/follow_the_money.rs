//! Entities of FollowTheMoney, the model of Aleph and OpenAleph: one JSON object a line, as `ftm` reads and Aleph loads them.
//!
//! An article is an Article, a name a Person or Organization, where it stands a Mention, a place and time an Event. A claim
//! is a Note on what it is about, and no Event: that model has none for what is only said to have happened.

use std::fmt::Write as _;
use std::io::Write;

use serde_json::{Map, Value, json};
use sha1::{Digest as _, Sha1};

use super::graph::{Graph, decided, heading, incidents, speakers, web_address};
use super::identifier::{Identifier, Thing};
use crate::document::language;
use crate::query::Record;
use crate::{Error, Result, TOOL};

/// Writes an entity a line.
pub struct FollowTheMoney<W> {
    out: W,
    /// An entity to which more may come, with what tells whether a row is still about it.
    open: Option<(String, Entity)>,
    /// How many entities were written.
    pub written: u64,
}

struct Entity {
    id: String,
    schema: &'static str,
    properties: Map<String, Value>,
}

impl Entity {
    fn new(identifier: &Identifier, schema: &'static str) -> Self {
        Self { id: identifier.word(), schema, properties: Map::new() }
    }

    /// Every property is a list of texts, each once.
    fn add(&mut self, property: &str, value: impl Into<String>) {
        let value = value.into();
        if value.trim().is_empty() {
            return;
        }
        let values = self.properties.entry(property).or_insert_with(|| json!([]));
        if let Value::Array(values) = values
            && !values.iter().any(|known| known.as_str() == Some(&value))
        {
            values.push(Value::String(value));
        }
    }

    fn add_text(&mut self, property: &str, record: &Record<'_>, column: &str) {
        if let Some(text) = record.text(column) {
            self.add(property, text);
        }
    }

    fn add_provenance(&mut self, record: &Record<'_>) {
        self.add_text("retrievedAt", record, "retrieved_at");
        self.add_text("publisher", record, "publisher");
        if let Some(address) = web_address(record) {
            self.add("sourceUrl", address);
        }
        if let Some(sha256) = record.text("sha256") {
            self.add("notes", format!("SHA-256 of the article's bytes: {sha256}"));
        }
    }
}

impl<W: Write> FollowTheMoney<W> {
    /// A writer over `out`.
    pub fn new(out: W) -> Self {
        Self { out, open: None, written: 0 }
    }

    fn write(&mut self, entity: Entity) -> Result<()> {
        let Entity { id, schema, properties } = entity;
        self.written += 1;
        let line = json!({"id": id, "schema": schema, "properties": properties});
        writeln!(self.out, "{line}").map_err(Error::Write)
    }

    /// The entity that is open under `key`; another one is written first.
    fn open(&mut self, key: &str, make: impl FnOnce() -> Entity) -> Result<Option<&mut Entity>> {
        if self.open.as_ref().is_none_or(|(open, _)| open != key) {
            self.flush()?;
            self.open = Some((key.to_owned(), make()));
        }
        Ok(self.open.as_mut().map(|(_, entity)| entity))
    }
}

impl<W: Write> Graph for FollowTheMoney<W> {
    /// The model's checksums are SHA-1, which the archive does not keep.
    const WANTS_BYTES: bool = true;

    fn article(&mut self, article: &Record<'_>, bytes: &[u8]) -> Result<()> {
        let mut entity = Entity::new(&Identifier::article(article), "Article");
        for (property, column) in [
            ("title", "title"),
            ("author", "byline"),
            ("publishedAt", "published_on"),
            ("mimeType", "media_type"),
            ("bodyText", "text"),
        ] {
            entity.add_text(property, article, column);
        }
        let origin = article.text("origin").unwrap_or_default();
        entity.add("fileName", origin.rsplit('/').find(|part| !part.is_empty()).unwrap_or(origin));
        if let Some(language) = article.text("language").and_then(language::three_letters) {
            entity.add("language", language);
        }
        entity.add("fileSize", bytes.len().to_string());
        let mut sha1 = String::new();
        for byte in Sha1::digest(bytes) {
            let _ = write!(sha1, "{byte:02x}");
        }
        entity.add("contentHash", sha1);
        entity.add("generator", TOOL);
        entity.add_provenance(article);
        self.write(entity)
    }

    fn mention(&mut self, mention: &Record<'_>) -> Result<()> {
        let (kind, name) = (mention.text("name_kind").unwrap_or_default(), mention.text("name").unwrap_or_default());
        let Some(identifier) = Identifier::named(kind, name) else { return Ok(()) };
        let schema = if kind == "person" { "Person" } else { "Organization" };
        let article = Identifier::article(mention);
        let spelling = mention.text("spelling").unwrap_or_default();
        let entity = self.open(&identifier.word(), || {
            let mut entity = Entity::new(&identifier, schema);
            entity.add("name", name);
            entity
        })?;
        if let Some(entity) = entity
            && spelling != name
        {
            entity.add("alias", spelling);
        }
        let mut entity =
            Entity::new(&Identifier::new(Thing::Mention, &[&article.word(), &identifier.word(), spelling]), "Mention");
        entity.add("document", article.word());
        entity.add("resolved", identifier.word());
        entity.add("name", spelling);
        entity.add("detectedSchema", schema);
        self.write(entity)
    }

    fn incident(&mut self, incident: &Record<'_>) -> Result<()> {
        let name = incident.text("incident").unwrap_or_default();
        let article = Identifier::article(incident);
        let entity = self.open(name, || {
            let mut entity = Entity::new(&Identifier::new(Thing::Incident, &[name]), "Event");
            entity.add("name", name);
            entity.add_text("location", incident, "place");
            entity.add_text("startDate", incident, "date_from");
            entity.add_text("endDate", incident, "date_to");
            entity.add("summary", "A place and time that claims are about; what is claimed is in the notes on it");
            entity
        })?;
        if let Some(entity) = entity {
            entity.add("proof", article.word());
        }
        Ok(())
    }

    fn claim(&mut self, claim: &Record<'_>) -> Result<()> {
        let mut entity = Entity::new(&Identifier::claim(claim), "Note");
        entity.add("name", heading(claim));
        entity.add_text("summary", claim, "quote");
        entity.add_text("description", claim, "sentence");
        entity.add("proof", Identifier::article(claim).word());
        let about = incidents(claim);
        for incident in &about {
            entity.add("entity", Identifier::new(Thing::Incident, &[incident]).word());
        }
        if about.is_empty() {
            entity.add("entity", Identifier::article(claim).word());
        }
        for speaker in speakers(claim) {
            entity.add("entity", speaker.identifier.word());
            entity.add(if speaker.kind == "person" { "peopleMentioned" } else { "companiesMentioned" }, speaker.name);
        }
        entity.add_text("locationMentioned", claim, "known_place");
        for column in ["kind", "what", "polarity", "modality", "date"] {
            entity.add_text("keywords", claim, column);
        }
        let offset = |column| claim.integer(column).unwrap_or_default();
        entity.add("notes", format!("code points {} to {} of the text", offset("start_offset"), offset("end_offset")));
        entity.add("notes", format!("claim key: {}", claim.text("claim_key").unwrap_or_default()));
        if let Some(decided) = decided(claim) {
            entity.add("keywords", decided.review);
            entity.add("notes", format!("review: {}, {}", decided.review, decided.reviewers));
            entity.add("notes", decided.note.map(|note| format!("review, why: {note}")).unwrap_or_default());
            entity.add("notes", decided.reads.map(|reads| format!("as reviewed: {reads}")).unwrap_or_default());
        }
        entity.add_provenance(claim);
        self.write(entity)
    }

    fn flush(&mut self) -> Result<()> {
        match self.open.take() {
            Some((_, entity)) => self.write(entity),
            None => Ok(()),
        }
    }
}
