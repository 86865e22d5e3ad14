//! The desk in a browser: forms of this run are taken, everything else is refused.

use super::{FIRST, archive, key};
use crate::serve::browser::{Answer, Server, attributes};
use crate::test::Test;

/// A form as a browser sends it.
fn post(server: &Server, target: &str, form: &str, headers: &str) -> Answer {
    let (host, length) = (&server.host, form.len());
    let head = format!("POST {target} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n{headers}\r\n");
    server.send(format!("{head}{form}").as_bytes())
}

fn own(server: &Server) -> String {
    format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", server.host)
}

/// The token of this run, as it stands in the forms.
fn token(server: &Server) -> String {
    let page = server.page("/review");
    let fields: Vec<&str> = page.split("name=\"token\"").collect();
    attributes(fields.get(1).unwrap(), "value").remove(0)
}

fn reviews(test: &Test) -> String {
    test.value(
        "SELECT coalesce(group_concat(reviewer || ' ' || decision || coalesce(': ' || note, '')), 'none') FROM reviews",
    )
}

#[test]
fn a_claim_is_decided_about_by_plain_forms() {
    let test = archive();
    let server = Server::reviewing(&test);
    let full = test.value("SELECT claim_key FROM claims WHERE low = 13 AND measure = 'killed'");
    let token = token(&server);
    let page = server.page("/review");
    assert!(page.contains("13 dock workers") && page.contains("Accept") && !page.contains("onclick"), "{page}");
    let form = format!("token={token}&reviewer=Anna+Kovac&decision=reject&note=a+film&back=list");
    let answer = post(&server, &format!("/review/claim/{full}"), &form, &own(&server));
    assert_eq!((answer.status, answer.header("Location")), (303, Some("/review?by=Anna%20Kovac")), "{}", answer.text());
    assert_eq!(reviews(&test), "Anna Kovac reject: a film");
    let sha256 = test.value("SELECT sha256 FROM captures WHERE origin = 'first.txt'");
    let page = server.page(&format!("/article/{sha256}"));
    assert!(page.contains("rejected") && page.contains("Anna Kovac: a film"), "{page}");
    assert!(server.page("/review?state=rejected").contains("13 dock workers"));
    // The form of one claim holds all its values; one of them is changed.
    let page = server.page(&format!("/review/claim/{full}"));
    for part in ["value-low", "value-source", "Take back", "1 decision", "a film"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let form = format!(
        "token={token}&reviewer=Boris&decision=correct&note=fourteen&value-low=14&value-high=14&value-source=the+%26+mayor"
    );
    let answer = post(&server, &format!("/review/claim/{full}"), &form, &own(&server));
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(answer.header("Location").unwrap().starts_with(&format!("/article/{sha256}#claim-")));
    assert_eq!(test.value("SELECT review FROM decided_claims"), "disputed");
    assert_eq!(test.value("SELECT source FROM reviews WHERE reviewer = 'Boris'"), "the & mayor");
    assert!(server.page("/incident/port-vell-2019-05-06").contains("disputed"));
    drop(server);
    test.verify();
}

#[test]
fn a_missed_claim_is_added_by_a_form() {
    let test = archive();
    let server = Server::reviewing(&test);
    let sha256 = test.value("SELECT sha256 FROM captures WHERE origin = 'first.txt'");
    let page = server.page(&format!("/article/{sha256}"));
    assert!(page.contains(&format!("/review/add/{sha256}")), "{page}");
    assert!(server.page(&format!("/review/add/{sha256}")).contains("value-event"));
    let form = format!(
        "token={}&reviewer=Anna&quote=Nobody+wept&at=&note=&value-event=protest&value-measure=&value-low=&value-place=Port+Vell",
        token(&server)
    );
    let answer = post(&server, &format!("/review/add/{sha256}"), &form, &own(&server));
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(reviews(&test), "Anna add");
    assert!(server.page(&format!("/article/{sha256}")).contains("added"));
    let refused = post(&server, &format!("/review/add/{sha256}"), &form.replace("wept", "slept"), &own(&server));
    assert_eq!(refused.status, 400);
    assert!(refused.text().contains("does not stand in the text"));
    drop(server);
    test.verify();
}

#[test]
fn forms_of_others_are_refused() {
    let test = archive();
    let server = Server::reviewing(&test);
    let target = format!("/review/claim/{}", key(&test, 13));
    let form = format!("token={}&reviewer=Anna&decision=accept", token(&server));
    let other = "Origin: http://archive.example\r\nSec-Fetch-Site: cross-site\r\n";
    assert_eq!(post(&server, &target, &form, other).status, 403);
    assert_eq!(post(&server, &target, &form, "").status, 403, "a browser that says nothing is not trusted");
    assert_eq!(post(&server, &target, &form, "Origin: null\r\n").status, 403);
    for wrong in ["reviewer=Anna&decision=accept", "token=&decision=accept", "token=00&decision=accept", ""] {
        assert_eq!(post(&server, &target, wrong, &own(&server)).status, 403, "{wrong}");
    }
    let flipped = if form.contains("token=0") {
        form.replace("token=0", "token=1")
    } else {
        form.replacen("token=", "token=0", 1)
    };
    assert_eq!(post(&server, &target, &flipped, &own(&server)).status, 403);
    let foreign = format!(
        "POST {target} HTTP/1.1\r\nHost: archive.example\r\nContent-Length: {}\r\n{}\r\n{form}",
        form.len(),
        own(&server)
    );
    assert_eq!(server.send(foreign.as_bytes()).status, 421);
    let long =
        format!("POST {target} HTTP/1.1\r\nHost: {}\r\nContent-Length: 70000\r\n{}\r\n", server.host, own(&server));
    assert_eq!(server.send(long.as_bytes()).status, 413);
    for (form, status) in [
        ("decision=eat", 400),
        ("decision=add", 400),
        ("decision=reject", 400),
        ("decision=correct&value-low=x&note=n", 400),
    ] {
        let form = format!("token={}&reviewer=Anna&{form}", token(&server));
        assert_eq!(post(&server, &target, &form, &own(&server)).status, status, "{form}");
    }
    assert_eq!(server.ask("PUT", &target, &server.host).status, 405);
    assert_eq!(reviews(&test), "none");
    drop(server);
    test.verify();
}

#[test]
fn a_server_that_only_shows_takes_no_forms() {
    let test = archive();
    let server = Server::over(&test);
    let answer = post(&server, "/review/claim/00", "token=0&decision=accept", &own(&server));
    assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")));
    assert_eq!(server.get("/review").status, 404);
    let sha256 = test.value("SELECT sha256 FROM captures WHERE origin = 'first.txt'");
    assert!(!server.page(&format!("/article/{sha256}")).contains("/review"));
}

#[test]
fn names_and_incidents_are_merged_and_split_by_forms() {
    let test = archive().file("again.txt", FIRST.replace("Port Vell", "Arbon")).ingest(["again.txt"]);
    let server = Server::reviewing(&test);
    let token = token(&server);
    let incident = test.value("SELECT incident FROM incidents WHERE place = 'Port Vell' LIMIT 1");
    let claim = test.value(&format!("SELECT substr(claim_key, 1, 16) FROM claims JOIN incident_claims USING (claim_id) WHERE incident = '{incident}' AND low = 20"));
    let page = server.page("/name/place/Port%20Vell");
    assert!(page.contains("/review/same/place") && page.contains("They are one"), "{page}");
    let merge = format!("token={token}&reviewer=Anna&decision=merge&name=Port+Vell&other=Arbon&note=n");
    let answer = post(&server, "/review/same/place", &merge, &own(&server));
    assert_eq!((answer.status, answer.header("Location")), (303, Some("/name/place/Port%20Vell")), "{}", answer.text());
    let gone = server.get("/name/place/Arbon");
    assert_eq!((gone.status, gone.header("Location")), (303, Some("/name/place/Port%20Vell")));
    assert!(server.page("/name/place/Port%20Vell").contains("Arbon"));
    assert!(server.page("/names?kind=place").contains("Port Vell · Arbon"));
    assert!(server.page(&format!("/incident/{incident}")).contains("/review/same/incident"));
    let split = format!("token={token}&reviewer=Anna&decision=split&name={incident}&other={claim}&note=another+night");
    let answer = post(&server, "/review/same/incident", &split, &own(&server));
    assert_eq!(answer.header("Location"), Some(format!("/incident/{incident}").as_str()), "{}", answer.text());
    assert!(!server.page(&format!("/incident/{incident}")).contains("At least 20 people"));
    for (kind, form, status) in [
        ("place", merge.replace("merge", "eat"), 400),
        ("place", merge.replace("note=n", "note="), 400),
        ("place", merge.replace("Arbon", "nobody"), 404),
        ("thing", merge.clone(), 404),
        ("place", merge.replace("token=", "token=0"), 403),
    ] {
        assert_eq!(post(&server, &format!("/review/same/{kind}"), &form, &own(&server)).status, status, "{form}");
    }
    assert_eq!(test.value("SELECT group_concat(decision) FROM identity_reviews"), "merge,split");
    drop(server);
    test.verify();
}

#[test]
fn a_proposal_is_added_by_a_form_and_the_timeline_tells_of_it() {
    let line = r#"{"article": "first.txt", "kind": "event", "anchor": "Nobody wept", "event": "protest", "place": "Port Vell", "date": "2019-05-09"}"#;
    let test = archive().run_with_input(["claims", "import", "-", "--by", "reader 2"], line.as_bytes()).code(0);
    let server = Server::reviewing(&test);
    assert!(!server.page("/timeline").contains("Nobody wept"));
    let page = server.page("/review?state=proposed");
    assert!(page.contains("/review/proposal/1.1") && page.contains("reader 2"), "{page}");
    let form = format!("token={}&reviewer=Anna", token(&server));
    let answer = post(&server, "/review/proposal/1.1", &form, &own(&server));
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(server.page("/review?state=proposed").contains("a person added it"));
    let page = server.page("/timeline");
    assert!(page.contains("9 May 2019") && page.contains("Nobody wept"), "{page}");
    // What is rejected is on the timeline no more.
    assert!(page.contains("<b>killed 13</b>"));
    let killed = test.value("SELECT claim_key FROM claims WHERE low = 13 AND measure = 'killed'");
    let incident = test.value("SELECT incident FROM incidents LIMIT 1");
    let reject = format!("token={}&reviewer=Anna&decision=reject&note=n", token(&server));
    assert_eq!(post(&server, &format!("/review/claim/{killed}"), &reject, &own(&server)).status, 303);
    for page in ["/timeline".to_owned(), format!("/timeline?incident={incident}")] {
        assert!(!server.page(&page).contains("<b>killed 13</b>"), "{page}");
    }
    drop(server);
    test.verify();
}
