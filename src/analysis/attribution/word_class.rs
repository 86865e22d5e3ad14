//! The closed word classes by which noun phrases and clauses are told apart, and a guess at finite verbs.

use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::cues::CueForm;

/// "has", "was", "would": what stands before a verb or is one.
pub fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "am"
            | "has"
            | "have"
            | "had"
            | "having"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "cannot"
            | "won"
            | "isn't"
            | "aren't"
            | "wasn't"
            | "weren't"
            | "hasn't"
            | "haven't"
            | "hadn't"
            | "don't"
            | "doesn't"
            | "didn't"
            | "won't"
            | "wouldn't"
            | "shouldn't"
            | "can't"
            | "couldn't"
            | "he's"
            | "she's"
            | "it's"
    )
}

/// Perfect and progressive auxiliaries, behind which a cue still tells of something that was said.
pub fn is_plain_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "has" | "have" | "had" | "having" | "is" | "are" | "was" | "were" | "did" | "does" | "do" | "been" | "being"
    )
}

/// "not", "never", "didn't".
pub fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "nor" | "neither" | "no" | "without" | "cannot" | "nobody" | "none" | "hardly")
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Words that begin a clause of their own.
pub fn begins_clause(word: &str) -> bool {
    matches!(
        word,
        "but"
            | "that"
            | "because"
            | "although"
            | "though"
            | "while"
            | "whereas"
            | "if"
            | "when"
            | "whether"
            | "as"
            | "since"
            | "until"
            | "unless"
            | "so"
            | "yet"
            | "where"
            | "what"
            | "why"
            | "how"
            | "than"
            | "before"
            | "after"
            | "or"
            | "once"
    )
}

/// "who", "which".
pub fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "whom" | "whose" | "where")
}

/// Prepositions.
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "to"
            | "into"
            | "outside"
            | "inside"
            | "near"
            | "across"
            | "around"
            | "about"
            | "against"
            | "after"
            | "before"
            | "during"
            | "under"
            | "over"
            | "between"
            | "through"
            | "within"
            | "without"
            | "among"
            | "amid"
            | "despite"
            | "following"
            | "since"
            | "until"
            | "via"
            | "along"
            | "behind"
            | "like"
            | "upon"
            | "including"
    )
}

/// Prepositions that hold a noun phrase together: "sources outside the ministry".
pub fn joins_phrase(word: &str) -> bool {
    matches!(
        word,
        "of" | "for" | "from" | "in" | "at" | "with" | "outside" | "inside" | "to" | "near" | "within" | "on"
    )
}

/// "the", "his", "this": what begins a noun phrase.
pub fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "my"
            | "our"
            | "your"
            | "this"
            | "these"
            | "those"
            | "no"
            | "any"
            | "every"
            | "each"
            | "another"
            | "some"
            | "such"
            | "what"
    )
}

/// Pronouns that can be a subject.
pub fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "i" | "we" | "you" | "one")
}

/// Pronouns that can be told something.
pub fn is_object_pronoun(word: &str) -> bool {
    matches!(word, "him" | "her" | "them" | "me" | "us" | "you" | "it" | "himself" | "themselves")
}

/// Words of time that may stand between a source, its cue and its content.
pub fn is_time(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "yesterday"
            | "tonight"
            | "tomorrow"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "aug"
            | "sept"
            | "sep"
            | "oct"
            | "nov"
            | "dec"
            | "late"
            | "early"
            | "earlier"
            | "later"
            | "last"
            | "next"
            | "week"
            | "month"
            | "year"
            | "morning"
            | "afternoon"
            | "evening"
            | "night"
            | "midday"
            | "noon"
            | "day"
            | "ago"
            | "recently"
            | "then"
            | "now"
    )
}

/// Adverbs that may stand between a subject and its verb, or begin a sentence.
pub fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "later"
            | "then"
            | "now"
            | "earlier"
            | "still"
            | "only"
            | "even"
            | "again"
            | "often"
            | "once"
            | "just"
            | "however"
            | "meanwhile"
            | "moreover"
            | "instead"
            | "thus"
            | "therefore"
            | "soon"
            | "too"
            | "already"
            | "first"
            | "further"
            | "always"
            | "since"
            | "separately"
            | "nevertheless"
            | "nonetheless"
            | "yet"
            | "long"
    ) || (word.len() > 4
        && word.ends_with("ly")
        && !matches!(word, "family" | "assembly" | "ally" | "italy" | "july" | "daily" | "weekly"))
}

/// Whether `token` is, as far as its form tells, a finite verb (or a participle that could be one).
pub fn is_finite_verb(text: &Text<'_>, token: usize) -> bool {
    let word = text.lower(token);
    if text.tokens.get(token).is_none_or(|token| token.kind != TokenKind::Word) {
        return false;
    }
    if is_auxiliary(word) {
        return !(word == "may" && text.capitalised(token));
    }
    let lower_case = !text.capitalised(token);
    let after_determiner = || token.checked_sub(1).is_some_and(|before| is_determiner(text.lower(before)));
    let known = text.word(token);
    if lower_case && known.is_listed_verb {
        let forms = known.verb;
        if (forms.third_person && !forms.noun) || forms.past {
            return !after_determiner();
        }
    }
    if lower_case && word.len() > 4 && word.ends_with("ed") {
        return !after_determiner();
    }
    lower_case
        && !known.cues.is_empty()
        && vocabulary::cues::get().at(text, token).is_some_and(|found| {
            found.form == CueForm::Past && !token.checked_sub(1).is_some_and(|before| is_determiner(text.lower(before)))
        })
}

/// Whether a finite verb stands in `tokens`.
pub fn has_finite_verb(text: &Text<'_>, tokens: std::ops::Range<usize>) -> bool {
    tokens.into_iter().any(|token| is_finite_verb(text, token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finite_verbs_are_guessed_from_their_form() {
        for (words, expected) in [
            ("the bridge collapsed", true),
            ("a damaged bridge", false),
            ("two boats sank", true),
            ("the mayor of the town", false),
            ("in May", false),
            ("rescuers told them", true),
        ] {
            let text = Text::new(words);
            assert_eq!(has_finite_verb(&text, 0..text.tokens.len()), expected, "{words}");
        }
    }
}
