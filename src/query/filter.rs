//! The filters that all queries about claims share.

/// What to keep; `None` keeps everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only at this place, in any of its spellings.
    pub place: Option<String>,
    /// Only what is said to have happened on or after this day (YYYY-MM-DD).
    pub from: Option<String>,
    /// Only what is said to have happened on or before this day (YYYY-MM-DD).
    pub to: Option<String>,
    /// Only from this publisher.
    pub publisher: Option<String>,
    /// Only on the word of this source.
    pub source: Option<String>,
    /// Only in this incident, as `query conflicts` and `query compare` name it.
    pub incident: Option<String>,
    /// At most this many rows.
    pub limit: Option<u32>,
}
