//! Whole cases: the domain's events in, cases and projections out.
mod begin;
mod documents;
mod search;
mod subjects;
use super::*;
use entaku_domain::case::Case;
use entaku_domain::case::event::intake::SourceMatch;
use entaku_domain::case::event::intake::{DetailsRecorded, Received, SourceAdded};
use entaku_domain::case::event::opinion::{OpinionGiven, OpinionsOpened};
use entaku_domain::case::event::treatment::Recommended;
use entaku_domain::case::event::verdict::FindingJudged;
use entaku_domain::decision::{Call, Verdict};
use entaku_domain::draft::{Draft, Hide, PanelTest, ReceivedFile};
use entaku_domain::event::{AccessEvent, CaseEvent, Event, EventBody, StoreEvent};
use entaku_domain::finding::{
    Alteration, Biomarker, DraftFinding, MatchBasis, Origin, Rearrangement, ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Assembly, GenomeBuild};
use entaku_domain::grade::Grade;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::{CaseId, EventId, FindingId, MemberId, RecommendationId, Sha256Hex};
use entaku_domain::label::Label;
use entaku_domain::measure::Vaf;
use entaku_domain::member::{Actor, Role};
use entaku_domain::recommendation::{AccessRoute, Advice, Recommendation};
use entaku_domain::text::Text;
use entaku_domain::{note::Ledger, opinion::Opinion, patient::Details};

const FILE: &[u8] = b"{\"synthetic\":true}";

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn id(number: u64) -> String {
    format!("0198c5b2-7f00-7000-8000-{number:012x}")
}

fn case_id(number: u64) -> CaseId {
    CaseId::parse(&id(number)).unwrap()
}

fn finding(item: &str, alteration: Alteration, reported: Option<bool>) -> DraftFinding {
    DraftFinding {
        item: item.into(),
        alteration,
        origin: Origin::Somatic,
        sample: None,
        nucleic_acid: None,
        reported,
        laboratory_verdict: None,
        ccat_verdict: None,
        verbatim: vec![],
    }
}

fn short_variant(gene: &str, protein: &str) -> Alteration {
    Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        // Not exactly representable in few digits: must come back to the last bit.
        vaf: Some(Vaf::new(0.1 + 0.2).unwrap()),
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![TranscriptEffect {
            gene: Some(GeneSymbol::parse(gene).unwrap()),
            protein: Some(HgvsText::parse(protein).unwrap()),
            ..TranscriptEffect::default()
        }],
    })
}

fn fusion(five: &str, three: &str) -> Alteration {
    let (five, three) = (GeneSymbol::parse(five).unwrap(), GeneSymbol::parse(three).unwrap());
    Alteration::Rearrangement(Rearrangement {
        alteration: "gene fusion".into(),
        names: vec![format!("{five}-{three}")],
        breakends: (None, None),
        gene_pairs: vec![(five, three)],
        vaf: None,
        supporting_reads: None,
        total_reads: None,
    })
}

fn draft() -> Draft {
    let tmb =
        Biomarker { marker: "TMB".into(), metrics: vec![], state: Some("high".into()), descriptions: vec![] };
    let findings = vec![
        finding("1", short_variant("EGFR", "p.Leu858Arg"), Some(true)),
        finding("2", fusion("EML4", "ALK"), Some(true)),
        finding("3", Alteration::Biomarker(tmb), Some(true)),
        finding("4", short_variant("TP53", "p.Arg175His"), Some(false)),
        DraftFinding {
            origin: Origin::Germline,
            ..finding("5", short_variant("BRCA2", "p.Lys3326Ter"), Some(true))
        },
    ];
    Draft {
        file: ReceivedFile {
            name: "report.json".into(),
            bytes: FILE.len() as u64,
            sha256: Sha256Hex::parse(&sha256_hex(FILE)).unwrap(),
            format: "CATS".into(),
            format_version: Some("1.3.0".into()),
        },
        assembly: Assembly::unknown(),
        reference: None,
        test: PanelTest { panel_name: Some("合成パネル".into()), ..PanelTest::default() },
        tumour_sample: None,
        hide: Hide::default(),
        comments: vec![],
        proposed: None,
        must_choose_sample: false,
        reading: None,
        statements: Vec::new(),
        findings,
        set_aside: vec![],
        notes: vec![],
        ledger: Ledger::default(),
    }
}

fn details() -> Details {
    let mut details = Details::default();
    details.patient.name = Some(text("円卓 花子"));
    details.patient.birth_date = Some("1961-11-23".parse().unwrap());
    details.clinical.tumour_type = Some(text("肺腺癌"));
    details.clinical.oncotree = Some(text("LUAD"));
    details
}

fn received(number: &str, day: &str) -> CaseEvent {
    CaseEvent::from(Received {
        number: text(number),
        received_on: day.parse().unwrap(),
        details: Box::new(details()),
        draft: Box::new(draft()),
    })
}

fn actor() -> Actor {
    Actor {
        member: MemberId::parse(&id(0xaaaa)).unwrap(),
        name: text("田中 一郎"),
        role: Role::Chair,
        on_behalf_of: None,
    }
}

fn classified(class: &str) -> Verdict {
    let label = |words: &str| Label { ja: words.into(), en: words.into() };
    let grade = Grade {
        scale: "evidence".into(),
        version: "4.0".into(),
        scale_name: label("エビデンスレベル"),
        class: class.into(),
        class_name: label(class),
        weight: 2,
        germline: false,
    };
    Verdict {
        evidence: Vec::new(),
        call: Call::Classified { grade },
        actionable: Some(true),
        rationale: Some(text("分子標的薬の適応")),
        references: vec![],
        basis: None,
        dissent: vec![],
    }
}

fn judged(number: u32, verdict: Verdict) -> CaseEvent {
    CaseEvent::from(FindingJudged { finding: FindingId::new(number).unwrap(), verdict: Box::new(verdict) })
}

/// One act at the desk: read the case, append one event.
fn act(store: &mut Store, case: &CaseId, number: u64, what: CaseEvent) -> Result<Appended, StoreError> {
    let file = NewAttachment { name: "report.json", media_type: "application/json", bytes: FILE };
    act_with(store, case, number, what, &[file])
}

fn act_with(
    store: &mut Store,
    case: &CaseId,
    number: u64,
    what: CaseEvent,
    files: &[NewAttachment<'_>],
) -> Result<Appended, StoreError> {
    let before = store.load_case(case).unwrap();
    let mut after = before.clone().unwrap_or_else(|| Case::new(case.clone()));
    let event = Event {
        id: EventId::parse(&id(number)).unwrap(),
        version: after.version + 1,
        at: format!("2026-11-22T10:{:02}:00+09:00", number % 60).parse().unwrap(),
        actor: actor(),
        body: EventBody::Case { case: case.clone(), what },
    };
    after.apply(&event);
    store.append_events(&[event], Some(CaseChange { before: before.as_ref(), after: &after }), files)
}

/// A case on which everything was done that leaves a trace in a projection.
fn worked_case(store: &mut Store, case: &CaseId, from: u64, number: &str) {
    let opinion = Opinion {
        grade: None,
        actionable: None,
        germline_concern: false,
        suggested: Vec::new(),
        comment: Some(text("脳転移を考慮")),
    };
    let deferred = Verdict {
        evidence: Vec::new(),
        call: Call::Deferred { reason: text("追加検査の結果待ち") },
        actionable: None,
        rationale: None,
        references: vec![],
        basis: None,
        dissent: vec![],
    };
    let recommendation = Recommendation::new(
        RecommendationId::parse(&id(0xbbbb)).unwrap(),
        vec![FindingId::new(1).unwrap()],
        Advice::Treatment {
            drugs: vec![text("オシメルチニブ")],
            route: AccessRoute::Insurance,
            evidence: None,
            trial: None,
        },
    );
    let acts = [
        received(number, "2026-11-20"),
        CaseEvent::from(OpinionGiven { finding: FindingId::new(1).unwrap(), opinion }),
        judged(1, classified("A")),
        judged(2, deferred),
        CaseEvent::from(Recommended { recommendation: Box::new(recommendation) }),
        judged(3, classified("B")),
        judged(2, classified("C")),
    ];
    for (at, what) in (from..).zip(acts) {
        act(store, case, at, what).unwrap();
    }
}

#[test]
fn a_case_comes_back_as_it_was_left() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let case = case_id(1);
    worked_case(&mut store, &case, 1, "2026-0001");
    store.close().unwrap();
    let store = open(&room.store()).unwrap();
    let found = store.load_case(&case).unwrap().unwrap();
    assert_eq!((found.version, found.decisions.len(), found.findings.len()), (7, 3, 5));
    assert_eq!(found.findings[0].read, draft().findings[0], "numbers come back to the last bit");
    let earlier = store.load_case_at(&case, 3).unwrap().unwrap();
    assert_eq!((earlier.version, earlier.decisions.len()), (3, 1), "the case as it stood then");
    assert_eq!(store.load_case(&case_id(9)).unwrap(), None);
    assert_eq!(store.attachment(&sha256_hex(FILE)).unwrap().bytes, FILE, "the file received stays with it");

    let row = store.case_by_number("2026-0001").unwrap().unwrap();
    let expected = CaseRow {
        case_id: case.to_string(),
        case_no: "2026-0001".into(),
        status: "inReview".into(),
        received_on: "2026-11-20".into(),
        recorded_at: "2026-11-22T10:01:00+09:00".into(),
        panel: "合成パネル".into(),
        tumour_type: "肺腺癌".into(),
        oncotree: "LUAD".into(),
        sex: "unknown".into(),
        age: Some(64),
        // The fourth the laboratory leaves out of its report, so it needs no verdict.
        findings_total: 4,
        findings_judged: 3,
        updated_seq: 7,
        // The fusion's verdict is the last that is lacking: nobody has weighed all since the receipt.
        weighed_since: "2026-11-22T01:01:00.000Z".into(),
    };
    assert_eq!(row, expected);
}

#[test]
fn precedents_are_found_by_either_partner_and_follow_the_latest_verdict() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    let egfr = store.past_decisions("EGFR", 9).unwrap();
    assert_eq!(egfr.len(), 1);
    assert_eq!(egfr[0].alteration, "EGFR p.Leu858Arg");
    assert_eq!(egfr[0].remark, "分子標的薬の適応");
    let keys = short_variant("EGFR", "p.L858R").recall_keys(&GenomeBuild::Grch37);
    assert_eq!(store.past_decisions_exact("EGFR", &keys, 9).unwrap(), egfr, "however the change is written");
    for partner in ["EML4", "ALK"] {
        let found = store.past_decisions(partner, 9).unwrap();
        let class = found[0].grade.as_ref().map(|grade| grade.class.as_str());
        assert_eq!(
            (found.len(), class),
            (1, Some("C")),
            "{partner}: the later verdict took the place of the deferral"
        );
    }
    assert_eq!(store.past_decisions("TMB", 9).unwrap().len(), 1, "a marker is found by its name");
    assert_eq!(store.past_decisions("TP53", 9).unwrap(), [], "nobody judged it");

    let mut corrected = details();
    corrected.clinical.tumour_type = Some(text("膵癌"));
    act(&mut store, &case_id(1), 50, CaseEvent::from(DetailsRecorded { details: Box::new(corrected) }))
        .unwrap();
    assert_eq!(
        store.past_decisions("EGFR", 9).unwrap()[0].tumour_type,
        "膵癌",
        "a corrected tumour type reaches them"
    );
}

#[test]
fn a_case_is_found_by_what_people_remember_of_it() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    for (query, part) in [
        ("2026-0001", Some(SearchPart::Case)),
        ("肺腺", Some(SearchPart::Case)),
        ("花子", Some(SearchPart::Patient)),
        ("EML4", Some(SearchPart::Findings)),
        ("L858R", Some(SearchPart::Findings)),
        ("858", None),
        ("Leu858Arg", Some(SearchPart::Findings)),
        ("オシメルチニブ", Some(SearchPart::Recommendations)),
        ("脳転移", None),
        ("分子標的", Some(SearchPart::Panel)),
    ] {
        let hits = store.search(query, 9).unwrap();
        let found = hits.first().map(|hit| hit.part);
        assert_eq!(found, part, "{query}: {hits:?}");
    }
    let both = store.search("L858R オシメルチニブ", 9).unwrap();
    assert_eq!(
        both.first().map(|hit| hit.parts.clone()),
        Some(vec![SearchPart::Findings, SearchPart::Recommendations]),
        "each word says where it stands"
    );
    act(&mut store, &case_id(1), 50, CaseEvent::from(OpinionsOpened { finding: None })).unwrap();
    let opened = store.search("脳転移 egfr", 9).unwrap();
    assert_eq!(
        opened.first().map(|hit| hit.part),
        Some(SearchPart::Panel),
        "words of an opinion once it is open"
    );
    assert_eq!(store.search("追加検査", 9).unwrap(), [], "a reason that no longer stands is not found");
    assert_eq!(store.search("TP53", 9).unwrap(), [], "a finding outside the report is not found");
}

#[test]
fn projections_written_act_by_act_equal_those_of_the_whole_fold() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    worked_case(&mut store, &case_id(2), 100, "2026-0002");
    let created =
        StoreEvent::InstitutionRecorded {
            institution: text("円卓病院"), contact: None, target_days: None
        };
    for (number, body) in [
        (200, EventBody::Store { what: created }),
        (201, EventBody::Access { what: AccessEvent::CaseOpened { case: case_id(1) } }),
    ] {
        let (event_id, at) = (EventId::parse(&id(number)).unwrap(), NOW.parse().unwrap());
        let event = Event { id: event_id, version: 1, at, actor: actor(), body };
        store.append_events(std::slice::from_ref(&event), None, &[]).unwrap();
        assert_eq!(store.load_events(&event.body.stream()).unwrap(), [event]);
    }
    let found = store.verify_deep().unwrap();
    assert!(found.ok && found.events == 16, "{found:?}");
    store.conn.execute_batch("UPDATE past_decision SET remark = 'x' WHERE gene = 'ALK'").unwrap();
    assert_eq!(store.verify_deep().unwrap().faults.len(), 2, "one for each case");
}

#[test]
fn a_verdict_on_a_scale_of_heredity_leaves_the_lists_in_order() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let case = case_id(1);
    act(&mut store, &case, 1, received("2026-0001", "2026-11-20")).unwrap();
    let mut verdict = classified("病的");
    if let Call::Classified { grade } = &mut verdict.call {
        grade.germline = true;
    }
    act(&mut store, &case, 2, judged(1, verdict)).unwrap();
    let found = store.verify_deep().unwrap();
    assert!(found.ok, "{found:?}");
}

#[test]
fn a_forged_projection_key_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    store.conn.execute_batch("UPDATE case_row SET sort_key = '1999-01-01/'").unwrap();
    assert!(!store.verify_deep().unwrap().ok, "a case pushed to the end of the list is hidden");
}

#[test]
fn events_out_of_turn_are_refused() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let case = case_id(1);
    act(&mut store, &case, 1, received("2026-0001", "2026-11-20")).unwrap();
    let seen = store.load_case(&case).unwrap().unwrap();
    act(&mut store, &case, 2, judged(1, classified("A"))).unwrap();

    let event = |version, what| Event {
        id: EventId::parse(&id(77)).unwrap(),
        version,
        at: NOW.parse().unwrap(),
        actor: actor(),
        body: EventBody::Case { case: case.clone(), what },
    };
    let late = event(2, judged(1, classified("D")));
    let mut after = seen.clone();
    after.apply(&late);
    let change = CaseChange { before: Some(&seen), after: &after };
    let refused = store.append_events(std::slice::from_ref(&late), Some(change), &[]).unwrap_err();
    assert!(matches!(refused, StoreError::Stale { expected: 1, actual: 2, .. }), "{refused}");
    let class = store.past_decisions("EGFR", 9).unwrap()[0].grade.as_ref().unwrap().class.clone();
    assert_eq!(class, "A", "the refused verdict left no trace");

    assert!(store.append_events(&[], None, &[]).is_err());
    assert!(
        store.append_events(std::slice::from_ref(&late), None, &[]).is_err(),
        "a case event without its case"
    );
    let gap = [event(3, judged(1, classified("A"))), event(5, judged(1, classified("A")))];
    assert!(store.append_events(&gap, Some(change), &[]).is_err());
    assert!(store.verify_deep().unwrap().ok);
}

#[test]
fn an_event_of_a_later_program_is_refused_by_name() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let later = NewRecord { schema_version: 99, ..event(1, "x") };
    let stream = format!("case:{}", case_id(1));
    store.append(&stream, 0, &[later], &ProjectionChange::default(), &[]).unwrap();
    let refused = store.load_case(&case_id(1)).unwrap_err();
    assert!(matches!(refused, StoreError::NewerEvent { seq: 1, found: 99, .. }), "{refused}");
}

#[test]
fn a_record_that_contradicts_its_columns_is_damage() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    act(&mut store, &case_id(1), 1, received("2026-0001", "2026-11-20")).unwrap();
    let mut record = store.load_stream(&format!("case:{}", case_id(1))).unwrap().remove(0);
    assert!(event_of(&record).is_ok());
    record.actor_member = id(0xdead);
    assert!(event_of(&record).is_err(), "who acted stands in two places and must be the same");
}
