//! As much of a browser as a test needs: requests byte by byte, answers in parts, links.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::test::Test;

/// `dossier serve` over the archive of a test; it ends with the test.
pub struct Server {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub host: String,
}

/// An answer.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers as they came.
    pub head: String,
    /// What follows them.
    pub body: Vec<u8>,
}

impl Server {
    /// Starts it on a port that is free.
    pub fn over(test: &Test) -> Self {
        Self::with(test, &[])
    }

    /// The same where people may decide about claims.
    pub fn reviewing(test: &Test) -> Self {
        Self::with(test, &["--review"])
    }

    fn with(test: &Test, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(["--archive", test.archive().to_str().unwrap(), "serve", "--port", "0"])
            .args(options)
            .env_remove("DOSSIER_REVIEWER")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let host = line.trim().strip_prefix("http://").and_then(|url| url.strip_suffix('/'));
        Self { child, host: host.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned() }
    }

    /// A page.
    #[track_caller]
    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &self.host)
    }

    /// A page that must be there.
    #[track_caller]
    pub fn page(&self, target: &str) -> String {
        let answer = self.get(target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        answer.text()
    }

    /// A request with this method and host.
    #[track_caller]
    pub fn ask(&self, method: &str, target: &str, host: &str) -> Answer {
        self.send(format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes())
    }

    /// A request, byte by byte.
    #[track_caller]
    pub fn send(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // It may be answered before all of it was sent.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        stream
            .read_to_end(&mut bytes)
            .unwrap_or_else(|error| panic!("{error} for {:?}", String::from_utf8_lossy(request)));
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// A connection on which nothing was said yet.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header; `None` where it is not there.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }
}

/// The values of an attribute on a page.
pub fn attributes(page: &str, name: &str) -> Vec<String> {
    let opening = format!(" {name}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| unescaped(value)).collect()
}

/// Text as a browser reads it.
pub fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
