//! What stands in a PDF and what a report file holds, each read without the app's own code.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use entaku_tests::laboratory;
use serde_json::Value;

/// The words of a PDF as poppler copies them out, all white space removed: cells break lines wherever they are full.
pub fn words(pdf: &Path) -> String {
    let output =
        Command::new("pdftotext").args(["-enc", "UTF-8", "-raw"]).arg(pdf).arg("-").output().unwrap_or_else(
            |error| panic!("pdftotext does not start ({error}); `cargo xtask test` installs it"),
        );
    assert!(output.status.success(), "pdftotext reads {}: {output:?}", pdf.display());
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect()
}

/// A report file of a laboratory and what is in it.
pub struct Report {
    /// Where it lies.
    pub path: PathBuf,
    /// Whether a laboratory's sample is used, not a made file.
    pub real: bool,
    /// Short variants, copy-number alterations, rearrangements, biomarkers.
    pub counts: [usize; 4],
    /// Every gene and marker name in it.
    pub subjects: BTreeSet<String>,
    /// The protein changes of its short variants.
    pub changes: BTreeSet<String>,
}

impl Report {
    /// The real sample of patient 0001 where the shared data are at hand, else a made file in `folder`.
    pub fn of_patient_1(folder: &Path) -> Self {
        let root = std::env::var_os("ENTAKU_SHARED_DATA")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"), PathBuf::from);
        let sample = "reports/cats/patients/20231211000001/cats_sample_20231211000001.cats";
        let real = root.join(sample);
        if real.is_file() {
            return Self::read(real, true);
        }
        println!("skipped real file: {} is absent; a made one stands in", real.display());
        Self::made(folder, 12)
    }

    /// A made file with so many short variants.
    pub fn made(folder: &Path, short_variants: usize) -> Self {
        let path = folder.join("検査報告 葛.json");
        let text = laboratory::cats("T-2026-0042", short_variants).to_string();
        std::fs::write(&path, text).expect("the test's folder takes files");
        Self::read(path, false)
    }

    fn read(path: PathBuf, real: bool) -> Self {
        let text = std::fs::read_to_string(&path).expect("the report file is text");
        let file: Value = serde_json::from_str(&text).expect("the report file is JSON");
        let list = |value: &Value| value.as_array().map_or(0, Vec::len);
        let variants = &file["variants"];
        let counts = [
            list(&variants["shortVariants"]),
            list(&variants["copyNumberAlterations"]),
            list(&variants["rearrangements"]),
            list(&file["otherBiomarkers"]),
        ];
        let (mut subjects, mut changes) = (BTreeSet::new(), BTreeSet::new());
        collect(variants, "geneSymbol", &mut subjects);
        collect(&file["otherBiomarkers"], "biomarkerType", &mut subjects);
        collect(&variants["shortVariants"], "aminoAcidsChange", &mut changes);
        Self { path, real, counts, subjects, changes }
    }

    /// All findings.
    pub fn findings(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Every text under this key, however deep.
fn collect(value: &Value, key: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| collect(one, key, found)),
        Value::Object(fields) => {
            for (name, one) in fields {
                match one {
                    Value::String(text) if name == key => drop(found.insert(text.clone())),
                    _ => collect(one, key, found),
                }
            }
        }
        _ => {}
    }
}
