//! One entry of a feed (RSS, RDF or Atom): its full text where the feed carries that, otherwise its summary.

use chrono::{DateTime, NaiveDate};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::html::text_of;
use crate::capture::{Metadata, metadata};

/// The elements that hold the text, the fullest first.
const TEXTS: [&str; 4] = ["content:encoded", "content", "description", "summary"];

/// The text and what the entry says of itself.
///
/// # Errors
/// A sentence that says why it is no entry.
pub fn read(entry: &str) -> Result<(String, Metadata), String> {
    let fields = fields(entry)?;
    let first = |names: &[&str]| {
        let field =
            names.iter().find_map(|name| fields.iter().find(|field| field.name == *name && !field.is_blank()))?;
        Some(field)
    };
    let plain = |names: &[&str]| first(names).map(Field::plain).filter(|text| !text.is_empty());
    let text = first(&TEXTS).map(|field| text_of(&field.markup())).unwrap_or_default();
    let date = plain(&["pubDate", "published", "dc:date", "issued", "updated"]);
    let links = || fields.iter().filter(|field| field.name == "link");
    let url = links().find_map(Field::address).or_else(|| plain(&["guid", "id"]).filter(|id| id.starts_with("http")));
    let metadata = Metadata {
        headline: plain(&["title"]),
        author: plain(&["dc:creator", "author", "name"]),
        publisher: plain(&["source", "dc:publisher"]),
        date_published: date.as_deref().and_then(day),
        url,
        language: plain(&["dc:language"]),
    };
    Ok((text, metadata))
}

/// An element directly within the entry.
pub struct Field {
    /// Its name, with its prefix.
    pub name: String,
    /// What stands between its tags, as it is written.
    inner: String,
    href: Option<String>,
    relation: Option<String>,
}

impl Field {
    fn is_blank(&self) -> bool {
        self.inner.trim().is_empty()
    }

    /// Its content as HTML: written out, in a CDATA section, or escaped.
    fn markup(&self) -> String {
        let inner = self.inner.trim();
        match inner.strip_prefix("<![CDATA[").and_then(|inner| inner.strip_suffix("]]>")) {
            Some(markup) => markup.replace("]]><![CDATA[", ""),
            None if inner.contains('<') => inner.to_owned(),
            None => html_escape::decode_html_entities(inner).into_owned(),
        }
    }

    /// Its content as a line of text.
    pub fn plain(&self) -> String {
        let markup = self.markup();
        // `<name>` within `<author>`, and the address of a mail beside it.
        let name = markup.split_once("<name>").and_then(|(_, rest)| rest.split_once("</name>")).map(|(name, _)| name);
        text_of(name.unwrap_or(&markup)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The address that a link leads to, where it is that of the article.
    fn address(&self) -> Option<String> {
        let is_other = self.relation.as_deref().is_some_and(|relation| relation != "alternate");
        let address = self.href.clone().unwrap_or_else(|| self.plain());
        Some(address).filter(|address| !is_other && address.starts_with("http"))
    }
}

/// The elements directly within the outermost one.
///
/// # Errors
/// A sentence that says what is wrong with the XML.
pub fn fields(xml: &str) -> Result<Vec<Field>, String> {
    let mut reader = Reader::from_str(xml);
    let mut fields = Vec::new();
    let mut is_inside = false;
    let broken = |error: quick_xml::Error| format!("it is not well-formed XML: {error}");
    loop {
        let (start, is_empty) = match reader.read_event().map_err(broken)? {
            Event::Start(_) if !is_inside => {
                is_inside = true;
                continue;
            }
            Event::Start(start) => (start.into_owned(), false),
            Event::Empty(start) => (start.into_owned(), true),
            Event::Eof => return Ok(fields),
            _ => continue,
        };
        let attribute = |name: &str| {
            let attribute = start.attributes().flatten().find(|attribute| attribute.key.0 == name)?;
            Some(html_escape::decode_html_entities(&attribute.value).into_owned())
        };
        let (href, relation) = (attribute("href"), attribute("rel"));
        let inner = if is_empty {
            String::new()
        } else {
            let span = reader.read_to_end(start.name()).map_err(broken)?;
            xml.get(span.start as usize..span.end as usize).unwrap_or_default().to_owned()
        };
        fields.push(Field { name: start.name().0.to_owned(), inner, href, relation });
    }
}

/// The day of a date as feeds write it: "Sat, 04 May 2019 08:00:00 GMT", "2019-05-04T08:00:00Z".
pub fn day(text: &str) -> Option<NaiveDate> {
    metadata::day(text).or_else(|| DateTime::parse_from_rfc2822(text.trim()).ok().map(|date| date.date_naive()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_both_kinds() {
        let rss = "<item><title>Two &amp; two</title><link>https://x.example/1</link><description>Short</description>\
            <content:encoded><![CDATA[<p>Two men <b>died</b>.</p><p>Two were hurt.</p>]]></content:encoded>\
            <dc:creator>Ann Olsen</dc:creator><pubDate>Sat, 04 May 2019 08:00:00 GMT</pubDate></item>";
        let atom = "<entry><title type=\"html\">Two &amp;amp; two</title><link rel=\"self\" href=\"https://x.example/f\"/>\
            <link href=\"https://x.example/1\"/><author><name>Ann Olsen</name><email>a@x.example</email></author>\
            <published>2019-05-04T08:00:00Z</published><content type=\"xhtml\"><div><p>Two men died.</p><p>Two were hurt.</p></div></content></entry>";
        for entry in [rss, atom] {
            let (text, metadata) = read(entry).unwrap();
            assert_eq!(text, "Two men died.\n\nTwo were hurt.");
            assert_eq!(metadata.headline.as_deref(), Some("Two & two"), "{entry}");
            assert_eq!(metadata.url.as_deref(), Some("https://x.example/1"));
            assert_eq!(metadata.author.as_deref(), Some("Ann Olsen"));
            assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-05-04"));
        }
        assert!(read("<item><title>a</item>").is_err());
    }
}
