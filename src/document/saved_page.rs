//! What browsers and their extensions write into a page that they save: where it came from and when.

use super::auto_archiver::Report;
use crate::capture::Record;

/// How far into a page the note is looked for, in bytes.
const WITHIN: usize = 4096;

/// What a saved page says of its saving: `SingleFile`'s note, the mark of the web that browsers write,
/// or the report of an archiver.
pub fn record(page: &[u8]) -> Option<Record> {
    if let Some(report) = Report::of(page) {
        return Some(report.record());
    }
    let head = String::from_utf8_lossy(page.get(..page.len().min(WITHIN))?);
    let note = comments(&head).find(|comment| comment.contains("SingleFile") || comment.contains("saved from url="))?;
    let url = after(note, "url:").or_else(|| saved_from(note)).filter(|url| url.starts_with("http"))?;
    let date = after_line(note, "saved date:");
    Some(Record { kind: "saved page".to_owned(), url: Some(url), date, ..Record::default() })
}

fn comments(head: &str) -> impl Iterator<Item = &str> {
    head.split("<!--").skip(1).filter_map(|after| after.split_once("-->").map(|(comment, _)| comment))
}

/// The word behind a label.
fn after(note: &str, label: &str) -> Option<String> {
    note.split_once(label)?.1.split_whitespace().next().map(str::to_owned)
}

/// The rest of the line behind a label.
fn after_line(note: &str, label: &str) -> Option<String> {
    note.split_once(label)?.1.lines().next().map(|date| date.trim().to_owned()).filter(|date| !date.is_empty())
}

/// `saved from url=(0031)https://…`: the number is the length of the address.
fn saved_from(note: &str) -> Option<String> {
    let (_, url) = note.split_once("saved from url=")?.1.split_once(')')?;
    url.split_whitespace().next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_of_savers() {
        let page = b"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://lantern.example/a?b=1 \n saved date: Sat May 04 2019 10:00:00 GMT+0200 (CEST)\n--><head>";
        let record = record(page).unwrap();
        assert_eq!(record.url.as_deref(), Some("https://lantern.example/a?b=1"));
        assert_eq!(record.date.as_deref(), Some("Sat May 04 2019 10:00:00 GMT+0200 (CEST)"));
        let page = b"<!DOCTYPE html>\n<!-- saved from url=(0025)https://lantern.example/b -->\n<html>";
        assert_eq!(super::record(page).unwrap().url.as_deref(), Some("https://lantern.example/b"));
        assert_eq!(super::record(b"<html><!-- nothing -->"), None);
    }
}
