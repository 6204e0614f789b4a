//! The shipped data beside each other: findings as laboratories write them against profiles, with the exons, names, marks
//! and diseases that come with the program.

use entaku_domain::evidence::companion::CompanionMarkers;
use entaku_domain::evidence::companion::TestAtHand;
use entaku_domain::evidence::matching::{CaseFindings, Covered, CoveredGenes, Ground};
use entaku_domain::evidence::profile::Profile;
use entaku_domain::evidence::{MatchKind, PartState};
use entaku_domain::finding::{
    Alteration, CopyNumberAlteration, Rearrangement, ShortVariant, TranscriptEffect,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use entaku_knowledge::{companion, exons, gene_names, oncotree};

fn short(gene: &str, transcript: &str, coding: &str, protein: &str) -> Alteration {
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
            transcript: Some(transcript.to_owned()),
            coding: HgvsText::parse(coding).ok(),
            protein: HgvsText::parse(protein).ok(),
            ..TranscriptEffect::default()
        }],
    })
}

fn copies(gene: &str, alteration: &str) -> Alteration {
    Alteration::CopyNumber(CopyNumberAlteration {
        chromosome: None,
        start: None,
        end: None,
        alteration: alteration.to_owned(),
        metrics: Vec::new(),
        genes: GeneSymbol::parse(gene).into_iter().collect(),
    })
}

fn fusion(five: &str, three: &str) -> Alteration {
    Alteration::Rearrangement(Rearrangement {
        alteration: "gene fusion".to_owned(),
        names: Vec::new(),
        breakends: (None, None),
        gene_pairs: GeneSymbol::parse(five).into_iter().zip(GeneSymbol::parse(three)).collect(),
        vaf: None,
        supporting_reads: None,
        total_reads: None,
    })
}

#[test]
fn findings_meet_profiles_with_what_is_shipped() {
    use MatchKind::{CopyNumber, Exon, Fusion, Region};
    use PartState::{Met, Unknown};
    let (names, places) = (gene_names::shipped().unwrap(), exons::shipped().unwrap());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let met = |profile: &str, finding: &Alteration| {
        let case = CaseFindings::new(ground, [finding], &Covered::not_known());
        case.meets(&Profile::read(profile)).pop().map(|(_, matched)| (matched.kind, matched.holds))
    };
    let egfr = |protein| short("EGFR", "ENST00000275493.7", "", protein);
    for (profile, finding, expected) in [
        ("EGFR Exon 19 Deletion", egfr("p.Glu746_Ala750del"), Some((Exon, Met))),
        ("EGFR Exon 19 Deletion", egfr("p.Leu858Arg"), None),
        ("EGFR Exon 20 Insertion", egfr("p.Ala767_Val769dup"), Some((Exon, Met))),
        ("NPM1 EXON 12 MUTATION", short("NPM1", "NM_002520.7", "", "p.Trp288fs"), Some((Exon, Met))),
        ("PIK3CA EXON 9 MUTATION", short("PIK3CA", "NM_006218.4", "", "E545K"), Some((Exon, Met))),
        // Exon 9 as annotators count it is not the one that the field calls so.
        ("PIK3CA EXON 9 MUTATION", short("PIK3CA", "NM_006218.4", "", "Q469H"), None),
        ("KIT EXON 11 MUTATION", short("KIT", "NM_000222.3", "", "W557_K558del"), Some((Exon, Met))),
        ("KRAS Exon 2 Mutation", short("KRAS", "ENST00000311936.8", "", "G12D"), Some((Exon, Met))),
        (
            "MET EXON 14 SKIPPING MUTATION",
            short("MET", "NM_001127500.3", "c.3082+1G>T", ""),
            Some((Exon, Unknown)),
        ),
        ("TP53 DNA BINDING DOMAIN MUTATION", short("TP53", "NM_000546.6", "", "R175H"), Some((Region, Met))),
        ("ERBB2 KINASE DOMAIN MUTATION", short("ERBB2", "NM_004448.4", "", "V777L"), Some((Region, Met))),
        ("HER2 Amplification", copies("ERBB2", "amplification"), Some((CopyNumber, Met))),
        ("ABL1 BCR-ABL", fusion("BCR", "ABL1"), Some((Fusion, Met))),
        ("ALK NPM-ALK", fusion("NPM1", "ALK"), Some((Fusion, Met))),
        ("KMT2A MLL-MLLT3", fusion("KMT2A", "MLLT3"), Some((Fusion, Met))),
        ("FGFR1 ZNF198-FGFR1", fusion("ZMYM2", "FGFR1"), Some((Fusion, Met))),
    ] {
        assert_eq!(met(profile, &finding), expected, "{profile}");
    }
}

#[test]
fn a_finding_is_a_paid_marker_for_its_tumour() {
    let (names, places) = (gene_names::shipped().unwrap(), exons::shipped().unwrap());
    let tree = oncotree::shipped().unwrap().tree;
    let markers = CompanionMarkers::new(companion::shipped().unwrap().markers);
    let findings = [
        short("KRAS", "NM_004985.5", "c.34G>T", "p.Gly12Cys"),
        short("BRAF", "NM_004333.6", "c.1799T>A", "p.Val600Glu"),
        fusion("EML4", "ALK"),
        short("TP53", "NM_000546.6", "", "R175H"),
    ];
    let covered =
        Covered { genes: CoveredGenes::All, fusion_genes: CoveredGenes::All, not_tested: Vec::new() };
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let case = CaseFindings::new(ground, &findings, &covered);
    let paid = |tumour: &str| {
        let mut paid: Vec<(String, usize)> = markers
            .of(&case, Some(tumour), TestAtHand::NotKnown, &tree)
            .iter()
            .map(|found| (found.row.id.clone(), found.finding))
            .collect();
        paid.sort();
        paid
    };
    let of = |rows: &[(&str, usize)]| {
        rows.iter().map(|(id, finding)| ((*id).to_owned(), *finding)).collect::<Vec<_>>()
    };
    assert_eq!(paid("LUAD"), of(&[("lung-alk", 2), ("lung-braf", 1), ("lung-kras", 0)]));
    assert_eq!(paid("COAD"), of(&[("crc-braf", 1), ("crc-ras", 0), ("solid-alk", 2)]));
    assert_eq!(paid("PAAD"), of(&[("solid-alk", 2), ("solid-braf", 1)]));
}
