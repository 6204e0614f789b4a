//! Reading files before the desk takes them in. Reading is the long part of an intake and needs nothing of the store, so a
//! shell may read several files at once, while the desk stores one after the other as ever.

use crate::desk::Desk;
use crate::error::Outcome;
use crate::topics::intake::{Received, file_name, look_into, not_reached, options_of, read_file};
use crate::topics::references::genomes_of;
use crate::watch::Watch;
use entaku_domain::site_reference::SiteReference;
use entaku_intake::{Inspection, IntakeError, Options};
use std::path::Path;

/// Reads files as the desk would now, apart from it.
pub struct Reader {
    options: Options,
    references: Vec<SiteReference>,
    watch: Watch,
}

/// A file that was read, for the intake that names its path.
pub struct ReadFile(Received);

impl Reader {
    /// Reads a file. What keeps it from being used is told by the intake.
    ///
    /// # Errors
    /// Those of the intake.
    pub fn read(&self, path: &Path) -> Outcome<ReadFile> {
        if self.watch.ended() {
            return Err(not_reached(&file_name(path)));
        }
        // Of each reading its own: a genome keeps the pages that were looked at last.
        let mut genomes = genomes_of(&self.references);
        read_file(&self.watch, path, &self.options, &mut genomes).map(ReadFile)
    }

    /// Looks into a file of any size; nothing of it is kept.
    pub(crate) fn look_into(&self, path: &Path) -> Result<Inspection, IntakeError> {
        look_into(&self.watch, path, &self.options, &mut genomes_of(&self.references))
    }
}

/// What an intake is given: what was read of a path, or nothing where nobody read it.
type Supply = Box<dyn FnMut(&Path) -> Option<Outcome<ReadFile>> + Send>;

/// Where an intake gets what was read already. Nothing, as a rule.
#[derive(Default)]
pub(crate) struct Ahead(Option<Supply>);

impl Ahead {
    pub(crate) fn take(&mut self, path: &Path) -> Option<Outcome<Received>> {
        let read = self.0.as_mut()?(path)?;
        Some(read.map(|ReadFile(received)| received))
    }
}

impl Desk {
    /// A reader for an intake with these words of a person (genome build, tumour sample).
    pub fn reader(&self, assembly: Option<&str>, tumour_sample: Option<&str>) -> Reader {
        Reader {
            options: options_of(self, assembly, tumour_sample),
            references: self.session.iter().flat_map(|session| session.office.references.clone()).collect(),
            watch: self.watch.clone(),
        }
    }

    /// Asks `supply` for each file that an intake is to read, in the order of the intake, until told otherwise (`None`). It
    /// must have been read by a [`Reader`] of this desk with the words of that very intake.
    pub fn read_ahead(&mut self, supply: Option<Supply>) {
        self.ahead = Ahead(supply);
    }
}
