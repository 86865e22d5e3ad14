//! `dossier ingest`.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use indicatif::{ProgressBar, ProgressStyle};
use unicode_width::UnicodeWidthChar as _;

use super::clock;
use super::fetching::Fetching;
use super::output;
use super::query::show_tolls;
use super::vocabulary::VocabularyOption;
use crate::ingest::{self, Given, InputType, Line, Outcome, Report, Request, Summary, Weight};
use crate::{Error, Result, intake};

/// Store articles as they are and find what they claim
///
/// Takes files, folders with everything in them, addresses of pages (http and https), and - for standard input. Articles are
/// read from text, Markdown, HTML and MHTML; PDF, DOCX and ODT; messages and mailboxes (.eml, .mbox); JSON Lines, tables
/// (.csv, .tsv) and feeds (.rss, .atom); web archives (.warc, .warc.gz, .wacz); and packages of any of these (.zip, .tar,
/// .tar.gz, .gz). What a file is, is told from its first bytes. A file NAME.meta.json beside NAME says what is known about it,
/// in schema.org terms. The same bytes twice change nothing; changed bytes become a new version beside the old one.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier ingest reports\n  dossier ingest https://example.org/news/fire --publisher Example\n  dossier ingest crawl.warc.gz dump.csv --columns text=body,date=day\n  cat articles.jsonl | dossier ingest -"
)]
pub struct Ingest {
    /// Files, folders, addresses of pages, or - for standard input
    #[arg(required_unless_present = "urls", value_name = "PATH|URL")]
    paths: Vec<PathBuf>,
    /// Publisher of articles whose sidecar gives none
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Day of publication of articles whose sidecar gives none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<String>,
    /// Title of an article whose sidecar gives none
    #[arg(long)]
    title: Option<String>,
    /// Address of an article whose sidecar gives none
    #[arg(long)]
    url: Option<String>,
    /// Columns of tables (CSV) whose names do not tell what they hold: text, title, author, publisher, date, url, language, id
    #[arg(long, value_name = "FIELD=COLUMN,…", value_parser = intake::columns, default_value = "", hide_default_value = true)]
    columns: String,
    /// Files that list addresses of pages to fetch, one a line
    #[arg(long, value_name = "FILE")]
    urls: Vec<PathBuf>,
    /// What standard input holds; found out from its first bytes if not given
    #[arg(
        long = "type",
        value_name = "TYPE",
        value_parser = PossibleValuesParser::new(InputType::NAMES).try_map(|word| word.parse::<InputType>()),
    )]
    input_type: Option<InputType>,
    #[command(flatten)]
    fetching: Fetching,
    #[command(flatten)]
    vocabulary: VocabularyOption,
}

impl Ingest {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let mut archive = self.vocabulary.open(path)?;
        self.fetching.limit_time();
        let fetch = self.fetching.settings();
        let mut paths = self.paths;
        for list in &self.urls {
            paths.extend(intake::listed(list)?);
        }
        let request = Request {
            paths,
            given: Given {
                publisher: self.publisher,
                date: self.date,
                title: self.title,
                url: self.url,
                columns: self.columns,
            },
            input_type: self.input_type,
            largest: fetch.largest,
            fetch,
        };
        let total = if io::stderr().is_terminal() { request.count() } else { None };
        let mut screen = Screen::new(total);
        let summary = ingest::run(&mut archive, request, &clock::now, &mut |report| screen.show(&report))?;
        screen.finish(&summary)?;
        if summary.stored + summary.changed > 0 {
            show_tolls(&archive)?;
        }
        Ok(ExitCode::from(u8::from(summary.refused + summary.doubtful > 0)))
    }
}

fn day(text: &str) -> std::result::Result<String, String> {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(|day| day.to_string())
        .map_err(|_| "a day is written YYYY-MM-DD".to_owned())
}

/// The lines on standard output, and on a terminal a progress bar on standard error.
struct Screen {
    progress: ProgressBar,
    begun: Instant,
    failure: Option<io::Error>,
}

impl Screen {
    /// Without a `total` the bar tells only how far it is.
    fn new(total: Option<u64>) -> Self {
        let progress = total.map_or_else(ProgressBar::no_length, ProgressBar::new);
        progress.set_draw_target(indicatif::ProgressDrawTarget::hidden());
        let template = match total {
            Some(_) => "{bar:40} {human_pos} of {human_len} articles, {eta} left",
            None => "{spinner} {human_pos} articles",
        };
        // The templates are constants: that they can be read is seen at the first run.
        progress.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { progress, begun: Instant::now(), failure: None }
    }

    fn show(&mut self, report: &Report) {
        if self.progress.is_hidden() && self.begun.elapsed() > Duration::from_secs(1) {
            self.progress.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
        self.progress.inc(u64::from(matches!(report, Report::Article(_))));
        let written = self.progress.suspend(|| match report {
            Report::Article(line) => writeln!(anstream::stdout(), "{}", in_columns(line, output::width())),
            Report::Refused(refusal) => {
                let word = if refusal.weight == Weight::Note { "note" } else { "warning" };
                writeln!(anstream::stderr(), "{word}: {}: {}", refusal.object, refusal.reason)
            }
            Report::LeftAside(kinds) => {
                let kinds: Vec<String> = kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
                writeln!(
                    anstream::stderr(),
                    "left aside, because no articles are read from these: {}",
                    kinds.join(", ")
                )
            }
        });
        // What is stored is stored: a reader that went away does not stop the ingest.
        if let Err(error) = written {
            self.failure.get_or_insert(error);
        }
    }

    fn finish(self, summary: &Summary) -> Result<()> {
        self.progress.finish_and_clear();
        if let Some(error) = self.failure {
            return Err(Error::Write(error));
        }
        let Summary { stored, changed, unchanged, refused, claims, .. } = summary;
        writeln!(
            anstream::stdout(),
            "{stored} new, {changed} changed, {unchanged} unchanged, {refused} refused; {claims} claims found"
        )
        .map_err(Error::Write)
    }
}

/// Hash, outcome, day and claims take their columns; publisher and title share what is left of a line of this `width`.
fn in_columns(line: &Line, width: usize) -> String {
    let room = width.saturating_sub(52).max(20);
    let publisher_width = (room * 2 / 5).min(24);
    let title_width = (room - publisher_width).min(48);
    let outcome = match line.outcome {
        Outcome::New => "new".to_owned(),
        Outcome::Version(number) => format!("version {number}"),
        Outcome::Unchanged => "unchanged".to_owned(),
    };
    let hash = line.sha256.get(..12).unwrap_or(&line.sha256);
    let publisher = fitted(line.publisher.as_deref().unwrap_or("–"), publisher_width);
    let date = line.published_on.as_deref().unwrap_or("–");
    let title = fitted(line.title.as_deref().unwrap_or_else(|| file_name(&line.origin)), title_width);
    let claims = match line.not_analysed.as_deref() {
        Some("language") => format!("not analysed: {}", line.language.as_deref().unwrap_or("?")),
        Some(reason) => format!("not read: {reason}"),
        None if line.claims == 1 => "   1 claim".to_owned(),
        None => format!("{:>4} claims", line.claims),
    };
    format!("{hash}  {outcome:<9}  {publisher}  {date:<10}  {title}  {claims}")
}

/// An origin without its folders: where there is no title, the end of a long path tells more than its beginning.
fn file_name(origin: &str) -> &str {
    let path_ends = origin.find('#').unwrap_or(origin.len());
    let name_begins = origin.get(..path_ends).and_then(|path| path.rfind('/')).map_or(0, |slash| slash + 1);
    origin.get(name_begins..).unwrap_or(origin)
}

/// The text in exactly `width` columns of a terminal.
fn fitted(text: &str, width: usize) -> String {
    let columns = |letter: char| letter.width().unwrap_or(0);
    let printable = || text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let whole: usize = printable().map(columns).sum();
    let (mut fitted, mut used) = (String::new(), 0);
    let room = if whole > width { width.saturating_sub(1) } else { width };
    for letter in printable() {
        if used + columns(letter) > room {
            break;
        }
        used += columns(letter);
        fitted.push(letter);
    }
    if whole > width {
        fitted.push('…');
        used += 1;
    }
    fitted.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fits_its_width() {
        let line = Line {
            sha256: "ab".repeat(32),
            publisher: Some("The Evening Standard of Upper Halvik".to_owned()),
            published_on: Some("2019-03-04".to_owned()),
            title: Some("A dam bursts above the town, and the valley is under water within the hour".to_owned()),
            claims: 12,
            origin: "reports/dam.txt".to_owned(),
            language: None,
            not_analysed: None,
            outcome: Outcome::New,
        };
        for (width, longest) in [(40, 72), (80, 80), (100, 100), (200, 124)] {
            assert_eq!(in_columns(&line, width).chars().count(), longest, "{width}");
        }
    }

    #[test]
    fn an_origin_is_told_by_its_last_part() {
        for (origin, name) in
            [("a/b/c.txt", "c.txt"), ("c.txt", "c.txt"), ("a/c.jsonl#http://x.example/1", "c.jsonl#http://x.example/1")]
        {
            assert_eq!(file_name(origin), name);
        }
    }
}
