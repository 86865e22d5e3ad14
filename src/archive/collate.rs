//! Keeping names and incidents true to mentions and claims. Only the sounds and places that new articles touch are
//! grouped again, so that a few articles more are cheap in a large archive; and because grouping a sound or a place
//! looks at all of it, the result is the same whatever the order in which articles came.

pub mod incidents;
pub mod names;

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::Result;
use crate::error::Doing as _;
use incidents::Change;

/// Takes new captures into names and incidents. To be called once for each of them, in the transaction that derived it.
pub fn add(connection: &Connection, capture_ids: &[i64]) -> Result<()> {
    let counted = names::met_in(connection, capture_ids)?;
    let mut places = names::add(connection, &counted)?;
    for capture_id in capture_ids {
        places.extend(incidents::places_of(connection, *capture_id)?);
    }
    refresh_places(connection, &places)
}

/// Makes all names and incidents anew.
pub fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("collate/clear.sql")).doing("clear names and incidents")?;
    let counted = names::met_anywhere(connection)?;
    let mut places = names::add(connection, &counted)?;
    places.extend(names::all_places(connection)?);
    refresh_places(connection, &places)
}

fn refresh_places(connection: &Connection, places: &BTreeSet<String>) -> Result<()> {
    let changes = places.iter().map(|place| Change::of(connection, place)).collect::<Result<Vec<_>>>()?;
    changes.iter().try_for_each(|change| change.remove(connection))?;
    changes.iter().try_for_each(|change| change.add(connection))
}
