//! What happened to the store and its members.

use crate::backup_plan::BackupPlan;
use crate::finding::PreferredTranscripts;
use crate::four_eyes::Proposed;
use crate::genome::GenomeBuild;
use crate::ids::{EventId, MemberId, Sha256Hex, StoreId};
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
    /// Somebody proposed what needs two people.
    ChangeProposed {
        /// What.
        change: Box<Proposed>,
        /// There was nobody else who could confirm it: it took effect at once.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        alone: bool,
    },
    /// Somebody else confirmed a proposal: it holds from then on.
    ProposalConfirmed {
        /// The event that proposed it.
        proposal: EventId,
        /// What, once more: the second person answers for these very words.
        change: Box<Proposed>,
    },
    /// A proposal was taken back by who made it, or turned down by somebody else.
    ProposalWithdrawn {
        /// The event that proposed it.
        proposal: EventId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
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
    /// An administrator gave a member who lost theirs a first password and keys that it opens. They hold once somebody else
    /// confirms it, until the member takes keys of their own.
    AccessReset {
        /// Whom.
        id: MemberId,
        /// The public halves.
        keys: PublicKeys,
        /// Edition of the member's slot in the key file from then on.
        edition: u32,
    },
    /// A second person with the right to it confirmed that these keys are for that member.
    ResetConfirmed {
        /// Whom.
        id: MemberId,
        /// The public halves that were given.
        keys: PublicKeys,
    },
    /// A second person with the right to it confirmed that it is the member who came in by the recovery code.
    RecoveryConfirmed {
        /// Whom.
        id: MemberId,
    },
    /// A member set up, or gave up, a second factor for signing in.
    SecondFactorSet {
        /// Who.
        id: MemberId,
        /// SHA-256 of its secret; none where it was given up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<Sha256Hex>,
    },
    /// A key, a password, the paper with the recovery code or a copy of the store was lost or seen by others: the store's key is
    /// made anew.
    LossReported {
        /// What was lost, and how that is known.
        what: Text,
    },
    /// The store was encrypted anew, under a key that only those who belong to it then were given.
    StoreKeyRenewed {
        /// Which key it is, counted from 1.
        generation: u64,
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
            Self::ChangeProposed { .. } => "store.changeProposed",
            Self::ProposalConfirmed { .. } => "store.proposalConfirmed",
            Self::ProposalWithdrawn { .. } => "store.proposalWithdrawn",
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
            Self::AccessReset { .. } => "store.accessReset",
            Self::ResetConfirmed { .. } => "store.resetConfirmed",
            Self::RecoveryConfirmed { .. } => "store.recoveryConfirmed",
            Self::SecondFactorSet { .. } => "store.secondFactorSet",
            Self::LossReported { .. } => "store.lossReported",
            Self::StoreKeyRenewed { .. } => "store.storeKeyRenewed",
        }
    }

    /// Whether it is about who belongs to the store, which only an administrator changes.
    pub fn is_of_members(&self) -> bool {
        let names_roles =
            matches!(self, Self::ChangeProposed { change, .. } if matches!(**change, Proposed::Roles { .. }));
        names_roles
            || matches!(
                self,
                Self::MemberAdded { .. }
                    | Self::MemberChanged { .. }
                    | Self::MemberRemoved { .. }
                    | Self::RecoveryRenewed { .. }
                    | Self::LossReported { .. }
                    | Self::AccessReset { .. }
            )
    }
}
