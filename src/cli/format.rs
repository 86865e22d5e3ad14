//! `--format`, for commands whose answer is a table.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::render::Format;

/// How an answer is written.
#[derive(Debug, Args)]
pub struct FormatArgument {
    /// How the answer is written
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "table",
        value_parser = PossibleValuesParser::new(Format::NAMES).try_map(|word| word.parse::<Format>()),
    )]
    pub format: Format,
}
