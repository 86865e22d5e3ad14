//! Where the words of a claim stand that a person adds: they have to be in the article's text as they are.

use rusqlite::{Connection, named_params};

use super::content::Content;
use super::{Found, Missed};
use crate::archive::derivation::claim_key;
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::query::article;
use crate::{Error, Result};

/// So many places are listed to choose from.
const MOST_PLACES: usize = 12;

/// Where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// SHA-256 of the article's bytes.
    pub sha256: String,
    /// Code points of the text before them.
    pub start: usize,
    /// Code points up to their end.
    pub end: usize,
}

/// Finds the quote in the article's text.
///
/// # Errors
/// [`Error::Usage`] where it does not stand there, or more than once and nothing says which.
pub fn place(connection: &Connection, missed: &Missed) -> Result<Place> {
    let version = article::find_text(connection, &missed.article)?;
    let (sha256, text): (String, String) = connection
        .query_row(include_str!("text.sql"), named_params! {":capture_id": version.capture_id}, |row| {
            Ok((row.get("sha256")?, row.get("text")?))
        })
        .doing("read the text")?;
    let starts = starts(&text, &missed.quote);
    let length = missed.quote.chars().count();
    let refuse = |what: String| Err(Error::Usage { what });
    match (missed.at, starts.as_slice()) {
        (_, []) => refuse(format!(
            "{:?} does not stand in the text of {}: a quote is verbatim, to the space and the line break; `dossier query show {}` prints the text",
            missed.quote, missed.article, missed.article
        )),
        (Some(at), starts) if starts.contains(&at) => Ok(Place { sha256, start: at, end: at + length }),
        (None, [only]) => Ok(Place { sha256, start: *only, end: only + length }),
        (given, starts) => {
            let listed: Vec<String> = starts.iter().take(MOST_PLACES).map(ToString::to_string).collect();
            let which = given.map_or_else(
                || format!("stands {} times in the text: say which with --at", starts.len()),
                |at| format!("does not stand at {at}"),
            );
            refuse(format!("{:?} {which}; it stands at {}", missed.quote, listed.join(", ")))
        }
    }
}

/// The claim that is added.
///
/// # Errors
/// [`Error::Usage`] where the program found it already.
pub fn new_claim(connection: &Connection, place: &Place, content: &Content) -> Result<Found> {
    let kind = content.text("kind").unwrap_or_default();
    let what = ["measure", "event", "cue"].iter().find_map(|column| content.text(column)).unwrap_or_default();
    let sha256 = Hash::from_hex(&place.sha256).ok_or_else(|| Error::Unsound {
        what: format!("{:?} is no SHA-256, and the archive holds it as one", place.sha256),
    })?;
    let claim_key = claim_key(&sha256, kind, what, place.start, place.end);
    let is_known: bool = connection
        .query_row(
            include_str!("is_known.sql"),
            named_params! {":claim_key": claim_key, ":sha256": place.sha256},
            |row| row.get("is_known"),
        )
        .doing("look for the claim")?;
    if is_known {
        let what = format!(
            "the program found this claim already: accept or correct {}",
            claim_key.get(..12).unwrap_or_default()
        );
        return Err(Error::Usage { what });
    }
    Ok(Found { claim_key, sha256: place.sha256.clone(), seen: None })
}

/// The code points before each occurrence.
fn starts(text: &str, quote: &str) -> Vec<usize> {
    if quote.trim().is_empty() {
        return Vec::new();
    }
    let (mut points, mut counted) = (0, 0);
    let mut starts = Vec::new();
    for (offset, _) in text.match_indices(quote) {
        points += text.get(counted..offset).map_or(0, |between| between.chars().count());
        counted = offset;
        starts.push(points);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_code_points() {
        for (text, quote, expected) in [
            ("Жаңа: two, and two", "two", &[6, 15][..]),
            ("two", "two", &[0]),
            ("one", "two", &[]),
            ("a b", " ", &[]),
            ("a\nb", "a b", &[]),
        ] {
            assert_eq!(starts(text, quote), expected, "{text:?}");
        }
    }
}
