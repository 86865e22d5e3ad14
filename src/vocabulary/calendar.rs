//! What the words of `calendar.tsv` mean to the date grammar. A word may have several senses ("May", "second", "before");
//! the grammar picks the one that its place allows.

use std::sync::OnceLock;

use chrono::Weekday;
use foldhash::HashMap;
use serde::Deserialize;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Sixty minutes.
    Hour,
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
}

/// Which of several, seen from the report or from what was told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one before the report: "last".
    Last,
    /// What lies just before the report: "past".
    Past,
    /// The one of the report: "this".
    This,
    /// The one after the report: "next".
    Next,
    /// The one last told of: "that", "the same".
    That,
    /// The one after what was last told of.
    Following,
    /// The one before what was last told of.
    Previous,
}

/// A part of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its beginning.
    Early,
    /// Its middle.
    Middle,
    /// Its end.
    Late,
}

/// How a word bounds the date after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// From then on.
    Since,
    /// Up to then.
    Until,
    /// Earlier than that.
    Before,
    /// Later than that.
    After,
    /// Beginning of a stretch whose end follows.
    From,
    /// Beginning of a stretch whose end follows after "and".
    Between,
}

/// A day of the year with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// Month and day.
    Fixed(u32, u32),
    /// A month, the how manieth such day of the week in it (5: the last), and which day.
    Nth(u32, u32, Weekday),
    /// Days after Easter Sunday of the western churches.
    Easter(i64),
}

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// 1 to 12.
    Month(u32),
    /// An abbreviated month.
    MonthShort(u32),
    /// A day of the week.
    Weekday(Weekday),
    /// An abbreviated day of the week.
    WeekdayShort(Weekday),
    /// A unit in the singular.
    Unit(Unit),
    /// A unit in the plural.
    Units(Unit),
    /// A number in words.
    Number(u32),
    /// An ordinal in words.
    Ordinal(u32),
    /// A season by its first month.
    Season(u32),
    /// Days from the day of the report.
    Near(i64),
    /// "morning", "night".
    TimeOfDay,
    /// "overnight": from one day to the next.
    Overnight,
    /// "a", "the".
    Article,
    /// "last", "the following".
    Which(Which),
    /// "early", "the end of".
    Part(Part),
    /// "since", "until".
    Bound(Bound),
    /// After a length of time: counted back from the report ("ago").
    Ago,
    /// After a length of time: counted back from what was last told of.
    Earlier,
    /// After a length of time: counted on from what was last told of.
    Later,
    /// The first word of a holiday's name.
    Holiday,
    /// What its clause dates is still to come.
    Future,
    /// What its clause dates is over.
    PastTense,
}

/// The calendar's words, indexed.
pub struct Calendar {
    senses: HashMap<String, Vec<Sense>>,
    /// By first word: all words of the name, longest names first.
    holidays: HashMap<String, Vec<(Vec<String>, Holiday)>>,
}

#[derive(Deserialize)]
struct Row {
    word: String,
    class: String,
    value: String,
}

/// The built-in words; they are read on first use.
pub fn get() -> &'static Calendar {
    static CALENDAR: OnceLock<Calendar> = OnceLock::new();
    CALENDAR.get_or_init(Calendar::built_in)
}

impl Calendar {
    fn built_in() -> Self {
        let mut calendar = Self { senses: HashMap::default(), holidays: HashMap::default() };
        for row in super::rows::<Row>("calendar") {
            if row.class == "holiday" {
                let words: Vec<String> = row.word.split(' ').map(str::to_owned).collect();
                if let (Some(first), Some(holiday)) = (words.first().cloned(), holiday(&row.value)) {
                    let senses = calendar.senses.entry(first.clone()).or_default();
                    if !senses.contains(&Sense::Holiday) {
                        senses.push(Sense::Holiday);
                    }
                    calendar.holidays.entry(first).or_default().push((words, holiday));
                }
            } else if let Some(sense) = sense(&row.class, &row.value) {
                calendar.senses.entry(row.word).or_default().push(sense);
            }
        }
        for names in calendar.holidays.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        calendar
    }

    /// Every word that anything is known of.
    pub(super) fn words(&self) -> Vec<String> {
        self.senses.keys().cloned().collect()
    }

    /// Whether the word, in lower case, is the full name of a weekday or a month.
    pub fn is_day_or_month(&self, word: &str) -> bool {
        self.senses(word).iter().any(|sense| matches!(sense, Sense::Weekday(_) | Sense::Month(_)))
    }

    /// What `word` (lower case) can mean.
    pub fn senses(&self, word: &str) -> &[Sense] {
        self.senses.get(word).map_or(&[], Vec::as_slice)
    }

    /// The holidays whose name begins with `word`, longest names first.
    pub fn holidays(&self, word: &str) -> &[(Vec<String>, Holiday)] {
        self.holidays.get(word).map_or(&[], Vec::as_slice)
    }
}

/// Whether a row with this class and value means anything.
pub fn is_meaningful(class: &str, value: &str) -> bool {
    if class == "holiday" { holiday(value).is_some() } else { sense(class, value).is_some() }
}

fn sense(class: &str, value: &str) -> Option<Sense> {
    let number = value.parse::<u32>().ok();
    Some(match class {
        "month" => Sense::Month(number?),
        "month_short" => Sense::MonthShort(number?),
        "weekday" => Sense::Weekday(weekday(number?)?),
        "weekday_short" => Sense::WeekdayShort(weekday(number?)?),
        "unit" => Sense::Unit(unit(value)?),
        "units" => Sense::Units(unit(value)?),
        "number" => Sense::Number(number?),
        "ordinal" => Sense::Ordinal(number?),
        "season" => Sense::Season(number?),
        "near" => Sense::Near(value.parse().ok()?),
        "time_of_day" => Sense::TimeOfDay,
        "overnight" => Sense::Overnight,
        "article" => Sense::Article,
        "which" => Sense::Which(match value {
            "last" => Which::Last,
            "past" => Which::Past,
            "this" => Which::This,
            "next" => Which::Next,
            "that" => Which::That,
            "following" => Which::Following,
            "previous" => Which::Previous,
            _ => return None,
        }),
        "part" => Sense::Part(match value {
            "early" => Part::Early,
            "mid" => Part::Middle,
            "late" => Part::Late,
            _ => return None,
        }),
        "bound" => Sense::Bound(match value {
            "since" => Bound::Since,
            "until" => Bound::Until,
            "before" => Bound::Before,
            "after" => Bound::After,
            "from" => Bound::From,
            "between" => Bound::Between,
            _ => return None,
        }),
        "distance" => match value {
            "ago" => Sense::Ago,
            "earlier" => Sense::Earlier,
            "later" => Sense::Later,
            _ => return None,
        },
        "future" => Sense::Future,
        "past" => Sense::PastTense,
        _ => return None,
    })
}

fn weekday(number: u32) -> Option<Weekday> {
    Weekday::try_from(u8::try_from(number.checked_sub(1)?).ok()?).ok()
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}

fn holiday(value: &str) -> Option<Holiday> {
    if let Some((month, rest)) = value.split_once('/') {
        let (nth, day) = rest.split_once('/')?;
        return Some(Holiday::Nth(month.parse().ok()?, nth.parse().ok()?, weekday(day.parse().ok()?)?));
    }
    if let Some(days) = value.strip_prefix("easter") {
        return days.parse().ok().map(Holiday::Easter);
    }
    let (month, day) = value.split_once('-')?;
    Some(Holiday::Fixed(month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_sense() {
        for row in crate::vocabulary::rows::<Row>("calendar") {
            assert!(is_meaningful(&row.class, &row.value), "{} {} {}", row.word, row.class, row.value);
        }
    }
}
