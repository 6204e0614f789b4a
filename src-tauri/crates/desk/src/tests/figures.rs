//! Figures on the screen, and what of them reaches the report.

use super::{demo_case, desk, done, refused};
use serde_json::json;

fn texts(answer: &serde_json::Value) -> String {
    answer["figures"].as_array().unwrap().iter().map(|one| one["svg"].as_str().unwrap()).collect()
}

#[test]
fn panel_sees_the_protein_of_a_finding_and_the_figures_of_the_case() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let id = case["caseId"].clone();
    let egfr = done(&mut desk, "figures", json!({"caseId": id, "findingId": "F1"}));
    let svg = texts(&egfr);
    assert!(svg.contains(">p.L858R<") && svg.contains("P00533"), "{svg}");
    assert_eq!(egfr["figures"][0]["findings"], json!(["F1"]));

    // RBM10 is not in the data: no axis, and the reason.
    let rbm10 = done(&mut desk, "figures", json!({"caseId": id, "findingId": "F4"}));
    assert_eq!(
        (rbm10["figures"].as_array().unwrap().len(), rbm10["undrawn"].as_array().unwrap().len()),
        (0, 1)
    );

    let all = texts(&done(&mut desk, "figures", json!({"caseId": id})));
    for words in ["BRCA2", "MET", "MSI", "腫瘍細胞含有率 40 %"] {
        assert!(all.contains(words), "{words}: the panel sees what its tables show");
    }
    assert!(!all.contains("TMB"), "no scale is known for the values of this panel");
    assert_eq!(refused(&mut desk, "figures", json!({"caseId": id, "findingId": "F99"})), "not-found");
}

#[test]
fn report_freezes_the_facts_of_what_it_names_and_of_nothing_else() {
    use entaku_domain::ids::CaseId;
    use entaku_domain::report::{Letterhead, ReportState, compose};
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let id = CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let figures = desk.knowledge.figure_facts().clone();
    let letterhead = Letterhead {
        tests: Default::default(),
        gene_roles: entaku_domain::gene_role::GeneRoles::none(),
        institution: entaku_domain::text::Text::new("円卓病院").unwrap(),
        contact: None,
        template: None,
        knowledge: Vec::new(),
        figures,
        program: "Entaku".to_owned(),
    };
    let case = desk.case(&id).unwrap().clone();
    let state = || ReportState::Draft { status: case.status(), undecided: Vec::new() };
    let genes = |content: &entaku_domain::report::ReportContent| -> Vec<String> {
        content.figures.proteins.iter().map(|protein| protein.gene.to_string()).collect()
    };
    // The patient has not asked to be told: BRCA2 is a germline finding.
    assert_eq!(genes(&compose(&case, &letterhead, state())), ["ARID1A", "EGFR", "PIK3CA", "TP53"]);
    let mut told = case.clone();
    told.details.disclosure.wish = entaku_domain::patient::DisclosureWish::Wants;
    assert!(genes(&compose(&told, &letterhead, state())).contains(&"BRCA2".to_owned()));
}
