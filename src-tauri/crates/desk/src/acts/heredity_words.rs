//! The words that name heredity: those of the program, and the site’s own.

use crate::command::{Act, Command};
use crate::convert::entry;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::args;
use crate::view::{HeredityListView, HeredityWordsView};
use entaku_domain::words::heredity::{SOURCE, VERSION, shipped};

args! {
    /// The words that name heredity: those of the program, and the site’s own.
    HeredityWords {}
}

impl Command for HeredityWords {
    const NAME: &'static str = "heredity_words";
    const RIGHT: Right = Right::Office;
    type Answer = HeredityWordsView;
}

impl Act for HeredityWords {
    fn act(self, desk: &mut Desk) -> Outcome<HeredityWordsView> {
        let lists = desk.session()?.office.heredity.iter().rev();
        Ok(HeredityWordsView {
            version: VERSION.to_owned(),
            source: SOURCE.to_owned(),
            shipped: shipped().into_iter().map(str::to_owned).collect(),
            lists: lists
                .map(|recorded| HeredityListView {
                    version: recorded.list.version.clone(),
                    words: recorded.list.words.clone(),
                    entry: entry(&recorded.by, recorded.at, &recorded.reason),
                })
                .collect(),
        })
    }
}
