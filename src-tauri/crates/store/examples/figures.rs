//! Times of the store against what the disk itself takes, in one run.
//!
//! `cargo run --release -p entaku-store --example figures -- FOLDER [CASES]` makes a store of CASES (10 000)
//! cases of 50 decided findings in FOLDER, which must not exist, and prints one line for each figure, times
//! in milliseconds: `name p50 p99`.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]
#![allow(clippy::indexing_slicing, reason = "every index is taken modulo the length of a constant list")]

use entaku_domain::finding::RecallKeys;
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;
use entaku_store::{
    CaseQuery, CaseRow, FindingDecisions, KdfParams, NewRecord, NewStore, PastDecision, ProjectionChange,
    SearchPart, SearchText, SlotOwner, Store, StoreError,
};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const NOW: &str = "2026-11-22T10:00:00+09:00";
const GENES: [&str; 40] = [
    "TP53", "KRAS", "EGFR", "PIK3CA", "APC", "BRAF", "PTEN", "ATM", "BRCA2", "BRCA1", "CDKN2A", "SMAD4",
    "ARID1A", "RB1", "NF1", "KMT2D", "ERBB2", "MET", "ALK", "ROS1", "RET", "NTRK1", "NTRK2", "NTRK3",
    "FGFR1", "FGFR2", "FGFR3", "IDH1", "IDH2", "KIT", "PDGFRA", "MYC", "CCND1", "CDK4", "MDM2", "AKT1",
    "CTNNB1", "GNAS", "STK11", "KEAP1",
];
const TUMOURS: [&str; 6] = ["肺腺癌", "膵癌", "胃癌", "乳癌", "大腸癌", "胆道癌"];

fn main() -> Result<(), StoreError> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "figures-store".to_owned()));
    let cases: u64 = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(10_000);

    let new = NewStore { site_id: "site", device_id: "pc", created_at: NOW, kdf: KdfParams::STANDARD };
    let owner = SlotOwner { member_id: "m1".into(), sign_in: "tanaka".into() };
    let (mut store, _) = Store::create(&folder, &new, owner, "a long password")?;
    let start = Instant::now();
    for number in 0..cases {
        let payload = format!("{{\"findings\":\"{}\"}}", "EGFR p.L858R ".repeat(50)).into_bytes();
        store.append(&stream(number), 0, &[record(number, payload)], &case(number), &[])?;
    }
    store.checkpoint()?;
    println!("fill_cases_per_second {:.0}", cases as f64 / start.elapsed().as_secs_f64());
    store.close()?;
    println!(
        "database_mib {}",
        std::fs::metadata(folder.join("store.db")).map_or(0, |file| file.len() >> 20)
    );

    let start = Instant::now();
    let mut store = Store::open(&folder, "tanaka", "a long password", "pc")?;
    println!("open_with_key_derivation {:.3}", ms(start.elapsed()));
    time("first_page_and_counts", 200, |_| {
        store.cases(&CaseQuery { limit: 50, ..CaseQuery::default() })?;
        store.case_counts().map(drop)
    })?;
    time("page_of_one_status", 200, |_| {
        store.cases(&CaseQuery { limit: 50, statuses: vec!["inReview".into()], after: None }).map(drop)
    })?;
    time("past_decisions_of_gene_200", 200, |n| store.past_decisions(GENES[n % GENES.len()], 200).map(drop))?;
    time("past_decisions_of_gene_in_tumour_50", 200, |n| {
        store.past_decisions_in(GENES[n % GENES.len()], "LUAD", "", 50).map(drop)
    })?;
    let keys = RecallKeys { general: "V600E".into(), protein: "V600E".into(), ..RecallKeys::default() };
    time("past_decisions_exact_100", 200, |n| {
        store.past_decisions_exact(GENES[n % GENES.len()], &keys, 100).map(drop)
    })?;
    time("search_two_characters_50", 50, |n| store.search(TUMOURS[1 + n % 4], 50).map(drop))?;
    time("search_two_terms_50", 50, |_| store.search("膵癌 EGFR", 50).map(drop))?;
    time("next_case_number", 50, |_| store.next_case_number(2026).map(drop))?;

    let mut disk =
        OpenOptions::new().create(true).append(true).open(folder.with_extension("fsync")).map_err(
            |source| StoreError::Io { path: folder.clone(), doing: "write beside the store", source },
        )?;
    let block = [0x5a_u8; 4096];
    // Decision and bare disk in turn, so that both meet the same load.
    let (mut decisions, mut with_text, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..2_000u64 {
        let number = n * 7 % cases;
        let version = store.stream_version(&stream(number))?;
        let event = record(1_000_000 + n, b"{\"verdict\":\"A\",\"rationale\":\"reason\"}".to_vec());
        let change = ProjectionChange {
            case_rows: vec![row(number)],
            past_decisions: vec![decided(number, 0)],
            search_texts: match n % 2 {
                0 => vec![],
                _ => vec![SearchText {
                    case_id: format!("{number:012x}"),
                    part: SearchPart::Panel,
                    text: format!("分子標的薬の適応。第{n}回の検討で承認薬を推奨"),
                }],
            },
            subjects: Vec::new(),
        };
        let start = Instant::now();
        store.append(&stream(number), version, &[event], &change, &[])?;
        if n % 2 == 0 { &mut decisions } else { &mut with_text }.push(start.elapsed());
        let start = Instant::now();
        let written = disk.write_all(&block).and_then(|()| disk.sync_data());
        written.map_err(|source| StoreError::Io {
            path: folder.clone(),
            doing: "flush beside the store",
            source,
        })?;
        bare.push(start.elapsed());
    }
    println!("decision_and_event {}", quantiles(&mut decisions));
    println!("decision_and_event_with_words {}", quantiles(&mut with_text));
    println!("bare_4k_append_fsync {}", quantiles(&mut bare));
    let start = Instant::now();
    store.checkpoint()?;
    println!("checkpoint {:.3}", ms(start.elapsed()));
    let start = Instant::now();
    let found = store.verify()?;
    println!(
        "verify_events_per_second {:.0} ok {}",
        found.events as f64 / start.elapsed().as_secs_f64(),
        found.ok
    );
    remove(&folder)
}

fn remove(folder: &Path) -> Result<(), StoreError> {
    let _ = std::fs::remove_file(folder.with_extension("fsync"));
    std::fs::remove_dir_all(folder).map_err(|source| StoreError::Io {
        path: folder.to_owned(),
        doing: "remove the folder",
        source,
    })
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn quantiles(times: &mut [Duration]) -> String {
    times.sort();
    let at = |part: usize| times.get(times.len() * part / 100).copied().map_or(0.0, ms);
    format!("{:.3} {:.3}", at(50), at(99))
}

fn time(
    name: &str,
    times: usize,
    mut act: impl FnMut(usize) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut taken = Vec::new();
    for n in 0..times {
        let start = Instant::now();
        act(n)?;
        taken.push(start.elapsed());
    }
    println!("{name} {}", quantiles(&mut taken));
    Ok(())
}

fn stream(number: u64) -> String {
    format!("case:0198c5b2-7f00-7000-8000-{number:012x}")
}

fn record(number: u64, payload: Vec<u8>) -> NewRecord {
    NewRecord {
        id: format!("0198c5b2-7f00-7001-8000-{number:012x}"),
        at: NOW.into(),
        actor_member: "m1".into(),
        actor_role: "chair".into(),
        on_behalf: None,
        kind: "case.received".into(),
        schema_version: 1,
        payload,
    }
}

fn tumour(number: u64) -> &'static str {
    TUMOURS[(number % 6) as usize]
}

fn row(number: u64) -> CaseRow {
    CaseRow {
        case_id: format!("{number:012x}"),
        case_no: format!("2026-{number:05}"),
        status: if number.is_multiple_of(3) { "inReview" } else { "finalised" }.into(),
        received_on: format!("2026-{:02}-{:02}", 1 + number % 12, 1 + number % 28),
        recorded_at: NOW.into(),
        panel: "F1CDx".into(),
        tumour_type: tumour(number).into(),
        oncotree: "LUAD".into(),
        sex: "female".into(),
        age: Some(64),
        findings_total: 50,
        findings_judged: 50,
        updated_seq: 0,
        weighed_since: String::new(),
    }
}

fn decided(number: u64, finding: u64) -> FindingDecisions {
    let gene = GENES[((number * 7 + finding * 13) % GENES.len() as u64) as usize];
    let key = if finding.is_multiple_of(10) {
        "V600E".to_owned()
    } else {
        format!("R{}Q", (number * 31 + finding) % 2000)
    };
    let label = |words: &str| Label { ja: words.into(), en: words.into() };
    let grade = Grade {
        scale: "evidence".into(),
        version: "4.0".into(),
        scale_name: label("エビデンスレベル"),
        class: "A".into(),
        class_name: label("A"),
        weight: 2,
        germline: false,
    };
    let (case_id, finding_id) = (format!("{number:012x}"), format!("F{}", finding + 1));
    let past = PastDecision {
        gene: gene.into(),
        keys: RecallKeys { general: key.clone(), protein: key.clone(), ..RecallKeys::default() },
        decided_on: format!("2026-{:02}-{:02}", 1 + number % 12, 1 + number % 28),
        case_id: case_id.clone(),
        finding_id: finding_id.clone(),
        case_no: format!("2026-{number:05}"),
        alteration: format!("{gene} p.{key}"),
        tumour_type: tumour(number).into(),
        oncotree: "LUAD".into(),
        grade: Some(grade),
        actionable: Some(true),
        remark: "分子標的薬の適応".into(),
        follow_up: Vec::new(),
    };
    FindingDecisions { case_id, finding_id, renamed: false, rows: vec![past] }
}

fn case(number: u64) -> ProjectionChange {
    let words: Vec<String> =
        (0..50).map(|f| GENES[((number * 7 + f * 13) % 40) as usize].to_owned()).collect();
    let text = |part, text: String| SearchText { case_id: format!("{number:012x}"), part, text };
    ProjectionChange {
        case_rows: vec![row(number)],
        past_decisions: (0..50).map(|finding| decided(number, finding)).collect(),
        search_texts: vec![
            text(SearchPart::Case, format!("{}の肝転移。既往歴なし。第{number}例", tumour(number))),
            text(SearchPart::Findings, words.join("\n")),
        ],
        subjects: Vec::new(),
    }
}
