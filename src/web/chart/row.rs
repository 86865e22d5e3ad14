//! The rows of a chart: one for each account. The same words on the same source's word in several articles are copies of one
//! report and drawn as one; where there are too many rows to look at, accounts of one figure from one kind of source are one.

use std::collections::{BTreeMap, BTreeSet};

use super::Family;
use crate::collation::comparison::Agreement;
use crate::query::compare::Account;
use crate::query::compare::disagreement::Against;

/// More rows are too many to look at.
const MOST_ROWS: usize = 60;

/// One interval of a chart.
pub struct Row<'a> {
    /// The accounts that it stands for: at least one, the first published first.
    pub accounts: Vec<&'a Account>,
    /// The kind of source.
    pub family: Family,
    /// Whether the accounts are copies of each other; otherwise they only agree.
    pub is_one_report: bool,
}

/// The rows for these accounts, in their order.
pub fn rows<'a>(accounts: &[&'a Account]) -> Vec<Row<'a>> {
    let rows = together(accounts, true, |account, family| {
        (
            account.figure.clone(),
            account.unit.clone(),
            family,
            lower(account.source.as_ref()),
            lower(account.via.as_ref()),
            words(account),
        )
    });
    if rows.len() <= MOST_ROWS {
        return rows;
    }
    together(accounts, false, |account, family| {
        (account.figure.clone(), account.unit.clone(), family, None, None, String::new())
    })
}

type Key = (String, Option<String>, Family, Option<String>, Option<String>, String);

fn together<'a>(accounts: &[&'a Account], is_one_report: bool, key: impl Fn(&Account, Family) -> Key) -> Vec<Row<'a>> {
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut rows: Vec<Row<'a>> = Vec::new();
    for account in accounts {
        let family = Family::of(account.source_type.as_deref(), account.via.as_deref());
        let place = *places.entry(key(account, family)).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.accounts.push(account),
            None => rows.push(Row { accounts: vec![account], family, is_one_report }),
        }
    }
    for row in &mut rows {
        row.accounts
            .sort_by_key(|account| (account.published_on.is_none(), account.published_on.as_deref(), account.claim_id));
    }
    rows
}

fn lower(text: Option<&String>) -> Option<String> {
    text.map(|text| text.to_lowercase())
}

/// The quote, as far as copies share it.
fn words(account: &Account) -> String {
    account.quote.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Row<'_> {
    /// The figures that it is in conflict with, or in tension, the smallest first.
    pub fn against(&self, against: &Against, wanted: Agreement) -> Vec<String> {
        let figures = self.accounts.iter().filter_map(|account| against.get(&account.claim_id)).flatten();
        let figures: BTreeSet<_> = figures.filter(|(agreement, ..)| *agreement == wanted).collect();
        figures.into_iter().map(|(.., figure)| figure.clone()).collect()
    }

    /// How many publishers stand behind it.
    pub fn publishers(&self) -> usize {
        self.accounts.iter().map(|account| &account.publisher).collect::<BTreeSet<_>>().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_one_row_and_other_words_another() {
        let account = |claim_id, quote: &str, source: &str, publisher: &str| Account {
            claim_id,
            figure: "3".to_owned(),
            quote: quote.to_owned(),
            source: Some(source.to_owned()),
            publisher: Some(publisher.to_owned()),
            ..Account::default()
        };
        let accounts = [
            account(1, "three dockers died", "The port", "The Lantern"),
            account(2, "three  Dockers\ndied", "the port", "Inland Courier"),
            account(3, "three dockers died", "the union", "Inland Courier"),
        ];
        let rows = rows(&accounts.iter().collect::<Vec<_>>());
        let sizes: Vec<(usize, usize)> = rows.iter().map(|row| (row.accounts.len(), row.publishers())).collect();
        assert_eq!(sizes, [(2, 2), (1, 1)]);
    }

    #[test]
    fn too_many_rows_become_one_for_each_figure() {
        let account = |number: i64| Account {
            claim_id: number,
            figure: format!("{}", number % 5),
            quote: number.to_string(),
            ..Account::default()
        };
        let accounts: Vec<Account> = (0..100).map(account).collect();
        let rows = rows(&accounts.iter().collect::<Vec<_>>());
        assert_eq!(rows.len(), 5);
        assert!(rows.iter().all(|row| row.accounts.len() == 20 && !row.is_one_report));
    }
}
