//! The file that articles were read out of: one row for each state in which it was met, and the log tells of it.

use rusqlite::{Connection, OptionalExtension as _, named_params};

use crate::Result;
use crate::capture::Container;
use crate::error::Doing as _;
use crate::log::entry::ContainerEntry;
use crate::log::{self, Entry};

/// The number of the container, new where it was not met in this state.
pub fn put(connection: &Connection, container: &Container, now: &str) -> Result<i64> {
    let sha256 = container.sha256.to_hex();
    let known = connection
        .prepare_cached(include_str!("find_container.sql"))
        .and_then(|mut statement| {
            let state = named_params! {":origin": container.origin, ":sha256": sha256};
            statement.query_row(state, |row| row.get("container_id")).optional()
        })
        .doing("look for a container")?;
    if let Some(container_id) = known {
        return Ok(container_id);
    }
    let mut entry = ContainerEntry {
        container_id: 0,
        origin: container.origin.clone(),
        container_kind: container.kind.clone(),
        byte_length: container.byte_length as i64,
        sha256,
        read_at: now.to_owned(),
        tool: crate::TOOL.to_owned(),
    };
    entry.container_id = connection
        .prepare_cached(include_str!("put_container.sql"))
        .and_then(|mut statement| {
            statement.query_row(
                named_params! {
                    ":origin": entry.origin,
                    ":kind": entry.container_kind,
                    ":byte_length": entry.byte_length,
                    ":sha256": entry.sha256,
                    ":read_at": entry.read_at,
                    ":tool": entry.tool,
                },
                |row| row.get("container_id"),
            )
        })
        .doing("store a container")?;
    let container_id = entry.container_id;
    log::append(connection, now, &Entry::Container(entry))?;
    Ok(container_id)
}
