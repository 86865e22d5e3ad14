//! The formats in which an answer can be written.

use std::str::FromStr;

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns for the terminal.
    #[default]
    Table,
    /// One array of objects.
    Json,
    /// One object a line.
    JsonLines,
    /// Comma-separated values with a heading line.
    Csv,
    /// A pipe table, or headings and lists.
    Markdown,
}

impl Format {
    /// The words for them, in the order in which help lists them.
    pub const NAMES: [&'static str; 5] = ["table", "json", "jsonl", "csv", "markdown"];

    /// Whether a program reads it, and so wants every column.
    pub fn is_for_programs(self) -> bool {
        matches!(self, Self::Json | Self::JsonLines | Self::Csv)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "table" => Ok(Self::Table),
            "json" => Ok(Self::Json),
            "jsonl" => Ok(Self::JsonLines),
            "csv" => Ok(Self::Csv),
            "markdown" => Ok(Self::Markdown),
            _ => Err(format!("the formats are {}", Self::NAMES.join(", "))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_format() {
        for name in Format::NAMES {
            assert!(name.parse::<Format>().is_ok(), "{name}");
        }
        assert!("xml".parse::<Format>().is_err());
    }
}
