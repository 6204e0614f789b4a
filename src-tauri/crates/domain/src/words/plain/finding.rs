//! The sentence proposed for a finding: what was found, by its kind and origin, and what it means, by the panel's verdict.
//! Where no sentence would be true of every such finding none is proposed.

use crate::decision::Call;
use crate::finding::{
    Alteration, Biomarker, CopyNumberAlteration, CopyNumberKind, Expression, NonHuman, Origin, Rearrangement,
};
use crate::grade::Grade;
use crate::label::Label;
use crate::measure::Metric;
use crate::recommendation::Advice;
use crate::report::{ReportContent, ReportFinding};
use crate::words::laboratory;

/// A sentence in both languages.
type Said = (String, String);

/// A sentence proposed for a finding of a report; none where only a person can find the words.
pub fn propose_finding(row: &ReportFinding, report: &ReportContent) -> Option<Label> {
    proposed(row, is_of_resistance(row, report))
}

fn proposed(row: &ReportFinding, resistance: bool) -> Option<Label> {
    let place = Place::of(row.finding.read.origin);
    let (found, changed) = match &row.finding.read.alteration {
        Alteration::ShortVariant(_) if says_no_change(&row.change) => (unchanged(&row.subject), false),
        Alteration::ShortVariant(_) => (place.changed(&row.subject), true),
        Alteration::CopyNumber(change) => copies(change, &row.subject, place)?,
        Alteration::Rearrangement(change) => joined(change, &row.subject, place)?,
        Alteration::Expression(change) => (expressed(change, &row.subject)?, false),
        Alteration::Biomarker(marker) => (measured(marker)?, false),
        Alteration::NonHuman(content) => (non_human(content)?, false),
        Alteration::Composite(_) => return None,
    };
    let meaning = if changed { Some(meaning(row, resistance, place)) } else { None };
    let (mut ja, mut en) = found;
    if let Some((more_ja, more_en)) = meaning {
        ja.push_str(more_ja);
        en.push(' ');
        en.push_str(more_en);
    }
    Some(Label { ja, en })
}

/// Where a change is. A tumour-only test cannot tell that a change is the cancer's alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Specimen,
    Inherited,
    PerhapsInherited,
}

impl Place {
    fn of(origin: Origin) -> Self {
        match origin {
            Origin::Germline => Self::Inherited,
            Origin::LikelyGermline => Self::PerhapsInherited,
            Origin::Somatic | Origin::LikelySomatic | Origin::Unknown => Self::Specimen,
        }
    }

    fn is_inherited(self) -> bool {
        self != Self::Specimen
    }

    /// A change of a gene in a few letters.
    fn changed(self, gene: &str) -> Said {
        let (of_ja, of_en) = gene_named(gene);
        match self {
            Self::Specimen => (
                format!("調べた検体で、{of_ja}に変化が見つかりました。"),
                format!("In the sample that was tested a change was found in {of_en}."),
            ),
            Self::Inherited => (
                format!("{of_ja}に、生まれつきの変化が見つかりました。"),
                format!("A change that is present from birth was found in {of_en}."),
            ),
            Self::PerhapsInherited => (
                format!("{of_ja}に、生まれつきの可能性がある変化が見つかりました。"),
                format!("A change that may be present from birth was found in {of_en}."),
            ),
        }
    }

    /// A sentence about what was found there, with its subject and verb.
    fn seen(self, ja: String, en: String) -> Said {
        match self {
            Self::Specimen => {
                (format!("調べた検体で、{ja}。"), format!("In the sample that was tested {en}."))
            }
            Self::Inherited => (format!("生まれつきのものとして、{ja}。"), format!("From birth {en}.")),
            Self::PerhapsInherited => {
                (format!("生まれつきの可能性があるものとして、{ja}。"), format!("Perhaps from birth {en}."))
            }
        }
    }
}

/// Gene symbols in a sentence; without a symbol, genes in general.
fn gene_named(gene: &str) -> Said {
    match gene.is_empty() {
        true => ("遺伝子".to_owned(), "a gene".to_owned()),
        false => (format!("{gene} 遺伝子"), format!("the gene {gene}")),
    }
}

/// Whether a laboratory's words for a short variant say that none was found.
fn says_no_change(change: &str) -> bool {
    let words = change.to_lowercase().replace(['-', '_'], " ");
    let words = words.trim();
    ["wild type", "wildtype", "wt", "野生型", "変異なし", "変異は検出されず", "陰性", "negative"]
        .contains(&words)
        || words.starts_with("no mutation")
        || words.starts_with("no variant")
        || words.starts_with("not detected")
}

fn unchanged(gene: &str) -> Said {
    let (of_ja, of_en) = gene_named(gene);
    (format!("{of_ja}に変化は見つかりませんでした。"), format!("No change was found in {of_en}."))
}

/// What is found of copies, and whether that is a change.
fn copies(change: &CopyNumberAlteration, gene: &str, place: Place) -> Option<(Said, bool)> {
    let (of_ja, of_en) = gene_named(gene);
    let (ja, en) = match change.kind() {
        CopyNumberKind::Amplification => (
            format!("{of_ja}の数が大きく増えていました"),
            format!("there were many more copies of {of_en} than usual"),
        ),
        CopyNumberKind::Gain => {
            (format!("{of_ja}の数が増えていました"), format!("there were more copies of {of_en} than usual"))
        }
        CopyNumberKind::Loss => {
            (format!("{of_ja}の数が減っていました"), format!("there were fewer copies of {of_en} than usual"))
        }
        CopyNumberKind::HomozygousLoss => {
            (format!("{of_ja}が失われていました"), format!("no copy of {of_en} was left"))
        }
        CopyNumberKind::LossOfHeterozygosity => (
            format!("2つある{of_ja}の型のうち、片方が失われていました"),
            format!("one of the two versions of {of_en} was lost"),
        ),
        CopyNumberKind::NoChange => {
            let said = (
                format!("{of_ja}の数に変化は見つかりませんでした。"),
                format!("No change was found in the number of copies of {of_en}."),
            );
            return Some((said, false));
        }
        CopyNumberKind::Untold => return None,
    };
    Some((place.seen(ja, en), true))
}

/// Whether a part of a gene is skipped when it is read: no gene is joined to another.
fn skips(alteration: &str) -> bool {
    let kind = alteration.to_lowercase();
    ["skip", "splic", "スキッピング"].iter().any(|word| kind.contains(word))
}

/// The kind in plain words, where the alteration is told more closely than by its kind.
pub(crate) fn kind_in_words(alteration: &Alteration) -> Option<Label> {
    let Alteration::Rearrangement(change) = alteration else { return None };
    skips(&change.alteration).then(|| Label {
        ja: "遺伝子の読まれ方の変化".to_owned(),
        en: "change in how a gene is read".to_owned(),
    })
}

/// Whether a laboratory's words for a rearrangement say that none was found.
fn says_none(alteration: &str) -> bool {
    let kind = alteration.to_lowercase();
    let word = |wanted: &str| kind.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    word("no") || word("not") || ["negative", "なし", "陰性"].iter().any(|said| kind.contains(said))
}

/// What is found of the way in which genes are joined, and whether that is a change.
fn joined(change: &Rearrangement, subject: &str, place: Place) -> Option<(Said, bool)> {
    let kind = change.alteration.to_lowercase();
    let pair = change.gene_pairs.first().map(|(five, three)| (five.as_str(), three.as_str()));
    // No gene: beside a gene, in none, or not known.
    let nameless = |gene: &str| {
        let gene = gene.to_lowercase();
        gene.is_empty() || ["intergenic", "unknown", "n/a", "na", "-", ".", "none"].contains(&gene.as_str())
    };
    let genes: Vec<&str> = match pair {
        Some((five, three)) if five == three => vec![five],
        Some((five, three)) => [five, three].into_iter().filter(|gene| !nameless(gene)).collect(),
        None => subject.split(", ").filter(|gene| !nameless(gene)).collect(),
    };
    let first = *genes.first()?;
    let (of_ja, of_en) = gene_named(first);
    if says_none(&change.alteration) {
        let said = (
            format!("{of_ja}のつながり方に変化は見つかりませんでした。"),
            format!("No change was found in how {of_en} is joined."),
        );
        return Some((said, false));
    }
    let skipped = skips(&change.alteration);
    let (ja, en) = match genes.as_slice() {
        _ if skipped => (
            format!("{of_ja}の一部が読み飛ばされていました"),
            format!("a part of {of_en} was skipped when it was read"),
        ),
        [one, other] => (
            format!("{one} 遺伝子と {other} 遺伝子がつながっていました"),
            format!("the genes {one} and {other} were joined to each other"),
        ),
        // Between two genes of which one has no name, or of one gene with what is none.
        _ if pair.is_some_and(|(five, three)| five != three)
            || kind.contains("fusion")
            || kind.contains("transloc") =>
        {
            (
                format!("{of_ja}が、本来とは別の所とつながっていました"),
                format!("{of_en} was joined to another place than usual"),
            )
        }
        _ => (
            format!("{of_ja}の並び方に変化がありました"),
            format!("{of_en} was arranged differently from usual"),
        ),
    };
    Some((place.seen(ja, en), true))
}

/// What was measured, in each language. What it is compared with, and what it was counted from, is the doctor's to explain.
fn values(metrics: &[Metric]) -> Option<Said> {
    let told = |metric: &&Metric| {
        let kind = metric.kind.as_deref().unwrap_or_default().to_lowercase();
        !metric.is_extent() && !kind.contains("normal")
    };
    let Label { ja, en } = laboratory::metric_label(metrics.iter().find(told)?);
    Some((ja, en))
}

/// How strongly a gene is read. What is much or little is not known of a number alone.
fn expressed(change: &Expression, gene: &str) -> Option<Said> {
    let (value_ja, value_en) = values(&change.metrics)?;
    let (of_ja, of_en) = gene_named(gene);
    Some((
        format!(
            "{of_ja}がどれくらい働いているか（発現量）を調べました。値は {value_ja} でした。意味については、担当医がご説明します。"
        ),
        format!(
            "How active {of_en} is (its expression) was measured: {value_en}. Your doctor will explain what it means."
        ),
    ))
}

fn non_human(content: &NonHuman) -> Option<Said> {
    let name = &content.organism;
    let absent = !content.metrics.is_empty() && content.metrics.iter().all(|metric| metric.value == 0.0);
    if absent || name.is_empty() {
        return None;
    }
    let lower = name.to_lowercase();
    let virus = lower.contains("virus")
        || ["hpv", "hhv", "ebv", "hbv", "hcv", "htlv", "mcpyv", "mcv", "cmv", "hsv", "kshv"]
            .iter()
            .any(|short| lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == *short));
    let (what_ja, what_en) = if virus {
        (format!("ウイルス（{name}）の遺伝情報"), format!("genetic material of a virus ({name})"))
    } else {
        (format!("{name} の遺伝情報"), format!("genetic material of {name}"))
    };
    Some((
        format!("調べた検体で、{what_ja}が見つかりました。意味については、担当医がご説明します。"),
        format!("In the sample that was tested {what_en} was found. Your doctor will explain what it means."),
    ))
}

/// How a state that a laboratory writes is meant.
enum State {
    High,
    NotHigh,
    Undetermined,
    None,
}

fn state_of(marker: &Biomarker) -> Option<State> {
    let state = marker.state.as_deref().unwrap_or_default().to_lowercase();
    let state = state.trim();
    Some(match state {
        "" | "null" => State::None,
        _ if state.contains("cannot") || state.contains("unknown") || state.contains("indeterminate") => {
            State::Undetermined
        }
        _ if state.contains("not evaluable") || state.contains("判定不能") => State::Undetermined,
        "high" | "msi-h" | "msi-high" | "tmb-h" | "tmb-high" | "msi high" | "tmb high" => State::High,
        "low" | "stable" | "mss" | "ms-stable" | "tmb-l" | "tmb-low" | "msi-stable" | "not high"
        | "intermediate" => State::NotHigh,
        // Another word: what it means cannot be told here.
        _ => return None,
    })
}

fn measured(marker: &Biomarker) -> Option<Said> {
    let value = values(&marker.metrics);
    let state = state_of(marker)?;
    match marker.marker.to_ascii_uppercase().as_str() {
        "TMB" => {
            let (name_ja, name_en) = (
                "TMB（がん細胞の遺伝子の変化の多さを表す値）",
                "TMB, a measure of how many changes the genes of the cancer cells carry,",
            );
            Some(match (state, value) {
                (State::Undetermined, _) => (
                    format!("{name_ja}は判定できませんでした。"),
                    format!("{name_en} could not be determined."),
                ),
                (State::High, value) => {
                    let (ja, en) = in_brackets(value);
                    (
                        format!("{name_ja}は高いと判定されました{ja}。"),
                        format!("{name_en} was found to be high{en}."),
                    )
                }
                (State::NotHigh, value) => {
                    let (ja, en) = in_brackets(value);
                    (
                        format!("{name_ja}は高くないと判定されました{ja}。"),
                        format!("{name_en} was not found to be high{en}."),
                    )
                }
                (State::None, value) => {
                    let (value_ja, value_en) = value?;
                    (
                        format!("{name_ja}は {value_ja} でした。意味については、担当医がご説明します。"),
                        format!("{name_en} was {value_en}. Your doctor will explain what it means."),
                    )
                }
            })
        }
        "MSI" => {
            let (name_ja, name_en) = (
                "遺伝子の傷を直す働きを調べる検査（MSI検査）",
                "The test of how well the cells mend their genes (MSI)",
            );
            Some(match (state, value) {
                (State::Undetermined, _) => (
                    format!("{name_ja}の結果は、判定できませんでした。"),
                    format!("{name_en} gave no result."),
                ),
                (State::High, _) => (
                    format!(
                        "{name_ja}の結果は「MSI-High（高い）」で、直す働きが弱くなっているしるしが見つかりました。"
                    ),
                    format!("{name_en} was “MSI-high”: there are signs that they mend them less well."),
                ),
                // Intermediate or low is neither; what was said of it belongs to a person.
                (State::NotHigh, _) if !is_stable(marker) => return None,
                (State::NotHigh, _) => (
                    format!(
                        "{name_ja}の結果は「MSS（安定）」で、直す働きが弱くなっているしるしは見つかりませんでした。"
                    ),
                    format!("{name_en} was “stable”: there was no sign that they mend them less well."),
                ),
                (State::None, value) => {
                    let (value_ja, value_en) = value?;
                    (
                        format!("{name_ja}の値は {value_ja} でした。意味については、担当医がご説明します。"),
                        format!(
                            "{name_en} gave the value {value_en}. Your doctor will explain what it means."
                        ),
                    )
                }
            })
        }
        "LOH" => {
            let (value_ja, value_en) = value.filter(|_| !matches!(state, State::Undetermined))?;
            Some((
                format!(
                    "LOH（2つある遺伝子の型の片方が失われている割合）は {value_ja} でした。意味については、担当医がご説明します。"
                ),
                format!(
                    "LOH, the share in which one of the two versions of the genes is lost, was {value_en}. Your doctor will explain what it means."
                ),
            ))
        }
        _ => None,
    }
}

fn is_stable(marker: &Biomarker) -> bool {
    marker.state.as_deref().is_some_and(|state| {
        let state = state.to_lowercase();
        state.contains("stable") || state.contains("mss")
    })
}

fn in_brackets(value: Option<Said>) -> Said {
    value.map_or_else(Default::default, |(ja, en)| (format!("（{ja}）"), format!(" ({en})")))
}

/// What the panel's verdict says, in a sentence.
fn meaning(row: &ReportFinding, resistance: bool, place: Place) -> (&'static str, &'static str) {
    if resistance {
        return (
            "一部のお薬が効きにくくなることに関わる変化と考えられています。",
            "It is thought to make some drugs work less well.",
        );
    }
    let verdict = row.panel.as_ref().map(|decision| &decision.verdict);
    if verdict.and_then(|verdict| verdict.actionable) == Some(true) {
        return (
            "治療を選ぶときに関わる変化と考えられています。",
            "It is thought to matter for the choice of treatment.",
        );
    }
    match verdict.map(|verdict| &verdict.call) {
        Some(Call::Classified { grade }) => of_class(grade, place),
        Some(Call::Deferred { .. }) | None => {
            ("意味については、担当医がご説明します。", "Your doctor will explain what it means.")
        }
    }
}

fn of_class(grade: &Grade, place: Place) -> (&'static str, &'static str) {
    let inherited = place.is_inherited() || grade.germline;
    // Classes of tiers say what a change is good for; the others say what it does.
    let clinical = grade.scale.starts_with("amp-tier");
    match grade.weight {
        1.. if inherited => (
            "病気のなりやすさに関わる変化と考えられています。",
            "It is thought to have to do with how easily illnesses arise.",
        ),
        1.. if clinical => (
            "治療や診断を考えるうえで意味のある変化と考えられています。",
            "It is thought to matter for treatment or diagnosis.",
        ),
        1.. => (
            "がんの成り立ちや性質に関わる変化と考えられています。",
            "It is thought to have to do with how the cancer arose or behaves.",
        ),
        0 => ("今の時点では、意味がはっきりしていない変化です。", "What it means is not clear at present."),
        _ if inherited => (
            "病気のなりやすさとの関わりは、ない、または少ないと考えられている変化です。",
            "It is thought to have little or nothing to do with illness.",
        ),
        _ => (
            "がんとの関わりは、ない、または少ないと考えられている変化です。",
            "It is thought to have little or nothing to do with the cancer.",
        ),
    }
}

/// Whether advice that rests on the finding gives its evidence as one of resistance.
fn is_of_resistance(row: &ReportFinding, report: &ReportContent) -> bool {
    let on_it = report.recommendations.iter().filter(|given| given.findings.contains(&row.finding.id));
    on_it.map(|given| &given.advice).any(Advice::is_of_resistance)
}

/// Whether a finding is a change of a gene, and no word that none was found.
pub(crate) fn is_change(row: &ReportFinding) -> bool {
    match &row.finding.read.alteration {
        Alteration::ShortVariant(_) => !says_no_change(&row.change),
        Alteration::CopyNumber(change) => change.kind() != CopyNumberKind::NoChange,
        Alteration::Rearrangement(change) => !says_none(&change.alteration),
        Alteration::Biomarker(_)
        | Alteration::Expression(_)
        | Alteration::NonHuman(_)
        | Alteration::Composite(_) => false,
    }
}

/// Whether a marker's state weighs: what a laboratory calls high, and what it could not determine.
pub(crate) fn is_high_or_unsettled(marker: &Biomarker) -> bool {
    matches!(state_of(marker), Some(State::High | State::Undetermined))
}

#[cfg(test)]
mod tests;
