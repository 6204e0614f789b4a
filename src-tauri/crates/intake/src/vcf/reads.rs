//! How many reads of the tumour carry an allele, from whatever fields the caller uses: AF, FA, VAF, FREQ for the
//! frequency; AD, AO, VD, DP4, Strelka's tier counts for the reads.

/// What the tumour sample says of one allele.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Reads {
    /// Frequency as a fraction, unchecked.
    pub frequency: Option<f64>,
    pub depth: Option<u32>,
    pub alternate: Option<u32>,
    /// Whether the genotype holds the allele; none where there is no call.
    pub called: Option<bool>,
}

/// Which allele of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Which<'a> {
    /// Its index among the alternate alleles, counted from 0.
    pub index: usize,
    /// Number of alternate alleles.
    pub count: usize,
    pub reference: &'a str,
    pub alternate: &'a str,
}

/// The fields of a sample that are of interest, as written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fields<'a> {
    genotype: Option<&'a str>,
    allele_depths: Option<&'a str>,
    depth: Option<&'a str>,
    frequency: Option<&'a str>,
    percent: Option<&'a str>,
    alternate: Option<&'a str>,
    reference: Option<&'a str>,
    strands: Option<&'a str>,
    /// Strelka's counts of A, C, G, T.
    bases: [Option<&'a str>; 4],
    /// Strelka's reads for the reference and for the indel.
    indel: (Option<&'a str>, Option<&'a str>),
}

impl<'a> Fields<'a> {
    /// Picks the fields out of a FORMAT and a sample column.
    pub fn of(format: &'a str, sample: &'a str) -> Self {
        let mut fields = Self::default();
        for (key, value) in format.split(':').zip(sample.split(':')) {
            if matches!(value, "." | "") {
                continue;
            }
            let slot = match key {
                "GT" => &mut fields.genotype,
                "AD" => &mut fields.allele_depths,
                "DP" => &mut fields.depth,
                "NR" if fields.depth.is_none() => &mut fields.depth,
                "AF" => &mut fields.frequency,
                "FA" | "VAF" if fields.frequency.is_none() => &mut fields.frequency,
                "FREQ" => &mut fields.percent,
                "AO" | "VD" | "NV" => &mut fields.alternate,
                "RO" | "RD" => &mut fields.reference,
                "DP4" => &mut fields.strands,
                "AU" => &mut fields.bases[0],
                "CU" => &mut fields.bases[1],
                "GU" => &mut fields.bases[2],
                "TU" => &mut fields.bases[3],
                "TAR" => &mut fields.indel.0,
                "TIR" => &mut fields.indel.1,
                _ => continue,
            };
            *slot = Some(value);
        }
        fields
    }

    /// The reads of one allele.
    pub fn reads(&self, which: Which<'_>) -> Reads {
        let (reference, alternate) = self.counts(which);
        let sum = reference.zip(alternate).map(|(reference, alternate)| reference.saturating_add(alternate));
        let depth = self.depth.and_then(whole).or_else(|| self.all_depths()).or(sum);
        let stated = self
            .frequency
            .and_then(|text| {
                one_each(text, which).and_then(number).or_else(|| self.after_reference(text, which))
            })
            .or_else(|| self.percent.and_then(|text| percent(text, which)));
        let strelka = self.allele_depths.is_none()
            && (self.bases.iter().any(Option::is_some) || self.indel.1.is_some());
        let out_of = if strelka { sum } else { depth };
        let ratio = || {
            let (alternate, out_of) = (alternate?, out_of.filter(|out_of| *out_of > 0)?);
            (alternate <= out_of).then(|| f64::from(alternate) / f64::from(out_of))
        };
        Reads {
            frequency: stated.or_else(ratio),
            depth,
            alternate,
            called: self.genotype.and_then(|genotype| called(genotype, which.index + 1)),
        }
    }

    /// A frequency out of a list that begins with the reference's (RADIA). A list of a site that was split since has as
    /// many values: AD, which counts the reference too, must say the same.
    fn after_reference(&self, text: &str, which: Which<'_>) -> Option<f64> {
        let values: Vec<f64> = text.split(',').map(number).collect::<Option<_>>()?;
        let depths: Vec<f64> = self.allele_depths?.split(',').map(number).collect::<Option<_>>()?;
        let sum: f64 = depths.iter().sum();
        let alike = |(value, depth): (&f64, &f64)| sum > 0.0 && (value - depth / sum).abs() < 0.05;
        let same = values.len() == which.count + 1 && depths.len() == values.len();
        let own = values.get(which.index + 1)?;
        (same && values.iter().zip(&depths).all(alike)).then_some(*own)
    }

    /// Reads for the reference and for the allele.
    fn counts(&self, which: Which<'_>) -> (Option<u32>, Option<u32>) {
        let first = |text: Option<&str>| text.and_then(|text| text.split(',').next()).and_then(whole);
        let mut reference = first(self.reference);
        let mut alternate = self.alternate.and_then(|text| one_each(text, which)).and_then(whole);
        if let Some(depths) = self.allele_depths {
            let commas = memchr::memchr_iter(b',', depths.as_bytes()).count();
            let with_reference = commas == which.count;
            if with_reference {
                reference = first(Some(depths)).or(reference);
            }
            alternate = per_allele(depths, which).and_then(whole).or(alternate);
        }
        // Where callers were merged, AD is the one beside whose frequency it stands.
        let own = self.allele_depths.is_none();
        if let Some(base) = self.base(which.alternate).filter(|_| own) {
            (reference, alternate) = (first(self.base(which.reference)), first(Some(base)));
        }
        if self.indel.1.is_some() && own {
            (reference, alternate) = (first(self.indel.0), first(self.indel.1));
        }
        if let (None, Some(strands), 1) = (alternate, self.strands, which.count) {
            let counts: Vec<Option<u32>> = strands.split(',').map(whole).collect();
            if let [Some(a), Some(b), Some(c), Some(d)] = counts.as_slice() {
                (reference, alternate) = (Some(a.saturating_add(*b)), Some(c.saturating_add(*d)));
            }
        }
        (reference, alternate)
    }

    fn base(&self, allele: &str) -> Option<&'a str> {
        let [a, c, g, t] = self.bases;
        match allele {
            "A" | "a" => a,
            "C" | "c" => c,
            "G" | "g" => g,
            "T" | "t" => t,
            _ => None,
        }
    }

    /// The sum of AD, where it counts the reference too.
    fn all_depths(&self) -> Option<u32> {
        let text = self.allele_depths.filter(|text| text.contains(','))?;
        text.split(',').map(whole).try_fold(0u32, |sum, depth| depth.map(|depth| sum.saturating_add(depth)))
    }
}

/// The value for an allele out of a list: one for each alternate allele, or with the reference before them.
fn per_allele<'a>(text: &'a str, which: Which<'_>) -> Option<&'a str> {
    let count = memchr::memchr_iter(b',', text.as_bytes()).count() + 1;
    if count == 1 && which.count == 1 {
        return Some(text).filter(|value| *value != ".");
    }
    let skip = match count {
        n if n == which.count => which.index,
        n if n == which.count + 1 => which.index + 1,
        _ => return None,
    };
    text.split(',').nth(skip).filter(|value| *value != ".")
}

/// The value for an allele out of a list of one for each alternate allele. A list of another length is that of a site
/// that was split since, and nobody can tell which value is this allele's.
fn one_each<'a>(text: &'a str, which: Which<'_>) -> Option<&'a str> {
    let mut values = text.split(',');
    if which.count == 1 {
        return values.next().filter(|value| values.next().is_none() && *value != ".");
    }
    let count = memchr::memchr_iter(b',', text.as_bytes()).count() + 1;
    values.nth(which.index).filter(|value| count == which.count && *value != ".")
}

fn whole(text: &str) -> Option<u32> {
    text.parse().ok()
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// `38.46%`, also with a decimal comma, as VarScan writes it under some locales.
fn percent(text: &str, which: Which<'_>) -> Option<f64> {
    let one = if which.count == 1 && text.matches('%').count() == 1 {
        text.replacen(',', ".", 1)
    } else {
        one_each(text, which)?.to_owned()
    };
    one.strip_suffix('%').and_then(number).map(|percent| percent / 100.0)
}

/// Whether a genotype holds an allele; none for `./.`.
fn called(genotype: &str, allele: usize) -> Option<bool> {
    let mut any = false;
    for part in genotype.split(['/', '|']) {
        let Ok(number) = part.parse::<usize>() else { continue };
        any = true;
        if number == allele {
            return Some(true);
        }
    }
    any.then_some(false)
}

/// INFO fields that speak of reads where a file has no samples.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct InfoCounts<'a> {
    pub af: Option<&'a str>,
    pub dp: Option<&'a str>,
    pub dp4: Option<&'a str>,
    pub an: Option<&'a str>,
}

/// The reads of an allele where the file has no samples: INFO's AF and DP together, as callers of one sample write
/// them. AF without DP may be a population's frequency, AF beside AN is counted over genotypes: neither is used.
pub(super) fn from_info(info: InfoCounts<'_>, which: Which<'_>) -> Reads {
    let af = info.dp.and(info.af).filter(|_| info.an.is_none());
    Fields { frequency: af, depth: info.dp, strands: info.dp4, ..Fields::default() }.reads(which)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(format: &str, sample: &str, which: Which<'_>) -> String {
        let reads = Fields::of(format, sample).reads(which);
        let frequency = reads.frequency.map_or("-".to_owned(), |f| format!("{f:.4}"));
        let show = |n: Option<u32>| n.map_or("-".to_owned(), |n| n.to_string());
        format!("{frequency} {}/{} {:?}", show(reads.alternate), show(reads.depth), reads.called)
    }

    const SNV: Which<'_> = Which { index: 0, count: 1, reference: "C", alternate: "T" };
    const INDEL: Which<'_> = Which { index: 0, count: 1, reference: "C", alternate: "CTT" };
    const SECOND: Which<'_> = Which { index: 1, count: 2, reference: "C", alternate: "T" };

    #[test]
    fn each_callers_fields_are_understood() {
        for (caller, format, sample, which, expected) in [
            ("Mutect2", "GT:AD:AF:DP", "0/1:3,7:0.65:10", SNV, "0.6500 7/10 Some(true)"),
            ("Mutect", "GT:AD:DP:FA", "0/1:8,2:10:0.2", SNV, "0.2000 2/10 Some(true)"),
            ("AD without DP", "GT:AD", "0/1:6,2", SNV, "0.2500 2/8 Some(true)"),
            ("AD with a gap", "GT:AD:DP", "0/1:.,21:60", SNV, "0.3500 21/60 Some(true)"),
            ("VarScan", "GT:DP:RD:AD:FREQ", "0/1:91:56:35:38.46%", SNV, "0.3846 35/91 Some(true)"),
            ("VarScan, comma", "GT:DP:RD:AD:FREQ", "0/1:91:56:35:38,46%", SNV, "0.3846 35/91 Some(true)"),
            ("freebayes", "GT:DP:RO:AO", "0/1:40:30:10", SNV, "0.2500 10/40 Some(true)"),
            ("Strelka SNV", "DP:AU:CU:GU:TU", "60:0,0:30,31:0,0:10,12", SNV, "0.2500 10/60 None"),
            ("Strelka indel", "DP:TAR:TIR", "60:15,15:45,46", INDEL, "0.7500 45/60 None"),
            ("SomaticSniper", "GT:DP:DP4", "0/1:7:0,3,0,4", SNV, "0.5714 4/7 Some(true)"),
            ("VarDict", "GT:DP:VD:AD:AF", "0/0:30:2:28,2:0.0667", SNV, "0.0667 2/30 Some(false)"),
            ("RADIA", "GT:DP:AD:AF", "0/1:106:95,11:0.9,0.1", SNV, "0.1000 11/106 Some(true)"),
            ("two alleles", "GT:AD:AF:DP", "0/2:10,1,9:0.05,0.45:20", SECOND, "0.4500 9/20 Some(true)"),
            ("not called", "GT:AD", "./.:.", SNV, "- -/- None"),
            ("nothing", "GT", "0/0", SNV, "- -/- Some(false)"),
            ("fewer values than fields", "GT:AD:DP", "0|1", SNV, "- -/- Some(true)"),
        ] {
            assert_eq!(reads(format, sample, which), expected, "{caller}");
        }
    }

    #[test]
    fn a_population_frequency_is_not_taken_for_the_tumours() {
        let frequency = |af, dp, an| from_info(InfoCounts { af, dp, an, dp4: None }, SNV).frequency;
        assert_eq!(frequency(Some("0.01"), None, None), None);
        assert_eq!(frequency(Some("0.5"), Some("42"), Some("2")), None, "genotypes, not reads");
        assert_eq!(frequency(Some("0.54"), Some("200"), None), Some(0.54));
    }

    #[test]
    fn values_of_a_site_that_was_split_are_not_guessed_at() {
        for (format, sample, expected) in [
            ("GT:AD:DP", "0/1:90,4,60:154", "- -/154 Some(true)"),
            ("GT:AD:DP:AF", "0/1:90,4,60:154:0.026,0.39", "- -/154 Some(true)"),
            ("GT:AD:DP:AF", "0/1:60,40:100:0.4,0.6", "0.4000 40/100 Some(true)"),
            ("GT:DP:RO:AO", "0/1:100:60:30,10", "- -/100 Some(true)"),
            ("GT:DP:FREQ", "0/1:100:30%,10%", "- -/100 Some(true)"),
        ] {
            assert_eq!(reads(format, sample, SNV), expected, "{format} {sample}");
        }
    }

    #[test]
    fn where_two_callers_were_merged_counts_are_of_one() {
        let merged = reads("GT:AD:AF:DP:TAR:TIR", "0/1:20,10:0.333:30:22,22:14,14", INDEL);
        assert_eq!(merged, "0.3330 10/30 Some(true)");
    }
}
