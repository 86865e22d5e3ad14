//! Where the claimed thing is said to have happened.
//!
//! Each count and event takes, first found wins: a place named in its sentence, the nearest by clauses
//! (`locative` tells which names say where something happened, `generic` reads "the town" and "there"); the place of the
//! thread that it goes on with (`thread`); the place that the article is about. Statements keep no place: where somebody
//! stood while speaking is hardly ever said.

mod containment;
mod dateline;
mod era;
mod extent;
mod generic;
mod locative;
mod main_place;
mod nearest;
mod neighbour;
mod relation;
mod thread;

use crate::analysis::{Claim, Reading};

use locative::Location;

/// Sets place, place name and place basis of each claim from its clause, its sentence, its paragraph, the dateline or the
/// thread of the article.
pub fn apply(reading: &Reading<'_>, claims: &mut [Claim]) {
    let mut locations = locative::find(reading);
    generic::add(reading, &mut locations);
    if locations.is_empty() {
        return;
    }
    let own: Vec<Option<usize>> = claims.iter().map(|claim| nearest::location(reading, &locations, claim)).collect();
    let chosen = thread::fill(reading, &locations, claims, &own);
    for (claim, choice) in claims.iter_mut().zip(chosen) {
        let Some((location, basis)) = choice.and_then(|(at, basis)| Some((locations.get(at)?, basis))) else {
            continue;
        };
        claim.place_basis = basis;
        claim.place = wording(reading, location);
        claim.place_name.clone_from(&location.name);
    }
}

/// The words of a location, on one line.
fn wording(reading: &Reading<'_>, location: &Location) -> String {
    location.wording.on_one_line(reading.text.source).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::phrase::Phrases;
    use crate::analysis::{ClaimKind, Text, name, quantity};
    use crate::span::Span;

    /// The places of event claims that stand at `words`, in order of `words`.
    fn places(source: &str, words: &[&str]) -> Vec<String> {
        let text = Text::new(source);
        let dates = Vec::new();
        let quantities = quantity::find(&text, &dates);
        let names = name::find(&text);
        let phrases = Phrases::new(&text, &quantities, &dates, &names);
        let reading =
            Reading { text, published_on: None, publisher: None, title: None, quantities, dates, names, phrases };
        let mut claims: Vec<Claim> = words
            .iter()
            .map(|word| {
                let start = source.find(word).unwrap();
                Claim { kind: ClaimKind::Event, span: Span::new(start, start + word.len()), ..Claim::default() }
            })
            .collect();
        apply(&reading, &mut claims);
        claims.into_iter().map(|claim| claim.place).collect()
    }

    #[test]
    fn a_claim_has_the_place_that_its_sentence_states() {
        for (source, words, expected) in [
            ("Soldiers shot two men in the mining town of Tarvali.", "shot", "Tarvali"),
            ("In Tarvali, a city in eastern Kenya, gunmen shot a guard.", "shot", "Tarvali"),
            ("Gunmen shot a guard at the Grand Velm Hotel in Nairobi.", "shot", "Grand Velm Hotel in Nairobi"),
            ("A judge was shot in Nairobi, Kenya, on his way home.", "shot", "Nairobi"),
            ("Miners rioted in western Oro province.", "rioted", "western Oro province"),
            ("Shops burned in Dorvik and Tarvali.", "burned", "Dorvik and Tarvali"),
            ("Police in Dorvik, where a bus burned, left.", "burned", "Dorvik"),
            ("A crowd gathered in Herrin Square, as the strike in Dorvik went on.", "gathered", "Herrin Square"),
            ("The president of Peru said that miners rioted.", "rioted", ""),
            ("Inmates set fire to two wings of Velmar jail.", "set fire", "Velmar jail"),
            ("Rebels shelled the army base at Orrin for hours.", "shelled", "Orrin"),
            ("A tanker sank two miles off the tiny island of Keth early on Monday.", "sank", "Keth"),
            ("Fans fought in Dorvik's south end last Friday.", "fought", "Dorvik's south end"),
            ("Ten died, the worst toll since 2003, when a mine at Hasp caved in.", "Ten died", ""),
            ("Guards were shot at Orrin, some 60 miles south of Velm.", "shot", "Orrin"),
            ("A train hit a bus. A driver, who later died in hospital in Velm, spoke.", "hit", ""),
            ("Peruvian miners rioted.", "rioted", ""),
            ("A man walked into the gymnasium of Orrin School and opened fire.", "opened fire", "Orrin School"),
            ("Mourners buried nine men in Keth, as a minister opened a bank in Velm.", "buried", "Keth"),
            ("Riots broke out in the Keth district of Dorvik.", "Riots", "Keth district of Dorvik"),
            ("A tanker sank in the Aegean off Keth.", "sank", "Keth"),
            ("The injured were rushed to a clinic in Orrin after the crash.", "crash", ""),
            ("An official in Orrin put the toll of the crash at 12.", "crash", ""),
            ("Shots were fired by a man who lives in Velm.", "fired", ""),
            ("He was shot on the way to a camp near Velm.", "shot", ""),
            ("Troops were sent to Orrin, and shops burned.", "burned", "Orrin"),
            ("The raid recalls that of Hasp, where gunmen seized a bus.", "seized", "Hasp"),
        ] {
            assert_eq!(places(source, &[words]), [expected], "{source}");
        }
    }

    #[test]
    fn places_are_carried_and_not_mixed_up() {
        let source = "Riots broke out in the town of Tarvali on Monday. A bank burned there. Police shot one man.\n\n\
                      The following day a train was stopped in Dorvik. Two drivers were hurt.\n\n\
                      “Nobody slept,” a rabbi in Boston said. Shops in the town were looted.";
        let words = ["Riots", "burned", "shot", "stopped", "hurt", "looted"];
        assert_eq!(places(source, &words), ["Tarvali", "Tarvali", "Tarvali", "Dorvik", "Dorvik", "Tarvali"]);
    }

    #[test]
    fn the_city_is_not_its_suburb() {
        let source = "A strike in the city of Tarvali turned violent. In the suburb of Orrin police shot a baker.\n\nMany were \
                      held in the city.";
        assert_eq!(places(source, &["strike", "shot", "held"]), ["Tarvali", "Orrin", "Tarvali"]);
    }

    #[test]
    fn the_town_is_what_the_sentence_before_begins_with() {
        let source = "Troops clashed with miners in the village of Dorvik on Sunday.\n\n\
                      Tarvali has been under a curfew for a week. Fighting in the town killed nine people.\n\nSchools in Tarvali are shut.";
        assert_eq!(places(source, &["clashed", "killed"]), ["Dorvik", "Tarvali"]);
        let source = "A bomb went off in Dorvik. For the Velm region the death toll rose to 31.";
        assert_eq!(places(source, &["went off", "31"]), ["Dorvik", "Velm region"]);
    }

    #[test]
    fn the_article_is_about_the_first_exact_place_of_its_lead() {
        let site = "Riot in Peruvian prison\n\nVELM: Three men died on Monday when a riot broke out at Orrin prison in \
                    Tolva province. Guards opened fire.\n\nThe injured were taken to a hospital in Velm. Families wept.";
        assert_eq!(places(site, &["Riot in", "opened fire", "wept"]), ["Orrin prison"; 3]);
        let near = "Two die near Velm\n\nA train left the rails just short of Hasp on Monday. Windows burst.";
        assert_eq!(places(near, &["die", "burst"]), ["Hasp", "Hasp"]);
        let byline =
            "Sleepless nights\n\nBy Ann Lee in Velm\n\nGunmen stormed the market of Orrin on Monday. Shops burned.";
        assert_eq!(places(byline, &["burned"]), ["Orrin"]);
    }

    #[test]
    fn a_site_named_after_it_was_told_of_is_the_place_and_a_dateline_the_last_resort() {
        let club = "Six die in Velm nightclub\n\nVELM, Peru — Six people were crushed when the roof of a packed nightclub \
                    collapsed in Velm on Monday.\n\nTwo of the dead at the Orrin Club were waiters. Sirens wailed.";
        assert_eq!(places(club, &["wailed"]), ["Orrin Club"]);
        let student = "HASP, Ohio — Three people were killed when a bus left a road in Peru on Monday.\n\n\
                       They were Ann Lee, 20, a student at Tolva University, and two guides.\n\n\
                       The bus crashed into a ravine near the town of Orrin. Windows burst.";
        assert_eq!(places(student, &["burst"]), ["Orrin"]);
        let street = "HERRIN SQUARE, March 3 — Peru mourned. Along Herrin Square shops were shut in Lima.";
        assert_eq!(places(street, &["mourned"]).len(), 1);
    }

    #[test]
    fn a_country_stands_for_the_place_in_it_that_the_article_is_about() {
        let source = "Twelve die in Peru mine collapse\n\nLIMA, Peru — Twelve miners died in Peru on Sunday.\n\n\
                      The mine collapsed at noon near Velm, a village in the Andes. Relatives mourned across Peru.";
        assert_eq!(places(source, &["Twelve die", "Twelve miners", "mourned"]), ["Velm", "Velm", "Peru"]);
    }
}
