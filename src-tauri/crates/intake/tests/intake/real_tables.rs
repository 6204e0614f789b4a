//! Public tables of the shared test data. The counts were made with Python's csv module and `cut | sort | uniq -c`.

use crate::support::{go_on, shared};
use entaku_domain::draft::Draft;
use entaku_domain::finding::FindingKind;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::statement::StatementKind;
use entaku_intake::{IntakeErrorKind, Options, inspect_file, read_file};
use std::path::Path;

fn load(path: &Path) -> Draft {
    load_of(path, None)
}

fn load_of(path: &Path, sample: Option<&str>) -> Draft {
    let options = Options { tumour_sample: sample.map(str::to_owned), ..Options::default() };
    let draft = read_file(path, &options, &mut go_on).unwrap_or_else(|error| panic!("{error}"));
    assert!(draft.ledger.balances(), "{}: {:?}", path.display(), draft.ledger);
    assert_eq!(draft.ledger.kept, draft.findings.len() as u64, "{}", path.display());
    draft
}

fn of_gene(draft: &Draft, gene: &str) -> usize {
    draft.findings.iter().filter(|finding| finding.alteration.subject() == gene).count()
}

fn has(draft: &Draft, code: &str) -> bool {
    draft.notes.iter().any(|note| note.code == code)
}

#[test]
fn every_row_of_the_leukaemia_maf_is_a_finding() {
    let Some(folder) = shared("knowledge/maftools") else { return };
    let draft = load(&folder.join("tcga_laml.maf.gz"));
    assert_eq!((draft.ledger.read, draft.ledger.kept), (2_207, 2_207));
    assert_eq!([of_gene(&draft, "DNMT3A"), of_gene(&draft, "FLT3"), of_gene(&draft, "NPM1")], [54, 52, 34]);
    assert_eq!(draft.assembly.name, GenomeBuild::Grch37, "NCBI_Build 37");
    assert!(draft.must_choose_sample);
    assert!(draft.notes.iter().any(|note| note.said.starts_with("193 samples")));
    let one = load_of(&folder.join("tcga_laml.maf.gz"), Some("TCGA-AB-3009"));
    assert_eq!((one.ledger.kept, one.ledger.by_reason["otherSample"]), (42, 2_165));
}

#[test]
fn mafs_with_line_ends_of_old_spreadsheets_are_read() {
    let Some(folder) = shared("knowledge/maftools") else { return };
    for (name, rows, samples) in [("APL_primary.maf.gz", 269, 124), ("APL_relapse.maf.gz", 161, 58)] {
        let draft = load(&folder.join(name));
        assert_eq!(draft.ledger.kept, rows, "{name}");
        assert_eq!(draft.test.samples.len(), samples.min(100), "{name}");
    }
    let brca = load(&folder.join("brca.maf.gz"));
    assert_eq!((brca.ledger.kept, brca.must_choose_sample), (1_913, false));
    assert!(has(&brca, "build-unknown"), "its positions have no build");
}

#[test]
fn the_panel_study_with_an_accident_in_its_headings_is_read_with_a_note() {
    let Some(folder) = shared("cohort/msk-access-puma") else { return };
    let draft = load(&folder.join("data_mutations_extended.txt"));
    assert_eq!((draft.ledger.kept, draft.test.samples.len()), (190, 32));
    let genes: std::collections::BTreeSet<String> =
        draft.findings.iter().map(|finding| finding.alteration.subject()).collect();
    assert_eq!(genes.len(), 78);
    let note =
        draft.notes.iter().find(|note| note.code == "columns-shifted").expect("a note on the headings");
    assert_eq!(note.times, 190);
    let entaku_domain::finding::Alteration::ShortVariant(first) = &draft.findings[0].alteration else {
        panic!("a short variant")
    };
    assert_eq!(first.genomic_change(), "11:108178699 G>C", "c.5750G>C of ATM");
    let error = read_file(&folder.join("data_CNA.tsv"), &Options::default(), &mut go_on).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::UnknownFormat);
    assert!(error.to_string().contains("Samples, Gene, Gene panel, CNA, Cytoband"), "{error}");
}

#[test]
fn the_mafs_that_vcf2maf_is_checked_with_are_read_whole() {
    let Some(folder) = shared("vcf/vcf2maf") else { return };
    for (name, rows, set_aside, build) in [
        ("test.maf", 20, 0, GenomeBuild::Grch37),
        ("test.tsv", 20, 0, GenomeBuild::Unknown),
        ("test_b38_output.maf", 25, 0, GenomeBuild::Grch38),
        ("test_b38_output.more.maf", 25, 0, GenomeBuild::Grch38),
        ("test_output.vep_isoforms.maf", 20, 2, GenomeBuild::Grch37),
        ("test_output.custom_isoforms.maf", 20, 2, GenomeBuild::Grch37),
    ] {
        let draft = load(&folder.join(name));
        assert_eq!((draft.ledger.read, draft.ledger.kept), (rows, rows - set_aside), "{name}");
        assert_eq!(draft.assembly.name, build, "{name}");
        assert_eq!(draft.ledger.by_reason.get("notPass").copied().unwrap_or_default(), set_aside, "{name}");
    }
}

#[test]
fn a_cohort_is_counted_in_flat_memory() {
    let Some(folder) = shared("cohort/tcga-msk") else { return };
    let path = folder.join("panel_cohort.maf.tsv.gz");
    let found = inspect_file(&path, &Options::default(), &mut go_on).unwrap();
    assert_eq!((found.draft.ledger.read, found.draft.ledger.kept), (138_007, 130_334));
    assert_eq!(found.draft.ledger.by_reason["notPass"], 7_673, "rows whose FILTER is neither PASS nor empty");
    assert!(found.draft.notes.iter().any(|note| note.said.starts_with("13678 samples")));
}

#[test]
fn every_row_of_the_public_report_csv_is_accounted_for() {
    let Some(folder) = shared("reports/c-cat-export") else { return };
    let path = folder.join("sample_report.csv");
    let draft = load(&path);
    assert_eq!(draft.file.format, "C-CAT-report");
    assert_eq!((draft.ledger.read, draft.ledger.kept, draft.ledger.by_reason["joined"]), (258, 196, 62));
    let count = |kind| draft.findings.iter().filter(|finding| finding.alteration.kind() == kind).count();
    let kinds = [FindingKind::ShortVariant, FindingKind::Biomarker, FindingKind::Rearrangement].map(count);
    assert_eq!(kinds, [150, 36, 10]);
    let level = |level: &str| {
        draft
            .statements
            .iter()
            .filter(|s| s.level.as_ref().is_some_and(|stated| stated.level == level))
            .count()
    };
    assert_eq!(["A", "B", "C", "F"].map(level), [29, 13, 31, 145]);
    let tests = draft.statements.iter().filter(|s| s.kind == StatementKind::Remark).count();
    assert_eq!((tests, draft.must_choose_sample), (99, true), "99 registrations");
    let one = load_of(&path, Some("ID_1"));
    let asides = ["joined", "otherSample"].map(|reason| one.ledger.by_reason[reason]);
    assert_eq!((one.ledger.kept, asides), (5, [1, 252]));
    assert_eq!(one.proposed.as_ref().and_then(|details| details.patient.age), Some(43));
}

#[test]
fn the_public_clinical_csv_gives_the_details_of_the_registration_that_is_named() {
    let Some(folder) = shared("reports/c-cat-export") else { return };
    let path = folder.join("sample_clinical.csv");
    let all = load(&path);
    assert_eq!(all.file.format, "C-CAT-clinical");
    assert_eq!((all.ledger.read, all.ledger.kept, all.ledger.by_reason["details"]), (104, 0, 104));
    assert!(all.must_choose_sample && all.proposed.is_none() && all.statements.is_empty());
    let one = load_of(&path, Some("ID_1"));
    assert_eq!((one.ledger.by_reason["details"], one.ledger.by_reason["otherSample"]), (4, 100));
    let details = one.proposed.as_ref().expect("details");
    assert_eq!(details.clinical.treatments.len(), 4, "four rows, one for each treatment line");
    assert_eq!(details.specimen.collected_on.map(|day| day.to_string()).as_deref(), Some("2019-10-01"));
    assert!(one.statements.len() >= 8, "{}", one.statements.len());
}

#[test]
fn tables_after_public_reports_are_read_as_worked_out_by_hand() {
    let Some(folder) = shared("reported") else { return };
    let subjects = |name: &str| -> Vec<String> {
        load(&folder.join(name)).findings.iter().map(|finding| finding.alteration.subject()).collect()
    };
    assert_eq!(subjects("maf-fusion-row.maf"), ["EML4::ALK", "EGFR"]);
    assert_eq!(subjects("genes-as-dates.maf"), [""; 5]);
    let dates = load(&folder.join("genes-as-dates.maf"));
    let offers: Vec<&str> = dates
        .notes
        .iter()
        .filter(|note| note.code == "spreadsheet-gene")
        .filter_map(|note| note.hint.split("may have been ").nth(1)?.split(' ').next())
        .collect();
    assert_eq!(offers, ["MARCHF1", "SEPTIN9", "SEPTIN6", "DELEC1", "MARCHF1"]);
    let rounded = load(&folder.join("position-scientific.maf"));
    assert!(has(&rounded, "spreadsheet-position"));
    for finding in &rounded.findings {
        let entaku_domain::finding::Alteration::ShortVariant(variant) = &finding.alteration else {
            panic!("a short variant")
        };
        assert_eq!(variant.position, None, "{}", finding.item);
    }
    let fusions = load(&folder.join("tso500-fusion-pairs.tsv"));
    for gene in ["CD74", "ROS1", "GOPC", "PPARG", "AC016683.6", "PAX8", "EML4", "NKX2-1-AS1", "RP11-1", "ALK"]
    {
        let found = fusions.findings.iter().any(|finding| {
            finding.alteration.kind() == FindingKind::Rearrangement
                && finding.alteration.genes().iter().any(|known| known.as_str() == gene)
        });
        assert!(found, "{gene}");
    }
    let lost = load(&folder.join("lone-surrogate.cats"));
    assert_eq!((lost.findings.len(), has(&lost, "lost-character")), (1, true));
}
