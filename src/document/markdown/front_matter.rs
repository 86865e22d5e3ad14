//! The block of `key: value` lines at the head of a Markdown file. Of YAML only what such blocks hold is read: words,
//! and lists of words.

use crate::capture::Metadata;
use crate::capture::metadata::day;

/// What the block says, under the keys that clippers and note programs use.
pub fn metadata(block: &str) -> Metadata {
    let fields = fields(block);
    let said = |keys: &[&str]| {
        let field = |key: &&str| fields.iter().find(|(name, _)| name.as_str() == *key).map(|(_, value)| value.clone());
        keys.iter().find_map(field).filter(|value| !value.is_empty())
    };
    let is_address = |value: &String| value.starts_with("http://") || value.starts_with("https://");
    Metadata {
        headline: said(&["headline", "title"]),
        author: said(&["author", "authors", "byline"]),
        publisher: said(&["publisher", "site", "source"]).filter(|value| !is_address(value)),
        date_published: said(&["datepublished", "published", "date"]).and_then(|value| day(&value)),
        url: said(&["url", "link", "source"]).filter(is_address),
        language: said(&["inlanguage", "language", "lang"]),
    }
}

/// Keys in small letters with their values, the items of a list joined with ", ".
fn fields(block: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some((_, value)) = fields.last_mut() {
                let parted = if value.is_empty() { "" } else { ", " };
                *value = format!("{value}{parted}{}", bare(item));
            }
        } else if let Some((key, value)) = line.split_once(':')
            && !line.starts_with(char::is_whitespace)
        {
            let items = value.trim().trim_start_matches('[').trim_end_matches(']').split(", ");
            fields.push((key.trim().to_ascii_lowercase(), items.map(bare).collect::<Vec<_>>().join(", ")));
        }
    }
    fields
}

/// A word without quotation marks and the brackets of links between notes.
fn bare(word: &str) -> &str {
    word.trim().trim_matches(['"', '\'']).trim_start_matches("[[").trim_end_matches("]]").trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_lists() {
        let metadata = metadata(
            "Title: 'Two, three'\nauthors: [Ann Olsen, \"Bo Lee\"]\nsource: The Fjord Post\nurl: no address\ndate: soon\nnested:\n  title: no\n",
        );
        assert_eq!(metadata.headline.as_deref(), Some("Two, three"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Olsen, Bo Lee"));
        assert_eq!(metadata.publisher.as_deref(), Some("The Fjord Post"));
        assert_eq!((metadata.url, metadata.date_published), (None, None));
    }
}
