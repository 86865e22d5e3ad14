//! Which spellings are one person: surnames that are spelled alike, and given names that do not contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use super::linked;
use super::spelling::{close, fold, sound_of, words};

/// Words before a surname that belong to it in some spellings and are dropped in others.
const PARTICLES: &[&str] = &["al", "el", "ul", "de", "da", "di", "la", "van", "von", "der", "den", "bin", "ben", "ibn"];

/// A person's name in parts, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The first given name or initial; empty where there is none.
    pub given: String,
    /// The last word that is no "junior", without particles.
    pub surname: String,
}

impl Person {
    /// Takes a spelling apart; a title before it is dropped.
    pub fn new(spelling: &str) -> Self {
        let words = words(spelling);
        let end =
            words.iter().rposition(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii")).map_or(0, |at| at + 1);
        let names: Vec<&String> = words[..end].iter().filter(|word| !PARTICLES.contains(&word.as_str())).collect();
        let (surname, before) = match names.split_last() {
            Some((surname, before)) => ((*surname).clone(), before),
            None => (words.concat(), &[][..]),
        };
        let titles = crate::vocabulary::titles::get();
        let given = before.iter().find(|word| !titles.is_title(word)).map_or(String::new(), |word| fold(word));
        Self { given, surname: fold(&surname) }
    }

    fn may_share_given_name(&self, other: &Self) -> bool {
        let (a, b) = (&self.given, &other.given);
        if a.len() == 1 || b.len() == 1 {
            return a.chars().next() == b.chars().next();
        }
        a == b || sound_of(a) == sound_of(b) && a.chars().next() == b.chars().next()
    }

    fn is_initial(&self) -> bool {
        self.given.len() == 1
    }
}

/// Groups the spellings of one block. A bare surname joins a full name only where there is one; so does an initial.
pub fn group<'a>(block: &BTreeMap<&'a str, u64>) -> Vec<BTreeSet<&'a str>> {
    let people: Vec<(&'a str, Person)> = block.keys().map(|spelling| (*spelling, Person::new(spelling))).collect();
    let mut groups = Vec::new();
    for family in linked(&people, |(_, a), (_, b)| close(&a.surname, &b.surname)) {
        let (full, short): (Vec<_>, Vec<_>) =
            family.into_iter().partition(|(_, person)| !person.given.is_empty() && !person.is_initial());
        let mut named: Vec<Vec<&(&str, Person)>> = linked(&full, |(_, a), (_, b)| a.may_share_given_name(b))
            .into_iter()
            .map(|group| group.into_iter().copied().collect())
            .collect();
        let (initials, bare): (Vec<_>, Vec<_>) = short.into_iter().partition(|(_, person)| person.is_initial());
        for group in linked(&initials, |(_, a), (_, b)| a.given == b.given) {
            join(&mut named, group.into_iter().copied().collect(), Person::may_share_given_name);
        }
        if !bare.is_empty() {
            join(&mut named, bare, |_, _| true);
        }
        groups.extend(named.into_iter().map(|group| group.into_iter().map(|(spelling, _)| *spelling).collect()));
    }
    groups
}

/// Adds `group` to the one of `named` that `fits`, or as a new one where none or several do.
fn join<'p, 'a>(
    named: &mut Vec<Vec<&'p (&'a str, Person)>>,
    group: Vec<&'p (&'a str, Person)>,
    fits: impl Fn(&Person, &Person) -> bool,
) {
    let matches = |candidate: &Vec<&(&str, Person)>| {
        candidate.first().zip(group.first()).is_some_and(|((_, a), (_, b))| fits(a, b))
    };
    let fitting: Vec<usize> = (0..named.len()).filter(|at| named.get(*at).is_some_and(&matches)).collect();
    match (fitting.as_slice(), fitting.first().and_then(|at| named.get_mut(*at))) {
        ([_], Some(only)) => only.extend(group),
        _ => named.push(group),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_taken_apart() {
        for (spelling, given, surname) in [
            ("President Amina Okoye", "amina", "okoie"),
            ("Okoye", "", "okoie"),
            ("Hamid al-Rashid", "hamid", "rashid"),
            ("Otto Brandt Jr.", "oto", "brandt"),
            ("J. Brandt", "j", "brandt"),
        ] {
            assert_eq!(Person::new(spelling), Person { given: given.to_owned(), surname: surname.to_owned() });
        }
    }
}
