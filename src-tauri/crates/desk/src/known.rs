//! The knowledge of the site as the desk asks it: the store of imports beside the cases, and what every question of matching
//! rests on (tumour tree, table of diseases, exons, other names of genes, markers of companion tests), the shipped data with the
//! site's own laid over it.

use crate::desk::Desk;
use crate::error::{Outcome, internal};
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::companion::{CompanionMarker, CompanionMarkers, CompanionTumours};
use entaku_domain::evidence::disease::{DiseaseMap, Mapped, MappedDisease, Node, OncoTree};
use entaku_domain::evidence::profile::{KnownVariants, Profile};
use entaku_domain::label::Label;
use entaku_knowledge::civic_set::{self, ShippedEvidence};
use entaku_knowledge::{
    CompanionTest, DiseaseScope, EvidenceGround, Import, KnowledgeKind, KnowledgeStore, Known, ListedDisease,
    OncoTreeNode, companion, disease_map,
};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the name of the folder beside a case store ends with that holds the site's knowledge. Beside it and not in it, so that
/// making, restoring and backing up a store have nothing to do with it, and it can be there before the store is.
const BESIDE: &str = "-knowledge";

/// The open knowledge of a site.
pub(crate) struct SiteKnowledge {
    dir: PathBuf,
    pub(crate) store: KnowledgeStore,
    ground: Option<(Vec<String>, Arc<EvidenceGround>)>,
    shipped: Option<Arc<ShippedEvidence>>,
    read: ReadItems,
}

/// An item of evidence with its profile read.
#[derive(Debug)]
pub(crate) struct ReadItem {
    pub(crate) known: Known,
    pub(crate) profile: Profile,
}

/// What was read of the imports that answer, by the name that it was asked for: reading a row costs more than matching it, and the
/// genes of one case are those of the next.
#[derive(Default)]
struct ReadItems {
    of: Vec<String>,
    by_name: HashMap<(String, bool), Vec<Arc<ReadItem>>>,
}

/// Kinds that are laid over the shipped data.
const OVER: [KnowledgeKind; 4] = [
    KnowledgeKind::OncoTree,
    KnowledgeKind::DiseaseMap,
    KnowledgeKind::CompanionTests,
    KnowledgeKind::PanelGenes,
];

impl SiteKnowledge {
    /// Opens what there is in a case store's folder; without any an empty one answers.
    fn open(dir: PathBuf) -> Outcome<Self> {
        let store =
            if dir.is_dir() { KnowledgeStore::open(&dir) } else { KnowledgeStore::open_reading(&dir) };
        let store = store.or_else(|_| KnowledgeStore::open_reading(&dir))?;
        Ok(Self { dir, store, ground: None, shipped: None, read: ReadItems::default() })
    }

    /// The rows that come with the program; none where the site has imported its own of their source.
    pub(crate) fn shipped(&mut self) -> Outcome<Option<Arc<ShippedEvidence>>> {
        let own = |import: &Import| import.kind == KnowledgeKind::CivicEvidence;
        if self.store.answering()?.iter().any(own) {
            return Ok(None);
        }
        if self.shipped.is_none() {
            self.shipped = Some(Arc::new(civic_set::shipped().map_err(internal)?));
        }
        Ok(self.shipped.clone())
    }

    /// The items that speak of one of these names, each once.
    pub(crate) fn evidence(&mut self, names: &[&str], submitted: bool) -> Outcome<Vec<Arc<ReadItem>>> {
        let answering: Vec<String> = self.store.answering()?.into_iter().map(|import| import.id).collect();
        if self.read.of != answering {
            self.read = ReadItems { of: answering, by_name: HashMap::new() };
        }
        let mut all: Vec<Arc<ReadItem>> = Vec::new();
        let mut taken: HashSet<(String, String)> = HashSet::new();
        for name in names {
            let place = ((*name).to_owned(), submitted);
            if !self.read.by_name.contains_key(&place) {
                let found = self.store.evidence_for(&[name], submitted)?.into_iter().map(|known| {
                    let variants = KnownVariants::new(known.variants.iter().cloned());
                    Arc::new(ReadItem { profile: Profile::read_with(&known.item.profile, &variants), known })
                });
                let found = found.collect();
                self.read.by_name.insert(place.clone(), found);
            }
            let found = self.read.by_name.get(&place).into_iter().flatten();
            all.extend(
                found
                    .filter(|item| taken.insert((item.known.import_id.clone(), item.known.item.id.clone())))
                    .cloned(),
            );
        }
        Ok(all)
    }

    /// What matching rests on. Made anew when the site's own lists changed.
    pub(crate) fn ground(&mut self) -> Outcome<Arc<EvidenceGround>> {
        let answering = self.store.answering()?;
        let over = answering.iter().filter(|import| OVER.contains(&import.kind));
        let ids: Vec<String> = over.map(|import| import.id.clone()).collect();
        if let Some((of, ground)) = &self.ground
            && *of == ids
        {
            return Ok(Arc::clone(ground));
        }
        let ground = Arc::new(ground_of(&self.store)?);
        self.ground = Some((ids, Arc::clone(&ground)));
        Ok(ground)
    }
}

fn ground_of(store: &KnowledgeStore) -> Outcome<EvidenceGround> {
    let mut ground = EvidenceGround::shipped().map_err(internal)?;
    if let Some(site) = store.oncotree()? {
        ground.oncotree.tree = OncoTree::new(site.import.version, site.rows.into_iter().map(node));
    }
    if let Some(site) = store.disease_map()? {
        // Behind the shipped rows, so that the site's own stand where both speak of one disease.
        let mut rows = disease_map::rows().map_err(internal)?;
        rows.extend(site.rows.into_iter().map(mapped));
        ground.diseases =
            DiseaseMap::new(site.import.version, site.import.source, Certainty::Unconfirmed, rows);
    }
    if let Some(site) = store.companion_tests()? {
        let mut rows = companion::shipped().map_err(internal)?.markers;
        rows.extend(site.rows.into_iter().map(marker));
        ground.companion = CompanionMarkers::new(rows);
    }
    if let Some(site) = store.panel_genes()? {
        ground.panel_genes = site.rows;
    }
    Ok(ground)
}

fn node(row: OncoTreeNode) -> Node {
    let former = [row.history, row.revocations, row.precursors].concat();
    Node {
        code: row.code,
        name: row.name,
        parent: row.parent,
        tissue: row.tissue,
        main_type: row.main_type,
        nci: row.nci,
        umls: row.umls,
        former,
    }
}

fn mapped(row: ListedDisease) -> MappedDisease {
    let mapped = match row.scope {
        Some(DiseaseScope::Any) => Mapped::Any,
        Some(DiseaseScope::Solid) => Mapped::AnySolid,
        None => Mapped::Nodes { is: row.oncotree, within: row.within },
    };
    MappedDisease { name: row.name, doid: Some(row.doid).filter(|doid| !doid.is_empty()), mapped }
}

pub(crate) fn marker(row: CompanionTest) -> CompanionMarker {
    let same = |text: &str| Label { ja: text.to_owned(), en: text.to_owned() };
    let profiles = row.profiles();
    let mut tests = row.panels;
    if !row.test.is_empty() && !tests.contains(&row.test) {
        tests.insert(0, row.test);
    }
    let remark = [row.status, row.remark.unwrap_or_default()];
    let remark: Vec<&str> = remark.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    CompanionMarker {
        id: format!("site:{}", row.id),
        name: same(&profiles.join(" / ")),
        profiles,
        tumours: CompanionTumours { oncotree: row.oncotree, solid: row.solid, except: row.except },
        tumour_name: same(&row.tumour_name),
        drugs: row.drugs,
        tests,
        from: row.date,
        source: row.source,
        certainty: row.certainty,
        remark: (!remark.is_empty()).then(|| same(&remark.join(" · "))),
    }
}

impl Desk {
    /// Folder of the knowledge that belongs to the open store, else to the one that the desk is meant for.
    pub(crate) fn knowledge_dir(&self) -> PathBuf {
        let store = self.session.as_ref().map(|session| session.store.dir());
        beside(store.unwrap_or(&self.environment.store_dir))
    }

    /// The knowledge of the site, for questions.
    pub(crate) fn site_knowledge(&mut self) -> Outcome<&mut SiteKnowledge> {
        let dir = self.knowledge_dir();
        // A folder that another program made meanwhile is opened now.
        let stands = |open: &SiteKnowledge| open.dir == dir;
        if !self.site_knowledge.as_ref().is_some_and(stands) || !is_made(&dir) {
            self.site_knowledge = Some(SiteKnowledge::open(dir)?);
        }
        self.site_knowledge.as_mut().ok_or_else(|| internal("the knowledge was opened and is gone"))
    }

    /// The knowledge of the site, to be added to: made where there is none.
    pub(crate) fn site_knowledge_to_write(&mut self) -> Outcome<&mut SiteKnowledge> {
        let dir = self.knowledge_dir();
        if !is_made(&dir) || self.site_knowledge.as_ref().is_none_or(|open| open.dir != dir) {
            let store = KnowledgeStore::open(&dir)?;
            self.site_knowledge =
                Some(SiteKnowledge { dir, store, ground: None, shipped: None, read: ReadItems::default() });
        }
        self.site_knowledge.as_mut().ok_or_else(|| internal("the knowledge was opened and is gone"))
    }
}

fn beside(store: &Path) -> PathBuf {
    // `.` and a path that ends in `/` have the same neighbour as the folder's own name.
    let store = std::path::absolute(store).unwrap_or_else(|_| store.to_owned());
    let mut name = store.file_name().unwrap_or_default().to_owned();
    name.push(BESIDE);
    store.with_file_name(name)
}

fn is_made(dir: &Path) -> bool {
    dir.join("knowledge.db").is_file()
}
