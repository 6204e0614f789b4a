//! Folders, files and options that the tests make.

use entaku_knowledge::{ImportOptions, ImportProgress, Imported, KnowledgeStore, KnowledgeStoreError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes with the value.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("entaku-knowledge-test-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    pub fn path(&self) -> &Path {
        &self.0
    }
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
    pub fn store(&self) -> KnowledgeStore {
        KnowledgeStore::open(&self.0.join("knowledge")).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn options() -> ImportOptions {
    ImportOptions { by: "tester".into(), at: "2026-11-30T12:00:00+09:00".into(), ..ImportOptions::default() }
}

pub fn on(_: ImportProgress) -> bool {
    true
}

pub fn import(
    store: &mut KnowledgeStore,
    name: &str,
    content: &str,
) -> Result<Imported, KnowledgeStoreError> {
    store.import_bytes(name, content.as_bytes(), &options(), &mut on)
}

/// Columns of CIViC's evidence since 2023.
pub const EVIDENCE: &[&str] = &[
    "molecular_profile",
    "molecular_profile_id",
    "disease",
    "doid",
    "phenotypes",
    "therapies",
    "therapy_interaction_type",
    "evidence_type",
    "evidence_direction",
    "evidence_level",
    "significance",
    "evidence_statement",
    "citation_id",
    "source_type",
    "asco_abstract_id",
    "citation",
    "nct_ids",
    "rating",
    "evidence_status",
    "evidence_id",
    "variant_origin",
    "last_review_date",
    "evidence_civic_url",
    "molecular_profile_civic_url",
    "is_flagged",
];

/// A row of it: what is not given is as in a plain sensitivity row.
pub fn row(given: &[(&str, &str)]) -> String {
    let usual = |column: &str| match column {
        "molecular_profile" => "BRAF V600E",
        "molecular_profile_id" => "12",
        "disease" => "Melanoma",
        "doid" => "1909",
        "therapies" => "Vemurafenib",
        "evidence_type" => "Predictive",
        "evidence_direction" => "Supports",
        "evidence_level" => "A",
        "significance" => "Sensitivity/Response",
        "evidence_status" => "accepted",
        "last_review_date" => "2024-05-06 07:08:09 UTC",
        "is_flagged" => "false",
        _ => "",
    };
    let field = |column: &&str| {
        given.iter().find(|(name, _)| name == column).map_or_else(|| usual(column), |(_, text)| text)
    };
    let fields: Vec<&str> = EVIDENCE.iter().map(field).collect();
    fields.join("\t") + "\n"
}

pub fn evidence(rows: &[String]) -> String {
    EVIDENCE.join("\t") + "\n" + &rows.concat()
}

/// As many rows of evidence with ids from 1 on.
pub fn many(count: usize) -> String {
    let rows: Vec<String> = (1..=count).map(|id| row(&[("evidence_id", &id.to_string())])).collect();
    evidence(&rows)
}
