//! Where a reference that people look up is to be found. Addresses are made, and never called.

/// The page of a reference by how it is named: a PMID, a number of ClinicalTrials.gov or jRCT, a DOI, or an address as it stands.
/// None for what has no page of its own. What stands behind the name (authors, journal) does not matter.
pub fn address_of(reference: &str) -> Option<String> {
    let reference = reference.trim();
    let first = reference.split([' ', '(', ',']).next().unwrap_or_default();
    if let Some(rest) = reference.strip_prefix("PMID") {
        let digits: String =
            rest.trim_start_matches([' ', ':']).chars().take_while(char::is_ascii_digit).collect();
        return (1..=9).contains(&digits.len()).then(|| format!("https://pubmed.ncbi.nlm.nih.gov/{digits}/"));
    }
    let numbered = |prefix: &str, digits: std::ops::RangeInclusive<usize>| {
        let rest = first.strip_prefix(prefix)?;
        let letters = rest.chars().take_while(char::is_ascii_lowercase).count();
        let number = rest.get(letters..)?;
        let is_number = number.chars().all(|sign| sign.is_ascii_digit());
        (letters <= 1 && is_number && digits.contains(&number.len())).then(|| first.to_owned())
    };
    if let Some(id) = numbered("NCT", 8..=8) {
        return Some(format!("https://clinicaltrials.gov/study/{id}"));
    }
    if let Some(id) = numbered("jRCT", 9..=10) {
        return Some(format!("https://jrct.mhlw.go.jp/latest-detail/{id}"));
    }
    let doi = first.strip_prefix("doi:").unwrap_or(first);
    if doi.starts_with("10.") && doi.contains('/') {
        return Some(format!("https://doi.org/{doi}"));
    }
    first.starts_with("https://").then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::address_of;

    #[test]
    fn what_has_a_page_of_its_own_has_an_address() {
        for (reference, address) in [
            ("PMID 20979469 (Chapman et al., 2011)", Some("https://pubmed.ncbi.nlm.nih.gov/20979469/")),
            ("PMID:18509184", Some("https://pubmed.ncbi.nlm.nih.gov/18509184/")),
            ("NCT00076388", Some("https://clinicaltrials.gov/study/NCT00076388")),
            ("jRCTs031190104", Some("https://jrct.mhlw.go.jp/latest-detail/jRCTs031190104")),
            ("jRCT2031210708 (title)", Some("https://jrct.mhlw.go.jp/latest-detail/jRCT2031210708")),
            ("doi:10.1056/NEJMoa1103782", Some("https://doi.org/10.1056/NEJMoa1103782")),
            ("10.1200/JCO.2023", Some("https://doi.org/10.1200/JCO.2023")),
            (
                "https://civicdb.org/links/evidence_items/1",
                Some("https://civicdb.org/links/evidence_items/1"),
            ),
            ("PMID", None),
            ("PMID x", None),
            ("NCT123", None),
            ("NCT00076388\"><script>", None),
            ("ASCO 123", None),
            ("院内検討会 2026-11", None),
            ("http://example.org", None),
            ("", None),
        ] {
            assert_eq!(address_of(reference).as_deref(), address, "{reference}");
        }
    }
}
