//! Running totals: "the death toll rose to 12", "bringing the number of wounded to nearly 100".

use super::Finder;
use super::counted::tally;
use super::sense::said_of;
use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::counting::{Counted, Nature, Need, Trigger};

/// How many chunks behind the toll its number may stand.
const REACH: usize = 14;

/// How many chunks behind the toll a verb that moves it and its number may stand.
const MOVE_REACH: usize = 40;

/// Finds the totals.
pub(super) fn find(finder: &mut Finder<'_>) {
    for &chunk in &finder.reading.phrases.nouns {
        let Some((measure, from)) = measure(finder, chunk) else { continue };
        let first = number_before(finder, chunk).or_else(|| moved(finder, from)).or_else(|| number_after(finder, from));
        let Some(first) = first else { continue };
        let mut last = first.chunk;
        finder.add(&first, measure, String::new(), "total", "toll and its number");
        // "The toll, which stood at 12, has risen to 46 and may pass 60."
        while let Some(next) = moved(finder, last.max(from)) {
            last = next.chunk;
            finder.add(&next, measure, String::new(), "total", "toll and its number");
        }
    }
}

/// Beginnings of verbs that tell how a toll moves or stands.
pub(super) const MOVES: [&str; 37] = [
    "fell", "fall", "drop", "dwindl", "shrank", "declin", "rise", "rising", "rose", "climb", "pass", "reach", "stand",
    "stood", "jump", "revis", "exceed", "top", "hit", "grow", "grew", "mount", "increas", "soar", "swell", "surpass",
    "put", "rais", "update", "number", "surg", "near", "doubl", "approach", "cross", "lower", "go",
];

/// A noun for how many there are: "the toll", "estimates".
pub(super) fn is_toll_word(word: &str) -> bool {
    matches!(word, "toll" | "tolls" | "figure" | "figures" | "number" | "numbers" | "count" | "total" | "tally")
        || matches!(word, "estimate" | "estimates" | "crowd" | "turnout" | "attendance" | "statistics")
}

/// Those of them that leave their number behind: "the toll passed 40".
const PASSES: [&str; 5] = ["pass", "top", "exceed", "surpass", "cross"];

/// More than what `found` counts, where that is exact.
fn beyond(found: super::counted::Tally) -> super::counted::Tally {
    if found.qualifier == "exact" {
        super::counted::Tally { high: None, qualifier: "more_than", ..found }
    } else {
        found
    }
}

/// The number that a toll moves to: behind a verb of moving and "to", "at" or "past", or its object.
fn moved(finder: &Finder<'_>, from: usize) -> Option<super::counted::Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut at = from;
    // "112, up from 98"
    let goes_on = phrases
        .next(from)
        .and_then(|comma| phrases.next(comma))
        .is_some_and(|up| ["up", "down", "from"].iter().any(|word| phrases.is_word(text, up, word)));
    let mut moves = goes_on && phrases.noun(from).is_some_and(|group| group.quantity.is_some());
    for _ in 0..MOVE_REACH {
        at = phrases.next(at)?;
        let word = phrases.chunks.get(at).map_or("", |found| text.lower(found.head));
        match phrases.kind(at)? {
            ChunkKind::Verb(_) => moves = MOVES.iter().any(|stem| word.starts_with(stem)),
            ChunkKind::Noun(group) if moves && group.quantity.is_some() => {
                let taken = group.quantity.and_then(|number| finder.taken.get(number)).copied().unwrap_or(true);
                let direct = phrases.previous(at).is_some_and(|before| {
                    phrases.verb(before).is_some()
                        || phrases.kind(before) == Some(ChunkKind::Adverb)
                        || ["to", "at", "past", "above", "over", "beyond", "towards", "toward", "from"]
                            .iter()
                            .any(|word| phrases.is_word(text, before, word))
                });
                if direct && !taken && group.bare {
                    let passed = phrases
                        .previous(at)
                        .and_then(|verb| phrases.chunks.get(verb))
                        .is_some_and(|verb| PASSES.iter().any(|stem| text.lower(verb.head).starts_with(stem)));
                    return tally(finder, at, Need::Being, true)
                        .map(|found| if passed { beyond(found) } else { found });
                }
            }
            ChunkKind::Break => return None,
            _ => {}
        }
    }
    None
}

/// Finds figures for what was counted shortly before: "… though others put the figure at 12,000".
pub(super) fn find_figures(finder: &mut Finder<'_>) {
    for &chunk in &finder.reading.phrases.nouns {
        if let Some((found, measure)) = figure(finder, chunk) {
            finder.add(&found, measure, String::new(), "total", "figure and its number");
        }
    }
}

fn figure(finder: &Finder<'_>, chunk: usize) -> Option<(super::counted::Tally, &'static str)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    phrases.noun(chunk)?;
    let found = phrases.chunks.get(chunk)?;
    if !matches!(text.lower(found.head), "figure" | "number" | "total" | "tally") {
        return None;
    }
    // "bringing to 167 the number found since March"
    let moved_before = phrases
        .previous(chunk)
        .filter(|number| {
            text.lower(found.tokens.start) == "the" && phrases.noun(*number).is_some_and(|group| group.bare)
        })
        .filter(|number| phrases.previous(*number).is_some_and(|to| phrases.is_word(text, to, "to")));
    let at = phrases.next(chunk)?;
    let a_figure = text.lower(found.head) == "figure" && phrases.is_word(text, at, "of");
    let number = if let Some(number) = moved_before {
        number
    } else if phrases.is_word(text, at, "at") || phrases.is_word(text, at, "to") || a_figure {
        let quoted = |next: &usize| phrases.kind(*next) == Some(ChunkKind::Quote);
        let next = phrases.next(at);
        next.filter(quoted)
            .map_or(next, |quote| phrases.next(quote))
            .filter(|number| phrases.noun(*number).is_some_and(|group| group.bare))?
    } else if phrases.verb(at).is_some() && text.lower(found.tokens.start) == "the" {
        // "the figure rose to 41", "the true figure is no lower than 17"
        let is = phrases.next(at).filter(|_| phrases.verb(at).is_some_and(|verb| verb.copula && !verb.negated));
        let number = is.filter(|number| phrases.noun(*number).is_some_and(|group| group.bare));
        number.or_else(|| moved(finder, chunk).map(|found| found.chunk))?
    } else {
        return None;
    };
    let before = finder.chunks.iter().zip(&finder.claims).filter(|(other, _)| {
        **other < chunk && phrases.chunks.get(**other).is_some_and(|other| other.sentence + 1 >= found.sentence)
    });
    let (_, claim) = before.max_by_key(|(other, _)| **other)?;
    Some((tally(finder, number, Need::Being, true)?, claim.measure))
}

/// What the toll in `chunk` is a toll of, and the chunk that says so.
fn measure(finder: &Finder<'_>, chunk: usize) -> Option<(&'static str, usize)> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    phrases.noun(chunk)?;
    let found = phrases.chunks.get(chunk)?;
    match text.lower(found.head) {
        "toll" | "tolls" => {
            let injured = found.tokens.clone().any(|token| matches!(text.lower(token), "injury" | "injured"));
            let casualties = found.tokens.clone().any(|token| text.lower(token) == "casualty");
            let measure = if injured {
                "injured"
            } else if casualties {
                "casualties"
            } else {
                "killed"
            };
            Some((measure, chunk))
        }
        "crowd" | "turnout" | "attendance" | "rally" | "march" | "demonstration" | "gathering" | "protest"
        | "vigil" | "camp" | "procession" | "sit-in" => {
            let grown = || {
                let mut verb = phrases.next(chunk)?;
                // "the crowd, which numbered 300"
                if let Some(which) = phrases.next(verb).filter(|which| {
                    phrases.kind(verb) == Some(ChunkKind::Comma) && phrases.is_word(text, *which, "which")
                }) {
                    verb = phrases.next(which)?;
                }
                // "the march in Aru grew"
                while phrases.kind(verb) == Some(ChunkKind::Preposition) {
                    verb = phrases.next(verb).and_then(|noun| phrases.next(noun))?;
                }
                phrases.verb(verb)?;
                let word = text.lower(phrases.chunks.get(verb)?.head);
                GROWN.contains(&word).then_some(verb)
            };
            let crowd = matches!(text.lower(found.head), "crowd" | "turnout" | "attendance");
            let put = if crowd { put_at(finder, chunk) } else { None };
            Some(("protesters", put.or_else(grown)?))
        }
        "number" | "count" | "tally" | "total" => {
            // "the number killed"
            let killed = phrases.next(chunk).filter(|verb| phrases.verb(*verb).is_some());
            let killed = killed.and_then(|verb| phrases.chunks.get(verb).map(|found| (verb, found)));
            if let Some((verb, found)) = killed.filter(|(_, found)| found.tokens.len() == 1)
                && let Some(sense) = said_of(finder, found.head)
            {
                return Some((sense.measure, verb));
            }
            let of = phrases.next(chunk).filter(|of| phrases.is_word(text, *of, "of"))?;
            // the number of "martyrs"
            let quoted = phrases.next(of).filter(|quote| phrases.kind(*quote) == Some(ChunkKind::Quote)).unwrap_or(of);
            let group = phrases.next(quoted)?;
            let head = phrases.chunks.get(group)?.head;
            let named = said_of(finder, head).or_else(|| text.word(head).counting_noun.first());
            if let Some(named) = named {
                return phrases
                    .noun(group)
                    .is_none_or(|group| group.quantity.is_none())
                    .then_some((named.measure, group));
            }
            // "the number of gutted houses"
            let tokens = phrases.chunks.get(group)?.tokens.clone();
            if let Some(sense) = tokens.rev().find_map(|token| text.word(token).counting_adjective.first()) {
                let numbered = phrases.noun(group).is_some_and(|group| group.quantity.is_some());
                return (!numbered).then_some((sense.measure, group));
            }
            // "the number of people killed", but "a total of 12 people died" has its number
            if phrases.noun(group).is_some_and(|group| group.quantity.is_some()) {
                return None;
            }
            let verb = phrases.next(group).filter(|verb| phrases.verb(*verb).is_some())?;
            // "the number of houses burned" tells of no people.
            let property = text.word(head).group.is_some_and(|known| known.nature == Nature::Property);
            let head = phrases.chunks.get(verb)?.head;
            let fits = |sense: &&Trigger| (sense.need == Need::Property) == property;
            let said = || said_of(finder, head).filter(|sense| fits(sense));
            let sense = text.word(head).counting_verb.iter().find(fits).or_else(said)?;
            Some((sense.measure, verb))
        }
        // "the dead numbered 42", "put the dead at 42"
        _ => {
            // "put the fatalities at 42"
            let losses = || text.word(found.head).counting_noun.iter().find(|sense| sense.counted == Counted::Itself);
            let sense = said_of(finder, found.head).or_else(losses)?;
            let whole = text.lower(found.tokens.start) == "the" || found.tokens.len() == 1;
            let put = phrases.next(chunk).filter(|at| phrases.is_word(text, *at, "at")).filter(|at| {
                let number = phrases.next(*at).and_then(|number| phrases.noun(number));
                number.is_some_and(|number| number.bare) && whole
            });
            if let Some(at) = put {
                return Some((sense.measure, at));
            }
            // "the injured, numbering 40, …"
            let at = phrases.next(chunk)?;
            let at = if phrases.kind(at) == Some(ChunkKind::Comma) { phrases.next(at)? } else { at };
            let verb = Some(at).filter(|verb| phrases.verb(*verb).is_some())?;
            let head = text.lower(phrases.chunks.get(verb)?.head);
            (text.lower(found.tokens.start) == "the" && TOTALS.contains(&head)).then_some((sense.measure, verb))
        }
    }
}

/// The "at" behind a crowd: "a crowd at 500", "a crowd that police put at 500", "a crowd estimated by the mayor at 500".
fn put_at(finder: &Finder<'_>, crowd: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut put = true;
    let mut at = crowd;
    for _ in 0..CLAUSE {
        at = phrases.next(at)?;
        let word = phrases.chunks.get(at).map_or("", |found| text.lower(found.head));
        match phrases.kind(at)? {
            ChunkKind::Preposition if word == "at" => return Some(at).filter(|_| put),
            ChunkKind::Verb(_) => put = word == "put" || word.starts_with("estimat"),
            ChunkKind::Relative => put = false,
            ChunkKind::Noun(_) | ChunkKind::Adverb | ChunkKind::Preposition | ChunkKind::Subordinator => {}
            _ => return None,
        }
    }
    None
}

/// How many chunks behind a crowd the "at" with its number may stand.
const CLAUSE: usize = 6;

/// What a crowd does to reach a number.
const GROWN: [&str; 9] =
    ["grew", "grown", "swelled", "swollen", "swell", "numbered", "numbering", "dwindled", "shrank"];

/// Verbs behind which a toll has its number.
const TOTALS: [&str; 6] = ["number", "numbered", "numbering", "totalled", "totaled", "totalling"];

/// "bringing to five the number of those killed"
fn number_before(finder: &Finder<'_>, toll: usize) -> Option<super::counted::Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let number = phrases.previous(toll).filter(|number| phrases.noun(*number).is_some_and(|group| group.bare))?;
    phrases.previous(number).filter(|to| phrases.is_word(text, *to, "to"))?;
    tally(finder, number, Need::Being, true)
}

fn is_of_parts(finder: &Finder<'_>, verb: usize) -> bool {
    let word = finder.reading.phrases.chunks.get(verb).map_or("", |found| finder.reading.text.lower(found.head));
    ["compris", "consist", "includ"].iter().any(|stem| word.starts_with(stem))
}

fn number_after(finder: &Finder<'_>, from: usize) -> Option<super::counted::Tally> {
    let phrases = &finder.reading.phrases;
    let mut at = from;
    for _ in 0..REACH {
        at = phrases.next(at)?;
        match phrases.kind(at)? {
            // "the victims of the massacre of 1989"
            ChunkKind::Noun(group)
                if group.quantity.is_some()
                    && phrases.previous(at).is_none_or(|of| {
                        // "a toll of 17"
                        let own = phrases.previous(of) == Some(from) && group.bare;
                        own || !phrases.is_word(&finder.reading.text, of, "of")
                    }) =>
            {
                return tally(finder, at, Need::Being, true);
            }
            ChunkKind::Noun(_) if measure(finder, at).is_some() => return None,
            // "the toll comprises 12 men and nine women"
            ChunkKind::Verb(_) if is_of_parts(finder, at) => return None,
            ChunkKind::Break => return None,
            _ => {}
        }
    }
    None
}
