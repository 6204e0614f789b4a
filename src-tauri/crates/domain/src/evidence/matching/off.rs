//! What switches a gene off.

use super::short::{Kind, Short};
use crate::finding::{Alteration, CopyNumberKind};
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// By what a gene is switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum OffBy {
    /// A stop before the end.
    Stop,
    /// Another reading frame.
    Frameshift,
    /// A changed splice site, within its two bases.
    SpliceSite,
    /// The start codon is lost.
    StartLost,
    /// No copy is left.
    NoCopyLeft,
}

/// What switches the gene of a finding off; none where nothing shows that it does.
pub fn switched_off_by(finding: &Alteration) -> Option<OffBy> {
    match finding {
        Alteration::ShortVariant(variant) => {
            let short = Short::of(variant);
            let by = [
                (Kind::Frameshift, OffBy::Frameshift),
                (Kind::Stop, OffBy::Stop),
                (Kind::StartLost, OffBy::StartLost),
                (Kind::Splice, OffBy::SpliceSite),
            ];
            by.into_iter().find(|(kind, _)| short.is(*kind)).map(|(_, by)| by)
        }
        Alteration::CopyNumber(change) => {
            (change.kind() == CopyNumberKind::HomozygousLoss).then_some(OffBy::NoCopyLeft)
        }
        _ => None,
    }
}

worded!(OffBy {
    Self::Stop => "offBy.stop", Self::Frameshift => "offBy.frameshift", Self::SpliceSite => "offBy.spliceSite",
    Self::StartLost => "offBy.startLost", Self::NoCopyLeft => "offBy.noCopyLeft",
});
