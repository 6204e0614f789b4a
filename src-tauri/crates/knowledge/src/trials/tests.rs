//! Files of trials, imported.

use super::*;
use crate::store::record::{ImportOptions, ImportOutcome, Imported};
use entaku_domain::trial::criterion::{Ask, Comparison, Leaf, Operator, Subject};

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn store(name: &str) -> (Folder, KnowledgeStore) {
    let path = std::env::temp_dir().join(format!("entaku-trials-{}-{name}", std::process::id()));
    let store = KnowledgeStore::open(&path).unwrap();
    (Folder(path), store)
}

fn import(store: &mut KnowledgeStore, name: &str, text: &str) -> Result<Imported, KnowledgeStoreError> {
    let options = ImportOptions {
        at: "2026-11-30T10:00:00+09:00".to_owned(),
        by: "test".to_owned(),
        ..Default::default()
    };
    store.import_bytes(name, text.as_bytes(), &options, &mut |_| true)
}

fn study(id: &str, status: &str, updated: &str) -> String {
    format!(
        r#"{{"protocolSection": {{
            "identificationModule": {{"nctId": "{id}", "briefTitle": "A study", "orgStudyIdInfo": {{"id": "ORG-1"}}}},
            "statusModule": {{"overallStatus": "{status}", "lastUpdatePostDateStruct": {{"date": "{updated}"}}}},
            "conditionsModule": {{"conditions": ["Melanoma"]}},
            "designModule": {{"phases": ["PHASE1"]}},
            "eligibilityModule": {{"minimumAge": "18 Years", "maximumAge": "75 Years", "sex": "FEMALE",
                "eligibilityCriteria": "Inclusion Criteria:\n\n* One\n   * deeper\n* Two\n\nExclusion Criteria:\n\n1. Three"}},
            "contactsLocationsModule": {{"overallOfficials": [{{"name": "A Person"}}],
                "locations": [{{"facility": "A hospital", "city": "Tokyo", "country": "Japan", "status": "RECRUITING"}}]}}
        }}}}"#
    )
}

fn leaves(criterion: &Criterion) -> Vec<&Leaf> {
    match criterion {
        Criterion::Leaf(leaf) => vec![leaf],
        Criterion::Not(one) => leaves(one),
        Criterion::All(of)
        | Criterion::Any(of)
        | Criterion::AnyOrAll(of)
        | Criterion::Unclear(of)
        | Criterion::AtLeast { of, .. } => of.iter().flat_map(leaves).collect(),
    }
}

#[test]
fn a_study_a_list_and_the_answer_to_a_search_hold_the_same_studies() {
    let one = study("NCT00000001", "RECRUITING", "2026-08-01");
    for (name, text) in [
        ("study.json", one.clone()),
        ("list.json", format!("[{one}]")),
        ("search.json", format!(r#"{{"totalCount": 1, "studies": [{one}], "nextPageToken": "x"}}"#)),
    ] {
        let (_folder, mut store) = store(name);
        let imported = import(&mut store, name, &text).unwrap();
        assert_eq!(imported.import.kind, KnowledgeKind::TrialsClinicalTrialsGov, "{name}");
        assert_eq!((imported.import.ledger.read, imported.import.ledger.kept), (1, 1), "{name}");
        assert_eq!(imported.import.version, "2026-08-01");
        let trials = store.trials().unwrap();
        let trial = &trials[0].trial;
        assert_eq!((trial.id.as_str(), trial.recruitment), ("NCT00000001", Recruitment::Recruiting));
        assert_eq!(trial.other_ids, ["ORG-1"]);
        assert_eq!(trial.contacts, ["A Person"]);
        assert_eq!(trial.sites[0].country.as_deref(), Some("Japan"));
        let leaves = leaves(&trial.criterion);
        let at_least = Ask::Age(Comparison { operator: Operator::AtLeast, value: 18.0 });
        assert!(leaves.iter().any(|leaf| leaf.ask == at_least), "{leaves:?}");
        let read = |subject| {
            let of = leaves.iter().filter(|leaf| leaf.ask == Ask::Person(subject));
            of.map(|leaf| leaf.written.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(read(Subject::Inclusion), ["* One * deeper", "* Two"]);
        assert_eq!(read(Subject::Exclusion), ["1. Three"]);
    }
}

#[test]
fn of_one_trial_the_newest_version_answers_and_the_others_stay() {
    let (_folder, mut store) = store("versions");
    let old = study("NCT00000001", "RECRUITING", "2026-01-01");
    let new = study("NCT00000001", "COMPLETED", "2026-09-01");
    let other = study("NCT00000002", "RECRUITING", "2025-01-01");
    import(&mut store, "new.json", &new).unwrap();
    import(&mut store, "old.json", &old).unwrap();
    import(&mut store, "other.json", &other).unwrap();
    let known = store.trials().unwrap();
    let told: Vec<_> = known.iter().map(|known| (known.trial.id.as_str(), known.trial.recruitment)).collect();
    assert_eq!(told, [("NCT00000001", Recruitment::Complete), ("NCT00000002", Recruitment::Recruiting)]);
    assert_eq!(store.imports().unwrap().len(), 3);
    assert_eq!(store.answering().unwrap().len(), 3, "no import of trials takes another's place");
    assert_eq!(import(&mut store, "again.json", &old).unwrap().outcome, ImportOutcome::Already);
    store.remove("K1").unwrap();
    assert_eq!(
        store.trials().unwrap()[0].trial.recruitment,
        Recruitment::Recruiting,
        "the older one answers again"
    );
}

#[test]
fn what_a_registry_publishes_does_not_take_the_place_of_what_a_site_coded() {
    let (_folder, mut store) = store("coded");
    import(&mut store, "coded.yaml", CTML).unwrap();
    import(&mut store, "published.json", &study("NCT01234567", "RECRUITING", "2027-01-01")).unwrap();
    let told: Vec<_> =
        store.trials().unwrap().into_iter().map(|known| (known.trial.id, known.import.kind)).collect();
    let id = || "NCT01234567".to_owned();
    assert_eq!(told, [(id(), KnowledgeKind::TrialsClinicalTrialsGov), (id(), KnowledgeKind::TrialsCtml)]);
}

#[test]
fn a_page_of_nothing_but_signs_is_read_in_one_go() {
    let many = 300_000;
    for page in [
        "&".repeat(many),
        "<".repeat(many),
        "<script>".repeat(many),
        "<td>&".repeat(many),
        "jRCT".repeat(many),
    ] {
        let page = format!("<!DOCTYPE html><tr><th>x</th><td>{page}");
        assert_eq!(jrct::trial(&page).id, "");
    }
}

proptest::proptest! {
    #[test]
    fn no_document_brings_a_reader_down(text in r#"[ -~\n<>&;{}\[\]:,"'!*一-三０-９年歳月日/]{0,400}"#) {
        let _ = jrct::trial(&format!("<tr><th>年齢上限</th><td>{text}</td></tr>{text}"));
        let _ = jrct::day(&text);
        let _ = kind_of(text.as_bytes());
        let _ = yaml::read(&text).map(|documents| {
            for (_, written) in documents {
                let _ = ctml_trial::trial(&written);
                let _ = crate::ctml::read_match(&written);
            }
        });
        let study = serde_json::json!({ "eligibilityModule": { "eligibilityCriteria": text, "maximumAge": text } });
        let _ = ctgov::trial(&study, &serde_json::Value::Null);
    }
}

#[test]
fn what_is_no_study_is_set_aside_and_what_breaks_off_changes_nothing() {
    let (_folder, mut store) = store("broken");
    let one = study("NCT00000001", "RECRUITING", "2026-01-01");
    let text = format!(r#"{{"studies": [{one}, {{"other": 1}}, {{"protocolSection": {{}}}}]}}"#);
    let ledger = import(&mut store, "mixed.json", &text).unwrap().import.ledger;
    assert_eq!((ledger.read, ledger.kept, ledger.set_aside), (3, 1, 2));
    let broken = text.strip_suffix("}]}").unwrap();
    assert!(matches!(import(&mut store, "broken.json", broken), Err(KnowledgeStoreError::Damaged { .. })));
    assert_eq!(store.imports().unwrap().len(), 1);
}

const CTML: &str = r#"
protocol_no: 11-001
nct_id: NCT01234567
status: Open to Accrual
phase: I
drug_list: {drug: [{drug_name: Aspirin}]}
treatment_list:
  step:
    - step_code: '1'
      match: [{clinical: {age_numerical: ">=18"}}]
      arm:
        - arm_code: A
          arm_suspended: N
          match: [{genomic: {hugo_symbol: EGFR, variant_category: Mutation, strange: 1}}]
        - arm_code: B
          arm_suspended: Y
          match: []
        - arm_code: C
          dose_level:
            - {level_code: '1', level_suspended: Y, match: [{clinical: {gender: Male}}]}
            - {level_code: '2', level_suspended: N, match: [{clinical: {gender: Female}}]}
"#;

#[test]
fn a_trial_in_ctml_has_its_arms_with_what_stands_above_them() {
    let (_folder, mut store) = store("ctml");
    let imported = import(&mut store, "trial.yaml", CTML).unwrap();
    assert_eq!(imported.import.kind, KnowledgeKind::TrialsCtml);
    let trials = store.trials().unwrap();
    let trial = &trials[0].trial;
    assert_eq!((trial.id.as_str(), trial.other_ids.as_slice()), ("NCT01234567", &["11-001".to_owned()][..]));
    assert_eq!(trial.drugs, ["Aspirin"]);
    let arms: Vec<_> = trial
        .arms
        .iter()
        .map(|arm| {
            (arm.name.as_str(), arm.suspended, arm.criterion.as_ref().map_or(0, |asked| leaves(asked).len()))
        })
        .collect();
    assert_eq!(arms, [("A", false, 3), ("B", true, 1), ("C / 1", true, 2), ("C / 2", false, 2)]);
    assert_eq!(trial.not_understood[0].0, "step.0.arm.0.match.0.genomic.strange");
    assert_eq!(trials[0].as_of(), Some("2026-11-30"), "the day of the import, where the file tells none");
}

#[test]
fn nesting_that_is_read_can_be_read_back() {
    let (_folder, mut store) = store("deep");
    let node = |inner: String| format!(r#"{{"not": [{inner}, {{"clinical": {{"gender": "Male"}}}}]}}"#);
    let mut deep = r#"{"clinical": {"gender": "Male"}}"#.to_owned();
    for _ in 0..40 {
        deep = node(deep);
    }
    let text = format!(r#"{{"protocol_no": "1", "match": [{deep}]}}"#);
    import(&mut store, "deep.json", &text).unwrap();
    let cut = &store.trials().unwrap()[0].trial.not_understood;
    assert_eq!(cut.len(), 2, "the two nodes at the depth that is not followed: {cut:?}");
}

#[test]
fn a_saved_page_is_read_by_its_labels() {
    let page = "<!DOCTYPE html><html><title>jRCT</title><table>
        <tr><th>最終公表日</th><td>令和元年5月1日</td></tr>
        <tr><th><label>研究名称</label></th><td>ある&amp;研究</td></tr>
        <tr><th>対象疾患名</th><td>悪性黒色腫</td><td>Melanoma</td></tr>
        <tr><th>進捗状況</th><td>募集中</td></tr></table>
        <table><tr><th rowspan=5>適格基準</th><th>主たる選択基準 ／ Inclusion Criteria</th><td>1)一つ<br>2)二つ<br>続き</td><td>1) One</td></tr>
        <tr><th>年齢下限 / Age Minimum</th><td>20歳以上</td><td>20age old over</td></tr>
        <tr><th>年齢上限 / Age Maximum</th><td>適用なし</td><td>Not applicable</td></tr>
        <tr><th>性別 / Gender</th><td>男性・女性</td><td>Both</td></tr>
        <tr><th>担当者氏名</th><td>ある 人</td></tr>
        <tr><th>臨床研究実施計画番号</th><td>jRCTs031190104</td></tr></table></html>";
    let (_folder, mut store) = store("jrct");
    let imported = import(&mut store, "page.html", page).unwrap();
    assert_eq!(imported.import.kind, KnowledgeKind::TrialsJrct);
    let trials = store.trials().unwrap();
    let trial = &trials[0].trial;
    assert_eq!(trial.id, "jRCTs031190104");
    assert_eq!(trial.title.as_deref(), Some("ある&研究"));
    assert_eq!(trial.as_of.as_deref(), Some("2019-05-01"));
    assert_eq!(trial.recruitment, Recruitment::Recruiting);
    assert_eq!(trial.contacts, ["ある 人"]);
    let leaves = leaves(&trial.criterion);
    let said: Vec<(Subject, &str)> =
        leaves.iter().map(|leaf| (leaf.ask.subject(), leaf.written.as_str())).collect();
    assert_eq!(
        said,
        [
            (Subject::Tumour, "悪性黒色腫"),
            (Subject::Tumour, "Melanoma"),
            (Subject::Tumour, "悪性黒色腫"),
            (Subject::Age, "20歳以上"),
            (Subject::Sex, "男性・女性"),
            (Subject::Inclusion, "1)一つ"),
            (Subject::Inclusion, "2)二つ 続き"),
        ]
    );
}

#[test]
fn days_are_read_in_both_calendars() {
    for (written, day) in [
        ("平成31年3月26日", Some("2019-03-26")),
        ("令和元年5月1日", Some("2019-05-01")),
        ("令和8年11月30日", Some("2026-11-30")),
        ("2017年09月15日", Some("2017-09-15")),
        ("2017/09/15", Some("2017-09-15")),
        ("平成31年13月1日", None),
        ("未定", None),
    ] {
        assert_eq!(jrct::day(written).as_deref(), day, "{written}");
    }
}

#[test]
fn the_shared_files_are_read() {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
        eprintln!("ENTAKU_SHARED_DATA is not set: no real file is read");
        return;
    };
    let folder = std::path::Path::new(&folder).join("trials");
    let (_folder, mut store) = store("shared");
    let options = ImportOptions { at: "2026-11-30".to_owned(), by: "test".to_owned(), ..Default::default() };
    for file in [
        "clinicaltrials-gov/ctgov/get_nct02576665_20260811.json",
        "clinicaltrials-gov/ctgov/search_phelan_limit5_20260811.json",
        "ctml/yaml/11-112.yaml",
        "ctml/trials/trials_json_array.json",
        "ctml/integration_trials/tmb.json",
        "jrct/jrct_jRCTs051180190.redacted.html",
    ] {
        store
            .import(&folder.join(file), &options, &mut |_| true)
            .unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    let trials = store.trials().unwrap();
    let of = |id: &str| &trials.iter().find(|known| known.trial.id == id).unwrap().trial;
    assert_eq!(of("NCT02576665").recruitment, Recruitment::Complete);
    assert_eq!(of("11-112").arms.len(), 2);
    // The head of the page: 平成31年3月26日, 募集中, 急性白血病.
    let page = of("jRCTs051180190");
    assert_eq!(page.as_of.as_deref(), Some("2019-03-26"));
    assert_eq!(page.recruitment, Recruitment::Recruiting);
    assert_eq!(page.conditions, ["急性白血病"]);
    let read = leaves(&page.criterion);
    assert!(read.iter().filter(|leaf| leaf.ask.subject() == Subject::Inclusion).count() >= 9);
    assert!(read.iter().filter(|leaf| leaf.ask.subject() == Subject::Exclusion).count() >= 9);
}
