//! The place that the article is about: most often the most specific one at which the lead says that something happened.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::analysis::{Claim, Reading};
use crate::vocabulary::geography::{self, KnownPlace, PlaceClass};

use super::era::Era;
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

/// What speaks for a name.
struct Score {
    points: usize,
    /// The first location that has it.
    place: usize,
    /// The headline or the lead names it.
    lead: bool,
    /// Something is said to have happened there.
    stated: bool,
    late: usize,
    dateline: usize,
}

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
        let zones = Zones::new(reading);
        let background: HashSet<usize> = claims
            .iter()
            .filter(|claim| era.is_background(&claim.date))
            .map(|claim| Position::of(reading, claim).sentence)
            .collect();
        let told_of = |place: &Location| !place.compared && !place.aftermath && !background.contains(&place.sentence);
        let scores = scores(reading, locations, own, &zones, &told_of);
        let of = |score: &&Score| locations.get(score.place);
        let best = |accept: &dyn Fn(&Score, &Location) -> bool| {
            let candidates =
                scores.values().filter(|score| score.points > 0 && of(score).is_some_and(|place| accept(score, place)));
            candidates.max_by_key(|score| (score.points, usize::MAX - score.place))
        };
        let is_exact = |place: &Location| !is_wide(place) && !is_owned(reading, locations, place);
        let told =
            |score: &Score, place: &Location| score.lead && score.stated && score.points > LITTLE && is_exact(place);
        let exact = best(&told).map(|exact| {
            // "near X": what is said to be where it happened says more
            let at = |score: &Score, place: &Location| {
                !place.near && score.points.saturating_sub(score.dateline) * 2 >= exact.points && told(score, place)
            };
            let near = of(&exact).is_some_and(|place| place.near);
            best(&at).filter(|_| near).unwrap_or(exact)
        });
        let region = best(&|score, place| score.lead && score.stated && is_wide(place) && !is_country(place));
        let alone = |score: &Score| {
            let rivals = scores.values().filter(|other| {
                let (one, two) = (locations.get(score.place), of(other));
                one.zip(two).is_some_and(|(one, two)| !is_same(one, two) && is_exact(two) && !is_spot(two))
            });
            rivals
                .filter(|other| other.lead && other.stated)
                .map(|other| other.points.saturating_sub(other.dateline))
                .max()
                .unwrap_or(0)
                * 2
                <= score.points
        };
        let chosen = match (exact, region) {
            // what hit several towns alike hit their region
            (Some(exact), Some(region)) if region.points > exact.points * if alone(exact) { 2 } else { 1 } => {
                Some(region)
            }
            (Some(exact), _) => Some(exact),
            (None, Some(region)) => Some(region),
            (None, None) => {
                let country = || best(&|score, place| score.stated && is_country(place));
                let within = |wide: &Score| {
                    let lies = |place: &Location| of(&wide).is_some_and(|wide| lies_in(place, wide));
                    best(&|score, place| score.stated && score.points > LITTLE && !is_country(place) && lies(place))
                };
                best(&|score, place| score.stated && score.points > FEW && !is_country(place))
                    .or_else(|| country().and_then(within))
                    .or_else(country)
                    .or_else(|| best(&|score, place| score.lead && !is_country(place)))
                    .or_else(|| best(&|_, place| !is_country(place)))
            }
        };
        let place = chosen.map(|score| score.place);
        Self { place, alone: chosen.is_some_and(alone), lead: zones.lead }
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
        let inhabitants = matches!(claim.measure, "population" | "money");
        // a district named late is a part of the town rather than what it lies in, and a toll is that of the whole region
        let around = self.alone
            && stated.class == Some(PlaceClass::Region)
            && self.lead.contains(&stated.sentence)
            && claim.relation != "total";
        let nearer = stated.near && !main.near && self.lead.contains(&stated.sentence);
        // "a prison in northern Peru", and then which
        let vague = is_known_country(stated) && self.lead.contains(&stated.sentence);
        let wider = stated.class == Some(PlaceClass::Country) || around || vague;
        let owned = self.lead.contains(&stated.sentence) && is_spot(main) && is_owned(reading, locations, stated);
        (!inhabitants && !stated.wide && (wider && lies_in(main, stated) || nearer || owned))
            .then_some(self.place)
            .flatten()
    }
}

fn scores(
    reading: &Reading<'_>,
    locations: &[Location],
    own: &[Option<usize>],
    zones: &Zones,
    told_of: &dyn Fn(&Location) -> bool,
) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let sites = unnamed_sites(reading, locations, zones);
    let mut claims = vec![0; locations.len()];
    for at in own.iter().flatten() {
        if let Some(claims) = claims.get_mut(*at) {
            *claims += 1;
        }
    }
    let headlined: HashSet<String> = locations
        .iter()
        .filter(|place| reading.text.sentences.get(place.sentence).is_some_and(|sentence| sentence.headline))
        .map(|place| place.name.to_lowercase())
        .collect();
    for ((at, location), claims) in locations.iter().enumerate().zip(claims) {
        if location.name.is_empty() || !told_of(location) {
            continue;
        }
        let zone = zones.weight(location.sentence);
        let points = match location.role {
            Role::Dateline => DATELINE,
            _ => zone * (strength(location) + claims.min(3)),
        };
        let first = Score { points: 0, place: at, lead: false, stated: false, late: 0, dateline: 0 };
        let score = scores.entry(key(location)).or_insert(first);
        if location.role == Role::Dateline {
            score.dateline += points;
        }
        score.stated |= strength(location) > 2 || location.role == Role::Dateline;
        if zone > 1 {
            score.points += points;
            score.lead = true;
        } else {
            let points = points.min(LATE - score.late.min(LATE));
            score.late += points;
            score.points += points;
        }
    }
    for (name, score) in &mut scores {
        let Some(place) = locations.get(score.place) else { continue };
        if place.class == Some(PlaceClass::Street) && !headlined.contains(name) {
            score.points /= 4;
        } else if is_sea(place) || is_known_country(place) {
            score.points /= 2;
        }
        // "a hotel", and then "the Grand Hotel"
        let told = !matches!(place.role, Role::Aside | Role::Referred) && !place.near && is_spot_or_unknown(place);
        if score.lead && told && name_nouns(reading, place).any(|noun| is_among(noun, &sites)) {
            score.points += NAMED_LATER;
            score.stated = true;
        }
    }
    scores
}

/// The sites that the headline and the first sentence tell of without a name: "a packed nightclub".
fn unnamed_sites<'t>(reading: &'t Reading<'_>, locations: &[Location], zones: &Zones) -> Vec<&'t str> {
    let text = &reading.text;
    let named = |token: usize| {
        let at = locations.partition_point(|place| place.tokens.end <= token);
        locations.get(at).is_some_and(|place| place.tokens.contains(&token))
    };
    let head = text.sentences.iter().take(zones.body + 1).flat_map(|sentence| sentence.tokens.clone());
    let site = |token: &usize| text.word(*token).place_noun.is_some_and(|noun| noun.class == PlaceClass::Site);
    head.filter(site).filter(|token| !named(*token)).map(|token| text.lower(token)).collect()
}

/// The nouns in the words of a site that say what it is.
fn name_nouns<'t>(reading: &'t Reading<'_>, place: &Location) -> impl Iterator<Item = &'t str> {
    let text = &reading.text;
    place
        .tokens
        .clone()
        .filter(|token| text.word(*token).place_noun.is_some_and(|noun| noun.class == PlaceClass::Site))
        .map(|token| text.lower(token))
}

/// "nightclub" and "club", "churches" and "church" are one thing.
fn is_among(noun: &str, sites: &[&str]) -> bool {
    sites.iter().any(|site| site.ends_with(noun) || noun.ends_with(site) || site.trim_end_matches('s') == noun)
}

/// What it is worth that a site is named of which the head of the article told without its name.
const NAMED_LATER: usize = 60;

/// One entry for all mentions of a place; "western Kenya" is not Kenya.
fn key(location: &Location) -> String {
    let part = location.class == Some(PlaceClass::Region) && is_known_country(location);
    let name = location.name.to_lowercase();
    if part { format!("a part of {name}") } else { name }
}

fn is_spot_or_unknown(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street) | None)
}

/// How much the words around a place say that something happened there.
fn strength(location: &Location) -> usize {
    match location.role {
        Role::Stated | Role::Beside if location.happening => 6,
        Role::Stated => 3,
        Role::Mentioned | Role::Referred if location.happening => 2,
        Role::Mentioned | Role::Referred | Role::Beside => 1,
        Role::Aside | Role::Dateline => 0,
    }
}

/// What a dateline is worth: a stated place of the lead is worth more.
const DATELINE: usize = 7;

/// So little is no ground to take a place for that of the article.
const LITTLE: usize = 4;

/// So little tells of nothing more than a look aside.
const FEW: usize = 11;

/// What all mentions behind the lead are worth together at most.
const LATE: usize = 20;

/// How near to the head of the article a sentence stands.
struct Zones {
    lead: Range<usize>,
    body: usize,
}

impl Zones {
    fn new(reading: &Reading<'_>) -> Self {
        let sentences = &reading.text.sentences;
        let body = sentences.iter().position(|sentence| !sentence.headline && sentence.tokens.len() > 8).unwrap_or(0);
        let end = sentences.iter().skip(body).take(4).count();
        Self { lead: 0..body + end, body }
    }

    fn weight(&self, sentence: usize) -> usize {
        match sentence.checked_sub(self.body) {
            Some(0) => 4,
            None | Some(1) => 3,
            Some(2 | 3) => 2,
            Some(_) => 1,
        }
    }
}

/// "the X mine" is hardly the name of the mine where X is a town or a province as well, and "X Hotel" in a headline where X
/// is a town.
fn is_owned(reading: &Reading<'_>, locations: &[Location], place: &Location) -> bool {
    if !is_spot(place) {
        return false;
    }
    let text = &reading.text;
    let headline = text.sentences.get(place.sentence).is_some_and(|sentence| sentence.headline);
    let name = place.name.to_lowercase();
    let owner = text.lower_span(place.name_span);
    let is_owner = |other: &Location| !is_spot(other) && is_written(&other.name, owner);
    let town = name.rsplit_once(' ').map_or("", |(town, _)| town);
    let is_town = |other: &Location| {
        !is_spot(other)
            && is_written(&other.name, town)
            && (other.role == Role::Dateline || geography::get().place(town).is_some())
    };
    owner != name && locations.iter().any(is_owner) || headline && owner == name && locations.iter().any(is_town)
}

/// Whether `name` is `lower` in lower case.
fn is_written(name: &str, lower: &str) -> bool {
    if name.is_ascii() { name.eq_ignore_ascii_case(lower) } else { name.to_lowercase() == lower }
}

/// Whether one name is the other with a word more: "Velm", "Velm prison".
fn is_same(one: &Location, other: &Location) -> bool {
    one.name == other.name || one.name.starts_with(&other.name) || other.name.starts_with(&one.name)
}

/// Whether narrower places are looked for in it.
fn is_wide(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Country | PlaceClass::Region)) || is_sea(location)
}

fn is_country(location: &Location) -> bool {
    location.class != Some(PlaceClass::Region) && is_known_country(location)
}

/// A country, or a part of one that only has its name: "western Kenya".
fn is_known_country(location: &Location) -> bool {
    location.known.is_some_and(KnownPlace::is_country)
}

fn is_spot(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street))
}

/// A sea, a range, a river that many know: ships sink off an island in it.
fn is_sea(location: &Location) -> bool {
    location.class == Some(PlaceClass::Feature) && location.known.is_some()
}

/// Whether `place` may lie in `wide`: it is narrower, and not known to lie in another country.
fn lies_in(place: &Location, wide: &Location) -> bool {
    let country = |location: &Location| location.known.map(|known| known.country.as_str());
    let narrower = place.class.is_none_or(|class| Some(class) < wide.class)
        || is_sea(wide) && place.class == Some(PlaceClass::Region);
    let elsewhere = country(place).zip(country(wide)).is_some_and(|(place, wide)| place != wide);
    narrower && !elsewhere
}
