//! Which currency an amount is in, where several share its word or sign: that of the country of which the article tells.
//!
//! "200 pesos" is Mexican money in an article about Mexico. A bare "$" stays the United States' own where the article
//! names that country at all, or tells of none that has dollars.

use std::sync::OnceLock;

use foldhash::HashMap;
use serde::Deserialize;

use crate::analysis::{NameKind, Quantity, Reading};
use crate::vocabulary::measuring::Currency;
use crate::vocabulary::{self, geography, publishers};

/// The ISO 4217 code of an amount that is read as one in `code`, empty where its wording leaves it open.
pub(super) fn of_amount(
    reading: &Reading<'_>,
    quantity: &Quantity,
    code: &'static str,
    countries: &[&str],
) -> &'static str {
    let wording = quantity.span.of(reading.text.source);
    if code == "USD" {
        let bare = wording.contains('$') && !wording.contains(|letter: char| letter.is_uppercase());
        let american = countries.contains(&"US");
        let local = countries.first().and_then(|country| used_in(country)).filter(|_| bare && !american);
        return local.filter(|local| words_of(local).any(|word| word == "dollar")).unwrap_or(code);
    }
    let last = reading.text.lower(quantity.tokens.end.saturating_sub(1));
    let is_shared = |local: &&str| {
        let mut rows = table().iter().filter(|row| row.code == *local);
        rows.any(|row| match code {
            "" => is_word_of(row, last),
            code => words_of(code).any(|word| listed(&row.words).any(|other| other == word)),
        })
    };
    let local = countries.iter().filter_map(|country| used_in(country)).find(is_shared);
    local.filter(|local| *local == code || !is_told(wording)).unwrap_or(code)
}

/// Whether the words of the amount say which currency it is: "Indian rupees".
fn is_told(wording: &str) -> bool {
    // Hardly any of them begins with a letter that the few of the wording hold.
    let holds = |word: &str| {
        word.bytes().next().is_none_or(|first| wording.as_bytes().contains(&first)) && wording.contains(word)
    };
    let telling = table().iter().filter(|row| listed(&row.adjectives).any(holds) || holds(&row.code));
    // "CFA francs" are those of two unions.
    telling.count() == 1 || wording.split(' ').any(|word| geography::get().demonym(&word.to_lowercase()).is_some())
}

/// The countries of which the article tells, the one it names most first; its publisher's counts as one mention.
pub(super) fn countries(reading: &Reading<'_>) -> Vec<&'static str> {
    let known = geography::get();
    let mut mentions: HashMap<&'static str, usize> = HashMap::default();
    for name in reading.names.iter().filter(|name| name.kind == NameKind::Place) {
        let lower = reading.text.lower_span(name.span);
        if let Some(place) = known.place(lower).filter(|place| !place.country.is_empty()) {
            *mentions.entry(place.country.as_str()).or_default() += 1;
        }
    }
    for token in 0..reading.text.tokens.len() {
        if let Some(country) = reading.text.word(token).demonym.filter(|country| !country.is_empty()) {
            *mentions.entry(country).or_default() += 1;
        }
    }
    let publisher = reading.publisher.and_then(|publisher| publishers::get().named(publisher));
    if let Some(home) = publisher.and_then(|publisher| known.place(&publisher.country.to_lowercase())) {
        *mentions.entry(home.country.as_str()).or_default() += 1;
    }
    let mut countries: Vec<(&'static str, usize)> = mentions.into_iter().collect();
    countries.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    countries.into_iter().map(|(country, _)| country).collect()
}

#[derive(Deserialize)]
struct Country {
    iso: String,
    currency: String,
}

/// What is paid with in the country with this ISO 3166-1 code.
fn used_in(country: &str) -> Option<&'static str> {
    static USED: OnceLock<HashMap<String, String>> = OnceLock::new();
    let used = USED.get_or_init(|| {
        vocabulary::rows::<Country>("countries").into_iter().map(|row| (row.iso, row.currency)).collect()
    });
    used.get(country).map(String::as_str)
}

fn table() -> &'static [Currency] {
    static TABLE: OnceLock<Vec<Currency>> = OnceLock::new();
    TABLE.get_or_init(|| vocabulary::rows("currencies"))
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|item| !item.is_empty())
}

fn words_of(code: &str) -> impl Iterator<Item = &'static str> {
    table().iter().filter(move |row| row.code == code).flat_map(|row| listed(&row.words))
}

fn is_word_of(row: &Currency, word: &str) -> bool {
    listed(&row.words).any(|known| known == word || word.strip_suffix('s') == Some(known))
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Analysis, analyse};
    use crate::document::Document;

    #[test]
    fn the_country_told_of_gives_the_currency() {
        for (text, unit) in [
            ("A mill in Tunisia burned down. The loss was put at 3,000 dinars.", "TND"),
            ("A mill in Iraq burned down. The loss was put at 3,000 dinars.", "IQD"),
            ("The mill in Lahore, Pakistan, lost Rs500,000.", "PKR"),
            ("The mill in India lost Rs500,000.", "INR"),
            ("The mill in Canada lost $500,000.", "CAD"),
            ("The mill in Canada lost $500,000, the US owner said.", "USD"),
            ("The mill in Peru lost $500,000.", "USD"),
            ("The mill in Nigeria lost N500,000.", "NGN"),
        ] {
            let Analysis { claims, .. } = analyse(&Document { text: text.to_owned(), ..Document::default() });
            let units: Vec<&str> =
                claims.iter().filter(|claim| claim.measure == "money").map(|claim| claim.unit).collect();
            assert_eq!(units, [unit], "{text}");
        }
    }
}
