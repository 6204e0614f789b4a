//! Measured values with their units in the type.

use serde::{Deserialize, Serialize};

/// A number that is no fraction.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{0} is not a variant allele frequency: expected a fraction from 0 to 1")]
pub struct VafError(pub f64);

/// Variant allele frequency (変異アレル頻度): a fraction from 0 to 1, never a percentage.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Vaf(f64);

impl Vaf {
    /// Accepts 0 to 1.
    pub fn new(fraction: f64) -> Result<Self, VafError> {
        if (0.0..=1.0).contains(&fraction) { Ok(Self(fraction)) } else { Err(VafError(fraction)) }
    }
    /// The fraction.
    pub fn fraction(self) -> f64 {
        self.0
    }
    /// As printed everywhere: percent with one decimal, `38.2 %`.
    pub fn percent(self) -> String {
        format!("{:.1} %", self.0 * 100.0)
    }
}
impl TryFrom<f64> for Vaf {
    type Error = VafError;
    fn try_from(fraction: f64) -> Result<Self, VafError> {
        Self::new(fraction)
    }
}
impl From<Vaf> for f64 {
    fn from(vaf: Vaf) -> Self {
        vaf.0
    }
}

/// A measured number with its unit as written, for instance `8.4` `muts/Mb` or `2.1` `fold-change`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Metric {
    /// The value. Finite.
    pub value: f64,
    /// The unit as written by the source; none where the source gives none.
    pub unit: Option<String>,
    /// What was measured, as written by the source.
    pub kind: Option<String>,
}

impl Metric {
    /// Whether it says how much of a gene is concerned (FoundationOne's `number-of-exons`), not how many copies.
    pub fn is_extent(&self) -> bool {
        self.kind.as_deref() == Some("number-of-exons")
    }

    /// Value and unit as one text: whole numbers without decimals, others with at most three.
    pub fn printed(&self) -> String {
        let number = plain_number(self.value);
        match &self.unit {
            Some(unit) => format!("{number} {unit}"),
            None => number,
        }
    }
}

/// A number without needless decimals: `8`, `8.4`, `0.125`.
pub fn plain_number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_no_fraction() {
        assert!(Vaf::new(38.2).is_err());
        assert!(Vaf::new(f64::NAN).is_err(), "NaN must not pass a range check");
        assert_eq!(Vaf::new(0.382).unwrap().percent(), "38.2 %");
    }

    #[test]
    fn numbers_print_without_needless_decimals() {
        assert_eq!(plain_number(8.0), "8");
        assert_eq!(plain_number(8.40), "8.4");
        assert_eq!(plain_number(-0.0001), "0");
    }
}
