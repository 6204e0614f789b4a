//! A file to look into.

use crate::acts::RegisterReference;
use crate::command::{Act, Command};
use crate::convert::{inspection, kind_counts};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::intake::{HANDED, known_cases, look_into, options_of};
use crate::topics::references::{genomes, open};
use crate::view::InspectionView;
use crate::view::args;
use std::path::Path;

args! {
    /// A file to look into.
    InspectFile {
        /// Path.*
        path: String,
        /// Genome build, where the file does not say.
        assembly: Option<String>,
        /// Name of the tumour sample.
        tumour_sample: Option<String>,
        /// Reference genomes to compare with, beside those of the site.
        references: Option<Vec<RegisterReference>>,
    }
}

impl Command for InspectFile {
    const NAME: &'static str = "inspect_file";
    const RIGHT: Right = Right::Anybody;
    type Answer = InspectionView;
}

impl Act for InspectFile {
    fn act(self, desk: &mut Desk) -> Outcome<InspectionView> {
        let options = options_of(desk, self.assembly.as_deref(), self.tumour_sample.as_deref());
        let path = Path::new(&self.path);
        let mut genomes = genomes(desk);
        for named in self.references.iter().flatten() {
            genomes.add(open(named)?);
        }
        let found = match desk.take_handed(path) {
            Some(bytes) => desk.watch.during(HANDED, |go_on| {
                entaku_intake::inspect_against(HANDED, bytes.as_slice(), &options, &mut genomes, go_on)
            })?,
            None => match desk.take_inspected(path) {
                Some(found) => found?,
                None => look_into(&desk.watch, path, &options, &mut genomes)?,
            },
        };
        let counted = kind_counts(|kind| found.findings.get(&kind).copied().unwrap_or_default());
        let known = known_cases(desk, &found.draft)?;
        Ok(inspection(&found.draft, (counted, found.statements), known, desk.language()))
    }
}
