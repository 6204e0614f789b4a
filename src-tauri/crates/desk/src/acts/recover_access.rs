//! A new password by the recovery code, which is spent by that.

use crate::acts::OpenStore;
use crate::command::{Act, Command};
use crate::desk::{Desk, event_after};
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::passwords::check_password;
use crate::topics::store::{SIGN_IN_NOTES, dir_or_default};
use crate::view::{AccessRecovered, args};
use entaku_domain::event::{EventBody, StoreEvent, Stream};
use entaku_domain::ids::MemberId;
use entaku_domain::label::Language;
use entaku_domain::member::{Actor, Role};
use entaku_domain::text::Text;
use entaku_store::{Store, attempt};
use entaku_words::errors::{store, thing};

args! {
    /// A new password by the recovery code, which is spent by that.
    RecoverAccess {
        /// Folder.
        dir: Option<String>,
        /// The code on paper.*
        code: String,
        /// Sign-in name or member id.*
        sign_in: String,
        /// The new password.*
        password: String,
    }
}

impl Command for RecoverAccess {
    const NAME: &'static str = "recover_access";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = SIGN_IN_NOTES;
    type Answer = AccessRecovered;
}

impl Act for RecoverAccess {
    fn act(self, desk: &mut Desk) -> Outcome<AccessRecovered> {
        let dir = dir_or_default(desk, self.dir.as_deref());
        check_password("password", &self.password, &[&self.sign_in])?;
        let (now, device) = (desk.environment.clock.now(), &desk.environment.device);
        // Under a name of its own: who guesses at the code keeps nobody from signing in.
        let opened =
            attempt(&dir, "recovery code", now, || Store::open_with_recovery(&dir, &self.code, device))?;
        let (mut store, _) = opened;
        let names = Store::sign_in_names(&dir)?;
        let whose = names.iter().find(|owner| [&owner.sign_in, &owner.member_id].contains(&&self.sign_in));
        let id = whose.and_then(|owner| MemberId::parse(&owner.member_id).ok());
        let id = id.ok_or_else(|| Problem::missing(thing::MEMBER, &self.sign_in))?;
        let (fresh, code, recovery) =
            store.prepare_recovery(id.as_str(), &self.password, desk.environment.kdf)?;
        let what = StoreEvent::AccessRecovered { id, keys: fresh.keys, edition: fresh.edition, recovery };
        // Nobody's name stands there: whoever holds the paper may be anybody.
        let actor = Actor {
            member: Actor::recovery_code(),
            name: Text::new(store::RECOVERY_CODE.get(Language::Ja)).map_err(internal)?,
            role: Role::Administrator,
            on_behalf_of: None,
        };
        let version = u32::try_from(store.version(&Stream::Store)?).map_err(internal)?;
        let event = event_after(version, now, actor, EventBody::Store { what })?;
        if let Err(error) = store.append_events(&[event], None, &[]) {
            store.withdraw_slot(fresh)?;
            return Err(error.into());
        }
        store.settle_slot(fresh)?;
        store.close()?;
        let open =
            OpenStore { dir: self.dir, sign_in: Some(self.sign_in), password: self.password, code: None };
        Ok(AccessRecovered { recovery_code: code.reveal().to_owned(), session: open.act(desk)? })
    }
}
