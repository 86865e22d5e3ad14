//! Counts told by nouns: "the deaths of 13 miners", "70 arrests", "the mayor's murder".

use super::Finder;
use super::adjective::{adjective, phrase};
use super::counted::{Tally, tally};
use crate::analysis::NameKind;
use crate::analysis::phrase::{ChunkKind, Members};
use crate::analysis::text::TokenKind;
use crate::vocabulary::counting::{Counted, Nature, Need, Strength, Trigger};

/// Finds the counts of every trigger noun and adjective of `strength`.
pub(super) fn find(finder: &mut Finder<'_>, strength: Strength) {
    for (chunk, found) in finder.reading.phrases.chunks.iter().enumerate() {
        match found.kind {
            ChunkKind::Preposition => {
                phrase(finder, chunk, strength);
                continue;
            }
            ChunkKind::Noun(_) => {}
            _ => continue,
        }
        let (head, tokens) = (found.head, found.tokens.clone());
        for sense in finder.reading.text.word(head).counting_noun {
            if sense.strength == strength {
                noun(finder, chunk, sense);
            }
        }
        let last = tokens.end - 1;
        for token in tokens.rev() {
            for sense in finder.reading.text.word(token).counting_adjective {
                // "freed six jailed writers" tells of their release.
                let known = sense.measure == "detained" && token < last;
                let own = if known { Strength::Weak } else { sense.strength };
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
            let named = sense.strength == Strength::Weak && sense.measure != "casualties";
            let of = finder.reading.phrases.previous(chunk);
            let owner = of.is_some_and(|of| finder.reading.phrases.is_word(&finder.reading.text, of, "of"));
            // "according to several survivors"
            let cited = of.is_some_and(|to| {
                finder.reading.phrases.is_word(&finder.reading.text, to, "to")
                    && finder.reading.phrases.previous(to).is_some_and(|according| {
                        finder.reading.phrases.is_word(&finder.reading.text, according, "according")
                    })
            });
            if cited && sense.strength == Strength::Weak || is_one_of_the_worst(finder, chunk) {
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
                let measure = victims(finder, chunk, sense.measure);
                whole(finder, chunk, measure);
                finder.add(&Tally { group, ..found }, measure, actor, "", "counted noun");
            }
        }
        _ => of_phrase(finder, chunk, sense),
    }
}

/// "one of the country's deadliest killings" ranks it among others.
fn is_one_of_the_worst(finder: &Finder<'_>, chunk: usize) -> bool {
    let text = &finder.reading.text;
    let Some(found) = finder.reading.phrases.chunks.get(chunk) else { return false };
    let mut words = found.tokens.clone().map(|token| text.lower(token));
    words.next() == Some("one")
        && words.next() == Some("of")
        && words.any(|word| word == "worst" || word.len() > 5 && word.ends_with("est"))
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
        class: "individual",
    })
}

/// "10 of the 12 victims": the 12 are counted too.
pub(super) fn whole(finder: &mut Finder<'_>, chunk: usize, measure: &'static str) {
    if let Some(whole) = super::counted::whole_of(finder, chunk) {
        finder.add(&whole, measure, String::new(), "", "whole of a part");
    }
}

/// Victims are those who died where the article tells of as many deaths, or of deaths and of nobody hurt.
pub(super) fn victims(finder: &Finder<'_>, chunk: usize, measure: &'static str) -> &'static str {
    let (phrases, text) = (&finder.reading.phrases, &finder.reading.text);
    let victims = phrases.chunks.get(chunk).is_some_and(|found| text.lower(found.head).starts_with("victim"));
    let told = |measure: &str| finder.claims.iter().any(|claim| claim.measure == measure);
    let number = phrases.noun(chunk).and_then(|group| group.quantity);
    // "many victims" may be either, "four of the victims" are those who died.
    let exact =
        number.and_then(|number| finder.reading.quantities.get(number)).filter(|found| found.qualifier == "exact");
    let several = exact.and_then(|found| found.low).is_some_and(|low| low > 1.0);
    let number = number.and_then(|number| finder.reading.quantities.get(number)).and_then(|found| found.low);
    let as_many = |measure: &str| {
        finder.claims.iter().any(|claim| {
            claim.measure == measure && claim.low.is_some() && claim.low == number.map(|number| number as i64)
        })
    };
    match (victims, as_many("killed"), as_many("injured")) {
        (true, true, false) => "killed",
        (true, false, true) => "injured",
        (true, ..) if told("killed") && (!told("injured") || several) => "killed",
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
    // "banned gatherings of more than five people": nobody gathered.
    if matches!(
        finder.reading.text.lower(phrases.chunks.get(chunk).map_or(0, |found| found.head)),
        "gatherings" | "assemblies"
    ) && sense.measure == "protesters"
    {
        return;
    }
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
        finder.add(tally, sense.measure, actor.clone(), "", super::OF_PHRASE);
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
            class: "individual",
        };
        finder.add(&one, sense.measure, String::new(), "", "noun and its possessor");
    }
}
