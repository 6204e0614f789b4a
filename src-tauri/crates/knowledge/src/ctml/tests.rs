//! What CTML says, written down apart from the code: a trial, a patient, and how the one stands to the other.

use super::*;
use entaku_domain::omission::ConditionState;
use entaku_domain::recommendation::DrugNames;
use entaku_domain::trial::alteration::CopyCall;
use entaku_domain::trial::criterion::{PatientSex, ReceptorState};
use entaku_domain::trial::patient::{
    Age, Change, Covered, CoveredSets, Partner, PatientFinding, TrialPatient,
};
use entaku_domain::trial::weigh::{TrialGround, Weighed, weigh};

const MET: ConditionState = ConditionState::Met;
const NOT_MET: ConditionState = ConditionState::NotMet;
const UNKNOWN: ConditionState = ConditionState::Unknown;

fn read(json: &str) -> CtmlRead {
    read_match(&serde_json::from_str(json).unwrap())
}

fn weighed(json: &str, patient: &TrialPatient) -> Weighed {
    let (tree, words) =
        (crate::oncotree::shipped().unwrap().tree, crate::trial_words::TrialWords::shipped().unwrap());
    let names = crate::gene_names::shipped().unwrap();
    let tumours = entaku_domain::trial::tumour::TumourNames::new(&tree, &words.former_tumours);
    let ground = TrialGround {
        tree: &tree,
        tumour_names: &tumours,
        names: &names,
        statuses: &words.statuses,
        drugs: &DrugNames::default(),
        ticks: Default::default(),
    };
    weigh(&read(json).criterion, patient, &ground)
}

fn short(gene: &str, protein: &str) -> PatientFinding {
    let change = Change::Short { protein: Some(protein.to_owned()), exon: None, class: None };
    PatientFinding { gene: gene.to_owned(), change, said: format!("{gene} {protein}") }
}

/// A woman of 60 with a lung adenocarcinoma, EGFR L858R and an amplification of MET, one line of treatment; EGFR, KRAS, MET
/// and ALK were read.
fn patient() -> TrialPatient {
    TrialPatient {
        age: Some(Age::Exact(60.2)),
        sex: Some(PatientSex::Female),
        tumour: Some("LUAD".to_owned()),
        prior_lines: Some(1),
        her2: Some(ReceptorState::Negative),
        disease_status: vec!["Metastatic".to_owned()],
        brain_metastases: Some(true),
        covered: Covered::Genes(CoveredSets::in_every_way(["EGFR", "KRAS", "MET", "ALK"].map(str::to_owned))),
        findings: vec![
            short("EGFR", "L858R"),
            PatientFinding {
                gene: "MET".to_owned(),
                change: Change::Copies(CopyCall::HighAmplification),
                said: "MET amplification".to_owned(),
            },
        ],
        tmb: Some(10.0),
        msi_high: Some(false),
        ..TrialPatient::default()
    }
}

/// A criterion and its state; under `not` the opposite.
#[test]
fn nodes_mean_what_the_engine_means_by_them() {
    for (json, expected) in [
        (r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Mutation"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "!Mutation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "!Mutation"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "TP53", "variant_category": "!Mutation"}}"#, UNKNOWN),
        // A denied value denies the node: the gene may have another change, or none.
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Mutation", "protein_change": "!p.L858R"}}"#,
            NOT_MET,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Mutation", "protein_change": "!p.T790M"}}"#,
            MET,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "Mutation", "protein_change": "!p.G12C"}}"#,
            MET,
        ),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "wildcard_protein_change": "p.L858"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "wildcard_protein_change": "p.L85"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "protein_change": "p.L858X"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "protein_change": "p.Leu858Arg"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Copy Number Variation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "MET", "variant_category": "Any Variation"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "MET", "variant_category": "!Any Variation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "MET", "cnv_call": "High Amplification"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "MET", "cnv_call": "!High Amplification"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "MET", "cnv_call": "Low Amplification"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "FAAP20", "variant_category": "!CNV"}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "ALK", "variant_category": "Structural Variation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "EML4", "fusion_partner_hugo_symbol": "ALK"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "wildtype": true}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "wildtype": true}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "TP53", "wildtype": "true"}}"#, UNKNOWN),
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_classification": ["Missense_Mutation", "In_Frame_Del"]}}"#,
            MET,
        ),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "exon": 21}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "exon": "2"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": ["KRAS", "EGFR"], "variant_category": "Mutation"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": ["KRAS", "EGFR"], "variant_category": "!Mutation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "None", "ms_status": "!MSI-H"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": 1, "mmr_status": "MMR-Deficient"}}"#, UNKNOWN),
        (r#"{"clinical": {"ms_status": "MSS"}}"#, MET),
        (r#"{"clinical": {"mmr_status": "MMR-Proficient"}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "None", "pole_signature": "Yes"}}"#, UNKNOWN),
        (r#"{"clinical": {"age_numerical": ">=18", "oncotree_primary_diagnosis": "Lung"}}"#, MET),
        (r#"{"clinical": {"age_numerical": "<18", "oncotree_primary_diagnosis": "Lung"}}"#, NOT_MET),
        (r#"{"clinical": {"age_numerical": 18}}"#, UNKNOWN),
        (r#"{"clinical": {"oncotree_primary_diagnosis": "_SOLID_"}}"#, MET),
        (r#"{"clinical": {"oncotree_primary_diagnosis": "!_LIQUID_"}}"#, MET),
        (r#"{"clinical": {"oncotree_primary_diagnosis": "!Non-Small Cell Lung Cancer"}}"#, NOT_MET),
        (r#"{"clinical": {"oncotree_primary_diagnosis": ["Melanoma", "Lung Adenocarcinoma"]}}"#, MET),
        (r#"{"clinical": {"oncotree_primary_diagnosis": "Mucinous Something"}}"#, UNKNOWN),
        (r#"{"clinical": {"gender": "Female"}}"#, MET),
        (r#"{"clinical": {"gender": "X"}}"#, NOT_MET),
        (r#"{"clinical": {"gender": "All"}}"#, MET),
        (r#"{"clinical": {"her2_status": "Negative"}}"#, MET),
        (r#"{"clinical": {"her2_status": "Positive"}}"#, NOT_MET),
        (r#"{"clinical": {"her2_status": "Unknown"}}"#, UNKNOWN),
        (r#"{"clinical": {"her2_status": false}}"#, UNKNOWN),
        (r#"{"clinical": {"er_status": "Positive"}}"#, UNKNOWN),
        (r#"{"clinical": {"disease_status": ["Localized", "Advanced"]}}"#, MET),
        (r#"{"clinical": {"disease_status": ["Localized", "Early Stage"]}}"#, NOT_MET),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": "Any"}}"#, MET),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": "Unknown"}}"#, UNKNOWN),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": "1"}}"#, MET),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": "2"}}"#, UNKNOWN),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": ">=2"}}"#, NOT_MET),
        (r#"{"clinical": {"number_prior_lines_therapy_allowed": "<=2"}}"#, MET),
        (r#"{"clinical": {"active_brain_metastases_allowed": "Yes"}}"#, MET),
        (r#"{"clinical": {"active_brain_metastases_allowed": "No"}}"#, NOT_MET),
        (r#"{"clinical": {"tmb_numerical": ">=10"}}"#, MET),
        (r#"{"clinical": {"tmb_numerical": ">10"}}"#, NOT_MET),
        (r#"{"clinical": {"tmb_numerical": "==10"}}"#, MET),
        (r#"{"clinical": {"brca1_germline_mutation": "Positive"}}"#, UNKNOWN),
        (r#"{"clinical": {"pdl1_status": "High"}}"#, UNKNOWN),
        (r#"{"prior_treatments": {"DRUG": "Osimertinib"}}"#, UNKNOWN),
    ] {
        assert_eq!(weighed(json, &patient()).state, expected, "{json}");
        let denied = format!(r#"{{"not": {json}}}"#);
        let expected = match expected {
            // What restricts nothing is not made a restriction by `not`.
            MET if json.contains("\"Any\"") || json.contains("\"All\"") || json.contains("\"Yes\"") => {
                UNKNOWN
            }
            other => !other,
        };
        assert_eq!(weighed(&denied, &patient()).state, expected, "{denied}");
    }
}

/// A patient of whom nothing is known meets nothing but what restricts nothing.
#[test]
fn nothing_is_met_by_default() {
    for json in [
        r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Mutation"}}"#,
        r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "!Mutation"}}"#,
        r#"{"genomic": {"hugo_symbol": "EGFR", "wildtype": true}}"#,
        r#"{"clinical": {"age_numerical": ">=18"}}"#,
        r#"{"clinical": {"oncotree_primary_diagnosis": "!_LIQUID_"}}"#,
        r#"{"clinical": {"gender": "Male", "her2_status": "Positive", "pr_status": "Negative"}}"#,
        r#"{"clinical": {"disease_status": ["Metastatic"]}}"#,
        r#"{"clinical": {"active_brain_metastases_allowed": "No"}}"#,
        r#"{"clinical": {"tmb_numerical": ">=10", "ms_status": "MSI-H"}}"#,
        r#"{"prior_treatments": {"drug": "!Osimertinib"}}"#,
        "{}",
        "[]",
        r#"{"and": []}"#,
        r#"{"or": []}"#,
        r#"{"not": []}"#,
        r#"{"genomic": null}"#,
        r#"{"genomic": {}}"#,
        r#"{"genomic": {"display_name": "x"}}"#,
        "null",
        "3",
        r#""EGFR""#,
    ] {
        assert_eq!(weighed(json, &TrialPatient::default()).state, UNKNOWN, "{json}");
    }
}

#[test]
fn an_unknown_key_is_a_criterion_that_is_unknown_and_stands_in_the_ledger() {
    for (json, place, what, expected) in [
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "Mutation", "vaf": 0.1}}"#,
            "match.genomic.vaf",
            CtmlTrouble::UnknownKey,
            UNKNOWN,
        ),
        // Without the gene there is nothing that the key could say.
        (
            r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "Mutation", "vaf": 0.1}}"#,
            "match.genomic.vaf",
            CtmlTrouble::UnknownKey,
            NOT_MET,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "!Mutation", "vaf": 0.1}}"#,
            "match.genomic.vaf",
            CtmlTrouble::UnknownKey,
            UNKNOWN,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "!Mutation", "vaf": 0.1}}"#,
            "match.genomic.vaf",
            CtmlTrouble::UnknownKey,
            UNKNOWN,
        ),
        // A value narrows the node: no mutation at all is none of a narrower kind either.
        (
            r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "!Mutation", "exon": "two"}}"#,
            "match.genomic.exon",
            CtmlTrouble::UnknownValue,
            MET,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "!Mutation", "exon": "two"}}"#,
            "match.genomic.exon",
            CtmlTrouble::UnknownValue,
            UNKNOWN,
        ),
        (
            r#"{"clinical": {"age_numerical": ">=18", "smoker": "Yes"}}"#,
            "match.clinical.smoker",
            CtmlTrouble::UnknownKey,
            UNKNOWN,
        ),
        (
            r#"{"clinical": {"age_numerical": "adult"}}"#,
            "match.clinical.age_numerical",
            CtmlTrouble::UnknownValue,
            UNKNOWN,
        ),
        (
            r#"{"and": [{"clinical": {"gender": "Male"}}, {"surgery": "Yes"}]}"#,
            "match.and.1.surgery",
            CtmlTrouble::UnknownKey,
            NOT_MET,
        ),
        (r#"[{"genomic": null}]"#, "match.0.genomic", CtmlTrouble::Empty, UNKNOWN),
    ] {
        let remarks = read(json).remarks;
        assert_eq!(
            remarks.iter().map(|remark| (remark.place.as_str(), remark.what)).collect::<Vec<_>>(),
            [(place, what)],
            "{json}"
        );
        assert_eq!(weighed(json, &patient()).state, expected, "{json}");
    }
}

/// A `!` denies the node though its value is not understood; where it is not told whether the node is denied, nothing is known.
#[test]
fn a_denial_is_not_lost_with_its_value() {
    for (json, expected) in [
        // No change of KRAS at all is none of an unknown kind either.
        (r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "!Germline"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "variant_category": "!Germline"}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "Germline"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "Mutation", "vaf": "!high"}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "variant_category": "Mutation", "tier": ["!1"]}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "KRAS", "protein_change": ["!p.G12C", "p.G12D"]}}"#, UNKNOWN),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "protein_change": ["!p.T790M", "!p.C797S"]}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "EGFR", "protein_change": ["!p.T790M", "!p.L858R"]}}"#, NOT_MET),
        (
            r#"{"genomic": {"hugo_symbol": "MET", "variant_category": ["Mutation", "Copy Number Variation"]}}"#,
            MET,
        ),
        (
            r#"{"genomic": {"hugo_symbol": "MET", "variant_category": ["Mutation", "Structural Variation"]}}"#,
            UNKNOWN,
        ),
    ] {
        assert_eq!(weighed(json, &patient()).state, expected, "{json}");
    }
}

#[test]
fn keys_without_their_wrapper_and_keys_that_stand_twice_are_kept() {
    let bare = r#"{"hugo_symbol": "EGFR", "variant_category": "Mutation", "age_numerical": ">=18"}"#;
    assert_eq!(weighed(bare, &patient()).state, MET);
    assert_eq!(weighed(bare, &patient()).rows.len(), 2, "the genomic keys are one question");
    let twice = r#"{"clinical": {"gender": "Male"}, "clinical": {"gender": "Female"}}"#;
    assert_eq!(weighed(twice, &patient()).state, NOT_MET, "both are asked");
}

/// `not` over a list: none of them, or not all of them.
#[test]
fn a_not_over_several_is_as_both_readings_say_or_unknown() {
    for (one, other, expected) in [
        ("KRAS", "ALK", MET),
        ("EGFR", "EGFR", NOT_MET),
        ("EGFR", "KRAS", UNKNOWN),
        ("TP53", "KRAS", UNKNOWN),
    ] {
        let json = format!(
            r#"{{"not": [{{"genomic": {{"hugo_symbol": "{one}"}}}}, {{"genomic": {{"hugo_symbol": "{other}"}}}}]}}"#
        );
        assert_eq!(weighed(&json, &patient()).state, expected, "{json}");
    }
}

#[test]
fn a_fusion_needs_no_category_and_no_order() {
    let mut patient = patient();
    patient.findings = vec![PatientFinding {
        gene: "EML4".to_owned(),
        change: Change::Fusion { partner: Partner::Gene("ALK".to_owned()), exon: None },
        said: "EML4::ALK".to_owned(),
    }];
    for (json, expected) in [
        (r#"{"genomic": {"hugo_symbol": "ALK", "fusion_partner_hugo_symbol": "EML4"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "ALK", "fusion_partner_hugo_symbol": "any_gene"}}"#, MET),
        (r#"{"genomic": {"hugo_symbol": "ALK", "fusion_partner_hugo_symbol": "intergenic"}}"#, NOT_MET),
        (
            r#"{"genomic": {"fusion_partner_hugo_symbol": "ALK", "variant_category": "Structural Variation"}}"#,
            MET,
        ),
        (r#"{"genomic": {"hugo_symbol": "ALK", "variant_category": "!Structural Variation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "ALK", "variant_category": "Any Variation"}}"#, NOT_MET),
        (r#"{"genomic": {"hugo_symbol": "ALK", "variant_category": "Mutation"}}"#, NOT_MET),
    ] {
        assert_eq!(weighed(json, &patient).state, expected, "{json}");
    }
}

#[test]
fn nesting_without_end_is_cut_and_said() {
    let depth = 100;
    let json = format!("{}{}{}", r#"{"and": ["#.repeat(depth), "3", "]}".repeat(depth));
    // Deeper than the JSON reader follows is an error of the line; less deep is cut here.
    if let Ok(written) = serde_json::from_str(&json) {
        assert_eq!(read_match(&written).remarks[0].what, CtmlTrouble::TooDeep);
    }
    let mut deep = Written::Null;
    for _ in 0..1_000 {
        deep = Written::Map(vec![("and".to_owned(), Written::List(vec![deep]))]);
    }
    assert_eq!(read_match(&deep).remarks[0].what, CtmlTrouble::TooDeep);
}

/// Every `match` of the engine's own trials, where the shared data are at hand.
#[test]
fn the_engines_own_trials_are_read() {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
        eprintln!("ENTAKU_SHARED_DATA is not set: the engine's trials are not read");
        return;
    };
    let folder = std::path::Path::new(&folder).join("trials/ctml/integration_trials");
    let (mut trials, mut strange) = (0, Vec::new());
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let written: Written = serde_json::from_str(&text).unwrap();
        trials += 1;
        let mut open = vec![&written];
        while let Some(value) = open.pop() {
            if let Written::Map(fields) = value {
                for (key, inner) in fields {
                    match key.as_str() {
                        // An empty one asks for nothing.
                        "match" if *inner == Written::List(Vec::new()) => {}
                        "match" => strange.extend(read_match(inner).remarks),
                        _ => open.push(inner),
                    }
                }
            } else if let Written::List(items) = value {
                open.extend(items);
            }
        }
    }
    assert_eq!(trials, 18);
    // One receptor is given as a flag, of which the engine, which skips it, takes no notice.
    let strange: Vec<&str> = strange.iter().map(|remark| remark.place.rsplit('.').next().unwrap()).collect();
    assert_eq!(strange, ["her2_status"]);
}
