//! Public VCF files of many callers: each loads or gives a clear error, and every record is accounted for as two
//! independent readers count them (bcftools, in the manifest of the files; noodles, here).

use crate::support::{go_on, shared};
use entaku_domain::draft::{Draft, TumourSampleChoice};
use entaku_domain::finding::{Alteration, FindingKind};
use entaku_domain::note::{Note, Severity};
use entaku_intake::{IntakeErrorKind, Limits, Options, read_file};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

fn load(path: &Path) -> Draft {
    let limits = Limits { findings: 1_000_000, ..Limits::default() };
    let draft = read_file(path, &Options { limits, ..Options::default() }, &mut go_on)
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(draft.ledger.balances(), "{}: {:?}", path.display(), draft.ledger);
    draft
}

fn text_of(path: &Path) -> Option<String> {
    let mut bytes = std::fs::read(path).unwrap();
    if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut plain = Vec::new();
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).unwrap();
        bytes = plain;
    }
    String::from_utf8(bytes).ok().filter(|text| text.starts_with("##"))
}

/// Rows as an independent count gives them: records, and alternate alleles over all records.
fn rows(text: &str) -> (u64, u64) {
    let records = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let alleles = |line: &str| line.split('\t').nth(4).map_or(1, |alt| alt.split(',').count() as u64);
    records.fold((0, 0), |(count, rows), line| (count + 1, rows + alleles(line)))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.to_string_lossy().contains(".vcf") && !path.to_string_lossy().ends_with(".tbi") {
            found.push(path);
        }
    }
}

/// Records by file, as bcftools counted them.
fn manifest() -> Option<(PathBuf, BTreeMap<String, u64>)> {
    let folder = shared("vcf")?.parent()?.to_owned();
    let text = std::fs::read_to_string(folder.join("MANIFEST.tsv")).ok()?;
    let counts = text.lines().filter_map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        Some(((*fields.first()?).to_owned(), fields.get(6)?.parse().ok()?))
    });
    Some((folder.clone(), counts.collect()))
}

#[test]
fn every_public_vcf_loads_or_gives_a_clear_error_and_no_row_is_lost() {
    let Some((folder, counted)) = manifest() else { return };
    let mut all = Vec::new();
    files(&folder.join("vcf"), &mut all);
    let (mut loaded, mut compared) = (0, 0);
    for path in all {
        let Some(text) = text_of(&path) else {
            let error = read_file(&path, &Options::default(), &mut go_on);
            if let Err(error) = error {
                let kinds = [IntakeErrorKind::UnknownFormat, IntakeErrorKind::Empty];
                assert!(kinds.contains(&error.kind), "{}: {error}", path.display());
            }
            continue;
        };
        let draft = load(&path);
        let (records, rows) = rows(&text);
        assert_eq!(draft.ledger.read, rows, "{}: each allele of each record is one row", path.display());
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        // bcftools counts an empty line as a record, and stops within some sound files of the conformance suite.
        let comparable = !name.contains("vcf-validator-passed") && !text.lines().any(str::is_empty);
        if let Some(known) = counted.get(&name).filter(|known| **known > 0 && comparable) {
            assert_eq!(records, *known, "{name}: records as bcftools counts them");
            compared += 1;
        }
        loaded += 1;
    }
    assert!(loaded > 200 && compared > 60, "{loaded} loaded, {compared} compared with bcftools");
}

#[test]
fn files_that_the_conformance_suite_calls_valid_all_load() {
    let Some(folder) = shared("vcf/vcf-validator-passed") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    assert!(all.len() >= 100, "{} files", all.len());
    // Of the build and the guessed sample such files cannot speak; position 0 with bases is valid and of no use.
    let expected = ["build-unknown", "tumour-sample", "bad-pos"];
    let faulted = all.iter().filter(|path| {
        let warned = |note: &Note| note.severity > Severity::Info && !expected.contains(&note.code.as_str());
        load(path).notes.iter().any(warned)
    });
    // Names with a colon in 4.1 and 4.2, a key with a percent sign and a damaged number that the suite lets pass.
    let faulted: Vec<_> = faulted.map(|path| path.display().to_string()).collect();
    assert!(faulted.len() <= 6, "valid files called faulty: {faulted:?}");
}

#[test]
fn noodles_reads_the_same_places_and_alleles() {
    let Some(folder) = shared("vcf/somaticseq/tests/example/paired_example") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    let mut compared = 0;
    for path in all {
        let Some(text) = text_of(&path) else { continue };
        let body: String =
            text.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        let mut reader = noodles_vcf::io::Reader::new(BufReader::new(body.as_bytes()));
        let mut record = noodles_vcf::Record::default();
        let mut theirs = Vec::new();
        while reader.read_record(&mut record).unwrap() > 0 {
            let position = record.variant_start().unwrap().unwrap();
            let filters = record.filters().as_ref().to_owned();
            if matches!(filters.as_str(), "PASS" | "." | "") {
                for alternate in record.alternate_bases().as_ref().split(',') {
                    theirs.push(format!(
                        "{}:{position} {}>{alternate}",
                        record.reference_sequence_name(),
                        record.reference_bases()
                    ));
                }
            }
        }
        let draft = load(&path);
        let ours: Vec<String> = draft
            .findings
            .iter()
            .filter_map(|finding| match &finding.alteration {
                Alteration::ShortVariant(variant) => Some(variant.genomic_change()),
                _ => None,
            })
            .collect();
        assert_eq!(ours, theirs, "{}", path.display());
        compared += ours.len();
    }
    assert!(compared > 500, "only {compared} changes were compared");
}

fn named(draft: &Draft) -> Vec<String> {
    draft
        .findings
        .iter()
        .map(|finding| {
            let vaf = finding.alteration.vaf().map_or("-".to_owned(), |vaf| format!("{:.3}", vaf.fraction()));
            format!("{} {} {vaf}", finding.alteration.subject(), finding.alteration.change())
        })
        .collect()
}

#[test]
fn a_tumour_normal_panel_is_read_from_the_tumours_side() {
    let Some(folder) = shared("vcf/scout") else { return };
    let draft = load(&folder.join("cancer_test.vcf.gz"));
    assert_eq!(draft.ledger.read, 10);
    assert_eq!(draft.ledger.by_reason["notPass"], 2, "8 of 10 records pass");
    let (name, why) = draft.tumour_sample.clone().unwrap();
    assert_eq!(name, "999-99");
    assert!(matches!(why, TumourSampleChoice::Stated(_)), "##SAMPLE=<ID=TUMOR,SampleName=999-99>");
    let lines = named(&draft).join("\n");
    expect_test::expect![[r#"
        NPM1 p.Trp288CysfsTer12 0.299
        FLT3 13:28608220 A>AAACTCTAAATTTTCTCTTGGAAACTCCCATTTGAGATCATATTCATATTCTCTGAAATCAACGTAGAAGTACTCATTATCTGAGGAGCCG 0.070
        IDH2 p.Arg140Gln 0.462
        JAK2 p.Val617Phe 0.458
        DNMT3A p.Gly532ValfsTer11 0.372
        ASXL1 p.Gly646TrpfsTer12 0.257
        TP53 p.Ser241Phe 0.057
        SRSF2 p.Pro95Arg 0.496"#]].assert_eq(&lines);
}

#[test]
fn symbols_with_measured_copies_are_copy_number_and_the_breakend_is_a_rearrangement() {
    let Some(folder) = shared("vcf/scout") else { return };
    let draft = load(&folder.join("scout_example_tumor_only.SV.CNV.sorted.vcf.gz"));
    let mut kinds: BTreeMap<FindingKind, usize> = BTreeMap::new();
    for finding in &draft.findings {
        *kinds.entry(finding.alteration.kind()).or_default() += 1;
    }
    // 35 records: 29 symbols with FOLD_CHANGE or CN, one breakend, five deletions spelled out in bases.
    let expected =
        [(FindingKind::ShortVariant, 5), (FindingKind::CopyNumber, 29), (FindingKind::Rearrangement, 1)];
    assert_eq!(kinds, BTreeMap::from(expected));
    let fusion = draft.findings.iter().find(|f| f.alteration.kind() == FindingKind::Rearrangement).unwrap();
    let Alteration::Rearrangement(rearrangement) = &fusion.alteration else { panic!() };
    let far = rearrangement.breakends.1.as_ref().unwrap();
    assert_eq!((far.chromosome.as_ref().unwrap().as_str(), far.start.unwrap().get()), ("20", 59_912_352));
}

#[test]
fn frequencies_of_other_callers_agree_with_the_published_maf() {
    let Some(folder) = shared("vcf/vcf2maf") else { return };
    let maf = std::fs::File::open(folder.join("test_b38_output.maf")).unwrap();
    let lines: Vec<String> =
        BufReader::new(maf).lines().map(Result::unwrap).filter(|l| !l.starts_with('#')).collect();
    let header: Vec<&str> = lines[0].split('\t').collect();
    let column = |name: &str| header.iter().position(|field| *field == name).unwrap();
    let (depth, alternate) = (column("t_depth"), column("t_alt_count"));
    let draft = load(&folder.join("test_b38.vcf"));
    let ours: Vec<(Option<u32>, Option<u32>)> = draft
        .findings
        .iter()
        .map(|finding| match &finding.alteration {
            Alteration::ShortVariant(variant) => (variant.depth, variant.alternate_depth),
            _ => (None, None),
        })
        .collect();
    let theirs: Vec<(Option<u32>, Option<u32>)> = lines[1..]
        .iter()
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            (fields[depth].parse().ok(), fields[alternate].parse().ok())
        })
        .collect();
    assert_eq!(ours, theirs);
}

#[test]
fn old_snpeff_files_name_their_genes() {
    let Some(folder) = shared("vcf/snpeff/examples") else { return };
    let draft = load(&folder.join("cancer.eff.vcf"));
    let genes: Vec<String> = draft.findings.iter().map(|finding| finding.alteration.subject()).collect();
    assert!(!genes.is_empty() && genes.iter().all(|gene| gene == "OR4F5"), "{genes:?}");
}

#[test]
fn a_public_vcf_without_its_header_is_read_with_a_note() {
    let Some(folder) = shared("vcf/varcode") else { return };
    let (bare, whole) =
        (load(&folder.join("mutect-example-headerless.vcf")), load(&folder.join("mutect-example.vcf")));
    assert!(bare.notes.iter().any(|note| note.code == "no-columns"));
    assert_eq!(bare.ledger.read, whole.ledger.read, "the same records, with and without their header");
}
