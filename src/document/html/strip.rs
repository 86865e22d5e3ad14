//! Markup to text in one pass without a tree: tags that begin a block part paragraphs, furniture is left out.

use html_escape::decode_html_entities;

/// Elements whose content is no text of the article.
pub const FURNITURE: [&str; 16] = [
    "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "form", "button", "select",
    "svg", "iframe", "object", "textarea",
];
/// Elements whose content is not markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "iframe"];
/// Elements that stay within a line of text.
pub const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "img", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u",
];
pub const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The text of `html` outside furniture, paragraphs parted by blank lines.
pub fn text(html: &str) -> String {
    text_outside(html, &FURNITURE)
}

/// The text of `html` outside elements of these names, paragraphs parted by blank lines.
pub fn text_outside(html: &str, names: &[&str]) -> String {
    let mut text = String::new();
    let mut paragraph = String::new();
    let mut furniture = Furniture::default();
    for piece in Pieces::new(html) {
        let held = furniture.holds(&piece, names);
        match piece {
            Piece::Tag { name, .. } if !INLINE.contains(&name.as_str()) => end_paragraph(&mut text, &mut paragraph),
            Piece::Text(words) if !held => paragraph.push_str(&decode_html_entities(words)),
            Piece::Tag { .. } | Piece::Text(_) => {}
        }
    }
    end_paragraph(&mut text, &mut paragraph);
    text
}

/// Follows a page's pieces through elements that are passed over.
#[derive(Default)]
pub struct Furniture {
    /// The outermost such element, and how deep in elements of its own name the page is.
    within: Option<(String, usize)>,
}

impl Furniture {
    /// Whether the next piece of the page belongs to an element of one of these names, its tags included.
    pub fn holds(&mut self, piece: &Piece<'_>, names: &[&str]) -> bool {
        match (&mut self.within, piece) {
            (Some((outer, depth)), Piece::Tag { name, closing }) => {
                if name == outer {
                    *depth = if *closing { *depth - 1 } else { *depth + 1 };
                    if *depth == 0 {
                        self.within = None;
                    }
                }
                true
            }
            (None, Piece::Tag { name, closing: false }) if names.contains(&name.as_str()) => {
                self.within = Some((name.clone(), 1));
                true
            }
            (within, _) => within.is_some(),
        }
    }
}

/// How deep elements are nested at most, near enough to tell a hostile page.
pub fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for piece in Pieces::new(html) {
        if let Piece::Tag { name, closing } = piece {
            match (closing, VOID.contains(&name.as_str())) {
                (true, _) => depth = depth.saturating_sub(1),
                (false, true) => {}
                (false, false) => depth += 1,
            }
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// The `lang` attribute of the page's first element.
pub fn language(html: &str) -> Option<String> {
    let start = html.find("<html")?;
    let tag = &html[start..start + html[start..].find('>')?];
    let value = tag.split_once(" lang=")?.1.trim_start_matches(['"', '\'']);
    let language = value.split(['"', '\'', ' ']).next()?.trim();
    Some(language.to_owned()).filter(|language| !language.is_empty())
}

fn end_paragraph(text: &mut String, paragraph: &mut String) {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    if !words.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&words.join(" "));
    }
    paragraph.clear();
}

/// A text between tags, or a tag.
pub enum Piece<'a> {
    Text(&'a str),
    Tag { name: String, closing: bool },
}

/// The texts and tags of a page, in order; comments and declarations are left out.
pub struct Pieces<'a> {
    /// What of the page is to come.
    pub rest: &'a str,
    /// The raw element that the next piece lies in.
    raw: Option<&'static str>,
}

impl<'a> Pieces<'a> {
    pub fn new(html: &'a str) -> Self {
        Self { rest: html, raw: None }
    }

    fn skip_to_end_of(&mut self, name: &str) {
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</") {
            let tag = &self.rest.as_bytes()[from + at + 2..];
            if tag.len() >= name.len() && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                self.rest = &self.rest[from + at..];
                return;
            }
            from += at + 2;
        }
        self.rest = "";
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take() {
            self.skip_to_end_of(name);
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(after) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (words, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Piece::Text(words));
            };
            if let Some(comment) = after.strip_prefix("!--") {
                self.rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
                continue;
            }
            let closing = after.starts_with('/');
            let name = after.trim_start_matches('/');
            let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(name.len());
            let declaration = after.starts_with(['!', '?']);
            if length == 0 && !declaration {
                self.rest = after;
                if after.is_empty() {
                    return None;
                }
                return Some(Piece::Text("<"));
            }
            let name = name[..length].to_ascii_lowercase();
            self.rest = after.find('>').map_or("", |end| &after[end + 1..]);
            if declaration {
                continue;
            }
            self.raw = if closing { None } else { RAW.into_iter().find(|raw| *raw == name) };
            return Some(Piece::Tag { name, closing });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_become_paragraphs() {
        let html = "<header>Top</header><h1>A  b</h1><p>One <b>two</b>\nthree &mdash; four</p><!-- <p>no</p> --><ul><li>x<li>y</ul>a &lt; b < c";
        assert_eq!(text(html), "A b\n\nOne two three — four\n\nx\n\ny\n\na < b < c");
    }

    #[test]
    fn nested_furniture_ends_with_its_own_end() {
        assert_eq!(text("<nav><nav>a</nav>b</nav>c<script>if (a</b) '</nav>'</script>d"), "c\n\nd");
    }
}
