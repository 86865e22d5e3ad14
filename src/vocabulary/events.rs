//! The words that tell of events: triggers with the conditions of their senses, classes of nouns, and the verbs that
//! carry an event named by a noun.

use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

/// Whether a trigger is a verb or a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TriggerClass {
    /// A verb, with or without what must follow it.
    Verb,
    /// A noun that names a happening.
    Noun,
}

/// One sense of a trigger: a line of `event_triggers.tsv`, where the columns are explained.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Verb or noun.
    pub class: TriggerClass,
    /// The word as a dictionary lists it.
    pub lemma: String,
    /// How many words the lemma has.
    pub length: usize,
    /// A word of `events.tsv`.
    pub event: &'static str,
    /// Classes of the subject.
    pub subject: Vec<String>,
    /// Classes of an object that belongs to the anchor; of a noun, the roles of the verb that must carry it.
    pub phrase: Vec<String>,
    /// Classes of the object; `none` forbids one.
    pub object: Vec<String>,
    /// What introduces the target or the participants.
    pub preposition: Vec<String>,
    /// What must follow, each as words.
    pub particle: Vec<Vec<String>>,
    /// `undergoer`, `beyond` or empty.
    pub frame: String,
    /// Words that rule the sense out.
    pub avoid: Vec<String>,
}

/// What a verb makes of the event that a noun beside it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CarrierRole {
    /// "clashes erupted".
    Occur,
    /// "staged a protest".
    Do,
    /// "came under attack".
    Undergo,
    /// "sparked protests".
    Cause,
    /// "a blast killed two".
    Result,
}

impl CarrierRole {
    /// The word for it in `event_verbs.tsv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Occur => "occur",
            Self::Do => "do",
            Self::Undergo => "undergo",
            Self::Cause => "cause",
            Self::Result => "result",
        }
    }
}

/// A verb that carries an event named by a noun.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// What it makes of the event.
    pub role: CarrierRole,
    /// What must follow it, each as words; empty where nothing must.
    pub particle: &'static [Vec<String>],
}

/// What a noun says of the whole article that it stands in, by its classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a noun may be of several classes")]
pub struct Matter {
    /// A flood, a quake or the like.
    pub disaster: bool,
    /// What blows up by itself: a boiler, mine gas.
    pub hazard: bool,
    /// What somebody sets off or fires.
    pub assault_arms: bool,
    /// Arms that strike from afar.
    pub air_arms: bool,
    /// People who stop work.
    pub walkout: bool,
}

/// The event words, indexed by form.
pub struct EventWords {
    triggers: Vec<Trigger>,
    by_form: HashMap<&'static str, Vec<usize>>,
    /// The words that rule out a sense of any trigger.
    avoided: HashSet<String>,
    carriers: HashMap<&'static str, Vec<Carrier>>,
    classes: HashMap<&'static str, Vec<&'static str>>,
}

/// The built-in event words; they are read on first use.
pub fn get() -> &'static EventWords {
    static WORDS: OnceLock<EventWords> = OnceLock::new();
    WORDS.get_or_init(EventWords::built_in)
}

#[derive(Deserialize)]
struct TriggerRow {
    class: TriggerClass,
    lemma: String,
    forms: String,
    event: String,
    subject: String,
    phrase: String,
    object: String,
    preposition: String,
    particle: String,
    frame: String,
    avoid: String,
}

#[derive(Deserialize)]
struct CarrierRow {
    forms: String,
    role: CarrierRole,
    particle: String,
}

#[derive(Deserialize)]
struct ClassRow {
    class: String,
    nouns: String,
}

impl EventWords {
    fn built_in() -> Self {
        let mut words = Self {
            triggers: Vec::new(),
            by_form: HashMap::default(),
            avoided: HashSet::default(),
            carriers: HashMap::default(),
            classes: HashMap::default(),
        };
        for row in super::rows::<TriggerRow>("event_triggers") {
            let number = words.triggers.len();
            for form in kept(row.forms) {
                // A noun of several words is looked up by its last one.
                let key = form.rsplit(' ').next().unwrap_or_default();
                let senses = words.by_form.entry(key).or_default();
                if senses.last() != Some(&number) {
                    senses.push(number);
                }
            }
            words.avoided.extend(list(&row.avoid));
            words.triggers.push(Trigger {
                class: row.class,
                length: row.lemma.split(' ').count(),
                lemma: row.lemma,
                event: row.event.leak(),
                subject: list(&row.subject),
                phrase: list(&row.phrase),
                object: list(&row.object),
                preposition: list(&row.preposition),
                particle: phrases(&row.particle),
                frame: row.frame,
                avoid: list(&row.avoid),
            });
        }
        for row in super::rows::<CarrierRow>("event_verbs") {
            let particle: &'static [Vec<String>] = phrases(&row.particle).leak();
            for form in kept(row.forms) {
                words.carriers.entry(form).or_default().push(Carrier { role: row.role, particle });
            }
        }
        for row in super::rows::<ClassRow>("event_objects") {
            let class: &'static str = row.class.leak();
            for noun in kept(row.nouns) {
                words.classes.entry(noun).or_default().push(class);
            }
        }
        // Whoever can be counted can do something and have it done to him.
        for row in super::rows::<super::counting::GroupRow>("groups") {
            let classes = classes_of_group(&row.group_class);
            if classes.is_empty() {
                continue;
            }
            for noun in [row.group_noun, row.plural].into_iter().filter(|noun| !noun.is_empty()) {
                words.classes.entry(noun.leak()).or_default().extend(classes);
            }
        }
        words
    }

    /// The senses of `form` (lower case), in the order in which they are tried.
    pub fn senses(&self, form: &str) -> impl Iterator<Item = &Trigger> {
        self.by_form.get(form).into_iter().flatten().filter_map(|number| self.triggers.get(*number))
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        let telling = self.classes.iter().filter(|(_, classes)| classes.iter().any(|class| MATTERS.contains(class)));
        let forms = telling.flat_map(|(noun, _)| {
            let stem = noun.strip_suffix('y').map(|stem| format!("{stem}ies"));
            [Some((*noun).to_owned()), Some(format!("{noun}s")), Some(format!("{noun}es")), stem].into_iter().flatten()
        });
        let single = self.by_form.keys().map(|form| (*form).to_owned()).chain(self.avoided.iter().cloned());
        single.chain(forms).collect()
    }

    /// What `noun` (lower case, singular or plural) says of the whole article.
    pub fn matter(&self, noun: &str) -> Matter {
        let mut matter = Matter::default();
        for class in self.classes_of(noun) {
            let [disaster, hazard, assault_arms, air_arms, walkout] = MATTERS.map(|telling| telling == class);
            matter.disaster |= disaster;
            matter.hazard |= hazard;
            matter.assault_arms |= assault_arms;
            matter.air_arms |= air_arms;
            matter.walkout |= walkout;
        }
        matter
    }

    /// Whether `form` (lower case) is a form of any trigger.
    pub fn is_trigger(&self, form: &str) -> bool {
        self.by_form.contains_key(form)
    }

    /// Whether `word` (lower case) rules out a sense of any trigger.
    pub fn is_avoided(&self, word: &str) -> bool {
        self.avoided.contains(word)
    }

    /// What the verb form `form` (lower case) may make of an event named beside it.
    pub fn carriers(&self, form: &str) -> &[Carrier] {
        self.carriers.get(form).map_or(&[], Vec::as_slice)
    }

    /// Whether `noun` (lower case, singular or plural) is of any class.
    pub fn is_listed(&self, noun: &str) -> bool {
        self.classes_of(noun).next().is_some()
    }

    /// Whether `noun` (lower case, singular or plural) is of `class`.
    pub fn is_of_class(&self, noun: &str, class: &str) -> bool {
        self.classes_of(noun).any(|known| known == class)
    }

    /// The classes of `noun` (lower case) and of what it may be the plural of.
    pub fn classes_of(&self, noun: &str) -> impl Iterator<Item = &'static str> + use<'_> {
        let listed = |noun: &str| self.classes.get(noun);
        let stem = noun.strip_suffix('s').filter(|stem| stem.len() > 1);
        let regular = stem.filter(|stem| stem.len() > 2).and_then(listed);
        let sibilant = stem.and_then(|stem| stem.strip_suffix('e')).filter(|stem| stem.len() > 2).and_then(listed);
        let of_y = stem.and_then(|stem| stem.strip_suffix("ie")).and_then(|stem| listed(&format!("{stem}y")));
        [listed(noun), regular, sibilant, of_y].into_iter().flatten().flatten().copied()
    }
}

/// The classes that [`Matter`] tells of, in the order of its fields.
const MATTERS: [&str; 5] = ["disaster", "hazard", "assault_arms", "airarms", "walkout"];

/// The classes of nouns to which those of a class of `group_classes.tsv` belong.
fn classes_of_group(group_class: &str) -> &'static [&'static str] {
    match group_class {
        "people" | "civilians" | "children" | "family" | "students" | "journalists" | "prisoners" | "refugees"
        | "criminals" | "captives" | "visitors" => &["person"],
        "protesters" => &["person", "protester"],
        "workers" => &["person", "employee", "striker"],
        "police" | "soldiers" | "forces" => &["person", "force"],
        "militants" => &["person", "rebel"],
        "buildings" => &["building"],
        "vehicles" => &["vehicle"],
        _ => &[],
    }
}

/// The entries of a cell that are looked up by for as long as the process runs: they are kept where they stand.
fn kept(cell: String) -> impl Iterator<Item = &'static str> {
    let cell: &'static str = cell.leak();
    cell.split('|').filter(|item| !item.is_empty())
}

fn list(cell: &str) -> Vec<String> {
    cell.split('|').filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

fn phrases(cell: &str) -> Vec<Vec<String>> {
    list(cell).iter().map(|phrase| phrase.split(' ').map(str::to_owned).collect()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn triggers_use_known_events_and_classes() {
        #[derive(Deserialize)]
        struct Event {
            event: String,
        }
        let words = get();
        let events: HashSet<String> =
            crate::vocabulary::rows::<Event>("events").into_iter().map(|row| row.event).collect();
        let classes: HashSet<&str> = words.classes.values().flatten().copied().collect();
        let roles = ["occur", "do", "undergo", "cause", "result"];
        for trigger in &words.triggers {
            assert!(events.contains(trigger.event), "{}: event {}", trigger.lemma, trigger.event);
            for class in trigger.subject.iter().chain(&trigger.object).chain(&trigger.phrase) {
                let role = trigger.class == TriggerClass::Noun && roles.contains(&class.as_str());
                assert!(
                    classes.contains(class.as_str()) || class == "none" || role,
                    "{}: class {class}",
                    trigger.lemma
                );
            }
        }
        let told: HashSet<&str> = words.triggers.iter().map(|trigger| trigger.event).collect();
        assert_eq!(told.len(), events.len(), "every event has triggers");
    }

    #[test]
    fn nouns_are_found_in_either_number() {
        for (noun, class, expected) in [
            ("lorries", "vehicle", true),
            ("bus", "vehicle", true),
            ("policemen", "person", true),
            ("bill", "person", false),
        ] {
            assert_eq!(get().is_of_class(noun, class), expected, "{noun}");
        }
    }
}
