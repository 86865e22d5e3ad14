//! All that the vocabulary says of one word, so that a text asks once for each of its tokens and not once for each question.
//!
//! The record is made from what the vocabulary files say and holds nothing of its own; what a word that stands in no file
//! may be is told by its ending or, behind a hyphen, by its last part.

use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};

use super::abbreviations::{self, AbbreviationClass};
use super::calendar::{self, Sense};
use super::counting::{self, Group};
use super::cues::{self, Entry};
use super::events;
use super::firmness::{self, Firmness, MarkPlace};
use super::geography::{self, PlaceNoun};
use super::grammar::{self, VerbForms, WordClass};
use super::name_words;
use super::number_words::{self, NumberWord};
use super::sources::{self, SourceNoun};
use super::titles::{self, TitleKind};

/// What is known of a word in lower case.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own that a word answers")]
pub struct Word {
    /// Its closed class.
    pub class: Option<WordClass>,
    /// The forms of verbs that it may be, of known ones or by its ending.
    pub verb: VerbForms,
    /// It is a form of a verb of `verbs.tsv`, not one by its ending alone.
    pub is_listed_verb: bool,
    /// What it says before a name.
    pub title: Option<TitleKind>,
    /// What was shortened to it.
    pub abbreviation: Option<AbbreviationClass>,
    /// It is a given name.
    pub is_given_name: bool,
    /// What it says of a place, in the singular or a plural.
    pub place_noun: Option<&'static PlaceNoun>,
    /// The country of a demonym, empty for a people of no one country.
    pub demonym: Option<&'static str>,
    /// It tells of something happening.
    pub is_happening: bool,
    /// A known name of a place begins with it.
    pub begins_place: bool,
    /// Its value as a number.
    pub number: Option<NumberWord>,
    /// What it can mean in a date.
    pub calendar: &'static [Sense],
    /// What it says of a source.
    pub source: Option<&'static SourceNoun>,
    /// The cues that begin with it, longest first.
    pub cues: &'static [Entry],
    /// What it says of firmness, by where it stands.
    pub firmness: &'static [(MarkPlace, Firmness)],
    /// The senses in which it makes a count as a verb.
    pub counting_verb: &'static [counting::Trigger],
    /// The senses in which it makes a count as a noun.
    pub counting_noun: &'static [counting::Trigger],
    /// The senses in which it makes a count as an adjective.
    pub counting_adjective: &'static [counting::Trigger],
    /// A phrase that makes a count begins with it.
    pub begins_counting_phrase: bool,
    /// What it says of those who are counted.
    pub group: Option<&'static Group>,
    /// It is a form of a word that tells of an event.
    pub is_event_trigger: bool,
}

impl Word {
    /// What is known of `word`, in lower case.
    pub fn of(word: &str) -> &'static Self {
        let words = words();
        match words.listed.get(word) {
            Some(known) => known,
            None => words.unlisted(word),
        }
    }

    /// The word of whom nothing is known.
    pub fn unknown() -> &'static Self {
        &words().unknown
    }

    /// What it says of firmness in this place.
    pub fn firmness(&self, place: MarkPlace) -> Option<Firmness> {
        self.firmness.iter().find(|(own, _)| *own == place).map(|(_, firmness)| *firmness)
    }

    fn read(word: &str) -> Self {
        Self {
            class: grammar::get().class(word),
            verb: grammar::get().verb(word),
            is_listed_verb: grammar::get().is_listed(word),
            title: titles::get().kind(word),
            abbreviation: abbreviations::class(word),
            is_given_name: name_words::get().is_given_name(word),
            place_noun: geography::get().noun(word),
            demonym: geography::get().demonym(word),
            is_happening: geography::get().is_happening(word),
            begins_place: geography::get().begins_place(word),
            number: number_words::get(word),
            calendar: calendar::get().senses(word),
            source: sources::get().get(word),
            cues: cues::get().beginning(word),
            firmness: firmness::get().all(word),
            counting_verb: counting::get().verb(word),
            counting_noun: counting::get().noun(word),
            counting_adjective: counting::get().adjective(word),
            begins_counting_phrase: counting::get().begins_phrase(word),
            group: counting::get().group(word),
            is_event_trigger: events::get().is_trigger(word),
        }
    }
}

struct Words {
    listed: HashMap<String, Word>,
    /// By the last part of a compound.
    compounds: HashMap<String, Word>,
    past: Word,
    gerund: Word,
    unknown: Word,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(Words::built_in)
}

impl Words {
    fn built_in() -> Self {
        let mut spellings: HashSet<String> = HashSet::default();
        for words in [
            grammar::get().words(),
            titles::get().words(),
            abbreviations::words(),
            name_words::get().words(),
            geography::get().words(),
            number_words::words(),
            calendar::get().words(),
            sources::get().words(),
            cues::get().words(),
            firmness::get().words(),
            counting::get().words(),
            events::get().words(),
        ] {
            spellings.extend(words);
        }
        let listed: HashMap<String, Word> = spellings
            .into_iter()
            .map(|spelling| {
                let word = Word::read(&spelling);
                (spelling, word)
            })
            .collect();
        let compounds = listed
            .iter()
            .filter(|(spelling, _)| !spelling.contains('-'))
            .filter(|(_, word)| word.group.is_some() || word.source.is_some())
            .map(|(spelling, _)| (spelling.clone(), Word::read(&format!("-{spelling}"))))
            .collect();
        let past = VerbForms { past: true, participle: true, ..VerbForms::default() };
        let gerund = VerbForms { gerund: true, ..VerbForms::default() };
        let of_forms = |verb| Word { verb, ..Word::default() };
        Self { listed, compounds, past: of_forms(past), gerund: of_forms(gerund), unknown: Word::default() }
    }

    fn unlisted(&self, word: &str) -> &Word {
        if let Some((_, last)) = word.rsplit_once('-') {
            return self.compounds.get(last).unwrap_or(&self.unknown);
        }
        let forms = grammar::verb_by_ending(word);
        match (forms.past, forms.gerund) {
            (true, _) => &self.past,
            (_, true) => &self.gerund,
            _ => &self.unknown,
        }
    }
}
