//! The public CATS samples: every record of every file is accounted for, with the counts of its documentation.

use crate::support::{go_on, shared};
use entaku_domain::draft::Draft;
use entaku_domain::finding::{Alteration, FindingKind};
use entaku_domain::genome::GenomeBuild;
use entaku_intake::{IntakeErrorKind, Options, read_file};
use std::path::{Path, PathBuf};

fn load(path: &Path) -> Draft {
    let draft = read_file(path, &Options::default(), &mut go_on).unwrap_or_else(|error| panic!("{error}"));
    assert!(draft.ledger.balances(), "{}: {:?}", path.display(), draft.ledger);
    draft
}

fn count(draft: &Draft, kind: FindingKind) -> usize {
    draft.findings.iter().filter(|finding| finding.alteration.kind() == kind).count()
}

fn counts(draft: &Draft) -> [usize; 4] {
    [FindingKind::ShortVariant, FindingKind::CopyNumber, FindingKind::Rearrangement, FindingKind::Biomarker]
        .map(|kind| count(draft, kind))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn the_five_sample_patients_have_the_findings_their_documentation_states() {
    let Some(folder) = shared("reports/cats/patients") else { return };
    for (patient, expected) in [
        ("20231211000001", [58, 17, 4, 2]),
        ("20231211000002", [27, 9, 3, 2]),
        ("20231211000015", [0, 0, 0, 2]),
        ("20231211000026", [0, 0, 0, 2]),
        ("20231211000029", [0, 0, 0, 2]),
    ] {
        let draft = load(&folder.join(patient).join(format!("cats_sample_{patient}.cats")));
        assert_eq!(counts(&draft), expected, "{patient}");
        assert_eq!(draft.ledger.set_aside_total(), 0, "{patient}: every record is usable");
        assert_eq!(draft.assembly.name, GenomeBuild::Grch37);
        assert_eq!(draft.file.format_version.as_deref(), Some("1.3.0"));
    }
}

#[test]
fn every_public_sample_loads_and_every_record_is_accounted_for() {
    let Some(folder) = shared("reports/cats") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    let mut loaded = 0;
    for path in all {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let Ok(json) = serde_json::from_str::<serde_json::Value>(&text) else { continue };
        if json.get("metaData").is_none() {
            let error = read_file(&path, &Options::default(), &mut go_on).unwrap_err();
            assert_eq!(error.kind, IntakeErrorKind::UnknownFormat, "{}", path.display());
            continue;
        }
        let list = |value: Option<&serde_json::Value>| value.and_then(|v| v.as_array()).map_or(0, Vec::len);
        let variants = json.get("variants");
        let in_variants = ["shortVariants", "copyNumberAlterations", "rearrangements"]
            .map(|name| list(variants.and_then(|v| v.get(name))));
        let at_root = ["otherBiomarkers", "compositeBiomarkers", "expressions", "nonHumanContents"]
            .map(|name| list(json.get(name)));
        let records: usize = in_variants.iter().chain(&at_root).sum();
        let draft = load(&path);
        assert_eq!(
            draft.ledger.read,
            records as u64,
            "{}: rows as another parser counts them",
            path.display()
        );
        assert_eq!(draft.ledger.kept, records as u64, "{}: nothing is lost", path.display());
        loaded += 1;
    }
    assert!(loaded >= 13, "only {loaded} samples were found");
}

#[test]
fn short_variants_stand_where_the_official_conversion_puts_them() {
    let Some(folder) = shared("reports/cats/c-cat/short_variants") else { return };
    let draft = load(&folder.join("input/input_cats_format.json"));
    let mut own: Vec<String> = Vec::new();
    for finding in &draft.findings {
        let Alteration::ShortVariant(v) = &finding.alteration else { continue };
        own.push(format!(
            "chr{} {} {} {} {}",
            v.chromosome.as_ref().unwrap(),
            v.position.unwrap().get(),
            v.reference.as_deref().unwrap(),
            v.alternate.as_deref().unwrap(),
            if finding.origin.is_germline() { "germline" } else { "somatic" },
        ));
    }
    let mut official = Vec::new();
    for origin in ["somatic", "germline"] {
        let text = std::fs::read_to_string(folder.join(format!("output/output_short_variant_{origin}.vcf")))
            .unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let f: Vec<&str> = line.split('\t').collect();
            official.push(format!("{} {} {} {} {origin}", f[0], f[1], f[3], f[4]));
        }
    }
    own.sort();
    official.sort();
    assert_eq!(own, official);
    assert_eq!(official.len(), 5);
}
