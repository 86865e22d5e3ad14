//! Asides between commas that tell more of a noun: "the mine, opened in 1999 by a bank, dismissed forty". The date in one is
//! not that of what its sentence tells.

use std::ops::Range;

use super::Dated;
use crate::analysis::DateMention;
use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};

impl Dated<'_, '_> {
    /// The tokens of the aside that holds `mention`, from one comma to the next, which a verb follows.
    pub fn aside(&self, mention: &DateMention) -> Option<Range<usize>> {
        let phrases = &self.reading.phrases;
        let tokens = |chunk: usize| phrases.chunks.get(chunk).map(|chunk| chunk.tokens.clone());
        let mut first = phrases.chunk_at(mention.tokens.start)?;
        loop {
            let before = phrases.previous(first)?;
            match phrases.kind(before)? {
                ChunkKind::Comma => break,
                ChunkKind::Verb(verb) if verb.shape == VerbShape::Finite && verb.voice != Voice::Participle => {
                    return None;
                }
                ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Break | ChunkKind::Mark => return None,
                _ => first = before,
            }
        }
        let comma = phrases.previous(first)?;
        let participle = phrases.verb(first).is_some_and(|verb| verb.voice == Voice::Participle);
        phrases.previous(comma).and_then(|noun| phrases.noun(noun)).filter(|_| participle)?;
        let mut last = phrases.chunk_at(mention.tokens.start)?;
        loop {
            let next = phrases.next(last)?;
            match phrases.kind(next)? {
                ChunkKind::Comma => break,
                ChunkKind::Verb(_) | ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Break => return None,
                _ => last = next,
            }
        }
        let behind = phrases.next(phrases.next(last)?)?;
        let goes_on = phrases.verb(behind).is_some_and(|verb| verb.shape == VerbShape::Finite);
        goes_on.then(|| Some(tokens(first)?.start..tokens(last)?.end)).flatten()
    }
}
