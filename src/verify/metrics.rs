//! A verdict as metrics in Prometheus' text form, for `node_exporter`'s textfile collector. The file is put in place whole,
//! because the collector may read at any moment; a time that stands still tells that checks no longer run.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use chrono::DateTime;

use super::{Severity, Verdict};
use crate::{Error, Result};

/// Writes the file at `target` for the archive at `path`.
pub fn write(target: &Path, path: &Path, verdict: &Verdict) -> Result<()> {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    // The collector reads files that end in .prom, and must not read this one before it is whole.
    name.push(format!(".new-{}", std::process::id()));
    let unfinished = target.with_file_name(name);
    let written = fs::File::create(&unfinished)
        .and_then(|mut file| file.write_all(text(path, verdict).as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&unfinished, target));
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written.map_err(|source| Error::WriteFile { path: target.to_owned(), source })
}

/// The metrics.
pub fn text(path: &Path, verdict: &Verdict) -> String {
    let archive = escaped(&path.display().to_string());
    let mut text = String::new();
    let mut metric = |name: &str, help: &str, value: i64| {
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name}{{archive=\"{archive}\"}} {value}");
    };
    metric(
        "dossier_verify_sound",
        "1 where the last check found nothing wrong, otherwise 0.",
        verdict.is_sound().into(),
    );
    let (begun, ended) = (seconds(&verdict.started_at), seconds(&verdict.finished_at));
    metric("dossier_verify_finished_timestamp_seconds", "When the last check ended.", ended.unwrap_or_default());
    let duration = begun.zip(ended).map_or(0, |(begun, ended)| ended - begun);
    metric("dossier_verify_duration_seconds", "How long the last check took.", duration);
    metric("dossier_verify_captures", "Captures that the last check went through.", verdict.captures);
    metric("dossier_verify_bytes", "Bytes of captures that the last check hashed.", verdict.bytes as i64);
    metric("dossier_archive_captures", "Captures in the archive.", verdict.coverage.captures);
    metric("dossier_archive_captures_never_verified", "Captures that no check has made again.", verdict.coverage.never);
    if let Some(oldest) = verdict.coverage.oldest.as_deref().and_then(seconds) {
        let help = "When the capture that waits longest was made again last.";
        metric("dossier_verify_oldest_timestamp_seconds", help, oldest);
    }
    metric("dossier_log_size", "Entries of the log.", verdict.log_size as i64);
    let name = "dossier_verify_findings";
    let _ = writeln!(text, "# HELP {name} What the last check found wrong, by severity.\n# TYPE {name} gauge");
    for severity in Severity::ALL {
        let counts = verdict.findings.counts().iter();
        let count: usize = counts.filter(|(code, _)| code.severity() == severity).map(|(_, count)| count).sum();
        let _ = writeln!(text, "{name}{{archive=\"{archive}\",severity=\"{}\"}} {count}", severity.name());
    }
    text
}

fn seconds(time: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(time).ok().map(|time| time.timestamp())
}

fn escaped(label: &str) -> String {
    label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
