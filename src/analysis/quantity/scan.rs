//! The tokens as the number grammar walks over them.

use foldhash::HashMap;

use crate::analysis::date::DateMention;
use crate::analysis::text::{Text, TokenKind, lower_case};

/// A text, and which of its tokens belong to a date.
pub struct Scan<'t, 's> {
    /// The text.
    pub text: &'t Text<'s>,
    in_date: Vec<bool>,
}

impl<'t, 's> Scan<'t, 's> {
    /// Marks what belongs to `dates`.
    pub fn new(text: &'t Text<'s>, dates: &[DateMention]) -> Self {
        let mut in_date = vec![false; text.tokens.len()];
        for date in dates {
            let tokens = text.tokens_in(date.span);
            in_date.get_mut(tokens).into_iter().flatten().for_each(|token| *token = true);
        }
        Self { text, in_date }
    }

    /// The token in lower case; empty where there is none.
    pub fn lower(&self, at: usize) -> &str {
        self.text.lower(at)
    }

    /// The token in lower case, `back` tokens before `at`, within the same sentence; empty where there is none.
    pub fn before(&self, at: usize, back: usize) -> &str {
        match at.checked_sub(back) {
            Some(earlier) if self.same_sentence(earlier, at) => self.text.lower(earlier),
            _ => "",
        }
    }

    /// The token `on` tokens after `at`, in lower case, within the same sentence; empty where there is none.
    pub fn after(&self, at: usize, on: usize) -> &str {
        if self.same_sentence(at, at + on) { self.text.lower(at + on) } else { "" }
    }

    /// Whether both tokens are in one sentence.
    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        match (self.text.tokens.get(one), self.text.tokens.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// What the token is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.text.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is a number in digits.
    pub fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token is a word with a capital.
    pub fn capitalised(&self, at: usize) -> bool {
        self.is_word(at) && self.text.capitalised(at)
    }

    /// Whether the token follows the one before it without a space.
    pub fn glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.tokens.get(before));
        matches!((before, self.text.tokens.get(at)), (Some(one), Some(other)) if one.span.end == other.span.start)
    }

    /// Whether the token belongs to a date.
    pub fn dated(&self, at: usize) -> bool {
        self.in_date.get(at).copied().unwrap_or(false)
    }

    /// Whether the token begins its sentence, not counting quotation marks and the like.
    pub fn begins_sentence(&self, at: usize) -> bool {
        let sentence = self.text.tokens.get(at).and_then(|token| self.text.sentences.get(token.sentence));
        sentence.is_some_and(|sentence| {
            (sentence.tokens.start..at).all(|earlier| !self.is_word(earlier) && !self.is_number(earlier))
        })
    }
}

/// Wordings of one or several tokens, to be found at a place of a text.
pub struct Wordings<T> {
    first: HashMap<String, Vec<(Vec<String>, T)>>,
    last: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Clone> Wordings<T> {
    /// Cuts each wording as texts are cut.
    pub fn new(wordings: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut map = Self { first: HashMap::default(), last: HashMap::default() };
        for (wording, meaning) in wordings {
            let lower = lower_case(&wording);
            let text = Text::of(&wording, &lower);
            let tokens: Vec<String> = (0..text.tokens.len()).map(|at| text.lower(at).to_owned()).collect();
            let (Some(first), Some(last)) = (tokens.first().cloned(), tokens.last().cloned()) else { continue };
            map.first.entry(first).or_default().push((tokens.clone(), meaning.clone()));
            map.last.entry(last).or_default().push((tokens, meaning));
        }
        for list in map.first.values_mut().chain(map.last.values_mut()) {
            list.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
        }
        map
    }

    /// The longest wording that begins with token `at`: the token after it, and its meaning.
    pub fn starting(&self, scan: &Scan<'_, '_>, at: usize) -> Option<(usize, &T)> {
        let list = self.first.get(scan.lower(at))?;
        let fits = |tokens: &[String]| tokens.iter().enumerate().all(|(on, token)| scan.after(at, on) == token);
        list.iter().find(|(tokens, _)| fits(tokens)).map(|(tokens, meaning)| (at + tokens.len(), meaning))
    }

    /// The longest wording that ends right before token `end`: its first token, and its meaning.
    pub fn ending(&self, scan: &Scan<'_, '_>, end: usize) -> Option<(usize, &T)> {
        let list = self.last.get(scan.before(end, 1))?;
        let fits =
            |tokens: &[String]| tokens.iter().rev().enumerate().all(|(on, token)| scan.before(end, on + 1) == token);
        list.iter().find(|(tokens, _)| fits(tokens)).map(|(tokens, meaning)| (end - tokens.len(), meaning))
    }
}
