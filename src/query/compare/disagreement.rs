//! Which of the counts of one incident do not go together. Counts that say the same on the same days are taken as one
//! before they are compared, so that a thousand reports of two figures are one pair. Copies of one text are one account:
//! where only they differ, the text was edited.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Account;
use crate::collation::comparison::{self, Agreement, Count};

/// What the view `conflicts` calls figures that differ between copies of one text.
pub const EDITED: &str = "edited";

/// Two figures that do not go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// Conflict or tension.
    pub agreement: Agreement,
    /// Whether only copies of one text differ in them, of which none has both.
    pub edited: bool,
    /// The smaller count, in the words of one account.
    pub smaller: Account,
    /// The greater one, from the same article where one gives both.
    pub greater: Account,
    /// How many other pairs of accounts say the same.
    pub others: usize,
}

/// Accounts that say the same on the same days, as one.
struct Figure<'a> {
    count: Count,
    first_day: String,
    last_day: String,
    accounts: Vec<&'a Account>,
}

/// The pairs of figures among `accounts` that are in conflict or tension: conflicts first, and among them those that one
/// article gives, then the widest apart.
pub fn among(accounts: &[Account]) -> Vec<Disagreement> {
    let figures = figures(accounts);
    let given = accounts.iter().map(|account| (account.article_id, (account.low, account.high))).collect();
    let mut pairs: BTreeMap<(Agreement, bool, &str, &str), Disagreement> = BTreeMap::new();
    for (agreement, ones, others) in disagreeing(&figures) {
        let Some(Closest { smaller, greater, count, edited }) = closest(ones, others, &given) else { continue };
        let (smaller, greater) = if size(smaller) <= size(greater) { (smaller, greater) } else { (greater, smaller) };
        let (smaller_account, greater_account) = (smaller.clone(), greater.clone());
        let found =
            Disagreement { agreement, edited, smaller: smaller_account, greater: greater_account, others: count - 1 };
        pairs
            .entry((agreement, edited, smaller.figure.as_str(), greater.figure.as_str()))
            .and_modify(|known| {
                known.others += count;
                if !known.is_in_one_article() && found.is_in_one_article() {
                    (known.smaller, known.greater) = (found.smaller.clone(), found.greater.clone());
                }
            })
            .or_insert(found);
    }
    let mut pairs: Vec<Disagreement> = pairs.into_values().collect();
    pairs.sort_by_key(|pair| {
        let has_both = pair.is_in_one_article();
        (pair.edited, pair.agreement != Agreement::Conflict, !has_both, std::cmp::Reverse(pair.distance()))
    });
    pairs
}

/// Two accounts that do not go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Conflict or tension.
    pub agreement: Agreement,
    /// Whether both stand in copies of one text, of which neither has both.
    pub edited: bool,
    /// The smaller count.
    pub smaller: Account,
    /// The greater one.
    pub greater: Account,
}

/// Every pair of accounts that is in conflict or tension, one by one.
pub fn pairs(accounts: &[Account]) -> Vec<Pair> {
    let given: Given = accounts.iter().map(|account| (account.article_id, (account.low, account.high))).collect();
    let figures = figures(accounts);
    let mut pairs = Vec::new();
    for (agreement, ones, others) in disagreeing(&figures) {
        for (one, other) in ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other))) {
            let edited = one.is_copied_with(other);
            let has_both = |one: &Account, other: &Account| given.contains(&(one.article_id, (other.low, other.high)));
            if edited && (has_both(one, other) || has_both(other, one)) {
                continue;
            }
            let is_ordered = (size(one), one.claim_id) <= (size(other), other.claim_id);
            let (smaller, greater) = if is_ordered { (one, other) } else { (other, one) };
            pairs.push(Pair { agreement, edited, smaller: smaller.clone(), greater: greater.clone() });
        }
    }
    pairs
}

/// For each claim the figures that it is in conflict or tension with, each behind its size, by which they are ordered.
pub type Against = BTreeMap<i64, BTreeSet<(Agreement, i64, String)>>;

/// For each claim that is in conflict or tension with others, their figures.
pub fn against(accounts: &[Account]) -> Against {
    let figures = figures(accounts);
    let mut against = Against::new();
    for (agreement, ones, others) in disagreeing(&figures) {
        for (these, those) in [(ones, others), (others, ones)] {
            for account in these {
                let Some(other) = those.iter().find(|other| !account.is_copied_with(other)) else { continue };
                let figure = (agreement, size(other).0, other.figure.clone());
                against.entry(account.claim_id).or_default().insert(figure);
            }
        }
    }
    against
}

fn figures<'a>(accounts: &'a [Account]) -> Vec<Figure<'a>> {
    let mut figures: BTreeMap<_, Vec<&Account>> = BTreeMap::new();
    for account in accounts.iter().filter(|account| account.is_whole()) {
        let class = account.group_class.as_deref().filter(|class| *class != "people");
        let individual = account.is_single_case();
        let days = (first_day(account), last_day(account));
        let value = (account.plausible_low, account.plausible_high, account.figure.as_str(), account.unit.as_deref());
        figures.entry((value, class, individual, days, account.published_on.as_deref())).or_default().push(account);
    }
    let figure = |((_, _, _, (first_day, last_day), _), accounts): (_, Vec<&'a Account>)| {
        Some(Figure { count: count(accounts.first()?), first_day, last_day, accounts })
    };
    figures.into_iter().filter_map(figure).collect()
}

/// Each pair of figures about days in common that are in conflict or tension.
fn disagreeing<'a, 'b>(
    figures: &'b [Figure<'a>],
) -> impl Iterator<Item = (Agreement, &'b [&'a Account], &'b [&'a Account])> {
    let pairs = figures
        .iter()
        .enumerate()
        .flat_map(|(index, one)| figures.iter().skip(index + 1).map(move |other| (one, other)));
    let together = pairs.filter(|(one, other)| one.first_day <= other.last_day && other.first_day <= one.last_day);
    together.filter_map(|(one, other)| {
        let agreement = comparison::compare(&one.count, &other.count);
        let disagrees = matches!(agreement, Agreement::Conflict | Agreement::Tension);
        disagrees.then_some((agreement, one.accounts.as_slice(), other.accounts.as_slice()))
    })
}

impl Disagreement {
    /// The word for it: conflict, tension or edited.
    pub fn name(&self) -> &'static str {
        if self.edited { EDITED } else { self.agreement.name() }
    }

    /// Whether one article gives both figures.
    pub fn is_in_one_article(&self) -> bool {
        self.smaller.article_id == self.greater.article_id
    }

    /// How far apart the two are.
    fn distance(&self) -> i64 {
        let end = |account: &Account| account.plausible_high.or(account.high).unwrap_or(size(account).0);
        size(&self.greater).0.saturating_sub(end(&self.smaller))
    }
}

/// The bounds that each article gives.
type Given = BTreeSet<(i64, (Option<i64>, Option<i64>))>;

/// One account of each of two figures.
struct Closest<'a> {
    smaller: &'a Account,
    greater: &'a Account,
    /// How many such pairs there are.
    count: usize,
    edited: bool,
}

/// Two accounts from one article where there is one that gives both, otherwise from two that are no copies of each other,
/// otherwise from copies of which each gives one alone.
fn closest<'a>(ones: &[&'a Account], others: &[&'a Account], given: &Given) -> Option<Closest<'a>> {
    let articles: BTreeMap<i64, &Account> = others.iter().rev().map(|other| (other.article_id, *other)).collect();
    let together = ones.iter().find_map(|one| articles.get(&one.article_id).map(|other| (*one, *other)));
    let apart = || {
        ones.iter().find_map(|one| others.iter().find(|other| !one.is_copied_with(other)).map(|other| (*one, *other)))
    };
    if let Some((smaller, greater)) = together.or_else(apart) {
        let copied = common(ones, others, |account| account.family);
        let in_one_article = common(ones, others, |account| Some(account.article_id));
        let count = (ones.len() * others.len() + in_one_article).saturating_sub(copied).max(1);
        return Some(Closest { smaller, greater, count, edited: false });
    }
    let bounds = |accounts: &[&Account]| accounts.first().map(|account| (account.low, account.high));
    let (one_bounds, other_bounds) = (bounds(ones)?, bounds(others)?);
    let has_not = |account: &&&'a Account, bounds| !given.contains(&(account.article_id, bounds));
    let ones: Vec<&Account> = ones.iter().filter(|one| has_not(one, other_bounds)).copied().collect();
    let others: Vec<&Account> = others.iter().filter(|other| has_not(other, one_bounds)).copied().collect();
    let (smaller, greater) = (*ones.first()?, *others.first()?);
    Some(Closest { smaller, greater, count: ones.len() * others.len(), edited: true })
}

/// In how many pairs both have the same.
fn common(ones: &[&Account], others: &[&Account], what: fn(&Account) -> Option<i64>) -> usize {
    let mut counted: BTreeMap<i64, usize> = BTreeMap::new();
    ones.iter().filter_map(|one| what(one)).for_each(|known| *counted.entry(known).or_default() += 1);
    others.iter().filter_map(|other| counted.get(&what(other)?)).sum()
}

fn size(account: &Account) -> (i64, i64) {
    let low = account.plausible_low.or(account.low).unwrap_or(0);
    (low, account.plausible_high.or(account.high).unwrap_or(i64::MAX))
}

/// The first day that it is about; a month or a year begins with its first.
fn first_day(account: &Account) -> String {
    padded(account.date_from.as_deref().unwrap_or("0000"), "-01-01")
}

/// The last day that it is about; "-99" sorts after every day of a month.
fn last_day(account: &Account) -> String {
    padded(account.date_to.as_deref().unwrap_or("9999"), "-99-99")
}

fn padded(date: &str, rest: &str) -> String {
    format!("{date}{rest}").chars().take(10).collect()
}

fn count(account: &Account) -> Count {
    Count {
        // Only counts of one measure are brought together here.
        measure: String::new(),
        unit: account.unit.clone().unwrap_or_default(),
        low: account.low,
        high: account.high,
        plausible_low: account.plausible_low,
        plausible_high: account.plausible_high,
        qualifier: account.qualifier.clone(),
        relation: account.relation.clone().unwrap_or_default(),
        group_class: account.group_class.clone().unwrap_or_default(),
        individual: account.is_single_case(),
        published_on: account.published_on.as_deref().and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()),
    }
}
