//! What stands between a subject and its verb: asides between commas or dashes, relative clauses, phrases behind a noun.

use super::{ChunkKind, Phrases, VerbShape};

impl Phrases {
    /// The comma that opens the aside which the comma in chunk `close` ends.
    pub(super) fn aside_before(&self, close: usize) -> Option<usize> {
        let mut at = self.previous(close)?;
        while !matches!(self.kind(at), Some(ChunkKind::Comma)) {
            at = self.previous(at)?;
        }
        // "…, smashed windows," goes on with the sentence and is no aside.
        // ", 34, a cook," opens before the age.
        while let Some(age) = self.previous(at).filter(|age| self.noun(*age).is_some_and(|group| group.bare)) {
            match self.previous(age).filter(|comma| self.kind(*comma) == Some(ChunkKind::Comma)) {
                Some(comma) => at = comma,
                None => break,
            }
        }
        let goes_on =
            self.next(at).and_then(|next| self.verb(next)).is_some_and(|group| group.shape == VerbShape::Finite);
        let noun = self.previous(at).filter(|before| !goes_on && self.noun(*before).is_some())?;
        // "set fire to a school, a bank and a mill, burned cars …", "showed the square, as men ran in, broke windows …":
        // a list or a clause behind an earlier verb, no aside.
        let ruler = self.previous(noun).and_then(|ruler| self.kind(ruler));
        let clause = self.next(at).is_some_and(|next| self.kind(next) == Some(ChunkKind::Subordinator));
        let governed = ruler == Some(ChunkKind::Preposition) || (clause && matches!(ruler, Some(ChunkKind::Verb(_))));
        (!(governed && self.has_verb_before(at))).then_some(at)
    }

    /// The dash or bracket that opens the aside which the one in chunk `close` ends, where a noun stands before it.
    pub(super) fn aside_between_breaks(&self, close: usize) -> Option<usize> {
        let mut at = self.previous(close)?;
        while self.kind(at) != Some(ChunkKind::Break) {
            at = self.previous(at)?;
        }
        self.previous(at).filter(|noun| self.noun(*noun).is_some()).map(|_| at)
    }

    /// "…, two of whom": the number before a relative word with its preposition.
    pub(super) fn part_before(&self, relative: usize) -> Option<usize> {
        let of = self.previous(relative).filter(|of| self.kind(*of) == Some(ChunkKind::Preposition))?;
        self.previous(of).filter(|part| self.noun(*part).is_some_and(|group| group.bare))
    }

    /// The noun group that the relative word in chunk `relative` stands for.
    pub fn antecedent_of(&self, relative: usize) -> Option<usize> {
        let mut at = self.previous(relative)?;
        while !matches!(self.kind(at)?, ChunkKind::Noun(_)) {
            if matches!(self.kind(at)?, ChunkKind::Verb(_) | ChunkKind::Subordinator) {
                return None;
            }
            at = self.previous(at)?;
        }
        Some(self.before_share(at).unwrap_or_else(|| self.head_of_phrase(at)))
    }

    /// "40 men, half of them cooks, who …": those of whom the share in chunk `noun` is told.
    fn before_share(&self, noun: usize) -> Option<usize> {
        let share = self.previous(noun).filter(|share| self.noun(*share).is_some())?;
        let comma = self.previous(share).filter(|comma| self.kind(*comma) == Some(ChunkKind::Comma))?;
        self.previous(comma).filter(|whole| self.noun(*whole).is_some_and(|group| group.quantity.is_some()))
    }

    /// The noun group at the front of a chain of prepositional phrases that ends in chunk `noun`, if that group counts
    /// something and `noun` does not: "12 men from the port" for "the port".
    pub(super) fn head_of_phrase(&self, noun: usize) -> usize {
        let counted = |chunk: usize| self.noun(chunk).is_some_and(|group| group.quantity.is_some());
        let front = self
            .previous(noun)
            .filter(|before| self.kind(*before) == Some(ChunkKind::Preposition))
            .and_then(|before| self.previous(before))
            .filter(|front| self.noun(*front).is_some());
        match front {
            Some(front) if !counted(noun) && counted(front) => front,
            _ => noun,
        }
    }

    pub(super) fn has_verb_before(&self, chunk: usize) -> bool {
        let mut at = chunk;
        while let Some(before) = self.previous(at) {
            match self.kind(before) {
                Some(ChunkKind::Verb(_)) => return true,
                Some(ChunkKind::Break) => return false,
                _ => at = before,
            }
        }
        false
    }
}
