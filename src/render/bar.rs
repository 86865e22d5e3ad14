//! Counts as marks on one scale: `●` a number stated as it is, `○` one that is put softly, `─` all that is meant with it,
//! `▶` no end.

use crate::query::compare::Account;

/// Where numbers lie on a line of so many columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    columns: usize,
    /// The number at the last column but one; the last is kept for open ends.
    most: i64,
    /// Whether each power of ten has the same room: where numbers lie so far apart that the small ones would be one.
    is_logarithmic: bool,
}

/// The greatest number may be so many times the middle one before the scale becomes logarithmic.
const WIDEST_LINEAR: i64 = 40;

impl Scale {
    /// A scale on which all of these counts have room.
    pub fn of<'a>(accounts: impl IntoIterator<Item = &'a Account>, columns: usize) -> Self {
        let mut numbers: Vec<i64> =
            accounts.into_iter().flat_map(|account| [account.low, account.high]).flatten().collect();
        numbers.sort_unstable();
        let most = numbers.last().copied().unwrap_or(0).max(1);
        let middle = numbers.get(numbers.len() / 2).copied().unwrap_or(1).max(1);
        Self { columns: columns.max(8), most, is_logarithmic: most / middle >= WIDEST_LINEAR && most > 1000 }
    }

    /// The column of a number, the first being 0.
    fn column(self, number: i64) -> usize {
        let last = self.columns.saturating_sub(2);
        let number = number.clamp(0, self.most);
        let share = if self.is_logarithmic {
            (number as f64).ln_1p() / (self.most as f64).ln_1p()
        } else {
            number as f64 / self.most as f64
        };
        ((share * last as f64).round() as usize).min(last)
    }

    /// The numbers above the scale, each ending or beginning at its column: 0, one in the middle, the greatest.
    pub fn heading(self) -> String {
        let middle = if self.is_logarithmic { 10_i64.pow(self.most.ilog10().div_ceil(2)) } else { self.most / 2 };
        let last = with_separators(self.most);
        let mut line: Vec<char> = vec![' '; self.columns];
        write_at(&mut line, 0, "0");
        write_at(&mut line, self.columns.saturating_sub(1 + last.chars().count()), &last);
        let text = with_separators(middle);
        let start = self.column(middle);
        let end = start + text.chars().count();
        // The middle stands only where it keeps clear of both ends.
        let has_room = start > 2 && end + 2 < self.columns.saturating_sub(last.chars().count());
        if has_room && middle > 0 && middle < self.most {
            write_at(&mut line, start, &text);
        }
        line.into_iter().collect()
    }

    /// One count.
    pub fn bar(self, account: &Account) -> String {
        let mut line: Vec<char> = vec![' '; self.columns];
        write_at(&mut line, 0, "·");
        let is_soft = !matches!(account.qualifier.as_str(), "exact" | "at_least" | "up_to" | "range");
        let mark = if is_soft { '○' } else { '●' };
        let (start, end) = match (account.low, account.high) {
            (Some(low), Some(high)) => (self.column(low), self.column(high)),
            (Some(low), None) => (self.column(low), self.columns.saturating_sub(1)),
            (None, Some(high)) => (0, self.column(high)),
            (None, None) => return line.into_iter().collect(),
        };
        if let Some(stretch) = line.get_mut(start..=end) {
            stretch.fill('─');
        }
        let marks = [
            (account.low.is_some(), start, mark),
            (account.high.is_some(), end, mark),
            (account.high.is_none(), end, '▶'),
        ];
        for (_, column, mark) in marks.into_iter().filter(|(is_there, ..)| *is_there) {
            if let Some(place) = line.get_mut(column) {
                *place = mark;
            }
        }
        line.into_iter().collect()
    }
}

fn write_at(line: &mut [char], start: usize, text: &str) {
    for (place, character) in line.iter_mut().skip(start).zip(text.chars()) {
        *place = character;
    }
}

/// A number with commas between its thousands, as the views write it.
pub fn with_separators(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if number < 0 { format!("-{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(qualifier: &str, low: Option<i64>, high: Option<i64>) -> Account {
        Account { qualifier: qualifier.to_owned(), low, high, ..Account::default() }
    }

    #[test]
    fn each_wording_has_its_mark() {
        let scale = Scale::of(&[account("exact", Some(40), Some(40))], 12);
        assert_eq!(scale.heading(), "0    20  40 ");
        for (account, expected) in [
            (account("exact", Some(8), Some(8)), "· ●         "),
            (account("exact", Some(40), Some(40)), "·         ● "),
            (account("exact", Some(0), Some(0)), "●           "),
            (account("at_least", Some(8), None), "· ●────────▶"),
            (account("more_than", Some(40), None), "·         ○▶"),
            (account("indefinite", Some(24), None), "·     ○────▶"),
            (account("up_to", None, Some(20)), "─────●      "),
            (account("less_than", None, Some(20)), "─────○      "),
            (account("about", Some(20), Some(20)), "·    ○      "),
            (account("range", Some(8), Some(20)), "· ●──●      "),
        ] {
            assert_eq!(scale.bar(&account), expected, "{} {:?}", account.qualifier, account.low);
        }
    }

    #[test]
    fn numbers_far_apart_get_a_logarithmic_scale() {
        let accounts = [
            account("exact", Some(9), Some(9)),
            account("exact", Some(60), Some(60)),
            account("exact", Some(16_000), Some(16_000)),
        ];
        let scale = Scale::of(&accounts, 30);
        let columns: Vec<usize> =
            accounts.iter().map(|account| scale.bar(account).chars().position(|mark| mark == '●').unwrap()).collect();
        assert!(columns[0] > 3 && columns[0] < columns[1] && columns[1] < columns[2], "{columns:?}");
    }

    #[test]
    fn thousands_are_separated() {
        for (number, expected) in [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(with_separators(number), expected);
        }
        assert_eq!(with_separators(i64::MIN), "-9,223,372,036,854,775,808");
    }
}
