//! Places carried from sentence to sentence, and the place that the article is about.

use std::collections::HashMap;

use crate::analysis::date::DateSpan;
use crate::analysis::{Claim, ClaimKind, Reading};
use crate::vocabulary::geography::{self, PlaceClass};

use super::locative::{Location, Role};

/// A place and why it was taken.
pub type Choice = Option<(usize, &'static str)>;

/// Completes `own`, the location that each claim has in its own sentence.
pub fn fill(reading: &Reading<'_>, locations: &[Location], claims: &[Claim], own: &[Option<usize>]) -> Vec<Choice> {
    let main = Main::new(reading, locations, claims, own);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|at| claims.get(*at).map(|claim| claim.span));
    let mut chosen: Vec<Choice> = vec![None; claims.len()];
    let mut thread: Option<Thread> = None;
    let dated: Vec<Dated> = order
        .iter()
        .filter_map(|at| {
            let claim = claims.get(*at).filter(|claim| !claim.date.is_empty())?;
            let location = own.get(*at).copied().flatten()?;
            Some(Dated { start: claim.span.start, date: claim.date, location })
        })
        .collect();
    for at in order {
        let Some(claim) = claims.get(at).filter(|claim| claim.kind != ClaimKind::Statement) else { continue };
        let here = Position::of(reading, claim);
        if let Some(location) = own.get(at).copied().flatten() {
            let narrow = main.narrower(locations, location, claim);
            let basis = match locations.get(location).map(|location| location.role) {
                _ if narrow.is_some() => "the article's main place, in the one stated",
                Some(Role::Referred) => "referred to in its sentence",
                _ => "stated in its sentence",
            };
            let location = narrow.unwrap_or(location);
            chosen[at] = Some((location, basis));
            thread = Some(Thread { location, position: here, date: claim.date });
            continue;
        }
        if matches!(claim.measure.as_str(), "money" | "population") {
            continue;
        }
        chosen[at] = carried(thread.as_ref(), &dated, here, locations, claim)
            .or(main.place.map(|place| (place, "the article's main place")));
        // a claim without a place of its own keeps the thread alive
        if let (Some((location, basis)), Some(thread)) = (chosen[at], thread.as_mut())
            && basis != "the article's main place"
        {
            *thread =
                Thread { location, position: here, date: if claim.date.is_empty() { thread.date } else { claim.date } };
        }
    }
    chosen
}

/// A claim with a date whose place its own sentence names.
struct Dated {
    start: usize,
    date: DateSpan,
    location: usize,
}

/// Where a claim stands.
#[derive(Clone, Copy, Debug)]
struct Position {
    sentence: usize,
    paragraph: usize,
}

impl Position {
    fn of(reading: &Reading<'_>, claim: &Claim) -> Self {
        let sentence = reading.text.sentence_at(claim.span.start);
        let paragraph = reading.text.sentences.get(sentence).map_or(0, |sentence| sentence.paragraph);
        Self { sentence, paragraph }
    }
}

/// The last place that claims were about.
struct Thread {
    location: usize,
    position: Position,
    date: DateSpan,
}

/// The place that goes on from the claims before, or that another claim of the same day has.
fn carried(thread: Option<&Thread>, dated: &[Dated], here: Position, locations: &[Location], claim: &Claim) -> Choice {
    let same_day = || {
        let by = |same: &dyn Fn(&DateSpan) -> bool| {
            let mut before = dated.iter().rev().filter(|dated| dated.start < claim.span.start);
            let mut after = dated.iter().filter(|dated| dated.start > claim.span.start);
            before.find(|dated| same(&dated.date)).or_else(|| after.find(|dated| same(&dated.date)))
        };
        let found = by(&|date| *date == claim.date).or_else(|| by(&|date| overlap(date, &claim.date)));
        found.map(|dated| (dated.location, "of the same day"))
    };
    let another_day =
        |thread: &Thread| !claim.date.is_empty() && !thread.date.is_empty() && !overlap(&claim.date, &thread.date);
    let Some(thread) = thread.filter(|thread| !another_day(thread)) else {
        return (!claim.date.is_empty()).then(same_day).flatten();
    };
    let paragraphs = here.paragraph.saturating_sub(thread.position.paragraph);
    let spot = locations
        .get(thread.location)
        .is_some_and(|location| matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street)));
    let near = paragraphs == 0 || !spot && (paragraphs == 1 || here.sentence <= thread.position.sentence + 2);
    near.then_some((thread.location, "carried from the sentence before"))
}

/// Whether two spans, given to the month at least, share a day.
fn overlap(a: &DateSpan, b: &DateSpan) -> bool {
    let days = |span: &DateSpan| {
        Some((span.from?.first_day()?, span.to?.last_day()?)).filter(|(from, to)| (*to - *from).num_days() < 32)
    };
    days(a).zip(days(b)).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1)
}

/// The place that the article is about.
struct Main {
    place: Option<usize>,
}

impl Main {
    /// The place that most claims state, early ones more, and within a country or region the most frequent place in it.
    fn new(reading: &Reading<'_>, locations: &[Location], claims: &[Claim], own: &[Option<usize>]) -> Self {
        let mut scores: HashMap<&str, (usize, usize)> = HashMap::new();
        let mut vote = |at: usize, weight: usize| {
            if let Some(location) = locations.get(at).filter(|location| !location.name.is_empty()) {
                let (score, first) = scores.entry(&location.name).or_insert((0, at));
                *score += weight;
                *first = (*first).min(at);
            }
        };
        for (claim, location) in claims.iter().zip(own) {
            if let Some(location) = location {
                let early = Position::of(reading, claim).sentence < 5;
                vote(*location, 2 + 3 * usize::from(early));
            }
        }
        for (at, location) in locations.iter().enumerate().filter(|(_, location)| location.happening) {
            let early = location.sentence < 5;
            match location.role {
                Role::Stated => vote(at, 4 + 4 * usize::from(early)),
                Role::Beside if early => vote(at, 4),
                _ => {}
            }
        }
        let best = |accept: &dyn Fn(&Location) -> bool| {
            scores
                .values()
                .filter(|(score, first)| *score > 0 && locations.get(*first).is_some_and(accept))
                .max_by_key(|(score, first)| (*score, usize::MAX - first))
                .map(|(_, first)| *first)
        };
        // a square or a hotel is where one thing happened, an article is about the town
        let widest = best(&|location| !matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street)))
            .or_else(|| best(&|_| true));
        let place = widest.map(|widest| {
            let Some(wide) = locations.get(widest).filter(|wide| is_wide(wide)) else { return widest };
            best(&|other| lies_in(other, wide) && scores.get(other.name.as_str()).is_some_and(|(score, _)| *score > 3))
                .unwrap_or(widest)
        });
        Self { place }
    }

    /// The main place, where `location` is only the country in which it lies.
    fn narrower(&self, locations: &[Location], location: usize, claim: &Claim) -> Option<usize> {
        let (main, stated) = (locations.get(self.place?)?, locations.get(location)?);
        let inhabitants = matches!(claim.measure.as_str(), "population" | "money");
        (!inhabitants && !stated.wide && stated.class == Some(PlaceClass::Country) && lies_in(main, stated))
            .then_some(self.place)
            .flatten()
    }
}

fn is_wide(location: &Location) -> bool {
    matches!(location.class, Some(PlaceClass::Country | PlaceClass::Region))
}

/// Whether `place` may lie in `wide`: it is narrower, and not known to lie in another country.
fn lies_in(place: &Location, wide: &Location) -> bool {
    let geography = geography::get();
    let country =
        |location: &Location| geography.place(&location.name.to_lowercase()).map(|known| known.country.clone());
    let narrower = place.class.is_none_or(|class| Some(class) < wide.class);
    let elsewhere = country(place).zip(country(wide)).is_some_and(|(place, wide)| place != wide);
    narrower && !elsewhere
}
