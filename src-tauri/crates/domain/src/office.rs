//! The panel's office: institution, members and the site's rule-sets, the fold of the store's own events.

use crate::backup_plan::BackupPlan;
use crate::event::{Event, EventBody, StoreEvent};
use crate::finding::PreferredTranscripts;
use crate::four_eyes::{Proposal, Proposed};
use crate::ids::{MemberId, StoreId};
use crate::member::{Actor, Member};
use crate::phrase::Phrases;
use crate::quorum::SiteRuleSet;
use crate::signing::{Signature, SigningRule, SiteSigningRule};
use crate::site_reference::SiteReference;
use crate::template::{SiteTemplate, Template};
use crate::text::Text;
use crate::words::heredity::HeredityWords;
use chrono::{DateTime, FixedOffset};

/// Days taken where a site has not set its own: an example, from no source.
pub const TARGET_DAYS: u32 = 30;

/// A change of what is printed on every report: it changes what people signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedChange {
    /// Kind of the event, `store.institutionRecorded`.
    pub kind: &'static str,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A list of preferred transcripts that the site recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePreferred {
    /// The whole of it.
    pub list: PreferredTranscripts,
    /// Why.
    pub reason: Text,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A list of the site's own words of heredity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteHeredityWords {
    /// The whole of it.
    pub list: HeredityWords,
    /// Why.
    pub reason: Text,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Institution and members as they stand after the store's events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// The store; none before it was made.
    pub store: Option<StoreId>,
    /// Institution.
    pub institution: Option<Text>,
    /// Contact printed on reports.
    pub contact: Option<Text>,
    /// Days from receipt within which the patient is to be told, where the site has set its own.
    pub target_days: Option<u32>,
    /// Members who can act now, in order of joining.
    pub members: Vec<Member>,
    /// Rule-sets that the site recorded, in order of recording.
    pub rule_sets: Vec<SiteRuleSet>,
    /// Templates of the report that the site recorded, in order of recording; the last one holds.
    pub templates: Vec<SiteTemplate>,
    /// Phrases for free text.
    pub phrases: Phrases,
    /// Changes of what is printed on every report, in order.
    pub printed_changes: Vec<PrintedChange>,
    /// Lists of preferred transcripts that the site recorded, in order of recording; the last one holds.
    pub preferred: Vec<SitePreferred>,
    /// Lists of the site's own words of heredity, in order of recording; the last one holds.
    pub heredity: Vec<SiteHeredityWords>,
    /// Rules of signing that the site recorded, in order of recording; the last one holds.
    pub signing: Vec<SiteSigningRule>,
    /// Changes that wait for a second person, in order.
    pub proposals: Vec<Proposal>,
    /// Reference genomes in use, one of each build, in order of registering.
    pub references: Vec<SiteReference>,
    /// When backups are made by themselves; none: never.
    pub backup_plan: Option<BackupPlan>,
    /// Events applied.
    pub version: u32,
}

impl Office {
    /// Lets an event happen; events of other streams change nothing.
    pub fn apply(&mut self, event: &Event) {
        let EventBody::Store { what } = &event.body else { return };
        match what {
            StoreEvent::Created { store, institution, .. } => {
                self.store = Some(store.clone());
                self.institution = Some(institution.clone());
            }
            StoreEvent::InstitutionRecorded { institution, contact, target_days } => {
                if self.institution.as_ref() != Some(institution) || self.contact != *contact {
                    self.note_printed(event);
                }
                self.target_days = *target_days;
                self.institution = Some(institution.clone());
                self.contact = contact.clone();
            }
            StoreEvent::MemberAdded { member, .. } => self.members.push(member.clone()),
            StoreEvent::MemberChanged { member } => {
                if let Some(known) = self.members.iter_mut().find(|known| known.id == member.id) {
                    *known = member.clone();
                }
            }
            StoreEvent::MemberRemoved { id } => {
                self.members.retain(|member| member.id != *id);
                self.proposals
                    .retain(|one| !matches!(&one.change, Proposed::Roles { member, .. } if member == id));
            }
            StoreEvent::ChangeProposed { change, alone: true } => self.take_effect(change, event),
            StoreEvent::ChangeProposed { change, alone: false } => self.proposals.push(Proposal {
                id: event.id.clone(),
                change: (**change).clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            StoreEvent::ProposalConfirmed { proposal, change } => {
                self.proposals.retain(|one| one.id != *proposal);
                self.take_effect(change, event);
            }
            StoreEvent::ProposalWithdrawn { proposal, .. } => {
                self.proposals.retain(|one| one.id != *proposal)
            }
            StoreEvent::RuleSetRecorded { rule_set, reason } => self.rule_sets.push(SiteRuleSet {
                rule_set: (**rule_set).clone(),
                reason: reason.clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            StoreEvent::SigningRecorded { rule, reason } => self.signing.push(SiteSigningRule {
                rule: rule.clone(),
                reason: reason.clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            StoreEvent::TemplateRecorded { template, reason } => {
                self.templates.push(SiteTemplate {
                    template: (**template).clone(),
                    reason: reason.clone(),
                    by: event.actor.clone(),
                    at: event.at,
                });
                self.note_printed(event);
            }
            StoreEvent::TranscriptsPreferred { list, reason } => self.preferred.push(SitePreferred {
                list: (**list).clone(),
                reason: reason.clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            StoreEvent::HeredityWordsRecorded { list, reason } => self.heredity.push(SiteHeredityWords {
                list: (**list).clone(),
                reason: reason.clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
            StoreEvent::PhraseAdded { .. }
            | StoreEvent::PhraseChanged { .. }
            | StoreEvent::PhraseRetired { .. }
            | StoreEvent::PhraseRestored { .. } => self.phrases.apply(what, event),
            StoreEvent::ReferenceRegistered { reference } => {
                self.references.retain(|known| known.reference.build != reference.build);
                let (by, at) = (event.actor.clone(), event.at);
                self.references.push(SiteReference { reference: (**reference).clone(), by, at });
            }
            StoreEvent::ReferenceRemoved { build } => {
                self.references.retain(|known| known.reference.build != *build);
            }
            StoreEvent::BackupPlanned { plan } => self.backup_plan.clone_from(plan),
            StoreEvent::JournalConfirmed { .. }
            | StoreEvent::PasswordChanged { .. }
            | StoreEvent::KeysTaken { .. }
            | StoreEvent::AccessRecovered { .. }
            | StoreEvent::RecoveryRenewed { .. }
            | StoreEvent::AccessReset { .. }
            | StoreEvent::ResetConfirmed { .. }
            | StoreEvent::RecoveryConfirmed { .. }
            | StoreEvent::SecondFactorSet { .. }
            | StoreEvent::LossReported { .. }
            | StoreEvent::StoreKeyRenewed { .. } => {}
        }
        self.version = event.version;
    }

    /// Lets what two agreed on happen.
    fn take_effect(&mut self, change: &Proposed, event: &Event) {
        match change {
            Proposed::Roles { member, roles, .. } => {
                if let Some(known) = self.members.iter_mut().find(|known| known.id == *member) {
                    known.roles.clone_from(roles);
                }
            }
            Proposed::Signing { rule, reason, .. } => self.signing.push(SiteSigningRule {
                rule: rule.clone(),
                reason: reason.clone(),
                by: event.actor.clone(),
                at: event.at,
            }),
        }
    }

    /// The site's list of preferred transcripts, where it has one.
    pub fn preferred(&self) -> Option<&PreferredTranscripts> {
        self.preferred.last().map(|recorded| &recorded.list).filter(|list| !list.is_empty())
    }

    /// The site's own words of heredity.
    pub fn heredity_words(&self) -> &[String] {
        self.heredity.last().map(|recorded| recorded.list.words.as_slice()).unwrap_or_default()
    }

    /// The site's template of the report, where it has one.
    pub fn template(&self) -> Option<&Template> {
        self.templates.last().map(|recorded| &recorded.template)
    }

    fn note_printed(&mut self, event: &Event) {
        let (kind, by, at) = (event.body.kind(), event.actor.clone(), event.at);
        self.printed_changes.push(PrintedChange { kind, by, at });
    }

    /// The change of what is printed on every report that voided a signature; none where nothing of it changed, so that it
    /// was the program that composes otherwise.
    pub fn printed_change_under(&self, given: &Signature) -> Option<&PrintedChange> {
        let after = |change: &&PrintedChange| change.at > given.at;
        // Two acts of one moment: the later one stands last.
        let at_once = || self.printed_changes.iter().rev().find(|change| change.at == given.at);
        self.printed_changes.iter().find(after).or_else(at_once)
    }

    /// Days from receipt within which the patient is to be told. No law sets a limit; the site's own number counts, and
    /// until it is set, [`TARGET_DAYS`].
    pub fn target_days(&self) -> u32 {
        self.target_days.unwrap_or(TARGET_DAYS)
    }

    /// Which signatures a report needs: the site's rule, else all three.
    pub fn signing_rule(&self) -> SigningRule {
        self.signing.last().map(|recorded| recorded.rule.clone()).unwrap_or_default()
    }

    /// A member by identity.
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == *id)
    }
}
