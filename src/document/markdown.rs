//! Markdown: the text as a reader sees it, without the marks that would stand between a number and its noun, and what
//! the block at its head (`title: …`, as clippers and note programs write it) says of the article.

mod front_matter;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::text_of;
use super::plain_text;
use crate::capture::Metadata;

/// The text, paragraphs parted by blank lines, and what is said about the article.
pub fn read(source: &str) -> (String, Metadata) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::default();
    for event in Parser::new_ext(source, options) {
        reader.take(event);
    }
    reader.end_paragraph();
    let head = plain_text::metadata(&reader.text);
    let headline = Metadata { headline: reader.headline, ..Metadata::default() };
    (reader.text, front_matter::metadata(&reader.front_matter).or(headline).or(head))
}

#[derive(Default)]
struct Reader {
    text: String,
    paragraph: String,
    front_matter: String,
    in_front_matter: bool,
    /// How many images the current event lies in: what they show is no text of the article.
    images: usize,
    html: String,
    headline: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => self.in_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.in_front_matter = false,
            Event::Text(words) if self.in_front_matter => self.front_matter.push_str(&words),
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            _ if self.images > 0 => {}
            Event::Text(words) | Event::Code(words) => self.paragraph.push_str(&words),
            Event::SoftBreak => self.paragraph.push(' '),
            Event::HardBreak => self.paragraph.push('\n'),
            Event::Html(markup) => self.html.push_str(&markup),
            Event::End(TagEnd::HtmlBlock) => {
                self.paragraph.push_str(&text_of(&std::mem::take(&mut self.html)));
                self.end_paragraph();
            }
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.paragraph.push('\n'),
            Event::End(TagEnd::TableCell) => self.paragraph.push_str(" | "),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                let heading = self.paragraph.trim();
                if self.headline.is_none() && !heading.is_empty() {
                    self.headline = Some(heading.to_owned());
                }
                self.end_paragraph();
            }
            // An item may hold a list, which begins within its paragraph.
            Event::Start(Tag::List(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => self.end_paragraph(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = self.paragraph.trim().trim_end_matches('|').trim_end();
        if !paragraph.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.text.push_str(paragraph);
        }
        self.paragraph.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_without_marks() {
        for (source, text) in [
            (
                "At least **12 people** were _killed_ in [Ulm](http://x.example/a_b).",
                "At least 12 people were killed in Ulm.",
            ),
            ("> Two men\n> died.\n\n- one\n- two\n  - three\n", "Two men died.\n\none\n\ntwo\n\nthree"),
            ("![A burnt bus](bus.jpg)\n\nOne  \ntwo &amp; three\\*", "One\ntwo & three*"),
            ("| Dead | 5 |\n|---|---|\n| Hurt | 7 |", "Dead | 5\n\nHurt | 7"),
            ("<div><p>Two <b>died</b>.</p></div>\n\nLine<br>break", "Two died.\n\nLine\nbreak"),
            ("Police detained 20_000 of 3*4 people", "Police detained 20_000 of 3*4 people"),
        ] {
            assert_eq!(read(source).0, text, "{source:?}");
        }
    }

    #[test]
    fn what_the_head_says() {
        let (text, metadata) = read(
            "---\ntitle: \"Ferry: two dead\"\nauthor:\n  - \"[[Ann Olsen]]\"\npublished: 2019-03-04\nsource: https://x.example/1\n---\n# Ferry sinks\n\nTwo died.",
        );
        assert_eq!(text, "Ferry sinks\n\nTwo died.");
        assert_eq!(metadata.headline.as_deref(), Some("Ferry: two dead"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Olsen"));
        assert_eq!(metadata.url.as_deref(), Some("https://x.example/1"));
        assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-03-04"));
        let (_, metadata) = read("# Ferry sinks\n\n*By Ann Olsen, 4 March 2019*\n\nTwo died.");
        assert_eq!(metadata.headline.as_deref(), Some("Ferry sinks"));
        assert_eq!(metadata.author.as_deref(), Some("Ann Olsen"));
        assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-03-04"));
    }
}
