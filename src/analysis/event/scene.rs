//! What the readers of events look at: the chunks of a document, the classes of their nouns, and their wording.

mod class;

use std::cell::OnceCell;
use std::ops::Range;

use smallvec::smallvec;

use crate::analysis::Reading;
use crate::analysis::name::NameKind;
use crate::analysis::phrase::{ChunkKind, Members, Phrases, VerbShape, Voice};
use crate::analysis::text::Text;
use crate::vocabulary::events::{self, EventWords, Trigger};

use super::pronoun;

/// A document under the eyes of the event readers.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) text: &'a Text<'a>,
    pub(super) phrases: &'a Phrases,
    pub(super) words: &'static EventWords,
    /// What the document is about; its words are counted on first use.
    matters: OnceCell<Matters>,
    /// The classes of each chunk that was asked about.
    classes: Vec<OnceCell<class::Classes>>,
    /// The list of each chunk that was asked about.
    lists: Vec<OnceCell<Members>>,
}

/// What the words of a document say of all of it.
#[derive(Clone, Copy)]
struct Matters {
    /// It speaks of a flood, a quake or the like more than in passing.
    disaster: bool,
    /// It names what blows up by itself (a boiler, mine gas) and nothing that somebody sets off.
    accident: bool,
    /// It speaks of arms that strike from afar more than of people who stop work.
    air_war: bool,
}

impl Matters {
    fn of(text: &Text<'_>) -> Self {
        let (mut disaster, mut hazard, mut assault_arms, mut air_arms, mut walkout) = (0, 0, 0, 0, 0);
        for token in 0..text.tokens.len() {
            let matter = text.word(token).matter;
            disaster += u32::from(matter.disaster);
            hazard += u32::from(matter.hazard);
            assault_arms += u32::from(matter.assault_arms);
            air_arms += u32::from(matter.air_arms);
            walkout += u32::from(matter.walkout);
        }
        Self { disaster: disaster > 1, accident: hazard > 0 && assault_arms == 0, air_war: air_arms > walkout }
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            text: &reading.text,
            phrases: &reading.phrases,
            words: events::get(),
            matters: OnceCell::new(),
            classes: vec![OnceCell::new(); reading.phrases.chunks.len()],
            lists: vec![OnceCell::new(); reading.phrases.chunks.len()],
        }
    }

    /// The tokens of a chunk.
    pub(super) fn tokens(&self, chunk: usize) -> Range<usize> {
        self.phrases.chunks.get(chunk).map_or(0..0, |chunk| chunk.tokens.clone())
    }

    /// The token that a chunk is about.
    pub(super) fn head(&self, chunk: usize) -> usize {
        self.phrases.chunks.get(chunk).map_or(0, |chunk| chunk.head)
    }

    /// The main word of a chunk in lower case.
    pub(super) fn head_word(&self, chunk: usize) -> &str {
        self.text.lower(self.head(chunk))
    }

    /// Whether the words from `token` on are one of `phrases`: the token after the longest that is.
    pub(super) fn words_at(&self, token: usize, phrases: &[Vec<String>]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.phrase_end(token, phrase)).max()
    }

    /// The token behind `phrase` where it stands at `token`; of a preposition and its noun also with other words between
    /// ("with volleys of tear gas" is "with tear gas", "with heavy machine-gun fire" is "with fire").
    pub(super) fn phrase_end(&self, token: usize, phrase: &[String]) -> Option<usize> {
        if self.is_phrase_at(token, phrase) {
            return Some(token + phrase.len());
        }
        let (preposition, words) = phrase.split_first()?;
        // "with his baton" is "with a baton".
        let words = words.strip_prefix(&["a".to_owned()]).unwrap_or(words);
        if words.is_empty() || !matches!(preposition.as_str(), "with" | "into") || !self.text.is(token, preposition) {
            return None;
        }
        let noun = self.phrases.chunk_at(token + 1).filter(|noun| self.phrases.noun(*noun).is_some())?;
        let inner = || {
            let of = self.phrases.next(noun).filter(|of| self.phrases.is_word(self.text, *of, "of"))?;
            self.phrases.next(of)
        };
        [Some(noun), inner()].into_iter().flatten().map(|noun| self.tokens(noun).end).find(|end| {
            let first = end.saturating_sub(words.len());
            first > token && self.is_phrase_at(first, words)
        })
    }

    /// Whether the word at `token` rules the sense out.
    pub(super) fn is_avoided(&self, token: usize, sense: &Trigger) -> bool {
        self.text.word(token).is_avoided && sense.avoid.iter().any(|avoided| avoided == self.text.lower(token))
    }

    /// Whether the words from `token` on are `phrase`.
    pub(super) fn is_phrase_at(&self, token: usize, phrase: &[String]) -> bool {
        phrase.iter().enumerate().all(|(number, word)| self.text.is(token + number, word))
    }

    /// Whether the document speaks of a flood, a quake or the like more than in passing.
    pub(super) fn is_of_disaster(&self) -> bool {
        self.matters().disaster
    }

    /// Whether the document names what blows up by itself (a boiler, mine gas) and nothing that somebody sets off.
    pub(super) fn is_of_accident(&self) -> bool {
        self.matters().accident
    }

    /// Whether the document speaks of arms that strike from afar more than of people who stop work.
    pub(super) fn is_of_air_war(&self) -> bool {
        self.matters().air_war
    }

    fn matters(&self) -> Matters {
        *self.matters.get_or_init(|| Matters::of(self.text))
    }

    /// Whether the noun group is one human being or comes with a number, so that it is counted.
    pub(super) fn is_counted(&self, noun: usize) -> bool {
        let group = self.phrases.noun(noun);
        if group.is_some_and(|group| group.pronoun) {
            return matches!(self.head_word(noun), "he" | "him" | "himself" | "she" | "her" | "herself" | "i" | "me");
        }
        let many = ["group", "crowd", "body_of_staff", "force", "organisation"];
        group.is_some_and(|group| group.quantity.is_some())
            || (pronoun::one_person(self, noun)
                && !many.iter().any(|class| self.words.is_of_class(self.head_word(noun), class)))
    }

    /// Whether the noun group says who is meant only by way of somebody else: "he", "its leader".
    pub(super) fn is_relative_to_another(&self, noun: usize) -> bool {
        let first = self.text.lower(self.tokens(noun).start);
        self.phrases.noun(noun).is_none_or(|group| group.pronoun) || matches!(first, "his" | "her" | "its" | "their")
    }

    /// Whether the chunk stands in a headline.
    pub(super) fn is_headline(&self, chunk: usize) -> bool {
        let sentence = self.phrases.chunks.get(chunk).and_then(|chunk| self.text.sentences.get(chunk.sentence));
        sentence.is_some_and(|sentence| sentence.headline)
    }

    /// Whether the sentence is all capitals, so that they say nothing.
    fn is_loud(&self, chunk: usize) -> bool {
        let sentence = self.phrases.chunks.get(chunk).and_then(|chunk| self.text.sentences.get(chunk.sentence));
        sentence.is_some_and(|sentence| !sentence.span.of(self.text.source).chars().any(char::is_lowercase))
    }

    fn is_all_capitals(&self, token: usize) -> bool {
        self.text.raw(token).chars().all(|character| !character.is_lowercase())
    }

    /// What the name that covers `token` names.
    pub(super) fn name_kind(&self, token: usize) -> Option<NameKind> {
        let names = &self.reading.names;
        let after = names.partition_point(|name| name.tokens.end <= token);
        names.get(after).filter(|name| name.tokens.contains(&token)).map(|name| name.kind)
    }

    /// Whether the noun group in `chunk` names a place.
    pub(super) fn is_place_name(&self, chunk: usize) -> bool {
        let head = self.head(chunk);
        if let Some(kind) = self.name_kind(head) {
            return kind == NameKind::Place;
        }
        let determined = self.phrases.noun(chunk).is_none_or(|group| group.determiner.is_some() || group.pronoun);
        !determined
            && !self.words.is_listed(self.text.lower(head))
            && self.text.capitalised(head)
            && (!self.is_all_capitals(head) || self.is_loud(chunk))
    }

    /// The noun groups of the list that `chunk` belongs to, or it alone.
    pub(super) fn list(&self, chunk: usize) -> Members {
        let known = self.lists.get(chunk).map(|known| known.get_or_init(|| self.read_list(chunk)));
        known.map_or_else(|| smallvec![chunk], |list| Members::from_slice(list))
    }

    fn read_list(&self, chunk: usize) -> Members {
        let list = self.phrases.list_around(chunk);
        // "…, but the army": another clause, no further member.
        let Some(own) = list.iter().position(|member| *member == chunk) else {
            return smallvec![chunk];
        };
        // "two were shot dead and 400 houses burned"
        let state = |noun: usize| {
            matches!(self.text.lower_span(self.text.span(self.tokens(noun))), "dead" | "alive" | "unhurt")
        };
        let parted = |left: usize, right: usize| {
            state(left) || (left..right).any(|between| self.phrases.is_word(self.text, between, "but"))
        };
        let start = (0..own).rev().find(|at| parted(list[*at], list[at + 1])).map_or(0, |at| at + 1);
        let end = (own + 1..list.len()).find(|at| parted(list[at - 1], list[*at])).unwrap_or(list.len());
        let mut list = Members::from_slice(&list[start..end]);
        if let Some(last) = list.pop() {
            if list.first().is_none_or(|first| !self.begins_clause(*first, last)) {
                list.push(last);
            } else if last == chunk {
                return smallvec![last];
            } else {
                return list;
            }
        }
        while let Some(further) = list.last().and_then(|last| self.member_behind_of(*last)) {
            list.push(further);
        }
        list
    }

    /// Whether behind "shelled the town and rockets hit …" the last member of what looks like a list is the subject of a
    /// clause of its own: a verb governs the first, and another follows the last.
    pub(super) fn begins_clause(&self, first: usize, last: usize) -> bool {
        let phrases = self.phrases;
        // "was placed under arrest and his offices were raided": the preposition belongs to the verb before it.
        let ruler = phrases.previous(first).and_then(|ruler| match phrases.kind(ruler)? {
            ChunkKind::Preposition if phrases.noun(last)?.determiner.is_some() => phrases.previous(ruler),
            _ => Some(ruler),
        });
        let governor = ruler.and_then(|verb| phrases.verb(verb));
        let before = phrases.previous(first);
        let active = |verb: usize| {
            // "the men and women killed in May" has a participle, "a mortar hit a ward" a verb with an object.
            phrases.verb(verb).is_some_and(|group| {
                group.voice != Voice::Participle && group.shape == VerbShape::Finite
                    || phrases.object_of(verb).is_some()
            })
        };
        // "shot at the camp, and two men fell": a comma before "and" parts no pair; nor is a number the fellow of a bare word.
        let apart = || {
            let preposition = before.and_then(|before| phrases.kind(before)) == Some(ChunkKind::Preposition);
            let and = phrases.previous(last).filter(|and| phrases.kind(*and) == Some(ChunkKind::Conjunction));
            let pair = phrases.list_around(first).len() == 2;
            let bare = |noun: usize| {
                phrases.noun(noun).is_some_and(|group| group.determiner.is_none() && group.quantity.is_none())
            };
            let counted = phrases.noun(last).is_some_and(|group| group.quantity.is_some());
            preposition
                && pair
                && and.is_some_and(|and| {
                    phrases.previous(and).is_some_and(|comma| phrases.kind(comma) == Some(ChunkKind::Comma))
                        || (counted && bare(first) && !self.is_place_name(first))
                })
        };
        (governor.is_some_and(|group| !group.reports && !group.copula) || apart())
            && phrases.next(last).is_some_and(active)
    }

    /// For "a state" in "a state of emergency and a curfew" the group "a curfew".
    fn member_behind_of(&self, noun: usize) -> Option<usize> {
        let end = self.phrases.noun_phrase(self.text, noun).end;
        let last = self.phrases.chunk_at(end.checked_sub(1)?).filter(|last| *last > noun)?;
        let and = self.phrases.next(last).filter(|and| self.phrases.is_word(self.text, *and, "and"))?;
        let member = self.phrases.next(and).filter(|member| self.phrases.noun(*member).is_some())?;
        let verb = self.phrases.next(member).and_then(|behind| self.phrases.verb(behind));
        verb.is_none_or(|group| group.shape != VerbShape::Finite).then_some(member)
    }

    /// The tokens of the full noun phrase: the list with the of-phrases of its last member.
    pub(super) fn phrase_tokens(&self, chunk: usize) -> Range<usize> {
        let members = self.list(chunk);
        let first = members.first().copied().unwrap_or(chunk);
        let last = members.last().copied().unwrap_or(chunk);
        self.tokens(first).start..self.phrases.noun_phrase(self.text, last).end
    }

    /// The noun group that says who is meant: itself, or for a pronoun the group that it stands for, which is not `other`.
    pub(super) fn resolved(&self, noun: usize, other: Option<usize>) -> Option<usize> {
        let pronoun = self.phrases.noun(noun)?.pronoun;
        let word = self.head_word(noun);
        // "about 150 of them"
        let pronoun = pronoun || matches!(word, "them" | "whom");
        if pronoun && !pronoun::is_indefinite(word) {
            return pronoun::antecedent(self, noun, other);
        }
        // "fired on those who fled"
        let told_who = matches!(word, "those" | "these")
            && self.phrases.next(noun).is_some_and(|next| {
                self.kind(next) == Some(ChunkKind::Relative)
                    || self.phrases.verb(next).is_some_and(|group| group.shape == VerbShape::Gerund)
            });
        if told_who {
            return Some(noun);
        }
        (!matches!(word, "this" | "these" | "that" | "those" | "nobody" | "none")).then_some(noun)
    }

    /// The list that the noun group belongs to, or where `alone` the group with its of-phrases, as worded, from token
    /// `anchor_end` on where that lies within it ("dead two men" behind "shot"), up to `crime`.
    pub(super) fn wording(&self, noun: usize, alone: bool, anchor_end: usize, crime: Option<usize>) -> String {
        let mut tokens = if alone { self.phrases.noun_phrase(self.text, noun) } else { self.phrase_tokens(noun) };
        tokens.end = crime.filter(|crime| tokens.contains(crime)).unwrap_or(tokens.end);
        if tokens.contains(&anchor_end) {
            tokens.start = anchor_end;
        }
        // "arrested two men overnight", "set the barn alight": what was done to them and when is none of their name.
        let beside = |token: usize| {
            matches!(
                self.text.lower(token),
                "overnight"
                    | "today"
                    | "yesterday"
                    | "tonight"
                    | "tomorrow"
                    | "alight"
                    | "ablaze"
                    | "afire"
                    | "aflame"
                    | "captive"
                    | "hostage"
                    | "prisoner"
                    | "illegal"
                    | "armed"
                    | "unlawful"
                    | "unconstitutional"
                    | "alive"
                    | "again"
            )
        };
        while tokens.len() > 1 && beside(tokens.end - 1) {
            tokens.end -= 1;
        }
        self.words(tokens)
    }

    /// The tokens as worded, on one line.
    pub(super) fn words(&self, tokens: Range<usize>) -> String {
        let worded = self.text.span(tokens).on_one_line(self.text.source);
        // A quotation mark whose other half stands outside the phrase is none of its words.
        let marks = |character: char| matches!(character, '"' | '“' | '”');
        if worded.chars().filter(|character| marks(*character)).count() == 1 {
            return worded.replace(marks, "");
        }
        worded.into_owned()
    }

    /// The kind of the chunk.
    pub(super) fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.phrases.kind(chunk)
    }
}
