//! Which genome build the positions of a file belong to: the file's word, else the person's, else the custom of
//! the format.

use crate::notes::{NoteBook, Remark};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_words::errors::note;

/// Settles the build between what the file says and what the person says.
pub(crate) fn settle(
    stated: Option<Assembly>,
    person: Option<&GenomeBuild>,
    notes: &mut NoteBook,
) -> Assembly {
    match (stated, person) {
        // No word of the file stands against the person's: only the format's custom does.
        (Some(custom), Some(person)) if custom.source == BuildSource::FormatConvention => {
            if custom.name != *person {
                let said =
                    format!("the person says {}, this format is on {}", person.name(), custom.name.name());
                let hint = "The person's word is used; check the build before comparing positions.";
                notes.about_file(Remark::warning("build-conflict", said, hint));
            }
            Assembly { name: person.clone(), source: BuildSource::Person }
        }
        (Some(custom), None) if custom.source == BuildSource::FormatConvention => {
            let said = format!("no genome build, read as {}", custom.name.name());
            let hint = note::BUILD_ASSUMED.en;
            notes.about_file(Remark::info("build-assumed", said, hint));
            custom
        }
        (Some(stated), Some(person)) if stated.name != *person => {
            let said = format!("the file says {}, the person {}", stated.name.name(), person.name());
            let hint = "The file's word is used; check the build before comparing positions.";
            notes.about_file(Remark::warning("build-conflict", said, hint));
            stated
        }
        (Some(stated), _) => stated,
        (None, Some(person)) => Assembly { name: person.clone(), source: BuildSource::Person },
        (None, None) => {
            let hint = note::BUILD_UNKNOWN.en;
            notes.about_file(Remark::warning("build-unknown", "no genome build", hint));
            Assembly::unknown()
        }
    }
}
