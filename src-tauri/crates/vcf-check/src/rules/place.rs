//! CHROM, ID, QUAL, FILTER.

use super::{Checker, Rule, Spot, repeated};
use crate::grammar;

impl Checker {
    pub(super) fn contig(&mut self, name: &str, spot: &mut Spot<'_>) {
        if self.sound_contig == name {
            return;
        }
        let inner = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(name);
        if self.header.contigs.contains(inner) || grammar::contig(inner, self.header.version).is_none() {
            name.clone_into(&mut self.sound_contig);
            // Lawful since 4.3, yet `G[chr:1:5[` can be read in two ways.
            if inner.contains(':') && !self.header.contigs.contains(inner) && !inner.starts_with("HLA-") {
                spot.tell(Rule::ContigColon, "CHROM", || name.to_owned());
            }
        } else {
            spot.warn(Rule::ContigName, "CHROM", || name.to_owned());
        }
    }

    pub(super) fn id(&mut self, id: &str, spot: &mut Spot<'_>) {
        if id == "." {
            return;
        }
        let white = id.bytes().any(|byte| byte.is_ascii_whitespace());
        let several = memchr::memchr(b';', id.as_bytes()).is_some();
        if white || id.is_empty() || (several && id.split(';').any(str::is_empty)) {
            return spot.warn(Rule::IdForm, "ID", || id.to_owned());
        }
        if several && repeated(id.split(';')).is_some() {
            match self.header.version {
                3.. => spot.warn(Rule::IdTwice, "ID", || id.to_owned()),
                // Earlier versions do not forbid it in words.
                _ => spot.tell(Rule::IdTwice, "ID", || id.to_owned()),
            }
        }
    }

    pub(super) fn filter(&mut self, filter: &str, spot: &mut Spot<'_>) {
        if matches!(filter, "PASS" | "." | "") || self.sound_filter == filter {
            return;
        }
        let has_name = |name: &str| {
            name != "0"
                && name.bytes().all(|byte| byte.is_ascii_graphic() || !byte.is_ascii())
                && name.bytes().any(|byte| !byte.is_ascii_punctuation())
        };
        let twice = repeated(filter.split(';')).filter(|_| self.header.version >= 3);
        if !filter.split(';').all(has_name) || twice.is_some() {
            return spot.warn(Rule::FilterForm, "FILTER", || filter.to_owned());
        }
        if let Some(unknown) =
            filter.split(';').find(|name| *name != "PASS" && !self.header.filters.contains(*name))
        {
            return spot.tell(Rule::FilterUndeclared, "FILTER", || unknown.to_owned());
        }
        filter.clone_into(&mut self.sound_filter);
    }
}

/// A quality below nothing.
pub(super) fn quality(quality: &str, spot: &mut Spot<'_>) {
    if quality.starts_with('-') && quality.parse::<f64>().is_ok_and(|number| number < 0.0) {
        spot.warn(Rule::NegativeQuality, "QUAL", || quality.to_owned());
    }
}
