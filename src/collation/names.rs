//! Which spellings are one name, without being told: transliterations ("Gaddafi", "Khadafy"), a generic noun more or less
//! ("Oyo", "Oyo State"), a bare surname beside the full name. Spellings are compared only where they share a sound, so that
//! a caller can recompute just the sounds that new articles touch; then the letters have to be close too, for a sound alone
//! joins Oman with Amman. Two places that the vocabulary lists as different places are never one.
//!
//! Spellings of places whose ASCII letters and digits agree, whatever their case and punctuation, always become one name:
//! [`super::incidents`] makes its slugs from names and relies on it.

mod person;
mod spelling;

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::NameKind;
use spelling::{close, folded, sound_of};

/// A spelling of a name as met in articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// What it names.
    pub kind: NameKind,
    /// As written.
    pub spelling: String,
    /// How often it stands in all articles.
    pub occurrences: u64,
}

/// One place, person or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// What it is.
    pub kind: NameKind,
    /// The spelling that stands for all: the fullest of the common ones for a person or a body, the most common for a place.
    pub name: String,
    /// The sound that its spellings share.
    pub sound: String,
    /// All its spellings, in order of their bytes.
    pub spellings: Vec<String>,
}

/// The sound under which a spelling is compared: only spellings of one kind and one sound can be one name. A person's is
/// that of the surname.
pub fn sound(kind: NameKind, spelling: &str) -> String {
    match kind {
        NameKind::Person => sound_of(&person::Person::new(spelling).surname),
        _ => sound_of(&folded(kind, spelling)),
    }
}

/// Groups spellings into names. Give all spellings of a sound; several sounds and kinds at once are kept apart. The result
/// is ordered by kind and name, and does not depend on the order of `spellings`.
pub fn group(spellings: &[Spelling]) -> Vec<Name> {
    let mut blocks: BTreeMap<(NameKind, String), BTreeMap<&str, u64>> = BTreeMap::new();
    for spelling in spellings {
        let block = blocks.entry((spelling.kind, sound(spelling.kind, &spelling.spelling))).or_default();
        *block.entry(&spelling.spelling).or_default() += spelling.occurrences;
    }
    let mut names = Vec::new();
    for ((kind, sound), block) in blocks {
        let groups = match kind {
            NameKind::Person => person::group(&block),
            NameKind::Place | NameKind::Body => group_by_letters(kind, &block),
        };
        for group in groups {
            let counted = group.iter().map(|spelling| (*spelling, block.get(spelling).copied().unwrap_or_default()));
            let Some(name) = representative(kind, counted) else { continue };
            let spellings = group.iter().map(|spelling| (*spelling).to_owned()).collect();
            names.push(Name { kind, name: name.to_owned(), sound: sound.clone(), spellings });
        }
    }
    names.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    names
}

/// Of the spellings of one kind and sound, those that the `new` ones among them are compared with, over any number of steps,
/// and these themselves: grouped without the rest, they make the same names as with it.
pub fn concerned<'a>(
    kind: NameKind,
    spellings: impl Iterator<Item = &'a str>,
    new: &BTreeSet<&str>,
) -> BTreeSet<&'a str> {
    let compared = |spelling: &'a str| match kind {
        NameKind::Person => (spelling, person::Person::new(spelling).surname),
        NameKind::Place | NameKind::Body => (spelling, folded(kind, spelling)),
    };
    let (mut next, mut rest): (Vec<_>, Vec<_>) =
        spellings.map(compared).partition(|(spelling, _)| new.contains(spelling));
    let mut concerned = BTreeSet::new();
    while let Some((spelling, letters)) = next.pop() {
        concerned.insert(spelling);
        next.extend(rest.extract_if(.., |(_, other)| close(&letters, other)));
    }
    concerned
}

fn group_by_letters<'a>(kind: NameKind, block: &BTreeMap<&'a str, u64>) -> Vec<BTreeSet<&'a str>> {
    let spellings: Vec<(&str, String)> = block.keys().map(|spelling| (*spelling, folded(kind, spelling))).collect();
    linked(&spellings, |(a, a_folded), (b, b_folded)| {
        a_folded == b_folded || (close(a_folded, b_folded) && !(kind == NameKind::Place && known_apart(a, b)))
    })
    .into_iter()
    .map(|group| group.into_iter().map(|(spelling, _)| *spelling).collect())
    .collect()
}

/// Whether the vocabulary lists the two as two places.
fn known_apart(a: &str, b: &str) -> bool {
    let geography = crate::vocabulary::geography::get();
    match (geography.place(&a.to_lowercase()), geography.place(&b.to_lowercase())) {
        (Some(a), Some(b)) => a.country != b.country || a.is_country() != b.is_country(),
        // a name that is one vowel away from a known country is more likely another place than a misspelt country
        (Some(known), None) | (None, Some(known)) => known.is_country() && a.chars().count() < 7,
        (None, None) => false,
    }
}

/// Joins what is the same by `same`, over any number of steps; the groups keep the order of `items`.
fn linked<T>(items: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<Vec<&T>> {
    let mut group_of: Vec<usize> = (0..items.len()).collect();
    for (first, a) in items.iter().enumerate() {
        for (second, b) in items.iter().enumerate().skip(first + 1) {
            let (low, high) = (group_of[first].min(group_of[second]), group_of[first].max(group_of[second]));
            if low != high && same(a, b) {
                group_of.iter_mut().filter(|group| **group == high).for_each(|group| *group = low);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<&T>> = BTreeMap::new();
    for (group, item) in group_of.into_iter().zip(items) {
        groups.entry(group).or_default().push(item);
    }
    groups.into_values().collect()
}

/// The spelling that stands for a group, of which each is given with its occurrences. A spelling that makes up less than a
/// tenth of all occurrences stands for nothing.
pub fn representative<'a>(kind: NameKind, group: impl Iterator<Item = (&'a str, u64)> + Clone) -> Option<&'a str> {
    let total: u64 = group.clone().map(|(_, occurrences)| occurrences).sum();
    let words = |spelling: &str| match kind {
        NameKind::Place => 0,
        NameKind::Person | NameKind::Body => spelling.split_whitespace().count(),
    };
    group
        .filter(|(_, occurrences)| occurrences.saturating_mul(10) >= total)
        .max_by(|(a, of_a), (b, of_b)| (words(a), of_a, b).cmp(&(words(b), of_b, a)))
        .map(|(spelling, _)| spelling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(kind: NameKind, spellings: &[&str]) -> Vec<Vec<String>> {
        let spelling = |(at, spelling): (usize, &&str)| Spelling {
            kind,
            spelling: (*spelling).to_owned(),
            occurrences: 9 - at.min(8) as u64,
        };
        let forward: Vec<Spelling> = spellings.iter().enumerate().map(spelling).collect();
        let mut backward = forward.clone();
        backward.reverse();
        assert_eq!(group(&forward), group(&backward), "the order of spellings matters");
        group(&forward).into_iter().map(|name| name.spellings).collect()
    }

    #[test]
    fn spellings_of_one_name_are_joined() {
        use NameKind::{Body, Person, Place};
        let together: &[(NameKind, &[&str])] = &[
            (Place, &["Zhanaozen", "Janaozen", "Zhana-Ozen", "Жанаозен", "ZHANAOZEN"]),
            (
                Place,
                &["Mangystau", "Mangistau region", "Mangystau Region", "Mangystau Province", "the Mangistau region"],
            ),
            (Place, &["Shetpe", "Shetpe Station"]),
            (Place, &["Shymkent", "Chimkent"]),
            (Place, &["Aktau", "Aqtau"]),
            (Place, &["Kyiv", "Kiev"]),
            (Place, &["Burkina Faso", "Burkina-Faso"]),
            (Place, &["São Paulo", "Sao Paulo", "Sao Paulo's"]),
            (
                Person,
                &["Nursultan Nazarbayev", "Nazarbayev", "Nazarbaev", "President Nazarbayev", "Nursultan Nazarbaev"],
            ),
            (Person, &["Gaddafi", "Qaddafi", "Khadafy", "Gadhafi", "Muammar Gaddafi"]),
            (Person, &["Bashar al-Assad", "Assad", "Bashar Assad", "al-Assad"]),
            (Person, &["N. Obiora", "Nkechi Obiora", "Obiora"]),
            (Person, &["Mohammed Haddad", "Muhammad Haddad"]),
            (Body, &["Organisation of American States", "Organization of American States"]),
            (Body, &["the Daily Courier", "Daily Courier"]),
        ];
        for (kind, spellings) in together {
            assert_eq!(names(*kind, spellings).len(), 1, "{spellings:?} became {:?}", names(*kind, spellings));
        }
    }

    #[test]
    fn names_that_only_look_alike_stay_apart() {
        use NameKind::{Body, Person, Place};
        let apart: &[(NameKind, &[&str])] = &[
            (Place, &["Iran", "Iraq"]),
            (Place, &["Austria", "Australia"]),
            (Place, &["Niger", "Nigeria"]),
            (Place, &["Slovakia", "Slovenia"]),
            (Place, &["Gambia", "Zambia"]),
            (Place, &["Sudan", "South Sudan"]),
            (Place, &["Oman", "Amman", "Yemen"]),
            (Place, &["Mali", "Malawi", "Male"]),
            (Place, &["Cairo", "Korea"]),
            (Place, &["Guinea", "Guyana", "Ghana"]),
            (Place, &["Dominica", "Dominican Republic"]),
            (Place, &["Las Vegas", "Las Vegas Strip"]),
            (Place, &["Sector 5", "Sector 6"]),
            (Person, &["Hassan", "Hussein"]),
            (Person, &["Raul Castro", "Fidel Castro", "Castro"]),
            (Person, &["Karimov", "Karamzin"]),
            (Body, &["BBC", "BBK"]),
            (Body, &["Ministry of Defence", "Ministry of Finance"]),
            (Body, &["Interior Ministry", "Justice Ministry"]),
        ];
        for (kind, spellings) in apart {
            assert_eq!(names(*kind, spellings).len(), spellings.len(), "{:?}", names(*kind, spellings));
        }
    }

    #[test]
    fn the_fullest_common_spelling_stands_for_a_person_and_the_most_common_one_for_a_place() {
        let spelling =
            |kind, spelling: &str, occurrences| Spelling { kind, spelling: spelling.to_owned(), occurrences };
        let found = group(&[
            spelling(NameKind::Person, "Nazarbayev", 20),
            spelling(NameKind::Person, "Nursultan Nazarbayev", 9),
            spelling(NameKind::Person, "Nursultan Nazarbaev", 3),
            spelling(NameKind::Place, "Janaozen", 4),
            spelling(NameKind::Place, "Zhanaozen", 11),
        ]);
        let names: Vec<&str> = found.iter().map(|name| name.name.as_str()).collect();
        assert_eq!(names, ["Zhanaozen", "Nursultan Nazarbayev"]);
    }

    #[test]
    fn only_what_new_spellings_may_join_is_grouped_again() {
        for (kind, new, known, expected) in [
            (NameKind::Place, "Aqtau", &["Aktau", "Oktyabr"][..], &["Aktau", "Aqtau"][..]),
            (NameKind::Place, "Aktoba", &["Aktau", "Oktyabr"], &["Aktoba"]),
            (
                NameKind::Person,
                "Ruslan Obiora",
                &["N. Obiora", "Obiore", "Obama"],
                &["N. Obiora", "Obiore", "Ruslan Obiora"],
            ),
        ] {
            let all = known.iter().copied().chain([new]);
            let found: Vec<&str> = concerned(kind, all, &BTreeSet::from([new])).into_iter().collect();
            assert_eq!(found, expected, "{new}");
        }
    }

    proptest! {
        #[test]
        fn what_is_not_concerned_is_named_as_before(known in "([ao]b[aeiou](i|ie)?,){0,12}", new in "[ao]b[aeiou](i|ie)?") {
            for kind in [NameKind::Place, NameKind::Person] {
                let spelling = |text: &str| Spelling { kind, spelling: text.to_owned(), occurrences: 1 };
                let known: BTreeSet<&str> = known.split(',').filter(|one| !one.is_empty() && *one != new).collect();
                let all: Vec<&str> = known.iter().copied().chain([&*new]).collect();
                let of_sound = |sound_of: &str, one: &str| sound(kind, one) == sound(kind, sound_of);
                let block: Vec<&str> = all.iter().copied().filter(|one| of_sound(&new, one)).collect();
                let concerned = concerned(kind, block.iter().copied(), &BTreeSet::from([&*new]));
                let (some, rest): (Vec<&str>, Vec<&str>) = block.iter().copied().partition(|one| concerned.contains(one));
                let mut apart = group(&some.into_iter().map(spelling).collect::<Vec<_>>());
                apart.extend(group(&rest.into_iter().map(spelling).collect::<Vec<_>>()));
                apart.sort_by(|one, other| one.name.cmp(&other.name));
                prop_assert_eq!(apart, group(&block.into_iter().map(spelling).collect::<Vec<_>>()));
            }
        }

        #[test]
        fn any_spelling_is_grouped_once_and_case_and_punctuation_do_not_part_places(text in "\\PC{0,24}") {
            for kind in [NameKind::Place, NameKind::Person, NameKind::Body] {
                let found = group(&[Spelling { kind, spelling: text.clone(), occurrences: 1 }]);
                prop_assert_eq!(found.len(), 1);
            }
            let punctuated = text.to_lowercase().replace(' ', "-");
            prop_assert_eq!(sound(NameKind::Place, &text), sound(NameKind::Place, &punctuated));
            let both = [text, punctuated].map(|spelling| Spelling { kind: NameKind::Place, spelling, occurrences: 1 });
            prop_assert_eq!(group(&both).len(), 1);
        }
    }
}
