//! What a file says of itself: version, build, test, samples.

use super::super::node::Node;
use super::super::tree::Element;
use crate::Options;
use crate::assembly;
use crate::head::Head;
use crate::notes::Remark;
use crate::path::Path;
use entaku_domain::draft::{PanelTest, SequencingSample};
use entaku_domain::finding::NucleicAcid;
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_words::errors::note;

/// What was sequenced: the path below `qc/sequence`, whether it is the tumour, DNA or RNA.
const SEQUENCED: [([&str; 2], bool, NucleicAcid); 3] = [
    (["tumor", "dna"], true, NucleicAcid::Dna),
    (["tumor", "rna"], true, NucleicAcid::Rna),
    (["normal", "dna"], false, NucleicAcid::Dna),
];

/// Most programs named in one line.
const MAX_PROGRAMS: usize = 20;

/// Reads the head.
pub(super) fn read(root: &Element, report: &Node<'_>, options: &Options) -> Head {
    let in_root = Path::ROOT;
    let whole = Node::new(root, &in_root, report.notes);
    let stated = build(root, report);
    let assembly = assembly::settle(stated, options.assembly.as_ref(), &mut report.notes.borrow_mut());
    let in_test = report.path.field("test");
    let test = report.element.child("test").map(|element| Node::new(element, &in_test, report.notes));
    let panels = report.element.at(&["test", "panel"]).map(listed).unwrap_or_default();
    let programs: Vec<String> = report
        .element
        .at(&["reference", "program"])
        .into_iter()
        .flat_map(Element::items)
        .take(MAX_PROGRAMS)
        .map(|item| super::super::statement::said(item, &["name", "version"]).replace(" · ", " "))
        .filter(|program| !program.is_empty())
        .collect();
    Head {
        format: "GenMineTOP",
        format_version: whole.text("version"),
        assembly,
        test: PanelTest {
            test_id: report.required("id"),
            panel_name: test.and_then(|node| node.said("type")),
            panel_version: Some(panels.join(", ")).filter(|text| !text.is_empty()),
            test_type: None,
            software: Some(programs.join(", ")).filter(|text| !text.is_empty()),
            reference_only: false,
            samples: SEQUENCED.iter().filter_map(|sequenced| sample(report, sequenced)).collect(),
        },
        ..Head::default()
    }
}

fn listed(element: &Element) -> Vec<String> {
    element.items().into_iter().map(Element::text).filter(|text| !text.is_empty()).collect()
}

/// The build that the file states, in the result or among the options of the analysis.
fn build(root: &Element, report: &Node<'_>) -> Option<Assembly> {
    let text = |element: Option<&Element>| element.map(Element::text).filter(|text| !text.is_empty());
    let of_result = text(report.element.at(&["result", "reference-genome"]));
    let of_input = text(root.at(&["input", "options", "genome-version"]));
    if let (Some(result), Some(input)) = (&of_result, &of_input)
        && GenomeBuild::from_name(result) != GenomeBuild::from_name(input)
    {
        let said = format!("the result says {result}, the options say {input}");
        let hint = "The word of the result is used; check the build before comparing positions.";
        report.notes.borrow_mut().about_file(Remark::warning("build-conflict", said, hint));
    }
    let name = of_result.or(of_input)?;
    let build = GenomeBuild::from_name(&name);
    if matches!(build, GenomeBuild::Other(_)) {
        let hint = note::UNKNOWN_BUILD.en;
        report.remark("reference-genome", Remark::warning("unknown-build", name, hint));
    }
    Some(Assembly { name: build, source: BuildSource::File })
}

fn sample(
    report: &Node<'_>,
    (below, is_tumour, nucleic_acid): &([&str; 2], bool, NucleicAcid),
) -> Option<SequencingSample> {
    let [kind, acid] = below;
    let element = report.element.at(&["qc", "sequence", kind, acid])?;
    let in_qc = report.path.field("qc");
    let in_sequence = in_qc.field("sequence");
    let in_kind = in_sequence.field(kind);
    let path = in_kind.field(acid);
    let node = Node::new(element, &path, report.notes);
    let in_depth = path.field("mean-depth");
    let depth = element.child("mean-depth").map(|depth| Node::new(depth, &in_depth, report.notes));
    if let Some(status) = node.said("status")
        && ["fail", "ng", "reject", "warn"].iter().any(|bad| status.to_ascii_lowercase().starts_with(bad))
    {
        let hint = note::QUALITY_STATUS.en;
        node.remark("status", Remark::warning("quality-status", status, hint));
    }
    Some(SequencingSample {
        item: node.said("id").unwrap_or_else(|| format!("{kind} {acid}")),
        is_tumour: Some(*is_tumour),
        nucleic_acid: Some(*nucleic_acid),
        mean_depth: depth.and_then(|node| node.amount("value")),
        suspected_states: Vec::new(),
    })
}
