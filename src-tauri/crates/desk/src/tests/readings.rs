//! Which consequence speaks for a finding, and open cases whose files an earlier program read otherwise.

use super::*;
use crate::desk::Desk;
use entaku_domain::case::event::intake::Received;
use entaku_domain::draft::Draft;
use entaku_domain::event::CaseEvent;
use entaku_domain::finding::{Alteration, TranscriptEffect};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::CaseId;
use entaku_domain::patient::Details;
use entaku_domain::text::Text;
use entaku_store::NewAttachment;

const PASSWORD: &str = "entaku-demo-2026";

/// One substitution in KRAS with two transcripts, the less severe of them MANE Select, and one in TP53 with one.
const VCF: &str = "##fileformat=VCFv4.2\n##reference=GRCh38\n\
##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp|MANE_SELECT\">\n\
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n\
12\t25245350\t.\tC\tA\t.\tPASS\tCSQ=A|missense_variant|MODERATE|KRAS|NM_004985.5|NM_004985.5:c.35G>T|NP_004976.2:p.Gly12Val|NM_004985.5,A|stop_gained|HIGH|KRAS|NM_9.1|NM_9.1:c.70G>T|NP_9.1:p.Glu24Ter|\n\
17\t7675088\t.\tC\tT\t.\tPASS\tCSQ=T|missense_variant|MODERATE|TP53|NM_000546.6|NM_000546.6:c.524G>A|NP_000537.3:p.Arg175His|NM_000546.6\n";

fn store() -> (Desk, Folder) {
    let (mut desk, folder) = desk();
    let args =
        json!({ "institution": "円卓大学病院", "member": "座長", "signIn": "chair", "password": PASSWORD });
    done(&mut desk, "create_store", args);
    (desk, folder)
}

fn load(desk: &mut Desk, folder: &Folder) -> Value {
    let file = folder.0.join("tumour.vcf");
    std::fs::write(&file, VCF).unwrap();
    done(desk, "intake", json!({ "paths": [file] }))["case"].take()
}

/// A case as a program from before this one left it: KRAS read as another allele's words, no version of the reading.
fn old_case(desk: &mut Desk) -> Value {
    let options = entaku_intake::Options::default();
    let mut draft = entaku_intake::read("tumour.vcf", VCF.as_bytes(), &options, &mut |_| {
        std::ops::ControlFlow::Continue(())
    })
    .unwrap();
    draft.reading = None;
    let Alteration::ShortVariant(kras) = &mut draft.findings[0].alteration else { panic!("a short variant") };
    let parsed = |text: &str| HgvsText::parse(text).ok();
    kras.transcripts = vec![
        TranscriptEffect { coding: parsed("c.35G>A"), flags: Vec::new(), ..kras.transcripts[0].clone() },
        TranscriptEffect { coding: None, ..kras.transcripts[0].clone() },
    ];
    kras.transcripts[0].protein = None;
    kras.transcripts[1].protein = parsed("p.Gly12Asp");
    begin(desk, draft)
}

fn begin(desk: &mut Desk, draft: Draft) -> Value {
    let id = CaseId::parse(&crate::desk::new_uuid(Fixed.now())).unwrap();
    let what = |number: Text| {
        CaseEvent::from(Received {
            number,
            received_on: Fixed.now().date_naive(),
            details: Box::new(Details::default()),
            draft: Box::new(draft.clone()),
        })
    };
    let file =
        NewAttachment { media_type: "application/octet-stream", name: "tumour.vcf", bytes: VCF.as_bytes() };
    desk.begin_case(&id, 2026, what, &[file]).unwrap();
    done(desk, "open_case", json!({ "caseId": id.as_str() }))
}

fn detail(desk: &mut Desk, case: &Value, finding: &str) -> Value {
    done(desk, "finding_detail", json!({ "caseId": case["caseId"], "findingId": finding }))
}

#[test]
fn a_finding_says_why_its_transcript_speaks_and_that_another_is_hit_harder() {
    let (mut desk, folder) = store();
    let case = load(&mut desk, &folder);
    let kras = &case["findings"][0];
    assert_eq!((&kras["hgvsC"], &kras["hgvsP"]), (&json!("c.35G>T"), &json!("p.Gly12Val")));
    assert_eq!(kras["choice"]["because"]["en"], "MANE Select");
    assert_eq!(kras["choice"]["order"], entaku_domain::finding::CHOICE);
    assert_eq!(kras["moreSevere"][0]["transcript"], "NM_9.1");
    assert_eq!(kras["moreSevere"][0]["impact"], "HIGH");
    assert_eq!(case["findings"][1]["choice"], Value::Null, "one transcript is no choice");
    let shown = done(&mut desk, "open_case", json!({ "caseId": case["caseId"], "verbatim": true }));
    assert_eq!(shown["findings"][0]["consequences"][1]["protein"], "p.Glu24Ter");
    let all = detail(&mut desk, &case, "F1")["transcripts"].take();
    assert_eq!(all[0]["flags"][0]["en"], "MANE Select");
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(case["readAnew"], Value::Null, "what was read just now is not read anew");
}

#[test]
fn a_person_lets_another_transcript_speak_and_all_words_follow_it() {
    let (mut desk, folder) = store();
    let case = load(&mut desk, &folder);
    let args = |transcript: &str, version: &Value, reason: &str| json!({ "caseId": case["caseId"], "findingId": "F1", "transcript": transcript, "expectedVersion": version, "reason": reason });
    let wrong = refused(&mut desk, "choose_consequence", args("NM_77.7", &case["version"], "x"));
    assert_eq!(wrong, "not-found");
    assert_eq!(
        refused(&mut desk, "choose_consequence", args("NM_004985.5", &case["version"], "x")),
        "refused",
        "it speaks already"
    );
    refused(&mut desk, "choose_consequence", args("NM_9.1", &case["version"], " "));
    let case =
        done(&mut desk, "choose_consequence", args("NM_9.1", &case["version"], "当施設の検証済み転写産物"));
    let kras = &case["findings"][0];
    assert_eq!((&kras["hgvsC"], &kras["hgvsP"]), (&json!("c.70G>T"), &json!("p.Glu24Ter")));
    assert_eq!((&kras["transcript"], &kras["effects"][0]), (&json!("NM_9.1"), &json!("stop_gained")));
    assert_eq!(kras["choice"]["by"]["by"], "座長");
    assert_eq!(kras["choice"]["by"]["reason"], "当施設の検証済み転写産物");
    assert_eq!(kras["moreSevere"], json!([]));
    assert_eq!(
        detail(&mut desk, &case, "F1")["transcripts"][1]["transcript"],
        "NM_004985.5",
        "the other stays in sight"
    );
    // The choice goes on beside a list that was made since, and raises no question.
    let list = json!({ "lines": "KRAS NM_004985", "reason": "検証済み" });
    done(&mut desk, "record_preferred_transcripts", list);
    assert_eq!(done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }))["readAnew"], Value::Null);
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    assert!(history.to_string().contains("NM_9.1"), "{history}");
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn the_sites_list_is_first_in_the_order_for_what_is_loaded_from_then_on() {
    let (mut desk, folder) = store();
    let refused_line = json!({ "lines": "KRAS NM_9.1\nno transcript here", "reason": "x" });
    assert_eq!(refused(&mut desk, "record_preferred_transcripts", refused_line), "invalid");
    let list = json!({ "lines": "# 当施設\nKRAS\tNM_9", "reason": "検証済み" });
    let lists = done(&mut desk, "record_preferred_transcripts", list.clone());
    assert_eq!(lists["lists"][0]["transcripts"], json!([{ "gene": "KRAS", "transcript": "NM_9" }]));
    assert_eq!(lists["lists"][0]["entry"]["reason"], "検証済み");
    refused(&mut desk, "record_preferred_transcripts", list);
    let case = load(&mut desk, &folder);
    assert_eq!(case["findings"][0]["hgvsP"], "p.Glu24Ter");
    assert!(case["findings"][0]["choice"]["because"]["ja"].as_str().unwrap().contains("施設"));
    assert_eq!(case["readAnew"], Value::Null);
    // Without the list, the finding would read otherwise: the case says so, and nothing changes by itself.
    done(&mut desk, "record_preferred_transcripts", json!({ "lines": "", "reason": "取りやめ" }));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(case["findings"][0]["hgvsP"], "p.Glu24Ter");
    assert_eq!(case["readAnew"]["findings"][0]["now"]["hgvsP"], "p.Gly12Val");
}

#[test]
fn an_open_case_says_which_finding_reads_otherwise_now_and_a_person_decides() {
    let (mut desk, _folder) = store();
    let case = old_case(&mut desk);
    let found = &case["readAnew"]["findings"];
    assert_eq!(found.as_array().unwrap().len(), 1, "TP53 reads as before");
    assert_eq!(found[0]["findingId"], "F1");
    assert_eq!(
        (&found[0]["was"]["hgvsC"], &found[0]["was"]["hgvsP"]),
        (&json!("c.35G>A"), &json!("p.Gly12Asp")),
        "as it was shown then: field by field"
    );
    assert_eq!(found[0]["now"]["hgvsP"], "p.Gly12Val");
    assert_eq!(found[0]["canBeTaken"], true);
    let gap = case["gaps"].as_array().unwrap().iter().find(|gap| gap["code"] == "readsOtherwise").unwrap();
    assert_eq!(gap["findings"], json!(["F1"]));
    let args = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"], "take": true,
        "reason": "分割前の別アレルの注釈だった",
    });
    let case = done(&mut desk, "decide_readings", args.clone());
    assert_eq!(case["findings"][0]["hgvsP"], "p.Gly12Val");
    assert_eq!(case["readAnew"], Value::Null);
    assert!(!case["gaps"].to_string().contains("readsOtherwise"));
    let again = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"], "take": false, "reason": "x",
    });
    assert_eq!(refused(&mut desk, "decide_readings", again), "invalid", "decided");
    let past = done(&mut desk, "past_decisions", json!({ "gene": "KRAS" }));
    assert_eq!(past, json!([]));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn verdicts_are_remembered_under_the_names_that_a_finding_has_now() {
    let (mut desk, folder) = store();
    let case = load(&mut desk, &folder);
    let case = done(
        &mut desk,
        "judge_finding",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"],
            "scale": "oncogenicity-2022", "class": "oncogenic",
        }),
    );
    let past = |desk: &mut Desk, change: &str| {
        let found = done(desk, "past_decisions", json!({ "gene": "KRAS", "change": change }));
        found.as_array().unwrap().len()
    };
    assert_eq!((past(&mut desk, "G12V"), past(&mut desk, "c.35G>T"), past(&mut desk, "E24*")), (1, 1, 0));
    let args = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingId": "F1", "transcript": "NM_9.1",
        "reason": "検証済み",
    });
    done(&mut desk, "choose_consequence", args);
    assert_eq!((past(&mut desk, "G12V"), past(&mut desk, "c.35G>T"), past(&mut desk, "E24*")), (0, 0, 1));
    let deep = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(deep["ok"], true, "{deep}");
}

#[test]
fn a_reading_that_is_kept_is_asked_about_once() {
    let (mut desk, _folder) = store();
    let case = old_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let nothing = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "nothing", "text": "標準治療を継続",
    });
    let case = done(&mut desk, "add_recommendation", nothing);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let problem = dispatch(&mut desk, "finalise_report", args.clone()).unwrap_err();
    assert!(problem.message.contains("F1"), "{problem:?}");
    let keep = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"], "take": false,
        "reason": "検査会社に確認済み",
    });
    let case = done(&mut desk, "decide_readings", keep);
    assert_eq!(case["readAnew"], Value::Null);
    assert_eq!(case["findings"][0]["hgvsC"], "c.35G>A", "one consequence alone, as it was read");
    assert_eq!(case["findings"][0]["hgvsP"], Value::Null, "and nothing of another");
    let case = sign_all(&mut desk, &case);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    done(&mut desk, "finalise_report", args);
    // In another session too.
    done(&mut desk, "sign_out", json!({}));
    done(&mut desk, "open_store", json!({ "signIn": "chair", "password": PASSWORD }));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(case["readAnew"], Value::Null);
}

#[test]
fn a_guessed_tumour_sample_is_confirmed_by_a_person_before_the_report_is_final() {
    let (mut desk, folder) = store();
    let file = folder.0.join("pair.vcf");
    let text = "##fileformat=VCFv4.2\n##reference=GRCh38\n##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"d\">\n\
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tP001-N1-DNA\tP001-T1-DNA\n\
        12\t25245350\t.\tC\tA\t.\tPASS\t.\tAD\t50,0\t60,40\n";
    std::fs::write(&file, text).unwrap();
    let case = done(&mut desk, "intake", json!({ "paths": [file] }))["case"].take();
    assert_eq!(case["sources"][0]["guessedSample"], "P001-T1-DNA");
    assert_eq!(case["findings"][0]["alternateDepth"], 40);
    assert!(case["gaps"].to_string().contains("sampleGuessed"), "{}", case["gaps"]);
    let args = |sample: &str| json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "sample": sample });
    assert_eq!(refused(&mut desk, "confirm_sample", args("P001-N1-DNA")), "refused");
    let confirmed = done(&mut desk, "confirm_sample", args("P001-T1-DNA"));
    assert_eq!(confirmed["sources"][0]["guessedSample"], Value::Null);
    assert!(!confirmed["gaps"].to_string().contains("sampleGuessed"));
}
