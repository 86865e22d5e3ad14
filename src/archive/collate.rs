//! Keeping names, incidents and copies true to mentions, claims and texts. Only the sounds, places and texts that new articles touch are
//! looked at, and of those no more than has changed, so that a few articles more are cheap in a large archive; the result
//! is the same whatever the order in which articles came.

pub mod copies;
pub mod incidents;
pub mod names;

use rusqlite::Connection;

use crate::Result;
use crate::error::Doing as _;

/// Takes new captures into names, incidents and copies. To be called once for each of them, in the transaction that derived it.
pub fn add(connection: &Connection, capture_ids: &[i64]) -> Result<()> {
    let counted = names::met_in(connection, capture_ids)?;
    let respelled = names::add(connection, &counted)?;
    incidents::renew(connection, &respelled)?;
    incidents::add(connection, capture_ids, &respelled)?;
    copies::add(connection, capture_ids)
}

/// Makes all names, incidents and copies anew.
pub fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("collate/clear.sql")).doing("clear names and incidents")?;
    let counted = names::met_anywhere(connection)?;
    names::add(connection, &counted)?;
    incidents::renew(connection, &names::all_places(connection)?)?;
    copies::rebuild(connection)
}
