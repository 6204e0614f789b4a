//! What happened to the store and its members.

use crate::backup_plan::BackupPlan;
use crate::finding::PreferredTranscripts;
use crate::genome::GenomeBuild;
use crate::ids::{MemberId, StoreId};
use crate::member::Member;
use crate::member_keys::{FirstKeys, PublicKeys};
use crate::phrase::{Phrase, PhraseId};
use crate::quorum::RuleSet;
use crate::signing::SigningRule;
use crate::site_reference::RegisteredReference;
use crate::template::Template;
use crate::text::Text;
use crate::words::heredity::HeredityWords;
use serde::{Deserialize, Serialize};

/// What happened to the store and its members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "with")]
pub enum StoreEvent {
    /// The store was made.
    Created {
        /// Identity.
        store: StoreId,
        /// Name of the institution, printed on documents.
        institution: Text,
        /// The keys it begins with; none in a store from before members had keys.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keys: Option<Box<FirstKeys>>,
    },
    /// The institution's name or contact changed.
    InstitutionRecorded {
        /// Name.
        institution: Text,
        /// Contact printed on reports.
        contact: Option<Text>,
        /// Days from receipt within which the patient is to be told; none: the program's example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target_days: Option<u32>,
    },
    /// A member was added.
    MemberAdded {
        /// The member.
        member: Member,
        /// Keys that the first password opens, until the member takes keys of their own; none for the store's first member, whose
        /// keys stand where it was made, and in a store from before members had keys.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keys: Option<PublicKeys>,
    },
    /// A member's name, institution, roles or qualifications changed.
    MemberChanged {
        /// The member as it is now.
        member: Member,
    },
    /// A member left and can no longer sign in.
    MemberRemoved {
        /// Who.
        id: MemberId,
    },
    /// The site recorded its own version of a rule-set for panels. It holds for what is recorded from then on.
    #[serde(rename_all = "camelCase")]
    RuleSetRecorded {
        /// The whole of it.
        rule_set: Box<RuleSet>,
        /// Why.
        reason: Text,
    },
    /// The site recorded which signatures a report needs. It holds for what is finalised from then on.
    SigningRecorded {
        /// The rule.
        rule: SigningRule,
        /// Why.
        reason: Text,
    },
    /// The site recorded its template of the report. It holds for what is composed from then on.
    TemplateRecorded {
        /// The whole of it.
        template: Box<Template>,
        /// Why.
        reason: Text,
    },
    /// A phrase for free text was added to the site's list.
    PhraseAdded {
        /// The whole of it.
        phrase: Box<Phrase>,
        /// Why; an addition needs no reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
    },
    /// A phrase was worded otherwise, or is meant for other fields from then on. What was written with it stays.
    PhraseChanged {
        /// The whole of it.
        phrase: Box<Phrase>,
        /// Why.
        reason: Text,
    },
    /// A phrase was taken out of use.
    PhraseRetired {
        /// Which.
        id: PhraseId,
        /// Why.
        reason: Text,
    },
    /// A retired phrase was taken into use again.
    PhraseRestored {
        /// Which.
        id: PhraseId,
        /// Why.
        reason: Text,
    },
    /// The site recorded its list of preferred transcripts. It holds for what is loaded from then on.
    TranscriptsPreferred {
        /// The whole of it; empty where the site has none any more.
        list: Box<PreferredTranscripts>,
        /// Why.
        reason: Text,
    },
    /// The site recorded its own words of heredity, found beside the program's in what people write from then on.
    HeredityWordsRecorded {
        /// The whole of it; empty where the site has none any more.
        list: Box<HeredityWords>,
        /// Why.
        reason: Text,
    },
    /// A reference genome of this machine is used from then on, in place of any of its build.
    ReferenceRegistered {
        /// Which.
        reference: Box<RegisteredReference>,
    },
    /// The reference genome of a build is not used any more. What it told of cases stays.
    ReferenceRemoved {
        /// Of which build.
        build: GenomeBuild,
    },
    /// The site recorded when backups are made by themselves, from then on.
    BackupPlanned {
        /// The plan; none: no backup is made by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<BackupPlan>,
    },
    /// The journal was accepted as it stands, after its end had been found missing or replaced.
    JournalConfirmed {
        /// What was found.
        found: Text,
        /// Why it is accepted.
        reason: Text,
    },
    /// A member changed the password.
    PasswordChanged {
        /// Who.
        id: MemberId,
        /// Edition of the member's slot in the key file from then on; none from before slots had editions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        edition: Option<u32>,
    },
    /// A member chose a password that nobody else knows and took keys that nobody else ever held.
    KeysTaken {
        /// Who.
        id: MemberId,
        /// The public halves.
        keys: PublicKeys,
        /// Edition of the member's slot in the key file from then on.
        edition: u32,
    },
    /// Somebody opened the store with the recovery code and gave a member a new password. The code is spent.
    AccessRecovered {
        /// Whom.
        id: MemberId,
        /// The public halves of the member's new keys.
        keys: PublicKeys,
        /// Edition of the member's slot in the key file from then on.
        edition: u32,
        /// The public halves of the keys of the new code.
        recovery: PublicKeys,
    },
    /// A new recovery code holds from then on, and no former one.
    RecoveryRenewed {
        /// The public halves of its keys.
        keys: PublicKeys,
    },
}

impl StoreEvent {
    /// The kind as written in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Created { .. } => "store.created",
            Self::InstitutionRecorded { .. } => "store.institutionRecorded",
            Self::MemberAdded { .. } => "store.memberAdded",
            Self::MemberChanged { .. } => "store.memberChanged",
            Self::MemberRemoved { .. } => "store.memberRemoved",
            Self::RuleSetRecorded { .. } => "store.ruleSetRecorded",
            Self::SigningRecorded { .. } => "store.signingRecorded",
            Self::TemplateRecorded { .. } => "store.templateRecorded",
            Self::PhraseAdded { .. } => "store.phraseAdded",
            Self::PhraseChanged { .. } => "store.phraseChanged",
            Self::PhraseRetired { .. } => "store.phraseRetired",
            Self::PhraseRestored { .. } => "store.phraseRestored",
            Self::TranscriptsPreferred { .. } => "store.transcriptsPreferred",
            Self::HeredityWordsRecorded { .. } => "store.heredityWordsRecorded",
            Self::ReferenceRegistered { .. } => "store.referenceRegistered",
            Self::ReferenceRemoved { .. } => "store.referenceRemoved",
            Self::BackupPlanned { .. } => "store.backupPlanned",
            Self::JournalConfirmed { .. } => "store.journalConfirmed",
            Self::PasswordChanged { .. } => "store.passwordChanged",
            Self::KeysTaken { .. } => "store.keysTaken",
            Self::AccessRecovered { .. } => "store.accessRecovered",
            Self::RecoveryRenewed { .. } => "store.recoveryRenewed",
        }
    }

    /// Whether it is about who belongs to the store, which only an administrator changes.
    pub fn is_of_members(&self) -> bool {
        matches!(
            self,
            Self::MemberAdded { .. }
                | Self::MemberChanged { .. }
                | Self::MemberRemoved { .. }
                | Self::RecoveryRenewed { .. }
        )
    }
}
