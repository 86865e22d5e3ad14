//! Cues as they stand in a sentence, each with its source: "police said", "said the minister", "according to officials".

mod inverted;
mod verb;

use std::ops::Range;

use super::addition::{Addition, addition, outlet_within};
use super::quotation::Quotation;
use super::source::{Subject, is_source_like, phrase_after, phrase_before, subject};
use super::word_class::{is_adverb, is_finite_verb, is_preposition, is_relative, is_time};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::cues::{Cue, CueForm, CueUse};
use inverted::{inverted, quoted_as_saying};
use verb::{agrees, is_noun};

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
    /// "did not deny": the content is granted.
    pub granted: bool,
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
        if text.word(token).cues.is_empty() {
            token += 1;
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
    if found.is_empty() {
        found.extend(before_colon(text, quotations, sentence));
    }
    found
}

/// A verb that is no cue by itself, before a colon and a quotation: "A second nurse was blunter: “We are lost.”"
fn before_colon(text: &Text<'_>, quotations: &[Quotation], sentence: usize) -> Option<Found> {
    let cues = vocabulary::cues::get();
    let tokens = text.sentences[sentence].tokens.clone();
    let first = quotations.partition_point(|quotation| quotation.outer.start <= tokens.start);
    let colon = quotations.get(first)?.outer.start.checked_sub(1).filter(|colon| tokens.contains(colon))?;
    let verb = (tokens.start + 1..colon).find(|token| is_finite_verb(text, *token))?;
    // "Nothing moved yet - more from Ana Lopez: “…”": the colon belongs to what stands behind the dash.
    if (verb..colon).any(|token| matches!(text.lower(token), "-" | "–" | "—" | ",")) {
        return None;
    }
    let Subject { tokens: source, verb_group, negated, .. } =
        subject(text, verb, tokens.start).filter(|_| text.lower(colon) == ":")?;
    (is_source_like(text, &source) && !negated).then(|| Found {
        cue: cues.say(),
        form: CueForm::Past,
        words: verb_group..verb + 1,
        start: source.start,
        source: Some(source),
        order: Order::SourceCue,
        end: colon,
        via: None,
        granted: false,
        sentence,
    })
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
    let made = |source: Option<Range<usize>>, order, words: Range<usize>, end: usize, via| {
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
            granted: false,
            sentence: text.tokens[token].sentence,
        }
    };
    if !found.cue.verb {
        let source = phrase_after(text, after, ceiling)?;
        if found.cue.takes("survey")
            && !(is_survey(text, &source) && matches!(text.lower(source.start), "a" | "an" | "one"))
            || found.cue.takes("named") && !(is_source_like(text, &source) && text.lower(token.wrapping_sub(1)) == ",")
        {
            return None;
        }
        // "according to figures released on Monday, …"
        let document = super::source::is_document(text, super::source::head(text, &source).end.saturating_sub(1));
        let end = if document { end_of_aside(text, source.end, ceiling) } else { source.end };
        return Some(made(Some(source), Order::Phrase, token..after, end, None));
    }
    // "cited a doctor as saying that …": what was said stands behind the second verb.
    if found.cue.takes("topic") && names_a_sayer(text, after, ceiling) {
        return None;
    }
    // "went on state radio to say": only with a quotation does going on speak.
    let quotes = matches!(text.lower(after), "," | ":")
        || text.tokens.get(after).is_none_or(|next| matches!(next.kind, TokenKind::OpenQuote | TokenKind::Mark));
    if is_noun(text, token, found, ceiling) || found.length > 1 && found.cue.takes_only("quote") && !quotes {
        return None;
    }
    let additions = |from: usize| addition(text, found.cue, from, ceiling);
    if let Some(source) = inverted(text, token, after, found, ceiling, sentence.start) {
        let Addition { end, via, .. } = additions(source.end);
        return Some(made(Some(source), Order::CueSource, token..after, end, via));
    }
    let subject = told_of(text, token, before)
        .or_else(|| subject(text, token, floor))
        .or_else(|| shared_subject(text, token, sentence.start, before))
        .or_else(|| spoke_up(text, token, floor));
    if found.form == CueForm::Ing && subject.as_ref().is_none_or(|subject| !subject.be) {
        if text.lower(token.wrapping_sub(1)) == "as" {
            return quoted_as_saying(text, token, floor).map(|(source, start)| {
                let end = additions(after).end;
                let mut cited = made(Some(source), Order::SourceCue, token..after, end, None);
                cited.start = start;
                cited
            });
        }
        let participle = token == sentence.start || matches!(text.lower(token - 1), "," | "and" | "while" | "by");
        if let Some(source) = of_document(text, token, floor).filter(|_| !participle) {
            let addition = additions(after);
            let mut cited = made(Some(source), Order::SourceCue, token..addition.words, addition.end, addition.via);
            cited.start = token;
            return Some(cited);
        }
        let source = before.and_then(|before| before.source.clone()).or_else(|| {
            let first = phrase_after(text, sentence.start, token)?;
            (first.end < token && (first.end + 1 == token || is_source_like(text, &first))).then_some(first)
        });
        let addition = additions(after);
        let mut cited = made(source, Order::Participle, token..addition.words, addition.end, addition.via);
        cited.start = token;
        // "protesting in the rain": no words of anybody's follow.
        let speaks = ["clause", "object", "topic", "to", "for", "of", "on", "at", "as", "gerund"];
        let opens = |token: usize| text.tokens.get(token).is_some_and(|next| next.kind == TokenKind::OpenQuote);
        let follows = matches!(text.lower(after), "that" | ":") || opens(after + usize::from(text.lower(after) == ","));
        let speaks = follows || speaks.iter().any(|way| found.cue.takes(way));
        return (participle && speaks).then_some(cited);
    }
    // "Monday's first reports that" has no subject.
    let subject = subject.filter(|subject| text.tokens[subject.tokens.start].kind != TokenKind::Possessive);
    let Subject { tokens, verb_group, negated, be } = subject?;
    let nobody = matches!(text.lower(tokens.start), "no" | "nobody" | "none" | "neither");
    // "denied media reports that": the reports are what is denied.
    let nobody = nobody || before.is_some_and(|last| last.cue.class == "denial" && last.end == tokens.start);
    let passive = be && found.form != CueForm::Ing;
    let granted = negated && found.cue.class == "denial" && !passive;
    if negated && !granted || nobody || (passive && found.length > 1) {
        return None;
    }
    if passive {
        let it = text.lower(tokens.start) == "it" && text.lower(after) == "that";
        if text.lower(after) == "by" {
            let source = phrase_after(text, after + 1, ceiling)?;
            let end = source.end;
            let mut cited = made(Some(source), Order::Passive, token..after, end, None);
            cited.start = tokens.start;
            return Some(cited);
        }
        let mut cited = made(None, Order::Passive, token..after, after, None);
        cited.start = tokens.start;
        return (it || found.cue.takes("as") && text.lower(after) == "as").then_some(cited);
    }
    let addition = additions(after);
    let fits = found.cue.class == "neutral" && !found.cue.takes("that") || is_source_like(text, &tokens);
    let auxiliary = (verb_group..token).any(|token| matches!(text.lower(token), "did" | "does" | "do" | "to"));
    // "The massacre recalled that of 1950" is on nobody's word.
    let last = text.word(tokens.end.saturating_sub(1));
    let fits = fits && !((last.is_happening || last.is_harm) && last.source.is_none());
    let fits = fits && (granted || auxiliary || agrees(text, &tokens, found.form));
    let start = tokens.start.min(verb_group);
    let leading = || leading_medium(text, sentence.start, start);
    let via = addition.via.or_else(leading);
    let shared = tokens.end < verb_group && matches!(text.lower(verb_group - 1), "and" | "but")
        || before.is_some_and(|before| before.source.as_ref() == Some(&tokens) && tokens.end < before.words.start);
    fits.then(|| {
        let mut cited = made(Some(tokens), Order::SourceCue, verb_group..addition.words, addition.end, via);
        cited.start = if shared { verb_group } else { start };
        cited.granted = granted;
        cited
    })
}

/// Whether somebody "as saying" follows: "an officer as saying".
fn names_a_sayer(text: &Text<'_>, from: usize, ceiling: usize) -> bool {
    phrase_after(text, from, ceiling)
        .is_some_and(|source| text.lower(source.end) == "as" && text.lower(source.end + 1) == "saying")
}

/// The source of a participle behind a document: of "the ministry issued a statement saying that …" the ministry, of
/// "handwritten lists showing that …" the lists.
fn of_document(text: &Text<'_>, participle: usize, floor: usize) -> Option<Range<usize>> {
    let lowest = floor.max(participle.saturating_sub(8));
    let document = (lowest..participle)
        .rev()
        .take_while(|token| text.tokens[*token].kind == TokenKind::Word && !is_finite_verb(text, *token))
        .find(|token| super::source::is_document(text, *token))?;
    let between = document + 1..participle;
    let attached = between.is_empty()
        || is_preposition(text.lower(between.start))
        || is_time(text.lower(between.start))
        || text.lower(between.start).ends_with("ed");
    let tokens = phrase_before(text, document, floor).filter(|_| attached)?;
    let verb = tokens.start.checked_sub(1).filter(|verb| *verb > floor && is_finite_verb(text, *verb));
    let issuer = verb.and_then(|verb| subject(text, verb, floor)).map(|subject| subject.tokens);
    Some(issuer.filter(|issuer| is_source_like(text, issuer)).unwrap_or(tokens))
}

/// The outlet of "In an interview with the BBC, the mayor said".
fn leading_medium(text: &Text<'_>, sentence_start: usize, source: usize) -> Option<Range<usize>> {
    let led = matches!(text.lower(sentence_start), "in" | "during") && source > sentence_start + 4;
    let tokens = sentence_start..source.min(sentence_start + 14);
    let spoke = |token: usize| matches!(text.lower(token), "interview" | "comments" | "remarks" | "conversation");
    (led && tokens.clone().any(spoke)).then(|| outlet_within(text, tokens)).flatten()
}

/// The subject of "The mayor went on the radio to say": that of the verb of coming forward.
fn spoke_up(text: &Text<'_>, token: usize, floor: usize) -> Option<Subject> {
    let lowest = floor.max(token.saturating_sub(8));
    let verb = (lowest..token.checked_sub(1).filter(|_| verb::comes_forward_to(text, token))?)
        .rev()
        .find(|token| verb::comes_forward(text.lower(*token)))?;
    subject(text, verb, floor).filter(|subject| !subject.negated).map(|subject| Subject { be: false, ..subject })
}

/// The subject of "…, said the doctor, who added that" and "according to Jan Moor, who warned that": the source before it.
fn told_of(text: &Text<'_>, token: usize, before: Option<&Found>) -> Option<Subject> {
    let before = before.filter(|before| matches!(before.order, Order::CueSource | Order::Phrase))?;
    let tokens = before.source.clone()?;
    let comma = tokens.end;
    let verb_group = comma + 2;
    let relative = text.lower(comma) == "," && is_relative(text.lower(comma + 1)) && verb_group <= token;
    let adverbs = relative && (verb_group..token).all(|between| is_adverb(text.lower(between)));
    adverbs.then_some(Subject { tokens, verb_group, negated: false, be: false })
}

/// The subject of "The mayor shut the port and said": that of the verb before.
fn shared_subject(text: &Text<'_>, token: usize, sentence_start: usize, before: Option<&Found>) -> Option<Subject> {
    let verb_group = (sentence_start..token).rev().find(|token| !is_adverb(text.lower(*token)))? + 1;
    if text.lower(verb_group - 1) == "," {
        // "The owner, who said he was ill, denied": the relative clause has its subject from the main one.
        let before = before.filter(|before| before.order == Order::SourceCue)?;
        let tokens = before.source.clone()?;
        let relative = (tokens.end..before.words.start).any(|token| is_relative(text.lower(token)));
        return (relative && text.lower(tokens.end) == ",").then_some(Subject {
            tokens,
            verb_group,
            negated: false,
            be: false,
        });
    }
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
