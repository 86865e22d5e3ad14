//! Counts told by nouns and adjectives: "13 dead", "the deaths of 13 miners", "70 arrests", "an injured woman".

use super::counted::{Tally, tally};
use super::{Finder, Strength};
use crate::analysis::NameKind;
use crate::analysis::phrase::{ChunkKind, Members, Voice};
use crate::analysis::text::TokenKind;
use crate::vocabulary::counting::{Counted, Nature, Need, Trigger};

/// Finds the counts of every trigger noun and adjective of `strength`.
pub(super) fn find(finder: &mut Finder<'_>, strength: Strength) {
    for chunk in 0..finder.reading.phrases.chunks.len() {
        if finder.reading.phrases.kind(chunk) == Some(ChunkKind::Preposition) {
            phrase(finder, chunk, strength);
        }
        let Some(ChunkKind::Noun(_)) = finder.reading.phrases.kind(chunk) else { continue };
        let Some(found) = finder.reading.phrases.chunks.get(chunk) else { continue };
        let (head, tokens) = (found.head, found.tokens.clone());
        for sense in finder.reading.text.word(head).counting_noun {
            if Strength::of(sense) == strength {
                noun(finder, chunk, sense);
            }
        }
        let last = tokens.end - 1;
        for token in tokens.rev() {
            for sense in finder.reading.text.word(token).counting_adjective {
                // "freed six jailed writers" tells of their release.
                let known = sense.measure == "detained" && token < last;
                let own = if known { Strength::Weak } else { Strength::of(sense) };
                if own == strength {
                    adjective(finder, chunk, token, sense);
                }
            }
        }
    }
}

fn noun(finder: &mut Finder<'_>, chunk: usize, sense: &Trigger) {
    match sense.counted {
        Counted::Itself => {
            let number = (sense.number || sense.measure != "casualties") && !is_body_found(finder, chunk);
            let found = tally(finder, chunk, Need::Anything, number).or_else(|| body(finder, chunk));
            let named = Strength::of(sense) == Strength::Weak && sense.measure != "casualties";
            let of = finder.reading.phrases.previous(chunk);
            let owner = of.is_some_and(|of| finder.reading.phrases.is_word(&finder.reading.text, of, "of"));
            // "according to several survivors"
            let cited = of.is_some_and(|to| {
                finder.reading.phrases.is_word(&finder.reading.text, to, "to")
                    && finder.reading.phrases.previous(to).is_some_and(|according| {
                        finder.reading.phrases.is_word(&finder.reading.text, according, "according")
                    })
            });
            if cited && Strength::of(sense) == Strength::Weak {
                return;
            }
            // "the widow of one of the victims"
            let merely_named = |found: &Tally| {
                found.low == Some(1) && (named && found.anchor.len() > 1 || owner && sense.measure == "casualties")
            };
            if let Some(found) =
                found.filter(|found| !merely_named(found)).filter(|found| !said_to_exist_in_reports(finder, found))
            {
                // "12 victims" are people, "12 bodies" what is left of them; "12 deaths" name nobody.
                let head = finder.reading.phrases.chunks.get(chunk).map(|found| found.head);
                let people = head.is_some_and(|head| {
                    finder.reading.text.word(head).group.is_some()
                        || matches!(finder.reading.text.lower(head), "bodies" | "corpses")
                });
                let group = if people { found.group.clone() } else { String::new() };
                let actor = finder.actor(finder.reading.phrases.agent_of(&finder.reading.text, chunk));
                let measure = victims(finder, chunk, &sense.measure);
                whole(finder, chunk, measure);
                finder.add(&Tally { group, ..found }, measure, actor, "", "counted noun");
            }
        }
        _ => of_phrase(finder, chunk, sense),
    }
}

/// "a body was found", "another body was pulled out".
fn is_body_found(finder: &Finder<'_>, chunk: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return false };
    let one = matches!(text.lower(found.tokens.start), "a" | "another");
    let verb = phrases.next(chunk).filter(|verb| phrases.verb(*verb).is_some());
    let found_verb = verb.and_then(|verb| phrases.chunks.get(verb)).map_or("", |verb| text.lower(verb.head));
    matches!(text.lower(found.head), "body" | "corpse")
        && one
        && matches!(found_verb, "found" | "recovered" | "discovered" | "pulled" | "retrieved" | "washed" | "dumped")
}

/// One for the body that is found.
fn body(finder: &Finder<'_>, chunk: usize) -> Option<Tally> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let found = phrases.chunks.get(chunk).filter(|_| is_body_found(finder, chunk))?;
    let relation = if text.lower(found.tokens.start) == "another" { "additional" } else { "" };
    Some(Tally {
        chunk,
        quantity: None,
        anchor: found.tokens.clone(),
        low: Some(1),
        high: Some(1),
        qualifier: "exact",
        relation,
        group: String::new(),
        class: "individual".to_owned(),
    })
}

/// "10 of the 12 victims": the 12 are counted too.
fn whole(finder: &mut Finder<'_>, chunk: usize, measure: &str) {
    if let Some(whole) = super::counted::whole_of(finder, chunk) {
        finder.add(&whole, measure, String::new(), "", "whole of a part");
    }
}

/// Victims are those who died where the article tells of as many deaths, or of deaths and of nobody hurt.
pub(super) fn victims<'a>(finder: &Finder<'_>, chunk: usize, measure: &'a str) -> &'a str {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let victims = phrases.chunks.get(chunk).is_some_and(|found| text.lower(found.head).starts_with("victim"));
    let told = |measure: &str| finder.claims.iter().any(|claim| claim.measure == measure);
    let number = phrases.noun(chunk).and_then(|group| group.quantity);
    let number = number.and_then(|number| finder.reading.quantities.get(number)).and_then(|found| found.low);
    let as_many = |measure: &str| {
        finder.claims.iter().any(|claim| {
            claim.measure == measure && claim.low.is_some() && claim.low == number.map(|number| number as i64)
        })
    };
    match (victims, as_many("killed"), as_many("injured")) {
        (true, true, false) => "killed",
        (true, false, true) => "injured",
        (true, ..) if told("killed") && !told("injured") => "killed",
        _ => measure,
    }
}

/// "no reports of casualties" says that nothing is known.
fn said_to_exist_in_reports(finder: &Finder<'_>, found: &Tally) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let before = phrases.previous(found.chunk).and_then(|of| phrases.previous(of));
    found.low == Some(0)
        && before
            .and_then(|chunk| phrases.chunks.get(chunk))
            .is_some_and(|chunk| text.lower(chunk.head).starts_with("report"))
}

/// "the deaths of 13 miners", "the mayor's murder", "a rally of about 500 people".
fn of_phrase(finder: &mut Finder<'_>, chunk: usize, sense: &Trigger) {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let number = sense.number;
    let mut targets = Members::new();
    if let Some(of) = phrases.next(chunk).filter(|of| {
        phrases.is_word(text, *of, "of")
            || number && (phrases.is_word(text, *of, "by") || phrases.is_word(text, *of, "involving"))
    }) {
        let quoted = phrases.next(of).filter(|quote| phrases.kind(*quote) == Some(ChunkKind::Quote)).unwrap_or(of);
        if let Some(inner) = phrases.next(quoted).filter(|inner| phrases.noun(*inner).is_some()) {
            // "the bodies of a mother and her three children were found": nothing before rules them.
            let ruled = (0..chunk)
                .rev()
                .take_while(|before| phrases.next(*before).is_some())
                .take_while(|before| !matches!(phrases.kind(*before), Some(ChunkKind::Subordinator | ChunkKind::Break)))
                .any(|before| phrases.verb(before).is_some());
            targets = if ruled { phrases.objects_from(inner) } else { phrases.list_from(inner) };
            // "the murders of a judge and of his clerk"
            let second = targets
                .last()
                .and_then(|last| phrases.next(*last))
                .filter(|and| phrases.kind(*and) == Some(ChunkKind::Conjunction))
                .and_then(|and| phrases.next(and))
                .filter(|again| phrases.is_word(text, *again, "of"))
                .and_then(|again| phrases.next(again));
            targets.extend(second);
        }
    }
    let actor = phrases.agent_of(text, chunk);
    let tallies: Vec<Tally> =
        targets.into_iter().filter_map(|target| tally(finder, target, sense.need, number)).collect();
    let actor = if number { String::new() } else { finder.actor(actor) };
    for tally in &tallies {
        finder.add(tally, &sense.measure, actor.clone(), "", super::OF_PHRASE);
    }
    if tallies.is_empty() && !number {
        possessor(finder, chunk, sense);
    }
}

/// "the mayor's murder", "his death".
fn possessor(finder: &mut Finder<'_>, chunk: usize, sense: &Trigger) {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return };
    let mark = found
        .tokens
        .clone()
        .find(|token| text.tokens.get(*token).is_some_and(|token| token.kind == TokenKind::Possessive));
    let Some(mark) = mark.filter(|mark| *mark > found.tokens.start) else { return };
    let owner = mark - 1;
    let named = || {
        let at = finder.reading.names.partition_point(|name| name.tokens.end <= owner);
        let kind = finder.reading.names.get(at).filter(|name| name.tokens.contains(&owner)).map(|name| name.kind);
        // A name that is not known to be a place or a body is taken for a person's.
        kind == Some(NameKind::Person) || kind.is_none() && text.capitalised(owner)
    };
    let person = finder
        .reading
        .text
        .word(owner)
        .group
        .map_or_else(named, |known| known.nature == Nature::Person && !known.plural);
    if person {
        let anchor = found.tokens.start..mark;
        let one = Tally {
            chunk,
            quantity: None,
            anchor: anchor.clone(),
            low: Some(1),
            high: Some(1),
            qualifier: "exact",
            relation: "",
            group: finder.phrase_text(anchor),
            class: "individual".to_owned(),
        };
        finder.add(&one, &sense.measure, String::new(), "", "noun and its possessor");
    }
}

/// "13 dead", "a wounded guard", "three miners were dead", "the two are missing".
fn adjective(finder: &mut Finder<'_>, chunk: usize, token: usize, sense: &Trigger) {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let Some(found) = phrases.chunks.get(chunk) else { return };
    let alone = found.tokens.len() == 1;
    // "the dead man's wife" is another person.
    let owned = (token..found.tokens.end)
        .any(|mark| text.tokens.get(mark).is_some_and(|mark| mark.kind == TokenKind::Possessive));
    if owned && token != found.head {
        return;
    }
    if !alone {
        // "the dead", "the wounded" is no number; "dead end" is no victim.
        let last = token + 1 == found.tokens.end;
        let both = last.then(|| casualties(finder, chunk, &sense.measure)).flatten();
        // "some of the sacked workers" rather tells what they did.
        let partitive = found.tokens.clone().any(|token| text.lower(token) == "of");
        if partitive && !matches!(sense.measure.as_str(), "killed" | "injured") {
            return;
        }
        // "a dead heat" is nobody: a single one must be a person by its noun.
        let counts = phrases.noun(chunk).is_some_and(|group| group.quantity.is_some());
        let need = if counts || last { sense.need } else { Need::Person };
        if let Some(found) = tally(finder, chunk, need, sense.number) {
            if sense.measure == "on_strike" && found.qualifier == "indefinite" && found.low == Some(2) {
                return;
            }
            let measure = both.unwrap_or(&sense.measure).to_owned();
            // "left two teachers and 16 pupils dead"
            let before = if last && counts { joined_before(finder, chunk) } else { None };
            let before = before.and_then(|before| tally(finder, before, sense.need, true));
            finder.add(&found, &measure, String::new(), "", "counted adjective");
            whole(finder, chunk, &measure);
            if let Some(before) = before {
                finder.add(&before, &measure, String::new(), "", "counted adjective");
            }
        }
        return;
    }
    let mut verb = phrases.previous(chunk);
    // "with 12 still missing"
    while verb.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
        verb = verb.and_then(|adverb| phrases.previous(adverb));
    }
    let Some(verb) = verb else { return };
    if phrases.noun(verb).is_some_and(|group| group.quantity.is_some()) {
        if let Some(found) = tally(finder, verb, sense.need, true) {
            finder.add(&found, &sense.measure, String::new(), "", "adjective behind a number");
        }
    } else if phrases.verb(verb).is_some_and(|group| group.voice == Voice::Passive) || stays(finder, verb) {
        predicate(finder, verb, sense, "adjective behind a verb");
    }
}

/// The counted noun group that "and" joins to the one in `chunk`, if no adjective tells of it.
fn joined_before(finder: &Finder<'_>, chunk: usize) -> Option<usize> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let and = phrases.previous(chunk).filter(|and| phrases.is_word(text, *and, "and"))?;
    let before = phrases.previous(and)?;
    phrases.noun(before).filter(|group| group.quantity.is_some() && !group.bare)?;
    let untold = text.word(phrases.chunks.get(before)?.head).counting_adjective.is_empty();
    untold.then_some(before)
}

/// "on strike", "under arrest", behind a verb or behind what is counted.
fn phrase(finder: &mut Finder<'_>, chunk: usize, strength: Strength) {
    let (phrases, text, words) = (&finder.reading.phrases, &finder.reading.text, finder.words);
    let Some(start) = phrases.chunks.get(chunk).map(|found| found.head) else { return };
    if !text.word(start).begins_counting_phrase {
        return;
    }
    let article = matches!(text.lower(start + 1), "a" | "an" | "the");
    let two = if article {
        format!("{} {}", text.lower(start), text.lower(start + 2))
    } else {
        text.lower_span(text.span(start..start + 2)).to_owned()
    };
    let senses = match words.phrase(&two) {
        [] => words.phrase(text.lower(start)),
        senses => senses,
    };
    for sense in senses.iter().filter(|sense| Strength::of(sense) == strength) {
        let mut before = phrases.previous(chunk);
        while before.is_some_and(|adverb| phrases.kind(adverb) == Some(ChunkKind::Adverb)) {
            before = before.and_then(|adverb| phrases.previous(adverb));
        }
        let Some(before) = before else { return };
        if phrases.verb(before).is_some() {
            if !stays(finder, before) {
                continue;
            }
            predicate(finder, before, sense, "phrase behind a verb");
        } else if phrases.noun(before).is_some() {
            let found: Vec<Tally> = phrases
                .subjects_from(before)
                .into_iter()
                .filter_map(|target| tally(finder, target, sense.need, sense.number))
                .collect();
            for tally in &found {
                finder.add(tally, &sense.measure, String::new(), "", "phrase behind a noun");
            }
        }
    }
}

/// Whether `verb` says what its subject is, becomes or stays: "were", "remained", "lay".
fn stays(finder: &Finder<'_>, verb: usize) -> bool {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let head = phrases.chunks.get(verb).map_or("", |found| text.lower(found.head));
    phrases.verb(verb).is_some_and(|group| group.copula || STAYING.contains(&head))
}

/// Verbs behind which an adjective or "on strike" tells of their subject.
const STAYING: [&str; 24] = [
    "go",
    "goes",
    "went",
    "gone",
    "going",
    "remain",
    "remained",
    "remains",
    "remaining",
    "stay",
    "stays",
    "stayed",
    "kept",
    "held",
    "lie",
    "lies",
    "lay",
    "lain",
    "lying",
    "fell",
    "became",
    "feel",
    "stood",
    "stand",
];

/// What the subject of `verb` is said to be.
fn predicate(finder: &mut Finder<'_>, verb: usize, sense: &Trigger, rule: &'static str) {
    let phrases = &finder.reading.phrases;
    let tallies: Vec<Tally> = phrases
        .subject_of(verb)
        .map(|subject| phrases.subjects_from(subject))
        .unwrap_or_default()
        .into_iter()
        .filter_map(|target| tally(finder, target, sense.need, sense.number))
        .collect();
    for tally in &tallies {
        finder.add(tally, &sense.measure, String::new(), "", rule);
    }
}

/// "100 dead and wounded": an adjective of the other kind, and no number before it.
fn casualties(finder: &Finder<'_>, chunk: usize, measure: &str) -> Option<&'static str> {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let joined = phrases.next(chunk).filter(|next| phrases.kind(*next) == Some(ChunkKind::Conjunction))?;
    let other = phrases.next(joined)?;
    if phrases.verb(other).is_some() && phrases.object_of(other).is_some() {
        return None;
    }
    let other = phrases.chunks.get(other)?;
    let other = text.word(other.tokens.start).counting_adjective.first()?;
    let or = phrases.is_word(text, joined, "or");
    match (measure, other.measure.as_str()) {
        ("killed", "injured") | ("injured", "killed") => Some("casualties"),
        // "over 7,000 dead or missing"
        ("killed", "missing") | ("missing", "killed") if or => Some("casualties"),
        _ => None,
    }
}
