//! A fresh secret for the member's authenticator; nothing holds yet.

use crate::command::{Act, Command};
use crate::convert::square;
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::view::{SecondFactorOffer, args};
use entaku_store::Store;
use entaku_words::errors::second_factor;

args! {
    /// A fresh secret for the member's authenticator. Nothing holds until a code of it is shown with `set_up_second_factor`.
    OfferSecondFactor {}
}

impl Command for OfferSecondFactor {
    const NAME: &'static str = "offer_second_factor";
    const RIGHT: Right = Right::Office;
    type Answer = SecondFactorOffer;
}

impl Act for OfferSecondFactor {
    fn act(self, desk: &mut Desk) -> Outcome<SecondFactorOffer> {
        let session = desk.session()?;
        if session.store.has_second_factor() {
            return Err(Problem::of(crate::error::Code::Refused, second_factor::SET_UP));
        }
        let offer = Store::offer_second_factor(session.member.sign_in.as_str())?;
        let square = square(&offer.address).ok_or_else(|| internal("the address is too long for a code"))?;
        Ok(SecondFactorOffer { secret: offer.secret.to_string(), address: offer.address.to_string(), square })
    }
}
