//! `reingest`: what each origin comes out as, and what is told of changes.

use std::time::{Duration, Instant};

use crate::test::Test;
use crate::web::{SILENCE, Web};

const RAID: &str = "Soldiers shot dead 13 herders near Oltan on 4 March 2018, the governor said.\n\n\
    The herders' council denied that anyone had been armed. Two trucks were burned.";

fn reading(test: &Test, origin: &str) -> String {
    test.value(&format!(
        "SELECT group_concat(outcome, ' ') FROM (SELECT outcome FROM readings WHERE origin LIKE '%{origin}' ORDER BY reading_id)"
    ))
}

#[test]
fn a_changed_figure_is_told_apart_from_wording() {
    let test = Test::new()
        .file("raid.txt", RAID)
        .file("calm.txt", "Nothing happened in Oltan on Sunday. The market was open.")
        .ingest(["."])
        .run(["reingest"])
        .code(0)
        .stdout_has("2 origins read: 2 unchanged, 0 changed")
        .stdout_has("sound")
        .file("raid.txt", RAID.replace("13 herders", "31 herders"))
        .file("calm.txt", "Nothing happened in Oltan on Sunday. The market was open as always.")
        .run(["reingest"])
        .code(3);
    let told: Vec<&str> = test.answer().stdout.lines().take_while(|line| !line.starts_with("log of")).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    changed      calm.txt  version 2
                 only wording: 1 sentence changed
    changed      raid.txt  version 2
                 1 figure altered, 1 claim reworded, 1 sentence changed
                 figure
                   - killed 13 “13 herders” of 2018-03-04 in Oltan on the word of the governor
                   + killed 31 “31 herders” of 2018-03-04 in Oltan on the word of the governor
    2 origins read: 0 unchanged, 2 changed, 0 gone, 0 blocked, 0 unreachable, 0 unreadable
    ");
    let test = test.run(["reingest"]).code(0).stdout_has("2 unchanged").verify();
    assert_eq!(reading(&test, "raid.txt"), "unchanged changed unchanged");
    test.run(["query", "history", "raid.txt"]).code(0).stdout_has("1 figure altered");
}

#[test]
fn each_alteration_is_named() {
    let table = [
        ("near Oltan on 4 March", "near Oltan on 9 March", "date"),
        ("near Oltan", "near Barda", "name"),
        ("the governor said", "the herders' council said", "attribution"),
        ("Two trucks were burned.", "", "dropped"),
        ("Two trucks were burned.", "Two trucks were burned. Five drivers were arrested in Oltan.", "added"),
    ];
    for (before, after, told) in table {
        let test =
            Test::new().file("raid.txt", RAID).ingest(["raid.txt"]).file("raid.txt", RAID.replace(before, after));
        let test = test.run(["reingest", "--no-verify"]).code(3);
        assert!(test.answer().stdout.contains(told), "{told}:\n{}", test.answer().stdout);
    }
}

#[test]
fn a_missing_file_is_gone_and_a_missing_disk_is_not() {
    let test = Test::new()
        .file("kept/a.txt", "A barn burned in Elk.")
        .file("kept/b.txt", "Two barns burned in Elk.")
        .file("disk/c.txt", "Three barns burned in Elk.")
        .file("stick/d.txt", "Four barns burned in Elk.")
        .ingest(["."]);
    std::fs::remove_file(test.path("kept/b.txt")).unwrap();
    std::fs::remove_dir_all(test.path("disk")).unwrap();
    std::fs::remove_file(test.path("stick/d.txt")).unwrap();
    let test = test
        .run(["reingest", "--no-verify"])
        .code(3)
        .stdout_has("4 origins read: 1 unchanged, 0 changed, 1 gone, 0 blocked, 2 unreachable, 0 unreadable");
    assert_eq!(reading(&test, "b.txt"), "gone");
    assert_eq!(reading(&test, "c.txt"), "unreachable");
    assert_eq!(reading(&test, "d.txt"), "unreachable");
    // What was told once is no news, and nothing was removed.
    let test = test.run(["reingest", "--no-verify"]).code(0).stdout_has("kept/b.txt (as the last time)").verify();
    assert_eq!(test.value("SELECT count(*) FROM documents"), "4");
}

#[test]
fn options_and_lines_are_remembered() {
    let lines = "{\"identifier\": \"one\", \"articleBody\": \"Six boats sank off Karo.\"}\n\
        {\"identifier\": \"two\", \"articleBody\": \"Seven boats sank off Karo.\"}\n";
    let test = Test::new()
        .file("boats.jsonl", lines)
        .file("a.txt", "A barn burned in Elk.")
        .file("a.txt.meta.json", "{\"headline\": \"Fire\"}")
        .run(["ingest", "boats.jsonl", "a.txt", "--publisher", "The Lantern"])
        .code(0)
        .run_with_input(["ingest", "-"], b"Eight boats sank off Karo.")
        .run(["reingest"])
        .code(0)
        .stdout_has("3 origins read: 3 unchanged")
        .stdout_has("1 came from standard input")
        .file("boats.jsonl", lines.lines().next().unwrap().replace("Six", "Nine"))
        .file("a.txt.meta.json", "{\"headline\": \"A fire\"}")
        .run(["reingest", "--no-verify"])
        .code(3)
        .stdout_has("0 unchanged, 2 changed, 1 gone")
        .stdout_has("title changed")
        .verify();
    assert_eq!(reading(&test, "#two"), "unchanged gone");
}

#[test]
fn every_answer_of_a_server_has_its_outcome() {
    let web = Web::new();
    let paths = ["/same", "/edited", "/gone", "/forbidden", "/broken", "/pdf", "/moved", "/front", "/shut", "/flaky"];
    let mut test = Test::new();
    for path in paths {
        web.article(path, "Raid near Oltan", RAID);
        test = test.run(["ingest", &web.url(path), "--allow-private", "--pause", "0"]).code(0);
    }
    web.article("/same", "Raid near Oltan", &RAID.replace("\n\n", "<!-- 4711 -->\n\n"));
    web.article("/edited", "Raid near Oltan", &RAID.replace("13 herders", "9 herders"));
    web.status("/gone", "410 Gone");
    web.status("/forbidden", "403 Forbidden");
    web.status("/broken", "503 Service Unavailable");
    web.raw("/pdf", "200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7");
    web.status("/moved", "301 Moved Permanently\r\nLocation: /archive/moved");
    web.article("/archive/moved", "Raid near Oltan", RAID);
    web.status("/front", "302 Found\r\nLocation: /");
    web.article("/", "News", "All the news.");
    web.raw("/robots.txt", "200 OK\r\n\r\nUser-agent: *\nDisallow: /shut\n");
    web.raw("/flaky", "200 OK\r\nContent-Length: 5000\r\n\r\ntoo little");
    web.asked();
    let test = test.run(["reingest", "--allow-private", "--pause", "0", "--retries", "2"]).code(3);
    for (path, outcome) in [
        ("/same", "unchanged"),
        ("/edited", "changed"),
        ("/gone", "gone"),
        ("/forbidden", "blocked"),
        ("/broken", "unreachable"),
        ("/pdf", "unreadable"),
        ("/front", "unreadable"),
        ("/shut", "blocked"),
        ("/flaky", "unreachable"),
    ] {
        assert_eq!(reading(&test, path), outcome, "{path}");
    }
    let asked = web.asked();
    let times = |path: &str| asked.iter().filter(|asked| *asked == path).count();
    assert_eq!(
        (times("/robots.txt"), times("/broken"), times("/flaky"), times("/gone"), times("/shut")),
        (1, 3, 3, 1, 0)
    );
    let moved = test.value("SELECT outcome || ' ' || detail FROM readings WHERE origin LIKE '%/moved'");
    assert!(moved.starts_with("unchanged 301 to http://127.0.0.1") && moved.ends_with("/archive/moved"), "{moved}");
    test.stdout_has("it answered 410 Gone").stdout_has("its robots.txt asks that it not be read").verify();
}

#[test]
fn the_inner_network_is_not_asked_unless_that_is_allowed() {
    let web = Web::new();
    web.article("/a", "Raid", RAID);
    let test = Test::new()
        .run(["ingest", &web.url("/a")])
        .code(1)
        .stderr_has("its address, 127.0.0.1, is not of the open internet")
        .run(["ingest", &web.url("/a"), "--allow-private", "--pause", "0"])
        .code(0);
    web.asked();
    let test = test.run(["reingest", "--no-verify"]).code(0).stdout_has("1 blocked");
    assert_eq!(web.asked(), Vec::<String>::new());
    // A name that is looked up to such an address is no way around it.
    let named = web.url("/a").replace("127.0.0.1", "localhost");
    test.run(["ingest", &named]).code(1).stderr_has("is not of the open internet").verify();
}

#[test]
fn the_way_to_a_page_is_recorded_when_it_is_ingested_and_when_it_is_read_again() {
    let web = Web::new();
    web.article("/new", "Raid near Oltan", RAID);
    web.status("/old", "301 Moved Permanently\r\nLocation: /new");
    let way = format!("301 to {}", web.url("/new"));
    let ways = "SELECT group_concat(outcome || ' ' || detail, '; ') FROM readings WHERE origin LIKE '%/old'";
    let once = format!("unchanged {way}");
    let (old, new) = (web.url("/old"), web.url("/new"));
    let test = Test::new().run(["ingest", &old, "--allow-private", "--pause", "0"]).code(0).verify();
    assert_eq!(test.value(ways), once);
    let test = test.run(["reingest", "--allow-private", "--pause", "0"]).code(0).stdout_has("1 unchanged").verify();
    assert_eq!(test.value(ways), format!("{once}; {once}"));
    let test = test.run(["ingest", &old, &new, "--allow-private", "--pause", "0"]).code(0);
    assert_eq!(test.value(ways), format!("{once}; {once}; {once}"));
    assert_eq!(test.value("SELECT count(*) FROM readings"), "3", "a page without a way has no reading but by reingest");
    test.run(["query", "history", &old]).code(0).stdout_has("301 to http://127.0").verify();
}

#[test]
fn what_is_too_large_or_too_slow_is_left() {
    let web = Web::new();
    web.raw("/large", &format!("200 OK\r\nContent-Type: text/plain\r\n\r\n{}", "word ".repeat(300_000)));
    web.status("/round", "302 Found\r\nLocation: /round");
    web.status("/file", "302 Found\r\nLocation: file:///etc/hostname");
    let test = Test::new();
    let large = ["ingest", &web.url("/large"), "--allow-private", "--pause", "0", "--max-size", "1"];
    let file = ["ingest", &web.url("/file"), "--allow-private", "--pause", "0"];
    let round = ["ingest", &web.url("/round"), "--allow-private", "--pause", "0"];
    test.run(large)
        .code(1)
        .stderr_has("it is larger than 1 MB")
        .run(round)
        .code(1)
        .stderr_has("it redirects more than 10 times")
        .run(file)
        .code(1)
        .stderr_has("file:///etc/hostname is no http or https address");
}

#[test]
fn a_silent_server_is_left_and_a_busy_one_is_not_pressed() {
    let web = Web::new();
    for path in ["/a", "/b", "/c", "/late"] {
        web.article(path, "Raid", &RAID.replace("Oltan", path));
    }
    let url = |path| web.url(path);
    let test = Test::new()
        .run(["ingest", &url("/a"), &url("/b"), &url("/c"), &url("/late"), "--allow-private", "--pause", "0"])
        .code(0);
    web.raw("/late", SILENCE);
    web.status("/b", "429 Too Many Requests\r\nRetry-After: 86400");
    web.asked();
    let begun = Instant::now();
    let test = test
        .run(["reingest", "--no-verify", "--allow-private", "--pause", "0.4", "--timeout", "1", "--retries", "0"])
        .code(0)
        .stdout_has("2 unchanged, 0 changed, 0 gone, 1 blocked, 1 unreachable");
    // robots.txt and four pages: four pauses, and the second that the silent one was waited for is within them.
    assert!(begun.elapsed() >= Duration::from_millis(1_600), "{:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
    assert_eq!(web.asked(), ["/robots.txt", "/a", "/b", "/c", "/late"]);
    web.status("/robots.txt", "500 Internal Server Error");
    test.run(["reingest", "--no-verify", "--allow-private", "--pause", "0", "--retries", "0"])
        .code(0)
        .stdout_has("4 unreachable")
        .stdout_has("robots.txt: it answered 500")
        .verify();
    assert_eq!(web.asked(), ["/robots.txt"]);
}

#[test]
fn a_program_gets_rows_and_the_verdict_apart_from_them() {
    let test = Test::new()
        .file("raid.txt", RAID)
        .ingest(["raid.txt"])
        .file("raid.txt", RAID.replace("13 herders", "31 herders"))
        .run(["reingest", "--format", "jsonl"])
        .code(3)
        .stderr_has("sound");
    let row: serde_json::Value = serde_json::from_str(&test.answer().stdout).unwrap();
    assert_eq!(row["outcome"], "changed");
    assert_eq!(row["version"], 2);
    let altered = row["changes"].as_array().unwrap().iter().find(|change| change["altered"] == "figure").unwrap();
    assert!(altered["before"].as_str().unwrap().starts_with("killed 13"), "{altered}");
    assert!(altered["after"].as_str().unwrap().starts_with("killed 31"), "{altered}");
}

#[test]
fn readings_that_were_altered_are_findings() {
    let sound = Test::new().file("raid.txt", RAID).ingest(["."]).run(["reingest", "--no-verify"]).code(0).verify();
    let bytes = std::fs::read(sound.archive()).unwrap();
    for (damage, finding) in [
        ("UPDATE readings SET outcome = 'gone'", "reading-altered  readings 1 to 1 of run 1"),
        ("DELETE FROM readings", "reading-altered  readings 1 to 1 of run 1"),
        (
            "INSERT INTO readings VALUES (2, 1, 1, 'raid.txt', '2020-01-02T03:04:05Z', 'gone', NULL, NULL)",
            "reading-unlogged  readings: reading 2",
        ),
    ] {
        Test::new()
            .file("archive.db", &bytes)
            .sql(damage)
            .run(["verify"])
            .code(3)
            .stdout_has(finding)
            .stdout_has("1 finding:");
    }
}

#[test]
fn what_was_taken_down_is_not_read_again() {
    Test::new()
        .file("raid.txt", RAID)
        .ingest(["raid.txt"])
        .run(["takedown", "raid.txt", "--reason", "r", "--ordered-by", "o"])
        .code(0)
        .file("raid.txt", RAID.replace("13", "14"))
        .run(["reingest"])
        .code(0)
        .stdout_has("0 origins read")
        .run(["query", "history", "raid.txt"])
        .code(0)
        .stdout_has("taken down")
        .verify();
}
