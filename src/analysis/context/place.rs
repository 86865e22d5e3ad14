//! Where the claimed thing is said to have happened.
//!
//! Each count and event takes, first found wins: a place named in its sentence, the nearest by clauses
//! ([`locative`] tells which names say where something happened, [`generic`] reads "the town" and "there"); the place of the
//! thread that it goes on with ([`thread`]); the place that the article is about. Statements keep no place: where somebody
//! stood while speaking is hardly ever said.

mod generic;
mod locative;
mod nearest;
mod thread;

use crate::analysis::{Claim, Reading};

use locative::Location;

/// Sets place, place name and place basis of each claim from its clause, its sentence, its paragraph, the dateline or the
/// thread of the article.
pub fn apply(reading: &Reading<'_>, claims: &mut [Claim]) {
    let mut locations = locative::find(reading);
    generic::add(reading, &mut locations);
    if locations.is_empty() {
        return;
    }
    let own: Vec<Option<usize>> = claims.iter().map(|claim| nearest::location(reading, &locations, claim)).collect();
    if std::env::var("DBG").is_ok() {
        for l in &locations {
            eprintln!(
                "{} {:?} {:?} {} hap={} [{}]",
                l.sentence,
                l.role,
                l.class,
                l.name,
                l.happening,
                l.tokens.clone().map(|t| reading.text.raw(t)).collect::<Vec<_>>().join(" ")
            );
        }
    }
    let chosen = thread::fill(reading, &locations, claims, &own);
    for (claim, choice) in claims.iter_mut().zip(chosen) {
        let Some((location, basis)) = choice.and_then(|(at, basis)| Some((locations.get(at)?, basis))) else {
            continue;
        };
        basis.clone_into(&mut claim.place_basis);
        claim.place = wording(reading, location);
        claim.place_name.clone_from(&location.name);
    }
}

/// The words of a location, on one line.
fn wording(reading: &Reading<'_>, location: &Location) -> String {
    location.wording.of(reading.text.source).split_whitespace().collect::<Vec<_>>().join(" ")
}
