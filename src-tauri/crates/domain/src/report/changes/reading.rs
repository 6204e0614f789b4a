//! What was read of a finding, as far as a report shows it: it changes where a person lets another consequence speak, or takes
//! a later reading.

use super::joined;
use crate::finding::{Alteration, Breakend};
use crate::genome::{Chromosome, Position1};
use crate::label::Label;
use crate::measure::{Metric, Vaf};
use crate::report::ReportFinding;
use crate::report::in_words::same;
use crate::words::{Worded, word};

/// Everything that is printed of what was read, in one line.
pub(super) fn reading(row: &ReportFinding) -> Label {
    let read = &row.finding.read;
    let mut said = vec![same(format!("{} {}", row.subject, row.change))];
    let mut add = |words: String| {
        if !words.is_empty() {
            said.push(same(words));
        }
    };
    let alteration = &read.alteration;
    add(alteration.genes().iter().map(|gene| gene.as_str()).collect::<Vec<_>>().join(", "));
    match alteration {
        Alteration::ShortVariant(v) => {
            if let Some(chosen) = v.chosen() {
                let coding = chosen.coding.as_ref().map(ToString::to_string);
                let protein = chosen.protein.as_ref().map(ToString::to_string);
                let names = [chosen.transcript.clone(), coding, protein];
                names.into_iter().flatten().for_each(&mut add);
                add(chosen.effects.join(", "));
            }
            add(v.genomic_change());
            add(reads(v.alternate_depth, v.depth));
        }
        Alteration::CopyNumber(v) => {
            add(alteration.change());
            add(metrics(&v.metrics));
            add(place(v.chromosome.as_ref(), v.start, v.end));
        }
        Alteration::Rearrangement(v) => {
            add(alteration.subject());
            add(alteration.change());
            let (first, second) = &v.breakends;
            [first, second].into_iter().flatten().map(breakend).for_each(&mut add);
            add(reads(v.supporting_reads, v.total_reads));
        }
        Alteration::Biomarker(v) => {
            add(alteration.subject());
            add(alteration.change());
            add(metrics(&v.metrics));
            add(v.descriptions.join(", "));
        }
        Alteration::Expression(v) => add(metrics(&v.metrics)),
        Alteration::NonHuman(v) => add(metrics(&v.metrics)),
        Alteration::Composite(v) => add(v.components.join(", ")),
    }
    add(read.alteration.vaf().map(Vaf::percent).unwrap_or_default());
    add(read.sample.clone().unwrap_or_default());
    add(read.laboratory_verdict.clone().unwrap_or_default());
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

fn metrics(all: &[Metric]) -> String {
    let one =
        |metric: &Metric| format!("{} {}", metric.kind.as_deref().unwrap_or_default(), metric.printed());
    all.iter().map(|metric| one(metric).trim().to_owned()).collect::<Vec<_>>().join(", ")
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
