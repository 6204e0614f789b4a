//! What every format says of the file as a whole, apart from its records.

use crate::notes::{NoteBook, Remark};
use entaku_domain::draft::{Hide, PanelTest, TumourSampleChoice};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
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

impl Head {
    /// The build in the end: the file's word counts, the person's only where the file has none.
    pub fn settle_build(&mut self, person: Option<&GenomeBuild>, notes: &mut NoteBook) {
        match person {
            Some(build) if self.assembly.name == GenomeBuild::Unknown => {
                self.assembly = Assembly { name: build.clone(), source: BuildSource::Person };
            }
            Some(build) if *build != self.assembly.name => {
                let said =
                    format!("the file says {}, the person {}", self.assembly.name.name(), build.name());
                let hint = "The file's word is used; check the build before comparing positions.";
                notes.about_file(Remark::warning("build-conflict", said, hint));
            }
            None if self.assembly.name == GenomeBuild::Unknown => {
                let hint = "Positions have no meaning without a build: name it when loading the file.";
                notes.about_file(Remark::warning("build-unknown", "no genome build", hint));
            }
            _ => {}
        }
    }
}
