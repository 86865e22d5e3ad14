//! Counts side by side, and what contradicts what.

use std::collections::BTreeSet;

use dossier::query::compare::{Comparison, compare};
use dossier::query::{Filter, Reading};
use dossier::render::comparison::{Options, write};
use dossier::{archive::Archive, collation::comparison::Agreement};

use super::fire;
use crate::test::Test;

fn compared(test: &Test, measure: &str) -> Comparison {
    let archive = Archive::open_to_read(&test.archive()).unwrap();
    archive.read(|connection| compare(connection, measure, &Filter::default(), Reading::Both)).unwrap()
}

fn rendered(comparison: &Comparison, width: usize) -> String {
    let mut out = Vec::new();
    write(comparison, Options { width, sentences: false, most_incidents: 9 }, &mut out).unwrap();
    let text = anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string();
    // A command is not broken, so that it can be copied.
    let fits = |line: &str| line.chars().count() <= width || line.contains("dossier query");
    assert!(text.lines().all(fits), "wider than {width}:\n{text}");
    text
}

#[test]
fn the_dead_at_80_columns() {
    insta::assert_snapshot!(rendered(&compared(&fire::archive(), "killed"), 80), @r#"
    Port Vell · 6–7 May 2019 · 4 publishers, 7 claims, 4 independent
                                                                0        12      24
           3  Seven Seas Handbook  –      the government        · ●
           3  The Lantern          7 May  the port authority    · ●
           4  Harbour Evening      7 May  doctors at the        ·  ●
              News of the Lower…          municipal hospital…
          ≥5  Inland Courier       8 May  –                     ·   ●──────────────▶
         >20  The Lantern          7 May  the dockers' union,   ·              ○───▶
                                          alleged
      dozens  Seven Seas Handbook  –      residents, alleged    ·                 ○▶
      not compared: parts, additions, single cases, denied or not happened
           1  Inland Courier       8 May  –                     a part
      conflict  3 (the government) against dozens (residents, alleged), Seven Seas
                Handbook, and 1 more pair
      conflict  3 (the port authority) against more than 20 (the dockers' union,
                alleged), The Lantern 7 May, and 1 more pair
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour
                Evening News of the Lower Coast 7 May) against dozens (residents,
                alleged, Seven Seas Handbook)
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour
                Evening News of the Lower Coast 7 May) against more than 20 (the
                dockers' union, alleged, The Lantern 7 May)
      conflict  3 (the government, Seven Seas Handbook) against at least 5 (Inland
                Courier 8 May)
      tension   at least 5 (Inland Courier 8 May) against dozens (residents,
                alleged, Seven Seas Handbook)
      tension   more than 20 (the dockers' union, alleged, The Lantern 7 May)
                against dozens (residents, alleged, Seven Seas Handbook)
      3 more: dossier query conflicts --incident port-vell-2019-05-06 --measure killed

    No place or no day given · 1 publisher, 1 claim, 1 independent
                                                                0        6       12
        12  Seven Seas Handbook  –  –               12 sailors  ·                 ●
    "#);
}

#[test]
fn the_dead_at_100_columns() {
    insta::assert_snapshot!(rendered(&compared(&fire::archive(), "killed"), 100), @r#"
    Port Vell · 6–7 May 2019 · 4 publishers, 7 claims, 4 independent           0           12        24
           3  Seven Seas Handbook          –      the government               ·  ●
           3  The Lantern                  7 May  the port authority           ·  ●
           4  Harbour Evening News of the  7 May  doctors at the municipal     ·   ●
              Lower Coast                         hospital via Radio Levant
          ≥5  Inland Courier               8 May  –                            ·    ●──────────────────▶
         >20  The Lantern                  7 May  the dockers' union, alleged  ·                  ○────▶
      dozens  Seven Seas Handbook          –      residents, alleged           ·                      ○▶
      not compared: parts, additions, single cases, denied or not happened
           1  Inland Courier               8 May  –                            a part
      conflict  3 (the government) against dozens (residents, alleged), Seven Seas Handbook, and 1 more
                pair
      conflict  3 (the port authority) against more than 20 (the dockers' union, alleged), The Lantern 7
                May, and 1 more pair
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour Evening News of the Lower
                Coast 7 May) against dozens (residents, alleged, Seven Seas Handbook)
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour Evening News of the Lower
                Coast 7 May) against more than 20 (the dockers' union, alleged, The Lantern 7 May)
      conflict  3 (the government, Seven Seas Handbook) against at least 5 (Inland Courier 8 May)
      tension   at least 5 (Inland Courier 8 May) against dozens (residents, alleged, Seven Seas
                Handbook)
      tension   more than 20 (the dockers' union, alleged, The Lantern 7 May) against dozens (residents,
                alleged, Seven Seas Handbook)
      3 more: dossier query conflicts --incident port-vell-2019-05-06 --measure killed

    No place or no day given · 1 publisher, 1 claim, 1 independent             0           6         12
        12  Seven Seas Handbook  –  –                              12 sailors  ·                      ●
    "#);
}

#[test]
fn the_dead_at_140_columns() {
    insta::assert_snapshot!(rendered(&compared(&fire::archive(), "killed"), 140), @r#"
    Port Vell · 6–7 May 2019 · 4 publishers, 7 claims, 4 independent, 5 named sources                        0                12             24
           3  Seven Seas Handbook    –      the government                             three                 ·   ●
           3  The Lantern            7 May  the port authority                         three dock workers    ·   ●
           4  Harbour Evening News   7 May  doctors at the municipal hospital via      four people           ·     ●
              of the Lower Coast            Radio Levant
          ≥5  Inland Courier         8 May  –                                          at least five people  ·      ●──────────────────────────▶
         >20  The Lantern            7 May  the dockers' union, alleged                more than 20          ·                           ○─────▶
      dozens  Seven Seas Handbook    –      residents, alleged                         dozens                ·                                ○▶
      not compared: parts, additions, single cases, denied or not happened
           1  Inland Courier         8 May  –                                          a crane driver        a part
      conflict  3 (the government) against dozens (residents, alleged), Seven Seas Handbook, and 1 more pair
      conflict  3 (the port authority) against more than 20 (the dockers' union, alleged), The Lantern 7 May, and 1 more pair
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour Evening News of the Lower Coast 7 May) against dozens (residents,
                alleged, Seven Seas Handbook)
      conflict  4 (doctors at the municipal hospital via Radio Levant, Harbour Evening News of the Lower Coast 7 May) against more than 20 (the
                dockers' union, alleged, The Lantern 7 May)
      conflict  3 (the government, Seven Seas Handbook) against at least 5 (Inland Courier 8 May)
      tension   at least 5 (Inland Courier 8 May) against dozens (residents, alleged, Seven Seas Handbook)
      tension   more than 20 (the dockers' union, alleged, The Lantern 7 May) against dozens (residents, alleged, Seven Seas Handbook)
      3 more: dossier query conflicts --incident port-vell-2019-05-06 --measure killed

    No place or no day given · 1 publisher, 1 claim, 1 independent, no named source                          0                6              12
        12  Seven Seas Handbook  –  –                                                            12 sailors  ·                                ●
    "#);
}

#[test]
fn sentences_and_conflicts_on_the_command_line() {
    let test = fire::archive().run(["query", "compare", "injured", "--sentences"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    Port Vell · 6–7 May 2019 · 1 publisher, 1 claim, 1 independent             0           30        60
       ~60  Harbour Evening News of the Lower Coast  7 May  –                  ·                      ○
          In Port Vell four people were dead, doctors told Radio Levant, and some 60 were hurt.
    "#);
    let test = test.run(["query", "conflicts", "--publisher", "lantern", "--limit", "2"]).code(0);
    insta::assert_snapshot!(test.answer().stdout, @r#"
    Port Vell · 6–7 May 2019 · killed · port-vell-2019-05-06
      conflict  3 (the port authority; The Lantern 7 May 2019) against >20 (the dockers' union; The
                Lantern 7 May 2019)
                “three dock workers” / “more than 20”
      conflict  3 (the port authority; The Lantern 7 May 2019) against 4 (doctors at the municipal
                hospital via Radio Levant; Harbour Evening News of the Lower Coast 7 May 2019)
                “three dock workers” / “four people”
    "#);
}

/// The view and the program compare alike: the pairs of figures that the view lists are those that the program finds.
#[test]
fn the_view_and_the_program_compare_alike() {
    let wordings = [
        ("exact", Some(1), Some(1), "a clerk"),
        ("exact", Some(1), Some(1), "one clerk"),
        ("exact", Some(13), Some(13), "13 clerks"),
        ("exact", Some(14), Some(14), "14 clerks"),
        ("exact", Some(70), Some(70), "70 clerks"),
        ("at_least", Some(14), None, "at least 14"),
        ("more_than", Some(70), None, "more than 70"),
        ("up_to", None, Some(20), "up to 20"),
        ("less_than", None, Some(70), "under 70"),
        ("about", Some(15), Some(15), "about 15"),
        ("nearly", Some(100), Some(100), "nearly 100"),
        ("range", Some(15), Some(20), "15 to 20"),
        ("indefinite", Some(24), None, "dozens"),
        ("indefinite", Some(2), None, "many"),
    ];
    let test = fire::archive().sql("DELETE FROM incident_claims; DELETE FROM claims");
    let number = |bound: Option<i64>| bound.map_or("NULL".to_owned(), |bound| bound.to_string());
    let mut rows = Vec::new();
    for capture in 1..=4 {
        for (qualifier, low, high, quote) in wordings {
            let (least, most) = dossier::collation::comparison::plausible(qualifier, low, high, quote);
            let class = ["NULL", "'people'", "'police'", "'protesters'"][rows.len() % 4];
            rows.push(format!(
                "('{:064x}', {capture}, 'count', 'killed', {}, {}, '{qualifier}', {}, {}, {class}, '2019-05-06', '2019-05-06', 'Port Vell', \
                 'Port Vell', 0, 0, 'asserted', 'fact', '{quote}', 1, 2, 1, 'made by hand')",
                rows.len() + 1,
                number(low),
                number(high),
                number(least),
                number(most),
            ));
        }
    }
    let test = test.sql(&format!(
        "INSERT INTO claims (claim_key, capture_id, kind, measure, low, high, qualifier, plausible_low, plausible_high, group_class, \
         date_from, date_to, place, place_name, direct, resolved, polarity, modality, quote, start_offset, end_offset, sentence, rule) \
         VALUES {};
         INSERT INTO incident_claims (incident, claim_id, measure) SELECT 'port-vell-2019-05-06', claim_id, measure FROM claims",
        rows.join(", ")
    ));
    let found: BTreeSet<(String, String, String)> = compared(&test, "killed").incidents[0]
        .disagreements
        .iter()
        .map(|pair| (pair.name().to_owned(), pair.smaller.figure.clone(), pair.greater.figure.clone()))
        .collect();
    let view = "SELECT group_concat(pair, char(10)) FROM
        (SELECT DISTINCT agreement || '|' || figure || '|' || other_figure AS pair FROM conflicts)";
    let listed: BTreeSet<(String, String, String)> = test
        .value(view)
        .lines()
        .map(|line| {
            let parts: Vec<&str> = line.split('|').collect();
            (parts[0].to_owned(), parts[1].to_owned(), parts[2].to_owned())
        })
        .collect();
    assert_eq!(found, listed);
    for agreement in [Agreement::Conflict, Agreement::Tension] {
        assert!(found.iter().any(|(word, ..)| word == agreement.name()), "no {agreement:?}");
    }
}
