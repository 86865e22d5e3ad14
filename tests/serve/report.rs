//! A report is one file that needs nothing else.

use super::accounts;
use super::browser::{attributes, unescaped};

#[test]
fn a_report_stands_alone_and_names_what_it_cites() {
    let test = accounts::archive();
    let incident = test.value("SELECT incident FROM incident_claims GROUP BY incident ORDER BY count(*) DESC LIMIT 1");
    let hashes = test.value(&format!(
        "SELECT group_concat(DISTINCT sha256) FROM incident_claims JOIN claims USING (claim_id) JOIN captures USING (capture_id) \
         WHERE incident = '{incident}' AND (origin NOT LIKE '%beacon.txt' OR sequence = 2)"
    ));
    let test = test.run(["report", &incident, "-o", "report.html"]).code(0);
    let report = std::fs::read_to_string(test.path("report.html")).unwrap();
    for hash in hashes.split(',') {
        assert!(report.contains(hash), "{hash} is not named");
    }
    for part in ["<script", " src=", "href=\"/", "href=\"http", "@import", "url("] {
        assert!(!report.contains(part), "{part} in the report");
    }
    let ids = attributes(&report, "id");
    for link in attributes(&report, "href") {
        let id = link.strip_prefix('#').unwrap_or_else(|| panic!("{link} leads out"));
        assert!(ids.iter().any(|known| known == id), "{link} leads nowhere");
    }
    assert!(unescaped(&report).contains("at least 15") && report.contains("<svg"));
    assert!(report.contains(&test.value("SELECT log_root FROM checks ORDER BY check_id DESC LIMIT 1")));
    // All incidents in one, on standard output; and what is not there.
    let all = test.run(["report", "all"]).code(0).stdout_has("</html>");
    assert_eq!(
        all.answer().stdout.matches("<section class=\"incident\">").count().to_string(),
        all.value("SELECT count(*) FROM incidents")
    );
    let ids = attributes(&all.answer().stdout, "id");
    assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len(), "an id twice");
    all.run(["report", "atlantis"]).code(1).stderr_has("no incident").verify();
}
