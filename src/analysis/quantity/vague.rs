//! Numbers that are not said: "dozens", "several hundred", "a few", "both", and those that are zero: "no one".

use std::ops::Range;

use crate::vocabulary::number_words::{self, NumberClass};

use super::bound::Qualifier;
use super::counted::{is_plural, plural_follows, subject};
use super::scan::Scan;

/// A number that is not said in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Vague {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The least number that it means.
    pub value: f64,
    /// Exact for "both", "a couple" and zero; else indefinite.
    pub qualifier: Qualifier,
    /// Whether it tells how many there are at least: "dozens" does, "several" and "no one" do not.
    pub named: bool,
}

/// The vague number that begins with token `at`.
pub fn read(scan: &Scan<'_, '_>, at: usize) -> Option<Vague> {
    let found = |end: usize, value: f64, qualifier: Qualifier| {
        Some(Vague { tokens: at..end, value, qualifier, named: value >= 20.0 })
    };
    match scan.lower(at) {
        "no" => zero(scan, at).and_then(|end| found(end, 0.0, Qualifier::Exact)),
        "none" | "nobody" | "no-one" if subject(scan, at) => found(at + 1, 0.0, Qualifier::Exact),
        "both" if is_pair(scan, at) => found(at + 1, 2.0, Qualifier::Exact),
        "a" => article(scan, at),
        "many" | "some" | "several" | "numerous" | "countless" | "various" | "multiple" => {
            let (end, least) = vague_word(scan, at, at)?;
            found(end, least, Qualifier::Indefinite)
        }
        word => {
            let many = number_words::get(word).filter(|word| word.class == NumberClass::Many)?;
            let (end, least) = many_of(scan, at, many.value)?;
            found(end, least, Qualifier::Indefinite)
        }
    }
}

/// "a few", "a couple of", "a handful of", "a number of".
fn article(scan: &Scan<'_, '_>, at: usize) -> Option<Vague> {
    let sized = SIZES.contains(&scan.after(at, 1));
    let word = at + 1 + usize::from(sized);
    let (end, value) = match scan.after(at, word - at) {
        "few" => vague_word(scan, word, at)?,
        some if GATHERINGS.contains(&some) && scan.after(word, 1) == "of" && plural_follows(scan, word + 2) => {
            (word + 1, 2.0)
        }
        "handful" => (word + 1, 3.0),
        "couple" => {
            let of = scan.after(word, 1) == "of";
            let end = word + 1 + usize::from(of);
            let multiplied = multiplier(scan, end);
            let noun = plural_follows(scan, end);
            match multiplied {
                Some((end, scale)) => (end, 2.0 * scale),
                None if of || noun => (word + 1, 2.0),
                None => return None,
            }
        }
        _ => return None,
    };
    let exact = scan.lower(word) == "couple";
    let qualifier = if exact { Qualifier::Exact } else { Qualifier::Indefinite };
    Some(Vague { tokens: at..end, value, qualifier, named: exact || value >= 20.0 })
}

/// A vague word with a multiplier ("several hundred") or before the plural that it counts.
fn vague_word(scan: &Scan<'_, '_>, word: usize, start: usize) -> Option<(usize, f64)> {
    let value = number_words::get(scan.lower(word))?.value;
    let named = scan.lower(word);
    // "some two thousand men": about so many.
    let said = number_words::get(scan.after(word, 1))
        .is_some_and(|next| matches!(next.class, NumberClass::Unit | NumberClass::Teen | NumberClass::Ten));
    if named == "some" && said {
        return None;
    }
    if let Some((end, scale)) = multiplier(scan, word + 1) {
        return (named != "some").then_some((end, value * scale));
    }
    if let Some(many) = number_words::get(scan.after(word, 1)).filter(|word| word.class == NumberClass::Many) {
        // "many hundreds", "several thousands".
        let (end, least) = many_of(scan, word + 1, many.value)?;
        return Some((end, least.max(value * many.value / 2.0)));
    }
    let before = scan.before(start, 1);
    let compared = before == "as" || named == "many" && COMPARING.contains(&before);
    let alone = if named == "some" { of_them(scan, word) } else { subject(scan, word) || scan.after(word, 1) == "of" };
    (!compared && (plural_follows(scan, word + 1) || alone)).then_some((word + 1, value))
}

/// "dozens", "tens of thousands": the token after it, and the least number meant.
fn many_of(scan: &Scan<'_, '_>, at: usize, least: f64) -> Option<(usize, f64)> {
    let word = scan.lower(at);
    if scan.after(at, 1) == "of"
        && let Some(more) =
            number_words::get(scan.after(at, 2)).filter(|more| more.class == NumberClass::Many && more.value > least)
    {
        return Some((at + 3, least * more.value / 2.0));
    }
    let (before, next) = (scan.before(at, 1), scan.after(at, 1));
    let counted = next == "of" || subject(scan, at) || plural_follows(scan, at + 1);
    let fits = if matches!(word, "scores" | "tens") {
        // A player scores, a judge gives scores: these need what they count.
        let struck = at.checked_sub(1).is_some_and(|verb| !scan.text.word(verb).counting_verb.is_empty());
        (counted || struck && !scan.is_word(at + 1))
            && !matches!(before, "the" | "his" | "her" | "their" | "its" | "test" | "'s" | "’s")
    } else {
        // "forced thousands to leave"
        let object = scan.after(at, 1) == "to" && scan.is_word(at.wrapping_sub(1));
        counted || object || LEADING.contains(&before) || next.is_empty() || !scan.is_word(at + 1)
    };
    fits.then_some((at + 1, least))
}

/// "hundred", "thousand", "dozen", or a number that begins with one, as after "several".
fn multiplier(scan: &Scan<'_, '_>, at: usize) -> Option<(usize, f64)> {
    let class = number_words::get(scan.lower(at)).filter(|_| scan.same_sentence(at.saturating_sub(1), at))?;
    if !matches!(class.class, NumberClass::Hundred | NumberClass::Scale | NumberClass::Dozen) {
        return None;
    }
    match number_words::get(scan.after(at, 1)) {
        Some(scale) if class.class == NumberClass::Hundred && scale.class == NumberClass::Scale => {
            Some((at + 2, class.value * scale.value))
        }
        _ => Some((at + 1, class.value)),
    }
}

/// "both men", "both were killed", and not "both the police and the army".
fn is_pair(scan: &Scan<'_, '_>, at: usize) -> bool {
    let joined = (1..8)
        .map(|on| scan.after(at, on))
        .take_while(|word| !word.is_empty() && *word != ",")
        .any(|word| word == "and");
    let noun = plural_follows(scan, at + 1)
        || matches!((scan.after(at, 1), scan.after(at, 2)), ("of", "them" | "whom" | "the" | "those"));
    (noun || subject(scan, at)) && !joined
}

/// "no one", "no deaths": the token after it.
fn zero(scan: &Scan<'_, '_>, at: usize) -> Option<usize> {
    let next = scan.after(at, 1);
    if next == "one" {
        return Some(at + 2);
    }
    let counted = scan.is_word(at + 1)
        && !scan.glued(at + 1)
        && (is_plural(next) || matches!(next, "person" | "man" | "woman" | "child" | "civilian" | "soldier"));
    let doubtful = UNCOUNTED.contains(&next);
    let further = matches!(next, "other" | "further" | "more" | "new") && is_plural(scan.after(at, 2));
    (counted && !doubtful || further).then_some(at + 1)
}

/// "some of the crew", "some were hurt", "some armed with sticks".
fn of_them(scan: &Scan<'_, '_>, at: usize) -> bool {
    let next = scan.after(at, 1);
    match next {
        "of" => {
            matches!(scan.after(at, 2), "the" | "them" | "those" | "these" | "his" | "her" | "its" | "their" | "whom")
        }
        "were" | "are" | "armed" => true,
        _ => false,
    }
}

/// Whether "a" before this word can begin a vague number ("a large number of").
pub fn is_amount(word: &str) -> bool {
    SIZES.contains(&word) || GATHERINGS.contains(&word)
}

/// Words for some of a kind.
const GATHERINGS: &[&str] = &["number", "bunch", "string", "series"];

/// How large "a number of" is.
const SIZES: &[&str] = &["large", "small", "growing", "great", "significant", "considerable", "good", "mere"];

/// Words before "many" that make it a question or a comparison.
const COMPARING: &[&str] = &["as", "so", "too", "how", "not", "the", "very", "this", "that"];

/// Words before a vague number that stands alone.
const LEADING: &[&str] = &["killing", "killed", "wounding", "injuring", "leaving", "with", "by", "in", "the"];

/// Plurals that "no" does not count.
const UNCOUNTED: &[&str] =
    &["reports", "plans", "signs", "details", "comments", "charges", "means", "grounds", "terms", "results"];
