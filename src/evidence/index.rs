//! The index of a package: which file holds what. It proves nothing; [`super::check`] takes from it only where to look.

use serde::{Deserialize, Serialize};

/// The file in a bag that holds the index.
pub const FILE: &str = "data/evidence.json";
/// What [`Index::format`] says.
pub const FORMAT: &str = "dossier evidence 1";

/// Where everything is. Paths begin at the top of the bag.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Index {
    /// [`FORMAT`].
    pub format: String,
    /// The program that made the package.
    pub tool: String,
    /// When it was made (UTC).
    pub made_at: String,
    /// The number of the capture that is proved.
    pub capture_id: i64,
    /// Its bytes as they were found.
    pub original: String,
    /// Its text.
    pub text: String,
    /// What the digest of its derivation is over.
    pub derived_rows: String,
    /// What is known about it.
    pub about: String,
    /// What it claims, or the one claim.
    pub claims: String,
    /// What people decided about these claims; none where nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decisions: Option<String>,
    /// All versions of the article.
    pub versions: String,
    /// The log entries.
    pub entries: Vec<EntryFiles>,
    /// The checkpoints.
    pub checkpoints: Vec<CheckpointFiles>,
}

/// A log entry and its proof.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EntryFiles {
    /// Its index in the log.
    pub entry: u64,
    /// Its body.
    pub body: String,
    /// C2SP tlog-proof.
    pub proof: String,
    /// The checkpoint to which the proof leads.
    pub checkpoint_id: i64,
}

/// A checkpoint.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CheckpointFiles {
    /// Its number in the archive.
    pub checkpoint_id: i64,
    /// The signed note.
    pub note: String,
    /// The hashes, one a line in Base 64, that show that it extends the checkpoint before it (RFC 6962, 2.1.2); of the
    /// first there is none.
    pub extends: Option<String>,
    /// The part of it that is signed, for openssl.
    pub signed_text: String,
    /// Who signed.
    pub signers: Vec<SignerFiles>,
    /// The timestamps.
    pub timestamps: Vec<TimestampFiles>,
}

/// A signature.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignerFiles {
    /// The key itself, as C2SP's signed-note has it.
    pub verifier_key: String,
    /// The same for openssl.
    pub pem: String,
    /// The signature's 64 bytes, for openssl.
    pub signature: String,
}

/// A timestamp.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TimestampFiles {
    /// The question to the authority.
    pub query: String,
    /// Its answer.
    pub response: String,
    /// Certificates, where they were kept.
    pub chain: Option<String>,
}
