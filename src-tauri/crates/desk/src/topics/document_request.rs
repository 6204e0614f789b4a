//! Which document is asked for, and how it is to be set.

use super::logos::setting;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::document::{DocumentKind, IssuedDocument, Paper, Readings, TypeSize};
use entaku_domain::ids::ReferralId;
use entaku_domain::label::Language;
use entaku_report::RenderOptions;
use entaku_words::errors::thing;

/// A document as it is asked for.
pub(crate) struct DocumentRequest {
    pub(crate) kind: DocumentKind,
    pub(crate) referral: Option<ReferralId>,
    pub(crate) language: Language,
    pub(crate) type_size: TypeSize,
    pub(crate) readings: Readings,
    /// For a draft, another than the site's own.
    pub(crate) paper: Option<Paper>,
}

impl DocumentRequest {
    /// In ordinary type without readings.
    pub(crate) fn plain(kind: DocumentKind, language: Language) -> Self {
        let (type_size, readings) = (TypeSize::Ordinary, Readings::Without);
        Self { kind, referral: None, language, type_size, readings, paper: None }
    }

    pub(crate) fn read(
        desk: &Desk,
        kind: DocumentKind,
        referral: Option<&str>,
        language: Option<Language>,
        (type_size, readings): (Option<TypeSize>, Option<Readings>),
        paper: Option<Paper>,
    ) -> Outcome<Self> {
        let referral = referral
            .filter(|id| !id.is_empty())
            .map(|id| ReferralId::parse(id).map_err(|_| Problem::missing(thing::REFERRAL, id)))
            .transpose()?;
        let language = language.unwrap_or(desk.language);
        Ok(Self {
            kind,
            referral,
            language,
            type_size: type_size.unwrap_or(TypeSize::Ordinary),
            readings: readings.unwrap_or(Readings::Without),
            paper,
        })
    }

    /// As the document is set, with the site's logo on the site's paper.
    pub(crate) fn setting(&self, desk: &Desk, content_hash: &str) -> Outcome<RenderOptions> {
        let session = desk.session()?;
        let site = setting(session, session.office.template(), self.language, content_hash)?;
        let paper = self.paper.unwrap_or(site.paper);
        Ok(RenderOptions { paper, logo: site.logo, ..self.options(content_hash) })
    }

    /// As far as it bears on the words.
    pub(crate) fn options(&self, content_hash: &str) -> RenderOptions {
        RenderOptions {
            type_size: self.type_size,
            readings: self.readings,
            ..RenderOptions::new(self.language, content_hash)
        }
    }

    pub(crate) fn is(&self, document: &IssuedDocument) -> bool {
        document.kind == self.kind
            && document.language == self.language
            && document.type_size == self.type_size
            && document.readings == self.readings
            && (self.referral.is_none() || document.referral == self.referral)
    }
}
