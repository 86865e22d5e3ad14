//! What files that are one article record of themselves: a message its date, a saved page its address and when it was saved.

use std::path::Path;

use super::archivebox::Snapshot;
use crate::capture::{Capture, MediaType};
use crate::document::{mail, saved_page};

/// The same for a file of its own, which a tool may have noted something about in its folder.
pub fn of_file(path: &Path, capture: Capture) -> Capture {
    match Snapshot::around(path) {
        Some(snapshot) => capture.recorded(snapshot.record(path).to_json()),
        None => of(capture),
    }
}

/// The capture with what its bytes record, where nothing else recorded anything. An address that a saved page came from is
/// given with it, because the page may not say its own.
pub fn of(capture: Capture) -> Capture {
    if capture.record.is_some() {
        return capture;
    }
    let record = match capture.media_type {
        MediaType::Email => mail::record(&capture.bytes, "message"),
        MediaType::Mhtml => mail::record(&capture.bytes, "saved page"),
        MediaType::Html => saved_page::record(&capture.bytes),
        _ => None,
    };
    let json = record.and_then(|record| record.to_json());
    capture.recorded(json)
}
