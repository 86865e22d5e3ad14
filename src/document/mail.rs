//! Mail: a message (a newsletter, say), and MHTML, in which a browser saves a page as if it were one.

use chrono::NaiveDate;
use mail_parser::{DateTime, HeaderValue, Message, MessageParser, MimeHeaders as _, PartType};

use super::html;
use crate::capture::{Metadata, Record};

/// The text of a message and what its header says: the subject as title, the sender as byline.
///
/// # Errors
/// A sentence that says why it is no message.
pub fn read(bytes: &[u8]) -> Result<(String, Metadata), String> {
    let message = parse(bytes)?;
    let body = match html_part(&message) {
        Some(body) => html::text_of(&body),
        None => message.body_text(0).map(std::borrow::Cow::into_owned).unwrap_or_default(),
    };
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name.as_deref().or(sender.address.as_deref()));
    let metadata = Metadata {
        headline: some(message.subject().unwrap_or_default()),
        author: some(name.unwrap_or_default()),
        publisher: list_name(&message),
        date_published: message.date().and_then(day),
        ..Metadata::default()
    };
    Ok((body, metadata))
}

/// The page that an MHTML file holds, and its address.
///
/// # Errors
/// A sentence that says why it holds none.
pub fn page(bytes: &[u8]) -> Result<(String, Option<String>), String> {
    let message = parse(bytes)?;
    let page = html_part(&message).ok_or("it holds no page")?;
    Ok((page, address(&message)))
}

/// What the header of a message or saved page records: when, where from, and its own name.
pub fn record(bytes: &[u8], kind: &str) -> Option<Record> {
    let message = MessageParser::default().parse_headers(bytes)?;
    let date = message.date().map(DateTime::to_rfc3339);
    let id = message.message_id().map(str::to_owned);
    let record = Record { kind: kind.to_owned(), id, date, url: address(&message), ..Record::default() };
    (record.date.is_some() || record.id.is_some() || record.url.is_some()).then_some(record)
}

fn parse(bytes: &[u8]) -> Result<Message<'_>, String> {
    let message = MessageParser::default().parse(bytes).ok_or("it is no message: it has no header")?;
    if message.parts.is_empty() { Err("it is no message: it has no body".to_owned()) } else { Ok(message) }
}

/// The first part that is a page. A page that a browser saved holds its frames behind itself.
fn html_part(message: &Message<'_>) -> Option<String> {
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.clone().into_owned()),
        PartType::Message(inner) => html_part(inner),
        _ => None,
    })
}

/// The address of a saved page.
fn address(message: &Message<'_>) -> Option<String> {
    let said = message.header("Snapshot-Content-Location").and_then(HeaderValue::as_text).map(str::to_owned);
    let of_part = || {
        let page = message.parts.iter().find(|part| matches!(part.body, PartType::Html(_)))?;
        page.content_location().map(str::to_owned)
    };
    said.or_else(of_part).map(|url| url.trim().to_owned()).filter(|url| url.starts_with("http"))
}

/// The name of the list that a message went to: `List-ID: The Lantern Daily <daily.lantern.example>`.
fn list_name(message: &Message<'_>) -> Option<String> {
    let raw = message.header_raw("List-ID")?;
    let name = raw.split('<').next()?.trim().trim_matches('"').trim();
    some(name)
}

fn day(date: &DateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

fn some(text: &str) -> Option<String> {
    Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newsletter() {
        let message = b"From: =?utf-8?q?J=C3=B3zef_Lis?= <news@lantern.example>\r\nSubject: Two dead in\r\n Elmas\r\nDate: Sat, 4 May 2019 08:00:00 +0200\r\nMessage-ID: <7@lantern.example>\r\nList-ID: \"The Lantern\" <daily.lantern.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=iso-8859-2\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Two men died in =A3=F3d=BC.</p>\r\n--b--\r\n";
        let (text, metadata) = read(message).unwrap();
        assert_eq!(text, "Two men died in Łódź.");
        assert_eq!(metadata.headline.as_deref(), Some("Two dead in Elmas"));
        assert_eq!(
            (metadata.author.as_deref(), metadata.publisher.as_deref()),
            (Some("Józef Lis"), Some("The Lantern"))
        );
        assert_eq!(metadata.date_published.map(|day| day.to_string()).as_deref(), Some("2019-05-04"));
        let record = record(message, "message").unwrap();
        assert_eq!(
            (record.id.as_deref(), record.date.as_deref()),
            (Some("7@lantern.example"), Some("2019-05-04T08:00:00+02:00"))
        );
        assert!(read(b"").is_err());
    }
}
