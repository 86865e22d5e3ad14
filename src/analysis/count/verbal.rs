//! Counts told by verbs: "police killed 13", "13 were wounded", "killing four and injuring six", "40 arrested".

use super::Finder;
use super::beside::{attacker, companions, one_of};
use super::counted::tally;
use super::sense::{is_armed, stands};
use crate::analysis::phrase::{ChunkKind, Members, VerbShape, Voice};
use crate::vocabulary::counting::{Counted, Need, Strength, Trigger};

/// Finds the counts of every trigger verb of `strength`.
pub(super) fn find(finder: &mut Finder<'_>, strength: Strength) {
    for &verb in &finder.reading.phrases.verbs {
        let Some(head) = finder.reading.phrases.chunks.get(verb).map(|chunk| chunk.head) else { continue };
        let known = finder.reading.text.word(head);
        let before = finder.claims.len();
        for sense in known.counting_verb {
            if sense.strength == strength && stands(finder, head, sense) && count(finder, verb, sense) {
                break;
            }
        }
        // "were unaccounted for": an adjective that looks like a participle.
        if known.counting_verb.is_empty() && finder.reading.text.lower(head).ends_with("ed") {
            for sense in known.counting_adjective.iter().filter(|sense| sense.strength == strength) {
                count(finder, verb, &Trigger { counted: Counted::Object, ..sense.clone() });
            }
        }
        for claim in finder.claims.get_mut(before..).unwrap_or_default() {
            claim.told_by = Some(head);
        }
    }
}

/// Makes the claims of one verb; whether there were any.
fn count(finder: &mut Finder<'_>, verb: usize, sense: &Trigger) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    // "medics attended to 19" is no passive for want of an object.
    let to = || {
        sense.with.iter().any(|word| word == "to")
            && phrases.next(verb).is_some_and(|to| phrases.is_word(text, to, "to"))
    };
    let passive = phrases.is_passive(text, verb) && !to() || is_undergone(finder, verb, sense);
    if sense.auxiliary && passive && phrases.verb(verb).is_some_and(|group| group.voice == Voice::Participle) {
        return false;
    }
    if sense.passive && !passive {
        return false;
    }
    // "just missing the bus", "demonstrated that …"
    let behind = phrases.next(verb);
    // "died that day"
    let day = |that: usize| phrases.chunks.get(that).is_some_and(|found| is_time(text.lower(found.tokens.start + 1)));
    let content = behind.is_some_and(|that| phrases.is_word(text, that, "that") && !day(that));
    let object = behind.filter(|object| phrases.noun(*object).is_some());
    let aside = sense.gerund && (object.is_some() || follows_comma(finder, verb) && !in_progress(finder, verb));
    if sense.counted == Counted::Subject && (content || aside) {
        return false;
    }
    // "can carry 120" tells of its size.
    let able = |verb: super::super::phrase::VerbGroup| {
        verb.modal.is_some_and(|modal| matches!(text.lower(modal), "can" | "could"))
    };
    if sense.measure == "people" && sense.counted == Counted::Object && !passive && phrases.verb(verb).is_some_and(able)
    {
        return false;
    }
    // "charged 12 with rioting"
    let named_act = phrases.verb(verb).is_some_and(|group| group.shape == VerbShape::Gerund)
        && phrases.previous(verb).is_some_and(|before| phrases.kind(before) == Some(ChunkKind::Preposition));
    if named_act && sense.counted == Counted::Subject {
        return false;
    }
    // "took 11 hostages to protest": who is taken does not protest.
    let purpose = phrases.verb(verb).is_some_and(|group| group.shape == VerbShape::Infinitive)
        && matches!(sense.measure, "protesters" | "on_strike");
    let taken = |subject: usize| {
        phrases.previous(subject).is_some_and(|before| {
            phrases.verb(before).is_some_and(|group| !group.copula && !group.reports && group.voice == Voice::Active)
        })
    };
    if purpose && sense.counted == Counted::Subject && phrases.subject_of(verb).is_some_and(taken) {
        return false;
    }
    if sense.alone && is_joined(finder, verb) {
        return false;
    }
    let (targets, rule) = match (sense.counted, passive) {
        (Counted::Object, false) => (objects(finder, verb, sense), "verb and its object"),
        (Counted::Object, true) => (subjects(finder, verb, true), "passive verb and its subject"),
        // "a rally attended by 5,000 people"
        (Counted::Subject, true) if sense.number && phrases.agent_of(text, verb).is_some() => {
            let agents = phrases.agent_of(text, verb).map(|agent| phrases.objects_from(agent)).unwrap_or_default();
            (agents, "passive verb and its agent")
        }
        (Counted::Subject, true) if phrases.verb(verb).is_some_and(|group| group.voice == Voice::Passive) => {
            return false;
        }
        _ => (subjects(finder, verb, false), "verb and its subject"),
    };
    let rule = if sense.negated { super::BY_NEGATION } else { rule };
    // Who lost two men did not kill them; that they were soldiers may show in who lost them.
    let loses = sense.need == Need::Forces && sense.measure == "killed";
    let bereft = loses
        && phrases.subject_of(verb).is_some_and(|subject| {
            is_armed(finder, subject) || finder.speaker_meant(subject).is_some_and(|meant| is_armed(finder, meant))
        });
    let (need, number) = if bereft { (Need::Known, true) } else { (sense.need, sense.number) };
    let tallies: Vec<_> = targets
        .into_iter()
        .filter(|target| !is_subject_form(finder, *target) || sense.counted == Counted::Subject || passive)
        .filter_map(|target| {
            // "lost a brother and two cousins"
            let need = if loses && (is_kin(finder, target) || is_own(finder, target)) { Need::Known } else { need };
            tally(finder, target, need, number)
        })
        .collect();
    let again = |tally: &super::counted::Tally| died_by_own_hand(finder, tally.chunk, sense.measure);
    if tallies.is_empty() || tallies.iter().all(again) {
        return false;
    }
    // Who treats the wounded has not wounded them.
    let head = phrases.chunks.get(verb).map_or("", |found| text.lower(found.head));
    let treats = sense.measure == "injured"
        && (sense.with.iter().any(|word| matches!(word.as_str(), "hospital" | "to" | "injuries" | "clinic"))
            || TREATING.iter().any(|stem| head.starts_with(stem)));
    let doer = match (sense.counted, passive) {
        _ if loses || treats || sense.measure == "protesters" => None,
        (Counted::Object, false) => phrases.subject_of(verb),
        (Counted::Object, true) => phrases.agent_of(text, verb).or_else(|| attacker(finder, verb)),
        (Counted::Subject, true) if sense.number && phrases.agent_of(text, verb).is_some() => None,
        _ if sense.measure == "killed" => attacker(finder, verb),
        _ => None,
    };
    let actor = finder.actor(doer);
    let others: Vec<_> = companions(finder, verb)
        .into_iter()
        .filter_map(|companion| tally(finder, companion, sense.need, sense.number))
        .collect();
    let measure = measure_with_coordination(finder, verb, sense.measure);
    let part = passive
        && sense.counted == Counted::Object
        && phrases.verb(verb).is_some_and(|group| group.voice == Voice::Participle);
    for tally in &tallies {
        // "one of the twelve people injured" counts the twelve.
        let whole = part.then(|| super::counted::whole_of(finder, tally.chunk)).flatten();
        let tally = whole.as_ref().unwrap_or(tally);
        let several = tally.low != Some(1) || tally.high != Some(1);
        let before = finder.claims.len();
        finder.add(tally, if several { measure } else { sense.measure }, actor.clone(), "", rule);
        one_of(finder, tally.chunk, measure, &actor);
        if sense.alone && finder.claims.len() > before {
            finder.struck.push(before);
        }
    }
    for found in &others {
        finder.add(found, measure, actor.clone(), "", "companion");
    }
    true
}

fn is_time(word: &str) -> bool {
    matches!(
        word,
        "day" | "night" | "morning" | "afternoon" | "evening" | "week" | "weekend" | "month" | "year" | "same"
    )
}

/// "900 families made homeless", "six miners burned alive": a participle whose only object completes it.
fn is_undergone(finder: &Finder<'_>, verb: usize, sense: &Trigger) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let bare = phrases.verb(verb).is_some_and(|group| group.voice == Voice::Participle);
    let Some(object) = (if bare && !sense.with.is_empty() { phrases.object_of(verb) } else { None }) else {
        return false;
    };
    let completes = phrases
        .chunks
        .get(object)
        .is_some_and(|found| found.tokens.len() == 1 && sense.with.iter().any(|word| word == text.lower(found.head)));
    let counted =
        phrases.previous(verb).is_some_and(|before| phrases.noun(before).is_some_and(|group| group.quantity.is_some()));
    completes && counted && phrases.next(object).is_none_or(|next| phrases.noun(next).is_none())
}

/// "… to hospitals, and he warned …": a pronoun that can be no object.
fn is_subject_form(finder: &Finder<'_>, chunk: usize) -> bool {
    let head = finder.reading.phrases.chunks.get(chunk).map_or("", |found| finder.reading.text.lower(found.head));
    matches!(head, "he" | "she" | "they" | "we" | "i")
}

/// "blew himself up, killing himself and two others": he died once.
fn died_by_own_hand(finder: &Finder<'_>, chunk: usize, measure: &str) -> bool {
    let phrases = &finder.reading.phrases;
    let word = |chunk: usize| phrases.chunks.get(chunk).map_or("", |found| finder.reading.text.lower(found.head));
    let sentence = |chunk: usize| phrases.chunks.get(chunk).map(|found| found.sentence);
    let own = |other: usize| word(other) == word(chunk) && sentence(other) == sentence(chunk) && other != chunk;
    let mut told = finder.chunks.iter().zip(&finder.claims);
    word(chunk).ends_with("self") && told.any(|(other, claim)| own(*other) && claim.measure == measure)
}

fn is_kin(finder: &Finder<'_>, chunk: usize) -> bool {
    let head = finder.reading.phrases.chunks.get(chunk).and_then(|found| finder.reading.text.word(found.head).group);
    head.is_some_and(|known| matches!(known.class, "family" | "children"))
}

/// "lost two of their own fighters"
fn is_own(finder: &Finder<'_>, chunk: usize) -> bool {
    let text = &finder.reading.text;
    let found = finder.reading.phrases.chunks.get(chunk);
    found.is_some_and(|found| found.tokens.clone().any(|token| matches!(text.lower(token), "own" | "its")))
}

/// Beginnings of verbs of caring for the wounded.
const TREATING: [&str; 6] = ["treat", "hospital", "admit", "discharg", "attend", "airlift"];

/// "killed or wounded" counts casualties.
fn measure_with_coordination(finder: &Finder<'_>, verb: usize, measure: &'static str) -> &'static str {
    let phrases = &finder.reading.phrases;
    let other = phrases
        .next(verb)
        .filter(|chunk| phrases.kind(*chunk) == Some(ChunkKind::Conjunction))
        .and_then(|chunk| phrases.next(chunk))
        .filter(|chunk| phrases.verb(*chunk).is_some_and(|group| group.voice == Voice::Participle))
        .and_then(|chunk| phrases.chunks.get(chunk))
        .and_then(|chunk| finder.reading.text.word(chunk.head).counting_verb.first());
    match (measure, other.map(|sense| sense.measure)) {
        ("killed", Some("injured")) | ("injured", Some("killed")) => "casualties",
        _ => measure,
    }
}

/// The noun groups that are the verb's subject: all members of a list, but for a bare number before a verb without
/// auxiliary only itself ("40 hurt").
fn subjects(finder: &Finder<'_>, verb: usize, undergone: bool) -> Members {
    let phrases = &finder.reading.phrases;
    let Some(subject) = phrases.subject_of(verb) else { return Members::new() };
    let bare_form = phrases.verb(verb).is_some_and(|group| {
        group.voice == Voice::Participle || group.shape == VerbShape::Gerund && !follows_comma(finder, verb)
    });
    if bare_form {
        // "a list of 40 people killed", "five among 12 killed", but "three men in a car killed"
        let mut before = phrases.previous(verb);
        // "with another 12 still unaccounted for"
        while before.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
            before = before.and_then(|adverb| phrases.previous(adverb));
        }
        let nearest = before.filter(|nearest| {
            // "2,300 employees of three firms walked out" counts the employees.
            let ruled = phrases
                .previous(*nearest)
                .filter(|of| !undergone && phrases.is_word(&finder.reading.text, *of, "of"))
                .and_then(|of| phrases.previous(of))
                .is_some_and(|ruler| phrases.noun(ruler).is_some_and(|group| group.quantity.is_some()));
            if ruled {
                return false;
            }
            // "the mother of a boy killed"
            let of = || {
                let of = phrases.previous(*nearest);
                of.is_some_and(|of| phrases.is_word(&finder.reading.text, of, "of"))
                    && super::person::is_one_person(finder, *nearest)
            };
            phrases
                .noun(*nearest)
                .is_some_and(|group| group.quantity.is_some() || group.determiner.is_some() && group.article && of())
        });
        let subject = nearest.unwrap_or(subject);
        let elided = phrases.noun(subject).is_some_and(|group| group.bare);
        let part = phrases.noun(subject).is_some_and(|_| super::counted::whole_of(finder, subject).is_some());
        // "twelve in Aru, five in Bela and three at sea lost their lives"
        let list = list_before(finder, subject);
        let placed = |member: &usize| {
            phrases.noun(*member).is_some_and(|group| group.quantity.is_some())
                && phrases.next(*member).is_some_and(|place| phrases.kind(place) == Some(ChunkKind::Preposition))
        };
        let all_placed = list.len() > 1 && list.iter().all(placed);
        return if (elided || part) && !all_placed { Members::from_slice(&[subject]) } else { list };
    }
    list_before(finder, subject)
}

/// The list that ends in `subject`, without members that an adjective already tells of ("8 dead, 12 missing").
fn list_before(finder: &Finder<'_>, subject: usize) -> Members {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let told = |chunk: usize| {
        phrases.chunks.get(chunk).is_some_and(|found| !text.word(found.head).counting_adjective.is_empty())
    };
    phrases.subjects_from(subject).into_iter().filter(|member| *member == subject || !told(*member)).collect()
}

/// "are missing", "have been striking": a form in -ing with its auxiliary.
fn in_progress(finder: &Finder<'_>, verb: usize) -> bool {
    finder.reading.phrases.chunks.get(verb).is_some_and(|found| found.tokens.len() > 1)
}

fn follows_comma(finder: &Finder<'_>, verb: usize) -> bool {
    let phrases = &finder.reading.phrases;
    let mut before = phrases.previous(verb);
    // "71 still missing"
    while before.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
        before = before.and_then(|adverb| phrases.previous(adverb));
    }
    before.is_none_or(|before| {
        // "remained missing"
        phrases.noun(before).is_none() && phrases.verb(before).is_none()
    })
}

/// The noun groups that are the verb's object. What completes the verb is none: "shoot dead 12", "set fire to 12 shops".
fn objects(finder: &Finder<'_>, verb: usize, sense: &Trigger) -> Members {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(object) = phrases.object_of(verb) else {
        // "attended to 19 people"
        let to = phrases
            .next(verb)
            .filter(|to| phrases.is_word(text, *to, "to") && sense.with.iter().any(|word| word == "to"));
        let first = to.and_then(|to| phrases.next(to)).filter(|first| phrases.noun(*first).is_some());
        return first.map(|first| phrases.objects_from(first)).unwrap_or_default();
    };
    let completes = |chunk: usize| {
        let counted = phrases.noun(chunk).is_some_and(|group| group.quantity.is_some());
        let Some(found) = phrases.chunks.get(chunk) else { return false };
        let head = text.lower(found.head);
        let alone = found.tokens.len() == 1 || found.tokens.len() == 2 && text.lower(found.tokens.start) == "the";
        alone && !counted && sense.with.iter().any(|word| word == head)
    };
    if !completes(object) {
        return phrases.objects_from(object);
    }
    let next = phrases.next(object).filter(|next| phrases.noun(*next).is_some()).or_else(|| {
        let to =
            phrases.next(object).filter(|to| ["to", "of", "on"].iter().any(|word| phrases.is_word(text, *to, word)))?;
        // "turned the gun on himself", but not on others
        if phrases.is_word(text, to, "on") {
            return phrases
                .next(to)
                .filter(|own| phrases.chunks.get(*own).is_some_and(|own| text.lower(own.head).ends_with("self")));
        }
        phrases.next(to).filter(|next| phrases.noun(*next).is_some())
    });
    next.map(|first| phrases.objects_from(first)).unwrap_or_default()
}

/// Whether another verb is joined to `verb`: "shot and killed".
fn is_joined(finder: &Finder<'_>, verb: usize) -> bool {
    let phrases = &finder.reading.phrases;
    let next = phrases.next(verb).filter(|next| phrases.kind(*next) == Some(ChunkKind::Conjunction));
    let joined = next.and_then(|and| phrases.next(and)).is_some_and(|other| phrases.verb(other).is_some());
    joined || phrases.next(verb).is_some_and(|next| phrases.verb(next).is_some())
}
