//! CHROM, ID, QUAL, FILTER.

use super::super::grammar;
use super::{Checker, Spot, repeated};

impl Checker {
    pub(super) fn contig(&mut self, name: &str, spot: &mut Spot<'_>) {
        if self.sound_contig == name {
            return;
        }
        let inner = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(name);
        if self.contigs.contains(inner) || grammar::contig(inner, self.version).is_none() {
            name.clone_into(&mut self.sound_contig);
            // Lawful since 4.3, yet `G[chr:1:5[` can be read in two ways.
            if inner.contains(':') && !self.contigs.contains(inner) && !inner.starts_with("HLA-") {
                let hint = "A name with a colon can be misread where a breakend cites it; read as written.";
                spot.tell("contig-name", "CHROM", || name.to_owned(), hint);
            }
        } else {
            let hint = "Breakends cannot cite such a name without doubt, and the header declares no such contig; read as written.";
            spot.warn("contig-name", "CHROM", || name.to_owned(), hint);
        }
    }

    pub(super) fn id(&mut self, id: &str, spot: &mut Spot<'_>) {
        if id == "." {
            return;
        }
        let white = id.bytes().any(|byte| byte.is_ascii_whitespace());
        let several = memchr::memchr(b';', id.as_bytes()).is_some();
        if white || id.is_empty() || (several && id.split(';').any(str::is_empty)) {
            let hint = "Names separated by ';' without white space, or '.', were expected; kept as written.";
            return spot.warn("bad-id", "ID", || id.to_owned(), hint);
        }
        if several && repeated(id.split(';')).is_some() {
            let hint = "A name stands twice; kept as written.";
            match self.version {
                3.. => spot.warn("bad-id", "ID", || id.to_owned(), hint),
                // Earlier versions do not forbid it in words.
                _ => spot.tell("bad-id", "ID", || id.to_owned(), hint),
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
        let twice = repeated(filter.split(';')).filter(|_| self.version >= 3);
        if !filter.split(';').all(has_name) || twice.is_some() {
            let hint = "PASS, '.' or the names of filters, each once, were expected; a record with any filter is set aside.";
            return spot.warn("bad-filter", "FILTER", || filter.to_owned(), hint);
        }
        if let Some(unknown) = filter.split(';').find(|name| *name != "PASS" && !self.filters.contains(*name))
        {
            let hint = "The header does not say what this filter means.";
            return spot.tell("undeclared", "FILTER", || unknown.to_owned(), hint);
        }
        filter.clone_into(&mut self.sound_filter);
    }
}

/// A quality below nothing.
pub(super) fn quality(quality: &str, spot: &mut Spot<'_>) {
    if quality.starts_with('-') && quality.parse::<f64>().is_ok_and(|number| number < 0.0) {
        spot.warn(
            "bad-qual",
            "QUAL",
            || quality.to_owned(),
            "A quality is not negative; it is kept as written.",
        );
    }
}
