//! The table of proposed sentences, kind × class × origin × direction, each row read by eye. What stands here was written down
//! first, as what is true of such a finding; it is no output that was copied.

use super::proposed;
use crate::decision::{Call, Decision, Verdict};
use crate::finding::{
    Alteration, Biomarker, CopyNumberAlteration, DraftFinding, Expression, Finding, NonHuman, Origin,
    Rearrangement, ShortVariant, TranscriptEffect,
};
use crate::gene::GeneSymbol;
use crate::grade::Grade;
use crate::ids::{FindingId, MemberId};
use crate::label::Label;
use crate::measure::Metric;
use crate::member::{Actor, Role};
use crate::report::ReportFinding;
use crate::text::Text;

const SOMATIC: Origin = Origin::Somatic;

fn gene(symbol: &str) -> GeneSymbol {
    GeneSymbol::parse(symbol).unwrap()
}

fn metric(value: f64, unit: &str) -> Metric {
    Metric { value, unit: Some(unit.to_owned()), kind: None }
}

fn short(symbol: &str) -> Alteration {
    let effect = TranscriptEffect { gene: Some(gene(symbol)), ..TranscriptEffect::default() };
    Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: None,
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    })
}

fn copies(words: &str, number: Option<f64>) -> Alteration {
    Alteration::CopyNumber(CopyNumberAlteration {
        chromosome: None,
        start: None,
        end: None,
        alteration: words.to_owned(),
        metrics: number.map(|number| metric(number, "copy number")).into_iter().collect(),
        genes: vec![gene("ERBB2")],
    })
}

fn joined(words: &str, pair: Option<(&str, &str)>) -> Alteration {
    Alteration::Rearrangement(Rearrangement {
        alteration: words.to_owned(),
        names: Vec::new(),
        breakends: (None, None),
        gene_pairs: pair.map(|(five, three)| (gene(five), gene(three))).into_iter().collect(),
        vaf: None,
        supporting_reads: None,
        total_reads: None,
    })
}

fn marker(name: &str, state: Option<&str>, value: Option<(f64, &str)>) -> Alteration {
    Alteration::Biomarker(Biomarker {
        marker: name.to_owned(),
        metrics: value.map(|(value, unit)| metric(value, unit)).into_iter().collect(),
        state: state.map(str::to_owned),
        descriptions: Vec::new(),
    })
}

/// A verdict: scale and weight, or none.
type Class = Option<(&'static str, i8)>;

fn row(alteration: Alteration, origin: Origin, class: Class, actionable: Option<bool>) -> ReportFinding {
    let panel = class.map(|(scale, weight)| Decision {
        verdict: Verdict {
            evidence: Vec::new(),
            call: Call::Classified {
                grade: Grade {
                    scale: scale.to_owned(),
                    version: "1".to_owned(),
                    scale_name: Label { ja: String::new(), en: String::new() },
                    class: "class".to_owned(),
                    class_name: Label { ja: String::new(), en: String::new() },
                    weight,
                    germline: scale.starts_with("acmg"),
                },
            },
            actionable,
            rationale: None,
            references: Vec::new(),
            basis: None,
            dissent: Vec::new(),
        },
        by: Actor {
            member: MemberId::parse("0198c5b2-7f00-7000-8000-000000000001").unwrap(),
            name: Text::new("佐藤").unwrap(),
            role: Role::Chair,
            on_behalf_of: None,
        },
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
    });
    let finding = Finding {
        id: FindingId::new(1).unwrap(),
        source: Some(0),
        entry: None,
        further: Vec::new(),
        choice: None,
        read: DraftFinding {
            item: "1".to_owned(),
            alteration: alteration.clone(),
            origin,
            sample: None,
            nucleic_acid: None,
            reported: None,
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: Vec::new(),
        },
    };
    ReportFinding {
        kind: alteration.kind(),
        subject: alteration.subject(),
        gene_role: None,
        change: alteration.change(),
        differences: Vec::new(),
        ccat: None,
        panel,
        germline: None,
        finding,
    }
}

fn said(row: &ReportFinding, resistance: bool) -> Option<(String, String)> {
    proposed(row, resistance).map(|label| (label.ja, label.en))
}

const SOP: Class = Some(("oncogenicity-2022", 2));
const VUS: Class = Some(("oncogenicity-2022", 0));
const LIKELY_BENIGN: Class = Some(("oncogenicity-2022", -1));
const BENIGN: Class = Some(("oncogenicity-2022", -2));
const DRIVER: Class = Some(("panel-alteration", 2));
const TIER_2: Class = Some(("amp-tier-2017", 1));
const PATHOGENIC: Class = Some(("acmg-2015", 2));

#[test]
fn a_class_is_said_as_what_it_is() {
    let found = "調べた検体で、KRAS 遺伝子に変化が見つかりました。";
    for (class, actionable, resistance, meaning) in [
        (SOP, None, false, "がんの成り立ちや性質に関わる変化と考えられています。"),
        (SOP, Some(false), false, "がんの成り立ちや性質に関わる変化と考えられています。"),
        (SOP, Some(true), false, "治療を選ぶときに関わる変化と考えられています。"),
        (SOP, Some(true), true, "一部のお薬が効きにくくなることに関わる変化と考えられています。"),
        (DRIVER, None, false, "がんの成り立ちや性質に関わる変化と考えられています。"),
        (DRIVER, Some(false), false, "がんの成り立ちや性質に関わる変化と考えられています。"),
        (TIER_2, None, false, "治療や診断を考えるうえで意味のある変化と考えられています。"),
        (VUS, None, false, "今の時点では、意味がはっきりしていない変化です。"),
        (LIKELY_BENIGN, None, false, "がんとの関わりは、ない、または少ないと考えられている変化です。"),
        (BENIGN, None, false, "がんとの関わりは、ない、または少ないと考えられている変化です。"),
        (None, None, false, "意味については、担当医がご説明します。"),
    ] {
        let (ja, _) = said(&row(short("KRAS"), SOMATIC, class, actionable), resistance).unwrap();
        assert_eq!(ja, format!("{found}{meaning}"), "{class:?} {actionable:?} {resistance}");
    }
}

#[test]
fn what_is_inherited_is_not_in_the_cancer_cells() {
    for (origin, class, sentence) in [
        (
            Origin::Germline,
            PATHOGENIC,
            "BRCA2 遺伝子に、生まれつきの変化が見つかりました。病気のなりやすさに関わる変化と考えられています。",
        ),
        (
            Origin::LikelyGermline,
            PATHOGENIC,
            "BRCA2 遺伝子に、生まれつきの可能性がある変化が見つかりました。病気のなりやすさに関わる変化と考えられています。",
        ),
        (
            Origin::Germline,
            VUS,
            "BRCA2 遺伝子に、生まれつきの変化が見つかりました。今の時点では、意味がはっきりしていない変化です。",
        ),
        (
            Origin::Germline,
            Some(("acmg-2015", -2)),
            "BRCA2 遺伝子に、生まれつきの変化が見つかりました。病気のなりやすさとの関わりは、ない、または少ないと考えられている変化です。",
        ),
        (
            Origin::Unknown,
            SOP,
            "調べた検体で、BRCA2 遺伝子に変化が見つかりました。がんの成り立ちや性質に関わる変化と考えられています。",
        ),
    ] {
        assert_eq!(said(&row(short("BRCA2"), origin, class, None), false).unwrap().0, sentence);
    }
}

#[test]
fn a_change_of_copies_is_said_by_its_direction() {
    for (words, number, sentence) in [
        ("amplification", Some(12.0), Some("調べた検体で、ERBB2 遺伝子の数が大きく増えていました。")),
        ("gain", Some(4.0), Some("調べた検体で、ERBB2 遺伝子の数が増えていました。")),
        ("loss", Some(1.0), Some("調べた検体で、ERBB2 遺伝子の数が減っていました。")),
        ("loss", Some(0.0), Some("調べた検体で、ERBB2 遺伝子が失われていました。")),
        ("homozygous deletion", None, Some("調べた検体で、ERBB2 遺伝子が失われていました。")),
        ("LOH", None, Some("調べた検体で、2つあるERBB2 遺伝子の型のうち、片方が失われていました。")),
        ("CNV", None, None),
        ("amplification equivocal", None, None),
    ] {
        let meaning = "意味については、担当医がご説明します。";
        let wanted = sentence.map(|sentence| format!("{sentence}{meaning}"));
        let found = said(&row(copies(words, number), SOMATIC, None, None), false).map(|(ja, _)| ja);
        assert_eq!(found, wanted, "{words} {number:?}");
    }
    // That nothing was found means nothing for the cancer, whatever was judged.
    let nothing = said(&row(copies("no amplification", None), SOMATIC, SOP, Some(true)), false).unwrap();
    assert_eq!(nothing.0, "ERBB2 遺伝子の数に変化は見つかりませんでした。");
    assert_eq!(nothing.1, "No change was found in the number of copies of the gene ERBB2.");
}

#[test]
fn genes_are_joined_to_genes_and_to_what_is_none() {
    for (words, pair, sentence) in [
        (
            "fusion",
            Some(("EML4", "ALK")),
            Some("調べた検体で、EML4 遺伝子と ALK 遺伝子がつながっていました。"),
        ),
        (
            "fusion",
            Some(("NF1", "intergenic")),
            Some("調べた検体で、NF1 遺伝子が、本来とは別の所とつながっていました。"),
        ),
        (
            "rearrangement",
            Some(("NF1", "N/A")),
            Some("調べた検体で、NF1 遺伝子が、本来とは別の所とつながっていました。"),
        ),
        (
            "duplication",
            Some(("BRAF", "BRAF")),
            Some("調べた検体で、BRAF 遺伝子の並び方に変化がありました。"),
        ),
        (
            "exon skipping",
            Some(("MET", "MET")),
            Some("調べた検体で、MET 遺伝子の一部が読み飛ばされていました。"),
        ),
        ("fusion", None, None),
    ] {
        let wanted = sentence
            .map(|sentence| format!("{sentence}がんの成り立ちや性質に関わる変化と考えられています。"));
        let pair = pair.filter(|(_, three)| GeneSymbol::parse(three).is_ok());
        let alteration = joined(words, pair);
        let found = said(&row(alteration, SOMATIC, SOP, None), false).map(|(ja, _)| ja);
        assert_eq!(found, wanted, "{words} {pair:?}");
    }
    let none = said(&row(joined("no fusion", Some(("EML4", "ALK"))), SOMATIC, None, None), false).unwrap();
    assert_eq!(none.0, "EML4 遺伝子のつながり方に変化は見つかりませんでした。");
}

#[test]
fn a_marker_is_said_by_its_state_and_what_it_measures() {
    for (name, state, value, sentence) in [
        (
            "TMB",
            Some("high"),
            Some((13.0, "muts/Mb")),
            Some("TMB（がん細胞の遺伝子の変化の多さを表す値）は高いと判定されました（13 mut/Mb）。"),
        ),
        (
            "TMB",
            Some("low"),
            Some((3.0, "muts/Mb")),
            Some("TMB（がん細胞の遺伝子の変化の多さを表す値）は高くないと判定されました（3 mut/Mb）。"),
        ),
        (
            "TMB",
            None,
            Some((3.0, "muts/Mb")),
            Some(
                "TMB（がん細胞の遺伝子の変化の多さを表す値）は 3 mut/Mb でした。意味については、担当医がご説明します。",
            ),
        ),
        (
            "TMB",
            Some("cannot be determined"),
            None,
            Some("TMB（がん細胞の遺伝子の変化の多さを表す値）は判定できませんでした。"),
        ),
        (
            "TMB",
            Some("unknown"),
            Some((3.0, "muts/Mb")),
            Some("TMB（がん細胞の遺伝子の変化の多さを表す値）は判定できませんでした。"),
        ),
        ("TMB", None, None, None),
        (
            "MSI",
            Some("high"),
            None,
            Some(
                "遺伝子の傷を直す働きを調べる検査（MSI検査）の結果は「MSI-High（高い）」で、直す働きが弱くなっているしるしが見つかりました。",
            ),
        ),
        (
            "MSI",
            Some("stable"),
            None,
            Some(
                "遺伝子の傷を直す働きを調べる検査（MSI検査）の結果は「MSS（安定）」で、直す働きが弱くなっているしるしは見つかりませんでした。",
            ),
        ),
        (
            "MSI",
            Some("unknown"),
            None,
            Some("遺伝子の傷を直す働きを調べる検査（MSI検査）の結果は、判定できませんでした。"),
        ),
        ("MSI", Some("intermediate"), None, None),
        (
            "MSI",
            None,
            Some((2.1, "%")),
            Some(
                "遺伝子の傷を直す働きを調べる検査（MSI検査）の値は 2.1 % でした。意味については、担当医がご説明します。",
            ),
        ),
        ("HRD", Some("positive"), None, None),
        (
            "LOH",
            None,
            Some((18.0, "%")),
            Some(
                "LOH（2つある遺伝子の型の片方が失われている割合）は 18 % でした。意味については、担当医がご説明します。",
            ),
        ),
    ] {
        // Whatever the panel judged: a marker is no change of a gene.
        let found = said(&row(marker(name, state, value), SOMATIC, SOP, Some(true)), false).map(|(ja, _)| ja);
        assert_eq!(found.as_deref(), sentence, "{name} {state:?} {value:?}");
    }
}

#[test]
fn what_is_read_or_foreign_is_no_change_of_a_gene() {
    let expressed = |value| {
        Alteration::Expression(Expression { genes: vec![gene("ROS1")], metrics: vec![metric(value, "TPM")] })
    };
    for (value, shown) in [(0.0, "0 TPM"), (128.5, "128.5 TPM")] {
        let (ja, _) = said(&row(expressed(value), SOMATIC, SOP, None), false).unwrap();
        assert_eq!(
            ja,
            format!(
                "ROS1 遺伝子がどれくらい働いているか（発現量）を調べました。値は {shown} でした。意味については、担当医がご説明します。"
            )
        );
    }
    let foreign = |organism: &str, reads: f64| {
        Alteration::NonHuman(NonHuman {
            organism: organism.to_owned(),
            metrics: vec![metric(reads, "reads")],
        })
    };
    let (ja, _) = said(&row(foreign("HHV-4", 120.0), SOMATIC, SOP, None), false).unwrap();
    assert_eq!(
        ja,
        "調べた検体で、ウイルス（HHV-4）の遺伝情報が見つかりました。意味については、担当医がご説明します。"
    );
    assert_eq!(said(&row(foreign("HHV-4", 0.0), SOMATIC, SOP, None), false), None, "nothing was found");
}

/// Sentences that were proposed before and are false of some finding, and what says nothing.
#[test]
fn no_sentence_says_what_only_some_findings_are() {
    let all = [
        short("TP53"),
        copies("amplification", None),
        copies("homozygous deletion", None),
        joined("fusion", Some(("EML4", "ALK"))),
        marker("MSI", Some("unknown"), None),
        marker("TMB", Some("high"), Some((12.0, "muts/Mb"))),
    ];
    for alteration in all {
        for origin in [
            Origin::Somatic,
            Origin::LikelySomatic,
            Origin::Unknown,
            Origin::LikelyGermline,
            Origin::Germline,
        ] {
            for class in [SOP, VUS, BENIGN, TIER_2, PATHOGENIC, None] {
                for (actionable, resistance) in [(None, false), (Some(true), false), (Some(true), true)] {
                    let row = row(alteration.clone(), origin, class, actionable);
                    let Some((ja, en)) = said(&row, resistance) else { continue };
                    for forbidden in [
                        "がん細胞で、",
                        "手がかり",
                        "unknown",
                        "intergenic",
                        "家族には伝わりません",
                        "良性",
                        "  ",
                    ] {
                        assert!(!ja.contains(forbidden), "{forbidden}: {ja}");
                    }
                    assert!(!en.contains("cancer cells there") && !en.contains("  "), "{en}");
                    assert!(ja.ends_with('。') && en.ends_with('.'), "{ja} {en}");
                    let inherited = ja.contains("生まれつき");
                    assert!(
                        row.kind != crate::finding::FindingKind::ShortVariant
                            || inherited == origin.is_germline(),
                        "{ja}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_variant_that_was_not_found_is_not_said_to_be_found() {
    for words in ["wild type", "Wild-type", "WT", "no mutation detected", "変異なし", "not detected"] {
        let mut row = row(short("EGFR"), SOMATIC, BENIGN, None);
        row.change = words.to_owned();
        let (ja, en) = said(&row, false).unwrap();
        assert_eq!(ja, "EGFR 遺伝子に変化は見つかりませんでした。", "{words}");
        assert_eq!(en, "No change was found in the gene EGFR.", "{words}");
    }
}

#[test]
fn what_was_compared_or_counted_is_not_told_to_the_patient() {
    let mut expressed =
        Expression { metrics: vec![metric(88.0, "TPM"), metric(4.0, "TPM")], genes: vec![gene("ROS1")] };
    expressed.metrics[1].kind = Some("normal tissue, mean".to_owned());
    let (ja, _) = said(&row(Alteration::Expression(expressed), SOMATIC, None, None), false).unwrap();
    assert!(ja.contains("値は 88 TPM でした"), "{ja}");
}

#[test]
fn a_part_that_is_skipped_is_no_joining_of_genes() {
    for (words, skipped) in [
        ("splicing-variant: skipping", true),
        ("exon skipping", true),
        ("gene fusion", false),
        ("truncation", false),
    ] {
        let kind = super::kind_in_words(&joined(words, None)).map(|label| label.ja);
        assert_eq!(kind.as_deref(), skipped.then_some("遺伝子の読まれ方の変化"), "{words}");
    }
}
