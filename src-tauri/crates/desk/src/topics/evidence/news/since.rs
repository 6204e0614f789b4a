//! What changed in the site's knowledge since a moment: what answered then beside what answers now.

use crate::error::{Outcome, internal};
use crate::known::{SiteKnowledge, marker};
use chrono::{DateTime, FixedOffset};
use entaku_domain::evidence::companion::{CompanionMarker, CompanionMarkers};
use entaku_domain::evidence::news::{News, Placed};
use entaku_knowledge::{EvidenceGround, Import, KnowledgeKind};
use std::collections::{BTreeSet, HashMap};

/// What changed since a moment.
pub(super) struct Since {
    pub(super) sources: Vec<ChangedSource>,
    pub(super) approved: ChangedMarkers,
}

/// A source of which the versions differ.
pub(super) struct ChangedSource {
    pub(super) news: News,
    pub(super) former: Versions,
    pub(super) now: Versions,
}

/// In which import an item stands.
#[derive(Default)]
pub(super) struct Versions {
    imports: Vec<(String, String, Option<String>)>,
    of: HashMap<String, usize>,
}

impl Versions {
    fn add(&mut self, import: (String, String, Option<String>), items: &[Placed]) {
        let place = self.imports.len();
        self.imports.push(import);
        for (item, _) in items {
            self.of.entry(item.id.clone()).or_insert(place);
        }
    }

    /// Id of the import, version, licence.
    pub(super) fn of(&self, id: &str) -> Option<&(String, String, Option<String>)> {
        self.imports.get(*self.of.get(id)?)
    }

    pub(super) fn said(&self) -> Option<String> {
        let all: Vec<&str> = self.imports.iter().map(|(_, version, _)| version.as_str()).collect();
        (!all.is_empty()).then(|| all.join(" / "))
    }
}

/// Rows of companion tests that came, changed or went.
pub(super) struct ChangedMarkers {
    pub(super) now: CompanionMarkers,
    pub(super) gone: CompanionMarkers,
    pub(super) version: String,
    /// Ids of those that are listed otherwise than before.
    pub(super) otherwise: BTreeSet<String>,
}

/// The kinds whose versions are compared.
const COMPARED: [KnowledgeKind; 3] =
    [KnowledgeKind::CivicEvidence, KnowledgeKind::CivicAssertions, KnowledgeKind::OwnList];

impl Since {
    /// What changed after a moment; nothing is known of what was imported before it and removed since.
    pub(super) fn of(
        site: &mut SiteKnowledge,
        imports: &[(DateTime<FixedOffset>, Import)],
        moment: DateTime<FixedOffset>,
        ground: &EvidenceGround,
    ) -> Outcome<Self> {
        let was_there =
            |import: &Import| imports.iter().any(|(at, known)| known.id == import.id && *at <= moment);
        let former = site.store.answering_by(was_there)?;
        Ok(Self {
            sources: changed_sources(site, &former, ground)?,
            approved: changed_markers(site, &former)?,
        })
    }

    /// Whether nothing changed.
    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.approved.is_empty()
    }
}

fn changed_sources(
    site: &mut SiteKnowledge,
    former: &[Import],
    ground: &EvidenceGround,
) -> Outcome<Vec<ChangedSource>> {
    let now = site.store.answering()?;
    let source_of = |import: &Import| (import.kind, import.source.to_lowercase());
    let mut sources: Vec<(KnowledgeKind, String)> =
        now.iter().filter(|import| COMPARED.contains(&import.kind)).map(source_of).collect();
    sources.sort();
    sources.dedup();
    let mut changed = Vec::new();
    for source in sources {
        let of = |imports: &[Import]| -> Vec<Import> {
            imports.iter().filter(|import| source_of(import) == source).cloned().collect()
        };
        let (is, was) = (of(&now), of(former));
        if is.iter().map(|import| &import.id).eq(was.iter().map(|import| &import.id)) {
            continue;
        }
        let (newer, now) = read(site, &is)?;
        let (older, former) = match was.is_empty() && source.0 == KnowledgeKind::CivicEvidence {
            true => shipped()?,
            false => read(site, &was)?,
        };
        let news = News::between(older, newer, &ground.names);
        if !news.is_empty() {
            changed.push(ChangedSource { news, former, now });
        }
    }
    Ok(changed)
}

fn read(site: &SiteKnowledge, imports: &[Import]) -> Outcome<(Vec<Placed>, Versions)> {
    let (mut all, mut versions) = (Vec::new(), Versions::default());
    for import in imports {
        let items = site.store.known_of(&import.id)?.into_iter().map(|known| (known.item, known.variants));
        let items: Vec<Placed> = items.collect();
        versions.add((import.id.clone(), import.version.clone(), import.licence.clone()), &items);
        all.extend(items);
    }
    Ok((all, versions))
}

/// What answered before the site had imported CIViC itself.
fn shipped() -> Outcome<(Vec<Placed>, Versions)> {
    let shipped = entaku_knowledge::civic_set::shipped().map_err(internal)?;
    let items: Vec<Placed> = shipped.items.into_iter().map(|item| (item, Vec::new())).collect();
    let mut versions = Versions::default();
    // Told apart from a site's own import of the same release.
    let version = format!("Entaku {}", shipped.version);
    versions.add(("shipped".to_owned(), version, Some(shipped.licence)), &items);
    Ok((items, versions))
}

fn changed_markers(site: &SiteKnowledge, former: &[Import]) -> Outcome<ChangedMarkers> {
    let of_kind = |import: &&Import| import.kind == KnowledgeKind::CompanionTests;
    let was = match former.iter().rfind(of_kind) {
        Some(import) => site.store.companion_tests_in(import)?,
        None => Vec::new(),
    };
    let (version, is) = match site.store.companion_tests()? {
        Some(now) => (now.import.version, now.rows),
        None => (String::new(), Vec::new()),
    };
    let markers = |rows: Vec<_>| rows.into_iter().map(marker).collect::<Vec<CompanionMarker>>();
    let (was, is) = (markers(was), markers(is));
    let lacks = |others: &[CompanionMarker], row: &CompanionMarker| {
        !others.iter().any(|other| other.id == row.id && other.standing() == row.standing())
    };
    let came = is.iter().filter(|row| lacks(&was, row)).cloned();
    let went = was.iter().filter(|row| !is.iter().any(|other| other.id == row.id)).cloned();
    let otherwise = was.iter().map(|row| row.id.clone()).collect();
    Ok(ChangedMarkers {
        now: CompanionMarkers::new(came),
        gone: CompanionMarkers::new(went),
        version,
        otherwise,
    })
}

impl ChangedMarkers {
    fn is_empty(&self) -> bool {
        self.now.rows().next().is_none() && self.gone.rows().next().is_none()
    }
}
