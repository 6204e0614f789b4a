//! A finding that no file holds. Which fields it needs depends on its kind.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::references::genomes;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::intake::FindingEntered;
use entaku_domain::finding::{
    Alteration, Biomarker, Breakend, CopyNumberAlteration, DraftFinding, Expression, FindingKind, NonHuman,
    Origin, Rearrangement, ShortVariant, TranscriptEffect, VerbatimField,
};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Assembly, BuildSource, Chromosome, GenomeBuild, Position1};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::measure::{Metric, Vaf};
use entaku_words::errors::enter_finding;

args! {
    /// A finding that no file holds. Which fields it needs depends on its kind.
    EnterFinding of case, whole {
        /// `shortVariant`, `copyNumber`, `rearrangement`, `biomarker`, `expression`, `nonHuman`.*
        kind: FindingKind,
        /// Where it comes from: a report on paper, told by the laboratory …*
        reason: String,
        /// Gene; the 5' partner of a fusion.
        gene: Option<String>,
        /// The 3' partner of a fusion.
        partner: Option<String>,
        /// Coding change.
        hgvs_c: Option<String>,
        /// Protein change.
        hgvs_p: Option<String>,
        /// Transcript.
        transcript: Option<String>,
        /// Chromosome.
        chromosome: Option<String>,
        /// Position, counted from 1; needs `assembly`.
        position: Option<u32>,
        /// Genome build of the position.
        assembly: Option<String>,
        /// Reference allele.
        reference: Option<String>,
        /// Alternate allele.
        alternate: Option<String>,
        /// Variant allele frequency, a fraction from 0 to 1.
        vaf: Option<f64>,
        /// Reads over the position.
        depth: Option<u32>,
        /// Reads with the alternate allele, or supporting a rearrangement.
        alternate_depth: Option<u32>,
        /// Type of a copy-number change or rearrangement: `amplification`, `gene fusion` …
        alteration: Option<String>,
        /// Marker: `TMB`, `MSI`, `LOH`.
        marker: Option<String>,
        /// State of a marker.
        state: Option<String>,
        /// Organism.
        organism: Option<String>,
        /// Copy number, value of a marker, expression level.
        value: Option<f64>,
        /// Its unit.
        unit: Option<String>,
        /// Origin code: `somatic`, `germline` …
        #[serde(default, deserialize_with = "crate::view::chosen")]
        origin: Option<Origin>,
        /// Sample.
        sample: Option<String>,
        /// Whether the laboratory reports it.
        reported: Option<bool>,
        /// The laboratory's verdict in its words.
        laboratory_verdict: Option<String>,
    }
}

impl Command for EnterFinding {
    const NAME: &'static str = "enter_finding";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for EnterFinding {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let reason = text("reason", &self.reason)?;
        let assembly = match given(self.assembly.as_deref()) {
            Some(name) => Assembly { name: GenomeBuild::from_name(name), source: BuildSource::Person },
            None if self.position.is_some() => {
                return Err(Problem::at("assembly", enter_finding::BUILD_MISSING));
            }
            None => Assembly::unknown(),
        };
        let entered = desk.case(&id)?.findings.iter().filter(|finding| finding.entry.is_some()).count();
        let origin = self.origin.unwrap_or(Origin::Unknown);
        let mut alteration = alteration(&self)?;
        if let Alteration::ShortVariant(variant) = &mut alteration {
            genomes(desk).mark(variant, &assembly.name);
        }
        let finding = DraftFinding {
            item: format!("entered-{}", entered + 1),
            alteration,
            origin,
            sample: given(self.sample.as_deref()).map(ToOwned::to_owned),
            nucleic_acid: None,
            reported: self.reported,
            laboratory_verdict: given(self.laboratory_verdict.as_deref()).map(ToOwned::to_owned),
            ccat_verdict: None,
            verbatim: verbatim(&self),
        };
        let what = FindingEntered { finding: Box::new(finding), assembly, reason };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A field of a checked type; left out where nothing was entered.
fn read<T, E: std::fmt::Display>(
    field: &str,
    value: Option<&str>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Outcome<Option<T>> {
    given(value)
        .map(|value| {
            parse(value).map_err(|error| Problem::at(field, enter_finding::cannot_be_read(value, error)))
        })
        .transpose()
}

fn wanted<T>(field: &str, value: Option<T>) -> Outcome<T> {
    value.ok_or_else(|| Problem::at(field, enter_finding::NEEDED))
}

fn alteration(args: &EnterFinding) -> Outcome<Alteration> {
    let gene = read("gene", args.gene.as_deref(), GeneSymbol::parse)?;
    Ok(match args.kind {
        FindingKind::ShortVariant => Alteration::ShortVariant(short_variant(args, wanted("gene", gene)?)?),
        FindingKind::CopyNumber => Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: read("chromosome", args.chromosome.as_deref(), Chromosome::parse)?,
            start: position(args)?,
            end: None,
            alteration: wanted("alteration", given(args.alteration.as_deref()))?.to_owned(),
            metrics: metrics(args, "copy number")?,
            genes: vec![wanted("gene", gene)?],
        }),
        FindingKind::Rearrangement => {
            let partner = read("partner", args.partner.as_deref(), GeneSymbol::parse)?;
            let gene = wanted("gene", gene)?;
            let name = partner.as_ref().map(|partner| format!("{gene}::{partner}"));
            // Without a partner the gene stands where it is broken, so that the finding is one of that gene.
            let alone = name.is_none().then(|| Breakend {
                chromosome: None,
                start: None,
                end: None,
                mate_piece: None,
                genes: vec![gene.clone()],
            });
            Alteration::Rearrangement(Rearrangement {
                alteration: wanted("alteration", given(args.alteration.as_deref()))?.to_owned(),
                names: name.into_iter().collect(),
                breakends: (alone, None),
                gene_pairs: partner.into_iter().map(|partner| (gene.clone(), partner)).collect(),
                vaf: vaf(args)?,
                supporting_reads: args.alternate_depth,
                total_reads: args.depth,
            })
        }
        FindingKind::Expression => Alteration::Expression(Expression {
            genes: vec![wanted("gene", gene)?],
            metrics: some_metrics(args, "TPM")?,
        }),
        FindingKind::Biomarker => Alteration::Biomarker(Biomarker {
            marker: wanted("marker", given(args.marker.as_deref()))?.to_owned(),
            metrics: metrics(args, "")?,
            state: given(args.state.as_deref()).map(ToOwned::to_owned),
            descriptions: Vec::new(),
        }),
        FindingKind::NonHuman => Alteration::NonHuman(NonHuman {
            organism: wanted("organism", given(args.organism.as_deref()))?.to_owned(),
            metrics: metrics(args, "")?,
        }),
        FindingKind::Composite => {
            return Err(Problem::at("kind", enter_finding::COMPOSITE_MARKER));
        }
    })
}

fn short_variant(args: &EnterFinding, gene: GeneSymbol) -> Outcome<ShortVariant> {
    let coding = read("hgvsC", args.hgvs_c.as_deref(), HgvsText::parse)?;
    let protein = read("hgvsP", args.hgvs_p.as_deref(), HgvsText::parse)?;
    if coding.is_none() && protein.is_none() && args.position.is_none() {
        return Err(Problem::at("hgvsC", enter_finding::CHANGE_MISSING));
    }
    Ok(ShortVariant {
        chromosome: read("chromosome", args.chromosome.as_deref(), Chromosome::parse)?,
        position: position(args)?,
        reference: read("reference", args.reference.as_deref(), bases)?,
        alternate: read("alternate", args.alternate.as_deref(), bases)?,
        vaf: vaf(args)?,
        depth: args.depth,
        alternate_depth: args.alternate_depth,
        against_reference: None,
        transcripts: vec![TranscriptEffect {
            gene: Some(gene),
            transcript: given(args.transcript.as_deref()).map(ToOwned::to_owned),
            coding,
            protein,
            effects: Vec::new(),
            ..TranscriptEffect::default()
        }],
    })
}

fn bases(text: &str) -> Result<String, &'static str> {
    let upper = text.to_ascii_uppercase();
    match upper.chars().all(|base| "ACGTN*-".contains(base)) {
        true => Ok(upper),
        false => Err("expected the bases A, C, G, T, N"),
    }
}

fn position(args: &EnterFinding) -> Outcome<Option<Position1>> {
    args.position
        .map(|position| {
            Position1::new(i64::from(position))
                .map_err(|error| Problem::at("position", enter_finding::no_position(error.0)))
        })
        .transpose()
}

fn vaf(args: &EnterFinding) -> Outcome<Option<Vaf>> {
    args.vaf
        .map(|fraction| {
            Vaf::new(fraction).map_err(|error| Problem::at("vaf", enter_finding::no_fraction(error.0)))
        })
        .transpose()
}

fn metrics(args: &EnterFinding, unit: &str) -> Outcome<Vec<Metric>> {
    let Some(value) = args.value else { return Ok(Vec::new()) };
    if !value.is_finite() {
        return Err(Problem::at("value", enter_finding::NO_NUMBER));
    }
    let unit = given(args.unit.as_deref()).or_else(|| given(Some(unit))).map(ToOwned::to_owned);
    Ok(vec![Metric { value, unit, kind: None }])
}

fn some_metrics(args: &EnterFinding, unit: &str) -> Outcome<Vec<Metric>> {
    wanted("value", args.value)?;
    metrics(args, unit)
}

/// What the person entered, field by field as it was typed.
fn verbatim(args: &EnterFinding) -> Vec<VerbatimField> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(args) else { return Vec::new() };
    let spoken = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    fields
        .into_iter()
        .filter(|(name, value)| !value.is_null() && !["caseId", "expectedVersion"].contains(&name.as_str()))
        .map(|(name, value)| VerbatimField(name, spoken(value)))
        .filter(|field| !field.1.is_empty())
        .collect()
}
