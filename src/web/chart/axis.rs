//! Where numbers lie on the scale that the accounts of one measure share.

use maud::{Markup, html};

use crate::query::compare::Account;
use crate::render::bar::with_separators;

/// Share of the width before 0 and behind the greatest number, in hundredths: marks have room, and open ends lead on.
const BEFORE: f64 = 2.0;
const BEHIND: f64 = 10.0;
/// The greatest number may be so many times the middle one before each power of ten gets the same room.
const WIDEST_LINEAR: i64 = 40;
/// At most so many numbers stand above the scale, beside 0.
const MOST_TICKS: i64 = 4;

/// A scale from 0 to the greatest number.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    most: i64,
    is_logarithmic: bool,
    ticks: Vec<i64>,
}

impl Axis {
    /// A scale on which all of these counts have room.
    pub fn of<'a>(accounts: impl IntoIterator<Item = &'a Account>) -> Self {
        let ends = accounts.into_iter().flat_map(|account| [account.low, account.high]).flatten();
        let mut numbers: Vec<i64> = ends.map(|number| number.max(0)).collect();
        numbers.sort_unstable();
        let most = numbers.last().copied().unwrap_or(0).max(1);
        let middle = numbers.get(numbers.len() / 2).copied().unwrap_or(1).max(1);
        let is_logarithmic = most / middle >= WIDEST_LINEAR && most > 1000;
        let ticks = if is_logarithmic { powers(most) } else { steps(most) };
        Self { most, is_logarithmic, ticks }
    }

    /// Where a number lies: a share of the width, such as `12.5%`.
    pub fn place(&self, number: i64) -> String {
        let number = number.clamp(0, self.most) as f64;
        let most = self.most as f64;
        let share = if self.is_logarithmic { number.ln_1p() / most.ln_1p() } else { number / most };
        format!("{:.2}%", BEFORE + share * (100.0 - BEFORE - BEHIND))
    }

    /// The numbers above the scale.
    pub fn numbers(&self) -> Markup {
        html! {
            svg.axis width="100%" height="20" aria-hidden="true" {
                text x=(self.place(0)) y="14" text-anchor="middle" { "0" }
                @for tick in &self.ticks { text x=(self.place(*tick)) y="14" text-anchor="middle" { (with_separators(*tick)) } }
            }
        }
    }

    /// A line down from each number.
    pub fn lines(&self) -> Markup {
        html! {
            @for tick in [0].iter().chain(&self.ticks) {
                line.grid x1=(self.place(*tick)) x2=(self.place(*tick)) y1="0" y2="100%" {}
            }
        }
    }
}

/// Round numbers up to `most`: 5, 10, 15 or 20, 40, 60.
fn steps(most: i64) -> Vec<i64> {
    let sizes = (0..18).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)));
    let step = sizes.into_iter().find(|size| most / size <= MOST_TICKS).unwrap_or(most);
    (1..=most / step).map(|times| times * step).collect()
}

/// Powers of ten up to `most`, of which every second or third is left out where they are many.
fn powers(most: i64) -> Vec<i64> {
    let last = most.ilog10();
    let each = (last / 4).max(1) as usize;
    (1..=last).step_by(each).map(|power| 10_i64.pow(power)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_above_the_scale_are_round() {
        for (most, expected) in [
            (1, vec![1]),
            (4, vec![1, 2, 3, 4]),
            (70, vec![20, 40, 60]),
            (71, vec![20, 40, 60]),
            (1000, vec![500, 1000]),
        ] {
            assert_eq!(steps(most), expected, "{most}");
        }
        assert_eq!(powers(16_000), [10, 100, 1000, 10_000]);
        for most in [1, 9, 123_456_789, i64::MAX] {
            assert!((1..=9).contains(&steps(most).len()), "{most}");
        }
    }

    #[test]
    fn greater_numbers_lie_further_right() {
        let account = |low: i64, high: Option<i64>| Account { low: Some(low), high, ..Account::default() };
        for accounts in [
            vec![account(3, Some(3)), account(70, None)],
            vec![account(3, Some(3)), account(9, Some(9)), account(16_000, None)],
            vec![account(i64::MIN, None), account(i64::MAX, Some(i64::MAX))],
            vec![],
        ] {
            let axis = Axis::of(&accounts);
            let share = |number| axis.place(number).trim_end_matches('%').parse::<f64>().unwrap();
            let shares = [share(0), share(3), share(70), share(i64::MAX)];
            assert!(shares.is_sorted() && shares[0] >= 0.0 && shares[3] <= 100.0, "{shares:?}");
        }
    }
}
