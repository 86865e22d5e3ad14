//! One file, compressed: `page.html.gz`.

use std::io::BufRead;

use flate2::bufread::MultiGzDecoder;

use super::limits::{Count, Counted, Unpacked};
use super::{Place, Source, Stop, Walk};

/// Reads what is inside.
pub fn read(reader: &mut dyn BufRead, place: &Place, walk: &mut Walk<'_>) -> Result<(), Stop> {
    let compressed = Count::default();
    let inner = MultiGzDecoder::new(Counted::new(reader, compressed.clone()));
    let mut unpacked = Unpacked::new(inner, compressed, walk.unpacked.clone(), walk.container.byte_length);
    let name = strip(&place.name).to_owned();
    let inside = Place { name, depth: place.depth + 1, ..place.clone() };
    walk.open(Source::Stream(&mut unpacked), &inside)
}

/// The name of what is inside.
fn strip(name: &str) -> &str {
    let at = name.len().saturating_sub(3);
    match name.get(at..) {
        Some(ending) if ending.eq_ignore_ascii_case(".gz") => name.get(..at).unwrap_or(name),
        _ => name,
    }
}
