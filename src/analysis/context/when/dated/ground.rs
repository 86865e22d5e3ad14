//! What a sentence turns back to: "jailed on Monday for killing two men in May", "mourned the dead of the blast". The
//! date of the turning is not that of what it turns to, and the other way round.

use crate::analysis::Reading;
use crate::analysis::phrase::{ChunkKind, VerbShape};

/// The token behind which what `token` tells has its dates, where a word before it turns back to it.
pub(super) fn lead(reading: &Reading<'_>, token: usize) -> Option<usize> {
    let (phrases, text) = (&reading.phrases, &reading.text);
    let own = phrases.chunk_at(token)?;
    let mut chunk = own;
    loop {
        chunk = phrases.previous(chunk)?;
        for at in phrases.chunks.get(chunk)?.tokens.clone().rev() {
            let leads = text.word(at).leads;
            if leads.is_empty() {
                continue;
            }
            let behind = (at + 1..token).rev().find(|lead| leads.iter().any(|word| word == text.lower(*lead)));
            if let Some(lead) = behind.or_else(|| leads.iter().any(|word| word == "-").then_some(at)) {
                // ", killing six" behind a list of nouns goes with the verb before, not with what is led to.
                let listed = phrases.previous(own).is_some_and(|before| phrases.kind(before) == Some(ChunkKind::Comma));
                return (!listed || text.lower(lead + 1).ends_with("ing")).then_some(lead);
            }
        }
        let over = match phrases.kind(chunk)? {
            ChunkKind::Verb(verb) => verb.shape == VerbShape::Finite,
            // "found 58 dead: 43 men and 15 women"
            ChunkKind::Break => text.lower(phrases.chunks.get(chunk)?.head) != ":",
            ChunkKind::Relative | ChunkKind::Subordinator => true,
            _ => false,
        };
        if over {
            return None;
        }
    }
}
