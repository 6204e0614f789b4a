//! The password alone is asked for again when the member signs in.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::view::{SessionView, args};
use entaku_domain::event::StoreEvent;
use entaku_store::attempt;
use entaku_words::errors::second_factor;

args! {
    /// The password alone is asked for again when the member signs in.
    GiveUpSecondFactor {
        /// The member's password.*
        password: String,
        /// What the authenticator shows, or a spare code.*
        code: String,
    }
}

impl Command for GiveUpSecondFactor {
    const NAME: &'static str = "give_up_second_factor";
    const RIGHT: Right = Right::Office;
    type Answer = SessionView;
}

impl Act for GiveUpSecondFactor {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let now = desk.environment.clock.now();
        let session = desk.session_mut()?;
        if !session.store.has_second_factor() {
            return Err(Problem::of(Code::Refused, second_factor::NOT_SET_UP));
        }
        let (dir, id) = (session.store.dir().to_owned(), session.member.id.clone());
        let own = session.member.sign_in.to_string();
        attempt(&dir, &own, now, || {
            session.store.check_password(&own, &self.password)?;
            session.store.prove_second_factor(Some(&self.code), now)
        })?;
        // The event first: a secret that is not asked for does no harm, one that is asked for and gone locks the member out.
        desk.note_store(StoreEvent::SecondFactorSet { id, secret: None })?;
        desk.session_mut()?.store.forget_second_factor()?;
        Ok(session_view(desk, desk.session()?))
    }
}
