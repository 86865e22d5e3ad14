//! What a page says of its article in JSON-LD.

use serde_json::Value;

use super::strip;
use crate::capture::Metadata;

/// The schema.org types that are articles.
const ARTICLES: [&str; 9] = [
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
    "BackgroundNewsArticle",
];
/// Objects nested deeper than this are not looked into.
const DEEPEST: usize = 8;

/// What a page says of its article.
#[derive(Debug, Default, PartialEq)]
pub struct Described {
    /// Its metadata.
    pub metadata: Metadata,
    /// Its text (`articleBody`), paragraphs parted by blank lines; empty where none is given.
    pub body: String,
}

/// The first article that the page describes; empty where it describes none.
pub fn described(page: &str) -> Described {
    blocks(page).find_map(|block| article(&serde_json::from_str(block).ok()?, DEEPEST)).unwrap_or_default()
}

/// The contents of all script elements of type `application/ld+json`.
fn blocks(page: &str) -> impl Iterator<Item = &str> {
    page.split("application/ld+json").skip(1).filter_map(|after| {
        let content = &after[after.find('>')? + 1..];
        Some(content[..content.find("</script")?].trim())
    })
}

fn article(value: &Value, deepest: usize) -> Option<Described> {
    let deepest = deepest.checked_sub(1)?;
    match value {
        Value::Array(list) => list.iter().find_map(|item| article(item, deepest)),
        Value::Object(object) => {
            let is = |kind: &Value| kind.as_str().is_some_and(|kind| ARTICLES.contains(&kind));
            let kind = object.get("@type");
            if kind.is_some_and(|kind| is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is))) {
                return lenient(value).map(|metadata| Described { metadata, body: body(object) });
            }
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|key| article(object.get(*key)?, deepest))
        }
        _ => None,
    }
}

/// Some pages put markup or character references into it, others single line ends between paragraphs.
fn body(article: &serde_json::Map<String, Value>) -> String {
    let given = article.get("articleBody").and_then(Value::as_str).unwrap_or_default();
    strip::text(&given.trim().replace('\n', "<br>"))
}

/// A page's own date may be wrong; the rest still holds.
fn lenient(value: &Value) -> Option<Metadata> {
    Metadata::from_value(value).ok().or_else(|| {
        let mut without = value.clone();
        without.as_object_mut()?.remove("datePublished");
        Metadata::from_value(&without).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_article_and_bears_a_bad_date() {
        let page = r#"<script type="application/ld+json">{broken</script>
            <script type='application/ld+json'>[{"@type": "Person"}, {"@type": "NewsArticle", "headline": "A", "datePublished": "soon"}]</script>"#;
        assert_eq!(described(page).metadata.headline.as_deref(), Some("A"));
        assert_eq!(described("<p>none</p>"), Described::default());
    }

    #[test]
    fn a_body_is_text_in_paragraphs() {
        let page = r#"<script type="application/ld+json">{"@type": "Article", "articleBody": "Two died.\nNine &amp; more\n\n<p>hurt.</p>"}</script>"#;
        assert_eq!(described(page).body, "Two died.\n\nNine & more\n\nhurt.");
    }
}
