//! The listener: one short-lived thread and one answer for each connection. Browsers open connections in advance and leave them
//! idle; since each has a thread of its own and a time limit, none holds up the others.

use std::io::{self, Read as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::answer::Answer;
use super::desk::Desk;
use super::pages::{Pages, State};
use super::request::{Failure, Request};
use super::{guard, page, route};
use crate::archive::Archive;
use crate::{Error, Result};

/// A request has to have come in whole within this time.
const PATIENCE: Duration = Duration::from_secs(10);
/// All questions of one page together may take this long.
const LONGEST_PAGE: Duration = Duration::from_secs(20);
/// A reader that takes nothing for this long is given up.
const LONGEST_WRITE: Duration = Duration::from_secs(30);
/// So long the other side may take to hang up, or to send what nobody reads any more.
const LONGEST_LEAVE: Duration = Duration::from_millis(500);
/// Bytes of that.
const MOST_UNREAD: usize = 256 * 1024;
/// More connections at a time are turned away.
const MOST_CONNECTIONS: usize = 64;
/// So many open archives are kept for the next requests.
const MOST_KEPT: usize = 4;

/// What readers come to from every page.
const FIRST_PAGES: [&str; 7] = ["/", "/?order=claims", "/sources", "/timeline", "/articles", "/names", "/integrity"];

/// A server that listens, but answers only once it is run.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    site: Arc<Site>,
}

/// What all connections share.
struct Site {
    path: PathBuf,
    idle: Mutex<Vec<Archive>>,
    pages: Pages,
    connections: AtomicUsize,
    /// Where people decide about claims; `None` where the archive is only shown.
    desk: Option<Desk>,
}

impl Server {
    /// Listens on 127.0.0.1; port 0 takes any that is free. The archive is opened once, so that what is wrong with it is told now.
    ///
    /// # Errors
    /// Those of [`Archive::open_to_read`], and [`Error::Listen`] where the port is taken.
    pub fn bind(path: &Path, port: u16, desk: Option<Desk>) -> Result<Self> {
        let archive = Archive::open_to_read(path)?;
        let listen = || {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
            let address = listener.local_addr()?;
            Ok((listener, address))
        };
        let (listener, address) = listen().map_err(|source: io::Error| Error::Listen { port, source })?;
        let idle = Mutex::new(vec![archive]);
        let site =
            Site { path: path.to_owned(), idle, pages: Pages::default(), connections: AtomicUsize::new(0), desk };
        Ok(Self { listener, address, site: Arc::new(site) })
    }

    /// Where it listens: `http://127.0.0.1:PORT/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers until the process ends.
    pub fn run(self) {
        let site = Arc::clone(&self.site);
        // Those that ask most of the archive, the first page first, are made before anybody asks for them.
        let _ = thread::Builder::new().spawn(move || FIRST_PAGES.map(|page| site.answer(&Request::for_page(page))));
        loop {
            let Ok((stream, _)) = self.listener.accept() else {
                // Out of file descriptors, most likely: the next connections have to wait for others to end.
                thread::sleep(Duration::from_millis(50));
                continue;
            };
            let place = Place::take(&self.site);
            if place.number > MOST_CONNECTIONS {
                continue;
            }
            // Where no thread can be had the connection is closed, as it is where there are too many.
            let _ = thread::Builder::new().spawn(move || place.site.serve(&stream));
        }
    }
}

/// One of the places for connections; free again when it is dropped, even by a panic.
struct Place {
    site: Arc<Site>,
    number: usize,
}

impl Place {
    fn take(site: &Arc<Site>) -> Self {
        let number = site.connections.fetch_add(1, Ordering::Relaxed) + 1;
        Self { site: Arc::clone(site), number }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.site.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Site {
    /// One request, one answer; a connection that fails meanwhile is nobody's concern.
    fn serve(&self, stream: &TcpStream) {
        let limits = stream.set_write_timeout(Some(LONGEST_WRITE)).and_then(|()| stream.set_nodelay(true));
        if limits.is_err() {
            return;
        }
        let (answer, with_body) = match Request::read(stream, Instant::now() + PATIENCE) {
            Ok(request) => (self.answer(&request), request.method != "HEAD"),
            Err(Failure::Refused(status, reason)) => (Answer::refusal(status, reason), true),
            Err(Failure::Gone) => return,
        };
        if answer.write(stream, with_body).is_ok() {
            take_leave(stream);
        }
    }

    fn answer(&self, request: &Request) -> Answer {
        if let Some(refused) = guard::refuse(request, self.desk.is_some()) {
            return refused;
        }
        if let Some(desk) = self.desk.as_ref().filter(|_| request.method == "POST") {
            return desk.take(&self.path, request).unwrap_or_else(|error| page::failure::answer(&error));
        }
        let state = State::of(&self.path);
        if let Some(answer) = self.pages.known(state.as_ref(), &request.target) {
            return answer;
        }
        let answer = self.asked(request).unwrap_or_else(|error| page::failure::answer(&error));
        self.pages.keep(state, &request.target, &answer);
        answer
    }

    fn asked(&self, request: &Request) -> Result<Answer> {
        let mut archive = self.archive()?;
        let answer = archive.within(LONGEST_PAGE, |archive| route::answer(archive, request, self.desk.as_ref()))?;
        self.keep(archive);
        Ok(answer)
    }

    /// An archive that nobody else is using: a connection to SQLite serves one thread at a time.
    fn archive(&self) -> Result<Archive> {
        let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.map_or_else(|| Archive::open_to_read(&self.path), Ok)
    }

    fn keep(&self, archive: Archive) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < MOST_KEPT {
            idle.push(archive);
        }
    }
}

/// Takes what the other side still sends, up to a limit: a connection closed on unread bytes may lose the answer on its way.
fn take_leave(mut stream: &TcpStream) {
    if stream.shutdown(Shutdown::Write).is_err() || stream.set_read_timeout(Some(LONGEST_LEAVE)).is_err() {
        return;
    }
    let mut piece = [0; 4096];
    for _ in 0..MOST_UNREAD / piece.len() {
        if !matches!(stream.read(&mut piece), Ok(1..)) {
            return;
        }
    }
}
