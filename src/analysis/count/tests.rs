//! Sentences and the counts that they make.

use chrono::NaiveDate;

use crate::analysis::{Analysis, Claim, ClaimKind, analyse};
use crate::document::Document;

mod elided;
mod involved;
mod running;

/// The count claims of `text`, each as "measure low..high anchor", with "/relation" where there is one.
fn counts(text: &str) -> Vec<String> {
    let document =
        Document { text: text.to_owned(), published_on: NaiveDate::from_ymd_opt(2019, 3, 8), ..Document::default() };
    let Analysis { claims, .. } = analyse(&document);
    claims.iter().filter(|claim| claim.kind == ClaimKind::Count).map(|claim| shown(claim, text)).collect()
}

fn shown(claim: &Claim, text: &str) -> String {
    let bound = |value: Option<i64>| value.map_or_else(String::new, |value| value.to_string());
    let numbers =
        if claim.low == claim.high { bound(claim.low) } else { format!("{}..{}", bound(claim.low), bound(claim.high)) };
    let relation = if claim.relation.is_empty() { String::new() } else { format!(" /{}", claim.relation) };
    format!("{} {numbers} {}{relation}", claim.measure, claim.span.of(text))
}

fn check(table: &[(&str, &[&str])]) {
    for (sentence, expected) in table {
        // A first paragraph keeps the sentence from being read as a headline.
        let text = format!("A short heading\n\n{sentence}");
        assert_eq!(counts(&text), *expected, "{sentence}");
    }
}

#[test]
fn verbs_count_their_objects_and_subjects() {
    check(&[
        ("Gunmen killed at least 13 farmers.", &["killed 13.. at least 13 farmers"]),
        ("Some 40 farmers were wounded by hail.", &["injured 40 Some 40 farmers"]),
        (
            "A shell hit the mill, killing four and injuring six others.",
            &["killed 4 four", "injured 6 six others /additional"],
        ),
        (
            "Over 70 pickers were killed and as many as 800 wounded.",
            &["killed 70.. Over 70 pickers", "injured ..800 as many as 800"],
        ),
        ("Two sailors and a cook were killed.", &["killed 2 Two sailors", "killed 1 a cook"]),
        ("About 20 sailors were killed or wounded.", &["casualties 20 About 20 sailors"]),
        ("The ferry line laid off 120 cooks.", &["dismissed 120 120 cooks"]),
        ("A guard shot dead three poachers.", &["killed 3 three poachers"]),
        ("Officers rounded up 62 drivers.", &["detained 62 62 drivers"]),
        ("Some 9,000 villagers fled.", &["displaced 9000 Some 9,000 villagers"]),
        ("Twelve cooks of the hotel who had struck were sacked.", &["dismissed 12 Twelve cooks"]),
    ]);
}

#[test]
fn nouns_and_adjectives_count_too() {
    check(&[
        ("The storm left 13 dead and 40 hurt.", &["killed 13 13", "injured 40 40"]),
        ("The mayor regretted the deaths of nine divers.", &["killed 9 nine divers"]),
        ("The raid ended with 70 arrests.", &["detained 70 70 arrests"]),
        ("Divers found 23 bodies.", &["killed 23 23 bodies"]),
        ("Villagers buried 33 men in a mass grave.", &["killed 33 33 men"]),
        ("The army said it had “neutralised” 31 rebels.", &["killed 31 31 rebels"]),
        ("Thirteen died outright.", &["killed 13 Thirteen"]),
        ("It held a service for the 40 men, half of them cooks, who died there.", &["killed 40 the 40 men"]),
        ("The dead were eight children under 16.", &["killed 8 eight children"]),
        ("It was one of the deadliest killings of the year.", &[]),
        ("Nobody was held responsible.", &["people 0 Nobody"]),
        ("Three divers are still missing.", &["missing 3 Three divers"]),
        ("Some 2,000 nurses went on strike.", &["on_strike 2000 Some 2,000 nurses"]),
        ("The ferry sank with 212 passengers on board.", &["people 212 212 passengers"]),
        ("A rally of about 500 bakers blocked the quay.", &["protesters 500 about 500 bakers"]),
    ]);
}

#[test]
fn one_person_counts_one() {
    check(&[
        ("A baker was arrested.", &["detained 1 A baker"]),
        ("Welder Ona Brisk, 34, a mother of two, was shot dead.", &["killed 1 Welder Ona Brisk"]),
        ("The raider killed himself.", &["killed 1 himself"]),
        ("The raider blew himself up, killing himself.", &["killed 1 himself"]),
        ("Friends of the jailed baker met.", &[]),
        ("The judge's murder was never solved.", &["killed 1 The judge"]),
        ("She was killed along with her sister.", &["killed 1 She", "killed 1 her sister"]),
        ("Nobody was hurt.", &["injured 0 Nobody"]),
        ("No injuries were reported.", &["injured 0 No injuries"]),
        ("Not a single guard was hurt.", &["injured 0 a single guard"]),
    ]);
}

#[test]
fn members_of_a_list_are_counted_one_by_one() {
    check(&[
        (
            "The slide killed Ona Brisk, 42, her son Emil, 9, and two neighbours.",
            &["killed 1 Ona Brisk", "killed 1 her son Emil", "killed 2 two neighbours"],
        ),
        ("The slide killed Ona Brisk, a welder, and her son.", &["killed 1 Ona Brisk", "killed 1 her son"]),
        ("The judge, Ona Brisk, and her driver were killed.", &["killed 1 The judge", "killed 1 her driver"]),
        (
            "Raiders killed Ona Brisk, 42; Emil Holub, 19; a potter known as Ferenc; and a guard.",
            &["killed 1 Ona Brisk", "killed 1 Emil Holub", "killed 1 a potter", "killed 1 a guard"],
        ),
        ("A mother from Lund and her two sons died.", &["killed 1 A mother", "killed 2 her two sons"]),
        (
            "Ona Brisk, mayor of a town in the hills, and her driver were shot dead.",
            &["killed 1 Ona Brisk", "killed 1 her driver"],
        ),
        ("The raiders fired on a hall in Lund and two guards were killed.", &["killed 2 two guards"]),
        ("Those killed were a welder and two cooks.", &["killed 1 a welder", "killed 2 two cooks"]),
        ("Also hurt were Ona Brisk and her son.", &["injured 1 Ona Brisk", "injured 1 her son"]),
        (
            "Emil Holub died alongside Ona Brisk and two cooks.",
            &["killed 1 Emil Holub", "killed 1 Ona Brisk", "killed 2 two cooks"],
        ),
    ]);
}

#[test]
fn what_is_left_out_is_taken_from_before() {
    check(&[
        (
            "One diver was killed, another injured and a third arrested.",
            &["killed 1 One diver", "injured 1 another /additional", "detained 1 a third /additional"],
        ),
        (
            "The storm wrecked 118 homes and 300 others were damaged.",
            &["buildings 118 118 homes", "buildings 300 300 others /additional"],
        ),
        ("Neither the pilot nor his two guests survived.", &["killed 1 Neither the pilot", "killed 2 his two guests"]),
        ("The toll rose to 112, up from 98.", &["killed 112 112 /total", "killed 98 98 /total"]),
    ]);
}

#[test]
fn totals_additions_and_parts_are_told_apart() {
    check(&[
        ("The latest death brings the toll to 12.", &["killed 12 12 /total"]),
        ("The number of injured rose to 310.", &["injured 310 310 /total"]),
        ("Her death brought to 19 the number of divers killed this year.", &["killed 19 19 /total"]),
        ("Another diver died.", &["killed 1 Another diver /additional"]),
        ("A further 17 divers were hurt.", &["injured 17 A further 17 divers /additional"]),
        (
            "At least 41 divers, including 30 women, were killed.",
            &["killed 41.. At least 41 divers", "killed 30 30 women /subset"],
        ),
        (
            "Guards arrested 34 divers, among them two reporters.",
            &["detained 34 34 divers", "detained 2 two reporters /subset"],
        ),
        ("Two of the wounded died.", &["killed 2 Two of the wounded /subset"]),
        (
            "Some 8,000 divers died, though clerks put the figure at 12,000.",
            &["killed 8000 Some 8,000 divers", "killed 12000 12,000 /total"],
        ),
        (
            "Divers found 31 bodies - 19 women, nine men and three children.",
            &[
                "killed 31 31 bodies",
                "killed 19 19 women /subset",
                "killed 9 nine men /subset",
                "killed 3 three children /subset",
            ],
        ),
        ("The toll, which stood at 12, has risen to 46.", &["killed 12 12 /total", "killed 46 46 /total"]),
        ("Nine were killed in the port and six in the hills.", &["killed 9 Nine", "killed 6 six"]),
        ("Medics treated 61 divers, 14 of whom died.", &["injured 61 61 divers", "killed 14 14 /subset"]),
        ("Those killed included the pilot.", &["killed 1 the pilot /subset"]),
    ]);
}

#[test]
fn amounts_terms_and_inhabitants() {
    check(&[
        ("The owner paid $4.5 million in fines.", &["money 4500000 $4.5 million"]),
        ("The governor imposed a ten-day curfew.", &["term 10 ten-day curfew"]),
        ("She was given 18 months in prison.", &["term 18 18 months"]),
        ("Lomza is a town of about 60,000.", &["population 60000 about 60,000"]),
    ]);
}

#[test]
fn people_who_took_part_are_counted() {
    check(&[
        ("Sixteen divers were below at the time.", &["people 16 Sixteen divers"]),
        ("The tugs pulled 90 sailors out of the water.", &["people 90 90 sailors"]),
        ("Some 250 guards went through the hall.", &["security_forces 250 Some 250 guards"]),
        ("About 3,000 bakers stoned the town hall.", &["protesters 3000 About 3,000 bakers"]),
        ("Twelve divers could not be traced.", &["missing 12 Twelve divers"]),
        ("Some 300 villagers took refuge in a barn.", &["displaced 300 Some 300 villagers"]),
        ("A group of 30 divers asked a court to close the quay.", &["people 30 30 divers"]),
        ("Some two hundred bakers waved banners.", &["protesters 200 Some two hundred bakers"]),
        ("Constables picked up 38 pickers.", &["detained 38 38 pickers"]),
        ("The quay employs 900 dockers.", &["people 900 900 dockers"]),
        ("A company with 900 employees closed.", &[]),
        ("A survey of 1,200 voters was published.", &[]),
        ("Two witnesses said so.", &[]),
        ("Their three sons waited.", &[]),
    ]);
}

#[test]
fn words_of_another_sense_count_nothing() {
    check(&[
        ("Guards fired into the crowd.", &[]),
        ("The lawmakers killed the bill.", &[]),
        ("Two runners finished in a dead heat.", &[]),
        ("There were no reports of casualties.", &[]),
        ("The workers were killed.", &[]),
        ("She worked there for 20 years.", &[]),
        ("The deadline for 12 offers has passed.", &[]),
    ]);
}

#[test]
fn actors_are_named_where_they_stand() {
    for (sentence, actor) in [
        ("Masked raiders killed nine divers.", "Masked raiders"),
        ("Nine divers were killed by masked raiders.", "masked raiders"),
        ("The soldiers opened fire, killing nine.", "soldiers"),
        ("Nine divers were killed when soldiers fired on the quay.", "soldiers"),
        ("An earthquake killed nine divers.", ""),
    ] {
        let document = Document { text: format!("A short heading\n\n{sentence}"), ..Document::default() };
        let claims = analyse(&document).claims;
        let count = claims.iter().find(|claim| claim.kind == ClaimKind::Count);
        assert_eq!(count.map(|claim| claim.actor.as_str()), Some(actor), "{sentence}");
    }
}

#[test]
fn what_is_done_with_people_tells_the_measure() {
    check(&[
        ("Some 75 pupils were led to safety.", &["displaced 75 Some 75 pupils"]),
        (
            "Floods have driven more than two hundred thousand Malians from their homes.",
            &["displaced 200000.. more than two hundred thousand Malians"],
        ),
        ("The dam required the removal of some 310 households.", &["displaced 310 some 310 households"]),
        ("A girl lay in a corridor with shrapnel in her leg.", &["injured 1 A girl"]),
        ("A vendor was struck by a rubber bullet.", &["injured 1 A vendor"]),
        ("The firm dismissed 57 drivers by letter.", &["dismissed 57 57 drivers"]),
        ("The doors of 22 homes were kicked in.", &["buildings 22 22 homes"]),
        ("He said he had lost a sister and three nephews.", &["killed 1 a sister", "killed 3 three nephews"]),
        ("He shot his wife before turning the gun on himself.", &["injured 1 his wife", "killed 1 himself"]),
        ("Some 900 Chadian troops were believed to be there.", &["security_forces 900 Some 900 Chadian troops"]),
        ("About 150 members of the Civil Guard stormed the prison.", &["security_forces 150 About 150 members"]),
        ("A blast hit the bus, killing two and injuring scores.", &["killed 2 two", "injured 40.. scores"]),
    ]);
}

#[test]
fn numbers_alone_go_on_with_what_was_counted() {
    check(&[
        (
            "Marines killed dozens of rebels. The army claimed more than 300.",
            &["killed 24.. dozens of rebels", "killed 300.. more than 300 /total"],
        ),
        ("The group of 17 was on its way to the lake.", &["people 17 17"]),
        ("The flood toll passed 40.", &["killed 40.. 40 /total"]),
        (
            "A total of 88 campers were arrested, of whom 12 were later indicted.",
            &["detained 88 88 campers", "people 12 12 /subset"],
        ),
        ("Police arrested a baker on four counts of theft and five of fraud.", &["detained 1 a baker"]),
    ]);
}

#[test]
fn what_is_said_of_people_stands_in_many_places() {
    check(&[
        ("A plane searched while 40 campers remained missing.", &["missing 40 40 campers"]),
        (
            "Eleven sailors are dead, with another 30 still unaccounted for.",
            &["killed 11 Eleven sailors", "missing 30 another 30 /additional"],
        ),
        ("A minute later nine more lay dead.", &["killed 9 nine more /additional"]),
        ("The bodies of a nurse and her three sons were dug out.", &["killed 1 a nurse", "killed 3 her three sons"]),
        ("Schoolgirls made up 17 of the 26 dead.", &["killed 17 17 of the 26 /subset", "killed 26 26"]),
        ("Among those rescued were 14 divers.", &["people 14 14 divers /subset"]),
        ("The injured, numbering 64, were taken to a school.", &["injured 64 64 /total"]),
        ("The blast injured 70 dockers, 15 critically.", &["injured 70 70 dockers", "injured 15 15 /subset"]),
        (
            "Troops killed 13 rebels, and a further 70 laid down their arms.",
            &["killed 13 13 rebels", "people 70 a further 70 /additional"],
        ),
    ]);
}

#[test]
fn numbers_alone_count_what_was_counted_before() {
    check(&[
        (
            "The avalanche killed 30 climbers. Nine of them were students.",
            &["killed 30 30 climbers", "killed 9 Nine of them /subset"],
        ),
        ("Of the deaths, 12 were caused by smoke.", &["killed 12 12 /subset"]),
        (
            "Some 900 marines are on the island. A further 250 will arrive by Monday.",
            &["security_forces 900 Some 900 marines", "security_forces 250 A further 250 /additional"],
        ),
        (
            "Forty sailors are missing. There could be a hundred.",
            &["missing 40 Forty sailors", "missing 100 a hundred"],
        ),
        ("The sheriff put the fatalities at 15.", &["killed 15 15 /total"]),
        ("A crowd that the mayor put at 800 marched on.", &["protesters 800 800 /total"]),
        ("Ona Brisk, a harpist of 31, sang.", &[]),
        (
            "Forty sailors, among them a dozen cooks, suffered burns.",
            &["injured 40 Forty sailors", "injured 12 a dozen cooks /subset"],
        ),
        (
            "Guards shot dead four looters and wounded a fifth.",
            &["killed 4 four looters", "injured 1 a fifth /additional"],
        ),
        ("Of the 18 students on the raft, five drowned.", &["people 18 the 18 students", "killed 5 five /subset"]),
        ("Of the 63 divers below, 42 got out.", &["people 63 the 63 divers", "people 42 42 /subset"]),
        ("Police arrested 140 campers. All but nine were let go.", &["detained 140 140 campers", "detained 9 nine"]),
        ("Twelve bakers are missing. A list has 52 names on it.", &["missing 12 Twelve bakers", "missing 52 52 names"]),
        ("Three cooks died; the first report spoke of eight.", &["killed 3 Three cooks", "killed 8 eight"]),
        ("Some 26 more lie in hospital.", &["injured 26 Some 26 more /additional"]),
        ("A wave hit the pier, scores feared drowned.", &["killed 40.. scores"]),
        ("About 900 cooks of three hotels walked out.", &["on_strike 900 About 900 cooks"]),
    ]);
}

#[test]
fn numbers_go_on_with_what_was_counted() {
    check(&[
        (
            "The flood killed 12 people. It was a poor guess: it rose to 39, then 51.",
            &["killed 12 12 people", "killed 39 39 /total", "killed 51 51 /total"],
        ),
        (
            "Aru has the most deaths (58), followed by Bela with 41 and Celo with 20.",
            &["killed 58 58", "killed 41 41", "killed 20 20"],
        ),
        (
            "The number of burned huts is 90: 62 in Aru and 28 in Bela.",
            &["buildings 90 90 /total", "buildings 62 62", "buildings 28 28"],
        ),
        ("By noon the rally in Aru had grown to 4,000.", &["protesters 4000 4,000 /total"]),
        (
            "Nine people died. They include the miller Ona Brisk and two nurses.",
            &["killed 9 Nine people", "killed 1 the miller Ona Brisk", "killed 2 two nurses"],
        ),
        ("A porter was shot in the chest and died.", &["killed 1 A porter"]),
    ]);
}

#[test]
fn nobody_is_a_count() {
    check(&[
        ("Not a single officer has been charged.", &["people 0 a single officer"]),
        ("Nobody has been charged over the fire.", &["people 0 Nobody"]),
        ("No one was told.", &[]),
    ]);
}

#[test]
fn any_text_is_read_without_panic() {
    for text in [
        "",
        "killed",
        "of of of",
        "“”\n\n'",
        "13",
        "12 killed,",
        "the dead, and",
        "é 3 çé killed è",
        "(((13 dead",
        "no one",
        "a a a couple",
    ] {
        counts(text);
    }
}
