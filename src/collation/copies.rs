//! Which texts are copies of one another: a wire story under another title, cut to a third, with another lead or a paragraph
//! of local matter, or a page that holds a whole earlier story.
//!
//! Two texts are compared by their *shingles*, the runs of [`SHINGLE`] words outside quotation marks: two dispatches that quote
//! the same statement are no copies for that. Their *share* is how many of the shorter text's shingles the other has too; it
//! does not fall when a text is cut or grows. From [`LEAST_PERCENT`] on, one is a copy of the other.
//!
//! Of all texts that a text shares so much with, the first in order ([`Place`]) is its original. Following originals leads to
//! the text where the family begins. A page that holds two older stories is thus a copy of one of them, and does not make
//! copies of each other of the two; to take everything that is linked as one family would.

pub mod sketch;
pub mod words;

pub use sketch::Sketch;

/// Words in one shingle: with fewer, unlike texts share set phrases; with more, few are left where words were replaced.
pub const SHINGLE: usize = 4;
/// From this share on, in percent, two texts are copies. Dispatches on one event by one agency were seen to share up to 25.
pub const LEAST_PERCENT: i64 = 30;
/// Texts with fewer shingles are compared as a whole only.
pub const LEAST_SHINGLES: usize = 16;
/// Longer texts, in words, gather stories more often than they are cut into some.
const GATHERING: usize = 1_500;

/// Where a text stands among texts that share much: earlier ones come first, then of one day the longest, because it is cut
/// more often than it grows, but last of all pages so long that they gather stories.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    published_on: String,
    length: (bool, i64),
    wording_sha256: String,
}

impl Place {
    /// The place of a text by the day on which it was first published (none comes last), its words, and the hash of these.
    pub fn new(published_on: Option<&str>, words: usize, wording_sha256: &str) -> Self {
        let gathers = words > GATHERING;
        let words = words as i64;
        Self {
            published_on: published_on.unwrap_or("9999-99-99").to_owned(),
            length: (gathers, if gathers { words } else { -words }),
            wording_sha256: wording_sha256.to_owned(),
        }
    }
}

/// How many of the shorter text's shingles the other has too, in percent, rounded down. Both are sorted.
pub fn percent(one: &[u64], other: &[u64]) -> i64 {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if shorter.is_empty() {
        return 0;
    }
    let (mut rest, mut common) = (longer, 0_usize);
    for shingle in shorter {
        rest = rest.get(rest.iter().take_while(|other| *other < shingle).count()..).unwrap_or_default();
        common += usize::from(rest.first() == Some(shingle));
    }
    (common * 100 / shorter.len()) as i64
}

/// How many fingerprints two texts with so many shingles must share to be worth comparing: less than what copies share, by
/// such a margin that few are missed.
pub fn least_fingerprints(one: usize, other: usize) -> usize {
    let expected = one.min(other) / sketch::sampled(one.max(other));
    match expected {
        0..8 => 1,
        8..24 => 2,
        _ => expected / 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_that_of_the_shorter() {
        let table: [(&[u64], &[u64], i64); 6] = [
            (&[1, 2, 3, 4], &[1, 2, 3, 4], 100),
            (&[2, 3], &[1, 2, 3, 4, 5], 100),
            (&[1, 2, 3, 4, 5], &[2, 9], 50),
            (&[1, 3, 5], &[2, 4, 5], 33),
            (&[1, 2], &[3, 4], 0),
            (&[], &[1], 0),
        ];
        for (one, other, expected) in table {
            assert_eq!(percent(one, other), expected, "{one:?} {other:?}");
            assert_eq!(percent(other, one), expected, "{other:?} {one:?}");
        }
    }

    #[test]
    fn the_earlier_text_comes_first_then_the_longer_but_not_a_page_that_gathers() {
        let place = |day, words| Place::new(day, words, "00");
        let order = [
            place(Some("1997-03-04"), 80),
            place(Some("1997-03-05"), 900),
            place(Some("1997-03-05"), 300),
            place(Some("1997-03-05"), 1_501),
            place(Some("1997-03-05"), 4_000),
            place(None, 300),
        ];
        assert!(order.is_sorted());
    }
}
