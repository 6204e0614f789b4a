//! Symbolic alleles since VCF 4.4: each has a length of its own, and a loss or gain says whether copies or junctions
//! were observed. Source: VCF 4.4 and 4.5 §1.6.1 (ALT), §3 (SVLEN, SVCLAIM) and §5.

use super::{Checker, Rule, Spot, repeats};
use crate::columns::{self, Columns};

/// Most alternate alleles of a record that are looked at.
const MAX_ALLELES: usize = 64;

impl Checker {
    /// Looks at a record that has a symbol among its alternate alleles.
    pub(super) fn structural(&self, columns: &Columns<'_>, spot: &mut Spot<'_>) {
        let lengths = value_of(columns, "SVLEN");
        let claims = value_of(columns, "SVCLAIM");
        let mut counted: Option<&str> = None;
        let mut is_repeat = false;
        for (index, allele) in columns.alternate.split(',').enumerate().take(MAX_ALLELES) {
            let Some(symbol) = allele.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
                continue;
            };
            is_repeat |= symbol == "CNV:TR";
            let kind = symbol.split(':').next().unwrap_or_default();
            let length = nth(lengths, index);
            // An insertion or inversion may be of unknown length (`.`).
            let unknown = length.is_none_or(|length| length == ".");
            let lacks_length = match kind {
                "DEL" | "DUP" | "CNV" => unknown,
                "INS" | "INV" => lengths.is_none(),
                _ => false,
            };
            if lacks_length {
                spot.warn(Rule::LengthMissing, "INFO/SVLEN", || format!("{allele} without SVLEN"));
            }
            if length.is_some_and(|length| length.starts_with('-')) {
                spot.warn(Rule::LengthNegative, "INFO/SVLEN", || format!("SVLEN of {allele}"));
            }
            if matches!(kind, "DEL" | "DUP") && nth(claims, index).is_none_or(|claim| claim == ".") {
                spot.warn(Rule::ClaimMissing, "INFO/SVCLAIM", || format!("{allele} without SVCLAIM"));
            }
            if matches!(kind, "DEL" | "DUP" | "CNV") {
                let length = length.unwrap_or_default();
                if *counted.get_or_insert(length) != length
                    && columns.format.split(':').any(|key| key == "CN")
                {
                    // A copy number of the sample counts one stretch of the genome.
                    let said = || "CN beside alleles of several lengths".to_owned();
                    spot.warn(Rule::CopiesOfLengths, "FORMAT/CN", said);
                }
            }
        }
        if is_repeat {
            repeats::check(columns, spot);
        }
    }
}

/// The value of a key of INFO; none where the key is absent.
pub(super) fn value_of<'a>(columns: &Columns<'a>, wanted: &str) -> Option<&'a str> {
    columns::info(columns.info).find(|(key, _)| *key == wanted).map(|(_, value)| value.unwrap_or_default())
}

fn nth(list: Option<&str>, index: usize) -> Option<&str> {
    list?.split(',').nth(index)
}
