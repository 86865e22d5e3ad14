//! Which way a quotation mark faces. What stands on its two sides decides; where that does not, whether a quotation is
//! open does. A mark that begins a paragraph opens, whatever was left open before it, so that an odd number of marks
//! spoils no more than its own paragraph.

use super::TokenKind;

/// What is open in the paragraph that is being read.
#[derive(Default)]
pub struct Quotations {
    double: bool,
    single: bool,
}

/// What stands around a mark.
pub struct Surroundings<'a> {
    /// The character before it; `None` at the beginning of the text.
    pub before: Option<char>,
    /// The character after it; `None` at the end of the text.
    pub after: Option<char>,
    /// The rest of the paragraph after it.
    pub rest: &'a str,
}

impl Quotations {
    /// A new paragraph begins.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    /// The kind of `mark`, or `None` where it is no quotation mark here.
    pub fn face(&mut self, mark: char, around: &Surroundings<'_>) -> Option<TokenKind> {
        match mark {
            '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '＂' | '\u{fffd}' | '「' | '」' | '『' | '』' => {
                self.double(mark, around)
            }
            '\'' | '‘' | '’' | '‚' | '`' => self.single(mark, around),
            _ => None,
        }
    }

    fn double(&mut self, mark: char, around: &Surroundings<'_>) -> Option<TokenKind> {
        let opens = match (stands_before_words(around), stands_after_words(around), mark) {
            (true, false, _) => true,
            // Inches and seconds of arc: a mark at a figure where nothing is open.
            (_, _, '"') if !self.double && around.before.is_some_and(|before| before.is_ascii_digit()) => return None,
            (false, true, '“' | '«' | '‹' | '„' | '「' | '『') if !self.double => true,
            (false, true, _) | (_, _, '”' | '»' | '›' | '」' | '』') => false,
            (_, _, '“' | '„' | '«' | '‹' | '「' | '『') => true,
            _ => !self.double,
        };
        self.double = opens;
        Some(if opens { TokenKind::OpenQuote } else { TokenKind::CloseQuote })
    }

    fn single(&mut self, mark: char, around: &Surroundings<'_>) -> Option<TokenKind> {
        if stands_before_words(around) {
            // "'90s", "'em": an apostrophe for what is left out.
            let elided = around.after.is_some_and(|after| after.is_ascii_digit())
                || matches!(word(around.rest), "em" | "til" | "cause" | "twas" | "tis" | "n" | "bout");
            if elided || mark == '’' && !around.rest.contains('’') {
                return None;
            }
            self.single = true;
            return Some(TokenKind::OpenQuote);
        }
        if mark == '‘' && !self.single {
            self.single = true;
            return Some(TokenKind::OpenQuote);
        }
        if std::mem::take(&mut self.single) { Some(TokenKind::CloseQuote) } else { None }
    }

    /// Whether an apostrophe at the end of a word in "s" is the mark of a plural possessive and closes nothing.
    pub fn is_plural_possessive(&self, around: &Surroundings<'_>) -> bool {
        if !matches!(around.before, Some('s' | 'S')) {
            return false;
        }
        let goes_on = around.rest.trim_start_matches(' ').starts_with(char::is_alphabetic);
        let closes_later = around.rest.match_indices(['\'', '’']).any(|(at, _)| {
            around.rest[..at].chars().next_back().is_some_and(|before| !before.is_whitespace())
                && !around.rest[at..].chars().nth(1).is_some_and(char::is_alphanumeric)
        });
        !self.single || (goes_on && closes_later)
    }
}

fn stands_before_words(around: &Surroundings<'_>) -> bool {
    around.before.is_none_or(|before| {
        before.is_whitespace()
            || matches!(
                before,
                '(' | '[' | '{' | '/' | '-' | '–' | '—' | '"' | '“' | '‘' | '\'' | ':' | '\u{feff}' | '>'
            )
    }) && around.after.is_some_and(|after| !after.is_whitespace() && !is_closing(after))
}

fn stands_after_words(around: &Surroundings<'_>) -> bool {
    around.before.is_some_and(|before| !before.is_whitespace() && !matches!(before, '(' | '[' | '{'))
        && around.after.is_none_or(|after| {
            after.is_whitespace()
                || is_closing(after)
                || matches!(after, '-' | '–' | '—' | '\'' | '’' | '/' | '"' | '[' | '<')
        })
}

fn is_closing(character: char) -> bool {
    matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”')
}

fn word(rest: &str) -> &str {
    let end = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}
