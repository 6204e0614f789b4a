//! A store as large as years of a core hospital: opening, the list, words, earlier verdicts.
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use entaku_desk::Desk;
use entaku_tests::desk::PASSWORD;
use entaku_tests::laboratory;
use entaku_tests::panel::{call, judge_all};
use serde_json::{Value, json};

use crate::folder;
use crate::job::{create, desk};
use crate::measure::{median, ms, quantiles, times};
use crate::table::Table;

const FINDINGS: usize = 50;
const TUMOURS: [&str; 6] = ["肺腺癌", "膵癌", "胃癌", "乳癌", "大腸癌", "胆道癌"];

/// A somatic change of a real tumour.
struct Change {
    gene: String,
    protein: String,
    chromosome: String,
    position: u64,
    reference: String,
    alternate: String,
}

/// Measures at a store of so many cases; the first run makes it.
pub fn bench(table: &mut Table, cases: usize) {
    let store = folder().join(format!("store-{cases}"));
    if !store.with_extension("made").is_file() {
        let (seconds, source) = make(&store, cases, FINDINGS);
        let per_second = cases as f64 / seconds;
        table.row(
            &format!("making {cases} cases × {FINDINGS} findings, all judged, each act durable ({source})"),
            &format!("{seconds:.0} s, {per_second:.0} cases/s"),
            "",
            "",
        );
    }
    let size = std::fs::metadata(store.join("store.db")).map_or(0, |file| file.len()) >> 20;
    let what = format!("{cases} cases × {FINDINGS} findings ({size} MiB)");
    let opened = times(7, |_| {
        let mut desk = desk(&store);
        call(&mut desk, "open_store", json!({ "password": PASSWORD }));
    });
    table.row(
        &format!("opening a store of {what}"),
        &format!("{:.0} ms", ms(median(&opened))),
        "one key derivation included",
        "",
    );

    let mut desk = desk(&store);
    call(&mut desk, "open_store", json!({ "password": PASSWORD }));
    let mut row = |what: &str, count: usize, goal: &str, name: &str, args: &dyn Fn(usize) -> Value| {
        let taken = times(count, |number| {
            call(&mut desk, name, args(number));
        });
        table.row(what, &quantiles(&taken), "", goal);
    };
    row("first page of the list with counts", 300, "< 5 ms", "list_cases", &|_| json!({}));
    row("a two-character word (肺腺)", 50, "", "list_cases", &|_| json!({ "search": "肺腺" }));
    row("past decisions of TP53 (50 rows)", 200, "< 5 ms", "past_decisions", &|_| json!({ "gene": "TP53" }));
    row("past decisions of KRAS (50 rows)", 200, "< 5 ms", "past_decisions", &|_| json!({ "gene": "KRAS" }));
    row(
        "past decisions of KRAS p.G12D (50 rows)",
        200,
        "< 5 ms",
        "past_decisions",
        &|_| json!({ "gene": "KRAS", "change": "p.G12D" }),
    );
    let list = call(&mut desk, "list_cases", json!({ "limit": 200 }));
    let ids: Vec<Value> =
        list["cases"].as_array().expect("a list").iter().map(|case| case["caseId"].clone()).collect();
    let opened = times(200, |number| {
        call(&mut desk, "open_case", json!({ "caseId": ids[number % ids.len()] }));
    });
    table.row("opening a case not used last, noted in the access log", &quantiles(&opened), "", "");
    let out = store.with_file_name("ledger.csv");
    let written = times(3, |_| {
        call(&mut desk, "export_ledger", json!({ "out": out }));
    });
    let lines = std::fs::read_to_string(&out).map_or(0, |csv| csv.lines().count());
    table.row("the ledger (管理簿) of all cases as CSV", &quantiles(&written), &format!("{lines} lines"), "");
}

/// Makes a store of so many cases, all judged; gives the seconds and where the changes come from.
pub fn make(store: &Path, cases: usize, findings: usize) -> (f64, &'static str) {
    let _ = std::fs::remove_dir_all(store);
    let real = real_changes();
    let source = if real.is_some() { "changes of real tumours" } else { "made changes" };
    let mut desk = desk(store);
    create(&mut desk);
    let file = store.with_extension("json");
    let start = Instant::now();
    for number in 0..cases {
        let mut report = laboratory::cats(&format!("C-{number}"), findings);
        if let Some(changes) = &real {
            put_in(&mut report, changes, number * findings);
        }
        std::fs::write(&file, report.to_string()).expect("target can be written");
        receive(&mut desk, &file, number);
        if number % 200 == 199 {
            call(&mut desk, "rest", json!({}));
        }
        if number % 1000 == 999 {
            eprintln!("  {} of {cases} cases after {:.0} s", number + 1, start.elapsed().as_secs_f64());
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    call(&mut desk, "sign_out", json!({}));
    std::fs::write(store.with_extension("made"), "").expect("target can be written");
    (seconds, source)
}

fn receive(desk: &mut Desk, file: &Path, number: usize) {
    let details =
        json!({ "tumourType": TUMOURS[number % TUMOURS.len()], "age": 40 + number % 45, "sex": "female" });
    let case = call(desk, "intake", json!({ "paths": [file], "details": details }))["case"].take();
    judge_all(desk, case);
}

/// Puts real changes in the place of the made ones.
fn put_in(report: &mut Value, changes: &[Change], first: usize) {
    let variants = report["variants"]["shortVariants"].as_array_mut().expect("short variants");
    for (number, variant) in variants.iter_mut().enumerate() {
        let change = &changes[(first + number) % changes.len()];
        variant["chromosome"] = json!(change.chromosome);
        variant["position"] = json!(change.position);
        variant["referenceAllele"] = json!(change.reference);
        variant["alternateAllele"] = json!(change.alternate);
        variant["transcripts"][0]["geneSymbol"] = json!(change.gene);
        variant["transcripts"][0]["aminoAcidsChange"] = json!(change.protein);
        variant["transcripts"][0]["cdsChange"] = Value::Null;
    }
}

/// Substitutions of the cohort of real files, in its order; none where it is not there.
fn real_changes() -> Option<Vec<Change>> {
    let named = std::env::var_os("ENTAKU_SHARED_DATA").map(PathBuf::from);
    let data = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"));
    let file = data.join("cohort/tcga-msk/panel_cohort.maf.tsv.gz");
    if !file.is_file() {
        return None;
    }
    let mut unpacked = Command::new("gzip").arg("-dc").arg(file).stdout(Stdio::piped()).spawn().ok()?;
    let lines = BufReader::new(unpacked.stdout.take()?).lines();
    let changes: Vec<Change> = lines.skip(1).filter_map(|line| change(&line.ok()?)).collect();
    unpacked.wait().ok()?;
    (!changes.is_empty()).then_some(changes)
}

/// Columns: gene, build, chromosome, start, end, reference, alternate, …, the 11th the protein change.
fn change(line: &str) -> Option<Change> {
    let fields: Vec<&str> = line.split('\t').collect();
    let base = |text: &str| text.len() == 1 && "ACGT".contains(text);
    let (reference, alternate, protein) = (*fields.get(5)?, *fields.get(6)?, *fields.get(10)?);
    let usable = base(reference) && base(alternate) && protein.starts_with("p.");
    usable.then(|| Change {
        gene: fields[0].to_owned(),
        protein: protein.to_owned(),
        chromosome: fields[2].to_owned(),
        position: fields[3].parse().unwrap_or(1),
        reference: reference.to_owned(),
        alternate: alternate.to_owned(),
    })
}
