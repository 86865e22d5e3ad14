//! Tokens to chunks, left to right.

use std::ops::Range;

use crate::analysis::date::DateMention;
use crate::analysis::name::NamedSpan;
use crate::analysis::quantity::{Quantity, QuantityKind};
use crate::analysis::text::{Text, TokenKind};
use crate::vocabulary::grammar::WordClass;

use super::{Chunk, ChunkKind, verb};

/// What the chunker knows while it reads on.
pub(super) struct Chunker<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) quantities: &'a [Quantity],
    /// What is known of each token, of words as far as sentences have been read.
    places: Vec<Place>,
    names: &'a [NamedSpan],
    /// End of the sentence being read.
    pub(super) end: usize,
    /// Capitals say nothing in the sentence being read: all words, or most of them, have them.
    pub(super) without_case: bool,
    /// The sentence being read is a headline, which leaves out articles.
    pub(super) headline: bool,
}

/// What is known of one token before it is in a chunk.
#[derive(Clone, Copy)]
struct Place {
    class: Option<WordClass>,
    /// It is a word of an open class.
    open: bool,
    /// The number of the quantity that it lies in.
    quantity: u32,
    /// The token behind the calendar expression that begins here; 0 where none does.
    date_end: u32,
    /// The token behind the name that begins here; 0 where none does.
    name_end: u32,
}

const NO_QUANTITY: u32 = u32::MAX;

/// What was read before in the same sentence.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// The chunk directly before.
    pub(super) kind: Option<ChunkKind>,
    /// There has been a verb group.
    pub(super) verb: bool,
    /// How many commas stood behind noun groups before any verb group: two enclose an apposition.
    pub(super) commas: usize,
}

/// Cuts every sentence of `text` into chunks.
pub(super) fn chunk(
    text: &Text<'_>,
    quantities: &[Quantity],
    dates: &[DateMention],
    names: &[NamedSpan],
) -> Vec<Chunk> {
    let mut chunker = Chunker {
        text,
        quantities,
        places: places(text, quantities, dates, names),
        names,
        end: 0,
        without_case: false,
        headline: false,
    };
    let mut chunks = Vec::with_capacity(text.tokens.len());
    for (number, sentence) in text.sentences.iter().enumerate() {
        chunker.begin_sentence(sentence.tokens.clone());
        chunker.headline = sentence.headline;
        let mut at = sentence.tokens.start;
        let mut before = Before::default();
        while at < chunker.end {
            let (kind, end, head) = chunker.next_chunk(at, before);
            let end = end.clamp(at + 1, chunker.end);
            chunks.push(Chunk { kind, tokens: at..end, head: head.clamp(at, end - 1), sentence: number });
            let enclosing = kind == ChunkKind::Comma && matches!(before.kind, Some(ChunkKind::Noun(_)));
            before = Before {
                kind: Some(kind),
                verb: before.verb || matches!(kind, ChunkKind::Verb(_)),
                commas: before.commas + usize::from(enclosing),
            };
            at = end;
        }
    }
    chunks
}

/// What the stages before tell of each token; of two expressions that begin with one, the first counts.
fn places(text: &Text<'_>, quantities: &[Quantity], dates: &[DateMention], names: &[NamedSpan]) -> Vec<Place> {
    let unknown = Place { class: None, open: false, quantity: NO_QUANTITY, date_end: 0, name_end: 0 };
    let mut places = vec![unknown; text.tokens.len()];
    for (number, quantity) in quantities.iter().enumerate() {
        for place in places.get_mut(quantity.tokens.clone()).into_iter().flatten() {
            place.quantity = number as u32;
        }
    }
    for tokens in dates.iter().rev().map(|date| &date.tokens) {
        if let Some(place) = places.get_mut(tokens.start) {
            place.date_end = tokens.end as u32;
        }
    }
    for tokens in names.iter().rev().map(|name| &name.tokens) {
        if let Some(place) = places.get_mut(tokens.start) {
            place.name_end = tokens.end as u32;
        }
    }
    places
}

/// Participles behind which "as" begins no clause.
const LIKENING: [&str; 9] =
    ["dressed", "disguised", "known", "described", "identified", "regarded", "seen", "posing", "working"];

const NO_ADVERBS: [&str; 18] = [
    "family", "supply", "reply", "july", "italy", "assembly", "rally", "monopoly", "bully", "daily", "weekly",
    "elderly", "early", "likely", "deadly", "friendly", "anomaly", "monthly",
];

impl Chunker<'_> {
    fn begin_sentence(&mut self, tokens: Range<usize>) {
        let (mut words, mut capitals) = (0, 0);
        for token in tokens.clone().filter(|token| self.text.raw(*token).len() > 3) {
            words += 1;
            capitals += usize::from(self.text.capitalised(token));
        }
        self.without_case = capitals * 3 > words * 2;
        self.end = tokens.end;
        for token in tokens {
            let class = self.read_class(token);
            let kind = self.text.tokens.get(token).map(|token| token.kind);
            let Some(place) = self.places.get_mut(token) else { continue };
            place.class = class;
            place.open = class.is_none()
                && matches!(kind, Some(TokenKind::Word | TokenKind::Number))
                && place.quantity == NO_QUANTITY
                && place.date_end == 0;
        }
    }

    fn read_class(&self, token: usize) -> Option<WordClass> {
        if self.text.tokens.get(token)?.kind != TokenKind::Word {
            return (self.text.raw(token) == "&").then_some(WordClass::Conjunction);
        }
        let word = self.text.lower(token);
        if word == "us" && self.text.raw(token) == "US" && !self.without_case {
            return None;
        }
        self.text.word(token).class.or_else(|| {
            let adverb = word.len() > 4
                && word.ends_with("ly")
                && !NO_ADVERBS.contains(&word)
                && (self.without_case || !self.text.capitalised(token));
            adverb.then_some(WordClass::Adverb)
        })
    }

    fn next_chunk(&self, at: usize, before: Before) -> (ChunkKind, usize, usize) {
        if let Some(end) = self.date_from(at) {
            return (ChunkKind::Time, end, at);
        }
        if self.quantity_from(at).is_none() {
            if let Some(kind) = self.mark(at) {
                return (kind, at + 1, at);
            }
            if let Some((group, end, head)) = verb::group(self, at, before) {
                return (ChunkKind::Verb(group), end, head);
            }
        }
        // "the men there died": where they were.
        let place = matches!(self.text.lower(at), "there" | "here");
        if place && matches!(before.kind, Some(ChunkKind::Noun(_))) {
            return (ChunkKind::Adverb, at + 1, at);
        }
        if let Some((group, end, head)) = self.noun_group(at) {
            return (ChunkKind::Noun(group), end, head);
        }
        let kind = match self.class(at) {
            // "laid off 40 clerks"
            Some(WordClass::Preposition)
                if self.text.lower(at) == "off"
                    && matches!(before.kind, Some(ChunkKind::Verb(_)))
                    && (self.without_case || !self.is_name(at + 1)) =>
            {
                ChunkKind::Adverb
            }
            Some(WordClass::Preposition) => ChunkKind::Preposition,
            // "men dressed as guards"
            Some(WordClass::Subordinator)
                if self.text.lower(at) == "as" && at > 0 && LIKENING.contains(&self.text.lower(at - 1)) =>
            {
                ChunkKind::Preposition
            }
            Some(WordClass::Conjunction) => ChunkKind::Conjunction,
            Some(WordClass::Subordinator) => ChunkKind::Subordinator,
            Some(WordClass::Relative) => ChunkKind::Relative,
            Some(_) => ChunkKind::Adverb,
            None => ChunkKind::Mark,
        };
        (kind, at + 1, at)
    }

    fn mark(&self, at: usize) -> Option<ChunkKind> {
        match self.text.tokens.get(at)?.kind {
            TokenKind::OpenQuote | TokenKind::CloseQuote => Some(ChunkKind::Quote),
            TokenKind::Mark => match self.text.raw(at) {
                "," => Some(ChunkKind::Comma),
                "&" => None,
                ";" | ":" | "(" | ")" | "[" | "]" | "|" | "•" => Some(ChunkKind::Break),
                mark if mark.starts_with(['-', '–', '—']) => Some(ChunkKind::Break),
                _ => Some(ChunkKind::Mark),
            },
            _ => None,
        }
    }

    /// The word class of `token`, `None` for open classes and past the sentence.
    pub(super) fn class(&self, token: usize) -> Option<WordClass> {
        if token >= self.end {
            return None;
        }
        self.places.get(token)?.class
    }

    /// Whether `token` is a word of an open class in this sentence.
    pub(super) fn is_open(&self, token: usize) -> bool {
        token < self.end && self.places.get(token).is_some_and(|place| place.open)
    }

    /// The number of the quantity that `token` lies in.
    pub(super) fn quantity_from(&self, token: usize) -> Option<usize> {
        self.places
            .get(token)
            .map(|place| place.quantity)
            .filter(|number| *number != NO_QUANTITY)
            .map(|number| number as usize)
    }

    /// Whether `token` lies in a number that counts something, no age.
    pub(super) fn counts_at(&self, token: usize) -> bool {
        let quantity = self.quantity_from(token).and_then(|number| self.quantities.get(number));
        quantity.is_some_and(|quantity| quantity.kind != QuantityKind::Age)
    }

    /// Whether `token` lies in a number of several, without a unit.
    pub(super) fn counts_plainly(&self, token: usize) -> bool {
        let quantity = self.quantity_from(token).and_then(|number| self.quantities.get(number));
        quantity
            .is_some_and(|quantity| quantity.kind == QuantityKind::Plain && quantity.low.is_none_or(|low| low > 1.0))
    }

    /// The end of the calendar expression that begins at `token`.
    pub(super) fn date_from(&self, token: usize) -> Option<usize> {
        self.places.get(token).map(|place| place.date_end as usize).filter(|end| *end > 0)
    }

    pub(super) fn name_from(&self, token: usize) -> Option<usize> {
        self.places.get(token).map(|place| place.name_end as usize).filter(|end| *end > 0 && *end <= self.end)
    }

    /// Whether a given name stands at `at`, and another name right behind it.
    pub(super) fn opens_with_given_name(&self, at: usize) -> bool {
        let word = self.text.word(at);
        word.is_given_name && !word.is_listed_verb && self.text.capitalised(at) && self.is_name(at + 1)
    }

    /// Whether a name ends with `token`.
    pub(super) fn ends_name(&self, token: usize) -> bool {
        let name = self.names.get(self.names.partition_point(|name| name.tokens.end <= token));
        name.is_some_and(|name| name.tokens.contains(&token))
    }

    /// A name or another capitalised word that does not begin its sentence.
    pub(super) fn is_name(&self, token: usize) -> bool {
        self.name_from(token).is_some() || (!self.without_case && self.text.capitalised(token) && self.is_open(token))
    }
}
