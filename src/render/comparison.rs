//! Counts of one measure, side by side: incident by incident, the smallest first, each with its bar on one scale, and
//! below them what contradicts what.

pub mod lines;
pub mod words;

use std::io::Write;

use super::bar::{Scale, with_separators};
use super::days;
use super::layout::{left, width};
use super::style::{CONFLICT, FAINT, STRONG, TENSION, styled};
use crate::collation::comparison::Agreement;
use crate::query::compare::{Account, Comparison, Incident, disagreement};
use crate::{Error, Result};
use lines::{Columns, Line};

/// How much is shown.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns of the terminal.
    pub width: usize,
    /// The whole sentence below each count.
    pub sentences: bool,
    /// At most so many incidents.
    pub most_incidents: usize,
}

/// So many conflicts are put into words for each incident; `query conflicts` has all.
const MOST_CONFLICTS: usize = 5;
/// So many tensions are put into words.
const MOST_TENSIONS: usize = 2;
/// So many differences between copies are.
const MOST_EDITED: usize = 2;

/// Writes the comparison; nothing where there is no count.
pub fn write(comparison: &Comparison, options: Options, out: &mut dyn Write) -> Result<()> {
    let mut text = Vec::new();
    for incident in comparison.incidents.iter().take(options.most_incidents) {
        if !text.is_empty() {
            text.push(String::new());
        }
        incident_lines(&comparison.measure, incident, options, &mut text);
    }
    let left_out = comparison.incidents.len().saturating_sub(options.most_incidents);
    if left_out > 0 {
        text.push(String::new());
        let measure = &comparison.measure;
        text.push(styled(FAINT, format!("… and {left_out} more: dossier query compare {measure}")));
    }
    text.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end())).map_err(Error::Write)
}

fn incident_lines(measure: &str, incident: &Incident, options: Options, text: &mut Vec<String>) {
    let (compared, others): (Vec<&Account>, Vec<&Account>) =
        incident.accounts.iter().partition(|account| account.is_whole() && !account.is_single_case());
    let year = incident.date_from.as_deref().map(days::year);
    let rows =
        |accounts: &[&Account]| -> Vec<Line> { accounts.iter().map(|account| Line::of(account, year)).collect() };
    let (compared_rows, other_rows) = (rows(&compared), rows(&others));
    let columns = Columns::fitting(&compared_rows.iter().chain(&other_rows), options.width);
    let scale = Scale::of(compared.iter().copied(), columns.bar);

    let before_bar = options.width.saturating_sub(columns.bar);
    let title = title(incident, before_bar.saturating_sub(2));
    let scale_heading = if compared.is_empty() { String::new() } else { scale.heading().trim_end().to_owned() };
    if width(&title) + 2 <= before_bar {
        text.push(format!("{}{}", styled(STRONG, left(&title, before_bar)), styled(FAINT, scale_heading)));
    } else {
        text.push(styled(STRONG, title));
        text.push(format!("{}{}", " ".repeat(before_bar), styled(FAINT, scale_heading)));
    }
    for (account, row) in compared.iter().zip(&compared_rows) {
        columns.write(row, &scale.bar(account), text);
        sentence(account, options, text);
    }
    if !others.is_empty() {
        text.push(styled(FAINT, "  not compared: parts, additions, single cases, denied or not happened"));
    }
    for (account, row) in others.iter().zip(&other_rows) {
        columns.write(row, words::why_apart(account), text);
        sentence(account, options, text);
    }
    disagreements(measure, incident, year, options, text);
}

fn sentence(account: &Account, options: Options, text: &mut Vec<String>) {
    if options.sentences {
        let sentence = super::layout::one_line(&account.sentence);
        for line in super::layout::wrapped(&sentence, options.width.saturating_sub(6), usize::MAX) {
            text.push(format!("      {}", styled(FAINT, line)));
        }
    }
}

/// "Arbon · 4–5 March 1997 · 3 publishers, 7 claims, 2 independent, 2 named sources"; the sources only where there is room for them.
fn title(incident: &Incident, room: usize) -> String {
    let (publishers, claims) = (incident.publishers(), incident.accounts.len());
    let publishers = match publishers {
        0 => "publisher unknown".to_owned(),
        publishers => number_of(publishers, "publisher"),
    };
    let tally = format!("{publishers}, {}, {} independent", number_of(claims, "claim"), incident.independent());
    let days = days::interval(incident.date_from.as_deref(), incident.date_to.as_deref());
    let place = super::layout::one_line(incident.place.as_deref().unwrap_or_default());
    let short = match incident.incident {
        Some(_) => format!("{place} · {days} · {tally}"),
        None => format!("No place or no day given · {tally}"),
    };
    let sources = match incident.sources() {
        0 => "no named source".to_owned(),
        sources => number_of(sources, "named source"),
    };
    let long = format!("{short}, {sources}");
    if width(&long) <= room { long } else { short }
}

fn number_of(number: usize, thing: &str) -> String {
    format!(
        "{} {thing}{}",
        with_separators(i64::try_from(number).unwrap_or(i64::MAX)),
        if number == 1 { "" } else { "s" }
    )
}

fn disagreements(measure: &str, incident: &Incident, year: Option<&str>, options: Options, text: &mut Vec<String>) {
    let mut left_out = 0;
    for (name, style, most) in [
        (Agreement::Conflict.name(), CONFLICT, MOST_CONFLICTS),
        (Agreement::Tension.name(), TENSION, MOST_TENSIONS),
        (disagreement::EDITED, FAINT, MOST_EDITED),
    ] {
        let pairs = incident.disagreements.iter().filter(|pair| pair.name() == name);
        for (index, pair) in pairs.enumerate() {
            if index >= most {
                left_out += 1;
                continue;
            }
            let words = words::disagreement(pair, year);
            for (index, line) in super::layout::wrapped(&words, options.width.saturating_sub(12), 3).iter().enumerate()
            {
                let label = if index == 0 { styled(style, left(name, 8)) } else { " ".repeat(8) };
                text.push(format!("  {label}  {line}"));
            }
        }
    }
    if let (true, Some(name)) = (left_out > 0, &incident.incident) {
        text.push(styled(
            FAINT,
            format!("  {left_out} more: dossier query conflicts --incident {name} --measure {measure}"),
        ));
    }
}
