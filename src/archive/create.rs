//! Making a new archive. It is made whole under another name and then put in its place, so that a program killed
//! half-way never leaves an empty or unfinished archive behind.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::inspect::name_failure;
use super::{pragmas, schema, seals, vocabulary};
use crate::vocabulary as words;
use crate::vocabulary::user::UserFile;
use crate::{Error, Result};

/// Makes an archive at `path` where nothing is, with a user's words added to the program's own.
pub fn where_missing(path: &Path, added: &[UserFile]) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        return Err(Error::FolderMissing { path: folder.to_owned() });
    }
    words::check(added)?;
    words::install(added)?;
    let unfinished = unfinished_name(path);
    let _ = fs::remove_file(&unfinished);
    let made = make(&unfinished, path).and_then(|()| put_in_place(&unfinished, path)).map(drop);
    let _ = fs::remove_file(&unfinished);
    made
}

/// A new archive in memory.
pub fn in_memory(path: &Path) -> Result<Connection> {
    let mut connection =
        Connection::open_in_memory().map_err(|error| name_failure(path, "open a database in memory", error))?;
    fill(&mut connection, path)?;
    Ok(connection)
}

fn make(unfinished: &Path, path: &Path) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(unfinished, flags)
        .map_err(|error| name_failure(path, "create the archive", error))?;
    fill(&mut connection, path)?;
    connection.close().map_err(|(_, error)| name_failure(path, "create the archive", error))
}

fn fill(connection: &mut Connection, path: &Path) -> Result<()> {
    pragmas::set_for_writing(connection).map_err(|error| name_failure(path, "set up the connection", error))?;
    schema::migrate(connection, path)?;
    vocabulary::refresh(connection)
        .and_then(|()| seals::seal_all(connection))
        .map_err(|error| super::inspect::name_cause(path, error))
}

/// Never replaces what another program put there in the meantime: then that is the archive, and the answer is `false`.
pub fn put_in_place(unfinished: &Path, path: &Path) -> Result<bool> {
    match fs::hard_link(unfinished, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        // Some file systems know no hard links.
        Err(_) => fs::rename(unfinished, path)
            .map_err(|source| Error::OpenArchive { path: path.to_owned(), source: Box::new(source) }),
        Ok(()) => Ok(()),
    }?;
    sync_folder(path).map(|()| true)
}

/// The name of a new file is on the disk only when its folder is.
fn sync_folder(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Systems on which a folder cannot be opened keep the name by themselves.
    let Ok(folder) = fs::File::open(folder) else { return Ok(()) };
    folder.sync_all().map_err(|source| Error::OpenArchive { path: path.to_owned(), source: Box::new(source) })
}

/// The name of a file that is not whole yet.
pub fn unfinished_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".new-{}", std::process::id()));
    path.with_file_name(name)
}
