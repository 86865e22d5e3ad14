//! Whether a day is one that the page gives as its date. The library that finds dates takes one out of a sentence where
//! there is no other, and a sentence tells when something happened, not when it was published.

use chrono::NaiveDate;

use super::strip::{Piece, Pieces};
use crate::document::plain_text;

/// Whether the day stands in the markup or an address (2019-05-04, 2019/05/04, 20190504), or as a line of its own.
pub fn is_given(page: &str, day: NaiveDate) -> bool {
    let in_markup = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y/%-m/%-d"];
    in_markup.iter().any(|form| page.contains(&day.format(form).to_string()))
        || Pieces::new(page).any(|piece| match piece {
            Piece::Text(words) => plain_text::day(words.trim()) == Some(day),
            Piece::Tag { .. } => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_a_sentence_is_none_of_the_page() {
        let day = NaiveDate::from_ymd_opt(2019, 5, 4).unwrap();
        for page in [
            "<meta property=\"article:published_time\" content=\"2019-05-04T08:00:00Z\">",
            "<link rel=canonical href=https://x.example/2019/05/04/fire>",
            "<p class=date>Published: May 4, 2019</p><p>Two men died.</p>",
        ] {
            assert!(is_given(page, day), "{page}");
        }
        assert!(!is_given("<p>Two men died in a fire on 4 May 2019, police said.</p>", day));
    }
}
