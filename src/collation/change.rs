//! What a later version of an article says otherwise than an earlier one: which claims were altered and in what, which were
//! dropped and which are new, apart from claims that are only put in other words.
//!
//! Claims that say the same in the same words are paired first. Then those that are most alike are: the words of
//! their sentences and quotes count most, then names, figure, source and date. What is left over was dropped or added.

use std::collections::BTreeMap;

/// What can be altered about a claim, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// What is counted or what happened: injured, killed.
    Event,
    /// The number, and how it is put.
    Figure,
    /// Who or what, by whom, to whom, where.
    Name,
    /// When.
    Date,
    /// Whether it is asserted or denied.
    Negation,
    /// On whose word, and through which outlet.
    Attribution,
    /// How firmly: fact, alleged, possible, unreal.
    Firmness,
    /// Words between quotation marks.
    Quotation,
    /// Only how it is put.
    Wording,
}

impl Aspect {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Name => "name",
            Self::Date => "date",
            Self::Negation => "negation",
            Self::Attribution => "attribution",
            Self::Firmness => "firmness",
            Self::Quotation => "quotation",
            Self::Wording => "wording",
        }
    }
}

/// What one claim says, as far as comparing versions needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// count, event or statement: what is never paired with another.
    pub kind: String,
    /// What it says in each aspect; what is missing is not said.
    pub aspects: BTreeMap<Aspect, String>,
    /// The sentence that it stands in.
    pub sentence: String,
    /// All of it in one line, to be shown.
    pub line: String,
}

/// How one claim changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is there in both, and these aspects differ; [`Aspect::Wording`] stands alone.
    Altered(Vec<Aspect>, Said, Said),
    /// It is no longer there.
    Dropped(Said),
    /// It was not there before.
    Added(Said),
}

/// Claims whose likeness is less are not the same claim.
const LEAST_LIKENESS: f64 = 2.0;

/// All changes, in the order of the later version, with what was dropped where it stood before.
pub fn between(before: &[Said], after: &[Said]) -> Vec<Change> {
    let pairs = pairs(before, after);
    let of_later: BTreeMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
    let mut changes = Vec::new();
    let mut next = 0;
    let is_paired = |old: usize| pairs.contains_key(&old);
    for (new, said) in after.iter().enumerate() {
        let Some(old) = of_later.get(&new) else {
            changes.push(Change::Added(said.clone()));
            continue;
        };
        while next < *old {
            changes.extend(before.get(next).filter(|_| !is_paired(next)).cloned().map(Change::Dropped));
            next += 1;
        }
        if let Some(was) = before.get(*old) {
            let altered = altered(was, said);
            if !altered.is_empty() {
                changes.push(Change::Altered(altered, was.clone(), said.clone()));
            }
        }
    }
    let left = before.iter().enumerate().skip(next).filter(|(old, _)| !is_paired(*old));
    changes.extend(left.map(|(_, said)| Change::Dropped(said.clone())));
    changes
}

/// The aspects in which two claims differ; other words alone count only where nothing else differs.
fn altered(before: &Said, after: &Said) -> Vec<Aspect> {
    let mut altered: Vec<Aspect> = before.aspects.keys().chain(after.aspects.keys()).copied().collect();
    altered.sort();
    altered.dedup();
    altered.retain(|aspect| before.aspects.get(aspect) != after.aspects.get(aspect));
    if altered.len() > 1 {
        altered.retain(|aspect| *aspect != Aspect::Wording);
    }
    altered
}

/// Which earlier claim became which later one.
fn pairs(before: &[Said], after: &[Said]) -> BTreeMap<usize, usize> {
    let mut pairs = BTreeMap::new();
    let mut free: Vec<usize> = (0..after.len()).collect();
    for (old, said) in before.iter().enumerate() {
        let same =
            |new: &usize| after.get(*new).is_some_and(|other| other.kind == said.kind && other.aspects == said.aspects);
        if let Some(place) = free.iter().position(same) {
            pairs.insert(old, free.remove(place));
        }
    }
    let words: Vec<Words> = after.iter().map(Words::of).collect();
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    for (old, said) in before.iter().enumerate().filter(|(old, _)| !pairs.contains_key(old)) {
        let old_words = Words::of(said);
        for new in &free {
            let (Some(other), Some(new_words)) = (after.get(*new), words.get(*new)) else { continue };
            let likeness = likeness(said, other, &old_words, new_words);
            if said.kind == other.kind && likeness >= LEAST_LIKENESS {
                likely.push((likeness, old, *new));
            }
        }
    }
    likely.sort_by(|one, other| other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    for (_, old, new) in likely {
        if let Some(place) = free.iter().position(|free| *free == new)
            && !pairs.contains_key(&old)
        {
            free.remove(place);
            pairs.insert(old, new);
        }
    }
    pairs
}

/// How much speaks for two claims being one, put otherwise.
fn likeness(before: &Said, after: &Said, old: &Words, new: &Words) -> f64 {
    let is_same = |aspect: Aspect| before.aspects.get(&aspect) == after.aspects.get(&aspect);
    let is_said = |aspect: Aspect| before.aspects.contains_key(&aspect);
    let weight = |aspect, weight: f64| if is_same(aspect) && is_said(aspect) { weight } else { 0.0 };
    // Another event is another claim, unless the sentence is nearly the same.
    let event = if is_same(Aspect::Event) { 0.0 } else { -1.0 };
    2.0 * dice(&old.sentence, &new.sentence)
        + dice(&old.quote, &new.quote)
        + weight(Aspect::Name, 0.75)
        + weight(Aspect::Figure, 0.5)
        + weight(Aspect::Attribution, 0.5)
        + weight(Aspect::Date, 0.25)
        + event
}

struct Words {
    sentence: Vec<String>,
    quote: Vec<String>,
}

impl Words {
    fn of(said: &Said) -> Self {
        let quote = said.aspects.get(&Aspect::Wording).map(String::as_str).unwrap_or_default();
        Self { sentence: sorted_words(&said.sentence), quote: sorted_words(quote) }
    }
}

fn sorted_words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.sort();
    words
}

/// Twice the words in common over all words.
fn dice(one: &[String], other: &[String]) -> f64 {
    if one.is_empty() && other.is_empty() {
        return 0.0;
    }
    let (mut left, mut right, mut common) = (one.iter().peekable(), other.iter().peekable(), 0_usize);
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    2.0 * common as f64 / (one.len() + other.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(event: &str, figure: &str, source: &str, quote: &str, sentence: &str) -> Said {
        let aspects =
            [(Aspect::Event, event), (Aspect::Figure, figure), (Aspect::Attribution, source), (Aspect::Wording, quote)];
        Said {
            kind: "count".to_owned(),
            aspects: aspects
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(aspect, value)| (aspect, value.to_owned()))
                .collect(),
            sentence: sentence.to_owned(),
            line: format!("{event} {figure}"),
        }
    }

    fn told(changes: &[Change]) -> Vec<String> {
        changes
            .iter()
            .map(|change| match change {
                Change::Altered(aspects, before, after) => {
                    let names: Vec<&str> = aspects.iter().map(|aspect| aspect.name()).collect();
                    format!("{}: {} → {}", names.join(", "), before.line, after.line)
                }
                Change::Dropped(said) => format!("dropped: {}", said.line),
                Change::Added(said) => format!("added: {}", said.line),
            })
            .collect()
    }

    #[test]
    fn what_differs_is_named() {
        let nine = || count("killed", "9", "police", "nine miners", "Police said nine miners were killed at Roth.");
        let table = [
            (nine(), None),
            (
                count("killed", "11", "police", "eleven miners", "Police said eleven miners were killed at Roth."),
                Some("figure: killed 9 → killed 11"),
            ),
            (
                count("killed", "9", "the union", "nine miners", "The union said nine miners were killed at Roth."),
                Some("attribution: killed 9 → killed 9"),
            ),
            (
                count("killed", "9", "police", "9 miners", "Police said 9 miners were killed at Roth."),
                Some("wording: killed 9 → killed 9"),
            ),
            (
                count("injured", "9", "police", "nine miners", "Police said nine miners were injured at Roth."),
                Some("event: killed 9 → injured 9"),
            ),
        ];
        for (after, expected) in table {
            let found = told(&between(&[nine()], std::slice::from_ref(&after)));
            assert_eq!(found.first().map(String::as_str), expected, "{}", after.line);
        }
    }

    #[test]
    fn what_is_left_over_was_dropped_or_added() {
        let fire = count("arrested", "4", "", "four men", "Four men were arrested near the depot.");
        let ship = count("killed", "30", "", "thirty sailors", "Thirty sailors drowned off the cape.");
        let both = [fire.clone(), ship.clone()];
        assert_eq!(told(&between(&both, std::slice::from_ref(&ship))), ["dropped: arrested 4"]);
        assert_eq!(told(&between(std::slice::from_ref(&fire), &both)), ["added: killed 30"]);
        assert_eq!(
            told(&between(std::slice::from_ref(&fire), std::slice::from_ref(&ship))),
            ["added: killed 30", "dropped: arrested 4"]
        );
        assert!(between(&both, &[ship, fire]).is_empty(), "the order of sentences is no change of claims");
    }
}
