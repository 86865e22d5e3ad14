//! Whether a proposal can be taken: its words stand in the text, its numbers and dates are such, and what it says is among
//! what the archive tells apart. Everything worded is looked for in the text: a place or a name that the article does not have
//! is not the article's claim.

mod date;
mod text;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use text::Text;

/// A claim as it is stored: a row of `proposals` without its place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the columns of the table, where each is explained")]
pub struct Proposal {
    pub kind: String,
    pub measure: Option<String>,
    pub event: Option<String>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub qualifier: Option<String>,
    pub unit: Option<String>,
    pub counted_group: Option<String>,
    pub actor: Option<String>,
    pub target: Option<String>,
    pub relation: Option<String>,
    pub date_from: Option<String>,
    pub date_to: Option<String>,
    pub place: Option<String>,
    pub source: Option<String>,
    pub via: Option<String>,
    pub cue: Option<String>,
    pub direct: bool,
    pub resolved: bool,
    pub polarity: String,
    pub modality: String,
    pub quote: String,
    pub start_offset: i64,
    pub end_offset: i64,
    pub further: Option<String>,
}

/// The words that the archive tells apart.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What a count counts.
    pub measures: Vec<String>,
    /// What happens.
    pub events: Vec<String>,
    /// How a number is put.
    pub qualifiers: Vec<String>,
    /// How a count stands to others.
    pub relations: Vec<String>,
    /// Asserted or denied.
    pub polarities: Vec<String>,
    /// How firmly it is put.
    pub modalities: Vec<String>,
    /// Count, event, statement.
    pub kinds: Vec<String>,
}

/// What is known of a claim; other entries are kept as `further`.
const KNOWN: [&str; 25] = [
    "kind",
    "measure",
    "event",
    "low",
    "high",
    "qualifier",
    "unit",
    "group",
    "actor",
    "target",
    "relation",
    "date",
    "place",
    "source",
    "speaker",
    "via",
    "cue",
    "direct",
    "resolved",
    "polarity",
    "modality",
    "anchor",
    "start",
    "end",
    "article",
];

/// Checks one claim.
///
/// # Errors
/// Words that say what is wrong with it, and what was looked for.
pub fn check(claim: &Map<String, Value>, text: &Text, words: &Words) -> Result<Proposal, String> {
    let claim = Claim(claim);
    let anchor = claim.text("anchor")?.ok_or("it has no anchor: the words of the article that carry it")?;
    let (start, end) = text.find(&anchor, claim.offset("start")?, claim.offset("end")?)?;
    let kind = one_of("kind", claim.text("kind")?, &words.kinds)?.ok_or("it has no kind")?;
    let mut proposal = Proposal {
        polarity: one_of("polarity", claim.text("polarity")?, &words.polarities)?
            .unwrap_or_else(|| "asserted".to_owned()),
        modality: one_of("modality", claim.text("modality")?, &words.modalities)?.unwrap_or_else(|| "fact".to_owned()),
        quote: anchor,
        start_offset: start,
        end_offset: end,
        place: claim.worded("place", text)?,
        source: claim.worded("source", text)?,
        via: claim.worded("via", text)?,
        further: claim.further(),
        ..Proposal::default()
    };
    (proposal.date_from, proposal.date_to) = match claim.text("date")? {
        Some(date) => date::read(&date)
            .ok_or_else(|| format!("date {date:?} is no day, month, year or interval such as 2011-12-16/2011-12-17"))?,
        None => (None, None),
    };
    match kind.as_str() {
        "count" => {
            proposal.measure =
                Some(one_of("measure", claim.text("measure")?, &words.measures)?.ok_or("it has no measure")?);
            proposal.qualifier = one_of("qualifier", claim.text("qualifier")?, &words.qualifiers)?;
            proposal.relation = one_of("relation", claim.text("relation")?, &words.relations)?;
            (proposal.low, proposal.high) = (claim.number("low")?, claim.number("high")?);
            match (proposal.low, proposal.high) {
                (None, None) => return Err("it is a count without low and high".to_owned()),
                (Some(low), Some(high)) if low > high => return Err(format!("low {low} is above high {high}")),
                _ => {}
            }
            proposal.unit = claim.text("unit")?;
            proposal.counted_group = claim.worded("group", text)?;
            proposal.actor = claim.worded("actor", text)?;
        }
        "event" => {
            proposal.event = Some(one_of("event", claim.text("event")?, &words.events)?.ok_or("it has no event")?);
            proposal.actor = claim.worded("actor", text)?;
            proposal.target = claim.worded("target", text)?;
        }
        _ => {
            let speaker = claim.worded("speaker", text)?;
            proposal.source = speaker.or(proposal.source);
            proposal.cue = claim.worded("cue", text)?;
            proposal.direct = claim.truth("direct")?;
            proposal.resolved = claim.truth("resolved")?;
        }
    }
    proposal.kind = kind;
    Ok(proposal)
}

/// The word, where it is one of these.
fn one_of(name: &str, word: Option<String>, known: &[String]) -> Result<Option<String>, String> {
    match word {
        Some(word) if !known.contains(&word) => {
            Err(format!("{name} {word:?} is not known; there is: {}", known.join(", ")))
        }
        word => Ok(word),
    }
}

/// A claim as it was given, read entry by entry. An empty text is none.
struct Claim<'a>(&'a Map<String, Value>);

impl Claim<'_> {
    fn text(&self, name: &str) -> Result<Option<String>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone()).filter(|text| !text.is_empty())),
            Some(other) => Err(format!("{name} is {other}; it has to be a text")),
        }
    }

    /// A text that has to stand in the article's.
    fn worded(&self, name: &str, text: &Text) -> Result<Option<String>, String> {
        match self.text(name)? {
            Some(words) if !text.has(&words) => Err(format!("{name} {words:?} does not stand in the text")),
            words => Ok(words),
        }
    }

    fn number(&self, name: &str) -> Result<Option<i64>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => match value.as_i64() {
                Some(number) => Ok(Some(number)),
                None => Err(format!("{name} is {value}; it has to be a whole number or null")),
            },
        }
    }

    fn offset(&self, name: &str) -> Result<Option<usize>, String> {
        let number = self.number(name)?;
        number.map(|number| usize::try_from(number).map_err(|_| format!("{name} is {number}"))).transpose()
    }

    fn truth(&self, name: &str) -> Result<bool, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::Bool(truth)) => Ok(*truth),
            Some(other) => Err(format!("{name} is {other}; it has to be true or false")),
        }
    }

    /// What nobody asked for, in the order of its names.
    fn further(&self) -> Option<String> {
        let mut entries: Vec<(&String, &Value)> =
            self.0.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str())).collect();
        entries.sort_by_key(|(name, _)| name.as_str());
        let further: Map<String, Value> =
            entries.into_iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        (!further.is_empty()).then(|| Value::Object(further).to_string())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "Twelve miners – “les gueules noires” – were killed in Orval, the union said. Twelve more fled.";

    fn checked(claim: &Value) -> Result<Proposal, String> {
        let word = |word: &str| vec![word.to_owned()];
        let words = Words {
            measures: word("killed"),
            events: word("strike"),
            qualifiers: word("exact"),
            relations: word("total"),
            polarities: ["asserted", "denied"].map(str::to_owned).to_vec(),
            modalities: ["fact", "alleged", "possible", "unreal"].map(str::to_owned).to_vec(),
            kinds: ["count", "event", "statement"].map(str::to_owned).to_vec(),
        };
        check(claim.as_object().unwrap(), &Text::new(TEXT.to_owned()), &words)
    }

    fn count() -> Value {
        json!({"kind": "count", "start": 0, "end": 13, "anchor": "Twelve miners", "measure": "killed", "low": 12,
            "high": 12, "qualifier": "exact", "group": "miners", "date": "1950-03-02/..", "place": "Orval",
            "source": "the union", "via": "", "confidence": 0.7})
    }

    #[test]
    fn what_stands_is_taken() {
        let proposal = checked(&count()).unwrap();
        assert_eq!((proposal.start_offset, proposal.end_offset, proposal.low), (0, 13, Some(12)));
        assert_eq!((proposal.date_from.as_deref(), proposal.date_to), (Some("1950-03-02"), None));
        assert_eq!((proposal.via, proposal.further.as_deref()), (None, Some(r#"{"confidence":0.7}"#)));
        let statement =
            json!({"kind": "statement", "anchor": "les gueules noires", "speaker": "the union", "direct": true});
        let statement = checked(&statement).unwrap();
        assert_eq!((statement.start_offset, statement.source.as_deref()), (17, Some("the union")));
    }

    #[test]
    fn what_does_not_stand_is_refused_with_what_was_looked_for() {
        for (name, value, reason) in [
            (
                "anchor",
                json!("Twelve pilots"),
                r#""Twelve pilots" was looked for at 0 to 13, where "Twelve miners" stands"#,
            ),
            ("anchor", Value::Null, "it has no anchor"),
            ("end", json!(9999), "the text ends at"),
            ("end", Value::Null, "start and end are given together"),
            ("place", json!("Paris"), r#"place "Paris" does not stand in the text"#),
            ("group", json!("pilots"), r#"group "pilots" does not stand"#),
            ("measure", json!("deaths"), "there is: killed"),
            ("low", json!("12"), r#"low is "12"; it has to be a whole number"#),
            ("low", json!(13), "low 13 is above high 12"),
            ("date", json!("March"), "is no day"),
            ("kind", json!("opinion"), "there is: count, event, statement"),
            ("polarity", json!("maybe"), "there is: asserted, denied"),
        ] {
            let mut claim = count();
            claim[name] = value.clone();
            let refused = checked(&claim).unwrap_err();
            assert!(refused.contains(reason), "{name} {value}: {refused}");
        }
        let mut claim = count();
        claim["start"] = Value::Null;
        claim["end"] = Value::Null;
        claim["anchor"] = json!("Twelve");
        assert!(checked(&claim).unwrap_err().contains("stands 2 times"));
    }
}
