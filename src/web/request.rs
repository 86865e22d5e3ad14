//! A request, read from an untrusted connection within limits of size and time. Only its first line and its headers are read:
//! nothing that is asked for here needs a body.

use std::io::{self, Read as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Bytes of the first line and all headers together.
const LONGEST_HEAD: usize = 16 * 1024;
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
            if head.len() > LONGEST_HEAD {
                return Err(Failure::Refused(431, "the request is too long"));
            }
        }
    }

    /// A request of this machine's own.
    pub fn for_page(target: &str) -> Self {
        Self { method: "GET".to_owned(), target: target.to_owned(), hosts: vec!["localhost".to_owned()] }
    }

    fn late(head: &[u8]) -> Failure {
        if head.is_empty() { Failure::Gone } else { Failure::Refused(408, "the request did not come in time") }
    }

    /// The request that `head` is; `None` while it is not whole.
    pub fn parse(head: &[u8]) -> Result<Option<Self>, Failure> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(head) {
            Ok(httparse::Status::Partial) => return Ok(None),
            Ok(httparse::Status::Complete(_)) => {}
            Err(httparse::Error::TooManyHeaders) => {
                return Err(Failure::Refused(431, "the request has too many headers"));
            }
            Err(_) => return Err(Failure::Refused(400, "this is no HTTP request")),
        }
        let hosts = parsed.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
        Ok(Some(Self {
            method: parsed.method.unwrap_or_default().to_owned(),
            target: parsed.path.unwrap_or_default().to_owned(),
            hosts: hosts.map(|header| String::from_utf8_lossy(header.value).into_owned()).collect(),
        }))
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
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(MOST_HEADERS + 1));
        assert!(matches!(Request::parse(many.as_bytes()), Err(Failure::Refused(431, _))));
    }
}
