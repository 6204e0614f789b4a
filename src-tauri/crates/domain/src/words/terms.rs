//! Words that documents explain, each in a line: for patients in plain words, for clinicians briefly. A document explains
//! only those it uses.

use crate::label::Language;

/// A word with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word in Japanese.
    pub ja: &'static str,
    /// The word in English.
    pub en: &'static str,
    /// Other spellings by which its use is recognised.
    pub also: &'static [&'static str],
    /// Meaning for patients; empty where the word is not theirs.
    pub patient: (&'static str, &'static str),
    /// Meaning for clinicians; empty where none needs it.
    pub clinician: (&'static str, &'static str),
}

impl Term {
    /// The word in one language.
    pub fn name(&self, language: Language) -> &'static str {
        if language == Language::Ja { self.ja } else { self.en }
    }
    /// Whether a text of this language uses the word.
    pub fn used_in(&self, text: &str, language: Language) -> bool {
        let lower = text.to_lowercase();
        let known = |word: &str| {
            if word.is_ascii() { whole_word(&lower, &word.to_lowercase()) } else { text.contains(word) }
        };
        known(self.name(language)) || self.also.iter().any(|word| known(word))
    }
    /// Meaning for patients, where there is one.
    pub fn for_patients(&self, language: Language) -> Option<&'static str> {
        of(self.patient, language)
    }
    /// Meaning for clinicians, where there is one.
    pub fn for_clinicians(&self, language: Language) -> Option<&'static str> {
        of(self.clinician, language)
    }
}

fn of((ja, en): (&'static str, &'static str), language: Language) -> Option<&'static str> {
    Some(if language == Language::Ja { ja } else { en }).filter(|words| !words.is_empty())
}

/// Whether a word stands in a text by itself and not within another, both in lower case.
fn whole_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().last());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        // A plural is the same word.
        let after = if after == Some('s') {
            text.get(at + word.len() + 1..).and_then(|rest| rest.chars().next())
        } else {
            after
        };
        !letter(before) && !letter(after)
    })
}

const NONE: (&str, &str) = ("", "");

/// The words in the order in which they are explained.
pub const TERMS: &[Term] = &[
    Term {
        ja: "遺伝子",
        en: "gene",
        also: &[],
        patient: (
            "体をつくる設計図のようなもの。一つ一つの細胞の中にあります。",
            "A kind of blueprint for the body, found in every cell.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "遺伝子の変化",
        en: "gene change",
        also: &[
            "遺伝子の変異",
            "遺伝子に変化",
            "change was found in the gene",
            "changes were found in the genes",
        ],
        patient: ("設計図の書き間違いにあたるもの。", "Like a misprint in the blueprint."),
        clinician: NONE,
    },
    Term {
        ja: "がん遺伝子パネル検査",
        en: "cancer gene panel test",
        also: &["遺伝子パネル検査", "cancer gene test"],
        patient: (
            "がんに関わるたくさんの遺伝子を一度に調べる検査。",
            "A test that looks at many genes to do with cancer at once.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "専門家会議",
        en: "expert panel",
        also: &["エキスパートパネル"],
        patient: (
            "エキスパートパネルともいいます。検査の結果について、いろいろな分野の専門家が話し合う会議。",
            "A meeting of experts of several fields who discuss the result of the test.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "臨床試験",
        en: "clinical study",
        also: &["clinical trial"],
        patient: (
            "治療の効き目と安全性を、患者さんに協力していただいて確かめる研究。参加するかどうかは自由に決められます。",
            "A study, with the help of patients, of how well and how safely a treatment works. You are free to take part or not.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "治験",
        en: "registration trial",
        also: &[],
        patient: (
            "新しい薬などが国に認められるために行う臨床試験。参加するかどうかは自由に決められます。",
            "A clinical trial by which a new drug is to be approved. You are free to take part or not.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "特定臨床研究",
        en: "specified clinical trial",
        also: &[],
        patient: (
            "法律に沿って行われる臨床試験の一つ。認められていない使い方の薬などを調べます。",
            "A kind of clinical trial under Japanese law, for example of a drug in a use that is not approved.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "jRCT",
        en: "jRCT",
        also: &["jrcts"],
        patient: (
            "日本で行われている臨床研究を登録し公開しているところの番号。",
            "The public register of clinical studies in Japan, and the number of a study in it.",
        ),
        clinician: (
            "臨床研究等提出・公開システム（Japan Registry of Clinical Trials）。",
            "Japan Registry of Clinical Trials.",
        ),
    },
    Term {
        ja: "患者申出療養",
        en: "patient-proposed health services",
        also: &["patient-proposed"],
        patient: (
            "患者さんの申し出をもとに、保険で認められていない治療を、決められた病院で受けられる仕組み。",
            "A way to have, at certain hospitals and at the patient’s own request, a treatment that insurance does not cover yet.",
        ),
        clinician: (
            "困難な病気の患者からの申出を起点とする保険外併用療養の制度。",
            "Combined insured and uninsured care that begins at the patient’s request.",
        ),
    },
    Term {
        ja: "先進医療",
        en: "advanced medical care",
        also: &[],
        patient: (
            "国が認めた新しい医療を、保険の診療と合わせて受けられる仕組み。その医療の費用は自己負担です。",
            "New care accepted by the state, given together with insured care. You pay for the new care itself.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "拡大治験",
        en: "expanded access",
        also: &["expanded-access trial"],
        patient: (
            "治験に参加できない患者さんが、承認前の薬を使える場合がある仕組み。",
            "A way by which patients who cannot join a trial may have a drug before it is approved.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "保険診療",
        en: "health insurance",
        also: &["公的医療保険", "public health insurance"],
        patient: (
            "国の健康保険を使って受ける治療。費用の一部だけを負担します。",
            "Care paid for by the public insurance; you pay only a part.",
        ),
        clinician: NONE,
    },
    Term {
        ja: "TMB",
        en: "TMB",
        also: &["腫瘍遺伝子変異量"],
        patient: (
            "がん細胞にどれくらい多くの遺伝子の変化があるかを表す値。",
            "A measure of how many gene changes the cancer cells carry.",
        ),
        clinician: (
            "腫瘍遺伝子変異量。コード領域1 Mbあたりの体細胞変異数。",
            "Tumour mutational burden: somatic mutations per megabase of coding sequence.",
        ),
    },
    Term {
        ja: "MSI",
        en: "MSI",
        also: &["マイクロサテライト不安定性"],
        patient: (
            "遺伝子の傷を直す働きが弱くなっているかどうかのしるし。",
            "A sign of whether the cells mend their genes less well.",
        ),
        clinician: (
            "マイクロサテライト不安定性。ミスマッチ修復機能欠損の指標。",
            "Microsatellite instability, a marker of mismatch-repair deficiency.",
        ),
    },
    Term {
        ja: "VAF",
        en: "VAF",
        also: &["変異アレル頻度", "allele frequency"],
        patient: NONE,
        clinician: (
            "変異アレル頻度。その位置のリードのうち変異を持つものの割合。",
            "Variant allele frequency: the share of reads at a position that carry the variant.",
        ),
    },
    Term {
        ja: "VUS",
        en: "VUS",
        also: &["意義不明", "uncertain significance"],
        patient: NONE,
        clinician: (
            "意義不明のバリアント。現時点で病的とも良性とも判定できないもの。",
            "Variant of uncertain significance: neither pathogenic nor benign on present knowledge.",
        ),
    },
    Term {
        ja: "LOH",
        en: "LOH",
        also: &[],
        patient: NONE,
        clinician: ("ヘテロ接合性の消失。", "Loss of heterozygosity."),
    },
    Term {
        ja: "HRD",
        en: "HRD",
        also: &[],
        patient: NONE,
        clinician: ("相同組換え修復欠損。", "Homologous recombination deficiency."),
    },
    Term {
        ja: "コピー数",
        en: "copy number",
        also: &[],
        patient: NONE,
        clinician: (
            "細胞あたりの遺伝子の数。二倍体の常染色体では通常2。",
            "Copies of a gene in a cell; 2 on a diploid autosome.",
        ),
    },
    Term {
        ja: "再構成",
        en: "rearrangement",
        also: &["融合遺伝子", "fusion"],
        patient: NONE,
        clinician: (
            "染色体の切断と再結合による構造の変化。融合遺伝子を含む。",
            "A structural change by breaking and rejoining, gene fusions among them.",
        ),
    },
    Term {
        ja: "エビデンスレベル",
        en: "evidence level",
        also: &[],
        patient: NONE,
        clinician: (
            "治療効果等を支持する根拠の強さ。段階の意味は併記した尺度による。",
            "Strength of the evidence; what a level means depends on the scale named beside it.",
        ),
    },
    Term {
        ja: "二次的所見",
        en: "secondary findings",
        also: &["secondary (germline) findings"],
        patient: NONE,
        clinician: (
            "検査の主目的外に得られる、生殖細胞系列の所見。",
            "Germline findings outside the main purpose of the test.",
        ),
    },
    Term {
        ja: "持ち回り協議",
        en: "circulated review",
        also: &["circulation"],
        patient: NONE,
        clinician: (
            "参加者が同時に集まらず、個別に意見を示して行う検討。",
            "Review in which the participants give their opinions singly, without meeting.",
        ),
    },
];

/// The terms that a text of this language uses.
pub fn used(text: &str, language: Language) -> Vec<&'static Term> {
    TERMS.iter().filter(|term| term.used_in(text, language)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_within_another_is_not_that_word() {
        let names =
            |text: &str, language| used(text, language).iter().map(|term| term.en).collect::<Vec<_>>();
        assert_eq!(names("The general view", Language::En), Vec::<&str>::new(), "gene is not in general");
        assert_eq!(
            names("two genes and TMB 10", Language::En),
            ["gene", "TMB"],
            "a plural is the word itself"
        );
        assert!(
            names("治験に参加", Language::Ja).contains(&"registration trial"),
            "Japanese has no word borders"
        );
    }

    #[test]
    fn every_term_has_a_meaning_in_both_languages_for_somebody() {
        for term in TERMS {
            for (ja, en) in [term.patient, term.clinician] {
                assert_eq!(
                    ja.is_empty(),
                    en.is_empty(),
                    "{} is explained in both languages or in none",
                    term.en
                );
            }
            assert!(
                !term.patient.0.is_empty() || !term.clinician.0.is_empty(),
                "{} is explained to somebody",
                term.en
            );
        }
    }
}
