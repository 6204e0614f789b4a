use super::*;
use crate::finding::{CopyNumberAlteration, DraftFinding, Origin, VerbatimField};
use crate::hgvs::HgvsText;
use crate::ids::FindingId;

fn effect(gene: &str, transcript: &str, coding: &str, protein: &str) -> TranscriptEffect {
    TranscriptEffect {
        gene: GeneSymbol::parse(gene).ok(),
        transcript: (!transcript.is_empty()).then(|| transcript.to_owned()),
        coding: HgvsText::parse(coding).ok(),
        protein: HgvsText::parse(protein).ok(),
        ..TranscriptEffect::default()
    }
}

fn finding(alteration: Alteration) -> Finding {
    let read = DraftFinding {
        item: "1".to_owned(),
        alteration,
        origin: Origin::Germline,
        sample: None,
        nucleic_acid: None,
        reported: None,
        laboratory_verdict: None,
        ccat_verdict: None,
        verbatim: vec![VerbatimField("ID".to_owned(), "rs121913343;COSV52662066".to_owned())],
    };
    Finding {
        id: FindingId::parse("G1").unwrap(),
        source: Some(0),
        entry: None,
        further: Vec::new(),
        choice: None,
        read,
    }
}

fn short(
    chromosome: &str,
    position: i64,
    alleles: (&str, &str),
    transcripts: Vec<TranscriptEffect>,
) -> Finding {
    finding(Alteration::ShortVariant(ShortVariant {
        chromosome: Chromosome::parse(chromosome).ok(),
        position: Position1::new(position).ok(),
        reference: Some(alleles.0.to_owned()),
        alternate: Some(alleles.1.to_owned()),
        vaf: None,
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts,
    }))
}

fn tp53() -> Finding {
    let effects = vec![
        effect("TP53", "NM_000546.6", "c.817C>T", "p.Arg273Cys"),
        effect("TP53", "NM_001126115.2", "c.421C>T", "p.Arg141Cys"),
        effect("WRAP53", "NM_018081.2", "", ""),
    ];
    short("17", 7_673_803, ("G", "A"), effects)
}

fn of(gene: &str, coding: &str, protein: &str) -> Finding {
    short("1", 1_000_000, ("G", "A"), vec![effect(gene, "", coding, protein)])
}

fn named(finding: &Finding, text: &str) -> Vec<String> {
    Withheld::new(vec![finding], Vec::new()).named_in(text)
}

#[test]
fn every_spelling_of_a_withheld_variant_is_found() {
    let tp53 = tp53();
    for text in [
        // As they were written and issued.
        "ＴＰ５３ Ｒ２７３Ｃ（Arg273Cys、chr17:7673803）は正常検体にも認める",
        "ＴＰ５３ Ｒ２７３Ｃは正常検体にも認めた",
        "腺癌（ＴＰ５３）",
        "姉: ＴＰ５３ c.817C>T 保有",
        "ＴＰ５３ R273C試験薬",
        // The gene.
        "TP53",
        "tp53の変化",
        "変化はTP53に",
        "TP53陽性",
        "TP-53",
        "TP 53",
        "Ｔｐ５３",
        "p53",
        "ｐ５３過剰発現",
        "P53蛋白",
        "gTP53",
        "TP53mut",
        "TP53_R248Q",
        // The protein change.
        "R273C",
        "r273c",
        "p.R273C",
        "p.(R273C)",
        "Arg273Cys",
        "p.Arg273Cys",
        "p.(Arg273Cys)",
        "ｐ．（Ａｒｇ２７３Ｃｙｓ）",
        "ARG273CYS",
        "Arg 273 Cys",
        "pR273C",
        "NP_000537.3:p.R273C",
        "アミノ酸置換R273Cを有する",
        "R273の変化",
        "Arg273に変化",
        // On another transcript.
        "R141C",
        "c.421C>T",
        // The coding change.
        "c.817C>T",
        "817C>T",
        "c.817C＞T",
        "ｃ．８１７Ｃ＞Ｔ",
        "c.817 C→T",
        "c. 817C->T",
        "NM_000546.6:c.817C>T",
        "C817T",
        "c.817の置換",
        "NM_000546",
        "NM_001126115.2",
        // The genomic place.
        "chr17:7673803",
        "17:7673803",
        "７６７３８０３",
        "7,673,803",
        "17:7,673,803",
        "Chr17: 7673803 G>A",
        "chr17 7673803",
        "g.7673803G>A",
        "17番染色体の7673803",
        "位置7,673,803",
        "ｃｈｒ１７：７６７３８０３",
        // The codon.
        "コドン273",
        "コドン２７３",
        "codon 273",
        "Codon273",
        "273番目のアミノ酸",
        "第273番",
        "273番",
        "273位のアルギニン",
        "aa 273",
        "アミノ酸273",
        // Numbers of databases.
        "rs121913343",
        "COSV52662066",
    ] {
        assert!(!named(&tp53, text).is_empty(), "{text}");
    }
}

#[test]
fn what_is_no_name_of_a_withheld_variant_is_not_found() {
    let tp53 = tp53();
    for text in [
        "273",
        "VAF 273/1000",
        "273例の解析",
        "817",
        "817件",
        "受付番号767380",
        "273",
        "673,803円",
        "chr17",
        "17番染色体短腕の欠失",
        "chr7:55259515",
        "TP53BP1の変化",
        "TP63",
        "TP5",
        "TP 5 3日目",
        "XTP53",
        "WRAP53",
        "R2730",
        "R27 3回目",
        "KRAS G12D",
        "c.8170C>T",
        "1817C>T",
        "NM_0005461",
        "コドン27",
        "コドン2730",
        "KRASコドン12",
        "rs123",
        "腺癌、Stage IV",
        "a 273-gene panel",
        "EGFR p.Leu858Argに対しオシメルチニブを推奨。",
    ] {
        assert_eq!(named(&tp53, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn genes_count_as_words_and_by_their_other_names() {
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "MET",
            &["MET", "ＭＥＴ増幅", "c-MET", "c-met阻害薬", "変化はMETに"],
            &["METTL3", "the criteria were met", "Met", "metformin", "転移(metastasis)", "METs"],
        ),
        ("KIT", &["KIT", "c-kit", "CD117陽性"], &["診断kitを使用", "diagnostic kit", "KITLG"]),
        ("ATM", &["ATM", "atm", "ＡＴＭ変異"], &["ATMIN", "ATM1", "bATMan", "treatment"]),
        (
            "NF1",
            &["NF1", "NF-1", "ＮＦ１", "ニューロフィブロミン"],
            &["NF12", "NF2", "KNF1", "NF-kB", "TNF 1"],
        ),
        (
            "BRCA2",
            &["BRCA2", "BRCA-2", "BRCA1/2", "BRCA", "gBRCA", "ＢＲＣＡ１／２", "BRCA1・2"],
            &["BRCA1", "BRCC3"],
        ),
        ("RAD51D", &["RAD51D", "RAD51C/D"], &["RAD51", "RAD51C", "RAD51C/BRIP1"]),
        (
            "ERBB2",
            &["ERBB2", "HER2", "HER-2", "ＨＥＲ２陰性", "HER2/neu", "HER 2"],
            &["HER3", "her 20 mg", "HERG", "neutrophil"],
        ),
        ("CDKN2A", &["p16", "p16陽性", "p14ARF", "CDKN2A/B", "p16INK4a"], &["p160", "CDKN2B", "op16"]),
        ("CDH1", &["E-cadherin", "E-カドヘリン減弱", "Eカドヘリン"], &["N-cadherin", "CDH11"]),
        ("PMS2", &["PMS2", "hPMS2", "MSH6/PMS2消失", "pms2"], &["PMS2CL", "PMS", "PMS1"]),
        ("MLH1", &["MLH1", "MLH-1", "ｍｌｈ１"], &["MLH3", "MLH"]),
        ("HLA-A", &["HLA-A", "HLA‐A*24:02", "ＨＬＡ－Ａ"], &["HLA-B", "HLA"]),
        ("POLE", &["POLE", "ＰＯＬＥ変異"], &["pole position", "POLE2", "POLD1"]),
    ];
    for (gene, found, others) in table {
        let finding = of(gene, "", "");
        for text in *found {
            assert!(!named(&finding, text).is_empty(), "{gene}: {text}");
        }
        for text in *others {
            assert_eq!(named(&finding, text), Vec::<String>::new(), "{gene}: {text}");
        }
    }
}

#[test]
fn changes_of_every_form_are_found_in_theirs() {
    let table: &[(&str, &str, &[&str], &[&str])] = &[
        (
            "c.2299del",
            "p.Ala767SerfsTer12",
            &["A767fs", "A767Sfs*12", "p.Ala767fs", "Ala767Serfs", "c.2299delG", "2299del"],
            &["A768fs", "22990"],
        ),
        (
            "c.637C>T",
            "p.Arg213Ter",
            &["R213*", "R213X", "p.Arg213Ter", "Arg213stop", "R213＊"],
            &["R2130", "R21"],
        ),
        ("c.904+1G>A", "", &["c.904+1G>A", "904+1G＞A", "c.904＋1", "c.904+1の変化"], &["c.904+10", "904日"]),
        ("c.-124C>T", "", &["c.-124C>T", "c.−124C>T", "-124C>T"], &["124", "c.-1240"]),
        (
            "c.2236_2250del",
            "p.Glu746_Ala750del",
            &["E746_A750del", "Glu746_Ala750del", "E746", "2236_2250delGAATT"],
            &["E7460"],
        ),
        // A stage, a vertebra: only the whole change counts where the number is small.
        (
            "c.11C>T",
            "p.Thr4Met",
            &["T4M", "p.Thr4Met", "コドン4", "c.11C>T"],
            &["cT4N2M0", "T4 stage", "4番", "11番染色体"],
        ),
        ("c.35G>A", "p.Gly12Asp", &["G12D", "Gly12Asp", "コドン12"], &["G12", "12番染色体", "12位", "12例"]),
        ("c.2T>C", "p.Met1?", &["c.2T>C"], &["M1", "cM1a", "Met1"]),
    ];
    for (coding, protein, found, others) in table {
        let finding = of("XYZ9", coding, protein);
        for text in *found {
            assert!(!named(&finding, text).is_empty(), "{coding} {protein}: {text}");
        }
        for text in *others {
            assert_eq!(named(&finding, text), Vec::<String>::new(), "{coding} {protein}: {text}");
        }
    }
}

#[test]
fn what_is_shown_too_betrays_nothing_but_its_own_change() {
    let (withheld, shown) = (tp53(), of("TP53", "c.743G>A", "p.Arg248Gln"));
    let both = Withheld::new(vec![&withheld], vec![&shown]);
    assert_eq!(both.named_in("TP53（p53）R248Q"), Vec::<String>::new(), "of the tumour");
    assert_eq!(both.named_in("TP53 R273C"), ["p.Arg273Cys"]);
    assert_eq!(both.named_in("TP53コドン273"), ["codon 273"]);
    let same_codon = of("TP53", "c.818G>A", "p.Arg273His");
    let both = Withheld::new(vec![&withheld], vec![&same_codon]);
    assert_eq!(both.named_in("TP53 R273H"), Vec::<String>::new());
    assert_eq!(both.named_in("TP53 R273C"), ["p.Arg273Cys"]);
    let same = tp53();
    assert_eq!(
        Withheld::new(vec![&withheld], vec![&same]).named_in("TP53 R273C chr17:7673803"),
        Vec::<String>::new(),
        "the tumour has it too"
    );
}

#[test]
fn what_is_said_of_many_genes_names_none_of_them() {
    let loss = finding(Alteration::CopyNumber(CopyNumberAlteration {
        chromosome: Chromosome::parse("13").ok(),
        start: Position1::new(32_315_000).ok(),
        end: Position1::new(32_400_000).ok(),
        alteration: "loss".to_owned(),
        metrics: Vec::new(),
        genes: vec![GeneSymbol::parse("BRCA2").unwrap()],
    }));
    assert_eq!(
        named(&loss, "loss を認める。欠失"),
        Vec::<String>::new(),
        "a tumour finding may be a loss too"
    );
    assert_eq!(named(&loss, "BRCA2のloss"), ["BRCA2"]);
    assert_eq!(named(&loss, "chr13:32,315,000-32,400,000"), ["chr13:32315000", "chr13:32400000"]);
}

#[test]
fn findings_that_no_text_can_name_are_left_out() {
    let (one, other) = (tp53(), of("MSH2", "c.942+3A>T", ""));
    let all = Withheld::new(vec![&one, &other], Vec::new());
    let near = all.among(["R273Cを", "腺癌"].into_iter());
    assert_eq!(near.withheld.len(), 1);
    assert_eq!(near.named_in("R273Cを"), all.named_in("R273Cを"));
    assert!(all.among(["R", "273C"].into_iter()).withheld.is_empty(), "two texts make no name");
}
