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
use entaku_words::paper::told;
use entaku_words::{Message, Said, Value, Word};

/// A sentence proposed for a finding of a report; none where only a person can find the words.
pub fn propose_finding(row: &ReportFinding, report: &ReportContent) -> Option<Label> {
    proposed(row, is_of_resistance(row, report))
}

fn proposed(row: &ReportFinding, resistance: bool) -> Option<Label> {
    let place = Place::of(row.finding.read.origin);
    let (found, changed) = match &row.finding.read.alteration {
        Alteration::ShortVariant(_) if says_no_change(&row.change) => {
            (told::unchanged(gene_named(&row.subject)), false)
        }
        Alteration::ShortVariant(_) => (place.changed(&row.subject), true),
        Alteration::CopyNumber(change) => copies(change, &row.subject, place)?,
        Alteration::Rearrangement(change) => joined(change, &row.subject, place)?,
        Alteration::Expression(change) => (expressed(change, &row.subject)?, false),
        Alteration::Biomarker(marker) => return measured(marker).map(|found| found.to_label()),
        Alteration::NonHuman(content) => (non_human(content)?, false),
        Alteration::Composite(_) => return None,
    };
    let meaning = changed.then(|| meaning(row, resistance, place));
    Some(match meaning {
        Some(meaning) => told::one_then_other(found, meaning).to_label(),
        None => found.to_label(),
    })
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
    fn changed(self, gene: &str) -> Message {
        let gene = gene_named(gene);
        match self {
            Self::Specimen => told::changed(gene),
            Self::Inherited => told::changed_inherited(gene),
            Self::PerhapsInherited => told::changed_perhaps_inherited(gene),
        }
    }

    /// A sentence about what was found there, with its subject and verb.
    fn seen(self, what: Message) -> Message {
        match self {
            Self::Specimen => told::seen(what),
            Self::Inherited => told::seen_inherited(what),
            Self::PerhapsInherited => told::seen_perhaps_inherited(what),
        }
    }
}

/// Gene symbols in a sentence; without a symbol, genes in general.
fn gene_named(gene: &str) -> Value {
    if gene.is_empty() { told::GENE_UNNAMED.said() } else { told::gene_named(gene).said() }
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

/// What is found of copies, and whether that is a change.
fn copies(change: &CopyNumberAlteration, gene: &str, place: Place) -> Option<(Message, bool)> {
    let gene = gene_named(gene);
    let seen = match change.kind() {
        CopyNumberKind::Amplification => told::copies_many(gene),
        CopyNumberKind::Gain => told::copies_more(gene),
        CopyNumberKind::Loss => told::copies_fewer(gene),
        CopyNumberKind::HomozygousLoss => told::copies_none(gene),
        CopyNumberKind::LossOfHeterozygosity => told::copies_one_version(gene),
        CopyNumberKind::NoChange => return Some((told::copies_unchanged(gene), false)),
        CopyNumberKind::Untold => return None,
    };
    Some((place.seen(seen), true))
}

/// Whether a part of a gene is skipped when it is read: no gene is joined to another.
fn skips(alteration: &str) -> bool {
    let kind = alteration.to_lowercase();
    ["skip", "splic", "スキッピング"].iter().any(|word| kind.contains(word))
}

/// The kind in plain words, where the alteration is told more closely than by its kind.
pub(crate) fn kind_in_words(alteration: &Alteration) -> Option<Label> {
    let Alteration::Rearrangement(change) = alteration else { return None };
    skips(&change.alteration).then(|| told::READ_OTHERWISE.to_label())
}

/// Whether a laboratory's words for a rearrangement say that none was found.
fn says_none(alteration: &str) -> bool {
    let kind = alteration.to_lowercase();
    let word = |wanted: &str| kind.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    word("no") || word("not") || ["negative", "なし", "陰性"].iter().any(|said| kind.contains(said))
}

/// What is found of the way in which genes are joined, and whether that is a change.
fn joined(change: &Rearrangement, subject: &str, place: Place) -> Option<(Message, bool)> {
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
    let gene = gene_named(first);
    if says_none(&change.alteration) {
        return Some((told::joined_unchanged(gene), false));
    }
    let seen = match genes.as_slice() {
        _ if skips(&change.alteration) => told::skipped(gene),
        [one, other] => told::joined(one, other),
        // Between two genes of which one has no name, or of one gene with what is none.
        _ if pair.is_some_and(|(five, three)| five != three)
            || kind.contains("fusion")
            || kind.contains("transloc") =>
        {
            told::joined_elsewhere(gene)
        }
        _ => told::arranged_otherwise(gene),
    };
    Some((place.seen(seen), true))
}

/// What was measured, in each language. What it is compared with, and what it was counted from, is the doctor's to explain.
fn values(metrics: &[Metric]) -> Option<Label> {
    let told = |metric: &&Metric| {
        let kind = metric.kind.as_deref().unwrap_or_default().to_lowercase();
        !metric.is_extent() && !kind.contains("normal")
    };
    metrics.iter().find(told).map(laboratory::metric_label)
}

/// How strongly a gene is read. What is much or little is not known of a number alone.
fn expressed(change: &Expression, gene: &str) -> Option<Message> {
    Some(told::expression(gene_named(gene), values(&change.metrics)?))
}

fn non_human(content: &NonHuman) -> Option<Message> {
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
    Some(told::non_human(if virus { told::virus(name) } else { told::organism(name) }))
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

fn measured(marker: &Biomarker) -> Option<Value> {
    let value = values(&marker.metrics);
    let state = state_of(marker)?;
    Some(match (marker.marker.to_ascii_uppercase().as_str(), state) {
        ("TMB", State::Undetermined) => told::TMB_UNDETERMINED.said(),
        ("TMB", State::High) => told::tmb_high(in_brackets(value)).said(),
        ("TMB", State::NotHigh) => told::tmb_not_high(in_brackets(value)).said(),
        ("TMB", State::None) => told::tmb_value(value?).said(),
        ("MSI", State::Undetermined) => told::MSI_UNDETERMINED.said(),
        ("MSI", State::High) => told::MSI_HIGH.said(),
        // Intermediate or low is neither; what was said of it belongs to a person.
        ("MSI", State::NotHigh) if !is_stable(marker) => return None,
        ("MSI", State::NotHigh) => told::MSI_STABLE.said(),
        ("MSI", State::None) => told::msi_value(value?).said(),
        ("LOH", State::High | State::NotHigh | State::None) => told::loh(value?).said(),
        _ => return None,
    })
}

fn is_stable(marker: &Biomarker) -> bool {
    marker.state.as_deref().is_some_and(|state| {
        let state = state.to_lowercase();
        state.contains("stable") || state.contains("mss")
    })
}

fn in_brackets(value: Option<Label>) -> Value {
    value.map_or_else(|| "".said(), |value| told::aside(value).said())
}

/// What the panel's verdict says, in a sentence.
fn meaning(row: &ReportFinding, resistance: bool, place: Place) -> Word {
    if resistance {
        return told::MEANS_RESISTANCE;
    }
    let verdict = row.panel.as_ref().map(|decision| &decision.verdict);
    if verdict.and_then(|verdict| verdict.actionable) == Some(true) {
        return told::MEANS_TREATMENT;
    }
    match verdict.map(|verdict| &verdict.call) {
        Some(Call::Classified { grade }) => of_class(grade, place),
        Some(Call::Deferred { .. }) | None => told::ASK_DOCTOR,
    }
}

fn of_class(grade: &Grade, place: Place) -> Word {
    let inherited = place.is_inherited() || grade.germline;
    // Classes of tiers say what a change is good for; the others say what it does.
    let clinical = grade.scale.starts_with("amp-tier");
    match grade.weight {
        1.. if inherited => told::MEANS_ILLNESS,
        1.. if clinical => told::MEANS_CLINICALLY,
        1.. => told::MEANS_CANCER,
        0 => told::MEANS_UNCLEAR,
        _ if inherited => told::MEANS_NO_ILLNESS,
        _ => told::MEANS_NO_CANCER,
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
