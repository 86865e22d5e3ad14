//! People whom no trigger word counts, and words around a number that say who is meant.

use super::check;

#[test]
fn people_take_part_in_what_happened() {
    check(&[
        ("The divers, 33 in all, had been in the cave for a week.", &["people 33 33"]),
        ("They were joined by a further eight at noon.", &["people 8 a further eight /additional"]),
        (
            "The judge asked for mercy for six of the 23 accused.",
            &["people 6 six of the 23 accused /subset", "people 23 23 accused"],
        ),
        ("Only 3 of the 28 who had been in the cave got out.", &["people 3 3 of the 28 /subset", "people 28 28"]),
        ("Three of the divers are still at large.", &["people 3 Three of the divers /subset"]),
        ("Not one officer has stood trial.", &["people 0 one officer"]),
        ("Three junior officers received suspended terms.", &["people 3 Three junior officers"]),
        ("The inquiry heard 40 witnesses.", &["people 40 40 witnesses"]),
        ("Two witnesses saw the boat.", &[]),
        ("Some 25 masked men broke into the mill.", &["people 25 Some 25 masked men"]),
        ("The league, which represents 9,000 cooks, disagreed.", &[]),
        ("The strike involved 40,000 cooks.", &["on_strike 40000 40,000 cooks"]),
        ("The huts were cleared under the guard of 300 policemen.", &["security_forces 300 300 policemen"]),
    ]);
}

#[test]
fn a_noun_ends_before_what_became_of_it() {
    check(&[
        ("Convicts took 14 guards hostage.", &["people 14 14 guards"]),
        ("A patrol shot dead a man armed with an oar.", &["killed 1 a man"]),
        ("The pirates freed 38 women and children.", &["people 38 38 women and children"]),
        (
            "The pirates freed 24 of the 31 hostages.",
            &["people 24 24 of the 31 hostages /subset", "people 31 31 hostages"],
        ),
        ("Of the 64 divers, 15 remained unaccounted for.", &["people 64 the 64 divers", "missing 15 15 /subset"]),
        ("Seventy divers are dead, with 71 still missing.", &["killed 70 Seventy divers", "missing 71 71"]),
        ("Some 22 divers were burned alive.", &["killed 22 Some 22 divers"]),
        ("About 900 families were made homeless.", &["displaced 900 About 900 families"]),
        (
            "Four sheds burned and 900 families made homeless by it fled.",
            &["buildings 4 Four sheds", "displaced 900 900 families"],
        ),
        ("Ahmed Brisk, a diver, was shot in the leg.", &["injured 1 Ahmed Brisk"]),
        (
            "The bomb killed eleven divers, including a cook, her daughter and three boys.",
            &[
                "killed 11 eleven divers",
                "killed 1 a cook /subset",
                "killed 1 her daughter /subset",
                "killed 3 three boys /subset",
            ],
        ),
        ("They wrote of the unlawful killing of 86 divers.", &["killed 86 86 divers"]),
        ("Nine were killed and an eleventh hurt.", &["killed 9 Nine", "injured 1 an eleventh /additional"]),
        ("A boat with 117 divers, 26 more than allowed, sank.", &["people 117 117 divers"]),
        ("The town's 40,000 people slept.", &["population 40000 40,000 people"]),
        ("The army said it lost 46 men.", &["killed 46 46 men"]),
        ("The pirates lost two of their own crew.", &["killed 2 two of their own crew /subset"]),
    ]);
}

#[test]
fn one_told_of_again_is_not_counted_again() {
    check(&[
        ("A diver was shot dead in Aru. The dead man was a Dane.", &["killed 1 A diver"]),
        ("Mira Brisk was killed in Aru. She was the fourth woman killed this year.", &["killed 1 Mira Brisk"]),
        (
            "Among the dead were the abbot; his sons Ion, 12, and Petru, nine; and two cooks whose names were withheld.",
            &["killed 1 the abbot /subset", "killed 1 his sons Ion /subset", "killed 2 two cooks /subset"],
        ),
    ]);
}
