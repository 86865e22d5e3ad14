//! Expressions that count from the report or from what was told last: "Friday", "last week", "two days earlier".

use crate::analysis::date::expression::{Expression, Origin, YearWord};
use crate::analysis::date::words::Words;
use crate::vocabulary::calendar::{Part, Sense, Unit, Which};

/// Words before "the year", "the day" that make it a date.
const WITHIN: &[&str] = &["of", "in", "during", "for", "on", "earlier", "later", "over", "at", "throughout", "that"];

/// A relative expression.
pub fn expression(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    near(words, at)
        .or_else(|| distance(words, at))
        .or_else(|| part_of_year(words, at))
        .or_else(|| which(words, at))
        .or_else(|| weekday(words, at))
        .or_else(|| running_day(words, at))
        .or_else(|| bare_unit(words, at))
}

/// "today", "yesterday", "the day before yesterday".
fn near(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let offset = |at| {
        words.senses(at).iter().find_map(|sense| if let Sense::Near(offset) = sense { Some(*offset) } else { None })
    };
    let day = |offset, end| Some((Expression::Unit(Origin::Report, offset, Unit::Day), end));
    if let Some(offset) = offset(at) {
        // "Harbour Today" is a newspaper.
        let name = words.text.capitalised(at)
            && words.text.capitalised(at.wrapping_sub(1))
            && at > words.sentence.start
            && !words.text.raw(at).chars().nth(1).is_some_and(char::is_uppercase);
        if name {
            return None;
        }
        return day(offset, skip_time_of_day(words, at + 1));
    }
    if words.is(at, &["the"]) && words.is(at + 1, &["day"]) {
        return match (words.word(at + 2), offset(at + 3)?) {
            ("before", -1) => day(-2, at + 4),
            ("after", 1) => day(2, at + 4),
            _ => None,
        };
    }
    // "an overnight bus" runs any night.
    if words.has(at, Sense::Overnight) && !words.is(at.wrapping_sub(1), &["a", "an"]) {
        return Some((Expression::Night, at + 1));
    }
    if words.is(at, &["the"]) && words.is(at + 1, &["night"]) && words.is(at.wrapping_sub(1), &["during", "through"]) {
        return Some((Expression::Night, at + 2));
    }
    match words.word(at) {
        "year-ago" | "year-earlier" => Some((Expression::Distance(Origin::Report, -1, Unit::Year), at + 1)),
        "year-end" => Some((year_end(words, at, true), at + 1)),
        "year" if words.is(at + 1, &["end"]) => Some((year_end(words, at, false), at + 2)),
        "year" if words.is(at + 1, &["'s", "’s"]) && words.is(at + 2, &["end"]) => {
            Some((year_end(words, at, false), at + 3))
        }
        _ => None,
    }
}

/// "year-end" is its last day, "around year end" its last month, "by the year's end" any time of it.
fn year_end(words: &Words<'_>, at: usize, one_day: bool) -> Expression {
    let year = YearWord::Offset(0);
    if words.is(at.wrapping_sub(1), &["around", "about", "near", "towards", "toward"]) {
        Expression::Month { year, month: 12, part: Some(Part::Late) }
    } else if one_day {
        Expression::Day { year, month: 12, day: 31 }
    } else {
        Expression::Unit(Origin::Report, 0, Unit::Year)
    }
}

/// "for a third day", "on the sixth straight day": the day that is told of, else that of the report.
fn running_day(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let start = at + usize::from(words.is(at, &["a", "the"]));
    words.ordinal(start)?;
    let running = words.is(start + 1, &["straight", "consecutive", "successive", "running"]);
    let day = start + 1 + usize::from(running);
    let unit = words.is(day, &["day"]);
    let alone = words.sentence == (at..day + 1);
    let lasts = words.is(at.wrapping_sub(1), &["for", "into"]) && at > words.sentence.start;
    let goes_on = unit && !words.is(day + 1, &["of", "after"]) && (running || alone || lasts);
    goes_on.then_some((Expression::Unit(Origin::Happening, 0, Unit::Day), day + 1))
}

fn skip_time_of_day(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.has(at, Sense::TimeOfDay))
}

/// "two days ago", "a week or so ago", "three weeks later", "a couple of months earlier".
fn distance(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let (count, next, unit) = length(words, at)?;
    let mut end = next + 1;
    end += usize::from(words.is(end, &["or"]) && words.is(end + 1, &["so", "more"])) * 2;
    // "it is ten years since the war", "in the ten years since the war"
    if words.is(end, &["since"]) {
        let expression = if words.is(at.wrapping_sub(1), &["the"]) {
            Expression::Stretch(count, unit)
        } else {
            Expression::Distance(Origin::Report, -count, unit)
        };
        return Some((expression, end));
    }
    if words.is(end, &["from"]) && words.is(end + 1, &["now"]) {
        return Some((Expression::Distance(Origin::Report, count, unit), end + 2));
    }
    // "in three days of fighting"
    let lasting = [end + 1, end + 2].into_iter().any(|at| {
        let word = words.text.word(at);
        words.is_small_word(at) && (word.is_happening || word.is_harm || words.word(at).ends_with("ing"))
    });
    if words.is(end, &["of"]) && lasting && words.is(at.wrapping_sub(1), &["in", "during", "over"]) {
        return Some((Expression::Lasting(count, unit), end));
    }
    let named = |origin, count| Some((Expression::Distance(origin, count, unit), end + 1));
    // "jailed for five years after a trial" tells no distance.
    let length = words.is(at.wrapping_sub(1), &["for", "to", "of", "than", "lasted", "least", "another"]);
    let conjunction = words.is(end, &["before", "after"]);
    if conjunction && length && at > words.sentence.start {
        return None;
    }
    if unit == Unit::Year && words.has(end, Sense::Ago) {
        // "ten years ago this week", "a year ago today"
        let of_report = match (words.word(end + 1), words.unit(end + 2)) {
            ("today", _) => Some((Unit::Day, end + 2)),
            ("this", Some(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month))) => Some((unit, end + 3)),
            _ => None,
        };
        if let Some((unit, end)) = of_report {
            return Some((Expression::Anniversary(count, unit), end));
        }
    }
    words.senses(end).iter().find_map(|sense| match sense {
        Sense::Ago => named(Origin::Report, -count),
        Sense::Earlier => named(Origin::Happening, -count),
        Sense::Later => named(Origin::Happening, count),
        _ => None,
    })
}

/// How many of which unit: "two days", "a couple of months", "half a century"; and the token of the unit.
fn length(words: &Words<'_>, at: usize) -> Option<(i64, usize, Unit)> {
    let century = |at: usize| words.is(at, &["century", "centuries"]);
    let years = |count: i64, at: usize| Some((count, at, Unit::Year));
    match words.word(at) {
        "half" if words.is(at + 1, &["a"]) && century(at + 2) => return years(50, at + 2),
        "a" if words.is(at + 1, &["half"]) && century(at + 2) => return years(50, at + 2),
        "a" if words.is(at + 1, &["quarter"]) && century(at + 2) => return years(25, at + 2),
        "a" if words.is(at + 1, &["quarter"]) && words.is(at + 3, &["a"]) && century(at + 4) => {
            return years(25, at + 4);
        }
        "a" if words.is(at + 1, &["couple"]) && words.is(at + 2, &["of"]) => {
            return Some((2, at + 3, words.units(at + 3)?));
        }
        _ => {}
    }
    let count = words.count(at)?;
    if century(at + 1) {
        return years(count * 100, at + 1);
    }
    match words.units(at + 1)? {
        Unit::Decade => years(count * 10, at + 1),
        unit => Some((count, at + 1, unit)),
    }
}

/// "the first quarter of 2011", "the second half of the year", "summer 2010".
fn part_of_year(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let start = at + usize::from(words.is(at, &["the"]));
    let within = start > at && words.is(at.wrapping_sub(1), &["in", "during", "over"]);
    let (first, count, mut end, may_stand_alone) = if let Some(first) = words.season(start) {
        (first, 3, start + 1, within && !words.is(start + 1, &["of"]))
    } else {
        let ordinal = words.ordinal(start)?;
        let months = words.count(start + 1).and_then(|count| u32::try_from(count).ok());
        if let Some(count) = months.filter(|count| ordinal == 1 && (2..12).contains(count))
            && words.units(start + 2) == Some(Unit::Month)
        {
            return months_of(words, start + 3, count);
        }
        match words.word(start + 1) {
            "quarter" if ordinal <= 4 => (ordinal * 3 - 2, 3, start + 2, true),
            "half" if ordinal <= 2 => (ordinal * 6 - 5, 6, start + 2, false),
            _ => return None,
        }
    };
    let of = usize::from(words.is(end, &["of", ","]));
    let next = end + of;
    let mut year = YearWord::Open;
    let figures =
        words.word(next).parse::<i32>().ok().filter(|year| (1500..2200).contains(year) && words.is_number(next));
    if let Some(given) = figures {
        (year, end) = (YearWord::Given(given), next + 1);
    } else if words.is(next, &["the", "this", "last", "next"]) && words.is(next + 1, &["year"]) {
        year = YearWord::Offset(match words.word(next) {
            "last" => -1,
            "next" => 1,
            _ => 0,
        });
        end = next + 2;
    } else if !may_stand_alone {
        return None;
    }
    Some((Expression::Months { year, first, count }, end))
}

/// The year behind "the first nine months": "of 2011", "of this year".
fn months_of(words: &Words<'_>, of: usize, count: u32) -> Option<(Expression, usize)> {
    let next = of + usize::from(words.is(of, &["of"]));
    let figures = words.word(next).parse::<i32>().ok().filter(|year| (1500..2200).contains(year));
    let (year, end) = match (figures, words.word(next)) {
        (Some(year), _) => (YearWord::Given(year), next + 1),
        (None, "last") => (YearWord::Offset(-1), next + 2),
        (None, "this" | "the") => (YearWord::Offset(0), next + 2),
        _ => return None,
    };
    (figures.is_some() || words.is(next + 1, &["year"])).then_some((Expression::Months { year, first: 1, count }, end))
}

/// "last Friday", "this morning", "the following day", "the past three weeks", "next May".
fn which(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let article = words.is(at, &["the"]);
    let mut next = at + usize::from(article);
    let mut which = words.which(next)?;
    next += 1;
    // "this past weekend", "this coming Sunday", "that same day"
    if let Some(inner) = words.which(next) {
        let one_phrase = match which {
            Which::This => matches!(inner, Which::Past | Which::Next),
            Which::That => inner == Which::That,
            _ => false,
        };
        which = Some(inner).filter(|_| one_phrase)?;
        next += 1;
    }
    if let Some(count) = words.count(next).filter(|_| !words.is(next, &["a", "an"])) {
        let unit = words.units(next + 1)?;
        return matches!(which, Which::Last | Which::Past).then_some((Expression::Stretch(count, unit), next + 2));
    }
    next += usize::from(words.is(next, &["fiscal", "full"]) && words.unit(next + 1) == Some(Unit::Year));
    if words.has(next, Sense::TimeOfDay) {
        let (origin, offset) = match which {
            Which::This => (Origin::Report, 0),
            Which::Last | Which::Past => (Origin::Report, -1),
            Which::That => (Origin::Happening, 0),
            Which::Next | Which::Following => (Origin::Happening, 1),
            Which::Previous => (Origin::Happening, -1),
        };
        return Some((Expression::Unit(origin, offset, Unit::Day), next + 1));
    }
    if let Some(weekday) = words.weekday(next) {
        // "said that Friday was quiet": only a preposition shows that "that" points at a day.
        let points = article || words.is(at.wrapping_sub(1), &["on", "by", "since", "until", "from"]);
        if which == Which::That && !points {
            return None;
        }
        return Some((Expression::Weekday(weekday, Some(which)), skip_time_of_day(words, next + 1)));
    }
    if let Some(unit) = words.unit(next) {
        return Some((unit_of(words, which, article, unit, next)?, next + 1));
    }
    let month = words.senses(next).iter().find_map(|sense| match sense {
        Sense::Month(month) if words.text.capitalised(next) => Some((*month, 0)),
        Sense::Season(month) => Some((*month, 3)),
        _ => None,
    });
    let (month, length) = month?;
    if length == 0 && words.is_number(next + 1) {
        return None;
    }
    let from_told = length == 0 && matches!(which, Which::Previous | Which::Following);
    (from_told || matches!(which, Which::Last | Which::This | Which::Past | Which::Next)).then(|| {
        let year = match which {
            Which::Next => YearWord::Offset(1),
            Which::This => YearWord::Offset(0),
            _ => YearWord::Offset(-1),
        };
        let expression = match length {
            0 => Expression::NamedMonth { month, which },
            count => Expression::Months {
                year: match which {
                    Which::This => year,
                    Which::Next => YearWord::Coming,
                    _ => YearWord::Open,
                },
                first: month,
                count,
            },
        };
        (expression, next + 1)
    })
}

fn unit_of(words: &Words<'_>, which: Which, article: bool, unit: Unit, at: usize) -> Option<Expression> {
    // "that day-long …", "this year's" are fine; "last day of the festival" names no day.
    let of_something = words.is(at + 1, &["of"]);
    Some(match which {
        Which::Last | Which::Past if of_something => return None,
        Which::Last | Which::Past if unit == Unit::Day => {
            if !article || which == Which::Last {
                return None;
            }
            Expression::Stretch(1, unit)
        }
        Which::Last | Which::Past if article && !matches!(unit, Unit::Year | Unit::Weekend) => {
            Expression::Stretch(1, unit)
        }
        Which::Last | Which::Past => Expression::Unit(Origin::Report, -1, unit),
        Which::This => Expression::Unit(Origin::Report, 0, unit),
        Which::Next if unit == Unit::Day || article => Expression::Unit(Origin::Happening, 1, unit),
        Which::Next => Expression::Unit(Origin::Report, 1, unit),
        Which::That => Expression::Unit(Origin::Happening, 0, unit),
        Which::Following => Expression::Unit(Origin::Happening, 1, unit),
        Which::Previous => Expression::Unit(Origin::Happening, -1, unit),
    })
}

/// "Friday", "Friday night". A name ("Bloody Sunday", "The Sunday Herald") and a habit ("every Friday") are no days.
fn weekday(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    let weekday = words.weekday(at)?;
    let habit = words.is(at.wrapping_sub(1), &["every", "each", "bloody", "black", "super", "cyber", "usual", "any"]);
    let name =
        words.is(at.wrapping_sub(1), &["the"]) && words.text.capitalised(at + 1) && !words.word(at + 1).is_empty();
    if at > words.sentence.start && (habit || name) {
        return None;
    }
    let end = skip_time_of_day(words, at + 1);
    // "It began on the Friday": the one of the story.
    let of_story = words.is(at.wrapping_sub(1), &["the"])
        && words.is(at.wrapping_sub(2), &["on", "by", "until", "from"])
        && !words.is(end, &["of", "before", "after"])
        && !(words.is_small_word(end) && crate::vocabulary::grammar::get().class(words.word(end)).is_none());
    if of_story {
        return Some((Expression::Weekday(weekday, Some(Which::That)), end));
    }
    if words.is(end, &["the"])
        && words.is_number(end + 1)
        && let Some(day) = super::absolute::day_number(words.word(end + 1))
    {
        return Some((Expression::DayOfMonth(day), end + 2));
    }
    Some((Expression::Weekday(weekday, None), end))
}

/// "the year", "the day" where the place shows that a date is meant; "the day before"; "the 16th".
fn bare_unit(words: &Words<'_>, at: usize) -> Option<(Expression, usize)> {
    if !words.is(at, &["the"]) {
        return None;
    }
    let next = at + 1;
    if words.is_number(next) && words.is(at.wrapping_sub(1), &["on", "of", "since", "until", "by"]) {
        // "the 4th Rifle Battalion"
        let ends = !words.is_small_word(next + 1) && !words.text.capitalised(next + 1)
            || words.is(next + 1, &["when", "and", "in", "after", "but", "until", "till", "to", "through"]);
        let ordinal = words.word(next).ends_with(|last: char| last.is_ascii_alphabetic());
        let day = super::absolute::day_number(words.word(next)).filter(|_| ends && ordinal)?;
        return (at > words.sentence.start).then_some((Expression::DayOfMonth(day), next + 1));
    }
    let unit = words.unit(next + usize::from(words.is(next, &["full", "fiscal"])))?;
    let end = next + 1 + usize::from(words.is(next, &["full", "fiscal"]));
    if unit == Unit::Day && words.is(end, &["before", "after"]) {
        let offset = if words.is(end, &["before"]) { -1 } else { 1 };
        return Some((Expression::Distance(Origin::Happening, offset, Unit::Day), end + 1));
    }
    let alone = words.sentence.len() <= end - at + 1;
    let within = at > words.sentence.start && words.is(at.wrapping_sub(1), WITHIN);
    let continued = words.is(end, &["of", "when", "that", "before", "after", "'s", "’s"]) || words.is_number(end);
    if !alone && (!within || continued || (unit == Unit::Day && words.is(at.wrapping_sub(1), &["of", "for", "that"]))) {
        return None;
    }
    match unit {
        Unit::Day => Some((Expression::Unit(Origin::Happening, 0, unit), end)),
        Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year => {
            Some((Expression::Unit(Origin::Report, 0, unit), end))
        }
        _ => None,
    }
}
