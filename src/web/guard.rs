//! Which requests are answered at all: those that a browser on this machine makes to look at something. A web site that has its
//! own name resolve to 127.0.0.1 (DNS rebinding) sends that name as the host, and is refused.

use super::answer::Answer;
use super::request::Request;

/// The names under which this machine knows itself. Any port is taken, so that a port forwarded by ssh works.
const HOSTS: [&str; 2] = ["127.0.0.1", "localhost"];

/// The refusal, where there is one.
pub fn refuse(request: &Request) -> Option<Answer> {
    if !is_local(&request.hosts) {
        return Some(Answer::refusal(421, "this server answers only to localhost and 127.0.0.1"));
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let refusal = Answer::refusal(405, "this server is read-only: it answers GET and HEAD");
        return Some(refusal.with("Allow", "GET, HEAD"));
    }
    if !request.target.starts_with('/') {
        return Some(Answer::refusal(400, "an address begins with /"));
    }
    None
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
