//! Members, the meeting, and rule-sets as people fill them in.

use super::LabelView;
use super::args;
use entaku_domain::certainty::Certainty;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::member::InstitutionKind;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_domain::omission::CaseFact;
use entaku_domain::quorum::Allowed;
use entaku_domain::quorum::Applies;
use entaku_domain::quorum::ConditionKind;

args! {
    /// A participant.
    AttendeeForm {
        /// Member id.
        member_id: Option<String>,
        /// Name; the member's when left out.
        name: Option<String>,
        /// Institution.
        institution: Option<String>,
        /// Requirement keys; the member's when left out.
        qualifications: Option<Vec<Qualification>>,
        /// Kind of the institution, code; the member's when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        institution_kind: Option<InstitutionKind>,
        /// Clinical field; the member's when left out.
        field: Option<String>,
        /// Employed full time; the member's when left out.
        full_time: Option<bool>,
        /// Role code in which the person is there; `attendingPhysician` marks the patient's doctor or a deputy.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        role: Option<Role>,
    }
}

args! {
    /// Where an item of a rule-set comes from and how sure it is.
    BasisForm, whole {
        /// `source`, `general` or `unconfirmed`.*
        certainty: Certainty,
        /// Where it comes from.*
        source: String,
        /// What to know before relying on it.
        note: Option<LabelView>,
    }
    /// What a requirement key asks for.
    RequirementForm, whole {
        /// Key.*
        key: Qualification,
        /// People needed.*
        minimum: u32,
        /// Of different clinical fields.*
        distinct_fields: bool,
        /// Employed full time.*
        full_time: bool,
        /// `always`, `ownSequencing` or `paediatric`.*
        applies: Applies,
        /// How sure.*
        basis: BasisForm,
    }
    /// A condition of a way of meeting, in words.
    ConditionForm, whole {
        /// Id, unique within its way of meeting.*
        id: String,
        /// `ground`, `duty` or `needed`.*
        kind: ConditionKind,
        /// In words.*
        text: LabelView,
        /// Code of the fact of the case that tells whether it holds.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        fact: Option<CaseFact>,
        /// How sure.*
        basis: BasisForm,
    }
    /// A way of meeting.
    ModeForm, whole {
        /// Mode code.*
        mode: MeetingMode,
        /// `every`, `listed` or `never`.*
        allowed: Allowed,
        /// Whether the requirements of attendance apply.*
        attendance: bool,
        /// Whether all opinions must agree.*
        unanimous: bool,
        /// Whether a reason must be given.*
        reason: bool,
        /// Conditions.*
        conditions: Vec<ConditionForm>,
        /// How sure.*
        basis: BasisForm,
    }
    /// A rule-set.
    RuleSetForm, whole {
        /// Id.*
        id: String,
        /// Version; given by the program when one is recorded.
        version: Option<String>,
        /// Name.*
        name: LabelView,
        /// First day on which it holds.*
        effective_from: String,
        /// Source, and how sure the date is.*
        basis: BasisForm,
        /// Who must take part in a meeting.*
        attendance: Vec<RequirementForm>,
        /// Who must be among the members.*
        members: Vec<RequirementForm>,
        /// Keys for each person; without limit when left out.
        most_keys: Option<u32>,
        /// How sure that is.*
        most_keys_basis: BasisForm,
        /// Whether the attending physician is needed.*
        attending_needed: bool,
        /// Whether information supplied is enough.*
        information_suffices: bool,
        /// How sure that is.*
        attending_basis: BasisForm,
        /// Ways of meeting.*
        modes: Vec<ModeForm>,
        /// Completed years below which a case is taken for paediatric.*
        paediatric_below: u32,
        /// How sure that is.*
        paediatric_basis: BasisForm,
    }
}
