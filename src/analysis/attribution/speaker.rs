//! Who speaks: pronouns and short forms become the words in which the article first names the speaker in full, and each
//! speaker gets a kind.

mod kind;
mod names;

use std::ops::Range;

use foldhash::HashMap;

use super::source::{head, is_name};
use super::word_class::{is_determiner, is_pronoun, is_relative};
use crate::analysis::Reading;
use crate::analysis::phrase::VerbShape;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::sources::Refers;
pub use kind::source_type;
use names::{full_names, name_words};

/// How many paragraphs back a pronoun can reach.
const PRONOUN_REACH: usize = 2;

/// How many sentences back a chain of pronouns can reach.
const LONGEST_CHAIN: usize = 6;

/// How many paragraphs back "the statement" or "the 58-year-old" can reach.
const SHORT_FORM_REACH: usize = 4;

/// Who was found to speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// As first worded in full.
    pub name: String,
    /// Whether that had to be worked out.
    pub resolved: bool,
    /// A word of `source_types.tsv`.
    pub source_type: &'static str,
}

/// The speakers met so far, and the full names of the article.
pub struct Speakers<'r, 'a> {
    reading: &'r Reading<'a>,
    known: Vec<Known>,
    full_names: HashMap<String, Range<usize>>,
}

struct Known {
    speaker: Speaker,
    refers: Refers,
    plural: bool,
    paragraph: usize,
}

impl<'r, 'a> Speakers<'r, 'a> {
    /// Nobody has spoken yet.
    pub fn new(reading: &'r Reading<'a>) -> Self {
        Self { reading, known: Vec::new(), full_names: full_names(&reading.text) }
    }

    /// Who `source` is, or with none, whoever spoke last; `at` is a token of the cue.
    pub fn resolve(&mut self, source: Option<&Range<usize>>, at: usize) -> Speaker {
        let paragraph = self.paragraph(at);
        let Some(tokens) = source else {
            return self.latest(|_| true).unwrap_or_default();
        };
        let text = &self.reading.text;
        let head = head(text, tokens);
        let word = text.lower(head.end.saturating_sub(1));
        let noun = vocabulary::sources::get().get(word);
        let pronoun = tokens.len() == 1 && is_pronoun(word);
        let found = if pronoun {
            Some(self.antecedent(word, at, paragraph))
        } else if text.lower(tokens.start) == "the" && tokens.len() <= 5 && !is_name(text, tokens) {
            self.short_form(tokens, noun.map(|noun| noun.refers), paragraph)
        } else {
            self.full_name(&head)
        };
        if let Some(found) = found.filter(|found| !found.name.is_empty()) {
            let known = self.known.iter().rev().find(|known| known.speaker.name == found.name);
            let refers = noun.map_or(Refers::Person, |noun| noun.refers);
            let (refers, plural) = known.map_or((refers, word == "they"), |known| (known.refers, known.plural));
            self.known.push(Known { speaker: found.clone(), refers, plural, paragraph });
            return found;
        }
        let speaker = self.stated(tokens.clone(), false);
        let named_last = (tokens.start..tokens.end).rev().take_while(|token| text.lower(*token) != ",");
        let names = named_last.clone().count() < tokens.len()
            && named_last.filter(|token| text.capitalised(*token)).count() > 1;
        let refers = match noun {
            _ if names => Refers::Person,
            Some(noun) => noun.refers,
            // "the Red Cross": people's names have no article.
            None if is_name(text, tokens) && text.lower(tokens.start) != "the" => Refers::Person,
            None => Refers::Body,
        };
        let plural =
            !names && noun.is_some_and(|noun| noun.plural) || tokens.clone().any(|token| text.lower(token) == "and");
        if !pronoun {
            self.known.push(Known { speaker: speaker.clone(), refers, plural, paragraph });
        }
        speaker
    }

    fn stated(&self, tokens: Range<usize>, resolved: bool) -> Speaker {
        let text = &self.reading.text;
        let name = text.span(tokens.clone()).of(text.source).to_owned();
        Speaker { name, resolved, source_type: source_type(text, &tokens) }
    }

    fn paragraph(&self, token: usize) -> usize {
        let text = &self.reading.text;
        text.tokens.get(token).map_or(0, |token| text.sentences[token.sentence].paragraph)
    }

    fn latest(&self, fits: impl Fn(&Known) -> bool) -> Option<Speaker> {
        let known = self.known.iter().rev().find(|known| fits(known))?;
        Some(Speaker { resolved: true, ..known.speaker.clone() })
    }

    /// Whom a pronoun means: the subject of its sentence or of the one before, where that is a name and the pronoun a
    /// person's; else the last speaker that it can stand for.
    fn antecedent(&self, pronoun: &str, at: usize, paragraph: usize) -> Speaker {
        let near = |known: &Known| known.paragraph + PRONOUN_REACH >= paragraph;
        let many = |known: &Known| known.plural || known.refers == Refers::Body;
        match pronoun {
            "he" | "she" => self
                .subject_before(at, true)
                .or_else(|| self.chain(pronoun, at))
                .or_else(|| self.latest(|known| near(known) && known.refers == Refers::Person && !known.plural)),
            "they" => self
                .latest(|known| known.paragraph == paragraph && many(known))
                .or_else(|| self.subject_before(at, false))
                .or_else(|| self.latest(|known| near(known) && many(known))),
            "it" => self
                .own_body(at)
                .or_else(|| self.latest(|known| near(known) && known.refers != Refers::Person))
                .or_else(|| self.subject_before(at, false)),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// The subject of the first verb before `at` in its sentence, or in the sentence before; a person's name where
    /// `person` is asked for.
    fn subject_before(&self, at: usize, person: bool) -> Option<Speaker> {
        let text = &self.reading.text;
        let sentence = text.tokens.get(at)?.sentence;
        let own = text.sentences.get(sentence)?;
        let previous = sentence.checked_sub(1).and_then(|before| text.sentences.get(before));
        let previous = previous.filter(|previous| !previous.headline && previous.paragraph + 1 >= own.paragraph);
        let ranges = [Some(own.tokens.start..at), previous.map(|previous| previous.tokens.clone())];
        ranges.into_iter().flatten().find_map(|range| {
            let tokens = self.opening(range.clone()).or_else(|| self.first_subject(range.clone()));
            let tokens = tokens.filter(|tokens| tokens.end <= at)?;
            let head = head(text, &tokens);
            let aside = text.capitalised(tokens.end - 1) && tokens.clone().any(|token| text.lower(token) == ",");
            let named = is_name(text, &tokens) || aside;
            let body = text.word(head.end.saturating_sub(1)).source;
            let man = body.is_some_and(|noun| noun.refers == Refers::Person && !noun.plural);
            let fits = person == (named || man) && !is_pronoun(text.lower(tokens.start));
            // A quoted speaker's subject is not the writer's; a single word that begins a sentence has its capital from there.
            let quoted = (range.start..tokens.start).any(|token| text.tokens[token].kind == TokenKind::OpenQuote);
            let run = name_words(text, &head);
            let begins = run.start == range.start;
            let bare = run.len() == 1 && begins && !self.full_names.contains_key(text.raw(run.start));
            let fits = fits && !quoted && !(person && named && bare);
            let fits = fits && !(person && !aside && body.is_some_and(|noun| noun.refers != Refers::Person));
            // "The chief, Ana Lopez," was met with her name.
            let words = text.span(tokens.clone()).of(text.source);
            let met = || self.latest(|known| known.speaker.name.starts_with(words) && known.refers == Refers::Person);
            fits.then(|| self.full_name(&head).or_else(met).unwrap_or_else(|| self.stated(tokens.clone(), true)))
        })
    }

    /// The person to whom a chain of sentences with the same pronoun as their subject leads back: "Ana Lopez stayed inside.
    /// She was shot. “I bled,” she said."
    fn chain(&self, pronoun: &str, at: usize) -> Option<Speaker> {
        let text = &self.reading.text;
        let last = text.tokens.get(at)?.sentence;
        let paragraph = text.sentences.get(last)?.paragraph;
        let near = |sentence: &usize| text.sentences[*sentence].paragraph + PRONOUN_REACH >= paragraph;
        let mut linked = false;
        for sentence in (last.saturating_sub(LONGEST_CHAIN)..last).rev().take_while(near) {
            let tokens = text.sentences.get(sentence)?.tokens.clone();
            let Some(subject) = self.opening(tokens.clone()).or_else(|| self.first_subject(tokens.clone())) else {
                continue;
            };
            if text.lower(subject.start) == pronoun {
                linked = true;
                continue;
            }
            let head = head(text, &subject);
            let noun = text.word(head.end.saturating_sub(1)).source;
            let person = is_name(text, &subject) && noun.is_none() && name_words(text, &head).start >= head.start;
            let quoted = (tokens.start..subject.start).any(|token| text.tokens[token].kind == TokenKind::OpenQuote);
            if linked && person && !quoted && text.lower(subject.start) != "the" {
                return Some(self.full_name(&head).unwrap_or_else(|| self.stated(subject.clone(), true)));
            }
        }
        None
    }

    /// The body that is the subject of the sentence of `at`: "The union said it …".
    fn own_body(&self, at: usize) -> Option<Speaker> {
        let text = &self.reading.text;
        let start = text.sentences.get(text.tokens.get(at)?.sentence)?.tokens.start;
        let tokens =
            self.first_subject(start..at).filter(|tokens| tokens.end <= at && !is_pronoun(text.lower(tokens.start)))?;
        let noun = text.word(head(text, &tokens).end.saturating_sub(1)).source;
        let body = noun.is_some_and(|noun| noun.refers == Refers::Body) || noun.is_none() && is_name(text, &tokens);
        body.then(|| self.stated(tokens, true))
    }

    /// The noun phrase that opens a sentence and is followed by an aside: "Ana Lopez, whom we met in her shop, …".
    fn opening(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let phrases = &self.reading.phrases;
        let text = &self.reading.text;
        let first = phrases.chunk_at(tokens.start)?;
        phrases.noun(first)?;
        let opening = phrases.noun_phrase(text, first);
        // "The chief of the fleet, Captain Ana Lopez, voiced …": with the name in it.
        let close = (opening.end + 1..tokens.end.min(opening.end + 8)).find(|token| text.lower(*token) == ",");
        if let Some(close) = close.filter(|_| opening.start == tokens.start && text.lower(opening.end) == ",") {
            let named = opening.end + 1..close;
            if named.len() > 1 && named.clone().all(|token| text.capitalised(token) || text.lower(token) == ".") {
                return Some(opening.start..close);
            }
        }
        let aside = text.lower(opening.end) == ","
            && (is_relative(text.lower(opening.end + 1))
                || is_determiner(text.lower(opening.end + 1))
                || text.tokens.get(opening.end + 1).is_some_and(|token| token.kind == TokenKind::Number));
        (opening.start == tokens.start && aside && opening.end <= tokens.end).then_some(opening)
    }

    /// The subject of the first finite verb among `tokens`.
    fn first_subject(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let phrases = &self.reading.phrases;
        let mut chunk = phrases.chunk_at(tokens.start)?;
        loop {
            let found = phrases.chunks.get(chunk).filter(|found| found.tokens.start < tokens.end)?;
            if phrases.verb(chunk).is_some_and(|group| group.shape == VerbShape::Finite) {
                return Some(phrases.noun_phrase(&self.reading.text, phrases.subject_of(chunk)?))
                    .filter(|subject| subject.start >= tokens.start && subject.end <= found.tokens.start);
            }
            chunk += 1;
        }
    }

    /// Whom "the statement", "the minister", "the 58-year-old" means.
    fn short_form(&self, tokens: &Range<usize>, refers: Option<Refers>, paragraph: usize) -> Option<Speaker> {
        let text = &self.reading.text;
        let noun = text.lower(tokens.end - 1);
        let near = |known: &Known| known.paragraph + SHORT_FORM_REACH >= paragraph;
        if refers == Some(Refers::Document) && tokens.len() == 2 {
            // "the report" is the report that was named before, if one was.
            let named = |known: &Known| {
                near(known)
                    && known.refers == Refers::Document
                    && known.speaker.name.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
            };
            if let Some(document) = self.latest(named) {
                return Some(document);
            }
            return self.latest(|known| near(known) && known.refers != Refers::Document);
        }
        if noun.ends_with("year-old") || (tokens.len() == 2 && matches!(noun, "man" | "woman")) {
            return self.latest(|known| near(known) && known.refers == Refers::Person && !known.plural);
        }
        let person = refers == Some(Refers::Person);
        let contains = |name: &str| {
            let name = name.to_lowercase();
            // "the minister" is one of an earlier name's words, "the police" its last one.
            let mut parts = name.split(|letter: char| !letter.is_alphanumeric());
            let found = if person { parts.any(|part| part == noun) } else { parts.next_back() == Some(noun) };
            !name.starts_with("the ") && found
        };
        (tokens.len() == 2).then(|| self.latest(|known| contains(&known.speaker.name))).flatten()
    }

    /// The full form of a phrase that ends in a bare surname ("Mr Haddad", "welder Haddad").
    fn full_name(&self, head: &Range<usize>) -> Option<Speaker> {
        let text = &self.reading.text;
        let run = name_words(text, head);
        if run.len() != 1 {
            return None;
        }
        let full = self.full_names.get(text.raw(run.start))?;
        if full.contains(&run.start) {
            return None;
        }
        let name = text.span(full.clone()).of(text.source);
        let known = self.known.iter().rev().find(|known| known.speaker.name.ends_with(name));
        Some(known.map_or_else(
            || self.stated(full.clone(), true),
            |known| Speaker { resolved: true, ..known.speaker.clone() },
        ))
    }
}
