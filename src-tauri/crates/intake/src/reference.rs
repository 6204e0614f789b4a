//! The site's reference genome: a FASTA with its index, plain (`.fai`) or bgzip (`.fai` and `.gzi`). It tells whether a
//! record's REF stands where the record says, moves insertions and deletions to their leftmost place, and tells a wrong build
//! by the share of REFs that do not fit. Must not know where it is registered; nothing of a sequence is kept or shipped.

mod align;
mod build;
mod checked;
mod conclude;
mod contig;
mod error;
mod fit;
mod index;
mod pages;

pub(crate) use checked::Checked;
pub use error::{ReferenceError, ReferenceErrorKind};
pub use index::make_index;

use contig::Contigs;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Label;
use pages::Pages;
use std::path::Path;

/// A reference genome at hand.
#[derive(Debug)]
pub struct Reference {
    build: GenomeBuild,
    file: String,
    fingerprint: Sha256Hex,
    remark: Option<Label>,
    contigs: Contigs,
    pages: Pages,
    /// Why nothing more is asked of it: it could not be read at some place.
    broken: Option<String>,
}

impl Reference {
    /// Opens a FASTA by its index, as a genome of this build.
    ///
    /// # Errors
    /// When file or index are missing, damaged or of different files, and when the contigs are plainly of another build.
    pub fn open(path: &Path, named: &GenomeBuild) -> Result<Self, ReferenceError> {
        let file = crate::open::bare_name(&path.to_string_lossy());
        let size = crate::open::regular_file(path)
            .map_err(|error| ReferenceError::new(ReferenceErrorKind::Missing, &file, error.found))?;
        let packing = index::packing(path, &file)?;
        let fai = index::read(path, "fai", &file)?;
        let gzi = match packing {
            index::Packing::Plain => None,
            index::Packing::Blocks => Some(index::read(path, "gzi", &file)?),
        };
        let pages = Pages::open(path, size, gzi.as_deref(), &file)?;
        let contigs = Contigs::read(&fai, pages.size(), &file)?;
        let remark = build::check(&contigs, named, &file)?;
        let fingerprint = index::fingerprint(path, size, &fai, gzi.as_deref(), &file)?;
        Ok(Self { build: named.clone(), file, fingerprint, remark, contigs, pages, broken: None })
    }

    /// The build it was opened as.
    pub fn build(&self) -> &GenomeBuild {
        &self.build
    }

    /// Name of the file, without folders.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// SHA-256 of its indexes, its size and the first and last 64 KiB of its file.
    pub fn fingerprint(&self) -> &Sha256Hex {
        &self.fingerprint
    }

    /// How many contigs it has.
    pub fn contigs(&self) -> usize {
        self.contigs.len()
    }

    /// What is unusual about it: it has not all chromosomes of its build, or not in their length.
    pub fn remark(&self) -> Option<&Label> {
        self.remark.as_ref()
    }

    /// Looks at the beginning and the end of each chromosome, whether the index is of this file.
    ///
    /// # Errors
    /// Names the first contig that is not where the index says.
    pub fn verify(&mut self) -> Result<(), ReferenceError> {
        for at in self.contigs.chromosomes() {
            self.contigs.trust(at, &mut self.pages).map_err(|error| {
                ReferenceError::new(ReferenceErrorKind::Damaged, &self.file, error::unreadable(&error))
            })?;
        }
        Ok(())
    }
}

/// The reference genomes of a site, for the reading of a file.
#[derive(Debug, Default)]
pub struct References {
    all: Vec<Reference>,
    unusable: Vec<(GenomeBuild, ReferenceError)>,
}

impl References {
    /// None: nothing is compared and nothing said of it.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds one, in place of any of its build.
    pub fn add(&mut self, reference: Reference) {
        self.all.retain(|known| known.build != reference.build);
        self.all.push(reference);
    }

    /// Remembers that one is registered and cannot be used: what is read says so.
    pub fn add_unusable(&mut self, build: GenomeBuild, why: ReferenceError) {
        self.unusable.push((build, why));
    }

    /// Whether there is nothing to compare with and nothing to say.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.unusable.is_empty()
    }
}
