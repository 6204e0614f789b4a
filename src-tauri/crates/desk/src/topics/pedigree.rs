//! A case's family history: files of other programs into the journal, and out of it again. What a pedigree is, and how it is
//! read, written and drawn, is `entaku-pedigree`'s; here are its words, its bounds of a file, and what is noted.

use crate::convert::{label, moment};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{PedigreeFormat, PedigreeLostView, PedigreeView};
use entaku_domain::event::AccessEvent;
use entaku_domain::family::{FamilyHistory, KeptFamilyHistory};
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_domain::label::Language;
use entaku_pedigree::model::ResultFrom;
use entaku_pedigree::read::MOST_BYTES;
use entaku_pedigree::svg::{LegendItem, Said as Drawn, Wording};
use entaku_pedigree::{Fault, Format, Lost, LostWhat, Pedigree, Place};
use entaku_store::sha256_hex;
use entaku_words::answers::{pedigree_drawing, pedigree_lost};
use entaku_words::errors::{common, pedigree_place, pedigree_problem};
use entaku_words::{Said, Value, Word};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Reads a file as it is to be recorded.
pub(crate) fn read_file(path: &str) -> Outcome<FamilyHistory> {
    let file = Path::new(path);
    let name = file.file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned());
    let failed = |error: std::io::Error| Problem::at("path", common::unreadable(path, &error));
    // A pipe or a device might never end.
    if !std::fs::metadata(file).map_err(failed)?.is_file() {
        return Err(Problem::of(Code::Intake, pedigree_problem::refused(&name, pedigree_problem::NO_FORMAT)));
    }
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(failed)?;
    let refused = |fault: Fault| Problem::of(Code::Intake, pedigree_problem::refused(&name, said(&fault)));
    let (pedigree, format) = entaku_pedigree::read(&bytes).map_err(refused)?;
    Ok(FamilyHistory {
        document: serde_json::to_string(&pedigree)?,
        persons: u32::try_from(pedigree.persons.len()).unwrap_or(u32::MAX),
        format: crate::convert::code_of(&format),
        sha256: Sha256Hex::parse(&sha256_hex(&bytes)).map_err(internal)?,
    })
}

/// What a case holds.
pub(crate) fn kept(desk: &mut Desk, id: &CaseId) -> Outcome<KeptFamilyHistory> {
    let kept = desk.case(id)?.family.clone();
    kept.ok_or_else(|| Problem::of(Code::NotFound, pedigree_problem::NONE))
}

/// As it is shown.
pub(crate) fn view(kept: &KeptFamilyHistory) -> PedigreeView {
    PedigreeView {
        persons: kept.history.persons,
        lost: Vec::new(),
        format: kept.history.format.clone(),
        by: kept.by.by.name.to_string(),
        at: moment(kept.by.at),
        file: None,
        sha256: None,
    }
}

/// Writes it to a file; told is what the format cannot carry.
pub(crate) fn export(
    desk: &mut Desk,
    id: &CaseId,
    format: PedigreeFormat,
    out: &str,
) -> Outcome<PedigreeView> {
    let kept = kept(desk, id)?;
    // It was written by this program, and read before that.
    let pedigree: Pedigree = serde_json::from_str(&kept.history.document)?;
    let (text, lost) = match format {
        PedigreeFormat::Ped => entaku_pedigree::write(&pedigree, Format::Ped),
        PedigreeFormat::Canrisk => entaku_pedigree::write(&pedigree, Format::Canrisk),
        PedigreeFormat::Ga4gh => entaku_pedigree::write(&pedigree, Format::Ga4gh),
        PedigreeFormat::Json => entaku_pedigree::write(&pedigree, Format::Json),
        PedigreeFormat::Svg => (entaku_pedigree::svg::draw(&pedigree, &Words(desk.language())), Vec::new()),
    };
    desk.write_file(out, text.as_bytes())?;
    let sha256 = Sha256Hex::parse(&sha256_hex(text.as_bytes())).map_err(internal)?;
    let written = sha256.to_string();
    desk.note_access(AccessEvent::FamilyHistoryExported { case: id.clone(), sha256 })?;
    Ok(PedigreeView {
        lost: lost.iter().map(lost_view).collect(),
        file: Some(out.to_owned()),
        sha256: Some(written),
        ..view(&kept)
    })
}

fn lost_view(lost: &Lost) -> PedigreeLostView {
    PedigreeLostView {
        what: crate::convert::code_of(&lost.what),
        message: label(&lost_word(lost.what).to_label()),
        persons: lost.persons.clone(),
    }
}

fn lost_word(what: LostWhat) -> Word {
    match what {
        LostWhat::Name => pedigree_lost::NAME,
        LostWhat::Gender => pedigree_lost::GENDER,
        LostWhat::Life => pedigree_lost::LIFE,
        LostWhat::Age => pedigree_lost::AGE,
        LostWhat::Born => pedigree_lost::BORN,
        LostWhat::Died => pedigree_lost::DIED,
        LostWhat::Pregnancy => pedigree_lost::PREGNANCY,
        LostWhat::Weeks => pedigree_lost::WEEKS,
        LostWhat::Several => pedigree_lost::SEVERAL,
        LostWhat::Adoption => pedigree_lost::ADOPTION,
        LostWhat::Affected => pedigree_lost::AFFECTED,
        LostWhat::Carrier => pedigree_lost::CARRIER,
        LostWhat::Cancer => pedigree_lost::CANCER,
        LostWhat::Test => pedigree_lost::TEST,
        LostWhat::ResultFrom => pedigree_lost::RESULT_FROM,
        LostWhat::Variant => pedigree_lost::VARIANT,
        LostWhat::Marker => pedigree_lost::MARKER,
        LostWhat::Ashkenazi => pedigree_lost::ASHKENAZI,
        LostWhat::Proband => pedigree_lost::PROBAND,
        LostWhat::Consultand => pedigree_lost::CONSULTAND,
        LostWhat::Note => pedigree_lost::NOTE,
        LostWhat::Twins => pedigree_lost::TWINS,
        LostWhat::Childless => pedigree_lost::CHILDLESS,
        LostWhat::Related => pedigree_lost::RELATED,
        LostWhat::Parted => pedigree_lost::PARTED,
        LostWhat::SingleParent => pedigree_lost::SINGLE_PARENT,
        LostWhat::Id => pedigree_lost::ID,
        LostWhat::Family => pedigree_lost::FAMILY,
        LostWhat::Remark => pedigree_lost::REMARK,
    }
}

/// Where a fault lies.
fn at(at: &Place) -> Value {
    let line = at.line.map(|line| pedigree_place::line(line.to_string()).said());
    let person = at.person.as_ref().map(|person| pedigree_place::person(person).said());
    let field = at.field.as_ref().map(|field| Value::Text(field.clone()));
    pedigree_place::all([line, person, field].into_iter().flatten()).said()
}

/// Why a file is refused, and what to do.
pub(crate) fn said(fault: &Fault) -> Value {
    match fault {
        Fault::NoFormat => pedigree_problem::NO_FORMAT.said(),
        Fault::TooLarge { found, most } => pedigree_problem::too_large(found, most).said(),
        Fault::Empty => pedigree_problem::EMPTY.said(),
        Fault::Value { place, found, expected } => pedigree_problem::value(at(place), found, expected).said(),
        Fault::IdTwice { place, id } => pedigree_problem::id_twice(at(place), id).said(),
        Fault::NoPerson { place, id } => pedigree_problem::no_person(at(place), id).said(),
        Fault::Circle { persons } => pedigree_problem::circle(persons).said(),
        Fault::ParentSex { place, id, told, recorded } => {
            let told = match *told {
                "father" => pedigree_problem::ParentSexTold::Father,
                _ => pedigree_problem::ParentSexTold::Mother,
            };
            let recorded = match *recorded {
                "male" => pedigree_problem::ParentSexRecorded::Male,
                _ => pedigree_problem::ParentSexRecorded::Female,
            };
            pedigree_problem::parent_sex(at(place), id, told, recorded).said()
        }
        Fault::SameTwice { place, id } => pedigree_problem::same_twice(at(place), id).said(),
        Fault::TwinParents { first, other } => pedigree_problem::twin_parents(first, other).said(),
    }
}

/// The words of a drawing.
pub(crate) struct Words(pub(crate) Language);

impl Words {
    /// A site by its word, where it came as one of CanRisk's codes.
    fn site(&self, site: &str) -> String {
        let word = match site {
            "breast" => pedigree_drawing::BREAST,
            "breast2" => pedigree_drawing::SECOND_BREAST,
            "ovary" => pedigree_drawing::OVARY,
            "prostate" => pedigree_drawing::PROSTATE,
            "pancreas" => pedigree_drawing::PANCREAS,
            other => return other.to_owned(),
        };
        word.get(self.0).to_owned()
    }
}

impl Wording for Words {
    fn say(&self, said: &Drawn<'_>) -> String {
        let language = self.0;
        let word = |word: Word| word.get(language).to_owned();
        match said {
            Drawn::Age(years) => pedigree_drawing::age(*years).get(language),
            Drawn::DiedAt(Some(years)) => pedigree_drawing::died_at(*years).get(language),
            Drawn::DiedAt(None) => word(pedigree_drawing::DIED),
            Drawn::Born(year) => pedigree_drawing::born(year).get(language),
            Drawn::Died(year) => pedigree_drawing::died_in(year).get(language),
            Drawn::Weeks(weeks) => pedigree_drawing::weeks(*weeks).get(language),
            Drawn::Cancer(site, Some(years)) => {
                pedigree_drawing::cancer(self.site(site), *years).get(language)
            }
            Drawn::Cancer(site, None) | Drawn::Site(site) => self.site(site),
            Drawn::Test(gene, sign, None) => pedigree_drawing::test(gene, sign).get(language),
            Drawn::Test(gene, sign, Some(ResultFrom::Family)) => {
                pedigree_drawing::test_told(gene, sign).get(language)
            }
            Drawn::Test(gene, sign, Some(ResultFrom::Document)) => {
                pedigree_drawing::test_seen(gene, sign).get(language)
            }
            Drawn::Stillborn => word(pedigree_drawing::STILLBORN),
            Drawn::Infertility => word(pedigree_drawing::INFERTILITY),
            Drawn::Title(count) => pedigree_drawing::title(*count).get(language),
            Drawn::Legend(item) => word(match item {
                LegendItem::Man => pedigree_drawing::MAN,
                LegendItem::Woman => pedigree_drawing::WOMAN,
                LegendItem::OtherGender => pedigree_drawing::OTHER_GENDER,
                LegendItem::Affected => pedigree_drawing::AFFECTED,
                LegendItem::StatusUnknown => pedigree_drawing::STATUS_UNKNOWN,
                LegendItem::Carrier => pedigree_drawing::CARRIER,
                LegendItem::Dead => pedigree_drawing::DEAD,
                LegendItem::Pregnancy => pedigree_drawing::PREGNANCY,
                LegendItem::Loss => pedigree_drawing::LOSS,
                LegendItem::Termination => pedigree_drawing::TERMINATION,
                LegendItem::Several => pedigree_drawing::SEVERAL,
                LegendItem::Adopted => pedigree_drawing::ADOPTED,
                LegendItem::Proband => pedigree_drawing::PROBAND,
                LegendItem::Consultand => pedigree_drawing::CONSULTAND,
                LegendItem::Related => pedigree_drawing::RELATED,
                LegendItem::Parted => pedigree_drawing::PARTED,
                LegendItem::Monozygotic => pedigree_drawing::MONOZYGOTIC,
                LegendItem::Dizygotic => pedigree_drawing::DIZYGOTIC,
                LegendItem::TwinsUnknown => pedigree_drawing::TWINS_UNKNOWN,
            }),
        }
    }
}
