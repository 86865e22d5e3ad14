use crate::analysis::Reading;
use crate::analysis::phrase::Phrases;
use crate::analysis::text::Text;

/// "anchor (actor > target)" for each event of `sentence`, with nothing found before.
fn events(sentence: &str) -> Vec<String> {
    let text = Text::new(sentence);
    let phrases = Phrases::new(&text, &[], &[], &[]);
    let reading = Reading {
        text,
        published_on: None,
        publisher: None,
        title: None,
        quantities: Vec::new(),
        dates: Vec::new(),
        names: Vec::new(),
        phrases,
    };
    super::find(&reading, &[])
        .iter()
        .map(|claim| format!("{}: {} ({} > {})", claim.event, claim.span.of(sentence), claim.actor, claim.target))
        .collect()
}

#[test]
fn verbs_in_their_senses() {
    for (sentence, expected) in [
        ("Guards opened fire on the dockers.", vec!["shoot: opened fire (Guards > the dockers)"]),
        ("The bank fired its tellers, officials said.", vec![]),
        ("The mill fired its workers.", vec!["dismiss: fired (The mill > its workers)"]),
        ("Soldiers fired at the bus.", vec!["shoot: fired at (Soldiers > the bus)"]),
        ("Arsonists set the old mill on fire.", vec!["arson: set the old mill on fire (Arsonists > the old mill)"]),
        ("The mill was set on fire by youths.", vec!["arson: set on fire (youths > The mill)"]),
        ("The convoy came under attack.", vec!["attack: came under attack ( > The convoy)"]),
        ("The chamber killed the bill.", vec![]),
        ("Rebels killed villagers.", vec!["kill: killed (Rebels > villagers)"]),
        ("Youths threw stones at police.", vec!["attack: threw stones (Youths > police)"]),
        ("The drivers went on strike.", vec!["strike: went on strike (The drivers > )"]),
        ("Police refused to investigate the raid.", vec!["investigate: refused to investigate (Police > the raid)"]),
    ] {
        assert_eq!(events(sentence), expected, "{sentence}");
    }
}
