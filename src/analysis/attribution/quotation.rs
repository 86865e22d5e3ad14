//! Quotations: what stands between quotation marks, also across sentences, and in the next paragraph where a quoted
//! paragraph has no closing mark.

use std::ops::Range;

use crate::analysis::Text;
use crate::analysis::text::TokenKind;

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Range<usize>,
    /// Between its marks.
    pub inner: Range<usize>,
    /// Whether its closing mark stands in the same paragraph.
    pub closed: bool,
    /// Whether it goes on what the quotation before it began.
    pub continues: bool,
    /// How many words it has.
    pub words: usize,
}

/// The quotations of `text`, in order; marks inside another quotation open none.
pub fn find(text: &Text<'_>) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let paragraph_of = |token: usize| text.tokens.get(token).map(|token| text.sentences[token.sentence].paragraph);
    let mut token = 0;
    while let Some(kind) = text.tokens.get(token).map(|token| token.kind) {
        if open.is_none() && kind != TokenKind::OpenQuote {
            token += 1;
            continue;
        }
        let opened_by = open.map(|(start, _)| text.raw(start));
        let (opens, closes) = mark(text, token, opened_by);
        if let Some((start, inner)) = open {
            if paragraph_of(start) != paragraph_of(token) {
                push(&mut quotations, text, start..token, inner..token, false);
                open = None;
                continue;
            }
            if closes {
                push(&mut quotations, text, start..token + 1, inner..token, true);
                open = None;
            } else if opens && text.lower(start) == text.lower(token) {
                // A second opening mark of the same shape: the first was never closed.
                open = Some((token, token + 1));
            }
        } else if opens {
            open = Some((token, token + 1));
        }
        token += 1;
    }
    if let Some((start, inner)) = open {
        let end = text.tokens.len();
        push(&mut quotations, text, start..end, inner..end, false);
    }
    quotations
}

fn push(quotations: &mut Vec<Quotation>, text: &Text<'_>, outer: Range<usize>, inner: Range<usize>, closed: bool) {
    if inner.is_empty() {
        return;
    }
    let paragraph = |token: usize| text.sentences[text.tokens[token].sentence].paragraph;
    let continues = quotations.last().is_some_and(|last| {
        !last.closed && last.outer.end == outer.start && paragraph(last.outer.start) + 1 == paragraph(outer.start)
    });
    let is_word = |token: &usize| matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Number);
    let words = inner.clone().filter(is_word).count();
    quotations.push(Quotation { outer, inner, closed, continues, words });
}

/// Whether the mark at `token` opens or closes a quotation; `opened_by` is the mark that opened the one at hand.
fn mark(text: &Text<'_>, token: usize, opened_by: Option<&str>) -> (bool, bool) {
    let raw = text.raw(token);
    match text.tokens[token].kind {
        // A single mark inside a quotation in double ones is a quotation within it.
        TokenKind::OpenQuote => (opened_by.is_none() || !is_single(raw), false),
        TokenKind::CloseQuote => (false, opened_by.is_some_and(|opened| is_single(opened) == is_single(raw))),
        _ => (false, false),
    }
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "’" | "‚" | "`" | "‹" | "›")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_found_across_sentences_and_paragraphs() {
        for (source, expected) in [
            ("He said: “The road is shut. Go home.” Then he left.", vec![("The road is shut. Go home.", true, false)]),
            ("\"We left,\" she said. \"We ran.\"", vec![("We left,", true, false), ("We ran.", true, false)]),
            (
                "“First part.\n\n“Second part,” he said.",
                vec![("First part.", false, false), ("Second part,", true, true)],
            ),
            ("''Stay inside,'' he said.", vec![("Stay inside,", true, false)]),
            ("The guards' house and the women's ward.", vec![]),
            ("“", vec![]),
        ] {
            let text = Text::new(source);
            let found: Vec<_> = find(&text)
                .into_iter()
                .map(|found| (text.span(found.inner.clone()).of(source), found.closed, found.continues))
                .collect();
            assert_eq!(found, expected, "{source}");
        }
    }
}
