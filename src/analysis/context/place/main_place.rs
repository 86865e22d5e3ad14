//! The place that the article is about: most often the most specific one at which the lead says that something happened.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::analysis::{Claim, Reading};
use crate::vocabulary::geography::{self, PlaceClass};

use super::locative::{Location, Role};
use super::thread::Position;

/// The place that the article is about.
pub struct Main {
    /// Index of the location.
    pub place: Option<usize>,
}

impl Main {
    /// The place that most claims state, early ones more, and within a country or region the most frequent place in it.
    pub fn new<'t>(reading: &Reading<'_>, locations: &'t [Location], claims: &[Claim], own: &[Option<usize>]) -> Self {
        let mut scores: HashMap<&'t str, (usize, usize)> = HashMap::new();
        let mut vote = |at: usize, weight: usize| {
            if let Some(location) = locations.get(at).filter(|location| !location.name.is_empty()) {
                let (score, first) = scores.entry(&location.name).or_insert((0, at));
                *score += weight;
                *first = (*first).min(at);
            }
        };
        for (claim, location) in claims.iter().zip(own) {
            if let Some(location) = location
                && locations.get(*location).is_some_and(|location| !location.aftermath && !location.compared)
            {
                let early = Position::of(reading, claim).sentence < 5;
                // arrests are made wherever the suspects are
                let aside = claim.measure == "detained" || matches!(claim.event.as_str(), "arrest" | "sentence");
                vote(*location, if aside { 1 } else { 2 + 3 * usize::from(early) });
            }
        }
        let lead = lead(reading);
        for (at, location) in locations.iter().enumerate().filter(|(_, place)| !place.compared && !place.aftermath) {
            let scene = location.happening || !is_spot(location);
            if location.role == Role::Stated && scene && !location.aftermath && lead.contains(&location.sentence) {
                vote(at, 6);
            }
            if !location.happening {
                vote(at, usize::from(location.role == Role::Stated));
                continue;
            }
            let early = location.sentence < 5;
            match location.role {
                Role::Stated => vote(at, 4 + 4 * usize::from(early)),
                Role::Beside if early => vote(at, 4),
                _ => {}
            }
        }
        if scores.values().all(|(score, _)| *score == 0)
            && let Some(dateline) = locations.iter().position(|location| location.role == Role::Dateline)
            && let Some(location) = locations.get(dateline)
        {
            scores.insert(&location.name, (1, dateline));
        }
        let best = |accept: &dyn Fn(&Location) -> bool| {
            scores
                .values()
                .filter(|(score, first)| *score > 0 && locations.get(*first).is_some_and(accept))
                .max_by_key(|(score, first)| (*score, usize::MAX - first))
                .map(|(_, first)| *first)
        };
        // a square or a hotel is where one thing happened, an article is about the town; but where the lead names no town,
        // its prison or its mine is what the article is about
        let told = |location: &&Location| {
            lead.contains(&location.sentence) && location.happening && location.role == Role::Stated
        };
        let first = locations.iter().position(|location| told(&location));
        let town = locations.iter().any(|location| {
            lead.contains(&location.sentence)
                && location.role == Role::Stated
                && !location.aftermath
                && !location.compared
                && !is_spot(location)
                && !is_wide(location)
        });
        let spot = first.filter(|at| !town && locations.get(*at).is_some_and(is_spot));
        let of_lead: HashSet<&str> = locations
            .iter()
            .filter(|location| lead.contains(&location.sentence) && location.role == Role::Stated)
            .filter(|location| !location.aftermath && !location.compared && !is_spot(location))
            .map(|location| location.name.as_str())
            .collect();
        let widest = spot
            .or_else(|| best(&|location| of_lead.contains(location.name.as_str())))
            .or_else(|| best(&|location| !is_spot(location)))
            .or_else(|| best(&|_| true));
        let mut place = widest;
        // from the country to the region and on to the town, as far as something is said to have happened there
        while let Some(wide) = place.and_then(|at| locations.get(at)).filter(|wide| is_wide(wide)) {
            let within = |other: &Location| {
                let enough = if wide.class == Some(PlaceClass::Feature) { 1 } else { 4 };
                // an island in the sea has to be named with it, a town in a country may come later
                (!is_sea(wide) || of_lead.contains(other.name.as_str()))
                    && lies_in(other, wide)
                    && scores.get(other.name.as_str()).is_some_and(|(score, _)| *score >= enough)
            };
            match best(&within) {
                Some(narrower) => place = Some(narrower),
                None => break,
            }
        }
        Self { place }
    }

    /// The main place, where `location` is only the country in which it lies.
    pub fn narrower(&self, locations: &[Location], location: usize, claim: &Claim) -> Option<usize> {
        let (main, stated) = (locations.get(self.place?)?, locations.get(location)?);
        let inhabitants = matches!(claim.measure.as_str(), "population" | "money");
        (!inhabitants && !stated.wide && stated.class == Some(PlaceClass::Country) && lies_in(main, stated))
            .then_some(self.place)
            .flatten()
    }
}

/// The sentences of the headline and the first four below it.
fn lead(reading: &Reading<'_>) -> Range<usize> {
    let sentences = &reading.text.sentences;
    let body = sentences.iter().position(|sentence| !sentence.headline && sentence.tokens.len() > 8).unwrap_or(0);
    let end = sentences.iter().skip(body).take(4).count();
    0..body + end
}

fn is_wide(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Country | PlaceClass::Region)) || is_sea(location)
}

fn is_spot(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street))
}

/// A sea, a range, a river that many know: ships sink off an island in it.
fn is_sea(location: &Location) -> bool {
    location.class == Some(PlaceClass::Feature) && geography::get().place(&location.name.to_lowercase()).is_some()
}

/// Whether `place` may lie in `wide`: it is narrower, and not known to lie in another country.
fn lies_in(place: &Location, wide: &Location) -> bool {
    let geography = geography::get();
    let country =
        |location: &Location| geography.place(&location.name.to_lowercase()).map(|known| known.country.clone());
    let narrower = place.class.is_none_or(|class| Some(class) < wide.class)
        || is_sea(wide) && place.class == Some(PlaceClass::Region);
    let elsewhere = country(place).zip(country(wide)).is_some_and(|(place, wide)| place != wide);
    narrower && !elsewhere
}
