//! A trial's criteria beside a patient, asked without a case: CTML and what is known of somebody in one line.

use super::{choice, few};
use crate::convert::code_of;
use crate::error::{Outcome, Problem, internal};
use entaku_domain::evidence::GeneNames;
use entaku_domain::evidence::disease::OncoTree;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::label::Language;
use entaku_domain::trial::alteration::CopyCall;
use entaku_domain::trial::criterion::{MismatchRepair, PatientSex, ReceptorState};
use entaku_domain::trial::patient::{
    Age, Change, Covered, CoveredSets, Partner, PatientFinding, PriorDrugs, TrialPatient,
};
use entaku_domain::trial::tick::TicksOfTrial;
use entaku_domain::trial::tumour::TumourNames;
use entaku_domain::trial::weigh::{Row, TrialGround, weigh};
use entaku_knowledge::ctml::read_match;
use entaku_knowledge::trial_words::TrialWords;
use entaku_knowledge::written::Written;
use entaku_knowledge::{AccessFacts, Knowledge, gene_names, oncotree};
use entaku_words::errors::rules;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What weighing trials rests on, as it was shipped.
#[derive(Debug)]
pub(super) struct TrialRules {
    tree: OncoTree,
    tumours: TumourNames,
    names: GeneNames,
    words: TrialWords,
    access: Arc<AccessFacts>,
}

/// A trial and a patient.
#[derive(Debug, Deserialize)]
pub(super) struct TrialLine {
    ctml: Written,
    #[serde(default)]
    patient: PatientLine,
    /// Fields of no known name: a misspelt one must not be taken for one left out without a word.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// What is known of a patient; what is left out is not known.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PatientLine {
    age: Option<f64>,
    sex: Option<String>,
    oncotree: Option<String>,
    ps: Option<f64>,
    prior_lines: Option<f64>,
    prior_drugs: Option<Vec<String>>,
    her2: Option<String>,
    er: Option<String>,
    pr: Option<String>,
    disease_status: Option<Vec<String>>,
    brain_metastases: Option<bool>,
    covered: Option<CoveredLine>,
    findings: Option<Vec<FindingLine>>,
    tmb: Option<f64>,
    msi: Option<String>,
    /// As it was tested itself; an addition to the contract's fields.
    mmr: Option<String>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum CoveredLine {
    Word(String),
    Genes(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct FindingLine {
    kind: Option<String>,
    gene: Option<String>,
    partner: Option<String>,
    protein_change: Option<String>,
    exon: Option<Written>,
    #[serde(rename = "type")]
    class: Option<String>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

impl TrialRules {
    pub(super) fn shipped(knowledge: &Knowledge) -> Outcome<Self> {
        let tree = oncotree::shipped().map_err(internal)?.tree;
        let words = TrialWords::shipped().map_err(internal)?;
        let tumours = TumourNames::new(&tree, &words.former_tumours);
        let names = gene_names::shipped().map_err(internal)?;
        Ok(Self { tree, tumours, names, words, access: Arc::clone(knowledge.access()) })
    }

    pub(super) fn answer(&self, line: &TrialLine, language: Language) -> Outcome<Value> {
        let patient = self.patient(&line.patient)?;
        let read = read_match(&line.ctml);
        let ground = TrialGround {
            tree: &self.tree,
            tumour_names: &self.tumours,
            names: &self.names,
            statuses: &self.words.statuses,
            drugs: &self.access.drugs,
            ticks: TicksOfTrial::default(),
        };
        let weighed = weigh(&read.criterion, &patient, &ground);
        let remarks = read.remarks.iter();
        let remarks = remarks.map(|remark| json!({ "place": remark.place, "written": remark.written }));
        let mut answer = json!({
            "state": code_of(&weighed.state),
            "criteria": weighed.rows.iter().map(|row| said(row, language)).collect::<Vec<_>>(),
            "notUnderstood": remarks.collect::<Vec<_>>(),
        });
        let findings = line.patient.findings.iter().flatten().flat_map(|finding| finding.unknown.keys());
        let ignored: Vec<String> = line
            .unknown
            .keys()
            .cloned()
            .chain(line.patient.unknown.keys().map(|key| format!("patient.{key}")))
            .chain(findings.map(|key| format!("patient.findings.{key}")))
            .collect();
        if let (Some(answer), false) = (answer.as_object_mut(), ignored.is_empty()) {
            answer.insert("ignored".to_owned(), json!(ignored));
        }
        Ok(answer)
    }

    fn patient(&self, line: &PatientLine) -> Outcome<TrialPatient> {
        let findings = line.findings.as_deref().unwrap_or_default();
        few("findings", findings.len())?;
        Ok(TrialPatient {
            age: within("age", line.age, 150.0)?.map(Age::Exact),
            sex: line.sex.as_deref().map(sex).transpose()?.flatten(),
            tumour: line
                .oncotree
                .as_deref()
                .map(str::trim)
                .filter(|code| !code.is_empty())
                .map(str::to_owned),
            performance_status: whole("ps", line.ps, 5)?.and_then(|ps| u8::try_from(ps).ok()),
            prior_lines: whole("priorLines", line.prior_lines, 1_000)?,
            prior_drugs: line.prior_drugs.clone().map(PriorDrugs::All),
            her2: receptor("her2", line.her2.as_deref())?,
            er: receptor("er", line.er.as_deref())?,
            pr: receptor("pr", line.pr.as_deref())?,
            disease_status: line.disease_status.clone().unwrap_or_default(),
            brain_metastases: line.brain_metastases,
            covered: self.covered(line.covered.as_ref())?,
            findings: findings.iter().map(|finding| self.finding(finding)).collect::<Outcome<_>>()?,
            tmb: within("tmb", line.tmb, f64::MAX)?,
            msi_high: match line.msi.as_deref() {
                None | Some("unknown") => None,
                Some("high") => Some(true),
                Some("stable") => Some(false),
                Some(other) => return Err(choice("msi", other, "high, stable, unknown")),
            },
            mismatch_repair: match line.mmr.as_deref() {
                None | Some("unknown") => None,
                Some("deficient") => Some(MismatchRepair::Deficient),
                Some("proficient") => Some(MismatchRepair::Proficient),
                Some(other) => return Err(choice("mmr", other, "deficient, proficient, unknown")),
            },
        })
    }

    fn covered(&self, line: Option<&CoveredLine>) -> Outcome<Covered> {
        match line {
            None => Ok(Covered::Unknown),
            Some(CoveredLine::Word(word)) if word == "all" => Ok(Covered::All),
            Some(CoveredLine::Word(other)) => Err(choice("covered", other, "all, a list of genes")),
            Some(CoveredLine::Genes(genes)) => {
                // A panel reads some hundreds, an exome some 20 000.
                few("covered", genes.len() / 100)?;
                let genes = genes.iter().map(|gene| self.names.approved(gene).into_owned());
                Ok(Covered::Genes(CoveredSets::in_every_way(genes)))
            }
        }
    }

    fn finding(&self, line: &FindingLine) -> Outcome<PatientFinding> {
        let symbol = |field: &str, text: &str| {
            let symbol =
                GeneSymbol::parse(text).map_err(|error| Problem::at(field, rules::no_json(&error)))?;
            Ok::<_, Problem>(self.names.approved(symbol.as_str()).into_owned())
        };
        let gene = symbol("findings.gene", line.gene.as_deref().unwrap_or_default())?;
        let exon = line.exon.as_ref().and_then(Written::text).and_then(|exon| exon.parse().ok());
        let class = line.class.as_deref().map(str::trim).filter(|class| !class.is_empty());
        let protein = line.protein_change.as_deref().and_then(|text| HgvsText::parse(text).ok());
        let change = match line.kind.as_deref() {
            Some("short" | "shortVariant") => Change::Short {
                protein: protein.as_ref().map(HgvsText::protein_key).filter(|key| !key.is_empty()),
                exon,
                class: class.map(str::to_owned),
            },
            Some("copyNumber") => Change::Copies(class.and_then(CopyCall::parse).unwrap_or(CopyCall::Untold)),
            Some("fusion" | "rearrangement") => {
                let partner = match line.partner.as_deref().map(str::trim) {
                    None | Some("") => Partner::Untold,
                    Some(partner) if partner.eq_ignore_ascii_case("intergenic") => Partner::Intergenic,
                    Some(partner) => Partner::Gene(symbol("findings.partner", partner)?),
                };
                Change::Fusion { partner, exon }
            }
            other => {
                let other = other.unwrap_or_default();
                return Err(choice("findings.kind", other, "short, copyNumber, fusion"));
            }
        };
        let parts = [line.gene.as_deref(), line.partner.as_deref(), line.protein_change.as_deref(), class];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        Ok(PatientFinding { gene, change, said })
    }
}

/// A row as people read it, the parts of a group within it.
fn said(row: &Row, language: Language) -> Value {
    let mut said = json!({
        "text": row.said(language), "state": code_of(&row.state), "why": row.why.said().get(language),
        "canChange": row.can_change,
    });
    if let (Some(said_row), false) = (said.as_object_mut(), row.parts.is_empty()) {
        let parts: Vec<Value> = row.parts.iter().map(|part| self::said(part, language)).collect();
        said_row.insert("parts".to_owned(), json!(parts));
    }
    said
}

fn sex(text: &str) -> Outcome<Option<PatientSex>> {
    Ok(Some(match text {
        "male" => PatientSex::Male,
        "female" => PatientSex::Female,
        "other" => PatientSex::Other,
        "unknown" => return Ok(None),
        other => return Err(choice("sex", other, "male, female, other, unknown")),
    }))
}

fn receptor(field: &str, text: Option<&str>) -> Outcome<Option<ReceptorState>> {
    match text {
        None | Some("unknown") => Ok(None),
        Some("positive") => Ok(Some(ReceptorState::Positive)),
        Some("negative") => Ok(Some(ReceptorState::Negative)),
        Some(other) => Err(choice(field, other, "positive, negative, unknown")),
    }
}

fn within(field: &str, number: Option<f64>, most: f64) -> Outcome<Option<f64>> {
    match number {
        Some(number) if !(0.0..=most).contains(&number) => {
            Err(choice(field, &number.to_string(), &format!("0–{most}")))
        }
        number => Ok(number),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within its bounds")]
fn whole(field: &str, number: Option<f64>, most: u32) -> Outcome<Option<u32>> {
    match within(field, number, f64::from(most))? {
        Some(number) if number.fract() != 0.0 => {
            Err(choice(field, &number.to_string(), &format!("0–{most}")))
        }
        number => Ok(number.map(|number| number as u32)),
    }
}
