//! What a FoundationOne report says of findings, patient and test, apart from what it measured.

use crate::foundation::{every_kind, file, in_dna, measured};
use crate::support::{notes, read, statements};
use crate::xml::{leaf, leaves, tag};
use entaku_domain::patient::Sex;
use expect_test::expect;

/// The curated part: a person, alterations with therapies, a trial, and the rest.
pub fn curated() -> String {
    let therapy = tag(
        "Therapy",
        &[],
        leaves(&[
            ("Name", "Brand"),
            ("GenericName", "Examplinib"),
            ("FDAApproved", "true"),
            ("Rationale", "Because of the\n    alteration."),
            ("Effect", "sensitizing"),
            ("Include", "true"),
        ]),
    );
    let alteration = |name: &str, include: &str, words: &str, therapies: &str| {
        let property = tag("AlterationProperty", &[("isEquivocal", "false"), ("name", name)], "");
        let content = leaf("Name", name)
            + &tag("AlterationProperties", &[], property)
            + &leaf("Interpretation", words)
            + &leaf("Include", include)
            + &leaf("ClinicalTrialNote", "")
            + &tag("Therapies", &[], therapies)
            + &tag(
                "ClinicalTrialLinks",
                &[],
                tag("ClinicalTrialLink", &[("nctId", "NCT00000001")], leaf("Include", "true")),
            );
        tag("Alteration", &[], content)
    };
    let gene = |name: &str, alterations: &str| {
        tag(
            "Gene",
            &[],
            leaf("Name", name) + &leaf("Include", "true") + &tag("Alterations", &[], alterations),
        )
    };
    let genes = gene("KRAS", &alteration("G12D", "true", "What G12D means.", &therapy))
        + &gene("MYC", &alteration("amplification", "false", "What more copies mean.", ""))
        + &gene("ALK", &alteration("EML4-ALK fusion (Variant 1)", "true", "What the fusion means.", ""))
        + &gene("Microsatellite status", &alteration("MS-Stable", "true", "What stable means.", ""))
        + &gene("TP53", &alteration("R175H", "true", "Of no record.", ""));
    let person = leaves(&[
        ("ReportId", "RPT-1"),
        ("MRN", "0012345"),
        ("FullName", "試験 花子"),
        ("SubmittedDiagnosis", "Lung cancer"),
        ("Gender", "Female"),
        ("DOB", "1961-11-23"),
        ("OrderingMD", "主治 医"),
        ("MedFacilName", "中央病院"),
        ("SpecSite", "Lung"),
        ("CollDate", "2026/9/1"),
        ("CountryOfOrigin", "Japan"),
    ]);
    let trial = leaves(&[
        ("Gene", "KRAS"),
        ("Alteration", "G12D"),
        ("Title", "A study of Examplinib"),
        ("StudyPhase", "Phase 2"),
        ("NCTID", "NCT00000001"),
        ("Include", "true"),
    ]);
    let property = |key: &str, value: &str| {
        tag("reportProperty", &[("identifier", "1"), ("key", key)], leaf("value", value))
    };
    let amendment =
        leaves(&[("ModifiedDts", "2026-10-01"), ("Comment", "Date corrected"), ("Type", "Minor")]);
    let content = leaf("ReportId", "RPT-1")
        + &leaf("SampleName", "S-1")
        + &tag(
            "Sample",
            &[],
            leaves(&[
                ("FM_Id", "F-1"),
                ("TestType", "FoundationOne CDx"),
                ("SpecFormat", "Block"),
                ("ReceivedDate", "2026-09-08"),
            ]) + &tag(
                "processSites",
                &[],
                tag("processSite", &[("processName", "Sequencing"), ("locationName", "Site A")], ""),
            ),
        )
        + &tag("PMI", &[], person)
        + &tag("PertinentNegatives", &[], tag("PertinentNegative", &[], leaf("Gene", "EGFR")))
        + &tag("Summaries", &[("alterationCount", "3"), ("clinicalTrialCount", "1")], "")
        + &tag(
            "VariantProperties",
            &[],
            tag("VariantProperty", &[("geneName", "STK11"), ("isVUS", "true"), ("variantName", "D194Y")], ""),
        )
        + "<priorTests/>\n"
        + &tag("Genes", &[], genes)
        + &tag("Trials", &[], tag("Trial", &[], trial))
        + &tag(
            "References",
            &[],
            tag(
                "Reference",
                &[("number", "1")],
                leaves(&[("ReferenceId", "9"), ("FullCitation", "Someone, 2026"), ("Include", "true")]),
            ),
        )
        + &tag(
            "Signatures",
            &[],
            tag("Signature", &[], leaves(&[("ServerTime", "t"), ("OpName", "Dr. A"), ("Text", "signed")])),
        )
        + &tag(
            "reportProperties",
            &[],
            property("LossOfHeterozygosityScore", "12.5%")
                + &property("Other", "x")
                + &property("TumorFractionScore", ""),
        )
        + &leaf("comments", "A comment of\n the laboratory.")
        + &tag("AAC", &[], tag("Amendmends", &[], tag("Amendmend", &[], amendment)))
        + &leaf("Novelty", "of a later version")
        + &leaf("ReportPDF", &format!("JVBERi0{}", "A".repeat(8192)));
    tag("FinalReport", &[("StagingId", "1"), ("clinicalId", "2")], content)
}

#[test]
fn what_the_laboratory_says_is_tied_to_its_findings() {
    let draft = read(file(&curated(), &every_kind())).unwrap();
    expect![[r#"
        PertinentNegative EGFR  | EGFR | Gene=EGFR
        Interpretation STK11  | D194Y: isVUS true | geneName=STK11; isVUS=true; variantName=D194Y
        Interpretation KRAS short-variant[0] | What G12D means. | Gene.Name=KRAS; Gene.Include=true; Name=G12D; AlterationProperties.AlterationProperty.isEquivocal=false; AlterationProperties.AlterationProperty.name=G12D; Interpretation=What G12D means.; Include=true; ClinicalTrialNote=; ClinicalTrialLinks.ClinicalTrialLink.nctId=NCT00000001; ClinicalTrialLinks.ClinicalTrialLink.Include=true
        Therapy KRAS short-variant[0] | Examplinib (Brand) | Gene.Name=KRAS; Gene.Include=true; Alteration.Name=G12D; Name=Brand; GenericName=Examplinib; FDAApproved=true; Rationale=Because of the
            alteration.; Effect=sensitizing; Include=true
        Interpretation MYC copy-number-alteration[0] | What more copies mean. | Gene.Name=MYC; Gene.Include=true; Name=amplification; AlterationProperties.AlterationProperty.isEquivocal=false; AlterationProperties.AlterationProperty.name=amplification; Interpretation=What more copies mean.; Include=false; ClinicalTrialNote=; ClinicalTrialLinks.ClinicalTrialLink.nctId=NCT00000001; ClinicalTrialLinks.ClinicalTrialLink.Include=true
        Interpretation ALK rearrangement[0] | What the fusion means. | Gene.Name=ALK; Gene.Include=true; Name=EML4-ALK fusion (Variant 1); AlterationProperties.AlterationProperty.isEquivocal=false; AlterationProperties.AlterationProperty.name=EML4-ALK fusion (Variant 1); Interpretation=What the fusion means.; Include=true; ClinicalTrialNote=; ClinicalTrialLinks.ClinicalTrialLink.nctId=NCT00000001; ClinicalTrialLinks.ClinicalTrialLink.Include=true
        Interpretation - microsatellite-instability[0] | What stable means. | Gene.Name=Microsatellite status; Gene.Include=true; Name=MS-Stable; AlterationProperties.AlterationProperty.isEquivocal=false; AlterationProperties.AlterationProperty.name=MS-Stable; Interpretation=What stable means.; Include=true; ClinicalTrialNote=; ClinicalTrialLinks.ClinicalTrialLink.nctId=NCT00000001; ClinicalTrialLinks.ClinicalTrialLink.Include=true
        Interpretation TP53  | Of no record. | Gene.Name=TP53; Gene.Include=true; Name=R175H; AlterationProperties.AlterationProperty.isEquivocal=false; AlterationProperties.AlterationProperty.name=R175H; Interpretation=Of no record.; Include=true; ClinicalTrialNote=; ClinicalTrialLinks.ClinicalTrialLink.nctId=NCT00000001; ClinicalTrialLinks.ClinicalTrialLink.Include=true
        Trial KRAS short-variant[0] | NCT00000001 A study of Examplinib | Gene=KRAS; Alteration=G12D; Title=A study of Examplinib; StudyPhase=Phase 2; NCTID=NCT00000001; Include=true
        Quality -  | percent-tumor-nuclei 40, purity-assessment 38.5 | xsi:schemaLocation=http://foundationmedicine.com/compbio/variant-report-external http://x/variant-report-external-2.2.xsd; disease=LUNG; disease-ontology=Lung adenocarcinoma; pathology-diagnosis=Adenocarcinoma; percent-tumor-nuclei=40; pipeline-version=v3.29.0; purity-assessment=38.5; specimen=TRF-1*SP-1; test-request=TRF-1; test-type=FoundationOneDx; tissue-of-origin=Lung
        Quality -  | quality-control Pass | status=Pass
        Remark -  | ReportId RPT-1 | #text=RPT-1
        Remark -  | SampleName S-1 | #text=S-1
        Remark -  | Sample FoundationOne CDx | FM_Id=F-1; TestType=FoundationOne CDx; SpecFormat=Block; ReceivedDate=2026-09-08
        Remark -  | PMI RPT-1 | ReportId=RPT-1; SubmittedDiagnosis=Lung cancer; OrderingMD=主治 医; MedFacilName=中央病院; SpecSite=Lung; CollDate=2026/9/1; CountryOfOrigin=Japan
        Remark -  | Summaries | alterationCount=3; clinicalTrialCount=1
        Remark -  | Someone, 2026 | number=1; ReferenceId=9; FullCitation=Someone, 2026; Include=true
        Remark -  | signed · Dr. A · t | ServerTime=t; OpName=Dr. A; Text=signed
        Remark -  | Other · x | identifier=1; key=Other; value=x
        Remark -  | TumorFractionScore | identifier=1; key=TumorFractionScore; value=
        Remark -  | Novelty of a later version | #text=of a later version
        Remark -  | Sequencing · Site A | processName=Sequencing; locationName=Site A
        Remark -  | Minor · Date corrected · 2026-10-01 | ModifiedDts=2026-10-01; Comment=Date corrected; Type=Minor
        Remark -  | CustomerInformation | rr:ReferenceID=REF-1
    "#]].assert_eq(&statements(&draft));
    let reported: Vec<(String, Option<bool>)> =
        draft.findings.iter().map(|finding| (finding.item.clone(), finding.reported)).collect();
    expect![[r#"
        [
            (
                "short-variant[0]",
                Some(
                    true,
                ),
            ),
            (
                "copy-number-alteration[0]",
                Some(
                    false,
                ),
            ),
            (
                "rearrangement[0]",
                Some(
                    true,
                ),
            ),
            (
                "microsatellite-instability[0]",
                Some(
                    true,
                ),
            ),
            (
                "tumor-mutation-burden[0]",
                None,
            ),
            (
                "non-human[0]",
                None,
            ),
            (
                "reportProperty[0]",
                None,
            ),
        ]
    "#]]
    .assert_debug_eq(&reported);
    assert_eq!(draft.comments, ["A comment of\n the laboratory."], "as written");
    expect![[r#"
        Info build-assumed - | no genome build, read as GRCh37 | x1
        Info unknown-field FinalReport.Novelty:150 | Novelty | x1
        Info embedded-report FinalReport.ReportPDF:151 | a PDF of about 6 KiB | x1
        Info amended-report FinalReport.AAC:144 | Minor · Date corrected · 2026-10-01 | x1
    "#]]
    .assert_eq(&notes(&draft));
}

#[test]
fn patient_test_and_specimen_are_proposed() {
    let draft = read(file(&curated(), &every_kind())).unwrap();
    let details = draft.proposed.unwrap();
    let name = details.patient.name.unwrap();
    assert_eq!((name.as_str(), details.patient.sex), ("試験 花子", Sex::Female));
    assert_eq!(details.patient.birth_date.unwrap().to_string(), "1961-11-23");
    assert_eq!(details.specimen.collected_on.unwrap().to_string(), "2026-09-01");
    assert_eq!(details.specimen.tumour_content, Some(40));
    assert_eq!(details.clinical.hospital.unwrap().as_str(), "中央病院");
    expect![[r#"
        PanelTest {
            test_id: Some(
                "RPT-1",
            ),
            panel_name: Some(
                "FoundationOneDx",
            ),
            panel_version: Some(
                "DX1",
            ),
            test_type: Some(
                "FoundationOne CDx",
            ),
            software: Some(
                "pipeline v3.29.0",
            ),
            reference_only: false,
            samples: [
                SequencingSample {
                    item: "SQ-1",
                    is_tumour: None,
                    nucleic_acid: Some(
                        Dna,
                    ),
                    mean_depth: Some(
                        812.4,
                    ),
                    suspected_states: [],
                },
            ],
        }
    "#]]
    .assert_debug_eq(&draft.test);
    assert_eq!(draft.file.format, "FoundationOne");
    assert_eq!(draft.file.format_version.as_deref(), Some("ResultsReport.2.1, variant-report-external-2.2"));
}

#[test]
fn no_statement_names_the_patient() {
    let draft = read(file(&curated(), &every_kind())).unwrap();
    for statement in &draft.statements {
        let all = format!("{statement:?}");
        assert!(!all.contains("花子") && !all.contains("0012345") && !all.contains("1961"), "{all}");
    }
}

#[test]
fn a_sentence_on_two_genes_is_tied_to_both() {
    let loss = |gene: &str| {
        tag(
            "copy-number-alteration",
            &[("gene", gene), ("type", "loss"), ("copy-number", "0"), ("status", "known")],
            in_dna(),
        )
    };
    let alteration = leaf("Name", "loss exons 2-3") + &leaf("Interpretation", "What the loss means.");
    let gene = leaf("Name", "CDKN2A/B") + &tag("Alterations", &[], tag("Alteration", &[], alteration));
    let said = tag("FinalReport", &[], tag("Genes", &[], tag("Gene", &[], gene)));
    let lists = tag("copy-number-alterations", &[], loss("CDKN2A") + &loss("CDKN2B") + &loss("MTAP"));
    let draft = read(file(&said, &measured(&lists))).unwrap();
    let sentence =
        draft.statements.iter().find(|statement| statement.text == "What the loss means.").unwrap();
    assert_eq!(sentence.about, ["copy-number-alteration[0]", "copy-number-alteration[1]"]);
}
