//! From the words that a person types to FTS5 expressions that always parse.

use std::iter::Peekable;
use std::str::Chars;

use crate::query::question::{Parameters, optional};
use crate::script::is_searched_in_parts;
use crate::{Error, Result};

/// What is shorter, in signs, is not in the index of parts.
const SHORTEST: usize = 3;

/// One thing to look for.
struct Term {
    text: String,
    is_unwanted: bool,
    is_beginning: bool,
}

/// What is asked for, as parameters of a search. Words in scripts without spaces are looked for in their own index, and all
/// others with them; what is too short for that index, or must not occur, in the texts themselves.
///
/// # Errors
/// As `expression`.
pub fn asked(asked: &str) -> Result<Parameters> {
    let expression = expression(asked)?;
    let terms = terms(asked);
    if !terms.iter().any(|term| !term.is_unwanted && term.text.contains(is_searched_in_parts)) {
        return Ok(vec![(":words", optional(Some(&expression)))]);
    }
    let is_long = |term: &&Term| term.text.chars().count() >= SHORTEST;
    let wanted = || terms.iter().filter(|term| !term.is_unwanted);
    let long = wanted().filter(is_long).map(|term| format!("\"{}\"", term.text)).collect::<Vec<_>>().join(" AND ");
    let listed = |terms: Vec<&Term>| {
        serde_json::Value::from(terms.iter().map(|term| term.text.to_ascii_lowercase()).collect::<Vec<_>>()).to_string()
    };
    let short = listed(wanted().filter(|term| !is_long(term)).collect());
    let unwanted = listed(terms.iter().filter(|term| term.is_unwanted).collect());
    let shown = wanted().find(|term| term.text.contains(is_searched_in_parts));
    Ok(vec![
        (":parts", optional((!long.is_empty()).then_some(&long))),
        (":wanted", optional(Some(&short))),
        (":unwanted", optional(Some(&unwanted))),
        (":part", optional(shown.map(|term| term.text.to_ascii_lowercase()).as_deref())),
    ])
}

/// The expression for `asked`: all words must occur, `"several words"` as they stand, `-word` must not, `word*` is a
/// beginning. Everything else that FTS5 has a meaning for is taken as plain text.
///
/// # Errors
/// [`Error::Usage`] where there is no word to look for.
fn expression(asked: &str) -> Result<String> {
    let terms = terms(asked);
    let joined = |unwanted: bool, word: &str| {
        let terms: Vec<String> = terms.iter().filter(|term| term.is_unwanted == unwanted).map(written).collect();
        terms.join(word)
    };
    let (wanted, unwanted) = (joined(false, " AND "), joined(true, " OR "));
    match (wanted.is_empty(), unwanted.is_empty()) {
        (true, true) => Err(Error::Usage { what: "there is no word to search for".to_owned() }),
        (true, false) => {
            Err(Error::Usage { what: "name at least one word to search for, beside those to leave out".to_owned() })
        }
        (false, true) => Ok(wanted),
        (false, false) => Ok(format!("({wanted}) NOT ({unwanted})")),
    }
}

fn written(term: &Term) -> String {
    format!("\"{}\"{}", term.text, if term.is_beginning { "*" } else { "" })
}

fn terms(asked: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut characters = asked.chars().peekable();
    while let Some(first) = characters.peek().copied() {
        if first.is_whitespace() {
            characters.next();
            continue;
        }
        let is_unwanted = first == '-' && characters.next().is_some();
        let text = if is_quotation_mark(characters.peek().copied()) {
            characters.next();
            let phrase = taken_until(&mut characters, |character| is_quotation_mark(Some(character)));
            characters.next();
            phrase
        } else {
            taken_until(&mut characters, |character| character.is_whitespace() || is_quotation_mark(Some(character)))
        };
        let is_beginning = text.ends_with('*') || characters.next_if_eq(&'*').is_some();
        // NUL would end the expression early.
        let text = text.trim_end_matches('*').replace('\0', " ");
        if text.chars().any(char::is_alphanumeric) {
            terms.push(Term { text, is_unwanted, is_beginning });
        }
    }
    terms
}

fn is_quotation_mark(character: Option<char>) -> bool {
    matches!(character, Some('"' | '“' | '”' | '„'))
}

fn taken_until(characters: &mut Peekable<Chars<'_>>, is_end: impl Fn(char) -> bool) -> String {
    std::iter::from_fn(|| characters.next_if(|character| !is_end(*character))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_an_expression() {
        for (asked, expected) in [
            ("river flood", r#""river" AND "flood""#),
            ("\"river flood\" dam", r#""river flood" AND "dam""#),
            ("“river flood”", r#""river flood""#),
            ("flood -dam", r#"("flood") NOT ("dam")"#),
            ("flood -dam -\"upper lock\"", r#"("flood") NOT ("dam" OR "upper lock")"#),
            ("evacuat*", r#""evacuat"*"#),
            ("\"upper lo\"*", r#""upper lo"*"#),
            ("NEAR(a, b) OR title:x", r#""NEAR(a," AND "b)" AND "OR" AND "title:x""#),
            ("\"never closed", r#""never closed""#),
            ("it's *", r#""it's""#),
            ("a\0b", "\"a b\""),
        ] {
            assert_eq!(expression(asked).unwrap(), expected, "{asked}");
        }
        for nothing in ["", "  ", "-flood", "\"\"", "* - \"", "--"] {
            assert!(expression(nothing).is_err(), "{nothing:?}");
        }
    }

    #[test]
    fn no_words_are_a_syntax_error_to_fts5() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE VIRTUAL TABLE t USING fts5(title, text)").unwrap();
        let pieces =
            ["a", "\"", "*", "-", "(", ")", ":", "^", "+", "NOT", "AND", "NEAR", " ", "{", "}", ",", "'", "“", "é"];
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    let asked = format!("x {one}{two}{three}");
                    let expression = expression(&asked).unwrap();
                    let found = connection
                        .query_row("SELECT count(*) FROM t WHERE t MATCH ?", [&expression], |row| row.get::<_, i64>(0));
                    assert!(found.is_ok(), "{asked} became {expression}: {found:?}");
                }
            }
        }
    }
}
