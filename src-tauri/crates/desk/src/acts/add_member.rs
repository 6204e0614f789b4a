//! A further member.

use crate::acts::Members;
use crate::command::{Act, Command};
use crate::convert::{optional_text, text};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::topics::four_eyes::{NOTES, propose};
use crate::topics::members::{apart, roles_of};
use crate::topics::passwords::check_password;
use crate::view::MemberView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::ids::MemberId;
use entaku_domain::member::InstitutionKind;
use entaku_domain::member::Member;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_store::SlotOwner;

args! {
    /// A further member.
    AddMember {
        /// Name.*
        name: String,
        /// Name for signing in; the name when left out.
        sign_in: Option<String>,
        /// First password, good for choosing one of the member's own and nothing else.*
        password: String,
        /// Institution.
        institution: Option<String>,
        /// Role codes.*
        roles: Vec<Role>,
        /// Requirement keys.
        qualifications: Option<Vec<Qualification>>,
        /// Kind of the institution, code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        institution_kind: Option<InstitutionKind>,
        /// Clinical field.
        field: Option<String>,
        /// Employed full time.
        full_time: Option<bool>,
    }
}

impl Command for AddMember {
    const NAME: &'static str = "add_member";
    const RIGHT: Right = Right::Administer;
    const LEAVES: &'static [&'static str] = NOTES;
    type Answer = Vec<MemberView>;
}

impl Act for AddMember {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MemberView>> {
        let now = desk.environment.clock.now();
        let name = text("name", &self.name)?;
        let sign_in = text(
            "signIn",
            self.sign_in.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&self.name),
        )?;
        check_password("password", &self.password, &[name.as_str(), sign_in.as_str()])?;
        let roles = roles_of(self.roles)?;
        let qualifications = self.qualifications.unwrap_or_default();
        let member = Member {
            id: MemberId::parse(&new_uuid(now)).map_err(internal)?,
            name,
            sign_in,
            institution: optional_text("institution", self.institution.as_deref())?,
            roles,
            qualifications,
            institution_kind: self.institution_kind,
            field: optional_text("field", self.field.as_deref())?,
            full_time: self.full_time,
        };
        let (member, proposed) = apart(&[], member, false);
        let kdf = desk.environment.kdf;
        let owner = SlotOwner { member_id: member.id.to_string(), sign_in: member.sign_in.to_string() };
        let keys = desk.session_mut()?.store.add_slot(owner, &self.password, kdf)?;
        let recorded = desk.note_store(StoreEvent::MemberAdded { member: member.clone(), keys: Some(keys) });
        if recorded.is_err() {
            // Without the event the member does not exist; nobody may keep a key without being one.
            desk.session_mut()?.store.remove_slot(member.id.as_str())?;
        }
        recorded?;
        if let Some(proposed) = proposed {
            propose(desk, Self::NAME, proposed)?;
        }
        Members {}.act(desk)
    }
}
