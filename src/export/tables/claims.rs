//! The table of claims.

use super::super::table::Kind::{Boolean, Day, Hash, Integer, PartialDay, Text};
use super::super::table::{Column, Table};
use super::CAPTURE;
use crate::query::export;

/// The claims.
pub const CLAIMS: Table = Table {
    name: "claims",
    description: "One assertion that an article puts on record, in the words that carry it. Not a truth: nothing is decided about who is right",
    question: &export::CLAIMS,
    columns: &[
        Column::new("claim_id", Integer, "the number of the claim in this export; another one after a rebuild"),
        Column::new("claim_key", Hash, "the same over rebuilds and archives; made of sha256, kind, what and offsets"),
        Column::new("capture_id", Integer, "the version of the article that says it, a row of articles"),
        Column::new("article", Text, "the article's canonical address, or the path where it was found"),
        Column::new("version", Integer, "which version of the article"),
        Column::new("sha256", Hash, "SHA-256 of the article's bytes"),
        Column::optional("publisher", Text, "who published the article"),
        Column::optional("published_on", Day, "the day of publication"),
        Column::new("kind", Text, "count, event or statement"),
        Column::optional("measure", Text, "a count: what is counted"),
        Column::optional("event", Text, "an event: what happened"),
        Column::optional("figure", Text, "a count: low, high and qualifier in one short word, such as ≥14 or dozens"),
        Column::optional("low", Integer, "a count: the least number that the wording commits to; empty is open"),
        Column::optional("high", Integer, "a count: the greatest number that the wording commits to; empty is open"),
        Column::optional("qualifier", Text, "a count: how the number is put"),
        Column::optional("unit", Text, "money: ISO 4217 code; a term: day, week, month or year"),
        Column::optional("counted_group", Text, "a count: who or what is counted, as worded"),
        Column::optional("group_class", Text, "the class of counted_group by which counts are compared"),
        Column::optional("actor", Text, "by whom, as worded"),
        Column::optional("target", Text, "an event: to whom, as worded"),
        Column::optional("relation", Text, "a count: additional, total or subset; empty where it stands alone"),
        Column::optional("date_from", PartialDay, "when it is said to have begun; empty is open or unknown"),
        Column::optional("date_to", PartialDay, "when it is said to have ended; empty is open or unknown"),
        Column::optional("place", Text, "where, as worded"),
        Column::optional("known_place", Text, "the name that stands for all spellings of the place"),
        Column::optional("source", Text, "on whose word; empty where the article speaks in its own voice"),
        Column::optional("source_type", Text, "what kind of source"),
        Column::optional("via", Text, "the other outlet through which it came"),
        Column::optional("cue", Text, "the words that attribute it"),
        Column::new("direct", Boolean, "whether it stands between quotation marks"),
        Column::new("resolved", Boolean, "whether the sentence itself does not name the speaker in full"),
        Column::new("polarity", Text, "asserted or denied"),
        Column::new("modality", Text, "fact, alleged, possible or unreal"),
        Column::new("quote", Text, "the words that carry it"),
        Column::new("start_offset", Integer, "code points of the article's text before the quote"),
        Column::new("end_offset", Integer, "code points up to its end"),
        Column::optional("sentence", Text, "the sentence in which it begins"),
        Column::optional("date_basis", Text, "why this date"),
        Column::optional("place_basis", Text, "why this place"),
        Column::optional("source_basis", Text, "why this source"),
        Column::new("rule", Text, "the rule of grammar that made it"),
    ],
    primary_key: &["claim_id"],
    foreign_keys: &[CAPTURE],
};
