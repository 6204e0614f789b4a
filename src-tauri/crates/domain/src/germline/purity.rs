//! What share of reads a change of each origin would have at the specimen's tumour content. Shown beside the share that was
//! read; no list here decides by it.

use crate::measure::Vaf;

/// Expected shares of reads, fractions from 0 to 1, in a tumour with two copies of the gene or, where one is lost, with one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpectedShares {
    /// Somatic, on one of two copies.
    pub somatic: f64,
    /// Somatic, the other copy lost: the most that a somatic change reaches without gains.
    pub somatic_with_loss: f64,
    /// Inherited, on one of two copies.
    pub inherited: f64,
    /// Inherited, the other copy lost in the tumour.
    pub inherited_with_loss: f64,
}

impl ExpectedShares {
    /// Whether a share is higher than a somatic change reaches without gains.
    pub fn is_above_somatic(&self, share: Vaf) -> bool {
        share.fraction() > self.somatic_with_loss
    }
}

/// The expected shares at a tumour content, a fraction; what lies outside of 0 to 1 counts as the nearer of the two.
pub fn expected_shares(content: f64) -> ExpectedShares {
    let content = content.clamp(0.0, 1.0);
    // Of tumour cells one copy is left, of others two.
    let copies_after_loss = 2.0 - content;
    ExpectedShares {
        somatic: content / 2.0,
        somatic_with_loss: content / copies_after_loss,
        inherited: 0.5,
        inherited_with_loss: 1.0 / copies_after_loss,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_follow_from_counting_copies() {
        // 40 tumour cells and 60 others. Two copies each: 40 of 200 carry it. One lost in the tumour: 40 of 160; inherited: 100 of 160.
        let at = expected_shares(0.4);
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(near(at.somatic, 0.2) && near(at.somatic_with_loss, 0.25), "{at:?}");
        assert!(near(at.inherited, 0.5) && near(at.inherited_with_loss, 0.625), "{at:?}");
        assert!(at.is_above_somatic(Vaf::new(0.31).unwrap()));
        assert!(!at.is_above_somatic(Vaf::new(0.24).unwrap()));
    }
}
