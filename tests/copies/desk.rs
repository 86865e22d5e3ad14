//! What other papers make of a dispatch: they cut it, put it in another order and in other words, add to it, and save it in
//! another encoding.

use super::dice::Dice;
use super::newsroom::sentence;

/// Words and what an editor puts for them.
const SYNONYMS: [(&str, &str); 24] = [
    ("killed", "slain"),
    ("people", "persons"),
    ("injured", "hurt"),
    ("near", "close to"),
    ("shortly", "soon"),
    ("during", "throughout"),
    ("warned", "cautioned"),
    ("families", "households"),
    ("released", "freed"),
    ("searched", "combed"),
    ("accused", "blamed"),
    ("late", "far into the evening"),
    ("meanwhile", "for their part"),
    ("called", "described as"),
    ("despite", "in spite of"),
    ("old", "ageing"),
    ("recalled", "remembered"),
    ("nobody", "no one"),
    ("under", "by"),
    ("after", "following"),
    ("joined", "aided"),
    ("before", "ahead of"),
    ("evicted", "drove out"),
    ("questioned", "interrogated"),
];

/// An article as it lies in a folder.
#[derive(Clone)]
pub struct Page {
    pub bytes: Vec<u8>,
    /// The day of the month on which it was published.
    pub day: usize,
}

/// A dispatch as its own agency gives it out.
pub fn original(paragraphs: &[Vec<String>], day: usize) -> Page {
    Page { bytes: text(paragraphs).into_bytes(), day }
}

/// A copy of it in another paper, on the same day or within the next two.
pub fn copy(paragraphs: &[Vec<String>], day: usize, dice: &mut Dice) -> Page {
    let day = day + dice.between(0, 2);
    if dice.percent(5) {
        return original(paragraphs, day);
    }
    let mut paragraphs = paragraphs.to_vec();
    if dice.percent(10) {
        return Page { bytes: dressed(&text(&paragraphs), dice), day };
    }
    if dice.percent(10) {
        paragraphs = live_page(paragraphs, dice);
        return Page { bytes: dressed(&text(&paragraphs), dice), day };
    }
    let whole: usize = paragraphs.iter().map(Vec::len).sum();
    if dice.percent(70) {
        shorten(&mut paragraphs, (whole * dice.between(34, 90)).div_ceil(100), dice);
    }
    if dice.percent(40) {
        for _ in 0..dice.between(1, 3) {
            let (from, to) = (dice.between(0, paragraphs.len() - 1), dice.between(0, paragraphs.len() - 1));
            paragraphs.swap(from, to);
        }
    }
    let rate = dice.between(0, 60);
    for sentence in paragraphs.iter_mut().flatten() {
        *sentence = in_other_words(sentence, rate, dice);
    }
    let kept: usize = paragraphs.iter().map(Vec::len).sum();
    if dice.percent(35) {
        paragraphs.insert(0, (0..dice.between(1, 2)).map(|_| sentence(dice)).collect());
    }
    if dice.percent(35) {
        paragraphs.push((0..dice.between(1, (kept / 3).max(1))).map(|_| sentence(dice)).collect());
    }
    Page { bytes: dressed(&text(&paragraphs), dice), day }
}

/// From the end, as most desks cut, or here and there.
fn shorten(paragraphs: &mut Vec<Vec<String>>, keep: usize, dice: &mut Dice) {
    let from_the_end = dice.percent(70);
    while paragraphs.iter().map(Vec::len).sum::<usize>() > keep.max(4) {
        let paragraph = if from_the_end { paragraphs.len() - 1 } else { dice.between(0, paragraphs.len() - 1) };
        if from_the_end {
            paragraphs[paragraph].pop();
        } else {
            let sentence = dice.between(0, paragraphs[paragraph].len() - 1);
            paragraphs[paragraph].remove(sentence);
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
    }
}

fn in_other_words(sentence: &str, rate: usize, dice: &mut Dice) -> String {
    let put = |word: &str, dice: &mut Dice| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let found = SYNONYMS.iter().find(|(known, _)| *known == bare.to_lowercase());
        match found {
            Some((_, other)) if dice.percent(rate) => word.replace(bare, other),
            _ => word.to_owned(),
        }
    };
    sentence.split(' ').map(|word| put(word, dice)).collect::<Vec<_>>().join(" ")
}

/// A page that runs all day and holds the story whole.
fn live_page(story: Vec<Vec<String>>, dice: &mut Dice) -> Vec<Vec<String>> {
    let mut entries = |count| -> Vec<Vec<String>> {
        (0..count).map(|_| (0..dice.between(2, 4)).map(|_| sentence(dice)).collect()).collect()
    };
    let (before, after) = (entries(9), entries(9));
    [before, story, after].concat()
}

fn text(paragraphs: &[Vec<String>]) -> String {
    paragraphs.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

/// Quotation marks, line ends and encoding as another paper has them.
fn dressed(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut text = text.to_owned();
    if dice.percent(50) {
        text = curly(&text);
    }
    if dice.percent(30) {
        text = wrapped(&text, 68);
    }
    if dice.percent(20) {
        text = text.replace('\n', "\r\n");
    }
    if dice.percent(20) {
        text.insert(0, '\u{feff}');
    }
    if dice.percent(20) && text.chars().all(|letter| u32::from(letter) < 0x100) {
        return text.chars().map(|letter| u32::from(letter) as u8).collect();
    }
    text.into_bytes()
}

fn curly(text: &str) -> String {
    let mut open = false;
    let quote = |letter| {
        if letter != '"' {
            return if letter == '\'' { '’' } else { letter };
        }
        open = !open;
        if open { '“' } else { '”' }
    };
    text.chars().map(quote).collect()
}

fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::new();
    for paragraph in text.split("\n\n") {
        let mut column = 0;
        for word in paragraph.split(' ') {
            if column + word.len() > width {
                lines.push('\n');
                column = 0;
            } else if column > 0 {
                lines.push(' ');
            }
            lines.push_str(word);
            column += word.len() + 1;
        }
        lines.push_str("\n\n");
    }
    lines
}
