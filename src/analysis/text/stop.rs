//! Whether a stop ends a sentence or belongs to an abbreviation, an initial or a figure.

use crate::vocabulary::abbreviations::{self, AbbreviationClass};

use super::{Token, TokenKind};

/// How the letters of a text are written, which decides what a capital tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Capitals tell names and beginnings.
    Mixed,
    /// No capitals, or next to none.
    Lower,
    /// Hardly anything but capitals: wire text of old.
    Upper,
}

impl Letters {
    /// How `source` is written.
    pub fn of(source: &str) -> Self {
        let (mut upper, mut lower) = (0_usize, 0_usize);
        // Counted in bytes of their own, many at once.
        for block in source.as_bytes().chunks(usize::from(u8::MAX)) {
            let (mut large, mut small) = (0_u8, 0_u8);
            for byte in block {
                large += u8::from(byte.is_ascii_uppercase());
                small += u8::from(byte.is_ascii_lowercase());
            }
            upper += usize::from(large);
            lower += usize::from(small);
        }
        if upper > 4 * lower {
            Self::Upper
        } else if lower > 0 && upper * 200 < lower {
            Self::Lower
        } else {
            Self::Mixed
        }
    }
}

/// The tokens around a place where a sentence might end.
pub struct Stops<'a> {
    /// The text.
    pub source: &'a str,
    /// The same in lower case.
    pub lower: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// How it is written.
    pub letters: Letters,
}

impl Stops<'_> {
    fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.source))
    }

    fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.lower))
    }

    /// Whether a sentence that begins with token `first` ends with token `at`.
    pub fn ends_sentence(&self, first: usize, at: usize) -> bool {
        let next = at + 1;
        let Some(following) = self.tokens.get(next) else { return true };
        if self.is_within(at) {
            return false;
        }
        let apart = following.span.start > self.tokens[at].span.end;
        if self.closes(next) && (!apart || following.kind == TokenKind::CloseQuote || self.raw(next) == ")") {
            return false;
        }
        let mut last = at;
        while self.closes(last) && last > first {
            last -= 1;
        }
        let ends = match self.raw(last) {
            "!" | "?" | "。" | "！" | "？" => self.begins(next) && !matches!(self.raw(next), "!" | "?"),
            "." => {
                self.begins(next) && (apart || self.glued_sentences(last, next)) && self.full_stop(first, last, next)
            }
            "…" => self.begins(next) && apart,
            dots if dots.len() > 1 && dots.bytes().all(|byte| byte == b'.') => {
                // Dots that stand free leave something out; dots at a word end a thought.
                let glued = last > 0 && self.tokens[last - 1].span.end == self.tokens[last].span.start;
                self.begins(next) && apart && glued
            }
            word => self.tokens[last].kind != TokenKind::Mark && word.ends_with('.') && apart && self.dotted(next),
        };
        ends && last >= first
    }

    /// Whether no sentence can end with token `at`, by a look at it alone: most are words without a stop.
    #[inline]
    pub fn is_within(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let in_word = !matches!(token.kind, TokenKind::Mark | TokenKind::CloseQuote);
        in_word && token.span.end.checked_sub(1).and_then(|last| self.source.as_bytes().get(last)) != Some(&b'.')
    }

    /// A quotation mark or bracket that closes, or the bracketed number of a reference.
    fn closes(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.kind == TokenKind::CloseQuote || matches!(self.raw(at), ")" | "]" | "}") || self.reference(at)
    }

    /// "[12]", glued to what stands before it.
    fn reference(&self, at: usize) -> bool {
        let glued = |at: usize| at > 0 && self.tokens[at - 1].span.end == self.tokens[at].span.start;
        match self.raw(at) {
            "[" => glued(at) && self.is_number(at + 1) && self.raw(at + 2) == "]",
            _ => self.is_number(at) && at > 0 && self.raw(at - 1) == "[" && self.raw(at + 1) == "]" && glued(at - 1),
        }
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether a sentence can begin with token `at`.
    fn begins(&self, at: usize) -> bool {
        let raw = self.raw(at);
        let Some(character) = raw.chars().next() else { return true };
        if character.is_lowercase() {
            // Names such as "al-Masri" and "iPhone" keep their small letter.
            return self.letters == Letters::Lower || raw.chars().any(char::is_uppercase);
        }
        !matches!(raw, "," | ";" | ":" | "." | ")" | "]" | "}" | "%") && !character.is_ascii_punctuation()
            || matches!(raw, "(" | "[" | "\"" | "'" | "$" | "-" | "--" | "*" | "#" | "@" | "&" | "`")
            || matches!(self.tokens.get(at).map(|token| token.kind), Some(TokenKind::OpenQuote))
    }

    /// "It fell.Then it rained": a lost space, unlike the stop of a site or a figure.
    fn glued_sentences(&self, stop: usize, next: usize) -> bool {
        let kind = self.tokens[next].kind;
        let word = stop.checked_sub(1).map_or("", |before| self.raw(before));
        let long_word =
            word.chars().count() > 2 && word.chars().all(char::is_alphabetic) && word.ends_with(char::is_lowercase);
        kind == TokenKind::OpenQuote
            || self.closes(next - 1) && stop + 1 < next
            || (long_word && kind == TokenKind::Word)
    }

    fn full_stop(&self, first: usize, stop: usize, next: usize) -> bool {
        let Some(before) = stop.checked_sub(1).filter(|before| *before >= first) else { return true };
        if stop + 1 < next || self.tokens[before].span.end < self.tokens[stop].span.start {
            return true;
        }
        let raw = self.raw(before);
        if self.is_number(before) {
            // "1. Keep calm": the number of an item.
            return before > first || raw.len() > 2;
        }
        if raw.chars().count() == 1 && raw.chars().all(char::is_alphabetic) {
            return self.opens(next);
        }
        match abbreviations::class(self.lower(before)).filter(|class| self.written_as(*class, raw)) {
            None => true,
            Some(AbbreviationClass::Title | AbbreviationClass::Other) => false,
            Some(AbbreviationClass::Number) => !self.is_number(next),
            Some(AbbreviationClass::Month) => !self.is_number(next) && self.opens(next),
            Some(AbbreviationClass::Company | AbbreviationClass::Weekday | AbbreviationClass::Place) => {
                self.opens(next)
            }
        }
    }

    /// Whether the abbreviation is written as its class is: "Miss." may be a state, "miss." is a word.
    fn written_as(&self, class: AbbreviationClass, raw: &str) -> bool {
        use AbbreviationClass::{Month, Place, Title, Weekday};
        match self.letters {
            Letters::Mixed => !matches!(class, Title | Month | Weekday | Place) || raw.starts_with(char::is_uppercase),
            Letters::Lower | Letters::Upper => !matches!(class, Weekday | Place),
        }
    }

    /// After "U.S." or "p.m.": a name may go on, so that only a word that opens sentences tells.
    fn dotted(&self, next: usize) -> bool {
        self.begins(next) && self.opens(next)
    }

    /// Whether token `at` is a word that opens sentences and hardly begins a name, or opens a quotation.
    fn opens(&self, at: usize) -> bool {
        let word = self.lower(at);
        if self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::OpenQuote) {
            return true;
        }
        match self.letters {
            Letters::Mixed => self.raw(at).starts_with(char::is_uppercase) && OPENERS.binary_search(&word).is_ok(),
            // Without capitals to go by, only words that hardly follow a noun tell.
            Letters::Lower | Letters::Upper => {
                matches!(word, "the" | "he" | "she" | "it" | "they" | "we" | "but" | "this")
            }
        }
    }
}

/// Function words that open sentences; sorted.
const OPENERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "every",
    "few",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "most",
    "my",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "now",
    "of",
    "on",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "several",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "yet",
    "you",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn letters_are_told_apart() {
        assert_eq!(Letters::of("TWO BRIDGES FELL IN THE 3D ZONE"), Letters::Upper);
        assert_eq!(Letters::of("two bridges fell"), Letters::Lower);
        assert_eq!(Letters::of("Two bridges fell"), Letters::Mixed);
    }
}
