//! The walk through what nobody has looked at yet: one claim at a time with the sentence that it stands in, one key for each
//! decision. It knows a desk with keys and lines, not a terminal, so that it can be walked without one.

use std::io;

use crate::archive::Archive;
use crate::query::question::{Parameters, number, optional};
use crate::query::{Record, review as questions};
use crate::render::layout::{one_line, wrapped};
use crate::render::style::{FAINT, MARK, STRONG, styled};
use crate::review::{self, Assignment, By, Decision};
use crate::{Error, Result};

/// Where a person sits.
pub trait Desk {
    /// Shows text.
    fn show(&mut self, text: &str) -> io::Result<()>;
    /// The next key that is pressed; `None` where there will be none.
    fn key(&mut self) -> io::Result<Option<char>>;
    /// A line of text, after a question; `None` where there will be none.
    fn line(&mut self, question: &str) -> io::Result<Option<String>>;
}

/// Which claims are walked through.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// Those of one version of an article.
    pub capture_id: Option<i64>,
    /// Those of one incident.
    pub incident: Option<String>,
}

/// What came of a walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// Claims that were decided about.
    pub decided: usize,
    /// Claims that nobody has looked at yet.
    pub left: usize,
}

/// What a person does with a claim.
enum Step {
    Decided,
    Skip,
    Back,
    Quit,
}

const KEYS: &str = "a accept · r reject · c correct · s skip · b back · q quit";

/// Walks until there is nothing left, or the person has enough. Each decision is stored when it is made.
pub fn walk(
    archive: &mut Archive,
    way: &Way,
    by: &By,
    now: &dyn Fn() -> String,
    desk: &mut dyn Desk,
) -> Result<Walked> {
    let claims = archive.read(|connection| questions::TO_REVIEW.rows(connection, &parameters(way)))?;
    let records: Vec<Record<'_>> = claims.records().collect();
    let total = records.len();
    let mut decided: Vec<bool> = vec![false; total];
    let mut reason = String::new();
    let mut place = 0;
    while let Some(record) = records.get(place) {
        let heading = format!("{} of {total}", place + 1);
        show(desk, &claim(record, &heading))?;
        let key = record.text("claim_key").unwrap_or_default();
        match ask(archive, key, by, now, &mut reason, desk)? {
            Step::Decided => mark(&mut decided, place, true),
            Step::Skip => {}
            Step::Quit => break,
            Step::Back => {
                place = place.saturating_sub(1);
                let before = records.get(place).and_then(|record| record.text("claim_key")).unwrap_or_default();
                if decided.get(place) == Some(&true) {
                    review::decide(archive, before, Decision::Withdraw, &[], None, &signed(by, None, now))?;
                    mark(&mut decided, place, false);
                    show(desk, "taken back\n")?;
                }
                continue;
            }
        }
        place += 1;
    }
    let decided = decided.into_iter().filter(|is_decided| *is_decided).count();
    Ok(Walked { decided, left: total - decided })
}

fn mark(decided: &mut [bool], place: usize, is_decided: bool) {
    if let Some(mark) = decided.get_mut(place) {
        *mark = is_decided;
    }
}

fn parameters(way: &Way) -> Parameters {
    vec![
        (":state", optional(Some("unreviewed"))),
        (":capture_id", way.capture_id.map_or_else(|| optional(None), number)),
        (":incident", optional(way.incident.as_deref())),
        (":limit", number(-1)),
    ]
}

/// Asks until something is done with the claim. What is refused is told, and asked again.
fn ask(
    archive: &mut Archive,
    claim: &str,
    by: &By,
    now: &dyn Fn() -> String,
    reason: &mut String,
    desk: &mut dyn Desk,
) -> Result<Step> {
    loop {
        let (decision, values) = match desk.key().map_err(failed)? {
            Some('a') => (Decision::Accept, Vec::new()),
            Some('r') => (Decision::Reject, Vec::new()),
            Some('c') => match corrections(desk)? {
                Some(values) => (Decision::Correct, values),
                None => continue,
            },
            Some('s' | ' ') => return Ok(Step::Skip),
            Some('b') => return Ok(Step::Back),
            Some('q') | None => return Ok(Step::Quit),
            Some(_) => {
                show(desk, &format!("{KEYS}\n"))?;
                continue;
            }
        };
        let note = if decision == Decision::Accept { None } else { why(reason, desk)? };
        match review::decide(archive, claim, decision, &values, None, &signed(by, note, now)) {
            Ok(reviewed) => {
                show(desk, &format!("{}  {}\n", decision.past(), reviewed.content.line()))?;
                return Ok(Step::Decided);
            }
            Err(Error::Usage { what }) => show(desk, &format!("{what}\n{KEYS}\n"))?,
            Err(error) => return Err(error),
        }
    }
}

fn signed(by: &By, note: Option<String>, now: &dyn Fn() -> String) -> By {
    By { reviewer: by.reviewer.clone(), note: note.or_else(|| by.note.clone()), now: now() }
}

/// The corrected values; `None` where none make sense.
fn corrections(desk: &mut dyn Desk) -> Result<Option<Vec<Assignment>>> {
    let question = "What does it say? (figure=14 source='the mayor' via=)  ";
    let Some(line) = desk.line(question).map_err(failed)? else { return Ok(None) };
    let read: Result<Vec<Assignment>, String> = words(&line).iter().map(|word| word.parse()).collect();
    match read {
        Ok(values) if !values.is_empty() => Ok(Some(values)),
        Ok(_) => show(desk, &format!("nothing was corrected\n{KEYS}\n")).map(|()| None),
        Err(wrong) => show(desk, &format!("{wrong}\n{KEYS}\n")).map(|()| None),
    }
}

/// The reason; Enter alone gives the last one once more.
fn why(last: &mut String, desk: &mut dyn Desk) -> Result<Option<String>> {
    let question = if last.is_empty() { "Why?  ".to_owned() } else { format!("Why? [{last}]  ") };
    let Some(line) = desk.line(&question).map_err(failed)? else { return Ok(None) };
    if !line.trim().is_empty() {
        line.trim().clone_into(last);
    }
    Ok(Some(last.clone()).filter(|reason| !reason.is_empty()))
}

/// Words between white space; quotation marks keep white space together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut open) = (Vec::new(), String::new(), None);
    for character in line.chars() {
        match open {
            Some(mark) if character == mark => open = None,
            None if matches!(character, '\'' | '"') => open = Some(character),
            None if character.is_whitespace() => words.push(std::mem::take(&mut word)),
            _ => word.push(character),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// One claim: where it stands, its sentence with its words marked, what the program reads, and the keys.
fn claim(record: &Record<'_>, heading: &str) -> String {
    const WIDTH: usize = 96;
    let text = |column: &str| record.text(column).map(one_line);
    let issue = [text("publisher"), text("published_on"), text("title").or_else(|| text("article"))];
    let mut lines = vec![
        String::new(),
        [Some(heading.to_owned())].into_iter().chain(issue).flatten().collect::<Vec<_>>().join(" · "),
    ];
    let (sentence, quote) = (text("sentence").unwrap_or_default(), text("quote").unwrap_or_default());
    lines.push(String::new());
    // The marks are put in before the lines are cut, and coloured after it, so that a quote may go over two lines.
    let marked = sentence.replacen(&quote, &format!("▐{quote}▌"), 1);
    lines.extend(wrapped(&marked, WIDTH, usize::MAX).into_iter().map(|line| format!("  {line}")));
    lines.push(String::new());
    let doubts = ["polarity", "modality", "relation"]
        .map(|column| text(column).filter(|word| word != "asserted" && word != "fact"));
    let facts = [
        text("what")
            .map(|what| [Some(what), text("figure"), text("unit")].into_iter().flatten().collect::<Vec<_>>().join(" ")),
        text("counted_group"),
        text("actor").map(|actor| format!("by {actor}")),
        text("target").map(|target| format!("to {target}")),
        text("source").map(|source| format!("says {source}")),
        text("via").map(|via| format!("via {via}")),
        text("known_place"),
        text("date"),
    ];
    let facts: Vec<String> = facts.into_iter().chain(doubts).flatten().collect();
    lines.push(format!("  {}", styled(STRONG, facts.join(" · "))));
    let key = record.text("claim").unwrap_or_default();
    lines.push(format!("  {}  {}", styled(MARK, KEYS), styled(FAINT, key)));
    lines.push(String::new());
    lines.join("\n")
}

fn show(desk: &mut dyn Desk, text: &str) -> Result<()> {
    desk.show(text).map_err(failed)
}

fn failed(error: io::Error) -> Error {
    Error::Write(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_keep_words_together() {
        for (line, expected) in [
            ("", &[][..]),
            (" low=14  via= ", &["low=14", "via="]),
            ("source='the mayor' place=\"Port Vell\"", &["source=the mayor", "place=Port Vell"]),
            ("actor=\"the mayor's men\"", &["actor=the mayor's men"]),
            ("source='never closed", &["source=never closed"]),
        ] {
            assert_eq!(words(line), expected, "{line}");
        }
    }
}
