//! What registered files say of one change.

use super::allele::Allele;
use super::indexed::{self, Indexed};
use super::register::{RegisteredVcf, answering};
use crate::store::KnowledgeStore;
use crate::store::error::KnowledgeStoreError;
use crate::store::record::KnowledgeKind;
use entaku_domain::finding::Locus;
use entaku_domain::genome::{Chromosome, GenomeBuild, Position1};
use entaku_words::Said;
use entaku_words::errors::value_fault;
use serde::{Deserialize, Serialize};
use std::collections::hash_map::Entry;
use std::io;

/// What one file answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VcfAnswer<T> {
    /// The import that stands for the file.
    pub import_id: String,
    /// Whose file it is.
    pub source: String,
    /// Its version.
    pub version: String,
    /// What it says.
    pub state: VcfState<T>,
}

/// What a file says of a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "state", content = "with")]
pub enum VcfState<T> {
    /// It has this very change, once or several times.
    Found(Vec<T>),
    /// It has records of this chromosome, and not this change. That is no frequency of 0: it may not have been looked at there.
    Absent,
    /// It has nothing of this chromosome, nor has another file of its source.
    NotCovered,
    /// It cannot be asked.
    Trouble(VcfTrouble),
}

/// Why a file cannot be asked. It is registered again, or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "what")]
pub enum VcfTrouble {
    /// File or index is no longer where it was.
    Moved,
    /// File or index is not what was registered.
    Changed,
    /// It is there and cannot be read.
    Unreadable(String),
}

/// The frequencies of a change in one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frequency {
    /// FILTER as written: `PASS`, `AC0;AS_VQSR`.
    pub filter: String,
    /// In the order in which the fields were chosen.
    pub populations: Vec<PopulationFrequency>,
}

/// The frequency of a change in one population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PopulationFrequency {
    /// Name that was chosen.
    pub name: String,
    /// Key in INFO.
    pub field: String,
    /// Share of alleles, 0 to 1. None where the file has none for this allele, or the value is none.
    pub value: Option<f64>,
    /// The field as written, for all alternate alleles of the record.
    pub written: Option<String>,
}

/// What ClinVar says of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClinvarRecord {
    /// Variation id.
    pub id: String,
    /// CLNSIG with spaces for `_`: `Pathogenic/Likely pathogenic`.
    pub significance: Option<String>,
    /// CLNSIGCONF: which significances contradict each other, with their counts.
    pub conflicting: Option<String>,
    /// CLNREVSTAT: `criteria provided, multiple submitters, no conflicts`.
    pub review_status: Option<String>,
    /// CLNDN.
    pub diseases: Vec<String>,
    /// ONC: oncogenicity, where it is classified.
    pub oncogenicity: Option<String>,
    /// ONCREVSTAT.
    pub oncogenicity_review_status: Option<String>,
    /// Date of the file.
    pub date: Option<String>,
}

/// A record that has the change asked for, at one of its alternate alleles.
struct Hit<'r> {
    id: &'r str,
    filter: &'r str,
    info: &'r str,
    /// Which alternate allele, counted from 0, of how many.
    alternate: usize,
    alternates: usize,
}

impl Hit<'_> {
    fn info(&self, key: &str) -> Option<&str> {
        let mut fields = self.info.split(';').filter_map(|field| field.split_once('='));
        fields
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
            .filter(|value| !value.is_empty() && *value != ".")
    }

    fn words(&self, key: &str) -> Option<String> {
        self.info(key).map(|value| value.replace('_', " "))
    }

    /// The value for this allele. A single value of a record with several alternate alleles is nobody's.
    fn value(&self, key: &str, number: &str) -> Option<f64> {
        let values: Vec<&str> = self.info(key)?.split(',').collect();
        let at = match number {
            "R" if values.len() == self.alternates + 1 => self.alternate + 1,
            "A" | "." | "1" if values.len() == self.alternates => self.alternate,
            _ => return None,
        };
        values.get(at)?.parse().ok().filter(|share| (0.0..=1.0).contains(share))
    }
}

impl KnowledgeStore {
    /// How frequent a change is, by each registered file of this build that answers. Bases are counted from 1; the alleles are those
    /// of a VCF, padded or not, and a change that was shifted along a repeat is not recognised.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::Invalid`] where an allele is no sequence of bases; what keeps the database from being read. A file that
    /// cannot be asked is no error: its answer says so.
    pub fn frequencies(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        position: Position1,
        reference: &str,
        alternate: &str,
    ) -> Result<Vec<VcfAnswer<Frequency>>, KnowledgeStoreError> {
        self.frequencies_of(build, chromosome, &allele(position, reference, alternate)?)
    }

    /// As [`Self::frequencies`], of a change in its shortest form, whatever the format that it was read in. Nothing where it is no
    /// change of bases.
    ///
    /// # Errors
    /// What keeps the database from being read.
    pub fn frequencies_at(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        locus: &Locus,
    ) -> Result<Vec<VcfAnswer<Frequency>>, KnowledgeStoreError> {
        Allele::of(locus).map_or(Ok(Vec::new()), |allele| self.frequencies_of(build, chromosome, &allele))
    }

    fn frequencies_of(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        allele: &Allele,
    ) -> Result<Vec<VcfAnswer<Frequency>>, KnowledgeStoreError> {
        self.ask(KnowledgeKind::Frequencies, build, chromosome, allele, |file, hit| Frequency {
            filter: hit.filter.to_owned(),
            populations: file
                .fields
                .iter()
                .map(|(chosen, number)| PopulationFrequency {
                    name: chosen.name.clone(),
                    field: chosen.field.clone(),
                    value: hit.value(&chosen.field, number),
                    written: hit.info(&chosen.field).map(str::to_owned),
                })
                .collect(),
        })
    }

    /// What ClinVar says of a change, as [`Self::frequencies`].
    ///
    /// # Errors
    /// As there.
    pub fn clinvar(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        position: Position1,
        reference: &str,
        alternate: &str,
    ) -> Result<Vec<VcfAnswer<ClinvarRecord>>, KnowledgeStoreError> {
        self.clinvar_of(build, chromosome, &allele(position, reference, alternate)?)
    }

    /// What ClinVar says of a change, as [`Self::frequencies_at`].
    ///
    /// # Errors
    /// As there.
    pub fn clinvar_at(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        locus: &Locus,
    ) -> Result<Vec<VcfAnswer<ClinvarRecord>>, KnowledgeStoreError> {
        Allele::of(locus).map_or(Ok(Vec::new()), |allele| self.clinvar_of(build, chromosome, &allele))
    }

    fn clinvar_of(
        &self,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        allele: &Allele,
    ) -> Result<Vec<VcfAnswer<ClinvarRecord>>, KnowledgeStoreError> {
        self.ask(KnowledgeKind::Clinvar, build, chromosome, allele, |file, hit| ClinvarRecord {
            id: hit.id.to_owned(),
            significance: hit.words("CLNSIG"),
            conflicting: hit.words("CLNSIGCONF"),
            review_status: hit.words("CLNREVSTAT"),
            diseases: hit
                .words("CLNDN")
                .map(|names| names.split('|').map(str::to_owned).collect())
                .unwrap_or_default(),
            oncogenicity: hit.words("ONC"),
            oncogenicity_review_status: hit.words("ONCREVSTAT"),
            date: file.date.clone(),
        })
    }

    fn ask<T>(
        &self,
        kind: KnowledgeKind,
        build: &GenomeBuild,
        chromosome: &Chromosome,
        allele: &Allele,
        read: impl Fn(&RegisteredVcf, &Hit<'_>) -> T,
    ) -> Result<Vec<VcfAnswer<T>>, KnowledgeStoreError> {
        let mut answers: Vec<VcfAnswer<T>> = Vec::new();
        for file in answering(self.vcfs()?) {
            if file.import.kind != kind || file.assembly.name != *build {
                continue;
            }
            let state = match self.ask_one(&file, chromosome, allele, &read) {
                Ok(state) => state,
                Err(trouble) => VcfState::Trouble(trouble),
            };
            let (import_id, source, version) = (file.import.id, file.import.source, file.import.version);
            answers.push(VcfAnswer { import_id, source, version, state });
        }
        Ok(one_for_each_source(answers))
    }

    fn ask_one<T>(
        &self,
        file: &RegisteredVcf,
        chromosome: &Chromosome,
        allele: &Allele,
        read: &impl Fn(&RegisteredVcf, &Hit<'_>) -> T,
    ) -> Result<VcfState<T>, VcfTrouble> {
        let trouble = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => VcfTrouble::Moved,
            _ => VcfTrouble::Unreadable(error.to_string()),
        };
        let is_it = |name: &String| Chromosome::parse(name).is_ok_and(|known| known == *chromosome);
        if !file.contigs.iter().any(is_it) {
            return Ok(VcfState::NotCovered);
        }
        if indexed::looks(&file.path).map_err(trouble)? != file.looks() {
            return Err(VcfTrouble::Changed);
        }
        let index = indexed::looks(&file.index).map_err(trouble)?;
        let mut all = self.open_vcfs.borrow_mut();
        let key = (file.import.id.clone(), index);
        let open = match all.entry(key.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => {
                if indexed::digest(&file.index).map_err(trouble)? != file.import.sha256 {
                    return Err(VcfTrouble::Changed);
                }
                free.insert(Indexed::open(&file.path, &file.index).map_err(trouble)?)
            }
        };
        let mut found = Vec::new();
        let mut take = |line: &[u8]| {
            for_each_hit(line, allele, &mut |hit| found.push(read(file, hit)));
        };
        if let Err(error) = open.each(chromosome, allele.reach(), &mut take) {
            // It is opened anew for the next question: where in the file this one ended is not known.
            all.remove(&key);
            return Err(trouble(error));
        }
        Ok(if found.is_empty() { VcfState::Absent } else { VcfState::Found(found) })
    }
}

/// A source that comes in a file for each chromosome is not covered only where none of its files has the chromosome.
fn one_for_each_source<T>(answers: Vec<VcfAnswer<T>>) -> Vec<VcfAnswer<T>> {
    let (mut kept, without): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| !matches!(answer.state, VcfState::NotCovered));
    for answer in without {
        if !kept.iter().any(|known| known.source.eq_ignore_ascii_case(&answer.source)) {
            kept.push(answer);
        }
    }
    kept
}

fn allele(position: Position1, reference: &str, alternate: &str) -> Result<Allele, KnowledgeStoreError> {
    let made = Allele::new(u64::from(position.get()), reference.as_bytes(), alternate.as_bytes());
    made.ok_or_else(|| {
        let shown: String = format!("{reference}>{alternate}").chars().take(60).collect();
        KnowledgeStoreError::Invalid { field: "allele", what: value_fault::no_allele(shown).said().into() }
    })
}

fn for_each_hit(line: &[u8], allele: &Allele, take: &mut dyn FnMut(&Hit<'_>)) {
    let columns: Vec<&[u8]> = line.splitn(9, |byte| *byte == b'\t').collect();
    let [_, position, id, reference, alternates, _, filter, info, ..] = columns.as_slice() else { return };
    let text = |bytes| std::str::from_utf8(bytes).ok();
    let Some(position) = text(position).and_then(|text| text.parse().ok()) else { return };
    let all: Vec<&[u8]> = alternates.split(|byte| *byte == b',').collect();
    for (at, alternate) in all.iter().enumerate() {
        if Allele::new(position, reference, alternate).as_ref() != Some(allele) {
            continue;
        }
        // Fields that are no UTF-8 hold names in an old encoding, never the ones looked for.
        let info = String::from_utf8_lossy(info);
        take(&Hit {
            id: text(id).unwrap_or_default(),
            filter: text(filter).unwrap_or_default(),
            info: &info,
            alternate: at,
            alternates: all.len(),
        });
    }
}
