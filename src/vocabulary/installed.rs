//! The vocabulary of this process: the built-in files and a user's, put together when a word is first looked up. It is one
//! for the whole process and never changes once it was read, because the indexes over it are made once too.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::check::usable;
use super::merge::merge;
use super::user::UserFile;
use super::{FILES, VocabularyFile};
use crate::{Error, Result};

static USER_FILES: Mutex<Vec<UserFile>> = Mutex::new(Vec::new());
static FILES_IN_USE: OnceLock<Vec<VocabularyFile>> = OnceLock::new();

/// Sets the user's files, all of them: earlier ones are forgotten. Nothing is read yet.
///
/// # Errors
/// [`Error::VocabularyInUse`] where words were already looked up in another vocabulary.
pub fn install(user_files: &[UserFile]) -> Result<()> {
    let mut installed = USER_FILES.lock().unwrap_or_else(PoisonError::into_inner);
    let is_same = |one: &UserFile, other: &UserFile| one.name == other.name && one.content == other.content;
    if installed.len() == user_files.len() && installed.iter().zip(user_files).all(|(one, other)| is_same(one, other)) {
        return Ok(());
    }
    if FILES_IN_USE.get().is_some() {
        return Err(Error::VocabularyInUse);
    }
    user_files.clone_into(&mut installed);
    Ok(())
}

/// The files in use: the built-in ones with the user's rows.
pub fn files() -> &'static [VocabularyFile] {
    if let Some(files) = FILES_IN_USE.get() {
        return files;
    }
    // Held until the files are there, so that nobody installs others in between.
    let installed = USER_FILES.lock().unwrap_or_else(PoisonError::into_inner);
    FILES_IN_USE.get_or_init(|| {
        let user_files = usable(installed.clone());
        let added_to = |file: &VocabularyFile| user_files.iter().find(|added| added.name == file.name);
        let together = |file: &VocabularyFile| match added_to(file) {
            Some(added) => merge(file, &added.content),
            None => file.clone(),
        };
        FILES.iter().map(together).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_were_read_stay_as_they_are() {
        let count = files().len();
        let content = "measure\tmeaning\nlost_boats\tboats lost\n".to_owned();
        let other = UserFile { name: "measures".to_owned(), content, location: "measures.tsv".to_owned() };
        assert!(matches!(install(&[other]), Err(Error::VocabularyInUse)));
        assert!(install(&[]).is_ok(), "the same words may be set again");
        assert_eq!(files().len(), count);
    }
}
