//! What holds for the tokens and sentences of any string.

use proptest::prelude::*;

use super::Text;

/// Strings rich in what the lexer decides on.
fn tricky() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "U.S",
        ".",
        "..",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\"",
        "'",
        "’",
        "‘",
        "“",
        "”",
        "«",
        "s",
        "'s",
        "-",
        "–",
        "--",
        "twenty",
        "one",
        "-day",
        "5",
        "1,500",
        ".5",
        "12:30",
        "2011-12-16",
        "½",
        "a.m.",
        "Mr",
        "â€œ",
        "â€",
        "â",
        "€",
        "\u{94}",
        "\u{85}",
        "\u{feff}",
        "\u{301}",
        "İ",
        "ß",
        "漢字",
        "🙂",
        "[",
        "1",
        "]",
        "(",
        ")",
        "http://a.b/c",
        "www.",
        "!",
        "?",
        "…",
        "Ph.D",
        "``",
        "''",
        "$",
        "%",
        "K",
        "\u{fffd}",
        "\u{a0}",
        "İstanbul",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn check(source: &str) {
    let text = Text::new(source);
    let mut end = 0;
    for token in &text.tokens {
        let gap = source.get(end..token.span.start).expect("spans in order, on character boundaries");
        assert!(gap.chars().all(|gap| gap.is_whitespace() || gap == '\u{feff}'), "{gap:?} is in no token");
        assert!(!token.span.of(source).is_empty());
        end = token.span.end;
    }
    assert!(source[end..].chars().all(|rest| rest.is_whitespace() || rest == '\u{feff}'));
    let mut next = 0;
    for (number, sentence) in text.sentences.iter().enumerate() {
        assert_eq!(sentence.tokens.start, next);
        assert!(sentence.tokens.end > next);
        assert_eq!(sentence.span, text.span(sentence.tokens.clone()));
        assert!(text.tokens[sentence.tokens.clone()].iter().all(|token| token.sentence == number));
        next = sentence.tokens.end;
    }
    assert_eq!(next, text.tokens.len());
}

proptest! {
    #[test]
    fn every_character_is_in_one_token_and_every_token_in_one_sentence(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn the_same_for_tricky_text(source in tricky()) {
        check(&source);
    }
}
