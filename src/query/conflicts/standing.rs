//! The conflicts of an incident as it stands after review: the rules that the view `conflicts` states for the program's reading,
//! over the counts as people left them.

use rusqlite::Connection;

use super::CONFLICTS;
use crate::Result;
use crate::error::Doing as _;
use crate::query::compare::disagreement::{self, Pair};
use crate::query::compare::{self, Account, Incident};
use crate::query::question::{number, optional};
use crate::query::{Filter, Reading, Sink, Value};

/// Hands the first `limit` conflicts of an incident to `sink`, with the columns of [`CONFLICTS`]; a limit below 0 is none.
pub fn ask(connection: &Connection, incident: &str, filter: &Filter, limit: i64, sink: &mut dyn Sink) -> Result<()> {
    let statement = connection.prepare_cached(CONFLICTS.sql).doing("query the archive")?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    sink.columns(columns.clone())?;
    let parameters =
        vec![(":incident", optional(Some(incident))), (":kind", optional(Some("count"))), (":limit", number(-1))];
    let parameters = Reading::Reviewed.with(connection, parameters, false)?;
    let rows = compare::REVIEWED.rows(connection, &parameters)?;
    let mut found: Vec<(String, Incident, Pair)> = Vec::new();
    for (measure, incident) in compare::by_measure(&rows) {
        if filter.measure.as_ref().is_none_or(|wanted| *wanted == measure) {
            let pairs = disagreement::pairs(&incident.accounts);
            found.extend(
                pairs
                    .into_iter()
                    .filter(|pair| is_wanted(pair, filter))
                    .map(|pair| (measure.clone(), incident.clone(), pair)),
            );
        }
    }
    let order = |(measure, _, pair): &(String, Incident, Pair)| {
        let is_between = pair.smaller.article_id != pair.greater.article_id;
        (measure.clone(), pair.edited, pair.agreement.name(), is_between, pair.smaller.claim_id, pair.greater.claim_id)
    };
    found.sort_by_key(order);
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    for (measure, told, pair) in found.into_iter().take(most) {
        sink.row(columns.iter().map(|column| cell(column, incident, &measure, &told, &pair)).collect())?;
    }
    Ok(())
}

/// Either side may be the one that is asked for.
fn is_wanted(pair: &Pair, filter: &Filter) -> bool {
    let has = |value: &Option<String>, wanted: &Option<String>| {
        wanted.as_ref().is_none_or(|wanted| {
            value.as_ref().is_some_and(|value| value.to_lowercase().contains(&wanted.to_lowercase()))
        })
    };
    let sides = [&pair.smaller, &pair.greater];
    sides.iter().any(|side| has(&side.publisher, &filter.publisher))
        && sides.iter().any(|side| has(&side.source, &filter.source))
}

fn cell(column: &str, incident: &str, measure: &str, told: &Incident, pair: &Pair) -> Value {
    let text = |text: &str| Value::Text(text.to_owned());
    let known = |value: &Option<String>| value.clone().map_or(Value::Null, Value::Text);
    let side = |account: &Account, column: &str| match column {
        "figure" => text(&account.figure),
        "source" => known(&account.source),
        "via" => known(&account.via),
        "publisher" => known(&account.publisher),
        "published_on" => known(&account.published_on),
        "quote" => text(&account.quote),
        "article_id" => Value::Integer(account.article_id),
        "claim_id" => Value::Integer(account.claim_id),
        _ => Value::Null,
    };
    match column {
        "place" => known(&told.place),
        "date_from" => known(&told.date_from),
        "date_to" => known(&told.date_to),
        "incident" => text(incident),
        "agreement" => text(if pair.edited { disagreement::EDITED } else { pair.agreement.name() }),
        "measure" => text(measure),
        "unit" => known(&pair.smaller.unit),
        column => match column.strip_prefix("other_") {
            Some(column) => side(&pair.greater, column),
            None => side(&pair.smaller, column),
        },
    }
}
