//! A web server for tests: a few pages that can be changed while it runs, and a record of what was asked for.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// The answer of a server that says nothing for ten seconds.
pub const SILENCE: &str = "silence";

type Pages = Arc<Mutex<BTreeMap<String, String>>>;

/// A server on a port of its own; it ends with the test.
pub struct Web {
    address: String,
    pages: Pages,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Web {
    /// Has no pages yet: every answer is 404.
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (pages, asked) = (Pages::default(), Arc::<Mutex<Vec<String>>>::default());
        let (known, noted) = (Arc::clone(&pages), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (known, noted) = (Arc::clone(&known), Arc::clone(&noted));
                thread::spawn(move || answer(&stream, &known, &noted));
            }
        });
        Self { address, pages, asked }
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Sets a whole answer: status line and headers, a blank line, the body.
    pub fn raw(&self, path: &str, answer: &str) {
        self.pages.lock().unwrap().insert(path.to_owned(), answer.to_owned());
    }

    /// Sets an article as a page.
    pub fn article(&self, path: &str, title: &str, paragraphs: &str) {
        let paragraphs: Vec<String> = paragraphs.split("\n\n").map(|text| format!("<p>{text}</p>")).collect();
        let body = format!(
            "<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{}</article></body></html>",
            paragraphs.concat()
        );
        self.raw(path, &format!("200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"));
    }

    /// Sets an answer without a body.
    pub fn status(&self, path: &str, status: &str) {
        self.raw(path, &format!("{status}\r\n\r\n"));
    }

    /// The paths that were asked for, in order, and forgotten now.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

fn answer(stream: &TcpStream, pages: &Pages, asked: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let page = pages.lock().unwrap().get(&path).cloned().unwrap_or_else(|| "404 Not Found\r\n\r\n".to_owned());
    asked.lock().unwrap().push(path);
    if page == SILENCE {
        thread::sleep(std::time::Duration::from_secs(10));
        return;
    }
    let (head, body) = page.split_once("\r\n\r\n").unwrap();
    // A page may promise more than it gives.
    let length =
        if head.contains("Content-Length") { String::new() } else { format!("\r\nContent-Length: {}", body.len()) };
    let mut stream = stream;
    let _ = write!(stream, "HTTP/1.1 {head}{length}\r\nConnection: close\r\n\r\n{body}");
}
