//! A request, read from an untrusted connection within limits of size and time. Only a form that is sent has a body that is
//! read; whether it is taken is for others to say.

use std::io::{self, Read as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Bytes of the first line and all headers together.
const LONGEST_HEAD: usize = 16 * 1024;
/// Bytes of a form.
const LONGEST_BODY: usize = 64 * 1024;
/// Headers.
const MOST_HEADERS: usize = 64;

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// GET, HEAD …
    pub method: String,
    /// The path and query as they came, still percent-encoded.
    pub target: String,
    /// The values of all Host headers.
    pub hosts: Vec<String>,
    /// The value of the Origin header: which site's page sent it; `None` where there is none.
    pub origin: Option<String>,
    /// The value of the Sec-Fetch-Site header, likewise.
    pub fetch_site: Option<String>,
    /// What was sent after the headers, of a POST alone.
    pub body: Vec<u8>,
}

/// Why there is no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The other side went away, or never said anything.
    Gone,
    /// It is answered with this status and reason.
    Refused(u16, &'static str),
}

impl Request {
    /// Reads one before `deadline`.
    pub fn read(mut stream: &TcpStream, deadline: Instant) -> Result<Self, Failure> {
        let mut head = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || stream.set_read_timeout(Some(left.max(Duration::from_millis(1)))).is_err() {
                return Err(Self::late(&head));
            }
            let count = match stream.read(&mut piece) {
                Ok(0) => return Err(Failure::Gone),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    return Err(Self::late(&head));
                }
                Err(_) => return Err(Failure::Gone),
            };
            head.extend(piece.iter().take(count));
            if let Some(request) = Self::parse(&head)? {
                return Ok(request);
            }
            if head.len() > LONGEST_HEAD && !head.windows(4).any(|four| four == b"\r\n\r\n") {
                return Err(Failure::Refused(431, "the request is too long"));
            }
        }
    }

    /// A request of this machine's own.
    pub fn for_page(target: &str) -> Self {
        Self {
            method: "GET".to_owned(),
            target: target.to_owned(),
            hosts: vec!["localhost".to_owned()],
            ..Self::default()
        }
    }

    fn late(head: &[u8]) -> Failure {
        if head.is_empty() { Failure::Gone } else { Failure::Refused(408, "the request did not come in time") }
    }

    /// The request that `head` is; `None` while it is not whole.
    pub fn parse(head: &[u8]) -> Result<Option<Self>, Failure> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        let length = match parsed.parse(head) {
            Ok(httparse::Status::Partial) => return Ok(None),
            Ok(httparse::Status::Complete(length)) => length,
            Err(httparse::Error::TooManyHeaders) => {
                return Err(Failure::Refused(431, "the request has too many headers"));
            }
            Err(_) => return Err(Failure::Refused(400, "this is no HTTP request")),
        };
        let all = |name: &'static str| {
            let named = parsed.headers.iter().filter(move |header| header.name.eq_ignore_ascii_case(name));
            named.map(|header| String::from_utf8_lossy(header.value).into_owned())
        };
        let method = parsed.method.unwrap_or_default();
        let expected = if method == "POST" { body_length(&all("content-length").collect::<Vec<_>>())? } else { 0 };
        let Some(body) = head.get(length..length + expected) else { return Ok(None) };
        Ok(Some(Self {
            method: method.to_owned(),
            target: parsed.path.unwrap_or_default().to_owned(),
            hosts: all("host").collect(),
            origin: all("origin").next(),
            fetch_site: all("sec-fetch-site").next(),
            body: body.to_vec(),
        }))
    }
}

/// How many bytes follow the headers. A form that does not say so is taken for an empty one.
fn body_length(given: &[String]) -> Result<usize, Failure> {
    match given {
        [] => Ok(0),
        [length] => match length.trim().parse::<usize>() {
            Ok(length) if length <= LONGEST_BODY => Ok(length),
            Ok(_) => Err(Failure::Refused(413, "the form is too long")),
            Err(_) => Err(Failure::Refused(400, "this is no length of a form")),
        },
        _ => Err(Failure::Refused(400, "the form has more than one length")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_or_refused() {
        let whole = Request::parse(b"GET /names?page=2 HTTP/1.1\r\nHost: localhost:80\r\nAccept: */*\r\n\r\n")
            .unwrap()
            .unwrap();
        assert_eq!((whole.method.as_str(), whole.target.as_str()), ("GET", "/names?page=2"));
        assert_eq!(whole.hosts, ["localhost:80"]);
        assert_eq!(Request::parse(b"GET / HTTP/1.1\r\nHost: loc").unwrap(), None);
        for wrong in [&b"GET /\0 HTTP/1.1\r\n\r\n"[..], b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n"] {
            assert!(matches!(Request::parse(wrong), Err(Failure::Refused(400, _))), "{wrong:?}");
        }
        let form = b"POST /review HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Length: 3\r\n\r\na=1b";
        let sent = Request::parse(form).unwrap().unwrap();
        assert_eq!((sent.body.as_slice(), sent.origin.as_deref()), (&b"a=1"[..], Some("http://a")));
        assert_eq!(Request::parse(&form[..form.len() - 3]).unwrap(), None, "the form is not whole yet");
        for (length, status) in
            [("65537", 413), ("99999999999999999999", 400), ("-1", 400), ("1\r\nContent-Length: 2", 400)]
        {
            let head = format!("POST / HTTP/1.1\r\nContent-Length: {length}\r\n\r\n");
            assert!(
                matches!(Request::parse(head.as_bytes()), Err(Failure::Refused(known, _)) if known == status),
                "{length}"
            );
        }
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(MOST_HEADERS + 1));
        assert!(matches!(Request::parse(many.as_bytes()), Err(Failure::Refused(431, _))));
    }
}
