//! Tests, and the reading that tests of later stages begin with.

use super::*;
use crate::analysis::phrase::Phrases;

/// What the stages before attribution make of `source`, without dates, quantities and names.
pub fn reading(source: &str) -> Reading<'_> {
    let text = Text::new(source);
    let phrases = Phrases::new(&text, &[], &[], &[]);
    Reading {
        text,
        published_on: None,
        publisher: None,
        title: None,
        quantities: Vec::new(),
        dates: Vec::new(),
        names: Vec::new(),
        phrases,
    }
}

/// The attributions of `source` as speaker, cue and content.
fn attributions(source: &str) -> Vec<(String, String, String)> {
    find(&reading(source))
        .into_iter()
        .map(|found| (found.speaker, found.cue.of(source).to_owned(), found.content.of(source).to_owned()))
        .collect()
}

#[test]
fn source_cue_and_content_are_found_in_every_order() {
    for (source, expected) in [
        ("Police said that nine men drowned.", vec![("Police", "said", "nine men drowned")]),
        ("Nine men drowned, police said.", vec![("police", "said", "Nine men drowned")]),
        ("“We lost nine men,” said the harbour master.", vec![("the harbour master", "said", "We lost nine men,")]),
        ("According to rescuers, nine men drowned.", vec![("rescuers", "According to", "nine men drowned")]),
        (
            "Ana Lopez, 31, a pharmacist who ran a clinic, said nine men drowned.",
            vec![("Ana Lopez", "said", "nine men drowned")],
        ),
        (
            "Nine men drowned, according to its director, Ana Lopez.",
            vec![("its director", "according to", "Nine men drowned")],
        ),
        (
            "The port confirmed the deaths of nine men, two of whom were divers.",
            vec![("The port", "confirmed", "the deaths of nine men")],
        ),
        (
            "Of the nine men -- officials maintain that it was eight -- two were divers.",
            vec![("officials", "maintain", "it was eight")],
        ),
        ("The inquiry accepts that nine men drowned.", vec![("The inquiry", "accepts", "nine men drowned")]),
        ("Nine men drowned, according to rescuers.", vec![("rescuers", "according to", "Nine men drowned")]),
        (
            "The port reported the deaths of nine men, but other sources claim 20 drowned.",
            vec![("The port", "reported", "the deaths of nine men"), ("other sources", "claim", "20 drowned")],
        ),
        (
            "Mayor Ana Lopez said the port was shut. “Nobody told us,” she added. “We waited.”",
            vec![
                ("Mayor Ana Lopez", "said", "the port was shut"),
                ("Mayor Ana Lopez", "added", "Nobody told us,"),
                ("Mayor Ana Lopez", "added", "We waited."),
            ],
        ),
        ("Residents put the number of dead at 40.", vec![("Residents", "put", "the number of dead at 40")]),
        (
            "Nurses Without Borders said the ward was full.",
            vec![("Nurses Without Borders", "said", "the ward was full")],
        ),
        (
            "Guards fired on the crowd, killing two men and a boy, police and doctors said.",
            vec![("police and doctors", "said", "Guards fired on the crowd, killing two men and a boy")],
        ),
        (
            "The paper cited an unnamed clerk as saying that nine men drowned.",
            vec![("an unnamed clerk", "saying", "nine men drowned")],
        ),
        (
            "The report — written by two judges — finds that nobody gave a warning.",
            vec![("The report", "finds", "nobody gave a warning")],
        ),
        ("(Velm) – Nine men drowned, rescuers said.", vec![("rescuers", "said", "Nine men drowned")]),
        (
            "Mayor Ana Lopez said the port was shut. Rector Jan Moor: “Nobody told us here.” He added that it was late.",
            vec![
                ("Mayor Ana Lopez", "said", "the port was shut"),
                ("Rector Jan Moor", ":", "Nobody told us here."),
                ("Rector Jan Moor", "added", "it was late"),
            ],
        ),
        ("The note, read out by a clerk, suggested a flood.", vec![]),
        ("Velm — Nine men drowned, rescuers said.", vec![("rescuers", "said", "Nine men drowned")]),
        ("Two men were charged over the blast that killed nine.", vec![]),
        ("The massacre recalled the bombing of a church.", vec![]),
        (
            "The army denied shelling the school, in which nine pupils died.",
            vec![("The army", "denied", "shelling the school")],
        ),
        (
            "“It was the guards. I saw them.” The baker added: “They fired.”",
            vec![("The baker", "added", "It was the guards. I saw them."), ("The baker", "added", "They fired.")],
        ),
        ("Divers said nearly 40 men drowned.", vec![("Divers", "said", "nearly 40 men drowned")]),
        (
            "At least nine men drowned, rescuers said, and two were missing.",
            vec![("rescuers", "said", "At least nine men drowned, rescuers said, and two were missing")],
        ),
        (
            "Nine drowned, rescuers said, as doctors warned that more would die.",
            vec![("rescuers", "said", "Nine drowned"), ("doctors", "warned", "more would die")],
        ),
        (
            "The owner, who at first insisted that nobody was below, admitted in a letter sent on Monday that ten were.",
            vec![
                ("The owner", "at first insisted", "nobody was below"),
                ("The owner", "admitted in a letter", "ten were"),
            ],
        ),
        ("The pilot, who later said that he slept, flew home.", vec![("The pilot", "later said", "he slept")]),
        ("Captain Jan Moor did not dispute that he slept.", vec![("Captain Jan Moor", "did not dispute", "he slept")]),
        ("A nurse was blunter: “They are all dead.”", vec![("A nurse", "was", "They are all dead.")]),
        ("The union says it was tricked, and has gone to court.", vec![("The union", "says", "it was tricked")]),
        ("Relief agencies warned that food was short.", vec![("Relief agencies", "warned", "food was short")]),
        (
            "The ministry issued a statement saying that nine men drowned.",
            vec![("The ministry", "saying", "nine men drowned")],
        ),
        ("Ledgers showing that he was paid were lost.", vec![("Ledgers", "showing", "he was paid were lost")]),
        ("Nine men drowned, per Radio Delta.", vec![("Radio Delta", "per", "Nine men drowned")]),
        ("In a June poll, nine in ten feared a flood.", vec![("a June poll", "In", "nine in ten feared a flood")]),
        ("When the owner announced the sale, the crew walked out.", vec![("the owner", "announced", "the sale")]),
        (
            "The fire, which police said was an accident, destroyed the mill.",
            vec![("police", "said", "was an accident")],
        ),
        (
            "The mayor said the road was shut and urged people to stay in.",
            vec![("The mayor", "said", "the road was shut"), ("The mayor", "urged", "people to stay in")],
        ),
        ("The welder, protesting in the rain, left.", vec![]),
        ("The union accused the board of hiding the report.", vec![("The union", "accused", "hiding the report")]),
        ("Rescuers said nobody was hurt, but nine were.", vec![("Rescuers", "said", "nobody was hurt")]),
        (
            "Divers said they had heard knocking, raising hopes for the crew.",
            vec![("Divers", "said", "they had heard knocking")],
        ),
        ("The doctor, who had seen her, said she slept.", vec![("The doctor", "said", "she slept")]),
        (
            "Nine drowned, according to rescuers, who warned that more would.",
            vec![("rescuers", "according to", "Nine drowned"), ("rescuers", "warned", "more would")],
        ),
        ("Villagers describe soldiers firing at boats.", vec![("Villagers", "describe", "soldiers firing at boats")]),
        ("The minister called the figure absurd.", vec![("The minister", "called", "the figure absurd")]),
        ("The mayor called the police.", vec![]),
        ("The claim was not investigated.", vec![]),
        ("He wore a “big hat” at the fair.", vec![]),
    ] {
        let found = attributions(source);
        let found: Vec<_> =
            found.iter().map(|(speaker, cue, content)| (speaker.as_str(), cue.as_str(), content.as_str())).collect();
        assert_eq!(found, expected, "{source}");
    }
}

#[test]
fn no_order_of_words_and_marks_makes_it_panic() {
    let pieces = [
        "police",
        "said",
        "that",
        "“",
        "”",
        "\"",
        ",",
        ".",
        ":",
        "(",
        ")",
        "who",
        "and",
        "the",
        "told",
        "Reuters",
        "in a",
        "statement",
        "according to",
        "denied",
        "as",
        "saying",
        "Ana Lopez",
        "he",
        "—",
        "\n\n",
        "12",
        "'s",
        "killed",
        "put",
        "at",
        "of",
        "poll",
        "by",
        "was",
        "-",
        "''",
        "described",
        "it",
        "but",
        "ünïcödé",
        "accused",
        "state",
        "to",
        "not",
    ];
    let mut seed: u64 = 7;
    for _ in 0..2000 {
        let mut source = String::new();
        for _ in 0..14 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            source.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
            if seed >> 63 == 0 {
                source.push(' ');
            }
        }
        for found in find(&reading(&source)) {
            assert!(source.get(found.content.start..found.content.end).is_some(), "{source}");
            assert!(!found.content.is_empty() && !found.cue.is_empty(), "{source}");
        }
    }
}
