//! A verdict as JSON, for machines that act on it. The names of its members are stable.

use std::path::Path;

use serde::Serialize;

use super::{Depth, Finding, Request, Severity, Verdict};
use crate::TOOL;

#[derive(Serialize)]
struct Report<'a> {
    archive: String,
    tool: &'a str,
    depth: String,
    started_at: &'a str,
    finished_at: &'a str,
    sound: bool,
    log_size: u64,
    /// Empty where the log was not read.
    log_root: &'a str,
    captures_checked: i64,
    bytes_checked: u64,
    claims_made_again: i64,
    file_bytes: u64,
    file_bytes_used: u64,
    coverage: Coverage<'a>,
    findings_count: usize,
    findings_by_code: std::collections::BTreeMap<&'a str, usize>,
    /// The worst first; of each code the first hundred.
    findings: Vec<Found<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Coverage<'a> {
    captures: i64,
    first_checked: i64,
    last_checked: i64,
    never_checked: i64,
    oldest_check: Option<&'a str>,
}

#[derive(Serialize)]
struct Found<'a> {
    severity: &'a str,
    code: &'a str,
    object: &'a str,
    expected: Option<&'a str>,
    actual: Option<&'a str>,
    remedy: &'a str,
}

/// One JSON object.
pub fn json(path: &Path, request: &Request, verdict: &Verdict) -> String {
    let coverage = &verdict.coverage;
    let report = Report {
        archive: path.display().to_string(),
        tool: TOOL,
        depth: request.depth.to_string(),
        started_at: &verdict.started_at,
        finished_at: &verdict.finished_at,
        sound: verdict.is_sound(),
        log_size: verdict.log_size,
        log_root: &verdict.log_root,
        captures_checked: verdict.captures,
        bytes_checked: verdict.bytes,
        claims_made_again: verdict.claims,
        file_bytes: verdict.file_bytes,
        file_bytes_used: verdict.file_bytes_used,
        coverage: Coverage {
            captures: coverage.captures,
            first_checked: coverage.first,
            last_checked: coverage.last,
            never_checked: coverage.never,
            oldest_check: coverage.oldest.as_deref(),
        },
        findings_count: verdict.findings.count(),
        findings_by_code: verdict.findings.counts().iter().map(|(code, count)| (code.name(), *count)).collect(),
        findings: verdict.findings.by_severity().flat_map(|(severity, found)| found_of(severity, &found)).collect(),
        notes: &verdict.notes,
    };
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn found_of<'a>(severity: Severity, findings: &[&'a Finding]) -> Vec<Found<'a>> {
    let found = |finding: &&'a Finding| Found {
        severity: severity.name(),
        code: finding.code.name(),
        object: &finding.object,
        expected: finding.expected.as_deref(),
        actual: finding.actual.as_deref(),
        remedy: finding.code.remedy(),
    };
    findings.iter().map(found).collect()
}

impl std::fmt::Display for Depth {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Full => formatter.write_str("full"),
            Self::Quick => formatter.write_str("quick"),
            Self::Share(shares) => write!(formatter, "1/{shares}"),
        }
    }
}
