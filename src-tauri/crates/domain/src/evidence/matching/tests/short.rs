//! Changes, residues, exons, classes.

use super::*;

#[test]
fn kras_by_change_by_residue_and_never_by_exon() {
    table(
        &["KRAS G12C", "KRAS G12V", "KRAS G13D", "KRAS G12", "KRAS G12/G13", "KRAS Mutation", "NRAS G12C"],
        &[
            (
                &p("KRAS", "p.Gly12Cys"),
                &[
                    yes(K::SameChange),
                    Some((K::SameResidue, N)),
                    NO,
                    yes(K::SameResidue),
                    yes(K::SameResidue),
                    yes(K::AnyMutation),
                    NO,
                ],
            ),
            (
                &p("KRAS", "G12V"),
                &[
                    Some((K::SameResidue, N)),
                    yes(K::SameChange),
                    NO,
                    yes(K::SameResidue),
                    yes(K::SameResidue),
                    yes(K::AnyMutation),
                    NO,
                ],
            ),
            (
                &p("KRAS", "G13D"),
                &[NO, NO, yes(K::SameChange), NO, yes(K::SameResidue), yes(K::AnyMutation), NO],
            ),
            (&p("KRAS", "p.Gly12="), &[NO, NO, NO, NO, NO, NO, NO]),
            (&short("KRAS", "c.36T>C", "", &["synonymous_variant"]), &[NO, NO, NO, NO, NO, NO, NO]),
            (&copies("KRAS", "amplification"), &[NO, NO, NO, NO, NO, NO, NO]),
        ],
    );
}

#[test]
fn braf_v600() {
    table(
        &["BRAF V600E", "BRAF V600K", "BRAF V600E/K", "BRAF V600", "BRAF Non-V600", "BRAF p.Val600Glu"],
        &[
            (
                &short("BRAF", "c.1799T>A", "p.(Val600Glu)", &["missense_variant"]),
                &[
                    yes(K::SameChange),
                    Some((K::SameResidue, N)),
                    yes(K::SameChange),
                    yes(K::SameResidue),
                    NO,
                    yes(K::SameChange),
                ],
            ),
            (
                &p("BRAF", "V600M"),
                &[
                    Some((K::SameResidue, N)),
                    Some((K::SameResidue, N)),
                    Some((K::SameResidue, N)),
                    yes(K::SameResidue),
                    NO,
                    Some((K::SameResidue, N)),
                ],
            ),
            (&p("BRAF", "G469A"), &[NO, NO, NO, NO, yes(K::AnyMutation), NO]),
            (&p("BRAF", "A600E"), &[NO, NO, NO, NO, NO, NO]),
        ],
    );
}

#[test]
fn egfr_exon_19_deletions_and_their_neighbours() {
    let on = |protein: &str| short_on("EGFR", Some("NM_005228.5"), "", protein, &[]);
    table(
        &[
            "EGFR Exon 19 Deletion",
            "EGFR E746_A750del",
            "EGFR L858R",
            "EGFR T790M",
            "EGFR Exon 20 Insertion",
            "EGFR Ex19 del L858R",
            "EGFR Exon 21 Mutation",
        ],
        &[
            (&on("p.Glu746_Ala750del"), &[yes(K::Exon), yes(K::SameChange), NO, NO, NO, yes(K::Exon), NO]),
            (&on("E746_A750delELREA"), &[yes(K::Exon), yes(K::SameChange), NO, NO, NO, yes(K::Exon), NO]),
            (&on("L747_P753delinsS"), &[yes(K::Exon), NO, NO, NO, NO, yes(K::Exon), NO]),
            (&on("K745_E746insTPVAIK"), &[NO, NO, NO, NO, NO, NO, NO]),
            (&on("E746fs*3"), &[NO, NO, NO, NO, NO, NO, NO]),
            (&on("L858R"), &[NO, NO, yes(K::SameChange), NO, NO, yes(K::SameChange), yes(K::Exon)]),
            (
                &on("L858Q"),
                &[NO, NO, Some((K::SameResidue, N)), NO, NO, Some((K::SameResidue, N)), yes(K::Exon)],
            ),
            (&on("L861Q"), &[NO, NO, NO, NO, NO, NO, yes(K::Exon)]),
            (&on("T790M"), &[NO, NO, NO, yes(K::SameChange), NO, NO, NO]),
            (&on("D770_N771insSVD"), &[NO, NO, NO, NO, yes(K::Exon), NO, NO]),
            (&on("A767_V769dup"), &[NO, NO, NO, NO, yes(K::Exon), NO, NO]),
            // Residues counted on another transcript are in no exon that we know.
            (
                &short_on("EGFR", Some("NM_201284.2"), "", "E746_A750del", &[]),
                &[NO, yes(K::SameChange), NO, NO, NO, NO, NO],
            ),
        ],
    );
}

#[test]
fn losses_and_what_switches_a_gene_off() {
    table(
        &[
            "BRCA1 LOSS-OF-FUNCTION",
            "BRCA1 Truncating Mutation",
            "BRCA1 Mutation",
            "BRCA1 Loss",
            "BRCA1 Deletion",
            "BRCA1 Homozygous Deletion",
            "BRCA1 Biallelic Inactivation",
            "BRCA1 Frameshift",
        ],
        &[
            (
                &short("BRCA1", "c.68_69del", "p.Glu23ValfsTer17", &["frameshift_variant"]),
                &[
                    yes(K::Class),
                    yes(K::Class),
                    yes(K::AnyMutation),
                    NO,
                    NO,
                    NO,
                    Some((K::Class, U)),
                    yes(K::Class),
                ],
            ),
            (
                &p("BRCA1", "Q1756*"),
                &[yes(K::Class), yes(K::Class), yes(K::AnyMutation), NO, NO, NO, Some((K::Class, U)), NO],
            ),
            (
                &short("BRCA1", "c.5277+1G>A", "", &["splice_donor_variant"]),
                &[yes(K::Class), yes(K::Class), yes(K::AnyMutation), NO, NO, NO, Some((K::Class, U)), NO],
            ),
            (
                &p("BRCA1", "p.Met1?"),
                &[yes(K::Class), yes(K::Class), yes(K::AnyMutation), NO, NO, NO, Some((K::Class, U)), NO],
            ),
            (&p("BRCA1", "C61G"), &[NO, NO, yes(K::AnyMutation), NO, NO, NO, NO, NO]),
            (
                &copies("BRCA1", "homozygous deletion"),
                &[
                    yes(K::Class),
                    NO,
                    NO,
                    yes(K::CopyNumber),
                    yes(K::CopyNumber),
                    yes(K::CopyNumber),
                    yes(K::Class),
                    NO,
                ],
            ),
            (
                &copies("BRCA1", "loss"),
                &[NO, NO, NO, yes(K::CopyNumber), yes(K::CopyNumber), Some((K::CopyNumber, U)), NO, NO],
            ),
            (&copies("BRCA1", "LOH"), &[NO, NO, NO, NO, NO, NO, NO, NO]),
        ],
    );
}

#[test]
fn any_mutation_is_one_that_alters_protein_or_splicing() {
    for (coding, protein, effects, expected) in [
        ("c.35G>A", "p.Gly12Asp", &["missense_variant"][..], yes(K::AnyMutation)),
        ("", "G12D", &[], yes(K::AnyMutation)),
        ("", "", &["Missense_Mutation"], yes(K::AnyMutation)),
        ("c.112-2A>G", "", &[], yes(K::AnyMutation)),
        ("", "splice site 112-1G>A", &["splice"], yes(K::AnyMutation)),
        ("c.112-2A>G", "p.?", &["splice_acceptor_variant"], yes(K::AnyMutation)),
        ("", "p.X38_splice", &["Splice_Site"], yes(K::AnyMutation)),
        ("c.34_36del", "", &["inframe_deletion"], yes(K::AnyMutation)),
        ("c.111+5G>A", "", &["splice_donor_5th_base_variant", "intron_variant"], Some((K::AnyMutation, U))),
        ("c.36T>C", "p.Gly12=", &["splice_region_variant", "synonymous_variant"], NO),
        ("", "G12G", &["silent"], NO),
        ("c.36T>C", "p.(=)", &["synonymous_variant"], NO),
        ("c.111+45A>G", "", &["intron_variant"], NO),
        ("c.111+45A>G", "", &[], NO),
        ("c.-14G>A", "", &["5_prime_UTR_variant"], NO),
        ("c.*22T>C", "", &["3'UTR"], NO),
        ("c.*22T>C", "", &[], NO),
        ("", "", &["Intron"], NO),
        ("", "", &["intron_variant", "nc_transcript_variant"], NO),
        ("", "", &["stop_lost"], yes(K::AnyMutation)),
        ("c.35G>A", "", &[], Some((K::AnyMutation, U))),
        ("", "", &[], Some((K::AnyMutation, U))),
    ] {
        let finding = short("KRAS", coding, protein, effects);
        assert_eq!(met("KRAS Mutation", &finding), expected, "{coding} {protein} {effects:?}");
    }
}

#[test]
fn met_exon_14_skipping_is_found_or_possible() {
    let on = |transcript, coding, protein| {
        short_on("MET", Some(transcript), coding, protein, &["splice_donor_variant"])
    };
    let skipping = |number: &str| rearranged("exon skipping", &[number], &[], &["MET"]);
    table(
        &[
            "MET EXON 14 SKIPPING MUTATION",
            "MET Exon 14 Skipping Mutation AND MET Amplification",
            "MET Mutation",
        ],
        &[
            (
                &on("NM_000245.4", "c.3028+1G>T", ""),
                &[Some((K::Exon, U)), Some((K::Composite, U)), yes(K::AnyMutation)],
            ),
            (
                &short("MET", "", "splice site 2888-17_2888-3del15", &["splice"]),
                &[Some((K::Exon, U)), Some((K::Composite, U)), yes(K::AnyMutation)],
            ),
            (&on("NM_000245.4", "c.1200+1G>T", ""), &[NO, NO, yes(K::AnyMutation)]),
            (
                &short_on("MET", Some("NM_000245.4"), "c.3028G>C", "p.Asp1010His", &["missense_variant"]),
                &[Some((K::Exon, U)), Some((K::Composite, U)), yes(K::AnyMutation)],
            ),
            (&p("MET", "Y1230C"), &[NO, NO, yes(K::AnyMutation)]),
            (&skipping("MET exon 14 skipping"), &[yes(K::Exon), Some((K::Composite, U)), NO]),
            (&skipping("METex14 skipping"), &[yes(K::Exon), Some((K::Composite, U)), NO]),
            (
                &rearranged("splice variant", &["MET exon 14"], &[], &["MET"]),
                &[Some((K::Exon, U)), Some((K::Composite, U)), NO],
            ),
            (&skipping("MET exon 13 skipping"), &[NO, NO, NO]),
            (&skipping("MET exon skipping"), &[Some((K::Exon, U)), Some((K::Composite, U)), NO]),
        ],
    );
}

#[test]
fn an_annotators_exon_counts_where_the_data_does_not_know_it() {
    let with = |gene: &str, protein: &str, number| {
        let mut finding = p(gene, protein);
        if let Alteration::ShortVariant(variant) = &mut finding {
            variant.transcripts[0].exon = number;
        }
        finding
    };
    for (profile, gene, protein, exon, expected) in [
        ("NF2 Exon 3 Mutation", "NF2", "R100H", Some(3), yes(K::Exon)),
        ("NF2 Exon 3 Mutation", "NF2", "R100H", Some(4), NO),
        ("NF2 Exon 3 Mutation", "NF2", "R100=", Some(3), NO),
        ("NF2 Exon 3 Mutation", "NF2", "R100H", None, NO),
        ("NF2 Exon 2-4 Mutation", "NF2", "R100H", Some(3), yes(K::Exon)),
        // The data knows exon 11 of KIT: a residue that it puts elsewhere is elsewhere.
        ("KIT Exon 11 Mutation", "KIT", "D816V", Some(11), NO),
        ("KIT Exon 17 Mutation", "KIT", "D816V", Some(17), yes(K::Exon)),
    ] {
        assert_eq!(met(profile, &with(gene, protein, exon)), expected, "{profile} {protein} {exon:?}");
    }
}

#[test]
fn frameshifts_and_lost_stops_are_told_by_bases_where_the_protein_does_not() {
    let vhl = |coding: &str, protein: &str| short_on("VHL", Some("NM_000551.4"), coding, protein, &[]);
    let named = "VHL Y98FS (c.291delC)";
    assert_eq!(met(named, &vhl("c.291del", "p.Tyr98fs")), yes(K::SameChange));
    assert_eq!(met(named, &vhl("c.291delC", "p.Tyr98MetfsTer61")), yes(K::SameChange));
    assert_eq!(met(named, &vhl("", "Y98fs*61")), yes(K::SameChange));
    assert_eq!(met(named, &vhl("c.291_310del", "p.Tyr98fs")), Some((K::SameResidue, N)));
    let long = "VHL Y98FS (c.291_310del20)";
    assert_eq!(met(long, &vhl("c.291_310del", "p.Tyr98HisfsTer27")), yes(K::SameChange));
    assert_eq!(met(long, &vhl("c.291del", "p.Tyr98fs")), Some((K::SameResidue, N)));
    let both = "VHL W88FS (c.263_265delGGCinsTT)";
    assert_eq!(met(both, &vhl("c.263_265delinsTT", "p.Trp88PhefsTer?")), yes(K::SameChange));
    assert_eq!(met("VHL F76fs (c.223_224insT)", &vhl("c.224dupT", "p.F76Lfs*56")), yes(K::SameChange));
    assert_eq!(met("VHL P154fs (c.462delA)", &vhl("c.462del", "p.Val155CysfsTer4")), yes(K::SameChange));
    assert_eq!(met("VHL *214C (c.642A>T)", &vhl("c.642A>T", "p.Ter214CysextTer14")), yes(K::SameChange));
    assert_eq!(
        met("VHL *214C (c.642A>T)", &vhl("c.642A>G", "p.Ter214TrpextTer14")),
        Some((K::SameResidue, N))
    );
    assert_eq!(met("TP53 V600E", &p("TP53", "V600fs")), NO);
}

#[test]
fn a_deletion_named_by_its_bases_lies_in_its_exon() {
    let egfr = |coding: &str| short_on("EGFR", Some("NM_005228.5"), coding, "", &["inframe_deletion"]);
    assert_eq!(met("EGFR Exon 19 Deletion", &egfr("c.2235_2249del")), yes(K::Exon));
    assert_eq!(met("EGFR Exon 19 Deletion", &egfr("c.2300_2302del")), NO);
    assert_eq!(met("EGFR Exon 19 Deletion", &egfr("c.*5_*7del")), NO);
}
