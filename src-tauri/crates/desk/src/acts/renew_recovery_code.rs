//! A new recovery code; the former one opens nothing any more.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::{RecoveryCodeView, args};
use entaku_domain::event::StoreEvent;
use entaku_store::attempt;

args! {
    /// A new recovery code; the former one opens nothing any more.
    RenewRecoveryCode {
        /// The administrator's own password.*
        password: String,
    }
}

impl Command for RenewRecoveryCode {
    const NAME: &'static str = "renew_recovery_code";
    const RIGHT: Right = Right::Administer;
    type Answer = RecoveryCodeView;
}

impl Act for RenewRecoveryCode {
    fn act(self, desk: &mut Desk) -> Outcome<RecoveryCodeView> {
        let now = desk.environment.clock.now();
        let session = desk.session_mut()?;
        let (dir, own) = (session.store.dir().to_owned(), session.member.sign_in.to_string());
        attempt(&dir, &own, now, || session.store.check_password(&own, &self.password))?;
        let (fresh, code) = session.store.prepare_code()?;
        let recorded = desk.note_store(StoreEvent::RecoveryRenewed { keys: fresh.keys });
        let store = &mut desk.session_mut()?.store;
        if let Err(problem) = recorded {
            store.withdraw_code(&fresh)?;
            return Err(problem);
        }
        store.settle_code(&fresh)?;
        desk.renew_key()?;
        Ok(RecoveryCodeView { recovery_code: code.reveal().to_owned() })
    }
}
