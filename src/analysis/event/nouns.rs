//! Events named by a noun: "clashes erupted", "staged a protest", "a raid on the village on Tuesday". A noun that only
//! refers back is none; see [`told_by`] for what its clause must add.

use std::ops::Range;

use crate::analysis::phrase::ChunkKind;
use crate::vocabulary::events::{CarrierRole, Trigger, TriggerClass};

use super::Found;
use super::arguments;
use super::carrier::{carrier, is_existential, is_in_force, verb_before, verb_behind};
use super::nature;
use super::participants::{first_token, has_time_or_place, is_at_site, modifier, participants};
use super::scene::Scene;
use super::verbs;
use super::voice;

/// What the noun group in chunk `noun` tells of.
pub(super) fn read(scene: &Scene<'_>, noun: usize) -> Option<Found> {
    let head = scene.head(noun);
    if !scene.text.word(head).is_event_trigger {
        return None;
    }
    let sense = scene
        .words
        .senses(scene.text.lower(head))
        .filter(|sense| sense.class == TriggerClass::Noun)
        .filter(|sense| is_named(scene, noun, sense) && !nature::is_accident(scene, sense.event, &sense.lemma))
        .filter(|sense| !nature::is_other_strike(scene, head, sense))
        // "a suicide attack": the longest name of the happening says best what it was.
        .min_by_key(|sense| std::cmp::Reverse(sense.length))?;
    let outer = bundle(scene, noun, sense);
    if is_ranked(scene, outer) || is_called_off(scene, outer) {
        return None;
    }
    let mut found = carried(scene, noun, outer, sense).or_else(|| told_by(scene, noun, outer, sense))?;
    found.modifier = modifier(scene, noun, sense);
    Some(found)
}

/// Whether the group's last words are the noun and nothing beside it forbids the sense.
fn is_named(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> bool {
    let head = scene.head(noun);
    let words = sense.length;
    let Some(first) = (head + 1).checked_sub(words) else {
        return false;
    };
    // All words of the lemma but its last one stand before the head.
    let whole = words == 1
        || first < head && {
            let before = scene.text.lower_span(scene.text.span(first..head));
            let last = sense.lemma.strip_prefix(before).and_then(|rest| rest.strip_prefix(' '));
            last.is_some_and(|last| !last.contains(' '))
        };
    if !whole {
        return false;
    }
    let around = (scene.tokens(noun).start..first).chain([head + 1]);
    // "20 years' imprisonment": the word before the mark.
    let apostrophe = first.checked_sub(1).filter(|mark| matches!(scene.text.lower(*mark), "'" | "’" | "'s" | "’s"));
    let mut around = around.chain(first.checked_sub(1)).chain(apostrophe.and_then(|mark| mark.checked_sub(1)));
    // "in protest", "under attack": how something was done.
    let adverbial = scene.tokens(noun).len() == 1
        && first.checked_sub(1).is_some_and(|before| matches!(scene.text.lower(before), "in" | "on" | "under"))
        && ["protest", "strike", "attack", "siege", "arrest", "detention", "revolt", "occupation", "demand"]
            .contains(&scene.text.lower(head));
    !adverbial
        && !around.any(|token| scene.is_avoided(token, sense))
        && (sense.object.is_empty()
            || arguments::directly_behind(scene, noun, "of")
                .is_some_and(|inner| scene.is_of_class(inner, &sense.object)))
}

/// For "a series of attacks" the group "a series", for "a state of emergency" its "a state"; otherwise the group itself.
fn bundle(scene: &Scene<'_>, noun: usize, sense: &Trigger) -> usize {
    if sense.lemma.contains(" of ") {
        let first = (scene.head(noun) + 1).saturating_sub(sense.length);
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
        // "three days of protests" begins with a calendar expression.
        let last = scene.tokens(outer).end.saturating_sub(1);
        let word =
            if scene.kind(outer) == Some(ChunkKind::Time) { scene.text.lower(last) } else { scene.head_word(outer) };
        let bundle = scene.phrases.noun(outer).is_some() || scene.kind(outer) == Some(ChunkKind::Time);
        (bundle && bundles.contains(&word)).then_some(outer)
    };
    outer().unwrap_or(noun)
}

/// An event that a verb beside the noun carries: "clashes erupted", "came under attack", "there were arrests".
fn carried<'a>(scene: &Scene<'a>, noun: usize, outer: usize, sense: &'a Trigger) -> Option<Found> {
    let first = first_token(scene, noun, sense);
    if let Some(verb) = verb_behind(scene, noun, outer) {
        let passive = scene.phrases.is_passive(scene.text, verb);
        let new = !is_definite(scene, outer) && !is_definite(scene, noun);
        // "gunfire heard in the capital" in a headline
        let heard = passive && (voice::is_passive_by_form(scene, verb) || scene.is_headline(noun));
        let fits = |role: CarrierRole| match role {
            // "the deaths occurred in May"
            CarrierRole::Occur if sense.lemma == "death" && !new => false,
            // "these deaths were announced", "most of the deaths were caused by cold"
            CarrierRole::Do | CarrierRole::Cause if sense.event == "kill" && !(new && names_nobody(scene, outer)) => {
                false
            }
            CarrierRole::Occur => true,
            CarrierRole::Do => passive,
            CarrierRole::Result => new && !voice::is_passive_by_form(scene, verb),
            // "gunfire was heard", "riots were quelled"
            CarrierRole::Cause => new && heard,
            CarrierRole::Undergo => false,
        };
        if let Some((role, end)) = carrier(scene, verb, |role| fits(role) && allows(sense, role))
            && (role == CarrierRole::Result || !verbs::tells_otherwise(scene, verb, sense.event))
        {
            let (actor, target) = participants(scene, noun, sense);
            // "fighting broke out between herders and farmers"
            let between = sense.preposition.iter().any(|word| word == "between") && actor.is_none() && target.is_none();
            let sides = between.then(|| arguments::behind_preposition(scene, verb, &["between".to_owned()])).flatten();
            let second = sides.and_then(|first| scene.list(first).last().copied().filter(|last| *last != first));
            let (actor, target) = (actor.or(sides), target.or(second));
            let agent = passive.then(|| arguments::agent(scene, verb)).flatten();
            let hits = matches!(sense.event, "attack" | "bomb" | "shoot") && !voice::is_passive_by_form(scene, verb);
            // "ripped through a market": what stands behind the particle was hit.
            let behind =
                || scene.phrases.chunk_at(end).filter(|noun| *noun > verb && scene.phrases.noun(*noun).is_some());
            // "took place"
            let object = || scene.phrases.object_of(verb).filter(|object| scene.head_word(*object) != "place");
            let target = target.or_else(|| object().or_else(behind).filter(|_| hits));
            // Of a noun that stands far before its verb it alone is the anchor.
            let far = end.saturating_sub(first) > LONGEST_ANCHOR;
            let end = if far || role == CarrierRole::Result { scene.head(noun) + 1 } else { end };
            return Some(found(noun, sense, first..end, actor.or(agent), target, "noun and verb"));
        }
        if is_in_force(scene, verb) {
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
    let (told, _) = carrier(scene, verb, |known| {
        !matches!(known, CarrierRole::Occur | CarrierRole::Result) && allows(sense, known)
    })?;
    let doer = || arguments::subject(scene, verb);
    let anchor = scene.head(verb)..scene.head(noun) + 1;
    let rule = "verb and noun";
    match told {
        CarrierRole::Do if scene.phrases.is_passive(scene.text, verb) => None,
        // "called the bombing an outrage"
        CarrierRole::Do if scene.head_word(verb).starts_with("call") && is_definite(scene, outer) => None,
        // "announced their deaths"
        CarrierRole::Do if sense.event == "kill" && is_definite(scene, outer) => None,
        CarrierRole::Do => Some(found(noun, sense, anchor, doer().or(actor), target, rule)),
        CarrierRole::Undergo => Some(found(noun, sense, anchor, actor, doer().or(target), rule)),
        CarrierRole::Cause if is_definite(scene, outer) => None,
        CarrierRole::Cause => Some(found(noun, sense, first..scene.head(noun) + 1, actor, target, "noun caused")),
        CarrierRole::Occur | CarrierRole::Result => None,
    }
}

/// An event that its own phrase tells of: it names who took part, when or where. With "the" or a possessive it may refer
/// back, and is marked so.
fn told_by<'a>(scene: &Scene<'a>, noun: usize, outer: usize, sense: &'a Trigger) -> Option<Found> {
    let (actor, target) = participants(scene, noun, sense);
    let full = actor.is_some() && !is_definite(scene, outer) && !is_definite(scene, noun);
    let wanted = is_wanted(scene, outer, sense.event) && (target.is_some() || sense.event == "strike");
    let first = first_token(scene, noun, sense);
    if sense.phrase.is_empty() && (actor.is_some() || target.is_some()) && is_definition(scene, outer) {
        let anchor = first..scene.head(noun) + 1;
        return Some(found(noun, sense, anchor, actor, target, "noun in a definition"));
    }
    let charged = target.is_some_and(|target| is_new_to_text(scene, target)) && is_charged(scene, outer);
    let free = !is_governed(scene, outer) || wanted || charged || (full && is_met_with(scene, outer));
    if !free || !sense.phrase.is_empty() {
        return None;
    }
    let last = scene.list(target.or(actor).unwrap_or(noun)).last().copied().unwrap_or(noun).max(noun);
    let dated = has_time_or_place(scene, noun) || has_time_or_place(scene, last);
    // "in one of the deadliest raids on the sect": which of many it was, told of already.
    let one_of =
        scene.text.lower(scene.tokens(outer).start) == "one" && scene.text.lower(scene.tokens(outer).start + 1) == "of";
    if one_of {
        return None;
    }
    let definite = is_definite(scene, outer) || is_definite(scene, noun);
    let sited = is_at_site(scene, noun, sense);
    let actor_known = actor.is_some() || modifier(scene, noun, sense).is_some();
    // "nine died in three days of riots"
    let lasted = outer != noun && LASTING.contains(&scene.text.lower(scene.tokens(outer).end.saturating_sub(1)));
    // "Nine die in prison riot": a headline leaves out the article, and what it names is news.
    let headline = scene.is_headline(noun) && !definite && is_setting(scene, outer);
    let told = wanted
        || charged
        || headline
        || lasted
        || if definite {
            (dated || sited) && (actor_known || target.is_some() || sited)
        } else {
            dated || sited || actor_known || target.is_some()
        };
    told.then(|| Found {
        // "the bombing of a ferry" names what was hit for the first time.
        refers_back: (definite || headline) && !target.is_some_and(|target| is_new_to_text(scene, target)),
        ..found(noun, sense, first..scene.head(noun) + 1, actor, target, "noun with its participants")
    })
}

fn found(
    noun: usize,
    sense: &Trigger,
    anchor: Range<usize>,
    actor: Option<usize>,
    target: Option<usize>,
    rule: &'static str,
) -> Found {
    let target = target.filter(|target| actor != Some(*target));
    Found { event: sense.event, anchor, actor, target, trigger: noun, modifier: None, refers_back: false, rule }
}

fn allows(sense: &Trigger, role: CarrierRole) -> bool {
    sense.phrase.is_empty() || sense.phrase.iter().any(|name| name == role.name())
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

/// "called off the march", "has put off its strike": nothing was held.
fn is_called_off(scene: &Scene<'_>, outer: usize) -> bool {
    scene.phrases.previous(outer).is_some_and(|off| {
        scene.phrases.is_word(scene.text, off, "off")
            && scene.phrases.previous(off).is_some_and(|verb| {
                matches!(scene.head_word(verb), "call" | "called" | "calls" | "calling" | "put" | "puts" | "putting")
            })
    })
}

/// "It was the second raid this month", "the deadliest attack since March": which of many it was.
fn is_ranked(scene: &Scene<'_>, outer: usize) -> bool {
    let start = scene.tokens(outer).start;
    let ranks = |word: &str| {
        matches!(word, "second" | "third" | "fourth" | "fifth" | "latest" | "worst" | "first" | "last")
            || word.ends_with("iest")
    };
    let copula =
        scene.phrases.previous(outer).and_then(|verb| scene.phrases.verb(verb)).is_some_and(|group| group.copula);
    copula && scene.text.lower(start) == "the" && ranks(scene.text.lower(start + 1))
}

/// "most of the deaths" are deaths told of.
fn names_nobody(scene: &Scene<'_>, noun: usize) -> bool {
    !scene.tokens(noun).any(|token| matches!(scene.text.lower(token), "the" | "these" | "those"))
}

/// Whether the noun group brings up somebody or something that was not spoken of before.
pub(super) fn is_new_to_text(scene: &Scene<'_>, noun: usize) -> bool {
    let group = scene.phrases.noun(noun);
    group.is_some_and(|group| group.quantity.is_some())
        || matches!(scene.text.lower(scene.tokens(noun).start), "a" | "an" | "another")
}

/// "The Harrow Lane eviction was the removal of squatters by bailiffs": what a named happening is said to have been.
fn is_definition(scene: &Scene<'_>, outer: usize) -> bool {
    let verb = scene.phrases.previous(outer);
    verb.is_some_and(|verb| {
        scene.phrases.verb(verb).is_some_and(|group| group.copula && !group.negated && group.modal.is_none())
            && matches!(scene.head_word(verb), "was" | "were")
            && scene.phrases.subject_of(verb).is_some_and(|named| scene.name_kind(scene.head(named)).is_some())
    })
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

/// "was blamed for the bombing of a ferry", "held over the killing of a priest": what somebody has to answer for.
fn is_charged(scene: &Scene<'_>, outer: usize) -> bool {
    let Some(before) =
        scene.phrases.previous(outer).filter(|before| matches!(scene.head_word(*before), "for" | "over" | "of"))
    else {
        return false;
    };
    let stems =
        ["blam", "convict", "accus", "charg", "jail", "tri", "arrest", "held", "sentenc", "responsib", "suspect"];
    let ruler = scene.phrases.previous(before).map_or("", |ruler| scene.head_word(ruler));
    stems.iter().any(|stem| ruler.starts_with(stem))
        // "… and for the kidnapping of two nurses"
        || matches!(ruler, "and" | "or")
}

/// "demanded the arrest of the owners", "called for a general strike": what is wanted of others.
fn is_wanted(scene: &Scene<'_>, outer: usize, event: &str) -> bool {
    let Some(before) = scene.phrases.previous(outer).filter(|_| matches!(event, "arrest" | "strike")) else {
        return false;
    };
    let for_it = scene.phrases.is_word(scene.text, before, "for");
    let verb = if for_it { scene.phrases.previous(before) } else { Some(before) };
    verb.is_some_and(|verb| {
        let word = scene.head_word(verb);
        word.starts_with("demand") || word.starts_with("urg") || for_it && word.starts_with("call")
    })
}

/// How many tokens an anchor of a noun and its verb may have.
const LONGEST_ANCHOR: usize = 9;

/// "in prison riot", "after school attack": in what or after what the rest happened.
fn is_setting(scene: &Scene<'_>, outer: usize) -> bool {
    scene.phrases.previous(outer).is_some_and(|before| {
        scene.kind(before) == Some(ChunkKind::Preposition)
            && matches!(scene.head_word(before), "in" | "after" | "amid" | "during" | "following")
    })
}

/// How long a happening lasted.
const LASTING: [&str; 9] = ["day", "days", "night", "nights", "hours", "week", "weeks", "months", "spate"];

/// Whether the verb before the noun says nothing against its having happened: "repelled a raid by …", not "feared a raid by …".
fn is_met_with(scene: &Scene<'_>, outer: usize) -> bool {
    let verb = scene.phrases.previous(outer).filter(|verb| scene.phrases.verb(*verb).is_some());
    let stems = [
        "prevent", "avoid", "fear", "plan", "threat", "foil", "thwart", "avert", "demand", "urg", "propos", "consider",
    ];
    verb.is_some_and(|verb| !stems.iter().any(|stem| scene.head_word(verb).starts_with(stem)))
}
