//! `dossier` alone: what the archive in this folder holds, and what can be done next.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use super::output;
use crate::archive::Archive;
use crate::query::overview::{self, Greeting};
use crate::{Error, Result};

/// A command and what it is for.
type Hint = (&'static str, &'static str);

const BEGIN: [Hint; 4] = [
    ("dossier ingest FOLDER", "keep every article in a folder, and read what it claims"),
    ("dossier ingest https://…", "the same for a page"),
    ("dossier explain FILE", "see first what would be found in an article, without an archive"),
    ("dossier --help", "all commands"),
];
const ASK: [Hint; 5] = [
    ("dossier query compare killed", "the figures on one scale, incident by incident"),
    ("dossier query conflicts", "which of them contradict each other"),
    ("dossier query search WORDS", "articles by their words"),
    ("dossier serve", "all of it in a browser, on this machine alone"),
    ("dossier --help", "all commands"),
];
const VERIFY: Hint = ("dossier verify", "prove that nothing was altered");
const FINDINGS: Hint = ("dossier verify", "the last verification had findings: see whether they are still there");
const SIGN: Hint = ("dossier checkpoint --key FILE", "sign the log, so that any later change of its past shows");

/// Greets.
pub fn run(path: &Path) -> Result<ExitCode> {
    let archive = match Archive::open_to_read(path) {
        Ok(archive) => archive,
        Err(Error::ArchiveMissing { path }) => {
            let missing = format!("There is no archive at {} yet. It is made by the first ingest:", path.display());
            output::write(|out| show(&[missing], &BEGIN, out).map_err(Error::Write))?;
            return Ok(ExitCode::SUCCESS);
        }
        Err(error) => return Err(error),
    };
    let held = archive.read(overview::greeting)?;
    let (lines, hints) = (told(path, &held), hints(&held));
    output::write(|out| show(&lines, &hints, out).map_err(Error::Write))?;
    Ok(ExitCode::SUCCESS)
}

fn told(path: &Path, held: &Greeting) -> Vec<String> {
    if held.articles == 0 {
        return vec![format!("{} holds no articles yet.", path.display())];
    }
    let days = held.published.as_ref().map(|days| format!(", published {days}")).unwrap_or_default();
    let of = |count, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let checked = match (&held.checked_at, held.findings, held.entries_since) {
        (None, _, _) => "It was never verified.".to_owned(),
        (Some(when), 0, 0) => format!("It was verified on {when} and found sound; nothing was added since."),
        (Some(when), 0, _) => format!("It was verified on {when} and found sound; more was added since."),
        (Some(when), findings, _) => {
            format!("It was verified on {when} with {}.", of(findings, "finding", "findings"))
        }
    };
    vec![
        format!(
            "{} holds {} from {}{days}:",
            path.display(),
            of(held.articles, "article", "articles"),
            of(held.publishers, "publisher", "publishers")
        ),
        format!("{} about {}.", of(held.claims, "claim", "claims"), of(held.incidents, "incident", "incidents")),
        checked,
    ]
}

fn hints(held: &Greeting) -> Vec<Hint> {
    if held.articles == 0 {
        return BEGIN.to_vec();
    }
    let first = match (held.checked_at.is_some(), held.findings, held.entries_since, held.checkpoints) {
        (_, 1.., _, _) => Some(FINDINGS),
        (false, ..) | (true, 0, 1.., _) => Some(VERIFY),
        (true, 0, _, 0) => Some(SIGN),
        _ => None,
    };
    first.into_iter().chain(ASK).collect()
}

fn show(lines: &[String], hints: &[Hint], out: &mut dyn Write) -> std::io::Result<()> {
    for line in lines {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    let width = hints.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    hints.iter().try_for_each(|(command, purpose)| writeln!(out, "  {command:<width$}   {purpose}"))
}
