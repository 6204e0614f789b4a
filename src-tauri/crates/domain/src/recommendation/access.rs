//! How a treatment can be had: its standing in Japan, the basket study, the place, and what its route needs, each as a person
//! stated it. Owns the statements; what is proposed for them is knowledge's.

use crate::evidence::PartState;
use crate::label::Label;
use crate::text::Text;
use crate::words::{Worded, word, worded};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a drug stands in Japan for this tumour and change (承認状況).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Approval {
    /// 国内承認・適応内.
    OnLabel,
    /// 国内承認・適応外.
    OffLabel,
    /// 国内未承認・海外承認.
    AbroadOnly,
    /// 国内外とも未承認.
    Unapproved,
}

impl Approval {
    /// All, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::OnLabel, Self::OffLabel, Self::AbroadOnly, Self::Unapproved];
}

/// Whether the basket study of patient-proposed care (NCCH1901) could take the patient with this drug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum BasketStudy {
    /// 対象.
    Open,
    /// 対象外.
    NotOpen,
    /// 要確認.
    ToAsk,
}

impl BasketStudy {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Open, Self::NotOpen, Self::ToAsk];
}

/// One thing that a route needs, with what a person found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteNeed {
    /// Its id in the list that it was taken from.
    pub id: String,
    /// What is needed, as the list said then.
    pub requirement: Label,
    /// Version of the list.
    pub list_version: String,
    /// Whether it is there.
    pub found: PartState,
    /// What was found, in somebody's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl RouteNeed {
    /// `what is needed: met (a note)`.
    fn in_words(&self) -> Label {
        let found = self.found.label();
        let note = |open: &str, close: &str| {
            self.note.as_ref().map(|note| format!("{open}{note}{close}")).unwrap_or_default()
        };
        let Label { ja, en } = &self.requirement;
        Label {
            ja: format!("{ja}：{}{}", found.ja, note("（", "）")),
            en: format!("{en}: {}{}", found.en, note(" (", ")")),
        }
    }
}

/// How a treatment can be had.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Access {
    /// Standing in Japan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// The basket study.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basket_study: Option<BasketStudy>,
    /// Where it can be had.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Text>,
    /// What the route needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<RouteNeed>,
}

impl Access {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What the route needs with what was found, and by which version of the list; none where nothing is stated.
    pub fn needs_in_words(&self) -> Option<Label> {
        let lists: BTreeSet<&str> = self.needs.iter().map(|need| need.list_version.as_str()).collect();
        let lists = lists.into_iter().collect::<Vec<_>>().join(", ");
        let said: Vec<Label> = self.needs.iter().map(RouteNeed::in_words).collect();
        let joined = |of: fn(&Label) -> &str| said.iter().map(of).collect::<Vec<_>>().join(" · ");
        let list = word("recommendation.needsList");
        (!said.is_empty()).then(|| Label {
            ja: format!("{}（{} {lists}）", joined(|one| one.ja.as_str()), list.ja),
            en: format!("{} ({} {lists})", joined(|one| one.en.as_str()), list.en),
        })
    }

    /// Without what people wrote of the findings, where not all of those may be named.
    pub(crate) fn withhold_words(&mut self) {
        self.needs.iter_mut().for_each(|need| need.note = None);
    }
}

worded!(Approval {
    Self::OnLabel => "approval.onLabel", Self::OffLabel => "approval.offLabel", Self::AbroadOnly => "approval.abroadOnly",
    Self::Unapproved => "approval.unapproved",
});
worded!(BasketStudy {
    Self::Open => "basketStudy.open", Self::NotOpen => "basketStudy.notOpen", Self::ToAsk => "basketStudy.toAsk",
});
