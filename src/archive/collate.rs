//! Keeping names, incidents and copies true to mentions, claims and texts. Only the sounds, places and texts that new articles
//! touch are looked at, and of those no more than has changed, so that a few articles more are cheap in a large archive; the
//! result is the same whatever the order in which articles came.

pub mod copies;
pub mod incidents;
pub mod names;

use rusqlite::Connection;

use super::store;
use crate::Result;
use crate::error::Doing as _;

/// A capture that is new.
pub struct New {
    /// Its number.
    pub capture_id: i64,
    /// What its text gives to find copies by.
    pub print: copies::Print,
}

/// What is kept in mind from one transaction to the next while one program adds to an archive. To be dropped where one fails.
#[derive(Default)]
pub struct Collation {
    copies: copies::Common,
}

impl Collation {
    /// Takes new captures into names, incidents, copies and the full-text index. To be called once for each of them, in the
    /// transaction that derived it.
    pub fn add(&mut self, connection: &Connection, new: Vec<New>) -> Result<()> {
        let capture_ids: Vec<i64> = new.iter().map(|new| new.capture_id).collect();
        store::index_texts(connection, &new)?;
        let counted = names::met_in(connection, &capture_ids)?;
        let respelled = names::add(connection, &counted)?;
        incidents::renew(connection, &respelled)?;
        incidents::add(connection, &capture_ids, &respelled)?;
        copies::add(connection, new, &mut self.copies)
    }
}

/// Makes all names, incidents and copies anew.
pub fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("collate/clear.sql")).doing("clear names and incidents")?;
    let counted = names::met_anywhere(connection)?;
    names::add(connection, &counted)?;
    incidents::renew(connection, &names::all_places(connection)?)?;
    copies::rebuild(connection)
}
