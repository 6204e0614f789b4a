//! CIViC's files in the form since 2023 and the one before (CC0): evidence, assertions, variants, molecular profiles, features.
//! The columns are those of its formatters (griffithlab/civic-v2, 2026-07-23) and of its releases of 2021. `last_review_date` is
//! when the row was last changed, no review.

use super::header::{Column, Line};
use super::profile;
use crate::store::keeper::{Entry, Refused, folded};
use crate::store::record::SetAsideReason;
use entaku_domain::evidence::{
    CitationKind, Direction, EvidenceDisease, EvidenceItem, Interaction, KnownPlace, KnownVariant, Reference,
    ReviewStatus,
};
use entaku_domain::genome::{Assembly, BuildSource, Chromosome, GenomeBuild, Position1};
use entaku_domain::statement::StatedLevel;
use entaku_words::errors::row_fault;
use serde::{Deserialize, Serialize};

/// Name of the source in every item.
const SOURCE: &str = "CIViC";

/// A stored item.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemRow {
    pub item: EvidenceItem,
    /// What the row itself says of its variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<KnownVariant>,
    /// The source's id of the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<String>,
}

/// A stored variant.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct VariantRow {
    pub variant: KnownVariant,
}

/// A stored molecular profile.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfileRow {
    pub name: String,
    pub variant_ids: Vec<String>,
    pub aliases: Vec<String>,
}

/// A stored feature: gene, fusion, factor or region.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FeatureRow {
    pub name: String,
    pub kind: String,
    pub aliases: Vec<String>,
}

const DISEASE: Column = &["disease"];
const FLAGGED: Column = &["is_flagged"];
const UPDATED: Column = &["last_review_date"];
const SIGNIFICANCE: Column = &["significance", "clinical_significance"];
const THERAPIES: Column = &["therapies", "drugs"];

/// A row of the evidence files.
pub(crate) fn evidence(line: &Line<'_>) -> Result<Entry, Refused> {
    let status = match line.must(&["evidence_status"])?.to_lowercase().as_str() {
        "accepted" => ReviewStatus::Accepted,
        "submitted" => ReviewStatus::Submitted,
        "rejected" | "deprecated" => {
            return Err(Refused::new(
                SetAsideReason::Withdrawn,
                row_fault::not_accepted("evidence_status", line.get(&["evidence_status"])),
            ));
        }
        other => {
            let detail = row_fault::none_of("evidence_status", other, "accepted, submitted");
            return Err(Refused::new(SetAsideReason::UnknownWord, detail));
        }
    };
    let id = format!("EID{}", whole(line, &["evidence_id"])?);
    let level = line.some(&["evidence_level"]).map(|level| StatedLevel { scale: SOURCE.to_owned(), level });
    let said = Said {
        id,
        status,
        kind: &["evidence_type"],
        direction: &["evidence_direction"],
        level,
        statement: line.get(&["evidence_statement"]).to_owned(),
        references: references(line),
        rating: line.get(&["rating"]).parse().ok().filter(|stars| *stars <= 5),
        address: line.some(&["evidence_civic_url"]),
        stated_beside: Vec::new(),
    };
    item(line, said)
}

/// A row of the assertion files. They have no column for the status: of a file that holds submitted ones too, none is taken as
/// reviewed. Those that are stand in the file of accepted ones, which answers beside it.
pub(crate) fn assertion(line: &Line<'_>) -> Result<Entry, Refused> {
    let status = match line.get(&["assertion_status"]).to_lowercase().as_str() {
        "submitted" => ReviewStatus::Submitted,
        "rejected" => {
            return Err(Refused::new(
                SetAsideReason::Withdrawn,
                row_fault::not_accepted("assertion_status", "rejected"),
            ));
        }
        "" if line.may_be_submitted() => ReviewStatus::Submitted,
        _ => ReviewStatus::Accepted,
    };
    let id = format!("AID{}", whole(line, &["assertion_id"])?);
    let tier = line
        .some(&["amp_category"])
        .filter(|tier| !["n/a", "not applicable"].contains(&tier.to_lowercase().as_str()));
    let (summary, description) = (line.get(&["assertion_summary"]), line.get(&["assertion_description"]));
    let statement = match (summary, description) {
        (summary, "") => summary.to_owned(),
        ("", description) => description.to_owned(),
        (summary, description) if description.contains(summary) => description.to_owned(),
        both => format!("{}\n{}", both.0, both.1),
    };
    let said = Said {
        id,
        status,
        kind: &["assertion_type"],
        direction: &["assertion_direction"],
        level: tier.map(|level| StatedLevel { scale: "AMP/ASCO/CAP 2017".to_owned(), level }),
        statement,
        references: Vec::new(),
        rating: None,
        address: line.some(&["assertion_civic_url"]),
        stated_beside: stated_beside(line),
    };
    item(line, said)
}

/// What an assertion names beside its level, each under the words of its column.
fn stated_beside(line: &Line<'_>) -> Vec<String> {
    let mut stated = Vec::new();
    if let Some(guideline) = line.some(&["nccn_guideline"]) {
        let version =
            line.some(&["nccn_guideline_version"]).map(|version| format!(" ({version})")).unwrap_or_default();
        stated.push(format!("NCCN guideline: {guideline}{version}"));
    }
    for (column, said) in
        [("regulatory_approval", "regulatory approval"), ("fda_companion_test", "FDA companion test")]
    {
        if is_true(line.get(&[column])) {
            stated.push(said.to_owned());
        }
    }
    for (column, said) in [("acmg_codes", "ACMG"), ("clingen_codes", "ClinGen/CGC/VICC")] {
        let codes = line.list(&[column]);
        if !codes.is_empty() {
            stated.push(format!("{said}: {}", codes.join(", ")));
        }
    }
    stated
}

/// What differs between evidence and assertions.
struct Said {
    id: String,
    status: ReviewStatus,
    kind: Column,
    direction: Column,
    level: Option<StatedLevel>,
    statement: String,
    references: Vec<Reference>,
    rating: Option<u8>,
    address: Option<String>,
    stated_beside: Vec<String>,
}

fn item(line: &Line<'_>, said: Said) -> Result<Entry, Refused> {
    let significance = line.get(SIGNIFICANCE);
    let kind = line.must(said.kind)?;
    let Some(direction) = direction(kind, significance) else {
        let detail =
            format!("{} is '{kind}'; one of CIViC's evidence types was expected", said.kind.concat());
        return Err(Refused::new(SetAsideReason::UnknownWord, detail));
    };
    let supports = match line.get(said.direction).to_lowercase().as_str() {
        "does not support" => false,
        // A row without a direction says nothing against what it speaks of.
        "supports" | "n/a" | "" => true,
        other => {
            let detail = row_fault::none_of(said.direction.concat(), other, "Supports, Does Not Support");
            return Err(Refused::new(SetAsideReason::UnknownWord, detail));
        }
    };
    let contested = match line.get(FLAGGED).to_lowercase().as_str() {
        "true" => true,
        "false" | "" => false,
        other => {
            let detail = row_fault::none_of("is_flagged", other, "true, false");
            return Err(Refused::new(SetAsideReason::UnknownWord, detail));
        }
    };
    let (profile, variants) = match line.some(&["molecular_profile"]) {
        Some(profile) => (profile, Vec::new()),
        None => {
            let variant = known_variant(line)?;
            (format!("{} {}", variant.feature, variant.name), vec![variant])
        }
    };
    let item = EvidenceItem {
        source: SOURCE.to_owned(),
        id: said.id,
        status: said.status,
        direction,
        supports,
        significance: significance.to_owned(),
        level: said.level,
        disease: EvidenceDisease {
            name: line.some(DISEASE),
            doid: line.some(&["doid"]),
            oncotree: Vec::new(),
        },
        profile,
        therapies: line.list(THERAPIES),
        interaction: interaction(line.get(&["therapy_interaction_type", "drug_interaction_type"])),
        references: said.references,
        statement: said.statement,
        origin: line.some(&["variant_origin"]),
        rating: said.rating,
        contested,
        updated: line.some(UPDATED),
        address: said.address,
        stated_beside: said.stated_beside,
        fields: Vec::new(),
    };
    let names = profile::names(&item.profile);
    entry(
        line,
        Some(item.id.clone()),
        names,
        item.status,
        ItemRow { item, variants, profile_id: line.some(&["molecular_profile_id"]) },
    )
}

fn entry<T: Serialize>(
    line: &Line<'_>,
    id: Option<String>,
    names: Vec<String>,
    status: ReviewStatus,
    row: T,
) -> Result<Entry, Refused> {
    let row = serde_json::to_string(&row)
        .map_err(|error| Refused::new(SetAsideReason::NoNumber, error.to_string()))?;
    let submitted = status == ReviewStatus::Submitted;
    Ok(Entry { id, names, submitted, row, fields: line.written(), updated: line.some(UPDATED) })
}

/// What a type of evidence with its significance speaks for. A reduced sensitivity is a resistance.
pub(crate) fn direction(kind: &str, significance: &str) -> Option<Direction> {
    Some(match kind.to_lowercase().as_str() {
        "predictive" => match significance.to_lowercase().as_str() {
            "sensitivity/response" | "sensitivity" => Direction::Sensitivity,
            "resistance" | "reduced sensitivity" => Direction::Resistance,
            _ => Direction::OtherResponse,
        },
        "diagnostic" => Direction::Diagnostic,
        "prognostic" => Direction::Prognostic,
        "predisposing" => Direction::Predisposing,
        "oncogenic" => Direction::Oncogenic,
        "functional" => Direction::Functional,
        _ => return None,
    })
}

pub(crate) fn interaction(text: &str) -> Option<Interaction> {
    match text.to_lowercase().as_str() {
        "combination" => Some(Interaction::Combination),
        "sequential" => Some(Interaction::Sequential),
        "substitutes" => Some(Interaction::Substitutes),
        _ => None,
    }
}

fn references(line: &Line<'_>) -> Vec<Reference> {
    let mut references = Vec::new();
    let kind = match line.get(&["source_type"]).to_lowercase().as_str() {
        "pubmed" => CitationKind::PubMed,
        "asco" => CitationKind::Asco,
        "ash" => CitationKind::Ash,
        _ => CitationKind::Other,
    };
    let abstract_id = line.some(&["asco_abstract_id"]).filter(|_| kind == CitationKind::Asco);
    if let Some(id) = abstract_id.or_else(|| line.some(&["citation_id"])) {
        references.push(Reference { kind, id, citation: line.some(&["citation"]) });
    }
    let trial = |id| Reference { kind: CitationKind::Trial, id, citation: None };
    references.extend(line.list(&["nct_ids"]).into_iter().map(trial));
    references
}

/// A row of the variant files.
pub(crate) fn variant(line: &Line<'_>) -> Result<Entry, Refused> {
    let id = whole(line, &["variant_id"])?;
    let variant = known_variant(line)?;
    let names = vec![format!("#{id}"), format!("{} {}", variant.feature, variant.name)];
    entry(line, Some(id), names, ReviewStatus::Accepted, VariantRow { variant })
}

fn known_variant(line: &Line<'_>) -> Result<KnownVariant, Refused> {
    let listed = |column| {
        let all: Vec<String> = line.list(column);
        all.into_iter().filter(|text| !["n/a", "none"].contains(&text.to_lowercase().as_str())).collect()
    };
    Ok(KnownVariant {
        feature: line.must(&["feature_name", "gene"])?.to_owned(),
        name: line.must(&["variant"])?.to_owned(),
        aliases: listed(&["variant_aliases"]),
        kinds: listed(&["variant_types"]),
        hgvs: listed(&["hgvs_descriptions", "hgvs_expressions"]),
        place: place(line),
    })
}

/// Where a row places its variant. Coordinates are optional, and without a build they are none.
fn place(line: &Line<'_>) -> Option<KnownPlace> {
    let name = match GenomeBuild::from_name(line.get(&["reference_build"])) {
        GenomeBuild::Unknown => return None,
        name => name,
    };
    let position =
        |column| line.get(column).parse::<i64>().ok().and_then(|position| Position1::new(position).ok());
    let start = position(&["start"])?;
    let stop = position(&["stop"]).unwrap_or(start);
    Some(KnownPlace {
        assembly: Assembly { name, source: BuildSource::File },
        chromosome: Chromosome::parse(line.get(&["chromosome"])).ok()?,
        start,
        stop,
        reference: line.some(&["reference_bases"]),
        alternate: line.some(&["variant_bases"]),
    })
}

/// A row of the files of molecular profiles.
pub(crate) fn molecular_profile(line: &Line<'_>) -> Result<Entry, Refused> {
    let id = whole(line, &["molecular_profile_id"])?;
    let name = line.must(&["name"])?.to_owned();
    let mut names = profile::names(&name);
    names.push(format!("#{id}"));
    let row = ProfileRow { name, variant_ids: line.list(&["variant_ids"]), aliases: line.list(&["aliases"]) };
    entry(line, Some(id), names, ReviewStatus::Accepted, row)
}

/// A row of the files of features, and of the genes before them.
pub(crate) fn feature(line: &Line<'_>) -> Result<Entry, Refused> {
    let id = whole(line, &["feature_id", "gene_id"])?;
    let name = line.must(&["name"])?.to_owned();
    let aliases = line.list(&["feature_aliases"]);
    let mut names = vec![name.clone()];
    names.extend(aliases.iter().filter(|alias| folded(alias) != folded(&name)).cloned());
    profile::partners(&name, &mut names);
    let kind = line.some(&["feature_type"]).unwrap_or_else(|| "Gene".to_owned());
    entry(line, Some(id), names, ReviewStatus::Accepted, FeatureRow { name, kind, aliases })
}

/// The source's number of a row, as text.
fn whole(line: &Line<'_>, column: Column) -> Result<String, Refused> {
    let text = line.must(column)?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(text.to_owned());
    }
    Err(Refused::new(SetAsideReason::NoNumber, row_fault::no_number(column.concat(), text)))
}

fn is_true(text: &str) -> bool {
    text.eq_ignore_ascii_case("true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reduced_sensitivity_is_a_resistance_and_an_adverse_response_neither() {
        for (kind, significance, expected) in [
            ("Predictive", "Sensitivity/Response", Some(Direction::Sensitivity)),
            ("Predictive", "Reduced Sensitivity", Some(Direction::Resistance)),
            ("Predictive", "Adverse Response", Some(Direction::OtherResponse)),
            ("Predictive", "", Some(Direction::OtherResponse)),
            ("Oncogenic", "Likely Oncogenic", Some(Direction::Oncogenic)),
            ("Predisposing", "N/A", Some(Direction::Predisposing)),
            ("Guessing", "Resistance", None),
        ] {
            assert_eq!(direction(kind, significance), expected, "{kind} {significance}");
        }
    }
}
