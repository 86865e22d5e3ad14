//! Which requests are answered at all: those that a browser on this machine makes to look at something, and where people review,
//! forms that a page of this server sent. A web site that has its own name resolve to 127.0.0.1 (DNS rebinding) sends that name
//! as the host, and is refused; a form that another site's page sends says so, and is refused too.

use super::answer::Answer;
use super::request::Request;

/// The names under which this machine knows itself. Any port is taken, so that a port forwarded by ssh works.
const HOSTS: [&str; 2] = ["127.0.0.1", "localhost"];

/// The refusal, where there is one. Forms are taken only where `takes_forms` says so.
pub fn refuse(request: &Request, takes_forms: bool) -> Option<Answer> {
    if !is_local(&request.hosts) {
        return Some(Answer::refusal(421, "this server answers only to localhost and 127.0.0.1"));
    }
    if takes_forms && request.method == "POST" {
        if !is_same_origin(request) {
            return Some(Answer::refusal(403, "this form was sent by a page of another site"));
        }
    } else if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let refusal = Answer::refusal(405, "this server is read-only: it answers GET and HEAD");
        return Some(refusal.with("Allow", "GET, HEAD"));
    }
    if !request.target.starts_with('/') {
        return Some(Answer::refusal(400, "an address begins with /"));
    }
    None
}

/// Whether a page of this server sent the form. As no page tells where it is read (Referrer-Policy), browsers send `null` as its
/// origin, and say in another header whether it is the same; a browser that says neither is not trusted.
fn is_same_origin(request: &Request) -> bool {
    let own = request.hosts.first().map(|host| format!("http://{host}"));
    match request.origin.as_deref() {
        None | Some("null") => request.fetch_site.as_deref() == Some("same-origin"),
        origin => origin == own.as_deref() && request.fetch_site.as_deref().is_none_or(|site| site == "same-origin"),
    }
}

fn is_local(hosts: &[String]) -> bool {
    let [host] = hosts else { return false };
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_port = !port.is_empty() && port.len() <= 5 && port.bytes().all(|digit| digit.is_ascii_digit());
    is_port && HOSTS.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_server_send_forms() {
        for (origin, site, expected) in [
            (Some("http://localhost:7600"), None, true),
            (Some("http://localhost:7600"), Some("same-origin"), true),
            (Some("null"), Some("same-origin"), true),
            (None, Some("same-origin"), true),
            (None, None, false),
            (Some("null"), None, false),
            (Some("null"), Some("cross-site"), false),
            (Some("http://localhost:7600"), Some("same-site"), false),
            (Some("http://localhost"), None, false),
            (Some("http://localhost:7601"), Some("same-site"), false),
            (Some("https://localhost:7600"), None, false),
            (Some("http://archive.example"), Some("cross-site"), false),
        ] {
            let request = Request {
                method: "POST".to_owned(),
                target: "/review".to_owned(),
                hosts: vec!["localhost:7600".to_owned()],
                origin: origin.map(str::to_owned),
                fetch_site: site.map(str::to_owned),
                body: Vec::new(),
            };
            let status = refuse(&request, true).map(|answer| answer.status);
            assert_eq!(status, (!expected).then_some(403), "{origin:?} {site:?}");
            assert_eq!(refuse(&request, false).map(|answer| answer.status), Some(405));
        }
    }

    #[test]
    fn only_local_names_are_hosts() {
        for (hosts, expected) in [
            (&["localhost"][..], true),
            (&["LOCALHOST:8080"], true),
            (&["127.0.0.1:80"], true),
            (&[], false),
            (&["localhost", "localhost"], false),
            (&["archive.example"], false),
            (&["localhost.archive.example"], false),
            (&["127.0.0.1.archive.example:80"], false),
            (&["localhost:"], false),
            (&["localhost:80:90"], false),
            (&["archive.example@localhost"], false),
            (&["0.0.0.0:80"], false),
            (&[""], false),
        ] {
            let hosts: Vec<String> = hosts.iter().map(|host| (*host).to_owned()).collect();
            assert_eq!(is_local(&hosts), expected, "{hosts:?}");
        }
    }
}
