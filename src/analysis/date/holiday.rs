//! On which day a holiday falls.

use chrono::NaiveDate;

use super::steps::shift;
use crate::vocabulary::calendar::Holiday;

/// The day of `holiday` in `year`.
pub fn day_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match holiday {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Holiday::Nth(month, nth, weekday) => (1..=nth)
            .rev()
            .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)),
        Holiday::Easter(days) => shift(easter(year)?, days),
    }
}

/// Easter Sunday of the western churches: Gauss's rule in the form of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4) - epact - of_century.rem_euclid(4))
        .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, days.div_euclid(31).cast_unsigned(), (days.rem_euclid(31) + 1).cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_says() {
        for (year, month, day) in [(1991, 3, 31), (2000, 4, 23), (2011, 4, 24), (2019, 4, 21), (2024, 3, 31)] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }
}
