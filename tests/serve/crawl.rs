//! Every link of every page leads somewhere, and every page keeps the promises that all pages make.

use std::collections::{BTreeMap, BTreeSet};

use super::accounts;
use super::browser::{Answer, Server, attributes};

/// Follows all links from the first page on; returns the pages by address.
pub fn crawl(server: &Server) -> BTreeMap<String, Answer> {
    let mut waiting = vec!["/".to_owned()];
    let mut pages: BTreeMap<String, Answer> = BTreeMap::new();
    while let Some(address) = waiting.pop() {
        if pages.contains_key(&address) || pages.len() > 400 {
            continue;
        }
        let answer = server.get(&address);
        if answer.header("Content-Type").is_some_and(|kind| kind.starts_with("text/html")) {
            let text = answer.text();
            let links = ["href", "action", "src"].map(|name| attributes(&text, name)).concat();
            waiting.extend(links.iter().filter(|link| link.starts_with('/')).map(|link| before_hash(link)));
        }
        pages.insert(address, answer);
    }
    pages
}

fn before_hash(link: &str) -> String {
    link.split('#').next().unwrap_or_default().to_owned()
}

#[test]
fn every_link_leads_somewhere() {
    let test = accounts::archive();
    let pages = crawl(&Server::over(&test));
    let kinds = [
        "/incident/",
        "/article/",
        "/name/",
        "/source?",
        "/change/",
        "/timeline?",
        "/articles?",
        "/style.css",
        "/script.js",
    ];
    for kind in kinds {
        assert!(pages.keys().any(|address| address.starts_with(kind)), "nothing leads to {kind}");
    }
    let ids: BTreeMap<&String, BTreeSet<String>> =
        pages.iter().map(|(address, page)| (address, attributes(&page.text(), "id").into_iter().collect())).collect();
    for (address, page) in &pages {
        assert_eq!(page.status, 200, "{address}");
        for link in attributes(&page.text(), "href") {
            let Some((target, id)) = link.split_once('#') else { continue };
            let target = if target.is_empty() { address.clone() } else { target.to_owned() };
            assert!(ids[&target].contains(id), "{address} leads to {link}");
        }
    }
    test.verify();
}

#[test]
fn every_page_keeps_what_all_promise() {
    let test = accounts::archive();
    let pages = crawl(&Server::over(&test));
    let mut titles = BTreeSet::new();
    for (address, page) in &pages {
        let policy = page.header("Content-Security-Policy").unwrap_or_default();
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{address}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{address}: {policy}");
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Frame-Options", "DENY"),
            ("Cache-Control", "no-store"),
        ] {
            assert_eq!(page.header(name), Some(value), "{address}");
        }
        let length = page.header("Content-Length").and_then(|length| length.parse().ok());
        assert_eq!(length, Some(page.body.len()), "{address}");
        let html = page.text();
        if !page.header("Content-Type").unwrap().starts_with("text/html") {
            continue;
        }
        for part in ["<html lang=\"en\">", "<main id=\"content\"", "<nav aria-label=", "href=\"#content\"", "<h1"] {
            assert!(html.contains(part), "{address} has no {part}");
        }
        // The policy would not let these work anyway.
        for part in [" style=\"", " onclick=", "<style", "javascript:"] {
            assert!(!html.contains(part), "{address} has {part}");
        }
        assert_eq!(html.matches("<script").count(), 1, "{address}");
        let ids = attributes(&html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{address} has an id twice: {ids:?}");
        for field in attributes(&html, "for") {
            assert!(ids.contains(&field), "{address} labels {field}");
        }
        titles.insert(html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap().to_owned());
    }
    assert!(titles.len() > 10, "{titles:?}");
}
