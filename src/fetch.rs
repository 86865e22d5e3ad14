//! Fetching pages over http and https, politely and warily: one request at a time for each host with a pause in between,
//! robots.txt obeyed, time and size limited, redirects followed by hand and told, and no request to an address of the
//! inner network unless that is asked for. What comes of it is a page, or a [`Failure`] that says how far "it is gone" is known.
//!
//! The bytes are those of the wire: no compression is asked for, and what comes compressed all the same is not read.

mod address;
mod client;
mod content;
mod host;
mod robots;

pub use address::is_public;
pub use robots::Robots;

use std::fmt;
use std::time::Duration;

use url::Url;

use crate::capture::{MediaType, Record};
use client::Client;
use host::Hosts;

/// How many redirects are followed.
const MOST_REDIRECTS: usize = 10;

/// How to fetch.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The size in bytes above which a page is not read.
    pub largest: u64,
    /// How long one request may take, from the look-up of the name to the last byte.
    pub timeout: Duration,
    /// How often a request that failed for a reason that may pass is made again.
    pub retries: u32,
    /// The least time between two requests to one host, and the first wait before a request is made again; then twice that.
    pub pause: Duration,
    /// Whether addresses of the inner network may be asked.
    pub allow_private: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            largest: 64_000_000,
            timeout: Duration::from_mins(1),
            retries: 3,
            pause: Duration::from_secs(2),
            allow_private: false,
        }
    }
}

/// A page as it was answered.
#[derive(Clone, Debug)]
pub struct Page {
    /// The bytes, untouched.
    pub bytes: Vec<u8>,
    /// How they are to be read.
    pub media_type: MediaType,
    /// Where they were in the end.
    pub url: Url,
    /// The server's answer there.
    pub status: u16,
    /// Its headers, in order.
    pub headers: Vec<(String, String)>,
}

impl Page {
    /// What the server said of it, at the end of these redirects.
    pub fn record(&self, redirects: Vec<(u16, String)>) -> Record {
        let date = self.headers.iter().find(|(name, _)| name == "date");
        Record {
            kind: "http".to_owned(),
            date: date.map(|(_, date)| date.clone()),
            url: Some(self.url.to_string()),
            status: Some(self.status),
            redirects,
            headers: self.headers.clone(),
            ..Record::default()
        }
    }
}

/// Why there is no page. Only [`Failure::Gone`] says that it is no longer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server said that there is no such page.
    Gone,
    /// The page was refused, by the server, by its robots.txt or by the rules for addresses.
    Blocked,
    /// Nothing answered, or the server failed.
    Unreachable,
    /// Something was answered that is no article.
    Unreadable,
}

/// What came of asking for a page.
#[derive(Debug)]
pub struct Answer {
    /// Each redirect that was followed: the status and where it led.
    pub redirects: Vec<(u16, String)>,
    /// The page, or why there is none with the words for it.
    pub page: Result<Page, (Failure, String)>,
}

impl Answer {
    /// The redirects in words; `None` where there were none.
    pub fn way(&self) -> Option<String> {
        let steps: Vec<String> = self.redirects.iter().map(|(status, to)| format!("{status} to {to}")).collect();
        (!steps.is_empty()).then(|| steps.join(", "))
    }
}

/// Fetches pages; one for a whole run, because it knows when each host was last asked.
pub struct Fetcher {
    settings: Settings,
    client: Client,
    hosts: Hosts,
}

impl fmt::Debug for Fetcher {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Fetcher").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What one request came to.
enum Step {
    Page(Page),
    Redirect(u16, Url),
}

impl Fetcher {
    /// Nothing is asked yet.
    pub fn new(settings: Settings) -> Self {
        Self { client: Client::new(&settings), hosts: Hosts::default(), settings }
    }

    /// Asks for a page and follows where it leads.
    pub fn fetch(&self, url: &Url) -> Answer {
        let mut redirects = Vec::new();
        let page = self.follow(url, &mut redirects);
        Answer { redirects, page }
    }

    fn follow(&self, url: &Url, redirects: &mut Vec<(u16, String)>) -> Result<Page, (Failure, String)> {
        let mut url = url.clone();
        loop {
            url.set_fragment(None);
            self.may(&url)?;
            match self.persist(&url)? {
                Step::Page(page) => return Ok(page),
                Step::Redirect(status, to) => {
                    redirects.push((status, to.to_string()));
                    if redirects.len() > MOST_REDIRECTS {
                        return Err((Failure::Unreachable, format!("it redirects more than {MOST_REDIRECTS} times")));
                    }
                    url = to;
                }
            }
        }
    }

    /// Whether robots.txt lets the page be read.
    fn may(&self, url: &Url) -> Result<(), (Failure, String)> {
        let Some(host) = self.hosts.of(url) else {
            return Err((Failure::Unreadable, format!("{url} is no http or https address")));
        };
        let robots = host.robots(|| self.read_robots(url))?;
        host.be_slower(robots.delay());
        if robots.allow(url) {
            Ok(())
        } else {
            Err((Failure::Blocked, "its robots.txt asks that it not be read".to_owned()))
        }
    }

    /// A server without robots.txt allows all; one that fails to give it is not asked for anything else (RFC 9309, 2.3.1).
    fn read_robots(&self, url: &Url) -> Result<Robots, (Failure, String)> {
        let mut robots_url = url.clone();
        robots_url.set_path("/robots.txt");
        robots_url.set_query(None);
        for _ in 0..=MOST_REDIRECTS {
            match self.persistently(&robots_url, |client| client.robots(&robots_url)) {
                Ok(client::RobotsAnswer::Robots(robots)) => return Ok(robots),
                Ok(client::RobotsAnswer::Redirect(to)) => robots_url = to,
                Err((Failure::Gone | Failure::Unreadable, _)) => return Ok(Robots::default()),
                Err((failure, reason)) => return Err((failure, format!("robots.txt: {reason}"))),
            }
        }
        Ok(Robots::default())
    }

    fn persist(&self, url: &Url) -> Result<Step, (Failure, String)> {
        self.persistently(url, |client| client.page(url))
    }

    /// Asks again where the failure may pass, after a pause that doubles each time or that the server asks for.
    fn persistently<T>(
        &self,
        url: &Url,
        ask: impl Fn(&Client) -> Result<T, client::Refused>,
    ) -> Result<T, (Failure, String)> {
        let mut attempt = 0;
        loop {
            if let Some(host) = self.hosts.of(url) {
                host.wait(self.settings.pause);
            }
            let refused = match ask(&self.client) {
                Ok(found) => return Ok(found),
                Err(refused) => refused,
            };
            if !refused.may_pass || attempt >= self.settings.retries {
                let tries = if attempt == 0 { String::new() } else { format!(", {} times", attempt + 1) };
                return Err((refused.failure, format!("{}{tries}", refused.reason)));
            }
            std::thread::sleep(refused.wait.unwrap_or(self.settings.pause * 2_u32.pow(attempt.min(6))));
            attempt += 1;
        }
    }
}
