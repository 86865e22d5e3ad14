//! Sets of proposals in the archive: found, stored, logged, and read again to be checked.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params, params};
use sha2::{Digest as _, Sha256};

use super::Import;
use super::check::{Proposal, Words};
use crate::error::Doing as _;
use crate::hash::Hash;
use crate::log::entry::ProposalsEntry;
use crate::log::{self, Entry};
use crate::{Result, TOOL};

/// A version of an article that proposals are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its number.
    pub capture_id: i64,
    /// SHA-256 of its text.
    pub text_sha256: String,
}

/// What the archive tells apart, from its own tables: a user's words too.
pub fn words(connection: &Connection) -> Result<Words> {
    let column = |sql: &str| {
        let mut statement = connection.prepare(sql).doing("read the vocabulary")?;
        statement.query_map([], |row| row.get("word")).and_then(Iterator::collect).doing("read the vocabulary")
    };
    Ok(Words {
        measures: column("SELECT measure AS word FROM measures ORDER BY rowid")?,
        events: column("SELECT event AS word FROM events ORDER BY rowid")?,
        qualifiers: column("SELECT qualifier AS word FROM qualifiers ORDER BY rowid")?,
        relations: column("SELECT relation AS word FROM relations ORDER BY rowid")?,
        polarities: column("SELECT polarity AS word FROM polarities ORDER BY rowid")?,
        modalities: column("SELECT modality AS word FROM modalities ORDER BY rowid")?,
        kinds: column("SELECT claim_kind AS word FROM claim_kinds ORDER BY rowid")?,
    })
}

/// The version with this SHA-256, or the latest one of the article at this address or path, with its text. Words say why
/// there is none: a title or a part of a path is not enough.
pub fn find(connection: &Connection, asked: &str) -> Result<std::result::Result<(Article, String), String>> {
    let mut statement = connection.prepare_cached(include_str!("store/article.sql")).doing("look for an article")?;
    let mut rows = statement.query(named_params! {":asked": asked}).doing("look for an article")?;
    let mut found: Option<(i64, Option<(Article, String)>)> = None;
    while let Some(row) = rows.next().doing("look for an article")? {
        let article_id: i64 = row.get("article_id").doing("look for an article")?;
        match &found {
            None => found = Some((article_id, article(row).doing("look for an article")?)),
            Some((known, _)) if *known != article_id => {
                return Ok(Err(format!("{asked:?} is more than one article; give its address or path")));
            }
            Some(_) => {}
        }
    }
    Ok(match found {
        None => Err(format!("no article {asked:?} in the archive; give its address, its path or its SHA-256")),
        Some((_, None)) => Err(format!("{asked:?} was taken down")),
        Some((_, Some(found))) => Ok(found),
    })
}

fn article(row: &Row<'_>) -> rusqlite::Result<Option<(Article, String)>> {
    let text: Option<String> = row.get("text")?;
    let Some(text) = text else { return Ok(None) };
    Ok(Some((Article { capture_id: row.get("capture_id")?, text_sha256: row.get("text_sha256")? }, text)))
}

/// Stores what a tool proposes for one article, and logs it; `false` where its last set is the same.
pub fn put(
    connection: &Connection,
    import: &Import<'_>,
    article: &Article,
    proposals: &[Proposal],
    file_sha256: Hash,
    now: &str,
) -> Result<bool> {
    let last = connection
        .prepare_cached(include_str!("store/last_set.sql"))
        .and_then(|mut statement| {
            statement.query_row(params![article.capture_id, import.proposed_by.trim()], set).optional()
        })
        .doing("read proposals")?;
    let mut digest = Digest::default();
    for proposal in proposals {
        digest.add(proposal);
    }
    let mut entry = ProposalsEntry {
        set_id: 0,
        capture_id: article.capture_id,
        proposed_by: import.proposed_by.trim().to_owned(),
        sequence: last.as_ref().map_or(1, |last| last.sequence + 1),
        origin: import.origin.to_owned(),
        file_sha256: file_sha256.to_hex(),
        text_sha256: article.text_sha256.clone(),
        proposals: proposals.len() as i64,
        digest: digest.finish().to_hex(),
        imported_at: now.to_owned(),
        tool: TOOL.to_owned(),
    };
    if last.is_some_and(|last| last.digest == entry.digest && last.text_sha256 == entry.text_sha256) {
        return Ok(false);
    }
    entry.set_id = connection
        .prepare_cached(include_str!("store/put_set.sql"))
        .and_then(|mut statement| {
            statement.query_row(
                named_params! {
                    ":capture_id": entry.capture_id,
                    ":proposed_by": entry.proposed_by,
                    ":sequence": entry.sequence,
                    ":origin": entry.origin,
                    ":file_sha256": entry.file_sha256,
                    ":text_sha256": entry.text_sha256,
                    ":proposals": entry.proposals,
                    ":digest": entry.digest,
                    ":imported_at": entry.imported_at,
                    ":tool": entry.tool,
                },
                |row| row.get("set_id"),
            )
        })
        .doing("store proposals")?;
    let mut insert = connection.prepare_cached(include_str!("store/put_proposal.sql")).doing("store proposals")?;
    for (proposal, ordinal) in proposals.iter().zip(1_i64..) {
        insert
            .execute(named_params! {
                ":set_id": entry.set_id,
                ":ordinal": ordinal,
                ":kind": proposal.kind,
                ":measure": proposal.measure,
                ":event": proposal.event,
                ":low": proposal.low,
                ":high": proposal.high,
                ":qualifier": proposal.qualifier,
                ":unit": proposal.unit,
                ":counted_group": proposal.counted_group,
                ":actor": proposal.actor,
                ":target": proposal.target,
                ":relation": proposal.relation,
                ":date_from": proposal.date_from,
                ":date_to": proposal.date_to,
                ":place": proposal.place,
                ":source": proposal.source,
                ":via": proposal.via,
                ":cue": proposal.cue,
                ":direct": proposal.direct,
                ":resolved": proposal.resolved,
                ":polarity": proposal.polarity,
                ":modality": proposal.modality,
                ":quote": proposal.quote,
                ":start_offset": proposal.start_offset,
                ":end_offset": proposal.end_offset,
                ":further": proposal.further,
            })
            .doing("store proposals")?;
    }
    log::append(connection, now, &Entry::Proposals(entry)).map(|_| true)
}

/// All sets, in the order of their numbers.
pub fn sets(connection: &Connection) -> Result<Vec<ProposalsEntry>> {
    let mut statement = connection.prepare(include_str!("store/sets.sql")).doing("read proposals")?;
    statement.query_map([], set).and_then(Iterator::collect).doing("read proposals")
}

/// The digest of the stored rows of a set, and how many there are.
pub fn digest_of_stored(connection: &Connection, set_id: i64) -> Result<(Hash, i64)> {
    let mut statement = connection.prepare_cached(include_str!("store/proposals.sql")).doing("read proposals")?;
    let mut rows = statement.query([set_id]).doing("read proposals")?;
    let (mut digest, mut count) = (Digest::default(), 0);
    while let Some(row) = rows.next().doing("read proposals")? {
        digest.add(&proposal(row).doing("read proposals")?);
        count += 1;
    }
    Ok((digest.finish(), count))
}

/// SHA-256 over proposals, each as a line of JSON with its columns in their order.
#[derive(Default)]
struct Digest(Sha256);

impl Digest {
    fn add(&mut self, proposal: &Proposal) {
        self.0.update(serde_json::to_string(proposal).unwrap_or_default());
        self.0.update(b"\n");
    }

    fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

fn set(row: &Row<'_>) -> rusqlite::Result<ProposalsEntry> {
    Ok(ProposalsEntry {
        set_id: row.get("set_id")?,
        capture_id: row.get("capture_id")?,
        proposed_by: row.get("proposed_by")?,
        sequence: row.get("sequence")?,
        origin: row.get("origin")?,
        file_sha256: row.get("file_sha256")?,
        text_sha256: row.get("text_sha256")?,
        proposals: row.get("proposals")?,
        digest: row.get("digest")?,
        imported_at: row.get("imported_at")?,
        tool: row.get("tool")?,
    })
}

fn proposal(row: &Row<'_>) -> rusqlite::Result<Proposal> {
    Ok(Proposal {
        kind: row.get("kind")?,
        measure: row.get("measure")?,
        event: row.get("event")?,
        low: row.get("low")?,
        high: row.get("high")?,
        qualifier: row.get("qualifier")?,
        unit: row.get("unit")?,
        counted_group: row.get("counted_group")?,
        actor: row.get("actor")?,
        target: row.get("target")?,
        relation: row.get("relation")?,
        date_from: row.get("date_from")?,
        date_to: row.get("date_to")?,
        place: row.get("place")?,
        source: row.get("source")?,
        via: row.get("via")?,
        cue: row.get("cue")?,
        direct: row.get("direct")?,
        resolved: row.get("resolved")?,
        polarity: row.get("polarity")?,
        modality: row.get("modality")?,
        quote: row.get("quote")?,
        start_offset: row.get("start_offset")?,
        end_offset: row.get("end_offset")?,
        further: row.get("further")?,
    })
}
