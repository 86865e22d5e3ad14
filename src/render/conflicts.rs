//! Pairs of counts that do not go together, both sides on one line and in their own words below it.

use std::io::Write;

use super::days;
use super::layout::{left, one_line, wrapped};
use super::style::{CONFLICT, FAINT, STRONG, TENSION, styled};
use crate::query::{Record, Rows};
use crate::{Error, Result};

/// Writes the rows of [`crate::query::conflicts`], incident by incident.
pub fn write(rows: &Rows, width: usize, out: &mut dyn Write) -> Result<()> {
    let mut heading = String::new();
    let mut text: Vec<String> = Vec::new();
    for record in rows.records() {
        let next = title(&record);
        if next != heading {
            if !heading.is_empty() {
                text.push(String::new());
            }
            text.push(styled(STRONG, &next));
            heading = next;
        }
        pair(&record, width, &mut text);
    }
    text.iter().try_for_each(|line| writeln!(out, "{line}")).map_err(Error::Write)
}

/// "Arbon · 4–5 March 1997 · killed · arbon-1997-03-04".
fn title(record: &Record<'_>) -> String {
    let days = days::interval(record.text("date_from"), record.text("date_to"));
    let place = record.text("place").map(one_line).unwrap_or_default();
    let [measure, incident] = ["measure", "incident"].map(|column| record.text(column).unwrap_or_default());
    format!("{place} · {days} · {measure} · {incident}")
}

fn pair(record: &Record<'_>, width: usize, text: &mut Vec<String>) {
    let agreement = record.text("agreement").unwrap_or_default();
    let style = match agreement {
        "conflict" => CONFLICT,
        "edited" => FAINT,
        _ => TENSION,
    };
    let sides = [
        ["figure", "source", "via", "publisher", "published_on", "quote"],
        ["other_figure", "other_source", "other_via", "other_publisher", "other_published_on", "other_quote"],
    ];
    let [one, other] = sides.map(|columns| side(&columns.map(|column| record.text(column))));
    let line = format!("{one} against {other}");
    for (index, line) in wrapped(&line, width.saturating_sub(12), usize::MAX).iter().enumerate() {
        let label = if index == 0 { styled(style, left(agreement, 8)) } else { " ".repeat(8) };
        text.push(format!("  {label}  {line}"));
    }
    let quotes = ["quote", "other_quote"].map(|column| record.text(column).map(one_line).unwrap_or_default());
    let line = format!("“{}” / “{}”", quotes[0], quotes[1]);
    for line in wrapped(&line, width.saturating_sub(12), 2) {
        text.push(format!("            {}", styled(FAINT, line)));
    }
}

/// "13 (officials via the Evening Post; Harbour News 19 Dec 2011)".
fn side([figure, source, via, publisher, published_on, _]: &[Option<&str>; 6]) -> String {
    let word = [source.map(one_line), via.map(|via| format!("via {}", one_line(via)))];
    let issue = [publisher.map(one_line), published_on.map(|day| days::short(day, None))];
    let join = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let who: Vec<String> = [join(word), join(issue)].into_iter().filter(|part| !part.is_empty()).collect();
    let figure = figure.unwrap_or_default();
    if who.is_empty() { figure.to_owned() } else { format!("{figure} ({})", who.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_names_who_and_where() {
        for (parts, expected) in [
            ([Some("9"), None, None, None, None, None], "9"),
            ([Some("9"), None, None, Some("Harbour News"), None, None], "9 (Harbour News)"),
            (
                [Some("≥9"), Some("rescuers"), Some("the Post"), Some("Harbour News"), Some("1997-03-05"), None],
                "≥9 (rescuers via the Post; Harbour News 5 Mar 1997)",
            ),
        ] {
            assert_eq!(side(&parts), expected);
        }
    }
}
