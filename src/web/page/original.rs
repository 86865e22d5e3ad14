//! The bytes of an article as they were found, to be kept in a file. Whatever they are, a browser neither shows nor runs them.

use crate::archive::Archive;
use crate::query::{article, version};
use crate::web::answer::Answer;
use crate::{Error, Result};

/// The download.
///
/// # Errors
/// [`Error::Unsound`] where the stored bytes do not have the hash under which they are stored: altered bytes are not handed out.
pub fn answer(archive: &Archive, sha256: &str) -> Result<Answer> {
    archive.read(|connection| {
        let rows = version::by_hash(connection, sha256)?;
        let Some(record) = rows.records().next() else { return Ok(super::failure::missing()) };
        let hash = record.text("sha256").unwrap_or_default();
        if record.integer("is_taken_down") == Some(1) {
            let refused = article::find_text(connection, hash).err();
            return Err(refused.unwrap_or_else(|| Error::Usage { what: "it was taken down".to_owned() }));
        }
        let bytes = version::bytes(connection, hash)?;
        let name = format!("{}.{}", hash.get(..12).unwrap_or(hash), ending(record.text("media_type")));
        Ok(Answer::download(&name, bytes))
    })
}

fn ending(media_type: Option<&str>) -> &'static str {
    match media_type {
        Some("text/html") => "html",
        Some("text/plain") => "txt",
        Some("text/markdown") => "md",
        Some("application/ld+json" | "application/json") => "json",
        _ => "bin",
    }
}
