//! What the file says of patient, specimen and the wish about germline findings: offered to the person who loads it, and
//! never taken over unseen.

use super::super::node::Node;
use super::super::tree::Element;
use entaku_domain::patient::{Clinical, Details, Disclosure, DisclosureWish, Patient, Specimen};

/// The details; none where the file has none.
pub(super) fn read(report: &Node<'_>) -> Option<Box<Details>> {
    let in_patient = report.path.field("patient");
    let in_owner = report.path.field("owner");
    let in_specimen = report.path.field("specimen");
    let in_preference = report.path.field("preference");
    let in_nuclei = report.path.field("qc");
    let below = |path: &[&str]| report.element.at(path);
    let patient = below(&["patient"]).map(|element| Node::new(element, &in_patient, report.notes));
    let owner = below(&["owner"]).map(|element| Node::new(element, &in_owner, report.notes));
    let specimen = below(&["specimen"]).map(|element| Node::new(element, &in_specimen, report.notes));
    let preference = below(&["preference"]).map(|element| Node::new(element, &in_preference, report.notes));
    let nuclei = below(&["qc", "tumor-content", "nuclei"])
        .filter(|element| in_percent(element))
        .map(|element| Node::new(element, &in_nuclei, report.notes));
    let detail = |node: &Option<Node<'_>>, name: &str| node.as_ref().and_then(|node| node.detail(name));
    if let Some(patient) = &patient {
        patient.expect_only(&["id", "sex", "age", "c-cat-id"]);
    }
    let wish = preference.as_ref().and_then(|node| node.flag("germline-disclosure"));
    let details = Details {
        patient: Patient {
            hospital_id: detail(&patient, "id"),
            ccat_id: detail(&patient, "c-cat-id"),
            sex: patient.as_ref().and_then(|node| node.sex("sex")).unwrap_or_default(),
            age: patient.as_ref().and_then(|node| node.small("age", 130)),
            ..Patient::default()
        },
        clinical: Clinical {
            pathology: detail(&specimen, "pathology"),
            hospital: detail(&owner, "hospital"),
            attending: detail(&owner, "doctor"),
            ..Clinical::default()
        },
        specimen: Specimen {
            tumour_content: nuclei.as_ref().and_then(|node| node.small("value", 100)),
            ..Specimen::default()
        },
        disclosure: Disclosure {
            wish: match wish {
                Some(true) => DisclosureWish::Wants,
                Some(false) => DisclosureWish::Refuses,
                None => DisclosureWish::NotAsked,
            },
            ..Disclosure::default()
        },
        ..Details::default()
    };
    (details != Details::default()).then(|| Box::new(details))
}

/// Whether a measure is in percent; without a unit it is.
fn in_percent(measure: &Element) -> bool {
    let unit = measure.child("unit").map(Element::text).unwrap_or_default();
    unit.is_empty() || unit == "%" || unit.to_ascii_lowercase().starts_with("percent")
}
