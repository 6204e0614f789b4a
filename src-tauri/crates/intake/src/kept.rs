//! The fields of a record as written, for the finding: every one of them, within bounds.

use entaku_domain::finding::VerbatimField;

/// Longest value kept, in bytes. An annotation of a hundred transcripts takes about 40 KiB; the parsed transcripts and
/// the received file keep what is cut here.
const MAX_VALUE: usize = 16 << 10;

/// Most bytes kept of one record.
const MAX_RECORD: usize = 64 << 10;

/// Fields on their way into a finding.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    fields: Vec<VerbatimField>,
    bytes: usize,
}

impl Kept {
    /// Room for so many fields.
    pub fn with_capacity(count: usize) -> Self {
        Self { fields: Vec::with_capacity(count), bytes: 0 }
    }

    /// Adds a field under `group` and `name`, cut where it or the record is too long.
    pub fn add(&mut self, group: &str, name: &str, value: &str) {
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

    /// The fields.
    pub fn into_fields(self) -> Vec<VerbatimField> {
        self.fields
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
    fn values_without_end_are_cut_between_characters() {
        let mut kept = Kept::default();
        kept.add("INFO/", "X", &"癌".repeat(MAX_VALUE));
        let fields = kept.into_fields();
        assert!(fields[0].1.len() <= MAX_VALUE + '…'.len_utf8() && fields[0].1.ends_with("癌…"));
    }

    #[test]
    fn a_record_without_end_is_cut() {
        let mut kept = Kept::default();
        (0..100_000).for_each(|n| kept.add("", &n.to_string(), "value"));
        let bytes: usize = kept.into_fields().iter().map(|field| field.0.len() + field.1.len()).sum();
        assert!(bytes < MAX_RECORD + 100, "{bytes}");
    }
}
