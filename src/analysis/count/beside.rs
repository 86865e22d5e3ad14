//! Whom a counting verb tells of beside its subject and object: companions, one of those counted, who attacked, and the
//! struck of whom a sentence before said that they died.

use super::Finder;
use super::counted::tally;
use crate::analysis::phrase::{ChunkKind, Members, Voice};
use crate::vocabulary::counting::Need;

/// "… was killed along with his wife and two sons"
pub(super) fn companions(finder: &Finder<'_>, verb: usize) -> Members {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut along = phrases.next(verb);
    for _ in 0..PLACES_BETWEEN {
        let stands = along.is_some_and(|along| {
            ["along", "together", "alongside"].iter().any(|word| phrases.is_word(text, along, word))
        });
        if stands {
            break;
        }
        // "… was held at the port along with his cook"
        let aside = along.is_some_and(|chunk| {
            matches!(
                phrases.kind(chunk),
                Some(ChunkKind::Preposition | ChunkKind::Noun(_) | ChunkKind::Time | ChunkKind::Comma)
            )
        });
        along = along.filter(|_| aside).and_then(|chunk| phrases.next(chunk));
    }
    let first = along
        .filter(|along| ["along", "together", "alongside"].iter().any(|word| phrases.is_word(text, *along, word)))
        .and_then(|along| match phrases.next(along) {
            Some(with) if phrases.is_word(text, with, "with") => phrases.next(with),
            other => other.filter(|_| phrases.is_word(text, along, "alongside")),
        })
        .filter(|first| phrases.noun(*first).is_some());
    first.map(|first| phrases.objects_from(first)).unwrap_or_default()
}

/// "She was one of five nurses killed": she is one of those counted in `chunk`.
pub(super) fn one_of(finder: &mut Finder<'_>, chunk: usize, measure: &'static str, actor: &str) {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return };
    let one = |one: usize| phrases.noun(one).is_some_and(|group| group.bare) && phrases.is_word(text, one, "one");
    let before = phrases.previous(chunk);
    let front = if text.lower(found.tokens.start) == "one" && super::counted::whole_of(finder, chunk).is_some() {
        Some(chunk)
    } else if before.is_some_and(|of| phrases.is_word(text, of, "of")) {
        before.and_then(|of| phrases.previous(of)).filter(|front| one(*front))
    } else {
        before.filter(|among| phrases.is_word(text, *among, "among"))
    };
    let verb = front.and_then(|front| phrases.previous(front));
    let Some(verb) = verb.filter(|verb| phrases.verb(*verb).is_some_and(|verb| verb.copula)) else { return };
    let member = phrases.subject_of(verb).and_then(|subject| tally(finder, subject, Need::Person, false));
    if let Some(member) = member.filter(|member| member.low == Some(1))
        && TOLD_OF_ONE.contains(&measure)
    {
        finder.add(&member, measure, actor.to_owned(), "subset", "one of those counted");
    }
}

/// Who attacks in the clause behind a verb that names nobody.
pub(super) fn attacker(finder: &Finder<'_>, verb: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut at = verb;
    while phrases.kind(at) != Some(ChunkKind::Subordinator) {
        at = phrases.next(at).filter(|next| phrases.verb(*next).is_none())?;
    }
    if !matches!(text.lower(phrases.chunks.get(at)?.head), "when" | "after" | "as") {
        return None;
    }
    let subject = phrases.next(at).filter(|subject| phrases.noun(*subject).is_some())?;
    let mut attack = phrases.next(subject)?;
    while phrases.verb(attack).is_none() {
        attack = phrases.next(attack).filter(|next| phrases.kind(*next) != Some(ChunkKind::Comma))?;
    }
    let active = phrases.verb(attack).is_some_and(|group| group.voice != Voice::Passive);
    (active && ATTACKS.contains(&text.lower(phrases.chunks.get(attack)?.head))).then_some(subject)
}

/// Those of the dead who are said to have been shot were killed.
pub(super) fn settle_struck(finder: &mut Finder<'_>) {
    for number in std::mem::take(&mut finder.struck) {
        let unnamed = finder.claims.get(number).is_some_and(|claim| claim.group.is_empty());
        if finder.chunks.get(number).is_some_and(|chunk| is_of_the_dead(finder, *chunk, unnamed))
            && let Some(claim) = finder.claims.get_mut(number)
        {
            claim.measure = "killed";
        }
    }
}

/// "Four were dead. One had been shot.": a number or pronoun that goes on with those killed just before.
fn is_of_the_dead(finder: &Finder<'_>, chunk: usize, unnamed: bool) -> bool {
    let phrases = &finder.reading.phrases;
    let sentence = |chunk: usize| phrases.chunks.get(chunk).map_or(0, |chunk| chunk.sentence);
    phrases.noun(chunk).is_some_and(|group| group.pronoun || group.bare || unnamed && group.quantity.is_some())
        && finder.chunks.iter().zip(&finder.claims).any(|(other, claim)| {
            claim.measure == "killed" && *other < chunk && sentence(*other) + 1 >= sentence(chunk)
        })
}

/// How many chunks of place and time may stand between a verb and "along with".
const PLACES_BETWEEN: usize = 9;

/// Measures that a single person has.
pub(super) const TOLD_OF_ONE: [&str; 5] = ["killed", "injured", "detained", "missing", "dismissed"];

/// What those do who are behind it: "… were killed when soldiers opened fire".
const ATTACKS: [&str; 16] = [
    "opened",
    "fired",
    "shot",
    "attacked",
    "stormed",
    "ambushed",
    "bombed",
    "shelled",
    "detonated",
    "raided",
    "stabbed",
    "charged",
    "used",
    "blew",
    "rammed",
    "struck",
];
