//! What is not answered, and what cannot bring the server down.

use std::io::Write as _;

use super::accounts;
use super::browser::Server;

#[test]
fn foreign_hosts_and_other_methods_are_refused() {
    let test = accounts::archive();
    let server = Server::over(&test);
    let port = server.host.rsplit(':').next().unwrap().to_owned();
    for host in [
        "localhost",
        "LOCALHOST",
        "127.0.0.1",
        "localhost:1",
        &format!("localhost:{port}"),
        &format!("127.0.0.1:{port}"),
    ] {
        assert_eq!(server.ask("GET", "/", host).status, 200, "{host}");
    }
    for host in [
        "archive.example",
        &format!("archive.example:{port}"),
        "localhost.archive.example",
        "127.0.0.1.nip.example",
        "",
        "[::1]",
        "localhost:x",
    ] {
        let answer = server.ask("GET", "/", host);
        assert_eq!((answer.status, answer.text().contains("Orlava")), (421, false), "{host}");
    }
    assert_eq!(server.send(b"GET / HTTP/1.1\r\n\r\n").status, 421);
    assert_eq!(server.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: archive.example\r\n\r\n").status, 421);
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "X"] {
        let answer = server.ask(method, "/", &server.host);
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let head = server.ask("HEAD", "/", &server.host);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("Content-Length").map(str::to_owned), Some(server.get("/").body.len().to_string()));
}

#[test]
fn odd_requests_are_answered_and_harm_nobody() {
    let test = accounts::archive();
    let server = Server::over(&test);
    for request in [
        &b"\r\n\r\n\0\0\0\0"[..],
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\nHost localhost\n\n",
    ] {
        assert_eq!(server.send(request).status, 400, "{request:?}");
    }
    assert_eq!(server.ask("GET", "http://localhost/", &server.host).status, 400);
    let long = format!("GET /search?q={} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(40_000));
    assert_eq!(server.send(long.as_bytes()).status, 431);
    let many = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "A: b\r\n".repeat(200));
    assert_eq!(server.send(many.as_bytes()).status, 431);
    let hash = "0".repeat(64);
    for target in [
        "/nothing",
        "/article/",
        "/article/zzz",
        "/article/..%2f..%2fetc%2fpasswd",
        "/../../etc/passwd",
        "/%00",
        "/%ff%fe",
        "/incident/%C3%28",
        "/incident/x%27%20OR%201=1",
        "/name/place",
        "/name/x/y",
        "/style.css/..",
        "/source",
        &format!("/article/{hash}"),
        &format!("/article/{hash}/original"),
        &format!("/change/{hash}/{hash}"),
        "/names/extra",
    ] {
        let answer = server.get(target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(answer.text().contains("<h1>"), "{target} is a page all the same");
    }
    for target in [
        "/?page=99999999999999999999",
        "/?page=-1",
        "/?order=%00",
        "/names?kind=nothing",
        "/names?spelling=%25%5F%27%22",
        "/timeline?from=yesterday",
        "/timeline?from=9999-99-99",
        "/articles?publisher=%F0%9F%94%A5",
        "/search",
        "/search?q=%22&page=7",
        "/search?q=a&publisher=&year=x",
        "/sources?page=5000",
        "/?&&=&a",
        "/integrity?page=3",
    ] {
        assert!(matches!(server.get(target).status, 200 | 400), "{target}");
    }
    assert_eq!(server.get("/search?q=%22%22").status, 400);
    assert!(server.page("/").contains("Orlava"));
}

/// Browsers open connections in advance and say nothing on them.
#[test]
fn silent_connections_hold_up_nobody() {
    let test = accounts::archive();
    let server = Server::over(&test);
    let silent: Vec<_> = (0..20).map(|_| server.connect()).collect();
    let mut slow = server.connect();
    slow.write_all(b"GET / HT").unwrap();
    for _ in 0..5 {
        assert!(server.page("/").contains("Orlava"));
    }
    drop(silent);
}
