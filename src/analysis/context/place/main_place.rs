//! The place that the article is about: most often the most specific one at which the lead says that something happened.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::analysis::{Claim, Reading};
use crate::vocabulary::geography::{self, PlaceClass};

use super::era::Era;
use super::locative::{Location, Role, is_scene};
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
    /// The first exact place of the lead, be it a town or a mine; where the lead names none, its country or region, and from
    /// there the place in it where nearly all happened.
    pub fn new(
        reading: &Reading<'_>,
        locations: &[Location],
        claims: &[Claim],
        own: &[Option<usize>],
        era: &Era,
    ) -> Self {
        let lead = lead(reading);
        let background: HashSet<usize> = claims
            .iter()
            .filter(|claim| era.is_background(&claim.date))
            .map(|claim| Position::of(reading, claim).sentence)
            .collect();
        let told_of = |place: &Location| !place.compared && !place.aftermath && !background.contains(&place.sentence);
        let scores = scores(reading, locations, claims, own, &lead, &told_of);
        let score = |location: &Location| scores.get(location.name.as_str()).map_or(0, |(score, _)| *score);
        let best = |accept: &dyn Fn(&Location) -> bool| {
            scores
                .values()
                .filter(|(score, first)| *score > 0 && locations.get(*first).is_some_and(accept))
                .max_by_key(|(score, first)| (*score, usize::MAX - first))
                .map(|(_, first)| *first)
        };
        let of_lead =
            || locations.iter().enumerate().filter(|(_, place)| lead.contains(&place.sentence) && is_scene(place));
        let told = |at: usize, place: &Location| place.happening || own.contains(&Some(at));
        let exact = |place: &Location| !is_wide(place) && !place.near && !is_owned(reading, locations, place);
        let first = |streets: bool| {
            of_lead()
                .filter(|(at, place)| exact(place) && told(*at, place))
                .find(|(_, place)| streets || place.class != Some(PlaceClass::Street))
                .map(|(at, place)| (at, score(place)))
        };
        // what is named later in the lead has to be told of far more
        let first = first(false).or_else(|| first(true)).map(|(at, own_score)| {
            let more = |other: &Location| exact(other) && !is_spot(other) && score(other) > 2 * own_score;
            let later = of_lead().filter(|(_, place)| more(place)).max_by_key(|(_, place)| score(place));
            later.map_or(at, |(at, _)| at)
        });
        let named: HashSet<&str> = of_lead().map(|(_, place)| place.name.as_str()).collect();
        let mut place = first
            .or_else(|| of_lead().find(|(_, place)| exact(place)).map(|(at, _)| at))
            .or_else(|| best(&|location| !is_spot(location) && named.contains(location.name.as_str())))
            .or_else(|| best(&|location| !is_spot(location)))
            .or_else(|| best(&|_| true))
            .or_else(|| locations.iter().position(|location| location.role == Role::Dateline));
        let alone = |main: &Location| {
            let rivals = locations.iter().enumerate().filter(|(at, other)| {
                scores.get(other.name.as_str()).is_some_and(|(_, first)| first == at)
                    && !is_same(main, other)
                    && !is_spot(other)
                    && !is_wide(other)
                    && !other.near
            });
            rivals.map(|(_, other)| score(other)).sum::<usize>() <= score(main)
        };
        // from the country to the region and on to the town
        for _ in 0..3 {
            let Some(wide) = place.and_then(|at| locations.get(at)).filter(|wide| is_wide(wide)) else { break };
            let within = |other: &Location| {
                let enough = if wide.class == Some(PlaceClass::Feature) { 1 } else { 4 };
                // an island in the sea has to be named with it, a town in a country may come later
                (!is_sea(wide) || named.contains(other.name.as_str())) && lies_in(other, wide) && score(other) >= enough
            };
            let narrower = best(&within).filter(|at| locations.get(*at).is_some_and(alone));
            let Some(narrower) = narrower else { break };
            place = Some(narrower);
        }
        let is_alone = place.and_then(|at| locations.get(at)).is_some_and(alone);
        Self { place, alone: is_alone, lead }
    }

    /// The main place, where `location` is only the country or region in which it lies.
    pub fn narrower(
        &self,
        reading: &Reading<'_>,
        locations: &[Location],
        location: usize,
        claim: &Claim,
    ) -> Option<usize> {
        let (main, stated) = (locations.get(self.place?)?, locations.get(location)?);
        let inhabitants = matches!(claim.measure.as_str(), "population" | "money");
        // a district named late is a part of the town rather than what it lies in, and a toll is that of the whole region
        let around = self.alone
            && stated.class == Some(PlaceClass::Region)
            && self.lead.contains(&stated.sentence)
            && claim.relation != "total";
        let nearer = stated.near && self.alone && !main.near && self.lead.contains(&stated.sentence);
        let wider = stated.class == Some(PlaceClass::Country) || around;
        let owned = self.lead.contains(&stated.sentence) && is_spot(main) && is_owned(reading, locations, stated);
        (!inhabitants && !stated.wide && (wider && lies_in(main, stated) || nearer || owned))
            .then_some(self.place)
            .flatten()
    }
}

fn scores<'t>(
    reading: &Reading<'_>,
    locations: &'t [Location],
    claims: &[Claim],
    own: &[Option<usize>],
    lead: &Range<usize>,
    told_of: &dyn Fn(&Location) -> bool,
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
        if let Some(at) = location.filter(|at| locations.get(*at).is_some_and(told_of)) {
            let early = Position::of(reading, claim).sentence < EARLY;
            // arrests are made wherever the suspects are
            let aside = claim.measure == "detained" || matches!(claim.event.as_str(), "arrest" | "sentence");
            vote(at, if aside { 1 } else { 2 + 3 * usize::from(early) });
        }
    }
    for (at, location) in locations.iter().enumerate().filter(|(_, place)| told_of(place)) {
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

/// "the X mine" is hardly the name of the mine where X is a town or a province as well.
fn is_owned(reading: &Reading<'_>, locations: &[Location], place: &Location) -> bool {
    let owner = place.name_span.of(reading.text.source);
    let is_owner = |other: &Location| !is_spot(other) && other.name.to_lowercase() == owner.to_lowercase();
    is_spot(place) && owner != place.name && locations.iter().any(is_owner)
}

/// Whether one name is the other with a word more: "Velm", "Velm prison".
fn is_same(one: &Location, other: &Location) -> bool {
    one.name == other.name || one.name.starts_with(&other.name) || other.name.starts_with(&one.name)
}

/// The sentences of the headline and the first four below it.
fn lead(reading: &Reading<'_>) -> Range<usize> {
    let sentences = &reading.text.sentences;
    let body = sentences.iter().position(|sentence| !sentence.headline && sentence.tokens.len() > 8).unwrap_or(0);
    let end = sentences.iter().skip(body).take(4).count();
    0..body + end
}

/// Whether narrower places are looked for in it.
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
