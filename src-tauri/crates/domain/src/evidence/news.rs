//! What is new of the evidence beside the findings of a case, since somebody weighed it. Owns which changes are news and for
//! which findings; from which version to which is asked elsewhere, and what it means for the patient is for people to say.

#[cfg(test)]
mod tests;

use super::difference::{Changed, difference};
use super::item::{EvidenceDisease, EvidenceItem, KnownVariant, ReviewStatus};
use super::matched::{DiseaseRelation, EvidenceMatch, PartState};
use super::matching::CaseFindings;
use super::profile::{Feature, KnownVariants, Profile};
use super::{GeneNames, companion::CompanionMarker};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// By what an item on a marker (TMB, MSI) is found: any case with a marker may meet it.
pub(super) const MARKER: &str = "*";

/// An item of one version, with what its source says of the variants that it names.
pub type Placed = (EvidenceItem, Vec<KnownVariant>);

/// An item with its profile read.
#[derive(Debug)]
struct Read {
    item: EvidenceItem,
    profile: Profile,
}

#[derive(Debug)]
struct Candidate {
    former: Option<Read>,
    now: Option<Read>,
    changed: Vec<Changed>,
}

/// What changed from one version to a newer one, read once for any number of cases.
#[derive(Debug, Default)]
pub struct News {
    all: Vec<Candidate>,
    by_name: HashMap<String, Vec<usize>>,
}

/// A change that concerns a finding of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingNews<'n> {
    /// The finding, by its place in the list given.
    pub finding: usize,
    /// The item as it is now, or as it was where it is withdrawn.
    pub item: &'n EvidenceItem,
    /// Whether it is there now, and stands beside the finding.
    pub stands: bool,
    /// What changed, each once.
    pub changed: &'n [Changed],
    /// How the finding meets it, or met it.
    pub matched: EvidenceMatch,
    /// How its disease relates to the tumour of the case.
    pub relation: DiseaseRelation,
}

impl News {
    /// Compares two versions of one source. Left out is what concerns nobody: rows that no version has reviewed, and that a row is
    /// no longer contested.
    pub fn between(older: Vec<Placed>, newer: Vec<Placed>, names: &GeneNames) -> Self {
        let (older, was): (Vec<EvidenceItem>, Vec<Vec<KnownVariant>>) = older.into_iter().unzip();
        let (newer, is): (Vec<EvidenceItem>, Vec<Vec<KnownVariant>>) = newer.into_iter().unzip();
        let read = |items: &[EvidenceItem], variants: &[Vec<KnownVariant>], at: Option<usize>| {
            let (item, variants) = at.and_then(|at| Some((items.get(at)?, variants.get(at)?)))?;
            // What nobody reviewed yet is as if it were not there.
            (item.status == ReviewStatus::Accepted).then(|| Read {
                profile: Profile::read_with(&item.profile, &KnownVariants::new(variants.iter().cloned())),
                item: item.clone(),
            })
        };
        let mut news = Self::default();
        for one in difference(&older, &newer) {
            let (former, now) = (read(&older, &was, one.was), read(&newer, &is, one.is));
            let changed: Vec<Changed> = one.changed.into_iter().filter(Changed::is_news).collect();
            if changed.is_empty() || former.is_none() && now.is_none() {
                continue;
            }
            let place = news.all.len();
            for name in former.iter().chain(&now).flat_map(|read| found_by(&read.profile, names)) {
                let places = news.by_name.entry(name).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
            news.all.push(Candidate { former, now, changed });
        }
        news
    }

    /// How many rows changed.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What concerns the findings of a case: rows that stand beside a finding, or may, now or before. Another change of a named
    /// residue is neither.
    pub fn of<'n>(
        &'n self,
        case: &CaseFindings<'_>,
        relation: impl Fn(&EvidenceDisease) -> DiseaseRelation,
    ) -> Vec<FindingNews<'n>> {
        let mut places: BTreeSet<usize> = BTreeSet::new();
        for name in case.found_by() {
            places.extend(self.by_name.get(name).into_iter().flatten());
        }
        let mut all = Vec::new();
        for candidate in places.into_iter().filter_map(|place| self.all.get(place)) {
            let met = |read: &Option<Read>| -> BTreeMap<usize, EvidenceMatch> {
                let met = read.as_ref().map(|read| case.meets(&read.profile)).unwrap_or_default();
                met.into_iter().filter(|(_, matched)| matched.holds != PartState::NotMet).collect()
            };
            let now = met(&candidate.now);
            let former = met(&candidate.former);
            let gone =
                former.into_iter().filter(|(finding, _)| !now.contains_key(finding)).collect::<Vec<_>>();
            let mut add = |read: &'n Option<Read>, finding, matched, stands| {
                if let Some(Read { item, .. }) = read {
                    let (changed, relation) = (candidate.changed.as_slice(), relation(&item.disease));
                    all.push(FindingNews { finding, item, stands, changed, matched, relation });
                }
            };
            for (finding, matched) in gone {
                add(&candidate.former, finding, matched, false);
            }
            for (finding, matched) in now {
                add(&candidate.now, finding, matched, true);
            }
        }
        all
    }
}

/// By what a case may find a profile: approved symbols, and one name for all markers.
fn found_by(profile: &Profile, names: &GeneNames) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for part in profile.parts() {
        all.extend(part.symbols().into_iter().map(|symbol| names.approved(symbol).into_owned()));
        if matches!(part.feature, Feature::Marker(_)) {
            all.insert(MARKER.to_owned());
        }
    }
    all
}

impl FindingNews<'_> {
    /// How the row stands now, so that an answer to this piece of news is not taken for one to the next.
    pub fn standing(&self) -> String {
        if self.stands { self.item.standing() } else { GONE.to_owned() }
    }
}

/// How a row stands that is there no more.
const GONE: &str = "withdrawn";

impl EvidenceItem {
    /// All by which two versions of the item are told apart, on one line.
    pub fn standing(&self) -> String {
        let level = self.level.as_ref().map(|level| format!("{} {}", level.scale, level.level));
        let mut therapies: Vec<&str> = self.therapies.iter().map(String::as_str).collect();
        therapies.sort_unstable();
        let sign = if self.supports { "+" } else { "-" };
        let contested = if self.contested { "contested" } else { "" };
        [
            level.unwrap_or_default().as_str(),
            &format!("{:?}{sign}", self.direction),
            &self.significance,
            contested,
            &self.profile,
            self.disease.name.as_deref().unwrap_or_default(),
            &therapies.join(", "),
        ]
        .join(" | ")
    }
}

impl CompanionMarker {
    /// All by which two versions of the row are told apart, on one line.
    pub fn standing(&self) -> String {
        [self.profiles.join(" / "), self.drugs.join(", "), self.tests.join(", "), self.from.clone()]
            .join(" | ")
    }
}
