//! What a CATS file says before its records: version, genome, test, samples, remarks, values to hide.

use super::fields::{Fields, Need};
use super::version::Version;
use crate::head::Head;
use crate::json::{Node, Value};
use crate::notes::{NoteBook, Remark};
use crate::path::Path;
use entaku_domain::draft::{Hide, PanelTest, SequencingSample};
use entaku_domain::finding::NucleicAcid;
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use entaku_words::errors::note;
use std::cell::RefCell;

const TEST_TYPES: [&str; 4] = [
    "tumor-only",
    "tumor and matched-normal",
    "tumor-only (cell-free)",
    "tumor (cell-free) and matched-normal",
];

/// Reads the head. `person` is the build the person named, used where the file names none.
pub(super) fn read(
    root: &Fields<'_>,
    person: Option<&GenomeBuild>,
    is_heme: bool,
    notes: &RefCell<NoteBook>,
) -> (Head, Version) {
    let mut head = Head::default();
    let mut version = Version::NEWEST;
    let mut stated = None;
    let path = root.path.field("metaData");
    if let Some(meta) = root.node("metaData", Need::Required).and_then(|node| Fields::of(node, &path, notes))
    {
        meta.expect_only(&["schemaVersion", "referenceGenome", "configOptions", "comments"]);
        let declared = meta.text("schemaVersion", Need::Required);
        let (read_as, remark) = Version::of(declared.as_deref());
        version = read_as;
        head.format_version = declared;
        if let Some(remark) = remark {
            meta.remark("schemaVersion", remark);
        }
        stated = assembly(&meta, version, notes);
        head.hide = hide(&meta, notes);
        head.comments = comments(&meta, notes);
    }
    head.assembly = crate::assembly::settle(stated, person, &mut notes.borrow_mut());
    head.test = test(root, notes);
    head.test.samples = samples(root, version, is_heme, notes);
    (head, version)
}

fn assembly(meta: &Fields<'_>, version: Version, notes: &RefCell<NoteBook>) -> Option<Assembly> {
    let path = meta.path.field("referenceGenome");
    let genome =
        meta.node("referenceGenome", Need::Required).and_then(|node| Fields::of(node, &path, notes))?;
    genome.expect_only(&["grcRelease", "name", "descriptions", "patch"]);
    let release = match version < Version::GRC_RELEASE {
        true => genome.text("grcRelease", Need::Optional),
        false => genome.text("grcRelease", Need::Required),
    };
    let name = genome.text("name", Need::Optional);
    if let Some(patch) = genome.text("patch", Need::Optional) {
        let said = format!("name and patch ({patch})");
        genome
            .remark("patch", Remark::info("old-field", said, "Since 1.1.0 the build stands in grcRelease."));
    }
    let text = release.or(name)?;
    let build = GenomeBuild::from_name(&text);
    if matches!(build, GenomeBuild::Other(_)) {
        let hint = note::UNKNOWN_BUILD.en;
        genome.remark("grcRelease", Remark::warning("unknown-build", text, hint));
    }
    Some(Assembly { name: build, source: BuildSource::File })
}

fn hide(meta: &Fields<'_>, notes: &RefCell<NoteBook>) -> Hide {
    let mut hide = Hide::default();
    let path = meta.path.field("configOptions");
    let Some(options) =
        meta.node("configOptions", Need::Optional).and_then(|node| Fields::of(node, &path, notes))
    else {
        return hide;
    };
    for member in options.members {
        let is_known = member.name.starts_with("typeLabelsInterpretedAsKb");
        let target = match member.name.strip_prefix("hide") {
            Some("AlleleFrequency") => &mut hide.allele_frequency,
            Some("CnaValue") => &mut hide.copy_number,
            Some("MsiValue") => &mut hide.msi,
            Some("TmbValue") => &mut hide.tmb,
            Some("LohValue") => &mut hide.loh,
            _ => {
                if !is_known {
                    let hint = "The format has no such option; it has no effect here.";
                    options.remark(&member.name, Remark::info("unknown-field", &*member.name, hint));
                }
                continue;
            }
        };
        // A wish to hide that cannot be read is honoured: showing too little can be put right, showing too much not.
        let written_null = member.node.value == Value::Null;
        *target = options.flag(&member.name, Need::Optional).unwrap_or(!written_null);
    }
    hide
}

fn comments(meta: &Fields<'_>, notes: &RefCell<NoteBook>) -> Vec<String> {
    let list = meta.path.field("comments");
    let mut comments = Vec::new();
    for (index, node) in meta.list("comments", Need::Optional).iter().enumerate() {
        let path = list.item(index);
        let Some(comment) = Fields::of(node, &path, notes) else { continue };
        comment.expect_only(&["itemIds", "contents"]);
        let items = comment.texts("itemIds", Need::Required).join(", ");
        for content in comment.texts("contents", Need::Required) {
            comments.push(if items.is_empty() { content } else { format!("{items}: {content}") });
        }
    }
    comments
}

fn test(root: &Fields<'_>, notes: &RefCell<NoteBook>) -> PanelTest {
    let path = root.path.field("testInfo");
    let Some(info) = root.node("testInfo", Need::Required).and_then(|node| Fields::of(node, &path, notes))
    else {
        return PanelTest::default();
    };
    info.expect_only(&[
        "testId",
        "testType",
        "panelName",
        "panelVersion",
        "targetRegionVersion",
        "softwareName",
        "softwareVersion",
        "testForReferenceOnly",
    ]);
    let software: Vec<String> = ["softwareName", "softwareVersion"]
        .into_iter()
        .filter_map(|name| info.text(name, Need::Optional))
        .collect();
    PanelTest {
        test_id: info.text("testId", Need::Required),
        panel_name: info.text("panelName", Need::Required),
        panel_version: info.text("panelVersion", Need::Required),
        test_type: info.one_of("testType", Need::Required, &TEST_TYPES),
        software: Some(software.join(" ")).filter(|text| !text.is_empty()),
        reference_only: info.flag("testForReferenceOnly", Need::Optional).unwrap_or(false),
        samples: Vec::new(),
    }
}

fn samples(
    root: &Fields<'_>,
    version: Version,
    is_heme: bool,
    notes: &RefCell<NoteBook>,
) -> Vec<SequencingSample> {
    let list = root.path.field("sequencingSamples");
    let nodes = root.list("sequencingSamples", Need::Required);
    nodes
        .iter()
        .enumerate()
        .filter_map(|(index, node)| sample(node, &list.item(index), version, is_heme, notes))
        .collect()
}

fn sample(
    node: &Node,
    path: &Path<'_>,
    version: Version,
    is_heme: bool,
    notes: &RefCell<NoteBook>,
) -> Option<SequencingSample> {
    let sample = Fields::of(node, path, notes)?;
    let mut known = vec![
        "itemId",
        "tumorOrNormal",
        "nucleicAcid",
        "testMethod",
        "totalReadCount",
        "totalMappedReadCount",
        "duplicateReadsPercentage",
        "mappedReadsPercentage",
        "meanReadDepth",
        "medianReadDepth",
        "suspectedSampleStates",
    ];
    known.extend(is_heme.then_some("qcStatus"));
    sample.expect_only(&known);
    let is_tumour = match sample.one_of("tumorOrNormal", Need::Required, &["tumor", "normal"]).as_deref() {
        Some("tumor" | "tumour") => Some(true),
        Some("normal") => Some(false),
        _ => None,
    };
    let mean_depth = sample.number("meanReadDepth", Need::Optional).filter(|depth| {
        if *depth < 0.0 {
            let hint = "A depth cannot be negative; kept as written, not used.";
            sample.remark("meanReadDepth", Remark::warning("out-of-range", depth.to_string(), hint));
        }
        *depth >= 0.0
    });
    Some(SequencingSample {
        item: sample.text("itemId", Need::Required).unwrap_or_else(|| path.to_string()),
        is_tumour,
        nucleic_acid: nucleic_acid(&sample, version, true),
        mean_depth,
        suspected_states: sample.texts("suspectedSampleStates", Need::Optional),
    })
}

/// DNA or RNA from `nucleicAcid`, or from `testMethod` (`DNA-seq`, `RNA-seq`) as versions before 1.2.0 have it.
pub(super) fn nucleic_acid(fields: &Fields<'_>, version: Version, required: bool) -> Option<NucleicAcid> {
    let need = if required && version >= Version::SAMPLES { Need::Required } else { Need::Optional };
    let (name, text) = match fields.text("testMethod", Need::Optional) {
        Some(method) => {
            let hint = "Since 1.2.0 nucleicAcid of the sample says this.";
            fields.remark("testMethod", Remark::info("old-field", format!("testMethod {method}"), hint));
            ("testMethod", Some(fields.text("nucleicAcid", Need::Optional).unwrap_or(method)))
        }
        None => ("nucleicAcid", fields.text("nucleicAcid", need)),
    };
    let text = text?;
    match text.to_ascii_uppercase().as_str() {
        upper if upper.starts_with("DNA") => Some(NucleicAcid::Dna),
        upper if upper.starts_with("RNA") => Some(NucleicAcid::Rna),
        _ => {
            fields
                .remark(name, Remark::warning("unknown-value", text, "DNA or RNA was expected; left empty."));
            None
        }
    }
}
