//! One list, one finding: what the rest of a case holds changes nothing.

use super::{
    AlterationClass, GermlineCandidate, GermlineClaims, GermlineFacts, GermlineList, GermlineSignificance,
    PanelKind, TumourGroups, filter,
};
use crate::case::{Case, Source};
use crate::draft::{Draft, Hide, PanelTest, ReceivedFile};
use crate::finding::{Alteration, Biomarker, DraftFinding, Finding, Origin, ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::genome::Assembly;
use crate::hgvs::HgvsText;
use crate::ids::{CaseId, FindingId, MemberId, Sha256Hex};
use crate::known_test::TestCatalogue;
use crate::measure::Vaf;
use crate::member::{Actor, Role};
use crate::note::Ledger;
use crate::text::Text;
use std::sync::Arc;

fn read(alteration: Alteration, verdict: Option<&str>) -> DraftFinding {
    DraftFinding {
        item: String::new(),
        alteration,
        origin: Origin::Unknown,
        sample: None,
        nucleic_acid: None,
        reported: None,
        laboratory_verdict: verdict.map(str::to_owned),
        ccat_verdict: None,
        verbatim: Vec::new(),
    }
}

fn finding(gene: &str, coding: &str, vaf: f64, verdict: Option<&str>) -> DraftFinding {
    let effect = TranscriptEffect {
        gene: Some(GeneSymbol::parse(gene).unwrap()),
        coding: Some(HgvsText::parse(coding).unwrap()),
        ..TranscriptEffect::default()
    };
    let variant = ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: Some(Vaf::new(vaf).unwrap()),
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    };
    read(Alteration::ShortVariant(variant), verdict)
}

fn marker(name: &str, state: &str) -> DraftFinding {
    let marker = Biomarker {
        marker: name.to_owned(),
        metrics: Vec::new(),
        state: Some(state.to_owned()),
        descriptions: Vec::new(),
    };
    read(Alteration::Biomarker(marker), None)
}

/// A case of one file, whose test is of a kind.
fn case_of(test_type: &str, findings: Vec<DraftFinding>) -> Case {
    let mut case = Case::new(CaseId::parse("0198c5b2-7f00-7000-8000-000000000000").unwrap());
    let draft = Draft {
        file: ReceivedFile {
            name: "a.json".to_owned(),
            bytes: 1,
            sha256: Sha256Hex::parse(&"a".repeat(64)).unwrap(),
            format: "CATS".to_owned(),
            format_version: None,
        },
        assembly: Assembly::unknown(),
        reference: None,
        test: PanelTest { test_type: Some(test_type.to_owned()), ..PanelTest::default() },
        tumour_sample: None,
        hide: Hide::default(),
        comments: Vec::new(),
        proposed: None,
        must_choose_sample: false,
        reading: None,
        statements: Vec::new(),
        ledger: Ledger::default(),
        findings: Vec::new(),
        set_aside: Vec::new(),
        notes: Vec::new(),
    };
    let by = Actor {
        member: MemberId::parse("0198c5b2-7f00-7000-8000-000000000001").unwrap(),
        name: Text::new("佐藤").unwrap(),
        role: Role::Chair,
        on_behalf_of: None,
    };
    let at = "2026-11-30T10:00:00+09:00".parse().unwrap();
    case.sources = Arc::new(vec![Source { draft, at, by }]);
    let numbered = findings.into_iter().zip(1..).map(|(read, number)| Finding {
        id: FindingId::new(number).unwrap(),
        source: Some(0),
        entry: None,
        further: Vec::new(),
        choice: None,
        read,
    });
    case.findings = Arc::new(numbered.collect());
    case
}

fn tumours() -> TumourGroups {
    serde_json::from_str(
        r#"{"groups":{"kidney":{"name":{"ja":"腎","en":"kidney"},"codes":["KIDNEY"],"words":["腎","renal"],"not":["副腎"]}}}"#,
    )
    .unwrap()
}

fn list() -> GermlineList {
    let list: GermlineList = serde_json::from_str(
        r#"{"id":"one","name":{"ja":"","en":""},"version":"1","date":"2026-11-30","source":{"ja":"","en":""},
        "certainty":"source","remark":{"ja":"","en":""},"whole":true,"youngBelow":30,
        "shares":{"snv":{"atLeast":0.3},"indel":{"above":0.2},"liquid":null,"ofGenes":{"MLH1":{"atLeast":0.1}}},
        "msiHighOnly":["MLH1"],
        "groups":[{"rule":"all","name":{"ja":"","en":""},"certainty":"source","genes":{"ATM":null,"MLH1":null,"VHL":null}}],
        "exceptions":{"VHL":{"tumour":"kidney","onlyWith":["young"]}}}"#,
    )
    .unwrap();
    list.check(&tumours()).unwrap();
    list
}

fn facts(gene: &str, kind: AlterationClass, vaf: f64) -> GermlineFacts {
    GermlineFacts {
        gene: Some(GeneSymbol::parse(gene).unwrap()),
        kind: Some(kind),
        vaf: Some(Vaf::new(vaf).unwrap()),
        panel: Some(PanelKind::TumourOnly),
        significance: Some(GermlineSignificance::Pathogenic),
        ..GermlineFacts::default()
    }
}

#[test]
fn a_limit_is_reached_or_passed_as_the_list_says() {
    let ask = |kind, vaf| filter(&list(), &tumours(), &facts("ATM", kind, vaf)).candidate;
    assert_eq!(ask(AlterationClass::Snv, 0.3), GermlineCandidate::Yes, "30 % or more");
    assert_eq!(ask(AlterationClass::Indel, 0.2), GermlineCandidate::No, "more than 20 %");
    assert_eq!(ask(AlterationClass::Indel, 0.200_1), GermlineCandidate::Yes);
}

#[test]
fn a_limit_that_a_list_does_not_have_leaves_it_open() {
    let liquid = GermlineFacts { panel: Some(PanelKind::Liquid), ..facts("ATM", AlterationClass::Snv, 0.9) };
    assert_eq!(filter(&list(), &tumours(), &liquid).candidate, GermlineCandidate::Depends);
}

/// Findings of other genes, with every share and kind, stand beside the one that is asked about.
#[test]
fn no_other_finding_changes_what_is_asked_of_one() {
    let (list, tumours, tests) = (list(), tumours(), TestCatalogue::default());
    let answers = |case: &Case| -> Vec<GermlineCandidate> {
        let asked = case.findings.iter().find(|one| one.read.alteration.subject() == "ATM").unwrap();
        case.germline_facts(asked, &tests, &GermlineClaims::default())
            .iter()
            .map(|one| filter(&list, &tumours, &one.facts).candidate)
            .collect()
    };
    for (vaf, wanted) in [(0.25, GermlineCandidate::Yes), (0.15, GermlineCandidate::No)] {
        // A frameshift of 25 %: an unrelated substitution once took its note away elsewhere.
        let own = finding("ATM", "c.100del", vaf, Some("known"));
        let alone = case_of("tumor-only", vec![own.clone()]);
        assert_eq!(answers(&alone), [wanted]);
        for share in [0.01, 0.1, 0.2, 0.3, 0.5, 0.99] {
            for change in ["c.35G>A", "c.35del", "c.35_36insA"] {
                for verdict in [None, Some("known"), Some("unknown (VUS)")] {
                    let other = finding("KRAS", change, share, verdict);
                    let listed = finding("VHL", change, share, verdict);
                    for beside in [vec![other.clone(), own.clone()], vec![own.clone(), listed, other]] {
                        let case = case_of("tumor-only", beside);
                        assert_eq!(answers(&case), [wanted], "{share} {change} {verdict:?}");
                    }
                }
            }
        }
        let case = case_of("tumor-only", vec![marker("MSI", "stable"), own]);
        assert_eq!(answers(&case), [wanted], "microsatellites are asked of mismatch-repair genes alone");
    }
}

#[test]
fn microsatellites_are_those_of_the_case() {
    let (list, tumours, tests) = (list(), tumours(), TestCatalogue::default());
    for (state, wanted) in [
        (Some("MSI-High"), GermlineCandidate::Yes),
        (Some("MSS"), GermlineCandidate::No),
        (Some("cannot be determined"), GermlineCandidate::Depends),
        (None, GermlineCandidate::Depends),
    ] {
        let own = finding("MLH1", "c.100C>T", 0.12, Some("likely"));
        let case = case_of(
            "tumor-only",
            std::iter::once(own).chain(state.map(|state| marker("MSI", state))).collect(),
        );
        let facts = case.germline_facts(&case.findings[0], &tests, &GermlineClaims::default());
        assert_eq!(filter(&list, &tumours, &facts[0].facts).candidate, wanted, "{state:?}");
    }
}

#[test]
fn the_kind_of_test_is_read_from_its_file() {
    let tests = TestCatalogue::default();
    for (written, wanted) in [
        ("tumor-only", Some(PanelKind::TumourOnly)),
        ("tumor-only (cell-free)", Some(PanelKind::Liquid)),
        ("tumor and matched-normal", Some(PanelKind::TumourNormal)),
        ("", None),
    ] {
        let case = case_of(written, vec![finding("ATM", "c.1A>G", 0.5, None)]);
        let facts = case.germline_facts(&case.findings[0], &tests, &GermlineClaims::default());
        assert_eq!(facts[0].facts.panel, wanted, "{written}");
        assert_eq!(facts[0].facts.significance, None, "nobody has told it");
    }
}
