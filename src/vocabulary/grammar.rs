//! The words that the shallow grammar steers by: closed word classes and the forms of verbs.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// The class of a word of a closed class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WordClass {
    /// Articles, demonstratives, possessives and quantifiers that are no number.
    Determiner,
    /// Prepositions, "including" among them.
    Preposition,
    /// Forms of "be".
    Be,
    /// Forms of "have".
    Have,
    /// Forms of "do".
    Do,
    /// Forms of "get", which make a passive in speech.
    Get,
    /// Modal verbs.
    Modal,
    /// "and", "or", "but".
    Conjunction,
    /// Words that begin a clause: "that", "when", "after".
    Subordinator,
    /// Words that begin a relative clause: "who", "which".
    Relative,
    /// Pronouns.
    Pronoun,
    /// "not", "never".
    Negation,
    /// Adverbs and particles.
    Adverb,
}

/// Which forms of a known verb a word may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one word may be several forms")]
pub struct VerbForms {
    /// "kill".
    pub plain: bool,
    /// "kills".
    pub third_person: bool,
    /// "killed", "shot", "fled".
    pub past: bool,
    /// "killed", "shot", "beaten".
    pub participle: bool,
    /// "killing".
    pub gerund: bool,
    /// The word is a noun as often as this form.
    pub noun: bool,
}

impl VerbForms {
    /// Whether it is a form of a verb at all.
    pub fn any(self) -> bool {
        self.plain || self.third_person || self.past || self.participle || self.gerund
    }
}

/// The closed classes and the verbs, indexed by word in lower case.
pub struct Grammar {
    classes: HashMap<String, WordClass>,
    negated: Vec<String>,
    verbs: HashMap<String, VerbForms>,
    forms: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct FunctionRow {
    function_word: String,
    word_class: WordClass,
    meaning: String,
}

#[derive(Deserialize)]
struct VerbRow {
    verb: String,
    past: String,
    participle: String,
    noun: u8,
}

/// The built-in grammar words; they are read on first use.
pub fn get() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(Grammar::built_in)
}

impl Grammar {
    fn built_in() -> Self {
        let words: Vec<FunctionRow> = super::rows("function_words");
        let negated =
            words.iter().filter(|row| row.meaning == "negated").map(|row| row.function_word.clone()).collect();
        let mut verbs: HashMap<String, VerbForms> = HashMap::default();
        let mut forms = HashMap::default();
        for row in super::rows::<VerbRow>("verbs") {
            let noun = row.noun == 1;
            let [plain, third_person, past, participle, gerund] = inflected(&row);
            let form = verbs.entry(third_person.clone()).or_default();
            (form.third_person, form.noun) = (true, noun);
            verbs.entry(past.clone()).or_default().past = true;
            verbs.entry(participle.clone()).or_default().participle = true;
            verbs.entry(gerund.clone()).or_default().gerund = true;
            let form = verbs.entry(plain.clone()).or_default();
            (form.plain, form.noun) = (true, noun);
            forms.insert(row.verb, vec![plain, third_person, past, participle, gerund]);
        }
        let classes = words.into_iter().map(|row| (row.function_word, row.word_class)).collect();
        Self { classes, negated, verbs, forms }
    }

    /// Every form of the verb whose plain form is `verb`; a verb that is not known is taken for a regular one.
    pub fn forms_of(&self, verb: &str) -> Vec<String> {
        let row = VerbRow { verb: verb.to_owned(), past: String::new(), participle: String::new(), noun: 0 };
        let mut forms = self.forms.get(verb).cloned().unwrap_or_else(|| inflected(&row).to_vec());
        // "burned" beside "burnt"
        if forms.get(2).is_some_and(|past| past.ends_with('t')) {
            forms.push(with_ending(verb, "ed"));
        }
        forms
    }

    /// The class of `word`, if it belongs to a closed one.
    pub fn class(&self, word: &str) -> Option<WordClass> {
        self.classes.get(word).copied()
    }

    /// Whether `word` is an auxiliary with "not" grown onto it.
    pub fn is_negated(&self, word: &str) -> bool {
        word.len() > 4 && (self.negated.iter().any(|known| known == word) || word.ends_with("n’t"))
    }

    /// Whether `word` is a form of a verb of `verbs.tsv`, not one by its ending alone.
    pub fn is_listed(&self, word: &str) -> bool {
        let plain = |stem: &str| self.verbs.get(stem).is_some_and(|forms| forms.plain);
        // "burned" beside "burnt"
        self.verbs.contains_key(word)
            || word.strip_suffix("ed").is_some_and(|stem| plain(stem) || plain(&format!("{stem}e")))
    }

    /// The forms of known verbs that `word` may be, and of any verb by its ending.
    pub fn verb(&self, word: &str) -> VerbForms {
        if let Some(forms) = self.verbs.get(word) {
            return *forms;
        }
        verb_by_ending(word)
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        // "burned" beside "burnt"
        let regular = self
            .verbs
            .iter()
            .filter(|(_, forms)| forms.plain)
            .flat_map(|(verb, _)| [format!("{verb}ed"), format!("{}ed", verb.strip_suffix('e').unwrap_or(verb))]);
        self.classes.keys().chain(self.verbs.keys()).cloned().chain(regular).collect()
    }
}

/// The forms of a verb that a word in no list may be by its ending.
pub fn verb_by_ending(word: &str) -> VerbForms {
    let mut forms = VerbForms::default();
    if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-') {
        forms.past = !NO_PARTICIPLES.contains(&word);
        forms.participle = forms.past;
    } else if word.len() > 5 && word.ends_with("ing") && !word.contains('-') {
        forms.gerund = !NO_GERUNDS.contains(&word);
    }
    forms
}

const NO_PARTICIPLES: [&str; 13] = [
    "hundred", "united", "armed", "hatred", "kindred", "sacred", "naked", "wicked", "masked", "biased", "limited",
    "rugged", "ragged",
];

const NO_GERUNDS: [&str; 36] = [
    "during",
    "building",
    "morning",
    "evening",
    "meeting",
    "wedding",
    "nothing",
    "something",
    "everything",
    "anything",
    "bombing",
    "shooting",
    "uprising",
    "spring",
    "string",
    "training",
    "housing",
    "hearing",
    "feeling",
    "warning",
    "ceiling",
    "clothing",
    "funding",
    "gathering",
    "sibling",
    "ruling",
    "briefing",
    "crossing",
    "dwelling",
    "offspring",
    "outstanding",
    "ongoing",
    "oncoming",
    "landing",
    "kidnapping",
    "beating",
];

/// Plain form, form in -s, past, participle, form in -ing.
fn inflected(row: &VerbRow) -> [String; 5] {
    let verb = &row.verb;
    let past = if row.past.is_empty() { with_ending(verb, "ed") } else { row.past.clone() };
    let participle = if row.participle.is_empty() { past.clone() } else { row.participle.clone() };
    let third_person = match verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if verb.ends_with(['s', 'x', 'z', 'o']) || verb.ends_with("sh") || verb.ends_with("ch") => {
            format!("{verb}es")
        }
        None => format!("{verb}s"),
    };
    // A given past in -ed shows whether the last letter is doubled.
    let gerund = match row.past.strip_suffix("ed").filter(|stem| stem.starts_with(verb.as_str())) {
        Some(stem) => format!("{stem}ing"),
        None => with_ending(verb, "ing"),
    };
    [verb.clone(), third_person, past, participle, gerund]
}

/// A regular ending put on, with the stem's last letter dropped or changed as English spelling does.
fn with_ending(verb: &str, ending: &str) -> String {
    if let Some(stem) = verb.strip_suffix("ie").filter(|_| ending == "ing") {
        return format!("{stem}y{ending}");
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| ending == "ed" || !stem.ends_with('e')) {
        return format!("{stem}{ending}");
    }
    if let Some(stem) = verb.strip_suffix('y').filter(|stem| ending == "ed" && !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}i{ending}");
    }
    let mut last = verb.chars().rev();
    let vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    let doubles = verb.len() < 5
        && last.next().is_some_and(|letter| "bdgmnprt".contains(letter))
        && vowel(last.next())
        && !vowel(last.next());
    match verb.chars().last().filter(|_| doubles) {
        Some(letter) => format!("{verb}{letter}{ending}"),
        None => format!("{verb}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_spelled_as_english_spells_them() {
        for (verb, past, gerund) in [
            ("die", "died", "dying"),
            ("storm", "stormed", "storming"),
            ("deny", "denied", "denying"),
            ("ban", "banned", "banning"),
            ("seize", "seized", "seizing"),
            ("loot", "looted", "looting"),
        ] {
            assert_eq!(with_ending(verb, "ed"), past);
            assert_eq!(with_ending(verb, "ing"), gerund);
        }
        assert!(get().verb("fled").past && get().verb("beaten").participle && get().verb("kills").third_person);
        assert!(get().verb("strikes").noun && !get().verb("hundred").past);
        assert!(get().is_negated("didn't") && !get().is_negated("did"));
    }
}
