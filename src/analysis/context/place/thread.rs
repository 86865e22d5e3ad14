//! Places carried from sentence to sentence, and the place that the article is about.

use crate::analysis::date::DateSpan;
use crate::analysis::{Claim, ClaimKind, Reading};
use crate::vocabulary::geography::PlaceClass;

use super::era::{Era, overlap};
use super::locative::{Location, Role};
use super::main_place::Main;
use super::nearest::is_word;

/// How many dated claims away one of the same day is looked for.
const REACH: usize = 300;

/// A place and why it was taken.
pub type Choice = Option<(usize, &'static str)>;

/// Completes `own`, the location that each claim has in its own sentence.
pub fn fill(reading: &Reading<'_>, locations: &[Location], claims: &[Claim], own: &[Option<usize>]) -> Vec<Choice> {
    let era = Era::new(claims);
    let main = Main::new(reading, locations, claims, own, &era);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|at| claims.get(*at).map(|claim| claim.span));
    let mut chosen: Vec<Choice> = vec![None; claims.len()];
    let mut thread: Option<Thread> = None;
    let dated: Vec<Dated> = order
        .iter()
        .filter_map(|at| {
            let claim = claims.get(*at).filter(|claim| !claim.date.is_empty())?;
            let location = own.get(*at).copied().flatten().filter(|at| !is_spot(locations, *at))?;
            locations.get(location).filter(|location| !location.aftermath && !location.compared)?;
            Some(Dated { start: claim.span.start, date: claim.date, location })
        })
        .collect();
    for at in order.iter().copied() {
        let Some(claim) = claims.get(at).filter(|claim| claim.kind != ClaimKind::Statement) else { continue };
        let here = Position::of(reading, claim);
        thread = told_before(reading, locations, here, thread);
        let stated = own.get(at).copied().flatten();
        let below = || told_below(reading, claims, own, &order, claim, here);
        let heading = stated
            .and_then(|at| locations.get(at))
            .is_some_and(|location| reading.text.raw(location.tokens.end) == ":");
        let choice = match stated {
            _ if heading && below().is_some() => below(),
            Some(location) => {
                let referred = locations.get(location).is_some_and(|location| location.role == Role::Referred);
                Some((location, if referred { "referred to in its sentence" } else { "stated in its sentence" }))
            }
            None if claim.measure == "population" || is_word(claim) => None,
            None => below()
                .or_else(|| {
                    Some((main.place.filter(|_| claim.relation == "total" && !era.is_background(&claim.date))?, MAIN))
                })
                .or_else(|| {
                    // what happened in another decade and ends with its paragraph is told of no further
                    let thread = thread.filter(|thread| {
                        thread.position.paragraph == here.paragraph || !era.is_background(&thread.date)
                    });
                    carried(thread.as_ref(), here, locations, claim)
                })
                .or_else(|| Some((main.place.filter(|_| era.is_main_date(&claim.date) && !is_far_away(claim))?, MAIN)))
                .or_else(|| of_same_day(&dated, claim))
                .or_else(|| {
                    let own_story = !is_far_away(claim) && !era.is_background(&claim.date);
                    Some((main.place.filter(|_| own_story)?, MAIN))
                }),
        };
        let choice = choice.map(|(location, basis)| match main.narrower(reading, locations, location, claim) {
            Some(narrow) => (narrow, "the article's main place, in the one stated"),
            None => (location, basis),
        });
        if let Some((location, basis)) = choice
            && basis != MAIN
            && locations.get(location).is_some_and(|location| !location.aftermath && !location.compared)
        {
            let known = thread.filter(|_| stated.is_none() && claim.date.is_empty()).map(|thread| thread.date);
            thread = Some(Thread { location, position: here, date: known.unwrap_or(claim.date) });
        }
        if let Some(slot) = chosen.get_mut(at) {
            *slot = choice;
        }
    }
    chosen
}

const MAIN: &str = "the article's main place";

/// Whether the claim is of a kind that as often happens far from what the article is about: words against words, and what
/// befalls one person in an office or a court.
fn is_far_away(claim: &Claim) -> bool {
    let one = (claim.low, claim.high) == (Some(1), Some(1));
    matches!(claim.event, "agree" | "demand" | "investigate" | "sentence")
        || claim.measure == "term"
        || matches!(claim.measure, "dismissed" | "detained") && one
}

/// The thread, moved on to the last place since then where something is said to have happened, be it no claim.
fn told_before(
    reading: &Reading<'_>,
    locations: &[Location],
    here: Position,
    thread: Option<Thread>,
) -> Option<Thread> {
    let before = locations.partition_point(|location| location.sentence < here.sentence);
    let told = |at: &usize| {
        locations
            .get(*at)
            .is_some_and(|location| location.happening && !location.compared && location.role == Role::Stated)
    };
    let last = (0..before).rev().take(50).find(told);
    let Some((at, location)) = last.and_then(|at| Some((at, locations.get(at)?))) else { return thread };
    let position = Position::at(reading, location.sentence);
    match thread {
        Some(thread) if thread.position.sentence >= position.sentence => Some(thread),
        Some(_) | None if here.paragraph <= position.paragraph + 1 && here.sentence <= position.sentence + 2 => {
            Some(Thread { location: at, position, date: DateSpan::default() })
        }
        thread => thread,
    }
}

/// A headline's claim has its place from the first claim of the same thing below it.
fn told_below(
    reading: &Reading<'_>,
    claims: &[Claim],
    own: &[Option<usize>],
    order: &[usize],
    claim: &Claim,
    here: Position,
) -> Choice {
    reading.text.sentences.get(here.sentence).filter(|sentence| sentence.headline)?;
    let first = order.partition_point(|at| claims.get(*at).is_some_and(|other| other.span.start < claim.span.end));
    let same = |other: &Claim| {
        other.kind == claim.kind && other.what() == claim.what() && (other.low, other.high) == (claim.low, claim.high)
    };
    let near = |other: &Claim| (1..6).contains(&Position::of(reading, other).sentence.saturating_sub(here.sentence));
    let below = order
        .get(first..)?
        .iter()
        .take(20)
        .find(|at| claims.get(**at).is_some_and(|other| same(other) && near(other)))?;
    own.get(*below).copied().flatten().map(|location| (location, "stated below the headline"))
}

/// A claim with a date whose place its own sentence names.
struct Dated {
    start: usize,
    date: DateSpan,
    location: usize,
}

/// Where a claim stands.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    /// Its sentence.
    pub sentence: usize,
    /// Its paragraph.
    pub paragraph: usize,
}

impl Position {
    /// Of a claim.
    pub fn of(reading: &Reading<'_>, claim: &Claim) -> Self {
        Self::at(reading, reading.text.sentence_at(claim.span.start))
    }

    /// Of a sentence.
    pub fn at(reading: &Reading<'_>, sentence: usize) -> Self {
        let paragraph = reading.text.sentences.get(sentence).map_or(0, |sentence| sentence.paragraph);
        Self { sentence, paragraph }
    }
}

/// The last place that claims were about.
#[derive(Clone, Copy)]
struct Thread {
    location: usize,
    position: Position,
    date: DateSpan,
}

/// The place that another claim of the same day has.
fn of_same_day(dated: &[Dated], claim: &Claim) -> Choice {
    if claim.date.is_empty() {
        return None;
    }
    let by = |same: &dyn Fn(&DateSpan) -> bool| {
        let start = claim.span.start;
        let first = dated.partition_point(|dated| dated.start < start);
        let mut before = dated.iter().take(first).rev().take(REACH);
        let mut after = dated.iter().skip(first).skip_while(|dated| dated.start == start).take(REACH);
        before.find(|dated| same(&dated.date)).or_else(|| after.find(|dated| same(&dated.date)))
    };
    let found = by(&|date| *date == claim.date).or_else(|| by(&|date| overlap(date, &claim.date)));
    found.map(|dated| (dated.location, "of the same day"))
}

/// The place that goes on from the claims before.
fn carried(thread: Option<&Thread>, here: Position, locations: &[Location], claim: &Claim) -> Choice {
    let dated = |date: &DateSpan| !date.is_empty();
    let thread = thread.filter(|thread| {
        !dated(&claim.date) || !dated(&thread.date) || claim.date == thread.date || overlap(&claim.date, &thread.date)
    })?;
    let spot = is_spot(locations, thread.location);
    let square = locations.get(thread.location).is_some_and(|location| location.class == Some(PlaceClass::Street));
    let same = dated(&claim.date) && claim.date == thread.date;
    let near = here.paragraph == thread.position.paragraph
        && (!square || same || here.sentence <= thread.position.sentence + 1)
        || (!spot || same && !square) && here.sentence <= thread.position.sentence + 2;
    near.then_some((thread.location, "carried from the sentence before"))
}

/// Whether the location is a site or a street: what happened there says little about what else happened.
pub fn is_spot(locations: &[Location], at: usize) -> bool {
    locations.get(at).is_some_and(|location| matches!(location.class, Some(PlaceClass::Site | PlaceClass::Street)))
}
