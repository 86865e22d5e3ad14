//! What the places where one name stands say together, and which names are short forms of others.

use foldhash::{HashMap, HashSet};

use crate::analysis::text::Text;
use crate::vocabulary::geography::PlaceClass;

use super::case::is_upper;
use super::kind::Candidate;
use super::{NameKind, NamedSpan};

/// Gives every candidate a kind: its own where that is certain, else what all places with the same words say, else that of
/// the person whose surname it is, else a body.
pub fn decide(text: &Text<'_>, mut candidates: Vec<Candidate>) -> Vec<NamedSpan> {
    follow_lists(text, &mut candidates);
    let keys: Vec<&str> =
        candidates.iter().map(|candidate| text.lower_span(text.span(candidate.tokens.clone()))).collect();
    let mut votes: HashMap<&str, Votes> = HashMap::default();
    let mut classes: HashMap<&str, PlaceClass> = HashMap::default();
    for (candidate, key) in candidates.iter().zip(&keys) {
        let Some(kind) = candidate.kind else { continue };
        votes.entry(key).or_default().add(kind, 1 << (2 * u32::from(candidate.strength)));
        if let Some(class) = candidate.class {
            classes.entry(key).or_insert(class);
        }
    }
    let surnames: HashSet<&str> = candidates
        .iter()
        .filter(|candidate| candidate.kind == Some(NameKind::Person) && candidate.tokens.len() > 1)
        .filter_map(|candidate| candidate.tokens.clone().next_back())
        .map(|last| text.lower(last))
        .collect();
    candidates
        .iter()
        .zip(keys)
        .map(|(candidate, key)| {
            let elected = votes.get(key).and_then(Votes::winner);
            let kind = match candidate.kind {
                Some(kind) if candidate.strength >= 3 => kind,
                _ if candidate.tokens.len() == 1
                    && (elected != Some(NameKind::Place) || !classes.contains_key(key))
                    && surnames.contains(key) =>
                {
                    NameKind::Person
                }
                _ => elected.unwrap_or(NameKind::Body),
            };
            let class =
                (kind == NameKind::Place).then(|| candidate.class.or_else(|| classes.get(key).copied())).flatten();
            let span = text.span(candidate.tokens.clone());
            NamedSpan { tokens: candidate.tokens.clone(), span, kind, class, full_form: None }
        })
        .collect()
}

/// How often and how surely a name is taken for each kind.
#[derive(Default)]
struct Votes {
    place: u32,
    person: u32,
    body: u32,
}

impl Votes {
    fn add(&mut self, kind: NameKind, votes: u32) {
        match kind {
            NameKind::Place => self.place += votes,
            NameKind::Person => self.person += votes,
            NameKind::Body => self.body += votes,
        }
    }

    /// The kind with most votes, of equals the last.
    fn winner(&self) -> Option<NameKind> {
        let all = [(NameKind::Place, self.place), (NameKind::Person, self.person), (NameKind::Body, self.body)];
        all.into_iter().filter(|(_, votes)| *votes > 0).max_by_key(|(_, votes)| *votes).map(|(kind, _)| kind)
    }
}

/// "in X and Y": what nothing else is known of is of the kind of the name before it in a list.
fn follow_lists(text: &Text<'_>, candidates: &mut [Candidate]) {
    for at in 1..candidates.len() {
        let (before, rest) = candidates.split_at_mut(at);
        let (Some(before), Some(candidate)) = (before.last(), rest.first_mut()) else { continue };
        let listed = before.tokens.end + 1 == candidate.tokens.start
            && matches!(text.lower(before.tokens.end), "and" | "or" | ",")
            && before.kind == Some(NameKind::Place);
        if listed && candidate.kind.is_none() {
            (candidate.kind, candidate.strength) = (before.kind, 1);
        }
    }
}

/// Points surnames and acronyms at the first full form of the same name, wherever it stands.
pub fn link_short_forms(text: &Text<'_>, names: &mut [NamedSpan]) {
    let mut people: HashMap<&str, usize> = HashMap::default();
    let mut bodies: HashMap<String, usize> = HashMap::default();
    for (number, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() > 1) {
        match name.kind {
            NameKind::Person => {
                if let Some(last) = name.tokens.clone().next_back() {
                    people.entry(text.lower(last)).or_insert(number);
                }
            }
            NameKind::Body => {
                let initials = name.tokens.clone().filter(|token| text.capitalised(*token));
                let initials: String = initials.filter_map(|token| text.lower(token).chars().next()).collect();
                bodies.entry(initials).or_insert(number);
            }
            NameKind::Place => {}
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        let word = text.lower_span(name.span);
        name.full_form = match name.kind {
            NameKind::Person => people.get(word).copied(),
            NameKind::Body if is_upper(text.raw(name.tokens.start)) => bodies.get(&word.replace('.', "")).copied(),
            _ => None,
        };
    }
}
