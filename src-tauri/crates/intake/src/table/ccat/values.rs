//! Values as the C-CAT exports write them.

use crate::notes::{NoteBook, Remark};
use crate::table::cell::Cell;
use entaku_domain::measure::Metric;
use std::str::FromStr;

/// Asterisks in place of a value.
pub(super) fn is_masked(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '*' | '＊'))
}

/// `2019/11/1`, `2019-11-01` and `2019年11月1日` as a day.
pub(super) fn day<D: FromStr>(text: &str) -> Option<D> {
    let half = entaku_domain::text::half_width(text);
    let mut parts =
        half.split(['/', '-', '年', '月', '日', '.']).map(str::trim).filter(|part| !part.is_empty());
    let mut number = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    if parts.next().is_some() {
        return None;
    }
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// As [`day`], of a cell; a text that is no day is noted.
pub(super) fn day_of<D: FromStr>(cell: Cell<'_>, notes: &mut NoteBook) -> Option<D> {
    let day = day(cell.text);
    if day.is_none() {
        let hint = "A day such as 2026/4/1 was expected; kept as written, not used.";
        cell.remark(notes, Remark::warning("wrong-type", cell.text, hint));
    }
    day
}

/// `6.3Muts/Mb`: a number and its unit.
pub(super) fn measured(text: &str, kind: Option<&str>) -> Option<Metric> {
    let text = text.trim();
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(text.len());
    let value: f64 = text.get(..end)?.parse().ok().filter(|value: &f64| value.is_finite())?;
    let unit = text.get(end..).map(str::trim).filter(|unit| !unit.is_empty());
    Some(Metric { value, unit: unit.map(str::to_owned), kind: kind.map(str::to_owned) })
}

/// `0.21 (105/502)`: frequency, reads with the allele, reads in all. A frequency in percent is one in a hundred.
pub(super) fn frequency(text: &str) -> Option<(Option<f64>, Option<u32>, Option<u32>)> {
    let (first, counts) = match text.split_once('(') {
        Some((first, rest)) => (first, rest.trim().strip_suffix(')')?.split_once('/')),
        None => (text, None),
    };
    let first = first.trim();
    let number = match first.strip_suffix('%') {
        Some(percent) => Some(percent.trim().parse::<f64>().ok()? / 100.0),
        None if first.is_empty() => None,
        None => Some(first.parse::<f64>().ok()?),
    };
    let count = |text: &str| text.trim().parse::<u32>().ok();
    let (alternate, depth) =
        counts.map_or((None, None), |(alternate, depth)| (count(alternate), count(depth)));
    (number.is_some() || depth.is_some()).then_some((number, alternate, depth))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_japanese_files_write_them() {
        for text in ["2019/11/1", "2019-11-01", "2019年11月1日", "２０１９／１１／０１"] {
            assert_eq!(day::<String>(text).as_deref(), Some("2019-11-01"), "{text}");
        }
        for text in ["2019/11", "令和元年11月1日", "x", "2019/11/1 10:00", "1/2/3/4"] {
            assert_eq!(day::<String>(text), None, "{text}");
        }
    }

    #[test]
    fn frequencies_come_with_their_counts() {
        assert_eq!(frequency("0.21 (105/502)"), Some((Some(0.21), Some(105), Some(502))));
        assert_eq!(frequency("21 %"), Some((Some(0.21), None, None)));
        assert_eq!(frequency("(3/9)"), Some((None, Some(3), Some(9))));
        for text in ["abc", "0.2 (3/9", "()"] {
            assert_eq!(frequency(text), None, "{text}");
        }
    }

    #[test]
    fn measures_keep_their_unit_as_written() {
        let metric = measured("6.3Muts/Mb", None).unwrap();
        assert_eq!((metric.value, metric.unit.as_deref()), (6.3, Some("Muts/Mb")));
        assert_eq!(measured("MSI-High", None), None);
    }
}
