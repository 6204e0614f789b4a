//! A record as it was written: its columns, its INFO fields, the fields of the tumour sample, the other samples.

use super::columns::{self, Columns};
use entaku_domain::finding::VerbatimField;

/// Longest value kept, in bytes. An annotation of a hundred transcripts takes about 40 KiB; the parsed transcripts and
/// the received file keep what is cut here.
const MAX_VALUE: usize = 16 << 10;

/// Most bytes kept of one record.
const MAX_RECORD: usize = 64 << 10;

/// Most other samples kept: a report has one or two, a cohort's genotypes are no use to a panel.
const MAX_OTHERS: usize = 8;

/// The fields as `path → text`: `CHROM`, `INFO/DP`, `FORMAT/AD` (of the tumour), `SAMPLE/<name>` (the others whole).
pub(super) fn fields(record: &Columns<'_>, tumour: Option<usize>, names: &[String]) -> Vec<VerbatimField> {
    let mut kept = Kept { fields: Vec::with_capacity(24), bytes: 0 };
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
    kept.fields
}

struct Kept {
    fields: Vec<VerbatimField>,
    bytes: usize,
}

impl Kept {
    fn add(&mut self, group: &str, name: &str, value: &str) {
        let most = MAX_VALUE.min(MAX_RECORD.saturating_sub(self.bytes));
        if most == 0 {
            return;
        }
        let mut path = String::with_capacity(group.len() + name.len());
        path.push_str(group);
        path.push_str(cut(name, 200));
        let mut text = cut(value, most).to_owned();
        if text.len() < value.len() {
            text.push('…');
        }
        self.bytes += path.len() + text.len();
        self.fields.push(VerbatimField(path, text));
    }
}

/// The first bytes of a text, at most `most`, whole characters only.
fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
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

    #[test]
    fn values_without_end_are_cut_between_characters() {
        let line = format!("7\t5\t.\tT\tG\t.\tPASS\tX={}", "癌".repeat(MAX_VALUE));
        let fields = fields(&Columns::of(&line).unwrap(), None, &[]);
        assert!(fields[7].1.len() <= MAX_VALUE + '…'.len_utf8() && fields[7].1.ends_with("癌…"));
    }
}
