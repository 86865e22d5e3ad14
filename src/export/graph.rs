//! What is written as things that point to one another: articles, people and bodies, incidents, claims. The forms differ
//! only in how each is written; they are handed over in an order in which a thing comes before what points to it.

use serde_json::{Map, Value as JsonValue};

use super::identifier::Identifier;
use super::record_sink::Each;
use crate::Result;
use crate::archive::Archive;
use crate::query::export::{
    ADDED_IN_CONTEXT, ARTICLES_WITH_TEXT, CLAIMS_IN_CONTEXT, INCIDENTS_BY_ARTICLE, LogHead, NAMES_BY_ARTICLE, log_head,
    parameters,
};
use crate::query::{Question, Record, version};

/// What writes the things of one form.
pub trait Graph {
    /// Whether it wants the bytes of articles.
    const WANTS_BYTES: bool;
    /// Takes a version of an article; `bytes` are empty where they are not wanted.
    fn article(&mut self, article: &Record<'_>, bytes: &[u8]) -> Result<()>;
    /// Takes a spelling of a person or body in an article; those of one name come one after the other.
    fn mention(&mut self, mention: &Record<'_>) -> Result<()>;
    /// Takes an incident, once for each article; those of one incident come one after the other.
    fn incident(&mut self, incident: &Record<'_>) -> Result<()>;
    /// Takes a claim.
    fn claim(&mut self, claim: &Record<'_>) -> Result<()>;
    /// What was gathered over several rows is complete.
    fn flush(&mut self) -> Result<()>;
}

/// Hands over everything, as it is at one moment, to what `begin` makes of the state of the archive.
pub fn walk<G: Graph>(archive: &Archive, every_version: bool, begin: impl FnOnce(&LogHead) -> Result<G>) -> Result<G> {
    archive.read_at_one_moment(|connection| {
        let mut graph = begin(&log_head(connection)?)?;
        let parameters = parameters(every_version);
        let ask = |question: &Question, take: &mut dyn FnMut(&Record<'_>) -> Result<()>| {
            question.ask(connection, &parameters, &mut Each::new(take))
        };
        ask(&ARTICLES_WITH_TEXT, &mut |record| {
            let bytes = match record.text("sha256") {
                Some(sha256) if G::WANTS_BYTES => version::bytes(connection, sha256)?,
                _ => Vec::new(),
            };
            graph.article(record, &bytes)
        })?;
        ask(&NAMES_BY_ARTICLE, &mut |record| graph.mention(record))?;
        graph.flush()?;
        ask(&INCIDENTS_BY_ARTICLE, &mut |record| graph.incident(record))?;
        graph.flush()?;
        ask(&CLAIMS_IN_CONTEXT, &mut |record| graph.claim(record))?;
        ask(&ADDED_IN_CONTEXT, &mut |record| graph.claim(record))?;
        Ok(graph)
    })
}

/// A person or body on whose word a claim stands.
pub struct Speaker {
    /// `person` or `body`.
    pub kind: String,
    /// The name that stands for all of its spellings.
    pub name: String,
    /// Its identifier.
    pub identifier: Identifier,
}

/// The named people and bodies on whose word a claim stands.
pub fn speakers(claim: &Record<'_>) -> Vec<Speaker> {
    let listed = claim.text("speakers").and_then(|json| serde_json::from_str::<Vec<(String, String)>>(json).ok());
    let named = |(kind, name): (String, String)| {
        Identifier::named(&kind, &name).map(|identifier| Speaker { kind, name, identifier })
    };
    listed.unwrap_or_default().into_iter().filter_map(named).collect()
}

/// The names of the incidents that a claim is about.
pub fn incidents(claim: &Record<'_>) -> Vec<String> {
    claim.text("incidents").and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// What people decided about a claim.
pub struct Decided<'a> {
    /// accepted, corrected, added, rejected, or disputed.
    pub review: &'a str,
    /// Who, and what each decided.
    pub reviewers: &'a str,
    /// Why, in their words.
    pub note: Option<&'a str>,
    /// What the claim says as they left it, where that is not what the program read: "low: 14; high: none".
    pub reads: Option<String>,
}

/// What people decided about a claim; `None` where nobody has looked at it.
pub fn decided<'a>(claim: &Record<'a>) -> Option<Decided<'a>> {
    let object = |column| claim.text(column).and_then(|json| serde_json::from_str::<Map<String, JsonValue>>(json).ok());
    let seen = object("seen").unwrap_or_default();
    let changed = |(name, value): &(String, JsonValue)| seen.get(name).unwrap_or(&JsonValue::Null) != value;
    let told = |(name, value): (String, JsonValue)| match value {
        JsonValue::Null => format!("{name}: none"),
        JsonValue::String(text) => format!("{name}: {text}"),
        other => format!("{name}: {other}"),
    };
    let reads: Vec<String> = object("reads").into_iter().flatten().filter(changed).map(told).collect();
    Some(Decided {
        review: claim.text("review")?,
        reviewers: claim.text("reviewers").unwrap_or_default(),
        note: claim.text("review_note"),
        reads: (!reads.is_empty()).then(|| reads.join("; ")),
    })
}

/// What an address is, where a text is one that can be opened on the web.
pub fn web_address(record: &Record<'_>) -> Option<String> {
    ["url", "article", "origin"]
        .into_iter()
        .filter_map(|column| record.text(column))
        .find(|text| text.starts_with("http://") || text.starts_with("https://"))
        .map(str::to_owned)
}

/// One line that says what a claim says and whose it is: "killed: ≥14 (officials), Daily Lantern".
pub fn heading(claim: &Record<'_>) -> String {
    let mut heading = claim.text("what").unwrap_or_default().replace('_', " ");
    if let Some(figure) = claim.text("figure") {
        heading.push_str(": ");
        heading.push_str(figure);
        if let Some(unit) = claim.text("unit") {
            heading.push(' ');
            heading.push_str(unit);
        }
    }
    for (before, column) in [(" – ", "source"), (" via ", "via"), (", in ", "publisher")] {
        if let Some(text) = claim.text(column) {
            heading.push_str(before);
            heading.push_str(text);
        }
    }
    if claim.text("polarity") == Some("denied") {
        heading.push_str(" (denied)");
    }
    match claim.text("modality") {
        None | Some("fact") => {}
        Some(modality) => {
            heading.push_str(" (");
            heading.push_str(modality);
            heading.push(')');
        }
    }
    heading
}

/// An object of those entries that have a value.
pub fn object(entries: Vec<(&str, JsonValue)>) -> JsonValue {
    let is_there = |value: &JsonValue| match value {
        JsonValue::Null => false,
        JsonValue::String(text) => !text.is_empty(),
        JsonValue::Array(values) => !values.is_empty(),
        _ => true,
    };
    JsonValue::Object(
        entries
            .into_iter()
            .filter(|(_, value)| is_there(value))
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}
