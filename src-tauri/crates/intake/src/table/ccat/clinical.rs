//! The 症例CSV: clinical items of a registration. It holds no findings: the rows of the registration are proposed as
//! details of patient, clinical context, specimen and treatment lines, and every item that says anything stands in a
//! statement for its section. A registration with several treatment lines has several rows, alike but for the line.
//!
//! In the ledger each row is set aside: as `details` where it was read, as `otherSample` where another registration
//! was named. Where there are several and none was named, nothing is proposed: they are different patients.

mod details;
mod statements;

use super::{Items, Registration};
use crate::Options;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::NoteBook;
use crate::sink::{Reason, Sink};
use crate::table::columns::Columns;
use crate::table::rows::Table;
use crate::table::samples::Samples;
use details::Layout;
use entaku_domain::draft::PanelTest;
use entaku_domain::genome::{Assembly, BuildSource};
use entaku_domain::patient::Details;
use statements::ClinicalStatements;
use std::io::BufRead;

/// Whether the headings are those of the 症例CSV.
pub(crate) fn is_it(columns: &Columns) -> bool {
    let items = Items::of(columns);
    let sections = items.names.iter().filter(|name| name.starts_with("症例")).count();
    sections >= 3
        && (items.find("基本項目", "登録ID").is_some() || items.find("基本項目", "ハッシュID").is_some())
}

/// Reads the rows into `sink`.
pub(crate) fn read<R: BufRead, S: Sink>(
    mut table: Table<'_, R>,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let items = Items::of(table.columns());
    let registration = Registration::of(&items);
    let layout = Layout::of(&items);
    let mut samples = Samples::new(options.tumour_sample.as_deref(), options.limits.samples);
    let mut said = ClinicalStatements::of(table.columns(), &items);
    let mut case: Option<(PanelTest, Details)> = None;
    while table.advance(notes, sink)? {
        let row = table.row();
        let (name, other) = registration.names(&row);
        let wanted = samples.take(name, other, notes.file())?;
        let reason = if wanted { Reason::Details } else { Reason::OtherSample };
        sink.set_aside(reason, row.line, None, || format!("{name} {}", layout.in_short(&row)));
        // Rows of a second registration: another patient's items must not join the first one's.
        if !wanted || (options.tumour_sample.is_none() && samples.count() > 1) {
            continue;
        }
        said.row(&row);
        let (test, details) = case.get_or_insert_with(|| layout.case(&row, &registration, notes));
        layout.treatment(&row, details, notes);
        layout.relative(&row, details);
        test.panel_name = test.panel_name.take().or_else(|| layout.panel(&row));
    }
    let chosen = samples.finish("registrations", notes)?;
    let (test, proposed) = match case.filter(|_| !chosen.must_choose) {
        None => (PanelTest::default(), None),
        Some((test, details)) => {
            said.into_statements().into_iter().for_each(|statement| sink.state(statement));
            (test, (details != Details::default()).then(|| Box::new(details)))
        }
    };
    // No item is a position, so nothing is missing without a build.
    let assembly = options
        .assembly
        .clone()
        .map_or_else(Assembly::unknown, |name| Assembly { name, source: BuildSource::Person });
    Ok(Head {
        format: "C-CAT-clinical",
        assembly,
        test: PanelTest { samples: chosen.samples, ..test },
        tumour_sample: chosen.tumour,
        proposed,
        must_choose_sample: chosen.must_choose,
        ..Head::default()
    })
}
