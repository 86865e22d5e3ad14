//! Cues as they stand in a sentence, each with its source: "police said", "said the minister", "according to officials".

use std::ops::Range;

use super::addition::{Addition, addition, outlet_within};
use super::quotation::Quotation;
use super::source::{Subject, is_source_like, phrase_after, subject};
use super::word_class::{
    has_finite_verb, is_adverb, is_auxiliary, is_determiner, is_finite_verb, is_preposition, is_time,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::cues::{Cue, CueForm, CueUse};

/// How source and cue stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// "police said"
    SourceCue,
    /// "said the minister"
    CueSource,
    /// "according to officials"
    Phrase,
    /// ", adding that": the source is that of the cue before it.
    Participle,
    /// "was described by residents as"
    Passive,
}

/// A cue with its source.
#[derive(Clone, Debug)]
pub struct Found {
    /// What the cue is.
    pub cue: &'static Cue,
    /// Its form.
    pub form: CueForm,
    /// Its words with what belongs to it: "told Reuters", "said in a statement".
    pub words: Range<usize>,
    /// The source, where one stands here.
    pub source: Option<Range<usize>>,
    /// How they stand.
    pub order: Order,
    /// The first token of source and cue.
    pub start: usize,
    /// The token after source, cue and additions.
    pub end: usize,
    /// The outlet that was told.
    pub via: Option<Range<usize>>,
    /// The sentence.
    pub sentence: usize,
}

/// The cues of `sentence`, in order; those inside quotations are the quoted speaker's own and left out.
pub fn find(text: &Text<'_>, quotations: &[Quotation], sentence: usize) -> Vec<Found> {
    let cues = vocabulary::cues::get();
    let tokens = text.sentences[sentence].tokens.clone();
    let mut found: Vec<Found> = Vec::new();
    let mut token = tokens.start;
    while token < tokens.end {
        let inside = quotations.partition_point(|quotation| quotation.outer.end <= token);
        if let Some(quotation) = quotations.get(inside).filter(|quotation| quotation.outer.contains(&token)) {
            token = quotation.outer.end.max(token + 1);
            continue;
        }
        // "The agency, citing doctors, said": what is cited stands between subject and verb.
        let aside = |found: &&Found| {
            found.order == Order::Phrase
                && text.lower(found.end) == ","
                && text.lower(found.start.saturating_sub(1)) == ","
        };
        let floor = found.iter().rev().find(|found| !aside(found)).map_or(tokens.start, |last| last.end);
        let next = cues.at(text, token).and_then(|cue| attach(text, token, cue, floor, tokens.clone(), found.last()));
        token = next.as_ref().map_or(token + 1, |next| next.words.end.max(next.end).max(token + 1));
        found.extend(next);
    }
    found
}

fn attach(
    text: &Text<'_>,
    token: usize,
    found: CueUse,
    floor: usize,
    sentence: Range<usize>,
    before: Option<&Found>,
) -> Option<Found> {
    let after = token + found.length;
    let ceiling = sentence.end;
    let build = |source: Option<Range<usize>>, order, words: Range<usize>, end: usize, via| {
        let start = source.as_ref().map_or(words.start, |source| source.start.min(words.start));
        Found {
            cue: found.cue,
            form: found.form,
            words,
            source,
            order,
            start,
            end,
            via,
            sentence: text.tokens[token].sentence,
        }
    };
    if !found.cue.verb {
        let source = phrase_after(text, after, ceiling)?;
        if found.cue.takes("survey") && (token != sentence.start || !is_survey(text, &source)) {
            return None;
        }
        // "according to figures released on Monday, …"
        let document = super::source::is_document(text, super::source::head(text, &source).end.saturating_sub(1));
        let end = if document { end_of_aside(text, source.end, ceiling) } else { source.end };
        return Some(build(Some(source), Order::Phrase, token..after, end, None));
    }
    if is_noun(text, token, found, ceiling) {
        return None;
    }
    let additions = |from: usize| addition(text, found.cue, from, ceiling);
    if let Some(source) = inverted(text, token, after, found, ceiling, sentence.start) {
        let Addition { end, via, .. } = additions(source.end);
        return Some(build(Some(source), Order::CueSource, token..after, end, via));
    }
    let subject = subject(text, token, floor).or_else(|| shared_subject(text, token, sentence.start, before));
    if found.form == CueForm::Ing && subject.as_ref().is_none_or(|subject| !subject.be) {
        if text.lower(token.wrapping_sub(1)) == "as" {
            return quoted_as_saying(text, token, floor).map(|(source, start)| {
                let end = additions(after).end;
                let mut built = build(Some(source), Order::SourceCue, token..after, end, None);
                built.start = start;
                built
            });
        }
        let participle = token == sentence.start || matches!(text.lower(token - 1), "," | "and" | "while" | "by");
        let source = before.and_then(|before| before.source.clone()).or_else(|| {
            let first = phrase_after(text, sentence.start, token)?;
            (first.end < token && is_source_like(text, &first)).then_some(first)
        });
        let addition = additions(after);
        let mut built = build(source, Order::Participle, token..addition.words, addition.end, addition.via);
        built.start = token;
        return participle.then_some(built);
    }
    let Subject { tokens, verb_group, negated, be } = subject?;
    let passive = be && found.form != CueForm::Ing;
    if negated || (passive && found.length > 1) {
        return None;
    }
    if passive {
        let it = text.lower(tokens.start) == "it" && text.lower(after) == "that";
        if text.lower(after) == "by" {
            let source = phrase_after(text, after + 1, ceiling)?;
            let end = source.end;
            let mut built = build(Some(source), Order::Passive, token..after, end, None);
            built.start = tokens.start;
            return Some(built);
        }
        let mut built = build(None, Order::Passive, token..after, after, None);
        built.start = tokens.start;
        return (it || found.cue.takes("as") && text.lower(after) == "as").then_some(built);
    }
    let addition = additions(after);
    let fits = found.cue.class == "neutral" && !found.cue.takes("that") || is_source_like(text, &tokens);
    let fits = fits && agrees(text, &tokens, found.form);
    let start = tokens.start.min(verb_group);
    let leading = || leading_medium(text, sentence.start, start);
    let via = addition.via.or_else(leading);
    let shared = tokens.end < verb_group && matches!(text.lower(verb_group - 1), "and" | "but");
    fits.then(|| {
        let mut built = build(Some(tokens), Order::SourceCue, verb_group..addition.words, addition.end, via);
        built.start = if shared { verb_group } else { start };
        built
    })
}

/// The outlet of "In an interview with the BBC, the mayor said".
fn leading_medium(text: &Text<'_>, sentence_start: usize, source: usize) -> Option<Range<usize>> {
    let led = matches!(text.lower(sentence_start), "in" | "during") && source > sentence_start + 4;
    let tokens = sentence_start..source.min(sentence_start + 14);
    let spoke = |token: usize| matches!(text.lower(token), "interview" | "comments" | "remarks" | "conversation");
    (led && tokens.clone().any(spoke)).then(|| outlet_within(text, tokens)).flatten()
}

/// The subject of "The mayor shut the port and said": that of the verb before.
fn shared_subject(text: &Text<'_>, token: usize, sentence_start: usize, before: Option<&Found>) -> Option<Subject> {
    let verb_group = (sentence_start..token).rev().find(|token| !is_adverb(text.lower(*token)))? + 1;
    if !matches!(text.lower(verb_group - 1), "and" | "but") {
        return None;
    }
    let tokens = before.and_then(|before| before.source.clone()).or_else(|| {
        let first = phrase_after(text, sentence_start, token)?;
        (is_finite_verb(text, first.end) && is_source_like(text, &first)).then_some(first)
    })?;
    Some(Subject { tokens, verb_group, negated: false, be: false })
}

/// "a poll": what can be cited with "in" alone.
fn is_survey(text: &Text<'_>, source: &Range<usize>) -> bool {
    let head = super::source::head(text, source);
    matches!(text.lower(head.end.saturating_sub(1)), "poll" | "polls" | "survey" | "surveys" | "census" | "study")
}

/// The end of "released on Sunday" behind a survey: at the comma or the end of the sentence.
fn end_of_aside(text: &Text<'_>, from: usize, ceiling: usize) -> usize {
    let stop = (from..ceiling.min(from + 8)).find(|token| matches!(text.lower(*token), "," | "." | ";"));
    stop.unwrap_or(from)
}

/// Whether a subject fits a verb in the plain form (plural) or the form in -s (singular), so that the word is no noun.
fn agrees(text: &Text<'_>, subject: &Range<usize>, form: CueForm) -> bool {
    let head = super::source::head(text, subject);
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

/// "the claims of the union", "an estimated 20", "reports say": the form is a verb's, the word is none.
fn is_noun(text: &Text<'_>, token: usize, found: CueUse, ceiling: usize) -> bool {
    let before = token.checked_sub(1).map_or("", |before| text.lower(before));
    let possessive = token > 0 && text.tokens[token - 1].kind == TokenKind::Possessive;
    let number = token > 0 && text.tokens[token - 1].kind == TokenKind::Number && found.form != CueForm::Past;
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
    let verb_next = after < ceiling && (is_auxiliary(text.lower(after)) || is_finite_verb(text, after));
    let cue_next =
        after < ceiling && vocabulary::cues::get().at(text, after).is_some_and(|next| next.form != CueForm::Ing);
    ambiguous && (verb_next || cue_next || matches!(text.lower(after), "of" | "from"))
        || (ambiguous && text.capitalised(token) && !matches!(text.lower(token), "say" | "says"))
        || (text.lower(token) == "according")
}

/// The source of "said the minister", which stands after a comma or a quotation, or begins its sentence.
fn inverted(
    text: &Text<'_>,
    token: usize,
    after: usize,
    found: CueUse,
    ceiling: usize,
    sentence_start: usize,
) -> Option<Range<usize>> {
    let form = found.form;
    let finite = matches!(form, CueForm::Past | CueForm::ThirdPerson | CueForm::Base);
    let before = token.checked_sub(1)?;
    let opened = text.lower(before) == "," || text.tokens[before].kind == TokenKind::CloseQuote;
    if !finite
        || !opened
        || token == sentence_start && (text.tokens[before].kind != TokenKind::CloseQuote || text.capitalised(token))
    {
        return None;
    }
    let source = phrase_after(text, after, ceiling)?;
    let next = source.end;
    let closes = next >= ceiling
        || matches!(
            text.lower(next),
            "," | "." | ":" | ";" | "who" | "in" | "on" | "at" | "after" | "during" | "as" | "(" | "—" | "–"
        )
        || is_time(text.lower(next))
        || is_adverb(text.lower(next));
    let quoted = text.tokens[before].kind == TokenKind::CloseQuote
        || (before > 0 && text.tokens[before - 1].kind == TokenKind::CloseQuote);
    // "Ana Lopez, a nurse, said police fired": what follows the phrase there is a verb, not the end.
    let clause = has_finite_verb(text, next..ceiling.min(next + 6)) && !quoted;
    let names =
        quoted || next + 1 >= ceiling && is_determiner(text.lower(source.start)) || is_source_like(text, &source);
    let names = names && (quoted || found.cue.takes("clause"));
    (closes && !clause && names && !is_time(text.lower(source.start))).then_some(source)
}

/// The source of "The agency quoted a doctor as saying" and "A doctor was quoted as saying", and where the clause begins.
fn quoted_as_saying(text: &Text<'_>, saying: usize, floor: usize) -> Option<(Range<usize>, usize)> {
    let lowest = floor.max(saying.saturating_sub(20));
    let quoted = (lowest..saying)
        .rev()
        .find(|token| matches!(text.lower(*token), "quoted" | "cited" | "quotes" | "cites" | "quoting" | "citing"))?;
    if let Some(source) = phrase_after(text, quoted + 1, saying).filter(|source| source.end + 1 == saying) {
        let start = subject(text, quoted, floor).map_or(quoted, |subject| subject.tokens.start);
        return Some((source, start));
    }
    let source = subject(text, quoted, floor)?.tokens;
    let start = source.start;
    Some((source, start))
}
