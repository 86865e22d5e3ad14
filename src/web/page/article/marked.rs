//! A text with its claims marked in place. Claims may lie in one another or overlap: the text is cut at every beginning and end,
//! and each piece tells of all claims that it is a part of, when it is pointed at and when it has the focus.

use maud::{Markup, html};

use crate::query::{Record, Rows};
use crate::web::links::{claim_id, digits};
use crate::web::shown::{cell, excerpt, shown};

/// Longer texts are cut here: the original has the rest. In bytes.
const LONGEST: usize = 4 << 20;

/// A claim and the bytes of the text that carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    number: usize,
    key: String,
    brief: String,
    start: usize,
    end: usize,
}

/// The text.
pub fn text(text: &str, language: Option<&str>, claims: &Rows) -> Markup {
    let whole = text.len();
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    let marks = marks(text, claims);
    let mut introduced = vec![false; marks.len()];
    html! {
        div.text dir="auto" lang=[language.filter(|language| is_tag(language))] {
            @for piece in pieces(text.len(), &marks) {
                @let words = text.get(piece.start..piece.end).unwrap_or_default();
                @if piece.over.is_empty() { (shown(words)) } @else { (marked(words, &piece, &marks, &mut introduced)) }
                @for mark in piece.ending.iter().filter_map(|place| marks.get(*place)) { sup aria-hidden="true" { (mark.number) } }
            }
        }
        @if text.len() < whole { p.hint { "The text goes on; the original has all of it." } }
    }
}

/// One piece with the claims that it is a part of. The first piece of each claim is where its list entry leads back to.
fn marked(words: &str, piece: &Piece, marks: &[Mark], introduced: &mut [bool]) -> Markup {
    let told: Vec<&Mark> = piece.over.iter().filter_map(|place| marks.get(*place)).collect();
    let first: Vec<&Mark> = piece
        .over
        .iter()
        .filter(|place| introduced.get_mut(**place).is_some_and(|seen| !std::mem::replace(seen, true)))
        .filter_map(|place| marks.get(*place))
        .collect();
    let keys: Vec<&str> = told.iter().map(|mark| digits(&mark.key)).collect();
    // The shortest claim over a piece is the one that it is mostly about.
    let target = told.iter().min_by_key(|mark| (mark.end - mark.start, mark.number));
    let tip = format!("tip-{}", piece.start);
    html! {
        @for mark in &first { span.anchor id=(format!("mark-{}", digits(&mark.key))) {} }
        // A space between two claims within a third is no link that anybody could name.
        @if words.trim().is_empty() {
            mark { (shown(words)) }
        } @else {
            a.claim data-claims=(keys.join(" ")) href=[target.map(|mark| format!("#{}", claim_id(&mark.key)))] aria-describedby=(tip) {
                mark { (shown(words)) }
                span.tip id=(tip) role="tooltip" { @for mark in &told { span { (mark.number) ". " (mark.brief) } } }
            }
        }
    }
}

/// The claims with the bytes that they cover; the archive counts code points.
fn marks(text: &str, claims: &Rows) -> Vec<Mark> {
    let bytes: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
    let byte = |record: &Record<'_>, column: &str| {
        let offset = record.integer(column).and_then(|offset| usize::try_from(offset).ok())?;
        Some(bytes.get(offset).copied().unwrap_or(text.len()))
    };
    let mark = |(index, record): (usize, Record<'_>)| {
        let (start, end) = (byte(&record, "start_offset")?, byte(&record, "end_offset")?);
        let key = record.string("claim_key").unwrap_or_default();
        (start < end).then(|| Mark { number: index + 1, key, brief: brief(&record), start, end })
    };
    claims.records().enumerate().filter_map(mark).collect()
}

/// A piece of the text, in bytes, and the places of the marks that lie over it and that end with it.
#[derive(Debug, PartialEq, Eq)]
struct Piece {
    start: usize,
    end: usize,
    over: Vec<usize>,
    ending: Vec<usize>,
}

/// The text cut at every beginning and end.
fn pieces(length: usize, marks: &[Mark]) -> Vec<Piece> {
    let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).chain([0, length]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut by_start: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
    by_start.sort_by_key(|(place, mark)| (mark.start, *place));
    let mut unopened = by_start.into_iter().peekable();
    let mut open: Vec<(usize, &Mark)> = Vec::new();
    let mut pieces = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)).map(|(start, end)| (*start, *end)) {
        open.retain(|(_, mark)| mark.end > start);
        open.extend(std::iter::from_fn(|| unopened.next_if(|(_, mark)| mark.start <= start)));
        let mut over: Vec<usize> = open.iter().map(|(place, _)| *place).collect();
        over.sort_unstable();
        let ending =
            over.iter().copied().filter(|place| marks.get(*place).is_some_and(|mark| mark.end == end)).collect();
        pieces.push(Piece { start, end, over, ending });
    }
    pieces
}

/// What a claim says in one line: "killed ≥14 · officials · via the Evening Post".
pub fn brief(record: &Record<'_>) -> String {
    let what = cell(record, "what").map(|what| what.replace('_', " "));
    let head: Vec<String> = [what, cell(record, "figure"), cell(record, "unit")].into_iter().flatten().collect();
    let denied = cell(record, "polarity").filter(|polarity| polarity != "asserted");
    let modality = cell(record, "modality").filter(|modality| modality != "fact");
    let via = cell(record, "via").map(|via| format!("via {via}"));
    let rest = [
        Some(head.join(" ")),
        cell(record, "source"),
        via,
        cell(record, "place"),
        cell(record, "date"),
        denied,
        modality,
    ];
    let parts: Vec<String> = rest.into_iter().flatten().map(|part| excerpt(&part, 80)).collect();
    parts.join(" · ")
}

/// Whether it looks like a BCP 47 tag.
fn is_tag(language: &str) -> bool {
    (2..=35).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Value;

    fn claims(spans: &[(i64, i64)]) -> Rows {
        let columns = ["claim_key", "what", "start_offset", "end_offset"].map(str::to_owned).to_vec();
        let row = |(index, (start, end)): (usize, &(i64, i64))| {
            let text = |text: String| Value::Text(text);
            vec![text(format!("{index:064}")), text("killed".to_owned()), Value::Integer(*start), Value::Integer(*end)]
        };
        Rows { columns, rows: spans.iter().enumerate().map(row).collect() }
    }

    #[test]
    fn every_piece_tells_of_all_claims_over_it() {
        let words = "Écluse: <3> dead";
        for (spans, expected) in [
            (&[][..], vec!["Écluse: <3> dead:0"]),
            (&[(0, 6)], vec!["Écluse:1", ": <3> dead:0"]),
            (&[(0, 16), (8, 11)], vec!["Écluse: :1", "<3>:2", " dead:1"]),
            (&[(0, 11), (8, 16)], vec!["Écluse: :1", "<3>:2", " dead:1"]),
            (&[(0, 6), (0, 6), (90, 99)], vec!["Écluse:2", ": <3> dead:0"]),
        ] {
            let marks = marks(words, &claims(spans));
            let found: Vec<String> = pieces(words.len(), &marks)
                .into_iter()
                .map(|piece| format!("{}:{}", &words[piece.start..piece.end], piece.over.len()))
                .collect();
            assert_eq!(found, expected, "{spans:?}");
        }
    }

    #[test]
    fn the_text_is_whole_and_escaped() {
        let page = text("a <b> & \u{202e}c\n\"d\"", Some("x\" onload=\"y"), &claims(&[(2, 8), (5, 12)])).into_string();
        assert!(!page.contains("<b>") && !page.contains("onload"), "{page}");
        for part in ["&lt;b&gt;", "&amp;", "[U+202E]", "&quot;"] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }
    #[test]
    fn a_space_between_two_claims_is_no_link() {
        let page = text("ab cd", None, &claims(&[(0, 5), (0, 2), (3, 5)])).into_string();
        assert_eq!(page.matches("<a ").count(), 2, "{page}");
        assert!(page.contains("<mark> </mark>"), "{page}");
    }
}
