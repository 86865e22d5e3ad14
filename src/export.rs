//! Exports: what the archive holds in forms that other programs read, each with where it comes from and the hashes of the
//! bytes. Rows go out as they are read, so that memory does not grow with the archive, in an order that is always the same:
//! two exports of one archive are alike to the byte, and no clock is asked.

mod csv;
pub mod destination;
mod follow_the_money;
mod graph;
mod identifier;
mod json_ld;
mod json_lines;
mod package;
mod parquet;
mod record_sink;
pub mod table;
pub mod tables;

use std::io::Write;
use std::str::FromStr;

use crate::archive::Archive;
use crate::query::Sink;
use crate::query::export::{self, ADDED_LINES, CLAIM_LINES};
use crate::{Error, Result};
use destination::{HashedFile, NewFolder};
use tables::TABLES;

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values with a description: a Frictionless data package.
    Csv,
    /// The same tables in columns.
    Parquet,
    /// A claim a line, as JSON.
    JsonLines,
    /// Entities for Aleph, a line each.
    FollowTheMoney,
    /// Schema.org.
    JsonLd,
}

impl Form {
    /// The words for them, in the order in which help lists them.
    pub const NAMES: [&'static str; 5] = ["csv", "parquet", "jsonl", "ftm", "jsonld"];

    /// Whether it is written as a folder of files; otherwise it is one file.
    pub fn is_folder(self) -> bool {
        matches!(self, Self::Csv | Self::Parquet)
    }
}

impl FromStr for Form {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "csv" => Ok(Self::Csv),
            "parquet" => Ok(Self::Parquet),
            "jsonl" => Ok(Self::JsonLines),
            "ftm" => Ok(Self::FollowTheMoney),
            "jsonld" => Ok(Self::JsonLd),
            _ => Err(format!("the forms are {}", Self::NAMES.join(", "))),
        }
    }
}

/// How much was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Of what: the name of a table, or "claims", "entities", "nodes".
    pub what: &'static str,
    /// How many.
    pub count: u64,
}

/// Writes a form that is one file.
///
/// # Errors
/// Where the archive cannot be read or `out` not written; [`Error::Unsound`] where bytes are not what their hash says.
pub fn write_file(archive: &Archive, form: Form, every_version: bool, out: &mut dyn Write) -> Result<Amount> {
    match form {
        Form::Csv | Form::Parquet => Err(Error::Usage { what: "this form is a folder of several files".to_owned() }),
        Form::JsonLines => {
            let mut lines = json_lines::JsonLines::new(out);
            archive.read_at_one_moment(|connection| {
                let parameters = export::parameters(every_version);
                CLAIM_LINES.ask(connection, &parameters, &mut lines)?;
                ADDED_LINES.ask(connection, &parameters, &mut lines)
            })?;
            Ok(Amount { what: "claims", count: lines.rows })
        }
        Form::FollowTheMoney => {
            let entities = graph::walk(archive, every_version, |_| Ok(follow_the_money::FollowTheMoney::new(out)))?;
            Ok(Amount { what: "entities", count: entities.written })
        }
        Form::JsonLd => {
            let nodes = graph::walk(archive, every_version, |head| json_ld::JsonLd::begin(out, head))?;
            Ok(Amount { what: "nodes", count: nodes.end()? })
        }
    }
}

/// Writes a form that is a folder of files: every table, and then what describes them.
///
/// # Errors
/// As for [`write_file`].
pub fn write_folder(archive: &Archive, form: Form, every_version: bool, folder: &mut NewFolder) -> Result<Vec<Amount>> {
    let parameters = export::parameters(every_version);
    let ending = if form == Form::Parquet { "parquet" } else { "csv" };
    archive.read_at_one_moment(|connection| {
        let head = export::log_head(connection)?;
        let mut resources = Vec::new();
        for table in TABLES {
            let file = format!("{}.{ending}", table.name);
            let mut rows = 0;
            let written = folder.write(&file, |out: &mut HashedFile| {
                let ask = |sink: &mut dyn Sink| table.question.ask(connection, &parameters, sink);
                rows = if form == Form::Parquet {
                    let mut groups = parquet::Parquet::begin(table, &head, out)?;
                    ask(&mut groups)?;
                    groups.finish()?
                } else {
                    let mut lines = csv::Csv::new(table, out);
                    ask(&mut lines)?;
                    lines.finish()?
                };
                Ok(())
            })?;
            resources.push(package::Resource { table, file, written, rows });
        }
        let description = package::describe(ending, &resources, &head);
        folder.write(package::NAME, |out| out.write_all(description.as_bytes()).map_err(Error::Write))?;
        Ok(resources.iter().map(|resource| Amount { what: resource.table.name, count: resource.rows }).collect())
    })
}
