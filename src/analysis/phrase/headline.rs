//! Verbs of headlines, which leave out articles: in "Police fire on crowd" and "Villagers block highway" a word that is a
//! noun as often is the verb, in "Police fire chief dies" it is none.

use crate::vocabulary::grammar::WordClass;

use super::chunker::Chunker;

/// Whether the word at `at`, a noun as often as a verb, is the verb of its headline: it agrees with the noun before it, a
/// preposition or a bare object follows, and its clause has no other verb.
pub(super) fn is_verb(chunker: &Chunker<'_>, at: usize) -> bool {
    let forms = chunker.text.word(at).verb;
    let Some(subject) = at.checked_sub(1).filter(|_| chunker.headline && forms.noun) else {
        return false;
    };
    let next = at + 1;
    if next >= chunker.end || !chunker.is_open(subject) {
        return false;
    }
    let subject = chunker.text.lower(subject);
    let plural = subject.ends_with('s') && !subject.ends_with("ss")
        || subject.ends_with("men")
        || matches!(subject, "police" | "people" | "women" | "children" | "staff" | "crew");
    let agrees = if plural { forms.plain } else { forms.third_person };
    agrees && goes_on(chunker, at)
}

/// Whether what stands behind the word at `at` may be what a verb governs: a bare object or a preposition, and no other verb.
pub(super) fn goes_on(chunker: &Chunker<'_>, at: usize) -> bool {
    is_governing(chunker, at) && is_only_verb(chunker, at + 1, true)
}

/// The same, with no other verb before the next subordinate clause, whatever commas stand between.
pub(super) fn goes_on_alone(chunker: &Chunker<'_>, at: usize) -> bool {
    is_governing(chunker, at) && is_only_verb(chunker, at + 1, false)
}

fn is_governing(chunker: &Chunker<'_>, at: usize) -> bool {
    let next = at + 1;
    let governed = chunker.is_open(next)
        || matches!(chunker.class(next), Some(WordClass::Preposition | WordClass::Adverb | WordClass::Determiner));
    next < chunker.end && governed && chunker.text.lower(next) != "of"
}

/// Whether no other verb stands before the clause ends, which a comma ends where `at_comma` says so.
fn is_only_verb(chunker: &Chunker<'_>, from: usize, at_comma: bool) -> bool {
    let within = |token: &usize| {
        let class = chunker.class(*token);
        let word = chunker.text.lower(*token);
        let ends = matches!(word, ";" | ":" | "-" | "–" | "—" | "as" | "after" | "amid" | "while")
            || at_comma && word == ","
            || matches!(class, Some(WordClass::Subordinator | WordClass::Relative));
        !ends
    };
    !(from..chunker.end).take_while(within).any(|token| {
        let forms = chunker.text.word(token).verb;
        let finite = forms.past || (forms.plain || forms.third_person) && !forms.noun;
        let infinitive = chunker.text.lower(token - 1) == "to";
        matches!(chunker.class(token), Some(WordClass::Be | WordClass::Have | WordClass::Modal))
            || chunker.is_open(token) && finite && !infinitive
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::phrase::Phrases;
    use crate::analysis::text::Text;

    #[test]
    fn a_headline_has_one_verb_that_agrees() {
        for (source, verbs) in [
            ("Police fire on crowd", "fire"),
            ("Villagers block highway over water", "block"),
            ("Army shells town", "shells"),
            ("Mobs attack mosque, burn shops", "attack burn"),
            ("Police fire chief dies in crash", "dies"),
            ("Bus drivers strike enters second week", "enters"),
            ("Police raid left 12 dead", "left"),
            ("The police fire on Monday was put out.", "was put"),
        ] {
            let text = Text::new(source);
            let phrases = Phrases::new(&text, &[], &[], &[]);
            let verb = |chunk: &usize| phrases.verb(*chunk).is_some();
            let found: Vec<_> = (0..phrases.chunks.len()).filter(verb).collect();
            let found: Vec<_> =
                found.into_iter().map(|chunk| text.span(phrases.chunks[chunk].tokens.clone()).of(source)).collect();
            assert_eq!(found.join(" "), verbs, "{source}");
        }
    }
}
