//! Four accounts of a made-up fire, with claims put in by hand.

use crate::test::Test;

const ACCOUNTS: [(&str, &str, &str, &str); 4] = [
    (
        "lantern.txt",
        "The Lantern",
        "2019-05-07",
        "Fire in Port Vell.\n\nThe port authority put the dead at three dock workers; the dockers' union spoke of more than 20. \
         \"The gates were locked,\" said Ines Moll.",
    ),
    (
        "courier.txt",
        "Inland Courier",
        "2019-05-08",
        "The warehouse at Portvell had been set alight, it seems. It cost at least five people their lives, among them a crane driver.",
    ),
    (
        "harbour.txt",
        "Harbour Evening News of the Lower Coast",
        "2019-05-07",
        "In Port Vell four people were dead, doctors told Radio Levant, and some 60 were hurt.",
    ),
    (
        "handbook.txt",
        "Seven Seas Handbook",
        "",
        "The Port Vell fire. The government counted three, residents dozens. An earlier fire had cost 12 sailors their lives.",
    ),
];

/// An archive of the four.
pub fn archive() -> Test {
    let test = ACCOUNTS.iter().fold(Test::new(), |test, (name, publisher, day, text)| {
        let day = if day.is_empty() { String::new() } else { format!(r#", "datePublished": "{day}""#) };
        let sidecar = format!(r#"{{"publisher": "{publisher}", "headline": "{publisher} on the fire"{day}}}"#);
        test.file(name, text).file(&format!("{name}.meta.json"), sidecar)
    });
    test.ingest(["."]).sql(include_str!("accounts.sql"))
}
