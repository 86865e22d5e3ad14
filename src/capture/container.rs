//! The file that an article was read out of. The file itself is not kept; its hash and the article's origin say where the
//! bytes lay.

use crate::hash::Hash;

/// A file that holds articles, as it was when they were read out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// The origin of the file.
    pub origin: String,
    /// The word for what it is: `warc`, `zip`, `mbox` …
    pub kind: String,
    /// How many bytes it has.
    pub byte_length: u64,
    /// SHA-256 of the whole file.
    pub sha256: Hash,
}
