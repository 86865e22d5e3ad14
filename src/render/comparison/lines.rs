//! One count on one line: the figure first, then who published it and when, on whose word, the words themselves where
//! there is room, and the bar.

use super::words;
use crate::query::compare::Account;
use crate::render::days;
use crate::render::layout::{cut, left, one_line, right, width, wrapped};
use crate::render::style::{FAINT, MARK, STRONG, styled};

/// Between two columns.
const GAP: usize = 2;
/// A publisher or a source takes at most so many lines.
const MOST_LINES: usize = 2;
/// A quote is shown where it gets so many columns.
const LEAST_QUOTE: usize = 20;
/// From so many columns on there is room for quotes.
const WIDE: usize = 120;

/// The texts of one line.
pub struct Line {
    figure: String,
    publisher: String,
    day: String,
    source: String,
    quote: String,
}

impl Line {
    /// The texts for one count; a day in `known_year` is written without it.
    pub fn of(account: &Account, known_year: Option<&str>) -> Self {
        let unit = account.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
        Self {
            figure: format!("{}{unit}", account.figure),
            publisher: words::publisher(account),
            day: account.published_on.as_deref().map_or_else(|| "–".to_owned(), |day| days::short(day, known_year)),
            source: words::source(account),
            quote: one_line(&account.quote),
        }
    }
}

/// How wide each column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    figure: usize,
    publisher: usize,
    day: usize,
    source: usize,
    /// 0 where there is no room for it.
    quote: usize,
    /// The bar.
    pub bar: usize,
}

impl Columns {
    /// Columns in which these lines fit into a terminal of so many columns.
    pub fn fitting<'a>(lines: &(impl Iterator<Item = &'a Line> + Clone), total: usize) -> Self {
        let widest = |text: fn(&Line) -> &str| lines.clone().map(|line| width(text(line))).max().unwrap_or(0);
        let figure = widest(|line| &line.figure).clamp(4, 18);
        let day = widest(|line| &line.day).min(12);
        let bar = (total / 4).clamp(12, 36);
        // Two columns at the left edge, and a gap before each column but the first.
        let free = total.saturating_sub(2 + figure + day + bar + 4 * GAP);
        let (mut publisher, mut source) = (widest(|line| &line.publisher), widest(|line| &line.source));
        if total >= WIDE {
            // Long names give way to the quotes.
            (publisher, source) = (publisher.min(free / 4), source.min(free / 3));
        }
        let quote = widest(|line| &line.quote);
        let spare = free.saturating_sub(publisher + source + GAP);
        if publisher + source <= free {
            let quote = if spare >= LEAST_QUOTE { quote.min(spare) } else { 0 };
            // What is left goes to the source, so that bars stand at the right edge.
            let used = publisher + if quote > 0 { quote + GAP } else { 0 };
            return Self { figure, publisher, day, source: free.saturating_sub(used), quote, bar };
        }
        // The narrower of the two keeps its width, up to a half.
        let publisher = if publisher <= free / 2 { publisher } else { free.saturating_sub(source).max(free / 2) };
        Self { figure, publisher, day, source: free.saturating_sub(publisher), quote: 0, bar }
    }

    /// Writes one count, on two lines where publisher or source need them.
    pub fn write(self, line: &Line, bar: &str, text: &mut Vec<String>) {
        let publisher = wrapped(&line.publisher, self.publisher, MOST_LINES);
        let source = wrapped(&line.source, self.source, MOST_LINES);
        let quote = if self.quote > 0 { wrapped(&line.quote, self.quote, MOST_LINES) } else { Vec::new() };
        let height = publisher.len().max(source.len()).max(quote.len());
        let gap = " ".repeat(GAP);
        for row in 0..height {
            let part = |parts: &[String], columns: usize| left(parts.get(row).map_or("", String::as_str), columns);
            let first = |text: String, columns: usize| if row == 0 { text } else { " ".repeat(columns) };
            let mut cells = vec![
                first(styled(STRONG, right(&cut(&line.figure, self.figure), self.figure)), self.figure),
                part(&publisher, self.publisher),
                first(left(&line.day, self.day), self.day),
                part(&source, self.source),
            ];
            if self.quote > 0 {
                // On a second line nothing follows the quote: no spaces are hidden behind its style.
                let quote = part(&quote, self.quote);
                cells.push(styled(FAINT, if row == 0 { quote.as_str() } else { quote.trim_end() }));
            }
            if row == 0 {
                cells.push(styled(MARK, bar.trim_end()));
            }
            text.push(format!("  {}", cells.join(&gap)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(publisher: &str, source: &str) -> Line {
        let text = str::to_owned;
        Line {
            figure: text("13"),
            publisher: text(publisher),
            day: text("5 Mar"),
            source: text(source),
            quote: text("13 people"),
        }
    }

    #[test]
    fn a_line_never_takes_more_than_the_terminal_has() {
        for (publisher, source) in [
            ("Post", "–"),
            ("The Evening Post of the Upper Valley", "officials"),
            ("Post", "a spokesman for the ministry of inland waterways via the Evening Post"),
            ("The Evening Post of the Upper Valley", "a spokesman for the ministry of inland waterways via the Post"),
        ] {
            for total in [60, 80, 100, 140, 200] {
                let line = line(publisher, source);
                let columns = Columns::fitting(&std::iter::once(&line), total);
                let mut text = Vec::new();
                columns.write(&line, &"─".repeat(columns.bar), &mut text);
                for row in text {
                    let row = anstream::adapter::strip_str(&row).to_string();
                    assert!(width(row.trim_end()) <= total, "{} > {total}: {row}", width(&row));
                }
            }
        }
    }
}
