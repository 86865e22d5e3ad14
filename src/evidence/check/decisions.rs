//! What people decided about the claims, against the log entries that tell who decided what, and when.

use serde_json::{Map, Value};

use super::{Included, Package, Report, State};
use crate::log::Entry;
use crate::log::entry::ReviewEntry;
use crate::review::Content;

/// Checks each decision. One that no entry of the package tells of was made after the checkpoint.
pub fn check(package: &Package<'_>, included: &[Included], report: &mut Report) {
    let Some(path) = &package.index.decisions else { return };
    let Ok(decisions) = serde_json::from_slice::<Vec<Map<String, Value>>>(package.bytes(path)) else {
        report.add(State::Fails, format!("{path} cannot be read"));
        return;
    };
    let entries: Vec<(u64, &ReviewEntry)> = included
        .iter()
        .filter_map(|Included { index, entry }| match entry {
            Entry::Review(review) => Some((*index, review)),
            _ => None,
        })
        .collect();
    for decision in &decisions {
        let text = |column| decision.get(column).and_then(Value::as_str).unwrap_or_default();
        let id = decision.get("review_id").and_then(Value::as_i64).unwrap_or_default();
        let told = format!("decision {id} ({} by {} on {})", text("decision"), text("reviewer"), text("reviewed_at"));
        match entries.iter().find(|(_, entry)| entry.review_id == id) {
            None => report.add(
                State::Missing,
                format!("{told} is in no log entry of the package: it was made after the checkpoint"),
            ),
            Some((index, entry)) => {
                let same = text("claim_key") == entry.claim_key
                    && text("sha256") == entry.sha256
                    && text("decision") == entry.decision
                    && text("reviewer") == entry.reviewer
                    && text("reviewed_at") == entry.reviewed_at
                    && Content::of(decision).digest().to_hex() == entry.content_sha256;
                report.add_if(
                    same,
                    format!("{told} is what log entry {index} tells"),
                    format!("{told} is not what log entry {index} tells"),
                );
            }
        }
    }
    let is_there =
        |id: i64| decisions.iter().any(|decision| decision.get("review_id").and_then(Value::as_i64) == Some(id));
    for (index, entry) in entries.iter().filter(|(_, entry)| !is_there(entry.review_id)) {
        report
            .add(State::Fails, format!("decision {} of log entry {index} is not among those listed", entry.review_id));
    }
}
