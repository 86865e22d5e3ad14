//! One file that tells of one incident or of all: the same pictures and tables as the pages, with style inside and no script, and
//! the hash of every article that it cites. It opens from anywhere and prints.

use std::io::Write;

use maud::{DOCTYPE, Markup, html};

use super::assets::STYLE;
use super::layout::{count_of, foot, moment, number_of};
use super::links::Links;
use super::page::{articles, incident};
use crate::archive::Archive;
use crate::log::merkle;
use crate::query::{Reading, incident as asked, overview};
use crate::{Error, Result};

/// A report is whole: nothing is left out of it.
const ALL: i64 = -1;

/// Writes a report on one incident, or on all where `name` is `None`. `now` is the time (UTC).
///
/// # Errors
/// [`Error::NotFound`] where there is no such incident, [`Error::Write`] where `out` takes no more.
pub fn write(archive: &Archive, name: Option<&str>, now: &str, out: &mut dyn Write) -> Result<()> {
    let names = match name {
        Some(name) => vec![name.to_owned()],
        None => archive.read(overview::names)?,
    };
    let first = archive.read(|connection| names.first().map(|name| asked::head(connection, name)).transpose())?;
    let title = match (name, first.as_ref().and_then(|head| head.records().next())) {
        (Some(_), Some(record)) => incident::title(&record),
        _ => count_of(names.len(), "incident"),
    };
    let mut put = |text: &str| out.write_all(text.as_bytes()).map_err(Error::Write);
    put(&head(&title).into_string())?;
    put("<body class=\"report\"><main>")?;
    put(&html! { h1 { "Accounts: " (title) } (preface(archive, now)?) }.into_string())?;
    for (index, name) in names.iter().enumerate() {
        put(&told(archive, name, Links::Report(index + 1))?.into_string())?;
    }
    put("</main>")?;
    put(&foot().into_string())?;
    put("</body></html>\n")
}

fn head(title: &str) -> Markup {
    html! {
        (DOCTYPE)
        (maud::PreEscaped("<html lang=\"en\">"))
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) " · dossier report" }
            style { (maud::PreEscaped(STYLE)) }
        }
    }
}

/// From which archive, in which state, the report was made.
fn preface(archive: &Archive, now: &str) -> Result<Markup> {
    let state = archive.read(overview::state)?;
    let log = match archive.read(crate::log::leaves) {
        Ok(leaves) => Some((leaves.len(), merkle::root(&leaves).to_hex())),
        Err(Error::LogDamaged { .. }) => None,
        Err(error) => return Err(error),
    };
    let record = state.records().next();
    let articles = record.and_then(|record| record.integer("articles")).unwrap_or_default();
    let verified = record.and_then(|record| Some((record.integer("findings_count")?, record.string("finished_at")?)));
    Ok(html! {
        dl {
            dt { "Made" } dd { (moment(now)) " from an archive of " (number_of(articles, "article")) }
            dt { "Log" } dd {
                @match &log {
                    Some((entries, root)) => { (entries) " entries, root " code.whole { (root) } }
                    None => { strong { "damaged: run " code { "dossier verify" } " before relying on anything here" } }
                }
            }
            dt { "Last verified" } dd {
                @match &verified {
                    Some((0, time)) => { (moment(time)) ", sound" }
                    Some((findings, time)) => { (moment(time)) ", " (findings) " findings" }
                    None => { "never" }
                }
            }
            dt { "To check" } dd { "each article is named by the SHA-256 of its bytes as they were found; the archive gives them out with "
                code { "dossier prove" } ", and " code { "sha256sum" } " gives the same hash" }
        }
    })
}

fn told(archive: &Archive, name: &str, links: Links) -> Result<Markup> {
    let account = archive.read(|connection| {
        Ok(incident::Account {
            head: asked::head(connection, name)?,
            told: asked::told(connection, name, Reading::Both)?,
            claims: asked::claims(connection, name, None, ALL, 0)?,
            articles: asked::articles(connection, name, ALL, 0)?,
        })
    })?;
    Ok(html! {
        section.incident {
            (incident::heading(&account, name, 2))
            (incident::measures(&account.told, name, links))
            h3 { "Claims" }
            (incident::claims::table(&account.claims, links))
            h3 { "Articles" }
            (articles::table(&account.articles, links))
        }
    })
}
