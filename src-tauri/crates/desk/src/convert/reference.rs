//! A finding beside the site's reference genome.

use entaku_domain::case::Case;
use entaku_domain::finding::Finding;
use entaku_domain::label::Label;

/// That the reference genome has other bases at the place of a record, in the first of its readings of which that is true.
pub(crate) fn misfit(case: &Case, finding: &Finding) -> Option<Label> {
    let first = finding.read.reference_misfit(&case.assembly_of(finding));
    let mut further = finding.further.iter().filter_map(|reading| {
        let source = case.sources.get(reading.source)?;
        reading.read.reference_misfit(&source.draft.assembly)
    });
    first.or_else(|| further.next())
}
