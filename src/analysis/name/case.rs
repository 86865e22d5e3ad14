//! What capitals are worth: in which case each sentence is written, and which words the document writes with a small
//! letter or, where nothing but a name explains it, with a capital.

use foldhash::HashMap;
use foldhash::fast::RandomState;

use crate::analysis::text::{Sentence, Text, TokenKind};

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Names have capitals, other words do not.
    Mixed,
    /// Most words begin with one: a headline.
    Title,
    /// Everything is in capitals.
    Upper,
}

/// The capitals of a document.
pub struct Capitals<'t> {
    cases: Vec<Case>,
    /// The words that have a capital anywhere.
    words: HashMap<&'t str, Written>,
}

/// How the document writes a word elsewhere.
#[derive(Clone, Copy, Default)]
struct Written {
    small: bool,
    large: bool,
}

impl<'t> Capitals<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t Text<'_>) -> Self {
        let cases: Vec<Case> = text.sentences.iter().map(|sentence| case_of(text, sentence)).collect();
        let mixed = || {
            let mixed = text.sentences.iter().zip(&cases).filter(|(_, case)| **case == Case::Mixed);
            mixed.map(|(sentence, _)| sentence.tokens.clone())
        };
        // Nobody asks about words that never have a capital, and they are most.
        let mut words: HashMap<&str, Written> =
            HashMap::with_capacity_and_hasher(text.tokens.len() / CAPITALS, RandomState::default());
        let mut shapes = [false; SHAPES];
        for sentence in mixed() {
            for (at, _) in text.words_of(sentence.clone()).filter(|(_, token)| token.capital) {
                let word = text.lower(at);
                words.entry(word).or_default().large |= !begins(text, at, sentence.start);
                shapes[shape(word)] = true;
            }
        }
        let small = mixed().flat_map(|sentence| text.words_of(sentence)).filter(|(_, token)| !token.capital);
        for (at, _) in small {
            let word = text.lower(at);
            if shapes[shape(word)]
                && let Some(written) = words.get_mut(word)
            {
                written.small = true;
            }
        }
        Self { cases, words }
    }

    /// The case of sentence number `sentence`.
    pub fn case(&self, sentence: usize) -> Case {
        self.cases.get(sentence).copied().unwrap_or(Case::Mixed)
    }

    /// Whether the document writes `word`, which has a capital somewhere, with a small letter elsewhere.
    pub fn is_small(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|written| written.small)
    }

    /// Whether the document writes `word` with a capital inside a sentence.
    pub fn is_large(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|written| written.large)
    }
}

/// Of how many tokens one is a new word with a capital, about.
const CAPITALS: usize = 16;

const SHAPES: usize = 1024;

/// A number that most different words have different ones of, by their length and their first two bytes.
fn shape(word: &str) -> usize {
    let byte = |at: usize| usize::from(word.as_bytes().get(at).copied().unwrap_or_default());
    (word.len() + 7 * byte(0) + 131 * byte(1)) % SHAPES
}

/// Whether `token` stands where any word has a capital: first in its sentence, or behind an opening quotation mark, a
/// colon, a bracket or a dash.
pub fn begins(text: &Text<'_>, token: usize, sentence_start: usize) -> bool {
    token <= sentence_start
        || token.checked_sub(1).and_then(|before| text.tokens.get(before).zip(Some(before))).is_some_and(
            |(before, at)| match before.kind {
                TokenKind::OpenQuote => true,
                TokenKind::Mark => {
                    matches!(text.raw(at), ":" | "(" | "[" | "]" | "*" | "•" | "..." | "…" | "/" | "|")
                        || text.raw(at).starts_with(['–', '—', '-'])
                }
                _ => false,
            },
        )
}

/// Whether the token is a word.
pub fn is_word(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a word is written in capitals throughout, with at least two letters.
pub fn is_upper(word: &str) -> bool {
    // Most words have a small letter among their first ones.
    if word.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut letters = 0;
    word.chars().filter(|character| character.is_alphabetic()).all(|letter| {
        letters += 1;
        letter.is_uppercase()
    }) && letters > 1
}

fn case_of(text: &Text<'_>, sentence: &Sentence) -> Case {
    let (mut long, mut capital, mut words, mut upper) = (0, 0, 0, 0);
    for (at, token) in text.words_of(sentence.tokens.clone()) {
        let word = text.raw(at);
        words += 1;
        let capitalised = token.capital;
        upper += usize::from(word.len() == 1 || capitalised && is_upper(word));
        if word.len() > 3 {
            long += 1;
            capital += usize::from(capitalised);
        }
    }
    if words > 2 && upper * 10 > words * 7 {
        Case::Upper
    } else if sentence.headline && (words < 4 && capital == long || long > 2 && capital * 3 > long * 2)
        || long > 5 && capital == long
    {
        Case::Title
    } else {
        Case::Mixed
    }
}
