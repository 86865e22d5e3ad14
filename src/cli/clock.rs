//! The only place that reads the clock.

use chrono::{DateTime, SecondsFormat, Utc};

/// Now, UTC, to the second, as `YYYY-MM-DDTHH:MM:SSZ`. `SOURCE_DATE_EPOCH` (seconds since 1970) replaces the clock, so that
/// an archive can be built twice alike.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn now() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse().ok())
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    fixed.unwrap_or_else(Utc::now).to_rfc3339_opts(SecondsFormat::Secs, true)
}
