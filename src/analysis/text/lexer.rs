//! Characters to tokens.

use crate::span::Span;

use super::{Token, TokenKind};

/// Cuts `source` into tokens; every character that is no white space is in exactly one.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 5);
    let mut characters = source.char_indices().peekable();
    let mut quote_open = false;
    while let Some((start, character)) = characters.next() {
        if character.is_whitespace() || character == '\u{feff}' {
            quote_open = quote_open && character != '\n';
            continue;
        }
        let mut end = start + character.len_utf8();
        let kind = if character.is_alphanumeric() {
            while let Some(&(at, next)) = characters.peek() {
                let glued = next.is_alphanumeric()
                    || is_combining(next)
                    || (joins(character, next)
                        && source[at + next.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric));
                let possessive = matches!(next, '\'' | '’') && is_possessive(&source[at..]);
                let final_stop = next == '.' && is_dotted_abbreviation(&source[start..at]);
                if possessive || !(glued || final_stop) {
                    break;
                }
                end = at + next.len_utf8();
                characters.next();
            }
            if source[start..end].starts_with(|first: char| first.is_ascii_digit()) {
                TokenKind::Number
            } else {
                TokenKind::Word
            }
        } else if matches!(character, '\'' | '’')
            && tokens.last().is_some_and(|last: &Token| last.span.end == start && last.kind == TokenKind::Word)
            && is_possessive(&source[start..])
        {
            if source[end..].starts_with(['s', 'S']) {
                characters.next();
                end += 1;
            }
            TokenKind::Possessive
        } else {
            match character {
                '“' | '„' | '«' | '‘' => TokenKind::OpenQuote,
                '”' | '»' | '’' => TokenKind::CloseQuote,
                '"' => {
                    quote_open = !quote_open;
                    if quote_open { TokenKind::OpenQuote } else { TokenKind::CloseQuote }
                }
                '.' | '-' | '–' | '—' => {
                    while let Some(&(at, next)) = characters.peek() {
                        if next != character {
                            break;
                        }
                        end = at + next.len_utf8();
                        characters.next();
                    }
                    TokenKind::Mark
                }
                _ => TokenKind::Mark,
            }
        };
        tokens.push(Token { span: Span::new(start, end), kind, sentence: 0 });
    }
    tokens
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// Whether `next` may stand inside a token that begins with `first`.
fn joins(first: char, next: char) -> bool {
    match next {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' => true,
        '.' | ',' | ':' => first.is_ascii_digit() || next == '.',
        _ => false,
    }
}

/// Whether what begins with an apostrophe is a possessive ending and not part of a word.
fn is_possessive(rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    match after.next() {
        Some('s' | 'S') => !after.next().is_some_and(char::is_alphanumeric),
        Some(next) => !next.is_alphanumeric(),
        None => true,
    }
}

/// Whether a stop after `word` belongs to it: single letters with stops between ("U.S", "a.m").
fn is_dotted_abbreviation(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}
