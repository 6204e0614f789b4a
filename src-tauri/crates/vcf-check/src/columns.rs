//! One record line split into its columns, borrowed from the line: `CHROM POS ID REF ALT QUAL FILTER INFO`, then
//! `FORMAT` and the samples. Source: VCF 4.5 §1.6.

/// The columns of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Columns<'a> {
    /// CHROM.
    pub chromosome: &'a str,
    /// POS.
    pub position: &'a str,
    /// ID.
    pub id: &'a str,
    /// REF.
    pub reference: &'a str,
    /// ALT: the alternate alleles, still joined by commas.
    pub alternate: &'a str,
    /// QUAL.
    pub quality: &'a str,
    /// FILTER.
    pub filter: &'a str,
    /// INFO: see [`info`].
    pub info: &'a str,
    /// FORMAT; empty where the record has no samples.
    pub format: &'a str,
    /// The sample columns, still joined by tabs.
    pub samples: &'a str,
    /// Whether there is a ninth column, though it be empty.
    pub has_format: bool,
}

impl<'a> Columns<'a> {
    /// Splits a line; gives the number of columns found where there are fewer than eight.
    pub fn of(line: &'a str) -> Result<Self, usize> {
        let mut rest = Some(line);
        let mut count = 0;
        let mut next = || {
            let text = rest?;
            count += 1;
            match memchr::memchr(b'\t', text.as_bytes()) {
                Some(tab) => {
                    rest = text.get(tab + 1..);
                    text.get(..tab)
                }
                None => rest.take(),
            }
        };
        let mut columns = [""; 9];
        let mut filled = 0;
        for column in &mut columns {
            match next() {
                Some(text) => *column = text,
                None => break,
            }
            filled += 1;
        }
        let [chromosome, position, id, reference, alternate, quality, filter, info, format] = columns;
        if filled < 8 {
            return Err(count);
        }
        let samples = rest.unwrap_or_default();
        Ok(Self {
            chromosome,
            position,
            id,
            reference,
            alternate,
            quality,
            filter,
            info,
            format,
            samples,
            has_format: filled > 8,
        })
    }

    /// A sample column, counted from 0.
    pub fn sample(&self, column: usize) -> Option<&'a str> {
        if self.format.is_empty() {
            return None;
        }
        if column == 0 {
            let end = memchr::memchr(b'\t', self.samples.as_bytes()).unwrap_or(self.samples.len());
            return self.samples.get(..end).filter(|text| !text.is_empty());
        }
        self.samples.split('\t').nth(column)
    }

    /// Number of sample columns.
    pub fn sample_count(&self) -> usize {
        if self.format.is_empty() && self.samples.is_empty() { 0 } else { self.samples.split('\t').count() }
    }
}

/// The entries of INFO: key and, where there is one, value. Empty entries (`;;`) are passed over.
pub fn info(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text).filter(|text| *text != ".");
    std::iter::from_fn(move || {
        loop {
            let text = rest?;
            let end = memchr::memchr(b';', text.as_bytes());
            let entry = match end {
                Some(end) => {
                    rest = text.get(end + 1..);
                    text.get(..end)?
                }
                None => {
                    rest = None;
                    text
                }
            };
            if !entry.is_empty() {
                // Keys are short: a plain scan finds '=' sooner than a search set up for long texts.
                let sign = entry.bytes().position(|byte| byte == b'=');
                return Some(match sign {
                    Some(at) => (entry.get(..at)?, entry.get(at + 1..)),
                    None => (entry, None),
                });
            }
        }
    })
}

/// Whether a text is one or more bases.
pub fn is_bases(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|b| matches!(b.to_ascii_uppercase(), b'A' | b'C' | b'G' | b'T' | b'N'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_samples_are_found_by_number() {
        let line = "7\t5\t.\tT\tG\t.\tPASS\tDP=5;SOMATIC;;AF=0.1\tGT:AD\t0/1:3,2\t0/0:9,0";
        let columns = Columns::of(line).unwrap();
        assert_eq!((columns.chromosome, columns.alternate, columns.format), ("7", "G", "GT:AD"));
        assert_eq!(
            (columns.sample(0), columns.sample(1), columns.sample(2)),
            (Some("0/1:3,2"), Some("0/0:9,0"), None)
        );
        assert_eq!(columns.sample_count(), 2);
        let entries: Vec<_> = info(columns.info).collect();
        assert_eq!(entries, [("DP", Some("5")), ("SOMATIC", None), ("AF", Some("0.1"))]);
    }

    #[test]
    fn short_lines_tell_how_many_columns_they_have() {
        assert_eq!(Columns::of("7\t5\t.\tT").unwrap_err(), 4);
        assert_eq!(Columns::of("").unwrap_err(), 1);
        let bare = Columns::of("7\t5\t.\tT\tG\t.\tPASS\t.").unwrap();
        assert_eq!((bare.sample(0), bare.sample_count(), info(bare.info).count()), (None, 0, 0));
    }
}
