//! Lists of noun groups: "two officers and a civilian", "a hotel, three shops and dozens of other buildings".

use smallvec::{SmallVec, smallvec};

use super::{ChunkKind, Phrases, VerbShape, Voice};

/// The noun groups of a list. Nearly all have few, and the lists of a text are asked for over and over.
pub type Members = SmallVec<[usize; 6]>;

/// How many prepositional phrases may stand behind a member of a list.
const PHRASES_BEHIND: usize = 3;

/// A list is read no further than this many members to each side, so that a text of commas alone costs no more.
const LONGEST: usize = 60;

impl Phrases {
    /// `first` and the members of its list behind it, up to one that is rather the subject of a new clause. A member may
    /// have prepositional phrases behind it.
    pub fn objects_from(&self, first: usize) -> Members {
        self.listed_from(first, true)
    }

    /// `first` and the members of its list behind it, where all together are the subject of what follows.
    pub fn list_from(&self, first: usize) -> Members {
        self.listed_from(first, false)
    }

    fn listed_from(&self, first: usize, are_objects: bool) -> Members {
        let mut members: Members = smallvec![first];
        let mut joined = false;
        let mut at = first;
        let mut certain = 1;
        while let Some((member, conjunction)) = self.next_member(at).filter(|_| members.len() < LONGEST) {
            members.push(member);
            joined |= conjunction;
            at = member;
            if conjunction || !joined || self.is_counted(member) {
                certain = members.len();
            }
        }
        // "… and his driver, Jan Holub": what a comma adds behind the last member tells more of it.
        members.truncate(certain);
        let finite = |last: usize| {
            self.next(last).and_then(|verb| self.verb(verb)).is_some_and(|verb| {
                verb.shape == VerbShape::Finite && (verb.voice != Voice::Participle || verb.reports)
            })
        };
        // "fired gas, and 40 people needed treatment": the verb behind the last one has an object of its own.
        let active = |last: usize| {
            self.next(last)
                .filter(|verb| self.verb(*verb).is_some_and(|verb| verb.voice == Voice::Participle))
                .and_then(|verb| self.object_of(verb))
                .is_some_and(|object| self.noun(object).is_some_and(|group| group.quantity.is_none()))
        };
        if are_objects && members.last().is_some_and(|last| *last > first && (finite(*last) || active(*last))) {
            let last = members.pop();
            // "killed six, doctors and officials said": both of them say so.
            let says = last.and_then(|last| self.next(last)).and_then(|verb| self.verb(verb));
            let comma =
                |member: usize| self.previous(member).is_some_and(|mark| self.kind(mark) == Some(ChunkKind::Comma));
            if says.is_some_and(|verb| verb.reports)
                && last.is_some_and(|last| !comma(last))
                && members.last().is_some_and(|member| members.len() > 1 && comma(*member) && !self.is_counted(*member))
            {
                members.pop();
            }
        }
        if joined || self.all_counted(&members) { self.without_appositions(members) } else { smallvec![first] }
    }

    /// `last` and the members of its list before it, but for a first one that is rather the object of an earlier verb or
    /// preposition.
    pub fn subjects_from(&self, last: usize) -> Members {
        let mut members: Members = self.list_around(last).into_iter().filter(|member| *member <= last).collect();
        // "said two men and a boy were hurt" counts all three, "killed two men and a boy was hurt" one.
        let governed = members.first().and_then(|first| self.previous(*first)).is_some_and(|before| {
            self.kind(before) == Some(ChunkKind::Preposition)
                || self
                    .verb(before)
                    .is_some_and(|group| !group.copula && !group.reports && group.voice != Voice::Passive)
        });
        if governed && members.len() > 1 {
            let head = members.first().and_then(|first| self.head_before(*first));
            members.remove(0);
            if let Some(head) = head {
                members.insert(0, head);
            }
        }
        members
    }

    /// The noun group to which the phrases that end in chunk `noun` belong, where it opens its clause: "A mother from Lund
    /// and her two sons …", "Ona Brisk, mayor of Lund, and her driver …".
    fn head_before(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..LONGEST {
            let before = self.previous(at);
            at = match before.and_then(|before| self.kind(before)) {
                Some(ChunkKind::Preposition) => {
                    let ruler = before.and_then(|preposition| self.previous(preposition))?;
                    let ruler = if self.kind(ruler) == Some(ChunkKind::Comma) { self.previous(ruler)? } else { ruler };
                    self.noun(ruler).map(|_| ruler)?
                }
                Some(ChunkKind::Comma) => {
                    let named = before.and_then(|comma| self.previous(comma));
                    match named.filter(|named| self.noun(*named).is_some_and(|group| group.name || group.bare)) {
                        Some(named) => named,
                        None => break,
                    }
                }
                Some(ChunkKind::Verb(group)) => {
                    return (group.copula || group.reports || group.voice == Voice::Passive).then_some(at);
                }
                _ => break,
            };
        }
        (at != noun).then_some(at)
    }

    /// The noun groups of the list that chunk `noun` belongs to, `noun` among them, in order: "two officers and a
    /// civilian", "A, B and C".
    pub fn list_around(&self, noun: usize) -> Members {
        let mut members: Members = smallvec![noun];
        let mut at = noun;
        while let Some(before) = self
            .neighbour_in_list(at, |chunk| self.previous(chunk))
            .map(|before| self.counted_ruler(at, before))
            .filter(|_| members.len() < LONGEST)
        {
            members.insert(0, before);
            at = before;
        }
        at = noun;
        while let Some(after) =
            self.neighbour_in_list(at, |chunk| self.next(chunk)).filter(|_| members.len() < 2 * LONGEST)
        {
            members.push(after);
            at = after;
        }
        // Commas alone make an apposition, not a list, unless every member is counted ("3 guards, 2 nurses hurt").
        let first = members.first().copied().unwrap_or(noun);
        let last = members.last().copied().unwrap_or(noun);
        let joined = (first..=last).any(|chunk| self.kind(chunk) == Some(ChunkKind::Conjunction));
        if joined || self.all_counted(&members) { self.without_appositions(members) } else { smallvec![noun] }
    }

    /// "12 in Aru, five in Bela and three at sea died": of counted members that each have their place, the counted one.
    fn counted_ruler(&self, member: usize, before: usize) -> usize {
        if self.is_counted(before) || !self.is_counted(member) {
            return before;
        }
        let place = self.previous(before).filter(|place| self.kind(*place) == Some(ChunkKind::Preposition));
        let ruler = place.and_then(|place| self.previous(place));
        ruler.filter(|ruler| self.is_counted(*ruler)).unwrap_or(before)
    }

    fn is_counted(&self, member: usize) -> bool {
        self.noun(member).is_some_and(|group| group.quantity.is_some())
    }

    fn all_counted(&self, members: &[usize]) -> bool {
        members.iter().all(|member| self.is_counted(*member))
    }

    /// The members without those that say between commas who the one before is: "Ona Brisk, a welder, and her son",
    /// "the judge, Ona Brisk, and her driver".
    fn without_appositions(&self, members: Members) -> Members {
        let mut kept: Members = Members::with_capacity(members.len());
        let mut before = None;
        for member in members {
            if before.is_some_and(|before| self.is_apposition(before, member)) {
                continue;
            }
            kept.push(member);
            // An age between commas hides nobody.
            if !self.noun(member).is_some_and(|group| group.bare) {
                before = Some(member);
            }
        }
        kept
    }

    fn is_apposition(&self, before: usize, member: usize) -> bool {
        let Some((left, right)) = self.noun(before).zip(self.noun(member)) else { return false };
        let comma = self.previous(member).is_some_and(|comma| self.kind(comma) == Some(ChunkKind::Comma));
        if !comma || left.quantity.is_some() || right.quantity.is_some() {
            return false;
        }
        let close = self.next(member);
        let closed = close.is_none_or(|close| {
            matches!(self.kind(close), Some(ChunkKind::Comma | ChunkKind::Break | ChunkKind::Mark))
        });
        // "Ona Brisk, a welder, a cook and a driver" are four people.
        let another = close
            .and_then(|close| self.next(close))
            .and_then(|next| self.noun(next))
            .is_some_and(|next| next.article && !next.name);
        closed
            && match (left.name, right.name) {
                (true, false) => right.article && !another,
                (false, true) => left.determiner.is_some(),
                _ => false,
            }
    }

    /// The member behind `from`, and whether a conjunction stands between.
    fn next_member(&self, from: usize) -> Option<(usize, bool)> {
        let mut at = from;
        for _ in 0..PHRASES_BEHIND {
            let inner = self.next(at).filter(|next| self.kind(*next) == Some(ChunkKind::Preposition));
            match inner.and_then(|preposition| self.next(preposition)).filter(|noun| self.noun(*noun).is_some()) {
                Some(noun) => at = noun,
                None => break,
            }
        }
        at = self.aside_behind(at).unwrap_or(at);
        let Some(member) = self.neighbour_in_list(at, |chunk| self.next(chunk)) else {
            return self.behind_semicolon(from).map(|member| (member, true));
        };
        Some((member, (at..member).any(|chunk| self.kind(chunk) == Some(ChunkKind::Conjunction))))
    }

    /// The noun that ends an aside which a preposition opens, where the list goes on behind it: "Ona Brisk, 42, of Lund, …".
    fn aside_behind(&self, at: usize) -> Option<usize> {
        let comma = self.next(at).filter(|comma| self.kind(*comma) == Some(ChunkKind::Comma))?;
        let preposition = self.next(comma).filter(|next| self.kind(*next) == Some(ChunkKind::Preposition))?;
        if self.inclusions.binary_search(&preposition).is_ok() {
            return None;
        }
        let noun = self.next(preposition).filter(|noun| self.noun(*noun).is_some())?;
        let close = self.next(noun)?;
        matches!(self.kind(close), Some(ChunkKind::Comma | ChunkKind::Conjunction)).then_some(noun)
    }

    /// The first noun group behind the next semicolon, where no clause of its own follows there: "Ona Brisk, 42; a teacher
    /// known as Jan; and a guard".
    fn behind_semicolon(&self, from: usize) -> Option<usize> {
        let semicolon = *self.semicolons.get(self.semicolons.partition_point(|mark| *mark <= from))?;
        let sentence = self.chunks.get(from)?.sentence;
        if self.chunks.get(semicolon)?.sentence != sentence || !self.is_without_clause(from, semicolon) {
            return None;
        }
        let first = self.next(semicolon)?;
        let first = if self.kind(first) == Some(ChunkKind::Conjunction) { self.next(first)? } else { first };
        let end = self.semicolons.get(self.semicolons.partition_point(|mark| *mark <= first));
        let end = end.copied().unwrap_or(self.chunks.len());
        (self.noun(first).is_some() && self.is_without_clause(first, end)).then_some(first)
    }

    /// Whether no verb between the two chunks makes a clause, but for those behind "who" and "which".
    fn is_without_clause(&self, from: usize, end: usize) -> bool {
        let sentence = self.chunks.get(from).map(|chunk| chunk.sentence);
        (from..end)
            .take_while(|chunk| self.chunks.get(*chunk).map(|chunk| chunk.sentence) == sentence)
            .filter(|chunk| {
                self.verb(*chunk).is_some_and(|verb| verb.shape == VerbShape::Finite && verb.voice != Voice::Participle)
            })
            .all(|verb| {
                // "who fled", "whose names were withheld"
                let who = self.previous(verb).filter(|noun| self.noun(*noun).is_some());
                let who = who.and_then(|noun| self.previous(noun)).or_else(|| self.previous(verb));
                [who, self.previous(verb)].into_iter().flatten().any(|who| self.kind(who) == Some(ChunkKind::Relative))
            })
    }

    fn neighbour_in_list(&self, from: usize, step: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        let mut at = step(from)?;
        if self.kind(at) == Some(ChunkKind::Comma) {
            at = step(at)?;
            if self.kind(at) == Some(ChunkKind::Conjunction) {
                at = step(at)?;
            }
        } else if self.kind(at) == Some(ChunkKind::Conjunction) {
            at = step(at)?;
            if self.kind(at) == Some(ChunkKind::Comma) {
                at = step(at)?;
            }
        } else {
            return None;
        }
        // "30 men, 12 of whom died": the 12 begin a clause.
        let clause = self
            .next(at)
            .filter(|of| self.kind(*of) == Some(ChunkKind::Preposition))
            .and_then(|of| self.next(of))
            .is_some_and(|whom| self.kind(whom) == Some(ChunkKind::Relative));
        self.noun(at).filter(|_| !clause).map(|_| at)
    }
}
