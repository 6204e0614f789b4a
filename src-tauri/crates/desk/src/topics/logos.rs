//! The logo of the site's template: read from a file, looked at, kept once as a file of the store; and how documents are
//! set by that template.

use crate::desk::Session;
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::TemplateForm;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Language;
use entaku_domain::template::{Template, TemplateLogo};
use entaku_report::logo::{LONGEST_SIDE, MOST_BYTES};
use entaku_report::{JournalEnd, Logo, LogoError, RenderOptions};
use entaku_words::Said;
use entaku_words::errors::{common, logos, thing};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Name of a logo whose file had none.
const UNNAMED: &str = "logo.png";

/// A logo with the name of the file it was read from.
pub(crate) struct Chosen {
    pub(crate) logo: Arc<Logo>,
    pub(crate) name: String,
}

impl Chosen {
    /// As the template names it.
    pub(crate) fn named(&self) -> Outcome<TemplateLogo> {
        let sha256 = Sha256Hex::parse(&self.logo.sha256()).map_err(internal)?;
        let [width, height] = self.logo.pixels();
        Ok(TemplateLogo { sha256, width, height })
    }
}

/// The logo that a form asks for, if any: that of a file, or one recorded before.
pub(crate) fn chosen(session: &Session, form: &TemplateForm) -> Outcome<Option<Chosen>> {
    let given = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    match (given(&form.logo_file), given(&form.logo)) {
        (None, None) => Ok(None),
        (None, Some(sha256)) => recorded(session, &sha256).map(Some),
        (Some(path), expected) => {
            let read = read(Path::new(&path))?;
            if expected.is_some_and(|expected| expected != read.logo.sha256()) {
                return Err(Problem::at("logoFile", logos::FILE_CHANGED));
            }
            Ok(Some(read))
        }
    }
}

/// A logo that one of the site's templates has.
fn recorded(session: &Session, sha256: &str) -> Outcome<Chosen> {
    let mut logos = session.office.templates.iter().filter_map(|recorded| recorded.template.logo.as_ref());
    let logo = logos.find(|logo| logo.sha256.as_str() == sha256);
    kept(session, logo.ok_or_else(|| Problem::missing(thing::LOGO, sha256))?)
}

/// The picture of a template's logo.
fn kept(session: &Session, logo: &TemplateLogo) -> Outcome<Chosen> {
    let file = session.store.attachment(logo.sha256.as_str())?;
    let picture = Logo::open(file.bytes).ok_or_else(|| internal("a kept logo that is no picture"))?;
    Ok(Chosen { logo: Arc::new(picture), name: file.name })
}

/// How a document is set by a template: its paper and its logo. A logo that is recorded and cannot be read is an error:
/// it is never left out in silence.
pub(crate) fn setting(
    session: &Session,
    template: Option<&Template>,
    language: Language,
    content_hash: &str,
) -> Outcome<RenderOptions> {
    let logo = template.and_then(|template| template.logo.as_ref());
    Ok(RenderOptions {
        paper: template.map(|template| template.paper).unwrap_or_default(),
        logo: logo.map(|logo| kept(session, logo)).transpose()?.map(|chosen| chosen.logo),
        ..RenderOptions::new(language, content_hash)
    })
}

/// The journal's end as it stands, for a document that is to prove it later.
pub(crate) fn journal_end(session: &Session) -> Outcome<Option<JournalEnd>> {
    let head = session.store.head()?.to_string();
    let (events, hash) = head.split_once(':').ok_or_else(|| internal("a journal's end without a hash"))?;
    Ok(Some(JournalEnd { events: events.parse().map_err(internal)?, hash: hash.to_owned() }))
}

/// Reads the file of a logo.
fn read(path: &Path) -> Outcome<Chosen> {
    let shown = path.display();
    let failed = |error: std::io::Error| Problem::at("logoFile", common::unreadable(&shown, &error));
    let metadata = std::fs::metadata(path).map_err(failed)?;
    let refused = |error: &LogoError| Problem { code: Code::Invalid, ..problem(error) };
    if !metadata.is_file() {
        return Err(refused(&LogoError::Kind(None)));
    }
    let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    if size > MOST_BYTES {
        return Err(refused(&LogoError::Bytes(size)));
    }
    let mut bytes = Vec::with_capacity(size);
    // A file that grows meanwhile is not followed.
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(failed)?;
    let logo = Logo::import(&bytes).map_err(|error| refused(&error))?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or(UNNAMED).to_owned();
    Ok(Chosen { logo: Arc::new(logo), name })
}

fn problem(error: &LogoError) -> Problem {
    let words = match error {
        LogoError::Bytes(bytes) => logos::too_many_bytes(MOST_BYTES / 1024, bytes.div_ceil(1024)).said(),
        LogoError::Kind(None) => logos::NEITHER_PNG_NOR_JPEG.said(),
        LogoError::Kind(Some(kind)) => logos::another_kind(kind).said(),
        LogoError::Sides { width, height } => logos::too_many_pixels(LONGEST_SIDE, *width, *height).said(),
        LogoError::Press => logos::PRESS_COLOURS.said(),
        LogoError::Blank => logos::BLANK.said(),
        LogoError::Damaged(damage) => logos::damaged(damage).said(),
    };
    Problem::at("logoFile", words)
}
