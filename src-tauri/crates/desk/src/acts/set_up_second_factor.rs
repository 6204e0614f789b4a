//! The member signs in with a second factor from now on.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::view::{SpareCodes, args};
use entaku_domain::event::StoreEvent;
use entaku_store::attempt;
use entaku_words::errors::second_factor;

args! {
    /// The member signs in with a second factor from now on: what the authenticator shows that has the secret offered before.
    SetUpSecondFactor {
        /// The member's password.*
        password: String,
        /// The secret that was offered.*
        secret: String,
        /// What the authenticator shows for it.*
        code: String,
    }
}

impl Command for SetUpSecondFactor {
    const NAME: &'static str = "set_up_second_factor";
    const RIGHT: Right = Right::Office;
    type Answer = SpareCodes;
}

impl Act for SetUpSecondFactor {
    fn act(self, desk: &mut Desk) -> Outcome<SpareCodes> {
        let now = desk.environment.clock.now();
        let session = desk.session_mut()?;
        if session.store.has_second_factor() {
            return Err(Problem::of(Code::Refused, second_factor::SET_UP));
        }
        let (dir, id) = (session.store.dir().to_owned(), session.member.id.clone());
        let own = session.member.sign_in.to_string();
        attempt(&dir, &own, now, || session.store.check_password(&own, &self.password))?;
        let (secret, spares) = session.store.keep_second_factor(&self.secret, &self.code, now)?;
        let recorded = desk.note_store(StoreEvent::SecondFactorSet { id, secret: Some(secret) });
        if let Err(problem) = recorded {
            desk.session_mut()?.store.forget_second_factor()?;
            return Err(problem);
        }
        Ok(SpareCodes {
            spares: spares.iter().map(|spare| spare.to_string()).collect(),
            session: session_view(desk, desk.session()?),
        })
    }
}
