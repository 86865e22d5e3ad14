//! What a verification finds wrong.

use std::collections::BTreeMap;
use std::fmt;

/// How many findings of one code are kept one by one; the rest is only counted.
pub const LISTED: usize = 100;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// What it was found in, down to the column.
    pub object: String,
    /// What should be there; `None` where nothing should.
    pub expected: Option<String>,
    /// What is there; `None` where nothing is.
    pub actual: Option<String>,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $remedy:literal;)*) => {
        /// The kinds of findings. The words are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable word for it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// What to do about it.
            pub fn remedy(self) -> &'static str {
                match self {
                    $(Self::$variant => $remedy,)*
                }
            }
        }
    };
}

codes! {
    /// SQLite itself finds the file damaged.
    FileDamaged = "file-damaged", "restore the file from a copy, or ingest the articles into a new archive";
    /// A row refers to one that is not there.
    ReferenceDangling = "reference-dangling", "restore the removed row from a copy; for derived tables run `dossier rebuild`";
    /// A table, view or index is not as the migrations make it.
    SchemaAltered = "schema-altered", "compare with a copy; ingest the articles into a new archive if in doubt";
    /// A table, view or index is not there.
    SchemaMissing = "schema-missing", "restore the file from a copy, or ingest the articles into a new archive";
    /// A table, view, index or trigger was added.
    SchemaStray = "schema-stray", "find out who added it and remove it; a trigger changes data whenever dossier writes";
    /// A row of a vocabulary table or of the list of contents differs from the program's own.
    VocabularyAltered = "vocabulary-altered", "run `dossier rebuild`, which fills the table again";
    /// A user's file of words is not what the log says.
    VocabularySourceAltered = "vocabulary-source-altered", "give the original file again with `dossier rebuild --vocabulary FOLDER`: it takes the place of the altered one";
    /// The log tells of a user's file of words that is gone.
    VocabularySourceMissing = "vocabulary-source-missing", "restore the row from a copy; what was derived with these words cannot be made again without";
    /// The log does not tell of a user's file of words.
    VocabularySourceUnlogged = "vocabulary-source-unlogged", "find out who added the row; dossier logs every file of words";
    /// Stored bytes are not what their hash says.
    BlobAltered = "blob-altered", "ingest the original file again: the same bytes take the place of the damaged ones";
    /// A capture's bytes are gone.
    BlobMissing = "blob-missing", "ingest the original file again, or restore the bytes from a copy";
    /// Bytes that no capture refers to.
    BlobStray = "blob-stray", "find out where it came from; no article refers to it";
    /// A capture's row is not what the log says.
    CaptureAltered = "capture-altered", "restore the row from what the log says, which is given as expected";
    /// The log tells of a capture that is gone.
    CaptureMissing = "capture-missing", "restore the row from a copy; ingesting the file again stores it anew, but the loss stays on record";
    /// The log does not tell of a capture.
    CaptureUnlogged = "capture-unlogged", "find out who added the row or cut the log; dossier logs every capture";
    /// An article without versions.
    ArticleStray = "article-stray", "find out who removed its versions or added it";
    /// A log entry's hash or columns do not fit its body.
    LogAltered = "log-altered", "restore the log entry from a copy";
    /// A log entry is gone.
    LogGap = "log-gap", "restore the log entry from a copy";
    /// The log is shorter than it was.
    LogShortened = "log-shortened", "restore the archive from a copy that is not older than the check";
    /// The log's root is not what it was.
    LogRewritten = "log-rewritten", "restore the archive from a copy made before the log was rewritten";
    /// A stored checkpoint is not what its keys signed.
    CheckpointAltered = "checkpoint-altered", "restore the row from a copy, or compare it with the checkpoint as it was published";
    /// The log does not extend a checkpoint.
    CheckpointContradicted = "checkpoint-contradicted", "this is an older copy, or its past was rewritten: keep it as evidence, and restore a copy that extends the checkpoint";
    /// A checkpoint from elsewhere is not signed by the keys that are trusted.
    CheckpointUntrusted = "checkpoint-untrusted", "get the checkpoint and the key again from where their owner publishes them";
    /// A timestamp is not of its checkpoint, or not what was asked for.
    TimestampAltered = "timestamp-altered", "restore the row from a copy; where the authority's response was kept, compare it";
    /// A document's row differs from what its bytes give.
    DocumentAltered = "document-altered", "run `dossier rebuild`";
    /// A document is gone.
    DocumentMissing = "document-missing", "run `dossier rebuild`";
    /// The bytes of a capture cannot be read as a document.
    DocumentUnreadable = "document-unreadable", "verify with the dossier that stored it";
    /// A sentence's row differs.
    SentenceAltered = "sentence-altered", "run `dossier rebuild`";
    /// A sentence is gone.
    SentenceMissing = "sentence-missing", "run `dossier rebuild`";
    /// A sentence that the text does not give.
    SentenceStray = "sentence-stray", "run `dossier rebuild`";
    /// A claim's row differs.
    ClaimAltered = "claim-altered", "run `dossier rebuild`";
    /// A claim is gone.
    ClaimMissing = "claim-missing", "run `dossier rebuild`";
    /// A claim that the text does not give.
    ClaimStray = "claim-stray", "run `dossier rebuild`";
    /// A mention's row differs.
    MentionAltered = "mention-altered", "run `dossier rebuild`";
    /// A mention is gone.
    MentionMissing = "mention-missing", "run `dossier rebuild`";
    /// A mention that the text does not give.
    MentionStray = "mention-stray", "run `dossier rebuild`";
    /// The rows derived by another version of the program are not those that it logged.
    RowsAltered = "rows-altered", "run `dossier rebuild`";
    /// The row that says how a capture was derived differs from the log.
    DerivationAltered = "derivation-altered", "run `dossier rebuild`";
    /// There is no row that says how a capture was derived.
    DerivationMissing = "derivation-missing", "run `dossier rebuild`";
    /// The log does not tell how a capture was derived.
    DerivationUnlogged = "derivation-unlogged", "run `dossier rebuild`, which logs it";
    /// A name or spelling differs from what the mentions give.
    NameAltered = "name-altered", "run `dossier rebuild`";
    /// A name or spelling is gone.
    NameMissing = "name-missing", "run `dossier rebuild`";
    /// A name or spelling that no article has.
    NameStray = "name-stray", "run `dossier rebuild`";
    /// An incident differs from what the claims give.
    IncidentAltered = "incident-altered", "run `dossier rebuild`";
    /// An incident is gone.
    IncidentMissing = "incident-missing", "run `dossier rebuild`";
    /// An incident that no claims make.
    IncidentStray = "incident-stray", "run `dossier rebuild`";
    /// A row of `containers` is not what the log says.
    ContainerAltered = "container-altered", "restore the row from what the log says, which is given as expected";
    /// The log tells of a container that is gone.
    ContainerMissing = "container-missing", "restore the row from what the log says, which is given as expected";
    /// A row of `containers` that the log does not tell of.
    ContainerUnlogged = "container-unlogged", "find out who added the row; dossier logs every file that it reads articles out of";
    /// What is known of copies differs from what the texts give.
    CopyAltered = "copy-altered", "run `dossier rebuild`";
    /// What is known of a copy is gone.
    CopyMissing = "copy-missing", "run `dossier rebuild`";
    /// A copy that the texts do not make.
    CopyStray = "copy-stray", "run `dossier rebuild`";
    /// A row of takedowns is not what the log says.
    TakedownAltered = "takedown-altered", "restore the row from what the log says, which is given as expected";
    /// The log tells of a takedown whose row is gone.
    TakedownMissing = "takedown-missing", "restore the row from what the log says; the article stays erased";
    /// The log does not tell of a takedown.
    TakedownUnlogged = "takedown-unlogged", "find out who added the row; a takedown that is not in the log excuses nothing";
    /// Bytes or rows of an article that was taken down are there again.
    TakedownUndone = "takedown-undone", "run `dossier takedown` on the article again, and find out who put it back";
    /// What a tool proposed is not what the log says.
    ProposalAltered = "proposal-altered", "restore the rows from a copy, or import the tool's file again; the archive's own reading is not concerned";
    /// The log tells of a set of proposals that is gone.
    ProposalMissing = "proposal-missing", "restore the rows from a copy, or import the tool's file again";
    /// The log does not tell of a set of proposals.
    ProposalUnlogged = "proposal-unlogged", "find out who added the rows; dossier logs every set that it takes in";
    /// The readings of origins are not what the log says.
    ReadingAltered = "reading-altered", "restore the rows of readings from a copy; what was captured is not concerned";
    /// The log does not tell of a reading.
    ReadingUnlogged = "reading-unlogged", "find out who added the row; dossier logs every reading of an origin";
    /// What a person decided is not what the log says.
    ReviewAltered = "review-altered", "restore the row from a copy; the log proves who decided what kind of thing, when";
    /// The log tells of a decision whose row is gone.
    ReviewMissing = "review-missing", "restore the row from a copy; the log proves who decided what kind of thing, when";
    /// The log does not tell of a decision.
    ReviewUnlogged = "review-unlogged", "find out who added the row; dossier logs every decision";
    /// The full-text index does not fit the texts.
    SearchIndexStale = "search-index-stale", "run `dossier rebuild`";
    /// A row that is no part of the log is not as dossier wrote it.
    RecordAltered = "record-altered", "restore the row from a copy; articles and claims do not depend on it";
    /// A row that is no part of the log is gone.
    RecordMissing = "record-missing", "restore the row from a copy; articles and claims do not depend on it";
    /// A row was not written by dossier.
    RecordUnsealed = "record-unsealed", "find out who added the row; dossier seals every row that it writes";
    /// A seal does not fit the one before.
    SealAltered = "seal-altered", "restore the row from a copy; articles and claims do not depend on it";
}

/// How bad a finding is. The worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What cannot be made again is altered, gone, or not vouched for by the log.
    Critical,
    /// The file or its records are not as dossier left them; whether evidence is touched is told by other findings.
    Serious,
    /// What is derived is not what the bytes give: it can be made again.
    Repairable,
}

impl Severity {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Critical, Self::Serious, Self::Repairable];

    /// The stable word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::Serious => "serious",
            Self::Repairable => "repairable",
        }
    }

    /// What it means and what to do first.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Critical => {
                "evidence is altered, gone or not vouched for: keep this file as it is, and compare it with a backup"
            }
            Self::Serious => {
                "the file or its records were damaged or changed by something else than dossier: keep a copy before you mend it"
            }
            Self::Repairable => {
                "derived rows differ from what the stored bytes give: the evidence is not touched, and they can be made again"
            }
        }
    }
}

impl Code {
    /// How bad it is. What `rebuild` mends is derived; a code that is not named here is about evidence.
    pub fn severity(self) -> Severity {
        match self {
            Self::FileDamaged
            | Self::ReferenceDangling
            | Self::SchemaAltered
            | Self::SchemaMissing
            | Self::SchemaStray
            | Self::BlobStray
            | Self::ArticleStray
            | Self::DocumentUnreadable
            | Self::RecordAltered
            | Self::RecordMissing
            | Self::RecordUnsealed
            | Self::SealAltered => Severity::Serious,
            code if code.remedy().starts_with("run `dossier rebuild`") => Severity::Repairable,
            _ => Severity::Critical,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// All findings of a run: the first of each code one by one, all of them counted.
#[derive(Debug, Default)]
pub struct Findings {
    listed: Vec<Finding>,
    counts: BTreeMap<Code, usize>,
}

impl Findings {
    /// Adds one.
    pub fn add(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code).or_default();
        *count += 1;
        if *count <= LISTED {
            self.listed.push(finding);
        }
    }

    /// Those that are kept one by one, in the order in which they were found.
    pub fn listed(&self) -> &[Finding] {
        &self.listed
    }

    /// The same by severity, the worst first.
    pub fn by_severity(&self) -> impl Iterator<Item = (Severity, Vec<&Finding>)> {
        Severity::ALL.into_iter().filter_map(|severity| {
            let found: Vec<_> = self.listed.iter().filter(|finding| finding.code.severity() == severity).collect();
            (!found.is_empty()).then_some((severity, found))
        })
    }

    /// How many there are of each code.
    pub fn counts(&self) -> &BTreeMap<Code, usize> {
        &self.counts
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether there is one with any of these codes.
    pub fn has(&self, codes: &[Code]) -> bool {
        codes.iter().any(|code| self.counts.contains_key(code))
    }
}

/// A text short enough to be read in a list.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Two texts that differ, cut down to where they first do.
pub fn around_difference(expected: &str, actual: &str) -> (String, String) {
    const BEFORE: usize = 30;
    let same = expected.chars().zip(actual.chars()).take_while(|(one, other)| one == other).count();
    let skipped = same.saturating_sub(BEFORE);
    let cut = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        let rest = shortened(&rest);
        if skipped > 0 { format!("…{rest}") } else { rest }
    };
    (cut(expected), cut(actual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_where_they_differ() {
        let text = "A quiet street, and then another quiet street, and 13 lamps.";
        let (expected, actual) = around_difference(text, &text.replace("13", "19"));
        assert!(expected.starts_with('…') && expected.ends_with("13 lamps.") && expected.len() < text.len());
        assert!(actual.ends_with("19 lamps."));
        assert_eq!(around_difference("a", "b"), ("a".to_owned(), "b".to_owned()));
    }

    #[test]
    fn much_damage_is_counted_and_not_listed_in_full() {
        let mut findings = Findings::default();
        for number in 0..LISTED + 50 {
            let object = number.to_string();
            findings.add(Finding { code: Code::ClaimMissing, object, expected: None, actual: None });
        }
        assert_eq!((findings.listed().len(), findings.count()), (LISTED, LISTED + 50));
    }

    #[test]
    fn codes_are_stable_words() {
        let names: std::collections::BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(names.iter().all(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')));
    }
}
