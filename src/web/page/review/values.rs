//! The values of a claim as fields of a form: words of a vocabulary to choose from, everything else to type.

use maud::{Markup, html};

use crate::Result;
use crate::archive::Archive;
use crate::query::review::WORDS;
use crate::query::{Record, Rows, Value};
use crate::web::layout::word;

/// The fields in the order of the form, and whether each is chosen from a vocabulary.
const FIELDS: [(&str, bool); 20] = [
    ("measure", true),
    ("event", true),
    ("low", false),
    ("high", false),
    ("qualifier", true),
    ("unit", false),
    ("counted_group", false),
    ("actor", false),
    ("target", false),
    ("relation", true),
    ("date_from", false),
    ("date_to", false),
    ("place", false),
    ("place_name", false),
    ("source", false),
    ("source_type", true),
    ("via", false),
    ("cue", false),
    ("polarity", true),
    ("modality", true),
];

/// The words to choose from, with the field that each is of.
pub fn words(archive: &Archive) -> Result<Rows> {
    archive.read(|connection| WORDS.rows(connection, &Vec::new()))
}

/// The fields with the values of a claim.
pub fn fields(record: &Record<'_>, words: &Rows) -> Markup {
    let value = |column: &str| match record.value(column) {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    html! {
        div.values {
            @for (name, is_chosen) in FIELDS {
                @let given = value(name);
                label { (word(name))
                    @if is_chosen {
                        select name=(format!("value-{name}")) {
                            option value="" selected[given.is_empty()] { "–" }
                            @for choice in words.records().filter(|choice| choice.text("field") == Some(name)).filter_map(|choice| choice.text("word")) {
                                option value=(choice) selected[choice == given] { (word(choice)) }
                            }
                        }
                    } @else { input name=(format!("value-{name}")) value=(given) autocomplete="off"; }
                }
            }
        }
    }
}
