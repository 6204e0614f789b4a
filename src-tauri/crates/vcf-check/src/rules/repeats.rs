//! Tandem repeats (`<CNV:TR>`, since VCF 4.4): the lists that describe an allele's repeats have one entry for each of
//! them and fit together. Source: VCF 4.4 and 4.5 §3 (RN, RUS, RUL, RB, CIRB, RUC, CIRUC, RUB).

use super::structural::value_of;
use super::{Rule, Spot};
use crate::columns::Columns;
use crate::reserved::Column;
use crate::values::ValueFault;

/// Longest INFO whose lists are compared, in bytes: lists of a repeat are short.
const MAX_INFO: usize = 1 << 16;

/// Looks at a record with a tandem repeat among its alternate alleles.
pub(super) fn check(columns: &Columns<'_>, spot: &mut Spot<'_>) {
    if columns.info.len() > MAX_INFO {
        return;
    }
    let repeats = count(columns);
    for (key, each) in [("RUS", 1), ("RUL", 1), ("RUC", 1), ("RB", 1), ("CIRUC", 2), ("CIRB", 2)] {
        let expected = repeats.saturating_mul(each);
        if let Some(text) = value_of(columns, key).filter(|text| text.split(',').count() != expected) {
            let found = text.split(',').count();
            spot.values(Column::Info, key, text, ValueFault::Count { found, expected });
        }
    }
    let lengths = unit_lengths(columns, spot);
    let counts = numbers(columns, "RUC");
    let bases = numbers(columns, "RB");
    for (index, length) in lengths.iter().enumerate() {
        let at = |list: &[Option<f64>]| list.get(index).copied().flatten();
        if let (Some(length), Some(count), Some(bases)) = (*length, at(&counts), at(&bases))
            && (bases - count * length).abs() >= length
        {
            let said = || format!("RB {bases}, RUC {count} of {length} bases");
            spot.warn(Rule::RepeatBases, "INFO/RB", said);
        }
    }
    interval(columns, ("CIRUC", "RUC"), &counts, spot);
    interval(columns, ("CIRB", "RB"), &bases, spot);
    units(columns, &counts, spot);
}

/// How many repeats the alleles have in all: RN tells for each allele, else one.
fn count(columns: &Columns<'_>) -> usize {
    let told: Vec<&str> = value_of(columns, "RN").map(|text| text.split(',').collect()).unwrap_or_default();
    let alleles = columns.alternate.split(',').enumerate().filter(|(_, allele)| *allele == "<CNV:TR>");
    let of = |(index, _): (usize, &str)| told.get(index).and_then(|text| text.parse().ok()).unwrap_or(1);
    alleles.map(of).fold(0, usize::saturating_add)
}

/// The length of each repeat's unit, from its sequence (RUS) or as given (RUL); one of them is there.
fn unit_lengths(columns: &Columns<'_>, spot: &mut Spot<'_>) -> Vec<Option<f64>> {
    let given = numbers(columns, "RUL");
    let spelled: Vec<Option<f64>> = value_of(columns, "RUS").map_or_else(Vec::new, |text| {
        text.split(',').map(|unit| (unit != ".").then(|| real(unit.len()))).collect()
    });
    if given.is_empty() && spelled.is_empty() {
        spot.warn(Rule::RepeatUnit, "INFO/RUS", || "a tandem repeat without RUS and RUL".to_owned());
    }
    let pairs = || given.iter().zip(&spelled);
    if pairs().any(|(given, spelled)| given.zip(*spelled).is_some_and(|(given, spelled)| given != spelled)) {
        spot.warn(Rule::RepeatUnitLength, "INFO/RUL", || "RUL differs from RUS".to_owned());
    }
    let long = given.len().max(spelled.len());
    (0..long).map(|at| given.get(at).or(spelled.get(at)).copied().flatten()).collect()
}

/// An interval goes from zero or below to zero or above, and belongs to a value.
fn interval(columns: &Columns<'_>, (key, base): (&str, &str), values: &[Option<f64>], spot: &mut Spot<'_>) {
    let bounds = numbers(columns, key);
    let wrong = bounds.chunks(2).enumerate().any(|(index, pair)| {
        let (low, high) = (pair.first().copied().flatten(), pair.get(1).copied().flatten());
        let alone = (low.is_some() || high.is_some()) && values.get(index).copied().flatten().is_none();
        alone || low.is_some_and(|low| low > 0.0) || high.is_some_and(|high| high < 0.0)
    });
    if wrong {
        spot.warn(Rule::RepeatInterval, "INFO/CI", || format!("{key} around {base}"));
    }
}

/// RUB lists the bases of each unit, so that the units are whole and as many.
fn units(columns: &Columns<'_>, counts: &[Option<f64>], spot: &mut Spot<'_>) {
    let Some(text) = value_of(columns, "RUB") else { return };
    let found = text.split(',').count();
    let whole =
        !counts.is_empty() && counts.iter().all(|count| count.is_some_and(|count| count.fract() == 0.0));
    if !whole {
        return spot.warn(Rule::RepeatUneven, "INFO/RUB", || format!("RUB={text} beside uneven RUC"));
    }
    let expected: f64 = counts.iter().flatten().sum();
    if expected >= 0.0 && expected <= real(MAX_INFO) && real(found) != expected {
        let said = || format!("{found} values where {expected} belong: RUB={text}");
        spot.warn(Rule::RepeatCount, "INFO/RUB", said);
    }
}

/// The numbers of a list; empty where the key is absent or all is missing.
fn numbers(columns: &Columns<'_>, key: &str) -> Vec<Option<f64>> {
    let text = value_of(columns, key).filter(|text| *text != ".").unwrap_or_default();
    let list = text.split(',').map(|value| value.parse().ok().filter(|number: &f64| number.is_finite()));
    if text.is_empty() { Vec::new() } else { list.collect() }
}

/// Lengths stay far below the 2^53 that such a number holds exactly.
fn real(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::MAX, f64::from)
}
