//! The site's reference genomes.

use crate::command::{Act, Command};
use crate::convert::moment;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::references::opened;
use crate::view::ReferenceView;
use crate::view::args;
use entaku_domain::label::Language;
use entaku_domain::site_reference::SiteReference;
use entaku_intake::Reference;

args! {
    /// The site's reference genomes.
    References {}
}

impl Command for References {
    const NAME: &'static str = "references";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<ReferenceView>;
}

impl Act for References {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ReferenceView>> {
        let language = desk.language();
        Ok(desk.session()?.office.references.iter().map(|known| view(known, language)).collect())
    }
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
