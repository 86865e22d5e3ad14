//! A claim: one assertion that an article puts on record, with where it is stated, who vouches for it, when and where it
//! is said to have happened, and how firmly it is put.

use crate::span::Span;

use super::date::DateSpan;

/// The three kinds of claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// How many.
    #[default]
    Count,
    /// Something happened.
    Event,
    /// Someone said something.
    Statement,
}

impl ClaimKind {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Event => "event",
            Self::Statement => "statement",
        }
    }
}

/// Whether the text says that it is so or that it is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It is so.
    #[default]
    Asserted,
    /// It did not happen or is not so.
    Denied,
}

impl Polarity {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
        }
    }
}

/// How firmly it is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Plainly, also where attributed.
    #[default]
    Fact,
    /// The text marks doubt about what is attributed.
    Alleged,
    /// It may be so.
    Possible,
    /// It has not happened: demanded, planned, feared, attempted, conditional.
    Unreal,
}

impl Modality {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Alleged => "alleged",
            Self::Possible => "possible",
            Self::Unreal => "unreal",
        }
    }
}

/// One claim. Texts are as worded in the article; an empty text means that the article gives none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Count, event or statement.
    pub kind: ClaimKind,
    /// The anchor: the bytes of the document's text that carry the claim.
    pub span: Span,
    /// What is counted (a count): a word of `measures.tsv`.
    pub measure: &'static str,
    /// What happened (an event): a word of `events.tsv`.
    pub event: &'static str,
    /// The least number that the wording commits to; `None` is open.
    pub low: Option<i64>,
    /// The greatest number that the wording commits to; `None` is open.
    pub high: Option<i64>,
    /// How the number is put: a word of `qualifiers.tsv`; empty where the claim is no count.
    pub qualifier: &'static str,
    /// ISO 4217 code of an amount, or day, week, month, year of a term.
    pub unit: &'static str,
    /// Who or what is counted, without the number.
    pub group: String,
    /// The class of the group's head noun (a word of `groups.tsv`), by which counts are compared: two classes that exclude
    /// each other are not counts of the same thing. Empty where the noun has none.
    pub group_class: &'static str,
    /// By whom.
    pub actor: String,
    /// To whom (an event).
    pub target: String,
    /// `additional`, `total`, `subset` or empty.
    pub relation: &'static str,
    /// When it is said to have happened; for a statement, when it was said.
    pub date: DateSpan,
    /// Where, as worded.
    pub place: String,
    /// The bare name within [`Claim::place`], by which places are compared.
    pub place_name: String,
    /// On whose word; for a statement its speaker.
    pub source: String,
    /// What kind of source: a word of `source_types.tsv`; empty where there is no source.
    pub source_type: &'static str,
    /// The other outlet through which it came.
    pub via: String,
    /// The words that attribute it ("said", "according to").
    pub cue: String,
    /// A statement between quotation marks.
    pub direct: bool,
    /// The statement's speaker stands in its sentence only as a pronoun, a short form, or not at all.
    pub resolved: bool,
    /// Said to be so, or not to be so.
    pub polarity: Polarity,
    /// How firmly.
    pub modality: Modality,
    /// The token of the verb that tells it, where that is no part of the anchor.
    pub told_by: Option<usize>,
    /// The grammar rule that made the claim.
    pub rule: &'static str,
    /// Why this date: `stated`, `carried from …`, empty where there is none.
    pub date_basis: &'static str,
    /// Why this place.
    pub place_basis: &'static str,
    /// Why this source.
    pub source_basis: &'static str,
}

impl Claim {
    /// The measure, the event, or for a statement the cue: what makes two claims with one span two.
    pub fn what(&self) -> &str {
        match self.kind {
            ClaimKind::Count => self.measure,
            ClaimKind::Event => self.event,
            ClaimKind::Statement => &self.cue,
        }
    }
}

/// Puts claims in reading order and drops those that repeat another's kind, what and span.
pub fn order(claims: &mut Vec<Claim>) {
    let key = |at: &usize| claims.get(*at).map(|claim| (claim.span, claim.kind, claim.what()));
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    // A claim is large: each is moved once, and not for each comparison.
    let mut unordered: Vec<Option<Claim>> = std::mem::take(claims).into_iter().map(Some).collect();
    claims.reserve(unordered.len());
    claims.extend(order.into_iter().filter_map(|at| unordered.get_mut(at)?.take()));
    claims.dedup_by(|b, a| a.span == b.span && a.kind == b.kind && a.what() == b.what());
}
