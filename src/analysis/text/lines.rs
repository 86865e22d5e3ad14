//! What the end of a line means: the same paragraph goes on (text wrapped to a width), or another one begins (one
//! paragraph a line, headlines, lists). A line is wrapped where the next word would not have fitted any more.

/// How the lines of one document are laid out.
pub struct Lines {
    /// The width that lines are wrapped to, in characters; `None` where lines are whole paragraphs.
    width: Option<usize>,
}

/// Longer lines than these are paragraphs: nobody wraps so wide.
const WIDEST_WRAP: usize = 110;
/// Shorter lines than these are verse, tables or lists.
const NARROWEST_WRAP: usize = 40;
/// How much shorter than the widest a wrapped line may be, in characters.
const RAGGED: usize = 12;

impl Lines {
    /// Looks at all lines of `source`.
    pub fn new(source: &str) -> Self {
        let lengths: Vec<usize> = source.lines().map(|line| line.trim_end().chars().count()).collect();
        let widest = lengths.iter().copied().max().unwrap_or(0);
        let full = lengths.iter().filter(|length| **length > 0 && *length + RAGGED >= widest).count();
        let wrapped = (NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest) && full >= 3;
        Self { width: wrapped.then_some(widest) }
    }

    /// Whether the white space `gap`, which begins at byte `end` of `source`, holds the end of a paragraph.
    pub fn ends_paragraph(&self, source: &str, end: usize, gap: &str) -> bool {
        let mut breaks = gap.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at);
        let Some(first) = breaks.next() else { return false };
        if breaks.next().is_some() {
            return true;
        }
        let next = &source[end + gap.len()..];
        let line_start = source[..end].rfind('\n').map_or(0, |newline| newline + 1);
        let length = source[line_start..end + first].trim_end().chars().count();
        let unfinished = length >= NARROWEST_WRAP && !source[..end].ends_with(['.', '!', '?', '"', '”', ':']);
        if unfinished && next.starts_with(char::is_lowercase) {
            return false;
        }
        let Some(width) = self.width else { return true };
        let next_word = next.find(char::is_whitespace).unwrap_or(next.len());
        begins_list_item(next) || length + 1 + next_word <= width.saturating_sub(RAGGED / 2)
    }
}

/// Whether a line begins as an item of a list does.
fn begins_list_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let numbered = rest.len() < line.len() && line.len() - rest.len() <= 2 && rest.starts_with(['.', ')']);
    let bulleted = line.starts_with(['-', '*', '•', '–', '·', '▪', '#']);
    (numbered && rest[1..].starts_with(' ')) || (bulleted && line.chars().nth(1) == Some(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(source: &str) -> usize {
        let lines = Lines::new(source);
        1 + source.match_indices('\n').filter(|(at, newline)| lines.ends_paragraph(source, *at, newline)).count()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let wrapped = "The council of the harbour town met again on the evening of the\n\
                       flood and heard from the engineers that the old sea wall could\n\
                       not be mended before the winter, whatever the ministry promised\n\
                       in its letter.\n\
                       Nobody in the hall asked for the floor, and the meeting was\n\
                       closed.";
        assert_eq!(paragraphs(wrapped), 2);
    }

    #[test]
    fn lines_of_their_own_are_paragraphs() {
        assert_eq!(paragraphs("Flood in the harbour\nThe sea wall broke at night.\n- one\n- two"), 4);
        let long = "A line that holds a whole paragraph is longer than any line that anybody would wrap by hand or by program. ";
        assert_eq!(paragraphs(&format!("{long}{long}\n{long}\nAnd an end")), 3);
        assert_eq!(paragraphs("A line that was broken by accident in the middle of its\nsentence."), 1);
    }
}
