//! What comes out of a file that is read: articles, and what is to be said of everything else in it.

use std::fmt;

use crate::capture::Capture;

/// What could not be read, or is worth knowing of what was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file, folder, member, record or line.
    pub object: String,
    /// Why, as a sentence that begins with "it" or "its".
    pub reason: String,
    /// How much it matters.
    pub weight: Weight,
}

/// How much something that is told matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The object was not stored.
    Refused,
    /// The object was read, but something is wrong with it.
    Doubtful,
    /// Nothing is wrong; it is told because it bears on what the object proves.
    Note,
}

impl Refusal {
    /// The object was not stored.
    pub fn new(object: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { object: object.into(), reason: reason.into(), weight: Weight::Refused }
    }

    /// The object was read, but something is wrong with it.
    pub fn doubt(object: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { weight: Weight::Doubtful, ..Self::new(object, reason) }
    }

    /// In words, where the file is named already.
    pub fn within(&self, origin: &str) -> String {
        if self.object == origin { self.reason.clone() } else { self.to_string() }
    }

    /// Something worth knowing.
    pub fn note(object: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { weight: Weight::Note, ..Self::new(object, reason) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.object, self.reason)
    }
}

/// One thing that was come upon.
#[derive(Clone, Debug)]
pub enum Found {
    /// An article.
    Article(Capture),
    /// Something to be told.
    Told(Refusal),
    /// Something that holds no article and is only counted, by a word for what it is: ".png", "request records".
    LeftAside(String),
}
