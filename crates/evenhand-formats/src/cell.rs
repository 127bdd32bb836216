/// Days from 1899-12-30, the day 0 of spreadsheets, to 1970-01-01.
pub(crate) const SPREADSHEET_EPOCH_DAYS: i64 = 25_569;

/// Days from day 0 of the 1900 system to day 0 of the 1904 system.
const DAYS_1904: f64 = 1462.0;

const MILLIS_PER_DAY: f64 = 86_400_000.0;

/// A number in the fewest digits that give it back; whole numbers without a point.
/// Very large and very small ones have an exponent, because 1e300 written out has 301 digits.
pub(crate) fn number(value: f64) -> String {
    match value.abs() {
        // Minus zero is the same cell as zero.
        0.0 => "0".to_owned(),
        1e-9..1e21 => value.to_string(),
        _ => format!("{value:e}"),
    }
}

/// The text of a boolean.
pub(crate) fn boolean(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// Which day a spreadsheet counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DateSystem {
    /// 1899-12-30, as everything but old Macintosh versions of Excel does.
    #[default]
    From1900,
    /// 1904-01-01.
    From1904,
}

/// A date of a spreadsheet as ISO 8601 has it, with the time only if it is not midnight, to the millisecond.
/// A number below 1 is a time alone. What is no date, such as a negative number, stays a number.
pub(crate) fn date(serial: f64, system: DateSystem) -> String {
    let shifted = match system {
        DateSystem::From1900 => serial,
        DateSystem::From1904 => serial + DAYS_1904,
    };
    // 9999-12-31 is day 2,958,465.
    if !(0.0..2_958_466.0).contains(&shifted) {
        return number(serial);
    }
    let millis = (shifted * MILLIS_PER_DAY).round() as i64;
    let (mut day, time) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000));
    if day == 0 && system == DateSystem::From1900 {
        return clock(time, 3);
    }
    // Excel takes 1900 for a leap year: its days before March 1900 are one day late.
    if day < 60 {
        day += 1;
    }
    date_time(day - SPREADSHEET_EPOCH_DAYS, time, 3)
}

/// A day since 1970-01-01 and a time within it in units of 10^-`digits` seconds.
pub(crate) fn date_time(day: i64, time: i64, digits: u32) -> String {
    let date = day_text(day);
    if time == 0 { date } else { format!("{date}T{}", clock(time, digits)) }
}

/// A date from a day since 1970-01-01 (proleptic Gregorian calendar).
pub(crate) fn day_text(day: i64) -> String {
    let (year, month, day) = civil(day);
    if (0..=9999).contains(&year) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:+05}-{month:02}-{day:02}")
    }
}

/// A time of day in units of 10^-`digits` seconds; no more digits than it has.
pub(crate) fn clock(time: i64, digits: u32) -> String {
    let unit = 10_i64.pow(digits.min(9));
    let (seconds, fraction) = (time.div_euclid(unit), time.rem_euclid(unit));
    let mut text = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if fraction != 0 {
        let fraction = format!("{fraction:0width$}", width = digits as usize);
        text.push('.');
        text.push_str(fraction.trim_end_matches('0'));
    }
    text
}

/// Year, month and day of a day since 1970-01-01.
/// Howard Hinnant (2013), "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (value, expected) in [
            (4.0, "4"),
            (0.1, "0.1"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
            (-1e300, "-1e300"),
            (0.1 + 0.2, "0.30000000000000004"),
        ] {
            assert_eq!(number(value), expected);
        }
    }

    #[test]
    fn dates_are_those_that_excel_shows() {
        use DateSystem::{From1900, From1904};
        // Numbers of ECMA-376 part 1, 18.17.4.1 to 18.17.4.3, and of Excel's own date picker.
        for (serial, system, expected) in [
            (1.0, From1900, "1900-01-01"),
            (59.0, From1900, "1900-02-28"),
            (61.0, From1900, "1900-03-01"),
            (45_352.0, From1900, "2024-03-01"),
            (45_352.5, From1900, "2024-03-01T12:00:00"),
            (45_351.999_999_999, From1900, "2024-03-01"),
            (2_958_465.0, From1900, "9999-12-31"),
            (2_958_466.0, From1900, "2958466"),
            (-1.0, From1900, "-1"),
            (0.75, From1900, "18:00:00"),
            (0.0, From1904, "1904-01-01"),
            (43_890.0, From1904, "2024-03-01"),
        ] {
            assert_eq!(date(serial, system), expected, "{serial}");
        }
    }

    #[test]
    fn days_follow_the_gregorian_calendar() {
        for (day, expected) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (-719_528, "0000-01-01"),
            (2_932_897, "+10000-01-01"),
        ] {
            assert_eq!(day_text(day), expected);
        }
        assert_eq!(date_time(0, 1_500, 3), "1970-01-01T00:00:01.5");
        assert_eq!(date_time(0, 1, 9), "1970-01-01T00:00:00.000000001");
    }
}
