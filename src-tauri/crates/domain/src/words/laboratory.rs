//! Words that laboratories and annotators write in English, for documents in Japanese: the Japanese word with the term as
//! written behind it, for clinicians look the term up. A word that is not listed stands as written.

mod list;

use std::collections::HashMap;
use std::sync::LazyLock;

use self::list::{EFFECTS, TERMS, WRITTEN_IN_JAPANESE};
use super::word;
use crate::finding::{Alteration, CopyNumberAlteration};
use crate::label::{Label, Language};
use crate::measure::{Metric, plain_number};

/// The Japanese word of each term, by [`key`]: a case of thousands of findings asks for each effect with every view.
static JAPANESE: LazyLock<HashMap<String, &str>> =
    LazyLock::new(|| EFFECTS.iter().chain(TERMS).map(|(term, ja)| (key(term), *ja)).collect());

/// Spellings of one term differ in case and in what stands between its words: `Missense_Mutation`, `copy-neutral`.
fn key(written: &str) -> String {
    written.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// A term in a document's language, in Japanese with what was written behind it.
pub fn term(written: &str, language: Language) -> String {
    match language {
        Language::Ja => {
            japanese(written).map_or_else(|| written.to_owned(), |ja| format!("{ja}（{written}）"))
        }
        Language::En => {
            effect_in_english(written).map_or_else(|| english(written), |en| format!("{en} ({written})"))
        }
    }
}

/// [`term`] in both languages.
pub fn label(written: &str) -> Label {
    both(|language| term(written, language))
}

/// A term without what was written, where there is no room for both and a table tells it.
pub fn short_term(written: &str, language: Language) -> String {
    match language {
        Language::Ja => japanese(written).unwrap_or(written).to_owned(),
        Language::En => effect_in_english(written).unwrap_or_else(|| english(written)),
    }
}

fn both(said: impl Fn(Language) -> String) -> Label {
    Label { ja: said(Language::Ja), en: said(Language::En) }
}

fn japanese(written: &str) -> Option<&'static str> {
    let known = JAPANESE.get(&key(written)).copied();
    // Which exons, and what became of them, is told in the laboratory's words.
    known.or_else(|| written.starts_with("exon-level copy number").then_some("エクソン単位のコピー数変化"))
}

fn english(written: &str) -> String {
    let known = WRITTEN_IN_JAPANESE.iter().find(|(ja, _)| *ja == written.trim());
    known.map_or(written, |(_, en)| en).to_owned()
}

/// A code of an effect as words: `missense variant`; none where it is written in words already.
fn effect_in_english(written: &str) -> Option<String> {
    let known = written.contains('_') && EFFECTS.iter().any(|(term, _)| key(term) == key(written));
    known.then(|| match key(written).as_str() {
        "stopgained" => "nonsense variant".to_owned(),
        _ => {
            let words = written.replace('_', " ");
            let plain = words.to_lowercase();
            // What is written in capitals throughout tells no abbreviation.
            let words = if words == words.to_uppercase() { plain } else { words };
            words.replace("5 prime ", "5′ ").replace("3 prime ", "3′ ").replace("inframe ", "in-frame ")
        }
    })
}

/// Where the name of what is measured stands beside its number.
enum Unit {
    /// Before it: コピー数 12.
    Before(String),
    /// Behind it: 3.78 mut/Mb.
    Behind(String),
}

/// A unit in a document's language. What practice writes as a symbol is one in both.
fn unit_of(written: &str, language: Language) -> Unit {
    let before = |ja: &str, en: Unit| match language {
        Language::Ja => Unit::Before(ja.to_owned()),
        Language::En => en,
    };
    let symbol = |symbol: &str| Unit::Behind(symbol.to_owned());
    let as_written = || Unit::Behind(english(written));
    let in_english = |en: &str| Unit::Before(en.to_owned());
    match key(written).as_str() {
        "copynumber" | "absolutecopynumber" | "copies" => before("コピー数", in_english("copy number")),
        "foldchange" => before("倍率", as_written()),
        "log2foldchange" => before("log2倍率", as_written()),
        "ratio" => before("比", as_written()),
        "fractionofgene" => before("遺伝子に占める割合", as_written()),
        "alterations" | "mutations" => before("変異数", as_written()),
        "normalsamples" => before("正常検体数", as_written()),
        "percent" | "%" => symbol("%"),
        "muts/mb" | "mut/mb" | "mutations/mb" | "mutationspermegabase" | "variants/mb" => symbol("mut/Mb"),
        "readspermillion" => symbol("RPM"),
        "reads" if language == Language::Ja => symbol("リード"),
        "tpm(normaltissue,mean)" if language == Language::Ja => symbol("TPM（正常組織、平均）"),
        "tpm(normaltissue,sd)" if language == Language::Ja => symbol("TPM（正常組織、標準偏差）"),
        _ => as_written(),
    }
}

/// The name of a unit for a scale or a column.
pub fn unit(written: &str, language: Language) -> String {
    match unit_of(written, language) {
        Unit::Before(name) | Unit::Behind(name) => name,
    }
}

/// A measured value in a document's language: コピー数 12 for `12 copy number`.
pub fn metric(metric: &Metric, language: Language) -> String {
    let number = plain_number(metric.value);
    let Some(written) = metric.unit.as_deref() else { return number };
    if let (Language::Ja, Some(all)) = (language, exons(written)) {
        return format!("{number}/{all} エクソン");
    }
    match unit_of(written, language) {
        Unit::Before(name) => format!("{name} {number}"),
        Unit::Behind(name) => format!("{number} {name}"),
    }
}

/// [`metric`] in both languages.
pub fn metric_label(one: &Metric) -> Label {
    both(|language| metric(one, language))
}

/// Of how many exons a number counts some: 21 of `of 21 exons`.
fn exons(unit: &str) -> Option<&str> {
    unit.strip_prefix("of ")?.strip_suffix(" exons")
}

/// All values of an alteration.
pub fn metrics(all: &[Metric], language: Language) -> String {
    all.iter().map(|one| metric(one, language)).collect::<Vec<_>>().join(", ")
}

/// The change in words; none where it is a change of bases or residues, or lists what it is made of: such a name is one in every
/// language.
pub fn change_in_words(alteration: &Alteration) -> Option<Label> {
    match alteration {
        Alteration::ShortVariant(_) | Alteration::Composite(_) => None,
        alteration => Some(change(alteration)),
    }
}

/// The change in one line, as [`Alteration::change`] gives it, in both languages.
pub fn change(alteration: &Alteration) -> Label {
    both(|language| match alteration {
        Alteration::CopyNumber(v) => with_values(&copies(v, language), &v.metrics, language),
        Alteration::Biomarker(v) => {
            let state = v.state.as_deref().map(|state| term(state, language)).unwrap_or_default();
            with_values(&state, &v.metrics, language)
        }
        Alteration::Expression(v) => with_values("", &v.metrics, language),
        Alteration::NonHuman(v) => with_values(&v.organism, &v.metrics, language),
        Alteration::Rearrangement(v) if v.names.is_empty() => term(&v.alteration, language),
        Alteration::Rearrangement(v) => {
            format!("{} ({})", v.names.join(" / "), term(&v.alteration, language))
        }
        Alteration::ShortVariant(_) | Alteration::Composite(_) => alteration.change(),
    })
}

/// Word of a loss of every copy.
const HOMOZYGOUS: &str = "copyNumber.homozygousLoss";

/// A loss of every copy is called one, where the laboratory's word leaves it to the number.
pub fn copies(change: &CopyNumberAlteration, language: Language) -> String {
    let by_number = change.kind() != change.written_kind();
    match (by_number, language) {
        (false, _) => term(&change.alteration, language),
        (true, Language::Ja) => format!("{}（{}）", word(HOMOZYGOUS).ja, change.alteration),
        (true, Language::En) => format!("{} ({})", word(HOMOZYGOUS).en, change.alteration),
    }
}

/// Gene or marker with the change.
pub fn named(alteration: &Alteration) -> Label {
    let (subject, change) = (alteration.subject(), change(alteration));
    both(|language| format!("{subject} {}", change.get(language)))
}

/// A line that [`Alteration::change`] gave, where nothing else of the alteration was kept, as the index of earlier verdicts
/// does; none where it is a name, or in no words that are known.
pub fn of_line(line: &str) -> Option<Label> {
    let inside = line.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    let said = match inside {
        _ if japanese(line).is_some() => label(line),
        Some((head, inside)) => match of_printed(inside) {
            Some(values) => both(|language| with_values(&term(head, language), &values, language)),
            None if japanese(inside).is_some() => {
                both(|language| format!("{head} ({})", term(inside, language)))
            }
            None => return None,
        },
        None => match of_printed(line) {
            Some(values) => both(|language| metrics(&values, language)),
            None => label(line),
        },
    };
    (said.ja != line || said.en != line).then_some(said)
}

/// Values as [`Metric::printed`] gives them, one after the other.
fn of_printed(values: &str) -> Option<Vec<Metric>> {
    let one = |text: &str| {
        let (number, unit) = text.split_once(' ').map_or((text, None), |(number, unit)| (number, Some(unit)));
        Some(Metric { value: number.parse().ok()?, unit: unit.map(str::to_owned), kind: None })
    };
    values.split(", ").map(one).collect()
}

fn with_values(head: &str, all: &[Metric], language: Language) -> String {
    let values = metrics(all, language);
    match (head.is_empty(), values.is_empty(), language) {
        (_, true, _) => head.to_owned(),
        (true, false, _) => values,
        (false, false, Language::Ja) => format!("{head} {values}"),
        (false, false, Language::En) => format!("{head} ({values})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Biomarker, Composite, CopyNumberAlteration};

    #[test]
    fn a_term_stands_in_the_documents_language_with_what_was_written() {
        assert_eq!(term("missense_variant", Language::Ja), "ミスセンス変異（missense_variant）");
        assert_eq!(term("missense_variant", Language::En), "missense variant (missense_variant)");
        assert_eq!(short_term("5_prime_UTR_variant", Language::En), "5′ UTR variant");
        assert_eq!(short_term("stop_gained", Language::En), "nonsense variant");
        assert_eq!(term("Amplification", Language::Ja), "増幅（Amplification）");
        assert_eq!(
            term("something of a laboratory", Language::Ja),
            "something of a laboratory",
            "nothing is lost"
        );
    }

    #[test]
    fn a_number_of_copies_is_no_english_phrase() {
        let copies = CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "amplification".to_owned(),
            metrics: vec![Metric { value: 12.0, unit: Some("copy number".to_owned()), kind: None }],
            genes: Vec::new(),
        };
        let said = change(&Alteration::CopyNumber(copies));
        assert_eq!(
            (said.ja.as_str(), said.en.as_str()),
            ("増幅（amplification） コピー数 12", "amplification (copy number 12)")
        );
        let tmb = Metric { value: 4.2, unit: Some("mutations per megabase".to_owned()), kind: None };
        assert_eq!(metric(&tmb, Language::Ja), "4.2 mut/Mb");
        assert_eq!(metric(&tmb, Language::En), "4.2 mut/Mb");
        let marker = Biomarker {
            marker: "MSI".to_owned(),
            metrics: Vec::new(),
            state: Some("stable".to_owned()),
            descriptions: Vec::new(),
        };
        let said = change(&Alteration::Biomarker(marker));
        assert_eq!((said.ja.as_str(), said.en.as_str()), ("安定（stable）", "stable"));
    }

    #[test]
    fn names_that_differ_in_case_and_signs_are_one_term() {
        for written in ["Missense_Mutation", "MISSENSE", "missense_variant", "nonsynonymous SNV"] {
            assert_eq!(term(written, Language::Ja), format!("ミスセンス変異（{written}）"));
        }
        assert_eq!(
            short_term("Copy-Neutral_Loss of heterozygosity", Language::Ja),
            "コピー数の変わらないヘテロ接合性の消失"
        );
        assert_eq!(
            term("exon-level copy number (3-5 loss)", Language::Ja),
            "エクソン単位のコピー数変化（exon-level copy number (3-5 loss)）"
        );
    }

    #[test]
    fn what_is_written_in_japanese_is_said_in_english_there() {
        assert_eq!((label("増幅").ja.as_str(), label("増幅").en.as_str()), ("増幅", "amplification"));
        assert_eq!(term("判定不能", Language::En), "cannot be determined");
        assert!(WRITTEN_IN_JAPANESE.iter().all(|(_, en)| en.is_ascii()));
    }

    #[test]
    fn every_measure_has_its_unit_in_both_languages() {
        let of = |value, unit: &str| metric_label(&Metric { value, unit: Some(unit.to_owned()), kind: None });
        for (value, unit, ja, en) in [
            (9.0, "copies", "コピー数 9", "copy number 9"),
            (2.5, "fold-change", "倍率 2.5", "2.5 fold-change"),
            (-1.58, "log2 fold-change", "log2倍率 -1.58", "-1.58 log2 fold-change"),
            (2.41, "ratio", "比 2.41", "2.41 ratio"),
            (3.0, "of 21 exons", "3/21 エクソン", "3 of 21 exons"),
            (3.78, "Muts/Mb", "3.78 mut/Mb", "3.78 mut/Mb"),
            (8.0, "mutations-per-megabase", "8 mut/Mb", "8 mut/Mb"),
            (12.0, "percent", "12 %", "12 %"),
            (31.0, "reads per million", "31 RPM", "31 RPM"),
            (5.5, "TPM", "5.5 TPM", "5.5 TPM"),
            (7.0, "something", "7 something", "7 something"),
        ] {
            let said = of(value, unit);
            assert_eq!((said.ja.as_str(), said.en.as_str()), (ja, en), "{unit}");
        }
        assert_eq!(unit("copy number", Language::Ja), "コピー数");
        assert_eq!(unit("", Language::Ja), "");
    }

    #[test]
    fn a_line_that_was_kept_is_said_as_its_change_would_be() {
        let said = |line| of_line(line).map(|label| (label.ja, label.en));
        let wanted = |ja: &str, en: &str| Some((ja.to_owned(), en.to_owned()));
        assert_eq!(
            said("amplification (12 copy number, 2.41 ratio)"),
            wanted(
                "増幅（amplification） コピー数 12, 比 2.41",
                "amplification (copy number 12, 2.41 ratio)"
            )
        );
        assert_eq!(said("stable"), wanted("安定（stable）", "stable"));
        assert_eq!(said("増幅"), wanted("増幅", "amplification"));
        assert_eq!(said("3.78 Muts/Mb"), wanted("3.78 mut/Mb", "3.78 mut/Mb"));
        assert_eq!(
            said("EML4-ALK (gene fusion)"),
            wanted("EML4-ALK (融合遺伝子（gene fusion）)", "EML4-ALK (gene fusion)")
        );
        for name in ["p.Gly12Val", "c.35G>T", "12:25398284 C>A", "MSI-High", "EML4-ALK (kept as said)", ""] {
            assert_eq!(said(name), None, "{name}");
        }
    }

    #[test]
    fn a_change_of_bases_has_one_name() {
        assert_eq!(
            change_in_words(&Alteration::Composite(Composite {
                names: vec!["x".to_owned()],
                components: Vec::new()
            })),
            None
        );
    }
}
