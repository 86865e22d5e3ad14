//! The values of a claim as a person gives them: `low=14`, `source='the mayor'`, and nothing behind the sign to say that the
//! text gives none. Every word that has a vocabulary is looked up in it, and what belongs together is kept together.

use rusqlite::{Connection, params};

use super::content::Content;
use super::figure::Figure;
use crate::analysis::date::PartialDate;
use crate::collation::comparison;
use crate::error::Doing as _;
use crate::vocabulary::counting;
use crate::{Error, Result};

/// The values that are text as worded in the article.
const WORDED: [&str; 8] = ["counted_group", "actor", "target", "place", "place_name", "source", "via", "cue"];

/// The values that are words of a vocabulary, and what lists them.
const WORDS: [(&str, &str); 7] = [
    ("measure", "SELECT measure AS word FROM measures ORDER BY measure"),
    ("event", "SELECT event AS word FROM events ORDER BY event"),
    ("qualifier", "SELECT qualifier AS word FROM qualifiers ORDER BY qualifier"),
    ("relation", "SELECT relation AS word FROM relations ORDER BY relation"),
    ("source_type", "SELECT source_type AS word FROM source_types ORDER BY source_type"),
    ("polarity", "SELECT polarity AS word FROM polarities ORDER BY polarity"),
    ("modality", "SELECT modality AS word FROM modalities ORDER BY modality"),
];

/// All that can be set, in the order in which people are told.
pub const NAMES: [&str; 23] = [
    "figure",
    "measure",
    "event",
    "low",
    "high",
    "qualifier",
    "unit",
    "counted_group",
    "actor",
    "target",
    "relation",
    "date",
    "date_from",
    "date_to",
    "place",
    "place_name",
    "source",
    "source_type",
    "via",
    "cue",
    "polarity",
    "modality",
    "direct",
];

/// One value that a person gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The name of the value.
    pub name: String,
    /// The value; empty where the text gives none.
    pub value: String,
}

impl std::str::FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, value) = text.split_once('=').ok_or_else(|| format!("{text:?} is not like low=14"))?;
        let name = name.trim();
        if NAMES.contains(&name) {
            return Ok(Self { name: name.to_owned(), value: value.trim().to_owned() });
        }
        let remedy = match name {
            "quote" | "start_offset" | "end_offset" | "kind" => {
                "what a claim stands on cannot be corrected: reject it, and add the right one".to_owned()
            }
            _ => format!("there is: {}", NAMES.join(", ")),
        };
        Err(format!("a claim has no {name:?} that could be set; {remedy}"))
    }
}

/// Sets the values, and what follows from them.
///
/// # Errors
/// [`Error::Usage`] for a value that makes no sense or does not fit the kind of claim.
pub fn apply(connection: &Connection, content: &mut Content, assignments: &[Assignment]) -> Result<()> {
    let before = content.clone();
    for Assignment { name, value } in assignments {
        set(connection, content, name, Some(value.as_str()).filter(|value| !value.is_empty()))?;
    }
    let is_given = |name: &str| assignments.iter().any(|assignment| assignment.name == name);
    if is_given("place") && !is_given("place_name") {
        content.set("place_name", content.text("place").map(str::to_owned));
    }
    if content.text("source").is_none() {
        content.set("source_type", None::<String>);
    }
    complete(content)?;
    check(content, before.text("kind"))
}

fn set(connection: &Connection, content: &mut Content, name: &str, value: Option<&str>) -> Result<()> {
    let wrong = |why: &str| Error::Usage { what: format!("{name}={} {why}", value.unwrap_or_default()) };
    let text = || value.map(str::to_owned);
    if let Some((column, sql)) = WORDS.iter().find(|(column, _)| *column == name) {
        if let Some(word) = value {
            known(connection, column, word, sql)?;
        }
        content.set(column, text());
    } else if let Some(column) = WORDED.iter().find(|column| **column == name) {
        content.set(column, text());
    } else {
        let date = |text: &str| {
            PartialDate::from_iso(text).map(|_| text.to_owned()).ok_or_else(|| {
                wrong("is no date such as 2011-12-16, 2011-12 or 2011, nor an interval such as 2011-12-16/2011-12-17")
            })
        };
        let number = || {
            let read = |text: &str| text.parse::<i64>().map_err(|_| wrong("is no whole number"));
            value.map(read).transpose()
        };
        match name {
            "low" => content.set("low", number()?),
            "high" => content.set("high", number()?),
            "figure" => {
                let figure = value.map(|text| Figure::read(text).ok_or(text)).transpose();
                let figure = figure.map_err(|_| wrong("is no number such as 14, ≥14, >70, ~300 or 15-20"))?;
                content.set("low", figure.and_then(|figure| figure.low));
                content.set("high", figure.and_then(|figure| figure.high));
                content.set("qualifier", figure.map(|figure| figure.qualifier.to_owned()));
            }
            "date" => {
                let (from, to) = value.map_or((None, None), |text| {
                    let (from, to) = text.split_once('/').unwrap_or((text, text));
                    (Some(from).filter(|day| *day != ".."), Some(to).filter(|day| *day != ".."))
                });
                content.set("date_from", from.map(date).transpose()?);
                content.set("date_to", to.map(date).transpose()?);
            }
            "date_from" => content.set("date_from", value.map(date).transpose()?),
            "date_to" => content.set("date_to", value.map(date).transpose()?),
            "unit" => content.set("unit", text()),
            "direct" => match value {
                Some("1" | "yes") => content.set("direct", 1_i64),
                Some("0" | "no") | None => content.set("direct", 0_i64),
                Some(_) => return Err(wrong("is neither yes nor no")),
            },
            _ => return Err(wrong("is no value of a claim")),
        }
    }
    Ok(())
}

fn known(connection: &Connection, column: &str, word: &str, sql: &'static str) -> Result<()> {
    let mut statement = connection.prepare_cached(sql).doing("read the vocabulary")?;
    let words: Vec<String> = statement
        .query_map(params![], |row| row.get("word"))
        .and_then(Iterator::collect)
        .doing("read the vocabulary")?;
    if words.iter().any(|known| known == word) {
        return Ok(());
    }
    Err(Error::Usage { what: format!("there is no {column} {word:?}; there is: {}", words.join(", ")) })
}

/// What follows from the values that people give.
fn complete(content: &mut Content) -> Result<()> {
    let kind = match (content.text("measure"), content.text("event")) {
        (Some(_), Some(_)) => {
            let what = "a claim is a count (measure=) or an event (event=), not both".to_owned();
            return Err(Error::Usage { what });
        }
        (Some(_), None) => "count",
        (None, Some(_)) => "event",
        (None, None) => "statement",
    };
    content.set("kind", Some(kind.to_owned()));
    for (column, usual) in [("polarity", "asserted"), ("modality", "fact")] {
        if content.text(column).is_none() {
            content.set(column, Some(usual.to_owned()));
        }
    }
    if content.number("direct").is_none() {
        content.set("direct", 0_i64);
    }
    if kind == "count" && content.text("qualifier").is_none() {
        let qualifier = match (content.number("low"), content.number("high")) {
            (Some(low), Some(high)) if low == high => Some("exact"),
            (Some(_), Some(_)) => Some("range"),
            (Some(_), None) => Some("at_least"),
            (None, Some(_)) => Some("up_to"),
            (None, None) => None,
        };
        content.set("qualifier", qualifier.map(str::to_owned));
    }
    content.set("group_class", content.text("counted_group").and_then(group_class));
    let (low, high) = comparison::plausible(
        content.text("qualifier").unwrap_or_default(),
        content.number("low"),
        content.number("high"),
        content.text("quote").unwrap_or_default(),
    );
    content.set("plausible_low", low);
    content.set("plausible_high", high);
    Ok(())
}

/// The class of the noun at the head of a group: "dock workers from the port" are workers.
fn group_class(group: &str) -> Option<&'static str> {
    let lower = group.to_lowercase();
    let words =
        lower.split_whitespace().take_while(|word| !matches!(*word, "of" | "from" | "in" | "at" | "with" | "who"));
    let known =
        words.filter_map(|word| counting::get().group(word.trim_matches(|letter: char| !letter.is_alphanumeric())));
    known.last().map(|group| group.class)
}

fn check(content: &Content, kind_before: Option<&str>) -> Result<()> {
    let refuse = |what: &str| Err(Error::Usage { what: what.to_owned() });
    let kind = content.text("kind").unwrap_or_default();
    if let Some(before) = kind_before.filter(|before| *before != kind) {
        return refuse(&format!("this claim is of the kind {before}: reject it, and add one of the kind {kind}"));
    }
    let (low, high) = (content.number("low"), content.number("high"));
    match kind {
        "count" if low.is_none() && high.is_none() => refuse("a count needs a number: figure=14, or low= and high="),
        "count" if low.is_some_and(|low| high.is_some_and(|high| low > high)) => refuse("low is above high"),
        "count" => Ok(()),
        _ if low.or(high).is_some() => refuse("only a count has a number: measure=killed, for instance"),
        "statement" if content.text("source").is_none() => refuse(
            "say what is claimed: measure=killed figure=13 for a count, event=shoot for an event, source=NAME for a statement",
        ),
        _ => Ok(()),
    }
}
