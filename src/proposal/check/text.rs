//! The text of an article, in which words are looked for. Offsets are its code points.

/// How many characters of a text a message quotes.
const LONGEST: usize = 80;

/// A text with its code points.
#[derive(Debug)]
pub struct Text {
    whole: String,
    /// Where each code point begins, and the end.
    begins: Vec<usize>,
    /// The text with one space for every run of white space.
    spaced: String,
}

impl Text {
    /// Makes a text ready.
    pub fn new(text: String) -> Self {
        let begins = text.char_indices().map(|(begin, _)| begin).chain([text.len()]).collect();
        let spaced = spaced(&text);
        Self { whole: text, begins, spaced }
    }

    /// Whether the words stand in it, however the lines are broken.
    pub fn has(&self, words: &str) -> bool {
        self.spaced.contains(&spaced(words))
    }

    /// Where the words stand: at the offsets given, or, where none are, in the one place where they do.
    ///
    /// # Errors
    /// Words that say what was looked for, where, and what is there.
    pub fn find(&self, words: &str, start: Option<usize>, end: Option<usize>) -> Result<(i64, i64), String> {
        match (start, end) {
            (Some(start), Some(end)) => match self.between(start, end) {
                Some(found) if found == words => Ok((start as i64, end as i64)),
                Some(found) => Err(format!(
                    "{:?} was looked for at {start} to {end}, where {:?} stands",
                    shortened(words),
                    shortened(found)
                )),
                None => Err(format!(
                    "{:?} was looked for at {start} to {end}; the text ends at {}",
                    shortened(words),
                    self.begins.len() - 1
                )),
            },
            (None, None) => {
                let mut places = self.whole.match_indices(words).map(|(begin, _)| begin);
                match (places.next(), places.count()) {
                    (None, _) => Err(format!("{:?} does not stand in the text", shortened(words))),
                    (Some(begin), 0) => {
                        let start = self.begins.partition_point(|known| *known < begin);
                        Ok((start as i64, (start + words.chars().count()) as i64))
                    }
                    (Some(_), more) => {
                        Err(format!("{:?} stands {} times in the text; give start and end", shortened(words), more + 1))
                    }
                }
            }
            _ => Err("start and end are given together or not at all".to_owned()),
        }
    }

    fn between(&self, start: usize, end: usize) -> Option<&str> {
        let (from, to) = (*self.begins.get(start)?, *self.begins.get(end)?);
        if start < end { self.whole.get(from..to) } else { None }
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
