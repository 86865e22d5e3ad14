//! Metadata that the person who ingests gives for all articles that say nothing themselves.

use serde_json::{Map, Value};

use crate::capture::Metadata;

/// What is said, in schema.org terms.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `publisher`.
    pub publisher: Option<String>,
    /// `datePublished`.
    pub date: Option<String>,
    /// `headline`.
    pub title: Option<String>,
    /// `url`.
    pub url: Option<String>,
    /// What columns of tables hold, where their names do not tell: `text=body,title=head`.
    pub columns: String,
}

impl Given {
    /// What is given for an article with this sidecar: the sidecar as it is, with what it does not say added where it is
    /// said here. `None` where nothing is given at all.
    pub fn beside(&self, sidecar: Option<String>) -> Result<Option<String>, String> {
        let said = self.said();
        if said.is_empty() {
            return Ok(sidecar);
        }
        let mut object: Map<String, Value> = match &sidecar {
            Some(json) => serde_json::from_str(json).map_err(|error| format!("its sidecar is not JSON: {error}"))?,
            None => Map::new(),
        };
        let mut added = false;
        for (key, value) in said {
            if !object.contains_key(key) {
                object.insert(key.to_owned(), Value::from(value));
                added = true;
            }
        }
        if added { Ok(Some(Value::Object(object).to_string())) } else { Ok(sidecar) }
    }

    /// What is given for an article that was stored with `stored` and is read again, with the sidecar that is there now:
    /// what the sidecar does not say may have been said by options. Where there is no sidecar, what was stored stands.
    pub fn again(stored: Option<&str>, sidecar: Option<String>) -> Result<Option<String>, String> {
        let Some(sidecar) = sidecar else { return Ok(stored.map(str::to_owned)) };
        let object: Map<String, Value> = stored.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
        let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
        let given = Self {
            publisher: text("publisher"),
            date: text("datePublished"),
            title: text("headline"),
            url: text("url"),
            columns: String::new(),
        };
        given.beside(Some(sidecar))
    }

    /// This, and where it is silent what a sidecar beside a whole file of articles says of them.
    pub fn or_said(&self, sidecar: Option<&str>) -> Result<Self, String> {
        let Some(json) = sidecar else { return Ok(self.clone()) };
        let said = Metadata::from_json(json)?;
        let day = said.date_published.map(|day| day.to_string());
        Ok(Self {
            publisher: self.publisher.clone().or(said.publisher),
            date: self.date.clone().or(day),
            title: self.title.clone(),
            url: self.url.clone(),
            columns: self.columns.clone(),
        })
    }

    fn said(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("headline", &self.title),
            ("publisher", &self.publisher),
            ("datePublished", &self.date),
            ("url", &self.url),
        ];
        all.into_iter().filter_map(|(key, value)| value.as_deref().map(|value| (key, value))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_wins_and_stays_verbatim() {
        let given = Given { publisher: Some("The Lantern".to_owned()), ..Given::default() };
        let beside = |sidecar: Option<&str>| given.beside(sidecar.map(str::to_owned)).unwrap();
        assert_eq!(beside(None).as_deref(), Some(r#"{"publisher":"The Lantern"}"#));
        assert_eq!(beside(Some(r#"{ "publisher": "A" }"#)).as_deref(), Some(r#"{ "publisher": "A" }"#));
        assert_eq!(beside(Some(r#"{"url": "b"}"#)).as_deref(), Some(r#"{"url":"b","publisher":"The Lantern"}"#));
        assert_eq!(Given::default().beside(None), Ok(None));
    }

    #[test]
    fn options_are_remembered_when_an_article_is_read_again() {
        let sidecar = r#"{"url": "b"}"#;
        let given = Given { publisher: Some("The Lantern".to_owned()), ..Given::default() };
        let stored = given.beside(Some(sidecar.to_owned())).unwrap();
        assert_eq!(Given::again(stored.as_deref(), Some(sidecar.to_owned())).unwrap(), stored);
        assert_eq!(Given::again(stored.as_deref(), None).unwrap(), stored);
        assert_eq!(Given::again(None, Some(sidecar.to_owned())).unwrap().as_deref(), Some(sidecar));
    }
}
