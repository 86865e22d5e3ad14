//! A document's text as tokens, sentences and paragraphs.

mod character;
mod lexer;
mod lines;
#[cfg(test)]
mod properties;
mod quotation;
mod sentence;
mod stop;

use crate::span::Span;
use crate::vocabulary::word::Word;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner hyphens and apostrophes ("well-known", "twenty-one", "O'Brien"), or an abbreviation with its
    /// stops ("U.S."). A number is split from what a hyphen glues to it: "three-week" is "three", "-", "week".
    Word,
    /// Digits with inner stops, commas and colons ("1,500", "16.6", "5:30"), letters glued to them ("20th", "5pm"), and
    /// dates as 2011-12-16. "20-day" is "20", "-", "day"; "18-year-old" is "18", "-", "year-old".
    Number,
    /// The mark of a possessive or a short "is": "'s", or a lone "'" after a plural.
    Possessive,
    /// A quotation mark that opens.
    OpenQuote,
    /// A quotation mark that closes.
    CloseQuote,
    /// Anything else, one character each; runs of dots and dashes are one token.
    Mark,
}

/// One token; its text is [`Text::raw`] and [`Text::lower`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is made of unaccented letters alone.
    pub letters: bool,
    /// The sentence that it belongs to, an index of [`Text::sentences`].
    pub sentence: usize,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens, a range of [`Text::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// The paragraph that it belongs to, counted from 0.
    pub paragraph: usize,
    /// Whether it is a headline, caption or subheading: a short paragraph of its own that no full stop ends.
    pub headline: bool,
}

/// A document's text, cut up.
pub struct Text<'a> {
    /// The text as it is.
    pub source: &'a str,
    /// The same bytes in lower case.
    lower: &'a str,
    /// The text of each token, cut out once: tokens are compared with words far more often than there are any.
    raw: Vec<&'a str>,
    /// The same in lower case.
    folded: Vec<&'a str>,
    /// What the vocabulary says of each token.
    words: Vec<&'static Word>,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
    /// How many tokens end before each block of the text, so that a place is found without a search.
    blocks: Vec<u32>,
}

/// The bytes of a block: a handful of tokens.
const BLOCK: usize = 8;

impl<'a> Text<'a> {
    /// Cuts `source` up; `lower` is its [`lower_case`].
    pub fn of(source: &'a str, lower: &'a str) -> Self {
        let mut tokens = lexer::tokens(source);
        let raw = tokens.iter().map(|token| token.span.of(source)).collect();
        let folded: Vec<&str> = tokens.iter().map(|token| token.span.of(lower)).collect();
        let words = folded.iter().map(|word| Word::of(word)).collect();
        let sentences = sentence::split(source, lower, &mut tokens);
        let blocks = blocks(source.len(), &tokens);
        Self { source, lower, raw, folded, words, tokens, sentences, blocks }
    }

    /// Cuts up what a test is about, and keeps its lower case for good.
    #[cfg(test)]
    pub fn new(source: &'a str) -> Self {
        Self::of(source, lower_case(source).leak())
    }

    /// The token's text as written; empty past the end.
    #[inline]
    pub fn raw(&self, token: usize) -> &'a str {
        self.raw.get(token).copied().unwrap_or_default()
    }

    /// The token's text in lower case; empty past the end.
    #[inline]
    pub fn lower(&self, token: usize) -> &'a str {
        self.folded.get(token).copied().unwrap_or_default()
    }

    /// Whether the token is `word`, which is in lower case.
    #[inline]
    pub fn is(&self, token: usize, word: &str) -> bool {
        self.folded.get(token).is_some_and(|folded| *folded == word)
    }

    /// What the vocabulary says of the token; nothing past the end.
    #[inline]
    pub fn word(&self, token: usize) -> &'static Word {
        self.words.get(token).copied().unwrap_or_else(Word::unknown)
    }

    /// A span's text in lower case.
    pub fn lower_span(&self, span: Span) -> &'a str {
        span.of(self.lower)
    }

    /// From the first to the last of `tokens`; an empty span where there are none.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The tokens that overlap `span`.
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.first_token(span.start, |token| token.span.end <= span.start);
        let end = self.first_token(span.end, |token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The first token behind those that are `before` byte `offset`, which all of the blocks before its own are.
    fn first_token(&self, offset: usize, before: impl Fn(&Token) -> bool) -> usize {
        let block = (offset / BLOCK).min(self.blocks.len().saturating_sub(1));
        let mut at = self.blocks.get(block).map_or(0, |tokens| *tokens as usize);
        while self.tokens.get(at).is_some_and(&before) {
            at += 1;
        }
        at
    }

    /// The words among `tokens`, with their numbers.
    pub fn words_of(&self, tokens: std::ops::Range<usize>) -> impl Iterator<Item = (usize, &Token)> {
        let first = tokens.start;
        let tokens = self.tokens.get(tokens).unwrap_or_default().iter().enumerate();
        tokens.filter(|(_, token)| token.kind == TokenKind::Word).map(move |(at, token)| (first + at, token))
    }

    /// Whether the word is written with a capital, or stands in text that is all capitals.
    #[inline]
    pub fn capitalised(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.capital)
    }

    /// Whether the token is a word without a capital.
    pub fn is_small_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    }

    /// The sentence that byte `offset` lies in, or the last one before it.
    pub fn sentence_at(&self, offset: usize) -> usize {
        let behind = self.first_token(offset, |token| token.span.start <= offset);
        behind.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.sentence)
    }
}

fn blocks(length: usize, tokens: &[Token]) -> Vec<u32> {
    let mut at = 0;
    (0..=length / BLOCK)
        .map(|block| {
            while tokens.get(at).is_some_and(|token| token.span.end <= block * BLOCK) {
                at += 1;
            }
            at as u32
        })
        .collect()
}

/// `source` in lower case, with as many bytes: letters whose lower case has another length stay as they are, so that
/// spans hold for both.
pub fn lower_case(source: &str) -> String {
    if source.is_ascii() {
        return source.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (ascii, behind) = rest.split_at(at);
        lower.push_str(ascii);
        let Some(character) = behind.chars().next() else { break };
        rest = &behind[character.len_utf8()..];
        let mut folded = character.to_lowercase();
        match (folded.next(), folded.next()) {
            (Some(one), None) if one.len_utf8() == character.len_utf8() => lower.push(one),
            _ => lower.push(character),
        }
    }
    lower.push_str(rest);
    lower.make_ascii_lowercase();
    lower
}
