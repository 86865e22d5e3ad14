//! What one capture gives: its document, its analysis, and the rows that hold them. Pure: ingest and verify both call
//! this, so that verify is ingest run again.

use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;

use crate::analysis::date::{DateSpan, PartialDate};
use crate::analysis::{self, Analysis, Claim};
use crate::capture::Capture;
use crate::collation::comparison;
use crate::collation::copies::Sketch;
use crate::document::{self, Document, NotAnalysed};
use crate::hash::Hash;
use crate::span::CodePoints;
use crate::vocabulary;

use super::derived::{Cell, Cells, Rows};

/// A capture, read.
pub struct Derivation {
    /// Its document.
    pub document: Document,
    /// What was found in it.
    pub analysis: Analysis,
    capture_sha256: Hash,
}

/// Reads a capture.
///
/// # Errors
/// A sentence that says why its bytes are no article.
pub fn derive(capture: &Capture) -> Result<Derivation, String> {
    derive_all(&[capture], |derivation| derivation).pop().unwrap_or_else(fault)
}

/// Reads captures, each for itself, and keeps of each what `keep` makes of it. Some [`crate::extract::TOGETHER`] at once are
/// read faster than one after the other.
pub fn derive_all<T>(captures: &[&Capture], keep: impl Fn(Derivation) -> T + Copy) -> Vec<Result<T, String>> {
    // A fault of this program that one article brings out must not cost the others.
    match panic::catch_unwind(AssertUnwindSafe(|| read_all(captures, keep))) {
        Ok(kept) => kept,
        Err(_) if captures.len() > 1 => captures.iter().flat_map(|capture| derive_all(&[*capture], keep)).collect(),
        Err(_) => vec![fault()],
    }
}

fn fault<T>() -> Result<T, String> {
    Err("it brought out a fault of dossier; please report it".to_owned())
}

fn read_all<T>(captures: &[&Capture], keep: impl Fn(Derivation) -> T) -> Vec<Result<T, String>> {
    let documents: Vec<Result<Document, String>> = captures.iter().map(|capture| document::read(capture)).collect();
    let mut analyses = analysis::analyse_all(&documents.iter().flatten().collect::<Vec<_>>()).into_iter();
    let mut derivation = |(capture, document): (&&Capture, Result<Document, String>)| {
        let document = document?;
        let found = analyses.next().unwrap_or_default();
        Ok(keep(Derivation { document, analysis: found, capture_sha256: capture.sha256 }))
    };
    captures.iter().zip(documents).map(&mut derivation).collect()
}

/// Which program and vocabulary derive: `dossier 0.1.0, vocabulary 1f2e3d4c`.
pub fn extractor() -> &'static str {
    static EXTRACTOR: OnceLock<String> = OnceLock::new();
    EXTRACTOR.get_or_init(|| format!("{}, vocabulary {:.8}", crate::TOOL, vocabulary::digest().to_hex()))
}

/// What is stored of a capture that was read: all of it, so that the reading itself need not be kept.
pub struct Derived {
    /// The canonical address, where the document has one.
    pub url: Option<String>,
    /// SHA-256 of the text in UTF-8; `None` where there is none.
    pub text_sha256: Option<String>,
    /// The rows.
    pub rows: Rows<'static>,
    /// Their digest.
    pub digest: Hash,
    /// What the text gives to find copies by.
    pub print: Option<Sketch>,
}

impl Derivation {
    /// What is stored of it.
    pub fn to_store(&self) -> Derived {
        let rows = self.rows();
        let text = self.document.text.as_str();
        Derived {
            url: self.document.url.clone(),
            text_sha256: (!text.is_empty()).then(|| Hash::of(text.as_bytes()).to_hex()),
            digest: rows.digest(),
            rows: rows.into_owned(),
            print: Sketch::of(text),
        }
    }

    /// The rows of the tables that belong to the capture.
    pub fn rows(&self) -> Rows<'_> {
        let points = CodePoints::new(&self.document.text);
        let at = |offset: usize| Cell::from(points.before(offset));
        let sentences = self.analysis.sentences.iter().enumerate();
        // In the order in which the archive gives them back, so that the digest is the same for both.
        let mut mentions: Vec<_> = self.analysis.mentions.iter().collect();
        mentions.sort_by_key(|mention| (mention.kind.name(), &mention.spelling));
        Rows([
            vec![self.document_cells()],
            sentences.map(|(index, span)| vec![Cell::from(index + 1), at(span.start), at(span.end)]).collect(),
            self.analysis.claims.iter().map(|claim| self.claim_cells(claim, &points)).collect(),
            mentions
                .into_iter()
                .map(|mention| {
                    let kind = Cell::from(mention.kind.name());
                    vec![kind, mention.spelling.as_str().into(), at(mention.first.start), mention.occurrences.into()]
                })
                .collect(),
        ])
    }

    fn document_cells(&self) -> Cells<'_> {
        let document = &self.document;
        vec![
            document.title.as_deref().into(),
            document.byline.as_deref().into(),
            document.publisher.as_deref().into(),
            document.published_on.map(|day| day.format("%Y-%m-%d").to_string()).into(),
            document.url.as_deref().into(),
            document.language.as_deref().into(),
            Cell::Text(document.text.as_str().into()),
            Hash::of(document.text.as_bytes()).to_hex().into(),
            document.not_analysed.map(NotAnalysed::name).into(),
        ]
    }

    fn claim_cells<'a>(&'a self, claim: &'a Claim, points: &CodePoints) -> Cells<'a> {
        let text = &self.document.text;
        let (start, end) = (points.before(claim.span.start), points.before(claim.span.end));
        let sentence = self.analysis.sentences.partition_point(|sentence| sentence.start <= claim.span.start).max(1);
        let DateSpan { from, to } = claim.date;
        let (plausible_low, plausible_high) =
            comparison::plausible(claim.qualifier, claim.low, claim.high, claim.span.of(text));
        vec![
            self.claim_key(claim, start, end).into(),
            claim.kind.name().into(),
            claim.measure.into(),
            claim.event.into(),
            claim.low.into(),
            claim.high.into(),
            claim.qualifier.into(),
            claim.unit.into(),
            claim.group.as_str().into(),
            claim.group_class.into(),
            claim.actor.as_str().into(),
            claim.target.as_str().into(),
            claim.relation.into(),
            from.map(PartialDate::to_iso).into(),
            to.map(PartialDate::to_iso).into(),
            claim.place.as_str().into(),
            claim.place_name.as_str().into(),
            claim.source.as_str().into(),
            claim.source_type.into(),
            claim.via.as_str().into(),
            claim.cue.as_str().into(),
            claim.direct.into(),
            claim.resolved.into(),
            claim.polarity.name().into(),
            claim.modality.name().into(),
            Cell::Text(claim.span.of(text).into()),
            start.into(),
            end.into(),
            sentence.into(),
            Cell::Text(claim.rule.into()),
            Cell::Text(claim.date_basis.into()),
            Cell::Text(claim.place_basis.into()),
            Cell::Text(claim.source_basis.into()),
            plausible_low.into(),
            plausible_high.into(),
        ]
    }

    fn claim_key(&self, claim: &Claim, start: usize, end: usize) -> String {
        claim_key(&self.capture_sha256, claim.kind.name(), claim.what(), start, end)
    }
}

/// The key of a claim: stable over rebuilds, so that whatever refers to it survives them. `start` and `end` are code points
/// of the text.
pub fn claim_key(capture_sha256: &Hash, kind: &str, what: &str, start: usize, end: usize) -> String {
    let (start, end) = (start.to_string(), end.to_string());
    let parts = [kind, what, &start, &end].join("\n");
    Hash::of_parts(&[&capture_sha256.0, parts.as_bytes()]).to_hex()
}
