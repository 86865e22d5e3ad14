//! Tokens to sentences and paragraphs.

use crate::span::Span;

use super::{Sentence, Token, TokenKind};

/// Groups `tokens` into sentences and tells each token which one it is in. A blank line always ends a sentence; a stop
/// does unless it belongs to an abbreviation.
pub fn split(source: &str, lower: &str, tokens: &mut [Token]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut start = 0;
    let mut paragraph = 0;
    for at in 0..tokens.len() {
        let gap = tokens.get(at + 1).map_or("\n\n", |next| &source[tokens[at].span.end..next.span.start]);
        let new_paragraph = gap.matches('\n').count() > 1;
        if !new_paragraph && !ends_sentence(source, lower, tokens, at) {
            continue;
        }
        let number = sentences.len();
        for token in &mut tokens[start..=at] {
            token.sentence = number;
        }
        sentences.push(Sentence {
            span: Span::new(tokens[start].span.start, tokens[at].span.end),
            tokens: start..at + 1,
            paragraph,
            headline: number == 0,
        });
        start = at + 1;
        paragraph += usize::from(new_paragraph);
    }
    sentences
}

fn ends_sentence(source: &str, lower: &str, tokens: &[Token], at: usize) -> bool {
    let text = |token: &Token| token.span.of(source);
    let closing = |token: &Token| token.kind == TokenKind::CloseQuote || text(token) == ")";
    if tokens.get(at + 1).is_some_and(closing) {
        return false;
    }
    let mut last = at;
    while closing(&tokens[last]) && last > 0 {
        last -= 1;
    }
    if !matches!(text(&tokens[last]), "." | "!" | "?" | "..." | "…") {
        return false;
    }
    let next_begins = tokens.get(at + 1).is_none_or(|next| !text(next).starts_with(char::is_lowercase));
    let abbreviation = text(&tokens[last]) == "."
        && last > 0
        && crate::vocabulary::get().is_abbreviation(tokens[last - 1].span.of(lower));
    next_begins && !abbreviation
}
