//! Language of messages and of the screen.

use crate::acts::AppInfo;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::AppInfoView;
use crate::view::args;
use entaku_domain::label::Language;

args! {
    /// Language of messages and of the screen.
    SetLanguage, whole {
        /// `ja` or `en`.*
        language: Language,
    }
}

impl Command for SetLanguage {
    const NAME: &'static str = "set_language";
    const RIGHT: Right = Right::Anybody;
    type Answer = AppInfoView;
}

impl Act for SetLanguage {
    fn act(self, desk: &mut Desk) -> Outcome<AppInfoView> {
        desk.language = self.language;
        AppInfo {}.act(desk)
    }
}
