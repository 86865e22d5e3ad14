//! Noun groups, verb groups and clauses, without a tagger.
//!
//! One pass cuts each sentence into chunks: noun groups ("at least 14 striking workers"), verb groups ("had not been
//! killed"), and the single words between them that build clauses. What a verb's subject, object and agent are is then
//! a walk over a handful of chunks. Open-class words are told apart by form and by what stands beside them, so that a
//! chunk may be wrong; what is built on top must bear that.

mod aside;
mod chunker;
mod gerund;
mod headline;
mod list;
mod noun_group;
mod relation;
mod verb;
mod verb_place;

use std::ops::Range;

pub use list::Members;

use super::date::DateMention;
use super::name::NamedSpan;
use super::quantity::Quantity;
use super::text::Text;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// Its tokens; never empty, never across sentences.
    pub tokens: Range<usize>,
    /// The token that it is about: the head noun, the main verb; for the others the first token.
    pub head: usize,
    /// The sentence that it belongs to.
    pub sentence: usize,
}

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkKind {
    /// A noun with what stands before it, or a pronoun. "dozens of men" and "three of the men" are one chunk; any other
    /// "of" begins a chunk of its own.
    Noun(NounGroup),
    /// A verb with its auxiliaries.
    Verb(VerbGroup),
    /// "in", "by".
    Preposition,
    /// "and", "or", "but".
    Conjunction,
    /// "that", "when", "after".
    Subordinator,
    /// "who", "which".
    Relative,
    /// An adverb outside a group.
    Adverb,
    /// A calendar expression.
    Time,
    /// A comma.
    Comma,
    /// A quotation mark.
    Quote,
    /// A semicolon, colon, dash or parenthesis.
    Break,
    /// Any other mark.
    Mark,
}

/// What is known about a noun group.
#[expect(clippy::struct_excessive_bools, reason = "each is seen apart from the others")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NounGroup {
    /// Its number: an index into the quantities.
    pub quantity: Option<usize>,
    /// Its first determiner: a token.
    pub determiner: Option<usize>,
    /// It is a pronoun.
    pub pronoun: bool,
    /// It is a number with nothing counted behind it: "13", "dozens", "12 others" is none.
    pub bare: bool,
    /// It ends in a name: "Ona Brisk", "welder Ona Brisk".
    pub name: bool,
    /// Its determiner is "a", "an" or "the".
    pub article: bool,
}

/// How a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "killed 12".
    Active,
    /// "was killed".
    Passive,
    /// "killed by the blast" behind a noun: active or passive, as its neighbours tell; see [`Phrases::is_passive`].
    Participle,
}

/// Whether a verb group makes a clause of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbShape {
    /// "killed", "was killed", "have killed".
    Finite,
    /// "to kill".
    Infinitive,
    /// "killing".
    Gerund,
}

/// What is known about a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a separate observation about the group, and any may go together"
)]
pub struct VerbGroup {
    /// Active, passive, or a bare form in -ed that may be either.
    pub voice: Voice,
    /// Finite, infinitive or gerund.
    pub shape: VerbShape,
    /// It holds "not", "never" or an auxiliary with "n't".
    pub negated: bool,
    /// It holds a modal verb other than "will": a token.
    pub modal: Option<usize>,
    /// It holds "will" or "shall".
    pub future: bool,
    /// It holds a form of "have" with a participle.
    pub perfect: bool,
    /// Its main verb reports what somebody says, so that a clause may follow it without "that".
    pub reports: bool,
    /// Its main verb is "be": "were dead".
    pub copula: bool,
}

/// The chunks of a document.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// All chunks, in order; they cover every token.
    pub chunks: Vec<Chunk>,
    chunk_of: Vec<u32>,
    /// The chunks that are noun groups, in order.
    pub nouns: Vec<usize>,
    /// The chunks that are verb groups, in order.
    pub verbs: Vec<usize>,
    /// The chunks that are semicolons, in order.
    semicolons: Vec<usize>,
    /// The chunks that are "including" and "among", in order: what they open is no aside of the list that they stand in.
    inclusions: Vec<usize>,
}

impl Phrases {
    /// Cuts every sentence of `text` into chunks. Dates and names found before are never cut.
    pub fn new(text: &Text<'_>, quantities: &[Quantity], dates: &[DateMention], names: &[NamedSpan]) -> Self {
        let chunks = chunker::chunk(text, quantities, dates, names);
        let mut chunk_of = vec![0; text.tokens.len()];
        let (mut nouns, mut verbs) = (Vec::with_capacity(chunks.len()), Vec::new());
        let (mut semicolons, mut inclusions) = (Vec::new(), Vec::new());
        for (number, chunk) in chunks.iter().enumerate() {
            if let Some(slots) = chunk_of.get_mut(chunk.tokens.clone()) {
                slots.fill(number as u32);
            }
            match chunk.kind {
                ChunkKind::Noun(_) => nouns.push(number),
                ChunkKind::Verb(_) => verbs.push(number),
                ChunkKind::Break if text.is(chunk.head, ";") => semicolons.push(number),
                ChunkKind::Preposition if matches!(text.lower(chunk.head), "including" | "among") => {
                    inclusions.push(number);
                }
                _ => {}
            }
        }
        Self { chunks, chunk_of, nouns, verbs, semicolons, inclusions }
    }

    /// The chunk that `token` lies in.
    #[inline]
    pub fn chunk_at(&self, token: usize) -> Option<usize> {
        self.chunk_of.get(token).map(|chunk| *chunk as usize).filter(|chunk| *chunk < self.chunks.len())
    }

    /// The kind of chunk number `chunk`.
    #[inline]
    pub fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.chunks.get(chunk).map(|chunk| chunk.kind)
    }

    /// The noun group in chunk number `chunk`, if it is one.
    #[inline]
    pub fn noun(&self, chunk: usize) -> Option<NounGroup> {
        match self.kind(chunk) {
            Some(ChunkKind::Noun(group)) => Some(group),
            _ => None,
        }
    }

    /// The verb group in chunk number `chunk`, if it is one.
    #[inline]
    pub fn verb(&self, chunk: usize) -> Option<VerbGroup> {
        match self.kind(chunk) {
            Some(ChunkKind::Verb(group)) => Some(group),
            _ => None,
        }
    }

    /// The chunk after `chunk`, in the same sentence.
    #[inline]
    pub fn next(&self, chunk: usize) -> Option<usize> {
        self.neighbour(chunk, chunk.checked_add(1)?)
    }

    /// The chunk before `chunk`, in the same sentence.
    #[inline]
    pub fn previous(&self, chunk: usize) -> Option<usize> {
        self.neighbour(chunk, chunk.checked_sub(1)?)
    }

    #[inline]
    fn neighbour(&self, chunk: usize, other: usize) -> Option<usize> {
        (self.chunks.get(chunk)?.sentence == self.chunks.get(other)?.sentence).then_some(other)
    }

    /// The noun group that begins at `token`.
    pub fn noun_group_starting_at(&self, token: usize) -> Option<&Chunk> {
        let chunk = self.chunks.get(self.chunk_at(token)?)?;
        (matches!(chunk.kind, ChunkKind::Noun(_)) && chunk.tokens.start == token).then_some(chunk)
    }

    /// The noun group whose last token is the one before `token`.
    pub fn noun_group_ending_at(&self, token: usize) -> Option<&Chunk> {
        let chunk = self.chunks.get(self.chunk_at(token.checked_sub(1)?)?)?;
        (matches!(chunk.kind, ChunkKind::Noun(_)) && chunk.tokens.end == token).then_some(chunk)
    }
}
