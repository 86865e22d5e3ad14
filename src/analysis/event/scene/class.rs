//! Of which class of `event_objects.tsv` a noun group is, by its words, its name or what its pronoun stands for.

use std::ops::Range;

use crate::analysis::name::NameKind;
use crate::analysis::text::TokenKind;

use super::super::pronoun;
use super::Scene;

/// Classes whose members are people, so that a person's name or a personal pronoun is of them.
const PEOPLE: [&str; 6] = ["person", "employee", "striker", "group", "body_of_staff", "force"];

/// Nouns that count or bundle what follows "of", so that what follows decides.
const BUNDLES: [&str; 26] = [
    "number",
    "series",
    "string",
    "wave",
    "spate",
    "group",
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "lot",
    "couple",
    "handful",
    "package",
    "volley",
    "hail",
    "crate",
    "members",
    "piece",
    "set",
    "outbreak",
    "act",
    "acts",
    "round",
    "campaign",
    "rest",
];

/// Of what a noun group is by its own words.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    own: Vec<&'static str>,
    /// It counts or bundles what follows, so that nothing else decides.
    bundles: bool,
}

impl Scene<'_> {
    /// Whether the noun group in `chunk` is of one of `classes`.
    pub(in crate::analysis::event) fn is_of_class(&self, chunk: usize, classes: &[impl AsRef<str>]) -> bool {
        classes.iter().any(|class| self.is_of(chunk, class.as_ref()))
    }

    fn is_of(&self, chunk: usize, class: &str) -> bool {
        let Some(group) = self.phrases.noun(chunk) else {
            return false;
        };
        let people = PEOPLE.contains(&class);
        if group.pronoun {
            if !pronoun::is_personal(self.head_word(chunk)) {
                // "The car skidded before it hit a kiosk": what falls from the sky or goes off is never told by "it" alone.
                let flies = matches!(
                    class,
                    "explosive"
                        | "rocket"
                        | "aircraft"
                        | "rebel"
                        | "side"
                        | "armedforce"
                        | "protester"
                        | "captured_class"
                        | "charger"
                );
                let stands_for = || pronoun::antecedent(self, chunk, None);
                return !people && (!flies || stands_for().is_some_and(|antecedent| self.is_of(antecedent, class)));
            }
            // "They walked out": whether they are soldiers or strikers, the words that they stand for tell.
            let narrow = people && !matches!(class, "person" | "group");
            return people
                && (!narrow
                    || pronoun::antecedent(self, chunk, None).is_some_and(|antecedent| self.is_of(antecedent, class)));
        }
        if group.bare {
            return people && class != "force" && !self.is_money(chunk);
        }
        let Some(classes) = self.classes.get(chunk).map(|known| known.get_or_init(|| self.classes_by_words(chunk)))
        else {
            return false;
        };
        if classes.bundles || classes.own.contains(&class) {
            return classes.own.contains(&class);
        }
        // A person's name says nothing about uniforms or strikes.
        self.is_name_of(chunk, people && !matches!(class, "force" | "striker"), class)
    }

    fn classes_by_words(&self, chunk: usize) -> Classes {
        let phrase = self.phrases.noun_phrase(self.text, chunk);
        let head_end = self.head(chunk) + 1;
        let mut classes = Classes::default();
        let mut add = |tokens: Range<usize>| {
            classes.own.extend(self.words.classes_of(self.text.lower_span(self.text.span(tokens))));
        };
        // The head with the words before it, then the whole phrase: "gas", "tear gas", "state of emergency".
        let named = |end: usize| (phrase.start..end).rev().take(5).map(move |start| start..end);
        named(head_end).for_each(&mut add);
        // "opened fire first", "Route 7"
        let is_added = self.text.lower(head_end - 1) == "first"
            || self.text.tokens.get(head_end - 1).is_some_and(|head| head.kind == TokenKind::Number);
        if is_added && self.tokens(chunk).start + 1 < head_end {
            named(head_end - 1).for_each(&mut add);
        }
        if phrase.end > head_end {
            (phrase.start..head_end).map(|start| start..phrase.end).for_each(&mut add);
            if BUNDLES.contains(&self.head_word(chunk)) {
                named(phrase.end).for_each(&mut add);
                classes.bundles = true;
            }
        }
        classes
    }

    /// "seized $900": a bare amount stands for no people.
    fn is_money(&self, chunk: usize) -> bool {
        let marks = |character: char| matches!(character, '$' | '£' | '€' | '¥' | '%');
        self.tokens(chunk).any(|token| self.text.raw(token).contains(marks))
    }

    fn is_name_of(&self, chunk: usize, people: bool, class: &str) -> bool {
        let head = self.head(chunk);
        let places = ["building", "site", "place", "body_of_staff", "media", "communication"].contains(&class);
        match self.name_kind(head) {
            Some(NameKind::Person) => people,
            Some(NameKind::Place | NameKind::Body) => places,
            None => {
                let starts_sentence =
                    self.text.capitalised(head) && self.tokens(chunk).start == self.sentence_start(chunk);
                (people || places)
                    && self.text.capitalised(head)
                    && !starts_sentence
                    && !self.is_all_capitals(head)
                    && !self.words.is_listed(self.text.lower(head))
                    && !self.is_title(chunk)
            }
        }
    }

    fn sentence_start(&self, chunk: usize) -> usize {
        let sentence = self.phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
        self.text.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start)
    }

    /// Whether the sentence is a headline that writes its common words large too, so that a capital says nothing.
    fn is_title(&self, chunk: usize) -> bool {
        let sentence = self.phrases.chunks.get(chunk).and_then(|chunk| self.text.sentences.get(chunk.sentence));
        sentence.is_some_and(|sentence| {
            let long = |token: &usize| self.text.lower(*token).chars().count() > 3;
            sentence.headline
                && sentence.tokens.clone().filter(long).count() > 1
                && sentence.tokens.clone().filter(long).all(|token| self.text.capitalised(token))
        })
    }
}
