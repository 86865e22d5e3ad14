//! Places as data: countries with what their people are called, well-known places, and the generic nouns of places
//! ("town", "province"). All look-ups are in lower case.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What the generic noun of a place stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlaceClass {
    /// A station, a hospital, a mine.
    Site,
    /// A square, a street, a bridge.
    Street,
    /// A city, a town, a village.
    Settlement,
    /// A mountain, a river, a bay.
    Feature,
    /// A province, a district, an island.
    Region,
    /// A country.
    Country,
}

/// A generic noun of places.
#[derive(Clone, Debug, Deserialize)]
pub struct PlaceNoun {
    noun: String,
    /// What it stands for.
    pub class: PlaceClass,
    administrative: u8,
}

impl PlaceNoun {
    /// Whether a name means the same place with and without the noun ("Oyo", "Oyo State").
    pub fn is_administrative(&self) -> bool {
        self.administrative == 1
    }

    /// Whether it is the noun `word`.
    pub fn is(&self, word: &str) -> bool {
        self.noun == word
    }

    /// Whether `word`, a form of it, is its plural.
    pub fn is_plural(&self, word: &str) -> bool {
        self.noun != word
    }
}

/// A place that is known by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPlace {
    /// The spelling that stands for all that are listed with it.
    pub name: String,
    /// ISO 3166-1 alpha-2; empty for what lies in several countries.
    pub country: String,
    /// What it is.
    pub class: PlaceClass,
}

impl KnownPlace {
    /// Whether it is a country.
    pub fn is_country(&self) -> bool {
        self.class == PlaceClass::Country
    }
}

/// The files `countries`, `peoples`, `places` and `place_nouns`, indexed.
pub struct Geography {
    places: HashMap<String, KnownPlace>,
    nouns: HashMap<String, PlaceNoun>,
    demonyms: HashMap<String, String>,
    /// The class of each.
    happenings: HashMap<String, String>,
    /// The names that begin with a word, each as its words with itself, longest first.
    by_first_word: HashMap<String, Vec<(Vec<String>, String)>>,
}

#[derive(Deserialize)]
struct Country {
    #[serde(rename = "country")]
    name: String,
    iso: String,
    demonyms: String,
    other_names: String,
}

#[derive(Deserialize)]
struct Happening {
    happening: String,
    class: String,
}

#[derive(Deserialize)]
struct People {
    people: String,
}

#[derive(Deserialize)]
struct Place {
    #[serde(rename = "place")]
    name: String,
    country: String,
    class: PlaceClass,
}

/// The built-in geography; it is read on first use.
pub fn get() -> &'static Geography {
    static GEOGRAPHY: OnceLock<Geography> = OnceLock::new();
    GEOGRAPHY.get_or_init(Geography::built_in)
}

impl Geography {
    fn built_in() -> Self {
        let mut places = HashMap::default();
        let mut demonyms: HashMap<String, String> = super::rows::<People>("peoples")
            .into_iter()
            .map(|row| (row.people.to_lowercase(), String::new()))
            .collect();
        for row in super::rows::<Place>("places") {
            let known = KnownPlace { name: row.name, country: row.country, class: row.class };
            places.insert(known.name.to_lowercase(), known);
        }
        for row in super::rows::<Country>("countries") {
            let known = KnownPlace { name: row.name.clone(), country: row.iso.clone(), class: PlaceClass::Country };
            for name in listed(&row.other_names).chain([row.name.as_str()]) {
                places.insert(name.to_lowercase(), known.clone());
            }
            for demonym in listed(&row.demonyms) {
                demonyms.insert(demonym.to_lowercase(), row.iso.clone());
            }
        }
        let nouns = super::rows::<PlaceNoun>("place_nouns").into_iter().map(|row| (row.noun.clone(), row)).collect();
        let mut by_first_word: HashMap<String, Vec<(Vec<String>, String)>> = HashMap::default();
        for name in places.keys() {
            let words = words(name);
            if let Some(first) = words.first() {
                by_first_word.entry(first.clone()).or_default().push((words, name.clone()));
            }
        }
        for names in by_first_word.values_mut() {
            names.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        let happenings =
            super::rows::<Happening>("happenings").into_iter().map(|row| (row.happening, row.class)).collect();
        Self { places, nouns, demonyms, happenings, by_first_word }
    }

    /// Whether a known name begins with `word`.
    pub(super) fn begins_place(&self, word: &str) -> bool {
        self.by_first_word.contains_key(word)
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        // The singular may stand in the text with the ending of its plural.
        let plurals = self.nouns.keys().flat_map(|noun| {
            let stem = noun.strip_suffix('y').map(|stem| format!("{stem}ies"));
            [Some(format!("{noun}s")), stem].into_iter().flatten()
        });
        let single = self
            .nouns
            .keys()
            .chain(self.demonyms.keys())
            .chain(self.happenings.keys())
            .chain(self.by_first_word.keys());
        single.cloned().chain(plurals).collect()
    }

    /// The place called `name` (lower case, words parted by one space).
    pub fn place(&self, name: &str) -> Option<&KnownPlace> {
        self.places.get(name)
    }

    /// The generic noun `word`, in the singular or a plural in "s" or "ies", also behind a hyphen.
    pub fn noun(&self, word: &str) -> Option<&PlaceNoun> {
        let noun = self.nouns.get(word).or_else(|| self.nouns.get(word.strip_suffix('s')?)).or_else(|| {
            let stem = word.strip_suffix("ies")?;
            self.nouns.get(&format!("{stem}y"))
        });
        // "island-town"
        noun.or_else(|| self.noun(word.rsplit_once('-')?.1))
    }

    /// The country (ISO 3166-1 alpha-2) of a demonym such as "kenyan" or "danes"; empty for a people of no one country.
    pub fn demonym(&self, word: &str) -> Option<&str> {
        self.demonyms.get(word).map(String::as_str)
    }

    /// The demonyms in the plural, such as "kenyans": those that are another one with "s".
    pub(super) fn plural_demonyms(&self) -> impl Iterator<Item = &str> {
        let singular = |name: &str| name.strip_suffix('s').is_some_and(|one| self.demonyms.contains_key(one));
        self.demonyms.keys().map(String::as_str).filter(move |name| singular(name))
    }

    /// Whether `word` tells of something happening ("crash", "erupted").
    pub fn is_happening(&self, word: &str) -> bool {
        self.happenings.get(word).is_some_and(|class| class != "war")
    }

    /// Whether `word` tells of people or things being harmed ("crash", "shooting"), and not of a march or a coup.
    pub fn is_harm(&self, word: &str) -> bool {
        let class = self.happenings.get(word).map(String::as_str);
        matches!(class, Some("accident" | "nature" | "weather" | "fire and blast" | "violence"))
    }

    /// Whether the verb with its particle tells of harm: "gave way", "blew up".
    pub fn is_harm_with(&self, verb: &str, particle: &str) -> bool {
        matches!(particle, "way" | "in" | "down" | "up" | "off" | "over" | "out" | "aground" | "rocks")
            && self.is_harm(&format!("{verb} {particle}"))
    }

    /// Whether `word` names what goes on for months and years: a war, a pandemic.
    pub fn is_war(&self, word: &str) -> bool {
        self.happenings.get(word).is_some_and(|class| class == "war")
    }

    /// Whether `word` tells of an accident.
    pub fn is_accident(&self, word: &str) -> bool {
        self.happenings.get(word).is_some_and(|class| class == "accident")
    }

    /// Whether `word` tells of violence or protest.
    pub fn is_unrest(&self, word: &str) -> bool {
        self.happenings.get(word).is_some_and(|class| matches!(class.as_str(), "violence" | "protest"))
    }

    /// Whether `word` tells of what goes on for days: a storm, a flood, an epidemic.
    pub fn is_weather(&self, word: &str) -> bool {
        self.happenings.get(word).is_some_and(|class| class == "weather")
    }

    /// The longest known name that `word_at` spells from 0 on, and how many words (a stop after an abbreviation is one) it
    /// has; `word_at` gives lower case, and nothing past the end.
    pub fn longest_place<'t>(&self, word_at: impl Fn(usize) -> &'t str) -> Option<(&KnownPlace, usize)> {
        let names = self.by_first_word.get(word_at(0))?;
        let fits = |words: &[String]| words.iter().enumerate().all(|(at, word)| word_at(at) == word);
        let (words, name) = names.iter().find(|(words, _)| fits(words))?;
        Some((self.place(name)?, words.len()))
    }
}

/// A name's words as the lexer cuts them: a stop stands alone unless it is one of several in an abbreviation.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in name.split(' ') {
        match word.strip_suffix('.') {
            Some(stem) if !stem.contains('.') => words.extend([stem.to_owned(), ".".to_owned()]),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// The entries of a cell that lists several.
fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|entry| !entry.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_places_nouns_and_demonyms_are_found() {
        let geography = get();
        assert!(geography.place("kenya").is_some_and(|place| place.is_country() && place.country == "KE"));
        assert_eq!(geography.place("burma").map(|place| place.name.as_str()), Some("Myanmar"));
        assert!(geography.place("nairobi").is_some_and(|place| !place.is_country() && place.country == "KE"));
        assert_eq!(geography.noun("cities").map(|noun| noun.class), Some(PlaceClass::Settlement));
        assert!(geography.noun("province").is_some_and(PlaceNoun::is_administrative));
        assert_eq!(geography.demonym("danes"), Some("DK"));
        for (words, expected) in [
            (&["south", "sudan", "said"][..], Some(("South Sudan", 2))),
            (&["st", ".", "petersburg"], Some(("St. Petersburg", 3))),
            (&["u.s.", "troops"], Some(("United States", 1))),
            (&["table"], None),
        ] {
            let found = geography.longest_place(|at| words.get(at).copied().unwrap_or_default());
            assert_eq!(found.map(|(place, words)| (place.name.as_str(), words)), expected);
        }
    }
}
