//! What is known of a member now. The name for signing in stays.

use crate::acts::Members;
use crate::command::{Act, Command};
use crate::convert::{optional_text, text};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::four_eyes::{NOTES, may_propose, propose};
use crate::topics::members::{apart, known, last_administrator, roles_of};
use crate::view::MemberView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::member::InstitutionKind;
use entaku_domain::member::Qualification;
use entaku_domain::member::{Member, Role};

args! {
    /// What is known of a member now. The name for signing in stays.
    ChangeMember {
        /// Who.*
        member_id: String,
        /// Name.*
        name: String,
        /// Institution.
        institution: Option<String>,
        /// Kind of the institution, code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        institution_kind: Option<InstitutionKind>,
        /// Clinical field.
        field: Option<String>,
        /// Employed full time.
        full_time: Option<bool>,
        /// Role codes.*
        roles: Vec<Role>,
        /// Requirement keys.*
        qualifications: Vec<Qualification>,
    }
}

impl Command for ChangeMember {
    const NAME: &'static str = "change_member";
    const RIGHT: Right = Right::Administer;
    const LEAVES: &'static [&'static str] = NOTES;
    type Answer = Vec<MemberView>;
}

impl Act for ChangeMember {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MemberView>> {
        let (former, another) = known(desk, &self.member_id)?;
        let member = Member {
            name: text("name", &self.name)?,
            institution: optional_text("institution", self.institution.as_deref())?,
            roles: roles_of(self.roles)?,
            qualifications: self.qualifications,
            institution_kind: self.institution_kind,
            field: optional_text("field", self.field.as_deref())?,
            full_time: self.full_time,
            ..former.clone()
        };
        if !another
            && former.roles.contains(&Role::Administrator)
            && !member.roles.contains(&Role::Administrator)
        {
            return Err(last_administrator("roles"));
        }
        let own = desk.session()?.member.id == member.id;
        let (now, proposed) = apart(&former.roles, member, own);
        if let Some(proposed) = &proposed {
            may_propose(desk, proposed)?;
        }
        if now != former {
            desk.transact_store(StoreEvent::MemberChanged { member: now })?;
        }
        if let Some(proposed) = proposed {
            propose(desk, Self::NAME, proposed)?;
        }
        Members {}.act(desk)
    }
}
