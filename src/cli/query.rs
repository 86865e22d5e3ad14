//! `dossier query`.

mod compare;
mod conflicts;
mod copies;
mod diff;
mod filters;
mod names;
mod search;
mod show;
mod sql;

use std::path::Path;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, Subcommand};

use super::output;
use crate::Result;
use crate::archive::Archive;
use crate::query::question::{Parameters, optional};
use crate::query::reading::Told;
use crate::query::{Question, Sink, articles, checkpoints, claims, quotes, sources, stats, timeline};
use crate::render::{self, Format, Writer};
pub use compare::show_tolls;
use filters::{FilterArguments, ReadingArgument, WhatArguments};

/// Ask what was claimed, by whom, on whose word, and where the accounts part
///
/// Nothing is decided about who is right, and nothing in the archive is changed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier query compare killed\n  dossier query conflicts --format markdown\n  dossier query claims --place Harbourtown --format jsonl"
)]
pub struct Query {
    /// How the answer is written
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        default_value = "table",
        value_parser = PossibleValuesParser::new(Format::NAMES).try_map(|word| word.parse::<Format>()),
    )]
    format: Format,
    /// What to ask.
    #[command(subcommand)]
    question: Ask,
}

/// The questions.
#[derive(Debug, Subcommand)]
enum Ask {
    /// List the articles in their latest version; --from and --to are days of publication
    #[command(
        after_help = "Examples:\n  dossier query articles\n  dossier query articles --publisher Lantern --format csv"
    )]
    Articles(FilterArguments),
    /// List what the articles claim
    #[command(
        after_help = "Examples:\n  dossier query claims --measure killed --place Harbourtown\n  dossier query claims --source union --format jsonl"
    )]
    Claims {
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        what: WhatArguments,
        #[command(flatten)]
        reading: ReadingArgument,
    },
    Compare(compare::Compare),
    Conflicts(conflicts::Conflicts),
    Copies(copies::Copies),
    /// List what is said to have happened, day by day
    #[command(
        after_help = "Examples:\n  dossier query timeline\n  dossier query timeline --from 1997-03-04 --to 1997-03-05"
    )]
    Timeline {
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        what: WhatArguments,
        #[command(flatten)]
        reading: ReadingArgument,
    },
    /// List who is said to have said what
    #[command(after_help = "Examples:\n  dossier query quotes\n  dossier query quotes Mayor --from 1997-03")]
    Quotes {
        /// Only speakers with this in their name
        speaker: Option<String>,
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        reading: ReadingArgument,
    },
    /// List on whose word claims stand, how many publishers rely on it, and how many of these independently
    #[command(after_help = "Examples:\n  dossier query sources\n  dossier query sources --publisher Lantern")]
    Sources {
        #[command(flatten)]
        filter: FilterArguments,
        #[command(flatten)]
        reading: ReadingArgument,
    },
    Names(names::Names),
    Search(search::Search),
    Show(show::Show),
    History(show::History),
    Diff(diff::Diff),
    Sql(sql::Sql),
    /// List what was signed over the log, and its timestamps
    #[command(after_help = "Example:\n  dossier query checkpoints")]
    Checkpoints,
    /// Tell what the archive holds
    #[command(after_help = "Example:\n  dossier query stats")]
    Stats,
}

impl Query {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let mut archive = Archive::open_to_read(path)?;
        let asker = Asker { archive: &archive, format: self.format };
        match self.question {
            Ask::Articles(filter) => asker.claims(&articles::ARTICLES, &filter, &WhatArguments::default())?,
            Ask::Claims { filter, what, reading } => {
                asker.told([&claims::CLAIMS, &claims::REVIEWED], reading, &filter, &what)?;
            }
            Ask::Compare(compare) => compare.run(&asker)?,
            Ask::Conflicts(conflicts) => conflicts.run(&asker)?,
            Ask::Copies(copies) => copies.run(&asker)?,
            Ask::Timeline { filter, what, reading } => {
                asker.told([&timeline::TIMELINE, &timeline::REVIEWED], reading, &filter, &what)?;
            }
            Ask::Quotes { speaker, filter, reading } => {
                let mut parameters = asker.parameters(&filter, &WhatArguments::default())?;
                parameters.push((":speaker", optional(speaker.as_deref())));
                asker.quotes(parameters, reading)?;
            }
            Ask::Sources { filter, reading } => {
                asker.told([&sources::SOURCES, &sources::REVIEWED], reading, &filter, &WhatArguments::default())?;
            }
            Ask::Names(names) => names.run(&asker)?,
            Ask::Search(search) => search.run(&asker)?,
            Ask::Show(show) => show.run(&asker)?,
            Ask::History(history) => history.run(&asker)?,
            Ask::Diff(diff) => diff.run(&asker)?,
            Ask::Sql(sql) => sql.run(&mut archive, self.format)?,
            Ask::Checkpoints => asker.ask(&checkpoints::CHECKPOINTS, &Parameters::new())?,
            Ask::Stats => asker.ask(&stats::STATS, &Parameters::new())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// An open archive, and the format of the answer.
struct Asker<'a> {
    archive: &'a Archive,
    format: Format,
}

impl Asker<'_> {
    /// Asks a question about claims.
    fn claims(&self, question: &Question, filter: &FilterArguments, what: &WhatArguments) -> Result<()> {
        self.ask(question, &self.parameters(filter, what)?)
    }

    /// Asks the first question, or where people have decided anything the second, and says whose reading each row is.
    fn told(
        &self,
        [machine, reviewed]: [&Question; 2],
        ReadingArgument { reading }: ReadingArgument,
        filter: &FilterArguments,
        what: &WhatArguments,
    ) -> Result<()> {
        let question = self.archive.read(|connection| reading.choose(connection, machine, reviewed))?;
        let lists_claims = question.name == claims::CLAIMS.name;
        let parameters = self.parameters(filter, what)?;
        let parameters = self.archive.read(|connection| reading.with(connection, parameters, lists_claims))?;
        let rows = self.write(question.shown, |sink| {
            self.archive.read(|connection| question.ask(connection, &parameters, &mut Told::new(reading, sink)))
        })?;
        if rows == 0 {
            anstream::eprintln!("nothing found; {}", self.advice(question.name)?);
        }
        Ok(())
    }

    fn parameters(&self, filter: &FilterArguments, what: &WhatArguments) -> Result<Parameters> {
        self.archive.read(|connection| filter.filter(what).parameters(connection))
    }

    /// Asks, and writes the answer; says on standard error what to try where there is none.
    fn ask(&self, question: &Question, parameters: &Parameters) -> Result<()> {
        let rows = self
            .write(question.shown, |sink| self.archive.read(|connection| question.ask(connection, parameters, sink)))?;
        if rows == 0 {
            anstream::eprintln!("nothing found; {}", self.advice(question.name)?);
        }
        Ok(())
    }

    /// Asks for statements: on a terminal each is written out whole, not squeezed into a column.
    fn quotes(&self, parameters: Parameters, ReadingArgument { reading }: ReadingArgument) -> Result<()> {
        let (question, parameters) = self.archive.read(|connection| {
            let question = reading.choose(connection, &quotes::QUOTES, &quotes::REVIEWED)?;
            Ok((question, reading.with(connection, parameters, false)?))
        })?;
        if self.format != Format::Table {
            return self.ask(question, &parameters);
        }
        let rows = self.archive.read(|connection| question.rows(connection, &parameters))?;
        if rows.rows.is_empty() {
            anstream::eprintln!("nothing found; {}", self.advice("quotes")?);
        }
        output::write(|out| render::quotes::write(&rows, output::width(), out))
    }

    /// What to try where an answer is empty.
    fn advice(&self, question: &str) -> Result<&'static str> {
        let has_articles = self.archive.read(stats::has_articles)?;
        Ok(if has_articles {
            advice(question)
        } else {
            "the archive holds no articles yet; `dossier ingest FOLDER` adds some"
        })
    }

    /// Writes rows in the format asked for, and says how many there were.
    fn write(&self, shown: &[&str], answer: impl FnOnce(&mut dyn Sink) -> Result<()>) -> Result<usize> {
        write_rows(self.format, shown, answer)
    }
}

fn write_rows(format: Format, shown: &[&str], answer: impl FnOnce(&mut dyn Sink) -> Result<()>) -> Result<usize> {
    output::write(|out| {
        let mut writer = Writer::new(format, shown, output::width(), out);
        answer(&mut writer)?;
        writer.finish()
    })
}

fn advice(question: &str) -> &'static str {
    match question {
        "articles" => "`dossier ingest FOLDER` adds articles, `dossier query stats` tells what there is",
        "checkpoints" => "`dossier checkpoint --key FILE` makes one",
        "copies" => "no article is a copy of another",
        "names" => "try a part of the name, or `dossier query names` for all",
        "search" => "try fewer words, or the beginning of one: word*",
        "quotes" => "try a part of the speaker's name, or `dossier query sources` for who is relied on",
        _ => "try fewer filters, `dossier query names` for places and `dossier query sources` for sources",
    }
}
