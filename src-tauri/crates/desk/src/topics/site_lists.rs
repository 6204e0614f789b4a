//! The lists that the site keeps itself: its own evidence, companion tests, diseases, roles of genes. An edit is a new version with
//! who and why; nothing is overwritten.

use crate::acts::{EditSiteList, ExportSiteList};
use crate::convert::{label, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::topics::export::exported;
use crate::topics::knowledge::kind_named;
use crate::view::{
    ExportedDataView, KnowledgeImportView, SiteListColumnView, SiteListField, SiteListRowView, SiteListView,
};
use entaku_domain::finding::VerbatimField;
use entaku_domain::label::Label;
use entaku_knowledge::{ImportOptions, ImportOutcome, KnowledgeKind, KnowledgeStore, ListEdit};
use entaku_words::answers::export_note;
use entaku_words::errors::knowledge_failure;

/// A list with its history.
pub(crate) fn list(desk: &mut Desk, kind: &str) -> Outcome<SiteListView> {
    let kind = edited(kind)?;
    let store = &desk.site_knowledge()?.store;
    let newest = store.site_list(kind)?;
    let rows = newest.as_ref().map(|import| store.list_rows(import)).transpose()?.unwrap_or_default();
    let mut columns: Vec<SiteListColumnView> = KnowledgeStore::list_columns(kind)
        .into_iter()
        .map(|column| SiteListColumnView {
            name: column.name.to_owned(),
            label: label(&column.word.to_label()),
            needed: column.needed,
        })
        .collect();
    for VerbatimField(name, _) in rows.iter().flat_map(|row| &row.fields) {
        if !columns.iter().any(|column| column.name.eq_ignore_ascii_case(name)) {
            let written = Label { ja: name.clone(), en: name.clone() };
            columns.push(SiteListColumnView { name: name.clone(), label: label(&written), needed: false });
        }
    }
    let mut history = store.imports()?;
    history.retain(|import| import.kind == kind);
    history.reverse();
    let answers = newest.as_ref().map(|import| import.id.clone());
    Ok(SiteListView {
        kind: kind.code().to_owned(),
        kind_in_words: label(&kind.label().to_label()),
        columns,
        rows: rows
            .into_iter()
            .map(|row| SiteListRowView {
                id: row.id,
                fields: row
                    .fields
                    .into_iter()
                    .map(|VerbatimField(name, value)| SiteListField { name, value })
                    .collect(),
            })
            .collect(),
        history: history
            .iter()
            .map(|import| {
                KnowledgeImportView::of(import, ImportOutcome::Kept, answers.as_ref() == Some(&import.id))
            })
            .collect(),
        based_on: answers,
    })
}

/// Puts or removes rows: a new version.
pub(crate) fn edit(desk: &mut Desk, form: &EditSiteList) -> Outcome<SiteListView> {
    let kind = edited(&form.kind)?;
    let why = text("reason", &form.reason)?;
    let filled = |field: &&SiteListField| !field.value.trim().is_empty();
    let put = form.put.iter().flatten().map(|row| {
        let fields = row.iter().filter(filled);
        ListEdit::Put(
            fields.map(|one| VerbatimField(one.name.clone(), one.value.trim().to_owned())).collect(),
        )
    });
    let remove = form.remove.iter().flatten().map(|id| ListEdit::Remove(id.clone()));
    let edits: Vec<ListEdit> = put.chain(remove).collect();
    if edits.is_empty() {
        return Err(Problem::at("put", entaku_words::errors::form::MISSING));
    }
    let options = ImportOptions {
        by: desk.session()?.member.name.to_string(),
        at: desk.environment.clock.now().to_rfc3339(),
        why: Some(why.to_string()),
        ..ImportOptions::default()
    };
    let based_on = form.based_on.as_deref().filter(|id| !id.is_empty());
    let site = desk.site_knowledge_to_write()?;
    site.store.edit_list(kind, based_on, &edits, &options, &mut |_| true)?;
    list(desk, kind.code())
}

/// Writes a list, or its header where there is none, as CSV or as a workbook by the name of the place.
pub(crate) fn export(desk: &mut Desk, form: &ExportSiteList) -> Outcome<ExportedDataView> {
    let kind = edited(&form.kind)?;
    let store = &desk.site_knowledge()?.store;
    let newest = store.site_list(kind)?;
    let workbook = form.out.to_lowercase().ends_with(".xlsx");
    let rows = newest.as_ref().map_or(0, |import| import.ledger.kept);
    let bytes = match newest {
        Some(import) if workbook => store.export_xlsx(&import.id)?,
        Some(import) => store.export_csv(&import.id)?.into_bytes(),
        None if workbook => return Err(Problem::at("out", knowledge_failure::EMPTY_LIST)),
        None => KnowledgeStore::list_template(kind).unwrap_or_default().into_bytes(),
    };
    desk.write_file(&form.out, &bytes)?;
    let rows = usize::try_from(rows).unwrap_or(usize::MAX);
    Ok(exported(&form.out, &bytes, 0, rows, export_note::SITE_LIST))
}

fn edited(code: &str) -> Outcome<KnowledgeKind> {
    let kind = kind_named(code)?;
    match kind.is_edited() {
        true => Ok(kind),
        false => Err(Problem::at("kind", knowledge_failure::no_list(kind.label()))),
    }
}
