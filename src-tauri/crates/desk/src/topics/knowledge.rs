//! The imports of the site's knowledge: adding, listing, removing. No case and no patient is concerned, so that the terminal does
//! this without anybody's password, as it says in the record of the import.

use crate::acts::ImportKnowledge;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{KnowledgeImportView, SetAsideRowView};
use entaku_domain::genome::GenomeBuild;
use entaku_intake::Progress;
use entaku_knowledge::{
    FrequencyField, ImportOptions, ImportOutcome, Imported, KnowledgeKind, KnowledgeStore, VcfOptions,
};
use entaku_words::Said;
use entaku_words::errors::knowledge_failure;
use std::path::Path;

/// Imports files one after the other; the first that cannot be used ends it, those before it stand.
pub(crate) fn import(
    desk: &mut Desk,
    form: &ImportKnowledge,
    by: String,
) -> Outcome<Vec<KnowledgeImportView>> {
    let kind = form.kind.as_deref().map(kind_named).transpose()?;
    import_as(desk, form, by, |_| Ok(kind))
}

/// The same, each file as what `kind_of` says that it is; none is what its header tells.
pub(super) fn import_as(
    desk: &mut Desk,
    form: &ImportKnowledge,
    by: String,
    kind_of: impl Fn(&Path) -> Outcome<Option<KnowledgeKind>>,
) -> Outcome<Vec<KnowledgeImportView>> {
    let options = ImportOptions {
        kind: None,
        source: given(&form.source),
        version: given(&form.version),
        licence: given(&form.licence),
        address: given(&form.address),
        by,
        at: desk.environment.clock.now().to_rfc3339(),
        why: None,
        dry_run: form.dry_run.unwrap_or(false),
    };
    let fields: Vec<FrequencyField> = form
        .fields
        .iter()
        .flatten()
        .map(|one| FrequencyField { field: one.field.clone(), name: one.name.clone() })
        .collect();
    let build = given(&form.build).map(|name| GenomeBuild::from_name(&name));
    if form.paths.iter().all(|path| path.trim().is_empty()) {
        return Err(Problem::at("paths", entaku_words::errors::form::MISSING));
    }
    let mut made: Vec<Imported> = Vec::new();
    let mut vcf = VcfOptions { import: options, build, fields };
    for path in form.paths.iter().map(Path::new) {
        let imported = kind_of(path).and_then(|kind| {
            vcf.import.kind = kind;
            import_one(desk, path, kind, &vcf)
        });
        let kept =
            made.iter().filter(|one| one.outcome == ImportOutcome::Kept).map(|one| one.import.file.clone());
        let kept: Vec<String> = kept.collect();
        // Its words say of this file that nothing was imported; those before it were.
        made.push(imported.map_err(|problem| match kept.is_empty() {
            true => problem,
            false => Problem {
                message: knowledge_failure::after_others(problem.message, kept.join(", ")).said(),
                ..problem
            },
        })?);
    }
    let answering = answering(&desk.site_knowledge()?.store)?;
    let view = |one: &Imported| {
        KnowledgeImportView::of(&one.import, one.outcome, answering.contains(&one.import.id))
    };
    Ok(made.iter().map(view).collect())
}

fn import_one(
    desk: &mut Desk,
    path: &Path,
    kind: Option<KnowledgeKind>,
    options: &VcfOptions,
) -> Outcome<Imported> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let watch = desk.watch.clone();
    let site = if options.import.dry_run { desk.site_knowledge()? } else { desk.site_knowledge_to_write()? };
    Ok(match kind {
        Some(kind @ (KnowledgeKind::Clinvar | KnowledgeKind::Frequencies)) => {
            site.store.register_vcf(path, kind, options)?
        }
        _ => watch.during(&name, |go_on| {
            site.store.import(path, &options.import, &mut |now| {
                let progress = Progress { bytes: now.bytes, total: Some(now.of) };
                go_on(progress).is_continue()
            })
        })?,
    })
}

/// All imports, the latest first.
pub(crate) fn list(desk: &mut Desk) -> Outcome<Vec<KnowledgeImportView>> {
    let store = &desk.site_knowledge()?.store;
    let answering = answering(store)?;
    let mut imports = store.imports()?;
    imports.reverse();
    let view = |import| KnowledgeImportView::of(import, ImportOutcome::Kept, answering.contains(&import.id));
    Ok(imports.iter().map(view).collect())
}

/// Removes an import; older versions of its source answer again.
pub(crate) fn remove(desk: &mut Desk, id: &str) -> Outcome<KnowledgeImportView> {
    let removed = desk.site_knowledge_to_write()?.store.remove(id.trim())?;
    Ok(KnowledgeImportView::of(&removed, ImportOutcome::Kept, false))
}

/// The rows that an import set aside or put right.
pub(crate) fn set_aside(desk: &mut Desk, id: &str) -> Outcome<Vec<SetAsideRowView>> {
    Ok(desk.site_knowledge()?.store.set_aside(id.trim())?.iter().map(SetAsideRowView::of).collect())
}

fn answering(store: &KnowledgeStore) -> Outcome<Vec<String>> {
    Ok(store.answering()?.into_iter().map(|import| import.id).collect())
}

pub(super) fn kind_named(code: &str) -> Outcome<KnowledgeKind> {
    KnowledgeKind::from_code(code.trim())
        .ok_or_else(|| Problem::at("kind", knowledge_failure::no_such_kind(code)))
}

fn given(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

impl Desk {
    /// As the command `import_knowledge`, with nobody signed in: the record names the computer. For the terminal.
    ///
    /// # Errors
    /// In words, as from the command.
    pub fn import_knowledge_unsigned(
        &mut self,
        form: &ImportKnowledge,
    ) -> Result<Vec<KnowledgeImportView>, crate::ApiError> {
        let by = format!("@{}", self.environment.device);
        import(self, form, by).map_err(|problem| problem.said(self.language))
    }

    /// As the command `knowledge_imports`, with nobody signed in.
    ///
    /// # Errors
    /// In words, as from the command.
    pub fn knowledge_imports_unsigned(&mut self) -> Result<Vec<KnowledgeImportView>, crate::ApiError> {
        list(self).map_err(|problem| problem.said(self.language))
    }

    /// As the command `remove_knowledge`, with nobody signed in.
    ///
    /// # Errors
    /// In words, as from the command.
    pub fn remove_knowledge_unsigned(&mut self, id: &str) -> Result<KnowledgeImportView, crate::ApiError> {
        remove(self, id).map_err(|problem| problem.said(self.language))
    }

    /// As the command `knowledge_set_aside`, with nobody signed in.
    ///
    /// # Errors
    /// In words, as from the command.
    pub fn knowledge_set_aside_unsigned(
        &mut self,
        id: &str,
    ) -> Result<Vec<SetAsideRowView>, crate::ApiError> {
        set_aside(self, id).map_err(|problem| problem.said(self.language))
    }
}
