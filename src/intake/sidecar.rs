//! The metadata file that may stand beside an article: `NAME.meta.json` beside `NAME`.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::capture::Metadata;

/// The ending of a sidecar's name.
pub const ENDING: &str = ".meta.json";

/// Where the sidecar of `path` would be.
pub fn path_for(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ENDING);
    PathBuf::from(name)
}

/// The sidecar of `path`, verbatim; `None` where there is none.
///
/// # Errors
/// A sentence that says what is wrong with it.
pub fn beside(path: &Path) -> Result<Option<String>, String> {
    let sidecar = path_for(path);
    match std::fs::read_to_string(&sidecar) {
        Ok(json) => match Metadata::from_json(&json) {
            Ok(_) => Ok(Some(json)),
            Err(reason) => Err(format!("its sidecar {} is unusable: {reason}", sidecar.display())),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("its sidecar {} cannot be read: {error}", sidecar.display())),
    }
}
