//! Names of genes and their proteins beside the symbol, where people use them. General knowledge of the field, not read in
//! one source: a name too many costs a statement that the text is not about this patient, a name too few tells the patient.

/// Version of the table.
pub const VERSION: &str = "2026-11-29";
/// Where it comes from, and how sure it is.
pub const SOURCE: &str = "general knowledge of the field, not checked against a database of names";

/// Symbol, and what else it is called. What is written in letters and digits stands as a word of its own.
const ALIASES: &[(&str, &[&str])] = &[
    ("ALK", &["CD246"]),
    ("BRCA1", &["BRCA", "BRCAs", "FANCS"]),
    ("BRCA2", &["BRCA", "BRCAs", "FANCD1"]),
    ("BMPR1A", &["ALK3"]),
    ("BRIP1", &["FANCJ", "BACH1"]),
    ("CDH1", &["E-cadherin", "Eカドヘリン", "E-カドヘリン"]),
    ("CDKN1B", &["p27", "KIP1", "p27kip1"]),
    ("CDKN2A", &["p16", "p16INK4a", "INK4a", "p14", "p14ARF"]),
    ("CHEK1", &["CHK1"]),
    ("CHEK2", &["CHK2"]),
    ("EGFR", &["HER1", "ERBB1"]),
    ("EPCAM", &["TACSTD1"]),
    ("ERBB2", &["HER2", "HER2/neu"]),
    ("ERBB3", &["HER3"]),
    ("FH", &["fumarase", "フマラーゼ", "フマル酸ヒドラターゼ"]),
    ("FLCN", &["folliculin", "フォリクリン"]),
    ("KIT", &["c-kit", "CD117"]),
    ("MEN1", &["menin", "メニン"]),
    ("MET", &["c-met", "HGFR"]),
    ("MLH1", &["hMLH1"]),
    ("MSH2", &["hMSH2"]),
    ("MSH6", &["hMSH6", "GTBP"]),
    ("MUTYH", &["MYH", "hMYH"]),
    ("NF1", &["neurofibromin", "ニューロフィブロミン"]),
    ("NF2", &["merlin", "schwannomin"]),
    ("PALB2", &["FANCN"]),
    ("PMS2", &["hPMS2"]),
    ("PTCH1", &["PTCH", "Patched1"]),
    ("PTEN", &["MMAC1"]),
    ("RAD51C", &["FANCO"]),
    ("RB1", &["RB", "pRB"]),
    ("RET", &["c-ret"]),
    ("SDHA", &["SDH", "SDHx"]),
    ("SDHAF2", &["SDH", "SDHx"]),
    ("SDHB", &["SDH", "SDHx"]),
    ("SDHC", &["SDH", "SDHx"]),
    ("SDHD", &["SDH", "SDHx"]),
    ("SMAD4", &["DPC4"]),
    ("STK11", &["LKB1"]),
    ("TP53", &["p53"]),
    ("TSC1", &["hamartin"]),
    ("TSC2", &["tuberin"]),
    ("VHL", &["pVHL"]),
];

/// Symbols that are English words as well: they count only where they are written in capitals.
const WORDS: &[&str] =
    &["BAD", "BID", "CAT", "IMPACT", "KIT", "LARGE", "MAX", "MET", "POLE", "REST", "SET", "SKI", "WAS"];

/// What else a gene is called.
pub(super) fn of(symbol: &str) -> &'static [&'static str] {
    let known = ALIASES.iter().find(|(gene, _)| gene.eq_ignore_ascii_case(symbol));
    known.map(|(_, aliases)| *aliases).unwrap_or_default()
}

/// Whether a symbol is a word of the language too.
pub(super) fn is_a_word(symbol: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(symbol))
}
