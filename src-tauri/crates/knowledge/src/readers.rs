//! Reads files that sources publish and people keep. What a file is, its header tells; a column is known by its name, never
//! by its place. Every row is either understood or set aside with the reason.

pub(crate) mod civic;
pub(crate) mod columns;
pub(crate) mod genes;
mod header;
pub(crate) mod lists;
mod oncotree;
pub(crate) mod panel_genes;
pub(crate) mod profile;
mod source;
mod table;
mod workbook;

use entaku_words::errors::{file_fault, file_need};
use entaku_words::{Said, Value};
pub(crate) use header::holds_submitted;
pub use oncotree::OncoTreeNode;
pub(crate) use source::Source;

use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::Keeper;
use crate::store::record::{ImportProgress, KnowledgeKind};
use source::Nature;

/// Told how far a reading is; answers whether to go on.
pub(crate) type Watch<'w> = &'w mut dyn FnMut(ImportProgress) -> bool;

/// Rows between two words about how far a reading is.
pub(crate) const STRIDE: u64 = 100;

/// What the file is.
pub(crate) fn detect(
    source: &Source,
    named: Option<KnowledgeKind>,
) -> Result<KnowledgeKind, KnowledgeStoreError> {
    let refuse = |found: Value, expected: Value| {
        Err(KnowledgeStoreError::Unrecognised {
            file: source.name.clone(),
            found: found.into(),
            expected: expected.into(),
        })
    };
    if let Some(kind @ (KnowledgeKind::Clinvar | KnowledgeKind::Frequencies)) = named {
        return refuse(file_fault::kind_of_vcf(kind.label()).said(), file_need::REGISTERED.said());
    }
    let nature = source.nature()?;
    if matches!(nature, Nature::Json | Nature::Text) && named.is_none_or(KnowledgeKind::is_trials) {
        match (named, crate::trials::kind_of(&source.start()?)) {
            (_, Some(kind)) if named.is_none_or(|named| named == kind) => return Ok(kind),
            (Some(named), _) => {
                return refuse(file_fault::OTHER_DOCUMENT.said(), file_need::of_kind(named.label()).said());
            }
            (None, _) => {}
        }
    }
    let header = match nature {
        Nature::Json if named.is_none_or(|kind| kind == KnowledgeKind::OncoTree) => {
            return Ok(KnowledgeKind::OncoTree);
        }
        Nature::Json => return refuse(file_fault::JSON.said(), file_need::TABLE_OR_ONCO_TREE.said()),
        Nature::Gzip => {
            return refuse(file_fault::COMPRESSED.said(), file_need::UNPACKED.said());
        }
        Nature::Workbook => workbook::header(source)?,
        Nature::Text => table::header(source)?,
    };
    let fits = |kind: &KnowledgeKind| header::needed(*kind).iter().all(|one| header.has(one));
    match named {
        Some(kind) if fits(&kind) => Ok(kind),
        Some(kind) => {
            let lacking = header::needed(kind).iter().filter(|one| !header.has(one));
            let lacking: Vec<String> = lacking.map(|one| one.join(" / ")).collect();
            refuse(
                file_fault::header_lacks(lacking.join("; ")).said(),
                file_need::columns_of(kind.label()).said(),
            )
        }
        None => match header::ORDER.iter().copied().find(fits) {
            Some(kind) => Ok(kind),
            None => refuse(file_fault::header_unknown(header.shown()).said(), file_need::KNOWN.said()),
        },
    }
}

/// Reads the file into the open import.
pub(crate) fn read(
    kind: KnowledgeKind,
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    match kind {
        KnowledgeKind::TrialsClinicalTrialsGov => return crate::trials::ctgov::read(source, keeper, watch),
        KnowledgeKind::TrialsCtml => return crate::trials::ctml_trial::read(source, keeper, watch),
        KnowledgeKind::TrialsJrct => return crate::trials::jrct::read(source, keeper, watch),
        _ => {}
    }
    match source.nature()? {
        Nature::Json => oncotree::read(source, keeper, watch),
        Nature::Workbook => workbook::read(kind, source, keeper, watch),
        _ => table::read(kind, source, keeper, watch),
    }
}

/// How a row of a table is understood.
type ReadRow = fn(&header::Line<'_>) -> Result<crate::store::keeper::Entry, crate::store::keeper::Refused>;

fn row_reader(kind: KnowledgeKind) -> Option<ReadRow> {
    match kind {
        KnowledgeKind::CivicEvidence => Some(civic::evidence),
        KnowledgeKind::CivicAssertions => Some(civic::assertion),
        KnowledgeKind::CivicVariants => Some(civic::variant),
        KnowledgeKind::CivicProfiles => Some(civic::molecular_profile),
        KnowledgeKind::CivicFeatures => Some(civic::feature),
        KnowledgeKind::Hgnc => Some(genes::symbol),
        KnowledgeKind::GeneRoles => Some(genes::role),
        KnowledgeKind::Hotspots => Some(genes::hotspot),
        KnowledgeKind::OwnList => Some(lists::own),
        KnowledgeKind::CompanionTests => Some(lists::companion),
        KnowledgeKind::DiseaseMap => Some(lists::disease),
        KnowledgeKind::PanelGenes => Some(panel_genes::row),
        KnowledgeKind::OncoTree
        | KnowledgeKind::Clinvar
        | KnowledgeKind::Frequencies
        | KnowledgeKind::TrialsClinicalTrialsGov
        | KnowledgeKind::TrialsCtml
        | KnowledgeKind::TrialsJrct => None,
    }
}
