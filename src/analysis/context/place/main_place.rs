//! The place that the article is about: most often the most specific one at which the lead says that something happened.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::analysis::{Claim, Reading};
use crate::vocabulary::geography::{self, PlaceClass};

use super::locative::{Location, Role};
use super::thread::Position;

/// The place that the article is about.
pub struct Main {
    /// Index of the location.
    pub place: Option<usize>,
    /// Hardly anything happened elsewhere in the country or region.
    alone: bool,
    lead: Range<usize>,
}

/// The score of each name at which something is said to have happened, with the first location that has it.
type Scores<'t> = BTreeMap<&'t str, (usize, usize)>;

impl Main {
    /// The place that the lead and most claims state; from a country or region on to the place in it where nearly all happened.
    pub fn new(reading: &Reading<'_>, locations: &[Location], claims: &[Claim], own: &[Option<usize>]) -> Self {
        let (lead, text) = (lead(reading), &reading.text);
        let scores = scores(reading, locations, claims, own, &lead);
        let best = |accept: &dyn Fn(&Location) -> bool| {
            scores
                .values()
                .filter(|(score, first)| *score > 0 && locations.get(*first).is_some_and(accept))
                .max_by_key(|(score, first)| (*score, usize::MAX - first))
                .map(|(_, first)| *first)
        };
        let score = |location: &Location| scores.get(location.name.as_str()).map_or(0, |(score, _)| *score);
        let in_lead = |location: &&Location| lead.contains(&location.sentence) && is_scene(location);
        // a square or a hotel is where one thing happened, an article is about the town; but where the lead names no town,
        // its prison or its mine is what the article is about
        let has_town = locations.iter().filter(in_lead).any(|location| !is_spot(location) && !is_wide(location));
        let told = |at: usize| own.contains(&Some(at));
        let scenes = || {
            let told = |(at, location): &(usize, &Location)| in_lead(location) && (location.happening || told(*at));
            locations.iter().enumerate().filter(told)
        };
        // "a mine in X" is no name of its own: another spot of the lead may be
        let named = |location: &Location| {
            let owner = location.name_span.of(text.source);
            !locations.iter().any(|other| other.name == owner && !is_spot(other))
        };
        let spot = scenes()
            .next()
            .filter(|(_, location)| !has_town && is_spot(location))
            .and_then(|first| {
                scenes().filter(|(_, place)| is_spot(place)).find(|(_, place)| named(place)).or(Some(first))
            })
            .map(|(at, _)| at);
        let of_lead: HashSet<&str> =
            locations.iter().filter(in_lead).filter(|place| !is_spot(place)).map(|place| place.name.as_str()).collect();
        let mut place = spot
            .or_else(|| best(&|location| of_lead.contains(location.name.as_str())))
            .or_else(|| best(&|location| !is_spot(location)))
            .or_else(|| best(&|_| true))
            .or_else(|| locations.iter().position(|location| location.role == Role::Dateline));
        // near a town is not in it: another place of the lead may be where it was
        if place.and_then(|at| locations.get(at)).is_some_and(|place| place.near) {
            let exact = |location: &&Location| in_lead(location) && !location.near && !is_wide(location);
            place = locations.iter().position(|location| exact(&location)).or(place);
        }
        // from the country to the region and on to the town, each step to something narrower
        for _ in 0..3 {
            let Some(wide) = place.and_then(|at| locations.get(at)).filter(|wide| is_wide(wide)) else { break };
            let within = |other: &Location| {
                let enough = if wide.class == Some(PlaceClass::Feature) { 1 } else { 4 };
                // an island in the sea has to be named with it, a town in a country may come later
                (!is_sea(wide) || of_lead.contains(other.name.as_str()))
                    && lies_in(other, wide)
                    && score(other) >= enough
            };
            let Some(narrower) = best(&within) else { break };
            place = Some(narrower);
        }
        let main = place.and_then(|at| locations.get(at));
        let rival = |other: &Location| {
            main.is_some_and(|main| {
                other.name != main.name && !is_spot(other) && !is_wide(other) && 3 * score(other) > score(main)
            })
        };
        Self { place, alone: best(&rival).is_none(), lead: lead.clone() }
    }

    /// The main place, where `location` is only the country or region in which it lies.
    pub fn narrower(&self, locations: &[Location], location: usize, claim: &Claim) -> Option<usize> {
        let (main, stated) = (locations.get(self.place?)?, locations.get(location)?);
        let inhabitants = matches!(claim.measure.as_str(), "population" | "money");
        // a district named late is a part of the town rather than what it lies in
        let around = self.alone && stated.class == Some(PlaceClass::Region) && self.lead.contains(&stated.sentence);
        let nearer = stated.near && self.alone && !main.near && self.lead.contains(&stated.sentence);
        let wider = stated.class == Some(PlaceClass::Country) || around || nearer;
        (!inhabitants && !stated.wide && (wider && lies_in(main, stated) || nearer)).then_some(self.place).flatten()
    }
}

fn scores<'t>(
    reading: &Reading<'_>,
    locations: &'t [Location],
    claims: &[Claim],
    own: &[Option<usize>],
    lead: &Range<usize>,
) -> Scores<'t> {
    let mut scores = Scores::new();
    let mut vote = |at: usize, weight: usize| {
        if let Some(location) = locations.get(at).filter(|location| !location.name.is_empty()) {
            let (score, first) = scores.entry(&location.name).or_insert((0, at));
            *score += weight;
            *first = (*first).min(at);
        }
    };
    for (claim, location) in claims.iter().zip(own) {
        if let Some(at) =
            location.filter(|at| locations.get(*at).is_some_and(|place| !place.aftermath && !place.compared))
        {
            let early = Position::of(reading, claim).sentence < EARLY;
            // arrests are made wherever the suspects are
            let aside = claim.measure == "detained" || matches!(claim.event.as_str(), "arrest" | "sentence");
            vote(at, if aside { 1 } else { 2 + 3 * usize::from(early) });
        }
    }
    for (at, location) in locations.iter().enumerate().filter(|(_, place)| !place.compared && !place.aftermath) {
        let early = location.sentence < EARLY;
        match location.role {
            Role::Stated => {
                let opens = lead.contains(&location.sentence) && (location.happening || !is_spot(location));
                let told = if location.happening { 4 + 4 * usize::from(early) } else { 1 };
                vote(at, told + 6 * usize::from(opens));
            }
            Role::Beside if location.happening && early => vote(at, 4),
            _ => {}
        }
    }
    scores
}

/// So many sentences are the beginning of an article.
const EARLY: usize = 5;

/// The sentences of the headline and the first four below it.
fn lead(reading: &Reading<'_>) -> Range<usize> {
    let sentences = &reading.text.sentences;
    let body = sentences.iter().position(|sentence| !sentence.headline && sentence.tokens.len() > 8).unwrap_or(0);
    let end = sentences.iter().skip(body).take(4).count();
    0..body + end
}

/// Whether narrower places are looked for in it: a country, a province, no island and no valley.
fn is_wide(location: &Location) -> bool {
    let geography = geography::get();
    let name = location.name.to_lowercase();
    let known = || geography.place(&name).is_some();
    let small =
        || name.rsplit(' ').next().and_then(|noun| geography.noun(noun)).is_some_and(|noun| !noun.is_administrative());
    match location.class {
        Some(PlaceClass::Country) => true,
        Some(PlaceClass::Region) => known() || !small(),
        _ => is_sea(location),
    }
}

/// Whether it is said that something happened there and then.
fn is_scene(location: &Location) -> bool {
    location.role == Role::Stated && !location.aftermath && !location.compared
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
