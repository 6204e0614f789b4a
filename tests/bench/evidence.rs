//! The knowledge of a site: importing it, asking indexed files, what stands beside the findings of a case, and what is new for all
//! the cases of a store.
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use chrono::{DateTime, FixedOffset};
use entaku_desk::{Clock, Desk, Environment, KdfParams};
use entaku_domain::genome::{Chromosome, GenomeBuild, Position1};
use entaku_knowledge::{ImportOptions, KnowledgeKind, KnowledgeStore, VcfOptions, VcfState};
use entaku_tests::laboratory;
use entaku_tests::panel::call;
use entaku_tests::place::Folder;
use noodles_bgzf as bgzf;
use noodles_core::Position;
use noodles_csi::binning_index::index::{header, reference_sequence::bin::Chunk};
use noodles_tabix as tabix;
use serde_json::json;

use crate::cohort;
use crate::folder;
use crate::job::{create, desk};
use crate::measure::{middle, ms, process, quantiles, times, told};
use crate::table::Table;

/// First word of the process that is measured: `import-knowledge FOLDER FILE`.
pub const VERB: &str = "import-knowledge";
const RUNS: usize = 5;
/// As many as CIViC had accepted and submitted in 2026.
const ROWS: usize = 5_000;
const RECORDS: usize = 3_000_000;
/// Between two records of ClinVar in the exome, roughly.
const APART: usize = 40;

const GENES: [&str; 12] =
    ["EGFR", "KRAS", "BRAF", "TP53", "PIK3CA", "ERBB2", "MET", "BRCA1", "BRCA2", "ALK", "RET", "NRAS"];
const HEAD: &str = "molecular_profile\tmolecular_profile_id\tdisease\tdoid\tphenotypes\ttherapies\ttherapy_interaction_type\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tevidence_statement\tcitation_id\tsource_type\tasco_abstract_id\tcitation\tnct_ids\trating\tevidence_status\tevidence_id\tvariant_origin\tlast_review_date\tevidence_civic_url\tmolecular_profile_civic_url\tis_flagged";

/// Measures all of it; the store of so many cases is made by the first run.
pub fn bench(table: &mut Table, cases: usize) {
    let place = Folder::new("bench-evidence");
    importing(table, &place);
    asking(table, &place);
    beside(table, &place);
    news(table, cases);
}

/// A release of so many rows, as CIViC's files look: a statement of a paragraph each.
fn release(path: &Path, rows: usize) {
    let mut text = format!("{HEAD}\n");
    for row in 0..rows {
        let gene = GENES[row % GENES.len()];
        let words =
            "In a study of patients with this alteration, those treated responded more often. ".repeat(6);
        let _ = writeln!(
            text,
            "{gene} {}\t{row}\tLung Adenocarcinoma\t3910\t\tDrug {}\t\tPredictive\tSupports\tB\tSensitivity/Response\t{words}\t{row}\tPubMed\t\tNobody et al., 2026\t\t3\taccepted\t{row}\tSomatic\t2026-09-27 20:55:29 UTC\t\t\tfalse",
            if row % 20 == 0 { "Mutation".to_owned() } else { format!("V{}E", 100 + row % 900) },
            row % 200,
        );
    }
    std::fs::write(path, text).expect("target can be written");
}

/// The measured process: imports a file into a new store of knowledge.
pub fn work(folder: &str, file: &str) {
    let mut store = KnowledgeStore::open(Path::new(folder)).expect("a new store");
    let mut told = 0u32;
    store
        .import(Path::new(file), &options(), &mut |_| {
            told += 1;
            true
        })
        .expect("the file is imported");
    assert!(told > 1, "the bar moves");
}

fn options() -> ImportOptions {
    ImportOptions {
        by: "bench".to_owned(),
        at: "2026-11-01T10:00:00+09:00".to_owned(),
        ..ImportOptions::default()
    }
}

fn importing(table: &mut Table, place: &Folder) {
    let program = std::env::current_exe().expect("a running program has a path");
    for (rows, goal) in [(ROWS, "≤ 2 s"), (ROWS * 10, "memory as with a tenth of it")] {
        let file = place.join(format!("{rows}-AcceptedClinicalEvidenceSummaries.tsv"));
        release(&file, rows);
        let ours = (0..RUNS).map(|run| {
            let store = place.join(format!("import-{rows}-{run}"));
            process(Command::new(&program).arg(VERB).arg(store).arg(&file)).expect("it ends well")
        });
        let ours = middle(ours.collect());
        let theirs = (0..RUNS).map(|run| {
            let db = place.join(format!("plain-{rows}-{run}.db"));
            process(
                Command::new("sqlite3")
                    .arg(db)
                    .arg(".mode tabs")
                    .arg(format!(".import {} rows", file.display())),
            )
        });
        let theirs = theirs.collect::<Result<Vec<_>, _>>();
        let beside = theirs.map_or("sqlite3 is not here".to_owned(), |all| {
            format!("sqlite3 .import, without understanding a row: {}", told(middle(all)))
        });
        table.row(&format!("importing {rows} rows of evidence, durably"), &told(ours), &beside, goal);
    }
}

/// A file of ClinVar's size with its index, made once.
fn clinvar() -> PathBuf {
    let path = folder().join("clinvar-3m.vcf.gz");
    let index = PathBuf::from(format!("{}.tbi", path.display()));
    if index.is_file() {
        return path;
    }
    let file = std::io::BufWriter::new(std::fs::File::create(&path).expect("target can be written"));
    let mut writer = bgzf::io::Writer::new(file);
    let head = "##fileformat=VCFv4.1\n##fileDate=2026-11-01\n##reference=GRCh38\n\
        ##INFO=<ID=CLNSIG,Number=.,Type=String,Description=\"x\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
    writer.write_all(head.as_bytes()).expect("target can be written");
    let mut indexer = tabix::index::Indexer::default();
    indexer.set_header(header::Builder::vcf().build());
    let mut line = String::new();
    for number in 0..RECORDS {
        let (chromosome, start) = place_of(number);
        line.clear();
        let _ = writeln!(
            line,
            "{chromosome}\t{start}\t{number}\tA\tG\t.\t.\tALLELEID={number};CLNSIG=Uncertain_significance;CLNREVSTAT=criteria_provided,_single_submitter;GENEINFO=GENE{}:1",
            number % 20_000
        );
        let from = writer.virtual_position();
        writer.write_all(line.as_bytes()).expect("target can be written");
        let at = Position::try_from(start).expect("counted from 1");
        let chunk = Chunk::new(from, writer.virtual_position());
        indexer.add_record(&chromosome.to_string(), at, at, chunk).expect("in order");
    }
    writer.finish().expect("target can be written").flush().expect("target can be written");
    tabix::fs::write(&index, &indexer.build()).expect("target can be written");
    path
}

/// Chromosome and place of a record, in the order of the file.
fn place_of(number: usize) -> (usize, usize) {
    let each = RECORDS.div_ceil(22);
    (1 + number / each, 10_000 + number % each * APART)
}

fn asking(table: &mut Table, place: &Folder) {
    let file = clinvar();
    let index = PathBuf::from(format!("{}.tbi", file.display()));
    let mut alone = Vec::new();
    let mut registered = Vec::new();
    let mut store = None;
    for run in 0..RUNS {
        let start = Instant::now();
        let read = tabix::fs::read(&index).expect("the index is sound");
        alone.push(start.elapsed());
        drop(read);
        let mut fresh = KnowledgeStore::open(&place.join(format!("clinvar-{run}"))).expect("a new store");
        let options = VcfOptions { import: options(), build: None, fields: Vec::new() };
        let start = Instant::now();
        fresh.register_vcf(&file, KnowledgeKind::Clinvar, &options).expect("it is registered");
        registered.push(start.elapsed());
        store = Some(fresh);
    }
    let store = store.expect("at least one run");
    let middle = |mut all: Vec<std::time::Duration>| {
        all.sort();
        ms(all[all.len() / 2])
    };
    table.row(
        &format!("registering a ClinVar VCF of {RECORDS} records"),
        &format!("{:.0} ms", middle(registered)),
        &format!("reading its index alone {:.0} ms", middle(alone)),
        "the time of its index",
    );
    let asked = times(1_000, |number| {
        // Far from each other, as the findings of a case lie.
        let (chromosome, start) = place_of(number * 7_919 * 31 % RECORDS);
        let chromosome = Chromosome::parse(&chromosome.to_string()).expect("a chromosome");
        let position = Position1::new(i64::try_from(start).expect("small")).expect("counted from 1");
        let answers = store.clinvar(&GenomeBuild::Grch38, &chromosome, position, "A", "G").expect("answered");
        assert!(matches!(answers[0].state, VcfState::Found(_)), "{answers:?}");
    });
    table.row("one change asked of it, in place", &quantiles(&asked), "", "p50 ≤ 5 ms");
}

/// The findings of a case of a large panel, asked all at once.
fn beside(table: &mut Table, place: &Folder) {
    let mut desk = desk(&place.join("case"));
    create(&mut desk);
    let file = place.join("100.json");
    std::fs::write(&file, laboratory::cats("E-1", 96).to_string()).expect("target can be written");
    let case = call(&mut desk, "intake", json!({ "paths": [file] }))["case"]["caseId"].take();
    let rows = place.join("01-Nov-2026-AcceptedClinicalEvidenceSummaries.tsv");
    release(&rows, ROWS);
    call(&mut desk, "import_knowledge", json!({ "paths": [rows] }));
    let mut found = 0;
    let taken = times(50, |_| {
        let answer = call(&mut desk, "case_evidence", json!({ "caseId": case }));
        let findings = answer.as_array().expect("a list");
        found = findings.iter().map(|one| one["rows"].as_array().map_or(0, Vec::len)).sum();
        assert_eq!(findings.len(), 100);
    });
    let what = format!("evidence for all findings of a case of 100 ({found} rows stand there, of {ROWS})");
    table.row(&what, &quantiles(&taken), "", "≤ 50 ms");
}

/// Years after every verdict of the store.
struct Later;

impl Clock for Later {
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2035-01-01T10:00:00+09:00").expect("a time")
    }
}

/// What is new for every case of a store, after a release in which every row is new to it.
fn news(table: &mut Table, cases: usize) {
    const FINDINGS: usize = 12;
    let store = folder().join(format!("news-{cases}"));
    if !store.with_extension("made").is_file() {
        cohort::make(&store, cases, FINDINGS);
    }
    let knowledge = PathBuf::from(format!("{}-knowledge", store.display()));
    let _ = std::fs::remove_dir_all(&knowledge);
    let mut desk = Desk::new(Environment {
        clock: std::sync::Arc::new(Later),
        store_dir: store.clone(),
        state_dir: None,
        device: "bench".to_owned(),
        kdf: KdfParams::STANDARD,
    })
    .expect("the desk starts");
    call(&mut desk, "open_store", json!({ "password": entaku_tests::desk::PASSWORD }));
    let rows = store.with_file_name("01-Nov-2026-AcceptedClinicalEvidenceSummaries.tsv");
    let real = real_release();
    let what = match &real {
        Some(real) => std::fs::copy(real, &rows).map(|_| "CIViC's own rows").expect("target can be written"),
        None => {
            release(&rows, ROWS);
            "made rows"
        }
    };
    call(&mut desk, "import_knowledge", json!({ "paths": [rows] }));
    let (mut total, mut looked) = (0, 0);
    let taken = times(3, |_| {
        let answer = call(&mut desk, "evidence_news", json!({}));
        total = answer["total"].as_u64().unwrap_or_default();
        looked = answer["lookedThrough"].as_u64().unwrap_or_default();
    });
    table.row(
        &format!("what is new for {looked} cases × {FINDINGS} findings after a first import ({what}; new for {total})"),
        &format!("{:.1} s", taken[1].as_secs_f64()),
        "",
        "< 10 s",
    );
}

fn real_release() -> Option<PathBuf> {
    let named = std::env::var_os("ENTAKU_SHARED_DATA").map(PathBuf::from);
    let data = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"));
    Some(data.join("knowledge/civic/nightly-ClinicalEvidenceSummaries.tsv")).filter(|file| file.is_file())
}
