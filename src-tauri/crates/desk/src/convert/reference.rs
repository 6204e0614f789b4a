//! A finding beside the site's reference genome.

use entaku_domain::case::Case;
use entaku_domain::finding::{Alteration, DraftFinding, Finding};
use entaku_domain::genome::Assembly;
use entaku_domain::label::Label;

/// That the reference genome has other bases at the place of a record, in the first of its readings of which that is true.
pub(crate) fn misfit(case: &Case, finding: &Finding) -> Option<Label> {
    let first = said(&finding.read, &case.assembly_of(finding));
    let mut further = finding.further.iter().filter_map(|reading| {
        let source = case.sources.get(reading.source)?;
        said(&reading.read, &source.draft.assembly)
    });
    first.or_else(|| further.next())
}

fn said(read: &DraftFinding, assembly: &Assembly) -> Option<Label> {
    let Alteration::ShortVariant(variant) = &read.alteration else { return None };
    let there = variant.against_reference.as_ref()?.misfit.as_deref()?;
    let (build, written) = (assembly.name.name(), variant.reference.as_deref().unwrap_or_default());
    Some(match there {
        "" => Label {
            ja: format!(
                "{build}の参照ゲノムでは、この位置はコンティグの終わりを超えます。位置とビルドを確認してください。"
            ),
            en: format!(
                "Beyond the end of the contig in the reference genome of {build}: check position and build."
            ),
        },
        there => Label {
            ja: format!(
                "{build}の参照ゲノムのこの位置は{there}で、記載の参照アレル（{written}）と異なります。位置とビルドを確認してください。"
            ),
            en: format!(
                "The reference genome of {build} has {there} here, not {written} as written: check position and build."
            ),
        },
    })
}
