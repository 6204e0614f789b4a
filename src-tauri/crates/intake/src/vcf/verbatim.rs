//! A record as it was written: its columns, its INFO fields, the fields of the tumour sample, the other samples.

use crate::kept::Kept;
use entaku_domain::finding::VerbatimField;
use entaku_vcf_check::columns::{self, Columns};

/// Most other samples kept: a report has one or two, a cohort's genotypes are no use to a panel.
const MAX_OTHERS: usize = 8;

/// The fields as `path → text`: `CHROM`, `INFO/DP`, `FORMAT/AD` (of the tumour), `SAMPLE/<name>` (the others whole).
pub(super) fn fields(record: &Columns<'_>, tumour: Option<usize>, names: &[String]) -> Vec<VerbatimField> {
    let mut kept = Kept::with_capacity(24);
    for (name, value) in [
        ("CHROM", record.chromosome),
        ("POS", record.position),
        ("ID", record.id),
        ("REF", record.reference),
        ("ALT", record.alternate),
        ("QUAL", record.quality),
        ("FILTER", record.filter),
    ] {
        kept.add("", name, value);
    }
    for (key, value) in columns::info(record.info) {
        kept.add("INFO/", key, value.unwrap_or_default());
    }
    if let Some(sample) = tumour.and_then(|column| record.sample(column)) {
        let mut values = sample.split(':');
        for key in record.format.split(':') {
            match values.next() {
                Some(value) => kept.add("FORMAT/", key, value),
                None => break,
            }
        }
    }
    if !record.format.is_empty() {
        let others = names.iter().zip(record.samples.split('\t')).enumerate();
        for (_, (name, value)) in others.filter(|(column, _)| Some(*column) != tumour).take(MAX_OTHERS) {
            kept.add("SAMPLE/", name, value);
        }
    }
    kept.into_fields()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_kept_as_written() {
        let line = "7\t5\trs1\tT\tG,C\t.\tPASS\tDP=5;SOMATIC\tGT:AD:X\t0/1:3,2\t0/0:9,0";
        let names = ["T".to_owned(), "N".to_owned()];
        let fields = fields(&Columns::of(line).unwrap(), Some(0), &names);
        let text: Vec<String> =
            fields.iter().map(|VerbatimField(path, text)| format!("{path}={text}")).collect();
        assert_eq!(
            text.join(" "),
            "CHROM=7 POS=5 ID=rs1 REF=T ALT=G,C QUAL=. FILTER=PASS INFO/DP=5 INFO/SOMATIC= FORMAT/GT=0/1 FORMAT/AD=3,2 SAMPLE/N=0/0:9,0"
        );
    }
}
