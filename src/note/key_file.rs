//! Private keys in files: readable by their owner alone, and never overwritten, because a key that is gone cannot be made
//! again.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::{SigningKey, VerifierKey};
use crate::{Error, Result};

/// Writes a private key into a new file.
pub fn write_new(path: &Path, key: &SigningKey) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        writeln!(file, "{}", key.to_secret_text())?;
        file.sync_all()
    });
    written.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => Error::FileExists {
            path: path.to_owned(),
            remedy: "a key is never overwritten, because what it signed could not be told from forgeries by a new one; name another file",
        },
        _ => Error::WriteFile { path: path.to_owned(), source },
    })
}

/// Reads a private key.
pub fn read(path: &Path) -> Result<SigningKey> {
    let text = text(path)?;
    text.parse().map_err(|reason| Error::NotAsGiven {
        path: path.to_owned(),
        reason: format!("holds no private key: {reason}"),
        remedy: "make one with `dossier key generate NAME FILE`",
    })
}

/// Reads a verifier key, which is given as itself or as a file that holds it; a file with the private key will do too.
pub fn verifier(given: &str) -> Result<VerifierKey> {
    let path = Path::new(given);
    if !path.is_file() {
        let what = |reason| Error::Usage { what: format!("{given:?} is neither a file nor a verifier key: {reason}") };
        return given.parse().map_err(what);
    }
    let text = text(path)?;
    if let Ok(private) = text.parse::<SigningKey>() {
        return Ok(private.verifier());
    }
    text.trim().parse().map_err(|reason| Error::NotAsGiven {
        path: path.to_owned(),
        reason: format!("holds no verifier key: {reason}"),
        remedy: "`dossier key show FILE` prints the verifier key that belongs to a private key",
    })
}

/// Whether others than its owner can read or change a file that holds a private key.
#[cfg(unix)]
pub fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

/// Whether others than its owner can read or change a file that holds a private key.
#[cfg(not(unix))]
pub fn is_open_to_others(_: &Path) -> bool {
    false
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|source| Error::Read { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_from_others_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.key");
        let key = SigningKey::from_seed("desk.example", [1; 32]);
        write_new(&path, &key).unwrap();
        assert!(!is_open_to_others(&path));
        assert_eq!(read(&path).unwrap().verifier(), key.verifier());
        let refused = write_new(&path, &SigningKey::from_seed("desk.example", [2; 32]));
        assert!(matches!(refused, Err(Error::FileExists { .. })));
        assert_eq!(read(&path).unwrap().verifier(), key.verifier());
    }

    #[test]
    fn a_verifier_key_is_taken_as_text_or_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let key = SigningKey::from_seed("desk.example", [1; 32]);
        let public = folder.path().join("desk.vkey");
        fs::write(&public, format!("{}\n", key.verifier())).unwrap();
        let private = folder.path().join("desk.key");
        write_new(&private, &key).unwrap();
        for given in [key.verifier().to_string().as_str(), public.to_str().unwrap(), private.to_str().unwrap()] {
            assert_eq!(verifier(given).unwrap(), key.verifier(), "{given}");
        }
        assert!(matches!(verifier("nowhere.vkey"), Err(Error::Usage { .. })));
        assert!(read(&public).is_err());
    }
}
