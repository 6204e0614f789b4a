//! The レポートCSV: one row for one alteration and one evidence item. The first row of an alteration is the finding;
//! rows that differ from it in the evidence alone are joined to it. What each says as evidence is a statement of C-CAT
//! on the finding, what the rows say of the test (counts of drugs and trials, markers, version) is one on the test.

use super::alteration::Layout;
use super::{Items, Registration, Section, values};
use crate::Options;
use crate::assembly;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::{NoteBook, Remark};
use crate::sink::{Reason, Sink};
use crate::table::columns::{Columns, Row};
use crate::table::rows::Table;
use crate::table::samples::Samples;
use entaku_domain::draft::PanelTest;
use entaku_domain::evidence::omission_grounds::COUNTED;
use entaku_domain::finding::DraftFinding;
use entaku_domain::patient::{Clinical, Details, Patient, Specimen};
use entaku_domain::statement::{Speaker, StatedLevel, Statement, StatementKind};
use entaku_domain::text::Text;
use entaku_words::errors::found;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::io::BufRead;

/// Whether the headings are those of the レポートCSV.
pub(crate) fn is_it(columns: &Columns) -> bool {
    let items = Items::of(columns);
    let evidence =
        items.find("エビデンス", "エビデンスレベル").or_else(|| items.find("エビデンス", "エビデンスタイプ"));
    items.find("変異情報", "変異種類").is_some() && evidence.is_some()
}

/// Most rows told apart: a registration has dozens, an export of a whole hospital some hundred thousand.
const MAX_ROWS: usize = 1_000_000;

/// Reads the rows into `sink`.
pub(crate) fn read<R: BufRead, S: Sink>(
    mut table: Table<'_, R>,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let items = Items::of(table.columns());
    let export = Export::of(&items);
    let mut samples = Samples::new(options.tumour_sample.as_deref(), options.limits.samples);
    let mut reading = SeenRows { seen: HashMap::new(), rows: HashSet::new() };
    let mut first: Option<(PanelTest, Details)> = None;
    while table.advance(notes, sink)? {
        let row = table.row();
        let (name, other) = export.registration.names(&row);
        let known = samples.count();
        if !samples.take(name, other, notes.file())? {
            sink.set_aside(Reason::OtherSample, row.line, None, || row.short());
            continue;
        }
        let is_new = samples.count() > known || first.is_none();
        if is_new {
            export.test(&row, &items).into_iter().for_each(|statement| sink.state(statement));
        }
        if first.is_none() {
            first = Some(export.details(&row, notes));
        }
        if reading.rows.len() >= MAX_ROWS {
            return Err(IntakeError::new(
                IntakeErrorKind::TooLarge,
                notes.file(),
                found::many_rows_of_evidence(MAX_ROWS).to_label(),
                "the rows of one registration",
                "Name one registration to read; nothing of the file was stored.",
            ));
        }
        reading.record(&export, &items, &row, name, notes, sink);
    }
    let chosen = samples.finish("registrations", notes)?;
    let (test, details) = first.unwrap_or_default();
    Ok(Head {
        format: "C-CAT-report",
        assembly: assembly::settle(None, options.assembly.as_ref(), notes),
        // Of several registrations none is the patient's, and their tests may differ.
        test: PanelTest {
            samples: chosen.samples,
            ..if chosen.must_choose { PanelTest::default() } else { test }
        },
        tumour_sample: chosen.tumour,
        proposed: (!chosen.must_choose && details != Details::default()).then(|| Box::new(details)),
        must_choose_sample: chosen.must_choose,
        ..Head::default()
    })
}

/// A row, or what of it tells an alteration, as a number of 128 bits.
type Mark = [u8; 16];

/// What was read so far.
struct SeenRows {
    /// Items by alteration.
    seen: HashMap<Mark, String>,
    /// Whole rows.
    rows: HashSet<Mark>,
}

impl SeenRows {
    fn record<S: Sink>(
        &mut self,
        export: &Export,
        items: &Items,
        row: &Row<'_>,
        name: &str,
        notes: &mut NoteBook,
        sink: &mut S,
    ) {
        let aside = |sink: &mut S, reason| sink.set_aside(reason, row.line, None, || export.in_short(row));
        let state = |about, sink: &mut S| {
            export.evidence(row, items, about).into_iter().for_each(|statement| sink.state(statement));
        };
        let is_new = self.rows.insert(mark(row, |_| true));
        if row.cell(export.layout.kind).is_none() {
            // A test without any alteration has one row all the same.
            state(Vec::new(), sink);
            return aside(sink, Reason::Details);
        }
        let own = mark(row, |column| items.section(column) != Section::Evidence);
        if let Some(item) = self.seen.get(&own).cloned() {
            if !is_new {
                return aside(sink, Reason::DuplicateItem);
            }
            state(vec![item], sink);
            return aside(sink, Reason::Joined);
        }
        let Some(alteration) = export.layout.alteration(row, notes) else {
            let hint =
                "Nothing of the alteration can be used; the row is set aside and stays in the received file.";
            let remark = Remark::error("unreadable-record", export.in_short(row), hint);
            notes.add(remark, "record", Some(row.line), || None);
            let reason = if export.layout.knows(row) { Reason::Unreadable } else { Reason::Unsupported };
            return aside(sink, reason);
        };
        let item = format!("line {}", row.line);
        self.seen.insert(own, item.clone());
        let finding = DraftFinding {
            item: item.clone(),
            alteration,
            origin: export.layout.origin(row, notes),
            sample: Some(name.to_owned()).filter(|name| !name.is_empty()),
            nucleic_acid: export.layout.acid(row),
            reported: None,
            laboratory_verdict: None,
            // The table holds items of evidence, several for one alteration, each with a level of its own for its drug. What
            // C-CAT concludes on the alteration stands in its PDF alone, so that nothing here is its verdict.
            ccat_verdict: None,
            verbatim: row.verbatim_of(|column| items.section(column) != Section::Evidence),
        };
        sink.keep(finding, row.line);
        state(vec![item], sink);
    }
}

fn mark(row: &Row<'_>, wanted: impl Fn(usize) -> bool) -> Mark {
    let mut hasher = Sha256::new();
    for (_, cell) in row.cells.iter().enumerate().filter(|(column, _)| wanted(*column)) {
        hasher.update(cell.trim().as_bytes());
        // No text of a field holds this byte, so fields cannot run into one another.
        hasher.update([0xFF]);
    }
    let digest = hasher.finalize();
    let mut mark = Mark::default();
    mark.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    mark
}

/// Which column holds what.
struct Export {
    registration: Registration,
    layout: Layout,
    evidence_type: Option<usize>,
    significance: Option<usize>,
    disease: Option<usize>,
    level: Option<usize>,
    drugs: Option<usize>,
    access: Option<usize>,
    counts: Vec<(&'static str, usize)>,
    tumour: [Option<usize>; 2],
    collected: Option<usize>,
    panel: Option<usize>,
    age: Option<usize>,
    updated: Option<usize>,
}

impl Export {
    fn of(items: &Items) -> Self {
        let evidence = |item| items.find("エビデンス", item);
        let basic = |item| items.find("基本項目", item);
        Self {
            registration: Registration::of(items),
            layout: Layout::of(items),
            evidence_type: evidence("エビデンスタイプ"),
            significance: evidence("臨床的意義"),
            disease: evidence("遺伝性疾患名"),
            level: evidence("エビデンスレベル"),
            drugs: evidence("薬剤"),
            access: evidence("薬剤への到達性"),
            counts: COUNTED.iter().filter_map(|name| Some((*name, items.find("サマリ", name)?))).collect(),
            tumour: [basic("がん種(最終階層)"), basic("がん種")],
            collected: basic("検体採取日"),
            panel: basic("パネル名"),
            age: basic("年齢(年)"),
            updated: items.find("", "データベース更新日"),
        }
    }

    fn in_short(&self, row: &Row<'_>) -> String {
        let (name, _) = self.registration.names(row);
        let said =
            [self.layout.marker, self.evidence_type, self.level, self.drugs].map(|column| row.text(column));
        format!("{name} {}", said.join(" "))
    }

    /// What a row says as evidence, on the items of a finding; none where it says nothing.
    fn evidence(&self, row: &Row<'_>, items: &Items, about: Vec<String>) -> Option<Statement> {
        let fields = row.verbatim_of(|column| items.section(column) == Section::Evidence);
        let said: Vec<&str> = [self.evidence_type, self.significance, self.drugs, self.disease, self.access]
            .into_iter()
            .filter_map(|column| row.text_of(column))
            .collect();
        let level = row.text_of(self.level);
        if said.is_empty() && level.is_none() {
            return None;
        }
        Some(Statement {
            kind: StatementKind::Evidence,
            by: Speaker::Ccat,
            about,
            gene: row
                .text_of(self.layout.marker)
                .filter(|text| crate::spreadsheet::gene(text).is_none())
                .and_then(|text| entaku_domain::gene::GeneSymbol::parse(text).ok()),
            text: said.join(" · "),
            level: level.map(|level| StatedLevel { scale: "C-CAT".to_owned(), level: level.to_owned() }),
            line: Some(row.line),
            fields,
        })
    }

    /// What a row says of the test as a whole.
    fn test(&self, row: &Row<'_>, items: &Items) -> Option<Statement> {
        let counts = self.counts.iter().filter_map(|(name, column)| {
            let count = row.text_of(Some(*column))?;
            Some(format!("{name} {count}"))
        });
        let updated = row.text_of(self.updated).map(|day| format!("データベース更新日 {day}"));
        let text: Vec<String> = counts.chain(updated).collect();
        let fields = row.verbatim_of(|column| items.section(column) == Section::Test);
        (!fields.is_empty()).then(|| Statement {
            kind: StatementKind::Remark,
            by: Speaker::Ccat,
            about: Vec::new(),
            gene: None,
            text: text.join(" · "),
            level: None,
            line: Some(row.line),
            fields,
        })
    }

    fn details(&self, row: &Row<'_>, notes: &mut NoteBook) -> (PanelTest, Details) {
        let text = |column| row.text_of(column).and_then(|text| Text::new(text).ok());
        let test = PanelTest { panel_name: row.words(self.panel), ..PanelTest::default() };
        let [last, first] = self.tumour;
        let details = Details {
            patient: Patient {
                ccat_id: self.registration.id(row).and_then(|id| Text::new(id).ok()),
                age: row.cell(self.age).and_then(|cell| u8::try_from(cell.whole(notes)?).ok()),
                ..Patient::default()
            },
            clinical: Clinical { tumour_type: text(last).or_else(|| text(first)), ..Clinical::default() },
            specimen: Specimen {
                collected_on: row.cell(self.collected).and_then(|cell| values::day_of(cell, notes)),
                ..Specimen::default()
            },
            ..Details::default()
        };
        (test, details)
    }
}
