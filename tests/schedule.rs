//! `schedule`: what it prints. That cron and systemd take it is tried by `scripts/schedule-trial`.

use crate::test::Test;

#[test]
fn a_crontab_has_a_line_for_each_job() {
    let test =
        Test::new().run(["schedule", "cron", "--at", "22:05", "--alert", "mail -s dossier you@paper.example"]).code(0);
    let lines: Vec<&str> = test.answer().stdout.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 2, "{}", test.answer().stdout);
    for (line, beginning, command) in [
        (lines[0], "5 22 * * * ", "archive.db reingest --no-verify"),
        (lines[1], "5 23 * * * ", "archive.db verify --share 1/30"),
    ] {
        assert!(line.starts_with(beginning) && line.contains(command), "{line}");
        assert!(
            line.contains("flock")
                && line.contains("archive.db.log")
                && line.ends_with("| mail -s dossier you@paper.example")
        );
    }
}

#[test]
fn units_are_written_into_a_folder() {
    let test = Test::new()
        .file("units/.keep", "")
        .run(["schedule", "systemd", "--run-as", "archivist", "--share", "1/1", "--into", "units"])
        .code(0)
        .stdout_has("units/dossier-archive-verify.timer");
    let unit = |name: &str| std::fs::read_to_string(test.path(&format!("units/{name}"))).unwrap();
    let reingest = unit("dossier-archive-reingest.service");
    assert!(reingest.contains("User=archivist") && reingest.contains("ProtectSystem=strict"), "{reingest}");
    let verify = unit("dossier-archive-verify.service");
    assert!(verify.contains("PrivateNetwork=yes") && verify.contains("archive.db verify\n"), "{verify}");
    assert!(unit("dossier-archive-verify.timer").contains("OnCalendar=*-*-* 04:17:00"));
    assert!(unit("dossier-archive-alert@.service").contains("journalctl"));
}

#[test]
fn what_cannot_be_is_refused() {
    Test::new()
        .run(["schedule", "cron", "--at", "25:00"])
        .code(2)
        .run(["schedule", "cron", "--share", "2/30"])
        .code(2)
        .run(["schedule", "systemd", "--into", "nowhere"])
        .code(1)
        .stderr_has("there is no folder nowhere");
}
