//! Copy number, fusions, regions, duplications.

use super::*;

#[test]
fn copy_number_is_not_expression_and_a_gain_is_no_amplification() {
    table(
        &[
            "ERBB2 AMPLIFICATION",
            "HER2 Amplification",
            "ERBB2 Gain",
            "ERBB2 OVEREXPRESSION",
            "ERBB2 Mutation",
            "ERBB2 Copy Number Variation",
            "ERBB2 Loss",
        ],
        &[
            (
                &copies("ERBB2", "amplification"),
                &[yes(K::CopyNumber), yes(K::CopyNumber), yes(K::CopyNumber), NO, NO, yes(K::CopyNumber), NO],
            ),
            (&copies("ERBB2", "gain"), &[NO, NO, yes(K::CopyNumber), NO, NO, yes(K::CopyNumber), NO]),
            (&copies("ERBB2", "no amplification"), &[NO, NO, NO, NO, NO, NO, NO]),
            (
                &copies("ERBB2", "amplification equivocal"),
                &[
                    Some((K::CopyNumber, U)),
                    Some((K::CopyNumber, U)),
                    Some((K::CopyNumber, U)),
                    NO,
                    NO,
                    yes(K::CopyNumber),
                    Some((K::CopyNumber, U)),
                ],
            ),
            (&expressed("ERBB2"), &[NO, NO, NO, Some((K::Expression, U)), NO, NO, NO]),
        ],
    );
    let alias = matched("HER2 Amplification", &copies("ERBB2", "amplification")).unwrap().aliases;
    assert_eq!(alias, [AliasUsed { written: "HER2".to_owned(), approved: "ERBB2".to_owned() }]);
    assert_eq!(matched("ERBB2 Amplification", &copies("ERBB2", "amplification")).unwrap().aliases, []);
}

#[test]
fn fusions_by_partner_in_either_order() {
    table(
        &[
            "EML4::ALK Fusion",
            "ALK EML4-ALK",
            "v::ALK Fusion",
            "ALK ALK FUSIONS",
            "ALK Rearrangement",
            "KIF5B::ALK Fusion",
            "ALK EML4-ALK e6-e20",
            "ALK Mutation",
            "ROS1 Fusion",
        ],
        &[
            (
                &fusion("EML4", "ALK"),
                &[
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    NO,
                    Some((K::Fusion, U)),
                    NO,
                    NO,
                ],
            ),
            (
                &fusion("ALK", "EML4"),
                &[
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    NO,
                    Some((K::Fusion, U)),
                    NO,
                    NO,
                ],
            ),
            (
                &rearranged("rearrangement", &["ALK rearrangement"], &[], &["ALK"]),
                &[
                    Some((K::Fusion, U)),
                    Some((K::Fusion, U)),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    yes(K::Fusion),
                    Some((K::Fusion, U)),
                    Some((K::Fusion, U)),
                    NO,
                    NO,
                ],
            ),
            (
                &rearranged("deletion", &["ALK exon 2-3 deletion"], &[], &["ALK"]),
                &[NO, NO, NO, NO, yes(K::Fusion), NO, NO, NO, NO],
            ),
        ],
    );
    let why = |finding: &Alteration| matched("EML4::ALK Fusion", finding).unwrap().why[0].clone();
    assert_eq!(why(&fusion("EML4", "ALK")).because, Because::Fusion);
    let other = why(&fusion("ALK", "EML4"));
    assert_eq!(other.because, Because::FusionOtherOrder);
    assert!(other.said().to_label().ja.contains("ALK::EML4"), "the order is shown as it is reported");
    assert_eq!(met("ABL1 BCR-ABL", &fusion("BCR", "ABL1")), yes(K::Fusion));
    assert_eq!(met("KMT2A MLL-MLLT3", &fusion("KMT2A", "MLLT3")), yes(K::Fusion));
}

#[test]
fn regions_classes_and_duplications() {
    let tp53 = |protein: &str| short_on("TP53", Some("NM_000546.6"), "", protein, &[]);
    assert_eq!(met("TP53 DNA BINDING DOMAIN MUTATION", &tp53("R175H")), yes(K::Region));
    assert_eq!(met("TP53 DNA Binding Domain Mutation", &tp53("R342P")), NO);
    assert_eq!(met("TP53 DNA BINDING DOMAIN MUTATION", &tp53("R175=")), NO);
    assert_eq!(met("TP53 SH2 DOMAIN MUTATION", &tp53("R175H")), NO, "no such region is known");
    let flt3 = |protein: &str| short_on("FLT3", Some("NM_004119.3"), "", protein, &[]);
    assert_eq!(met("FLT3 ITD", &flt3("p.Tyr597_Glu598insAspPheArgGluTyr")), yes(K::Class));
    assert_eq!(met("FLT3 ITD", &flt3("F590_Y597dup")), yes(K::Class));
    assert_eq!(met("FLT3 ITD", &flt3("D835Y")), NO);
    assert_eq!(
        met("FLT3 ITD", &rearranged("tandem duplication", &["FLT3-ITD"], &[], &["FLT3"])),
        yes(K::Class)
    );
    assert_eq!(met("CALR EXON 9 FRAMESHIFT", &short_on("CALR", None, "", "L367fs*46", &[])), yes(K::Exon));
    assert_eq!(met("KIT Exon 11 Mutation", &p("KIT", "V559D")), yes(K::Exon));
    assert_eq!(met("KIT Exon 11 Mutation", &p("KIT", "D816V")), NO);
    assert_eq!(met("PIK3CA Activating Mutation", &p("PIK3CA", "H1047R")), Some((K::Class, U)));
    assert_eq!(met("PIK3CA Activating Mutation", &p("PIK3CA", "Q5*")), NO);
    assert_eq!(
        met("TERT Promoter Mutation", &short("TERT", "c.-124C>T", "", &["upstream_gene_variant"])),
        yes(K::Region)
    );
    assert_eq!(
        met("TERT Promoter Mutation", &short("TERT", "", "promoter -124C>T", &["promoter"])),
        yes(K::Region)
    );
    assert_eq!(met("TERT Promoter Mutation", &p("TERT", "R865H")), NO);
    assert_eq!(met("EGFR VIII", &rearranged("deletion", &["EGFRvIII"], &[], &["EGFR"])), yes(K::SameChange));
    for unread in ["MDM2 SNP309", "MGMT Promoter Methylation", "EGFR RARE EGRF MUT"] {
        let gene = unread.split(' ').next().unwrap();
        assert_eq!(met(unread, &p(gene, "R1H")), NO, "{unread}");
    }
}

#[test]
fn exons_of_a_fusion_are_compared_where_its_name_tells_them() {
    let named = |name: &str| rearranged("fusion", &[name], &[("EML4", "ALK")], &[]);
    let report = "EML4(NM_019063)-ALK(NM_004304) fusion (E13;A20)";
    assert_eq!(met("ALK EML4-ALK e13-e20", &named(report)), yes(K::Fusion));
    assert_eq!(met("ALK EML4-ALK E13;A20", &named(report)), yes(K::Fusion));
    assert_eq!(met("ALK EML4-ALK e6-e20", &named(report)), NO);
    assert_eq!(met("ALK EML4-ALK e6-e20", &named("EML4-ALK")), Some((K::Fusion, U)));
}

#[test]
fn partners_may_stand_in_the_name_or_at_the_breakends_alone() {
    let by_name = rearranged("gene fusion", &["EML4-ALK"], &[], &[]);
    assert_eq!(met("EML4::ALK Fusion", &by_name), yes(K::Fusion));
    assert_eq!(met("KIF5B::ALK Fusion", &by_name), NO);
    assert_eq!(met("v::AR Fusion", &rearranged("splice variant", &["AR-V7"], &[], &["AR"])), NO);
    assert_eq!(met("HLA::A Fusion", &rearranged("deletion", &["HLA-A deletion"], &[], &[])), NO);
    let by_breakends = |alteration: &str| {
        let side = |gene: &str| match rearranged(alteration, &[], &[], &[gene]) {
            Alteration::Rearrangement(change) => change,
            other => panic!("{other:?}"),
        };
        let mut change = side("ALK");
        change.breakends.1 = side("EML4").breakends.0;
        Alteration::Rearrangement(change)
    };
    let found = matched("EML4::ALK Fusion", &by_breakends("fusion")).unwrap();
    assert_eq!((found.holds, found.why[0].because), (M, Because::Fusion), "breakends tell no order");
    assert_eq!(met("KIF5B::ALK Fusion", &by_breakends("fusion")), NO);
    assert_eq!(met("EML4::ALK Fusion", &by_breakends("deletion")), Some((K::Fusion, U)));
}
