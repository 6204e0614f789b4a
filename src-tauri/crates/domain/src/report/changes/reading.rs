//! What was read of a finding, as far as a report shows it: it changes where a person lets another consequence speak, or takes
//! a later reading.

use super::joined;
use crate::evidence::CitedEvidence;
use crate::finding::{Alteration, Breakend};
use crate::genome::{Chromosome, Position1};
use crate::label::{Label, Language};
use crate::measure::{Metric, Vaf};
use crate::report::ReportFinding;
use crate::report::in_words::same;
use crate::words::{Worded, laboratory, word};

/// Everything that is printed of what was read, in one line.
pub(super) fn reading(row: &ReportFinding) -> Label {
    let read = &row.finding.read;
    let mut said = vec![row.named_change()];
    // What is empty is left out in the end.
    let mut add = |words: Label| said.push(words);
    let alteration = &read.alteration;
    add(same(alteration.genes().iter().map(|gene| gene.as_str()).collect::<Vec<_>>().join(", ")));
    match alteration {
        Alteration::ShortVariant(v) => {
            if let Some(chosen) = v.chosen() {
                let coding = chosen.coding.as_ref().map(ToString::to_string);
                let protein = chosen.protein.as_ref().map(ToString::to_string);
                let names = [chosen.transcript.clone(), coding, protein];
                names.into_iter().flatten().map(same).for_each(&mut add);
                let effects = chosen.effects.iter().map(|effect| laboratory::label(effect));
                add(joined(effects, "、", ", "));
            }
            add(same(v.genomic_change()));
            add(same(reads(v.alternate_depth, v.depth)));
        }
        Alteration::CopyNumber(v) => {
            add(laboratory::change(alteration));
            add(metrics(&v.metrics));
            add(same(place(v.chromosome.as_ref(), v.start, v.end)));
        }
        Alteration::Rearrangement(v) => {
            add(same(alteration.subject()));
            add(laboratory::change(alteration));
            let (first, second) = &v.breakends;
            [first, second].into_iter().flatten().map(breakend).map(same).for_each(&mut add);
            add(same(reads(v.supporting_reads, v.total_reads)));
        }
        Alteration::Biomarker(v) => {
            add(same(alteration.subject()));
            add(laboratory::change(alteration));
            add(metrics(&v.metrics));
            add(same(v.descriptions.join(", ")));
        }
        Alteration::Expression(v) => add(metrics(&v.metrics)),
        Alteration::NonHuman(v) => add(metrics(&v.metrics)),
        Alteration::Composite(v) => add(same(v.components.join(", "))),
    }
    add(same(read.alteration.vaf().map(Vaf::percent).unwrap_or_default()));
    add(same(read.sample.clone().unwrap_or_default()));
    add(same(read.laboratory_verdict.clone().unwrap_or_default()));
    said.push(read.origin.label().to_label());
    said.extend(read.nucleic_acid.map(|kind| kind.label().to_label()));
    if read.reported == Some(false) {
        said.push(word("finding.notReported").to_label());
    }
    if let Some(choice) = &row.finding.choice {
        let by = word("chosen.person");
        said.push(Label {
            ja: format!("{}：{} {}", by.ja, choice.by.name, choice.reason),
            en: format!("{}: {} {}", by.en, choice.by.name, choice.reason),
        });
    }
    if let Some(entry) = &row.finding.entry {
        said.push(same(format!("{} {}", entry.by.name, entry.reason)));
    }
    joined(said, "、", "; ")
}

fn metrics(all: &[Metric]) -> Label {
    let said = |metric: &Metric, language| {
        let kind = laboratory::short_term(metric.kind.as_deref().unwrap_or_default(), language);
        format!("{kind} {}", laboratory::metric(metric, language)).trim().to_owned()
    };
    let one = |metric| Label { ja: said(metric, Language::Ja), en: said(metric, Language::En) };
    joined(all.iter().map(one), ", ", ", ")
}

fn reads(of: Option<u32>, all: Option<u32>) -> String {
    [of, all].into_iter().flatten().map(|n| n.to_string()).collect::<Vec<_>>().join("/")
}

fn place(chromosome: Option<&Chromosome>, start: Option<Position1>, end: Option<Position1>) -> String {
    let numbers: Vec<_> = [start, end].into_iter().flatten().map(|at| at.get().to_string()).collect();
    let chromosome = chromosome.map(ToString::to_string).unwrap_or_default();
    format!("{chromosome}:{}", numbers.join("-")).trim_matches(':').to_owned()
}

fn breakend(end: &Breakend) -> String {
    let genes: Vec<&str> = end.genes.iter().map(|gene| gene.as_str()).collect();
    format!("{} {}", genes.join("/"), place(end.chromosome.as_ref(), end.start, end.end)).trim().to_owned()
}

/// The rows of evidence that something rests on.
pub(super) fn cited(rows: &[CitedEvidence]) -> Label {
    joined(rows.iter().map(CitedEvidence::in_words), "、", "; ")
}
