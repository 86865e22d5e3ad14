//! Names of people, bodies and places.

use super::Reading;
use super::text::Text;
use crate::span::Span;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A square, a town, a region, a country.
    Place,
    /// A person.
    Person,
    /// A body: a company, a ministry, a party, a newspaper.
    Body,
}

impl NameKind {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Body => "body",
        }
    }

    /// The kind with this word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Place, Self::Person, Self::Body].into_iter().find(|kind| kind.name() == name)
    }
}

/// One place where a name stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSpan {
    /// The name without title or article, as tokens.
    pub tokens: std::ops::Range<usize>,
    /// The same as bytes.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// Index of the first, full form of the same name in the list, where this is a short form of it ("Kasymov").
    pub full_form: Option<usize>,
}

/// One spelling of a name in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub kind: NameKind,
    /// As written.
    pub spelling: String,
    /// Where it stands first.
    pub first: Span,
    /// How often it stands.
    pub occurrences: usize,
}

/// Finds the names of `text`, in order, without overlap.
pub fn find(_text: &Text<'_>) -> Vec<NamedSpan> {
    Vec::new()
}

/// The distinct spellings among the names of `reading`, ordered by kind and spelling.
pub fn mentions(_reading: &Reading<'_>) -> Vec<Mention> {
    Vec::new()
}
