use crate::analysis::attribution::tests::reading;
use crate::analysis::{Claim, Reading};
use crate::span::Span;

/// Reads `sentence` with nothing but its words and phrases.
fn with_reading<T>(sentence: &str, look: impl FnOnce(&Reading<'_>) -> T) -> T {
    look(&reading(sentence))
}

/// "event: anchor (actor > target)" for each event of `sentence`.
fn events(sentence: &str) -> Vec<String> {
    with_reading(sentence, |reading| super::find(reading, &[], &[]))
        .iter()
        .map(|claim| format!("{}: {} ({} > {})", claim.event, claim.span.of(sentence), claim.actor, claim.target))
        .collect()
}

/// Compares what is found in each sentence with what should be.
fn check(table: &[(&str, &[&str])]) {
    for (sentence, expected) in table {
        assert_eq!(&events(sentence), expected, "{sentence}");
    }
}

#[test]
fn verbs_in_their_senses() {
    check(&[
        ("Guards opened fire on the dockers.", &["shoot: opened fire (Guards > the dockers)"]),
        ("Soldiers fired at the bus.", &["shoot: fired at (Soldiers > the bus)"]),
        ("The mill fired its workers.", &["dismiss: fired (The mill > its workers)"]),
        ("The firm fired its treasurer on Monday.", &[]),
        ("Arsonists set the old mill on fire.", &["arson: set the old mill on fire (Arsonists > the old mill)"]),
        ("The convoy came under attack.", &["attack: came under attack ( > The convoy)"]),
        ("The chamber killed the bill.", &[]),
        ("Rebels killed villagers.", &["kill: killed (Rebels > villagers)"]),
        ("Youths threw stones at police.", &["attack: threw stones (Youths > police)"]),
        ("The drivers went on strike.", &["strike: went on strike (The drivers > )"]),
        ("An earthquake struck the town.", &[]),
        ("The court declared the union illegal.", &["ban: declared the union illegal (The court > the union)"]),
        ("Police refused to investigate the raid.", &["investigate: refused to investigate (Police > the raid)"]),
        ("Reporters were denied access.", &["censor: denied access ( > Reporters)"]),
        ("Riots shook the port.", &["riot: Riots shook ( > )"]),
    ]);
}

#[test]
fn who_did_what_to_whom() {
    check(&[
        ("The mill was set on fire by youths.", &["arson: set on fire (youths > The mill)"]),
        (
            "The miners stormed the hall and smashed windows.",
            &["attack: stormed (The miners > the hall)", "vandalise: smashed (The miners > windows)"],
        ),
        ("The miners left the pit. They later blocked the road.", &["block: blocked (The miners > the road)"]),
        (
            "The rebels attacked the convoy as it left, setting a truck on fire.",
            &["attack: attacked (The rebels > the convoy)", "arson: setting a truck on fire (The rebels > a truck)"],
        ),
        (
            "Police accused the students of beating a guard.",
            &["accuse: accused (Police > the students)", "beat: beating (the students > a guard)"],
        ),
        ("Soldiers fired shots to disperse the crowd.", &["shoot: fired shots (Soldiers > the crowd)"]),
        (
            "The governor declared a state of emergency and a curfew.",
            &[
                "declare_emergency: declared a state of emergency (The governor > )",
                "curfew: a curfew (The governor > )",
            ],
        ),
        ("The vans stopped to let them pass.", &[]),
    ]);
}

#[test]
fn quoted_dated_and_driven_targets() {
    check(&[
        ("The bishop accused “foreign hands” of it.", &["accuse: accused (The bishop > foreign hands)"]),
        ("Officers fired rubber bullets to scatter nurses.", &["shoot: fired rubber bullets (Officers > nurses)"]),
        ("Guards fired on those who fled.", &["shoot: fired on (Guards > those)"]),
        ("The pair called on the junta to free the miners.", &["demand: called on (The pair > the junta)"]),
        (
            "An air raid by rebel jets on a depot began.",
            &["bomb: air raid by rebel jets on a depot began (rebel jets > a depot)"],
        ),
        ("They argued over how many villagers had died.", &[]),
        (
            "The release of the girls and women kidnapped by rebels was welcomed.",
            &["abduct: kidnapped (rebels > the girls and women)"],
        ),
        ("There were no reports of looting.", &[]),
        ("Prosecutors have not ruled out arson.", &[]),
        ("Fighting broke out between herders and farmers.", &["clash: Fighting broke out (herders > farmers)"]),
        (
            "They were blamed for the kidnapping of a nurse.",
            &["accuse: blamed ( > )", "abduct: kidnapping ( > a nurse)"],
        ),
    ]);
}

#[test]
fn a_strike_is_from_the_air_where_the_report_is_about_drones() {
    check(&[
        ("Drones flew over. A strike on a camp was reported.", &["bomb: strike on a camp was reported ( > a camp)"]),
        ("Dockers and their union met. A strike at the port began.", &["strike: strike at the port began ( > )"]),
    ]);
}

#[test]
fn nouns_that_tell_and_nouns_that_refer_back() {
    check(&[
        ("Clashes erupted on the quay.", &["clash: Clashes erupted ( > )"]),
        ("Clashes with the militia left many homeless.", &["clash: Clashes ( > the militia)"]),
        ("There were clashes between the guards and the dockers.", &["clash: clashes (the guards > the dockers)"]),
        ("The union staged a protest.", &["protest: staged a protest (The union > )"]),
        ("The verdict sparked protests.", &["protest: protests ( > )"]),
        ("After the clashes the mill closed.", &[]),
        ("The protest leader spoke.", &[]),
        ("He had a heart attack.", &[]),
        ("They repelled a raid by smugglers.", &["attack: raid (smugglers > )"]),
        ("They feared a raid by smugglers.", &[]),
        ("A market bombing left the square empty.", &["bomb: bombing ( > )"]),
        ("The strike continued.", &[]),
        ("They closed their shops in protest.", &[]),
        ("Heavy fighting with smugglers went on all night.", &["clash: fighting ( > smugglers)"]),
        ("A curfew was imposed.", &["curfew: curfew was imposed ( > )"]),
    ]);
}

#[test]
fn what_nobody_did_and_what_nobody_asserts() {
    check(&[
        ("The storm flattened houses.", &[]),
        ("Floods reached the port. Another flood came. Three bridges were destroyed.", &[]),
        ("The owners blamed the weather.", &[]),
        ("The owners blamed the captain.", &["accuse: blamed (The owners > the captain)"]),
        ("Who looted the mill?", &[]),
        ("Why was the road blocked?", &["block: blocked ( > the road)"]),
        ("The squad is called in whenever guards attack a convoy.", &[]),
        ("The warden denied beating prisoners.", &["beat: beating (The warden > prisoners)"]),
        ("The mayor was arrested.", &[]),
        ("Guards seized $900.", &[]),
    ]);
}

#[test]
fn clauses_side_by_side() {
    check(&[
        (
            "Rebels shelled the town and a rocket hit a mill.",
            &["bomb: shelled (Rebels > the town)", "bomb: rocket hit ( > a mill)"],
        ),
        ("A van was overturned and set alight.", &["vandalise: overturned ( > A van)", "arson: set alight ( > A van)"]),
        (
            "A suicide attack killed recruits.",
            &["bomb: suicide attack ( > recruits)", "kill: killed (A suicide attack > recruits)"],
        ),
    ]);
}

#[test]
fn headlines_and_denials() {
    check(&[
        ("Villagers block highway over water", &["block: block (Villagers > highway)"]),
        ("Mobs attack mosque, burn shops", &["attack: attack (Mobs > mosque)", "arson: burn (Mobs > shops)"]),
        ("The firm denied that tyres were burned.", &["deny: denied that (The firm > )", "arson: burned ( > tyres)"]),
        ("Troops entered to end a ten-day protest.", &["protest: protest ( > )"]),
        (
            "The union called for a general strike.",
            &["demand: called for (The union > a general strike)", "strike: general strike ( > )"],
        ),
        ("The crews have since banned the sale.", &["ban: banned (The crews > the sale)"]),
        ("Heavy gunfire was heard.", &["shoot: gunfire was heard ( > )"]),
        ("A staffer has been asked to leave.", &[]),
        ("The guards fired into the air to disperse the crowd.", &["shoot: fired into (The guards > the crowd)"]),
        ("The aides blew a bus up.", &["bomb: blew a bus up (The aides > a bus)"]),
        ("A rebel blew himself up among shoppers.", &["bomb: blew himself up (A rebel > shoppers)"]),
    ]);
}

/// A blast is a bomb's only where nothing tells of a boiler or a mine.
#[test]
fn accidents_are_no_bombs() {
    check(&[
        ("An explosion ripped through a market.", &["bomb: explosion ripped through ( > a market)"]),
        ("A boiler explosion ripped through a market.", &[]),
        ("A suicide bomber met miners at the pit. The blast shook the pit.", &["bomb: blast shook ( > the pit)"]),
    ]);
}

/// What a count tells is no event too: "three guards" were hurt, and attacked nobody.
#[test]
fn a_count_tells_of_its_happening() {
    let sentence = "The mob wounded three guards and burned a school.";
    let count = |measure: &'static str, words: &str| {
        let start = sentence.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        Claim { span, measure, ..Claim::default() }
    };
    let kinds = |counts: &[Claim]| -> Vec<&'static str> {
        with_reading(sentence, |reading| super::find(reading, &[], counts))
            .into_iter()
            .map(|claim| claim.event)
            .collect()
    };
    assert_eq!(kinds(&[]), ["injure", "arson"]);
    assert_eq!(kinds(&[count("injured", "three guards")]), ["arson"]);
    assert_eq!(kinds(&[count("protesters", "three guards")]), ["injure", "arson"]);
}

#[test]
fn violence_begun_answered_and_suffered() {
    check(&[
        ("A guard began firing at the queue.", &["shoot: began firing (A guard > the queue)"]),
        (
            "A stolen van smashed through a street market.",
            &["attack: smashed through (A stolen van > a street market)"],
        ),
        ("The coach slammed into a wall. It slammed into a kiosk.", &[]),
        ("Two shells fell on the ferry.", &["bomb: fell (Two shells > the ferry)"]),
        ("The bombs exploded seconds apart near a bank.", &["bomb: exploded (The bombs > a bank)"]),
        ("Gangs fought with knives.", &["clash: fought with knives (Gangs > )"]),
        ("Guards turned their rifles on the weavers.", &["shoot: turned their rifles (Guards > the weavers)"]),
        ("A clerk turned the gun on himself.", &[]),
        ("The officers opened fire first.", &["shoot: opened fire first (The officers > )"]),
    ]);
}

#[test]
fn demands_in_the_present_and_of_courts() {
    check(&[
        ("It also demands shelter for the crew.", &["demand: demands ( > shelter)"]),
        ("The union wants the company to pay.", &["demand: wants the company to (The union > the company)"]),
        ("She will ask the court to free them.", &["demand: ask the court to ( > the court)"]),
        ("Relatives who gathered at the desk wept.", &[]),
        ("Demonstrators gathered at the gate.", &["protest: gathered (Demonstrators > )"]),
        ("The number of dead is disputed.", &[]),
    ]);
}

#[test]
fn what_a_named_happening_was() {
    with_reading("The raid was an attack on weavers by guards.", |reading| {
        assert!(super::find(reading, &[], &[]).iter().all(|claim| claim.rule != "noun in a definition"), "no name");
    });
}

#[test]
fn what_salvos_courts_and_sides_do() {
    check(&[
        ("A second salvo hit the ferry terminal.", &["bomb: hit (A second salvo > the ferry terminal)"]),
        ("A weaver was hit in the shoulder.", &[]),
        ("The mill was hit on Friday.", &["bomb: hit ( > The mill)"]),
        ("The feast ended in fighting between dockers and porters.", &["clash: fighting (dockers > porters)"]),
        ("The two kingdoms went to war in 2008.", &["clash: went to war (The two kingdoms > )"]),
        ("A judge ordered the firing after dusk.", &["shoot: ordered the firing (A judge > )"]),
        ("No guard has been prosecuted.", &["accuse: prosecuted ( > No guard)"]),
        (
            "The court convicted two guards and sentenced them to a year.",
            &["sentence: sentenced (The court > two guards)"],
        ),
        ("The weavers pitched tents on the quay.", &["occupy: pitched tents (The weavers > the quay)"]),
    ]);
}

#[test]
fn who_takes_part_is_found_across_what_stands_between() {
    check(&[
        ("Looters set fire to the police station in Aru.", &["arson: set fire (Looters > the police station)"]),
        (
            "Widows blocked the road for two hours to demand an inquiry.",
            &["block: blocked (Widows > the road)", "demand: demand (Widows > an inquiry)"],
        ),
        (
            "The mill was looted and then set alight.",
            &["loot: looted ( > The mill)", "arson: set alight ( > The mill)"],
        ),
        ("The mayor left the hall but refused to withdraw it.", &["deny: refused to (The mayor > the hall)"]),
        (
            "Miners accused the guards of beating cooks.",
            &["accuse: accused (Miners > the guards)", "beat: beating (the guards > cooks)"],
        ),
        ("Police in Aru, Borland arrested marchers.", &["arrest: arrested (Police > marchers)"]),
        (
            "The editor was placed under house arrest and his offices were ransacked.",
            &["vandalise: ransacked ( > his offices)"],
        ),
        ("The shootings led to protests on campuses across the country.", &["protest: protests ( > )"]),
    ]);
}

#[test]
fn what_only_sounds_like_a_happening_is_none() {
    check(&[
        ("The inquest cleared the officers of wrongdoing.", &[]),
        ("The death was attributed to burns.", &[]),
        ("They faced charges ranging from fraud to murder.", &["accuse: faced charges ( > )"]),
        ("The lawyers spoke to all of the accused.", &[]),
        ("The raid ended when he died by killing himself.", &[]),
    ]);
}

#[test]
fn what_is_no_happening() {
    check(&[
        ("Guards often beat pedlars.", &[]),
        ("The act allows the governor to ban rallies.", &[]),
        ("Wardens are trained to shoot at boats.", &[]),
        ("The law prohibits marches.", &[]),
        ("“If they attack the mill, the town will fight,” she said.", &[]),
        ("The premier faced a revolt by backbenchers.", &[]),
        ("The minister came under fire from critics.", &[]),
        ("It is not clear who had fired the shots.", &[]),
        ("The federation called off a strike in Lomza.", &[]),
        ("The firm spoke of meeting the demands.", &[]),
        ("The fans invaded the pitch.", &[]),
    ]);
}

#[test]
fn words_between_a_verb_and_its_phrase() {
    check(&[
        (
            "The marchers were met with volleys of tear gas.",
            &["attack: met with volleys of tear gas ( > The marchers)"],
        ),
        (
            "Gunmen raked the bar with heavy machine-gun fire.",
            &["shoot: raked the bar with heavy machine-gun fire (Gunmen > the bar)"],
        ),
        (
            "Police fired rubber bullets and tear gas.",
            &["shoot: fired rubber bullets (Police > )", "attack: tear gas (Police > )"],
        ),
        ("Residents felled trees across the road.", &["block: felled trees across (Residents > trees)"]),
        ("Phone networks went down.", &["censor: went down ( > Phone networks)"]),
    ]);
}

#[test]
fn who_is_told_of_further_off() {
    check(&[
        (
            "The ministry praised the port, which handles grain, and sent troops to the town.",
            &["deploy: sent (The ministry > troops)"],
        ),
        ("The tribunal convicted the mayors of genocide.", &["sentence: convicted (The tribunal > the mayors)"]),
        ("Police used force to clear the square.", &["evict: clear (Police > the square)"]),
        ("The clerks, whom the owner accused of theft, left.", &["accuse: accused (the owner > The clerks)"]),
        ("Mounted police charged the marchers.", &["attack: charged (Mounted police > the marchers)"]),
        (
            "Officers shot at a crowd blocking the road.",
            &["shoot: shot at (Officers > a crowd)", "block: blocking (a crowd > the road)"],
        ),
    ]);
}
