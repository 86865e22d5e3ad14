//! Recording a verification in the archive that was verified.

use std::path::Path;

use rusqlite::named_params;

use super::{Code, Depth, Verdict};
use crate::archive::Archive;
use crate::error::Doing as _;
use crate::{Error, Result, TOOL};

/// Adds a row to `checks` and one to `findings` for each listed finding. Where the archive cannot be written, or writing
/// would run what somebody planted in it, nothing is recorded and a note says so.
pub fn record(path: &Path, depth: Depth, verdict: &mut Verdict) -> Result<()> {
    let distrusted = [Code::FileDamaged, Code::SchemaAltered, Code::SchemaMissing, Code::SchemaStray];
    if verdict.findings.has(&distrusted) {
        verdict.notes.push("this check was not recorded, because the schema or file is not as it should be".to_owned());
        return Ok(());
    }
    let written = Archive::open_to_append(path).and_then(|mut archive| write(&mut archive, depth, verdict));
    match written {
        Err(error @ (Error::ArchiveReadOnly { .. } | Error::ArchiveBusy { .. } | Error::DiskFull { .. })) => {
            verdict.notes.push(format!("this check was not recorded: {error}"));
            Ok(())
        }
        other => other,
    }
}

fn write(archive: &mut Archive, depth: Depth, verdict: &Verdict) -> Result<()> {
    archive.write(|transaction| {
        let check_id: i64 = transaction
            .query_row(
                include_str!("record_check.sql"),
                named_params! {
                    ":started_at": verdict.started_at,
                    ":finished_at": verdict.finished_at,
                    ":tool": TOOL,
                    ":log_size": verdict.log_size as i64,
                    ":log_root": verdict.log_root,
                    ":captures_checked": verdict.captures,
                    ":findings_count": verdict.findings.count() as i64,
                },
                |row| row.get("check_id"),
            )
            .doing("record the check")?;
        if verdict.coverage.first <= verdict.coverage.last {
            let depth = if depth == Depth::Quick { "hashed" } else { "derived" };
            let covered = named_params! {
                ":check_id": check_id,
                ":first_capture_id": verdict.coverage.first,
                ":last_capture_id": verdict.coverage.last,
                ":depth": depth,
            };
            transaction.execute(include_str!("coverage/record.sql"), covered).doing("record the check")?;
        }
        let mut statement = transaction.prepare(include_str!("record_finding.sql")).doing("record a finding")?;
        for (index, finding) in verdict.findings.listed().iter().enumerate() {
            statement
                .execute(named_params! {
                    ":check_id": check_id,
                    ":ordinal": index as i64 + 1,
                    ":code": finding.code.name(),
                    ":object": finding.object,
                    ":expected": finding.expected,
                    ":actual": finding.actual,
                    ":remedy": finding.code.remedy(),
                })
                .doing("record a finding")?;
        }
        Ok(())
    })
}
