//! The description of a data package (Frictionless Data, specs.frictionlessdata.io): every file with its SHA-256, every
//! column with its type and meaning, and the keys that lead from table to table.

use serde_json::{Map, Value, json};

use super::destination::Written;
use super::table::{Column, Kind, Table};
use crate::TOOL;
use crate::query::export::LogHead;

/// The name of the file that describes the others.
pub const NAME: &str = "datapackage.json";

/// One file of a package.
pub struct Resource<'a> {
    /// What is in it.
    pub table: &'a Table,
    /// Its name.
    pub file: String,
    /// Its length and hash.
    pub written: Written,
    /// How many rows.
    pub rows: u64,
}

/// The description, as JSON text. `form` is `csv` or `parquet`.
pub fn describe(form: &str, resources: &[Resource<'_>], head: &LogHead) -> String {
    let resources: Vec<Value> = resources.iter().map(|described| resource(form, described)).collect();
    let package = json!({
        "profile": "data-package",
        "name": "dossier-archive",
        "title": "Articles and what they claim, exported from an archive of dossier",
        "description": "Claims, not truths: what articles put on record, each with the words that carry it and the SHA-256 of the bytes that it was read from. log_size and log_root name the state of the archive: a signed checkpoint with the same size has the same root.",
        "dossier": {"tool": TOOL, "log_size": head.size, "log_root": head.root.to_hex()},
        "resources": resources,
    });
    format!("{package:#}\n")
}

fn resource(form: &str, Resource { table, file, written, rows }: &Resource<'_>) -> Value {
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file,
        "description": table.description,
        "format": form,
        "mediatype": if form == "csv" { "text/csv" } else { "application/vnd.apache.parquet" },
        "bytes": written.bytes,
        "hash": format!("sha256:{}", written.sha256.to_hex()),
        "rows": rows,
    });
    if let Value::Object(entries) = &mut resource {
        if form == "csv" {
            entries.insert("encoding".to_owned(), json!("utf-8"));
            entries.insert("dialect".to_owned(), json!({"delimiter": ",", "quoteChar": "\"", "header": true}));
        } else {
            entries.insert("profile".to_owned(), json!("data-resource"));
        }
        entries.insert("schema".to_owned(), schema(table));
    }
    resource
}

fn schema(table: &Table) -> Value {
    let keys: Vec<Value> = table
        .foreign_keys
        .iter()
        .map(|key| json!({"fields": key.columns, "reference": {"resource": key.table, "fields": key.named}}))
        .collect();
    json!({
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": table.primary_key,
        "foreignKeys": keys,
    })
}

fn field(column: &Column) -> Value {
    let (kind, pattern) = match column.kind {
        Kind::Text => ("string", None),
        Kind::Integer => ("integer", None),
        Kind::Boolean => ("boolean", None),
        Kind::Day => ("date", None),
        Kind::Time => ("datetime", None),
        Kind::PartialDay => ("string", Some("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")),
        Kind::Hash => ("string", Some("[0-9a-f]{64}")),
    };
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if let Some(pattern) = pattern {
        constraints.insert("pattern".to_owned(), json!(pattern));
    }
    let mut field = json!({"name": column.name, "type": kind, "description": column.description});
    if let (Value::Object(entries), false) = (&mut field, constraints.is_empty()) {
        entries.insert("constraints".to_owned(), Value::Object(constraints));
    }
    field
}
