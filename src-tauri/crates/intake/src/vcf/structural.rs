//! Records whose alternate allele is a symbol or a breakend: changes of copy number and rearrangements.
//! Source: VCF 4.5 §3 and §5.

use super::alleles::{Allele, Mate};
use super::fusion_genes::{self, Pair};
use super::info::{Info, Structural};
use super::reads::Reads;
use super::record::Record;
use super::support::Support;
use entaku_domain::finding::{
    Alteration, Breakend, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::measure::{Metric, Vaf};

/// Loss of heterozygosity that the count of copies does not show. Callers write it as a deletion beside a duplication,
/// or as a segment of two copies; neither a loss nor a gain would be right.
const NEUTRAL_LOSS: &str = "copy-neutral loss of heterozygosity";
const GAINED_LOSS: &str = "gain with loss of heterozygosity";

/// Deletions and duplications below this length lie within one fragment: GRIDSS' own bound.
const SHORT: u32 = 1000;

/// Whether the tumour carries the allele although its genotype does not hold it.
pub(super) fn carried(reads: &Reads, alteration: &Alteration) -> bool {
    let supported = match alteration {
        Alteration::Rearrangement(rearrangement) => rearrangement.supporting_reads,
        _ => reads.alternate,
    };
    supported.is_some_and(|count| count > 0)
        || reads.frequency.is_some_and(|frequency| frequency > 0.0)
        || is_half(alteration)
}

/// Whether two alleles describe this one change.
pub(super) fn is_half(alteration: &Alteration) -> bool {
    matches!(alteration, Alteration::CopyNumber(change) if [NEUTRAL_LOSS, GAINED_LOSS].contains(&change.alteration.as_str()))
}

/// The place of a change that two alleles describe. A site that was split has a record for each of them.
#[derive(Debug, Default)]
pub(super) struct Halves(Option<Half>);

/// Chromosome, start, end and change.
type Half = (Option<Chromosome>, Option<Position1>, Option<Position1>, String);

impl Halves {
    /// Takes a change of copy number; true where it is the other half of the one before.
    pub fn again(&mut self, alteration: &Alteration) -> bool {
        let Alteration::CopyNumber(change) = alteration else { return false };
        if !is_half(alteration) {
            return false;
        }
        let half = (change.chromosome.clone(), change.start, change.end, change.alteration.clone());
        self.0.replace(half.clone()) == Some(half)
    }
}

/// What an allele of a record is.
pub(super) fn alteration(
    record: &Record<'_>,
    allele: &Allele<'_>,
    text: &str,
    (reads, vaf): (Reads, Option<Vaf>),
    (transcripts, pairs, index): (Vec<TranscriptEffect>, &[Pair], usize),
) -> Alteration {
    if matches!(allele, Allele::Bases | Allele::None | Allele::Bad) {
        return Alteration::ShortVariant(ShortVariant {
            chromosome: Some(record.chromosome.clone()),
            position: record.position,
            reference: Some(record.columns.reference.to_ascii_uppercase()),
            alternate: Some(text.to_ascii_uppercase()),
            vaf,
            depth: reads.depth,
            alternate_depth: reads.alternate,
            against_reference: None,
            transcripts,
        });
    }
    let sample = record.sample.map(|sample| Support::of(record.columns.format, sample));
    let site = Site {
        id: record.columns.id,
        chromosome: &record.chromosome,
        position: record.position,
        kind: record.info.kind.unwrap_or_default(),
        annotations: &record.info,
        info: Structural::of(record.columns.info),
        support: sample.unwrap_or_default(),
        reads,
        alone: record.alone,
        transcripts: &transcripts,
        pairs,
        vaf,
        index,
        alternate: text,
        only: record.alleles == 1,
    };
    match allele {
        Allele::Symbol(symbol) => site.symbolic(symbol),
        Allele::Breakend(mate) => site.breakend(Some(mate)),
        _ => site.breakend(None),
    }
}

/// A record with the parts that structural alterations are made of.
struct Site<'a> {
    id: &'a str,
    chromosome: &'a Chromosome,
    /// None at a telomere (POS 0).
    position: Option<Position1>,
    /// SVTYPE.
    kind: &'a str,
    annotations: &'a Info<'a>,
    info: Structural<'a>,
    support: Support<'a>,
    reads: Reads,
    alone: bool,
    transcripts: &'a [TranscriptEffect],
    /// Pairs of genes that annotations other than SnpEff's ANN name.
    pairs: &'a [Pair],
    vaf: Option<Vaf>,
    index: usize,
    alternate: &'a str,
    only: bool,
}

impl Site<'_> {
    /// What a symbolic allele stands for: copy number where the record measures one, else a rearrangement.
    fn symbolic(&self, symbol: &str) -> Alteration {
        let kind = symbol.split(':').next().unwrap_or_default().to_ascii_uppercase();
        let stated = self.kind.eq_ignore_ascii_case("CNV");
        let counted = stated || kind.starts_with("CN") || !self.metrics().is_empty();
        let by_reads = !stated && (self.info.pe.is_some() || self.support.by_reads());
        let copies = matches!(kind.get(..2), Some("CN" | "DE" | "DU")) || kind == "LOH";
        if (counted || kind == "LOH") && !by_reads && copies {
            self.copy_number(symbol)
        } else {
            self.rearrangement(symbol.to_owned(), self.far_side(&kind), false)
        }
    }

    /// A breakend, with its mate where it has one.
    fn breakend(&self, mate: Option<&Mate>) -> Alteration {
        let second = mate.map(|mate| self.place(&mate.chromosome, mate.position, None));
        let near = mate.is_some_and(|mate| {
            let both = self.position.zip(mate.position).filter(|_| mate.chromosome == *self.chromosome);
            // Joined head to tail: a deletion or duplication, no inversion.
            let straight = mate.extends_right == mate.joined_after;
            straight && both.is_some_and(|(here, there)| here.get().abs_diff(there.get()) < SHORT)
        });
        self.rearrangement("BND".to_owned(), second, near)
    }

    /// The far side of a symbol. POS2 and CHR2_POS mean it. END does on the record's own chromosome; of another it
    /// does where old Delly wrote it, while new Delly and others only fill it in with the base after POS.
    fn far_side(&self, kind: &str) -> Option<Breakend> {
        let named = match self.info.chr2 {
            Some(name) => Some(Chromosome::parse(name).ok()?),
            None => None,
        };
        let whole = |text: Option<&str>| Position1::new(text?.parse().ok()?).ok();
        let stated = whole(self.info.pos2);
        let elsewhere = named.as_ref().is_some_and(|name| name != self.chromosome);
        if elsewhere {
            let filled_in = self.position.map(|position| i64::from(position.get()).saturating_add(1));
            let end = whole(self.info.end).filter(|end| Some(i64::from(end.get())) != filled_in);
            return self.far(named.as_ref(), stated.or(end));
        }
        // A translocation that does not name its other chromosome has no far side to show.
        if named.is_none() && stated.is_none() && matches!(kind, "TRA" | "CTX" | "BND") {
            return None;
        }
        self.far(named.as_ref(), stated.or_else(|| self.end()))
    }

    fn far(&self, chromosome: Option<&Chromosome>, at: Option<Position1>) -> Option<Breakend> {
        Some(self.place(chromosome.unwrap_or(self.chromosome), at, self.info.ciend))
    }

    fn copy_number(&self, symbol: &str) -> Alteration {
        let mut genes = self.genes();
        for gene in fusion_genes::list(self.info.segment.unwrap_or_default()) {
            if !genes.contains(&gene) {
                genes.push(gene);
            }
        }
        Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: Some(self.chromosome.clone()),
            start: self.position,
            end: self.end(),
            alteration: self.loss(symbol).unwrap_or(symbol).to_owned(),
            metrics: self.copies(symbol),
            genes,
        })
    }

    /// A loss of heterozygosity without loss of copies: by DRAGEN's id, by CNVkit's flag, by the symbol's name, or by the copies of the two
    /// haplotypes. The latter says nothing on X and Y, of which one copy may be all there was.
    fn loss(&self, symbol: &str) -> Option<&'static str> {
        let named = |word: &str| self.id.split([':', '_', ';']).any(|part| part.eq_ignore_ascii_case(word));
        if named("CNLOH") {
            return Some(NEUTRAL_LOSS);
        }
        if named("GAINLOH") {
            return Some(GAINED_LOSS);
        }
        let zero = |text: Option<&str>| text == Some("0");
        let (first, second) = self.support.haplotype_copies;
        let one_haplotype = (zero(self.support.minor_copies) || zero(first) || zero(second))
            && !matches!(self.chromosome.as_str(), "X" | "Y" | "MT");
        let two = self.support.copy_number.or(self.info.cn) == Some("2");
        let flagged = self.info.loh || symbol.split(':').any(|part| part.eq_ignore_ascii_case("LOH"));
        (two && (flagged || one_haplotype)).then_some(NEUTRAL_LOSS)
    }

    /// What is measured; where nothing is, the copies that the symbol itself names (`<CN4>`; VCF 4.5 §1.4.5).
    fn copies(&self, symbol: &str) -> Vec<Metric> {
        let metrics = self.metrics();
        let named =
            symbol.strip_prefix("CN").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        match named.and_then(|digits| digits.parse().ok()).filter(|_| metrics.is_empty()) {
            Some(value) => {
                vec![Metric { value, unit: Some("copy number".to_owned()), kind: Some("CN".to_owned()) }]
            }
            None => metrics,
        }
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
            metric(self.support.copy_number.or(self.info.cn), "copy number", "CN"),
            metric(self.support.segment_mean, "fold-change", "SM"),
            metric(self.support.fold_change, "fold-change", "FC"),
            metric(self.info.fold_change, "fold-change", "FOLD_CHANGE"),
            metric(self.info.fold_change_log, "log2 fold-change", "FOLD_CHANGE_LOG"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn genes(&self) -> Vec<GeneSymbol> {
        // Where a gene is hit, those beside the change are noise; where none is, they are what there is.
        let any_hit = self.transcripts.iter().any(|effect| !effect.is_beside());
        let own = self.transcripts.iter().filter(|effect| !(any_hit && effect.is_beside()));
        let mut genes: Vec<GeneSymbol> = Vec::new();
        for gene in own.filter_map(|effect| effect.gene.as_ref()) {
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

    fn rearrangement(&self, alteration: String, mut second: Option<Breakend>, short: bool) -> Alteration {
        let mut first =
            Breakend { genes: self.genes(), ..self.place(self.chromosome, self.position, self.info.cipos) };
        // Which side is which is said of GENEA and GENEB; SnpEff's pair is in order of transcription.
        for (side, names) in [Some(&mut first), second.as_mut()].into_iter().zip(self.info.fused) {
            let Some(side) = side else { continue };
            for gene in fusion_genes::list(names.unwrap_or_default()) {
                if !side.genes.contains(&gene) {
                    side.genes.push(gene);
                }
            }
        }
        let counts = self.support.counts(&self.reads, Some(&self.info).filter(|_| self.alone), short);
        let worked_out =
            || self.support.fraction(short, self.info.precise).and_then(|fraction| Vaf::new(fraction).ok());
        Alteration::Rearrangement(Rearrangement {
            alteration,
            names: Vec::new(),
            breakends: (Some(first), second),
            gene_pairs: fusion_genes::pairs(
                self.annotations,
                self.info.fused,
                (self.alternate, self.only),
                self.pairs,
            ),
            vaf: self.vaf.or_else(worked_out),
            supporting_reads: counts.0,
            total_reads: counts.1,
        })
    }
}
