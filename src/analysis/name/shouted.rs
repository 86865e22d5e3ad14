//! Names where capitals say nothing: headlines, and text in capitals. Known places, a generic noun with the words before
//! it, what follows a title, and names that the rest of the document shows.

use std::ops::Range;

use foldhash::HashMap;

use crate::analysis::text::Text;
use crate::vocabulary::geography::{self, PlaceClass};
use crate::vocabulary::titles::TitleKind;
use crate::vocabulary::{grammar, name_words, titles};

use super::case::{is_upper, is_word};
use super::run::known_place;
use super::{NameKind, NamedSpan};

/// Where a name's words stand, what it names, and what kind of place that is.
type KnownName = (Range<usize>, NameKind, Option<PlaceClass>);

/// The names that the document shows elsewhere, by their first word, longest first.
pub struct Known<'t> {
    names: HashMap<&'t str, Vec<KnownName>>,
}

impl<'t> Known<'t> {
    /// Reads the names found so far.
    pub fn new(text: &Text<'t>, found: &[NamedSpan]) -> Self {
        let words = |tokens: &Range<usize>| tokens.clone().map(|token| text.lower(token));
        let mut names: HashMap<&str, Vec<KnownName>> = HashMap::default();
        for name in found.iter().filter(|name| !name.tokens.is_empty()) {
            let known = names.entry(text.lower(name.tokens.start)).or_default();
            if !known.iter().any(|(other, ..)| words(other).eq(words(&name.tokens))) {
                known.push((name.tokens.clone(), name.kind, name.class));
            }
        }
        for known in names.values_mut() {
            known.sort_by(|(a, ..), (b, ..)| b.len().cmp(&a.len()).then_with(|| words(a).cmp(words(b))));
        }
        Self { names }
    }

    fn at(&self, text: &Text<'_>, token: usize, limit: usize) -> Option<(usize, NameKind, Option<PlaceClass>)> {
        let known = self.names.get(text.lower(token))?;
        let fits = |words: &Range<usize>| {
            token + words.len() <= limit
                && words.clone().zip(token..).all(|(word, at)| text.lower(at) == text.lower(word))
        };
        known.iter().find(|(words, ..)| fits(words)).map(|(words, kind, class)| (token + words.len(), *kind, *class))
    }
}

/// Finds the names in the sentence of `tokens`, in order, without overlap.
pub fn find(text: &Text<'_>, known: &Known<'_>, tokens: Range<usize>) -> Vec<NamedSpan> {
    let mut names: Vec<NamedSpan> = Vec::new();
    let mut at = tokens.start;
    let mut free = tokens.start;
    while at < tokens.end {
        if !is_word(text, at) || !text.capitalised(at) {
            at += 1;
            continue;
        }
        let (found, kind, class) = if let Some((end, kind, class)) = known.at(text, at, tokens.end) {
            (at..end, kind, class)
        } else if let Some(end) =
            known_place(text, at, tokens.end).filter(|end| *end > at + 1 || text.raw(at).len() > 2)
        {
            let class = geography::get().place(text.lower_span(text.span(at..end))).map(|place| place.class);
            (at..end, NameKind::Place, class)
        } else if let Some((tokens, class)) = before_noun(text, at, free) {
            (tokens, NameKind::Place, Some(class))
        } else if let Some((tokens, class)) = behind_noun_of(text, at, free, tokens.end) {
            (tokens, NameKind::Place, Some(class))
        } else if let Some(tokens) = behind_title(text, at, tokens.end) {
            (tokens, NameKind::Person, None)
        } else {
            at += 1;
            continue;
        };
        // "LIMA DEPARTMENT": the noun belongs to the place
        let noun = (kind == NameKind::Place).then(|| text.word(found.end).place_noun).flatten();
        let end = if noun.is_some() && found.end < tokens.end && text.capitalised(found.end) {
            found.end + 1
        } else {
            found.end
        };
        let class = noun.map(|noun| noun.class).or(class);
        names.push(NamedSpan {
            span: text.span(found.start..end),
            tokens: found.start..end,
            kind,
            class,
            full_form: None,
        });
        at = end;
        free = end;
    }
    names
}

/// The place whose generic noun stands at `token`: the noun with up to three open words before it, back to a preposition.
fn before_noun(text: &Text<'_>, token: usize, free: usize) -> Option<(Range<usize>, PlaceClass)> {
    let noun = text.word(token).place_noun.filter(|_| is_upper(text.raw(token)))?;
    let open = |at: usize| at >= free && is_word(text, at) && text.word(at).class.is_none();
    let start = (1..4).map_while(|back| token.checked_sub(back).filter(|at| open(*at))).last()?;
    let word = |back: usize| start.checked_sub(back).map_or("", |before| text.lower(before));
    if noun.is_administrative() {
        return matches!(word(1), "in" | "of" | "from" | "at" | "near" | "," | "and")
            .then_some((start..token + 1, noun.class));
    }
    let spot = matches!(noun.class, PlaceClass::Site | PlaceClass::Street);
    let located = |word: &str| matches!(word, "in" | "at" | "near" | "on" | "outside" | "inside" | "off");
    let named = (start..token).all(|at| {
        let word = text.lower(at);
        geography::get().demonym(word).is_none()
            && geography::get().noun(word).is_none()
            && !geography::get().is_happening(word)
            && !titles::get().is_title(word)
            && !matches!(
                word,
                "police" | "military" | "army" | "main" | "local" | "central" | "state" | "public" | "busy"
            )
            && !word.ends_with("ern")
    });
    let long = token - start > 1;
    (spot && named && (located(word(1)) || long && word(1) == "the" && located(word(2))))
        .then_some((start..token + 1, noun.class))
}

/// The one open word at `token` behind a generic noun and "of": "TOWN OF VELM".
fn behind_noun_of(text: &Text<'_>, token: usize, free: usize, limit: usize) -> Option<(Range<usize>, PlaceClass)> {
    let noun = token.checked_sub(2).filter(|at| *at >= free && text.lower(token - 1) == "of")?;
    let class = text.word(noun).place_noun.filter(|noun| noun.is_administrative())?.class;
    let open =
        |at: usize| at < limit && is_word(text, at) && text.word(at).class.is_none() && !text.word(at).is_happening;
    (open(token) && text.raw(token).len() > 2).then_some((token..token + 1, class))
}

/// The name of one to three open words behind the office or rank at `token`.
fn behind_title(text: &Text<'_>, token: usize, limit: usize) -> Option<Range<usize>> {
    if !matches!(text.word(token).title?, TitleKind::Office | TitleKind::Rank) || !is_upper(text.raw(token)) {
        return None;
    }
    let start = token + 1 + usize::from(text.raw(token + 1) == ".");
    let grammar = grammar::get();
    let part_of_name = |token: usize| {
        let word = text.lower(token);
        let forms = grammar.verb(word);
        token < limit
            && is_word(text, token)
            && grammar.class(word).is_none()
            && !(forms.past || forms.third_person || forms.plain || forms.gerund)
            && !titles::get().is_title(word)
            && geography::get().noun(word).is_none()
            && !name_words::get().ends_body(word, 2)
    };
    let end = (start..start + 3).take_while(|token| part_of_name(*token)).last()? + 1;
    let named = (start..end).any(|token| text.word(token).is_given_name);
    (named && end > start + 1).then_some(start..end)
}
