//! Title, byline and date where they stand at the head of a plain text: a heading line, a line that is a name, a line
//! that is a date. What does not stand there stays unknown.

mod date_line;

use chrono::NaiveDate;

use crate::capture::Metadata;

/// How many lines with text are looked at.
const HEAD: usize = 12;
/// A heading is no longer than this, in characters.
const LONGEST_TITLE: usize = 200;
/// A line that is a name has no more words than this.
const MOST_NAME_WORDS: usize = 5;

/// What the head of `text` says about the article.
pub fn metadata(text: &str) -> Metadata {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD).collect();
    let date_at = lines.iter().position(|line| date(line).is_some());
    let title_at = lines.iter().position(|line| line.starts_with("# ")).or_else(|| {
        let first = lines.first()?;
        (is_title(first) && lines.len() > 1).then_some(0)
    });
    let byline = lines.iter().enumerate().find_map(|(at, line)| {
        let near = title_at.is_some_and(|title| at == title + 1) || date_at.is_some_and(|date| at.abs_diff(date) == 1);
        by(line).or_else(|| (near && Some(at) != title_at && is_name(line)).then(|| (*line).to_owned()))
    });
    Metadata {
        headline: title_at
            .map(|at| lines[at].trim_start_matches(['#', ' ']).to_owned())
            .filter(|title| !title.is_empty()),
        author: byline,
        date_published: date_at.and_then(|at| date(lines[at])),
        ..Metadata::default()
    }
}

/// The day of a line that is nothing but a date.
pub fn day(line: &str) -> Option<NaiveDate> {
    date_line::parse(line)
}

fn is_title(line: &str) -> bool {
    let ends_like_text = line.ends_with(['.', ':', ',', ';', '"', '”']);
    let words = line.split_whitespace().count();
    line.starts_with(|first: char| first.is_uppercase() || first.is_numeric() || "\"'“‘".contains(first))
        && line.chars().count() <= LONGEST_TITLE
        && words > 1
        && !ends_like_text
        && !line.contains('|')
        && date_line::parse(line).is_none()
        && by(line).is_none()
}

/// The day of a line that is a date, or of one such as "By Ann Olsen, 4 March 2019".
fn date(line: &str) -> Option<NaiveDate> {
    let behind_name = || by(line).and_then(|_| line.split_once([',', '|', '•'])).map(|(_, rest)| rest);
    date_line::parse(line).or_else(|| date_line::parse(behind_name()?))
}

/// The author of a line such as "By Ann Olsen".
fn by(line: &str) -> Option<String> {
    let name = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")).or_else(|| line.strip_prefix("by "))?;
    let name = name.split([',', '|', '•']).next()?.trim();
    is_name(name).then(|| name.to_owned())
}

/// Two to five words with capitals, "and" between them allowed, and nothing else.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let named = |word: &&str| {
        matches!(*word, "and" | "de" | "van" | "von" | "al" | "bin" | "da" | "di" | "la" | "el")
            || word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c))
    };
    (2..=MOST_NAME_WORDS).contains(&words.len()) && words.iter().all(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> (Option<String>, Option<String>, Option<String>) {
        let metadata = metadata(text);
        (metadata.headline, metadata.author, metadata.date_published.map(|day| day.to_string()))
    }

    #[test]
    fn what_stands_at_the_head() {
        let cases = [
            (
                "# Dam bursts above Halvik\n\nAnn Olsen  \n4 March 2019\n\nNine people drowned.",
                (Some("Dam bursts above Halvik"), Some("Ann Olsen"), Some("2019-03-04")),
            ),
            (
                "Dam bursts above Halvik\n\nBy Ann Olsen, in Halvik\n\nMonday, 4 March, 2019\n\nNine people drowned.",
                (Some("Dam bursts above Halvik"), Some("Ann Olsen"), Some("2019-03-04")),
            ),
            (
                "Dam bursts above Halvik\n\nBy Ann Olsen | Mar. 4, 2019\n\nNine people drowned.",
                (Some("Dam bursts above Halvik"), Some("Ann Olsen"), Some("2019-03-04")),
            ),
            ("HALVIK, March 4 - Nine people drowned when a dam burst, police said.\nMore soon.", (None, None, None)),
            ("Nine people drowned.", (None, None, None)),
            ("Dam | bursts\n---|---\nNine people drowned.", (None, None, None)),
        ];
        for (text, (title, byline, date)) in cases {
            let wanted = (title.map(str::to_owned), byline.map(str::to_owned), date.map(str::to_owned));
            assert_eq!(head(text), wanted, "{text:?}");
        }
    }
}
