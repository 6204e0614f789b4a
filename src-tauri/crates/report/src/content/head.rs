//! The logo at the head of a document, of any kind: left of its title and of the name of who issues it.

use std::sync::Arc;

use entaku_domain::document::DocumentKind;
use entaku_words::paper::page;

use super::theme::{BODY, muted};
use super::{DocumentText, Words, sheet};
use crate::layout::{Beside, Block};
use crate::logo::Logo;

/// Sets the logo beside the title. It is part of the reading, and no ornament: it says who speaks, it stands once, and
/// what marks and words it holds is not all said by the name beside it.
pub(super) fn with_logo(mut written: DocumentText, logo: Option<&Arc<Logo>>) -> DocumentText {
    let Some(logo) = logo else { return written };
    let about = &written.about;
    // Every kind begins with its title; all but the patient's name the institution below it.
    let named = about.kind != DocumentKind::Patient;
    let mut blocks: Vec<Block> =
        written.blocks.drain(..written.blocks.len().min(1 + usize::from(named))).collect();
    if !named {
        blocks.push(sheet::text(&about.institution, muted(BODY)));
    }
    let words = Words::new(about.language);
    let alternative = words.with(page::logo_of(&about.institution));
    let head = Beside { picture: logo.clone(), alternative, blocks };
    written.blocks.insert(0, Block::Beside(head));
    written
}
