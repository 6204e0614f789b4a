//! Language of messages and of the screen.

use crate::acts::AppInfo;
use crate::command::Command;
use crate::convert::from_code;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::AppInfoView;
use crate::view::args;

args! {
    /// Language of messages and of the screen.
    SetLanguage {
        /// `ja` or `en`.*
        language: String,
    }
}

impl Command for SetLanguage {
    const NAME: &'static str = "set_language";
    const RIGHT: Right = Right::Anybody;
    type Answer = AppInfoView;

    fn act(self, desk: &mut Desk) -> Outcome<AppInfoView> {
        desk.language = from_code("language", &self.language)?;
        AppInfo {}.act(desk)
    }
}
