//! `review`: what people decide about claims, what the log proves of it, and how it stands beside the program's reading.

mod decide;
mod proposed;
mod prove;
mod readings;
mod same;
mod walk;
mod web;

use crate::test::Test;

pub const FIRST: &str = "Police in Port Vell shot dead 13 dock workers on 6 May 2019, officials said. \
    More than 40 people were injured in Port Vell, according to the opposition.\n\n\
    The union leader Anna Kovac said: \"They fired at us without a warning.\" Nobody wept for 13 dock workers.";
pub const SECOND: &str = "At least 20 people were killed in Port Vell on 6 May 2019, witnesses said.";

/// Two accounts of one event.
pub fn archive() -> Test {
    Test::new()
        .file("first.txt", FIRST)
        .file("first.txt.meta.json", r#"{"publisher": "The Lantern", "datePublished": "2019-05-07"}"#)
        .file("second.txt", SECOND)
        .file("second.txt.meta.json", r#"{"publisher": "Radio Levant", "datePublished": "2019-05-07"}"#)
        .ingest(["first.txt", "second.txt"])
}

/// The beginning of the key of the program's claim with this least number.
pub fn key(test: &Test, low: u32) -> String {
    test.value(&format!(
        "SELECT substr(claim_key, 1, 12) FROM claims WHERE low = {low} AND measure <> 'people' LIMIT 1"
    ))
}

impl Test {
    /// Runs `dossier review` as a person.
    pub fn review<const N: usize>(self, reviewer: &str, arguments: [&str; N]) -> Self {
        let all: Vec<&str> = ["review"].into_iter().chain(arguments).chain(["--by", reviewer]).collect();
        self.run_all(&all)
    }
}
