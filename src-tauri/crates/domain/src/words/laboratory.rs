//! Words that laboratories and annotators write in English, for documents in Japanese: the Japanese word with the term as
//! written behind it, for clinicians look the term up. A word that is not listed stands as written.

use crate::finding::Alteration;
use crate::label::{Label, Language};
use crate::measure::{Metric, plain_number};

/// Effects of the Sequence Ontology, in the words of the guidance and of the Japanese Society of Human Genetics.
const EFFECTS: &[(&str, &str)] = &[
    ("missense_variant", "ミスセンス変異"),
    ("synonymous_variant", "同義置換"),
    ("stop_gained", "ナンセンス変異"),
    ("stop_lost", "終止コドン消失"),
    ("stop_retained_variant", "終止コドン保持"),
    ("start_lost", "開始コドン消失"),
    ("start_retained_variant", "開始コドン保持"),
    ("frameshift_variant", "フレームシフト変異"),
    ("inframe_insertion", "インフレーム挿入"),
    ("inframe_deletion", "インフレーム欠失"),
    ("disruptive_inframe_insertion", "インフレーム挿入"),
    ("disruptive_inframe_deletion", "インフレーム欠失"),
    ("conservative_inframe_insertion", "インフレーム挿入"),
    ("conservative_inframe_deletion", "インフレーム欠失"),
    ("protein_altering_variant", "タンパク質を変える変異"),
    ("splice_acceptor_variant", "スプライス受容部位の変異"),
    ("splice_donor_variant", "スプライス供与部位の変異"),
    ("splice_donor_5th_base_variant", "スプライス供与部位5塩基目の変異"),
    ("splice_donor_region_variant", "スプライス供与領域の変異"),
    ("splice_polypyrimidine_tract_variant", "ポリピリミジン領域の変異"),
    ("splice_region_variant", "スプライス領域の変異"),
    ("intron_variant", "イントロンの変異"),
    ("5_prime_UTR_variant", "5′非翻訳領域の変異"),
    ("3_prime_UTR_variant", "3′非翻訳領域の変異"),
    ("upstream_gene_variant", "遺伝子上流の変異"),
    ("downstream_gene_variant", "遺伝子下流の変異"),
    ("non_coding_transcript_exon_variant", "非コードRNAのエクソンの変異"),
    ("non_coding_transcript_variant", "非コードRNAの変異"),
    ("intergenic_variant", "遺伝子間の変異"),
    ("regulatory_region_variant", "調節領域の変異"),
    ("coding_sequence_variant", "コード領域の変異"),
    ("transcript_ablation", "転写産物の欠失"),
    ("exon_loss_variant", "エクソンの欠失"),
];

/// Kinds of alterations, states of markers and kinds of tests.
const TERMS: &[(&str, &str)] = &[
    ("amplification", "増幅"),
    ("partial amplification", "部分増幅"),
    ("gain", "増加"),
    ("duplication", "重複"),
    ("tandem duplication", "縦列重複"),
    ("loss", "減少"),
    ("deletion", "欠失"),
    ("homozygous deletion", "ホモ欠失"),
    ("copy-neutral loss of heterozygosity", "コピー数の変わらないヘテロ接合性の消失"),
    ("loss of heterozygosity", "ヘテロ接合性の消失"),
    ("neutral", "変化なし"),
    ("gene fusion", "融合遺伝子"),
    ("fusion", "融合遺伝子"),
    ("bidirectional gene fusion", "双方向の融合遺伝子"),
    ("gene fusion and frameshift variant", "融合遺伝子とフレームシフト変異"),
    ("rearrangement", "再構成"),
    ("translocation", "転座"),
    ("inversion", "逆位"),
    ("truncation", "切断"),
    ("splice variant", "スプライスバリアント"),
    ("exon skipping", "エクソンスキッピング"),
    ("high", "高"),
    ("low", "低"),
    ("stable", "安定"),
    ("intermediate", "中間"),
    ("unknown", "不明"),
    ("cannot be determined", "判定不能"),
    ("tumor-only", "腫瘍検体のみ"),
    ("tumor and matched-normal", "腫瘍検体と正常検体の対"),
    ("tumor-only (cell-free)", "血中遊離DNAのみ"),
    ("tumor (cell-free) and matched-normal", "血中遊離DNAと正常検体の対"),
];

/// A term in a document's language.
pub fn term(written: &str, language: Language) -> String {
    match language {
        Language::Ja => {
            japanese(written).map_or_else(|| written.to_owned(), |ja| format!("{ja}（{written}）"))
        }
        Language::En => written.to_owned(),
    }
}

fn japanese(written: &str) -> Option<&'static str> {
    let mut all = EFFECTS.iter().chain(TERMS);
    all.find(|(term, _)| term.eq_ignore_ascii_case(written)).map(|(_, ja)| *ja)
}

/// A measured value in a document's language: コピー数 12 for `12 copy number`.
pub fn metric(metric: &Metric, language: Language) -> String {
    let number = plain_number(metric.value);
    match (metric.unit.as_deref(), language) {
        (Some("copy number" | "copies" | "absolute copy number"), Language::Ja) => {
            format!("コピー数 {number}")
        }
        (Some("copy number" | "absolute copy number"), Language::En) => format!("copy number {number}"),
        (Some(unit), Language::Ja) if is_per_megabase(unit) => format!("{number} 変異/Mb"),
        _ => metric.printed(),
    }
}

/// Whether a unit is one of mutations per megabase, as the laboratories write it.
fn is_per_megabase(unit: &str) -> bool {
    let unit = unit.to_lowercase().replace(['-', ' '], "");
    matches!(unit.as_str(), "muts/mb" | "mut/mb" | "mutations/mb" | "mutationspermegabase" | "variants/mb")
}

/// All values of an alteration.
pub fn metrics(all: &[Metric], language: Language) -> String {
    all.iter().map(|one| metric(one, language)).collect::<Vec<_>>().join(", ")
}

/// The change in one line, as [`Alteration::change`] gives it, in both languages.
pub fn change(alteration: &Alteration) -> Label {
    let said = |language| match alteration {
        Alteration::CopyNumber(v) => with_values(&term(&v.alteration, language), &v.metrics, language),
        Alteration::Biomarker(v) => {
            let state = v.state.as_deref().map(|state| term(state, language)).unwrap_or_default();
            with_values(&state, &v.metrics, language)
        }
        Alteration::Expression(v) => with_values("", &v.metrics, language),
        Alteration::NonHuman(v) => with_values(&v.organism, &v.metrics, language),
        Alteration::Rearrangement(v) if v.names.is_empty() => term(&v.alteration, language),
        Alteration::Rearrangement(v) => {
            format!("{} ({})", v.names.join(" / "), term(&v.alteration, language))
        }
        Alteration::ShortVariant(_) | Alteration::Composite(_) => alteration.change(),
    };
    Label { ja: said(Language::Ja), en: said(Language::En) }
}

fn with_values(head: &str, all: &[Metric], language: Language) -> String {
    let values = metrics(all, language);
    match (head.is_empty(), values.is_empty(), language) {
        (_, true, _) => head.to_owned(),
        (true, false, _) => values,
        (false, false, Language::Ja) => format!("{head} {values}"),
        (false, false, Language::En) => format!("{head} ({values})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Biomarker, CopyNumberAlteration};

    #[test]
    fn a_term_stands_in_the_documents_language_with_what_was_written() {
        assert_eq!(term("missense_variant", Language::Ja), "ミスセンス変異（missense_variant）");
        assert_eq!(term("missense_variant", Language::En), "missense_variant");
        assert_eq!(term("Amplification", Language::Ja), "増幅（Amplification）");
        assert_eq!(
            term("something of a laboratory", Language::Ja),
            "something of a laboratory",
            "nothing is lost"
        );
    }

    #[test]
    fn a_number_of_copies_is_no_english_phrase() {
        let copies = CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "amplification".to_owned(),
            metrics: vec![Metric { value: 12.0, unit: Some("copy number".to_owned()), kind: None }],
            genes: Vec::new(),
        };
        let said = change(&Alteration::CopyNumber(copies));
        assert_eq!(
            (said.ja.as_str(), said.en.as_str()),
            ("増幅（amplification） コピー数 12", "amplification (copy number 12)")
        );
        let tmb = Metric { value: 4.2, unit: Some("mutations per megabase".to_owned()), kind: None };
        assert_eq!(metric(&tmb, Language::Ja), "4.2 変異/Mb");
        let marker = Biomarker {
            marker: "MSI".to_owned(),
            metrics: Vec::new(),
            state: Some("stable".to_owned()),
            descriptions: Vec::new(),
        };
        let said = change(&Alteration::Biomarker(marker));
        assert_eq!((said.ja.as_str(), said.en.as_str()), ("安定（stable）", "stable"));
    }
}
