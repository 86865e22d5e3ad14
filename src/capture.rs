//! One article's bytes exactly as they were found, hashed before anything reads them, with where they were found and
//! what was said about them by whoever supplied them. Ground: it cannot be made again.

pub mod container;
pub mod media_type;
pub mod metadata;
pub mod record;

use std::sync::Arc;

pub use container::Container;
pub use media_type::MediaType;
pub use metadata::Metadata;
pub use record::Record;

use crate::hash::Hash;

/// Bytes as found, with their provenance.
#[derive(Clone, Debug)]
pub struct Capture {
    /// Where the bytes were found: a path, a path with `#line` or `#identifier` for one article of many, or `stdin:` and a hash.
    pub origin: String,
    /// The bytes, untouched.
    pub bytes: Vec<u8>,
    /// SHA-256 of [`Capture::bytes`].
    pub sha256: Hash,
    /// How the bytes are to be read.
    pub media_type: MediaType,
    /// The metadata that came beside the bytes (a sidecar, options), verbatim JSON in schema.org terms; `None` where nothing came.
    pub given: Option<String>,
    /// What a container or server recorded of the bytes, as JSON: see [`Record`]; `None` where nothing did.
    pub record: Option<String>,
    /// The file that they were read out of; `None` where they are a file of their own or come from the archive.
    pub container: Option<Arc<Container>>,
    /// The redirects that led to the bytes, in words, where they were fetched just now; stored as a reading, not with the bytes.
    pub way: Option<String>,
}

impl Capture {
    /// Hashes `bytes` and keeps them.
    pub fn new(origin: impl Into<String>, media_type: MediaType, bytes: Vec<u8>, given: Option<String>) -> Self {
        let sha256 = Hash::of(&bytes);
        Self { origin: origin.into(), bytes, sha256, media_type, given, record: None, container: None, way: None }
    }

    /// The same with what was recorded of the bytes.
    #[must_use]
    pub fn recorded(self, record: Option<String>) -> Self {
        Self { record, ..self }
    }

    /// The given metadata, read. What is not valid was refused at intake, so that nothing here can fail.
    pub fn metadata(&self) -> Metadata {
        self.given.as_deref().and_then(|json| Metadata::from_json(json).ok()).unwrap_or_default()
    }
}
