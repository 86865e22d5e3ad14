//! How near a date stands to a claim, by grammar.

use super::super::clause::{Clause, Clauses, Link, Tense};
use super::super::nature::{is_of_harm, is_of_victims};
use super::Dated;
use crate::analysis::claim::Modality;
use crate::analysis::date::COUNTED_BACK;
use crate::analysis::phrase::{Chunk, ChunkKind, VerbShape};
use crate::analysis::text::TokenKind;
use crate::analysis::{Claim, DateMention};
use crate::vocabulary::calendar::{self, Sense};
use crate::vocabulary::geography;

/// How many tokens before a date the noun may begin that it stands behind: "the crash on the coast road on Friday".
const NOUN_REACH: usize = 8;

/// How near a date stands to a claim, by grammar; the first is the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// In the claim's own clause.
    Clause,
    /// In its clause, but as a part of a noun: "the violence of the previous day".
    Noun,
    /// At the head of the sentence.
    Head,
    /// In the clause that the claim's clause hangs on.
    Above,
    /// In a clause that hangs on the claim's, or beside it.
    Below,
}

impl Dated<'_, '_> {
    /// How near `mention` stands to `claim`, which the word at `token` tells; `None` where it does not date it.
    pub(super) fn nearness(
        &self,
        clauses: &Clauses,
        token: usize,
        claim: &Claim,
        mention: &DateMention,
    ) -> Option<Nearness> {
        let (own, other) = (clauses.of(token), clauses.of(mention.tokens.start));
        let own_clause = clauses.get(own)?;
        // "imposed a curfew on Tuesday after clashes that left nine dead"
        if is_of_harm(claim) && self.comes_before(mention, token) {
            return None;
        }
        if own == other {
            let noun = self.is_part_of_a_noun(mention) && !claim.span.overlaps(&mention.span);
            // "arrested a man over Friday's shooting"
            if noun && !is_of_harm(claim) && self.follows_harm(mention) {
                return None;
            }
            return Some(if noun { Nearness::Noun } else { Nearness::Clause });
        }
        let head = clauses.is_at_head(mention.tokens.start, own);
        if own_clause.tense == Tense::Pluperfect && !head {
            return None;
        }
        // What is said has its own time: "said on Friday that".
        if clauses.is_said(own, other) {
            return None;
        }
        let above = clauses.hangs_on(own, other);
        // "a rally on Sunday after nine were killed": they were killed before it.
        if own_clause.after && (above || head) && is_of_victims(claim) && !self.tells_of_harm(mention) {
            return None;
        }
        // "the raid of 5 May, in which nine were killed"
        let of_its_noun = own_clause.within && own_clause.parent == Some(other);
        if own_clause.link == Link::Relative && !of_its_noun {
            // A finite relative clause may tell of another time than what it is hung on.
            if above && !head && self.is_part_of_a_noun(mention) && !self.follows_harm(mention) {
                return None;
            }
            // "On Friday crowds greeted the men who had hidden the wounded": harm told in passing has its own time.
            if is_of_harm(claim) && !self.is_ahead(mention) && !self.tells_of_harm(mention) {
                return None;
            }
        }
        if head {
            return Some(Nearness::Head);
        }
        if above {
            return Some(Nearness::Above);
        }
        // "are on their way and should arrive tomorrow"
        let ahead = |clause: &Clause| clause.tense == Tense::Future;
        if clauses.get(other).is_some_and(ahead) && !ahead(own_clause) && self.is_ahead(mention) {
            return None;
        }
        let below = clauses.follows(other, own);
        let beside = clauses
            .get(other)
            .is_some_and(|clause| clause.parent == own_clause.parent && clause.link == own_clause.link);
        // "four of them were among the dozen who died when it sank on Friday"
        let victims = is_of_victims(claim)
            && token < mention.tokens.start
            && clauses.get(other).is_some_and(|clause| clause.link == Link::Time);
        (below || victims || (beside && own_clause.link != Link::Relative)).then_some(Nearness::Below)
    }

    /// Whether the claim told at `token` is what the act dated by `mention` followed on: "on Tuesday after days of riots".
    fn comes_before(&self, mention: &DateMention, token: usize) -> bool {
        let text = &self.reading.text;
        let behind = mention.tokens.end;
        text.lower(behind) == "after" && token > behind && !self.tells_of_harm(mention)
    }

    /// Whether what `mention` dates is harm: its clause has such a verb or subject, it stands right behind such a noun
    /// ("the crash on Friday") or belongs to one ("Friday's crash").
    pub fn tells_of_harm(&self, mention: &DateMention) -> bool {
        let (text, phrases) = (&self.reading.text, &self.reading.phrases);
        let harm = |token: usize| text.word(token).is_harm;
        if self.follows_harm(mention) {
            return true;
        }
        let sentence = text.sentence_at(mention.span.start);
        let Some(clauses) = self.clauses(sentence) else { return false };
        let clause = clauses.of(mention.tokens.start);
        if self.harmed.contains(&(sentence, clause)) {
            return true;
        }
        let mut before = phrases.chunk_at(mention.tokens.start).and_then(|chunk| phrases.previous(chunk));
        while let Some(chunk) = before {
            let Some(found) = phrases.chunks.get(chunk) else { break };
            // "the shooting in the town last month" may pass for a verb.
            let finite = phrases.verb(chunk).is_some_and(|verb| verb.shape == VerbShape::Finite);
            let named = phrases.noun(chunk).is_some() || phrases.verb(chunk).is_some();
            // "mourned the dead on Friday": those are people.
            let people = matches!(text.lower(found.head), "dead" | "wounded" | "injured" | "killed");
            if !finite && named && !people && harm(found.head) {
                return true;
            }
            if phrases.verb(chunk).is_some() || mention.tokens.start - found.tokens.start > NOUN_REACH {
                break;
            }
            before = phrases.previous(chunk);
        }
        let Some(range) = text.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return false };
        let mut chunk = phrases.chunk_at(range.start);
        while let Some(at) = chunk {
            if let (Some(verb), Some(found)) = (phrases.verb(at), phrases.chunks.get(at))
                && verb.shape == VerbShape::Finite
                && clauses.of(found.head) == clause
            {
                let subject = phrases.subject_of(at).and_then(|subject| phrases.chunks.get(subject));
                let particle = text.lower(found.tokens.end);
                // "talks collapsed": what falls without being a thing is no harm
                let thing = subject.is_none_or(|subject| self.may_fall(subject));
                return harm(found.head) && (thing || !geography::get().is_accident(text.lower(found.head)))
                    || geography::get().is_harm_with(text.lower(found.head), particle)
                    || subject.is_some_and(|subject| harm(subject.head));
            }
            chunk = phrases.next(at);
        }
        false
    }

    /// Whether the noun group is of a thing, a person or a place, or first told of: "a shed".
    fn may_fall(&self, subject: &Chunk) -> bool {
        let text = &self.reading.text;
        let head = text.word(subject.head);
        let new =
            matches!(text.lower(subject.tokens.start), "a" | "an") || text.word(subject.tokens.start).number.is_some();
        new || head.group.is_some()
            || head.place_noun.is_some()
            || head.is_harm
            || head.class.is_some()
            || matches!(subject.kind, ChunkKind::Noun(group) if group.name)
    }

    /// "Friday's deadly crash", said of the harm that the article is about.
    pub fn names_harm(&self, mention: &DateMention) -> bool {
        (is_possessive(self.reading.text.lower(mention.tokens.end)) || mention.rule == COUNTED_BACK)
            && self.follows_harm(mention)
    }

    /// "Friday's deadly crash", "the 2004 tsunami", "two days after the crash".
    fn follows_harm(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let possessive = usize::from(is_possessive(text.lower(mention.tokens.end)));
        let article = mention.rule == COUNTED_BACK && matches!(text.lower(mention.tokens.end), "the" | "a" | "an");
        let start = mention.tokens.end + possessive + usize::from(article);
        (start..start + 3)
            .take_while(|token| {
                text.tokens.get(*token).is_some_and(|token| token.kind == TokenKind::Word)
                    && text.word(*token).class.is_none()
            })
            .any(|token| text.word(token).is_harm)
    }

    /// "due in court on Friday", "ahead of Sunday's vote", "a rally for Monday": the date of something else, still to come.
    pub(super) fn is_yet_to_come(&self, mention: &DateMention, claim: &Claim) -> bool {
        let text = &self.reading.text;
        let start = mention.tokens.start;
        let word = |back: usize| start.checked_sub(back).map_or("", |token| text.lower(token));
        let led = word(1) == "of" && word(2) == "ahead"
            || word(1) == "before" && is_possessive(text.lower(mention.tokens.end));
        let ahead = matches!(
            (self.reading.published_on, mention.date.first_day()),
            (Some(report), Some(day)) if day > report
        );
        // "called a strike for Friday" is dated by the day that it is for.
        let called = matches!(claim.event, "strike" | "protest") && word(1) == "for" && !led;
        led || ahead
            && !called
            && mention.date.from.is_some()
            && claim.modality == Modality::Fact
            && self.is_set_for(mention)
    }

    /// Whether "due", "set", "scheduled", "for" stands between the verb before and the date.
    fn is_set_for(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let start = mention.tokens.start;
        let ahead = |word: &str| word == "set" || calendar::get().senses(word).contains(&Sense::Future);
        text.lower(start.saturating_sub(1)) == "for"
            || (start.saturating_sub(10)..start).any(|token| ahead(text.lower(token)))
    }

    fn begins_sentence(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let sentence = text.sentences.get(text.sentence_at(mention.span.start));
        sentence.is_some_and(|sentence| sentence.tokens.start == mention.tokens.start)
    }

    /// "the violence of the previous day", "Friday's events", "the 2004 flood": the date belongs to a noun.
    pub fn is_part_of_a_noun(&self, mention: &DateMention) -> bool {
        let text = &self.reading.text;
        let before = mention.tokens.start.checked_sub(1).map_or("", |before| text.lower(before));
        let after = text.lower(mention.tokens.end);
        let part_of_day = mention.tokens.start.checked_sub(2).is_some_and(|part| is_part_of_day(text.lower(part)));
        let which = mention.rule == "year"
            && (matches!(before, "the" | "a" | "an" | "his" | "her" | "its" | "their")
                || self.begins_sentence(mention))
            && text.tokens.get(mention.tokens.end).is_some_and(|token| token.kind == TokenKind::Word)
            && crate::vocabulary::grammar::get().class(after).is_none();
        before == "of" && !part_of_day || matches!(after, "'s" | "’s") || which
    }
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

/// "on the evening of March 19th": the part leaves the day what it is.
fn is_part_of_day(word: &str) -> bool {
    let part = |sense: &Sense| matches!(sense, Sense::TimeOfDay | Sense::Unit(_) | Sense::Units(_));
    word == "eve" || calendar::get().senses(word).iter().any(part)
}
