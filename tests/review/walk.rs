//! The walk through what nobody has looked at, at a desk whose keys were written down beforehand.

use std::collections::VecDeque;
use std::io;

use dossier::archive::Archive;
use dossier::cli::review::walk::{Desk, Walked, Way, walk};
use dossier::review::By;

use super::archive;

/// Keys and lines in the order in which they are asked for.
struct Written {
    answers: VecDeque<&'static str>,
    shown: String,
}

impl Desk for Written {
    fn show(&mut self, text: &str) -> io::Result<()> {
        self.shown.push_str(&anstream::adapter::strip_str(text).to_string());
        Ok(())
    }

    fn key(&mut self) -> io::Result<Option<char>> {
        Ok(self.answers.pop_front().and_then(|answer| answer.chars().next()))
    }

    fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        self.shown.push_str(question);
        Ok(self.answers.pop_front().map(str::to_owned))
    }
}

fn walked(path: &std::path::Path, answers: &[&'static str]) -> (Walked, String) {
    let mut archive = Archive::open_to_write(path).unwrap();
    let mut desk = Written { answers: answers.iter().copied().collect(), shown: String::new() };
    let by = By { reviewer: "Anna".to_owned(), ..By::default() };
    let now = || "2020-01-02T03:04:05Z".to_owned();
    (walk(&mut archive, &Way::default(), &by, &now, &mut desk).unwrap(), desk.shown)
}

#[test]
fn every_key_does_what_it_says() {
    let test = archive();
    let all: usize = test.value("SELECT count(*) FROM claims").parse().unwrap();
    let (came, shown) = walked(&test.archive(), &["a", "r", "a film", "x", "s", "c", "low=many", "no", "q"]);
    assert_eq!(came, Walked { decided: 2, left: all - 2 });
    for told in
        ["1 of ", "▐", "a accept · r reject", "accepted  ", "rejected  ", "Why?  ", "low=many is no whole number"]
    {
        assert!(shown.contains(told), "{told} in {shown}");
    }
    assert_eq!(
        test.value("SELECT group_concat(decision || coalesce(' ' || note, '')) FROM reviews"),
        "accept,reject a film"
    );
    let (came, shown) = walked(&test.archive(), &["c", "figure=99", "misread", "b", "s", "r", "", "q"]);
    assert!(shown.contains("taken back") && shown.contains("Why? [misread]"), "{shown}");
    assert_eq!(came.decided, 1);
    assert_eq!(
        test.value(
            "SELECT group_concat(decision) FROM (SELECT decision FROM reviews WHERE review_id > 2 ORDER BY review_id)"
        ),
        "correct,withdraw,reject"
    );
    test.verify();
}

#[test]
fn a_walk_ends_where_there_is_nothing_left() {
    let test = archive();
    let all: usize = test.value("SELECT count(*) FROM claims").parse().unwrap();
    let (came, _) = walked(&test.archive(), &["a"; 40]);
    assert_eq!(came, Walked { decided: all, left: 0 });
    assert_eq!(walked(&test.archive(), &[]).0, Walked::default());
    test.verify();
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    archive()
        .review("Anna", [])
        .code(2)
        .stderr_has("dossier review accept")
        .stderr_has("dossier review list --state unreviewed")
        .verify();
}
