//! Keeping names and incidents true to mentions and claims. Only the sounds and places that new articles touch are
//! looked at, and of those no more than has changed, so that a few articles more are cheap in a large archive; the result
//! is the same whatever the order in which articles came.

pub mod incidents;
pub mod names;

use rusqlite::Connection;

use crate::Result;
use crate::error::Doing as _;

/// Takes new captures into names and incidents. To be called once for each of them, in the transaction that derived it.
pub fn add(connection: &Connection, capture_ids: &[i64]) -> Result<()> {
    let counted = names::met_in(connection, capture_ids)?;
    let respelled = names::add(connection, &counted)?;
    incidents::renew(connection, &respelled)?;
    incidents::add(connection, capture_ids, &respelled)
}

/// Makes all names and incidents anew.
pub fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("collate/clear.sql")).doing("clear names and incidents")?;
    let counted = names::met_anywhere(connection)?;
    names::add(connection, &counted)?;
    incidents::renew(connection, &names::all_places(connection)?)
}
