//! All that the vocabulary says of one word, so that a text asks once for each of its tokens and not once for each question.
//!
//! The record is made from what the vocabulary files say and holds nothing of its own; what a word that stands in no file
//! may be is told by its ending or, behind a hyphen, by its last part.

use std::sync::OnceLock;

use foldhash::HashMap;
use foldhash::fast::RandomState;

use super::abbreviations::{self, AbbreviationClass};
use super::calendar::{self, Sense};
use super::counting::{self, Group};
use super::cues::{self, Entry};
use super::events::{self, Matter};
use super::firmness::{self, Firmness, MarkPlace};
use super::geography::{self, PlaceNoun};
use super::grammar::{self, VerbForms, WordClass};
use super::name_words;
use super::number_words::{self, NumberWord};
use super::reactions;
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
    /// It is an auxiliary with "not" grown onto it.
    pub is_negated: bool,
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
    /// It tells of harm.
    pub is_harm: bool,
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
    /// It rules out a sense of such a word.
    pub is_avoided: bool,
    /// What it says of the whole article.
    pub matter: Matter,
    /// The words that lead from it to what it turns back to.
    pub leads: &'static [String],
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

    /// A word of which no file says anything yet.
    fn new(word: &str) -> Self {
        let is_compound = word.contains('-');
        Self {
            verb: grammar::verb_by_ending(word),
            group: if is_compound { counting::get().group(word) } else { None },
            source: if is_compound { sources::get().get(word) } else { None },
            place_noun: if is_compound { geography::get().noun(word) } else { None },
            ..Self::default()
        }
    }
}

/// Words, and what is read of each from the files that list them.
type Listed = (Vec<String>, fn(&mut Word, &str));

/// All files whose words texts are asked for.
fn files() -> [Listed; 13] {
    [
        (grammar::get().words(), |known, word| {
            known.class = grammar::get().class(word);
            known.verb = grammar::get().verb(word);
            known.is_listed_verb = grammar::get().is_listed(word);
            known.is_negated = grammar::get().is_negated(word);
        }),
        (titles::get().words(), |known, word| known.title = titles::get().kind(word)),
        (abbreviations::words(), |known, word| known.abbreviation = abbreviations::class(word)),
        (name_words::get().words(), |known, word| known.is_given_name = name_words::get().is_given_name(word)),
        (geography::get().words(), |known, word| {
            known.place_noun = geography::get().noun(word);
            known.demonym = geography::get().demonym(word);
            known.is_happening = geography::get().is_happening(word);
            known.is_harm = geography::get().is_harm(word);
            known.begins_place = geography::get().begins_place(word);
        }),
        (number_words::words(), |known, word| known.number = number_words::get(word)),
        (calendar::get().words(), |known, word| known.calendar = calendar::get().senses(word)),
        (sources::get().words(), |known, word| known.source = sources::get().get(word)),
        (cues::get().words(), |known, word| known.cues = cues::get().beginning(word)),
        (firmness::get().words(), |known, word| known.firmness = firmness::get().all(word)),
        (counting::get().words(), |known, word| {
            known.counting_verb = counting::get().verb(word);
            known.counting_noun = counting::get().noun(word);
            known.counting_adjective = counting::get().adjective(word);
            known.begins_counting_phrase = counting::get().begins_phrase(word);
            known.group = counting::get().group(word);
        }),
        (events::get().words(), |known, word| {
            known.is_event_trigger = events::get().is_trigger(word);
            known.is_avoided = events::get().is_avoided(word);
            known.matter = events::get().matter(word);
        }),
        (reactions::get().words(), |known, word| known.leads = reactions::get().leads(word)),
    ]
}

struct Words {
    listed: HashMap<String, Word>,
    /// By the last part of a compound.
    compounds: HashMap<String, Word>,
    /// By the first part of a compound such as "mother-of-two".
    parents: HashMap<String, Word>,
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
        let files = files();
        let all = files.iter().map(|(spellings, _)| spellings.len()).sum();
        let mut listed: HashMap<String, Word> = HashMap::with_capacity_and_hasher(all, RandomState::default());
        for (spellings, read) in files {
            for spelling in spellings {
                if let Some(known) = listed.get_mut(&spelling) {
                    read(known, &spelling);
                } else {
                    let mut known = Word::new(&spelling);
                    read(&mut known, &spelling);
                    listed.insert(spelling, known);
                }
            }
        }
        let of_compound = |word: &Word| Word {
            group: word.group,
            source: word.source,
            place_noun: word.place_noun,
            ..Word::default()
        };
        let leads = |word: &Word| word.group.is_some() || word.source.is_some() || word.place_noun.is_some();
        let compounds = listed
            .iter()
            .filter(|(spelling, word)| !spelling.contains('-') && leads(word))
            .map(|(spelling, word)| (spelling.clone(), of_compound(word)))
            .collect();
        let parents = listed
            .iter()
            .filter(|(spelling, word)| !spelling.contains('-') && word.group.is_some())
            .map(|(spelling, word)| (spelling.clone(), Word { group: word.group, ..Word::default() }))
            .collect();
        let past = VerbForms { past: true, participle: true, ..VerbForms::default() };
        let gerund = VerbForms { gerund: true, ..VerbForms::default() };
        let of_forms = |verb| Word { verb, ..Word::default() };
        Self { listed, compounds, parents, past: of_forms(past), gerund: of_forms(gerund), unknown: Word::default() }
    }

    fn unlisted(&self, word: &str) -> &Word {
        if word.as_bytes().contains(&b'-')
            && let Some((first, last)) = word.rsplit_once('-')
        {
            if let Some(parent) = first.strip_suffix("-of").and_then(|parent| self.parents.get(parent)) {
                return parent;
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_what_each_file_says_of_it() {
        let words = words().listed.keys().flat_map(|word| [word.clone(), format!("{word}s"), format!("ex-{word}")]);
        for word in words.chain(["torched", "gleaming", "zzz", "", "naked", "wedding"].map(str::to_owned)) {
            let known = Word::of(&word);
            assert_eq!(known.class, grammar::get().class(&word), "{word}");
            assert_eq!(known.verb, grammar::get().verb(&word), "{word}");
            assert_eq!(known.is_listed_verb, grammar::get().is_listed(&word), "{word}");
            assert_eq!(known.title, titles::get().kind(&word), "{word}");
            assert_eq!(known.abbreviation, abbreviations::class(&word), "{word}");
            assert_eq!(known.is_given_name, name_words::get().is_given_name(&word), "{word}");
            let class = |noun: Option<&PlaceNoun>| noun.map(|noun| noun.class);
            assert_eq!(class(known.place_noun), class(geography::get().noun(&word)), "{word}");
            assert_eq!(known.demonym, geography::get().demonym(&word), "{word}");
            assert_eq!(known.is_happening, geography::get().is_happening(&word), "{word}");
            assert_eq!(known.is_harm, geography::get().is_harm(&word), "{word}");
            assert_eq!(known.is_negated, grammar::get().is_negated(&word), "{word}");
            assert_eq!(known.leads, reactions::get().leads(&word), "{word}");
            assert_eq!(known.begins_place, geography::get().begins_place(&word), "{word}");
            assert_eq!(known.number, number_words::get(&word), "{word}");
            assert_eq!(known.calendar, calendar::get().senses(&word), "{word}");
            assert_eq!(known.source, sources::get().get(&word), "{word}");
            assert_eq!(known.cues.len(), cues::get().beginning(&word).len(), "{word}");
            assert_eq!(known.firmness, firmness::get().all(&word), "{word}");
            assert_eq!(known.counting_verb, counting::get().verb(&word), "{word}");
            assert_eq!(known.counting_noun, counting::get().noun(&word), "{word}");
            assert_eq!(known.counting_adjective, counting::get().adjective(&word), "{word}");
            assert_eq!(known.begins_counting_phrase, counting::get().begins_phrase(&word), "{word}");
            assert_eq!(known.group, counting::get().group(&word), "{word}");
            assert_eq!(known.is_event_trigger, events::get().is_trigger(&word), "{word}");
            assert_eq!(known.is_avoided, events::get().is_avoided(&word), "{word}");
            assert_eq!(known.matter, events::get().matter(&word), "{word}");
        }
    }
}
