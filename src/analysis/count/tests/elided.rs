//! Numbers that leave out their verb, their noun or their unit, and those that take the place of another.

use super::check;

#[test]
fn numbers_go_on_with_the_count_before_them() {
    check(&[
        (
            "At least twelve divers in Maro, five in Tessa and another three at sea lost their lives.",
            &["killed 12.. At least twelve divers", "killed 5 five", "killed 3 another three /additional"],
        ),
        (
            "The abbot listed nine dead: four in Arvi, three in Sund and two in the hills.",
            &["killed 9 nine", "killed 4 four /subset", "killed 3 three /subset", "killed 2 two /subset"],
        ),
        (
            "It was not 30 divers who were killed, as the abbot had said, but 13.",
            &["killed 30 30 divers", "killed 13 13"],
        ),
        (
            "The league counted 240 defendants, up from 187 a year earlier.",
            &["people 240 240 defendants", "people 187 187"],
        ),
        (
            "Six of the divers were Danish, three Finnish and two Polish.",
            &["people 6 Six of the divers /subset", "people 3 three Finnish", "people 2 two Polish"],
        ),
        (
            "Ten divers were hurt, and the abbot said that one, a boy, had died.",
            &["injured 10 Ten divers", "killed 1 one"],
        ),
    ]);
}

#[test]
fn terms_go_on_without_their_unit() {
    check(&[
        ("The abbot was sentenced to 20 years and his cook to 12.", &["term 20 20 years", "term 12 12"]),
        ("He got ten years in prison for arson and four for theft.", &["term 10 ten years", "term 4 four"]),
        // A number of people is none.
        (
            "The abbot was jailed for 20 years and handed his post to 12 cooks.",
            &["detained 1 The abbot", "term 20 20 years", "people 12 12 cooks"],
        ),
        ("The king decreed three days of national mourning.", &["term 3 three days of national mourning"]),
    ]);
}

#[test]
fn totals_are_put_by_several() {
    check(&[
        (
            "The crowd was put by the police at 12,000 and by the marchers at up to 50,000.",
            &["protesters 12000 12,000 /total", "protesters ..50000 up to 50,000 /total"],
        ),
        (
            "The bodies of 43 divers were found on the reef, bringing to 167 the number found since March.",
            &["killed 43 43 divers", "killed 167 167 /total"],
        ),
        ("The crowd, which numbered between 300 and 400, sang.", &["protesters 300..400 between 300 and 400 /total"]),
        ("The abbot put the number of \"martyrs\" at 90.", &["killed 90 90 /total"]),
        ("Witnesses put the dead at anything from 15 to 40.", &["killed 15..40 anything from 15 to 40 /total"]),
    ]);
}
