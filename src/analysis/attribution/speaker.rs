//! Who speaks: pronouns and short forms become the words in which the article first names the speaker in full, and each
//! speaker gets a kind.

use std::collections::HashMap;
use std::ops::Range;

use super::addition::outlet;
use super::source::{head, is_name, phrase_after};
use super::word_class::{is_determiner, is_preposition, is_pronoun, is_time};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::sources::Refers;

/// Who was found to speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// As first worded in full.
    pub name: String,
    /// Whether that had to be worked out.
    pub resolved: bool,
    /// A word of `source_types.tsv`.
    pub source_type: String,
}

/// The speakers met so far, and the full names of the article.
pub struct Speakers<'t, 'a> {
    text: &'t Text<'a>,
    known: Vec<Known>,
    full_names: HashMap<String, Range<usize>>,
}

struct Known {
    speaker: Speaker,
    refers: Refers,
    plural: bool,
    paragraph: usize,
}

impl<'t, 'a> Speakers<'t, 'a> {
    /// Nobody has spoken yet.
    pub fn new(text: &'t Text<'a>) -> Self {
        Self { text, known: Vec::new(), full_names: full_names(text) }
    }

    /// Who `source` is, or with none, whoever spoke last.
    pub fn resolve(&mut self, source: Option<&Range<usize>>, at: usize) -> Speaker {
        let paragraph = self.paragraph(at);
        let Some(tokens) = source else {
            return self
                .known
                .last()
                .map(|known| Speaker { resolved: true, ..known.speaker.clone() })
                .unwrap_or_default();
        };
        let text = self.text;
        let head = head(text, tokens);
        let word = text.lower(head.end.saturating_sub(1));
        let refers = vocabulary::sources::get().get(word).map(|noun| (noun.refers, noun.plural));
        let found = if head.len() == 1 && is_pronoun(word) {
            Some(self.antecedent(word, at, paragraph))
        } else if text.lower(tokens.start) == "the" && tokens.len() <= 3 && !is_name(text, tokens) {
            self.definite(word, refers.map(|(refers, _)| refers), paragraph)
        } else {
            self.full_name(&head)
        };
        if let Some(found) = found.filter(|found| !found.name.is_empty()) {
            let person = refers.is_none_or(|(refers, _)| refers == Refers::Person);
            let (refers, plural) = self
                .known
                .iter()
                .rev()
                .find(|known| known.speaker.name == found.name)
                .map_or((if person { Refers::Person } else { Refers::Body }, false), |known| {
                    (known.refers, known.plural)
                });
            self.known.push(Known { speaker: found.clone(), refers, plural, paragraph });
            return found;
        }
        let speaker = Speaker {
            name: text.span(tokens.clone()).of(text.source).to_owned(),
            resolved: false,
            source_type: source_type(text, tokens),
        };
        let (refers, plural) =
            refers.unwrap_or((if is_name(text, tokens) { Refers::Person } else { Refers::Body }, false));
        let plural = plural || tokens.clone().any(|token| text.lower(token) == "and");
        if !(head.len() == 1 && is_pronoun(word)) {
            self.known.push(Known { speaker: speaker.clone(), refers, plural, paragraph });
        }
        speaker
    }

    fn paragraph(&self, token: usize) -> usize {
        self.text.tokens.get(token).map_or(0, |token| self.text.sentences[token.sentence].paragraph)
    }

    fn latest(&self, fits: impl Fn(&Known) -> bool) -> Option<Speaker> {
        self.known
            .iter()
            .rev()
            .find(|known| fits(known))
            .map(|known| Speaker { resolved: true, ..known.speaker.clone() })
    }

    /// Whom a pronoun means: the last speaker it can stand for, or the subject of the sentence before.
    fn antecedent(&self, pronoun: &str, at: usize, paragraph: usize) -> Speaker {
        let near = |known: &Known| known.paragraph + 2 >= paragraph;
        let speaker = match pronoun {
            "he" | "she" => self.latest(|known| near(known) && known.refers == Refers::Person && !known.plural),
            "they" => {
                self.latest(|known| known.paragraph == paragraph && (known.plural || known.refers == Refers::Body))
            }
            "it" => self.latest(|known| near(known) && known.refers != Refers::Person),
            _ => None,
        };
        let before = || {
            let sentence = self.text.tokens.get(at)?.sentence;
            let tokens = self.text.sentences.get(sentence.checked_sub(1)?)?.tokens.clone();
            let subject = phrase_after(self.text, tokens.start, tokens.end)?;
            let name = self.text.span(subject.clone()).of(self.text.source).to_owned();
            let person = matches!(pronoun, "he" | "she");
            let fits = person == (is_name(self.text, &subject) && !is_preposition(self.text.lower(subject.start)))
                && !is_pronoun(self.text.lower(subject.start));
            let full = self.full_name(&head(self.text, &subject));
            fits.then(|| {
                full.unwrap_or(Speaker { name, resolved: true, source_type: source_type(self.text, &subject) })
            })
        };
        speaker
            .or_else(before)
            .or_else(|| {
                self.latest(|known| pronoun == "they" && (known.plural || known.refers == Refers::Body) && near(known))
            })
            .unwrap_or_default()
    }

    /// Whom "the statement", "the minister", "the 58-year-old" means.
    fn definite(&self, noun: &str, refers: Option<Refers>, paragraph: usize) -> Option<Speaker> {
        let near = |known: &Known| known.paragraph + 4 >= paragraph;
        let named = self.latest(|known| {
            known.speaker.name.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|part| part == noun)
                && !known.speaker.name.to_lowercase().starts_with("the ".to_owned().as_str())
        });
        if refers == Some(Refers::Document) {
            return self.latest(|known| near(known) && known.refers != Refers::Document);
        }
        let age = noun.starts_with(|first: char| first.is_ascii_digit());
        if age || matches!(noun, "man" | "woman") {
            return self.latest(|known| near(known) && known.refers == Refers::Person && !known.plural);
        }
        named
    }

    /// The full form of a phrase that ends in a bare surname ("Mr Haddad", "welder Haddad").
    fn full_name(&self, head: &Range<usize>) -> Option<Speaker> {
        let text = self.text;
        let run = name_words(text, head);
        if run.len() != 1 {
            return None;
        }
        let full = self.full_names.get(text.raw(run.start))?;
        if full.contains(&run.start) {
            return None;
        }
        let name = text.span(full.clone()).of(text.source).to_owned();
        let known = self.known.iter().rev().find(|known| known.speaker.name.ends_with(&name));
        let own = || Speaker { name: name.clone(), resolved: true, source_type: source_type(text, full) };
        Some(known.map_or_else(own, |known| Speaker { resolved: true, ..known.speaker.clone() }))
    }
}

/// The capitalised words at the end of `head`, without titles.
fn name_words(text: &Text<'_>, head: &Range<usize>) -> Range<usize> {
    let length = head
        .clone()
        .rev()
        .take_while(|token| text.capitalised(*token) && text.tokens[*token].kind == TokenKind::Word)
        .count();
    let mut start = head.end - length;
    while start + 1 < head.end && is_title(text.lower(start)) {
        start += 1;
    }
    start..head.end
}

fn is_title(word: &str) -> bool {
    vocabulary::sources::get().get(word).is_some()
        || vocabulary::abbreviations::class(word).is_some()
        || is_determiner(word)
        || matches!(word, "sacked" | "former" | "prime" | "vice" | "sir" | "lady" | "lord")
}

/// The first full form of each name of at least two words, by its last word: "Interior Minister Ana Lopez".
fn full_names(text: &Text<'_>) -> HashMap<String, Range<usize>> {
    let mut names: HashMap<String, Range<usize>> = HashMap::new();
    for sentence in &text.sentences {
        let shouted = !sentence.span.of(text.source).chars().any(char::is_lowercase);
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end && !shouted {
            let start = token;
            while token < sentence.tokens.end && is_name_part(text, token, start) {
                token += 1;
            }
            let mut run = start..token;
            while run.len() > 1
                && (is_determiner(text.lower(run.start))
                    || is_preposition(text.lower(run.start))
                    || is_time(text.lower(run.start)))
            {
                run.start += 1;
            }
            let bare = name_words(text, &run);
            if bare.len() >= 2 && run.len() <= 8 {
                names.entry(text.raw(run.end - 1).to_owned()).or_insert(run);
            }
            token = token.max(start + 1);
        }
    }
    names
}

fn is_name_part(text: &Text<'_>, token: usize, start: usize) -> bool {
    let kind = text.tokens[token].kind;
    let initial = text.raw(token) == "."
        && token > start
        && (text.raw(token - 1).len() == 1 || vocabulary::abbreviations::class(text.lower(token - 1)).is_some());
    (kind == TokenKind::Word && text.capitalised(token) && !is_pronoun(text.lower(token))) || initial
}

/// What kind of source `tokens` name: a word of `source_types.tsv`.
pub fn source_type(text: &Text<'_>, tokens: &Range<usize>) -> String {
    let head = head(text, tokens);
    let noun = |token: usize| vocabulary::sources::get().get(text.lower(token));
    let strong = |range: Range<usize>| range.rev().filter_map(noun).find(|noun| noun.strong);
    // A modifier tells more than a noun such as "sources": "opposition sources", "police spokesman", "spokesman for the army".
    let found = strong(head.clone()).or_else(|| {
        let weak = head.clone().rev().any(|token| noun(token).is_some());
        weak.then(|| strong(head.end..tokens.end)).flatten()
    });
    if let Some(found) = found {
        return found.source_type.clone();
    }
    let adjective = head.clone().any(|token| matches!(text.lower(token), "official" | "government"));
    if adjective {
        return "official".to_owned();
    }
    if outlet(text, tokens.clone()).is_some() {
        return "media".to_owned();
    }
    let weak = head.clone().rev().find_map(noun);
    match weak {
        Some(weak) => weak.source_type.clone(),
        None if is_name(text, tokens) => "person".to_owned(),
        None => "anonymous".to_owned(),
    }
}
