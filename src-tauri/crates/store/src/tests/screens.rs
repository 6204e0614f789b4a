//! What screens ask: list, counts, search, past decisions, files.

use super::*;
use entaku_domain::finding::RecallKeys;
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;

/// A small case as projections: number `n` was received `n` minutes after nine.
pub(crate) fn change(case_id: &str, n: u64) -> ProjectionChange {
    ProjectionChange {
        subjects: vec![SubjectText { case_id: case_id.into(), json: "{}".into() }],
        case_rows: vec![case_row(case_id, n)],
        past_decisions: vec![FindingDecisions {
            case_id: case_id.into(),
            finding_id: "F1".into(),
            renamed: false,
            rows: vec![decision(case_id, n, "EGFR", "p.L858R")],
        }],
        search_texts: vec![
            SearchText {
                case_id: case_id.into(),
                part: SearchPart::Case,
                text: "膵癌の肝転移。既往に胃癌".into(),
            },
            SearchText {
                case_id: case_id.into(),
                part: SearchPart::Findings,
                text: format!("EGFR p.L858R 症例{n}番"),
            },
        ],
    }
}

fn case_row(case_id: &str, n: u64) -> CaseRow {
    CaseRow {
        case_id: case_id.into(),
        case_no: format!("2026-{n:04}"),
        status: if n.is_multiple_of(2) { "inReview" } else { "received" }.into(),
        received_on: "2026-11-22".into(),
        recorded_at: format!("2026-11-22T{:02}:{:02}:00+09:00", 9 + n / 60, n % 60),
        panel: "F1CDx".into(),
        tumour_type: "膵癌".into(),
        oncotree: "PAAD".into(),
        sex: "female".into(),
        age: (!n.is_multiple_of(3)).then_some(60),
        findings_total: 5,
        findings_judged: 1,
        updated_seq: 0,
        weighed_since: String::new(),
    }
}

fn protein(change: &str) -> RecallKeys {
    RecallKeys { general: change.into(), protein: change.into(), ..RecallKeys::default() }
}

fn decision(case_id: &str, n: u64, gene: &str, recall_key: &str) -> PastDecision {
    let label = |ja: &str, en: &str| Label { ja: ja.into(), en: en.into() };
    let grade = Grade {
        scale: "evidence".into(),
        version: "4.0".into(),
        scale_name: label("エビデンスレベル", "Evidence level"),
        class: "A".into(),
        class_name: label("A", "A"),
        weight: 2,
        germline: false,
    };
    PastDecision {
        gene: gene.into(),
        keys: protein(recall_key),
        decided_on: format!("2026-10-{:02}", 1 + n % 28),
        case_id: case_id.into(),
        finding_id: "F1".into(),
        case_no: format!("2026-{n:04}"),
        alteration: format!("{gene} {recall_key}"),
        tumour_type: "膵癌".into(),
        oncotree: "PAAD".into(),
        grade: (!n.is_multiple_of(4)).then_some(grade),
        actionable: Some(true),
        remark: "承認薬あり".into(),
        follow_up: Vec::new(),
    }
}

/// The fold that made [`change`]: the case id and its number stand in the stream and the event id.
#[derive(Default)]
pub(crate) struct Again(Option<String>);

impl Refold for Again {
    fn next(&mut self, record: &StoredRecord) -> Result<(), String> {
        self.0.get_or_insert_with(|| record.id.clone());
        Ok(())
    }

    fn end(&mut self, stream: &str) -> Result<ProjectionChange, String> {
        let case = stream.strip_prefix("case/").ok_or("no case")?;
        let first = self.0.take().ok_or("empty")?;
        let number = first.get(24..).ok_or("short id")?;
        Ok(change(case, u64::from_str_radix(number, 16).map_err(|error| error.to_string())?))
    }
}

fn filled(room: &Room, cases: u64) -> Store {
    let (mut store, _) = make(&room.store());
    for n in 1..=cases {
        let case = format!("c{n:03}");
        store.append(&format!("case/{case}"), 0, &[event(n, "x")], &change(&case, n), &[]).unwrap();
    }
    store
}

#[test]
fn the_list_is_paged_from_the_newest_without_gap_or_repeat() {
    let room = Room::new();
    let store = filled(&room, 25);
    for statuses in [vec![], vec!["received".to_owned()], vec!["received".to_owned(), "inReview".to_owned()]]
    {
        let mut query = CaseQuery { statuses: statuses.clone(), after: None, limit: 4 };
        let mut seen = Vec::new();
        loop {
            let page = store.cases(&query).unwrap();
            assert!(page.rows.len() <= 4);
            seen.extend(page.rows.into_iter().map(|row| row.case_no));
            let Some(next) = page.next else { break };
            query.after = Cursor::parse(&next.to_text());
        }
        let expected: Vec<String> = (1..=25u64)
            .rev()
            .filter(|n| statuses.len() != 1 || n % 2 == 1)
            .map(|n| format!("2026-{n:04}"))
            .collect();
        assert_eq!(seen, expected, "{statuses:?}");
    }
    assert_eq!(store.case_counts().unwrap(), [("inReview".to_owned(), 12), ("received".to_owned(), 13)]);
    let row = store.case_row("c007").unwrap().unwrap();
    assert_eq!(row, CaseRow { updated_seq: 7, ..case_row("c007", 7) }, "the row comes back as it was given");
    assert_eq!(store.case_by_number("2026-0007").unwrap(), Some(row));
}

#[test]
fn the_list_is_ordered_by_day_of_receipt_and_then_by_moment() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    for (n, day, at) in [
        (1, "2026-11-22", "2026-11-22T09:00:00+09:00"),
        (2, "2026-11-22", "2026-11-22T01:00:00Z"),
        (3, "2026-11-22", "2026-11-21T23:59:00+00:00"),
        (4, "2026-11-20", "2026-11-23T09:00:00+09:00"),
    ] {
        let mut row = case_row(&format!("c{n}"), n);
        (row.received_on, row.recorded_at) = (day.into(), at.into());
        let change = ProjectionChange { case_rows: vec![row], ..Default::default() };
        store.append(&format!("case/c{n}"), 0, &[event(n, "")], &change, &[]).unwrap();
    }
    let page = store.cases(&CaseQuery { limit: 10, ..Default::default() }).unwrap();
    let order: Vec<_> = page.rows.iter().map(|row| row.case_id.as_str()).collect();
    assert_eq!(order, ["c2", "c1", "c3", "c4"], "an old receipt recorded late stays old");
}

#[test]
fn case_numbers_count_within_their_year_and_are_taken_once() {
    let room = Room::new();
    let mut store = filled(&room, 12);
    assert_eq!(store.next_case_number(2026).unwrap(), "2026-0013");
    assert_eq!(store.next_case_number(2027).unwrap(), "2027-0001");
    let mut row = case_row("other", 99);
    row.case_no = "2026-0012".into();
    let change = ProjectionChange { case_rows: vec![row], ..Default::default() };
    let taken = store.append("case/other", 0, &[event(99, "")], &change, &[]).unwrap_err();
    assert!(matches!(taken, StoreError::CaseNumberTaken(ref number) if number == "2026-0012"), "{taken}");
    assert_eq!(store.stream_version("case/other").unwrap(), 0, "and the event is not kept without its case");
}

#[test]
fn two_character_japanese_words_are_found() {
    let room = Room::new();
    let store = filled(&room, 3);
    let found = |query: &str| store.search(query, 50).unwrap().len();
    for query in [
        "膵癌",
        "胃癌",
        "肝転移",
        "癌",
        "EGFR",
        "egf",
        "ｅｇｆｒ",
        "L858R",
        "p.L858R",
        "膵癌 egfr",
        "症例2番 胃癌",
        "の肝",
    ] {
        let expected = if query.starts_with("症例") { 1 } else { 3 };
        assert_eq!(found(query), expected, "{query}");
    }
    for query in ["肺癌", "癌膵", "GFR", "858", "膵癌 KRAS", "", "。", "*", "\"", "NOT", "膵癌\" OR \"x"]
    {
        assert_eq!(found(query), 0, "{query}");
    }
    let hits = store.search("胃癌", 1).unwrap();
    assert_eq!((hits.len(), hits[0].part), (1, SearchPart::Case));
    assert_eq!(hits[0].case.case_no, "2026-0003", "newest first");
    assert!(hits[0].excerpt.contains("胃癌"));
}

#[test]
fn a_changed_text_is_found_by_its_new_words_only() {
    let room = Room::new();
    let mut store = filled(&room, 1);
    let rewrite = |text: &str| ProjectionChange {
        search_texts: vec![SearchText { case_id: "c001".into(), part: SearchPart::Case, text: text.into() }],
        ..Default::default()
    };
    store.append("case/c001", 1, &[event(50, "")], &rewrite("大腸癌"), &[]).unwrap();
    assert_eq!(store.search("膵癌", 9).unwrap().len(), 0);
    assert_eq!(store.search("大腸", 9).unwrap().len(), 1);
    store.append("case/c001", 2, &[event(51, "")], &rewrite(""), &[]).unwrap();
    assert_eq!(store.search("大腸", 9).unwrap().len(), 0);
    assert_eq!(store.search("EGFR", 9).unwrap().len(), 1, "the other part stays");
}

#[test]
fn past_decisions_are_found_by_gene_and_by_variant() {
    let room = Room::new();
    let mut store = filled(&room, 5);
    let other = ProjectionChange {
        past_decisions: vec![FindingDecisions {
            case_id: "c001".into(),
            finding_id: "F2".into(),
            renamed: false,
            rows: vec![decision("c001", 20, "EGFR", "p.T790M"), decision("c001", 20, "KRAS", "")],
        }],
        ..Default::default()
    };
    store.append("case/c001", 1, &[event(60, "")], &other, &[]).unwrap();
    let dates = |found: Vec<PastDecision>| found.into_iter().map(|row| row.decided_on).collect::<Vec<_>>();
    assert_eq!(dates(store.past_decisions("EGFR", 3).unwrap()), ["2026-10-21", "2026-10-06", "2026-10-05"]);
    assert_eq!(store.past_decisions_exact("EGFR", &protein("p.L858R"), 100).unwrap().len(), 5);
    let mut row = store.past_decisions_exact("EGFR", &protein("p.L858R"), 1).unwrap().remove(0);
    row.case_id = "c005".into();
    assert_eq!(row, decision("c005", 5, "EGFR", "p.L858R"), "the newest comes back as it was given");
    let put_off =
        store.past_decisions("EGFR", 100).unwrap().into_iter().find(|row| row.case_no == "2026-0004");
    assert_eq!(put_off.unwrap().grade, None, "a verdict put off has no class");
    assert_eq!(store.past_decisions("KRAS", 100).unwrap()[0].finding_id, "F2");
    assert_eq!(store.past_decisions_exact("KRAS", &protein(""), 100).unwrap(), [], "nothing equals nothing");
    assert_eq!(store.past_decisions_exact("EGFR", &protein("p.T790M"), 100).unwrap().len(), 1);

    let withdrawn = ProjectionChange {
        past_decisions: vec![FindingDecisions {
            case_id: "c001".into(),
            finding_id: "F2".into(),
            renamed: false,
            rows: vec![],
        }],
        ..Default::default()
    };
    store.append("case/c001", 2, &[event(61, "")], &withdrawn, &[]).unwrap();
    assert_eq!(store.past_decisions("KRAS", 9).unwrap(), [], "a withdrawn decision is no precedent");
}

#[test]
fn received_files_come_back_to_the_byte_and_are_kept_once() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let bytes = "診断 ".repeat(5000).into_bytes();
    let hash = sha256_hex(&bytes);
    for (number, name) in [(0, "a.json"), (1, "b.json")] {
        let file = NewAttachment { name, media_type: "application/json", bytes: &bytes };
        store.append("case/1", number, &[event(number, "x")], &ProjectionChange::default(), &[file]).unwrap();
    }
    let found = store.attachment(&hash).unwrap();
    assert_eq!((found.name.as_str(), found.bytes), ("a.json", bytes));
    let (rows, kept): (i64, i64) = store
        .conn
        .query_row("SELECT count(*), sum(length(bytes)) FROM attachment", [], |r| Ok((r.get(0)?, r.get(1)?)))
        .unwrap();
    assert!(rows == 1 && kept < 5000, "kept once and squeezed: {rows} rows, {kept} bytes");
}

/// How the database means to answer, in its own words.
fn plan(store: &Store, sql: &str) -> String {
    let mut statement = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nulls = vec![rusqlite::types::Null; statement.parameter_count()];
    let lines: rusqlite::Result<Vec<String>> =
        statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get(3)).unwrap().collect();
    lines.unwrap().join("; ")
}

#[test]
fn no_question_of_a_screen_reads_a_whole_table() {
    let room = Room::new();
    let store = filled(&room, 3);
    let gene = "SELECT remark FROM past_decision WHERE gene = ?1 \
                ORDER BY decided_on DESC, case_id DESC, finding_id DESC LIMIT ?2";
    assert!(!plan(&store, gene).contains("TEMP B-TREE"), "the order of the table is the order asked for");
    for (sql, index) in [
        (gene, "PRIMARY KEY (gene=?)"),
        (
            "DELETE FROM past_decision INDEXED BY past_decision_by_alteration WHERE gene = ?1 AND recall_key = ?2 \
             AND case_id = ?3 AND finding_id = ?4 AND decided_on <> ?5",
            "(gene=? AND recall_key=? AND case_id=? AND finding_id=?)",
        ),
        (
            "SELECT * FROM case_row WHERE status = ?1 AND (sort_key, case_id) < (?2, ?3) \
             ORDER BY sort_key DESC, case_id DESC LIMIT ?4",
            "case_row_by_status (status=? AND (sort_key,case_id)<(?,?))",
        ),
        (
            "SELECT * FROM case_row WHERE ?1 IS NULL AND (sort_key, case_id) < (?2, ?3) \
             ORDER BY sort_key DESC, case_id DESC LIMIT ?4",
            "case_row_by_receipt ((sort_key,case_id)<(?,?))",
        ),
        (
            "SELECT key FROM case_row ORDER BY sort_key DESC, case_id DESC",
            "COVERING INDEX case_row_by_receipt",
        ),
    ] {
        let found = plan(&store, sql);
        assert!(found.contains(index) && !found.contains("TEMP B-TREE"), "{sql}\n{found}");
    }
}
