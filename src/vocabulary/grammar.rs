//! The words that the shallow grammar steers by: closed word classes and the forms of verbs.

use std::collections::HashMap;
use std::sync::OnceLock;

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

/// The closed classes and the verbs, indexed by word in lower case.
pub struct Grammar {
    classes: HashMap<String, WordClass>,
    negated: Vec<String>,
    verbs: HashMap<String, VerbForms>,
}

#[derive(Deserialize)]
struct FunctionWord {
    function_word: String,
    word_class: WordClass,
    meaning: String,
}

#[derive(Deserialize)]
struct Verb {
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
        let words: Vec<FunctionWord> = super::rows("function_words");
        let negated =
            words.iter().filter(|row| row.meaning == "negated").map(|row| row.function_word.clone()).collect();
        let mut verbs: HashMap<String, VerbForms> = HashMap::new();
        for row in super::rows::<Verb>("verbs") {
            let noun = row.noun == 1;
            let past = if row.past.is_empty() { with_ending(&row.verb, "ed") } else { row.past };
            let participle = if row.participle.is_empty() { past.clone() } else { row.participle };
            let mut third_person = row.verb.clone();
            third_person.push_str(if row.verb.ends_with(['s', 'h', 'x', 'z', 'o']) { "es" } else { "s" });
            if let Some(stem) = row.verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
                third_person = format!("{stem}ies");
            }
            let gerund = with_ending(&row.verb, "ing");
            let form = verbs.entry(third_person).or_default();
            (form.third_person, form.noun) = (true, noun);
            verbs.entry(past).or_default().past = true;
            verbs.entry(participle).or_default().participle = true;
            verbs.entry(gerund).or_default().gerund = true;
            let form = verbs.entry(row.verb).or_default();
            (form.plain, form.noun) = (true, noun);
        }
        Self { classes: words.into_iter().map(|row| (row.function_word, row.word_class)).collect(), negated, verbs }
    }

    /// The class of `word`, if it belongs to a closed one.
    pub fn class(&self, word: &str) -> Option<WordClass> {
        self.classes.get(word).copied()
    }

    /// Whether `word` is an auxiliary with "not" grown onto it.
    pub fn is_negated(&self, word: &str) -> bool {
        word.len() > 4 && (self.negated.iter().any(|known| known == word) || word.ends_with("n’t"))
    }

    /// The forms of known verbs that `word` may be, and of any verb by its ending.
    pub fn verb(&self, word: &str) -> VerbForms {
        if let Some(forms) = self.verbs.get(word) {
            return *forms;
        }
        let mut forms = VerbForms::default();
        if word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-') {
            forms.past = !NO_PARTICIPLES.contains(&word);
            forms.participle = forms.past;
        } else if word.len() > 5 && word.ends_with("ing") && !word.contains('-') {
            forms.gerund = !NO_GERUNDS.contains(&word);
        }
        forms
    }
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

/// A regular ending put on, with the stem's last letter dropped or changed as English spelling does.
fn with_ending(verb: &str, ending: &str) -> String {
    if let Some(stem) = verb.strip_suffix("ie").filter(|_| ending == "ing") {
        return format!("{stem}y{ending}");
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with('e')) {
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
