//! What comes with the program, for people: each data file with its version, where it was read, its licence and how sure it is.
//! What a site imports of the same kind takes its place or stands beside it, as each kind says.

use crate::data;
use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::label::Label;
use entaku_words::Word;
use entaku_words::answers::shipped_data;
use serde_json::Value;

/// A data file.
#[derive(Debug, Clone, PartialEq)]
pub struct ShippedData {
    /// What it is.
    pub name: Word,
    /// Its version: a day.
    pub version: String,
    /// Where it was read; none where each row says so.
    pub source: Option<Label>,
    /// Its licence, where it is another's.
    pub licence: Option<String>,
    /// How sure the least sure of its rows is; none where nothing of that kind is said.
    pub certainty: Option<Certainty>,
    /// What must be said of it.
    pub remark: Option<Label>,
}

const FILES: &[(Word, &str)] = &[
    (shipped_data::ONCOTREE, data::ONCOTREE),
    (shipped_data::CIVIC_SET, data::CIVIC_SET),
    (shipped_data::DISEASE_MAP, data::DISEASE_MAP),
    (shipped_data::GENE_ALIASES, data::GENE_ALIASES),
    (shipped_data::GENE_ROLES, data::GENE_ROLES),
    (shipped_data::EXONS, data::EXONS),
    (shipped_data::PROTEINS, data::PROTEINS),
    (shipped_data::COMPANION_MARKERS, data::COMPANION_MARKERS),
    (shipped_data::TESTS, data::TESTS),
    (shipped_data::MARKER_MARKS, data::MARKER_MARKS),
    (shipped_data::SCALES, data::SCALES),
    (shipped_data::SCHEMES, data::SCHEMES),
    (shipped_data::PROPOSALS, data::PROPOSALS),
    (shipped_data::GERMLINE_FILTER, data::GERMLINE_FILTER),
    (shipped_data::GERMLINE_GENES, data::GERMLINE_GENES),
    (shipped_data::GENETIC_GUIDANCE, data::GENETIC_GUIDANCE),
    (shipped_data::DRUG_NAMES, data::DRUG_NAMES),
    (shipped_data::ROUTE_NEEDS, data::ROUTE_NEEDS),
    (shipped_data::BASKET_STUDY, data::BASKET_STUDY),
    (shipped_data::TRIAL_WORDS, data::TRIAL_WORDS),
    (shipped_data::RULE_SETS, data::RULE_SETS),
    (shipped_data::CCAT_CODES, data::CCAT_CODES),
    (shipped_data::PHRASES, data::PHRASES),
];

/// Every data file, what is asked of findings first.
///
/// # Errors
/// When a data file is not of its shape.
pub fn shipped() -> Result<Vec<ShippedData>, KnowledgeError> {
    FILES.iter().map(|(name, text)| read(*name, text)).collect()
}

fn read(name: Word, text: &str) -> Result<ShippedData, KnowledgeError> {
    let damaged = |what: String| KnowledgeError::Data(format!("{}: {what}", name.en));
    let file: Value = serde_json::from_str(text).map_err(|error| damaged(error.to_string()))?;
    let said = |field: &str| file.get(field).and_then(Value::as_str).map(str::to_owned);
    Ok(ShippedData {
        name,
        version: said("version").ok_or_else(|| damaged("no version".to_owned()))?,
        source: file.get("source").and_then(label),
        licence: said("licence"),
        certainty: least_sure(&file),
        remark: file.get("remark").and_then(label),
    })
}

/// Words in every language, or one text for all.
fn label(value: &Value) -> Option<Label> {
    match value {
        Value::String(text) => Some(Label { ja: text.clone(), en: text.clone() }),
        other => serde_json::from_value(other.clone()).ok(),
    }
}

/// The least sure of what stands anywhere in a file.
fn least_sure(value: &Value) -> Option<Certainty> {
    match value {
        Value::Object(fields) => {
            let own = fields.get("certainty").and_then(|code| serde_json::from_value(code.clone()).ok());
            own.into_iter().chain(fields.values().filter_map(least_sure)).max()
        }
        Value::Array(items) => items.iter().filter_map(least_sure).max(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_is_told_with_version_and_source() {
        let all = shipped().unwrap();
        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/data")).unwrap().count();
        assert_eq!(all.len(), files, "a data file that nobody is told of");
        for one in &all {
            assert!(one.version.len() == 10 && one.version.starts_with("20"), "{one:?}");
        }
        let of = |name: Word| all.iter().find(|one| one.name == name).unwrap();
        assert_eq!(of(shipped_data::ONCOTREE).licence.as_deref(), Some("CC BY 4.0"));
        assert_eq!(of(shipped_data::DRUG_NAMES).certainty, Some(Certainty::General));
    }

    #[test]
    fn the_least_sure_row_speaks_for_its_file() {
        let file = serde_json::json!({ "rows": [{ "certainty": "source" }, { "in": { "certainty": "unconfirmed" } }] });
        assert_eq!(least_sure(&file), Some(Certainty::Unconfirmed));
        assert_eq!(least_sure(&serde_json::json!({ "rows": [1, "certainty"] })), None);
    }
}
