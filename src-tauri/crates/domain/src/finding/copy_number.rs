//! What a change of copy number comes to, whatever words a laboratory has for it.

use super::CopyNumberAlteration;
use crate::measure::Metric;

/// The kinds of change that people tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyNumberKind {
    /// Looked for and not there: `no amplification`, `neutral`.
    NoChange,
    /// Many copies (増幅).
    Amplification,
    /// More copies than usual.
    Gain,
    /// Fewer copies than usual.
    Loss,
    /// None left (ホモ欠失).
    HomozygousLoss,
    /// One of the two kinds of copy lost, whatever the number of copies (LOH).
    LossOfHeterozygosity,
    /// Not clear (`equivocal`), or in words that say nothing of the direction.
    Untold,
}

impl CopyNumberAlteration {
    /// The kind, by the source's words and, for a loss, by the number of copies.
    pub fn kind(&self) -> CopyNumberKind {
        match self.written_kind() {
            CopyNumberKind::Loss if self.no_copy_left() => CopyNumberKind::HomozygousLoss,
            kind => kind,
        }
    }

    /// The kind by the source's words alone.
    pub fn written_kind(&self) -> CopyNumberKind {
        use CopyNumberKind as Kind;
        let words = self.alteration.to_lowercase().replace(['_', '-'], " ");
        let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
        let word = |wanted: &str| words.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
        if says(&["equivocal", "indeterminate", "cannot", "unknown", "判定不能"]) {
            Kind::Untold
        } else if says(&["loss of heterozygosity", "ヘテロ接合性"]) || word("loh") || word("cnloh") {
            Kind::LossOfHeterozygosity
        } else if word("no")
            || word("not")
            || says(&["negative", "neutral", "normal", "diploid", "なし", "陰性"])
        {
            Kind::NoChange
        } else if says(&["amplif", "増幅"]) || word("amp") {
            Kind::Amplification
        } else if says(&["gain", "duplicat", "増加", "重複"]) || word("dup") {
            Kind::Gain
        } else if says(&["homozygous", "homdel", "deep del", "biallelic", "ホモ欠失", "ホモ接合"]) {
            Kind::HomozygousLoss
        } else if says(&["loss", "delet", "欠失", "減少"]) || word("del") {
            Kind::Loss
        } else {
            Kind::Untold
        }
    }

    /// Whether the source calls it a gain and gives a number of copies that is none: one of the two cannot be meant so.
    pub fn gains_without_copies(&self) -> bool {
        let gains = matches!(self.written_kind(), CopyNumberKind::Amplification | CopyNumberKind::Gain);
        gains && self.metrics.iter().any(|metric| is_count(metric) && metric.value < 1.0)
    }

    /// Whether a number of copies is given, and is 0. A ratio or a fold change of 0 would be one of no reads; beside a fold
    /// change the 0 stands for a number that was not determined (C-CAT's own samples have it beside amplifications).
    fn no_copy_left(&self) -> bool {
        let fold = |metric: &Metric| {
            let said =
                [&metric.unit, &metric.kind].map(|words| words.as_deref().unwrap_or_default().to_lowercase());
            metric.value != 0.0 && said.iter().any(|words| words.contains("fold"))
        };
        !self.metrics.iter().any(fold)
            && self.metrics.iter().any(|metric| is_count(metric) && metric.value == 0.0)
    }
}

/// Whether a value counts copies, and is no ratio of them.
fn is_count(metric: &Metric) -> bool {
    let unit = metric.unit.as_deref().unwrap_or_default().to_lowercase();
    unit.contains("cop") && !unit.contains("log") && !metric.is_extent()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Metric;

    fn change(words: &str, copies: Option<f64>) -> CopyNumberKind {
        alteration(words, copies).kind()
    }

    fn alteration(words: &str, copies: Option<f64>) -> CopyNumberAlteration {
        let metrics = copies
            .map(|value| Metric { value, unit: Some("copy number".to_owned()), kind: None })
            .into_iter()
            .collect();
        CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: words.to_owned(),
            metrics,
            genes: Vec::new(),
        }
    }

    #[test]
    fn a_gain_of_no_copies_is_a_contradiction_and_nothing_else_is() {
        for (words, copies, contradicts) in [
            ("amplification", Some(0.0), true),
            ("gain", Some(0.4), true),
            ("amplification", Some(12.0), false),
            ("amplification", None, false),
            ("homozygous deletion", Some(0.0), false),
            ("loss", Some(0.0), false),
            ("no amplification", Some(0.0), false),
        ] {
            assert_eq!(alteration(words, copies).gains_without_copies(), contradicts, "{words} {copies:?}");
        }
    }

    #[test]
    fn every_laboratorys_words_are_of_one_kind() {
        use CopyNumberKind as Kind;
        for (words, copies, kind) in [
            ("amplification", Some(12.0), Kind::Amplification),
            ("partial amplification", None, Kind::Amplification),
            ("AMP", None, Kind::Amplification),
            ("gain", None, Kind::Gain),
            ("duplication", None, Kind::Gain),
            ("DUP", None, Kind::Gain),
            ("loss", Some(1.0), Kind::Loss),
            ("loss", Some(0.0), Kind::HomozygousLoss),
            ("deletion", None, Kind::Loss),
            ("DEL", None, Kind::Loss),
            ("homozygous deletion", None, Kind::HomozygousLoss),
            ("HOMDEL", None, Kind::HomozygousLoss),
            ("copy-neutral loss of heterozygosity", None, Kind::LossOfHeterozygosity),
            ("LOH", None, Kind::LossOfHeterozygosity),
            ("no amplification", None, Kind::NoChange),
            ("not amplified", None, Kind::NoChange),
            ("neutral", None, Kind::NoChange),
            ("amplification equivocal", None, Kind::Untold),
            ("CNV", None, Kind::Untold),
        ] {
            assert_eq!(change(words, copies), kind, "{words} {copies:?}");
        }
    }
}
