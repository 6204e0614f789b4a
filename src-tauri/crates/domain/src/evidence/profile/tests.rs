use super::*;
use std::collections::BTreeSet;

fn criterion(text: &str) -> Criterion {
    let profile = Profile::read(text);
    match profile.expression {
        Expression::Part(part) => part.criterion,
        other => panic!("{text} is {other:?}"),
    }
}

fn protein(key: &str) -> Criterion {
    Criterion::Change(Change { protein: key.to_owned(), ..Change::default() })
}

fn both(key: &str, coding: &str) -> Criterion {
    Criterion::Change(Change { protein: key.to_owned(), coding: coding.to_owned(), transcript: None })
}

fn coding(key: &str) -> Criterion {
    both("", key)
}

fn residue(letter: Option<char>, first: u32, last: u32) -> Criterion {
    Criterion::Residue(Span { letter, first, last })
}

fn exon(exons: &[u32], change: ExonChange) -> Criterion {
    Criterion::Exon(ExonWanted { exons: exons.iter().copied().collect::<BTreeSet<_>>(), change })
}

#[test]
fn one_change_is_read_in_every_spelling() {
    for (text, expected) in [
        ("BRAF V600E", protein("V600E")),
        ("BRAF p.V600E", protein("V600E")),
        ("BRAF p.Val600Glu", protein("V600E")),
        ("BRAF VAL600GLU", protein("V600E")),
        ("BARD1 G320*", protein("G320*")),
        ("TP53 R213X", protein("R213*")),
        ("EGFR E746_A750del", protein("E746_A750del")),
        ("EGFR E746_A750DEL", protein("E746_A750del")),
        ("EGFR E709_T710delinsD", protein("E709_T710delinsD")),
        ("KIT W557_K558DELWK", protein("W557_K558del")),
        ("EGFR E746_T751>I", protein("E746_T751delinsI")),
        ("EGFR V769_770insASV", Criterion::Unread("V769_770insASV".to_owned())),
        ("EGFR Y772_A775DUP", protein("Y772_A775dup")),
        ("EGFR Y764_V765insHH", protein("Y764_V765insHH")),
        ("NPM1 W288FS", protein("W288fs")),
        ("VHL Y98FS (c.291delC)", both("Y98fs", "291del")),
        ("VHL V66Gfs*89 (c.197_209del)", both("V66fs*89", "197_209del")),
        ("VHL Y98C  (c.293A>G)", both("Y98C", "293A>G")),
        ("VHL *214C (c.642A>T)", both("*214C", "642A>T")),
        ("VHL R474C c.1420C>T", both("R474C", "1420C>T")),
        ("VHL Splicing alteration (c.340+1G>A)", coding("340+1G>A")),
        ("VHL p.193_196dupSTSC (c.577_588dupAGCACCAGCTGC)", coding("577_588dup")),
        ("BRCA2 c.7515+1_2del", coding("7515+1_2del")),
        ("VHL Splice Site (c.463+1G>C)", coding("463+1G>C")),
        ("TMB mTMB", Criterion::Unread("TMB mTMB".to_owned())),
        ("VHL c.128-?_250+?", Criterion::Unread("c.128-?_250+?".to_owned())),
        ("CHEK2 1100DELC", coding("1100del")),
        ("VHL 3p26.3-25.3 11Mb del", Criterion::Unread("3p26.3-25.3 11Mb del".to_owned())),
        ("PRKACA T17 DELETION", protein("T17del")),
    ] {
        assert_eq!(criterion(text), expected, "{text}");
    }
}

#[test]
fn residues_and_several_changes_stay_what_they_are() {
    for (text, expected) in [
        ("KRAS G12", residue(Some('G'), 12, 12)),
        ("NRAS Q61", residue(Some('Q'), 61, 61)),
        ("KRAS G12/G13", Criterion::OneOf(vec![residue(Some('G'), 12, 12), residue(Some('G'), 13, 13)])),
        ("BRAF V600E/K", Criterion::OneOf(vec![protein("V600E"), protein("V600K")])),
        ("FLT3 D835H/Y", Criterion::OneOf(vec![protein("D835H"), protein("D835Y")])),
        ("BRAF Non-V600", Criterion::OtherThan(Span { letter: Some('V'), first: 600, last: 600 })),
    ] {
        assert_eq!(criterion(text), expected, "{text}");
    }
}

#[test]
fn words_are_read_in_old_and_new_letter_case() {
    use CopyNumberWanted as Copies;
    for (text, expected) in [
        ("EGFR Exon 19 Deletion", exon(&[19], ExonChange::Deletion)),
        ("EGFR EXON 19 DELETION", exon(&[19], ExonChange::Deletion)),
        ("EGFR EXON 20 INSERTION", exon(&[20], ExonChange::Insertion)),
        ("KIT Exon 11 Mutation", exon(&[11], ExonChange::Mutation)),
        ("CALR EXON 9 FRAMESHIFT", exon(&[9], ExonChange::Frameshift)),
        ("KIT EXON 1-2 MUTATION", exon(&[1, 2], ExonChange::Mutation)),
        ("EGFR Ex19 del L858R", Criterion::OneOf(vec![exon(&[19], ExonChange::Deletion), protein("L858R")])),
        ("MET EXON 14 SKIPPING MUTATION", Criterion::Skipping(14)),
        ("MET Exon 14 Skipping Mutation", Criterion::Skipping(14)),
        ("TP53 DNA BINDING DOMAIN MUTATION", Criterion::Region("DNA BINDING".to_owned())),
        ("FLT3 TKD MUTATION", Criterion::Region("KINASE".to_owned())),
        ("ERBB2 Kinase Domain Mutation", Criterion::Region("KINASE".to_owned())),
        ("TP53 TRUNCATING MUTATION", Criterion::Class(Class::Truncating)),
        ("BRCA1 Loss-of-function", Criterion::Class(Class::LossOfFunction)),
        ("BRCA1 LOSS-OF-FUNCTION", Criterion::Class(Class::LossOfFunction)),
        ("ATM Deleterious Mutation", Criterion::Class(Class::LossOfFunction)),
        ("CALR FRAMESHIFT TRUNCATION", Criterion::Class(Class::Frameshift)),
        ("FLT3 ITD", Criterion::Class(Class::InternalDuplication)),
        ("PRKDC Mutation", Criterion::AnyMutation),
        ("FGFR2 FGFR2 mutations", Criterion::AnyMutation),
        ("ERBB2 AMPLIFICATION", Criterion::CopyNumber(Copies::Amplification)),
        ("NRAS Gain", Criterion::CopyNumber(Copies::Gain)),
        ("PTEN LOSS", Criterion::CopyNumber(Copies::Loss)),
        ("EGFR COPY NUMBER VARIATION", Criterion::CopyNumber(Copies::Any)),
        ("EGFR OVEREXPRESSION", Criterion::Expression(ExpressionWanted::Over)),
        ("EGFR Underexpression", Criterion::Expression(ExpressionWanted::Under)),
        ("EGFR EXPRESSION", Criterion::Expression(ExpressionWanted::Expressed)),
        ("ERBB3 NUCLEAR EXPRESSION", Criterion::Beyond("NUCLEAR EXPRESSION".to_owned())),
        ("MGMT PROMOTER METHYLATION", Criterion::Beyond("PROMOTER METHYLATION".to_owned())),
        ("KRAS WILD TYPE", Criterion::Wildtype),
        ("KRAS Wildtype", Criterion::Wildtype),
        ("TERT Promoter Mutation", Criterion::PromoterMutation),
        ("ALK REARRANGEMENT", Criterion::Rearrangement),
        ("EGFR ex19del", exon(&[19], ExonChange::Deletion)),
        ("EGFR exon19 deletion", exon(&[19], ExonChange::Deletion)),
        ("BRAF V600E mutation", protein("V600E")),
        ("KRAS G12 Mutation", residue(Some('G'), 12, 12)),
        ("EGFR エクソン19欠失", exon(&[19], ExonChange::Deletion)),
        ("EGFR遺伝子変異", Criterion::AnyMutation),
        ("ＢＲＡＦ Ｖ６００Ｅ変異", protein("V600E")),
        ("ERBB2遺伝子増幅", Criterion::CopyNumber(Copies::Amplification)),
        ("METエクソン14スキッピング変異", Criterion::Skipping(14)),
        ("KRAS野生型", Criterion::Wildtype),
        ("BRCA1 機能喪失型変異", Criterion::Class(Class::LossOfFunction)),
        ("高頻度マイクロサテライト不安定性", Criterion::Marker(MarkerState::High)),
        ("TMB高値", Criterion::Marker(MarkerState::High)),
        ("TMB High", Criterion::Marker(MarkerState::High)),
        ("MSI-H", Criterion::Marker(MarkerState::High)),
        ("Microsatellite Instability High", Criterion::Marker(MarkerState::High)),
        ("MSI High", Criterion::Marker(MarkerState::High)),
        ("MSS", Criterion::Marker(MarkerState::Stable)),
        ("SLCO1B1 rs4149056", Criterion::Unread("rs4149056".to_owned())),
        ("EGFR RARE EGRF MUT", Criterion::Unread("RARE EGRF MUT".to_owned())),
    ] {
        assert_eq!(criterion(text), expected, "{text}");
    }
}

#[test]
fn fusions_name_their_partners_in_order() {
    let gene = |symbol: &str| Partner::Gene(symbol.to_owned());
    let wanted = |text: &str| match criterion(text) {
        Criterion::Fusion(wanted) => wanted,
        other => panic!("{text} is {other:?}"),
    };
    for (text, five, three, ordered, detail) in [
        ("EML4::ALK Fusion", gene("EML4"), gene("ALK"), true, None),
        ("EML4::ALK", gene("EML4"), gene("ALK"), true, None),
        ("EML4-ALK fusion", gene("EML4"), gene("ALK"), true, None),
        ("EML4-ALK融合遺伝子", gene("EML4"), gene("ALK"), true, None),
        ("HLA-A Fusion", gene("HLA-A"), Partner::Any, false, None),
        ("NKX2-1 Fusion", gene("NKX2-1"), Partner::Any, false, None),
        ("v::ALK Fusion", Partner::Any, gene("ALK"), true, None),
        ("ALK EML4-ALK", gene("EML4"), gene("ALK"), true, None),
        ("ALK ALK FUSIONS", gene("ALK"), Partner::Any, false, None),
        ("NTRK3 NTRK3 FUSIONS", gene("NTRK3"), Partner::Any, false, None),
        ("ALK FUSION", gene("ALK"), Partner::Any, false, None),
        ("ABL1 BCR-ABL", gene("BCR"), gene("ABL"), true, None),
        ("ALK EML4-ALK e6-e20", gene("EML4"), gene("ALK"), true, Some("e6-e20".to_owned())),
        ("ALK EML4-ALK E20;A20", gene("EML4"), gene("ALK"), true, Some("E20;A20".to_owned())),
        ("KMT2A MLL-MLLT3", gene("MLL"), gene("MLLT3"), true, None),
    ] {
        assert_eq!(wanted(text), FusionWanted { five, three, ordered, detail }, "{text}");
    }
}

#[test]
fn parts_are_joined_as_the_name_says() {
    let shape = |text: &str| {
        fn of(expression: &Expression) -> String {
            let all = |of_: &[Expression], sign: &str| of_.iter().map(of).collect::<Vec<_>>().join(sign);
            match expression {
                Expression::Part(part) => part.name.clone(),
                Expression::All(parts) => format!("[{}]", all(parts, " & ")),
                Expression::Any(parts) => format!("[{}]", all(parts, " | ")),
                Expression::Not(one) => format!("!{}", of(one)),
            }
        }
        of(&Profile::read(text).expression)
    };
    for (text, expected) in [
        ("ALK F1174L AND RANBP2::ALK Fusion", "[ALK F1174L & RANBP2::ALK Fusion]"),
        ("BRAF V600E AND NOT KRAS Mutation", "[BRAF V600E & !KRAS Mutation]"),
        ("NOT BRAF V600E", "!BRAF V600E"),
        (
            "EGFR L858R AND (EGFR T790M OR MET Amplification)",
            "[EGFR L858R & [EGFR T790M | MET Amplification]]",
        ),
        ("(NOT KRAS G12C) AND BRAF V600E", "[!KRAS G12C & BRAF V600E]"),
        ("VHL Y98H (c.292T>C) AND VHL LOSS", "[VHL Y98H (c.292T>C) & VHL LOSS]"),
        ("(VHL Y98H (c.292T>C) OR VHL LOSS)", "[VHL Y98H (c.292T>C) | VHL LOSS]"),
        ("BRAF V600E and AMPLIFICATION", "[BRAF V600E & BRAF AMPLIFICATION]"),
        ("MET EXON 14 MUTATION and AMPLIFICATION", "[MET EXON 14 MUTATION & MET AMPLIFICATION]"),
        ("ABL1 BCR-ABL E255K V299L", "[ABL1 BCR-ABL & ABL1 E255K & ABL1 V299L]"),
        ("ALK EML4-ALK C1156Y-L1198F", "[ALK EML4-ALK & ALK C1156Y & ALK L1198F]"),
        ("ALK ALK FUSION F1245C", "[ALK FUSION & ALK F1245C]"),
        ("NTRK1 LMNA-NTRK1 G595R and G667C", "[NTRK1 LMNA-NTRK1 & NTRK1 G595R & NTRK1 G667C]"),
        ("PIK3CA Exon 10 and Exon 21 Mutation", "PIK3CA Exon 10 and Exon 21 Mutation"),
        (
            "BRAF V600E AND NOT BRAF V600K AND ( VHL W88* OR VHL V87E (c.260T>A) )",
            "[BRAF V600E & !BRAF V600K & [VHL W88* | VHL V87E (c.260T>A)]]",
        ),
        ("EGFR L858R AND NOT(BRAF V600E OR ( KRAS G12C ))", "[EGFR L858R & ![BRAF V600E | KRAS G12C]]"),
        ("NOTCH1 Mutation AND NOT NOTCH2 Loss", "[NOTCH1 Mutation & !NOTCH2 Loss]"),
        ("YWHAE::NUTM2A Fusion OR YWHAE::NUTM2B Fusion", "[YWHAE::NUTM2A Fusion | YWHAE::NUTM2B Fusion]"),
        ("BRAF V600E AND (KRAS G12C", "BRAF V600E AND (KRAS G12C"),
        ("A AND B AND C", "[A & B & C]"),
    ] {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn a_part_keeps_the_name_that_the_profile_gives_it() {
    let names = |text: &str| {
        let profile = Profile::read(text);
        profile.parts().iter().map(|part| part.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("EGFRエクソン19欠失 AND NOT KRAS変異"), ["EGFRエクソン19欠失", "KRAS変異"]);
    assert_eq!(names("EGFR 何か"), ["EGFR 何か"]);
}

#[test]
fn nothing_written_makes_it_stumble() {
    let deep = format!("{}BRAF V600E{}", "(".repeat(5000), ")".repeat(5000));
    let nots = "NOT ".repeat(5000);
    for text in [
        "",
        " ",
        "AND",
        "NOT",
        "()",
        "(",
        ")",
        "OR OR",
        "::",
        "a::",
        "G12/",
        "é",
        "EGFR é600É",
        "X Ex",
        &deep,
        &nots,
    ] {
        let profile = Profile::read(text);
        assert!(profile.parts().iter().all(|part| matches!(part.criterion, Criterion::Unread(_))), "{text}");
    }
}

#[test]
fn other_names_of_one_change_are_kept_and_those_of_a_group_are_not() {
    let known = |name: &str| KnownVariant {
        feature: "BRAF".to_owned(),
        name: name.to_owned(),
        aliases: vec!["RS113488022".to_owned(), "VAL640GLU".to_owned()],
        kinds: vec!["missense_variant".to_owned()],
        hgvs: vec!["NM_004333.4:c.1799T>A".to_owned(), "NP_004324.2:p.Val600Glu".to_owned()],
        place: None,
    };
    let also = |name: &str| {
        let profile = Profile::read_with(&format!("BRAF {name}"), &KnownVariants::new([known(name)]));
        profile.parts().iter().flat_map(|part| part.also.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        also("V600E"),
        [
            Change { protein: "V640E".to_owned(), ..Change::default() },
            Change {
                coding: "1799T>A".to_owned(),
                transcript: Some("NM_004333.4".to_owned()),
                ..Change::default()
            },
            Change { protein: "V600E".to_owned(), ..Change::default() },
        ]
    );
    assert_eq!(also("V600"), [], "a representative of the residue is not the residue");
    assert_eq!(also("MUTATION"), []);
}

#[test]
fn a_known_variant_is_found_whatever_its_letter_case_and_spaces() {
    let known = KnownVariant {
        feature: "VHL".to_owned(),
        name: "Y98C  (c.293A>G)".to_owned(),
        aliases: vec!["Tyr98Cys".to_owned()],
        kinds: Vec::new(),
        hgvs: vec!["ENST00000256474.2:c.293A>G".to_owned()],
        place: None,
    };
    let known = KnownVariants::new([known]);
    let also = |text: &str| Profile::read_with(text, &known).parts()[0].also.len();
    assert_eq!(also("VHL Y98C (c.293A>G)"), 2);
    assert_eq!(also("vhl  y98c (C.293A>G)"), 1, "a name in small letters is no change, its HGVS is");
    assert_eq!(also("VHL Y98C"), 0);
}
