//! The dates that sentences set for those after them: one for what the sentence mainly tells, and one for harm that it
//! tells of, which may be another ("mourned on Monday the dead of Friday's blast").

use chrono::Datelike;
use foldhash::HashSet;

use super::clause::{Link, Tense};
use super::dated::Dated;
use super::nature::{is_of_bodies, is_of_harm, is_of_the_hit, names_bodies, tells_of_growth};
use super::stretch::is_of_days;
use crate::analysis::claim::Modality;
use crate::analysis::date::{COUNTED_BACK, PartialDate};
use crate::analysis::{Claim, DateMention, DateSpan};
use crate::vocabulary::calendar::{Sense, Unit};

/// How many tokens a heading may have beside its date: a colon, a weekday, a comma.
const HEADING: usize = 3;

/// A date that a sentence sets.
#[expect(clippy::struct_excessive_bools, reason = "each is seen apart from the others")]
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// The sentence.
    pub sentence: usize,
    /// The date.
    pub date: DateSpan,
    /// It is how long the whole took: "in a week of flooding".
    pub whole: bool,
    /// It stands alone, as a heading of what follows.
    pub heading: bool,
    /// The sentence counts those who were hit.
    pub hit: bool,
    /// The sentence mainly tells what a toll grew to.
    pub grown: bool,
}

/// The dates that an article's sentences set, in order.
#[derive(Debug, Default)]
pub struct Settings {
    /// For what is mainly told.
    pub told: Vec<Setting>,
    /// For harm.
    pub harm: Vec<Setting>,
    /// Days counted in weeks or years, and the day near them that the article gives: "a week after the fire".
    pub rough: Vec<(DateSpan, DateSpan)>,
}

/// How many days a distance in weeks or longer units may lie off.
const ROUGH: i64 = 4;

impl Settings {
    /// Reads them from the dates of the sentences and of `claims`.
    pub fn new(dated: &Dated<'_, '_>, claims: &[Claim]) -> Self {
        let text = &dated.reading.text;
        let mut settings = Self::default();
        let mut harms: Vec<(usize, DateSpan)> = claims
            .iter()
            .filter(|claim| is_of_harm(claim) && claim.modality != Modality::Unreal && claim.date.from.is_some())
            .filter(|claim| !is_of_bodies(claim, text))
            .map(|claim| (text.sentence_at(claim.span.start), claim.date))
            .collect();
        // Of a sentence's dates the first is that of the harm: "seven were shot on 3 May, and one died eleven days later".
        harms.sort_by_key(|(sentence, date)| (*sentence, date.first_day().filter(|_| is_of_days(*date))));
        let hit: HashSet<(usize, DateSpan)> = claims
            .iter()
            .filter(|claim| is_of_the_hit(claim))
            .map(|claim| (text.sentence_at(claim.span.start), claim.date))
            .collect();
        let heads = text.sentences.iter().take_while(|sentence| sentence.headline).count();
        for sentence in heads..text.sentences.len() {
            let counted = harms.binary_search_by_key(&sentence, |(sentence, _)| *sentence).is_ok();
            if !counted && dated.mentions(sentence).next().is_none() {
                continue;
            }
            // What was reached by a day happened before it.
            let by = |date: DateSpan| {
                dated.mentions(sentence).any(|mention| {
                    (dated.is_reached_by(mention) || dated.is_as_of(mention)) && dated.reached(mention) == date
                })
            };
            let told = dated.mentions(sentence).find(|mention| dated.is_told(mention, sentence));
            let first = harms.partition_point(|(at, _)| *at < sentence);
            let of_claim = harms.get(first).filter(|(at, date)| *at == sentence && !by(*date)).map(|(_, date)| *date);
            let counted = told.is_some()
                && text.sentences.get(sentence).is_some_and(|told| tells_of_growth(text, told.tokens.clone()));
            let of_told = told.map(|mention| Setting { grown: counted, ..dated.setting(mention, sentence) });
            settings.told.extend(of_told);
            let of_claim = of_claim.filter(|_| !counted);
            let harm = told
                .filter(|mention| !counted && !dated.is_of_finding(mention, sentence))
                .filter(|mention| of_claim == Some(mention.date) || dated.tells_of_harm(mention));
            let of_claim = of_claim.map(|date| {
                let whole = dated.mentions(sentence).any(|mention| mention.date == date && dated.is_whole(mention));
                Setting { sentence, date, whole, heading: false, hit: false, grown: false }
            });
            let in_passing = || {
                if counted {
                    return None;
                }
                dated
                    .mentions(sentence)
                    .find(|mention| {
                        mention.date.from.is_some()
                            && !dated.is_ahead(mention)
                            && !dated.is_of_saying(mention, sentence)
                            && !dated.marks_a_day(mention)
                            && !dated.is_as_of(mention)
                            && !dated.is_of_finding(mention, sentence)
                            && dated.tells_of_harm(mention)
                    })
                    .map(|mention| dated.setting(mention, sentence))
            };
            let named = dated.mentions(sentence).find(|mention| dated.names_harm(mention));
            let harm = named.or(harm).map(|mention| dated.setting(mention, sentence)).or(of_claim).or_else(in_passing);
            // "The 2003 riot began on 3 March": the day says more than the year.
            let precise = told
                .map(|mention| dated.setting(mention, sentence))
                .filter(|told| harm.is_some_and(|harm| harm.date != told.date && covers(harm.date, told.date)));
            let harm = precise.or(harm);
            settings
                .harm
                .extend(harm.map(|setting| Setting { hit: hit.contains(&(sentence, setting.date)), ..setting }));
        }
        settings.made_sure(dated).without_late_deaths(dated, claims)
    }
}

impl Settings {
    /// "A week after the fire" of an article that also gives the day of the fire means that day.
    fn made_sure(mut self, dated: &Dated<'_, '_>) -> Self {
        let one_day = |date: DateSpan| is_of_days(date) && date.from == date.to;
        let month = |date: DateSpan| matches!(date.from, Some(PartialDate::Month(..))) && date.from == date.to;
        let near = |rough: DateSpan, other: DateSpan| {
            if month(rough) {
                return covers(rough, other);
            }
            let days = rough.first_day().zip(other.first_day()).map(|(rough, other)| (rough - other).num_days().abs());
            days.is_some_and(|days| (1..=ROUGH).contains(&days))
        };
        let mentions = &dated.reading.dates;
        for rough in
            mentions.iter().filter(|mention| (one_day(mention.date) || month(mention.date)) && dated.is_rough(mention))
        {
            let sure = mentions
                .iter()
                .filter(|other| one_day(other.date) && !other.of_report && !dated.is_rough(other))
                .filter(|other| near(rough.date, other.date) && dated.tells_of_harm(other))
                .map(|other| other.date)
                .next();
            self.rough.extend(sure.map(|sure| (rough.date, sure)));
        }
        let Self { told, harm, rough } = &mut self;
        for setting in told.iter_mut().chain(harm) {
            if let Some((_, sure)) = rough.iter().find(|(rough, _)| *rough == setting.date) {
                setting.date = *sure;
            }
        }
        self
    }

    /// "One of them died in hospital two days later": what follows goes on with what was told before.
    fn without_late_deaths(mut self, dated: &Dated<'_, '_>, claims: &[Claim]) -> Self {
        let text = &dated.reading.text;
        let first = self.harm.first().copied();
        let deaths = claims
            .iter()
            .filter(|claim| claim.measure == "killed" && claim.low == Some(1) && claim.relation != "additional");
        let late: HashSet<(usize, DateSpan)> = deaths
            .filter(|claim| {
                let behind = text.tokens_in(claim.span).end;
                [dated.teller(claim), behind].into_iter().any(|verb| matches!(text.lower(verb), "died" | "dies"))
            })
            .map(|claim| (text.sentence_at(claim.span.start), claim.date))
            .filter(|(sentence, date)| {
                let counted = |rule: &str| matches!(rule, "counted from the happening before" | "night");
                let wounded = || {
                    text.sentences.get(*sentence).is_some_and(|here| {
                        here.tokens.clone().any(|token| {
                            matches!(text.lower(token), "of" | "from" | "to")
                                && matches!(
                                    text.lower(token + 1),
                                    "his" | "her" | "their" | "its" | "wounds" | "injuries" | "burns"
                                )
                                && matches!(
                                    text.lower(token + 2),
                                    "wounds" | "injuries" | "burns" | "." | "," | "in" | "on" | "at"
                                )
                        })
                    })
                };
                let before = |first: Setting| first.sentence < *sentence && first.date.last_day() < date.last_day();
                first.is_some_and(before)
                    && dated
                        .mentions(*sentence)
                        .any(|mention| mention.date == *date && (counted(mention.rule) || wounded()))
            })
            .collect();
        let kept = |setting: &Setting| !late.contains(&(setting.sentence, setting.date));
        self.told.retain(kept);
        self.harm.retain(kept);
        self
    }
}

fn covers(whole: DateSpan, part: DateSpan) -> bool {
    whole.to.is_some()
        && whole.first_day() <= part.first_day()
        && part.last_day().is_some_and(|last| Some(last) <= whole.last_day())
}

impl Dated<'_, '_> {
    /// Whether the date is counted in weeks or longer units: "a week after the fire", "ten years ago".
    fn is_rough(&self, mention: &DateMention) -> bool {
        let counted = mention.rule == COUNTED_BACK || mention.rule.starts_with("counted from");
        let long = |sense: &Sense| matches!(sense, Sense::Unit(unit) | Sense::Units(unit) if !matches!(unit, Unit::Day | Unit::Hour));
        counted && mention.tokens.clone().any(|token| self.reading.text.word(token).calendar.iter().any(long))
    }

    fn setting(&self, mention: &DateMention, sentence: usize) -> Setting {
        let length = self.reading.text.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.len());
        let heading = length <= mention.tokens.len() + HEADING;
        Setting {
            sentence,
            date: self.until_report(mention),
            whole: self.is_whole(mention),
            heading,
            hit: false,
            grown: false,
        }
    }

    /// "Monday marks ten years since": the day is not that of what it calls to mind.
    fn marks_a_day(&self, mention: &DateMention) -> bool {
        matches!(self.reading.text.lower(mention.tokens.end), "marks" | "marked" | "mark")
    }

    /// "Five years later nobody has been charged": the year of the report is when the story is told.
    fn is_this_year(&self, mention: &DateMention) -> bool {
        let year = self.reading.published_on.map(|report| DateSpan::on(PartialDate::Year(report.year())));
        Some(mention.date) == year
    }

    /// Whether the date is that of finding the dead: "a grave with nine bodies was opened in May 1998".
    fn is_of_finding(&self, mention: &DateMention, sentence: usize) -> bool {
        let text = &self.reading.text;
        let Some(clauses) = self.clauses(sentence) else { return false };
        let Some(tokens) = text.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return false };
        let own = clauses.of(mention.tokens.start);
        tokens
            .into_iter()
            .any(|token| clauses.of(token) == own && names_bodies(text.lower(token)) && text.lower(token) != "remains")
    }

    /// "a riot that began on 3 March", "which took place on Sunday"
    fn tells_when_it_began(&self, mention: &DateMention) -> bool {
        (mention.tokens.start.saturating_sub(4)..mention.tokens.start).any(|token| {
            matches!(
                self.reading.text.lower(token),
                "began" | "begun" | "started" | "occurred" | "happened" | "place" | "erupted" | "broke" | "unfolded"
            )
        })
    }

    /// "the raid of 5 May, in which nine were killed"
    fn is_told_of_within(&self, mention: &DateMention, sentence: usize) -> bool {
        self.clauses(sentence).is_some_and(|clauses| {
            let own = clauses.of(mention.tokens.start);
            clauses.all.iter().any(|clause| clause.within && clause.parent == Some(own))
        })
    }

    /// How long it took, where the sentence tells: "in three days of clashes".
    pub fn length_told(&self, sentence: usize) -> Option<DateSpan> {
        self.mentions(sentence).find(|mention| self.is_whole(mention)).map(|mention| mention.date)
    }

    /// "in a week of flooding"
    fn is_whole(&self, mention: &DateMention) -> bool {
        mention.rule == "up to the report" && self.reading.text.lower(mention.tokens.end) == "of"
    }

    /// Whether the date lies after the day of the report.
    pub fn is_ahead(&self, mention: &DateMention) -> bool {
        matches!(
            (self.reading.published_on, mention.date.first_day()),
            (Some(report), Some(day)) if day > report
        )
    }

    /// Whether the date is that of what the sentence mainly tells: not of a saying, a noun, an aside or what is to come.
    fn is_told(&self, mention: &DateMention, sentence: usize) -> bool {
        let clause = self.clauses(sentence).and_then(|clauses| clauses.get(clauses.of(mention.tokens.start)));
        mention.date.from.is_some()
            && (!self.is_part_of_a_noun(mention) || self.is_told_of_within(mention, sentence))
            && !self.is_ahead(mention)
            && !self.marks_a_day(mention)
            && !self.is_this_year(mention)
            && mention.rule != COUNTED_BACK
            && !self.is_as_of(mention)
            && self.aside(mention).is_none()
            && clause.is_none_or(|clause| {
                clause.tense != Tense::Future && (clause.link != Link::Relative || self.tells_when_it_began(mention))
            })
            && !self.is_of_saying(mention, sentence)
    }
}
