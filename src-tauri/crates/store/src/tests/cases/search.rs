//! Finding cases by what their files say, and the lists made anew.

use super::*;

#[test]
fn a_finding_is_found_by_the_name_that_a_further_source_gives_it() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    assert_eq!(store.search("ERBB1", 9).unwrap(), [], "no source names it so far");
    let mut further = draft();
    further.file.sha256 = Sha256Hex::parse(&sha256_hex(b"another file")).unwrap();
    further.findings = vec![
        finding("1", short_variant("ERBB1", "p.L858R"), Some(true)),
        DraftFinding {
            origin: Origin::Germline,
            ..finding("2", short_variant("FANCD1", "p.K3326*"), Some(true))
        },
    ];
    let matched = |index, number| SourceMatch {
        index,
        finding: FindingId::new(number).unwrap(),
        basis: MatchBasis::Position,
    };
    let matches = vec![matched(0, 1), matched(1, 5)];
    act(&mut store, &case_id(1), 50, CaseEvent::from(SourceAdded { draft: Box::new(further), matches }))
        .unwrap();
    for (query, part) in [
        ("ERBB1", SearchPart::Findings),
        ("EGFR", SearchPart::Findings),
        ("FANCD1", SearchPart::Germline),
        ("BRCA2", SearchPart::Germline),
    ] {
        let parts: Vec<SearchPart> = store.search(query, 9).unwrap().iter().map(|hit| hit.part).collect();
        assert_eq!(parts, [part], "{query}");
    }
    let deep = store.verify_deep().unwrap();
    assert!(deep.ok, "written with the act as computed anew: {:?}", deep.faults);
}

#[test]
fn germline_findings_are_searched_apart() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    assert_eq!(store.search("BRCA2", 9).unwrap()[0].part, SearchPart::Germline);
    let others: Vec<SearchPart> =
        SearchPart::ALL.into_iter().filter(|part| *part != SearchPart::Germline).collect();
    for query in ["BRCA2", "EGFR BRCA2"] {
        assert_eq!(
            store.search_in(&others, query, 9).unwrap(),
            [],
            "{query} must not tell what is inherited"
        );
    }
    assert_eq!(store.search_in(&others, "EGFR", 9).unwrap().len(), 1);
}

#[test]
fn lists_of_an_earlier_way_of_computing_are_made_anew_when_the_store_is_opened() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    let row = store.case_by_number("2026-0001").unwrap();
    let past = store.past_decisions("EGFR", 9).unwrap();
    store
        .conn
        .execute_batch(
            "UPDATE past_decision SET recall_key = 'as an earlier program wrote it'; DELETE FROM search_text;
             UPDATE store_meta SET projections = 1;",
        )
        .unwrap();
    assert!(!store.verify_deep().unwrap().ok, "what an earlier program computed differs");
    store.close().unwrap();
    let store = open(&room.store()).unwrap();
    assert_eq!(store.case_by_number("2026-0001").unwrap(), row);
    assert_eq!(store.past_decisions("EGFR", 9).unwrap(), past);
    let deep = store.verify_deep().unwrap();
    assert!(deep.ok, "{:?}", deep.faults);
    assert_eq!(store.search("肺腺", 9).unwrap().len(), 1, "the words are found again");
}
