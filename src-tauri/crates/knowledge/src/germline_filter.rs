//! The lists by which findings are looked at as possibly inherited, and the reader of a site's own.

use crate::scale::KnowledgeError;
use entaku_domain::germline::{GermlineList, TumourGroups};
use serde::Deserialize;

/// Lists with the groups of tumours that they name.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GermlineLists {
    /// Version of the data.
    pub version: String,
    /// Groups of tumours.
    pub tumours: TumourGroups,
    /// The lists; the first is the one that answers.
    pub lists: Vec<GermlineList>,
}

impl GermlineLists {
    /// Longest list of a site, in bytes: some thousand genes.
    pub const MOST_BYTES: usize = 1 << 20;

    /// The lists that come with the program.
    ///
    /// # Errors
    /// When the data is not of the expected shape, or a list cannot be asked.
    pub(crate) fn shipped() -> Result<Self, KnowledgeError> {
        let lists: Self = serde_json::from_str(crate::data::GERMLINE_FILTER)
            .map_err(|error| KnowledgeError::Data(format!("germline-filter.json: {error}")))?;
        for list in &lists.lists {
            list.check(&lists.tumours).map_err(|error| KnowledgeError::Data(error.to_string()))?;
        }
        Ok(lists)
    }

    /// Puts a site's own list, as JSON of the same shape, before the others: it answers from then on, they stand beside it.
    ///
    /// # Errors
    /// When it is too large, no such JSON (with line and column), or a list that cannot be asked.
    pub fn put_first(&mut self, json: &str) -> Result<(), KnowledgeError> {
        if json.len() > Self::MOST_BYTES {
            return Err(KnowledgeError::Data(format!("the list has more than {} bytes", Self::MOST_BYTES)));
        }
        let list: GermlineList =
            serde_json::from_str(json).map_err(|error| KnowledgeError::Data(error.to_string()))?;
        list.check(&self.tumours).map_err(|error| KnowledgeError::Data(error.to_string()))?;
        self.lists.retain(|known| known.id != list.id);
        self.lists.insert(0, list);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::gene::GeneSymbol;

    #[test]
    fn the_japanese_list_has_its_57_genes_under_six_rules_and_says_that_it_is_to_be_checked() {
        let lists = GermlineLists::shipped().unwrap();
        let list = &lists.lists[0];
        let counts: Vec<usize> = list.groups.iter().map(|group| group.genes.len()).collect();
        assert_eq!(counts, [26, 5, 4, 2, 9, 11]);
        assert_eq!(list.genes().count(), 57);
        assert!(list.name.ja.contains("要確認"), "{}", list.name.ja);
        let rule =
            |gene: &str| list.group_of(&GeneSymbol::parse(gene).unwrap()).map(|group| group.rule.as_str());
        assert_eq!(rule("SDHAF2"), Some("principle"));
        assert_eq!(rule("TP53"), Some("young-related"));
        assert_eq!(rule("EGFR"), None);
    }

    #[test]
    fn a_sites_own_list_is_refused_with_the_reason_and_stands_first_where_it_is_fine() {
        let mut lists = GermlineLists::shipped().unwrap();
        let own = |genes: &str, limits: &str| {
            format!(
                r#"{{"id":"own","name":{{"ja":"施設","en":"Site"}},"version":"1","date":"2026-11-30",
                "source":{{"ja":"院内","en":"site"}},"certainty":"source","remark":{{"ja":"","en":""}},"whole":true,
                "youngBelow":40,"shares":{{"snv":{{"atLeast":{limits}}},"indel":null,"liquid":null}},
                "groups":[{{"rule":"all","name":{{"ja":"全て","en":"all"}},"certainty":"source","genes":{genes}}}]}}"#
            )
        };
        for (json, part) in [
            (own(r#"{"BRCA1":null}"#, "30"), "the limit 30 is no fraction"),
            (own(r#"{"BRCA 1":null}"#, "0.3"), "not a gene symbol"),
            ("{".to_owned(), "line 1 column 1"),
            (own(r#"{"BRCA1":null}"#, "0.3").replace("youngBelow", "youngUnder"), "youngUnder"),
        ] {
            let said = lists.put_first(&json).unwrap_err().to_string();
            assert!(said.contains(part), "{said}");
        }
        assert_eq!(lists.lists.len(), 2, "nothing of a refused list stays");
        lists.put_first(&own(r#"{"BRCA1":"AAA"}"#, "0.3")).unwrap();
        assert_eq!(
            lists.lists.iter().map(|list| list.id.as_str()).collect::<Vec<_>>(),
            ["own", "jp-pgpv", "esmo-2022"]
        );
    }
}
