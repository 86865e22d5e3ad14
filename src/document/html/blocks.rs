//! Where paragraphs end in a text that has lost them: of a short page the tree library gives all text in one paragraph,
//! the headline grown together with the first sentence.

use super::strip;

/// Elements whose text is never seen on the page.
const UNSEEN: [&str; 8] = ["script", "style", "noscript", "template", "head", "textarea", "iframe", "object"];

/// `text` with the paragraphs of `page`, from which it was taken; itself where they do not fit.
pub fn restored(text: String, page: &str) -> String {
    let mut rest: &str = &squeezed(&text);
    let mut paragraphs = Vec::new();
    let blocks = strip::text_outside(page, &UNSEEN);
    for block in blocks.split("\n\n") {
        if let Some(after) = rest.strip_prefix(squeezed(block).as_str()) {
            rest = after;
            paragraphs.push(block);
        }
    }
    if rest.is_empty() { paragraphs.join("\n\n") } else { text }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_those_of_the_page() {
        let page = "<nav>Home</nav><h1>Quake</h1><p>Two <b>died</b>.</p><p>More\nlater.</p><div>Imprint</div>";
        assert_eq!(restored("QuakeTwo died.More later.".to_owned(), page), "Quake\n\nTwo died.\n\nMore later.");
        assert_eq!(restored("Something else.".to_owned(), page), "Something else.");
    }
}
