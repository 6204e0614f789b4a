//! Former gene symbols that panel reports still use, and the present ones. Reports name genes as they were called when
//! the panel was designed; the same gene has to be found under one name.
//! Source: previous symbols in the nomenclature of HGNC, for genes of panels and their fusion partners. A symbol that
//! was used for two genes (MLL4) is left as written.

use entaku_domain::gene::GeneSymbol;

/// Former symbol and present symbol, in the order of the former.
#[rustfmt::skip]
const RENAMED: &[(&str, &str)] = &[
    ("C10orf54", "VSIR"),
    ("C11orf30", "EMSY"),
    ("C11orf95", "ZFTA"),
    ("C15orf55", "NUTM1"),
    ("C17orf39", "GID4"),
    ("C17orf70", "FAAP100"),
    ("C19orf40", "FAAP24"),
    ("C1orf86", "FAAP20"),
    ("C2orf44", "WDCP"),
    ("CARS", "CARS1"),
    ("CASC5", "KNL1"),
    ("CEP110", "CNTRL"),
    ("EIF2C1", "AGO1"),
    ("EIF2C2", "AGO2"),
    ("ERBB2IP", "ERBIN"),
    ("FAM123B", "AMER1"),
    ("FAM175A", "ABRAXAS1"),
    ("FAM22A", "NUTM2A"),
    ("FAM22B", "NUTM2B"),
    ("FAM46C", "TENT5C"),
    ("FAM58A", "CCNQ"),
    ("FGFR1OP", "CEP43"),
    ("FRAP1", "MTOR"),
    ("GPR124", "ADGRA2"),
    ("H2AFX", "H2AX"),
    ("H3F3A", "H3-3A"),
    ("H3F3B", "H3-3B"),
    ("H3F3C", "H3-5"),
    ("HIST1H1B", "H1-5"),
    ("HIST1H1C", "H1-2"),
    ("HIST1H1D", "H1-3"),
    ("HIST1H1E", "H1-4"),
    ("HIST1H2AC", "H2AC6"),
    ("HIST1H2AG", "H2AC11"),
    ("HIST1H2AL", "H2AC16"),
    ("HIST1H2AM", "H2AC17"),
    ("HIST1H2BC", "H2BC4"),
    ("HIST1H2BD", "H2BC5"),
    ("HIST1H2BJ", "H2BC11"),
    ("HIST1H2BK", "H2BC12"),
    ("HIST1H2BO", "H2BC17"),
    ("HIST1H3A", "H3C1"),
    ("HIST1H3B", "H3C2"),
    ("HIST1H3C", "H3C3"),
    ("HIST1H3D", "H3C4"),
    ("HIST1H3E", "H3C6"),
    ("HIST1H3F", "H3C7"),
    ("HIST1H3G", "H3C8"),
    ("HIST1H3H", "H3C10"),
    ("HIST1H3I", "H3C11"),
    ("HIST1H3J", "H3C12"),
    ("HIST2H3C", "H3C14"),
    ("HIST2H3D", "H3C13"),
    ("HIST3H3", "H3-4"),
    ("HRPT2", "CDC73"),
    ("ICK", "CILK1"),
    ("JARID1A", "KDM5A"),
    ("JARID1C", "KDM5C"),
    ("KARS", "KARS1"),
    ("LHFP", "LHFPL6"),
    ("MKL1", "MRTFA"),
    ("MKL2", "MRTFB"),
    ("MLL", "KMT2A"),
    ("MLL2", "KMT2D"),
    ("MLL3", "KMT2C"),
    ("MLL5", "KMT2E"),
    ("MLLT2", "AFF1"),
    ("MLLT4", "AFDN"),
    ("MLLT7", "FOXO4"),
    ("MRE11A", "MRE11"),
    ("MYCL1", "MYCL"),
    ("MYST3", "KAT6A"),
    ("MYST4", "KAT6B"),
    ("PAK7", "PAK5"),
    ("PARK2", "PRKN"),
    ("RAD51L1", "RAD51B"),
    ("RAD51L3", "RAD51D"),
    ("RFWD2", "COP1"),
    ("RQCD1", "CNOT9"),
    ("SEPT14", "SEPTIN14"),
    ("SEPT2", "SEPTIN2"),
    ("SEPT5", "SEPTIN5"),
    ("SEPT6", "SEPTIN6"),
    ("SEPT9", "SEPTIN9"),
    ("SETD8", "KMT5A"),
    ("SFRS2", "SRSF2"),
    ("SUV420H1", "KMT5B"),
    ("TCEB1", "ELOC"),
    ("TCEB2", "ELOB"),
    ("TITF1", "NKX2-1"),
    ("TMEM173", "STING1"),
    ("UTX", "KDM6A"),
    ("WHSC1", "NSD2"),
    ("WHSC1L1", "NSD3"),
];

/// The present symbol of a gene that is written with a former one.
pub(crate) fn current(symbol: &GeneSymbol) -> Option<GeneSymbol> {
    let at = RENAMED.binary_search_by(|(former, _)| former.cmp(&symbol.as_str())).ok()?;
    RENAMED.get(at).and_then(|(_, present)| GeneSymbol::parse(present).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_symbols_become_present_ones_and_others_stay() {
        let current = |text| current(&GeneSymbol::parse(text).unwrap()).map(|gene| gene.to_string());
        for (former, present) in [
            ("MLL", "KMT2A"),
            ("MLL2", "KMT2D"),
            ("C17orf39", "GID4"),
            ("PARK2", "PRKN"),
            ("MRE11A", "MRE11"),
        ] {
            assert_eq!(current(former).as_deref(), Some(present));
        }
        assert_eq!(current("EGFR"), None);
    }

    #[test]
    fn the_list_is_in_order_and_names_no_present_symbol_as_former() {
        assert!(
            RENAMED.is_sorted_by(|a, b| a.0 < b.0),
            "each former symbol once; the search needs the order"
        );
        for (_, present) in RENAMED {
            let symbol = GeneSymbol::parse(present).unwrap();
            assert_eq!(current(&symbol), None, "{present} would be renamed again");
        }
    }
}
