//! Members of the panel: who they are, what they are qualified for, what they may do.

use crate::ids::MemberId;
use crate::text::Text;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// A role in the store. Rights go by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Role {
    /// EP実施責任者・座長.
    Chair,
    /// 構成員.
    Member,
    /// がんゲノム医療コーディネーター・事務局.
    Coordinator,
    /// 遺伝カウンセラー.
    GeneticCounsellor,
    /// 主治医.
    AttendingPhysician,
    /// システム管理者.
    Administrator,
    /// 閲覧のみ.
    Viewer,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 7] = [
        Self::Chair,
        Self::Member,
        Self::Coordinator,
        Self::GeneticCounsellor,
        Self::AttendingPhysician,
        Self::Administrator,
        Self::Viewer,
    ];
}

/// A requirement key of the panel's composition (実施要件 ア–キ) that a member can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Qualification {
    /// がん薬物療法の専門医.
    #[serde(rename = "ア")]
    A,
    /// 遺伝医学の専門医.
    #[serde(rename = "イ")]
    I,
    /// 遺伝カウンセリング技術を有する者.
    #[serde(rename = "ウ")]
    U,
    /// 病理学の専門医.
    #[serde(rename = "エ")]
    E,
    /// 分子遺伝学・がんゲノム医療の専門家.
    #[serde(rename = "オ")]
    O,
    /// バイオインフォマティクスの専門家.
    #[serde(rename = "カ")]
    Ka,
    /// 小児がんの専門医.
    #[serde(rename = "キ")]
    Ki,
}

impl Qualification {
    /// All keys in order.
    pub const ALL: [Self; 7] = [Self::A, Self::I, Self::U, Self::E, Self::O, Self::Ka, Self::Ki];
    /// The key as written in the notice.
    pub fn key(self) -> &'static str {
        match self {
            Self::A => "ア",
            Self::I => "イ",
            Self::U => "ウ",
            Self::E => "エ",
            Self::O => "オ",
            Self::Ka => "カ",
            Self::Ki => "キ",
        }
    }
}

/// What a hospital is in cancer genomic medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum InstitutionKind {
    /// がんゲノム医療中核拠点病院.
    Core,
    /// がんゲノム医療拠点病院.
    Designated,
    /// がんゲノム医療連携病院.
    Cooperative,
}

impl InstitutionKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Core, Self::Designated, Self::Cooperative];
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// Identity.
    pub id: MemberId,
    /// Name as printed.
    pub name: Text,
    /// Name for signing in.
    pub sign_in: Text,
    /// Institution.
    pub institution: Option<Text>,
    /// Roles, at least one.
    pub roles: Vec<Role>,
    /// Requirement keys the member can fill.
    pub qualifications: Vec<Qualification>,
    /// Kind of the institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution_kind: Option<InstitutionKind>,
    /// Clinical field (診療領域): some requirements ask for people of different fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Text>,
    /// Employed full time (常勤); none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_time: Option<bool>,
}

/// Who acted: recorded with every event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Actor {
    /// The member.
    pub member: MemberId,
    /// The member's name at the time.
    pub name: Text,
    /// The role in which the member acted.
    pub role: Role,
    /// The member whose words were entered, when somebody else typed them (代行入力).
    pub on_behalf_of: Option<MemberId>,
}

impl Actor {
    /// Whoever holds the recovery code acts as nobody: under this id there is no member.
    pub fn recovery_code() -> MemberId {
        MemberId::nil()
    }
}

worded!(Role {
    Self::Chair => "role.chair", Self::Member => "role.member", Self::Coordinator => "role.coordinator",
    Self::GeneticCounsellor => "role.geneticCounsellor", Self::AttendingPhysician => "role.attendingPhysician",
    Self::Administrator => "role.administrator", Self::Viewer => "role.viewer",
});
worded!(Qualification {
    Self::A => "qualification.a", Self::I => "qualification.i", Self::U => "qualification.u", Self::E => "qualification.e",
    Self::O => "qualification.o", Self::Ka => "qualification.ka", Self::Ki => "qualification.ki",
});
worded!(InstitutionKind {
    Self::Core => "institutionKind.core", Self::Designated => "institutionKind.designated",
    Self::Cooperative => "institutionKind.cooperative",
});
