//! The filters that the questions about claims share, as arguments.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::query::{Filter, Reading};

/// Whose claims, about where and when.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct FilterArguments {
    /// Only at this place, in any of its spellings
    #[arg(long)]
    place: Option<String>,
    /// Only what is said to have happened on or after this day: YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only what is said to have happened on or before this day
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Only from publishers with this in their name
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Only on the word of sources with this in their name
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Only in this incident, such as harbourtown-1997-03-04, or the beginning of its name
    #[arg(long, value_name = "NAME")]
    incident: Option<String>,
    /// At most so many lines
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
}

/// What is claimed.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct WhatArguments {
    /// Only counts of this: killed, injured, detained …
    #[arg(long)]
    measure: Option<String>,
    /// Only this event: shoot, protest, arrest …
    #[arg(long)]
    event: Option<String>,
    /// Only this kind of claim: count, event or statement
    #[arg(long)]
    kind: Option<String>,
}

/// Whose reading the answer gives.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct ReadingArgument {
    /// Whose reading: the program's alone (machine); as people left it, without what they rejected (reviewed); or that with
    /// rejected claims listed as such (both). Rejected figures are never compared, but by the program's reading alone
    #[arg(
        long,
        value_name = "READING",
        default_value = "both",
        value_parser = PossibleValuesParser::new(Reading::NAMES).map(|word| Reading::from_name(&word).unwrap_or_default()),
    )]
    pub reading: Reading,
}

impl FilterArguments {
    /// The same with a limit where none is given.
    pub fn limited_to(self, limit: u32) -> Self {
        Self { limit: self.limit.or(Some(limit)), ..self }
    }

    /// Both as a filter.
    pub fn filter(&self, what: &WhatArguments) -> Filter {
        Filter {
            place: self.place.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            publisher: self.publisher.clone(),
            source: self.source.clone(),
            incident: self.incident.clone(),
            measure: what.measure.clone(),
            event: what.event.clone(),
            kind: what.kind.clone(),
            limit: self.limit,
        }
    }
}

impl WhatArguments {
    /// Counts of one measure.
    pub fn measure(measure: Option<&str>) -> Self {
        Self { measure: measure.map(str::to_owned), ..Self::default() }
    }
}
