//! Characters to tokens. A number stands alone: what a hyphen glues to it is split off ("20-day" is "20", "-", "day";
//! "three-week" is "three", "-", "week"; "18-year-old" is "18", "-", "year-old"), while number words among themselves
//! stay together ("twenty-one", "two-thirds"), as do names with numbers ("F-16") and dates such as 2011-12-16.

use crate::span::Span;
use crate::vocabulary::number_words;

use super::quotation::{Quotations, Surroundings};
use super::{Token, TokenKind, character};

/// Cuts `source` into tokens; every character that is no white space is in exactly one.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { source, tokens: Vec::with_capacity(source.len() / 5), quotations: Quotations::default() };
    let mut at = 0;
    while let Some((character, length)) = character::at(source, at) {
        at = if character == '\n' {
            lexer.quotations.reset();
            at + length
        } else if character.is_whitespace() || character == '\u{feff}' {
            at + length
        } else {
            lexer.token(at, character, length)
        };
    }
    lexer.tokens
}

/// How far one looks for the mark that closes a quotation, in bytes.
const WINDOW: usize = 400;

/// No number word and no abbreviation is longer, in bytes; longer words are not looked at again for each of their marks.
const LONGEST: usize = 64;

struct Lexer<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    quotations: Quotations,
}

impl<'a> Lexer<'a> {
    /// Reads the token at byte `start` and tells where it ends.
    fn token(&mut self, start: usize, first: char, length: usize) -> usize {
        let decimal = first == '.'
            && self.digit_at(start + 1)
            && !character::before(self.source, start).is_some_and(char::is_alphanumeric);
        if first.is_numeric() || decimal {
            return self.number(start);
        }
        if first.is_alphabetic() {
            // "http", "www"
            let address = matches!(first, 'h' | 'w').then(|| self.address_end(start)).flatten();
            return match address {
                Some(end) => self.push(start, end, TokenKind::Word),
                None => self.word(start),
            };
        }
        match first {
            '.' | '-' | '–' | '—' => self.run(start, first),
            '`' | '\'' if character::at(self.source, start + 1).is_some_and(|(next, _)| next == first) => {
                // Two apostrophes face as one double mark would.
                let around = self.surroundings(start, start + 2);
                let faces = self.quotations.face('”', &around).filter(|_| first != '`');
                self.push(start, start + 2, faces.unwrap_or(TokenKind::OpenQuote))
            }
            _ => self.mark(start, first, length),
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.push_token(start, end, kind, false)
    }

    /// `letters`: whether it is made of unaccented letters alone.
    fn push_token(&mut self, start: usize, end: usize, kind: TokenKind, letters: bool) -> usize {
        let span = Span::new(start, end);
        let capital = match self.source.as_bytes().get(start) {
            Some(b'a' | b'e') if kind == TokenKind::Word => has_article(span.of(self.source)),
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => span.of(self.source).chars().next().is_some_and(char::is_uppercase),
        };
        self.tokens.push(Token { span, kind, capital, letters, sentence: 0 });
        end
    }

    fn digit_at(&self, at: usize) -> bool {
        self.source.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
    }

    fn alphanumeric_at(&self, at: usize) -> bool {
        character::at(self.source, at).is_some_and(|(character, _)| character.is_alphanumeric())
    }

    /// Digits with inner stops, commas and colons, and the letters glued to them.
    fn number(&mut self, start: usize) -> usize {
        if let Some(end) = self.iso_date_end(start) {
            return self.push(start, end, TokenKind::Number);
        }
        let mut end = start;
        while let Some((character, length)) = character::at(self.source, end) {
            let inner = matches!(character, '.' | ',' | ':')
                && self.digit_at(end + 1)
                && (end == start || self.digit_at(end - 1));
            if !(character.is_alphanumeric() || inner) {
                break;
            }
            end += length;
        }
        // "5 p.m." is often written "5p.m.": the stops belong to the letters.
        if matches!(self.source.get(end..end + 3), Some(".m." | ".M."))
            && matches!(self.source.as_bytes().get(end - 1), Some(b'a' | b'p' | b'A' | b'P'))
        {
            end += 3;
        }
        self.push(start, end, TokenKind::Number)
    }

    /// The end of a date written year-month-day in digits.
    fn iso_date_end(&self, start: usize) -> Option<usize> {
        let digits = self.source.as_bytes().get(start..start + 10)?;
        let shape = digits.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        (shape && !self.alphanumeric_at(start + 10)).then_some(start + 10)
    }

    /// The end of a web address, which is one token whatever is in it.
    fn address_end(&self, start: usize) -> Option<usize> {
        let rest = &self.source[start..];
        if !["http://", "https://", "www."].iter().any(|scheme| rest.starts_with(scheme)) {
            return None;
        }
        let end = rest.find(|character: char| character.is_whitespace() || "\"<>”»".contains(character));
        let address =
            rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']);
        (address.len() > 4).then_some(start + address.len())
    }

    /// Letters and what may stand between them.
    fn word(&mut self, start: usize) -> usize {
        let mut end = start;
        let mut letters = true;
        loop {
            end += self.source.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            // Behind most words stands a space.
            if self.source.as_bytes().get(end) == Some(&b' ') {
                break;
            }
            let Some((character, length)) = character::at(self.source, end) else { break };
            let word = &self.source[start..end];
            let joined = match character {
                '-' | '\u{2010}' | '\u{2011}' => {
                    // "minus-5", "now-18": no names with a number.
                    let prefix = ["minus", "now", "then", "to", "under", "over"].contains(&word);
                    let joined = self.alphanumeric_at(end + length) && !(prefix && self.digit_at(end + length));
                    if joined && word.len() < LONGEST && begins_with_number(word) && !self.number_word_at(end + length)
                    {
                        // What a hyphen glues to a number is a token of its own.
                        break;
                    }
                    joined
                }
                '\'' | '’' => self.alphanumeric_at(end + length) && !self.is_possessive(end + length),
                '.' => self.stop_joins(word, end),
                ',' => self.groups_join(word, end),
                _ => character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36f}'),
            };
            if !joined {
                break;
            }
            letters = false;
            end += length;
        }
        self.push_token(start, end, TokenKind::Word, letters)
    }

    /// Whether the next part of a hyphenated word is a number word too.
    fn number_word_at(&self, start: usize) -> bool {
        let rest = &self.source[start..];
        let end = rest.find(|character: char| !character.is_alphabetic()).unwrap_or(rest.len());
        number_words::joins(&rest[..end].to_ascii_lowercase())
    }

    /// Whether a stop after `word` belongs to it: single letters with stops between ("U.S.", "a.m."), names of sites
    /// ("example.org"), figures after letters ("RM2.50").
    fn stop_joins(&self, word: &str, at: usize) -> bool {
        let single_letters = word.len() < LONGEST && word.split('.').all(|part| part.chars().count() == 1);
        let next = character::at(self.source, at + 1).map(|(next, _)| next);
        match next {
            Some(next) if next.is_ascii_digit() => word.ends_with(|last: char| last.is_ascii_digit()),
            Some(next) if next.is_alphabetic() => {
                single_letters || next.is_lowercase() || matches!(word, "Ph" | "PH") || word == "Ph.D"
            }
            _ => single_letters && word.contains('.') || matches!(word, "Ph.D" | "PH.D"),
        }
    }

    /// Whether a comma after `word` groups the figures of an amount: "RM12,500".
    fn groups_join(&self, word: &str, at: usize) -> bool {
        if word.len() > LONGEST {
            return false;
        }
        let letters = word.trim_end_matches(|figure: char| figure.is_ascii_digit() || figure == ',');
        let code = (1..=3).contains(&letters.len()) && letters.len() < word.len();
        code && letters.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (1..=3).all(|on| self.digit_at(at + on))
            && !self.digit_at(at + 4)
    }

    /// Whether a lone "s" stands at `at`, right after an apostrophe.
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.source.as_bytes().get(at), Some(b's' | b'S')) && !self.alphanumeric_at(at + 1)
    }

    /// A run of the same mark is one token.
    fn run(&mut self, start: usize, first: char) -> usize {
        let mut end = start;
        while let Some((next, length)) = character::at(self.source, end).filter(|(next, _)| *next == first) {
            debug_assert_eq!(next, first);
            end += length;
        }
        self.push(start, end, TokenKind::Mark)
    }

    fn surroundings(&self, start: usize, end: usize) -> Surroundings<'a> {
        Surroundings {
            before: character::before(self.source, start),
            after: character::at(self.source, end).map(|(after, _)| after),
            rest: look_ahead(self.source, end),
        }
    }

    fn mark(&mut self, start: usize, first: char, length: usize) -> usize {
        let end = start + length;
        let after_word = self.tokens.last().is_some_and(|last| {
            last.span.end == start && matches!(last.kind, TokenKind::Word | TokenKind::Number | TokenKind::CloseQuote)
        });
        if !matches!(first, '"' | '\'' | '`') && first.is_ascii() {
            return self.push(start, end, TokenKind::Mark);
        }
        let around = self.surroundings(start, end);
        if matches!(first, '\'' | '’') && after_word {
            if self.is_possessive(end) {
                return self.push(start, end + 1, TokenKind::Possessive);
            }
            if self.quotations.is_plural_possessive(&around) {
                return self.push(start, end, TokenKind::Possessive);
            }
        }
        let kind = self.quotations.face(first, &around).unwrap_or(TokenKind::Mark);
        self.push(start, end, kind)
    }
}

/// Whether all parts of a hyphenated word are cardinals.
fn begins_with_number(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    lower.split('-').all(number_words::begins)
}

/// The rest of the line from `at` on, as far as one looks for a mark that closes: a text without line ends must not be read
/// to its end for each of its marks.
fn look_ahead(source: &str, at: usize) -> &str {
    let rest = &source[at..];
    let window = &rest[..rest.floor_char_boundary(WINDOW)];
    window.split('\n').next().unwrap_or_default()
}

/// "al-Noor", "ash-Sham": the capital of the name stands behind the article.
fn has_article(word: &str) -> bool {
    let is_joined = word.as_bytes().iter().take(4).any(|byte| *byte == b'-');
    is_joined
        && word.split_once('-').is_some_and(|(article, name)| {
            matches!(article, "al" | "el" | "ad" | "adh" | "ar" | "as" | "ash" | "at" | "ath" | "az" | "an")
                && name.starts_with(char::is_uppercase)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens joined by spaces; an opening mark as <, a closing one as >, a possessive as s.
    fn cut(text: &str) -> String {
        let show = |token: &Token| match token.kind {
            TokenKind::OpenQuote => "<",
            TokenKind::CloseQuote => ">",
            TokenKind::Possessive => "~",
            _ => token.span.of(text),
        };
        tokens(text).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_and_numbers() {
        for (text, expected) in [
            (
                "O'Hara didn't pay 1,500.75, said the well-known U.S. envoy.",
                "O'Hara didn't pay 1,500.75 , said the well-known U.S. envoy .",
            ),
            ("a 20-day curfew, a three-week siege", "a 20 - day curfew , a three - week siege"),
            ("an 18-year-old, twenty-one-year-old twins", "an 18 - year-old , twenty-one - year-old twins"),
            ("Twenty-one of two-thirds; 15-20; 15–20", "Twenty-one of two-thirds ; 15 - 20 ; 15 – 20"),
            ("an F-16 on 2019-03-04 at 5:30pm", "an F-16 on 2019-03-04 at 5:30pm"),
            ("Mila's boys' hats, the 1990's", "Mila ~ boys ~ hats , the 1990 ~"),
            ("it fell.The rest... see www.example.org/a,b.", "it fell . The rest ... see www.example.org/a,b ."),
            (".5 of it", ".5 of it"),
            ("worth RM12,500, or Rs3,000.50", "worth RM12,500 , or Rs3,000.50"),
            ("U.N.-backed four- and five-day talks -- then", "U.N.-backed four - and five - day talks -- then"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    #[test]
    fn quotation_marks_face_the_right_way() {
        for (text, expected) in [
            ("\"Stop,\" she said. \"Now.\"", "< Stop , > she said . < Now . >"),
            ("“Stop,” she said.", "< Stop , > she said ."),
            ("\"One\n\"Two,\" he said", "< One < Two , > he said"),
            ("He said: \"We're 'ready' for it.\"", "He said : < We're < ready > for it . >"),
            ("the 'workers' party' won", "the < workers ~ party > won"),
            ("back in '98 with 'em", "back in ' 98 with ' em"),
            ("„Halt“, rief er", "< Halt > , rief er"),
            ("``Go,'' he said", "< Go , > he said"),
            ("â€œDonâ€™t go,â€ she said", "< Donâ€™t go , > she said"),
            ("a 12\" pipe and \"no more\"", "a 12 \" pipe and < no more >"),
            ("he left--\"for good\"--that day", "he left -- < for good > -- that day"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }
}
