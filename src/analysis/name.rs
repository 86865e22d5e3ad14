//! Names of people, bodies and places.
//!
//! Names are runs of capitalised words (`run`), told apart by the words in them and around them (`kind`); what one
//! place in the text leaves open, the others decide (`resolve`). Where capitals say nothing (headlines, text in capitals)
//! only known places, generic nouns, titles and names met elsewhere in the text are found (`shouted`).

mod case;
mod kind;
mod locality;
mod resolve;
mod run;
mod shouted;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Reading;
use super::text::Text;
use crate::span::Span;
use crate::vocabulary::geography::PlaceClass;
use crate::vocabulary::{geography, publishers};

pub(crate) use case::is_upper;
use case::{Capitals, Case};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A square, a town, a region, a country.
    Place,
    /// A person.
    Person,
    /// A body: a company, a ministry, a party, a newspaper.
    Body,
}

impl NameKind {
    /// The word for it in the archive.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Body => "body",
        }
    }

    /// The kind with this word.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Place, Self::Person, Self::Body].into_iter().find(|kind| kind.name() == name)
    }
}

/// One place where a name stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedSpan {
    /// The name without title or article, as tokens.
    pub tokens: std::ops::Range<usize>,
    /// The same as bytes.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// What kind of place it is, where that is known.
    pub class: Option<PlaceClass>,
    /// Index of the first, full form of the same name in the list, where this is a short form of it ("Kasymov").
    pub full_form: Option<usize>,
}

/// One spelling of a name in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub kind: NameKind,
    /// As written.
    pub spelling: String,
    /// Where it stands first.
    pub first: Span,
    /// How often it stands.
    pub occurrences: usize,
}

/// Finds the names of `text`, in order, without overlap.
pub fn find(text: &Text<'_>) -> Vec<NamedSpan> {
    let capitals = Capitals::new(text);
    let mut candidates = Vec::new();
    for (number, sentence) in text.sentences.iter().enumerate() {
        if capitals.case(number) == Case::Mixed {
            for run in run::find(text, &capitals, sentence.tokens.clone()) {
                kind::classify(text, &capitals, run, &mut candidates);
            }
        }
    }
    let decided = resolve::decide(text, candidates);
    let known = shouted::Known::new(text, &decided);
    let mut names = decided;
    for (number, sentence) in text.sentences.iter().enumerate() {
        if capitals.case(number) != Case::Mixed {
            names.extend(shouted::find(text, &known, sentence.tokens.clone()));
        }
    }
    names.sort_by_key(|name| name.tokens.start);
    for name in names.iter_mut().filter(|name| is_outlet(text, name)) {
        name.kind = NameKind::Body;
    }
    resolve::link_short_forms(text, &mut names);
    names
}

/// Whether what looks like a place ("as it stood in X") is an outlet, and no known place is called so.
fn is_outlet(text: &Text<'_>, name: &NamedSpan) -> bool {
    let spelling = name.span.of(text.source);
    name.kind == NameKind::Place
        && publishers::get().named(spelling).is_some()
        && geography::get().place(&spelling.to_lowercase()).is_none()
}

/// The distinct spellings among the names of `reading`, ordered by kind and spelling.
pub fn mentions(reading: &Reading<'_>) -> Vec<Mention> {
    let mut spellings: BTreeMap<(NameKind, Cow<'_, str>), (Span, usize)> = BTreeMap::new();
    for name in &reading.names {
        let spelling = name.span.on_one_line(reading.text.source);
        spellings.entry((name.kind, spelling)).or_insert((name.span, 0)).1 += 1;
    }
    spellings
        .into_iter()
        .map(|((kind, spelling), (first, occurrences))| Mention {
            kind,
            spelling: spelling.into_owned(),
            first,
            occurrences,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str) -> Vec<String> {
        let text = Text::new(source);
        find(&text).iter().map(|name| format!("{} {}", name.kind.name(), name.span.of(source))).collect()
    }

    #[test]
    fn names_are_found_and_told_apart() {
        for (source, expected) in [
            ("Police in Baku arrested Rustam Aliyev.", &["place Baku", "person Rustam Aliyev"][..]),
            ("Kenyan Interior Minister Joseph Mwangi said so.", &["person Joseph Mwangi"]),
            ("The unrest began in the town of Tarvali.", &["place Tarvali"]),
            ("The article stood in Wikipedia for years.", &["body Wikipedia"]),
            ("It spread to Oro Province and Mount Velk.", &["place Oro Province", "place Mount Velk"]),
            ("Shots were heard near Herrin Square.", &["place Herrin Square"]),
            (
                "Peru's Ministry of Health and Welfare closed it.",
                &["place Peru", "body Ministry of Health and Welfare"],
            ),
            ("On Monday a spokesman, Ali Reza, spoke.", &["person Ali Reza"]),
            ("“We left,” Dr. Mara Velic said.", &["person Mara Velic"]),
            ("The miners marched to Dorvik, a city of 40,000.", &["place Dorvik"]),
            ("He works for the Daily Courier and the BBC.", &["body Daily Courier", "body BBC"]),
            ("Soldiers left St. Petersburg for South Sudan.", &["place St. Petersburg", "place South Sudan"]),
            ("Americans and two French tourists died.", &[]),
            ("A mine near Velm, Kenya, was closed.", &["place Velm", "place Kenya"]),
            ("President Sanda Oku and George W. Harte met.", &["person Sanda Oku", "person George W. Harte"]),
            ("VELMAR, May 3 - Nobody slept.", &["place VELMAR"]),
            ("The walls of Orrin fell, and Keth colliery closed.", &["place Orrin", "place Keth"]),
            ("Rebels overran Orrin and flew to San Telmo.", &["place Orrin", "place San Telmo"]),
            ("A riot began in neighbouring Sarn Aldo, off Keth.", &["place Sarn Aldo", "place Keth"]),
            ("Then Mary Marsh worked at Brandt as a clerk.", &["person Mary Marsh", "body Brandt"]),
            ("The Gulf of Aden is wide.", &["place Gulf of Aden"]),
        ] {
            assert_eq!(names(source), expected, "{source}");
        }
    }

    #[test]
    fn text_in_capitals_is_read_by_its_words() {
        for (source, expected) in [
            (
                "BOGOTA, 4 MAR 88 -- A BOMB KILLED TWO GUARDS IN TOLVA PROVINCE NEAR THE PERUVIAN BORDER.",
                &["place BOGOTA", "place TOLVA PROVINCE"][..],
            ),
            ("GENERAL LUIS ORTEGA SAID THAT THE TROOPS LEFT LIMA.", &["person LUIS ORTEGA", "place LIMA"]),
            ("Hundreds March In Karachi After Deaths\n\nThey walked.", &["place Karachi"]),
        ] {
            assert_eq!(names(source), expected, "{source}");
        }
    }

    #[test]
    fn short_forms_lead_to_the_full_name() {
        let source = "Colonel Tomas Brecht left. Brecht said nothing, and the Free Coal Miners Union (FCMU) agreed. The FCMU met.";
        let text = Text::new(source);
        let found = find(&text);
        let linked: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|name| {
                let full = name.full_form.and_then(|full| found.get(full));
                (name.span.of(source), full.map(|full| full.span.of(source)))
            })
            .collect();
        let union = Some("Free Coal Miners Union");
        let expected = [
            ("Tomas Brecht", None),
            ("Brecht", Some("Tomas Brecht")),
            ("Free Coal Miners Union", None),
            ("FCMU", union),
            ("FCMU", union),
        ];
        assert_eq!(linked, expected);
    }
}
