//! Who may do what: rights go by role and are checked here, for both shells, before anything else happens.

use crate::command::Entry;
use crate::error::{Code, Outcome, Problem};
use entaku_domain::member::{Member, Qualification, Role};
use entaku_domain::words::Worded;
use entaku_words::errors::permission;

/// A group of acts that the same roles may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Needs no store.
    Anybody,
    /// See to one's own way in.
    Own,
    /// Look at what concerns no patient: rules, lists, members, the store itself.
    Office,
    /// Look at cases, without who the patient is and what is inherited.
    Read,
    /// See who the patient is.
    Identity,
    /// See what is inherited.
    Germline,
    /// Look at documents, which name the patient and may tell of heredity.
    Documents,
    /// Take a document out: to a file, to a printer.
    TakeOut,
    /// Load files, record what people told, meetings, referrals' progress.
    Prepare,
    /// Give an opinion of one's own.
    Opine,
    /// Say whose opinions are asked for.
    Ask,
    /// Record what the panel decides.
    Decide,
    /// Lead the panel: open the opinions.
    Preside,
    /// Release what the patient is told, and give documents out.
    Release,
    /// Write what a patient is told, and give that out: whoever explains it too.
    Explain,
    /// Finalise and amend.
    Finalise,
    /// Take tables, or all of a case, out of the store.
    Export,
    /// Look through who looked at what.
    Audit,
    /// Members, institution.
    Administer,
    /// Confirm as a second person what one alone cannot do.
    Vouch,
    /// The rules by which panels are held.
    Rules,
    /// The phrases for free text.
    Phrases,
}

impl Right {
    pub(crate) fn roles(self) -> &'static [Role] {
        use Role::{
            Administrator, AttendingPhysician, Chair, Coordinator, GeneticCounsellor, Member as PanelMember,
            Viewer,
        };
        match self {
            Self::Anybody | Self::Own => &Role::ALL,
            Self::Read | Self::Office => &[
                Chair,
                PanelMember,
                Coordinator,
                GeneticCounsellor,
                AttendingPhysician,
                Administrator,
                Viewer,
            ],
            // Who takes part in a panel's work. Those who keep the program running, and those who only look on, need neither the
            // patient's name nor what concerns a family.
            Self::Prepare | Self::Identity | Self::Germline | Self::Documents | Self::TakeOut => {
                &[Chair, PanelMember, Coordinator, GeneticCounsellor, AttendingPhysician]
            }
            Self::Opine => &[Chair, PanelMember, GeneticCounsellor, AttendingPhysician],
            // The secretary types what the panel decides while people talk.
            Self::Decide => &[Chair, PanelMember, Coordinator],
            // The chair, and the secretary who prepares what is handed out.
            Self::Release | Self::Ask => &[Chair, Coordinator],
            // Those who sit with the patient write and hand over what they explain.
            Self::Explain => &[Chair, Coordinator, GeneticCounsellor, AttendingPhysician],
            Self::Preside | Self::Finalise => &[Chair],
            Self::Export => &[Chair, Coordinator],
            Self::Administer => &[Administrator],
            Self::Rules | Self::Audit | Self::Vouch => &[Chair, Administrator],
            // Wider than the rules: a phrase decides nothing and is printed nowhere by itself. The chair answers for the
            // wording, the secretary writes with it every week, the administrator sets the store up.
            Self::Phrases => &[Chair, Coordinator, Administrator],
        }
    }
}

/// Names of the commands that a member may use.
pub(crate) fn commands_of(member: &Member, table: &'static [Entry]) -> impl Iterator<Item = &'static str> {
    let allowed =
        |entry: &&Entry| may(member, entry.right) && entry.also.iter().all(|right| may(member, *right));
    table.iter().filter(allowed).map(|entry| entry.name)
}

/// Whether a member may do what needs this right, in any of the member's roles.
pub(crate) fn may(member: &Member, right: Right) -> bool {
    acting_role(member, right).is_some()
}

/// The role in which a member may do something of this kind, the first of the member's own order.
fn acting_role(member: &Member, right: Right) -> Option<Role> {
    member
        .roles
        .iter()
        .copied()
        .find(|role| right.roles().contains(role) || by_qualification(member, *role, right))
}

/// A clinical geneticist, or who is trained in genetic counselling, explains as a member of the panel too.
fn by_qualification(member: &Member, role: Role, right: Right) -> bool {
    let explains = |key: &Qualification| matches!(key, Qualification::I | Qualification::U);
    right == Right::Explain && role == Role::Member && member.qualifications.iter().any(explains)
}

/// As [`acting_role`], refusing with the roles that may.
pub(crate) fn require(member: &Member, right: Right) -> Outcome<Role> {
    acting_role(member, right).ok_or_else(|| {
        let roles = right.roles().iter().map(|role| role.label());
        Problem::of(Code::Forbidden, permission::only_these_roles(roles))
    })
}

/// As [`require`], of all of these rights.
pub(crate) fn require_all(member: &Member, rights: &[Right]) -> Outcome<()> {
    rights.iter().try_for_each(|right| require(member, *right).map(drop))
}
