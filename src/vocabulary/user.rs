//! The files of words that a user adds: read from a folder, or kept in an archive. They have the names, headings and
//! columns of the built-in ones and hold only the rows that are new or other.

use std::fs;
use std::path::Path;

use super::{FILES, check};
use crate::folder::list;
use crate::{Error, Result};

/// A user's file of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserFile {
    /// The name of the built-in file that it adds to, without ending: `measures`, `events`, …
    pub name: String,
    /// The whole file.
    pub content: String,
    /// Where it is, for messages.
    pub location: String,
}

/// What is wrong with a user's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The name of the file.
    pub name: String,
    /// "floods/measures.tsv, line 4".
    pub location: String,
    /// What is wrong there.
    pub reason: String,
    /// What would be right.
    pub remedy: String,
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Vocabulary { location: fault.location, reason: fault.reason, remedy: fault.remedy }
    }
}

/// Reads all vocabulary files of a folder, in the order of their names. Hidden files and `README`s are left alone; any
/// other file must have the name of a built-in one.
pub fn read_folder(folder: &Path) -> Result<Vec<UserFile>> {
    let failed = |source| Error::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in list(folder).map_err(failed)? {
        let path = folder.join(&entry.name);
        let file_name = entry.name.to_string_lossy().into_owned();
        if file_name.starts_with('.') || file_name.starts_with("README") {
            continue;
        }
        let location = path.display().to_string();
        let name = file_name.strip_suffix(".tsv").filter(|name| FILES.iter().any(|file| file.name == *name));
        let Some(name) = name else { return Err(unknown_file(&location).into()) };
        let bytes = fs::read(&path).map_err(|source| Error::Read { path: path.clone(), source })?;
        let Ok(content) = String::from_utf8(bytes) else { return Err(not_utf8(name, location).into()) };
        files.push(UserFile { name: name.to_owned(), content, location });
    }
    if files.is_empty() {
        return Err(Fault {
            name: String::new(),
            location: folder.display().to_string(),
            reason: "no vocabulary file is in this folder".to_owned(),
            remedy: format!("it may hold {}", names()),
        }
        .into());
    }
    Ok(files)
}

/// The files of a folder, checked against the built-in ones.
pub fn checked_folder(folder: &Path) -> Result<Vec<UserFile>> {
    let files = read_folder(folder)?;
    check(&files)?;
    Ok(files)
}

/// `kept`, where `added` has no file of the same name, and `added`; in the order of their names.
pub fn together(kept: Vec<UserFile>, added: &[UserFile]) -> Vec<UserFile> {
    let is_replaced = |file: &UserFile| added.iter().any(|other| other.name == file.name);
    let mut files: Vec<UserFile> = kept.into_iter().filter(|file| !is_replaced(file)).collect();
    files.extend_from_slice(added);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

fn unknown_file(location: &str) -> Fault {
    Fault {
        name: String::new(),
        location: location.to_owned(),
        reason: "there is no vocabulary file of this name".to_owned(),
        remedy: format!("it may be {}", names()),
    }
}

fn not_utf8(name: &str, location: String) -> Fault {
    Fault {
        name: name.to_owned(),
        location,
        reason: "the file is not UTF-8 text".to_owned(),
        remedy: "save it as UTF-8, with tabs between the columns".to_owned(),
    }
}

/// The names that a user's file may have.
fn names() -> String {
    let names = FILES.iter().map(|file| file.name).filter(|name| !check::CLOSED.contains(name));
    let mut names: Vec<String> = names.map(|name| format!("{name}.tsv")).collect();
    names.sort();
    names.join(", ")
}
