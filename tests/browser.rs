//! The pages in a real browser, where Chromium is installed: `scripts/browser-trial` clicks through one of each kind, and says what
//! it skipped; run by hand it clicks through all. `BROWSER_TRIAL=no cargo test` leaves it out.

use std::path::Path;
use std::process::Command;

#[test]
fn the_pages_work_in_a_browser() {
    if std::env::var("BROWSER_TRIAL").is_ok_and(|wanted| wanted == "no") {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let answer = Command::new(root.join("scripts/browser-trial"))
        .env("DOSSIER", env!("CARGO_BIN_EXE_dossier"))
        .env("ARTICLES", "40")
        .env("PAGES", "1")
        .env_remove("DOSSIER_REVIEWER")
        .env_remove("DOSSIER_ARCHIVE")
        .output()
        .unwrap();
    let said = [answer.stdout, answer.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    println!("{said}");
    assert!(answer.status.success(), "{said}");
    assert!(said.contains("skipped: ") || said.contains("the decisions are in the log and outlive rebuild"), "{said}");
}
