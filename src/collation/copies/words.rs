//! The words of a text as copies keep them: whatever encoding, quotation marks, line breaks, case or accents a page has, the
//! same text gives the same words.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::script::is_unspaced;

/// Where a quotation may end at the latest, in bytes of text: a mark that nobody closed must not swallow the article.
const LONGEST_QUOTATION: usize = 2_000;

/// Calls `take` with each word and whether it stands between quotation marks.
pub fn each(text: &str, mut take: impl FnMut(&str, bool)) {
    let quotations = quotations(text);
    let mut next = quotations.iter().peekable();
    let mut word = String::new();
    let mut quoted = false;
    for (offset, character) in text.char_indices() {
        while next.peek().is_some_and(|quotation| quotation.end <= offset) {
            next.next();
        }
        if !is_part_of_word(character) {
            end(&mut word, quoted, &mut take);
            continue;
        }
        if word.is_empty() {
            quoted = next.peek().is_some_and(|quotation| quotation.start < offset);
        }
        let mut put = |character: char| {
            if is_unspaced(character) {
                end(&mut word, quoted, &mut take);
            }
            word.extend(character.to_lowercase());
            if is_unspaced(character) {
                end(&mut word, quoted, &mut take);
            }
        };
        if character.is_ascii() {
            put(character);
        } else {
            std::iter::once(character).nfkd().filter(|part| part.is_alphanumeric()).for_each(put);
        }
    }
    end(&mut word, quoted, &mut take);
}

fn end(word: &mut String, quoted: bool, take: &mut impl FnMut(&str, bool)) {
    if !word.is_empty() {
        take(word, quoted);
        word.clear();
    }
}

/// Letters and digits, the marks that are written onto them, and hyphens that show only at the end of a line.
fn is_part_of_word(character: char) -> bool {
    character.is_alphanumeric() || (!character.is_ascii() && (is_combining_mark(character) || character == '\u{ad}'))
}

/// What stands between quotation marks, marks included.
fn quotations(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut quotations = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (offset, character) in text.char_indices() {
        if let Some((start, mark)) = open {
            if closes(mark, character) {
                quotations.push(start..offset + character.len_utf8());
                open = None;
                continue;
            }
            if offset - start <= LONGEST_QUOTATION {
                continue;
            }
            open = None;
        }
        if matches!(character, '"' | '“' | '„' | '«' | '「') {
            open = Some((offset, character));
        }
    }
    quotations
}

fn closes(mark: char, character: char) -> bool {
    match mark {
        '"' => character == '"',
        '“' => matches!(character, '”' | '"'),
        '„' => matches!(character, '“' | '”' | '"'),
        '«' => character == '»',
        _ => character == '」',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words with a bar between them; those within quotation marks in brackets.
    fn told(text: &str) -> String {
        let mut words = Vec::new();
        each(text, |word, quoted| words.push(if quoted { format!("[{word}]") } else { word.to_owned() }));
        words.join("|")
    }

    #[test]
    fn the_same_text_gives_the_same_words() {
        for (text, expected) in [
            ("The Mine didn’t re-open.", "the|mine|didn|t|re|open"),
            ("The\r\nmine  didn't re-open", "the|mine|didn|t|re|open"),
            ("Caf\u{e9} Cafe\u{301} CAFE", "cafe|cafe|cafe"),
            ("the \u{fb01}re bri\u{ad}gade", "the|fire|brigade"),
            ("Край Жаңа", "краи|жаңа"),
            ("矿工罢工", "矿|工|罢|工"),
            ("14 dead", "14|dead"),
            ("", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn quotations_are_told_by_their_marks() {
        for (text, expected) in [
            ("He said “go home” twice", "he|said|[go]|[home]|twice"),
            ("He said \"go home\" twice", "he|said|[go]|[home]|twice"),
            ("Er sagte „geh“ zweimal", "er|sagte|[geh]|zweimal"),
            ("a 5\" pipe was found", "a|5|pipe|was|found"),
            ("« Non », dit-il", "[non]|dit|il"),
            ("“Go” and “stay”", "[go]|and|[stay]"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
        let never_closed = format!("He said “{}", "go home ".repeat(400));
        assert!(!told(&never_closed).contains('['));
    }
}
