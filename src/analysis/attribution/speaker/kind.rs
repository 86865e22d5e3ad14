//! What kind of source a phrase names.

use std::ops::Range;

use crate::analysis::Text;
use crate::analysis::attribution::addition::outlet;
use crate::analysis::attribution::source::{head, is_name};

/// What kind of source `tokens` name: a word of `source_types.tsv`.
pub fn source_type(text: &Text<'_>, tokens: &Range<usize>) -> &'static str {
    let head = head(text, tokens);
    let noun = |token: usize| text.word(token).source;
    let strong = |range: Range<usize>| range.rev().filter_map(noun).find(|noun| noun.strong);
    // A modifier tells more than a noun such as "sources": "opposition sources", "police spokesman", "spokesman for the army".
    let found = strong(head.clone()).or_else(|| {
        let weak = head.clone().rev().any(|token| noun(token).is_some());
        weak.then(|| strong(head.end..tokens.end)).flatten()
    });
    if let Some(found) = found {
        return found.source_type;
    }
    let adjective = head.clone().any(|token| matches!(text.lower(token), "official" | "government"));
    if adjective {
        return "official";
    }
    if outlet(text, tokens.clone()).is_some() {
        return "media";
    }
    let weak = head.clone().rev().find_map(noun);
    match weak {
        Some(weak) => weak.source_type,
        None if is_name(text, tokens) => "person",
        None => "anonymous",
    }
}
