//! Articles of which some are edited copies, what is found of that, and what it costs.

use std::borrow::Cow;
use std::fmt;
use std::time::{Duration, Instant};

use dossier::archive::Archive;
use dossier::archive::collate::New;
use dossier::archive::collate::copies::{self, Common};
use dossier::collation::copies::Sketch;
use dossier::hash::Hash;
use rusqlite::params;

use super::desk::{Page, copy, original};
use super::dice::Dice;
use super::newsroom::Event;
use crate::test::{Test, open};

/// Dispatches about one event.
const DISPATCHES: usize = 3;

/// Articles, each with the number of the dispatch that it goes back to. `copies` of them are copies, of one dispatch in four.
pub fn articles(number: usize, copies: usize, seed: u64) -> Vec<(usize, Page)> {
    let mut dice = Dice::new(seed);
    let mut dispatches = Vec::new();
    while dispatches.len() < number - copies {
        let (event, day) = (Event::new(&mut dice), dice.between(1, 24));
        dispatches.extend((0..DISPATCHES).map(|_| (event.dispatch(&mut dice), day)));
    }
    dispatches.truncate(number - copies);
    let mut articles: Vec<(usize, Page)> =
        dispatches.iter().enumerate().map(|(family, (text, day))| (family, original(text, *day))).collect();
    for _ in 0..copies {
        let family = dice.between(0, dispatches.len() / 4);
        let (text, day) = &dispatches[family];
        articles.push((family, copy(text, *day, &mut dice)));
    }
    for last in (1..articles.len()).rev() {
        articles.swap(last, dice.between(0, last));
    }
    articles
}

/// Pairs of articles that go back to one dispatch.
#[derive(Default)]
pub struct Found {
    wanted: usize,
    given: usize,
    both: usize,
}

impl Found {
    pub fn recall(&self) -> f64 {
        self.both as f64 / self.wanted as f64
    }

    pub fn precision(&self) -> f64 {
        self.both as f64 / self.given as f64
    }
}

impl fmt::Display for Found {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wanted, given, both } = self;
        let (recall, precision) = (self.recall(), self.precision());
        write!(out, "recall {recall:.3}, precision {precision:.3} ({wanted} pairs, {given} found, {both} right)")
    }
}

/// Ingests articles as files and compares the families that are found with the true ones.
pub fn run(number: usize, copies: usize, seed: u64) -> Found {
    let articles = articles(number, copies, seed);
    let test = articles.iter().enumerate().fold(Test::new(), |test, (index, (_, page))| {
        let sidecar = format!(r#"{{"publisher": "Paper {}", "datePublished": "2019-05-{:02}"}}"#, index % 90, page.day);
        test.file(&format!("{index}.txt"), &page.bytes).file(&format!("{index}.txt.meta.json"), sidecar)
    });
    let test = test.ingest(["."]).verify();
    let connection = open(&test.archive());
    let mut statement = connection
        .prepare(
            "SELECT identity, coalesce(first_capture_id, captures.capture_id) FROM captures
             JOIN articles USING (article_id) LEFT JOIN copies USING (capture_id)",
        )
        .unwrap();
    let families: Vec<(usize, i64)> = statement
        .query_map([], |row| {
            let name: String = row.get(0)?;
            let index: usize = name.trim_end_matches(".txt").parse().unwrap();
            Ok((articles[index].0, row.get(1)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(families.len(), number);
    let mut found = Found::default();
    for (index, one) in families.iter().enumerate() {
        for other in &families[index + 1..] {
            found.wanted += usize::from(one.0 == other.0);
            found.given += usize::from(one.1 == other.1);
            found.both += usize::from(one == other);
        }
    }
    found
}

/// What recognising copies costs.
pub struct Cost {
    texts: usize,
    megabytes: f64,
    adding: Duration,
    last_thousand: Duration,
    rebuilding: Duration,
    fingerprints: i64,
    copies: i64,
}

impl fmt::Display for Cost {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { texts, megabytes, adding, last_thousand, rebuilding, fingerprints, copies } = self;
        write!(
            out,
            "{texts:>6} texts, {megabytes:5.1} MB, {copies:>5} copies: added in {:6.2} s ({:.0} µs a text; the last thousand {:.2} s), \
             made anew in {:6.2} s, {fingerprints} fingerprints",
            adding.as_secs_f64(),
            adding.as_secs_f64() * 1e6 / *texts as f64,
            last_thousand.as_secs_f64(),
            rebuilding.as_secs_f64(),
        )
    }
}

/// Puts texts into an archive without reading anything else out of them, a thousand at a time as ingest does.
pub fn cost(texts: usize) -> Cost {
    let test = Test::new();
    let mut archive = Archive::open_to_write(&test.archive()).unwrap();
    let articles = articles(texts, texts * 3 / 10, 1);
    let (mut bytes, mut adding, mut last_thousand) = (0, Duration::ZERO, Duration::ZERO);
    let mut common = Common::new();
    for (group, thousand) in articles.chunks(1_000).enumerate() {
        let started = archive
            .write(|transaction| {
                let mut texts = Vec::new();
                for (index, (_, page)) in thousand.iter().enumerate() {
                    let number = (group * 1_000 + index + 1) as i64;
                    bytes += page.bytes.len();
                    put(transaction, number, page);
                    texts.push((number, String::from_utf8_lossy(&page.bytes)));
                }
                let started = Instant::now();
                let new = |(capture_id, text): (i64, Cow<'_, str>)| New { capture_id, print: Sketch::of(&text) };
                copies::add(transaction, texts.into_iter().map(new).collect(), &mut common)?;
                Ok(started)
            })
            .unwrap();
        last_thousand = started.elapsed();
        adding += last_thousand;
    }
    let started = Instant::now();
    archive.write(|transaction| copies::rebuild(transaction)).unwrap();
    let rebuilding = started.elapsed();
    let number = |sql: &str| test.value(sql).parse::<i64>().unwrap();
    Cost {
        texts,
        megabytes: bytes as f64 / 1e6,
        adding,
        last_thousand,
        rebuilding,
        fingerprints: number("SELECT count(*) FROM fingerprints"),
        copies: number("SELECT count(*) FROM copies"),
    }
}

/// A text, with nothing else in its rows than copies need.
fn put(connection: &rusqlite::Connection, number: i64, page: &Page) {
    let text = String::from_utf8_lossy(&page.bytes);
    let hash = Hash::of(format!("{number}").as_bytes()).to_hex();
    let day = format!("2019-05-{:02}", page.day);
    let execute = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        connection.prepare_cached(sql).unwrap().execute(values).unwrap();
    };
    execute("INSERT INTO blobs VALUES (?, 0, x'')", params![hash]);
    execute("INSERT INTO articles VALUES (?, ?)", params![number, format!("{number}.txt")]);
    execute(
        "INSERT INTO captures (capture_id, article_id, sequence, sha256, origin, retrieved_at, media_type, tool)
         VALUES (?1, ?1, 1, ?2, '', '2020-01-01T00:00:00Z', 'text/plain', '')",
        params![number, hash],
    );
    execute(
        "INSERT INTO documents (capture_id, published_on, text, text_sha256) VALUES (?, ?, ?, '')",
        params![number, day, text],
    );
}
