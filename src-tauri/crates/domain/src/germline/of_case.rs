//! What a case holds of each finding for a list of heredity. Of the rest of the case only the state of the microsatellites
//! is looked at: no other finding changes what is asked of one.

use super::facts::{
    AlterationClass, GermlineFacts, GermlineSignificance, MsiState, PanelKind, SignificanceFrom, TumourAtHand,
};
use crate::case::{Case, Source};
use crate::decision::Call;
use crate::finding::{Alteration, CopyNumberKind, DraftFinding, Finding, ShortVariant};
use crate::gene::GeneSymbol;
use crate::known_test::TestCatalogue;
use crate::measure::Vaf;

/// What is known beside the case.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GermlineClaims {
    /// ClinVar's class of this very change, by a file of the site.
    pub clinvar: Option<GermlineSignificance>,
    /// The tumour's OncoTree code with its ancestors, the code first.
    pub tumour_codes: Vec<String>,
    /// Age at onset in years, where whoever asks states it.
    pub onset: Option<f64>,
    /// Whether the tumour goes with the gene, where whoever asks states it.
    pub related_tumour: Option<bool>,
    /// Whether there is a phenotype, where whoever asks states it.
    pub phenotype: Option<bool>,
}

/// The facts of one finding by one reading of it.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingFacts {
    /// The source that was read, by its index; none where a person entered the finding.
    pub source: Option<usize>,
    /// What it says.
    pub facts: GermlineFacts,
}

impl Case {
    /// The facts of a finding: once for each gene of it, by each reading. Where a reading beside normal tissue states the
    /// origin, it is the only one: what a test of the tumour alone could presume is known then. Age at onset is the age on
    /// the first day that is documented (treatment, specimen, receipt), the best that a case holds.
    pub fn germline_facts(
        &self,
        finding: &Finding,
        tests: &TestCatalogue,
        claims: &GermlineClaims,
    ) -> Vec<FindingFacts> {
        let first = std::iter::once((finding.source, &finding.read));
        let further = finding.further.iter().map(|one| (Some(one.source), &one.read));
        let mut readings: Vec<(Option<usize>, &DraftFinding, Option<PanelKind>)> = first
            .chain(further)
            .map(|(source, read)| {
                let panel = source.and_then(|at| self.sources.get(at)).and_then(|one| panel_of(one, tests));
                (source, read, panel)
            })
            .collect();
        let tells = |panel: Option<PanelKind>, read: &DraftFinding| {
            panel == Some(PanelKind::TumourNormal) && read.origin != crate::finding::Origin::Unknown
        };
        if readings.iter().any(|(_, read, panel)| tells(*panel, read)) {
            readings.retain(|(_, read, panel)| tells(*panel, read));
        }
        let alteration = &finding.read.alteration;
        let genes: Vec<Option<&GeneSymbol>> = match alteration.genes() {
            genes if genes.is_empty() => vec![None],
            genes => genes.into_iter().map(Some).collect(),
        };
        let mut all = Vec::new();
        for (source, read, panel) in readings {
            let (significance, significance_from) = self.significance_of(finding, read, claims);
            for gene in &genes {
                let facts = GermlineFacts {
                    gene: gene.cloned(),
                    kind: class_of(&read.alteration).or_else(|| class_of(alteration)),
                    vaf: self.shown_share(source, read),
                    panel,
                    msi: self.microsatellites(),
                    age: claims.onset.or_else(|| self.documented_age()),
                    tumour: TumourAtHand { text: self.tumour_in_words(), codes: claims.tumour_codes.clone() },
                    significance,
                    significance_from,
                    origin: Some(read.origin),
                    related_tumour: claims.related_tumour,
                    phenotype: claims.phenotype,
                };
                all.push(FindingFacts { source, facts });
            }
        }
        all
    }

    /// The panel's class on a scale of heredity, else ClinVar's, else the laboratory's. A class of the tumour alone (がん化) is
    /// none of heredity.
    fn significance_of(
        &self,
        finding: &Finding,
        read: &DraftFinding,
        claims: &GermlineClaims,
    ) -> (Option<GermlineSignificance>, Option<SignificanceFrom>) {
        use GermlineSignificance as Class;
        let call = self.decisions.get(&finding.id).map(|decision| &decision.verdict.call);
        if let Some(Call::Classified { grade }) = call
            && grade.germline
        {
            let class = match grade.weight {
                2.. => Class::Pathogenic,
                1 => Class::LikelyPathogenic,
                0 => Class::Uncertain,
                -1 => Class::LikelyBenign,
                _ => Class::Benign,
            };
            return (Some(class), Some(SignificanceFrom::Panel));
        }
        if let Some(class) = claims.clinvar {
            return (Some(class), Some(SignificanceFrom::Clinvar));
        }
        match read.laboratory_verdict.as_deref().and_then(by_laboratory) {
            Some(class) => (Some(class), Some(SignificanceFrom::Laboratory)),
            None => (None, None),
        }
    }

    /// The share of reads, where the laboratory does not ask to hide it: an answer with the limit beside it would tell it.
    fn shown_share(&self, source: Option<usize>, read: &DraftFinding) -> Option<Vaf> {
        let hidden =
            source.and_then(|at| self.sources.get(at)).is_some_and(|one| one.draft.hide.allele_frequency);
        read.alteration.vaf().filter(|_| !hidden)
    }

    /// State of the microsatellites; none where no source tells it, or two contradict each other.
    fn microsatellites(&self) -> Option<MsiState> {
        let of = |finding: &Finding| match &finding.read.alteration {
            Alteration::Biomarker(marker) if marker.marker.trim().eq_ignore_ascii_case("MSI") => {
                marker.state.as_deref().and_then(MsiState::of_written)
            }
            _ => None,
        };
        let mut states = self.findings.iter().filter_map(of);
        let first = states.next()?;
        states.all(|state| state == first).then_some(first)
    }

    fn documented_age(&self) -> Option<f64> {
        let details = &self.details;
        let days = details.clinical.treatments.iter().filter_map(|treatment| treatment.from);
        let day = days.chain(details.specimen.collected_on).chain(self.received_on).min();
        let age = match day {
            Some(day) => details.patient.age_on(day),
            None => details.patient.age.map(u32::from),
        };
        age.map(f64::from)
    }

    fn tumour_in_words(&self) -> Option<String> {
        let clinical = &self.details.clinical;
        let said = [&clinical.tumour_type, &clinical.diagnosis, &clinical.pathology];
        let words: Vec<&str> = said.into_iter().flatten().map(|text| text.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" / "))
    }
}

/// What a test read, by its file and by what is known of it; none where neither tells.
fn panel_of(source: &Source, tests: &TestCatalogue) -> Option<PanelKind> {
    let test = &source.draft.test;
    let known = tests.of(test).and_then(|known| known.matched_normal);
    if test.has_matched_normal() || known == Some(true) {
        return Some(PanelKind::TumourNormal);
    }
    if test.is_cell_free() {
        return Some(PanelKind::Liquid);
    }
    let written = test.test_type.as_deref().unwrap_or_default().to_lowercase().replace(['-', '_'], " ");
    let alone = ["tumor only", "tumour only"].iter().any(|words| written.contains(words));
    (alone || known == Some(false)).then_some(PanelKind::TumourOnly)
}

fn class_of(alteration: &Alteration) -> Option<AlterationClass> {
    match alteration {
        Alteration::ShortVariant(variant) => short(variant),
        Alteration::CopyNumber(change) => Some(match change.kind() {
            CopyNumberKind::Amplification | CopyNumberKind::Gain | CopyNumberKind::NoChange => {
                AlterationClass::CopyNumberGain
            }
            CopyNumberKind::Loss
            | CopyNumberKind::HomozygousLoss
            | CopyNumberKind::LossOfHeterozygosity
            | CopyNumberKind::Untold => AlterationClass::CopyNumber,
        }),
        Alteration::Rearrangement(_) => Some(AlterationClass::Rearrangement),
        _ => None,
    }
}

/// By the alleles, else by the names of the change.
fn short(variant: &ShortVariant) -> Option<AlterationClass> {
    if let Some(locus) = variant.shortest() {
        let bases = |allele: &str| allele.chars().filter(char::is_ascii_alphabetic).count();
        let same = bases(&locus.reference) == bases(&locus.alternate);
        return Some(if same { AlterationClass::Snv } else { AlterationClass::Indel });
    }
    let chosen = variant.chosen()?;
    let said = |name: &Option<crate::hgvs::HgvsText>| {
        name.as_ref().map(|name| name.as_str().to_lowercase()).unwrap_or_default()
    };
    let (coding, protein) = (said(&chosen.coding), said(&chosen.protein));
    let says = |text: &str, parts: &[&str]| parts.iter().any(|part| text.contains(part));
    if says(&coding, &["del", "ins", "dup"]) || says(&protein, &["fs", "del", "ins", "dup"]) {
        Some(AlterationClass::Indel)
    } else if coding.contains('>') {
        Some(AlterationClass::Snv)
    } else {
        None
    }
}

/// FoundationOne's states, and classes in the usual words. What a laboratory says of driving a tumour is none of heredity.
fn by_laboratory(written: &str) -> Option<GermlineSignificance> {
    let words = written.to_lowercase();
    let mut parts = words.split(',').map(str::trim);
    if words.contains("vus") {
        return Some(GermlineSignificance::Uncertain);
    }
    parts.find_map(|part| match part {
        "known" => Some(GermlineSignificance::Pathogenic),
        "likely" => Some(GermlineSignificance::LikelyPathogenic),
        other => GermlineSignificance::of_clinvar(other),
    })
}
