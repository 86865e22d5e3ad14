//! Events named by a noun: "clashes erupted", "staged a protest", "a raid on the village on Tuesday". A noun that only
//! refers back is none; see [`told_by`] for what its clause must add.

use std::ops::Range;

use crate::analysis::phrase::{ChunkKind, VerbShape};
use crate::vocabulary::events::{CarrierRole, Trigger, TriggerClass};

use super::Found;
use super::arguments;
use super::scene::Scene;
use super::verbs;

/// What the noun group in chunk `noun` tells of.
pub(super) fn read<'a>(scene: &Scene<'a>, noun: usize) -> Option<Found<'a>> {
    let head = scene.head(noun);
    if !scene.words.is_trigger(scene.text.lower(head)) {
        return None;
    }
    let sense = scene
        .words
        .senses(scene.text.lower(head))
        .filter(|sense| sense.class == TriggerClass::Noun)
        .find(|sense| is_named(scene, noun, sense))?;
    let outer = bundle(scene, noun, sense);
    let mut found = carried(scene, noun, outer, sense).or_else(|| told_by(scene, noun, outer, sense))?;
    found.modifier = modifier(scene, noun, sense);
    Some(found)
}

/// For "a violent police raid" the police.
fn modifier(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> Option<Range<usize>> {
    let before = first_token(scene, noun, sense).checked_sub(1)?;
    let word = scene.text.lower(before);
    let force = scene.words.is_of_class(word, "force") || scene.words.is_of_class(word, "person");
    (force && scene.tokens(noun).contains(&before)).then_some(before..before + 1)
}

/// Whether the group's last words are the noun and nothing beside it forbids the sense.
fn is_named(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> bool {
    let head = scene.head(noun);
    let words = sense.lemma.split(' ').count();
    let Some(first) = (head + 1).checked_sub(words) else {
        return false;
    };
    let whole = words == 1 || {
        let start = sense.lemma.rsplit_once(' ').map_or("", |(start, _)| start);
        first < head && scene.text.lower_span(scene.text.span(first..head)) == start
    };
    let around = (scene.tokens(noun).start..first).chain([head + 1]);
    let around = around.chain(first.checked_sub(1));
    let mut around = around.map(|token| scene.text.lower(token));
    whole
        && !around.any(|word| sense.avoid.iter().any(|avoided| avoided == word))
        && (sense.object.is_empty()
            || arguments::directly_behind(scene, noun, "of")
                .is_some_and(|inner| scene.is_of_class(inner, &sense.object)))
}

/// For "a series of attacks" the group "a series", for "a state of emergency" its "a state"; otherwise the group itself.
fn bundle(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> usize {
    if sense.lemma.contains(" of ") {
        let first = (scene.head(noun) + 1).saturating_sub(sense.lemma.split(' ').count());
        return scene.phrases.chunk_at(first).unwrap_or(noun);
    }
    let outer = || {
        let of = scene.phrases.previous(noun).filter(|of| scene.phrases.is_word(scene.text, *of, "of"))?;
        let outer = scene.phrases.previous(of)?;
        let bundles = [
            "series", "number", "string", "wave", "waves", "spate", "outbreak", "day", "days", "night", "nights",
            "hours", "weeks", "week", "months", "round", "campaign", "act", "acts", "kind", "form", "burst", "barrage",
            "hail",
        ];
        (scene.phrases.noun(outer).is_some() && bundles.contains(&scene.head_word(outer))).then_some(outer)
    };
    outer().unwrap_or(noun)
}

/// An event that a verb beside the noun carries: "clashes erupted", "came under attack", "there were arrests".
fn carried<'a>(scene: &Scene<'a>, noun: usize, outer: usize, sense: &'a Trigger) -> Option<Found<'a>> {
    let first = first_token(scene, noun, sense);
    if let Some(verb) = verb_behind(scene, noun, outer) {
        let passive = scene.phrases.is_passive(scene.text, verb);
        let fits = |role: CarrierRole| role == CarrierRole::Occur || (role == CarrierRole::Do && passive);
        if let Some((_, end)) = carrier(scene, verb, |role| fits(role) && allows(sense, role)) {
            if !verbs::tells_otherwise(scene, verb, &sense.event) {
                let (actor, target) = participants(scene, noun, sense);
                let agent = passive.then(|| arguments::agent(scene, verb)).flatten();
                let hits = matches!(sense.event.as_str(), "attack" | "bomb" | "shoot") && !passive;
                let target = target.or_else(|| scene.phrases.object_of(verb).filter(|_| hits));
                let anchor = first..end;
                let rule = "noun and verb";
                return Some(found(noun, sense, anchor, actor.or(agent), target, rule));
            }
        }
        if scene.phrases.verb(verb).is_some_and(|group| group.copula) && is_in_force(scene, verb) {
            let (actor, target) = participants(scene, noun, sense);
            let anchor = first..scene.tokens(verb).end + 2;
            return Some(found(noun, sense, anchor, actor, target, "noun in force"));
        }
    }
    let verb = verb_before(scene, outer)?;
    let (actor, target) = participants(scene, noun, sense);
    if is_existential(scene, verb) {
        return sense
            .phrase
            .is_empty()
            .then(|| found(noun, sense, first..scene.head(noun) + 1, actor, target, "there is"));
    }
    let (role, _) = carrier(scene, verb, |role| role != CarrierRole::Occur && allows(sense, role))?;
    let subject = || arguments::subject(scene, verb);
    let anchor = scene.head(verb)..scene.head(noun) + 1;
    let rule = "verb and noun";
    match role {
        CarrierRole::Do if scene.phrases.is_passive(scene.text, verb) => None,
        // "announced their deaths"
        CarrierRole::Do if sense.event == "kill" && is_definite(scene, outer) => None,
        CarrierRole::Do => Some(found(noun, sense, anchor, subject().or(actor), target, rule)),
        CarrierRole::Undergo => Some(found(noun, sense, anchor, actor, subject().or(target), rule)),
        CarrierRole::Cause if is_definite(scene, outer) => None,
        CarrierRole::Cause => Some(found(noun, sense, first..scene.head(noun) + 1, actor, target, "noun caused")),
        CarrierRole::Occur => None,
    }
}

/// An event that its own phrase tells of: it names who took part, when or where. With "the" or a possessive it may refer
/// back, and is marked so.
fn told_by<'a>(scene: &Scene<'a>, noun: usize, outer: usize, sense: &'a Trigger) -> Option<Found<'a>> {
    let (actor, target) = participants(scene, noun, sense);
    let full = actor.is_some() && !is_definite(scene, outer) && !is_definite(scene, noun);
    if !sense.phrase.is_empty() || (is_governed(scene, outer) && !(full && is_met_with(scene, outer))) {
        return None;
    }
    let last = scene.list(target.or(actor).unwrap_or(noun)).last().copied().unwrap_or(noun).max(noun);
    let dated = has_time_or_place(scene, noun) || has_time_or_place(scene, last);
    let definite = is_definite(scene, outer) || is_definite(scene, noun);
    let actor_known = actor.is_some() || modifier(scene, noun, sense).is_some();
    let told =
        if definite { dated && (actor_known || target.is_some()) } else { dated || actor_known || target.is_some() };
    let first = first_token(scene, noun, sense);
    told.then(|| Found {
        refers_back: definite,
        ..found(noun, sense, first..scene.head(noun) + 1, actor, target, "noun with its participants")
    })
}

fn found<'a>(
    noun: usize,
    sense: &'a Trigger,
    anchor: Range<usize>,
    actor: Option<usize>,
    target: Option<usize>,
    rule: &'static str,
) -> Found<'a> {
    let target = target.filter(|target| actor != Some(*target));
    Found { event: &sense.event, anchor, actor, target, trigger: noun, modifier: None, refers_back: false, rule }
}

fn first_token(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> usize {
    (scene.head(noun) + 1).saturating_sub(sense.lemma.split(' ').count())
}

fn allows(sense: &Trigger, role: CarrierRole) -> bool {
    sense.phrase.is_empty() || sense.phrase.iter().any(|name| name == role.name())
}

/// The verb group of which `outer` is the subject.
fn verb_behind(scene: &Scene<'_>, noun: usize, outer: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..12 {
        at = scene.phrases.next(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(group) if group.shape == VerbShape::Finite || group.shape == VerbShape::Gerund => {
                // "with unrest spreading"
                if group.shape == VerbShape::Gerund && scene.phrases.previous(at) == Some(noun) {
                    return Some(at);
                }
                let subject = scene.phrases.subject_of(at)?;
                let ours = subject == outer || subject == noun || scene.list(subject).contains(&outer);
                return ours.then_some(at);
            }
            // "the blackout that was imposed"
            ChunkKind::Subordinator if scene.head_word(at) == "that" && scene.phrases.previous(at) == Some(noun) => {
                return scene.phrases.next(at).filter(|verb| scene.phrases.verb(*verb).is_some());
            }
            ChunkKind::Subordinator | ChunkKind::Break | ChunkKind::Verb(_) => return None,
            _ => {}
        }
    }
    None
}

/// The verb group of which `outer` is the object, also with a preposition between ("took part in a rally").
fn verb_before(scene: &Scene<'_>, outer: usize) -> Option<usize> {
    let list = scene.list(outer);
    let mut at = *list.first()?;
    for _ in 0..3 {
        at = scene.phrases.previous(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(_) => return Some(at),
            ChunkKind::Preposition if matches!(scene.head_word(at), "in" | "under" | "to" | "off" | "out" | "up") => {}
            ChunkKind::Adverb => {}
            ChunkKind::Noun(_) if scene.head_word(at) == "part" => {}
            _ => return None,
        }
    }
    None
}

/// The first role of the verb in chunk `verb` that `fits`, and the token after the verb and its particle.
fn carrier(scene: &Scene<'_>, verb: usize, fits: impl Fn(CarrierRole) -> bool) -> Option<(CarrierRole, usize)> {
    let head = scene.head(verb);
    scene.words.carriers(scene.text.lower(head)).iter().filter(|carrier| fits(carrier.role)).find_map(|carrier| {
        if carrier.particle.is_empty() {
            return Some((carrier.role, head + 1));
        }
        scene.words_at(head + 1, &carrier.particle).map(|end| (carrier.role, end))
    })
}

fn is_existential(scene: &Scene<'_>, verb: usize) -> bool {
    scene.phrases.previous(verb).is_some_and(|before| scene.head_word(before) == "there")
        && scene.phrases.verb(verb).is_some_and(|group| group.copula)
}

/// "is in place", "remained in force".
fn is_in_force(scene: &Scene<'_>, verb: usize) -> bool {
    let after = scene.tokens(verb).end;
    scene.text.lower(after) == "in" && matches!(scene.text.lower(after + 1), "place" | "force" | "effect")
}

fn is_definite(scene: &Scene<'_>, noun: usize) -> bool {
    let first = scene.text.lower(scene.tokens(noun).start);
    matches!(
        first,
        "the"
            | "this"
            | "these"
            | "that"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "such"
            | "any"
            | "no"
            | "previous"
            | "earlier"
            | "further"
            | "future"
            | "possible"
            | "alleged"
            | "more"
            | "similar"
            | "every"
            | "each"
    )
}

/// Whether a verb that carries no event has the noun as its object: "condemned the attack", "feared clashes".
fn is_governed(scene: &Scene<'_>, outer: usize) -> bool {
    let Some(before) = scene.phrases.previous(outer) else {
        return false;
    };
    match scene.kind(before) {
        Some(ChunkKind::Verb(_)) => true,
        Some(ChunkKind::Preposition) => {
            matches!(
                scene.head_word(before),
                "of" | "for" | "about" | "to" | "from" | "against" | "like" | "as" | "without"
            )
        }
        _ => false,
    }
}

/// Whether the verb before the noun says nothing against its having happened: "repelled a raid by …", not "feared a raid by …".
fn is_met_with(scene: &Scene<'_>, outer: usize) -> bool {
    let verb = scene.phrases.previous(outer).filter(|verb| scene.phrases.verb(*verb).is_some());
    let stems = [
        "prevent", "avoid", "fear", "plan", "threat", "foil", "thwart", "avert", "demand", "urg", "propos", "consider",
    ];
    verb.is_some_and(|verb| !stems.iter().any(|stem| scene.head_word(verb).starts_with(stem)))
}

/// Who took part, by the noun's own phrase: a preposition, a possessive or a modifier that is a force.
fn participants(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> (Option<usize>, Option<usize>) {
    let introduced = |word: &str| {
        sense
            .preposition
            .iter()
            .any(|known| known == word)
            .then(|| arguments::directly_behind(scene, noun, word))
            .flatten()
    };
    let happening = |word: &str| introduced(word).filter(|inner| !scene.is_place_name(*inner));
    let by = arguments::directly_behind(scene, noun, "by");
    if let Some(between) = introduced("between") {
        let list = scene.list(between);
        let second = list.last().copied().filter(|last| *last != between);
        return (Some(between), second);
    }
    let own = matches!(sense.event.as_str(), "protest" | "strike" | "riot" | "demand" | "clash");
    let (mut actor, mut target) = (by, None);
    for word in ["with", "against", "on", "into", "over", "at", "of", "for"] {
        let Some(inner) = happening(word).filter(|inner| !scene.list(*inner).is_empty()) else {
            continue;
        };
        if word == "of" && own {
            actor = actor.or(Some(inner));
        } else {
            target = target.or(Some(inner));
        }
    }
    if actor.is_none() {
        actor = possessor(scene, noun);
    }
    (actor, target)
}

/// For "the rebels' attack" the rebels.
fn possessor(scene: &Scene<'_>, noun: usize) -> Option<usize> {
    let before = scene.phrases.previous(noun)?;
    let mark = scene.tokens(before).last()?;
    (scene.phrases.noun(before).is_some() && matches!(scene.text.lower(mark), "'s" | "’s" | "'" | "’"))
        .then_some(before)
}

/// Whether a calendar expression or a named place stands directly behind the group.
fn has_time_or_place(scene: &Scene<'_>, noun: usize) -> bool {
    let Some(after) = scene.phrases.next(noun) else {
        return false;
    };
    match scene.kind(after) {
        Some(ChunkKind::Time) => true,
        Some(ChunkKind::Preposition)
            if matches!(scene.head_word(after), "in" | "at" | "near" | "outside" | "on" | "across" | "of") =>
        {
            scene
                .phrases
                .next(after)
                .is_some_and(|inner| scene.kind(inner) == Some(ChunkKind::Time) || scene.is_place_name(inner))
        }
        _ => false,
    }
}
