//! Which finding a sentence is about: the same gene, and a name of the alteration that is the same once spaces, brackets,
//! letter case and the spelling of amino acids are set aside. Never by likeness.

use super::rearrangement::bare;
use crate::genes;
use entaku_domain::finding::Alteration;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::text::half_width;
use std::collections::HashMap;

/// Most items that one sentence is tied to: a report has one or two of one name.
const MAX_ABOUT: usize = 50;

/// Longest name compared, in bytes: long insertions are spelled out, sentences are no names.
const MAX_NAME: usize = 1_000;

/// Most genes in one name.
const MAX_GENES: usize = 4;

/// Words by which markers are named where genes are expected.
const MARKERS: [(&[&str], &str); 5] = [
    (&["microsatellite"], "MSI"),
    (&["mutation", "burden"], "TMB"),
    (&["heterozygosity"], "LOH"),
    (&["tumor", "fraction"], "Tumor Fraction"),
    (&["hrd", "signature"], "HRD"),
];

/// What a sentence names: a gene in its present symbol, or a marker.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    Gene(String),
    Marker(String),
}

impl Subject {
    /// The marker that a name means.
    pub fn marker(name: &str) -> Option<Self> {
        let lower = name.trim().to_lowercase();
        if lower == "loh" || lower.starts_with("loh ") {
            return Some(Self::Marker("LOH".to_owned()));
        }
        let (_, marker) = MARKERS.iter().find(|(words, _)| words.iter().all(|word| lower.contains(word)))?;
        Some(Self::Marker((*marker).to_owned()))
    }

    /// What a name means, of `CDKN2A/B` both genes; nothing where it is neither marker nor gene.
    pub fn of(name: &str) -> Vec<Self> {
        if let Some(marker) = Self::marker(name) {
            return vec![marker];
        }
        let symbols = name.split('/').scan(String::new(), |first, part| {
            let part = part.trim();
            // 'CDKN2A/B': the second stands for what differs in the last letter.
            let mut symbol = part.to_owned();
            let short = part.chars().count() == 1 && first.chars().count() > 2;
            if short {
                symbol = first.chars().take(first.chars().count() - 1).chain(part.chars()).collect();
            }
            if first.is_empty() {
                first.push_str(part);
            }
            Some(symbol)
        });
        let genes = symbols.take(MAX_GENES).filter_map(|symbol| GeneSymbol::parse(&symbol).ok());
        genes.map(|symbol| Self::Gene(genes::current(&symbol).unwrap_or(symbol).to_string())).collect()
    }

    fn all_of(alteration: &Alteration) -> Vec<Self> {
        match alteration {
            Alteration::Biomarker(marker) => vec![Self::Marker(marker.marker.clone())],
            other => other.genes().into_iter().map(|gene| Self::Gene(gene.to_string())).collect(),
        }
    }
}

/// Something filed under what it is about.
#[derive(Debug)]
pub(super) struct Index<T> {
    by_name: HashMap<(Subject, String), Vec<T>>,
    by_marker: HashMap<Subject, Vec<T>>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { by_name: HashMap::new(), by_marker: HashMap::new() }
    }
}

impl<T: Clone> Index<T> {
    /// Files a value under a subject and the names of an alteration of it.
    pub fn file(&mut self, subject: &Subject, names: impl IntoIterator<Item = String>, value: &T) {
        if let Subject::Marker(_) = subject {
            push(self.by_marker.entry(subject.clone()).or_default(), value);
            return;
        }
        for name in names {
            push(self.by_name.entry((subject.clone(), name)).or_default(), value);
        }
    }

    /// What was filed under a subject and any of these names; of a marker the names do not matter.
    pub fn find(&self, subject: &Subject, names: &[String]) -> Vec<&T> {
        if let Subject::Marker(_) = subject {
            return self.by_marker.get(subject).into_iter().flatten().collect();
        }
        let filed = names.iter().filter_map(|name| self.by_name.get(&(subject.clone(), name.clone())));
        filed.flatten().collect()
    }

    /// What was filed under an alteration.
    pub fn about(&self, alteration: &Alteration) -> Vec<&T> {
        let names = names_of(alteration);
        Subject::all_of(alteration).iter().flat_map(|subject| self.find(subject, &names)).collect()
    }
}

fn push<T: Clone>(filed: &mut Vec<T>, value: &T) {
    if filed.len() < MAX_ABOUT {
        filed.push(value.clone());
    }
}

/// The items of a report, filed under what they are.
#[derive(Debug, Default)]
pub(super) struct Items(Index<String>);

impl Items {
    /// Files an item.
    pub fn add(&mut self, item: &str, alteration: &Alteration) {
        let names = names_of(alteration);
        for subject in Subject::all_of(alteration) {
            self.0.file(&subject, names.iter().cloned(), &item.to_owned());
        }
    }

    /// The items that a sentence is about, each once, in the file's order.
    pub fn about(&self, subjects: &[Subject], names: &[String]) -> Vec<String> {
        let keys: Vec<String> = names.iter().flat_map(|name| spellings(name)).collect();
        let mut items: Vec<String> = Vec::new();
        for item in subjects.iter().flat_map(|subject| self.0.find(subject, &keys)) {
            if !items.contains(item) && items.len() < MAX_ABOUT {
                items.push(item.clone());
            }
        }
        items
    }
}

/// The names under which an alteration is found.
fn names_of(alteration: &Alteration) -> Vec<String> {
    match alteration {
        Alteration::ShortVariant(_) => {
            let protein = alteration.protein().map(HgvsText::protein_key);
            let coding = alteration.coding().map(HgvsText::coding_key);
            protein.into_iter().chain(coding).map(|key| same(&key)).collect()
        }
        Alteration::CopyNumber(change) => vec![same(&change.alteration)],
        Alteration::Rearrangement(change) => {
            let pairs = change.gene_pairs.iter().map(|(five, three)| same(&format!("{five}-{three} fusion")));
            change.names.iter().map(|name| same(&bare(name))).chain(pairs).collect()
        }
        _ => Vec::new(),
    }
}

/// The ways in which a name in a sentence may be that of an alteration.
pub(super) fn spellings(name: &str) -> Vec<String> {
    if name.len() > MAX_NAME {
        return Vec::new();
    }
    let mut spellings = vec![same(name), same(&bare(name))];
    if let Ok(change) = HgvsText::parse(name) {
        spellings.extend([same(&change.protein_key()), same(&change.coding_key())]);
    }
    // 'loss exons 2-3' is the loss, in part.
    if let Some((kind, _)) = name.to_lowercase().split_once(" exon") {
        spellings.push(same(kind));
    }
    spellings.sort_unstable();
    spellings.dedup();
    spellings.retain(|spelling| !spelling.is_empty());
    spellings
}

fn same(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_change_meet_and_others_do_not() {
        let meets = |name: &str, key: &str| spellings(name).contains(&same(key));
        assert!(meets("p.Leu858Arg", "L858R"));
        assert!(meets("Splice Site 904+1G>A", "splice site 904+1G>A"));
        assert!(meets("loss exons 2-3", "loss"));
        assert!(meets("EML4-ALK fusion (Variant 1)", "EML4-ALK fusion"));
        assert!(!meets("L858", "L858R"), "never by likeness");
    }

    #[test]
    fn markers_are_told_from_genes() {
        let gene = |symbol: &str| Subject::Gene(symbol.to_owned());
        assert_eq!(Subject::of("Microsatellite status"), [Subject::Marker("MSI".into())]);
        assert_eq!(Subject::of("Tumor Mutational Burden"), [Subject::Marker("TMB".into())]);
        assert_eq!(Subject::of("LOH score"), [Subject::Marker("LOH".into())]);
        assert_eq!(Subject::of("LOH12CR1"), [gene("LOH12CR1")], "a gene that begins like the marker");
        assert_eq!(Subject::of("MLL2"), [gene("KMT2D")]);
        assert_eq!(Subject::of("CDKN2A/B"), [gene("CDKN2A"), gene("CDKN2B")]);
        assert_eq!(Subject::of("no gene at all"), []);
    }
}
