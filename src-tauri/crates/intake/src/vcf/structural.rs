//! Records whose alternate allele is a symbol or a breakend: changes of copy number and rearrangements.
//! Source: VCF 4.5 §3 and §5.

use super::alleles::Mate;
use super::info::Info;
use super::reads::Fields;
use entaku_domain::finding::{Alteration, Breakend, CopyNumberAlteration, Rearrangement, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::measure::{Metric, Vaf};

/// A record with the parts that structural alterations are made of.
pub(super) struct Site<'a> {
    pub chromosome: &'a Chromosome,
    /// None at a telomere (POS 0).
    pub position: Option<Position1>,
    pub info: &'a Info<'a>,
    pub reads: &'a Fields<'a>,
    pub transcripts: &'a [TranscriptEffect],
    pub vaf: Option<Vaf>,
    pub index: usize,
}

impl Site<'_> {
    /// What a symbolic allele stands for: copy number where the record measures one, else a rearrangement.
    pub fn symbolic(&self, symbol: &str) -> Alteration {
        let kind = symbol.split(':').next().unwrap_or_default().to_ascii_uppercase();
        let counted = kind.starts_with("CN") || self.measures_copies();
        let by_reads = self.info.pe.is_some() || self.reads.pairs.or(self.reads.delly[1]).is_some();
        if counted && !by_reads && matches!(kind.get(..2), Some("CN" | "DE" | "DU")) {
            self.copy_number(symbol)
        } else {
            let far = (self.info.chr2.and_then(|name| Chromosome::parse(name).ok()), self.end());
            let second = self.place(far.0.as_ref().unwrap_or(self.chromosome), far.1, self.info.ciend);
            self.rearrangement(symbol.to_owned(), Some(second))
        }
    }

    /// A breakend, with its mate where it has one.
    pub fn breakend(&self, mate: Option<&Mate>) -> Alteration {
        let second = mate.map(|mate| self.place(&mate.chromosome, mate.position, None));
        self.rearrangement("BND".to_owned(), second)
    }

    fn measures_copies(&self) -> bool {
        !self.metrics().is_empty()
    }

    fn copy_number(&self, symbol: &str) -> Alteration {
        Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: Some(self.chromosome.clone()),
            start: self.position,
            end: self.end(),
            alteration: symbol.to_owned(),
            metrics: self.metrics(),
            genes: self.genes(),
        })
    }

    fn metrics(&self) -> Vec<Metric> {
        let metric = |text: Option<&str>, unit: &str, kind: &str| {
            // Callers write -1 for an unknown copy number; a logarithm may well be negative.
            let value: f64 =
                text?.split(',').nth(self.index.min(text?.matches(',').count()))?.parse().ok()?;
            let sound = value.is_finite() && (value >= 0.0 || unit.starts_with("log2"));
            sound.then(|| Metric { value, unit: Some(unit.to_owned()), kind: Some(kind.to_owned()) })
        };
        [
            metric(self.reads.copy_number.or(self.info.cn), "copy number", "CN"),
            metric(self.info.fold_change, "fold-change", "FOLD_CHANGE"),
            metric(self.info.fold_change_log, "log2 fold-change", "FOLD_CHANGE_LOG"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn genes(&self) -> Vec<GeneSymbol> {
        let mut genes: Vec<GeneSymbol> = Vec::new();
        for gene in self.transcripts.iter().filter_map(|effect| effect.gene.as_ref()) {
            if !genes.contains(gene) {
                genes.push(gene.clone());
            }
        }
        genes
    }

    /// The last base: END, else from SVLEN.
    fn end(&self) -> Option<Position1> {
        let first = |text: &str| text.split(',').next().and_then(|text| text.parse::<i64>().ok());
        let from_length = || {
            let length = self.info.svlen.and_then(first)?.checked_abs()?;
            self.position.map(|start| i64::from(start.get()).saturating_add(length))
        };
        self.info.end.and_then(first).or_else(from_length).and_then(|end| Position1::new(end).ok())
    }

    /// A place with its confidence interval, `-5,5`.
    fn place(&self, chromosome: &Chromosome, at: Option<Position1>, interval: Option<&str>) -> Breakend {
        let moved = |index: usize| {
            let by: i64 = interval?.split(',').nth(index)?.parse().ok()?;
            Position1::new(i64::from(at?.get()).saturating_add(by)).ok()
        };
        Breakend {
            chromosome: Some(chromosome.clone()),
            start: moved(0).or(at),
            end: moved(1).or(at),
            mate_piece: None,
            genes: Vec::new(),
        }
    }

    fn rearrangement(&self, alteration: String, second: Option<Breakend>) -> Alteration {
        let first =
            Breakend { genes: self.genes(), ..self.place(self.chromosome, self.position, self.info.cipos) };
        let (supporting, total) = self.support();
        Alteration::Rearrangement(Rearrangement {
            alteration,
            names: Vec::new(),
            breakends: (Some(first), second),
            gene_pairs: Vec::new(),
            vaf: self.vaf,
            supporting_reads: supporting,
            total_reads: total,
        })
    }

    /// Reads for the alteration and reads in all: Manta's PR and SR, Delly's DV and RV, else INFO's PE and SR.
    fn support(&self) -> (Option<u32>, Option<u32>) {
        let number = |text: &str| text.parse::<u32>().ok();
        let pair = |text: Option<&str>| {
            let (reference, alternate) = text?.split_once(',')?;
            Some((number(reference)?, number(alternate)?))
        };
        let [dr, dv, rr, rv] = self.reads.delly.map(|text| text.and_then(number));
        let mut counts: Vec<(u32, u32)> =
            [pair(self.reads.pairs), pair(self.reads.splits)].into_iter().flatten().collect();
        counts.extend(dr.zip(dv));
        counts.extend(rr.zip(rv));
        if counts.is_empty() {
            let of_info: Vec<u32> =
                [self.info.pe, self.info.sr].into_iter().flatten().filter_map(number).collect();
            let sum = of_info.iter().fold(0u32, |sum, count| sum.saturating_add(*count));
            return (Some(sum).filter(|_| !of_info.is_empty()), None);
        }
        let supporting = counts.iter().fold(0u32, |sum, (_, alternate)| sum.saturating_add(*alternate));
        let reference = counts.iter().fold(0u32, |sum, (reference, _)| sum.saturating_add(*reference));
        (Some(supporting), Some(supporting.saturating_add(reference)))
    }
}
