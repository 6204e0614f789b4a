//! What every format says of the file as a whole, apart from its records.

use entaku_domain::draft::{Hide, PanelTest, TumourSampleChoice};
use entaku_domain::genome::Assembly;
use entaku_domain::patient::Details;

/// The head of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    pub format: &'static str,
    pub format_version: Option<String>,
    pub assembly: Assembly,
    pub test: PanelTest,
    pub tumour_sample: Option<(String, TumourSampleChoice)>,
    pub hide: Hide,
    pub comments: Vec<String>,
    pub proposed: Option<Box<Details>>,
    pub must_choose_sample: bool,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            format: "CATS",
            format_version: None,
            assembly: Assembly::unknown(),
            test: PanelTest::default(),
            tumour_sample: None,
            hide: Hide::default(),
            comments: Vec::new(),
            proposed: None,
            must_choose_sample: false,
        }
    }
}
