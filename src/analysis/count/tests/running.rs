//! Figures that go on with what was spoken of, and numbers that add up to a whole.

use super::check;

#[test]
fn tolls_that_move_leave_one_figure_after_another() {
    check(&[
        (
            "The abbot first announced four deaths, revised to seven on 9 June.",
            &["killed 4 four deaths", "killed 7 seven /total"],
        ),
        (
            "Estimates of the dead range from 30 to more than 200.",
            &["killed 30 30 /total", "killed 200.. more than 200 /total"],
        ),
        (
            "At first 18 dead were counted. The number rose to 23, then 29.",
            &["killed 18 18", "killed 23 23 /total", "killed 29 29 /total"],
        ),
        (
            "The envoy said that 20 divers died. An inquiry arrived at 31.",
            &["killed 20 20 divers", "killed 31 31 /total"],
        ),
        ("The doctors counted 55 dead. The ministry has 40.", &["killed 55 55", "killed 40 40 /total"]),
        // What moves here is no toll.
        ("Four divers died. The price of rice rose to 55.", &["killed 4 Four divers"]),
        ("Four divers died. The last ferry had arrived at 11.", &["killed 4 Four divers"]),
    ]);
}

#[test]
fn figures_of_several_sources_count_the_same() {
    check(&[
        ("How many were killed is disputed. Forty-four is what the abbot says.", &["killed 44 Forty-four /total"]),
        (
            "The number of wounded is given as 14 (ministry), 28 (doctors) or \"more than 50\" (union).",
            &["injured 14 14 /total", "injured 28 28", "injured 50.. more than 50"],
        ),
        ("The navy says 12 divers died, but we have the names of 31.", &["killed 12 12 divers", "killed 31 31"]),
        (
            "Over 60 were killed in the valley. The shrine now has 64 entries.",
            &["killed 60.. Over 60", "killed 64 64 entries"],
        ),
        ("The union put the number of barns burned at 210.", &["buildings 210 210 /total"]),
    ]);
}

#[test]
fn numbers_that_add_up_are_parts() {
    check(&[
        (
            "He named 21 dead: ten women, eight men and three children.",
            &[
                "killed 21 21",
                "killed 10 ten women /subset",
                "killed 8 eight men /subset",
                "killed 3 three children /subset",
            ],
        ),
        (
            "At least 27 divers died. The toll comprises 12 men, nine women and six children, the youngest a pupil.",
            &[
                "killed 27.. At least 27 divers",
                "killed 12 12 men /subset",
                "killed 9 nine women /subset",
                "killed 6 six children /subset",
            ],
        ),
        (
            "Of the pier's 420 stalls, 90 were destroyed and roughly 150 damaged.",
            &["buildings 90 90 /subset", "buildings 150 roughly 150"],
        ),
    ]);
}
