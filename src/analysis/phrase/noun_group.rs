//! Noun groups: determiner, number, what stands before the noun, and the noun.

use crate::analysis::text::TokenKind;
use crate::vocabulary::grammar::WordClass;

use super::NounGroup;
use super::chunker::Chunker;
use super::verb_place::begins_after_noun;

impl Chunker<'_> {
    pub(super) fn noun_group(&self, start: usize) -> Option<(NounGroup, usize, usize)> {
        let mut group = NounGroup::default();
        if self.class(start) == Some(WordClass::Pronoun) {
            group.pronoun = true;
            return Some((group, start + 1, start));
        }
        let mut at = start;
        let mut head = None;
        let mut open_words = false;
        while at < self.end {
            if let Some(number) = self.quantity_from(at) {
                if open_words {
                    break;
                }
                group.quantity = group.quantity.or(Some(number));
                let end = self.quantities.get(number).map_or(at + 1, |quantity| quantity.tokens.end);
                at = end.max(at + 1);
                head = Some(at - 1);
                continue;
            }
            if self.date_from(at).is_some() {
                break;
            }
            if let Some(end) = self.name_from(at).filter(|end| *end > at) {
                at = end;
                head = Some(end - 1);
                open_words = true;
                continue;
            }
            let word = self.text.lower(at);
            match self.class(at) {
                // "brought to five the number of …": another group begins.
                Some(WordClass::Determiner)
                    if group.quantity.is_some()
                        && self.quantity_from(at.saturating_sub(1)).is_some()
                        && word == "the" =>
                {
                    break;
                }
                Some(WordClass::Determiner) if !open_words => {
                    group.determiner = group.determiner.or(Some(at));
                    head = head.or(Some(at));
                }
                Some(WordClass::Subordinator) if word == "that" && at == start && self.is_demonstrative(at) => {
                    group.determiner = Some(at);
                    head = Some(at);
                }
                // "dozens of men", "three of the men", "some of them"
                Some(WordClass::Preposition) if word == "of" && !open_words && head.is_some() => {
                    if self.class(at + 1) == Some(WordClass::Pronoun) {
                        return Some((group, at + 2, at + 1));
                    }
                    // "accused the other of breaking the truce"
                    let other = self.text.lower(at.saturating_sub(1)) == "other";
                    let partitive = self.class(at + 1) == Some(WordClass::Determiner) || self.is_open(at + 1) && !other;
                    if !partitive {
                        break;
                    }
                }
                // "two heavily armed men"
                Some(WordClass::Adverb)
                    if head.is_some() && !open_words && self.is_open(at + 1) && self.is_open(at + 2) => {}
                // "a further 17 people", "an estimated 40"
                None if !open_words && ADDING.contains(&word) && self.quantity_from(at + 1).is_some() => {
                    head = Some(at);
                }
                // "stations critical of the mayor", "troops loyal to the king": what follows the noun is not its head.
                None if open_words && self.is_postposed(at) => {
                    at += 1;
                    break;
                }
                // "found two men guilty", "held the mayor responsible"
                None if open_words && PREDICATES.contains(&word) => break,
                None if self.is_open(at) => {
                    if at > start
                        && !self.modifies(at, open_words, group)
                        && begins_after_noun(self, at, open_words || group.quantity.is_some())
                    {
                        break;
                    }
                    open_words = true;
                    head = Some(at);
                }
                None => match self.inner_mark(at, open_words) {
                    Some(next) => {
                        open_words &= next.1;
                        at = next.0;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            at += 1;
        }
        let head = head?;
        // "held her along with him"
        group.pronoun = at == start + 1 && self.text.lower(start) == "her";
        group.bare = group.quantity.is_some() && !open_words;
        group.name = open_words && (self.ends_name(head) || self.is_name(head));
        group.article = group.determiner.is_some_and(|word| matches!(self.text.lower(word), "a" | "an" | "the"));
        (at > start).then_some((group, at, head))
    }

    /// Whether the form in -ed or -ing at `at` stands before its noun: "the wounded soldiers", "12 injured men".
    fn modifies(&self, at: usize, open_words: bool, group: NounGroup) -> bool {
        // "35,000 took part": a past that is no participle stands before no noun.
        let forms = self.text.word(at).verb;
        if forms.past && !forms.participle && !self.is_name(at) {
            return false;
        }
        // "12 suffered burns", "40 remained unaccounted for"
        let counted_before = at.checked_sub(1).is_some_and(|number| self.quantity_from(number).is_some());
        if counted_before && NEVER_MODIFYING.contains(&self.text.lower(at)) {
            return false;
        }
        // "the unlawful killing of nine men"
        if forms.gerund && self.text.lower(at + 1) == "of" && !self.text.word(at).counting_noun.is_empty() {
            return true;
        }
        // "three days of national mourning", "hours of heavy shelling"
        if forms.gerund && self.is_named_by_of(at, open_words) {
            return true;
        }
        if open_words {
            // "the weekly gathering"
            let named = forms.gerund && group.determiner.is_some();
            return self.is_adjective(at - 1) && (named || self.is_open(at + 1));
        }
        // "the wounded" are people; in "many called for calm" the verb follows.
        let quantifier = group.determiner.is_some_and(|determiner| QUANTIFIERS.contains(&self.text.lower(determiner)));
        // "two of the wounded", "all of the accused"
        let of_before = at.checked_sub(2).is_some_and(|of| self.text.lower(of) == "of");
        let of_the =
            (group.quantity.is_some() || quantifier) && self.class(at - 1) == Some(WordClass::Determiner) && of_before;
        // "scores feared buried", "12 believed drowned"
        let next = self.text.word(at + 1);
        let told = group.quantity.is_some()
            && BELIEVED.contains(&self.text.lower(at))
            && (next.verb.participle || !next.counting_adjective.is_empty());
        // "six of the 23 accused": a second number rather has a noun behind it.
        let second = counted_before
            && group.quantity.is_some()
            && self.quantity_from(at - 1) != group.quantity
            && !matches!(self.class(at + 1), Some(WordClass::Pronoun | WordClass::Determiner));
        of_the || second || (self.is_open(at + 1) && !told) || (group.quantity.is_none() && !quantifier)
    }

    /// Whether the form in -ing at `at` is the noun behind "of", with no more than an adjective between.
    fn is_named_by_of(&self, at: usize, open_words: bool) -> bool {
        let word = |back: usize| at.checked_sub(back).map_or("", |token| self.text.lower(token));
        let adjective = || {
            let known = at.checked_sub(1).map(|token| self.text.word(token));
            known.is_some_and(|known| known.group.is_none_or(|group| !group.plural) && !known.verb.participle)
                && !word(1).ends_with('s')
                && at.checked_sub(1).is_some_and(|token| self.is_open(token) && !self.is_name(token))
        };
        !self.is_open(at + 1) && (word(1) == "of" || open_words && word(2) == "of" && adjective())
    }

    /// Whether the word at `token` is an adjective that stands behind its noun with a preposition of its own.
    fn is_postposed(&self, token: usize) -> bool {
        matches!(
            self.text.lower(token),
            "critical" | "loyal" | "opposed" | "sympathetic" | "hostile" | "faithful" | "close"
        ) && self.is_open(token)
            && matches!(self.text.lower(token + 1), "of" | "to")
            || matches!(self.text.lower(token), "popular" | "crowded" | "packed") && self.text.is(token + 1, "with")
    }

    /// Whether the word at `token` is an adjective by its ending or a common short one.
    fn is_adjective(&self, token: usize) -> bool {
        let word = self.text.lower(token);
        ADJECTIVES.contains(&word)
            || (word.len() > 5
                && ["ous", "ful", "ive", "less", "ible", "able", "ish"].iter().any(|end| word.ends_with(end)))
    }

    /// Whether no space stands on either side of the mark at `token`.
    fn is_glued(&self, token: usize) -> bool {
        let span = |token: usize| self.text.tokens.get(token).map(|token| token.span);
        match (token.checked_sub(1).and_then(span), span(token), span(token + 1)) {
            (Some(left), Some(mark), Some(right)) => left.end == mark.start && mark.end == right.start,
            _ => false,
        }
    }

    fn is_demonstrative(&self, at: usize) -> bool {
        at > 0 && self.class(at - 1) == Some(WordClass::Preposition) && self.is_open(at + 1)
    }

    /// Marks inside a noun group: a possessive, an abbreviation's stop, quotation marks around a word or two. Returns
    /// where it goes on, and whether what came before still counts as words of the group.
    fn inner_mark(&self, at: usize, open_words: bool) -> Option<(usize, bool)> {
        let token = self.text.tokens.get(at)?;
        match token.kind {
            TokenKind::Possessive if open_words => Some((at + 1, false)),
            // "20-day", cut in three
            TokenKind::Mark if self.text.raw(at) == "-" && self.is_glued(at) => Some((at + 1, open_words)),
            TokenKind::OpenQuote => {
                let close = (at + 1..(at + 5).min(self.end)).find(|inner| {
                    self.text.tokens.get(*inner).is_some_and(|token| token.kind == TokenKind::CloseQuote)
                })?;
                let words = (at + 1..close).all(|inner| self.is_open(inner));
                (words && close > at + 1).then_some((at + 1, open_words))
            }
            TokenKind::CloseQuote if open_words && self.is_open(at + 1) => Some((at + 1, true)),
            TokenKind::Mark if open_words && self.text.raw(at) == "." && at + 1 < self.end => {
                let before = self.text.lower(at.checked_sub(1)?);
                let initial = before.chars().count() == 1;
                ((initial || self.text.word(at - 1).abbreviation.is_some()) && self.is_open(at + 1))
                    .then_some((at + 1, true))
            }
            _ => None,
        }
    }
}

/// Participles that never stand before the noun of a number: what follows is their object or tells of their subject.
const NEVER_MODIFYING: [&str; 30] = [
    "remained",
    "died",
    "survived",
    "suffered",
    "sustained",
    "needed",
    "required",
    "received",
    "underwent",
    "refused",
    "attended",
    "joined",
    "faced",
    "reached",
    "sought",
    "seemed",
    "appeared",
    "stayed",
    "lived",
    "worked",
    "played",
    "complained",
    "reported",
    "contracted",
    "requested",
    "demanded",
    "obtained",
    "developed",
    "tested",
    "lacked",
];

/// What is thought of those whom a number before it counts, and what follows tells of them.
const BELIEVED: [&str; 6] = ["feared", "believed", "presumed", "reported", "thought", "confirmed"];

/// What a verb makes of its object, behind it.
const PREDICATES: [&str; 4] = ["guilty", "responsible", "accountable", "redundant"];

const QUANTIFIERS: [&str; 8] = ["many", "several", "some", "most", "few", "all", "both", "none"];

/// Adjectives that may stand before a number.
const ADDING: [&str; 5] = ["further", "additional", "extra", "estimated", "remaining"];

/// Common adjectives that no ending tells.
const ADJECTIVES: [&str; 20] = [
    "old",
    "young",
    "new",
    "local",
    "big",
    "small",
    "large",
    "dead",
    "daily",
    "weekly",
    "monthly",
    "annual",
    "mass",
    "public",
    "religious",
    "political",
    "fatal",
    "deadly",
    "recent",
    "late",
];
