//! The files of a case as its report names them, and as it names them where germline findings are withheld.

use super::{ReportContent, ReportSource};
use crate::case::Source;
use crate::finding::Finding;
use crate::known_test::TestCatalogue;
use std::collections::BTreeSet;

pub(super) fn report_source(source: &Source, tests: &TestCatalogue) -> ReportSource {
    let draft = &source.draft;
    ReportSource {
        file: draft.file.clone(),
        test: draft.test.clone(),
        assembly: draft.assembly.clone(),
        hide: draft.hide,
        known: tests.of(&draft.test).cloned(),
        ledger: Some(draft.ledger.clone()),
        comments: draft.comments.clone(),
        notes: u32::try_from(draft.notes.len()).unwrap_or(u32::MAX),
    }
}

/// Indexes of the sources that a finding was read in.
pub(super) fn sources_of(finding: &Finding) -> impl Iterator<Item = usize> {
    finding.source.into_iter().chain(finding.further.iter().map(|reading| reading.source))
}

/// Takes out what would tell of findings that are left out, of which these sources held some: sources that held nothing else,
/// counts of records and notes, the numbers of records, and the names of files, for a laboratory may name a file after what it
/// found.
pub(super) fn withhold(content: &mut ReportContent, held: &BTreeSet<usize>) {
    let open: BTreeSet<usize> = content.findings.iter().flat_map(|row| sources_of(&row.finding)).collect();
    let shown: Vec<usize> =
        (0..content.sources.len()).filter(|index| open.contains(index) || !held.contains(index)).collect();
    let number = |index: usize| shown.iter().position(|shown| *shown == index);
    let all = std::mem::take(&mut content.sources);
    content.sources = shown.iter().filter_map(|index| all.get(*index).cloned()).collect();
    for (at, source) in (1..).zip(&mut content.sources) {
        source.file.name = format!("#{at}");
        (source.ledger, source.notes) = (None, 0);
        source.comments.clear();
    }
    for row in &mut content.findings {
        // The laboratory counts its records: a number that is missing among them would tell.
        row.finding.read.item = row.finding.id.to_string();
        for reading in &mut row.finding.further {
            reading.read.item = row.finding.id.to_string();
        }
        row.finding.source = row.finding.source.and_then(number);
        for reading in &mut row.finding.further {
            // Open, so that it is among those that are shown.
            reading.source = number(reading.source).unwrap_or_default();
        }
        for (source, _) in row.differences.iter_mut().flat_map(|difference| &mut difference.said) {
            *source = source.and_then(number);
        }
    }
}
