//! The one Japanese–English word list. Every clinical label on screen and paper comes from here.

use crate::case::{CaseStatus, Lacking, Part, Standing};
use crate::certainty::Certainty;
use crate::classification::Strength;
use crate::decision::GermlineJudgement;
use crate::document::DocumentKind;
use crate::document::Paper;
use crate::finding::{
    ChosenBecause, FindingKind, GeneBecause, MatchBasis, NucleicAcid, Origin, TranscriptFlag,
};
use crate::gene_role::GeneRole;
use crate::genome::BuildSource;
use crate::known_test::Assay;
use crate::label::{Label, Language};
use crate::meeting::{AttendingPart, MeetingMode};
use crate::member::{InstitutionKind, Qualification, Role};
use crate::milestone::Milestone;
use crate::omission::{CcatSecondaryFinding, ConditionState, TumourGroup, UsableDrug};
use crate::opinion::Stance;
use crate::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};
use crate::phrase::{PhraseField, StepKind};
use crate::quorum::{Allowed, Applies, Edition, ModeGap, WhyNot};
use crate::recommendation::{AccessRoute, FurtherKind};
use crate::referral::ReferralStatus;
use crate::report::ChangedPart;
use crate::signing::Capacity;
use crate::statement::{Speaker, StatementKind};
use crate::template::OptionalPart;
use crate::trial::StudyKind;

use std::collections::HashMap;
use std::sync::LazyLock;

pub mod heredity;
pub mod laboratory;
mod list;
mod notes;
pub mod plain;
pub mod readings;
pub mod terms;
pub mod withheld;

pub use list::WORDS;
pub use notes::note_ja;

/// A label in both languages under its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Key, `origin.somatic`.
    pub key: &'static str,
    /// 日本語.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl Word {
    /// The words in one language.
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }
    /// As an owned label.
    pub fn to_label(self) -> Label {
        Label { ja: self.ja.to_owned(), en: self.en.to_owned() }
    }
}

/// Shown where a key is missing from the list; a test keeps that from happening for every key in use.
const MISSING: Word = Word { key: "missing", ja: "（語なし）", en: "(no word)" };

/// The word under a key.
pub fn word(key: &str) -> Word {
    // The list stands in the order of the glossary; a case of hundreds of findings asks it thousands of times.
    static BY_KEY: LazyLock<HashMap<&str, Word>> =
        LazyLock::new(|| WORDS.iter().map(|word| (word.key, *word)).collect());
    BY_KEY.get(key).copied().unwrap_or(MISSING)
}

/// Something that has a word in the list.
pub trait Worded {
    /// The key.
    fn key(&self) -> &'static str;
    /// The word.
    fn label(&self) -> Word {
        word(self.key())
    }
}

macro_rules! worded {
    ($type:ty { $($variant:pat => $key:literal),+ $(,)? }) => {
        impl Worded for $type {
            fn key(&self) -> &'static str {
                match self { $($variant => $key),+ }
            }
        }
    };
}

worded!(StudyKind {
    Self::Registration => "study.registration", Self::Specified => "study.specified", Self::Research => "study.research",
    Self::Any => "study.any",
});
worded!(Origin {
    Self::Somatic => "origin.somatic", Self::LikelySomatic => "origin.likelySomatic", Self::Germline => "origin.germline",
    Self::LikelyGermline => "origin.likelyGermline", Self::Unknown => "origin.unknown",
});
worded!(Stance {
    Self::Agree => "stance.agree", Self::Disagree => "stance.disagree", Self::Abstain => "stance.abstain",
});
worded!(Standing {
    Self::Agreed => "standing.agreed", Self::Differing => "standing.differing", Self::Missing => "standing.missing",
});
worded!(Lacking {
    Self::NotGiven => "lacking.notGiven", Self::OutOfDate => "lacking.outOfDate",
    Self::Unconfirmed => "lacking.unconfirmed", Self::NoClass => "lacking.noClass",
});
worded!(NucleicAcid { Self::Dna => "nucleicAcid.dna", Self::Rna => "nucleicAcid.rna" });
worded!(FindingKind {
    Self::ShortVariant => "kind.shortVariant", Self::CopyNumber => "kind.copyNumber", Self::Rearrangement => "kind.rearrangement",
    Self::Biomarker => "kind.biomarker", Self::Expression => "kind.expression", Self::NonHuman => "kind.nonHuman",
    Self::Composite => "kind.composite",
});
worded!(BuildSource {
    Self::File => "buildSource.file", Self::ContigLength => "buildSource.contigLength",
    Self::FormatConvention => "buildSource.formatConvention", Self::Person => "buildSource.person",
    Self::NotStated => "buildSource.notStated",
});
worded!(Sex { Self::Male => "sex.male", Self::Female => "sex.female", Self::Unknown => "sex.unknown" });
worded!(DisclosureWish {
    Self::Wants => "wish.wants", Self::Refuses => "wish.refuses", Self::DecidesLater => "wish.decidesLater",
    Self::NotAsked => "wish.notAsked",
});
worded!(Adequacy {
    Self::Adequate => "adequacy.adequate", Self::Limited => "adequacy.limited", Self::Inadequate => "adequacy.inadequate",
});
worded!(CcatFindingsState {
    Self::NotRecorded => "ccatFindings.notRecorded", Self::Awaited => "ccatFindings.awaited",
    Self::Received => "ccatFindings.received", Self::NotMade => "ccatFindings.notMade",
});
worded!(GeneRole {
    Self::Oncogene => "geneRole.oncogene", Self::TumourSuppressor => "geneRole.tumourSuppressor", Self::Both => "geneRole.both",
});
worded!(Assay {
    Self::ShortVariant => "kind.shortVariant", Self::CopyNumber => "kind.copyNumber", Self::Rearrangement => "kind.rearrangement",
    Self::Expression => "kind.expression", Self::Msi => "assay.msi", Self::Tmb => "assay.tmb",
});
worded!(Role {
    Self::Chair => "role.chair", Self::Member => "role.member", Self::Coordinator => "role.coordinator",
    Self::GeneticCounsellor => "role.geneticCounsellor", Self::AttendingPhysician => "role.attendingPhysician",
    Self::Administrator => "role.administrator", Self::Viewer => "role.viewer",
});
worded!(Capacity {
    Self::Author => "capacity.author", Self::Reviewer => "capacity.reviewer", Self::Chair => "capacity.chair",
});
worded!(Paper { Self::A4 => "paper.a4", Self::Letter => "paper.letter" });
worded!(OptionalPart {
    Self::Treatments => "optionalPart.treatments", Self::Histories => "optionalPart.histories",
    Self::Minutes => "optionalPart.minutes",
});
worded!(PhraseField {
    Self::Verdict => "phraseField.verdict", Self::Germline => "phraseField.germline", Self::Comment => "phraseField.comment",
    Self::Recommendation => "phraseField.recommendation", Self::Referral => "phraseField.referral",
    Self::Summary => "phraseField.summary", Self::Minutes => "phraseField.minutes",
    Self::Explanation => "phraseField.explanation",
});
worded!(StepKind {
    Self::Added => "phraseStep.added", Self::Changed => "phraseStep.changed", Self::Retired => "phraseStep.retired",
    Self::Restored => "phraseStep.restored",
});
worded!(Qualification {
    Self::A => "qualification.a", Self::I => "qualification.i", Self::U => "qualification.u", Self::E => "qualification.e",
    Self::O => "qualification.o", Self::Ka => "qualification.ka", Self::Ki => "qualification.ki",
});
worded!(InstitutionKind {
    Self::Core => "institutionKind.core", Self::Designated => "institutionKind.designated",
    Self::Cooperative => "institutionKind.cooperative",
});
worded!(Certainty {
    Self::Source => "certainty.source", Self::General => "certainty.general", Self::Unconfirmed => "certainty.unconfirmed",
});
worded!(Applies {
    Self::Always => "applies.always", Self::OwnSequencing => "applies.ownSequencing", Self::Paediatric => "applies.paediatric",
});
worded!(Allowed { Self::Every => "allowed.every", Self::Listed => "allowed.listed", Self::Never => "allowed.never" });
worded!(Edition { Self::Shipped => "edition.shipped", Self::Site => "edition.site" });
worded!(ModeGap {
    Self::NotAllowed => "modeGap.notAllowed", Self::GroundNotNamed => "modeGap.groundNotNamed",
    Self::OpinionsDiffer => "modeGap.opinionsDiffer", Self::AgreementNotStated => "modeGap.agreementNotStated",
    Self::ReasonMissing => "modeGap.reasonMissing", Self::ConditionNotMet => "modeGap.conditionNotMet",
    Self::ConditionNotKnown => "modeGap.conditionNotKnown",
});
worded!(ConditionState {
    Self::Met => "conditionState.met", Self::NotMet => "conditionState.notMet", Self::Unknown => "conditionState.unknown",
});
worded!(TumourGroup { Self::Solid => "tumourGroup.solid", Self::Blood => "tumourGroup.blood" });
worded!(CcatSecondaryFinding {
    Self::None => "ccatSecondaryFinding.none", Self::Suspected => "ccatSecondaryFinding.suspected",
    Self::NotStated => "ccatSecondaryFinding.notStated",
});
worded!(UsableDrug {
    Self::InLabelOrGuideline => "usableDrug.inLabelOrGuideline", Self::None => "usableDrug.none",
    Self::OtherOnly => "usableDrug.otherOnly",
});
worded!(WhyNot {
    Self::NotNeeded => "whyNot.notNeeded", Self::FillsAnother => "whyNot.fillsAnother", Self::SameField => "whyNot.sameField",
    Self::FieldNotKnown => "whyNot.fieldNotKnown", Self::NotFullTime => "whyNot.notFullTime",
});
worded!(CaseStatus {
    Self::Received => "status.received", Self::InReview => "status.inReview", Self::Decided => "status.decided",
    Self::Finalised => "status.finalised", Self::Explained => "status.explained",
    Self::FollowedUp => "status.followedUp", Self::Amending => "status.amending",
});
worded!(Milestone {
    Self::SpecimenSent => "milestone.specimenSent", Self::ResultReceived => "milestone.resultReceived",
    Self::Explained => "milestone.explained", Self::NewTreatmentExplained => "milestone.newTreatmentExplained",
    Self::Consent => "milestone.consent", Self::Submitted => "milestone.submitted",
    Self::TreatmentStarted => "milestone.treatmentStarted", Self::FollowUpEnded => "milestone.followUpEnded",
});
worded!(GermlineJudgement {
    Self::NotSuspected => "germline.notSuspected", Self::ConfirmationRecommended => "germline.confirmationRecommended",
    Self::ConfirmationIfPossible => "germline.confirmationIfPossible", Self::OnlyWithPhenotype => "germline.onlyWithPhenotype",
    Self::NotForDisclosure => "germline.notForDisclosure",
});
impl GermlineJudgement {
    /// The words for it. Beside the patient's normal tissue a germline variant is found (GPV); from the tumour alone it is
    /// presumed (PGPV).
    pub fn said(self, matched_normal: bool) -> Word {
        let family = if matched_normal { "germlineGpv" } else { "germline" };
        let code = self.key().trim_start_matches("germline.");
        word(&format!("{family}.{code}"))
    }
}
worded!(AccessRoute {
    Self::Insurance => "route.insurance", Self::InsuranceConditional => "route.insuranceConditional",
    Self::SponsorTrial => "route.sponsorTrial", Self::InvestigatorTrial => "route.investigatorTrial",
    Self::ExpandedAccess => "route.expandedAccess", Self::AdvancedMedicalCare => "route.advancedMedicalCare",
    Self::PatientProposed => "route.patientProposed", Self::SpecifiedTrial => "route.specifiedTrial",
    Self::OffLabel => "route.offLabel", Self::Abroad => "route.abroad", Self::None => "route.none",
});
worded!(FurtherKind {
    Self::AdditionalTest => "further.additionalTest", Self::Rebiopsy => "further.rebiopsy",
    Self::GermlineFollowUp => "further.germlineFollowUp", Self::Other => "advice.further",
});
worded!(Strength {
    Self::Supporting => "strength.supporting", Self::Moderate => "strength.moderate", Self::Strong => "strength.strong",
    Self::VeryStrong => "strength.veryStrong", Self::StandAlone => "strength.standAlone",
});
worded!(ReferralStatus {
    Self::Candidate => "referral.candidate", Self::Recommended => "referral.recommended", Self::Asking => "referral.asking",
    Self::Waiting => "referral.waiting", Self::Referred => "referral.referred", Self::Screening => "referral.screening",
    Self::Eligible => "referral.eligible", Self::Ineligible => "referral.ineligible", Self::Consented => "referral.consented",
    Self::Enrolled => "referral.enrolled", Self::Started => "referral.started", Self::Completed => "referral.completed",
    Self::DeclinedByPatient => "referral.declinedByPatient", Self::NotPursued => "referral.notPursued",
    Self::RecruitmentClosed => "referral.recruitmentClosed", Self::ConditionWorsened => "referral.conditionWorsened",
});
worded!(MeetingMode {
    Self::RealTime => "meeting.realTime", Self::Circulation => "meeting.circulation", Self::Omitted => "meeting.omitted",
});
worded!(AttendingPart {
    Self::Present => "attending.present", Self::InformationSupplied => "attending.informationSupplied",
    Self::Absent => "attending.absent",
});
worded!(ChosenBecause {
    Self::Only => "chosen.only", Self::SourceOrder => "chosen.sourceOrder",
    Self::Preferred => "chosen.preferred", Self::ManeSelect => "chosen.maneSelect",
    Self::ManePlusClinical => "chosen.manePlusClinical", Self::Canonical => "chosen.canonical",
    Self::Pick => "chosen.pick", Self::Severity => "chosen.severity", Self::Name => "chosen.name",
});
worded!(GeneBecause {
    Self::Severity => "chosenGene.severity", Self::KnownPromoter => "chosenGene.knownPromoter",
    Self::Tie => "chosenGene.tie",
});
worded!(TranscriptFlag {
    Self::Preferred => "transcript.preferred", Self::ManeSelect => "transcript.maneSelect",
    Self::ManePlusClinical => "transcript.manePlusClinical", Self::Canonical => "transcript.canonical",
    Self::Pick => "transcript.pick",
});
worded!(MatchBasis {
    Self::Position => "match.position", Self::CodingChange => "match.codingChange",
    Self::ProteinChange => "match.proteinChange", Self::CopyNumber => "match.copyNumber",
    Self::Rearrangement => "match.rearrangement", Self::Marker => "match.marker",
});
worded!(Part {
    Self::Vaf => "finding.vaf", Self::Origin => "finding.origin", Self::Naming => "differ.naming",
    Self::Value => "differ.value", Self::Verdict => "differ.verdict",
});
worded!(StatementKind {
    Self::Interpretation => "statement.interpretation", Self::Therapy => "statement.therapy",
    Self::Trial => "statement.trial", Self::Evidence => "statement.evidence",
    Self::PertinentNegative => "statement.pertinentNegative", Self::Quality => "statement.quality",
    Self::Remark => "statement.remark",
});
worded!(Speaker { Self::Laboratory => "speaker.laboratory", Self::Ccat => "speaker.ccat" });
worded!(DocumentKind {
    Self::Panel => "report.title", Self::Patient => "document.patient", Self::Referral => "document.referral",
    Self::Minutes => "document.minutes", Self::Agenda => "document.agenda", Self::Wish => "document.wish",
});
worded!(ChangedPart {
    Self::Details => "part.details", Self::Summary => "report.summary", Self::Finding => "part.finding",
    Self::Recommendation => "part.recommendation", Self::Referral => "part.referral", Self::Meeting => "report.meeting",
    Self::Source => "part.source", Self::Furniture => "part.furniture",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_once_with_words_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for word in WORDS {
            assert!(seen.insert(word.key), "{} stands twice", word.key);
            assert!(!word.ja.is_empty() && !word.en.is_empty(), "{} lacks a language", word.key);
        }
    }

    #[test]
    fn a_variant_found_beside_normal_tissue_is_not_called_presumed() {
        for judgement in GermlineJudgement::ALL {
            let (found, presumed) = (judgement.said(true), judgement.said(false));
            assert_ne!(found, MISSING, "{judgement:?}");
            assert_eq!(presumed, judgement.label());
            assert!(!found.ja.contains("PGPV") && !found.en.contains("PGPV"), "{}", found.ja);
            assert_eq!(found.ja.contains("GPV"), presumed.ja.contains("PGPV"), "{}", found.ja);
        }
    }

    #[test]
    fn every_enumerated_value_has_its_word() {
        let keys = Role::ALL
            .iter()
            .map(Worded::key)
            .chain(Qualification::ALL.iter().map(Worded::key))
            .chain(FindingKind::ALL.iter().map(Worded::key))
            .chain(AccessRoute::ALL.iter().map(Worded::key))
            .chain(FurtherKind::ALL.iter().map(Worded::key))
            .chain(Strength::ALL.iter().map(Worded::key))
            .chain(ReferralStatus::ALL.iter().map(Worded::key));
        for key in keys {
            assert_ne!(word(key), MISSING, "{key} is not in the list");
        }
    }

    #[test]
    fn every_key_written_in_this_file_is_in_the_list() {
        let source = include_str!("words.rs");
        let keys = source
            .split("=> \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|key| key.contains('.'));
        for key in keys {
            assert_ne!(word(key), MISSING, "{key} is not in the list");
        }
    }
}
