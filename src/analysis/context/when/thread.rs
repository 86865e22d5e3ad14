//! The thread of the article: which date a sentence without one goes on with.
//!
//! Two threads run side by side: what is told in turn, and the harm that the article is about. A count of victims goes
//! on with the second, also behind a paragraph on a funeral or a minister's visit that has a date of its own.

use foldhash::{HashMap, HashSet};

use super::clause::Tense;
use super::dated::Dated;
use super::nature::{
    goes_on, is_of_authority, is_of_harm, is_of_many_held, is_of_speech, is_of_the_hit, is_of_violence,
};
use super::setting::{Setting, Settings};
use super::stretch::{hull, is_long, is_of_days, is_part, last_day};
use super::subject::{LEAD, NEWS, is_live, mains};
use crate::analysis::date::PartialDate;
use crate::analysis::name::{NameKind, NamedSpan};
use crate::analysis::{Claim, ClaimKind, DateSpan, Reading};

/// The dates that sentences set, in order, and the main ones.
pub struct Thread<'a> {
    settings: Settings,
    /// Those for harm whose sentences count those who were hit.
    hits: Vec<Setting>,
    /// What the last violent event without a date of its own went on with.
    told_last: Option<Setting>,
    /// Sentences that tell of something that goes on, such as a strike.
    lasting: HashSet<usize>,
    /// Sentences with an event of violence: a count in them is a part of it.
    violent: HashSet<usize>,
    /// Sentences with an event of protest.
    protests: HashSet<usize>,
    /// What the claims at the beginning tell: measures and events.
    lead: HashSet<String>,
    /// Where each place is named first: an index of the article's names.
    named: HashMap<&'a str, usize>,
    /// A running report whose entries have nothing but the time of day.
    pub live: bool,
    /// The date of what the article mainly tells: the first of a day, not long before the report.
    pub main: Option<DateSpan>,
    /// It took all of that time: a flood, a siege, clashes on several days.
    whole: bool,
    /// The date of the harm that it is about.
    pub harm: Option<DateSpan>,
}

/// A date that a sentence goes on with, and why.
pub struct Carried {
    /// The date.
    pub date: DateSpan,
    /// Why this date.
    pub basis: &'static str,
}

impl<'a> Thread<'a> {
    /// Reads the thread of an article.
    pub fn new(dated: &Dated<'a, '_>, claims: &[Claim]) -> Self {
        let sentence_of = |claim: &Claim| dated.reading.text.sentence_at(claim.span.start);
        let lasting = claims.iter().filter(|claim| goes_on(claim)).map(sentence_of).collect();
        let violent = claims
            .iter()
            .filter(|claim| claim.kind == ClaimKind::Event && is_of_violence(claim))
            .map(sentence_of)
            .collect();
        let protests = claims
            .iter()
            .filter(|claim| matches!(claim.event, "protest" | "block" | "occupy" | "strike"))
            .map(sentence_of)
            .collect();
        let settings = Settings::new(dated, claims);
        let today = |setting: &Setting| is_of_days(setting.date);
        let live = !settings.told.iter().any(today) && is_live(dated);
        let lead =
            claims.iter().filter(|claim| sentence_of(claim) < LEAD).map(|claim| claim.what().to_owned()).collect();
        let (main, harm, whole) = mains(dated, claims, &settings, live);
        let hits = settings.harm.iter().filter(|setting| setting.hit).copied().collect();
        Self {
            settings,
            hits,
            lead,
            whole,
            told_last: None,
            lasting,
            violent,
            protests,
            named: first_named(dated),
            live,
            main,
            harm,
        }
    }

    /// The day that the article gives near one counted in weeks or years.
    pub fn sure(&self, date: DateSpan) -> Option<DateSpan> {
        self.settings.rough.iter().find(|(rough, _)| *rough == date).map(|(_, sure)| *sure)
    }

    /// The day of the report, where the harm that it is about came on that day: all that follows from it did so too.
    pub fn of_today(&self, reading: &Reading<'_>) -> Option<DateSpan> {
        let today = DateSpan::on(PartialDate::Day(reading.published_on?));
        (self.harm == Some(today)).then_some(today)
    }

    /// The date that `claim` in sentence number `sentence` goes on with.
    /// Claims are asked for in the order of the text.
    pub fn carried(&mut self, dated: &Dated<'_, '_>, claim: &Claim, sentence: usize) -> Option<Carried> {
        let carried = self.found(dated, claim, sentence)?;
        if claim.kind == ClaimKind::Event && is_of_violence(claim) && dated.ground(claim).is_none() {
            self.told_last = Some(Setting { sentence, date: carried.date, ..Setting::default() });
        }
        Some(carried)
    }

    fn found(&self, dated: &Dated<'_, '_>, claim: &Claim, sentence: usize) -> Option<Carried> {
        let tense = dated.tense(claim, sentence);
        if tense == Tense::Future {
            return None;
        }
        let of_harm = is_of_harm(claim);
        if of_harm && dated.is_of_war(claim, sentence) {
            let begun = dated.begin_of_war(claim, sentence)?;
            return Some(Carried { date: begun, basis: "since it broke out" });
        }
        if self.live {
            return self.main(of_harm);
        }
        if dated.reading.text.sentences.get(sentence)?.headline {
            return self.heading(dated, sentence).or_else(|| self.main(of_harm));
        }
        if dated.is_since_then(claim, sentence) {
            return self.since_then(dated, sentence);
        }
        if tense == Tense::Pluperfect
            && !of_harm
            && (claim.kind == ClaimKind::Count || is_of_speech(claim))
            && let Some(said) = dated.saying_of(claim, sentence)
        {
            // "announced on Friday that it had charged two": what is done in words is done by saying so.
            let at_once = is_of_speech(claim) || claim.measure == "people" && dated.is_charge(claim);
            let from = said.from.filter(|_| at_once);
            return Some(Carried { date: DateSpan { from, to: said.to }, basis: "by the day on which it was said" });
        }
        if of_harm && !self.settings.harm.is_empty() {
            self.of_harm(dated, claim, sentence, tense)
        } else {
            self.of_passage(dated, claim, sentence, tense)
        }
    }

    /// The date of harm: that of the harm told before in the paragraph, or what the article is about.
    fn of_harm(&self, dated: &Dated<'_, '_>, claim: &Claim, sentence: usize, tense: Tense) -> Option<Carried> {
        let main = || self.main(true);
        let near = |setting: &Setting| setting.heading || is_same_paragraph(dated, setting.sentence, sentence);
        let goes_with_told = tense == Tense::Past
            && dated.ground(claim).is_none()
            && (claim.kind == ClaimKind::Event || self.violent.contains(&sentence));
        let harm = last_before(&self.settings.harm, sentence);
        let harm = self.told_last.filter(|last| harm.is_none_or(|harm| harm.sentence <= last.sentence)).or(harm);
        // "The dead", "those hurt": of what was told since, only what counts such people too leads on.
        let again =
            !harm.is_some_and(|harm| near(&harm)) && claim.kind == ClaimKind::Count && dated.names_victims(sentence);
        if again && self.harm.is_some_and(is_of_days) {
            return main();
        }
        let harm = if again { last_before(&self.hits, sentence).or(harm) } else { harm };
        let told = last_before(&self.settings.told, sentence);
        // "Woke on Monday to news of a blast": the day of the news is not that of what comes next.
        let first_told = |told: &Setting| harm.is_none() && near(told) && !dated.turns_back(told.sentence);
        // Behind a look back the story is again at what it is about.
        let back_again = |told: &Setting| self.harm.is_some_and(|harm| is_within(harm, told.date));
        let goes_on = |told: &Setting| {
            !told.grown
                && (goes_with_told && (near(told) || self.tells_harm(told.sentence))
                    || told.heading
                    || first_told(told)
                    || back_again(told))
        };
        let latest = match (harm, told.filter(goes_on)) {
            (Some(harm), Some(told))
                if told.sentence > harm.sentence || told.sentence == harm.sentence && near(&told) =>
            {
                Some(told)
            }
            (harm, told) => harm.or(told),
        };
        let speaking = dated.goes_on_speaking(claim, sentence);
        let quoted = |setting: &Setting| speaking && !is_background(setting.date, self.harm);
        if let Some(setting) = latest.filter(|setting| near(setting) || quoted(setting)) {
            return Some(self.going_on(dated, setting, sentence, claim));
        }
        if tense != Tense::Past || dated.ground(claim).is_some() {
            return main();
        }
        let Some(setting) = latest else { return main() };
        let date = setting.date;
        let part = self.whole && self.harm.is_some_and(|whole| is_part(date, whole));
        let back = date.to.is_none()
            || is_long(date)
            || part
            || self.is_earlier(date)
            || begins(dated, claim)
            || dated.is_from_new_witness(claim, sentence)
            || self.leads_to_new_place(dated, sentence);
        if back { main() } else { Some(self.going_on(dated, setting, sentence, claim)) }
    }

    /// "has since died": from what was told before on.
    fn since_then(&self, dated: &Dated<'_, '_>, sentence: usize) -> Option<Carried> {
        let near = |setting: &Setting| is_same_paragraph(dated, setting.sentence, sentence);
        let told = last_before(&self.settings.told, sentence).filter(near).map(|setting| setting.date);
        let from = told.or(self.harm).or(self.main)?.from;
        Some(Carried { date: DateSpan { from, to: None }, basis: "since what was told before" })
    }

    /// The date of what is told in turn.
    fn of_passage(&self, dated: &Dated<'_, '_>, claim: &Claim, sentence: usize, tense: Tense) -> Option<Carried> {
        let main = || self.main(is_of_harm(claim));
        let told = last_before(&self.settings.told, sentence);
        let beside = self.told_last.filter(|last| is_same_paragraph(dated, last.sentence, sentence));
        let beside = beside.filter(|last| told.is_none_or(|told| told.sentence < last.sentence));
        let Some(setting) = beside.or(told) else { return main() };
        let date = setting.date;
        if claim.measure == "people" && dated.is_asked(claim) {
            return None;
        }
        // "The ministry said that 94 people had been held": those held over the unrest that the article is about.
        if is_of_many_held(claim) && !self.violent.is_empty() && tense != Tense::Past {
            return self.main(true);
        }
        // what was done about it can have been on no other day
        let today = || self.of_today(dated.reading).map(|date| Carried { date, basis: "since what happened today" });
        let same_paragraph = setting.heading || is_same_paragraph(dated, setting.sentence, sentence);
        let open = date.to.is_none();
        let carried = || Some(self.going_on(dated, setting, sentence, claim));
        match tense {
            Tense::Perfect | Tense::Present if open && same_paragraph => carried(),
            Tense::Present if same_paragraph && setting.sentence + 1 == sentence => carried(),
            // "had fired" leads back to what the article is about, if it is that kind of thing at all.
            Tense::Pluperfect if is_of_violence(claim) || claim.measure == "people" => main(),
            // "have died", "are missing": what the article is about brought it about.
            Tense::Perfect | Tense::Present if is_of_the_hit(claim) => main(),
            Tense::Perfect | Tense::Present if !is_of_speech(claim) => today(),
            Tense::Perfect | Tense::Present | Tense::Pluperfect | Tense::Future => None,
            Tense::Past if same_paragraph => carried(),
            Tense::Past if is_of_many_held(claim) && !self.violent.is_empty() => self.main(true),
            // An arrest told by itself may have been on any day, unless the article is about it.
            Tense::Past if claim.measure == "people" && dated.is_charge(claim) => today(),
            Tense::Past if is_of_authority(claim) && !self.lead.contains(claim.what()) => today(),
            Tense::Past if claim.measure == "people" && !dated.goes_on_speaking(claim, sentence) => self.main(true),
            Tense::Past if open || is_long(date) || is_background(date, self.main) || begins(dated, claim) => main(),
            // A witness looks back on what the article is about.
            Tense::Past if is_of_violence(claim) && dated.is_from_new_witness(claim, sentence) => main(),
            Tense::Past if dated.is_aside(claim, sentence) && !is_of_violence(claim) && claim.measure != "people" => {
                today()
            }
            Tense::Past if self.leads_to_new_place(dated, sentence) => today(),
            Tense::Past => carried(),
        }
    }

    fn main(&self, of_harm: bool) -> Option<Carried> {
        let date = if of_harm { self.harm } else { self.main };
        date.map(|date| Carried { date, basis: "the article's main date" })
    }

    /// What `setting` means for `claim` in `sentence`. What follows on the beginning of a strike, told by its month, falls
    /// into that month or later.
    fn going_on(&self, dated: &Dated<'_, '_>, setting: Setting, sentence: usize, claim: &Claim) -> Carried {
        let Setting { sentence: from, date, .. } = setting;
        // "The ministry's last word, in 2015, was 21": what fell into that time is the harm of its day.
        if let Some(harm) = self.harm.filter(|harm| {
            (is_of_harm(claim) || claim.kind == ClaimKind::Event && !is_of_speech(claim))
                && !is_of_days(date)
                && is_within(*harm, date)
        }) {
            return Carried { date: harm, basis: "the article's main date" };
        }
        let basis =
            if from + 1 == sentence { "carried from the sentence before" } else { "carried from an earlier sentence" };
        let vague = matches!(date.from, Some(PartialDate::Month(..) | PartialDate::Year(_)));
        let follows = self.lasting.contains(&from) && claim.event != "strike" || dated.is_punishment(claim);
        let open = vague && follows;
        Carried { date: if open { DateSpan { to: None, ..date } } else { date }, basis }
    }

    /// Whether the sentence tells of harm or unrest, by an event or by a date of its own for harm.
    fn tells_harm(&self, sentence: usize) -> bool {
        let harm = &self.settings.harm;
        self.violent.contains(&sentence)
            || self.protests.contains(&sentence)
            || harm.binary_search_by_key(&sentence, |setting| setting.sentence).is_ok()
    }

    /// Whether the sentence begins a paragraph and leads to a place that nothing before it names.
    fn leads_to_new_place(&self, dated: &Dated<'_, '_>, sentence: usize) -> bool {
        let reading = dated.reading;
        let Some(here) = reading.text.sentences.get(sentence) else { return false };
        let before = sentence.checked_sub(1).and_then(|before| reading.text.sentences.get(before));
        if before.is_some_and(|before| before.paragraph == here.paragraph) {
            return false;
        }
        let first = reading.names.partition_point(|name| name.span.start < here.span.start);
        let names =
            reading.names.get(first..).unwrap_or_default().iter().take_while(|name| name.span.start < here.span.end);
        names
            .filter(|name| name.kind == NameKind::Place && is_reached(dated, name))
            .any(|name| self.named.get(reading.text.lower_span(name.span)).is_none_or(|named| *named >= first))
    }

    /// A heading takes the date of the sentence right below it.
    fn heading(&self, dated: &Dated<'_, '_>, sentence: usize) -> Option<Carried> {
        if sentence == 0 {
            return None;
        }
        let told = &self.settings.told;
        let below = told.get(told.partition_point(|setting| setting.sentence <= sentence))?;
        let between = dated.reading.text.sentences.get(sentence + 1..below.sentence)?;
        (between.is_empty() && below.date.to.is_some())
            .then_some(Carried { date: below.date, basis: "that of the sentence below the heading" })
    }

    /// Whether the date lies before that of the harm that the article is about: a look back, over with its paragraph.
    fn is_earlier(&self, date: DateSpan) -> bool {
        let harm = self.harm.filter(|harm| is_of_days(*harm)).and_then(|harm| harm.first_day());
        last_day(date).zip(harm).is_some_and(|(day, harm)| day < harm)
    }

    /// From the first to the last of the two days set latest before `sentence` that differ.
    pub fn latest_two(&self, sentence: usize) -> Option<DateSpan> {
        let before = self.settings.told.iter().rev().filter(|setting| setting.sentence <= sentence);
        let mut days = before.map(|setting| setting.date).filter(|date| is_of_days(*date));
        let last = days.next()?;
        let other = days.find(|date| *date != last)?;
        hull([last, other].into_iter())
    }
}

fn is_within(day: DateSpan, date: DateSpan) -> bool {
    date.to.is_some() && date.first_day() <= day.first_day() && day.last_day() <= date.last_day()
}

fn last_before(settings: &[Setting], sentence: usize) -> Option<Setting> {
    let before = settings.partition_point(|setting| setting.sentence < sentence);
    settings.get(before.checked_sub(1)?).copied()
}

fn is_same_paragraph(dated: &Dated<'_, '_>, one: usize, other: usize) -> bool {
    let paragraph = |sentence: usize| dated.reading.text.sentences.get(sentence).map(|sentence| sentence.paragraph);
    paragraph(one) == paragraph(other)
}

/// Whether the claim tells how it all began: that leads back to the article's main date.
fn begins(dated: &Dated<'_, '_>, claim: &Claim) -> bool {
    let text = &dated.reading.text;
    let tokens = text.tokens_in(claim.span);
    is_of_violence(claim)
        && (tokens.start..tokens.end + 2)
            .any(|at| matches!(text.lower(at), "began" | "started" | "erupted" | "begun" | "start" | "begin"))
}

fn first_named<'a>(dated: &Dated<'a, '_>) -> HashMap<&'a str, usize> {
    let mut first = HashMap::default();
    for (number, name) in dated.reading.names.iter().enumerate() {
        first.entry(dated.reading.text.lower_span(name.span)).or_insert(number);
    }
    first
}

/// Whether "in" or "to" stands before the place's noun group.
fn is_reached(dated: &Dated<'_, '_>, name: &NamedSpan) -> bool {
    let phrases = &dated.reading.phrases;
    phrases
        .chunk_at(name.tokens.start)
        .and_then(|chunk| phrases.previous(chunk))
        .and_then(|before| phrases.chunks.get(before))
        .is_some_and(|before| matches!(dated.reading.text.lower(before.tokens.start), "in" | "to" | "into"))
}

/// Whether the date lies far before the main one, or is a mere year.
fn is_background(date: DateSpan, main: Option<DateSpan>) -> bool {
    match (last_day(date), main.and_then(|main| main.first_day())) {
        (Some(day), Some(main)) => (main - day).num_days() > NEWS || !is_of_days(date) && (main - day).num_days() > 0,
        _ => false,
    }
}
