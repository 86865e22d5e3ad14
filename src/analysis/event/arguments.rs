//! Who did it and to whom: the subject, the agent and what prepositions introduce.

use crate::analysis::phrase::{ChunkKind, VerbShape};

use super::scene::Scene;

/// The noun group that does what the verb in `verb` says.
pub(super) fn subject(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    if is_of_order(scene, verb) {
        return None;
    }
    let hidden = addressee(scene, verb)
        .or_else(|| own_clause(scene, verb))
        .or_else(|| controller(scene, verb))
        .or_else(|| document_author(scene, verb))
        .or_else(|| purpose(scene, verb));
    hidden
        .or_else(|| scene.phrases.subject_of(verb))
        .or_else(|| {
            // "The teacher, protesting outside, …"
            let comma = scene.phrases.previous(verb).filter(|comma| scene.kind(*comma) == Some(ChunkKind::Comma))?;
            scene.phrases.previous(comma).filter(|noun| scene.phrases.noun(*noun).is_some())
        })
        .or_else(|| shared_subject(scene, verb))
}

/// "the order to open fire", "calls to resign": who was to do it is not said.
fn is_of_order(scene: &Scene<'_>, verb: usize) -> bool {
    let infinitive = scene.phrases.verb(verb).is_some_and(|group| group.shape == VerbShape::Infinitive);
    infinitive
        && scene.phrases.previous(verb).is_some_and(|noun| {
            scene.phrases.noun(noun).is_some()
                && matches!(scene.head_word(noun), "order" | "orders" | "command" | "instructions" | "call" | "calls")
                && scene.phrases.previous(noun).is_none_or(|ruler| {
                    // "gave his men orders to fire"
                    scene.phrases.noun(ruler).is_none()
                })
        })
}

/// For "announced aid for the families of the dead and ordered an inquiry" who announced it.
fn shared_subject(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let finite = |chunk: usize| scene.phrases.verb(chunk).is_some_and(|group| group.shape == VerbShape::Finite);
    let and = scene.phrases.previous(verb).filter(|and| scene.kind(*and) == Some(ChunkKind::Conjunction))?;
    let mut at = finite(verb).then_some(and)?;
    for _ in 0..16 {
        at = scene.phrases.previous(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(_) if finite(at) => return scene.phrases.subject_of(at),
            ChunkKind::Break | ChunkKind::Relative | ChunkKind::Subordinator => return None,
            _ => {}
        }
    }
    None
}

/// For "called on Congress to ban …" and "appealed to the rebels to free …" whom the call is to.
fn addressee(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    if scene.phrases.verb(verb)?.shape != VerbShape::Infinitive {
        return None;
    }
    let noun = scene.phrases.previous(verb).filter(|noun| scene.phrases.noun(*noun).is_some())?;
    let preposition = scene.phrases.previous(noun)?;
    let called = scene.phrases.previous(preposition).filter(|call| scene.phrases.verb(*call).is_some())?;
    let leads = matches!(
        (scene.head_word(called).get(..4)?, scene.head_word(preposition)),
        ("call" | "prev", "on" | "upon") | ("appe", "to") | ("plea", "with")
    );
    leads.then_some(noun)
}

/// For "shelled the town and rockets hit the port" the rockets.
fn own_clause(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let noun = scene.phrases.previous(verb)?;
    let list = scene.phrases.list_around(noun);
    let first = list.first().copied().filter(|first| *first != noun)?;
    scene.begins_clause(first, noun).then_some(noun)
}

/// For "used shields to push …" and "blocked the road for hours to demand …" who did: only people can be made to do
/// something.
fn purpose(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let mut before = scene.phrases.previous(verb)?;
    // "began a fast on Monday to press for …"
    if scene.kind(before) == Some(ChunkKind::Time) {
        before = scene.phrases.previous(before)?;
        if scene.kind(before) == Some(ChunkKind::Preposition) {
            before = scene.phrases.previous(before)?;
        }
    }
    let object = Some(before).filter(|object| scene.phrases.noun(*object).is_some())?;
    let mut object = scene.list(object).first().copied().unwrap_or(object);
    // "for hours", "outside the court"
    let preposition = |noun: usize| {
        let before = scene.phrases.previous(noun).filter(|before| scene.kind(*before) == Some(ChunkKind::Preposition));
        before.and_then(|preposition| scene.phrases.previous(preposition))
    };
    while let Some(before) = preposition(object).filter(|before| scene.phrases.noun(*before).is_some()) {
        object = before;
    }
    let ruler = preposition(object).or_else(|| scene.phrases.previous(object));
    let ruler = ruler.filter(|ruler| scene.phrases.verb(*ruler).is_some())?;
    let people = ["person", "force", "group", "body_of_staff"];
    // "used force to clear the hall": there force is nobody.
    let used = matches!(scene.head_word(ruler), "use" | "uses" | "used" | "using");
    let made_to = !used && (scene.is_of_class(object, &people) || scene.name_kind(scene.head(object)).is_some());
    (scene.phrases.verb(verb)?.shape == VerbShape::Infinitive && !made_to).then(|| subject(scene, ruler)).flatten()
}

/// For "issued a decree imposing …" who issued it.
fn document_author(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let document = scene.phrases.previous(verb)?;
    let documents = ["decree", "order", "law", "statement", "resolution", "ruling", "letter", "report"];
    let ruler = scene.phrases.previous(document).filter(|ruler| scene.phrases.verb(*ruler).is_some())?;
    (scene.phrases.noun(document).is_some() && documents.contains(&scene.head_word(document)))
        .then(|| scene.phrases.subject_of(ruler))
        .flatten()
}

/// For "accused the guards of beating …" and "blamed the army for shelling …" the guards and the army: a gerund behind a
/// preposition belongs to the object before it.
fn controller(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    if scene.phrases.verb(verb)?.shape != VerbShape::Gerund {
        return None;
    }
    // "with drivers demanding …", "shot at a crowd blocking …"
    if let Some(noun) = scene.phrases.previous(verb).filter(|noun| scene.phrases.noun(*noun).is_some())
        && let Some(preposition) = scene.phrases.previous(noun)
        && scene.kind(preposition) == Some(ChunkKind::Preposition)
        && (scene.phrases.is_word(scene.text, preposition, "with")
            || scene.is_of_class(noun, &["person", "force", "crowd", "rebel", "protester"])
                && !scene.phrases.is_word(scene.text, preposition, "of"))
    {
        return Some(noun);
    }
    let mut at = verb;
    // In a chain "of beating …, wrecking … and burning …" all belong to the same object.
    loop {
        let before = scene.phrases.previous(at)?;
        match scene.kind(before)? {
            ChunkKind::Preposition if matches!(scene.head_word(before), "of" | "for" | "from" | "with") => {
                let object = scene.phrases.previous(before)?;
                let ruler = scene.phrases.previous(object)?;
                let active = scene.phrases.verb(ruler).is_some() && !scene.phrases.is_passive(scene.text, ruler);
                let gerund = scene.phrases.verb(at).is_some_and(|group| group.shape == VerbShape::Gerund);
                if active && gerund && scene.phrases.noun(object).is_some() {
                    return Some(object);
                }
                at = before;
            }
            ChunkKind::Verb(group) if group.shape != VerbShape::Gerund => return None,
            // "told of soldiers going from hut to hut, dragging out men and shooting them"
            ChunkKind::Verb(_) if at != verb || scene.kind(at) == Some(ChunkKind::Comma) => {
                if let Some(noun) = scene.phrases.previous(before).filter(|noun| scene.phrases.noun(*noun).is_some())
                    && scene.phrases.previous(noun).is_some_and(|of| scene.phrases.is_word(scene.text, of, "of"))
                {
                    return Some(noun);
                }
                at = before;
            }
            ChunkKind::Subordinator | ChunkKind::Relative | ChunkKind::Break => return None,
            _ => at = before,
        }
    }
}

/// The noun group behind "by" in the clause of the verb in `verb`.
pub(super) fn agent(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let quoted = || {
        let mut at = verb;
        while !scene.phrases.is_word(scene.text, at, "by") {
            at = scene.phrases.next(at)?;
            if matches!(
                scene.kind(at)?,
                ChunkKind::Verb(_) | ChunkKind::Comma | ChunkKind::Subordinator | ChunkKind::Break
            ) {
                return None;
            }
        }
        noun_behind(scene, at)
    };
    scene.phrases.agent_of(scene.text, verb).or_else(quoted)
}

/// The noun group behind the preposition in chunk `preposition`, also where a quotation mark stands between.
fn noun_behind(scene: &Scene<'_>, preposition: usize) -> Option<usize> {
    let mut next = scene.phrases.next(preposition)?;
    if scene.kind(next) == Some(ChunkKind::Quote) {
        next = scene.phrases.next(next)?;
    }
    scene.phrases.noun(next).map(|_| next)
}

/// The first noun group behind one of `prepositions`, looking on from chunk `from` to the end of the clause.
pub(super) fn behind_preposition(scene: &Scene<'_>, from: usize, prepositions: &[String]) -> Option<usize> {
    let mut at = from;
    for _ in 0..10 {
        at = scene.phrases.next(at)?;
        match scene.kind(at)? {
            // "fired on Monday at nurses", "pleaded for years for help": when and how long are no target.
            ChunkKind::Preposition if prepositions.iter().any(|word| word == scene.head_word(at)) => {
                let behind = scene.phrases.next(at)?;
                if scene.kind(behind) == Some(ChunkKind::Time) || is_stretch_of_time(scene, behind) {
                    at = behind;
                } else {
                    return noun_behind(scene, at);
                }
            }
            kind if ends_reach(kind) => return None,
            _ => {}
        }
    }
    None
}

/// Whether what stands behind this belongs to another verb or clause.
fn ends_reach(kind: ChunkKind) -> bool {
    matches!(
        kind,
        ChunkKind::Verb(_)
            | ChunkKind::Subordinator
            | ChunkKind::Relative
            | ChunkKind::Comma
            | ChunkKind::Break
            | ChunkKind::Mark
    )
}

fn is_stretch_of_time(scene: &Scene<'_>, noun: usize) -> bool {
    matches!(scene.head_word(noun), "minutes" | "hours" | "days" | "nights" | "weeks" | "months" | "years" | "decades")
}

/// For "fired into the air to disperse the fans" the fans: whom force was used to drive away or hold back.
pub(super) fn driven(scene: &Scene<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..8 {
        at = scene.phrases.next(at)?;
        match scene.kind(at)? {
            ChunkKind::Verb(group) if group.shape == VerbShape::Infinitive => {
                let word = scene.head_word(at);
                let drives = scene.words.senses(word).any(|sense| sense.event == "evict")
                    || matches!(word, "push" | "hold" | "keep" | "force" | "stop" | "repel" | "subdue" | "control");
                return drives.then(|| scene.phrases.object_of(at).or_else(|| object_behind_particle(scene, at)))?;
            }
            kind if ends_reach(kind) => return None,
            _ => {}
        }
    }
    None
}

/// For "push back the relatives" the relatives.
fn object_behind_particle(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let particle = scene.phrases.next(verb)?;
    let back = matches!(scene.head_word(particle), "back" | "off" | "away" | "out" | "up" | "down");
    scene.phrases.next(particle).filter(|noun| back && scene.phrases.noun(*noun).is_some())
}

/// The noun group directly behind the preposition `word` that follows chunk `noun`.
pub(super) fn directly_behind(scene: &Scene<'_>, noun: usize, word: &str) -> Option<usize> {
    let preposition = scene.phrases.next(noun)?;
    (scene.kind(preposition) == Some(ChunkKind::Preposition) && scene.head_word(preposition) == word)
        .then(|| noun_behind(scene, preposition))
        .flatten()
}

/// For "convicted the mayor of genocide" and "accused guards of beating boys" the "of" that introduces the crime.
pub(super) fn crime(scene: &Scene<'_>, event: &str, target: usize) -> Option<usize> {
    if !matches!(event, "accuse" | "sentence") {
        return None;
    }
    let mut at = target;
    let mut last = None;
    while let Some(of) = scene.phrases.next(at).filter(|of| scene.phrases.is_word(scene.text, *of, "of")) {
        let noun = scene.phrases.next(of)?;
        last = Some((of, noun));
        at = noun;
        if scene.phrases.noun(noun).is_none() {
            break;
        }
    }
    let (of, noun) = last?;
    let bodies = ["person", "force", "group", "organisation", "body_of_staff", "place", "site", "building"];
    let gerund = scene.text.lower(scene.tokens(noun).start).ends_with("ing");
    let named = scene.name_kind(scene.head(noun)).is_some() || scene.is_of_class(noun, &bodies);
    (gerund || !named).then(|| scene.tokens(of).start)
}
