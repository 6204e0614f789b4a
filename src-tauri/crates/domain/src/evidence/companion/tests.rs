use super::*;
use crate::evidence::disease::Node;
use crate::evidence::matching::{Covered, CoveredGenes, Ground};
use crate::evidence::{GeneNames, Places};
use crate::finding::{Alteration, ShortVariant, TranscriptEffect};
use crate::gene::GeneSymbol;
use crate::hgvs::HgvsText;

fn tree() -> OncoTree {
    let node = |code: &str, parent: &str| Node {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        tissue: None,
        main_type: None,
        nci: Vec::new(),
        umls: Vec::new(),
        former: Vec::new(),
    };
    let rows = [
        ("TISSUE", ""),
        ("LUNG", "TISSUE"),
        ("NSCLC", "LUNG"),
        ("LUAD", "NSCLC"),
        ("BOWEL", "TISSUE"),
        ("COADREAD", "BOWEL"),
        ("SKIN", "TISSUE"),
        ("MEL", "SKIN"),
        ("LYMPH", "TISSUE"),
        ("FL", "LYMPH"),
    ];
    OncoTree::new("1".to_owned(), rows.map(|(code, parent)| node(code, parent)))
}

fn tumours(oncotree: &[&str], solid: bool, except: &[&str]) -> CompanionTumours {
    let all = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    CompanionTumours { oncotree: all(oncotree), solid, except: all(except) }
}

#[test]
fn a_row_stands_for_tumours_below_its_codes() {
    use PartState::{Met, NotMet, Unknown};
    let lung = tumours(&["LUNG"], false, &[]);
    let elsewhere = tumours(&[], true, &["LUNG", "COADREAD"]);
    let any = tumours(&[], true, &[]);
    let melanoma = tumours(&["MEL"], false, &[]);
    for (tumour, expected) in [
        (Some("LUAD"), [Met, NotMet, Met, NotMet]),
        (Some("LUNG"), [Met, NotMet, Met, NotMet]),
        (Some("COADREAD"), [NotMet, NotMet, Met, NotMet]),
        // Bowel holds what the row leaves out, and skin what it means: the code tells less than is asked.
        (Some("BOWEL"), [NotMet, Unknown, Met, NotMet]),
        (Some("SKIN"), [NotMet, Met, Met, Unknown]),
        (Some("MEL"), [NotMet, Met, Met, Met]),
        (Some("FL"), [NotMet, NotMet, NotMet, NotMet]),
        (Some("TISSUE"), [Unknown, Unknown, Unknown, Unknown]),
        (None, [Unknown, Unknown, Unknown, Unknown]),
        (Some("ZZZ"), [Unknown, Unknown, Unknown, Unknown]),
    ] {
        let told = [&lung, &elsewhere, &any, &melanoma].map(|tumours| tumours.stand_for(tumour, &tree()));
        assert_eq!(told, expected, "{tumour:?}");
    }
}

fn row(
    id: &str,
    profile: &str,
    tumours: CompanionTumours,
    tests: &[&str],
    certainty: Certainty,
) -> CompanionMarker {
    let name = || Label { ja: id.to_owned(), en: id.to_owned() };
    CompanionMarker {
        id: id.to_owned(),
        name: name(),
        profiles: vec![profile.to_owned()],
        tumours,
        tumour_name: name(),
        drugs: Vec::new(),
        tests: tests.iter().map(|test| (*test).to_owned()).collect(),
        from: "2026-06-01".to_owned(),
        source: "notice".to_owned(),
        certainty,
        remark: None,
    }
}

#[test]
fn a_finding_is_a_marker_by_a_test_for_a_tumour() {
    let finding = |gene: &str, protein: &str| {
        Alteration::ShortVariant(ShortVariant {
            chromosome: None,
            position: None,
            reference: None,
            alternate: None,
            vaf: None,
            depth: None,
            alternate_depth: None,
            against_reference: None,
            transcripts: vec![TranscriptEffect {
                gene: GeneSymbol::parse(gene).ok(),
                protein: HgvsText::parse(protein).ok(),
                ..TranscriptEffect::default()
            }],
        })
    };
    let (names, places) = (GeneNames::none(), Places::none());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let findings = [finding("KRAS", "G12C"), finding("KRAS", "G12V"), finding("BRAF", "V600E")];
    let covered =
        Covered { genes: CoveredGenes::All, fusion_genes: CoveredGenes::All, not_tested: Vec::new() };
    let case = CaseFindings::new(ground, &findings, &covered);
    let markers = CompanionMarkers::new([
        row("kras", "KRAS G12C", tumours(&["LUNG"], false, &[]), &[], Certainty::Source),
        row("braf-lung", "BRAF V600E", tumours(&["LUNG"], false, &[]), &["Test A"], Certainty::General),
        row("braf-mel", "BRAF V600", tumours(&["MEL"], false, &[]), &["Test A"], Certainty::Unconfirmed),
        row("kras", "KRAS G12C", tumours(&["NSCLC"], false, &[]), &["Test B"], Certainty::Source),
    ]);
    assert_eq!(markers.rows().count(), 3, "the later of two rows with one id stands");
    use TestAtHand::{NotKnown, Official, Written};
    let told = |tumour, test| {
        markers
            .of(&case, Some(tumour), test, &tree())
            .iter()
            .map(|found| (found.row.id.clone(), found.finding, found.by_this_test))
            .collect::<Vec<_>>()
    };
    let of = |id: &str, finding, by| (id.to_owned(), finding, by);
    assert_eq!(
        told("LUAD", Official("test a")),
        [of("kras", 0, ByThisTest::OthersNamed), of("braf-lung", 2, ByThisTest::Named)]
    );
    assert_eq!(told("MEL", Official("Test A")), [of("braf-mel", 2, ByThisTest::Named)]);
    assert_eq!(told("MEL", Official("Test B")), [of("braf-mel", 2, ByThisTest::NotKnown)], "not confirmed");
    assert_eq!(
        told("LUAD", NotKnown),
        [of("kras", 0, ByThisTest::NotKnown), of("braf-lung", 2, ByThisTest::NotKnown)]
    );
    // A name that no known test has is the same test where it is the same name, and else nothing is known.
    assert_eq!(
        told("LUAD", Written("test a")),
        [of("kras", 0, ByThisTest::NotKnown), of("braf-lung", 2, ByThisTest::Named)]
    );
    assert_eq!(told("COADREAD", NotKnown), []);
}
