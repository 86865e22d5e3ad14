//! Sentences and the quantities that they hold.

use super::{QuantityKind, find};
use crate::analysis::text::Text;

/// Each quantity as "text: low..high qualifier kind"; kind is left out where it is plain.
fn quantities(source: &str) -> Vec<String> {
    let text = Text::new(source);
    let end = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    find(&text, &[])
        .iter()
        .map(|quantity| {
            let kind = match &quantity.kind {
                QuantityKind::Plain => String::new(),
                kind => format!(" {kind:?}"),
            };
            format!(
                "{}: {}..{} {}{kind}",
                quantity.span.of(source),
                end(quantity.low),
                end(quantity.high),
                quantity.qualifier
            )
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (source, expected) in cases {
        assert_eq!(quantities(source), *expected, "{source}");
    }
}

#[test]
fn numbers_in_words_and_figures() {
    check(&[
        ("Twenty-one sailors drowned.", &["Twenty-one: 21..21 exact"]),
        ("forty - two goats", &["forty - two: 42..42 exact"]),
        ("The clerk handed over 29 goats.", &["29: 29..29 exact"]),
        ("It cost N40m and not R20.", &["N40m: 40000000..40000000 exact Money(\"NGN\")"]),
        ("one hundred and three goats", &["one hundred and three: 103..103 exact"]),
        ("a hundred and five thousand goats", &["a hundred and five thousand: 105000..105000 exact"]),
        ("1.5 million goats", &["1.5 million: 1500000..1500000 exact"]),
        ("two and a half million goats", &["two and a half million: 2500000..2500000 exact"]),
        ("half a dozen boats and two dozen rafts", &["half a dozen: 6..6 exact", "two dozen: 24..24 exact"]),
        ("nine point zero four", &["nine point zero four: 9.04..9.04 exact"]),
        ("12 500 goats", &["12 500: 12500..12500 exact"]),
        ("a quarter of a million goats", &["a quarter of a million: 250000..250000 exact"]),
        ("one in five boats, 7 out of 10", &["one in five: 0.2..0.2 exact Share", "7 out of 10: 0.7..0.7 exact Share"]),
        ("a twenty-fifth boat, a third man", &[]),
        ("two thirds of the herd", &["two thirds: 0.666666666666667..0.666666666666667 exact Share"]),
    ]);
}

#[test]
fn bounds_by_wording() {
    check(&[
        ("at least 14 boats", &["at least 14: 14.. at_least"]),
        ("no fewer than nine boats", &["no fewer than nine: 9.. at_least"]),
        ("14 or more boats", &["14 or more: 14.. at_least"]),
        ("more than 300 boats and over 70 rafts", &["more than 300: 300.. more_than", "over 70: 70.. more_than"]),
        ("up to 8,000 boats, as many as 800 rafts", &["up to 8,000: ..8000 up_to", "as many as 800: ..800 up_to"]),
        ("fewer than 20 boats, under 20 rafts", &["fewer than 20: ..20 less_than", "under 20: ..20 less_than"]),
        ("about 500 boats, some 50 rafts", &["about 500: 500..500 about", "some 50: 50..50 about"]),
        ("20 boats or so sank", &["20: 20..20 about"]),
        ("nearly 100 boats, close to 90 rafts", &["nearly 100: 100..100 nearly", "close to 90: 90..90 nearly"]),
        ("up to about 100 boats", &["up to about 100: ..100 up_to"]),
        ("at least a further 12 boats", &["at least a further 12: 12.. at_least"]),
        ("at least several hundred boats", &["at least several hundred: 300.. at_least"]),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("15 to 20 boats", &["15 to 20: 15..20 range"]),
        ("between 15 and 20 boats", &["between 15 and 20: 15..20 range"]),
        ("15–20 boats, two to three hundred rafts", &["15–20: 15..20 range", "two to three hundred: 200..300 range"]),
        ("$3 to $5 billion", &["$3 to $5 billion: 3000000000..5000000000 range Money(\"USD\")"]),
        ("two or three boats", &["two or three: 2..3 range"]),
        ("at least 20 and at most 30 boats", &["at least 20 and at most 30: 20..30 range"]),
        ("the toll rose from 11 to 12", &["11: 11..11 exact", "12: 12..12 exact"]),
        ("they won 3-1", &[]),
    ]);
}

#[test]
fn vague_numbers() {
    check(&[
        ("Dozens were hurt.", &["Dozens: 24.. indefinite"]),
        ("tens of thousands of sheep", &["tens of thousands: 20000.. indefinite"]),
        ("several hundred sheep and a few goats", &["several hundred: 300.. indefinite", "a few: 3.. indefinite"]),
        ("a couple of boats", &["a couple: 2..2 exact"]),
        ("Some of the crew swam; some were hurt.", &["Some: 2.. indefinite", "some: 2.. indefinite"]),
        ("Multiple US sailors drowned.", &["Multiple: 2.. indefinite"]),
        ("How many boats? As many as five.", &["As many as five: ..5 up_to"]),
        ("both men fled", &["both: 2..2 exact"]),
        ("both the crew and the owner fled", &[]),
        ("some boats sank", &["some: 2.. indefinite"]),
        ("some help came", &[]),
        ("hundreds, if not thousands, of sheep", &["hundreds, if not thousands: 200.. indefinite"]),
        (
            "No one was hurt; nobody drowned, no boats sank.",
            &["No one: 0..0 exact", "nobody: 0..0 exact", "no: 0..0 exact"],
        ),
    ]);
}

#[test]
fn units_and_money() {
    check(&[
        (
            "a 20-day ban and a six-year term",
            &["20-day: 20..20 exact Duration(\"day\")", "six-year: 6..6 exact Duration(\"year\")"],
        ),
        (
            "$120 million, €30 and 40 Canadian dollars",
            &[
                "$120 million: 120000000..120000000 exact Money(\"USD\")",
                "€30: 30..30 exact Money(\"EUR\")",
                "40 Canadian dollars: 40..40 exact Money(\"CAD\")",
            ],
        ),
        ("about 19 per cent", &["about 19 per cent: 19..19 about Percent"]),
        ("an 18-year-old", &["18-year-old: 18..18 exact Age"]),
        ("Ana Ruiz, 44, fled", &["44: 44..44 exact Age"]),
        ("a baker, 61, and a girl aged 7", &["61: 61..61 exact Age", "7: 7..7 exact Age"]),
        ("children ages 6 to 9", &["6 to 9: 6..9 range Age"]),
        ("a one-year term, a one-sided game", &["one-year: 1..1 exact Duration(\"year\")"]),
        ("-5 degrees when it sank -12 dead", &["-5 degrees: -5..-5 exact Measurement(\"degree\")", "12: 12..12 exact"]),
        ("eighteen more days", &["eighteen more days: 18..18 exact Duration(\"day\")"]),
        ("7.5 mm rounds", &["7.5 mm: 7.5..7.5 exact Measurement(\"millimetre\")"]),
        (
            "worth RM12,500 or 90 pesos",
            &["RM12,500: 12500..12500 exact Money(\"MYR\")", "90 pesos: 90..90 exact Money(\"\")"],
        ),
        ("150 km away", &["150 km: 150..150 exact Measurement(\"kilometre\")"]),
    ]);
}

#[test]
fn numbers_that_count_nothing() {
    check(&[
        ("The war of 1921 ended at 5 p.m. on Route 66 near the Boeing 707.", &[]),
        ("Which one sank? The one that left.", &[]),
        ("They said that one sailor drowned; one of the boats was lost.", &["one: 1..1 exact", "one: 1..1 exact"]),
        ("It began at 0530 and at about 1845.", &[]),
        ("Resolution 242, Battalion 3-16 and 14 Elm Street", &[]),
        ("THE SHIP WAS TO TRAIN 10,000 MARABAN SAILORS", &["10,000: 10000..10000 exact"]),
        ("The 20th raid came in the 1990s.", &[]),
        ("Call 555-123-4567 or see room 12.", &[]),
        ("In Marabo 20 boats sank.", &["20: 20..20 exact"]),
    ]);
}
