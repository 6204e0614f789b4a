//! The draft report (レポート原案) as an intake reads it from one file.

use crate::finding::{Alteration, DraftFinding, NucleicAcid, PreferredTranscripts};
use crate::genome::{Assembly, GenomeBuild};
use crate::ids::Sha256Hex;
use crate::note::{Ledger, Note, SetAside};
use crate::patient::Details;
use crate::statement::Statement;
use serde::{Deserialize, Serialize};

/// Version of how files are read, to be raised whenever a finding of some file would read otherwise from then on: open
/// cases say so, and a person decides.
pub const READING: &str = "2026-11-29";

/// Version of a reading beside the site's list of preferred transcripts.
pub fn reading(preferred: Option<&PreferredTranscripts>) -> String {
    match preferred.filter(|list| !list.is_empty()) {
        None => READING.to_owned(),
        Some(list) => format!("{READING}; {}", list.version),
    }
}

/// A sequenced sample as the source names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SequencingSample {
    /// The source's id or sample name.
    pub item: String,
    /// Whether it is the tumour; none where the source does not say.
    pub is_tumour: Option<bool>,
    /// DNA or RNA.
    pub nucleic_acid: Option<NucleicAcid>,
    /// Mean read depth.
    pub mean_depth: Option<f64>,
    /// States the laboratory suspects: contaminated, deaminated, fragmentated, degraded …
    pub suspected_states: Vec<String>,
}

/// How the tumour sample of a file with several samples was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "how", content = "detail")]
pub enum TumourSampleChoice {
    /// The file marks it.
    Stated(String),
    /// Concluded; the text says from what.
    Guessed(String),
    /// Named by the person who loaded the file.
    Person,
    /// The file has one sample only.
    OnlyOne,
}

/// Values that the laboratory asks not to show (CATS `configOptions.hide…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Hide {
    /// Hide allele frequencies.
    pub allele_frequency: bool,
    /// Hide copy-number values.
    pub copy_number: bool,
    /// Hide MSI values.
    pub msi: bool,
    /// Hide TMB values.
    pub tmb: bool,
    /// Hide LOH values.
    pub loh: bool,
}

impl Hide {
    /// Takes out the values that the laboratory asks not to show (CATS `configOptions.hide…`).
    pub fn apply(self, alteration: &mut Alteration) {
        match alteration {
            Alteration::ShortVariant(v) if self.allele_frequency => (v.vaf, v.alternate_depth) = (None, None),
            Alteration::Rearrangement(v) if self.allele_frequency => {
                (v.vaf, v.supporting_reads) = (None, None)
            }
            Alteration::CopyNumber(v) if self.copy_number => v.metrics.clear(),
            Alteration::Biomarker(v) => {
                let hidden = match v.marker.to_ascii_uppercase().as_str() {
                    "MSI" => self.msi,
                    "TMB" => self.tmb,
                    "LOH" => self.loh,
                    _ => false,
                };
                if hidden {
                    v.metrics.clear();
                }
            }
            _ => {}
        }
    }
}

/// The panel test (がん遺伝子パネル検査) as the file describes it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PanelTest {
    /// The laboratory's number of the test.
    pub test_id: Option<String>,
    /// Panel name.
    pub panel_name: Option<String>,
    /// Panel version.
    pub panel_version: Option<String>,
    /// Type as written: `tumor-only`, `tumor and matched-normal` …
    pub test_type: Option<String>,
    /// Analysis software and version.
    pub software: Option<String>,
    /// For reference only, not for treatment (CATS `testForReferenceOnly`).
    pub reference_only: bool,
    /// Samples.
    pub samples: Vec<SequencingSample>,
}

impl PanelTest {
    /// Whether DNA of the blood was read in place of tissue, where the share of tumour cells in a tissue says nothing: by the
    /// type or the name as written.
    pub fn is_cell_free(&self) -> bool {
        let said = [&self.test_type, &self.panel_name]
            .map(|words| words.as_deref().unwrap_or_default().to_lowercase());
        let words = ["cell-free", "cell free", "cfdna", "ctdna", "liquid", "guardant360", "リキッド", "血漿"];
        said.iter().any(|said| words.iter().any(|word| said.contains(word)))
    }

    /// Whether the tumour was read beside the patient's normal tissue: by its samples, or by the type as written.
    pub fn has_matched_normal(&self) -> bool {
        let words = self.test_type.as_deref().map(str::to_ascii_lowercase).unwrap_or_default();
        let said = ["matched-normal", "matched normal"].iter().any(|word| words.contains(word));
        said || self.samples.iter().any(|sample| sample.is_tumour == Some(false))
    }
}

/// The file received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedFile {
    /// Name without folders.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes as received.
    pub sha256: Sha256Hex,
    /// Format: `CATS`, `VCF`, `FoundationOne` …
    pub format: String,
    /// Version the file declares.
    pub format_version: Option<String>,
}

/// The site's reference genome that a file was compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceUsed {
    /// Its build.
    pub build: GenomeBuild,
    /// Name of its file, without folders.
    pub file: String,
    /// SHA-256 that tells it from another file of that name: of its indexes, its size, its first and its last bytes.
    pub fingerprint: Sha256Hex,
    /// Records whose REF could be compared.
    pub looked_at: u64,
    /// Those whose REF is not what stands there.
    pub misfits: u64,
}

/// All that was read from one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The file.
    pub file: ReceivedFile,
    /// Genome build and where it came from.
    pub assembly: Assembly,
    /// The site's reference genome of that build, where there is one; else, of a file that does not say its build, the one
    /// that fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<ReferenceUsed>,
    /// The test.
    pub test: PanelTest,
    /// The sample taken as the tumour and why, where the file has samples to choose from.
    pub tumour_sample: Option<(String, TumourSampleChoice)>,
    /// Values not to be shown.
    pub hide: Hide,
    /// Remarks of the laboratory, as written.
    pub comments: Vec<String>,
    /// What the file says of patient, clinical context, specimen and wish: offered to the person who loads it and never
    /// taken over unseen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Box<Details>>,
    /// The file holds records of several samples or registrations that may be different patients, and none was chosen:
    /// it can be looked at, and no case may be made of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must_choose_sample: bool,
    /// Version of the reading ([`READING`], with the site's list of preferred transcripts where it has one); none for what was
    /// read before readings had a version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What the laboratory or C-CAT says about the findings, in the file's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Findings in the file's order.
    pub findings: Vec<DraftFinding>,
    /// Records set aside, the first [`crate::note::MAX_LISTED`] of them.
    pub set_aside: Vec<SetAside>,
    /// What was noticed.
    pub notes: Vec<Note>,
    /// The account of the records.
    pub ledger: Ledger,
}

impl Draft {
    /// The draft without its findings, which the case holds itself.
    pub fn without_findings(&self) -> Self {
        Self {
            file: self.file.clone(),
            assembly: self.assembly.clone(),
            reference: self.reference.clone(),
            test: self.test.clone(),
            tumour_sample: self.tumour_sample.clone(),
            hide: self.hide,
            comments: self.comments.clone(),
            proposed: self.proposed.clone(),
            must_choose_sample: self.must_choose_sample,
            reading: self.reading.clone(),
            statements: self.statements.clone(),
            findings: Vec::new(),
            set_aside: self.set_aside.clone(),
            notes: self.notes.clone(),
            ledger: self.ledger.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_tumour_cells_is_one_of_tissue() {
        let test = |test_type: &str, name: &str| PanelTest {
            test_type: Some(test_type.to_owned()),
            panel_name: Some(name.to_owned()),
            ..PanelTest::default()
        };
        assert!(test("tumor-only (cell-free)", "Panel").is_cell_free());
        assert!(test("", "FoundationOne Liquid CDx").is_cell_free());
        assert!(test("", "Guardant360 CDx").is_cell_free());
        assert!(!test("tumor-only", "FoundationOne CDx").is_cell_free());
        assert!(!PanelTest::default().is_cell_free());
    }
}
