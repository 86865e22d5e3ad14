//! A text's tokens with what each can mean to the calendar, looked up once.

use std::ops::Range;

use crate::analysis::text::{Text, Token, TokenKind};
use crate::vocabulary::calendar::{self, Bound, Part, Sense, Unit, Which};

/// The tokens of one sentence at a time; past its ends there is nothing.
pub struct Words<'t> {
    /// The text.
    pub text: &'t Text<'t>,
    /// The tokens of the sentence being read.
    pub sentence: Range<usize>,
    senses: Vec<&'static [Sense]>,
}

impl<'t> Words<'t> {
    /// Looks every token of `text` up.
    pub fn new(text: &'t Text<'t>) -> Self {
        let senses = |(at, token): (usize, &Token)| match token.kind {
            TokenKind::Word if token.letters => text.word(at).calendar,
            TokenKind::Word => match text.lower(at).strip_prefix("mid-") {
                Some(rest) => calendar::get().senses(rest),
                None => text.word(at).calendar,
            },
            _ => &[],
        };
        Self { text, sentence: 0..0, senses: text.tokens.iter().enumerate().map(senses).collect() }
    }

    /// What the token can mean.
    pub fn senses(&self, at: usize) -> &'static [Sense] {
        if self.sentence.contains(&at) { self.senses.get(at).copied().unwrap_or(&[]) } else { &[] }
    }

    /// The token in lower case; empty outside the sentence.
    pub fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.text.lower(at) } else { "" }
    }

    /// The token before; empty at the beginning of the sentence.
    pub fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether the token is one of `words`.
    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether the token is a number in figures.
    pub fn is_number(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.text.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether the token is a compound that no list holds: "mid-1996", "year-ago", "year-end".
    pub fn is_compound(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with("mid-") || word.starts_with("year-")
    }

    /// Whether an expression can begin with the token: a word that only bounds, measures or places a date begins none.
    pub fn may_begin(&self, at: usize) -> bool {
        let compound = || self.text.tokens.get(at).is_some_and(|token| !token.letters) && self.is_compound(at);
        // "half a century ago"
        let half = || self.is(at, &["half"]) && self.text.is(at + 1, "a");
        self.is_number(at) || self.senses(at).iter().any(begins) || compound() || half()
    }

    /// Whether nothing can begin with the token, neither an expression nor a word that bounds one.
    pub fn is_idle(&self, at: usize) -> bool {
        self.senses.get(at).is_none_or(|senses| senses.is_empty()) && !self.may_begin(at)
    }

    /// Whether an expression that begins with an article can go on with the token.
    pub fn may_follow_article(&self, at: usize) -> bool {
        !self.senses(at).is_empty()
            || self.is_number(at)
            || self.is_compound(at)
            || self.is(at, &["couple", "fiscal", "full", "half", "century"])
    }

    /// Whether the token is a word without a capital.
    pub fn is_small_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.text.is_small_word(at)
    }

    /// Whether the token is a dash.
    pub fn is_dash(&self, at: usize) -> bool {
        self.is(at, &["-", "–", "—", "--", "‑"])
    }

    fn pick<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().copied().find_map(pick)
    }

    /// A length of "a" or "an" is one; else the number in figures or words.
    pub fn count(&self, at: usize) -> Option<i64> {
        if self.is(at, &["a", "an"]) {
            return Some(1);
        }
        if self.is_number(at) {
            return self.word(at).parse().ok().filter(|count| *count <= 1000);
        }
        self.pick(at, |sense| if let Sense::Number(number) = sense { Some(i64::from(number)) } else { None })
    }

    /// A number in words.
    pub fn number_word(&self, at: usize) -> Option<u32> {
        self.pick(at, |sense| if let Sense::Number(number) = sense { Some(number) } else { None })
    }

    /// An ordinal in words.
    pub fn ordinal(&self, at: usize) -> Option<u32> {
        self.pick(at, |sense| if let Sense::Ordinal(number) = sense { Some(number) } else { None })
    }

    /// A unit in the singular.
    pub fn unit(&self, at: usize) -> Option<Unit> {
        self.pick(at, |sense| if let Sense::Unit(unit) = sense { Some(unit) } else { None })
    }

    /// A unit in the singular or plural.
    pub fn units(&self, at: usize) -> Option<Unit> {
        self.pick(at, |sense| match sense {
            Sense::Unit(unit) | Sense::Units(unit) => Some(unit),
            _ => None,
        })
    }

    /// Last, this, next, that …
    pub fn which(&self, at: usize) -> Option<Which> {
        self.pick(at, |sense| if let Sense::Which(which) = sense { Some(which) } else { None })
    }

    /// Early, mid, late, the end of.
    pub fn part(&self, at: usize) -> Option<Part> {
        self.pick(at, |sense| if let Sense::Part(part) = sense { Some(part) } else { None })
    }

    /// Since, until …
    pub fn bound(&self, at: usize) -> Option<Bound> {
        self.pick(at, |sense| if let Sense::Bound(bound) = sense { Some(bound) } else { None })
    }

    /// The first month of a season.
    pub fn season(&self, at: usize) -> Option<u32> {
        self.pick(at, |sense| if let Sense::Season(month) = sense { Some(month) } else { None })
    }

    /// A full or abbreviated day of the week, without regard to its surroundings.
    pub fn any_weekday(&self, at: usize) -> Option<chrono::Weekday> {
        self.pick(at, |sense| match sense {
            Sense::Weekday(weekday) => Some(weekday),
            Sense::WeekdayShort(weekday) if self.text.capitalised(at) => Some(weekday),
            _ => None,
        })
    }

    /// A day of the week written out.
    pub fn weekday(&self, at: usize) -> Option<chrono::Weekday> {
        self.pick(at, |sense| if let Sense::Weekday(weekday) = sense { Some(weekday) } else { None })
    }

    /// Whether the token has the sense.
    pub fn has(&self, at: usize, sense: Sense) -> bool {
        self.senses(at).contains(&sense)
    }
}

/// Whether an expression can begin with a word that has this sense.
fn begins(sense: &Sense) -> bool {
    !matches!(
        sense,
        Sense::Bound(_)
            | Sense::Units(_)
            | Sense::TimeOfDay
            | Sense::Ago
            | Sense::Earlier
            | Sense::Later
            | Sense::Future
            | Sense::PastTense
    )
}
