//! The answer of a server as a web archive records it: a status line, headers, an empty line, and the body as it came.

use std::path::Path;

use super::record::Head;
use crate::capture::MediaType;
use crate::intake::kind::{BEGINNING, Kind};

/// An answer, or a block that is none but may be an article.
pub struct Answer<'a> {
    /// The status; `None` for a request and for what did not come from a server.
    pub status: Option<u16>,
    /// The headers, in order.
    pub headers: Vec<(String, String)>,
    /// The body, encoded as it came.
    pub payload: &'a [u8],
}

impl<'a> Answer<'a> {
    /// A block that is the payload itself; its type is what the record says.
    pub fn without_head(head: &Head, block: &'a [u8]) -> Self {
        let content_type = head.get("Content-Type").map(|value| ("Content-Type".to_owned(), value.to_owned()));
        Self { status: None, headers: content_type.into_iter().collect(), payload: block }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// Parts headers and body of a request or answer.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn split(block: &[u8]) -> Result<Answer<'_>, String> {
    let (mut status, mut headers, mut rest) = (None, Vec::<(String, String)>::new(), block);
    for number in 0.. {
        let Some(end) = memchr::memchr(b'\n', rest) else {
            // An answer may be all headers.
            let whole = rest.is_empty() && number > 0;
            return whole
                .then_some(Answer { status, headers, payload: rest })
                .ok_or_else(|| "its HTTP headers have no end".to_owned());
        };
        let (line, after) = rest.split_at(end + 1);
        rest = after;
        // Old servers wrote headers in Latin-1.
        let line = match std::str::from_utf8(line) {
            Ok(line) => line.trim_end().to_owned(),
            Err(_) => line.iter().map(|byte| char::from(*byte)).collect::<String>().trim_end().to_owned(),
        };
        if number == 0 {
            status = line.strip_prefix("HTTP/").and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
        } else if line.is_empty() {
            break;
        } else if let (true, Some((_, value))) = (line.starts_with([' ', '\t']), headers.last_mut()) {
            value.push(' ');
            value.push_str(line.trim());
        } else if let Some((name, value)) = line.split_once(':') {
            headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Ok(Answer { status, headers, payload: rest })
}

/// How the payload is to be read.
///
/// # Errors
/// The type, where it is none of an article.
pub fn media_type(answer: &Answer<'_>, url: Option<&str>) -> Result<MediaType, String> {
    let named = answer.header("Content-Type").and_then(|value| value.split(';').next()).unwrap_or_default();
    let named = named.trim().to_ascii_lowercase();
    if let Some(media_type) = MediaType::from_content_type(&named) {
        return Ok(media_type);
    }
    let says_nothing = matches!(named.as_str(), "" | "application/octet-stream" | "unknown/unknown");
    let path = url.and_then(|url| url.split(['?', '#']).next()).unwrap_or_default();
    let beginning = answer.payload.get(..BEGINNING).unwrap_or(answer.payload);
    match Kind::of(beginning, Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or_default()) {
        Kind::Article(media_type) if says_nothing => Ok(media_type),
        _ => Err(if named.is_empty() { "without a type".to_owned() } else { named }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_body() {
        let answer =
            split(b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=x\r\nX: caf\xe9\r\n\r\n<p>\n").unwrap();
        assert_eq!(answer.status, Some(200));
        assert_eq!(answer.header("content-type"), Some("text/html; charset=x"));
        assert_eq!((answer.header("x"), answer.payload), (Some("caf\u{e9}"), &b"<p>\n"[..]));
        assert_eq!(media_type(&answer, None), Ok(MediaType::Html));
        assert!(split(b"HTTP/1.1 200 OK\r\nServer: a\r\n").is_ok());
        assert!(split(b"HTTP/1.1 200 OK").is_err());
        assert_eq!(split(b"GET / HTTP/1.1\r\n\r\n").unwrap().status, None);
    }

    #[test]
    fn a_type_that_says_nothing_is_found_out() {
        let answer = |kind: &str| Answer {
            status: Some(200),
            headers: vec![("Content-Type".to_owned(), kind.to_owned())],
            payload: b"<!doctype html><p>Two men died.",
        };
        assert_eq!(media_type(&answer("application/octet-stream"), Some("http://x.example/a")), Ok(MediaType::Html));
        assert_eq!(media_type(&answer("image/png"), None), Err("image/png".to_owned()));
    }
}
