//! The day that an article reports from: its dateline ("LUSAKA, March 3 —") or its date line ("Monday, 3 March 2014"),
//! else the day of its publication. These tell when the report was made, not when something happened.

use chrono::NaiveDate;

use super::expression::{Expression, Shape, YearWord};
use super::resolve::Clock;
use super::tense::Tense;
use super::words::Words;

/// How many sentences of an article may hold the line with its date.
const HEAD: usize = 15;

/// How many tokens such a line may have further down.
const LINE: usize = 12;

/// How many days before its publication a report may be dated; what is older is a heading.
const OLD: i64 = 62;

/// The days and where they stand.
#[derive(Debug, Default)]
pub struct Anchor {
    /// The day that relative expressions count from.
    pub report: Option<NaiveDate>,
    /// Tokens at which a date begins that tells of the report itself.
    pub lines: Vec<usize>,
}

/// Looks for datelines and date lines in the head of the text. Leaves `words` at its last sentence read.
pub fn find(
    words: &mut Words<'_>,
    expressions: &[Vec<(Shape, std::ops::Range<usize>)>],
    published_on: Option<NaiveDate>,
) -> Anchor {
    let mut anchor = Anchor { report: published_on, lines: Vec::new() };
    let mut settled = false;
    let text = words.text;
    for number in 0..text.sentences.len() {
        let Some(sentence) = text.sentences.get(number) else { break };
        if number >= HEAD && sentence.tokens.len() > LINE {
            continue;
        }
        words.sentence = sentence.tokens.clone();
        let opens_paragraph =
            number == 0 || text.sentences.get(number - 1).is_some_and(|before| before.paragraph != sentence.paragraph);
        let found = expressions.get(number).map(Vec::as_slice).unwrap_or_default();
        let Some((at, shape)) = dated_line(words, found, number < HEAD, opens_paragraph) else { continue };
        let clock = Clock { report: published_on, ..Clock::default() };
        let day = clock.resolve(shape, Tense::Past).0.from.and_then(|date| match date {
            super::PartialDate::Day(day) => Some(day),
            _ => None,
        });
        // "La Paz, March 20" below a byline: it is days counted from the publication that such reports have.
        if !matches!(shape, Shape::One(Expression::Day { year: YearWord::Given(_), .. }))
            && ends_alone(words, found, at)
        {
            anchor.lines.push(at);
            continue;
        }
        let given = matches!(shape, Shape::One(Expression::Day { year: YearWord::Given(_), .. }));
        let plausible = |day: NaiveDate| {
            let old = if given { OLD } else { 14 };
            published_on.is_none_or(|published| day <= published && (published - day).num_days() <= old)
        };
        // Further lines with other dates are headings of a chronicle.
        let heading = day.is_some_and(|day| {
            let other = anchor.report.is_none_or(|report| (report - day).num_days().abs() > 14);
            given && !labelled(words, at) && (!plausible(day) || settled && other)
        });
        if heading {
            continue;
        }
        anchor.lines.push(at);
        let Some(day) = day else { continue };
        let plausible = plausible(day);
        if !settled && plausible {
            anchor.report = Some(day);
            settled = true;
        }
    }
    anchor
}

/// The date of a line that tells when the report was made.
fn dated_line(
    words: &Words<'_>,
    expressions: &[(Shape, std::ops::Range<usize>)],
    head: bool,
    opens_paragraph: bool,
) -> Option<(usize, Shape)> {
    let reach = words.sentence.start + if head { 40 } else { LINE };
    for (shape, tokens) in expressions.iter().take_while(|(_, tokens)| tokens.start < reach) {
        let (shape, at, end) = (*shape, tokens.start, tokens.end);
        let day = matches!(shape, Shape::One(Expression::Day { .. }));
        let full = matches!(shape, Shape::One(Expression::Day { year: YearWord::Given(_), .. }));
        if day
            && ((full && line_of_its_own(words, at, end, head))
                || (opens_paragraph && dateline(words, at, end))
                || (head && place_and_day(words, at, end))
                || (full && labelled(words, at)))
        {
            return Some((at, shape));
        }
    }
    None
}

/// "LUSAKA, Zambia, March 3 (Agency) —": names and commas before it, a dash soon after it.
fn dateline(words: &Words<'_>, at: usize, end: usize) -> bool {
    let names = at - words.sentence.start <= 16
        && (words.sentence.start..at).all(|before| {
            (words.text.capitalised(before)
                && (words.word(before) == "by"
                    || crate::vocabulary::grammar::get().class(words.word(before)).is_none()))
                || words.is(before, &[",", "(", ")", "[", "]", ".", "/", ":", "-", "–", "—", "--", "by"])
        });
    let mut next = end;
    while words.text.capitalised(next) || words.is_number(next) || words.is(next, &["(", ")", "[", "]", ",", "/", "."])
    {
        next += 1;
        if next > end + 12 {
            return false;
        }
    }
    names && at > words.sentence.start && (words.is_dash(next) || words.is(next, &[":"])) && next < words.sentence.end
}

/// "La Paz, March 20": a line of names with a day at its end.
fn place_and_day(words: &Words<'_>, at: usize, end: usize) -> bool {
    let Range { before, line_start } = line(words, at);
    before > 0
        && words.is(at - 1, &[","])
        && (breaks_line(words, end) || ends_paragraph(words, end))
        && at - line_start <= 8
        && (line_start..at - 1)
            .all(|name| words.text.capitalised(name) || words.is_number(name) || words.is(name, &[",", ".", "-"]))
}

/// Whether the date at `at` ends its line, and no dash leads from it into the report.
fn ends_alone(words: &Words<'_>, found: &[(Shape, std::ops::Range<usize>)], at: usize) -> bool {
    found.iter().find(|(_, tokens)| tokens.start == at).is_some_and(|(_, tokens)| place_and_day(words, at, tokens.end))
}

/// A line with nothing but the date, a weekday, a time, a name before a stroke; or a heading that ends with a dash and the date.
fn line_of_its_own(words: &Words<'_>, at: usize, end: usize, head: bool) -> bool {
    let Range { before, line_start } = line(words, at);
    let rest = (end..words.sentence.end).find(|next| breaks_line(words, *next)).unwrap_or(words.sentence.end);
    let small_after = (end..rest).filter(|next| words.is_small_word(*next) && !words.is(*next, TIME_WORDS)).count();
    let small_before =
        (line_start..at).filter(|next| words.is_small_word(*next) && !words.is(*next, TIME_WORDS)).count();
    if before == 0 || line_start == at {
        return small_after == 0 && rest - end <= 10 && (rest < words.sentence.end || ends_paragraph(words, rest));
    }
    if !head || rest > end + 2 {
        return false;
    }
    let heading = words.is_dash(at - 1) || words.is(at - 1, &["|", "/"]);
    heading
        || (small_before == 0
            && at - line_start <= 12
            && ends_paragraph(words, rest)
            && !words.is(rest.wrapping_sub(1), &["."])
            && words.is(line_start, &["by", "published", "posted", "updated"]))
}

const TIME_WORDS: &[&str] =
    &["at", "by", "pm", "am", "p.m.", "a.m.", "updated", "published", "posted", "on", "last", "modified", "and"];

struct Range {
    before: usize,
    line_start: usize,
}

/// Where the line of token `at` begins, and how many tokens stand before `at` in it.
fn line(words: &Words<'_>, at: usize) -> Range {
    let mut start = at;
    while start > words.sentence.start && !breaks_line(words, start) {
        start -= 1;
    }
    Range { before: at - start, line_start: start }
}

/// Whether a line break stands before the token.
fn breaks_line(words: &Words<'_>, at: usize) -> bool {
    let tokens = &words.text.tokens;
    match (at.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(at)) {
        (Some(before), Some(token)) => {
            words.text.source.get(before.span.end..token.span.start).is_some_and(|gap| gap.contains('\n'))
        }
        _ => true,
    }
}

fn ends_paragraph(words: &Words<'_>, end: usize) -> bool {
    end >= words.sentence.end && breaks_line(words, end)
}

/// "Published 3 March 2014", "date: 2014-03-03" at the beginning of a sentence.
fn labelled(words: &Words<'_>, at: usize) -> bool {
    let start = words.sentence.start;
    at > start
        && at <= start + 4
        && words.is(start, &["date", "published", "posted", "updated", "modified", "last", "first"])
        && (start..at).all(|label| {
            words.is(
                label,
                &["date", "published", "posted", "updated", "modified", "last", "first", "on", ":", ",", "online"],
            )
        })
}
