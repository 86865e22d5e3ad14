//! What is said about an article in schema.org terms: by a sidecar, by options, by a page's JSON-LD.

use chrono::NaiveDate;
use serde_json::Value;

/// Title, byline and so on; `None` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// `headline`, else `name`.
    pub headline: Option<String>,
    /// `author`: a name, an object with a name, or a list of either, joined with ", ".
    pub author: Option<String>,
    /// `publisher`: a name or an object with a name.
    pub publisher: Option<String>,
    /// `datePublished`, to the day.
    pub date_published: Option<NaiveDate>,
    /// `url`.
    pub url: Option<String>,
    /// `inLanguage`: a BCP 47 tag.
    pub language: Option<String>,
}

impl Metadata {
    /// Reads a JSON object in schema.org terms.
    ///
    /// # Errors
    /// A sentence that says what is wrong: not JSON, no object, or a field that cannot be read (a date that is none).
    pub fn from_json(json: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(json).map_err(|error| format!("it is not JSON: {error}"))?;
        Self::from_value(&value)
    }

    /// Reads a JSON object in schema.org terms that is already parsed; see [`Metadata::from_json`].
    pub fn from_value(value: &Value) -> Result<Self, String> {
        let object = value.as_object().ok_or("it is not a JSON object")?;
        let text = |key: &str| object.get(key).and_then(name_of);
        let date_published = match text("datePublished") {
            None => None,
            Some(date) => Some(
                day(&date).ok_or_else(|| format!("its datePublished, {date:?}, is not a date such as 2011-12-19"))?,
            ),
        };
        Ok(Self {
            headline: text("headline").or_else(|| text("name")),
            author: text("author"),
            publisher: text("publisher"),
            date_published,
            url: text("url"),
            language: text("inLanguage"),
        })
    }

    /// What `self` says, and where it is silent what `other` says.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            headline: self.headline.or(other.headline),
            author: self.author.or(other.author),
            publisher: self.publisher.or(other.publisher),
            date_published: self.date_published.or(other.date_published),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
        }
    }
}

/// The calendar day of an ISO 8601 date or date and time, as written (no change of time zone).
pub fn day(text: &str) -> Option<NaiveDate> {
    let day = text.trim().get(..10)?;
    let rest = &text.trim()[10..];
    (rest.is_empty() || rest.starts_with(['T', ' '])).then_some(())?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Object(object) => object.get("name").and_then(name_of),
        Value::Array(list) => {
            let names: Vec<_> = list.iter().filter_map(name_of).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_in_all_their_forms() {
        let json = r#"{"headline": " A ", "author": [{"name": "B"}, "C"], "publisher": {"name": "D"}, "datePublished": "2011-12-19T23:30:00+06:00"}"#;
        let metadata = Metadata::from_json(json).unwrap();
        assert_eq!(metadata.headline.as_deref(), Some("A"));
        assert_eq!(metadata.author.as_deref(), Some("B, C"));
        assert_eq!(metadata.publisher.as_deref(), Some("D"));
        assert_eq!(metadata.date_published, NaiveDate::from_ymd_opt(2011, 12, 19));
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(Metadata::from_json("{").unwrap_err().starts_with("it is not JSON"));
        assert_eq!(Metadata::from_json("[]").unwrap_err(), "it is not a JSON object");
        assert!(Metadata::from_json(r#"{"datePublished": "2011-13-40"}"#).unwrap_err().contains("2011-13-40"));
    }
}
