//! Findings as rows and in full.

use super::classification::{basis_view, dissent_view};
use super::germline::germline_view;
use super::opinion::{Reader, standing};
use super::{assembly, count, grade_view, label, moment};
use crate::view::{
    ChoiceView, DifferenceView, EntryView, FindingRow, FurtherReadingView, LabelView, ReadView, SaidView,
    StatementView, TranscriptView, VerdictView, VerdictsView,
};
use chrono::{DateTime, FixedOffset};
use entaku_domain::case::{Case, Source, differences};
use entaku_domain::decision::{Call, Decision};
use entaku_domain::draft::Hide;
use entaku_domain::finding::{
    Alteration, Breakend, CHOICE, ChosenBecause, DraftFinding, Finding, TranscriptEffect, chosen_because,
    gene_because,
};
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::MemberId;
use entaku_domain::measure::{Metric, Vaf};
use entaku_domain::member::Actor;
use entaku_domain::statement::Statement;
use entaku_domain::text::Text;
use entaku_domain::words::{Worded, laboratory, word};
use entaku_knowledge::Knowledge;
use std::collections::BTreeMap;

/// Who recorded something, when and why.
pub(crate) fn entry(by: &Actor, at: DateTime<FixedOffset>, reason: &Text) -> EntryView {
    EntryView { by: by.name.to_string(), role: by.role, at: moment(at), reason: reason.to_string() }
}

/// Units in which a value is a copy number.
const COPY_NUMBER_UNITS: [&str; 2] = ["copy number", "absolute copy number"];

/// A finding as `reader` may see it. `asked` are those whose opinion is asked for.
pub(crate) fn finding_row(
    case: &Case,
    finding: &Finding,
    verbatim: bool,
    knowledge: &Knowledge,
    reader: &Reader<'_>,
    asked: &[MemberId],
) -> FindingRow {
    let source = case.source_of(finding);
    let hide = source.map(|source| source.draft.hide).unwrap_or_default();
    let mut alteration = finding.read.alteration.clone();
    hide.apply(&mut alteration);
    let first = effects(finding).first();
    let opinions = case.opinions.get(&finding.id);
    let (opinions_stand, differs_in) = standing(case, finding.id, reader, asked).unzip();
    let ccat =
        case.ccat.get(&finding.id).map(ToString::to_string).or_else(|| finding.read.ccat_verdict.clone());
    FindingRow {
        finding_id: finding.id.to_string(),
        kind: alteration.kind(),
        genes: alteration.genes().iter().map(ToString::to_string).collect(),
        subject: alteration.subject(),
        change: alteration.change(),
        change_in_words: laboratory::change_in_words(&alteration).as_ref().map(label),
        hgvs_c: alteration.coding().map(ToString::to_string),
        hgvs_p: alteration.protein().map(ToString::to_string),
        transcript: first.and_then(|first| first.transcript.clone()),
        effects: first.map(|first| first.effects.clone()).unwrap_or_default(),
        effects_in_words: first.map(|first| in_words(&first.effects)).unwrap_or_default(),
        choice: choice(finding),
        more_severe: more_severe(finding),
        position: position(&alteration),
        assembly: assembly(&case.assembly_of(finding)),
        reference_misfit: super::reference::misfit(case, finding).as_ref().map(label),
        vaf: alteration.vaf().map(Vaf::fraction),
        vaf_text: alteration.vaf().map(Vaf::percent),
        depth: depth(&alteration),
        alternate_depth: alternate_depth(&alteration),
        copy_number: copy_number(&alteration),
        values: metrics(&alteration).iter().map(Metric::printed).collect(),
        values_in_words: values_in_words(&alteration),
        contradiction: contradiction(&alteration),
        origin: finding.read.origin,
        reported: finding.read.reported,
        needs_verdict: Case::needs_verdict(finding),
        waits: case.waits_for_later_panel(finding.id),
        sources: sources(case, finding),
        entered: finding.entry.as_ref().map(|entered| entry(&entered.by, entered.at, &entered.reason)),
        differences: differences(case, finding)
            .into_iter()
            .map(|difference| DifferenceView {
                part: label(&difference.part.label().to_label()),
                said: difference
                    .said
                    .iter()
                    .map(|(source, words)| SaidView {
                        source: source_name(case, *source),
                        words: label(words),
                    })
                    .collect(),
            })
            .collect(),
        sample: finding.read.sample.clone(),
        verdicts: VerdictsView {
            laboratory: finding.read.laboratory_verdict.clone(),
            ccat,
            panel: case.decisions.get(&finding.id).map(decision_view),
        },
        germline: germline_view(case, finding, knowledge),
        opinions: opinions.map_or(0, |given| count(given.len())),
        standing: opinions_stand,
        differs_in: differs_in.unwrap_or_default(),
        consequences: if verbatim { transcripts(finding) } else { Vec::new() },
        verbatim: if verbatim { verbatim_map(finding) } else { BTreeMap::new() },
    }
}

/// Names of the files a finding came from; none for one that a person entered and no file holds.
fn sources(case: &Case, finding: &Finding) -> Vec<String> {
    let further = finding.further.iter().map(|reading| reading.source);
    finding.source.into_iter().chain(further).map(|source| source_name(case, Some(source))).collect()
}

pub(crate) fn source_name(case: &Case, source: Option<usize>) -> String {
    let named = source.and_then(|index| case.sources.get(index));
    named.map(|source| source.draft.file.name.clone()).unwrap_or_default()
}

/// What the further sources of a finding say, and how each is known to be the same alteration.
pub(crate) fn further(case: &Case, finding: &Finding) -> Vec<FurtherReadingView> {
    finding
        .further
        .iter()
        .map(|reading| FurtherReadingView {
            source: source_name(case, Some(reading.source)),
            basis: label(&reading.basis.label().to_label()),
            verbatim: reading.read.verbatim.iter().map(|field| (field.0.clone(), field.1.clone())).collect(),
        })
        .collect()
}

/// What the laboratory and C-CAT say of a finding: by its item in the file it came from, or of its gene.
pub(crate) fn statements(case: &Case, finding: &Finding) -> Vec<StatementView> {
    let first = finding.source.map(|source| (source, &finding.read));
    let readings =
        first.into_iter().chain(finding.further.iter().map(|further| (further.source, &further.read)));
    let genes = finding.read.alteration.genes();
    let about = |index: usize, statement: &Statement| match statement.about.is_empty() {
        false => {
            readings.clone().any(|(source, read)| source == index && statement.about.contains(&read.item))
        }
        true => statement.gene.as_ref().is_some_and(|gene| genes.contains(&gene)),
    };
    let of_source = |(index, source): (usize, &Source)| {
        let name = source.draft.file.name.clone();
        let stated = source.draft.statements.iter().filter(move |statement| about(index, statement));
        stated.map(|statement| statement_view(statement, &name)).collect::<Vec<_>>()
    };
    case.sources.iter().enumerate().flat_map(of_source).collect()
}

/// One statement, with the file it stands in.
pub(crate) fn statement_view(statement: &Statement, source: &str) -> StatementView {
    StatementView {
        kind: label(&statement.kind.label().to_label()),
        by: label(&statement.by.label().to_label()),
        source: source.to_owned(),
        gene: statement.gene.as_ref().map(ToString::to_string),
        text: statement.text.clone(),
        level: statement.level.as_ref().map(|level| format!("{} {}", level.scale, level.level)),
        fields: statement.fields.iter().map(|field| (field.0.clone(), field.1.clone())).collect(),
    }
}

fn verbatim_map(finding: &Finding) -> BTreeMap<String, String> {
    finding.read.verbatim.iter().map(|field| (field.0.clone(), field.1.clone())).collect()
}

fn position(alteration: &Alteration) -> String {
    let place = |chromosome: &Option<Chromosome>, start: Option<Position1>, end: Option<Position1>| {
        let chromosome = chromosome.as_ref()?;
        match (start, end) {
            (Some(start), Some(end)) if end != start => {
                Some(format!("{chromosome}:{}-{}", start.get(), end.get()))
            }
            (Some(start), _) => Some(format!("{chromosome}:{}", start.get())),
            _ => Some(chromosome.to_string()),
        }
    };
    match alteration {
        Alteration::ShortVariant(v) if v.chromosome.is_some() => v.genomic_change(),
        Alteration::CopyNumber(v) => place(&v.chromosome, v.start, v.end).unwrap_or_default(),
        Alteration::Rearrangement(v) => {
            let side = |b: &Option<Breakend>| b.as_ref().and_then(|b| place(&b.chromosome, b.start, b.end));
            let (first, second) = &v.breakends;
            [side(first), side(second)].into_iter().flatten().collect::<Vec<_>>().join(" / ")
        }
        _ => String::new(),
    }
}

fn metrics(alteration: &Alteration) -> &[Metric] {
    match alteration {
        Alteration::CopyNumber(v) => &v.metrics,
        Alteration::Expression(v) => &v.metrics,
        Alteration::Biomarker(v) => &v.metrics,
        Alteration::NonHuman(v) => &v.metrics,
        Alteration::ShortVariant(_) | Alteration::Rearrangement(_) | Alteration::Composite(_) => &[],
    }
}

/// What laboratories and annotators write, in both languages.
fn in_words(written: &[String]) -> Vec<LabelView> {
    written.iter().map(|one| label(&laboratory::label(one))).collect()
}

fn values_in_words(alteration: &Alteration) -> Vec<LabelView> {
    metrics(alteration).iter().map(|one| label(&laboratory::metric_label(one))).collect()
}

fn contradiction(alteration: &Alteration) -> Option<LabelView> {
    let Alteration::CopyNumber(change) = alteration else { return None };
    let said = entaku_words::answers::contradiction::gain_without_copies(&change.alteration);
    change.gains_without_copies().then(|| label(&said.to_label()))
}

fn copy_number(alteration: &Alteration) -> Option<f64> {
    let Alteration::CopyNumber(v) = alteration else { return None };
    v.metrics
        .iter()
        .find(|metric| metric.unit.as_deref().is_some_and(|unit| COPY_NUMBER_UNITS.contains(&unit)))
        .map(|metric| metric.value)
}

/// The transcripts of a finding, the source's preferred one first.
pub(crate) fn transcripts(finding: &Finding) -> Vec<TranscriptView> {
    effects(finding).iter().map(transcript).collect()
}

/// Why the first consequence of a finding speaks for it; none where there is no other.
fn choice(finding: &Finding) -> Option<ChoiceView> {
    let effects = effects(finding);
    if effects.len() < 2 {
        return None;
    }
    Some(match &finding.choice {
        Some(choice) => ChoiceView {
            gene_because: None,
            because: label(&word("chosen.person").to_label()),
            order: None,
            by: Some(entry(&choice.by, choice.at, &choice.reason)),
        },
        None => {
            let because = chosen_because(effects)?;
            let listed = because == ChosenBecause::SourceOrder;
            ChoiceView {
                gene_because: gene_because(effects)
                    .filter(|_| !listed)
                    .map(|because| label(&because.label().to_label())),
                because: label(&because.label().to_label()),
                order: (!listed).then(|| CHOICE.to_owned()),
                by: None,
            }
        }
    })
}

/// The consequences of a finding that are more severe than the one that speaks for it.
fn more_severe(finding: &Finding) -> Vec<TranscriptView> {
    entaku_domain::finding::more_severe(effects(finding)).into_iter().map(transcript).collect()
}

/// What was read of a finding, as screens show it.
pub(crate) fn read_view(read: &DraftFinding, hide: Hide) -> ReadView {
    let mut alteration = read.alteration.clone();
    hide.apply(&mut alteration);
    let first = match &alteration {
        Alteration::ShortVariant(variant) => variant.chosen().cloned().unwrap_or_default(),
        _ => TranscriptEffect::default(),
    };
    ReadView {
        kind: alteration.kind(),
        subject: alteration.subject(),
        change: alteration.change(),
        change_in_words: laboratory::change_in_words(&alteration).as_ref().map(label),
        hgvs_c: alteration.coding().map(ToString::to_string),
        hgvs_p: alteration.protein().map(ToString::to_string),
        transcript: first.transcript,
        effects_in_words: in_words(&first.effects),
        effects: first.effects,
        position: position(&alteration),
        vaf_text: alteration.vaf().map(Vaf::percent),
        depth: depth(&alteration),
        alternate_depth: alternate_depth(&alteration),
        values: metrics(&alteration).iter().map(Metric::printed).collect(),
        values_in_words: values_in_words(&alteration),
        origin: read.origin,
        sample: read.sample.clone(),
    }
}

/// As [`read_view`], of a record read before readings had a version: its coding and protein change, and its gene, were each
/// the first that any consequence named, and so they were shown.
pub(crate) fn read_view_of_old(read: &DraftFinding, hide: Hide) -> ReadView {
    let mut shown = read.clone();
    if let Alteration::ShortVariant(variant) = &mut shown.alteration {
        let all = std::mem::take(&mut variant.transcripts);
        if let Some(mut first) = all.first().cloned() {
            first.coding = all.iter().find_map(|effect| effect.coding.clone());
            first.protein = all.iter().find_map(|effect| effect.protein.clone());
            variant.transcripts = vec![first];
        }
    }
    read_view(&shown, hide)
}

fn depth(alteration: &Alteration) -> Option<u32> {
    match alteration {
        Alteration::ShortVariant(v) => v.depth,
        Alteration::Rearrangement(v) => v.total_reads,
        _ => None,
    }
}

fn alternate_depth(alteration: &Alteration) -> Option<u32> {
    match alteration {
        Alteration::ShortVariant(v) => v.alternate_depth,
        Alteration::Rearrangement(v) => v.supporting_reads,
        _ => None,
    }
}

/// The consequences of a finding as read, the one that speaks for it first.
pub(crate) fn effects(finding: &Finding) -> &[TranscriptEffect] {
    match &finding.read.alteration {
        Alteration::ShortVariant(variant) => &variant.transcripts,
        _ => &[],
    }
}

fn transcript(effect: &TranscriptEffect) -> TranscriptView {
    TranscriptView {
        gene: effect.gene.as_ref().map(ToString::to_string),
        transcript: effect.transcript.clone(),
        coding: effect.coding.as_ref().map(HgvsText::to_string),
        protein: effect.protein.as_ref().map(HgvsText::to_string),
        effects: effect.effects.clone(),
        effects_in_words: in_words(&effect.effects),
        impact: effect.impact,
        flags: effect.flags.iter().map(|flag| label(&flag.label().to_label())).collect(),
    }
}

pub(crate) fn decision_view(decision: &Decision) -> VerdictView {
    let (grade, deferred) = match &decision.verdict.call {
        Call::Classified { grade } => (Some(grade_view(grade)), None),
        Call::Deferred { reason } => (None, Some(reason.to_string())),
    };
    VerdictView {
        grade,
        deferred,
        actionable: decision.verdict.actionable,
        rationale: decision.verdict.rationale.as_ref().map(ToString::to_string),
        references: decision.verdict.references.iter().map(ToString::to_string).collect(),
        cited: decision.verdict.evidence.iter().map(super::evidence::cited).collect(),
        basis: decision.verdict.basis.as_deref().map(basis_view),
        dissent: decision.verdict.dissent.iter().map(dissent_view).collect(),
        by: decision.by.name.to_string(),
        role: decision.by.role,
        at: moment(decision.at),
    }
}
