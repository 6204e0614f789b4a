//! FORMAT and the sample columns.

use super::phase::Places;
use super::{Checker, Rule, Spot, repeated};
use crate::columns::Columns;
use crate::reserved::Column;
use crate::values::{Shape, ValueFault};

/// Most sample columns whose values are checked. A report has one or two; what a caller does wrong it does wrong in each.
/// Of the rest the shape alone is looked at.
const MAX_CHECKED: usize = 100;

/// Most keys of a FORMAT that are looked at.
const MAX_KEYS: usize = 200;

/// A FORMAT that was looked at, with the numbers of its keys.
#[derive(Debug)]
pub(super) struct Layout {
    format: String,
    keys: Vec<Option<usize>>,
    has_genotype: bool,
    phases: Places,
    /// Whether it has a fault, so that it is looked at again in each record.
    faulty: bool,
}

impl Layout {
    /// Before the first record.
    pub fn none() -> Self {
        Self {
            format: String::new(),
            keys: Vec::new(),
            has_genotype: false,
            phases: Places::default(),
            faulty: true,
        }
    }
}

impl Checker {
    pub(super) fn sample_columns(&mut self, columns: &Columns<'_>, shape: Shape, spot: &mut Spot<'_>) {
        if self.layout.format != columns.format || self.layout.faulty {
            self.layout = self.format_column(columns.format, spot);
        }
        self.ploidies.begin(columns.chromosome);
        for (place, sample) in columns.samples.split('\t').enumerate() {
            match sample {
                "." => {}
                _ if place < MAX_CHECKED => {
                    if let Some(alleles) = self.sample(sample, shape, spot) {
                        self.ploidies.take(place, alleles, spot);
                    }
                }
                _ if !self.has_shape(sample) => bad(spot, sample),
                _ => {}
            }
        }
    }

    fn format_column(&mut self, format: &str, spot: &mut Spot<'_>) -> Layout {
        let mut faulty = false;
        let mut wrong = |spot: &mut Spot<'_>, said: &str| {
            faulty = true;
            spot.warn(Rule::FormatForm, "FORMAT", || said.to_owned());
        };
        if format.split(':').skip(1).any(|key| key == "GT") {
            wrong(spot, format);
        }
        if repeated(format.split(':')).is_some() || !format.split(':').all(is_key) {
            wrong(spot, format);
        }
        let version = self.header.version;
        let mut keys = Vec::new();
        for (place, key) in format.split(':').take(MAX_KEYS).enumerate() {
            let number = self.header.format.find(place, key, version);
            if number.and_then(|number| self.header.format.get(number)).is_some_and(|key| !key.declared) {
                spot.tell(Rule::KeyUndeclared, "FORMAT", || key.to_owned());
            }
            keys.push(number);
        }
        let has = |wanted: &str| format.split(':').any(|key| key == wanted);
        let phases = if version >= 4 { Places::of(format) } else { Places::default() };
        if version >= 4 && (phases.lack_sets() || (has("CICN") && !has("CN"))) {
            wrong(spot, format);
        }
        Layout {
            format: format.to_owned(),
            keys,
            has_genotype: format.split(':').next() == Some("GT"),
            phases,
            faulty,
        }
    }

    /// Checks the values of a sample; gives the number of alleles of its genotype, where it has one.
    fn sample(&self, sample: &str, shape: Shape, spot: &mut Spot<'_>) -> Option<usize> {
        let mut values = sample.split(':');
        let mut shape = Shape { ploidy: None, ..shape };
        for (place, number) in self.layout.keys.iter().enumerate() {
            let Some(value) = values.next() else { break };
            // A list of local alleles may be empty since 4.5.
            let is_genotype = place == 0 && self.layout.has_genotype;
            if value == "." || (value.is_empty() && self.header.version >= 5 && !is_genotype) {
                continue;
            }
            if value.is_empty() || value.bytes().any(|byte| byte == b' ') {
                bad(spot, sample);
                continue;
            }
            if is_genotype {
                match genotype(value, shape.alternates.unwrap_or(1)) {
                    Ok(ploidy) => shape.ploidy = ploidy,
                    Err(()) => {
                        spot.warn(Rule::GenotypeForm, "FORMAT/GT", || value.to_owned());
                    }
                }
                continue;
            }
            let Some(key) = number.and_then(|number| self.header.format.get(number)) else { continue };
            if self.header.version >= 5 && key.name == "LAA" {
                shape.local = local(value, shape.alternates);
                if shape.local.is_none() {
                    spot.values(Column::Format, &key.name, value, ValueFault::Range);
                }
            }
            if let Some(fault) = key.check(value, shape) {
                spot.values(Column::Format, &key.name, value, fault);
            }
        }
        if values.next().is_some() && self.layout.keys.len() < MAX_KEYS {
            bad(spot, sample);
        }
        self.layout.phases.check(sample, spot);
        shape.ploidy
    }

    /// Whether a sample has no more values than keys, none of them empty, and a genotype where one belongs.
    fn has_shape(&self, sample: &str) -> bool {
        let bytes = sample.as_bytes();
        let colons = memchr::memchr_iter(b':', bytes).count();
        let fits = colons < self.layout.keys.len() || self.layout.keys.len() >= MAX_KEYS;
        let gap = |pair: &[u8]| pair == b"::";
        let empty =
            bytes.is_empty() || bytes.starts_with(b":") || bytes.ends_with(b":") || bytes.windows(2).any(gap);
        let genotype = bytes.split(|byte| *byte == b':').next().unwrap_or_default();
        let called = genotype.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'/' | b'|'));
        fits && (!empty || self.header.version >= 5)
            && memchr::memchr(b' ', bytes).is_none()
            && (called || !self.layout.has_genotype)
    }
}

fn bad(spot: &mut Spot<'_>, said: &str) {
    spot.warn(Rule::SampleForm, "samples", || said.to_owned());
}

/// The number of local alleles: they are numbers of the record's alternate alleles, each above the one before.
fn local(list: &str, alternates: Option<usize>) -> Option<usize> {
    let mut last = 0;
    for text in list.split(',') {
        let number =
            text.parse().ok().filter(|number| *number > last && *number <= alternates.unwrap_or(0))?;
        last = number;
    }
    Some(list.split(',').count())
}

/// Checks a genotype; gives its number of alleles, none where none is called.
fn genotype(text: &str, alternates: usize) -> Result<Option<usize>, ()> {
    // Since 4.4 a genotype may begin with its phase.
    let bare = text.strip_prefix(['/', '|']).unwrap_or(text);
    let (mut count, mut called) = (0, false);
    for allele in bare.split(['/', '|']) {
        count += 1;
        if allele == "." {
            continue;
        }
        called = true;
        let digits = !allele.is_empty() && allele.bytes().all(|byte| byte.is_ascii_digit());
        if !digits || allele.parse::<usize>().map_or(true, |number| number > alternates) {
            return Err(());
        }
    }
    Ok((called || count > 1).then_some(count))
}

/// `[A-Za-z_][A-Za-z0-9_.]*`.
fn is_key(key: &str) -> bool {
    key.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genotypes_name_alleles_of_the_record() {
        for (text, read) in [
            ("0/1", Ok(Some(2))),
            ("1", Ok(Some(1))),
            ("./.", Ok(Some(2))),
            (".", Ok(None)),
            ("0|1|1", Ok(Some(3))),
            ("/1", Ok(Some(1))),
            ("0/2", Err(())),
            ("0/", Err(())),
            ("0/|1", Err(())),
            ("1/C", Err(())),
            ("-1/0", Err(())),
        ] {
            assert_eq!(genotype(text, 1), read, "{text}");
        }
    }
}
