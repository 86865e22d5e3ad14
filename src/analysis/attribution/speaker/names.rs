//! Names in full: the first form of each name that has more than a surname.

use std::ops::Range;

use foldhash::HashMap;

use crate::analysis::Text;
use crate::analysis::attribution::word_class::{
    begins_clause, is_adverb, is_determiner, is_preposition, is_pronoun, is_time,
};
use crate::analysis::text::TokenKind;
use crate::vocabulary;

/// The capitalised words at the end of `head`, without titles.
pub fn name_words(text: &Text<'_>, head: &Range<usize>) -> Range<usize> {
    let length = head
        .clone()
        .rev()
        .take_while(|token| text.capitalised(*token) && text.tokens[*token].kind == TokenKind::Word)
        .count();
    let mut start = head.end - length;
    while start + 1 < head.end && is_title(text.lower(start)) {
        start += 1;
    }
    start..head.end
}

fn is_title(word: &str) -> bool {
    vocabulary::sources::get().get(word).is_some()
        || vocabulary::abbreviations::class(word).is_some()
        || is_determiner(word)
        || matches!(word, "sacked" | "former" | "prime" | "vice" | "sir" | "lady" | "lord")
}

/// The first full form of each name of at least two words, by its last word and, of two, its first: "Interior Minister Ana Lopez".
pub fn full_names(text: &Text<'_>) -> HashMap<String, Range<usize>> {
    let mut names: HashMap<String, Range<usize>> = HashMap::default();
    for sentence in &text.sentences {
        let shouted = !sentence.span.of(text.source).chars().any(char::is_lowercase);
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end && !shouted {
            if !text.capitalised(token) {
                token += 1;
                continue;
            }
            let start = token;
            while token < sentence.tokens.end && is_name_part(text, token, start) {
                token += 1;
            }
            let mut run = start..token;
            if run.len() < 2 {
                token = start + 1;
                continue;
            }
            while run.len() > 1
                && (is_determiner(text.lower(run.start))
                    || begins_clause(text.lower(run.start))
                    || is_adverb(text.lower(run.start))
                    || text.lower(run.start) == "and"
                    || is_preposition(text.lower(run.start))
                    || is_time(text.lower(run.start)))
            {
                run.start += 1;
            }
            let bare = name_words(text, &run);
            if bare.len() >= 2 && run.len() <= 8 {
                names.entry(text.raw(run.end - 1).to_owned()).or_insert_with(|| run.clone());
                if bare.len() == 2 {
                    // Where people go by their first name.
                    names.entry(text.raw(bare.start).to_owned()).or_insert(run);
                }
            }
        }
    }
    names
}

fn is_name_part(text: &Text<'_>, token: usize, start: usize) -> bool {
    let kind = text.tokens[token].kind;
    let initial = text.raw(token) == "."
        && token > start
        && (text.raw(token - 1).len() == 1 || text.word(token - 1).abbreviation.is_some());
    (kind == TokenKind::Word && text.capitalised(token) && !is_pronoun(text.lower(token))) || initial
}
