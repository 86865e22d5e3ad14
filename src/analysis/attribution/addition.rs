//! What may stand between a cue and its content: who was told, when, and in what: "told Reuters on Sunday", "said in a
//! statement".

use std::ops::Range;

use super::word_class::{
    has_finite_verb, is_adverb, is_determiner, is_finite_verb, is_object_pronoun, is_preposition, is_pronoun, is_time,
};
use crate::analysis::Text;
use crate::analysis::text::TokenKind;
use crate::vocabulary;
use crate::vocabulary::cues::Cue;
use crate::vocabulary::number_words;
use crate::vocabulary::sources::{Refers, SourceNoun};

/// What was found after a cue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addition {
    /// The end of the cue's own words, with whom or in what ("told Reuters", "said in a statement").
    pub words: usize,
    /// The end of all additions: where the content begins.
    pub end: usize,
    /// The outlet among them.
    pub via: Option<Range<usize>>,
}

/// "said nearly 40 had died": the adverb belongs to the number.
fn begins_number(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|found| found.kind == TokenKind::Number)
        || number_words::get(text.lower(token)).is_some()
}

/// Reads what follows the cue that ends before `from`.
pub fn addition(text: &Text<'_>, cue: &Cue, from: usize, ceiling: usize) -> Addition {
    let mut found = Addition { words: from, end: from, via: None };
    let mut person = cue.takes("person");
    while found.end < ceiling {
        let at = found.end;
        let word = text.lower(at);
        if person {
            person = false;
            if let Some(end) = addressee(text, at, ceiling) {
                let carried = || {
                    let named = outlet(text, at..end - 1).filter(|_| is_carrier(text.lower(end - 1)))?;
                    Some(named.start..end)
                };
                found.via = found
                    .via
                    .or_else(|| named_by_kind(text, &(at..end)))
                    .or_else(|| outlet(text, at..end).or_else(carried).or_else(|| outlet_within(text, at..end)));
                (found.words, found.end) = (end, end);
                continue;
            }
        }
        if is_time(word)
            || (is_adverb(word) && !is_pronoun(text.lower(at + 1)) && !begins_number(text, at + 1))
            || word == "this" && is_time(text.lower(at + 1))
        {
            found.end = at + 1;
        } else if is_preposition(word) && !cue.takes(word) {
            let Some((end, names_medium)) = prepositional(text, at, ceiling) else { break };
            if names_medium {
                found.words = end;
                found.via = found.via.or_else(|| outlet_within(text, at..end));
            }
            found.end = if names_medium { before_that(text, end, ceiling) } else { end };
        } else if matches!(word, "—" | "–") {
            // "said — on the radio — that": an aside between dashes.
            let Some(close) = (at + 1..ceiling.min(at + 12)).find(|token| text.lower(*token) == word) else { break };
            found.end = close + 1;
        } else if text.tokens[at].kind == TokenKind::Number && is_time(text.lower(at.saturating_sub(1))) && at > from {
            found.end = at + 1;
        } else {
            break;
        }
    }
    found
}

/// The token "that", or the colon, behind "in a letter sent to the court on Monday that": what stands before it tells of the letter.
fn before_that(text: &Text<'_>, end: usize, ceiling: usize) -> usize {
    let participle = text.lower(end).ends_with("ed")
        || matches!(text.lower(end), "sent" | "read" | "written" | "given" | "put" | "seen" | "made" | "broadcast");
    let words = (end..ceiling.min(end + 14)).take_while(|token| {
        matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
            || text.lower(*token) == ":"
    });
    let that = words.filter(|_| participle).find(|token| matches!(text.lower(*token), "that" | ":"));
    // "said in a report released today."
    let rest = end..ceiling.min(end + 10);
    let stop = || {
        rest.clone()
            .find(|token| matches!(text.lower(*token), "." | ","))
            .or_else(|| (ceiling <= end + 10).then_some(ceiling))
    };
    let released =
        matches!(text.lower(end), "released" | "published" | "issued" | "posted" | "broadcast" | "seen" | "obtained");
    let alone = |stop: &usize| !has_finite_verb(text, end + 1..*stop);
    that.or_else(|| stop().filter(|stop| released && *stop > end && alone(stop))).unwrap_or(end)
}

/// The end of the one who is told: "him", "Reuters", "the court", "a news conference in Quito".
fn addressee(text: &Text<'_>, start: usize, ceiling: usize) -> Option<usize> {
    let word = text.lower(start);
    if matches!(word, "that" | "," | ":") || text.tokens[start].kind == TokenKind::OpenQuote {
        return None;
    }
    if is_object_pronoun(word) {
        return Some(start + 1);
    }
    let names_outlet =
        |end: &usize| named_by_kind(text, &(start..*end)).or_else(|| outlet(text, start..*end)).is_some();
    if let Some(end) = (start + 1..=ceiling.min(start + 7)).rev().find(names_outlet) {
        let service = matches!(text.tokens.get(end), Some(token) if token.kind == TokenKind::Possessive);
        let nouns = (end..ceiling.min(end + 5)).take_while(|token| {
            matches!(text.tokens[*token].kind, TokenKind::Word | TokenKind::Possessive)
                && text.lower(*token) != "that"
                && !is_determiner(text.lower(*token))
                && !is_pronoun(text.lower(*token))
                && !is_time(text.lower(*token))
                && !is_preposition(text.lower(*token))
        });
        let carrier = usize::from(!service && end < ceiling && is_carrier(text.lower(end)));
        return Some(if service { end + nouns.count() } else { end + carrier });
    }
    let mut end = start;
    while end < ceiling.min(start + 10) {
        let stops = !matches!(text.tokens[end].kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Number)
            || text.lower(end) == "that"
            || is_preposition(text.lower(end))
            || is_time(text.lower(end))
            || (end > start
                && (is_finite_verb(text, end) || is_determiner(text.lower(end)) || is_pronoun(text.lower(end))));
        if stops {
            break;
        }
        let told = text.word(end).source.is_some()
            || matches!(text.lower(end), "conference" | "crowd" | "rally" | "audience" | "hearing");
        end += 1;
        // "the Daily Record": the name goes on.
        // "told Judge Ana Lopez": a title and a name.
        let titled = end == start + 1 && text.capitalised(start);
        let name_goes_on =
            text.capitalised(end - 1) && end < ceiling && text.capitalised(end) && (end > start + 1 || titled);
        if told
            && !name_goes_on
            && !text.word(end).source.is_some_and(|noun| noun.refers == Refers::Body)
            && !is_conference(text, end)
        {
            break;
        }
    }
    // "told Haddad the road was shut": a single name.
    if end > start + 1 && text.capitalised(start) && has_verb_behind(text, end) && !text.capitalised(start + 1) {
        end = start + 1;
    }
    (end > start).then_some(end)
}

/// "a local radio station", "state television news".
fn is_carrier(word: &str) -> bool {
    matches!(word, "station" | "channel" | "network" | "agency" | "programme" | "program" | "news" | "service")
}

fn is_conference(text: &Text<'_>, token: usize) -> bool {
    matches!(text.lower(token), "conference" | "briefing" | "agency" | "channel" | "station")
}

fn has_verb_behind(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some() && is_finite_verb(text, token)
}

/// The end of "in a statement", "on Saturday", "after the meeting", and whether it names the medium of what is said.
fn prepositional(text: &Text<'_>, start: usize, ceiling: usize) -> Option<(usize, bool)> {
    let next = start + 1;
    if next >= ceiling {
        return None;
    }
    if is_time(text.lower(next)) && text.tokens.get(next + 1).is_none_or(|after| after.kind != TokenKind::Possessive)
        || (is_determiner(text.lower(next)) && is_time(text.lower(next + 1)))
    {
        return Some((next + 1, false));
    }
    let word = text.lower(start);
    if matches!(word, "of" | "about" | "against" | "like") {
        return None;
    }
    let limit = ceiling.min(next + 14);
    // Up to "that", a colon or a quotation all is addition; up to a comma, if no verb stands before it.
    let stop = (next..limit).find(|token| {
        matches!(text.lower(*token), "that" | ":" | ",")
            || text.tokens[*token].kind == TokenKind::OpenQuote
            || is_finite_verb(text, *token)
            || is_pronoun(text.lower(*token))
    });
    let medium = (next..stop.unwrap_or(limit)).find(|token| is_medium(text, *token));
    if let Some(stop) = stop.filter(|stop| !is_finite_verb(text, *stop) && !is_pronoun(text.lower(*stop))) {
        return Some((stop, medium.is_some()));
    }
    if let Some(medium) = medium {
        let with = matches!(text.lower(medium + 1), "with" | "to" | "on" | "published" | "released" | "by");
        let end =
            if with { (medium + 2..limit).find(|end| outlet_within(text, medium + 2..*end).is_some()) } else { None };
        return Some((end.unwrap_or(medium + 1), true));
    }
    if stop.is_none() && limit == ceiling {
        return Some((ceiling.saturating_sub(usize::from(is_final(text, ceiling - 1))).max(next), false));
    }
    None
}

fn is_final(text: &Text<'_>, token: usize) -> bool {
    matches!(text.lower(token), "." | "!" | "?")
}

fn is_medium(text: &Text<'_>, token: usize) -> bool {
    matches!(
        text.lower(token),
        "interview"
            | "conference"
            | "address"
            | "speech"
            | "post"
            | "tweet"
            | "email"
            | "e-mail"
            | "message"
            | "twitter"
            | "facebook"
            | "telegram"
            | "television"
            | "tv"
            | "radio"
            | "court"
            | "website"
            | "remarks"
            | "comments"
    ) || text.word(token).source.is_some_and(|noun| noun.refers == Refers::Document)
}

/// The outlet that `tokens` name, if that is all they name: "Reuters", "the AP", "state television".
pub fn outlet(text: &Text<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let bare =
        if matches!(text.lower(tokens.start), "the" | "a" | "an") { tokens.start + 1..tokens.end } else { tokens };
    let words = text.span(bare.clone()).of(text.source);
    if !bare.is_empty() && text.capitalised(bare.start) && vocabulary::publishers::get().named(words).is_some() {
        return Some(bare);
    }
    let last = bare.end.checked_sub(1).filter(|last| *last >= bare.start)?;
    if bare.len() < 2 || text.capitalised(last) && !text.capitalised(bare.start) {
        return None;
    }
    // "Radio Delta", "TV Norte"
    if matches!(text.lower(bare.start), "radio" | "tv" | "television" | "channel") && text.capitalised(last) {
        return Some(bare);
    }
    let noun = text.word(last).source.filter(|noun| is_media_body(noun))?;
    // "the Evening News", but "the bad news"; "state media"; "the news agency".
    let called = text.capitalised(last) || noun.strong || matches!(text.lower(last), "agency" | "agencies");
    (called && text.lower(last) != "press" && !is_other_agency(text, &bare)).then_some(bare)
}

/// The name in "the broadcaster Canal Norte", "the daily Le Phare": what follows the noun for an outlet.
fn named_by_kind(text: &Text<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let kind = tokens
        .clone()
        .take(5)
        .find(|token| text.word(*token).source.is_some_and(is_media_body) && !text.capitalised(*token))?;
    let name = kind + 1..tokens.end;
    let named = !name.is_empty() && name.clone().all(|token| text.capitalised(token) || is_figure(text, token));
    (named && (tokens.start..kind).all(|token| !text.capitalised(token))).then_some(name)
}

fn is_figure(text: &Text<'_>, token: usize) -> bool {
    text.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
}

fn is_media_body(noun: &SourceNoun) -> bool {
    noun.source_type == "media" && noun.refers == Refers::Body
}

/// "aid agencies", "the National Space Agency", "a police station": neither news nor a name makes them outlets.
fn is_other_agency(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let last = tokens.end.saturating_sub(1);
    let many_kinds = matches!(
        text.lower(last),
        "agency" | "agencies" | "network" | "networks" | "station" | "stations" | "channel" | "channels"
    );
    let news = |token: usize| {
        matches!(
            text.lower(token),
            "news" | "press" | "wire" | "radio" | "television" | "tv" | "broadcasting" | "information" | "satellite"
        )
    };
    // "the Delta agency", but "Norway's rescue agency" and "the U.N. food agency"
    let named = tokens.len() == 2
        && text.capitalised(tokens.start)
        && !text.capitalised(last)
        && !matches!(text.raw(tokens.start), "UN" | "EU" | "US" | "U.N." | "U.S." | "E.U.");
    many_kinds && !named && !(tokens.start..last).any(news)
}

/// The outlet that stands somewhere in `tokens`.
pub fn outlet_within(text: &Text<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    tokens.clone().filter(|start| text.capitalised(*start)).find_map(|start| {
        (start + 1..=tokens.end.min(start + 5)).rev().find_map(|end| {
            let words = text.span(start..end).of(text.source);
            vocabulary::publishers::get().named(words).map(|_| start..end)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn additions_end_where_the_content_begins() {
        for (source, words, rest, via) in [
            ("told Reuters the dam had burst", "told Reuters", "the dam had burst", Some("Reuters")),
            ("told state television that it burst", "told state television", "that it burst", Some("state television")),
            ("told reporters on Monday that it burst", "told reporters", "that it burst", None),
            ("said in a statement that it burst", "said in a statement", "that it burst", None),
            ("said on Saturday it had burst", "said", "it had burst", None),
            (
                "told a local radio station that it burst",
                "told a local radio station",
                "that it burst",
                Some("local radio station"),
            ),
            ("told the Daily Lantern he was free", "told the Daily Lantern", "he was free", None),
            ("told the Evening News he was free", "told the Evening News", "he was free", Some("Evening News")),
            ("told Radio Delta he was free", "told Radio Delta", "he was free", Some("Radio Delta")),
            (
                "told the broadcaster Canal 9 that he was free",
                "told the broadcaster Canal 9",
                "that he was free",
                Some("Canal 9"),
            ),
            ("told the bad news to his wife", "told the bad news", "", None),
            ("told him he was free", "told him", "he was free", None),
            ("said late on Friday", "said", "", None),
            ("said three boats sank", "said", "three boats sank", None),
        ] {
            let text = Text::new(source);
            let cue = vocabulary::cues::get().at(&text, 0).unwrap();
            let end = text.tokens.len();
            let found = addition(&text, cue.cue, 1, end);
            assert_eq!(text.span(0..found.words).of(source), words, "{source}");
            assert_eq!(text.span(found.end..end).of(source), rest, "{source}");
            assert_eq!(found.via.map(|via| text.span(via).of(source)), via, "{source}");
        }
    }
}
