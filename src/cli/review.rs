//! `dossier review`.

mod decide;
mod list;
mod same;
mod terminal;
pub mod walk;

use std::path::Path;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{clock, output};
use crate::archive::Archive;
use crate::review::By;
use crate::{Error, Result, query};
use terminal::Terminal;
use walk::{Walked, Way};

/// Decide about claims: accept, reject, correct them, add what was missed
///
/// Without a subcommand it walks through the claims that nobody has looked at, one key for each decision.
///
/// A decision changes no claim: it stands beside it, with your name, the time and your reason, in the log too, and `verify` proves
/// it. Nothing is ever removed; who changes his mind decides again. Where two reviewers disagree, nothing is decided, and both
/// are shown.
///
/// A claim is named by its key, or the beginning of it, as `query claims --format json`, `query show` and the pages tell it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dossier review --by 'Anna Kovac'\n  dossier review accept 4be21c --by 'Anna Kovac'\n  dossier review reject 90f1aa --by 'Anna Kovac' --note 'a film title, not an event'\n  dossier review correct 7c00d2 figure='≥14' source='the mayor' --by 'Anna Kovac' --note 'at least 14, says the mayor'\n  dossier review add report.txt --quote '13 dock workers' measure=killed figure=13 --by 'Anna Kovac'\n  dossier review merge place Zhanaozen Janaozen --by 'Anna Kovac' --note 'one town'\n  dossier review list --state disputed"
)]
pub struct Review {
    /// Your name: every decision is signed
    #[arg(long, global = true, value_name = "NAME", env = "DOSSIER_REVIEWER", hide_env_values = true)]
    by: Option<String>,
    /// Why; needed to reject, correct, merge and split
    #[arg(long, global = true, value_name = "WORDS")]
    note: Option<String>,
    /// What to do.
    #[command(subcommand)]
    what: Option<What>,
    /// Walk through the claims of this article alone
    #[arg(long)]
    article: Option<String>,
    /// Walk through the claims of this incident alone
    #[arg(long, value_name = "NAME")]
    incident: Option<String>,
}

/// What is done.
#[derive(Debug, Subcommand)]
enum What {
    Accept(decide::Accept),
    Reject(decide::Reject),
    Correct(decide::Correct),
    Add(decide::Add),
    Withdraw(decide::Withdraw),
    Merge(same::Merge),
    Split(same::Split),
    List(list::List),
    History(list::History),
}

impl Review {
    /// Runs it.
    pub fn run(self, path: &Path) -> Result<ExitCode> {
        let by = By { reviewer: self.by.unwrap_or_default(), note: self.note, now: clock::now() };
        let Some(what) = self.what else { return walk_through(path, self.article.as_deref(), self.incident, &by) };
        match what {
            What::Accept(accept) => accept.run(&mut open(path)?, &by)?,
            What::Reject(reject) => reject.run(&mut open(path)?, &by)?,
            What::Correct(correct) => correct.run(&mut open(path)?, &by)?,
            What::Add(add) => add.run(&mut open(path)?, &by)?,
            What::Withdraw(withdraw) => withdraw.run(&mut open(path)?, &by)?,
            What::Merge(merge) => merge.run(&mut open(path)?, &by)?,
            What::Split(split) => split.run(&mut open(path)?, &by)?,
            What::List(list) => list.run(path)?,
            What::History(history) => history.run(path)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Walks through what nobody has looked at yet, at the terminal.
fn walk_through(path: &Path, article: Option<&str>, incident: Option<String>, by: &By) -> Result<ExitCode> {
    by.name()?;
    let Some(mut terminal) = Terminal::new() else {
        let what = "the walk asks at a terminal, and this is none; `dossier review list --state unreviewed` lists what there is, and \
            `dossier review accept`, `reject` and `correct` decide without asking";
        return Err(Error::Usage { what: what.to_owned() });
    };
    let mut archive = open(path)?;
    let way = archive.read(|connection| {
        let capture_id = article.map(|asked| query::article::find_text(connection, asked)).transpose()?;
        let incident = incident.map(|asked| query::filter::find_incident(connection, &asked)).transpose()?;
        Ok(Way { capture_id: capture_id.map(|version| version.capture_id), incident })
    })?;
    let Walked { decided, left } = walk::walk(&mut archive, &way, by, &clock::now, &mut terminal)?;
    output::write(|out| writeln!(out, "{decided} decided, {left} left").map_err(Error::Write))?;
    Ok(ExitCode::SUCCESS)
}

/// The archive, for writing; one that is not there is an error here, and nothing to be made.
fn open(path: &Path) -> Result<Archive> {
    drop(Archive::open_to_append(path)?);
    Archive::open_to_write(path)
}
