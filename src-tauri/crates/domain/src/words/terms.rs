//! Words that documents explain, each in a line: for patients in plain words, for clinicians briefly. A document explains
//! only those it uses.

use crate::label::Language;
use entaku_words::Word;
use entaku_words::paper::{term, term_for_clinicians, term_for_patients};

/// A word with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The word itself.
    pub word: Word,
    /// Other spellings by which its use is recognised.
    pub also: &'static [&'static str],
    /// Meaning for patients; none where the word is not theirs.
    pub patient: Option<Word>,
    /// Meaning for clinicians; none where none needs it.
    pub clinician: Option<Word>,
}

impl Term {
    /// The word in one language.
    pub fn name(&self, language: Language) -> &'static str {
        self.word.get(language)
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
        self.patient.map(|word| word.get(language))
    }
    /// Meaning for clinicians, where there is one.
    pub fn for_clinicians(&self, language: Language) -> Option<&'static str> {
        self.clinician.map(|word| word.get(language))
    }
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

/// The words in the order in which they are explained.
pub const TERMS: &[Term] = &[
    Term { word: term::GENE, also: &[], patient: Some(term_for_patients::GENE), clinician: None },
    Term {
        word: term::GENE_CHANGE,
        also: &[
            "遺伝子の変異",
            "遺伝子に変化",
            "change was found in the gene",
            "changes were found in the genes",
        ],
        patient: Some(term_for_patients::GENE_CHANGE),
        clinician: None,
    },
    Term {
        word: term::PANEL_TEST,
        also: &["遺伝子パネル検査", "cancer gene test"],
        patient: Some(term_for_patients::PANEL_TEST),
        clinician: None,
    },
    Term {
        word: term::EXPERT_PANEL,
        also: &["エキスパートパネル"],
        patient: Some(term_for_patients::EXPERT_PANEL),
        clinician: None,
    },
    Term {
        word: term::CLINICAL_STUDY,
        also: &["clinical trial"],
        patient: Some(term_for_patients::CLINICAL_STUDY),
        clinician: None,
    },
    Term {
        word: term::REGISTRATION_TRIAL,
        also: &[],
        patient: Some(term_for_patients::REGISTRATION_TRIAL),
        clinician: None,
    },
    Term {
        word: term::SPECIFIED_TRIAL,
        also: &[],
        patient: Some(term_for_patients::SPECIFIED_TRIAL),
        clinician: None,
    },
    Term {
        word: term::JRCT,
        also: &["jrcts"],
        patient: Some(term_for_patients::JRCT),
        clinician: Some(term_for_clinicians::JRCT),
    },
    Term {
        word: term::PATIENT_PROPOSED,
        also: &["patient-proposed"],
        patient: Some(term_for_patients::PATIENT_PROPOSED),
        clinician: Some(term_for_clinicians::PATIENT_PROPOSED),
    },
    Term {
        word: term::ADVANCED_CARE,
        also: &[],
        patient: Some(term_for_patients::ADVANCED_CARE),
        clinician: None,
    },
    Term {
        word: term::EXPANDED_ACCESS,
        also: &["expanded-access trial"],
        patient: Some(term_for_patients::EXPANDED_ACCESS),
        clinician: None,
    },
    Term {
        word: term::HEALTH_INSURANCE,
        also: &["公的医療保険", "public health insurance"],
        patient: Some(term_for_patients::HEALTH_INSURANCE),
        clinician: None,
    },
    Term {
        word: term::TMB,
        also: &["腫瘍遺伝子変異量"],
        patient: Some(term_for_patients::TMB),
        clinician: Some(term_for_clinicians::TMB),
    },
    Term {
        word: term::MSI,
        also: &["マイクロサテライト不安定性"],
        patient: Some(term_for_patients::MSI),
        clinician: Some(term_for_clinicians::MSI),
    },
    Term {
        word: term::VAF,
        also: &["変異アレル頻度", "allele frequency"],
        patient: None,
        clinician: Some(term_for_clinicians::VAF),
    },
    Term {
        word: term::VUS,
        also: &["意義不明", "uncertain significance"],
        patient: None,
        clinician: Some(term_for_clinicians::VUS),
    },
    Term { word: term::LOH, also: &[], patient: None, clinician: Some(term_for_clinicians::LOH) },
    Term { word: term::HRD, also: &[], patient: None, clinician: Some(term_for_clinicians::HRD) },
    Term {
        word: term::COPY_NUMBER,
        also: &[],
        patient: None,
        clinician: Some(term_for_clinicians::COPY_NUMBER),
    },
    Term {
        word: term::REARRANGEMENT,
        also: &["融合遺伝子", "fusion"],
        patient: None,
        clinician: Some(term_for_clinicians::REARRANGEMENT),
    },
    Term {
        word: term::EVIDENCE_LEVEL,
        also: &[],
        patient: None,
        clinician: Some(term_for_clinicians::EVIDENCE_LEVEL),
    },
    Term {
        word: term::SECONDARY_FINDINGS,
        also: &["secondary (germline) findings"],
        patient: None,
        clinician: Some(term_for_clinicians::SECONDARY_FINDINGS),
    },
    Term {
        word: term::CIRCULATION,
        also: &["circulation"],
        patient: None,
        clinician: Some(term_for_clinicians::CIRCULATION),
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
            |text: &str, language| used(text, language).iter().map(|term| term.word.en).collect::<Vec<_>>();
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
    fn every_term_has_a_meaning_for_somebody() {
        for term in TERMS {
            assert!(term.patient.or(term.clinician).is_some(), "{} is explained to somebody", term.word.en);
        }
    }
}
