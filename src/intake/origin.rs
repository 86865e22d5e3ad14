//! Where an article was found, written so that an archive and its folder can be moved together.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// Writes origins.
pub struct Origins {
    folder: PathBuf,
}

impl Origins {
    /// Relative to `archive_folder` for what lies inside it.
    pub fn new(archive_folder: &Path) -> Self {
        let named = if archive_folder.as_os_str().is_empty() { Path::new(".") } else { archive_folder };
        Self { folder: named.canonicalize().unwrap_or_else(|_| named.to_owned()) }
    }

    /// The origin of a file that exists: relative to the archive's folder with `/` between the parts, otherwise absolute.
    pub fn of(&self, path: &Path) -> io::Result<String> {
        let path = path.canonicalize()?;
        Ok(readable(path.strip_prefix(&self.folder).unwrap_or(&path)))
    }

    /// Where the file of an origin is, or was.
    pub fn path_of(&self, origin: &str) -> PathBuf {
        let path = self.folder.join(origin);
        // A file may have such a name in earnest.
        if path.symlink_metadata().is_ok() { path } else { self.folder.join(unreadable(origin)) }
    }
}

/// The inverse of [`readable`].
#[cfg(unix)]
fn unreadable(origin: &str) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    let mut bytes = Vec::with_capacity(origin.len());
    let mut rest = origin;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend_from_slice(before.as_bytes());
        if let Some(byte) = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.extend_from_slice(b"\\x");
            rest = after;
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    std::ffi::OsString::from_vec(bytes).into()
}

/// Elsewhere names are text.
#[cfg(not(unix))]
fn unreadable(origin: &str) -> PathBuf {
    origin.into()
}

/// The path as text. Bytes that are no UTF-8 are written as `\xE9`, so that two such names do not become one.
fn readable(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_the_folder_is_relative() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("reports");
        std::fs::create_dir(&inside).unwrap();
        std::fs::write(inside.join("a.txt"), "a").unwrap();
        assert_eq!(Origins::new(folder.path()).of(&inside.join("../reports/a.txt")).unwrap(), "reports/a.txt");
        let absolute = inside.join("a.txt").canonicalize().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        assert_eq!(Origins::new(elsewhere.path()).of(&inside.join("a.txt")).unwrap(), absolute.to_str().unwrap());
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_told_apart() {
        use std::os::unix::ffi::OsStrExt as _;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"caf\xE9.txt"));
        assert_eq!(readable(path), "caf\\xE9.txt");
        assert_eq!(unreadable("caf\\xE9.txt"), path);
        assert_eq!(unreadable("a\\xb"), Path::new("a\\xb"));
    }
}
