//! One article as a JSON object in schema.org terms.

use serde_json::Value;

use crate::capture::Metadata;

/// The article's text (`articleBody`, else `text`) and its metadata.
///
/// # Errors
/// A sentence that says what is wrong with the object.
pub fn read(json: &str) -> Result<(String, Metadata), String> {
    let value: Value = serde_json::from_str(json).map_err(|error| format!("it is not JSON: {error}"))?;
    let metadata = Metadata::from_value(&value)?;
    let body = value.get("articleBody").or_else(|| value.get("text")).and_then(Value::as_str);
    Ok((body.ok_or("it has no articleBody")?.to_owned(), metadata))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_metadata() {
        let (text, metadata) = read(r#"{"headline": "Flood", "articleBody": "Two drowned."}"#).unwrap();
        assert_eq!((text.as_str(), metadata.headline.as_deref()), ("Two drowned.", Some("Flood")));
        assert_eq!(read(r#"{"headline": "Flood"}"#).unwrap_err(), "it has no articleBody");
    }
}
