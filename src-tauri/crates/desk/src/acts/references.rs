//! The reference genomes of the site: files of this machine, registered by who and when. Nothing of a sequence is kept.

use crate::convert::moment;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{NoArgs, ReferenceView, RegisterReference, RemoveReference};
use entaku_domain::event::StoreEvent;
use entaku_domain::genome::GenomeBuild;
use entaku_domain::label::Language;
use entaku_domain::site_reference::{RegisteredReference, SiteReference};
use entaku_intake::{Reference, ReferenceError, ReferenceErrorKind, References};
use std::path::{Path, absolute};

pub(crate) fn references(desk: &mut Desk, _: NoArgs) -> Outcome<Vec<ReferenceView>> {
    let language = desk.language();
    Ok(desk.session()?.office.references.iter().map(|known| view(known, language)).collect())
}

fn view(known: &SiteReference, language: Language) -> ReferenceView {
    let SiteReference { reference, by, at } = known;
    let opened = opened(reference).and_then(|mut opened| opened.verify().map(|()| opened));
    ReferenceView {
        build: reference.build.name().to_owned(),
        file: reference.path.clone(),
        ok: opened.is_ok(),
        why: opened.as_ref().err().map(|why| why.said.get(language).to_owned()),
        remark: opened
            .as_ref()
            .ok()
            .and_then(Reference::remark)
            .map(|remark| remark.get(language).to_owned()),
        contigs: reference.contigs,
        fingerprint: reference.fingerprint.to_string(),
        by: by.name.to_string(),
        at: moment(*at),
    }
}

/// A registered reference, if it is still the file that was registered.
fn opened(registered: &RegisteredReference) -> Result<Reference, ReferenceError> {
    let opened = Reference::open(Path::new(&registered.path), &registered.build)?;
    match *opened.fingerprint() == registered.fingerprint {
        true => Ok(opened),
        false => Err(ReferenceError::changed(opened.file())),
    }
}

/// The references of the open store; none while no store is open.
pub(crate) fn genomes(desk: &Desk) -> References {
    let mut genomes = References::none();
    let registered = desk.session.iter().flat_map(|session| &session.office.references);
    for SiteReference { reference, .. } in registered {
        match opened(reference) {
            Ok(opened) => genomes.add(opened),
            Err(why) => genomes.add_unusable(reference.build.clone(), why),
        }
    }
    genomes
}

fn build(name: &str) -> Outcome<GenomeBuild> {
    match GenomeBuild::from_name(name) {
        build @ (GenomeBuild::Grch37 | GenomeBuild::Grch38) => Ok(build),
        _ => Err(Problem::field("build", "GRCh37またはGRCh38を指定してください。", "Name GRCh37 or GRCh38.")),
    }
}

/// Opens a FASTA that a person names, as a genome of the build that they name.
pub(super) fn open(named: &RegisterReference) -> Outcome<Reference> {
    let build = build(&named.build)?;
    let given = named.path.trim();
    if given.is_empty() {
        return Err(Problem::field("path", "ファイルを選んでください。", "Choose a file."));
    }
    let refuse = |why: ReferenceError| Problem::field("path", why.said.ja, why.said.en);
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

pub(crate) fn register_reference(desk: &mut Desk, args: RegisterReference) -> Outcome<Vec<ReferenceView>> {
    let opened = open(&args)?;
    let path = absolute(args.path.trim())
        .map_err(|error| Problem::field("path", error.to_string(), error.to_string()))?;
    let path = path
        .to_str()
        .ok_or_else(|| Problem::field("path", "パスがUnicodeではありません。", "The path is not Unicode."))?;
    let reference = RegisteredReference {
        build: opened.build().clone(),
        path: path.to_owned(),
        contigs: u32::try_from(opened.contigs()).unwrap_or(u32::MAX),
        fingerprint: opened.fingerprint().clone(),
    };
    // The same once more is no event.
    if !desk.session()?.office.references.iter().any(|known| known.reference == reference) {
        desk.transact_store(StoreEvent::ReferenceRegistered { reference: Box::new(reference) })?;
    }
    references(desk, NoArgs {})
}

pub(crate) fn remove_reference(desk: &mut Desk, args: RemoveReference) -> Outcome<Vec<ReferenceView>> {
    let build = build(&args.build)?;
    if !desk.session()?.office.references.iter().any(|known| known.reference.build == build) {
        return Err(Problem::not_found("参照ゲノム", "reference genome", build.name()));
    }
    desk.transact_store(StoreEvent::ReferenceRemoved { build })?;
    references(desk, NoArgs {})
}
