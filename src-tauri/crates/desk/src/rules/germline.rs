//! Whether a finding is asked about as possibly inherited, without a case: one answers, the other lists stand beside it.

#[cfg(test)]
mod tests;

use super::{Rulebook, choice, name_unknown};
use crate::convert::code_of;
use crate::error::{Outcome, Problem};
use entaku_domain::finding::Origin;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::germline::{
    AlterationClass, FilterAnswer, GermlineCandidate, GermlineFacts, GermlineSignificance, MsiState,
    PanelKind, SignificanceFrom, TumourAtHand, expected_shares, filter,
};
use entaku_domain::label::Language;
use entaku_domain::measure::Vaf;
use entaku_words::errors::germline_problem;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Oldest age that is believed.
const OLDEST: f64 = 130.0;

/// A finding with its patient, as far as lists ask. What is left out, null or `unknown` is not known.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct GermlineLine {
    gene: Option<String>,
    kind: Option<String>,
    vaf: Option<f64>,
    panel: Option<String>,
    msi: Option<String>,
    age: Option<f64>,
    tumour_type: Option<String>,
    significance: Option<String>,
    clinvar: Option<String>,
    origin: Option<String>,
    related_tumour: Option<bool>,
    phenotype: Option<bool>,
    tumour_content: Option<f64>,
    /// Fields of no known name: a misspelt one must not be taken for one left out without a word.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// One of the codes, however it is spelt; none where it is left out, empty or `unknown`.
fn one_of<T: Copy>(field: &str, given: Option<&str>, known: &[(&str, T)]) -> Outcome<Option<T>> {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase()
            .replace("tumor", "tumour")
    };
    let Some(given) = given.map(str::trim).filter(|given| !given.is_empty()) else { return Ok(None) };
    if given.eq_ignore_ascii_case("unknown") {
        return Ok(None);
    }
    let found = known.iter().find(|(code, _)| bare(code) == bare(given));
    let codes = || known.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(", ");
    found.map(|(_, value)| Some(*value)).ok_or_else(|| choice(field, given, &format!("{}, unknown", codes())))
}

const KINDS: [(&str, AlterationClass); 6] = [
    ("snv", AlterationClass::Snv),
    ("indel", AlterationClass::Indel),
    ("cnv", AlterationClass::CopyNumber),
    ("rearrangement", AlterationClass::Rearrangement),
    ("cnv-loss", AlterationClass::CopyNumber),
    ("cnv-gain", AlterationClass::CopyNumberGain),
];
const PANELS: [(&str, PanelKind); 3] = [
    ("tumour-only", PanelKind::TumourOnly),
    ("tumour-normal", PanelKind::TumourNormal),
    ("liquid", PanelKind::Liquid),
];
const MSI: [(&str, MsiState); 2] = [("high", MsiState::High), ("stable", MsiState::Stable)];
const CLASSES: [(&str, GermlineSignificance); 6] = [
    ("pathogenic", GermlineSignificance::Pathogenic),
    ("likely-pathogenic", GermlineSignificance::LikelyPathogenic),
    ("vus", GermlineSignificance::Uncertain),
    ("likely-benign", GermlineSignificance::LikelyBenign),
    ("benign", GermlineSignificance::Benign),
    ("conflicting", GermlineSignificance::Conflicting),
];
const ORIGINS: [(&str, Origin); 4] = [
    ("somatic", Origin::Somatic),
    ("germline", Origin::Germline),
    ("likely-somatic", Origin::LikelySomatic),
    ("likely-germline", Origin::LikelyGermline),
];

impl Rulebook {
    fn germline_facts(&self, line: &GermlineLine) -> Outcome<GermlineFacts> {
        let gene = line.gene.as_deref().map(str::trim).filter(|gene| !gene.is_empty());
        let gene = gene
            .map(|gene| {
                GeneSymbol::parse(gene).map_err(|_| Problem::at("gene", germline_problem::gene(gene)))
            })
            .transpose()?
            .map(|gene| self.gene_of_lists(gene));
        let vaf = line
            .vaf
            .map(|vaf| Vaf::new(vaf).map_err(|_| Problem::at("vaf", germline_problem::vaf(vaf))))
            .transpose()?;
        if let Some(age) = line.age.filter(|age| !(0.0..=OLDEST).contains(age)) {
            return Err(Problem::at("age", germline_problem::age(age, OLDEST)));
        }
        let stated = one_of("significance", line.significance.as_deref(), &CLASSES)?;
        let clinvar = line.clinvar.as_deref().and_then(GermlineSignificance::of_clinvar);
        let significance_from = match (stated, clinvar) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(SignificanceFrom::Clinvar),
            (None, None) => None,
        };
        Ok(GermlineFacts {
            gene,
            kind: one_of("kind", line.kind.as_deref(), &KINDS)?,
            vaf,
            panel: one_of("panel", line.panel.as_deref(), &PANELS)?,
            msi: one_of("msi", line.msi.as_deref(), &MSI)?,
            age: line.age,
            tumour: TumourAtHand {
                text: line.tumour_type.clone().filter(|text| !text.trim().is_empty()),
                codes: self.tumour_codes(line.tumour_type.as_deref().unwrap_or_default()),
            },
            significance: stated.or(clinvar),
            significance_from,
            origin: one_of("origin", line.origin.as_deref(), &ORIGINS)?,
            related_tumour: line.related_tumour,
            phenotype: line.phenotype,
        })
    }

    /// A gene as the lists write it: the approved symbol of a former one, and in their case.
    fn gene_of_lists(&self, gene: GeneSymbol) -> GeneSymbol {
        let approved = self.gene_names.approved(gene.as_str());
        let lists = &self.knowledge.germline_lists().lists;
        let mut listed = lists.iter().flat_map(|list| list.genes());
        let known = listed.find(|known| {
            known.as_str().eq_ignore_ascii_case(gene.as_str())
                || known.as_str().eq_ignore_ascii_case(&approved)
        });
        known.cloned().unwrap_or(gene)
    }

    /// The codes of a tumour that is written as one of OncoTree's.
    fn tumour_codes(&self, written: &str) -> Vec<String> {
        let Some(node) = self.oncotree.node(&written.trim().to_uppercase()) else { return Vec::new() };
        let above = self.oncotree.above(node).map(|node| node.code.clone());
        std::iter::once(node.code.clone()).chain(above).collect()
    }

    pub(super) fn germline(&self, line: &GermlineLine, language: Language) -> Outcome<Value> {
        let facts = self.germline_facts(line)?;
        let lists = self.knowledge.germline_lists();
        let answers: Vec<FilterAnswer<'_>> =
            lists.lists.iter().map(|list| filter(list, &lists.tumours, &facts)).collect();
        let said = |answer: &FilterAnswer<'_>| {
            json!({
                "list": answer.list.name.get(language),
                "listVersion": format!("{} {}", answer.list.id, answer.list.version),
                "certainty": code_of(&answer.list.certainty),
                "source": answer.list.source.get(language),
                "candidate": candidate(answer.candidate),
                "rule": answer.rule_code(),
                "ruleName": answer.rule_said().get(language),
                "reason": answer.reason(&lists.tumours).get(language),
                "turnsOn": answer.turns_on.iter().map(code_of).collect::<Vec<_>>(),
                "conditions": answer.conditions.iter().map(|one| json!({
                    "asks": code_of(&one.asked()),
                    "text": one.wanted(&lists.tumours).get(language),
                    "found": one.found().get(language),
                    "state": code_of(&one.state),
                })).collect::<Vec<_>>(),
            })
        };
        let differ = answers.windows(2).any(|pair| {
            pair.first().map(|answer| answer.candidate) != pair.last().map(|answer| answer.candidate)
        });
        let mut all = answers.iter().map(said);
        let mut answer = all.next().unwrap_or_default();
        if let Some(answer) = answer.as_object_mut() {
            answer.insert("others".to_owned(), all.collect());
            answer.insert("listsDiffer".to_owned(), json!(differ));
            if let Some(percent) = line.tumour_content {
                answer.insert("vafBesideTumourContent".to_owned(), beside_content(percent, facts.vaf)?);
            }
        }
        name_unknown(&mut answer, &line.unknown);
        Ok(answer)
    }
}

fn candidate(candidate: GermlineCandidate) -> &'static str {
    match candidate {
        GermlineCandidate::Yes => "yes",
        GermlineCandidate::No => "no",
        GermlineCandidate::Depends => "depends",
    }
}

/// What the share of reads would be for a change of each origin; it decides nothing here.
fn beside_content(percent: f64, vaf: Option<Vaf>) -> Outcome<Value> {
    if !(percent > 0.0 && percent <= 100.0) {
        return Err(Problem::at("tumourContent", germline_problem::content(percent)));
    }
    let expected = expected_shares(percent / 100.0);
    Ok(json!({
        "tumourContent": percent,
        "somatic": expected.somatic,
        "somaticWithLoss": expected.somatic_with_loss,
        "inherited": expected.inherited,
        "inheritedWithLoss": expected.inherited_with_loss,
        "aboveSomatic": vaf.map(|vaf| expected.is_above_somatic(vaf)),
    }))
}
