//! One row of the レポートCSV to the alteration it tells of.

use super::{Items, values};
use crate::gene_pair;
use crate::notes::{NoteBook, Remark};
use crate::table::cell::{Cell, share};
use crate::table::columns::Row;
use entaku_domain::finding::{
    Alteration, Biomarker, Breakend, CopyNumberAlteration, Expression, NucleicAcid, Origin, Rearrangement,
    ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::measure::{Metric, Vaf};
use entaku_words::errors::note;

/// The kinds of alterations that are read.
const KINDS: [&str; 6] = [
    "small_scale_variant",
    "copy_number_alteration",
    "rearrangement",
    "fusion",
    "expression",
    "other_biomarker",
];

/// Which column holds what.
#[derive(Debug)]
pub(super) struct Layout {
    pub kind: Option<usize>,
    origin: Option<usize>,
    acid: Option<usize>,
    pub marker: Option<usize>,
    content: Option<usize>,
    detail: Option<usize>,
    frequency: Option<usize>,
    copies: Option<usize>,
    transcript: Option<usize>,
    reads: Option<usize>,
    tpm: [Option<usize>; 2],
    gene: Option<usize>,
    chromosome: Option<usize>,
    position: Option<usize>,
    reference: Option<usize>,
    alternate: Option<usize>,
    tmb: Option<usize>,
    mutations: Option<usize>,
    msi: Option<usize>,
    loh: Option<usize>,
}

impl Layout {
    pub fn of(items: &Items) -> Self {
        let at = |item| items.find("変異情報", item);
        Self {
            kind: at("変異種類"),
            origin: at("変異由来"),
            acid: at("検体(DNA/RNA)"),
            marker: at("マーカー"),
            content: at("変異内容"),
            detail: at("マーカー詳細"),
            frequency: at("変異アレル頻度"),
            copies: at("コピー数変化"),
            transcript: at("転写産物ID"),
            reads: at("腫瘍リード数"),
            tpm: [at("TPM(腫瘍発現量)"), at("TPM(正常発現量)")],
            gene: at("遺伝子"),
            chromosome: at("クロモソーム番号"),
            position: at("物理位置"),
            reference: at("リファレンス塩基"),
            alternate: at("塩基変化"),
            tmb: items.find("変異情報TMB", "TMB"),
            mutations: items.find("変異情報TMB", "総変異数（TMB総変異数）").or_else(|| at("総変異数")),
            msi: items.find("変異情報MSI", "MSI"),
            loh: items.find("変異情報LOH", "LOH"),
        }
    }

    /// Whether the kind of a row's alteration is one that is read.
    pub fn knows(&self, row: &Row<'_>) -> bool {
        KINDS.iter().any(|kind| row.text(self.kind).eq_ignore_ascii_case(kind))
    }

    /// The alteration; none where the kind is not known or nothing of it can be used.
    pub fn alteration(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<Alteration> {
        let kind = row.cell(self.kind)?;
        match kind.text.to_ascii_lowercase().as_str() {
            "small_scale_variant" => Some(Alteration::ShortVariant(self.short_variant(row, notes)))
                .filter(|alteration| !alteration.subject().is_empty() || !alteration.change().contains('?')),
            "copy_number_alteration" => {
                let genes = self.genes(row, notes)?;
                Some(Alteration::CopyNumber(CopyNumberAlteration {
                    chromosome: row.cell(self.chromosome).and_then(|cell| cell.chromosome(notes)),
                    start: row.cell(self.position).and_then(|cell| cell.position(notes)),
                    end: None,
                    alteration: row.words(self.content).unwrap_or_default(),
                    metrics: self.copies(row).into_iter().collect(),
                    genes,
                }))
            }
            "fusion" | "rearrangement" => {
                Some(Alteration::Rearrangement(self.rearrangement(row, kind, notes)?))
            }
            "expression" => {
                let metric = |column, kind| {
                    let cell = row.cell(column)?;
                    Some(Metric { value: cell.number(notes)?, unit: Some("TPM".to_owned()), kind })
                };
                let mut metric = metric;
                let [tumour, normal] = self.tpm;
                let metrics =
                    [metric(tumour, Some("tumour".to_owned())), metric(normal, Some("normal".to_owned()))];
                let metrics = metrics.into_iter().flatten().collect();
                Some(Alteration::Expression(Expression { genes: self.genes(row, notes)?, metrics }))
            }
            "other_biomarker" => Some(Alteration::Biomarker(self.biomarker(row)?)),
            _ => {
                let hint = "small_scale_variant, copy_number_alteration, rearrangement, fusion, expression and \
                            other_biomarker are read; the row is set aside and stays in the received file.";
                kind.remark(notes, Remark::warning("unknown-value", kind.text, hint));
                None
            }
        }
    }

    /// The gene of a row: its own column, else the marker where that is a gene.
    fn gene(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<GeneSymbol> {
        row.cell(self.gene).or_else(|| row.cell(self.marker))?.gene(notes)
    }

    /// As [`Layout::gene`], of a row that is about one gene ([`Cell::genes`]).
    fn genes(&self, row: &Row<'_>, notes: &mut NoteBook) -> Option<Vec<GeneSymbol>> {
        row.cell(self.gene).or_else(|| row.cell(self.marker))?.genes(notes)
    }

    fn short_variant(&self, row: &Row<'_>, notes: &mut NoteBook) -> ShortVariant {
        let (vaf, alternate_depth, depth) = self.frequency(row, notes);
        // 変異内容 is the change of the protein, or of the coding sequence where that is how it is known.
        let content = row.cell(self.content);
        let (coding, protein) = match content {
            Some(cell) if cell.text.starts_with("c.") => (Some(cell), None),
            other => (None, other),
        };
        let effect = TranscriptEffect {
            gene: self.gene(row, notes),
            transcript: row.words(self.transcript),
            coding: coding.and_then(|cell| cell.change(notes)),
            protein: protein.and_then(|cell| cell.change(notes)),
            effects: Vec::new(),
            ..TranscriptEffect::default()
        };
        ShortVariant {
            chromosome: row.cell(self.chromosome).and_then(|cell| cell.chromosome(notes)),
            position: row.cell(self.position).and_then(|cell| cell.position(notes)),
            reference: row.cell(self.reference).and_then(|cell| cell.allele(notes)),
            alternate: row.cell(self.alternate).and_then(|cell| cell.allele(notes)),
            vaf,
            depth,
            alternate_depth,
            against_reference: None,
            transcripts: vec![effect],
        }
    }

    fn frequency(&self, row: &Row<'_>, notes: &mut NoteBook) -> (Option<Vaf>, Option<u32>, Option<u32>) {
        let Some(cell) = row.cell(self.frequency) else { return (None, None, None) };
        let Some((stated, alternate, depth)) = values::frequency(cell.text) else {
            let hint = "A frequency such as '0.21 (105/502)' was expected; kept as written, not used.";
            cell.remark(notes, Remark::warning("wrong-type", cell.text, hint));
            return (None, None, None);
        };
        if let (Some(alternate), Some(depth)) = (alternate, depth)
            && alternate > depth
        {
            let hint = "More reads with the allele than reads in all; check with C-CAT.";
            cell.remark(notes, Remark::warning("inconsistent-depth", cell.text, hint));
        }
        let vaf = match stated {
            Some(fraction) => cell.fraction(fraction, notes),
            None => share(alternate, depth),
        };
        (vaf, alternate, depth)
    }

    fn copies(&self, row: &Row<'_>) -> Option<Metric> {
        values::measured(row.text(self.copies), None)
    }

    fn rearrangement(&self, row: &Row<'_>, kind: Cell<'_>, notes: &mut NoteBook) -> Option<Rearrangement> {
        let marker = row.cell(self.marker).or_else(|| row.cell(self.gene))?;
        let sides = gene_pair::sides(marker.text, &[]);
        let pair = sides.as_ref().and_then(gene_pair::Sides::pair);
        if pair.is_none() && kind.text.eq_ignore_ascii_case("fusion") {
            let hint = note::BAD_GENE_PAIR.en;
            marker.remark(notes, Remark::warning("bad-gene-pair", marker.text, hint));
        }
        let (vaf, supporting, total) = self.frequency(row, notes);
        let reads = row.cell(self.reads).and_then(|cell| cell.whole(notes));
        // A marker of one gene names what was rearranged.
        let gene = pair.is_none().then(|| self.gene(row, notes)).flatten();
        let named = gene.map(|gene| Breakend {
            chromosome: row.cell(self.chromosome).and_then(|cell| cell.chromosome(notes)),
            start: row.cell(self.position).and_then(|cell| cell.position(notes)),
            end: None,
            mate_piece: None,
            genes: vec![gene],
        });
        // The pair tells the partners; a breakend is given only where it covers further genes.
        let covers = |genes: Vec<GeneSymbol>| {
            (genes.len() > 1).then_some(Breakend {
                chromosome: None,
                start: None,
                end: None,
                mate_piece: None,
                genes,
            })
        };
        let breakends = match sides {
            Some(sides) => (covers(sides.five), covers(sides.three)),
            None => (named, None),
        };
        Some(Rearrangement {
            alteration: row.words(self.content).unwrap_or_else(|| kind.words()),
            names: vec![marker.words()],
            breakends,
            gene_pairs: pair.into_iter().collect(),
            vaf,
            supporting_reads: supporting.or(reads),
            total_reads: total,
        })
    }

    fn biomarker(&self, row: &Row<'_>) -> Option<Biomarker> {
        let marker = row.words(self.marker)?;
        let upper = marker.to_ascii_uppercase();
        let (mut metrics, mut state) = (Vec::new(), row.words(self.content));
        let mut value = |column, kind| match row.text_of(column) {
            None => {}
            Some(text) => match values::measured(text, kind) {
                Some(metric) => metrics.push(metric),
                None => {
                    state.get_or_insert_with(|| crate::values::clean(text).0);
                }
            },
        };
        if upper.contains("TMB") {
            value(self.tmb, None);
            value(self.mutations, Some("総変異数"));
        } else if upper.contains("MSI") {
            value(self.msi, None);
        } else if upper.contains("LOH") || upper.contains("HRD") {
            value(self.loh, None);
        }
        let descriptions = row.words(self.detail).into_iter().collect();
        Some(Biomarker { marker, metrics, state, descriptions })
    }

    /// Origin as stated.
    pub fn origin(&self, row: &Row<'_>, notes: &mut NoteBook) -> Origin {
        let Some(cell) = row.cell(self.origin) else { return Origin::Unknown };
        match cell.text.to_ascii_lowercase().as_str() {
            "somatic" | "体細胞" => Origin::Somatic,
            "germline" | "生殖細胞系列" => Origin::Germline,
            _ => {
                let hint = "Read as not stated. Somatic or Germline was expected.";
                cell.remark(notes, Remark::warning("unknown-value", cell.text, hint));
                Origin::Unknown
            }
        }
    }

    /// DNA or RNA, as stated.
    pub fn acid(&self, row: &Row<'_>) -> Option<NucleicAcid> {
        let upper = row.text(self.acid).to_ascii_uppercase();
        match (upper.contains("DNA"), upper.contains("RNA")) {
            (true, false) => Some(NucleicAcid::Dna),
            (false, true) => Some(NucleicAcid::Rna),
            _ => None,
        }
    }
}
