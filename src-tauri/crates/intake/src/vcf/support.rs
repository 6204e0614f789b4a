//! How many reads carry a structural alteration, as each caller writes them in the tumour's column. Only records of
//! symbols and breakends pay for this second look at the column. INFO sums over samples: it speaks for the tumour only
//! where the file has one sample or none.

use super::info::Structural;
use super::reads::Reads;

/// The fields of a sample that speak of a structural alteration, as written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Support<'a> {
    /// Pairs and split reads: `reference,alternate` (Manta), or one number for the alteration (GRIDSS, LUMPY, SvABA).
    pairs: Option<&'a str>,
    splits: Option<&'a str>,
    /// LUMPY: paired ends, and both kinds together.
    ends: Option<&'a str>,
    all: Option<&'a str>,
    /// DR, DV, RR, RV of Delly; TIDDIT gives DR and RR for each of the two sides.
    delly: [Option<&'a str>; 4],
    /// GRIDSS: fragments for the alteration, for a single breakend, for the reference.
    fragments: Option<&'a str>,
    single: Option<&'a str>,
    reference: (Option<&'a str>, Option<&'a str>),
    pub copy_number: Option<&'a str>,
    /// Copies of the rarer haplotype: MCN (DRAGEN), and both haplotypes' (CNVkit).
    pub minor_copies: Option<&'a str>,
    pub haplotype_copies: (Option<&'a str>, Option<&'a str>),
    /// Copy ratio that is not a logarithm: of DRAGEN, of TSO500.
    pub segment_mean: Option<&'a str>,
    pub fold_change: Option<&'a str>,
}

impl<'a> Support<'a> {
    /// Picks the fields out of a FORMAT and a sample column.
    pub fn of(format: &'a str, sample: &'a str) -> Self {
        let mut fields = Self::default();
        let [dr, dv, rr, rv] = &mut fields.delly;
        for (key, value) in format.split(':').zip(sample.split(':')) {
            if matches!(value, "." | "") {
                continue;
            }
            let slot = match key {
                "PR" => &mut fields.pairs,
                "SR" => &mut fields.splits,
                "PE" => &mut fields.ends,
                "SU" => &mut fields.all,
                "DR" => &mut *dr,
                "DV" => &mut *dv,
                "RR" => &mut *rr,
                "RV" => &mut *rv,
                "VF" => &mut fields.fragments,
                "BVF" => &mut fields.single,
                "REF" => &mut fields.reference.0,
                "REFPAIR" => &mut fields.reference.1,
                "CN" => &mut fields.copy_number,
                "MCN" => &mut fields.minor_copies,
                "CN1" => &mut fields.haplotype_copies.0,
                "CN2" => &mut fields.haplotype_copies.1,
                "SM" => &mut fields.segment_mean,
                "FC" => &mut fields.fold_change,
                _ => continue,
            };
            *slot = Some(value);
        }
        fields
    }

    /// Whether the caller counted reads over the junction, and not copies. (PE alone does not say so: callers of copy
    /// number write improper pairs at the ends of a segment there.)
    pub fn by_reads(&self) -> bool {
        let [_, pairs, _, splits] = self.delly;
        self.pairs.or(pairs).or(splits).or(self.all).is_some()
    }

    /// Reads for the alteration and reads in all. `reads` are those counted by allele; `info` is given where it speaks
    /// of this sample alone.
    /// `short` is told in [`Support::fraction`].
    pub fn counts(
        &self,
        reads: &Reads,
        info: Option<&Structural<'_>>,
        short: bool,
    ) -> (Option<u32>, Option<u32>) {
        if let Some(counts) = self.gridss(short).or_else(|| self.manta()).or_else(|| self.delly()) {
            return counts;
        }
        if let Some(all) = self.all.and_then(number) {
            return (Some(all), None);
        }
        if reads.alternate.is_some() {
            return (reads.alternate, reads.depth);
        }
        let one_of_each = sum([self.ends.and_then(number), self.splits.and_then(number)]);
        (
            one_of_each.or_else(|| {
                let info = info?;
                sum([info.pe, info.sr].map(|text| number(text?))).or_else(|| number(info.reads?))
            }),
            None,
        )
    }

    /// The frequency where the caller states none, as its makers say it is worked out. GRIDSS: fragments for the alteration
    /// among all; a deletion or duplication that is `short` does not part the pairs, so that pairs without it do not count.
    /// Delly: split reads alone where the place is precise, pairs alone where it is not (`precise`).
    pub fn fraction(&self, short: bool, precise: Option<bool>) -> Option<f64> {
        let share = |supporting: u32, all: u32| (all > 0).then(|| f64::from(supporting) / f64::from(all));
        if let Some((Some(supporting), Some(all))) = self.gridss(short) {
            return share(supporting, all);
        }
        let [dr, dv, rr, rv] = self.delly.map(|text| text.and_then(number));
        let (reference, supporting) = if precise? { (rr?, rv?) } else { (dr?, dv?) };
        share(supporting, reference.saturating_add(supporting))
    }

    /// Fragments are counted once each; SR and RP count the same ones again by kind.
    fn gridss(&self, short: bool) -> Option<(Option<u32>, Option<u32>)> {
        let (reads, pairs) = self.reference;
        let pairs = if short { Some("0") } else { pairs };
        let reference = number(reads?)?;
        let fragments = self.fragments.and_then(number).filter(|count| *count > 0);
        let supporting =
            fragments.or_else(|| self.single.and_then(number)).or(self.fragments.and_then(number))?;
        let total =
            pairs.and_then(number).map(|pairs| supporting.saturating_add(reference).saturating_add(pairs));
        Some((Some(supporting), total))
    }

    fn manta(&self) -> Option<(Option<u32>, Option<u32>)> {
        let pairs = [self.pairs.and_then(pair), self.splits.and_then(pair)];
        let supporting = sum(pairs.map(|pair| pair.map(|(_, alternate)| alternate)))?;
        let reference = sum(pairs.map(|pair| pair.map(|(reference, _)| reference)))?;
        Some((Some(supporting), Some(supporting.saturating_add(reference))))
    }

    /// Reads in all only where each count for the alteration has one for the reference beside it: of a number for each
    /// side (TIDDIT) none is the total.
    fn delly(&self) -> Option<(Option<u32>, Option<u32>)> {
        let [dr, dv, rr, rv] = self.delly.map(|text| text.and_then(number));
        let supporting = sum([dv, rv])?;
        let complete = dv.is_none_or(|_| dr.is_some()) && rv.is_none_or(|_| rr.is_some());
        let reference = sum([dv.and(dr), rv.and(rr)]).filter(|_| complete);
        Some((Some(supporting), reference.map(|reference| supporting.saturating_add(reference))))
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

/// `reference,alternate`.
fn pair(text: &str) -> Option<(u32, u32)> {
    let (reference, alternate) = text.split_once(',')?;
    Some((number(reference)?, number(alternate)?))
}

/// The sum of the numbers that are there.
fn sum(counts: [Option<u32>; 2]) -> Option<u32> {
    let [first, second] = counts;
    match first.zip(second) {
        Some((first, second)) => Some(first.saturating_add(second)),
        None => first.or(second),
    }
}

#[cfg(test)]
mod tests {
    use super::super::reads::{Fields, Which};
    use super::*;

    const BREAKEND: Which<'_> = Which { index: 0, count: 1, reference: "N", alternate: "N[2:5[" };

    #[test]
    fn each_callers_counts_are_understood() {
        for (caller, format, sample, supporting, total) in [
            ("GRIDSS", "GT:VF:SR:RP:REF:REFPAIR", ".:58:29:39:40:30", Some(58), Some(128)),
            ("GRIDSS, single breakend", "BVF:VF:REF:REFPAIR", "7:0:40:30", Some(7), Some(77)),
            ("Manta", "PR:SR", "20,6:30,9", Some(15), Some(65)),
            ("Manta, pairs alone", "PR", "20,6", Some(6), Some(26)),
            ("LUMPY", "GT:SU:PE:SR", "./.:11:6:5", Some(11), None),
            ("LUMPY without a sum", "GT:PE:SR", "./.:6:5", Some(11), None),
            ("SvABA", "GT:AD:DP:SR:DR", "0/1:14:90:9:8", Some(14), Some(90)),
            ("Delly", "GT:DR:DV:RR:RV", "0/1:5:4:30:3", Some(7), Some(42)),
            ("Delly, imprecise", "GT:DR:DV:RR:RV", "0/1:5:4:0:0", Some(4), Some(9)),
            ("TIDDIT", "GT:DV:RV:DR:RR", "0/1:14:9:60,52:70,66", Some(23), None),
            ("nf-core/rnafusion", "GT:DV:RV:FFPM", "./1:12:30:1.2", Some(42), None),
            ("nothing", "GT", "0/1", None, None),
        ] {
            let reads = Fields::of(format, sample).reads(BREAKEND);
            assert_eq!(
                Support::of(format, sample).counts(&reads, None, false),
                (supporting, total),
                "{caller}"
            );
        }
    }

    #[test]
    fn info_is_asked_last_and_only_where_it_may_speak() {
        let info = Structural::of("PE=20;SR=5");
        let counts =
            |format, sample, info| Support::of(format, sample).counts(&Reads::default(), info, false);
        assert_eq!(counts("GT", "0/1", Some(&info)), (Some(25), None));
        assert_eq!(counts("GT", "0/1", None), (None, None), "of several samples it is the sum");
        assert_eq!(counts("PR", "20,6", Some(&info)), (Some(6), Some(26)));
    }

    #[test]
    fn a_frequency_that_is_not_stated_is_worked_out_as_the_caller_does() {
        let gridss = Support::of("VF:REF:REFPAIR", "20:60:30");
        assert_eq!(gridss.fraction(false, None), Some(20.0 / 110.0));
        assert_eq!(
            (gridss.fraction(true, None), gridss.counts(&Reads::default(), None, true).1),
            (Some(0.25), Some(80))
        );
        let single = Support::of("BVF:VF:REF:REFPAIR", "10:0:20:20");
        assert_eq!(single.fraction(false, None), Some(0.2));
        let delly = Support::of("GT:DR:DV:RR:RV", "0/1:40:8:50:10");
        let of = |precise| delly.fraction(false, precise);
        assert_eq!((of(Some(true)), of(Some(false)), of(None)), (Some(10.0 / 60.0), Some(8.0 / 48.0), None));
        let tiddit = Support::of("GT:DV:RV:DR:RR", "0/1:14:9:60,52:70,66");
        assert_eq!(tiddit.fraction(false, Some(true)), None, "a number for each side is none of both");
        assert_eq!(Support::of("PR:SR", "20,6:30,9").fraction(false, Some(true)), None);
    }
}
