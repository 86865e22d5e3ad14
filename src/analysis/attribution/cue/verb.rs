//! Whether a word that could be a cue is the verb here.

use std::ops::Range;

use crate::analysis::Text;
use crate::analysis::attribution::source;
use crate::analysis::attribution::word_class::{is_auxiliary, is_determiner, is_finite_verb, is_preposition};
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::cues::{CueForm, CueUse};

/// Whether a subject fits a verb in the plain form (plural) or the form in -s (singular), so that the word is no noun.
pub(super) fn agrees(text: &Text<'_>, subject: &Range<usize>, form: CueForm) -> bool {
    let head = source::head(text, subject);
    let last = text.lower(head.end.saturating_sub(1));
    let plural = last.ends_with('s')
        || matches!(last, "they" | "we" | "i" | "you" | "men" | "women" | "children" | "experts")
        || vocabulary::sources::get().get(last).is_some_and(|noun| noun.plural)
        || subject.clone().any(|token| text.lower(token) == "and");
    match form {
        CueForm::Base => plural,
        CueForm::ThirdPerson => !matches!(
            text.lower(subject.start),
            "most" | "many" | "some" | "these" | "those" | "several" | "few" | "all"
        ),
        _ => true,
    }
}

/// Verbs of coming forward, behind which an infinitive tells what was said.
pub(super) fn comes_forward(word: &str) -> bool {
    matches!(
        word,
        "went"
            | "goes"
            | "took"
            | "takes"
            | "appeared"
            | "appears"
            | "came"
            | "comes"
            | "called"
            | "calls"
            | "wrote"
            | "writes"
            | "phoned"
            | "turned"
            | "turns"
            | "issued"
            | "issues"
            | "rang"
            | "emerged"
            | "texted"
    )
}

/// Whether the verb at `token` is an infinitive behind a verb of coming forward: "went on state radio to say".
pub(super) fn comes_forward_to(text: &Text<'_>, token: usize) -> bool {
    let to = token.checked_sub(1).filter(|to| text.lower(*to) == "to");
    to.is_some_and(|to| {
        let words = (to.saturating_sub(6)..to).rev().take_while(|token| text.tokens[*token].kind == TokenKind::Word);
        words.skip(1).any(|token| comes_forward(text.lower(token)))
    }) && vocabulary::cues::get().at(text, token).is_some_and(|cue| cue.cue.takes("clause"))
}

/// "the claims of the union", "an estimated 20", "reports say": the form is a verb's, the word is none.
pub(super) fn is_noun(text: &Text<'_>, token: usize, found: CueUse, ceiling: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| text.lower(before));
    let possessive = token > 0 && text.tokens[token - 1].kind == TokenKind::Possessive;
    let number = token > 0 && text.tokens[token - 1].kind == TokenKind::Number && found.form != CueForm::Past;
    if comes_forward_to(text, token) {
        return false;
    }
    // "nine suspected mutineers", "two reported deaths"
    let counted = token > 0 && text.tokens[token - 1].kind == TokenKind::Number && found.form == CueForm::Past;
    if counted && token + 1 < ceiling && text.lower(token + 1).ends_with('s') && !is_preposition(text.lower(token + 1))
    {
        return true;
    }
    if possessive
        || number
        || is_determiner(before)
        || matches!(before, "to" | "would" | "could" | "should" | "might" | "may" | "will")
    {
        return true;
    }
    if is_preposition(before) && !(found.form == CueForm::Ing && before == "by") {
        return true;
    }
    let after = token + found.length;
    let ambiguous = matches!(found.form, CueForm::Base | CueForm::ThirdPerson);
    let verb_next = after < ceiling
        && (is_auxiliary(text.lower(after)) || is_finite_verb(text, after))
        && text.lower(after) != "having";
    let cue_next =
        after < ceiling && vocabulary::cues::get().at(text, after).is_some_and(|next| next.form != CueForm::Ing);
    ambiguous && (verb_next || cue_next || matches!(text.lower(after), "of" | "from" | "about"))
        || (ambiguous && text.capitalised(token) && !matches!(text.lower(token), "say" | "says"))
        || (text.lower(token) == "according")
}
