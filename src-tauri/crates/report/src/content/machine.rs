//! The content as data, for machines: which documents carry it.

use super::{Content, DocumentIdentity, Finality};
use crate::pdf::Attachment;

/// Name of the file inside the panel's report.
const NAME: &str = "entaku-report.json";

impl Content<'_> {
    /// The very bytes the content hash covers, so that what is withheld is not in them either. Only the panel's own
    /// report carries them, never what a patient gets; a draft carries none, for no machine may take over what nobody
    /// has signed.
    #[must_use]
    pub fn attachment(self, about: &DocumentIdentity) -> Option<Attachment> {
        let Self::Panel(content) = self else { return None };
        let Finality::Final(at) = about.state else { return None };
        // Words and numbers under keys of words: this cannot fail.
        let bytes = serde_json::to_vec(content).ok()?;
        let description = format!("{} r{}", about.id, about.number);
        Some(Attachment { name: NAME.to_owned(), description, media_type: "application/json", bytes, at })
    }
}
