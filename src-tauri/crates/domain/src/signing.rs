//! Signatures under a report before it is finalised (署名): in which capacity, over which content, and whether they
//! still hold. Who may sign in which capacity is the desk's rule; which signatures a report needs is the site's.

use crate::ids::Sha256Hex;
use crate::member::{Actor, Role};
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// In what capacity a person answers for a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Capacity {
    /// 作成者: wrote it down.
    Author,
    /// 確認者: read it against the case.
    Reviewer,
    /// 責任者: answers for the panel.
    Chair,
}

impl Capacity {
    /// All capacities, in the order in which a report names them.
    pub const ALL: [Self; 3] = [Self::Author, Self::Reviewer, Self::Chair];
}

/// Which signatures a report needs before it can be finalised. The site's own; no notice prescribes one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SigningRule {
    /// The capacities that must be signed; none: a report is finalised without signatures.
    pub required: Vec<Capacity>,
    /// Whether each required capacity must be signed by another person.
    #[serde(default)]
    pub distinct: bool,
}

impl Default for SigningRule {
    /// All three, by as many people as the site has.
    fn default() -> Self {
        Self { required: Capacity::ALL.to_vec(), distinct: false }
    }
}

/// A signing rule as the site recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteSigningRule {
    /// The rule.
    pub rule: SigningRule,
    /// Why.
    pub reason: Text,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A signature under a report that is not finalised yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In what capacity.
    pub capacity: Capacity,
    /// SHA-256 of what was signed: the signed form of the content.
    pub content_hash: Sha256Hex,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Version of the case after it.
    pub version: u32,
    /// The first event of the case that changed what was signed; none while it stands.
    pub voided: Option<Voided>,
}

/// Why a signature does not hold any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voided {
    /// Version of the case after the event that changed the content.
    pub version: u32,
    /// Kind of the event, `case.findingJudged`.
    pub kind: &'static str,
    /// Who changed it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A signature as the report prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportSignature {
    /// In what capacity.
    pub capacity: Capacity,
    /// Name of the signer.
    pub name: Text,
    /// Role in the panel.
    pub role: Role,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// SHA-256 of what was signed.
    pub content_hash: Sha256Hex,
}

impl Signature {
    /// As the report prints it.
    pub fn printed(&self) -> ReportSignature {
        ReportSignature {
            capacity: self.capacity,
            name: self.by.name.clone(),
            role: self.by.role,
            at: self.at,
            content_hash: self.content_hash.clone(),
        }
    }
}

/// How a signature under the open report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum SignatureState {
    /// It holds for the report as it stands.
    Standing,
    /// A change of the report made it void.
    Void,
    /// None was given.
    Missing,
}

/// What is missing of the signatures that a site asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsigned {
    /// Nobody has signed in this capacity.
    Missing(Capacity),
    /// Somebody had, and the content changed.
    Void(Box<Signature>),
    /// One person signed in both, and the site asks for two people.
    SamePerson(Capacity, Capacity),
}

worded!(Capacity {
    Self::Author => "capacity.author", Self::Reviewer => "capacity.reviewer", Self::Chair => "capacity.chair",
});
