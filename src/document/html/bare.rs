//! Text that stands beside paragraphs instead of in one, as older pages write it, between line breaks. The tree library
//! loses such text where an element precedes it, so it is put into paragraphs before the library sees the page.

use std::ops::Range;

use super::strip::{FURNITURE, Furniture, INLINE, Piece, Pieces, VOID};

/// Elements whose own text is no bare text.
const HOLDERS: [&str; 18] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "th",
    "pre",
    "title",
    "caption",
    "figcaption",
    "label",
    "option",
    "summary",
];
/// Shorter runs, in letters, are labels and links; as paragraphs they would look like part of the article.
const SHORTEST: usize = 40;

/// The page with its longer runs of bare text in paragraphs.
pub fn in_paragraphs(page: &str) -> String {
    let mut written = String::with_capacity(page.len() + 64);
    let mut last = 0;
    for run in runs(page) {
        written.push_str(&page[last..run.start]);
        written.push_str("<p>");
        written.push_str(&page[run.clone()]);
        written.push_str("</p>");
        last = run.end;
    }
    written.push_str(&page[last..]);
    written
}

/// Where the longer runs of bare text stand in the page.
fn runs(page: &str) -> Vec<Range<usize>> {
    let mut runs = Runs::default();
    let mut furniture = Furniture::default();
    let (mut held, mut breaks, mut start) = (true, 0, 0);
    let mut pieces = Pieces::new(page);
    while let Some(piece) = pieces.next() {
        let end = page.len() - pieces.rest.len();
        match &piece {
            _ if furniture.holds(&piece, &FURNITURE) => {
                runs.end(start);
                held = true;
            }
            Piece::Text(words) => {
                let letters = words.chars().filter(|character| !character.is_whitespace()).count();
                if letters > 0 {
                    breaks = 0;
                    if !held {
                        runs.grow(start, letters, 0);
                    }
                }
            }
            Piece::Tag { name, .. } if name == "br" => {
                breaks += 1;
                if breaks == 2 {
                    runs.end(start);
                }
            }
            // A font may hold whole paragraphs.
            Piece::Tag { name, closing } if INLINE.contains(&name.as_str()) && name != "font" => {
                if !held && !VOID.contains(&name.as_str()) {
                    runs.grow(start, 0, if *closing { -1 } else { 1 });
                }
            }
            Piece::Tag { name, closing } => {
                breaks = 0;
                runs.end(start);
                held = !closing && HOLDERS.contains(&name.as_str());
            }
        }
        start = end;
    }
    runs.end(page.len());
    runs.found
}

#[derive(Default)]
struct Runs {
    found: Vec<Range<usize>>,
    /// Where the current run began.
    start: Option<usize>,
    letters: usize,
    /// Inline elements that were opened in the run and not closed.
    open: i64,
}

impl Runs {
    fn grow(&mut self, at: usize, letters: usize, open: i64) {
        self.start.get_or_insert(at);
        self.letters += letters;
        self.open += open;
    }

    /// A run that ends amid an inline element is left alone: a paragraph would cut the element in two.
    fn end(&mut self, at: usize) {
        let run = std::mem::take(&mut self.start).map(|start| start..at);
        let whole = self.letters >= SHORTEST && self.open == 0;
        self.found.extend(run.filter(|_| whole));
        (self.letters, self.open) = (0, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_become_paragraphs_and_all_else_stays() {
        let long = "The ferry left the harbour at dawn with two hundred people on board";
        for (page, expected) in [
            (
                format!("<h1>Ferry</h1>{long}<br><br>{long}<p>x"),
                format!("<h1>Ferry</h1><p>{long}<br></p><br><p>{long}</p><p>x"),
            ),
            (format!("<div><b>Bergen</b> - {long}</div>"), format!("<div><p><b>Bergen</b> - {long}</p></div>")),
            (format!("<td><font size=2>{long}<p>x"), format!("<td><font size=2><p>{long}</p><p>x")),
        ] {
            assert_eq!(in_paragraphs(&page), expected);
        }
        for same in [
            format!("<p>{long}<br><br>{long}</p><ul><li>{long}</ul>"),
            format!("<head><title>{long}</title></head><nav>{long}</nav><script>{long}</script>"),
            format!("<div><b>{long}<p>{long}</p></b></div>"),
            "<div><a href=x>Home</a> | <a href=y>World</a></div>".to_owned(),
            format!("<!-- {long} --><"),
        ] {
            assert_eq!(in_paragraphs(&same), same);
        }
    }
}
