//! Which text is whose original: of those that come before it and share enough with it, the first.

use std::collections::BTreeSet;

use super::texts::{Original, Texts};
use crate::Result;

/// Finds the original of a text that is new or comes earlier than before, and makes it the original of those after it that have
/// none earlier. `changed` gets the texts that have another original now.
pub fn place(texts: &mut Texts<'_>, text: i64, changed: &mut BTreeSet<i64>) -> Result<()> {
    texts.forget_long_ago();
    let candidates = texts.candidates(text)?;
    let original = first_before(texts, text, &candidates)?;
    texts.set_original(text, original);
    if candidates.is_empty() {
        return Ok(());
    }
    let place = texts.text(text)?.place.clone();
    for other in candidates {
        if texts.text(other)?.place < place {
            continue;
        }
        if let Some((known, _)) = texts.original(other)?
            && texts.text(known)?.place <= place
        {
            continue;
        }
        if let Some(percent) = texts.copied_percent(text, other)? {
            texts.set_original(other, Some((text, percent)));
            changed.insert(other);
        }
    }
    Ok(())
}

/// Finds the original of one text, and says whether it is another than before.
pub fn renew(texts: &mut Texts<'_>, text: i64) -> Result<bool> {
    let before = texts.original(text)?;
    let candidates = texts.candidates(text)?;
    let original = first_before(texts, text, &candidates)?;
    texts.set_original(text, original);
    Ok(original != before)
}

/// The text where a family begins.
pub fn first(texts: &mut Texts<'_>, text: i64) -> Result<i64> {
    let mut first = text;
    while let Some((original, _)) = texts.original(first)? {
        // Rows that others changed could lead in a circle; originals come before their copies.
        if texts.text(original)?.place >= texts.text(first)?.place {
            break;
        }
        first = original;
    }
    Ok(first)
}

/// `candidates` are in order.
fn first_before(texts: &mut Texts<'_>, text: i64, candidates: &[i64]) -> Result<Original> {
    if candidates.is_empty() {
        return Ok(None);
    }
    let place = texts.text(text)?.place.clone();
    for other in candidates {
        if texts.text(*other)?.place >= place {
            break;
        }
        if let Some(percent) = texts.copied_percent(text, *other)? {
            return Ok(Some((*other, percent)));
        }
    }
    Ok(None)
}
