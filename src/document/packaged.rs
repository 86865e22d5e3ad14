//! Documents that are zip files of XML: DOCX (Word and others) and ODT (`LibreOffice` and others). Text that was deleted with
//! the changes on record, comments and field codes are no text of the article.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::plain_text;
use crate::capture::{MediaType, Metadata};

/// A part of a document may unpack to so many bytes.
const LARGEST: u64 = 128 << 20;
/// Elements nested deeper than this are no document that a person wrote.
const DEEPEST: usize = 1_000;
/// Elements whose content is no text of the article.
const ASIDE: [&str; 8] = [
    "w:del",
    "w:instrText",
    "w:delText",
    "text:tracked-changes",
    "office:annotation",
    "text:note-citation",
    "mc:Fallback",
    "w:txbxContent",
];

/// The text, paragraphs parted by blank lines, and what the document says of itself.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub fn read(bytes: &[u8], media_type: MediaType) -> Result<(String, Metadata), String> {
    let (content, properties) = match media_type {
        MediaType::Docx => ("word/document.xml", "docProps/core.xml"),
        _ => ("content.xml", "meta.xml"),
    };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("it is a damaged document: {error}"))?;
    let text = paragraphs(&part(&mut zip, content)?)?;
    let properties = part(&mut zip, properties).map(|xml| said(&xml)).unwrap_or_default();
    let head = plain_text::metadata(&text);
    Ok((
        text,
        Metadata { headline: properties.headline, ..Metadata::default() }
            .or(head)
            .or(properties_only(properties.author)),
    ))
}

/// The program's user is a guess at the author, and comes last.
fn properties_only(author: Option<String>) -> Metadata {
    Metadata { author, ..Metadata::default() }
}

fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, String> {
    let member = zip.by_name(name).map_err(|_| format!("it is no document: it has no {name}"))?;
    let mut xml = String::new();
    member.take(LARGEST + 1).read_to_string(&mut xml).map_err(|error| format!("its {name} cannot be read: {error}"))?;
    if xml.len() as u64 > LARGEST {
        Err(format!("its {name} unpacks to more than {} MB", LARGEST >> 20))
    } else {
        Ok(xml)
    }
}

/// What follows the body's elements.
fn paragraphs(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let (mut text, mut paragraph) = (String::new(), String::new());
    let (mut depth, mut aside, mut is_text) = (0_usize, None, false);
    loop {
        match reader.read_event().map_err(|error| format!("its text is not well-formed XML: {error}"))? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err("its elements are nested too deep".to_owned());
                }
                if aside.is_none() && ASIDE.contains(&start.name().0) {
                    aside = Some(depth);
                }
                if aside.is_none() {
                    is_text = is_text || matches!(start.name().0, "w:t" | "text:p" | "text:h");
                    paragraph.push_str(&space(&start));
                }
            }
            Event::End(end) => {
                if aside.is_none() {
                    match end.name().0 {
                        "w:t" => is_text = false,
                        "w:p" | "text:p" | "text:h" => {
                            is_text = false;
                            end_paragraph(&mut text, &mut paragraph);
                        }
                        _ => {}
                    }
                }
                if aside == Some(depth) {
                    aside = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(words) if is_text && aside.is_none() => paragraph.push_str(&words),
            Event::CData(words) if is_text && aside.is_none() => paragraph.push_str(&words),
            Event::GeneralRef(name) if is_text && aside.is_none() => {
                paragraph.push_str(&html_escape::decode_html_entities(&format!("&{};", &*name)));
            }
            Event::Eof => {
                end_paragraph(&mut text, &mut paragraph);
                return Ok(text);
            }
            _ => {}
        }
    }
}

/// White space that is written as an element.
fn space(start: &BytesStart<'_>) -> String {
    match start.name().0 {
        "w:tab" | "text:tab" => "\t".to_owned(),
        "w:br" | "w:cr" | "text:line-break" => "\n".to_owned(),
        "w:noBreakHyphen" => "-".to_owned(),
        "text:s" => {
            let count = start.attributes().flatten().find(|attribute| attribute.key.0 == "text:c");
            " ".repeat(count.and_then(|count| count.value.parse().ok()).unwrap_or(1).min(100))
        }
        _ => String::new(),
    }
}

fn end_paragraph(text: &mut String, paragraph: &mut String) {
    let trimmed = paragraph.trim();
    if !trimmed.is_empty() {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(trimmed);
    }
    paragraph.clear();
}

/// What the document's properties say.
fn said(xml: &str) -> Metadata {
    let value = |name: &str| {
        let (_, rest) = xml.split_once(&format!("<{name}"))?;
        let (value, _) = rest.split_once('>')?.1.split_once(&format!("</{name}>"))?;
        Some(html_escape::decode_html_entities(value.trim()).into_owned()).filter(|value| !value.is_empty())
    };
    Metadata {
        headline: value("dc:title"),
        author: value("dc:creator").or_else(|| value("meta:initial-creator")),
        ..Metadata::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_without_what_was_deleted() {
        let docx = "<w:document><w:body><w:p><w:r><w:t>Two men </w:t></w:r><w:del><w:r><w:t>and a boy </w:t></w:r></w:del>\
            <w:r><w:t xml:space=\"preserve\">died &amp; six</w:t><w:tab/><w:t>fled.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Later.</w:t></w:r></w:p></w:body></w:document>";
        assert_eq!(paragraphs(docx).unwrap(), "Two men died & six\tfled.\n\nLater.");
        let odt = "<office:text><text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:h>Fire</text:h>\
            <text:p>Two<text:s text:c=\"2\"/><text:span>men</text:span> died.<office:annotation><text:p>hm</text:p></office:annotation></text:p></office:text>";
        assert_eq!(paragraphs(odt).unwrap(), "Fire\n\nTwo  men died.");
        assert!(paragraphs(&"<a>".repeat(5_000)).is_err());
        assert!(read(b"PK", MediaType::Docx).is_err());
    }
}
