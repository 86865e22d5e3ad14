//! An answer with the headers that keep a browser from doing anything with it but show it.

use std::io::{self, Write};

use maud::Markup;

/// What every answer says. Nothing is stored by the browser: the archive may hold what puts people in danger.
const HEADERS: [(&str, &str); 9] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
];

/// An answer to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    media_type: &'static str,
    headers: Vec<(&'static str, String)>,
    /// What is sent after the headers.
    pub body: Vec<u8>,
}

impl Answer {
    /// A page.
    pub fn page(status: u16, page: Markup) -> Self {
        Self::of(status, "text/html; charset=utf-8", page.into_string().into_bytes())
    }

    /// A part of this program: its style, its script.
    pub fn asset(media_type: &'static str, content: &'static [u8]) -> Self {
        Self::of(200, media_type, content.to_vec())
    }

    /// One line for a request that is not answered.
    pub fn refusal(status: u16, reason: &str) -> Self {
        Self::of(status, "text/plain; charset=utf-8", format!("{reason}\n").into_bytes())
    }

    /// Bytes to be kept in a file, whatever they are: never shown, never run.
    pub fn download(name: &str, bytes: Vec<u8>) -> Self {
        Self::of(200, "application/octet-stream", bytes)
            .with("Content-Disposition", &format!("attachment; filename=\"{name}\""))
    }

    /// To another address of this server.
    pub fn redirection(address: &str) -> Self {
        Self::refusal(303, "see the address in Location").with("Location", address)
    }

    /// Whether it is a page that was made from the archive without fault.
    pub fn is_sound_page(&self) -> bool {
        self.status == 200 && self.media_type.starts_with("text/html")
    }

    fn of(status: u16, media_type: &'static str, body: Vec<u8>) -> Self {
        Self { status, media_type, headers: Vec::new(), body }
    }

    /// The same with one more header. A value that could end the header is left out.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        if value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            self.headers.push((name, value.to_owned()));
        }
        self
    }

    /// Sends it; the body only where it was asked for.
    ///
    /// # Errors
    /// Whatever the connection says.
    pub fn write(&self, mut out: impl Write, with_body: bool) -> io::Result<()> {
        let (status, length) = (self.status, self.body.len());
        let mut head = Vec::new();
        write!(head, "HTTP/1.1 {status} {}\r\n", reason(status))?;
        write!(head, "Content-Type: {}\r\nContent-Length: {length}\r\n", self.media_type)?;
        let own = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        for (name, value) in HEADERS.into_iter().chain(own) {
            write!(head, "{name}: {value}\r\n")?;
        }
        head.extend(b"\r\n");
        out.write_all(&head)?;
        if with_body {
            out.write_all(&self.body)?;
        }
        out.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        303 => "See Other",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        410 => "Gone",
        413 => "Content Too Large",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}
