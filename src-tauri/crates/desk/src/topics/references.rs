//! The reference genomes of the site: files of this machine, registered by who and when. Nothing of a sequence is kept.

use crate::acts::RegisterReference;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::site_reference::{RegisteredReference, SiteReference};
use entaku_intake::{Reference, ReferenceError, ReferenceErrorKind, References};
use entaku_words::errors::{common, references_problem};
use std::path::Path;

/// A registered reference, if it is still the file that was registered.
pub(crate) fn opened(registered: &RegisteredReference) -> Result<Reference, ReferenceError> {
    let opened = Reference::open(Path::new(&registered.path), &registered.build)?;
    match *opened.fingerprint() == registered.fingerprint {
        true => Ok(opened),
        false => Err(ReferenceError::changed(opened.file())),
    }
}

/// The references of the open store; none while no store is open.
pub(crate) fn genomes(desk: &Desk) -> References {
    genomes_of(desk.session.iter().flat_map(|session| &session.office.references))
}

/// Those of these references that can be used, and why others cannot.
pub(crate) fn genomes_of<'r>(registered: impl IntoIterator<Item = &'r SiteReference>) -> References {
    let mut genomes = References::none();
    for SiteReference { reference, .. } in registered {
        match opened(reference) {
            Ok(opened) => genomes.add(opened),
            Err(why) => genomes.add_unusable(reference.build.clone(), why),
        }
    }
    genomes
}

pub(crate) fn build(name: &str) -> Outcome<GenomeBuild> {
    match GenomeBuild::from_name(name) {
        build @ (GenomeBuild::Grch37 | GenomeBuild::Grch38) => Ok(build),
        _ => Err(Problem::at("build", references_problem::NO_BUILD)),
    }
}

/// Opens a FASTA that a person names, as a genome of the build that they name.
pub(crate) fn open(named: &RegisterReference) -> Outcome<Reference> {
    let build = build(&named.build)?;
    let given = named.path.trim();
    if given.is_empty() {
        return Err(Problem::at("path", common::FILE_MISSING));
    }
    let refuse = |why: ReferenceError| Problem::at("path", why.said);
    let path = Path::new(given);
    let opened = match Reference::open(path, &build) {
        // An index is made where it is cheap; where it cannot be, the first reason says how it is made.
        Err(why) if why.kind == ReferenceErrorKind::NoIndex => {
            match entaku_intake::make_index(path).map_err(refuse)? {
                true => Reference::open(path, &build),
                false => Err(why),
            }
        }
        opened => opened,
    };
    let mut opened = opened.map_err(refuse)?;
    opened.verify().map_err(refuse)?;
    Ok(opened)
}
