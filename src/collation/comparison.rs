//! How two counts of the same thing stand to each other. Nothing is decided here about who is right.
//!
//! A count is stored as the wording commits to it. To compare, each also gets a *plausible interval* ([`plausible`]):
//! "dozens" commits to 24 or more, but nobody who has seen 300 dead writes "dozens". The rules, first match wins:
//!
//! 1. *not comparable*: another measure or unit; a part or an addition (`relation` is `subset` or `additional`); groups
//!    whose classes exclude each other (`group_classes.excludes`); one victim's own case ([`Count::individual`]) against a
//!    number other than one.
//! 2. *tension*: the plausible intervals do not meet, and either a strict bound touches the other count ("more than 70"
//!    against 70), or the higher one was published one to seven days after the lower: the toll may have grown.
//! 3. *conflict*: the plausible intervals do not meet.
//! 4. *equal*: the same bounds, put the same way.
//! 5. *tension*: one side alone is soft (about, nearly, a word such as dozens), or the stated bounds do not meet.
//! 6. *compatible*: they meet.
//!
//! The view `conflicts` states the same rules in SQL.

use std::collections::HashSet;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

/// Days over which a toll is taken to grow from report to report.
const GROWING: i64 = 7;

/// How two counts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// They say the same.
    Equal,
    /// Both can be true as stated.
    Compatible,
    /// Both can be true only by stretching a soft wording, or because the toll grew.
    Tension,
    /// They cannot both be true.
    Conflict,
    /// They do not count the same thing.
    NotComparable,
}

impl Agreement {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Compatible => "compatible",
            Self::Tension => "tension",
            Self::Conflict => "conflict",
            Self::NotComparable => "not_comparable",
        }
    }
}

/// A count as far as comparing needs it. Whether place and time are the same is for the caller to see to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub measure: String,
    /// Of an amount or a term.
    pub unit: String,
    /// The least number that the wording commits to; `None` is open.
    pub low: Option<i64>,
    /// The greatest number that the wording commits to; `None` is open.
    pub high: Option<i64>,
    /// As [`plausible`] gives it.
    pub plausible_low: Option<i64>,
    /// As [`plausible`] gives it.
    pub plausible_high: Option<i64>,
    /// How the number is put.
    pub qualifier: String,
    /// `additional`, `total`, `subset` or empty.
    pub relation: String,
    /// The class of the group's noun, a word of `group_classes.tsv`; empty where it has none.
    pub group_class: String,
    /// One victim's own case ("a guard", a name) and not the figure one: see [`is_individual`].
    pub individual: bool,
    /// The day of publication of the article.
    pub published_on: Option<NaiveDate>,
}

/// The interval in which a reader would look for the number: [`low`](Count::low) and [`high`](Count::high) for firm
/// wordings, one more or less for strict bounds, ±10 % for `about`, 90 to 100 % for `nearly`, and for words such as
/// "dozens" up to where another word would have been taken. `quote` tells "a few" from "several".
pub fn plausible(qualifier: &str, low: Option<i64>, high: Option<i64>, quote: &str) -> (Option<i64>, Option<i64>) {
    // a tenth, rounded up, so that "about 4" is more than 4
    let tenth = |number: i64| number / 10 + i64::from(number % 10 > 0);
    let less = |number: i64| number.saturating_sub(tenth(number));
    match qualifier {
        "more_than" => (low.map(|low| low.saturating_add(1)), high),
        "less_than" => (low, high.map(|high| high.saturating_sub(1))),
        "about" => (low.map(less), high.map(|high| high.saturating_add(tenth(high)))),
        "nearly" => (low.map(less), high),
        "indefinite" => (low, high.or_else(|| low.and_then(|low| indefinite_high(low, quote)))),
        _ => (low, high),
    }
}

/// The greatest number that a word such as "dozens" lets one think of, told by the least.
fn indefinite_high(low: i64, quote: &str) -> Option<i64> {
    match low {
        // many, numerous, some
        ..3 => None,
        3..20 => {
            let quote = quote.to_lowercase();
            Some(if quote.contains("few") || quote.contains("handful") { 5 } else { 9 })
        }
        20 | 24 => Some(99),
        40 => Some(199),
        // hundreds, several hundred, thousands, tens of thousands: up to the next power of ten
        _ => {
            let mut power = 100_i64;
            while power <= low {
                power = power.checked_mul(10)?;
            }
            Some(power - 1)
        }
    }
}

/// Whether a count of exactly one is a single victim's case, and not the figure one: its words have no word for one.
pub fn is_individual(low: Option<i64>, high: Option<i64>, quote: &str) -> bool {
    (low, high) == (Some(1), Some(1))
        && !quote
            .split(|character: char| !character.is_alphanumeric())
            .any(|word| ["one", "1", "single", "sole", "only"].iter().any(|one| word.eq_ignore_ascii_case(one)))
}

/// How `a` stands to `b`; the same with the two exchanged.
pub fn compare(a: &Count, b: &Count) -> Agreement {
    if !comparable(a, b) {
        return Agreement::NotComparable;
    }
    let stated = meet((a.low, a.high), (b.low, b.high));
    if !meet((a.plausible_low, a.plausible_high), (b.plausible_low, b.plausible_high)) {
        let touch = (is_strict(a) || is_strict(b)) && stated;
        let grown = may_have_grown(a, b) || may_have_grown(b, a);
        return if touch || grown { Agreement::Tension } else { Agreement::Conflict };
    }
    if (a.low, a.high, &a.qualifier) == (b.low, b.high, &b.qualifier) {
        Agreement::Equal
    } else if is_soft(a) != is_soft(b) || !stated {
        Agreement::Tension
    } else {
        Agreement::Compatible
    }
}

fn comparable(a: &Count, b: &Count) -> bool {
    let part = |count: &Count| matches!(count.relation.as_str(), "subset" | "additional");
    // one victim's own case is no toll, unless the other side knows of just one too
    let case = |count: &Count, other: &Count| count.individual && (other.low, other.high) != (Some(1), Some(1));
    a.measure == b.measure
        && a.unit == b.unit
        && !part(a)
        && !part(b)
        && !exclude(&a.group_class, &b.group_class)
        && !case(a, b)
        && !case(b, a)
}

/// Whether the members of two classes of groups are never the same.
fn exclude(a: &str, b: &str) -> bool {
    static EXCLUDED: OnceLock<HashSet<(String, String)>> = OnceLock::new();
    let excluded = EXCLUDED.get_or_init(|| {
        let rows = crate::vocabulary::rows::<GroupClass>("group_classes");
        let pairs = |row: GroupClass| {
            let others: Vec<String> = row.excludes.split('|').map(str::to_owned).collect();
            others
                .into_iter()
                .flat_map(move |other| [(row.group_class.clone(), other.clone()), (other, row.group_class.clone())])
        };
        rows.into_iter().flat_map(pairs).collect()
    });
    excluded.contains(&(a.to_owned(), b.to_owned()))
}

#[derive(Deserialize)]
struct GroupClass {
    group_class: String,
    excludes: String,
}

fn meet(a: (Option<i64>, Option<i64>), b: (Option<i64>, Option<i64>)) -> bool {
    let below = |low: Option<i64>, high: Option<i64>| low.zip(high).is_none_or(|(low, high)| low <= high);
    below(a.0, b.1) && below(b.0, a.1)
}

fn is_strict(count: &Count) -> bool {
    matches!(count.qualifier.as_str(), "more_than" | "less_than")
}

fn is_soft(count: &Count) -> bool {
    matches!(count.qualifier.as_str(), "about" | "nearly" | "indefinite")
}

/// Whether `later` is the higher one and was published so soon after `earlier` that the toll may have grown.
fn may_have_grown(earlier: &Count, later: &Count) -> bool {
    let days = earlier.published_on.zip(later.published_on).map(|(earlier, later)| (later - earlier).num_days());
    let higher = later.plausible_low.zip(earlier.plausible_high).is_some_and(|(low, high)| low > high);
    higher && days.is_some_and(|days| (1..=GROWING).contains(&days))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A count of deaths from its qualifier, its bounds, its words and its day of publication in a month.
    fn count(
        qualifier: &str,
        low: impl Into<Option<i64>>,
        high: impl Into<Option<i64>>,
        quote: &str,
        day: u32,
    ) -> Count {
        let (low, high) = (low.into(), high.into());
        let (plausible_low, plausible_high) = plausible(qualifier, low, high, quote);
        Count {
            measure: "killed".to_owned(),
            low,
            high,
            plausible_low,
            plausible_high,
            qualifier: qualifier.to_owned(),
            individual: is_individual(low, high, quote),
            published_on: NaiveDate::from_ymd_opt(2001, 9, day),
            ..Count::default()
        }
    }

    fn exact(number: i64) -> Count {
        count("exact", number, number, "some words", 8)
    }

    #[test]
    fn words_for_numbers_have_an_end() {
        for (qualifier, low, high, quote, expected) in [
            ("indefinite", Some(24), None, "dozens", (Some(24), Some(99))),
            ("indefinite", Some(40), None, "scores", (Some(40), Some(199))),
            ("indefinite", Some(20), None, "tens", (Some(20), Some(99))),
            ("indefinite", Some(200), None, "hundreds", (Some(200), Some(999))),
            ("indefinite", Some(300), None, "several hundred", (Some(300), Some(999))),
            ("indefinite", Some(2_000), None, "thousands", (Some(2_000), Some(9_999))),
            ("indefinite", Some(20_000), None, "tens of thousands", (Some(20_000), Some(99_999))),
            ("indefinite", Some(3), None, "several", (Some(3), Some(9))),
            ("indefinite", Some(3), None, "a few", (Some(3), Some(5))),
            ("indefinite", Some(2), None, "many", (Some(2), None)),
            ("about", Some(500), Some(500), "about 500", (Some(450), Some(550))),
            ("about", Some(4), Some(4), "some 4", (Some(3), Some(5))),
            ("nearly", Some(100), Some(100), "nearly 100", (Some(90), Some(100))),
            ("more_than", Some(70), None, "over 70", (Some(71), None)),
            ("less_than", None, Some(20), "under 20", (None, Some(19))),
            ("at_least", Some(14), None, "at least 14", (Some(14), None)),
            ("about", Some(i64::MAX), Some(i64::MAX), "", (Some(i64::MAX / 10 * 9 + 6), Some(i64::MAX))),
            ("indefinite", Some(i64::MAX), None, "", (Some(i64::MAX), None)),
        ] {
            assert_eq!(plausible(qualifier, low, high, quote), expected, "{qualifier} {low:?} {quote}");
        }
    }

    #[test]
    fn counts_are_compared_by_the_rules() {
        use Agreement::{Compatible, Conflict, Equal, NotComparable, Tension};
        let over_70 = count("more_than", 70, None, "over 70", 8);
        let dozens = count("indefinite", 24, None, "dozens", 8);
        let at_least_13 = count("at_least", 13, None, "at least 13", 8);
        let subset = Count { relation: "subset".to_owned(), ..exact(3) };
        let class = |class: &str, number| Count { group_class: class.to_owned(), ..exact(number) };
        for (a, b, expected) in [
            (exact(14), exact(14), Equal),
            (dozens.clone(), dozens.clone(), Equal),
            (exact(14), at_least_13.clone(), Compatible),
            (over_70.clone(), exact(75), Compatible),
            (over_70.clone(), exact(70), Tension),
            (over_70.clone(), exact(13), Conflict),
            (over_70, dozens.clone(), Tension),
            (exact(14), dozens.clone(), Conflict),
            (exact(300), dozens.clone(), Conflict),
            (exact(60), dozens, Tension),
            (exact(14), count("about", 15, 15, "about 15", 8), Tension),
            (exact(14), exact(11), Conflict),
            (count("exact", 11, 11, "11 people", 7), exact(14), Tension),
            (count("exact", 16, 16, "16 people", 7), exact(14), Conflict),
            (count("exact", 11, 11, "11 people", 30), exact(9), Conflict),
            (exact(14), subset, NotComparable),
            (class("police", 2), class("children", 5), NotComparable),
            (class("police", 2), class("people", 5), Conflict),
            (class("workers", 14), class("protesters", 70), Conflict),
            (count("exact", 1, 1, "a guard", 8), exact(14), NotComparable),
            (count("exact", 1, 1, "a guard", 8), at_least_13, NotComparable),
            (count("exact", 1, 1, "a guard", 8), exact(1), Equal),
            (count("exact", 1, 1, "one person", 8), exact(14), Conflict),
            (exact(14), Count { measure: "injured".to_owned(), ..exact(14) }, NotComparable),
        ] {
            assert_eq!(compare(&a, &b), expected, "{a:?} against {b:?}");
            assert_eq!(compare(&b, &a), expected, "{b:?} against {a:?}");
        }
    }
}
