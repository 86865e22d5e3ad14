//! Invented articles: events, and dispatches about each that tell it in their own words but quote the same statement.

use super::dice::Dice;

const PLACES: [&str; 24] = [
    "Port Vell",
    "Arnsund",
    "Kestrel Bay",
    "Lower Marne",
    "Tolvik",
    "Ghazra",
    "San Ildeño",
    "Brackwater",
    "Oruçköy",
    "Velm",
    "Castelnou",
    "Dunmore Cross",
    "Hallberg",
    "Ise Fjord",
    "Jarrow Hill",
    "Kolpan",
    "Lindeth",
    "Mirabad",
    "Norrby",
    "Quelle",
    "Rastow",
    "Sable Point",
    "Tamworth Ford",
    "Umbria Sands",
];
const PEOPLE: [&str; 20] = [
    "dock workers",
    "tram drivers",
    "students",
    "fishermen",
    "nurses",
    "smallholders",
    "teachers",
    "pensioners",
    "miners",
    "shopkeepers",
    "bus passengers",
    "stewards",
    "market traders",
    "apprentices",
    "squatters",
    "tenants",
    "lorry drivers",
    "weavers",
    "conscripts",
    "ferrymen",
];
const BODIES: [&str; 18] = [
    "the harbour office",
    "riot police",
    "the provincial governor",
    "the railway union",
    "a parish council",
    "the interior ministry",
    "the fire brigade",
    "a private security firm",
    "the regional hospital",
    "prosecutors",
    "the water board",
    "the opposition bloc",
    "the port company",
    "army engineers",
    "the town hall",
    "a tenants' league",
    "the coast guard",
    "the mining inspectorate",
];
const ACTS: [&str; 24] = [
    "fired into",
    "encircled",
    "dispersed",
    "evicted",
    "rounded up",
    "fell back from",
    "negotiated with",
    "broke through",
    "opened the gates to",
    "cut the power to",
    "searched",
    "refused to receive",
    "warned",
    "accused",
    "shot at",
    "carried off",
    "beat back",
    "locked out",
    "questioned",
    "released",
    "identified",
    "charged",
    "barricaded themselves against",
    "counted",
];
const THINGS: [&str; 24] = [
    "a grain store",
    "the old tannery",
    "two patrol boats",
    "the union hall",
    "a freight yard",
    "the northern bridge",
    "a textile mill",
    "the customs shed",
    "an oil depot",
    "the cathedral square",
    "a row of barracks",
    "the ring road",
    "the ferry landing",
    "a police post",
    "the coal pier",
    "a school gymnasium",
    "the bus garage",
    "a disused quarry",
    "the telephone exchange",
    "the fish market",
    "the courthouse steps",
    "a tin warehouse",
    "the pump house",
    "the toll gate",
];
const TIMES: [&str; 16] = [
    "before dawn",
    "on Monday night",
    "shortly after noon",
    "during the shift change",
    "as rain set in",
    "for three hours",
    "late on Tuesday",
    "at the weekend",
    "within minutes",
    "since last autumn",
    "until reinforcements came",
    "while families looked on",
    "by the evening",
    "on market day",
    "after two warnings",
    "in the first week of May",
];
const LINKS: [&str; 14] = [
    "Meanwhile",
    "Hours later",
    "Nearby",
    "By contrast",
    "Earlier",
    "In the confusion",
    "Across the river",
    "Separately",
    "At the same time",
    "Undeterred",
    "Without comment",
    "To general surprise",
    "Behind closed doors",
    "Further inland",
];
const ENDS: [&str; 20] = [
    "leaving {n} injured",
    "and {n} people were killed",
    "with {n} detained",
    "though nobody could say why",
    "despite an agreement signed in spring",
    "according to a clerk who kept the register",
    "in what residents called a siege",
    "and wages went unpaid again",
    "over a debt of {n} million crowns",
    "as the price of bread rose",
    "but the inquiry has yet to begin",
    "where {n} families had been sheltering",
    "under an emergency decree",
    "and telephone lines went dead",
    "amid rumours of a wider strike",
    "to the fury of the bargemen",
    "and no ambulance was let through",
    "which a magistrate later ruled unlawful",
    "after talks in the capital collapsed",
    "without a single warrant",
];
const SPOKEN: [&str; 12] = [
    "We have lost neighbours, and nobody will tell us who gave the order",
    "The gates stay shut until every wage is paid in full",
    "Our officers acted with restraint in the face of provocation",
    "I saw them carry the wounded down to the ferry landing",
    "There will be an inquiry and it will spare no one",
    "They promised us water by spring and sent soldiers instead",
    "Nothing in the register explains how these crates were moved",
    "We will count our dead ourselves, as we always have",
    "The decree stands and whoever breaks it will answer for it",
    "My brother went out to buy bread and did not come home",
    "Not one of those men carried so much as a stick",
    "This town has been governed by rumour for a whole year",
];
const NAMES: [&str; 16] = [
    "Anna Kovac",
    "Ines Moll",
    "Tarek Haddad",
    "Bo Lindqvist",
    "Marta Oyelaran",
    "Józef Brenner",
    "Sunniva Aas",
    "Elio Ferrante",
    "Grace Achterberg",
    "Pavel Dušek",
    "Rukmini Sen",
    "Owen Tallis",
    "Leïla Marchand",
    "Hamid Qureshi",
    "Doris Klee",
    "Yusuf Demir",
];

/// What happened, as far as all who tell of it agree.
pub struct Event {
    place: &'static str,
    people: &'static str,
    body: &'static str,
    killed: usize,
    speaker: &'static str,
    statement: &'static str,
}

impl Event {
    pub fn new(dice: &mut Dice) -> Self {
        Self {
            place: dice.one(&PLACES),
            people: dice.one(&PEOPLE),
            body: dice.one(&BODIES),
            killed: dice.between(2, 90),
            speaker: dice.one(&NAMES),
            statement: dice.one(&SPOKEN),
        }
    }

    /// A dispatch about it: its paragraphs, each a list of sentences.
    pub fn dispatch(&self, dice: &mut Dice) -> Vec<Vec<String>> {
        let (place, people, body, killed) = (self.place, self.people, self.body, self.killed);
        let (act, thing, time) = (dice.one(&ACTS), dice.one(&THINGS), dice.one(&TIMES));
        let lead = match dice.between(0, 3) {
            0 => format!("{time} {body} {act} {people} in {place}, and {killed} were killed."),
            1 => {
                format!("At least {killed} {people} died in {place} {time} when {body} {act} a crowd outside {thing}.")
            }
            2 => format!("{place} buried {killed} {people} {time}, a day after {body} {act} {thing}."),
            _ => format!("{people} in {place} say {killed} of theirs were killed {time} as {body} {act} {thing}."),
        };
        let mut paragraphs = vec![vec![capitalised(&lead), sentence(dice)]];
        for _ in 0..dice.between(2, 5) {
            paragraphs.push((0..dice.between(2, 4)).map(|_| sentence(dice)).collect());
        }
        let (speaker, statement) = (self.speaker, self.statement);
        let said = dice.one(&["said", "told reporters", "wrote in an open letter", "shouted from a balcony"]);
        let quoted = format!("\"{statement},\" {speaker} {said}. {}", sentence(dice));
        let at = dice.between(1, paragraphs.len());
        paragraphs.insert(at, vec![quoted]);
        paragraphs
    }
}

/// A sentence about anything.
pub fn sentence(dice: &mut Dice) -> String {
    let subject = if dice.percent(50) { dice.one(&BODIES) } else { dice.one(&PEOPLE) };
    let object = if dice.percent(60) { dice.one(&THINGS) } else { dice.one(&PEOPLE) };
    let (act, time, end) = (dice.one(&ACTS), dice.one(&TIMES), dice.one(&ENDS));
    let end = end.replace("{n}", &dice.between(2, 400).to_string());
    let told = match dice.between(0, 3) {
        0 => format!("{}, {subject} {act} {object} {time}, {end}.", dice.one(&LINKS)),
        1 => format!("{subject} from {} {act} {object}, {end}.", dice.one(&PLACES)),
        2 => format!(
            "{time}, {subject} {act} {object} near {}, {} recalled, {end}.",
            dice.one(&PLACES),
            dice.one(&NAMES)
        ),
        _ => format!("{time} {subject}, joined by {}, {act} {object}, {end}.", dice.one(&PEOPLE)),
    };
    capitalised(&told)
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
