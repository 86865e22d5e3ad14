//! Short articles, and the dates of claims made by hand in them.

use chrono::NaiveDate;

use crate::analysis::claim::ClaimKind;
use crate::analysis::phrase::Phrases;
use crate::analysis::{Claim, Reading, Text, attribution, date, name, quantity};
use crate::span::Span;

/// The dates of the claims at `anchors`: "measure 12: words" is a count of twelve, "event: words" an event.
fn dates(article: &str, published: &str, anchors: &[&'static str]) -> Vec<String> {
    let text = Text::new(article);
    let published_on = NaiveDate::parse_from_str(published, "%Y-%m-%d").ok();
    let dates = date::find(&text, published_on);
    let quantities = quantity::find(&text, &dates);
    let names = name::find(&text);
    let phrases = Phrases::new(&text, &quantities, &dates, &names);
    let reading = Reading { text, published_on, publisher: None, title: None, quantities, dates, names, phrases };
    let attributions = attribution::find(&reading);
    let mut after = 0;
    let mut claims: Vec<Claim> = anchors
        .iter()
        .map(|anchor| {
            let (what, words) = anchor.split_once(": ").expect("what: words");
            let start = after + article[after..].find(words).unwrap_or_else(|| panic!("{words} in {article}"));
            after = start;
            let mut claim = Claim { span: Span::new(start, start + words.len()), ..Claim::default() };
            let mut parts = what.split(' ');
            let name = parts.next().unwrap_or_default();
            if let Some(value) = parts.next().and_then(|value| value.parse().ok()) {
                (claim.kind, claim.measure, claim.low, claim.high) = (ClaimKind::Count, name, Some(value), Some(value));
            } else {
                (claim.kind, claim.event) = (ClaimKind::Event, name);
            }
            claim.relation = parts.next().unwrap_or_default();
            claim
        })
        .collect();
    super::apply(&reading, &attributions, &mut claims);
    claims.iter().map(|claim| claim.date.to_iso()).collect()
}

fn check(table: &[(&str, &[(&'static str, &str)])]) {
    let mut wrong = Vec::new();
    for (article, expected) in table {
        let anchors: Vec<&'static str> = expected.iter().map(|(anchor, _)| *anchor).collect();
        let found = dates(article, "2014-03-10", &anchors);
        for ((anchor, date), found) in expected.iter().zip(&found) {
            if date != found {
                wrong.push(format!("{article}\n    {anchor}: expected {date}, found {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_claim_is_dated_by_its_own_clause() {
    check(&[
        (
            "Guards shot three miners on Friday and arrested 20 on Saturday.",
            &[("killed 3: three miners", "2014-03-07"), ("detained 20: 20", "2014-03-08")],
        ),
        (
            "The mayor imposed a curfew on Saturday after 14 miners were shot on March 6.",
            &[("curfew: imposed a curfew", "2014-03-08"), ("killed 14: 14 miners", "2014-03-06")],
        ),
        (
            "Four miners died when guards opened fire on Friday.",
            &[("killed 4: Four miners", "2014-03-07"), ("shoot: opened fire", "2014-03-07")],
        ),
        (
            "On Friday guards opened fire, killing four miners.",
            &[("shoot: opened fire", "2014-03-07"), ("killed 4: four miners", "2014-03-07")],
        ),
        ("Police said on Saturday that four miners were shot on Friday.", &[("killed 4: four miners", "2014-03-07")]),
        (
            "A miner, who had been sacked in May, was beaten on Friday.",
            &[("dismiss: sacked", "2013-05"), ("beat: beaten", "2014-03-07")],
        ),
        ("By Saturday nine were missing.", &[("missing 9: nine", "2014-03-08")]),
        ("The band has killed 90 people since it took up arms in 2009.", &[("killed 90: 90 people", "2009/..")]),
        ("It was the worst day since 2011, when 44 men were killed.", &[("killed 44: 44 men", "2011")]),
        ("In a video made on Friday a captain says that nine men were shot.", &[("killed 9: nine men", "")]),
        ("Thousands have been on strike since May.", &[("on_strike 2000: Thousands", "2013-05/..")]),
        ("A curfew is in force until April 5.", &[("curfew: curfew", "../2014-04-05")]),
        (
            "Guards opened fire on Friday.\n\nA curfew was imposed until April 5.",
            &[("curfew: curfew was imposed", "2014-03-07/2014-04-05")],
        ),
        (
            "Guards opened fire on March 6. The captain is due in court on Friday. Nine men were hurt.",
            &[("injured 9: Nine men", "2014-03-06")],
        ),
        (
            "A wall fell on March 6.\n\nSome 40 people have died.\n\nShops reopened. Five are missing.",
            &[("killed 40: 40 people", "2014-03-06"), ("missing 5: Five", "2014-03-06")],
        ),
        ("Live\n\n14:05 Guards have shot a man.\n\n13:10 Nine are hurt.", &[("injured 9: Nine", "2014-03-10")]),
    ]);
}

#[test]
fn a_distance_dates_what_it_leads_to() {
    check(&[
        (
            "Divers found a pump on Saturday, three days after a tunnel collapsed and killed nine men.",
            &[("killed 9: nine men", "2014-03-05")],
        ),
        (
            "Shops reopen a day after guards shot four men\n\nFour men were shot.",
            &[("killed 4: four men", "2014-03-09"), ("killed 4: Four men", "2014-03-09")],
        ),
        (
            "The raid of 3 March on the depot, in which six clerks were killed, shook the town, a union says.",
            &[("killed 6: six clerks", "2014-03-03")],
        ),
        ("The mill, sold in 1999 to a bank, dismissed forty weavers.", &[("dismissed 40: forty weavers", "")]),
        (
            "Traders shut the market on Saturday after two porters were killed. Guards had fired on Thursday.",
            &[("killed 2: two porters", "2014-03-06"), ("shoot: fired", "2014-03-06")],
        ),
    ]);
}

#[test]
fn what_is_told_beside_the_harm_does_not_date_it() {
    check(&[
        (
            "Villagers woke on Sunday to news of a blast. Nine were hurt.\n\nThe blast killed a porter on Thursday.",
            &[("injured 9: Nine", "2014-03-06"), ("killed 1: a porter", "2014-03-06")],
        ),
        (
            "Guards opened fire on Thursday.\n\nOne clerk died in hospital two days later. Nine were hurt.",
            &[
                ("shoot: opened fire", "2014-03-06"),
                ("killed 1: One clerk", "2014-03-08"),
                ("injured 9: Nine", "2014-03-06"),
            ],
        ),
        (
            "Guards opened fire on Thursday.\n\nOn Sunday, 2 March, a porter was killed.\n\nNine were hurt.",
            &[
                ("shoot: opened fire", "2014-03-06"),
                ("killed 1: a porter", "2014-03-02"),
                ("injured 9: Nine", "2014-03-06"),
            ],
        ),
        (
            "On Thursday troops stormed a yard. Nine are dead.\n\nOn March 2 guards beat a porter.\n\nTen were hurt.",
            &[("killed 9: Nine", "2014-03-06"), ("beat: beat", "2014-03-02"), ("injured 10: Ten", "2014-03-06")],
        ),
        (
            "Guards opened fire today.\n\nThe mayor has declared a curfew.",
            &[("shoot: opened fire", "2014-03-10"), ("curfew: declared a curfew", "2014-03-10")],
        ),
    ]);
}

#[test]
fn a_claim_without_a_date_goes_on_with_that_of_the_passage() {
    check(&[
        (
            "On Friday guards opened fire on a crowd. Four miners were killed.\n\nThe crowd burned the town hall.",
            &[("killed 4: Four miners", "2014-03-07"), ("arson: burned", "2014-03-07")],
        ),
        (
            "Guards kill four miners\n\nGuards opened fire on a crowd on Friday.",
            &[("killed 4: four miners", "2014-03-07"), ("shoot: opened fire", "2014-03-07")],
        ),
        (
            "Guards opened fire on Friday.\n\nIn May 2009 the mine was closed. The owner dismissed 40 men.\n\nThe guards fled.",
            &[("dismissed 40: 40 men", "2009-05"), ("attack: fled", "2014-03-07")],
        ),
        (
            "Guards opened fire on March 6.\n\nShops stayed shut on Friday.\n\n“They beat my son,” said Jane Roe.",
            &[("beat: beat", "2014-03-06")],
        ),
        (
            "Miners walked out in May 2013. The owner dismissed 40 of them.",
            &[("strike: walked out", "2013-05"), ("dismissed 40: 40 of them", "2013-05/..")],
        ),
        (
            "The strike began in May. On Friday guards beat a driver. Some 900 men were on strike, the union said.",
            &[("strike: strike began", "2013-05"), ("on_strike 900: Some 900 men", "2013-05/..")],
        ),
        (
            "The mayor declared a state of emergency on Friday after riots.\n\nOn Sunday it rained. The state of emergency was declared for Aru alone.",
            &[
                ("declare_emergency: declared", "2014-03-07"),
                ("declare_emergency: state of emergency was declared", "2014-03-07"),
            ],
        ),
        (
            "A bomb hidden in a cart exploded in Aru on Sunday.\n\nThe town mourned on Monday.\n\n“The blast killed ten men,” said Jane Roe.",
            &[("bomb: exploded", "2014-03-09"), ("killed 10: ten men", "2014-03-09")],
        ),
        (
            "Guards opened fire on March 6.\n\nThe unrest spread to the town of Bela, where hundreds marched.",
            &[("shoot: opened fire", "2014-03-06"), ("protesters 200: hundreds", "")],
        ),
        (
            "Guards opened fire on Friday. Websites have been blocked.\n\nThe town has some 9,000 inhabitants.",
            &[("censor: blocked", ""), ("population 9000: some 9,000 inhabitants", "")],
        ),
        (
            "On March 6 guards shot a miner in Aru. Another was shot in Bela the following day. Nine were hurt in the two incidents.",
            &[("killed 1: Another", "2014-03-07"), ("injured 9: Nine", "2014-03-06/2014-03-07")],
        ),
        (
            "Guards shot 11 miners on March 6. On March 7 they shot another, bringing the toll to 12.",
            &[
                ("killed 11: 11 miners", "2014-03-06"),
                ("killed 1: another", "2014-03-07"),
                ("killed 12 total: 12", "2014-03-06/2014-03-07"),
            ],
        ),
    ]);
}

#[test]
fn what_is_punished_or_mourned_has_its_own_date() {
    check(&[
        (
            "A man was jailed on Friday for killing three bakers in May 2012.\n\nSix people were hurt.",
            &[("killed 3: three bakers", "2012-05"), ("injured 6: Six people", "2012-05")],
        ),
        (
            "A dam burst on March 2. Nine men drowned.\n\nThousands mourned the dead on Friday.\n\nThe dead included two boys.",
            &[("killed 9: Nine men", "2014-03-02"), ("killed 2: two boys", "2014-03-02")],
        ),
        (
            "Six more bodies were found on Friday, taking the toll of Tuesday's blast to 30.",
            &[("killed 6: Six more bodies", "2014-03-04"), ("killed 30 total: 30", "2014-03-04")],
        ),
        (
            "A tower fell on March 4. Nine bodies were pulled out on Friday.\n\nBy Saturday 12 had died.",
            &[("killed 9: Nine bodies", "2014-03-04")],
        ),
    ]);
}

#[test]
fn what_lasts_takes_its_victims_until_the_report() {
    check(&[
        ("A storm tore across the coast on Friday. Ten men died.", &[("killed 10: Ten men", "2014-03-07")]),
        (
            "At least 38 people have died in a week of flooding, officials said.\n\nSix drowned on Sunday.\n\nAnother nine were crushed in Aru.",
            &[
                ("killed 38: 38 people", "2014-03-03/2014-03-10"),
                ("killed 6: Six", "2014-03-09"),
                ("killed 9: nine", "2014-03-03/2014-03-10"),
            ],
        ),
        (
            "In March 2012 a mill burned down, killing nine. Some 400 have died since.",
            &[("killed 9: nine", "2012-03"), ("killed 400: 400", "2012-03/..")],
        ),
    ]);
}

#[test]
fn unrest_that_goes_on_has_all_of_its_days() {
    check(&[
        (
            "Nine people have been killed since Thursday night. Guards fired on a crowd on Saturday.",
            &[("killed 9: Nine people", "2014-03-06/2014-03-08"), ("shoot: fired", "2014-03-08")],
        ),
        ("Two clerks have been missing since March 6.", &[("missing 2: Two clerks", "2014-03-06")]),
        (
            "Traders swept the street after a third night of clashes.\n\nOn Friday police beat a porter. On Sunday a crowd burned two trucks.\n\nSome 40 people were hurt.",
            &[
                ("clash: clashes", "2014-03-07/2014-03-09"),
                ("beat: beat", "2014-03-07"),
                ("arson: burned", "2014-03-09"),
                ("injured 40: 40 people", "2014-03-07/2014-03-09"),
            ],
        ),
    ]);
}

#[test]
fn what_is_done_later_does_not_date_the_harm() {
    check(&[
        (
            "Guards shot nine miners on 3 May 2009.\n\nFive years later nobody has been tried. The mayor said at the time that six men were killed.",
            &[("killed 9: nine miners", "2009-05-03"), ("killed 6: six men", "2009-05-03")],
        ),
        (
            "Guards shot the miners of Aru on 3 May 2009.\n\nA grave with some of the bodies was opened in June 2012. A union claims 90 dead.",
            &[("shoot: shot", "2009-05-03"), ("killed 90: 90", "2009-05-03")],
        ),
    ]);
}

#[test]
fn an_article_that_tells_history_keeps_to_its_year() {
    check(&[
        (
            "Page last edited on 3 March 2014.\n\nThe Aru shooting of 6 May 2001 was a killing of miners. The miners had walked out in April 2001.\n\nOn 6 May guards shot nine men.",
            &[("killed 9: nine men", "2001-05-06")],
        ),
        (
            "Talks with the owner collapsed on March 4. On March 6 guards shot nine men.\n\nSome 40 people were hurt.",
            &[("killed 9: nine men", "2014-03-06"), ("injured 40: 40 people", "2014-03-06")],
        ),
    ]);
}

#[test]
fn an_arrest_told_by_itself_has_no_date() {
    check(&[
        ("A mill burned down on Friday.\n\nPolice in Aru detained two men.", &[("detained 2: two men", "")]),
        (
            "The mayor said on Saturday that 90 people had been detained.",
            &[("detained 90: 90 people", "../2014-03-08")],
        ),
    ]);
}

#[test]
fn another_time_in_the_sentence_is_left_out() {
    check(&[
        (
            "Nine men were shot in Velm on Friday. The raid, the deadliest since the end of the siege in 1994, came at noon \
             when guards charged at a crowd.",
            &[("killed 9: Nine men", "2014-03-07"), ("attack: charged at", "2014-03-07")],
        ),
        (
            "Velm was put under a curfew on Sunday after clashes that left nine dead.\n\nThe clashes began on Friday.",
            &[("killed 9: nine", "2014-03-07")],
        ),
        (
            "Eight bodies found off Keth\n\nAt least eight people drowned off Keth on Friday.\n\nOn Wednesday six sailors \
             drowned off Hasp.",
            &[("killed 8: Eight bodies", "2014-03-07"), ("killed 6: six sailors", "2014-03-05")],
        ),
        (
            "Nurses counted 70 dead on Friday; the city put the toll at 47. Nine had died on Monday.",
            &[("killed 70: 70", "2014-03-07"), ("killed 47 total: 47", "2014-03-07")],
        ),
        ("The flood of 1995 killed 400 people. The river is high again.", &[("killed 400: 400 people", "1995")]),
    ]);
}
