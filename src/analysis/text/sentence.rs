//! Tokens to sentences and paragraphs. The end of a paragraph always ends a sentence; inside one, a stop, question or
//! exclamation mark does, with the quotation marks and brackets that close after it.

use crate::span::Span;

use super::lines::Lines;
use super::stop::{Letters, Stops};
use super::{Sentence, Token, TokenKind};

/// No sentence has more tokens; a list or a text without stops is cut there, so that work within a sentence stays bounded.
const LONGEST_SENTENCE: usize = 600;

/// Groups `tokens` into sentences and tells each token which one it is in.
pub fn split(source: &str, lower: &str, tokens: &mut [Token]) -> Vec<Sentence> {
    let mut sentences = cut(source, lower, tokens);
    for (number, sentence) in sentences.iter().enumerate() {
        for token in &mut tokens[sentence.tokens.clone()] {
            token.sentence = number;
        }
    }
    mark_headlines(source, tokens, &mut sentences);
    sentences
}

fn cut(source: &str, lower: &str, tokens: &[Token]) -> Vec<Sentence> {
    let lines = Lines::new(source);
    let stops = Stops { source, lower, tokens, letters: Letters::of(source) };
    let mut sentences = Vec::new();
    let (mut first, mut paragraph) = (0, 0);
    for at in 0..tokens.len() {
        let end = tokens[at].span.end;
        let new_paragraph = tokens.get(at + 1).is_none_or(|next| {
            // Nearly all stand one space apart.
            let is_space = matches!(source.as_bytes()[end..next.span.start], [] | [b' ']);
            !is_space && lines.ends_paragraph(source, end, &source[end..next.span.start])
        });
        let too_long = at + 1 - first >= LONGEST_SENTENCE;
        if new_paragraph || too_long || !stops.is_within(at) && stops.ends_sentence(first, at) {
            let span = Span::new(tokens[first].span.start, end);
            sentences.push(Sentence { span, tokens: first..at + 1, paragraph, headline: false });
            first = at + 1;
            paragraph += usize::from(new_paragraph);
        }
    }
    sentences
}

/// More words than these are no headline.
const LONGEST_HEADLINE: usize = 30;

/// A headline, caption or subheading is a short paragraph of one sentence that no full stop ends.
fn mark_headlines(source: &str, tokens: &[Token], sentences: &mut [Sentence]) {
    for at in 0..sentences.len() {
        let paragraph = sentences[at].paragraph;
        let alone = (at == 0 || sentences[at - 1].paragraph != paragraph)
            && sentences.get(at + 1).is_none_or(|next| next.paragraph != paragraph);
        let sentence = &mut sentences[at];
        let last = tokens[sentence.tokens.clone()]
            .iter()
            .rfind(|token| token.kind != TokenKind::CloseQuote && token.span.of(source) != ")")
            .map_or("", |token| token.span.of(source));
        let ended = last.ends_with(['.', ':', ';', ',', '…']) || (at > 0 && matches!(last, "!" | "?"));
        sentence.headline = alone && !ended && sentence.tokens.len() <= LONGEST_HEADLINE;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Text;

    /// The sentences, headlines with a # before them.
    fn cut(source: &str) -> Vec<String> {
        let text = Text::new(source);
        let show = |sentence: &super::Sentence| {
            format!("{}{}", if sentence.headline { "#" } else { "" }, sentence.span.of(source))
        };
        text.sentences.iter().map(show).collect()
    }

    #[test]
    fn stops_end_sentences_unless_they_belong_to_a_word() {
        for (source, expected) in [
            ("Mr. Ade met Gen. R. K. Tun on Dec. 3. They left.", 2),
            ("He flew to the U.S. The talks failed at 5 p.m. on Sunday.", 2),
            ("The U.S. Senate met J. Smith of Acme Corp. in No. 4 Main St. yesterday.", 1),
            ("“Stop.” He ran. (They fell.) Nobody asked “Why?” again.", 4),
            ("\"Why?\" he asked. \"Go!\" they cried.", 2),
            ("It rose 2.5 percent in 2011. The rest... was lost. Wait... Then it fell.", 4),
            ("The dam broke.Then came the flood.[3] Nobody saw it.", 3),
            ("the dam broke. a village was lost at 4 a.m. on monday.", 2),
            ("THE DAM BROKE.  GEN. RUIZ SAID NO.  A VILLAGE WAS LOST.", 3),
            ("The fort fell. al-Harun denied it. iPhones rang.", 3),
            ("She said no. Three stayed.", 2),
            ("He paid. $40 was lost. 12 people left.", 3),
            ("What?! No! Never.", 3),
        ] {
            let found = cut(source);
            assert_eq!(found.len(), expected, "{found:#?}");
        }
    }

    #[test]
    fn headlines_and_lists_stand_alone() {
        let source = "Flood at the harbour\n\nThe wall broke. Boats sank.\nWhat now?\n1. Mend the wall\n2. Pray\n";
        assert_eq!(
            cut(source),
            ["#Flood at the harbour", "The wall broke.", "Boats sank.", "What now?", "#1. Mend the wall", "#2. Pray"]
        );
        assert_eq!(cut("FLOOD, 3 JAN -- THE WALL BROKE."), ["FLOOD, 3 JAN -- THE WALL BROKE."]);
    }
}
