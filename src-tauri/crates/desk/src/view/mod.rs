//! Plain data made for the screen and the terminal. Of the domain's types only codes (enumerations without data) leave the
//! desk; the word for one stands in the word list under `<kind>.<code>`.

mod case;
mod classification;
mod document;
mod document_check;
mod draft;
mod figure;
mod finding;
mod finding_form;
mod form;
mod grade;
mod intake;
mod meeting;
mod milestone;
mod moment;
mod opinion;
mod panel_form;
mod phrase;
mod quorum;
mod reading;
mod reference;
mod report;
mod session;
mod signing;
mod statement;
mod taken;
mod template;
mod test;

pub use case::*;
pub use classification::*;
pub use document::*;
pub use document_check::*;
pub use draft::*;
pub use figure::*;
pub use finding::*;
pub use form::*;
pub use grade::*;
pub use intake::*;
pub use meeting::*;
pub use milestone::*;
pub use moment::*;
pub use opinion::*;
pub use panel_form::*;
pub use phrase::*;
pub use quorum::*;
pub use reading::*;
pub use reference::*;
pub use report::*;
pub use session::*;
pub use signing::*;
pub use statement::*;
pub use taken::*;
pub use template::*;
pub use test::*;

pub(crate) use crate::form::{args, chosen};
