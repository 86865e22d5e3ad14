//! Counts of people whom no trigger word tells of, but what they did or what was done with them: "sixteen miners were
//! underground", "boats brought 90 ashore", "some 80 officers went through doors".

use super::counted::{Tally, tally, whole_of};
use super::role::{Role, Roles, is_of_collective, role_of_collective};
use super::{Finder, continued};
use crate::analysis::phrase::{ChunkKind, VerbShape, Voice};
use crate::analysis::quantity::QuantityKind;
use crate::vocabulary::counting::{Counted, Nature, Need};

/// Finds the counts among the numbers that nothing else has claimed.
pub(super) fn find(finder: &mut Finder<'_>) {
    unharmed(finder);
    let mut roles = Roles::default();
    for &chunk in &finder.reading.phrases.nouns {
        let Some(found) = candidate(finder, chunk) else { continue };
        if !roles.sentence.contains(&chunk) {
            roles = Roles::of_sentence(finder, chunk);
        }
        let role = role_of_collective(finder, roles.of(chunk), &roles);
        if let Some((measure, relation)) = continued::measure(finder, &found, role) {
            finder.add(&found, measure, String::new(), relation, "number alone");
        } else if let Some(measure) = measure(finder, &found, role) {
            let actor = match role {
                Role::Object(verb) if measure == "people" => finder.actor(finder.reading.phrases.subject_of(verb)),
                _ => String::new(),
            };
            finder.add(&found, measure, actor, "", super::BY_PART);
            super::nominal::whole(finder, chunk, measure);
        }
    }
}

/// "Nobody has been charged", "not a single guard was questioned": to none of them it was done.
fn unharmed(finder: &mut Finder<'_>) {
    for &verb in &finder.reading.phrases.verbs {
        let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
        let done = phrases.verb(verb).is_some_and(|group| {
            group.voice == Voice::Passive && group.shape == VerbShape::Finite && !group.reports && group.modal.is_none()
        });
        let Some(subject) = (if done { phrases.subject_of(verb) } else { None }) else { continue };
        let Some(found) = phrases.chunks.get(subject) else { continue };
        let none = matches!(text.lower(found.tokens.start), "no" | "nobody")
            || phrases.previous(subject).is_some_and(|not| phrases.is_word(text, not, "not"));
        if none
            && !finder.chunks.contains(&subject)
            && let Some(nobody) = tally(finder, subject, Need::Known, false).filter(|found| found.low == Some(0))
        {
            finder.add(&nobody, "people", String::new(), "", "nobody to whom it was done");
        }
    }
}

/// Nouns for those who belong to a body at all times: "a company with 900 employees".
const BELONGING: [&str; 14] = [
    "employees",
    "members",
    "inhabitants",
    "residents",
    "subscribers",
    "customers",
    "voters",
    "students",
    "pupils",
    "users",
    "readers",
    "followers",
    "delegates",
    "seats",
];

/// Verbs of standing conditions and of asking: whom their objects count took no part in what happened.
const STANDING: [&str; 10] =
    ["represent", "compris", "includ", "survey", "poll", "have", "has", "had", "number", "averag"];

/// Beginnings of verbs of accusing: whom they count is nowhere on duty.
const ACCUSING: [&str; 14] = [
    "charg",
    "accus",
    "suspect",
    "question",
    "interview",
    "investigat",
    "sentenc",
    "convict",
    "acquit",
    "summon",
    "suspend",
    "blam",
    "identif",
    "nam",
];

/// Beginnings of words of purpose: "a prison built for 250".
const MEANT: [&str; 7] = ["built", "design", "meant", "intend", "licen", "room", "space"];

/// Nouns before "of" whose members are no part of what happened: "a survey of 1,200 people".
const SAMPLES: [&str; 14] = [
    "survey",
    "poll",
    "sample",
    "study",
    "council",
    "committee",
    "panel",
    "parliament",
    "assembly",
    "jury",
    "board",
    "workforce",
    "audience",
    "membership",
];

/// The count in `chunk`, if nothing has claimed it and it is one of people.
fn candidate(finder: &Finder<'_>, chunk: usize) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let group = phrases.noun(chunk)?;
    let quantity = group.quantity?;
    let start = phrases.chunks.get(chunk)?.tokens.start;
    if finder.taken.get(quantity).copied().unwrap_or(true) || is_known_already(text.lower(start)) {
        return None;
    }
    // "the 63 miners" are new where no number before is as large.
    let others = matches!(text.lower(start + 1), "other" | "remaining");
    if text.lower(start) == "the" && !others && (group.bare || is_repeated(finder, quantity)) {
        return None;
    }
    // "more than half of the 250 hostages" counts the 250.
    let share = finder
        .reading
        .quantities
        .get(quantity)
        .is_some_and(|share| matches!(share.kind, QuantityKind::Share | QuantityKind::Percent));
    let found = if share { whole_of(finder, chunk) } else { tally(finder, chunk, Need::Person, true) }?;
    // "some workers", "one officer", "several men" tell what happened rather than how many took part.
    let least = if found.qualifier == "indefinite" { 20 } else { 2 };
    // "not one officer has stood trial"
    let not_one = found.high == Some(0) && found.anchor.len() > 1 && text.lower(found.anchor.start) == "one";
    if !not_one && found.low.or(found.high).is_none_or(|number| number < least) {
        return None;
    }
    let end_word = found.anchor.end.saturating_sub(1);
    let (head, known) = (text.lower(end_word), text.word(end_word).group);
    let known = known.filter(|known| known.nature == Nature::Person);
    // Who tells of it is no part of it, unless there is something done with him: "heard 34 witnesses".
    let spoken_to = matches!(head, "witnesses" | "eyewitnesses") && is_heard(finder, chunk);
    if !spoken_to && matches!(head, "witnesses" | "eyewitnesses" | "experts" | "sources" | "analysts" | "specialists") {
        return None;
    }
    let kin = known.is_some_and(|known| known.class == "family");
    let pronoun = matches!(head, "us" | "them");
    (known.is_some() && !kin || group.bare || found.group.is_empty() || pronoun).then_some(found)
}

/// "interviewed 34 witnesses", "spoke to 12 witnesses", "the testimony of 20 witnesses"
fn is_heard(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let before = phrases.previous(chunk);
    let before = before
        .filter(|to| ["to", "with", "of", "from"].iter().any(|word| phrases.is_word(text, *to, word)))
        .map_or(before, |to| phrases.previous(to));
    let word = before.and_then(|verb| phrases.chunks.get(verb)).map_or("", |verb| text.lower(verb.head));
    HEARING.iter().any(|stem| word.starts_with(stem))
}

/// Beginnings of words for hearing witnesses.
const HEARING: [&str; 14] = [
    "heard",
    "hear",
    "interview",
    "question",
    "examin",
    "call",
    "summon",
    "spoke",
    "speak",
    "talk",
    "testimon",
    "evidence",
    "statement",
    "account",
];

/// Whether a number before `quantity` is the same.
fn is_repeated(finder: &Finder<'_>, quantity: usize) -> bool {
    let quantities = &finder.reading.quantities;
    let Some(own) = quantities.get(quantity) else { return true };
    quantities.iter().take(quantity).any(|before| before.low == own.low && before.high == own.high)
        || own.low.is_none_or(|low| low < LEAST_NEW)
}

/// Below this "the five men" are rather those of whom it was told before.
const LEAST_NEW: f64 = 6.0;

/// A determiner that points back at people told of before: "the two", "their three sons".
fn is_known_already(word: &str) -> bool {
    matches!(word, "these" | "those" | "both" | "all" | "my" | "our" | "his" | "her" | "its" | "their" | "your")
}

fn measure(finder: &Finder<'_>, found: &Tally, role: Role) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let bare = phrases.noun(found.chunk)?.bare && !is_of_collective(finder, found.chunk);
    let word = |chunk: usize| phrases.chunks.get(chunk).map_or("", |found| text.lower(found.head));
    let standing = |verb: usize| STANDING.iter().any(|stem| word(verb).starts_with(stem));
    let forces = matches!(found.class, "police" | "soldiers" | "forces");
    let people = if forces { "security_forces" } else { "people" };
    match role {
        Role::Subject(verb) => {
            let group = phrases.verb(verb)?;
            let timeless = group.shape == VerbShape::Finite && is_timeless(finder, verb);
            let passive = phrases.is_passive(text, verb);
            let tells =
                matches!(word(verb), "tell" | "tells" | "say" | "describe" | "described" | "recalled" | "recall");
            // "were believed to be in the valley" tells where they are.
            let said_to = group.reports && group.voice == Voice::Passive;
            let told = (!group.reports || said_to) && !tells && !standing(verb) && !timeless;
            let undergoes = passive && !said_to || is_tried(finder, verb);
            (told && (!group.copula || !bare || continued::is_at_large(finder, verb))).then_some(if undergoes {
                "people"
            } else {
                people
            })
        }
        Role::Object(verb) => {
            let group = phrases.verb(verb)?;
            let there =
                group.copula && phrases.subject_of(verb).is_some_and(|there| phrases.is_word(text, there, "there"));
            let timeless = is_timeless(finder, verb);
            // "the strike involved 40,000 miners"
            if INVOLVING.iter().any(|stem| word(verb).starts_with(stem))
                && let Some(measure) = phrases.subject_of(verb).and_then(|unrest| measure_of_unrest(finder, unrest))
            {
                return Some(measure);
            }
            // "The army has 20,000 troops in the region", "they gave us six policemen"; but who is charged is sent nowhere.
            let accused = ACCUSING.iter().any(|stem| word(verb).starts_with(stem));
            let people = if accused { "people" } else { people };
            if forces && (word(verb).starts_with("ha") || word(verb).starts_with("maint") || word(verb) == "see") {
                return Some(people);
            }
            let employs = word(verb).starts_with("employ");
            (!standing(verb) && (!timeless || employs) && (!group.copula || there)).then_some(people)
        }
        // "joined by a further eight"
        Role::Behind(by)
            if bare
                && found.relation == "additional"
                && phrases.is_word(text, by, "by")
                && phrases.previous(by).is_some_and(|verb| phrases.verb(verb).is_some()) =>
        {
            Some("people")
        }
        Role::Behind(preposition) => {
            if bare || phrases.previous(preposition).is_some_and(|noun| SAMPLES.contains(&word(noun))) {
                return None;
            }
            if !is_whole(finder, preposition) && BELONGING.contains(&text.lower(found.anchor.end.saturating_sub(1))) {
                return None;
            }
            let before = phrases.previous(preposition);
            // "according to two witnesses", "built for 250 inmates"
            let aside = before.is_some_and(|before| {
                phrases.is_word(text, before, "according") || MEANT.iter().any(|stem| word(before).starts_with(stem))
            });
            if aside {
                return None;
            }
            match text.lower(phrases.chunks.get(preposition)?.head) {
                "by" | "with" if forces => Some("security_forces"),
                // "Of the 63 miners underground, 42 got out."
                "of" if is_whole(finder, preposition) => Some(people),
                "of" => None,
                _ => Some("people"),
            }
        }
        Role::None if !bare || is_in_all(finder, found.chunk) => Some(people),
        Role::None => None,
    }
}

/// Beginnings of verbs that tell how many took part in the unrest that is their subject.
const INVOLVING: [&str; 7] = ["involv", "attract", "draw", "drew", "mobilis", "mobiliz", "unit"];

/// "the strike", "a rally": what those do who take part in it.
fn measure_of_unrest(finder: &Finder<'_>, chunk: usize) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let mut senses = text.word(phrases.chunks.get(chunk)?.head).counting_noun.iter();
    let of = senses.find(|sense| sense.counted == Counted::Of && sense.number)?;
    ["on_strike", "protesters"].into_iter().find(|measure| of.measure == *measure)
}

/// "the miners, 33 in all, …": a number between commas behind a noun for people in the plural.
fn is_in_all(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let comma = phrases.previous(chunk).filter(|comma| phrases.kind(*comma) == Some(ChunkKind::Comma));
    let people = comma.and_then(|comma| phrases.previous(comma)).and_then(|people| phrases.chunks.get(people));
    let plural = people
        .and_then(|people| text.word(people.head).group)
        .is_some_and(|known| known.plural && known.nature == Nature::Person);
    let end = phrases.chunks.get(chunk).map_or(0, |found| found.tokens.end);
    let all = matches!(text.lower(end), "altogether" | "strong")
        || text.lower(end) == "in" && matches!(text.lower(end + 1), "all" | "total" | "number")
        || text.lower(end) == "of" && text.lower(end + 1) == "them";
    plural && all
}

/// "stood trial", "went on trial", "sat in the dock": who is tried is on no duty.
fn is_tried(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let end = phrases.chunks.get(verb).map_or(0, |found| found.tokens.end);
    (end..end + 4).any(|token| {
        matches!(
            text.lower(token),
            "trial" | "dock" | "court" | "charges" | "sentence" | "sentences" | "term" | "terms"
        )
    })
}

/// Whether the preposition opens its sentence and a number alone follows behind the phrase's comma.
fn is_whole(finder: &Finder<'_>, preposition: usize) -> bool {
    let phrases = &finder.reading.phrases;
    if phrases.previous(preposition).is_some() {
        return false;
    }
    let mut at = preposition;
    for _ in 0..WHOLE_REACH {
        let Some(next) = phrases.next(at) else { return false };
        at = next;
        if phrases.kind(at) == Some(ChunkKind::Comma) {
            let part = phrases.next(at).and_then(|part| phrases.noun(part));
            return part.is_some_and(|part| part.quantity.is_some());
        }
    }
    false
}

/// How many chunks the phrase "of the 63 miners …" may have.
const WHOLE_REACH: usize = 9;

/// A present without auxiliary tells what is always so ("the port employs 900 people"), but in a heading.
fn is_timeless(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some((group, found)) = phrases.verb(verb).zip(phrases.chunks.get(verb)) else { return false };
    let forms = text.word(found.head).verb;
    let heading = found.sentence == 0;
    !heading
        && group.voice == Voice::Active
        && found.tokens.len() == 1
        && !forms.past
        && (forms.plain || forms.third_person)
        && !matches!(
            text.lower(found.head),
            "face"
                | "faces"
                | "remain"
                | "remains"
                | "are"
                | "were"
                | "was"
                | "need"
                | "lack"
                | "await"
                | "live"
                | "shelter"
        )
}
