//! On whose word: source, cue and content of each attribution.

use super::Reading;
use crate::span::Span;

/// One attribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    /// The words that name the source here (also a pronoun); `None` where none stands here.
    pub source: Option<Span>,
    /// Who that is, in the words in which the article first names them in full; empty where nobody is named.
    pub speaker: String,
    /// Whether [`Attribution::speaker`] had to be worked out from a pronoun, a short form or the context.
    pub resolved: bool,
    /// A word of `source_types.tsv`; empty where there is no source.
    pub source_type: String,
    /// The words that attribute ("said", "according to", "told Reuters").
    pub cue: Span,
    /// What is attributed.
    pub content: Span,
    /// Between quotation marks.
    pub direct: bool,
    /// The class of the cue: a word of the column `class` in `cues.tsv` (neutral, distance, probability, denial, …).
    pub cue_class: String,
    /// Another outlet that passes it on ("told Reuters", "the New York Times reported").
    pub via: String,
    /// The source is itself an outlet that passes facts on: what it covers has `via`, and is no statement.
    pub outlet: bool,
    /// The grammar rule that found it.
    pub rule: &'static str,
}

/// Finds the attributions, in order of their contents.
pub fn find(_reading: &Reading<'_>) -> Vec<Attribution> {
    Vec::new()
}
