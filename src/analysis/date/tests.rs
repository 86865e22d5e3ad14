//! Whole sentences and what their dates mean.

use chrono::NaiveDate;

use crate::analysis::text::Text;

/// The dates of `text`, published on `published` (ISO, or empty), as ISO texts.
fn dates(text: &str, published: &str) -> Vec<String> {
    let published_on = NaiveDate::parse_from_str(published, "%Y-%m-%d").ok();
    super::find(&Text::new(text), published_on)
        .iter()
        .filter(|mention| !mention.of_report)
        .map(|mention| mention.date.to_iso())
        .collect()
}

fn check(published: &str, table: &[(&str, &[&str])]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let found = dates(text, published);
            (found != *expected).then(|| format!("{text}\n    expected {expected:?}\n    found    {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn days_with_their_month() {
    check(
        "2014-03-10",
        &[
            ("The bridge fell on 3 March 2014.", &["2014-03-03"]),
            ("The bridge fell on March 3, 2014, killing two.", &["2014-03-03"]),
            ("The bridge fell on Mar. 3, 2014.", &["2014-03-03"]),
            ("The bridge fell on Feb. 28.", &["2014-02-28"]),
            ("The bridge fell on the 3rd of March.", &["2014-03-03"]),
            ("The bridge fell on Monday, 3 March 2014.", &["2014-03-03"]),
            ("The bridge fell on Monday, March 3.", &["2014-03-03"]),
            ("The bridge fell on Mon. March 3.", &["2014-03-03"]),
            ("The bridge fell on Friday, Dec. 20.", &["2013-12-20"]),
            ("The bridge fell on 2014-03-03.", &["2014-03-03"]),
            ("The bridge fell on 03/24/2013.", &["2013-03-24"]),
            ("The bridge fell on 24.03.2013.", &["2013-03-24"]),
            ("Riots on March 3-5 left the town in ruins.", &["2014-03-03/2014-03-05"]),
            ("Riots on March 3–5, 2012 left the town in ruins.", &["2012-03-03/2012-03-05"]),
            ("Riots broke out over the weekend of 1–2 March 2014.", &["2014-03-01/2014-03-02"]),
            ("The fighting of March 3 and 4 cost nine lives.", &["2014-03-03/2014-03-04"]),
            ("The fighting of Feb. 27 and Feb. 28 cost nine lives.", &["2014-02-27/2014-02-28"]),
            ("They met on 28 February and 1 March.", &["2014-02-28/2014-03-01"]),
            ("They met on January 5 and on March 3.", &["2014-01-05", "2014-03-03"]),
            ("It burned from 26 February to 2 March.", &["2014-02-26/2014-03-02"]),
            ("It burned between 26 December 2013 and 2 January 2014.", &["2013-12-26/2014-01-02"]),
            ("It burned between March 3 and March 5.", &["2014-03-03/2014-03-05"]),
            ("On March 3 police fired at 14 people.", &["2014-03-03"]),
            ("On March 3, 14 people were shot.", &["2014-03-03"]),
            ("The vote will be held on June 8.", &["2014-06-08"]),
            ("The court is due to sit on January 3.", &["2015-01-03"]),
            ("Voters were called to the polls on March 12.", &["2014-03-12"]),
            ("A hearing on March 24", &["2014-03-24"]),
            ("POLICE SHOT A MINER ON 3 MARCH IN THE CAPITAL.", &["2014-03-03"]),
            ("TWO MINERS DIED IN MAY.", &["2013-05"]),
            ("He was freed on the 3rd.", &["2014-03-03"]),
            ("It burned on Friday, and for a second day.", &["2014-03-07", "2014-03-07"]),
            ("The mine stood idle for a third straight day.", &["2014-03-10"]),
            ("The third day of the siege was calm.", &[]),
            ("The previous Friday had been calm.", &["2014-02-28"]),
            ("The year-end report will be short.", &["2014-12-31"]),
        ],
    );
}

#[test]
fn months_years_and_longer() {
    check(
        "2014-03-10",
        &[
            ("The mine closed in January.", &["2014-01"]),
            ("The mine closed in May.", &["2013-05"]),
            ("The mine closed in May 2009.", &["2009-05"]),
            ("The mine closed last May.", &["2013-05"]),
            ("Last January, guards beat a driver.", &["2014-01"]),
            ("The mine closed in mid-December.", &["2013-12"]),
            ("The mine closed in early August, at the end of a long dispute.", &["2013-08"]),
            ("The mine closed at the end of October 2012.", &["2012-10"]),
            ("The mine closed in June last year.", &["2013-06"]),
            ("The mine closed on June 12 last year.", &["2013-06-12"]),
            ("The mine closed in 2009.", &["2009"]),
            ("In 2009 miners walked out.", &["2009"]),
            ("The mine employed 2,009 people.", &[]),
            ("2009 miners were dismissed.", &[]),
            ("The company dismissed 1500 miners in 2012.", &["2012"]),
            ("A crowd of 2000 people gathered.", &[]),
            ("The 2009 walkout ended badly.", &["2009"]),
            ("The mayor's 2009 decision and a 2010 report differ.", &["2009", "2010"]),
            ("Route 1950's bends are steep.", &[]),
            ("A crowd of 1500 – 2000 people gathered.", &[]),
            ("Prices fell between 2009 and 2011.", &["2009/2011"]),
            ("Prices fell in the 1990s.", &["1990/1999"]),
            ("Prices fell in the first quarter.", &["2014-01/2014-03"]),
            ("Prices fell in the second half of 2013.", &["2013-07/2013-12"]),
            ("Prices fell last summer.", &["2013-06/2013-08"]),
            ("Prices fell in the summer of 2010.", &["2010-06/2010-08"]),
            ("Prices fell last year and will rise this year.", &["2013", "2014"]),
            ("They have been on strike since May.", &["2013-05/.."]),
            ("They have been on strike since at least 3 March.", &["2014-03-03/.."]),
            ("A curfew is in force until April 5.", &["../2014-04-05"]),
            ("The decree is to last through April 5.", &["../2014-04-05"]),
            ("Order was restored by Saturday.", &["../2014-03-08"]),
            ("Nothing of the kind was seen before 2009.", &["../2009"]),
            ("Police may march on them in august company.", &[]),
            ("April Jones and May Smith said nothing.", &[]),
            ("It was the 20th anniversary of the mine.", &[]),
            ("She died on Christmas Day.", &["2013-12-25"]),
            ("She died on New Year's Eve.", &["2013-12-31"]),
            ("She died on New Year’s Day 2012.", &["2012-01-01"]),
            ("She died on Good Friday 2012.", &["2012-04-06"]),
        ],
    );
}

#[test]
fn days_counted_from_the_report() {
    check(
        "2014-03-10",
        &[
            ("Three were hurt on Friday.", &["2014-03-07"]),
            ("Three were hurt on Monday.", &["2014-03-10"]),
            ("Three were hurt last Monday.", &["2014-03-03"]),
            ("Three were hurt late on Saturday.", &["2014-03-08"]),
            ("Three were hurt early Friday.", &["2014-03-07"]),
            ("Three were hurt Friday night and Saturday morning.", &["2014-03-07/2014-03-08"]),
            ("Friday's unrest spread.", &["2014-03-07"]),
            ("Parliament will meet on Friday.", &["2014-03-14"]),
            ("Parliament is expected to vote next Friday.", &["2014-03-14"]),
            ("The minister said on Saturday that on Friday three men were hurt.", &["2014-03-08", "2014-03-07"]),
            ("Three were hurt today.", &["2014-03-10"]),
            ("Three were hurt yesterday evening.", &["2014-03-09"]),
            ("Three were hurt last night, hours after the vote.", &["2014-03-09"]),
            ("Three were hurt this morning.", &["2014-03-10"]),
            ("Three were hurt the day before yesterday.", &["2014-03-08"]),
            ("Three were hurt last week.", &["2014-03-03/2014-03-09"]),
            ("Three were hurt over the weekend.", &["2014-03-08/2014-03-09"]),
            ("Three were hurt last month.", &["2014-02"]),
            ("Three were hurt two days ago.", &["2014-03-08"]),
            ("Three were hurt a week ago.", &["2014-03-03"]),
            ("It began three years ago.", &["2011"]),
            ("It began five months ago.", &["2013-10"]),
            ("Three were hurt in the past two days.", &["2014-03-08/2014-03-10"]),
            ("The mayor said that Friday's march was banned.", &["2014-03-07"]),
            ("Following last night's fire the school was shut.", &["2014-03-09"]),
            ("He wrote for Harbour Today until he died.", &[]),
            ("The blast came in the last week of January.", &["2014-01"]),
            ("Shops closed before 1800.", &[]),
            ("Bloody Sunday is remembered every Friday.", &[]),
            ("He was jailed for five years after a trial.", &[]),
            ("THREE WERE HURT ON FRIDAY IN THE CAPITAL.", &["2014-03-07"]),
            ("They vowed to fight on until the day of judgement.", &[]),
        ],
    );
}

#[test]
fn days_counted_from_what_was_told_before() {
    check(
        "2014-03-10",
        &[
            ("Troops fired on 3 March. Another man died the following day.", &["2014-03-03", "2014-03-04"]),
            ("Troops fired on 3 March. Two days later the mayor resigned.", &["2014-03-03", "2014-03-05"]),
            ("Troops fired on 3 March. A crowd had gathered two days earlier.", &["2014-03-03", "2014-03-01"]),
            ("Troops fired on Friday. That night the market burned.", &["2014-03-07", "2014-03-07"]),
            ("Troops fired on Friday, two days after the vote.", &["2014-03-07", "2014-03-05"]),
            ("Crews dig on two days after a bridge fell.", &["2014-03-08"]),
            (
                "On 3 May 1990 troops fired. The order, signed in 1988, named nine. On 5 May they left.",
                &["1990-05-03", "1988", "1990-05-05"],
            ),
            (
                "Troops fired on 3 March, it says in a report issued today. Two days earlier a guard fled.",
                &["2014-03-03", "2014-03-10", "2014-03-01"],
            ),
            ("On Saturday crowds mourned the dead of the previous day.", &["2014-03-08", "2014-03-07"]),
            ("In early August guards beat a clerk. Three weeks later he was dead.", &["2013-08", "2013-08"]),
            (
                "A curfew runs until April 5. Troops fired on Friday. The next day it rained.",
                &["../2014-04-05", "2014-03-07", "2014-03-08"],
            ),
            (
                "On 2 June 1921 the mine was shut. Crowds gathered. On 9 July guards shot a man.",
                &["1921-06-02", "1921-07-09"],
            ),
            ("A second strike came in 1934. On 9 May troops shot a picket.", &["1934", "1934-05-09"]),
            (
                "The dam broke on Friday. Troops came on Saturday. Two days after the break it rained.",
                &["2014-03-07", "2014-03-08", "2014-03-09"],
            ),
            ("Dockers called a rally for Friday.", &["2014-03-14"]),
            ("In three days of fighting nine men died.", &["2014-03-07/2014-03-09"]),
            ("Schools were closed until Thursday.", &["../2014-03-13"]),
            ("In May 2005 soldiers fired into a crowd. On 14 May the town was sealed off.", &["2005-05", "2005-05-14"]),
            ("The band was founded in 2009. In January it played here.", &["2009", "2014-01"]),
            ("Prices rose in 2012 and fell the following year.", &["2012", "2013"]),
        ],
    );
}

#[test]
fn the_day_of_the_report_may_stand_in_the_text() {
    for (text, published, expected) in [
        ("LUSAKA, March 3 (Agency) — Three were hurt on Sunday.", "", vec![""]),
        ("LUSAKA, 3 MAR 90 -- THREE WERE HURT TODAY.", "", vec!["1990-03-03"]),
        ("Clash in the north\n\nMonday, 3 March, 2014\n\nThree were hurt on Sunday.", "", vec!["2014-03-02"]),
        (
            "Clash in the north\n\nJane Roe\n3 March 2014\n\nThree were hurt on Sunday.",
            "2014-03-03",
            vec!["2014-03-02"],
        ),
        ("LUSAKA, March 3 (Agency) — Three were hurt today.", "2014-03-04", vec!["2014-03-03"]),
        ("Published 3 March 2014 Three were hurt on Sunday.", "2014-03-03", vec!["2014-03-02"]),
        ("In May 2013 miners walked out. On 16 June police came.", "", vec!["2013-05", "2013-06-16"]),
        ("Three were hurt on Sunday.", "", vec![""]),
    ] {
        assert_eq!(dates(text, published), expected, "{text}");
    }
}

#[test]
fn spans_are_those_of_the_words() {
    let text = Text::new("“Überall” – since May 3, on Friday’s march and in mid-December…");
    let found: Vec<&str> = super::find(&text, NaiveDate::from_ymd_opt(2014, 3, 10))
        .iter()
        .map(|mention| mention.span.of(text.source))
        .collect();
    assert_eq!(found, ["since May 3", "Friday", "mid-December"]);
}

fn tricky() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    let pieces = prop::sample::select(vec![
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ".",
        ",",
        "–",
        "-",
        "--",
        "/",
        "'s",
        "’s",
        "(",
        "]",
        ":",
        "May",
        "Dec",
        "MARCH",
        "friday",
        "Sat",
        "31",
        "30",
        "29th",
        "16-17",
        "0",
        "1",
        "99",
        "2012",
        "9999",
        "1990s",
        "2012-02-30",
        "2011-13",
        "31.02.2011",
        "the",
        "a",
        "of",
        "and",
        "to",
        "from",
        "between",
        "since",
        "until",
        "by",
        "before",
        "ago",
        "later",
        "earlier",
        "last",
        "next",
        "this",
        "that",
        "following",
        "previous",
        "past",
        "1000",
        "nine",
        "twenty",
        "nineteen",
        "thousand",
        "first",
        "day",
        "days",
        "week",
        "weekend",
        "month",
        "year",
        "years",
        "decades",
        "quarter",
        "half",
        "hours",
        "summer",
        "mid-May",
        "mid-",
        "early",
        "end",
        "today",
        "tomorrow",
        "night",
        "Easter",
        "New Year's Eve",
        "Good",
        "will",
        "was",
        "ß",
        "漢",
        "🙂",
    ]);
    prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.join(""))
}

proptest::proptest! {
    #[test]
    fn any_text_gives_dates_in_order_without_overlap(source in tricky(), day in proptest::option::of(-3_000_000_i64..3_000_000)) {
        let text = Text::new(&source);
        let published_on = day.and_then(|day| NaiveDate::default().checked_add_signed(chrono::TimeDelta::days(day)));
        let mut end = 0;
        for mention in super::find(&text, published_on) {
            proptest::prop_assert!(mention.tokens.start >= end && mention.tokens.end > mention.tokens.start);
            proptest::prop_assert!(!mention.span.of(&source).is_empty());
            end = mention.tokens.end;
            if let (Some(first), Some(last)) = (mention.date.first_day(), mention.date.last_day()) {
                proptest::prop_assert!(first <= last, "{}: {}", mention.span.of(&source), mention.date.to_iso());
            }
        }
    }
}

#[test]
fn news_of_a_story_of_long_ago_has_days_of_its_own() {
    check(
        "2014-03-10",
        &[
            (
                "Two men were shot on 30 January 1972. The report, published on Tuesday, said so. One died four months later. \
                 Both were cooks. They were buried that evening.",
                &["1972-01-30", "2014-03-04", "1972-05", "1972-01-30"],
            ),
            ("Half a century ago this week guards shot two men.", &["1964-03-07/1964-03-13"]),
            ("A quarter of a century ago the mine was shut.", &["1989"]),
            ("Two decades ago the mine was shut.", &["1994"]),
            ("The quake of 1995 killed 400 people.", &["1995"]),
        ],
    );
}

#[test]
fn nights_seasons_and_anniversaries() {
    check(
        "2014-03-10",
        &[
            ("Two men were shot overnight.", &["2014-03-09/2014-03-10"]),
            ("The bridge fell on February 3. Troops came overnight.", &["2014-02-03", "2014-02-03/2014-02-04"]),
            ("They took an overnight bus.", &[]),
            ("They sacked 20 men in the autumn.", &["2013-09/2013-11"]),
            ("Ten were shot in the first nine months of 2013.", &["2013-01/2013-09"]),
            ("It is 40 years since the army shot them.", &["1974"]),
            ("Forty years after the army shot them, their mothers wait.", &["1974"]),
            ("Ten years ago today a mill burned down.", &["2004-03-10"]),
            ("Ten years ago this week a mill burned down.", &["2004-03-07/2004-03-13"]),
            (
                "A mill burned on 5 May 1993. Its owner fled. He was caught on the Friday.",
                &["1993-05-05", "1993-05-07"],
            ),
            (
                "In May 1993 guards shot nine. They fired between 28 May and 2 June.",
                &["1993-05", "1993-05-28/1993-06-02"],
            ),
            ("The net was off from the evening of the 3rd until the 5th.", &["2014-03-03/2014-03-05"]),
            (
                "On May 3, 2009 he fled. A 2011 report named him. The next day she fled.",
                &["2009-05-03", "2011", "2009-05-04"],
            ),
            ("The bridge fell on Thanksgiving.", &["2013-11-28"]),
        ],
    );
}
