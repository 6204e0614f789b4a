//! What the file says of patient, clinical context and specimen: offered to the person who loads it.

use super::super::node::Node;
use super::Report;
use crate::notes::NoteBook;
use crate::path::Path;
use entaku_domain::patient::{Clinical, Details, Patient, Specimen};
use entaku_domain::text::Text;
use std::cell::RefCell;

/// The details; none where the file has none.
pub(super) fn of(
    report: &Report<'_>,
    customer: Option<Node<'_>>,
    notes: &RefCell<NoteBook>,
) -> Option<Box<Details>> {
    let root = Path::ROOT;
    let in_person = root.field("PMI");
    let in_sample = root.field("Sample");
    let in_measured = root.field("variant-report");
    let below = |name| report.curated.and_then(|curated| curated.child(name));
    let person = below("PMI").map(|element| Node::new(element, &in_person, notes));
    let sample = below("Sample").map(|element| Node::new(element, &in_sample, notes));
    let measured = report.measured.map(|element| Node::new(element, &in_measured, notes));
    let detail = |node: &Option<Node<'_>>, name: &str| node.as_ref().and_then(|node| node.detail(name));
    let sex = person
        .as_ref()
        .and_then(|node| node.sex("Gender"))
        .or_else(|| measured.as_ref().and_then(|node| node.sex("gender")));
    let details = Details {
        patient: Patient {
            hospital_id: detail(&person, "MRN").or_else(|| detail(&customer, "MRN")),
            ccat_id: None,
            name: detail(&person, "FullName").or_else(|| whole_name(&person)),
            kana: None,
            sex: sex.unwrap_or_default(),
            birth_date: person.as_ref().and_then(|node| node.day("DOB")),
            age: measured.as_ref().and_then(|node| node.small("age", 130)),
        },
        clinical: Clinical {
            tumour_type: detail(&measured, "disease-ontology").or_else(|| detail(&measured, "disease")),
            diagnosis: detail(&person, "SubmittedDiagnosis"),
            pathology: detail(&measured, "pathology-diagnosis"),
            hospital: detail(&person, "MedFacilName"),
            attending: detail(&person, "OrderingMD"),
            ..Clinical::default()
        },
        specimen: Specimen {
            kind: detail(&sample, "SpecFormat"),
            site: detail(&person, "SpecSite"),
            collected_on: person.as_ref().and_then(|node| node.day("CollDate")),
            tumour_content: measured.as_ref().and_then(|node| node.small("percent-tumor-nuclei", 100)),
            ..Specimen::default()
        },
        ..Details::default()
    };
    (details != Details::default()).then(|| Box::new(details))
}

fn whole_name(person: &Option<Node<'_>>) -> Option<Text> {
    let node = person.as_ref()?;
    let parts: Vec<String> =
        ["LastName", "FirstName"].into_iter().filter_map(|name| node.said(name)).collect();
    Text::optional(Some(&parts.join(" "))).ok().flatten()
}
