//! Words that tell that a name is a place, or how far its words reach (`place_words.tsv`).

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

/// What a word says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceWord {
    /// The name behind it may say where: "near X".
    Preposition,
    /// The name behind it is nearly always a place.
    Locative,
    /// A part of a place: "the outskirts of X".
    Part,
    /// A point of the compass: "north", "south-west".
    Compass,
    /// It belongs to the words of the name behind it: "central X".
    Direction,
    /// An adjective before the names of places: "nearby".
    Describes,
    /// What "of" joins to a place beside its parts: its people, what befalls it.
    OfPlace,
    /// What a place owns and a person hardly does: "X's airport".
    Owned,
    /// A verb for what is done to a place: "besieged X".
    Assault,
    /// It measures from one place to another.
    Distance,
    /// It begins the names of settlements.
    First,
    /// A generic noun that stands before the name: "Mount X".
    Fronted,
    /// It ends the names of settlements and hardly those of people.
    Ending,
}

/// The words, in lower case.
struct PlaceWords {
    uses: HashMap<String, Vec<PlaceWord>>,
    endings: Vec<String>,
}

#[derive(Deserialize)]
struct Row {
    place_word: String,
    #[serde(rename = "use")]
    sense: PlaceWord,
}

/// The built-in words; they are read on first use.
fn get() -> &'static PlaceWords {
    static WORDS: OnceLock<PlaceWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = PlaceWords { uses: HashMap::default(), endings: Vec::new() };
        for row in super::rows::<Row>("place_words") {
            if row.sense == PlaceWord::Ending {
                words.endings.push(row.place_word);
            } else {
                words.uses.entry(row.place_word).or_default().push(row.sense);
            }
        }
        words
    })
}

/// Whether `word` says `sense` of a place.
pub fn is(word: &str, sense: PlaceWord) -> bool {
    get().uses.get(word).is_some_and(|uses| uses.contains(&sense))
}

/// Whether `word` names a part of a place: "the outskirts of X", "the north of X".
pub fn is_part(word: &str) -> bool {
    is(word, PlaceWord::Part) || is(word, PlaceWord::Compass)
}

/// Whether `word` ends like the name of a settlement.
pub fn ends_like_settlement(word: &str) -> bool {
    let last = word.as_bytes().last();
    get().endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_they_say_of_places() {
        for (word, sense, expected) in [
            ("above", PlaceWord::Preposition, true),
            ("despite", PlaceWord::Preposition, false),
            ("south-west", PlaceWord::Compass, true),
            ("lobby", PlaceWord::Part, true),
            ("lobby", PlaceWord::Owned, false),
        ] {
            assert_eq!(is(word, sense), expected, "{word}");
        }
        assert!(ends_like_settlement("hanfieldville"));
    }
}
