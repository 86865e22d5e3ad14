//! Whether a clause asserts that something happened: a question, a rule of what happens "whenever" and a lone victim, whom
//! a count tells of, are no events.

use crate::analysis::phrase::VerbShape;

use super::Found;
use super::arguments;
use super::figure;
use super::generality;
use super::nature;
use super::pronoun;
use super::scene::Scene;

/// Whether the words around the trigger put `found` on record as a happening of its own.
pub(super) fn is_made(scene: &Scene<'_>, found: &Found) -> bool {
    !(is_asked(scene, found)
        || is_of_unknown_many(scene, found)
        || is_reported_by_nobody(scene, found)
        || is_aim_of_same(scene, found)
        || is_left_open(scene, found)
        || is_tallied_conviction(scene, found)
        || generality::is_told(scene, found)
        || figure::is_told(scene, found)
        || is_done_by_nobody(scene, found)
        || is_where_held(scene, found)
        || is_wondered(scene, found)
        || is_denied_act(scene, found)
        || is_aim_of_force(scene, found)
        || is_of_one_victim(scene, found)
        || is_acquittal(scene, found)
        || is_laid_to_a_thing(scene, found)
        || nature::may_have_done(scene, found))
}

/// "Who fired on the boats?"
fn is_asked(scene: &Scene<'_>, found: &Found) -> bool {
    let Some(sentence) =
        scene.text.tokens.get(found.anchor.start).and_then(|token| scene.text.sentences.get(token.sentence))
    else {
        return false;
    };
    let marks = sentence.tokens.clone().rev().take(3).map(|token| scene.text.raw(token));
    let mut asks = marks.skip_while(|mark| matches!(*mark, "\"" | "”" | "’" | "'" | ")"));
    // "Why was the road closed?" takes for granted that it was.
    asks.next() == Some("?")
        && !sentence.tokens.clone().any(|token| matches!(scene.text.lower(token), "why" | "when" | "how"))
}

/// "argued over how many people had died": how many is what nobody knows.
fn is_of_unknown_many(scene: &Scene<'_>, found: &Found) -> bool {
    let asks = |noun: usize| {
        let start = scene.tokens(noun).start;
        let how = |token: usize| scene.text.lower(token) == "how" && scene.text.lower(token + 1) == "many";
        how(start) || start.checked_sub(1).is_some_and(how)
    };
    [found.actor, found.target].into_iter().flatten().any(asks)
}

/// "There were no reports of looting": nobody says that there was any, nor that there was none.
fn is_reported_by_nobody(scene: &Scene<'_>, found: &Found) -> bool {
    let of = scene.phrases.previous(found.trigger).filter(|of| scene.phrases.is_word(scene.text, *of, "of"));
    let reports = of.and_then(|of| scene.phrases.previous(of));
    reports.is_some_and(|noun| {
        matches!(scene.head_word(noun), "reports" | "report" | "sign" | "signs" | "word" | "indication" | "evidence")
            && scene.text.lower(scene.tokens(noun).start) == "no"
    })
}

/// "were deployed to guard the polls": what they were sent for is no second sending.
fn is_aim_of_same(scene: &Scene<'_>, found: &Found) -> bool {
    let aim = scene.phrases.verb(found.trigger).is_some_and(|group| group.shape == VerbShape::Infinitive);
    let before = scene.phrases.previous(found.trigger).filter(|before| scene.phrases.verb(*before).is_some());
    aim && found.event == "deploy"
        && before.is_some_and(|before| scene.words.senses(scene.head_word(before)).any(|sense| sense.event == "deploy"))
}

/// "have not ruled out arson", "too early to rule anything out": nothing is denied.
fn is_left_open(scene: &Scene<'_>, found: &Found) -> bool {
    found.event == "deny"
        && matches!(scene.head_word(found.trigger), "rule" | "rules" | "ruled" | "ruling")
        && scene
            .phrases
            .verb(found.trigger)
            .is_some_and(|group| group.negated || group.modal.is_some() || group.shape == VerbShape::Infinitive)
}

/// "Fewer than ten were convicted", "201 were found guilty": a tally of what courts did, with no court.
fn is_tallied_conviction(scene: &Scene<'_>, found: &Found) -> bool {
    found.event == "sentence"
        && found.actor.is_none()
        && matches!(scene.head_word(found.trigger), "convicted" | "found")
        && found.target.is_some_and(|target| scene.phrases.noun(target).is_some_and(|group| group.quantity.is_some()))
}

/// "The governor denied beating them": the beating is what is denied, and the denial no happening beside it.
fn is_denied_act(scene: &Scene<'_>, found: &Found) -> bool {
    let gerund = || {
        scene
            .phrases
            .next(found.trigger)
            .filter(|next| scene.phrases.verb(*next).is_some_and(|group| group.shape == VerbShape::Gerund))
    };
    // "denied having ordered it": there the denial is the happening, and no act is told of.
    let perfect = |verb: usize| scene.text.lower(scene.tokens(verb).start) == "having";
    let denies = |verb: usize| scene.head_word(verb).starts_with("den");
    if perfect(found.trigger) {
        let ruler = scene.phrases.previous(found.trigger).filter(|ruler| scene.phrases.verb(*ruler).is_some());
        return ruler.is_some_and(denies);
    }
    found.event == "deny"
        && denies(found.trigger)
        && gerund().is_some_and(|next| !perfect(next) && scene.words.is_trigger(scene.head_word(next)))
}

/// "fired into the air to disperse the crowd": what the shots were for is no eviction beside them.
fn is_aim_of_force(scene: &Scene<'_>, found: &Found) -> bool {
    let aim = scene.phrases.verb(found.trigger).is_some_and(|group| group.shape == VerbShape::Infinitive);
    let clause = scene.phrases.clause_of(found.trigger);
    let force = |chunk: usize| {
        scene.phrases.verb(chunk).is_some()
            && scene
                .words
                .senses(scene.head_word(chunk))
                .any(|sense| matches!(sense.event, "shoot" | "beat") && sense.lemma != "use")
    };
    found.event == "evict" && aim && (clause.start..found.trigger).any(force)
}

/// A single victim is a count of one: "the mayor was killed", "Ines Prado was arrested".
fn is_of_one_victim(scene: &Scene<'_>, found: &Found) -> bool {
    let object = || scene.phrases.object_of(found.trigger).filter(|_| scene.phrases.verb(found.trigger).is_some());
    matches!(found.event, "kill" | "injure" | "arrest" | "dismiss")
        && (found.target.is_some_and(|target| scene.list(target).len() == 1 && scene.is_counted(target))
            // "killing himself"
            || object().is_some_and(|object| pronoun::is_reflexive(scene.head_word(object))))
}

/// "The inquest cleared the officers of wrongdoing": nobody was driven away.
fn is_acquittal(scene: &Scene<'_>, found: &Found) -> bool {
    let people = ["person", "group", "force", "employee", "body_of_staff"];
    let court = |noun: usize| {
        matches!(
            scene.head_word(noun),
            "jury"
                | "court"
                | "judge"
                | "judges"
                | "inquest"
                | "inquiry"
                | "tribunal"
                | "panel"
                | "report"
                | "commission"
        )
    };
    if found.event == "evict" && found.actor.is_some_and(court) {
        return true;
    }
    found.event == "evict"
        && scene.head_word(found.trigger).starts_with("clear")
        && found.target.is_some_and(|target| {
            (scene.is_of_class(target, &people) || scene.name_kind(scene.head(target)).is_some())
                && scene.text.lower(scene.tokens(target).end) == "of"
        })
}

/// "Her death was attributed to burns": only somebody can be accused.
fn is_laid_to_a_thing(scene: &Scene<'_>, found: &Found) -> bool {
    let people = ["person", "group", "force", "organisation", "rebel", "body_of_staff"];
    let somebody = |noun: usize| {
        scene.is_of_class(noun, &people)
            || scene.name_kind(scene.head(noun)).is_some()
            || scene.text.capitalised(scene.head(noun))
            || scene.phrases.noun(noun).is_some_and(|group| group.pronoun)
    };
    found.event == "accuse"
        && scene.head_word(found.trigger).starts_with("attribut")
        && !arguments::behind_preposition(scene, found.trigger, &["to".to_owned()]).is_some_and(somebody)
}

/// "No group has said that it set the bomb": nothing happened, and nothing is denied that somebody had told.
fn is_done_by_nobody(scene: &Scene<'_>, found: &Found) -> bool {
    found.event != "agree"
        && found.actor.is_some_and(|noun| {
            scene.text.lower(scene.tokens(noun).start) == "no"
                && matches!(scene.head_word(noun), "group" | "one" | "organisation" | "organization" | "faction")
        })
}

/// "Six men were held in night raids": the raids were the arrests.
fn is_where_held(scene: &Scene<'_>, found: &Found) -> bool {
    if !matches!(scene.head_word(found.trigger), "raid" | "raids" | "sweep" | "sweeps" | "swoop" | "swoops") {
        return false;
    }
    let clause = scene.phrases.clause_of(found.trigger);
    let holds = |chunk: usize| {
        scene.phrases.verb(chunk).is_some()
            && (scene.words.senses(scene.head_word(chunk)).any(|sense| sense.event == "arrest")
                || matches!(scene.head_word(chunk), "held" | "seized" | "picked"))
    };
    let within = scene
        .phrases
        .previous(found.trigger)
        .is_some_and(|before| matches!(scene.head_word(before), "in" | "during" | "after" | "following"));
    within && (clause.start..found.trigger).any(holds)
}

/// "It is not known who shot them", "it was unclear who had given the order": what nobody knows.
fn is_wondered(scene: &Scene<'_>, found: &Found) -> bool {
    let verb = scene.phrases.chunk_at(found.anchor.start);
    let who = verb.and_then(|verb| scene.phrases.previous(verb));
    let who = who.filter(|who| scene.phrases.is_word(scene.text, *who, "who"));
    let before = who.and_then(|who| scene.tokens(who).start.checked_sub(1));
    before.is_some_and(|before| {
        matches!(scene.text.lower(before), "clear" | "unclear" | "known" | "unknown" | "knows" | "wonder")
    })
}
