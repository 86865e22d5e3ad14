//! The words that make count claims: triggers with what they count, and nouns for those who are counted.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::{geography, grammar};

/// What of a trigger is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// The subject of the verb, in the active voice; what an adjective says something about.
    Subject,
    /// The object of the verb, its subject in the passive.
    Object,
    /// The noun itself: "12 deaths".
    #[serde(rename = "self")]
    Itself,
    /// What follows the noun with "of": "the deaths of 12 miners".
    Of,
}

/// Which measures have a number first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Deaths, arrests: what is told of few.
    Strong,
    /// What any crowd may have, such as protesters.
    Weak,
}

impl Strength {
    fn of(measure: &str) -> Self {
        match measure {
            "casualties" | "protesters" | "people" | "security_forces" | "on_strike" | "displaced" => Self::Weak,
            _ => Self::Strong,
        }
    }
}

/// What the counted group must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Need {
    /// Anything.
    #[default]
    Anything,
    /// A person, or what is not known to be a thing.
    Being,
    /// A person.
    Person,
    /// A person, by a noun that is known.
    Known,
    /// A person who is neither police nor soldier.
    Civilian,
    /// Police or troops.
    Forces,
    /// A building or a vehicle.
    Property,
    /// People counted by the household, or those who had to leave.
    Household,
}

/// One sense of one trigger word.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a condition of its own that a row may set")]
pub struct Trigger {
    /// A word of `measures.tsv`.
    pub measure: &'static str,
    /// Whether its measure has a number before others.
    pub strength: Strength,
    /// What of the trigger is counted.
    pub counted: Counted,
    /// What the counted group must be.
    pub need: Need,
    /// Only a number counts, no single person.
    pub number: bool,
    /// Only the form in -ing has this sense.
    pub gerund: bool,
    /// Only an active verb with its object or a passive with its auxiliary has this sense.
    pub auxiliary: bool,
    /// Only a passive has this sense.
    pub passive: bool,
    /// No other verb is joined to it in this sense.
    pub alone: bool,
    /// Only a negated verb has this sense.
    pub negated: bool,
    /// Only a verb with an object has this sense.
    pub transitive: bool,
    /// Only police or troops as the doer give it this sense.
    pub by_forces: bool,
    /// Words of which one must follow soon; none where the trigger alone will do.
    pub with: Vec<String>,
    /// Words of which none may follow next.
    pub without: Vec<String>,
}

/// The nature of a group class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Nature {
    /// People.
    Person,
    /// Buildings, vehicles.
    Property,
    /// A noun for many as one.
    Collective,
    /// Anything else.
    Thing,
}

/// What is known about a noun for those who are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// A word of `group_classes.tsv`.
    pub class: &'static str,
    /// What the class holds.
    pub nature: Nature,
    /// The noun stands here in its plural, or is a body of many ("police").
    pub plural: bool,
}

/// Triggers and group nouns, indexed by every form in lower case.
pub struct Counting {
    verbs: HashMap<String, Vec<Trigger>>,
    nouns: HashMap<String, Vec<Trigger>>,
    adjectives: HashMap<String, Vec<Trigger>>,
    /// By their first word, and by the second: empty where they have none.
    phrases: HashMap<String, HashMap<String, Vec<Trigger>>>,
    groups: HashMap<String, Group>,
}

#[derive(Deserialize)]
struct TriggerRow {
    trigger: String,
    word_class: String,
    measure: String,
    counted: Counted,
    needs: String,
    with: String,
}

/// A row of `groups.tsv`.
#[derive(Deserialize)]
pub(super) struct GroupRow {
    pub(super) group_noun: String,
    pub(super) plural: String,
    pub(super) group_class: String,
}

#[derive(Deserialize)]
struct ClassRow {
    group_class: String,
    nature: Nature,
}

/// The built-in counting words; they are read on first use.
pub fn get() -> &'static Counting {
    static COUNTING: OnceLock<Counting> = OnceLock::new();
    COUNTING.get_or_init(Counting::built_in)
}

impl Counting {
    fn built_in() -> Self {
        let mut counting = Self {
            verbs: HashMap::default(),
            nouns: HashMap::default(),
            adjectives: HashMap::default(),
            phrases: HashMap::default(),
            groups: HashMap::default(),
        };
        for row in super::rows::<TriggerRow>("measure_triggers") {
            let needs: Vec<&str> = row.needs.split('|').collect();
            let words = || row.with.split('|').filter(|word| !word.is_empty());
            let trigger = Trigger {
                strength: Strength::of(&row.measure),
                measure: row.measure.leak(),
                counted: row.counted,
                need: needs.iter().find_map(|need| need_named(need)).unwrap_or_default(),
                number: needs.contains(&"number"),
                gerund: needs.contains(&"gerund"),
                alone: needs.contains(&"alone"),
                passive: needs.contains(&"passive"),
                auxiliary: needs.contains(&"auxiliary"),
                negated: needs.contains(&"negated"),
                transitive: needs.contains(&"transitive"),
                by_forces: needs.contains(&"by_forces"),
                with: words().filter(|word| !word.starts_with('!')).map(str::to_owned).collect(),
                without: words().filter_map(|word| word.strip_prefix('!')).map(str::to_owned).collect(),
            };
            let (index, forms) = match row.word_class.as_str() {
                "verb" => (&mut counting.verbs, grammar::get().forms_of(&row.trigger)),
                "phrase" => {
                    let (first, second) = row.trigger.split_once(' ').unwrap_or((&row.trigger, ""));
                    (counting.phrases.entry(first.to_owned()).or_default(), vec![second.to_owned()])
                }
                "noun" => (&mut counting.nouns, vec![plural_of(&row.trigger), row.trigger]),
                _ => (&mut counting.adjectives, vec![row.trigger]),
            };
            for form in forms {
                let senses = index.entry(form).or_default();
                if !senses.contains(&trigger) {
                    senses.push(trigger.clone());
                }
            }
        }
        let natures: HashMap<String, Nature> =
            super::rows::<ClassRow>("group_classes").into_iter().map(|row| (row.group_class, row.nature)).collect();
        for row in super::rows::<GroupRow>("groups") {
            let nature = natures.get(&row.group_class).copied().unwrap_or(Nature::Thing);
            let class: &'static str = row.group_class.clone().leak();
            let group = |plural| Group { class, nature, plural };
            let body = row.plural.is_empty() && row.group_class == "forces" || row.plural == row.group_noun;
            if !row.plural.is_empty() {
                counting.groups.insert(row.plural.clone(), group(true));
            }
            counting.groups.insert(row.group_noun.clone(), group(body));
        }
        // "12 Nigerians": what a people is called, in the plural; the singular is rather an adjective.
        for name in geography::get().plural_demonyms() {
            let people = Group { class: "people", nature: Nature::Person, plural: true };
            counting.groups.entry(name.to_owned()).or_insert(people);
        }
        counting
    }

    /// Whether a phrase that makes a count begins with `word`.
    pub(super) fn begins_phrase(&self, word: &str) -> bool {
        self.phrases.contains_key(word)
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        let triggers = [&self.verbs, &self.nouns, &self.adjectives].into_iter().flat_map(HashMap::keys);
        triggers.chain(self.groups.keys()).chain(self.phrases.keys()).cloned().collect()
    }

    /// The senses in which the verb form `word` makes a count.
    pub fn verb(&self, word: &str) -> &[Trigger] {
        self.verbs.get(word).map_or(&[], Vec::as_slice)
    }

    /// The senses in which the noun `word` makes a count.
    pub fn noun(&self, word: &str) -> &[Trigger] {
        self.nouns.get(word).map_or(&[], Vec::as_slice)
    }

    /// The senses in which the adjective `word` makes a count.
    pub fn adjective(&self, word: &str) -> &[Trigger] {
        self.adjectives.get(word).map_or(&[], Vec::as_slice)
    }

    /// The senses in which the phrase of two words ("on strike"), else that of the first alone ("aboard"), makes a count.
    pub fn phrase(&self, first: &str, second: &str) -> &[Trigger] {
        let by_second = self.phrases.get(first);
        by_second.and_then(|senses| senses.get(second).or_else(|| senses.get(""))).map_or(&[], Vec::as_slice)
    }

    /// What is known about the noun `word`.
    pub fn group(&self, word: &str) -> Option<&Group> {
        self.groups.get(word).or_else(|| {
            // "mother-of-two": what counts is the first part.
            let (first, last) = word.rsplit_once('-')?;
            let of = first.strip_suffix("-of").and_then(|parent| self.groups.get(parent));
            // "ex-soldier", "by-stander": what counts is the last part.
            of.or_else(|| self.groups.get(last))
        })
    }
}

fn need_named(name: &str) -> Option<Need> {
    match name {
        "being" => Some(Need::Being),
        "person" => Some(Need::Person),
        "known" => Some(Need::Known),
        "civilian" => Some(Need::Civilian),
        "forces" => Some(Need::Forces),
        "property" => Some(Need::Property),
        "household" => Some(Need::Household),
        _ => None,
    }
}

fn plural_of(noun: &str) -> String {
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") => format!("{noun}es"),
        None => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_forms() {
        let counting = get();
        for (word, measure) in [("shot", "killed"), ("dying", "killed"), ("fled", "displaced"), ("detains", "detained")]
        {
            assert_eq!(counting.verb(word).first().map(|sense| sense.measure), Some(measure), "{word}");
        }
        assert_eq!(counting.noun("fatalities").first().map(|sense| sense.counted), Some(Counted::Itself));
        assert_eq!(counting.group("ex-policemen").map(|group| (group.class, group.plural)), Some(("police", true)));
        assert_eq!(counting.group("crowd").map(|group| group.nature), Some(Nature::Collective));
    }

    #[test]
    fn every_trigger_and_group_names_what_exists() {
        let measures: Vec<String> = super::super::rows::<HashMap<String, String>>("measures")
            .into_iter()
            .filter_map(|mut row| row.remove("measure"))
            .collect();
        for row in super::super::rows::<TriggerRow>("measure_triggers") {
            assert!(measures.contains(&row.measure), "{} counts {}", row.trigger, row.measure);
        }
        let classes: Vec<String> =
            super::super::rows::<ClassRow>("group_classes").into_iter().map(|row| row.group_class).collect();
        for row in super::super::rows::<GroupRow>("groups") {
            assert!(classes.contains(&row.group_class), "{} is of class {}", row.group_noun, row.group_class);
        }
    }
}
