//! The occasions of genetic guidance that a fee is claimed for.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::germline::workup::Guidance;
use entaku_domain::label::Label;
use serde::Deserialize;

/// The occasions, with where they are laid down.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceFees {
    /// Version: the day from which on they hold.
    pub version: String,
    /// Name.
    pub name: Label,
    /// Source.
    pub source: Label,
    /// How sure it is.
    pub certainty: Certainty,
    /// Each once, in order.
    pub occasions: Vec<GuidanceFee>,
}

/// An occasion.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceFee {
    /// Which.
    pub guidance: Guidance,
    /// Points (点).
    pub points: u32,
}

/// As shipped.
///
/// # Errors
/// When the data is not of the expected shape, or an occasion is missing or stands twice.
pub(crate) fn shipped() -> Result<GuidanceFees, KnowledgeError> {
    let fees: GuidanceFees = serde_json::from_str(crate::data::GENETIC_GUIDANCE)
        .map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let named: Vec<Guidance> = fees.occasions.iter().map(|fee| fee.guidance).collect();
    match named == Guidance::ALL {
        true => Ok(fees),
        false => Err(KnowledgeError::Data("each occasion of guidance stands once, in order".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// B001-11 of 2026: 300 before the test, 700 and 200 for guidance on the result.
    #[test]
    fn each_occasion_has_the_points_of_the_notice() {
        let points: Vec<u32> = shipped().unwrap().occasions.iter().map(|fee| fee.points).collect();
        assert_eq!(points, [300, 700, 200]);
    }
}
