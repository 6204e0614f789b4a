//! What spreadsheet programs do to tables that pass through them: long numbers are rounded to what the column shows, gene
//! names that look like dates become dates or the numbers of days. What was there before cannot be known, so nothing
//! damaged is used: the remark tells what it may have been.

use crate::notes::Remark;

/// English months by the letters that all their forms begin with.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Days between 1 January 1900 and 2 January 1904, as the programs count them.
const FROM_1904: u32 = 1_462;

/// Day numbers that are looked at: up to the year 2119.
const LAST_DAY: u32 = 80_000;

/// The remark on a position in the notation of a spreadsheet: `5.53E+07`, `55,259,515`. None for all others, plain
/// numbers and what is no number alike.
pub(crate) fn position(text: &str) -> Option<Remark> {
    let half = entaku_domain::text::half_width(text);
    let text = half.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let scientific = text.contains(['e', 'E']) && text.parse::<f64>().is_ok();
    let grouped = text.contains([',', '\'', ' ', '\u{a0}', '\u{202f}'])
        && text.chars().all(|c| c.is_ascii_digit() || ",.' \u{a0}\u{202f}".contains(c));
    let hint = if scientific {
        "A spreadsheet rounded the position to this notation; its last digits are lost. Kept as written and not used; \
         ask the laboratory for the file as it left the pipeline."
    } else if grouped {
        "A spreadsheet wrote the position with separators and may have rounded it. Kept as written and not used; ask the \
         laboratory for the file as it left the pipeline."
    } else {
        return None;
    };
    Some(Remark::warning("spreadsheet-position", text, hint))
}

/// The remark on a text that stands for a gene and is a date, a day number or a number. None for all others.
pub(crate) fn gene(text: &str) -> Option<Remark> {
    let half = entaku_domain::text::half_width(text);
    let text = half.trim();
    let (days, what) = match text.parse::<f64>() {
        // Names such as `INF2` do not parse; `NaN` and `inf` do.
        Ok(_) if text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) => {
            let day = whole(text).filter(|day| (1..=LAST_DAY).contains(day));
            // Workbooks of old Macintosh programs count from 1904: the same number is a day 1462 days later.
            let days = day.into_iter().flat_map(|day| [day, day + FROM_1904]).filter_map(of_day_number);
            (days.collect(), "a number; a spreadsheet may count days so")
        }
        _ => (dates(text)?, "a date, as spreadsheets make of some gene names"),
    };
    let mut names: Vec<String> = Vec::new();
    for name in days.into_iter().flat_map(|(month, day)| candidates(month, day)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let rounded = text.contains(['e', 'E']) && what.starts_with("a number");
    let offer = match names.is_empty() {
        true if rounded => " It may have been the name of a clone, such as 2310009E13.".to_owned(),
        true => String::new(),
        false => format!(" It may have been {}.", names.join(" or ")),
    };
    let hint =
        format!("This is {what}.{offer} Kept as written, not used as a gene; check with the laboratory.");
    Some(Remark::warning("spreadsheet-gene", text, hint))
}

/// Month and day.
type Day = (u32, u32);

/// `44256` and `44256.0`.
fn whole(text: &str) -> Option<u32> {
    let digits = text.split_once('.').map_or(
        text,
        |(digits, rest)| {
            if rest.chars().all(|c| c == '0') { digits } else { "" }
        },
    );
    digits.parse().ok()
}

/// The days that a text may mean; none where it is no date. The order of day and month differs between countries, so a
/// date in numbers can be two.
fn dates(text: &str) -> Option<Vec<Day>> {
    // A cell of the type date comes with its time.
    let date = match text.contains(':') {
        true => text.split([' ', 'T']).next()?,
        false => text,
    };
    let parts: Vec<&str> =
        date.split(['-', '/', '.', ' ', ',', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
    let valid = |(month, day): Day| (1..=12).contains(&month) && (1..=31).contains(&day);
    let one = |day: Day| Some(vec![day]).filter(|_| valid(day));
    match parts.as_slice() {
        // The sign of a gene's own family written out (`OCT-4`); spreadsheets write `Oct-04` or `4-Oct`.
        [name, day] if name.chars().all(|c| c.is_ascii_uppercase()) && day.len() == 1 => None,
        [name, day] | [day, name] if month(name).is_some() => {
            let day = number(day)?;
            // `Sep-06` is September of 2006 to the program; the number is that of the gene.
            one((month(name)?, if day > 31 { day % 100 } else { day }))
        }
        [first, second] => {
            let (first, second) = (number(first)?, number(second)?);
            // Also `3-1`: no gene has a name without letters.
            either([(first, second), (second, first)].into_iter().filter(|day| valid(*day)).collect())
        }
        [day, name, year] | [name, day, year] if month(name).is_some() => {
            number(year)?;
            one((month(name)?, number(day)?))
        }
        [year, middle, last] if year.len() == 4 => {
            number(year)?;
            one((number(middle)?, number(last)?))
        }
        [first, second, year] => {
            number(year)?;
            let (first, second) = (number(first)?, number(second)?);
            either([(first, second), (second, first)].into_iter().filter(|day| valid(*day)).collect())
        }
        _ => None,
    }
}

fn either(days: Vec<Day>) -> Option<Vec<Day>> {
    (!days.is_empty()).then_some(days)
}

/// `Mar`, `March`, `Sept`: the number of the month.
fn month(name: &str) -> Option<u32> {
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.to_ascii_lowercase();
    let full = |at: usize| FULL.get(at).is_some_and(|full| *full == name);
    let at = MONTHS
        .iter()
        .enumerate()
        .position(|(at, short)| *short == name || full(at) || (*short == "sep" && name == "sept"))?;
    u32::try_from(at + 1).ok()
}

/// The day that a spreadsheet means by a number: days from 1 January 1900, which is 1. The programs believe in a
/// 29 February of 1900, so numbers above 60 are one too high.
fn of_day_number(number: u32) -> Option<Day> {
    if number == 60 {
        return Some((2, 29));
    }
    let mut left = if number > 60 { number - 1 } else { number };
    for year in 1900.. {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, days) in (1..).zip(months) {
            if left <= days {
                return Some((month, left));
            }
            left -= days;
        }
    }
    None
}

/// Genes that a spreadsheet shows as this day. Sources: the symbols that HGNC renamed for this reason (2020), and common
/// names of proteins.
fn candidates(month: u32, number: u32) -> Vec<String> {
    match (month, number) {
        (3, 1..=2) => {
            vec![
                format!("MARCHF{number} (formerly MARCH{number})"),
                format!("MTARC{number} (formerly MARC{number})"),
            ]
        }
        (3, 3..=11) => vec![format!("MARCHF{number} (formerly MARCH{number})")],
        (9, 1..=12 | 14) => vec![format!("SEPTIN{number} (formerly SEPT{number})")],
        (9, 15) => vec!["SELENOF (formerly SEP15)".to_owned()],
        (10, 4) => vec!["POU5F1 (OCT4)".to_owned()],
        (12, 1) => vec!["DELEC1 (formerly DEC1)".to_owned()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genes_that_became_dates_are_told_with_what_they_may_have_been() {
        for (text, offer) in [
            ("1-Mar", "MARCHF1 (formerly MARCH1) or MTARC1"),
            ("9-Sep", "SEPTIN9 (formerly SEPT9)"),
            ("Sep-06", "SEPTIN6"),
            ("2018-12-01", "DELEC1 (formerly DEC1)"),
            ("2018-12-01 00:00:00", "DELEC1"),
            ("2021-03-05T00:00:00", "MARCHF5"),
            ("Dec-01", "DELEC1"),
            ("3/1/2021", "MARCHF1"),
            ("2021/3/1", "MARCHF1"),
            ("01-Mar-21", "MARCHF1"),
            ("Mar-01", "MARCHF1"),
            ("１－Ｍａｒ", "MARCHF1"),
            ("3月1日", "MARCHF1"),
            ("44256", "MARCHF1"),
            ("44256.0", "MARCHF1"),
            ("4-Oct", "POU5F1 (OCT4)"),
            ("41153", "SEPTIN2"),
            ("42063", "MARCHF1"),
            ("2.31E+19", "2310009E13"),
            ("10-Sept", "SEPTIN10"),
        ] {
            let hint = gene(text).map(|remark| remark.hint).unwrap_or_default();
            assert!(hint.contains(offer), "{text}: {hint}");
        }
        for text in ["2-Feb", "Apr-01", "672", "99999999", "1", "0", "-5", "3-1", "1.5"] {
            assert!(
                gene(text).is_some_and(|remark| !remark.hint.contains("may have been") || text == "3-1"),
                "{text}"
            );
        }
        for text in [
            "EGFR", "MARCH1", "SEPT9", "DEC1", "HLA-A", "NKX2-1", "H3-3A", "INF2", "NAN", "OCT-4", "MAR1",
            "E2F1", "7SK",
        ] {
            assert!(gene(text).is_none(), "{text} is a gene");
        }
    }

    #[test]
    fn day_numbers_are_those_of_spreadsheets() {
        for (number, day) in
            [(1, (1, 1)), (59, (2, 28)), (60, (2, 29)), (61, (3, 1)), (44256, (3, 1)), (45536, (9, 1))]
        {
            assert_eq!(of_day_number(number), Some(day), "{number}");
        }
    }

    #[test]
    fn positions_as_spreadsheets_show_them_are_told() {
        for text in ["5.53E+07", "2e8", "55,259,515", "55 259 515", "５．５３Ｅ＋０７"] {
            assert!(position(text).is_some(), "{text}");
        }
        for text in ["55259515", "55259515.0", "-5", "x", "", "NaN", "12e"] {
            assert!(position(text).is_none(), "{text}");
        }
    }
}
