//! A web page: the article's text without navigation, scripts and other furniture, and what the page says of itself.
//!
//! The text comes from the trafilatura library; where that finds no article, or where the markup is too deep or too large
//! for it, the text that the page gives in JSON-LD, else every text outside furniture is taken.

mod bare;
mod blocks;
mod date;
mod json_ld;
mod strip;

use super::time_limit;
use crate::capture::Metadata;

/// Markup nested deeper than this is not given to the tree builder, whose work grows with the square of the depth.
const DEEPEST: usize = 500;
/// Pages longer than this, in bytes, are not given to the tree builder, which takes some 30 times their size.
const LONGEST: usize = 8 * 1024 * 1024;

/// The article's text, paragraphs parted by blank lines, and the page's metadata.
///
/// # Errors
/// As [`time_limit::within`].
pub fn read(page: &str) -> Result<(String, Metadata), String> {
    let described = json_ld::described(page);
    let otherwise = |body: String| if body.is_empty() { strip::text(page) } else { body };
    if page.len() > LONGEST || strip::depth(page) > DEEPEST {
        return Ok((otherwise(described.body), described.metadata));
    }
    let options = trafilatura::Options::default().with_exclude_comments(true);
    // A library that fails on one page must not take the others with it.
    let paragraphs = bare::in_paragraphs(page);
    let extracted = time_limit::within(move || trafilatura::extract(&paragraphs, &options))?;
    let Some(Ok(extracted)) = extracted else { return Ok((otherwise(described.body), described.metadata)) };
    let text = strip::text(&extracted.content_html);
    // the library may have taken the described text itself, without its paragraphs
    let described_too = text.split_whitespace().eq(described.body.split_whitespace());
    let text = if described_too || text.len() < described.body.len() / 2 || text.trim().is_empty() {
        otherwise(described.body)
    } else if text.contains("\n\n") {
        text
    } else {
        blocks::restored(text, page)
    };
    let found = extracted.metadata;
    let some = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let metadata = Metadata {
        headline: some(found.title),
        author: some(found.author),
        publisher: some(found.sitename),
        date_published: found.date.filter(|day| date::is_given(page, *day)),
        url: some(found.url),
        language: strip::language(page),
    };
    Ok((text, described.metadata.or(metadata)))
}

/// The text of a piece of markup outside furniture.
pub fn text_of(markup: &str) -> String {
    strip::text(markup)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> (String, Metadata) {
        super::read(page).unwrap()
    }

    const PAGE: &str = r#"<!DOCTYPE html><html lang="en-GB"><head><title>Dam bursts | The Fjord Post</title>
<meta property="og:site_name" content="The Fjord Post"><meta name="author" content="Ann Olsen">
<meta property="article:published_time" content="2019-03-04T08:00:00Z">
<link rel="canonical" href="https://fjordpost.example/2019/dam"><style>p{}</style></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Dam bursts above Halvik</h1>
<p>At least nine people were killed when a dam burst above Halvik on Sunday, police&nbsp;said.</p>
<p>Rescuers said <em>three children</em> were
missing &amp; feared dead. The river rose by two metres within minutes, residents told the paper.</p>
<p>Some 200 people were evacuated, and the owner of the dam said that it would look into the causes of the failure.</p>
</article><footer>All rights reserved</footer><script>track(1)</script></body></html>"#;

    #[test]
    fn text_without_furniture_and_metadata() {
        let (text, metadata) = read(PAGE);
        assert!(
            text.contains("Halvik on Sunday, police said.\n\nRescuers said three children were missing & feared dead."),
            "{text}"
        );
        for furniture in ["Home", "rights", "track", "p{}"] {
            assert!(!text.contains(furniture), "{furniture} in {text}");
        }
        assert_eq!(metadata.publisher.as_deref(), Some("The Fjord Post"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Olsen"));
        assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-03-04"));
        assert_eq!(metadata.url.as_deref(), Some("https://fjordpost.example/2019/dam"));
        assert_eq!(metadata.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn json_ld_wins_over_meta_tags() {
        let ld = r#"<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"},
            {"@type": ["NewsArticle"], "headline": "Dam gives way", "datePublished": "2019-03-05", "publisher": {"name": "Post"}}]}</script>"#;
        let (_, metadata) = read(&PAGE.replace("<style>", &format!("{ld}<style>")));
        assert_eq!(metadata.headline.as_deref(), Some("Dam gives way"));
        assert_eq!(metadata.publisher.as_deref(), Some("Post"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Olsen"));
        assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-03-05"));
    }

    #[test]
    fn the_described_text_stands_in_where_the_page_shows_little() {
        let lead = "Forty miners were trapped below ground after a blast on Friday, the owner of the pit said.";
        let ld = format!(
            r#"<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{lead}\n{lead}"}}</script>"#
        );
        let teaser =
            format!("<html><head>{ld}</head><body><div id=app><p>Forty miners were trapped.</p></div></body></html>");
        assert_eq!(read(&teaser).0, format!("{lead}\n\n{lead}"));
        assert!(read(&PAGE.replace("<style>", &format!("{ld}<style>"))).0.contains("a dam burst above Halvik"));
    }

    #[test]
    fn no_sentence_is_lost_or_grown_together() {
        let (text, _) = read(
            "<html><body><article><h1>Quake shakes Elmas</h1><p>Two men died.</p><p>A school fell.</p></article></body></html>",
        );
        assert_eq!(text, "Quake shakes Elmas\n\nTwo men died.\n\nA school fell.");
        let lead = "Forty miners were trapped below ground after a blast on Friday, the owner of the pit said.";
        let next = "Rescuers heard them knock on pipes, and drilled through the night to bring them air and water.";
        let page = format!(
            "<html><body><div class=story><h1>Blast</h1>{lead}<br><br>{next}<br><br>{next}</div></body></html>"
        );
        assert!(read(&page).0.contains(&format!("{lead}\n\n{next}")), "{}", read(&page).0);
    }

    #[test]
    fn hostile_markup_is_read_in_linear_time() {
        let deep = format!("<html><body>{}<p>Two men died.</p>", "<div>".repeat(100_000));
        assert_eq!(read(&deep).0, "Two men died.");
        assert_eq!(read("<p>Two men died.<").0, "Two men died.<");
        assert_eq!(read("<script>var x = 1;").0, "");
    }
}
