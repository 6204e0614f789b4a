//! Which column of a MAF holds what.

use crate::table::columns::{Columns, Row};

/// The columns, by what they mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Layout {
    pub gene: Option<usize>,
    pub build: Option<usize>,
    pub chromosome: Option<usize>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub consequence: Option<usize>,
    pub classification: Option<usize>,
    pub kind: Option<usize>,
    pub reference: Option<usize>,
    pub first: Option<usize>,
    pub second: Option<usize>,
    pub sample: Option<usize>,
    pub sample_id: Option<usize>,
    pub origin: Option<usize>,
    pub filter: Option<usize>,
    pub transcript: Option<usize>,
    pub coding: Option<usize>,
    /// In order of preference: the first that says something is used.
    pub protein: Vec<usize>,
    pub depth: Option<usize>,
    pub reference_depth: Option<usize>,
    pub alternate_depth: Option<usize>,
    pub fraction: Option<usize>,
    pub percent: Option<usize>,
}

/// Words of Variant_Type.
const TYPES: [&str; 7] = ["SNP", "SNV", "DNP", "TNP", "ONP", "INS", "DEL"];

/// Words of Variant_Classification that no other column holds.
const CLASSIFICATIONS: [&str; 18] = [
    "Missense_Mutation",
    "Nonsense_Mutation",
    "Silent",
    "Splice_Site",
    "Splice_Region",
    "Frame_Shift_Del",
    "Frame_Shift_Ins",
    "In_Frame_Del",
    "In_Frame_Ins",
    "Nonstop_Mutation",
    "Translation_Start_Site",
    "Intron",
    "IGR",
    "RNA",
    "5'UTR",
    "3'UTR",
    "5'Flank",
    "3'Flank",
];

impl Layout {
    pub fn of(columns: &Columns) -> Self {
        let at = |names: &[&str]| columns.find(names);
        let protein = [
            "HGVSp_Short",
            "HGVSp",
            "Protein_Change",
            "amino_acid_change",
            "AAChange",
            "Amino_Acid_Change",
            "HGVS_protein_change",
        ];
        Self {
            gene: at(&["Hugo_Symbol"]),
            build: at(&["NCBI_Build"]),
            chromosome: at(&["Chromosome"]),
            start: at(&["Start_Position"]),
            end: at(&["End_Position"]),
            consequence: at(&["Consequence"]),
            classification: at(&["Variant_Classification"]),
            kind: at(&["Variant_Type"]),
            reference: at(&["Reference_Allele"]),
            first: at(&["Tumor_Seq_Allele1"]),
            second: at(&["Tumor_Seq_Allele2"]),
            sample: at(&["Tumor_Sample_Barcode"]),
            sample_id: at(&["Tumor_Sample_UUID"]),
            origin: at(&["Mutation_Status"]),
            filter: at(&["FILTER"]),
            transcript: at(&[
                "Transcript_ID",
                "Annotation_Transcript",
                "i_transcript_name",
                "Feature",
                "RefSeq",
            ]),
            coding: at(&["HGVSc", "cDNA_Change", "HGVS_coding_DNA_change"]),
            protein: protein.iter().filter_map(|name| at(&[name])).collect(),
            depth: at(&["t_depth"]),
            reference_depth: at(&["t_ref_count"]),
            alternate_depth: at(&["t_alt_count"]),
            fraction: at(&["t_vaf", "tumor_vaf", "t_af", "tumor_f", "i_tumor_f", "vaf"]),
            // TCGA-LAML gives percentages under this name alone.
            percent: at(&["i_TumorVAF_WU"]),
        }
    }

    /// The same table with the values from Consequence to the alleles one column to the left of their headings, where
    /// the headings lie so that this can have happened (a heading put in without its column).
    pub fn shifted(&self) -> Option<Self> {
        let run = [self.consequence, self.classification, self.kind, self.reference, self.first, self.second];
        let first = run.first().copied().flatten()?;
        let in_a_row = run.iter().enumerate().all(|(by, column)| *column == Some(first + by));
        in_a_row.then(|| Self {
            consequence: None,
            classification: Some(first),
            kind: Some(first + 1),
            reference: Some(first + 2),
            first: Some(first + 3),
            second: Some(first + 4),
            ..self.clone()
        })
    }

    /// Whether a row holds a classification and a type where this layout has them: words that no other column has.
    pub fn proves(&self, row: &Row<'_>) -> bool {
        CLASSIFICATIONS.contains(&row.text(self.classification)) && TYPES.contains(&row.text(self.kind))
    }
}
