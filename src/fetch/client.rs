//! One request: what the server answered, sorted into what is known by it.

use std::io::Read as _;
use std::time::Duration;

use chrono::DateTime;
use ureq::http::Response;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_TYPE, DATE, LOCATION, RETRY_AFTER};
use ureq::tls::TlsConfig;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::Url;

use super::address::{PrivateAddress, PublicResolver};
use super::{Failure, Page, Robots, Settings, Step, content};

/// How dossier names itself to servers; robots.txt speaks of it as "dossier".
const USER_AGENT: &str = concat!("dossier/", env!("CARGO_PKG_VERSION"), " (archive of news reports)");

/// More of a robots.txt need not be read (RFC 9309, 2.5).
const LARGEST_ROBOTS: u64 = 512 * 1024;

/// A server that asks for a longer wait is asked again at the next run.
const LONGEST_WAIT: Duration = Duration::from_mins(2);

/// Why one request gave nothing.
pub struct Refused {
    pub failure: Failure,
    pub reason: String,
    /// Whether it may go well another time.
    pub may_pass: bool,
    /// How long the server asks to wait.
    pub wait: Option<Duration>,
}

impl Refused {
    fn for_good(failure: Failure, reason: impl Into<String>) -> Self {
        Self { failure, reason: reason.into(), may_pass: false, wait: None }
    }
}

/// What a server says of its robots.txt.
pub enum RobotsAnswer {
    Robots(Robots),
    Redirect(Url),
}

/// Makes requests.
pub struct Client {
    agent: Agent,
    largest: u64,
}

impl Client {
    pub fn new(settings: &Settings) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent(USER_AGENT)
            .accept("text/html, application/xhtml+xml, text/plain, text/markdown, application/ld+json, */*;q=0.1")
            .accept_encoding("identity")
            .timeout_global(Some(settings.timeout))
            .tls_config(TlsConfig::default())
            .build();
        let resolver = PublicResolver { allow_private: settings.allow_private };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), largest: settings.largest }
    }

    /// Asks for a page once.
    pub fn page(&self, url: &Url) -> Result<Step, Refused> {
        let response = self.agent.get(url.as_str()).call().map_err(|error| failed(&error))?;
        if let Some((status, to)) = redirect(url, &response)? {
            return Ok(Step::Redirect(status, to));
        }
        check_status(&response)?;
        let content_type = header(&response, CONTENT_TYPE.as_str());
        let status = response.status().as_u16();
        let headers = headers(&response);
        let bytes = read(response, self.largest)?;
        let media_type = content::media_type(content_type.as_deref(), &bytes)
            .map_err(|named| Refused::for_good(Failure::Unreadable, format!("it is {named}, which is not read")))?;
        Ok(Step::Page(Page { bytes, media_type, url: url.clone(), status, headers }))
    }

    /// Asks for a robots.txt once. Every answer between 400 and 499 but 429 says that there is none.
    pub fn robots(&self, url: &Url) -> Result<RobotsAnswer, Refused> {
        let response = self.agent.get(url.as_str()).call().map_err(|error| failed(&error))?;
        if let Some((_, to)) = redirect(url, &response)? {
            return Ok(RobotsAnswer::Redirect(to));
        }
        let status = response.status().as_u16();
        if (400..500).contains(&status) && status != 429 {
            return Ok(RobotsAnswer::Robots(Robots::default()));
        }
        check_status(&response)?;
        let mut bytes = Vec::new();
        let mut body = response.into_body().into_reader().take(LARGEST_ROBOTS);
        body.read_to_end(&mut bytes).map_err(|error| failed(&ureq::Error::from(error)))?;
        Ok(RobotsAnswer::Robots(Robots::read(&String::from_utf8_lossy(&bytes))))
    }
}

fn redirect(url: &Url, response: &Response<Body>) -> Result<Option<(u16, Url)>, Refused> {
    let status = response.status().as_u16();
    if !matches!(status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let target = header(response, LOCATION.as_str()).and_then(|location| url.join(&location).ok());
    match target {
        Some(target) => Ok(Some((status, target))),
        None => Err(Refused::for_good(Failure::Unreachable, format!("it answered {status} without saying where to"))),
    }
}

fn check_status(response: &Response<Body>) -> Result<(), Refused> {
    let status = response.status();
    let (failure, may_pass) = match status.as_u16() {
        200 | 203 | 206 => return Ok(()),
        404 | 410 => (Failure::Gone, false),
        408 | 425 | 500.. => (Failure::Unreachable, true),
        429 => (Failure::Blocked, true),
        400..500 => (Failure::Blocked, false),
        _ => (Failure::Unreadable, false),
    };
    let asked = header(response, RETRY_AFTER.as_str())
        .and_then(|asked| wait(&asked, header(response, DATE.as_str()).as_deref()));
    Err(Refused {
        failure,
        reason: format!("it answered {} {}", status.as_u16(), status.canonical_reason().unwrap_or_default())
            .trim()
            .to_owned(),
        may_pass: may_pass && asked.is_none_or(|wait| wait <= LONGEST_WAIT),
        wait: asked,
    })
}

/// How long a server asks to wait: so many seconds, or until a time. What time it is only the server says, because its clock
/// and this one may differ; a time that has passed asks for no wait.
fn wait(asked: &str, server_time: Option<&str>) -> Option<Duration> {
    if let Ok(seconds) = asked.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let time = |text: &str| DateTime::parse_from_rfc2822(text.trim()).ok();
    let until = time(asked)?;
    let now = server_time.and_then(time)?;
    Some((until - now).to_std().unwrap_or_default())
}

/// The whole body, unless it is larger than `largest`, empty, or compressed against the request.
fn read(response: Response<Body>, largest: u64) -> Result<Vec<u8>, Refused> {
    let unreadable = |reason: String| Refused::for_good(Failure::Unreadable, reason);
    let too_large = || unreadable(format!("it is larger than {} MB", largest / 1_000_000));
    if let Some(coding) = header(&response, CONTENT_ENCODING.as_str()).filter(|coding| coding != "identity") {
        return Err(unreadable(format!("it came compressed ({coding}), although plain bytes were asked for")));
    }
    if response.body().content_length().is_some_and(|length| length > largest) {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let mut body = response.into_body().into_reader().take(largest.saturating_add(1));
    body.read_to_end(&mut bytes).map_err(|error| failed(&ureq::Error::from(error)))?;
    match bytes.len() as u64 {
        0 => Err(unreadable("it answered with nothing".to_owned())),
        length if length > largest => Err(too_large()),
        _ => Ok(bytes),
    }
}

/// All headers but those that say who asked: what a server sets for one visitor is no evidence of the page.
fn headers(response: &Response<Body>) -> Vec<(String, String)> {
    let kept = response.headers().iter().filter(|(name, _)| name.as_str() != "set-cookie");
    kept.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())).collect()
}

fn header(response: &Response<Body>, name: &str) -> Option<String> {
    response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn failed(error: &ureq::Error) -> Refused {
    if let ureq::Error::Other(cause) = error
        && let Some(private) = cause.downcast_ref::<PrivateAddress>()
    {
        return Refused::for_good(Failure::Blocked, private.to_string());
    }
    let may_pass = !matches!(error, ureq::Error::BadUri(_) | ureq::Error::Http(_));
    Refused { failure: Failure::Unreachable, reason: format!("it could not be asked: {error}"), may_pass, wait: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_asks_for_a_wait_in_seconds_or_until_a_time() {
        let noon = Some("Sun, 06 Nov 2022 12:00:00 GMT");
        for (asked, server_time, seconds) in [
            ("120", None, Some(120)),
            (" 5 ", noon, Some(5)),
            ("Sun, 06 Nov 2022 12:01:30 GMT", noon, Some(90)),
            ("Sun, 06 Nov 2022 11:00:00 GMT", noon, Some(0)),
            ("Sun, 06 Nov 2022 11:00:00 GMT", None, None),
            ("Fri, 06 Nov 2122 12:00:00 GMT", Some("nonsense"), None),
            ("soon", noon, None),
            ("-1", noon, None),
        ] {
            assert_eq!(wait(asked, server_time), seconds.map(Duration::from_secs), "{asked}");
        }
    }
}
