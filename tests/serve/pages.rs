//! What the pages tell.

use super::accounts;
use super::browser::{Server, attributes, unescaped};

#[test]
fn an_incident_shows_its_accounts_and_what_contradicts_what() {
    let test = accounts::archive();
    let incident = test.value("SELECT incident FROM incident_claims GROUP BY incident ORDER BY count(*) DESC LIMIT 1");
    let server = Server::over(&test);
    let page = server.page(&format!("/incident/{incident}"));
    for part in [
        "at least 15",
        "more than 40",
        "19",
        "and 1 more article in the same words",
        "Rail union",
        "Morning Beacon",
        "class=\"mark civil\"",
    ] {
        assert!(page.to_lowercase().contains(&part.to_lowercase()), "no {part} in {page}");
    }
    assert!(!page.contains("at least 12"), "an earlier version does not count");
    // The command line says the same in the same words.
    let test = test.run(["query", "compare", "killed", "--incident", &incident]).code(0);
    let told: Vec<&str> = test.answer().stdout.lines().filter_map(|line| line.strip_prefix("  conflict  ")).collect();
    assert!(!told.is_empty());
    let plain = unescaped(&page);
    for line in told {
        assert!(plain.contains(line), "no {line:?}");
    }
    let count = format!("{} conflict", page.matches("<span class=\"odds conflict\">conflict</span>").count());
    assert!(page.contains(&count) && server.page("/").contains(&count), "not {count}");
}

#[test]
fn an_article_has_its_claims_marked_and_its_versions_listed() {
    let test = accounts::archive();
    let hash = test.value("SELECT sha256 FROM captures WHERE origin LIKE '%beacon.txt' AND sequence = 2");
    let before = test.value("SELECT sha256 FROM captures WHERE origin LIKE '%beacon.txt' AND sequence = 1");
    let server = Server::over(&test);
    let page = server.page(&format!("/article/{hash}"));
    assert!(
        page.contains("<mark>At least 15 people</mark>")
            || page.contains("<mark>15 people</mark>")
            || page.contains("15"),
        "{page}"
    );
    let ids = attributes(&page, "id");
    let claims =
        test.value(&format!("SELECT count(*) FROM claims JOIN captures USING (capture_id) WHERE sha256 = '{hash}'"));
    assert_eq!(ids.iter().filter(|id| id.starts_with("claim-")).count().to_string(), claims);
    for described in attributes(&page, "aria-describedby") {
        assert!(ids.contains(&described), "{described} describes nothing");
    }
    assert!(page.contains(&hash) && page.contains("1 figure altered"), "{page}");
    let change = server.page(&format!("/change/{before}/{hash}"));
    assert!(change.contains("At least 12") && change.contains("At least 15"), "{change}");
}

#[test]
fn long_answers_come_in_pages() {
    let article = |number: usize| {
        format!(
            "{{\"url\": \"https://news.example/{number}\", \"headline\": \"Report {number}\", \"publisher\": \"Morning Beacon\", \
        \"datePublished\": \"2019-05-{:02}\", \"articleBody\": \"In Orlava {number} people were killed on 3 May 2019, officials said.\"}}\n",
            number % 28 + 1
        )
    };
    let test =
        crate::test::Test::new().file("many.jsonl", (1..=130).map(article).collect::<String>()).ingest(["many.jsonl"]);
    let server = Server::over(&test);
    let mut seen = std::collections::BTreeSet::new();
    let mut target = "/articles".to_owned();
    for page in 1..=3 {
        let listed = server.page(&target);
        seen.extend(attributes(&listed, "href").into_iter().filter(|link| link.starts_with("/article/")));
        let next = attributes(&listed, "href").into_iter().find(|link| link.ends_with(&format!("page={}", page + 1)));
        assert_eq!(next.is_some(), page < 3, "page {page}");
        target = next.unwrap_or_default();
    }
    assert_eq!(seen.len(), 130);
    let incident = server.page("/incident/orlava-2019-05-03");
    assert!(incident.contains("page=2") && incident.contains("more"), "a hundred claims on a page");
    assert!(server.page("/search?q=orlava").contains("130 articles"));
    assert!(server.page("/search?q=orlava&page=7").contains("Report "));
}

#[test]
fn what_has_no_day_is_reached_from_the_first_page() {
    let test = accounts::archive();
    let server = Server::over(&test);
    assert!(attributes(&server.page("/"), "href").contains(&"/undated".to_owned()));
    let page = server.page("/undated");
    assert!(page.contains("Three people") && !page.contains("19 people"), "{page}");
}
