//! The schema has to be exactly what the migrations make: a planted trigger or view is a finding.

use super::finding::{around_difference, shortened};
use super::{Code, Finding, Verdict};
use crate::archive::schema::Difference;

/// Tells in what the schema differs. Returns whether the tables can be read nevertheless: those that belong to an archive
/// are all there as they should be, so that reading one runs nothing that somebody planted in it.
pub fn check(differences: &[Difference], verdict: &mut Verdict) -> bool {
    for Difference { kind, name, expected, actual } in differences {
        let code = match (expected, actual) {
            (None, _) => Code::SchemaStray,
            (Some(_), None) => Code::SchemaMissing,
            (Some(_), Some(_)) => Code::SchemaAltered,
        };
        let (expected, actual) = match (expected, actual) {
            (Some(expected), Some(actual)) => {
                let (expected, actual) = around_difference(expected, actual);
                (Some(expected), Some(actual))
            }
            (expected, actual) => (expected.as_deref().map(shortened), actual.as_deref().map(shortened)),
        };
        verdict.findings.add(Finding { code, object: format!("{kind} {name}"), expected, actual });
    }
    differences.iter().all(|difference| difference.kind != "table" || difference.expected.is_none())
}
