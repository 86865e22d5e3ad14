//! What an entry of the log says: a JSON object that names every column of the row that it records.

use serde::{Deserialize, Serialize};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entry {
    /// An article's bytes were stored.
    Capture(CaptureEntry),
    /// Rows were derived from a capture.
    Derivation(DerivationEntry),
    /// A user's file of words was stored.
    Vocabulary(VocabularyEntry),
    /// Origins were read again.
    Reingest(ReingestEntry),
    /// An article was erased by order.
    Takedown(TakedownEntry),
    /// A file that holds articles was read.
    Container(ContainerEntry),
    /// What a tool proposed for an article was taken in.
    Proposals(ProposalsEntry),
    /// A person decided about a claim.
    Review(ReviewEntry),
    /// A person decided whether two names or two incidents are one.
    IdentityReview(IdentityReviewEntry),
}

/// All columns of a row of `captures`, with the identity of its article and the length of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaptureEntry {
    /// The capture's number.
    pub capture_id: i64,
    /// The identity of its article.
    pub article: String,
    /// Which version of the article it is.
    pub sequence: i64,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// How many bytes.
    pub byte_length: i64,
    /// Where they were found.
    pub origin: String,
    /// When they were read.
    pub retrieved_at: String,
    /// How they are read.
    pub media_type: String,
    /// What came beside them.
    pub given_metadata: Option<String>,
    /// The program that stored them.
    pub tool: String,
    /// The file that they were read out of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container_id: Option<i64>,
    /// What was recorded of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// All columns of a row of `containers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContainerEntry {
    /// The container's number.
    pub container_id: i64,
    /// Where the file was.
    pub origin: String,
    /// The word for what it is.
    pub container_kind: String,
    /// How many bytes.
    pub byte_length: i64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// When it was read.
    pub read_at: String,
    /// The program that read it.
    pub tool: String,
}

/// What was derived from a capture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DerivationEntry {
    /// The capture's number.
    pub capture_id: i64,
    /// The program and vocabulary that derived.
    pub extractor: String,
    /// The digest over the derived rows.
    pub digest: String,
}

/// All columns of a row of `vocabulary_sources`; the time is the entry's, the content is told by its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VocabularyEntry {
    /// The file's name without its ending.
    pub name: String,
    /// Which version of the file it is.
    pub version: i64,
    /// SHA-256 of the content.
    pub sha256: String,
    /// When it was stored.
    pub added_at: String,
    /// The program that stored it.
    pub tool: String,
}

/// Rows of `readings` that were stored together: a run of `reingest`, or a part of a long one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReingestEntry {
    /// The run.
    pub run: i64,
    /// The number of the first reading.
    pub first_reading_id: i64,
    /// The number of the last reading; there are none in between that are not of this entry.
    pub last_reading_id: i64,
    /// The digest over the rows.
    pub digest: String,
    /// The program that read.
    pub tool: String,
}

/// All columns of a row of `takedowns`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakedownEntry {
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// SHA-256 of the text, where one had been read.
    pub text_sha256: Option<String>,
    /// The order, in words.
    pub reason: String,
    /// Who ordered it.
    pub ordered_by: String,
    /// When it was done.
    pub taken_down_at: String,
    /// The program that did it.
    pub tool: String,
}

/// All columns of a row of `proposal_sets`; the proposals themselves are told by their digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalsEntry {
    /// The number of the set.
    pub set_id: i64,
    /// The version of the article that was read.
    pub capture_id: i64,
    /// The tool with its version.
    pub proposed_by: String,
    /// Which set of the tool for that version.
    pub sequence: i64,
    /// The file that they came in.
    pub origin: String,
    /// SHA-256 of that file.
    pub file_sha256: String,
    /// SHA-256 of the text.
    pub text_sha256: String,
    /// How many.
    pub proposals: i64,
    /// The digest over the rows.
    pub digest: String,
    /// When they were taken in.
    pub imported_at: String,
    /// The program that took them in.
    pub tool: String,
}

/// A row of `reviews`. What it says of the claim is told by its digest alone, so that the words of an article can be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewEntry {
    /// The review's number.
    pub review_id: i64,
    /// The claim.
    pub claim_key: String,
    /// SHA-256 of the bytes that the claim stands in.
    pub sha256: String,
    /// The word for what was decided.
    pub decision: String,
    /// The digest over the claim as the person left it, what the program had read, and the note.
    pub content_sha256: String,
    /// Who decided.
    pub reviewer: String,
    /// When.
    pub reviewed_at: String,
    /// The program that stored it.
    pub tool: String,
}

/// A row of `identity_reviews`, likewise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityReviewEntry {
    /// The review's number.
    pub identity_review_id: i64,
    /// The word for what was decided.
    pub decision: String,
    /// What the two are: place, person, body or incident.
    pub of: String,
    /// The digest over the two names and the note.
    pub content_sha256: String,
    /// Who decided.
    pub reviewer: String,
    /// When.
    pub reviewed_at: String,
    /// The program that stored it.
    pub tool: String,
}

#[derive(Serialize)]
struct Body<'a> {
    recorded_at: &'a str,
    #[serde(flatten)]
    entry: &'a Entry,
}

impl Entry {
    /// The word for its kind, a row of `log_kinds`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Capture(_) => "capture",
            Self::Derivation(_) => "derivation",
            Self::Vocabulary(_) => "vocabulary",
            Self::Reingest(_) => "reingest",
            Self::Takedown(_) => "takedown",
            Self::Container(_) => "container",
            Self::Proposals(_) => "proposals",
            Self::Review(_) => "review",
            Self::IdentityReview(_) => "identity_review",
        }
    }

    /// The JSON text that is hashed.
    pub fn body(&self, recorded_at: &str) -> String {
        serde_json::to_string(&Body { recorded_at, entry: self }).unwrap_or_default()
    }

    /// Reads a body; `None` where it is no entry that this program knows.
    pub fn from_body(body: &str) -> Option<Self> {
        serde_json::from_str(body).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_tells_the_whole_entry() {
        let entry = Entry::Derivation(DerivationEntry {
            capture_id: 7,
            extractor: "dossier 1".to_owned(),
            digest: "00".to_owned(),
        });
        let body = entry.body("2020-01-02T03:04:05Z");
        assert_eq!(
            body,
            r#"{"recorded_at":"2020-01-02T03:04:05Z","kind":"derivation","capture_id":7,"extractor":"dossier 1","digest":"00"}"#
        );
        assert_eq!(Entry::from_body(&body), Some(entry));
        assert_eq!(Entry::from_body("{}"), None);
    }
}
