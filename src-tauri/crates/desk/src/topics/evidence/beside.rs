//! What stands beside a finding besides rows of evidence: frequencies, ClinVar, hotspots, the gene's role, markers of companion
//! tests, and criteria that these data speak for.

use super::Prepared;
use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{ClinvarView, CompanionMarkerView, FrequencyView, HotspotView, LabelView, ProposedView};
use entaku_domain::case::Case;
use entaku_domain::evidence::companion::CompanionMatch;
use entaku_domain::evidence::matching::CaseFindings;
use entaku_domain::evidence::proposal::{HotspotCounts, Known as Data, PopulationFrequency};
use entaku_domain::finding::{Alteration, Finding, ShortVariant};
use entaku_domain::gene_role::GeneRole;
use entaku_domain::genome::GenomeBuild;
use entaku_knowledge::{
    EvidenceGround, KnowledgeStore, KnownRole, VcfAnswer, VcfState, VcfTrouble, Versioned,
};
use entaku_words::answers::evidence;
use std::collections::BTreeMap;

/// What is known of a finding beside rows of evidence.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) frequencies: Vec<FrequencyView>,
    pub(super) clinvar: Option<ClinvarView>,
    pub(super) unanswered: Vec<LabelView>,
    pub(super) hotspots: Vec<HotspotView>,
    pub(super) role: Option<GeneRole>,
    pub(super) proposed: Vec<ProposedView>,
}

pub(super) fn known(
    desk: &mut Desk,
    case: &Case,
    finding: &Finding,
    ground: &EvidenceGround,
    roles: Option<&Versioned<KnownRole>>,
) -> Outcome<Beside> {
    let alteration = &finding.read.alteration;
    let gene = match alteration.genes().as_slice() {
        [gene] if matches!(alteration, Alteration::ShortVariant(_) | Alteration::CopyNumber(_)) => {
            Some((*gene).clone())
        }
        _ => None,
    };
    let mut beside = Beside {
        role: gene.as_ref().and_then(|gene| desk.knowledge.gene_roles().of(gene)),
        ..Beside::default()
    };
    let build = case.assembly_of(finding).name;
    let store = &desk.site_knowledge()?.store;
    if let (Some(gene), Some(site)) = (&gene, roles) {
        let own = site.rows.iter().find(|row| row.gene.eq_ignore_ascii_case(gene.as_str()));
        beside.role = own.map(|row| row.role).or(beside.role);
    }
    let Alteration::ShortVariant(variant) = alteration else { return Ok(beside) };
    let mut absent = Vec::new();
    let mut frequencies = Vec::new();
    of_files(store, &build, variant, &mut beside, &mut frequencies, &mut absent)?;
    let counts = match &gene {
        Some(gene) => hotspots(store, gene.as_str(), variant, &mut beside)?,
        None => None,
    };
    let data = Data {
        finding: alteration,
        frequencies: &frequencies,
        absent_from: &absent,
        hotspot: counts.as_ref(),
        role: beside.role,
    };
    for one in ground.proposals.iter().flat_map(|rules| rules.propose(data)) {
        beside.proposed.push(ProposedView {
            why: label(&one.support.said().to_label()),
            scheme: one.scheme,
            code: one.code,
            certainty: one.certainty,
            source: one.source,
            remark: one.remark.as_ref().map(label),
        });
    }
    Ok(beside)
}

/// Asks the registered files of the finding's own build for its very alleles.
fn of_files(
    store: &KnowledgeStore,
    build: &GenomeBuild,
    variant: &ShortVariant,
    beside: &mut Beside,
    frequencies: &mut Vec<PopulationFrequency>,
    absent: &mut Vec<String>,
) -> Outcome<()> {
    let (Some(chromosome), Some(locus)) = (&variant.chromosome, variant.leftmost()) else { return Ok(()) };
    if *build == GenomeBuild::Unknown {
        return Ok(());
    }
    for answer in store.frequencies_at(build, chromosome, &locus)? {
        let named = format!("{} {}", answer.source, answer.version);
        let view = |population: &str, frequency, filter, found| FrequencyView {
            source: answer.source.clone(),
            version: answer.version.clone(),
            population: population.to_owned(),
            frequency,
            filter,
            found,
        };
        match &answer.state {
            VcfState::Found(records) => {
                for record in records {
                    for one in &record.populations {
                        let filter = Some(record.filter.clone());
                        beside.frequencies.push(view(&one.name, one.value, filter, true));
                        frequencies.extend(one.value.map(|frequency| PopulationFrequency {
                            population: one.name.clone(),
                            frequency,
                            source: named.clone(),
                        }));
                    }
                }
            }
            VcfState::Absent => {
                absent.push(named);
                beside.frequencies.push(view("", None, None, false));
            }
            VcfState::NotCovered => {}
            VcfState::Trouble(trouble) => beside.unanswered.push(told(&answer, trouble)),
        }
    }
    for answer in store.clinvar_at(build, chromosome, &locus)? {
        match &answer.state {
            VcfState::Found(records) => {
                beside.clinvar = records.first().map(|record| ClinvarView {
                    id: record.id.clone(),
                    significance: record.significance.clone(),
                    conflicting: record.conflicting.clone(),
                    review_status: record.review_status.clone(),
                    diseases: record.diseases.clone(),
                    oncogenicity: record.oncogenicity.clone(),
                    oncogenicity_review_status: record.oncogenicity_review_status.clone(),
                    source: answer.source.clone(),
                    version: answer.version.clone(),
                    date: record.date.clone(),
                });
            }
            VcfState::Absent | VcfState::NotCovered => {}
            VcfState::Trouble(trouble) => beside.unanswered.push(told(&answer, trouble)),
        }
    }
    Ok(())
}

fn told<T>(answer: &VcfAnswer<T>, trouble: &VcfTrouble) -> LabelView {
    let named = format!("{} {} ({})", answer.source, answer.version, answer.import_id);
    let words = match trouble {
        VcfTrouble::Moved => evidence::vcf_moved(named),
        VcfTrouble::Changed => evidence::vcf_changed(named),
        VcfTrouble::Unreadable(what) => evidence::vcf_unreadable(named, what),
    };
    label(&words.to_label())
}

/// The hotspots in which a change lies, and the counts of the first that counts it by residue.
fn hotspots(
    store: &KnowledgeStore,
    gene: &str,
    variant: &ShortVariant,
    beside: &mut Beside,
) -> Outcome<Option<HotspotCounts>> {
    let Some(protein) = variant.chosen().and_then(|chosen| chosen.protein.as_ref()) else { return Ok(None) };
    let (Some(residues), Some(listed)) = (protein.residues(), store.hotspots(gene)?) else { return Ok(None) };
    let key = protein.protein_key();
    let mut counts = None;
    for hotspot in &listed.rows {
        let (Some(start), Some(end)) = (hotspot.start, hotspot.end) else { continue };
        if residues.last < start || residues.first > end {
            continue;
        }
        // One residue for another: the letter that it becomes; of anything longer the whole name.
        let becomes = key.rsplit(|sign: char| sign.is_ascii_digit()).next().unwrap_or_default();
        let same = hotspot.variants.iter().find(|(name, _)| name == becomes || *name == key);
        let same = same.map(|(_, count)| *count);
        let (source, version) = (listed.import.source.clone(), listed.import.version.clone());
        if counts.is_none()
            && hotspot.kind == "single residue"
            && let Some(total) = hotspot.total
        {
            counts = Some(HotspotCounts {
                residue: u32::try_from(total).unwrap_or(u32::MAX),
                change: u32::try_from(same.unwrap_or_default()).unwrap_or(u32::MAX),
                source: format!("{source} {version}"),
            });
        }
        let (residue, kind) = (hotspot.residue.clone(), hotspot.kind.clone());
        beside.hotspots.push(HotspotView { residue, total: hotspot.total, same, kind, source, version });
    }
    Ok(counts)
}

/// The markers of companion tests that findings are, by the place of the finding.
pub(super) fn markers(
    case: &Case,
    findings: &CaseFindings<'_>,
    ground: &EvidenceGround,
    prepared: &Prepared,
) -> BTreeMap<usize, Vec<CompanionMarkerView>> {
    let tumour = case.details.clinical.oncotree.as_ref().map(|code| code.as_str());
    let mut all: BTreeMap<usize, Vec<CompanionMarkerView>> = BTreeMap::new();
    for one in ground.companion.of(findings, tumour, prepared.test(), &ground.oncotree.tree) {
        all.entry(one.finding).or_default().push(marker_view(&one));
    }
    all
}

pub(super) fn marker_view(one: &CompanionMatch<'_>) -> CompanionMarkerView {
    CompanionMarkerView {
        name: label(&one.row.name),
        tumour: label(&one.row.tumour_name),
        for_tumour: one.for_tumour,
        holds: one.matched.holds,
        drugs: one.row.drugs.clone(),
        tests: one.row.tests.clone(),
        by_this_test: one.by_this_test,
        from: one.row.from.clone(),
        source: one.row.source.clone(),
        certainty: one.row.certainty,
        remark: one.row.remark.as_ref().map(label),
    }
}
