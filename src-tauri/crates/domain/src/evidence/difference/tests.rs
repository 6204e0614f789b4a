use super::*;
use crate::evidence::EvidenceDisease;

fn item(id: &str, level: &str) -> EvidenceItem {
    EvidenceItem {
        source: "CIViC".to_owned(),
        id: id.to_owned(),
        status: ReviewStatus::Accepted,
        direction: Direction::Sensitivity,
        supports: true,
        significance: "Sensitivity/Response".to_owned(),
        level: (!level.is_empty())
            .then(|| StatedLevel { scale: "CIViC".to_owned(), level: level.to_owned() }),
        disease: EvidenceDisease { name: Some("Melanoma".to_owned()), ..EvidenceDisease::default() },
        profile: "BRAF V600E".to_owned(),
        therapies: vec!["Vemurafenib".to_owned(), "Cobimetinib".to_owned()],
        interaction: None,
        references: Vec::new(),
        statement: String::new(),
        origin: None,
        rating: None,
        contested: false,
        updated: None,
        address: None,
        stated_beside: Vec::new(),
        fields: Vec::new(),
    }
}

/// What changed of the only item.
fn one(former: EvidenceItem, now: EvidenceItem) -> Vec<Changed> {
    difference(&[former], &[now]).pop().map(|one| one.changed).unwrap_or_default()
}

#[test]
fn rows_come_and_go_and_those_that_did_not_change_are_left_out() {
    let older = [item("EID1", "A"), item("EID2", "B"), item("EID3", "C"), item("EID3", "D")];
    let newer = [item("EID4", "A"), item("EID1", "A"), item("EID2", "A"), item("EID2", "E")];
    let told: Vec<_> = difference(&older, &newer)
        .into_iter()
        .map(|one| (one.id.to_owned(), one.was, one.is, one.changed.len(), one.changed[0].said().en))
        .collect();
    let row = |id: &str, was, is, said: &str| (id.to_owned(), was, is, 1, said.to_owned());
    assert_eq!(
        told,
        [
            row("EID4", None, Some(0), "New"),
            row("EID2", Some(1), Some(2), "Higher level: CIViC B → CIViC A"),
            row("EID3", Some(2), None, "Withdrawn by the source"),
        ]
    );
}

#[test]
fn a_level_is_higher_or_lower_within_its_scale_alone() {
    let kind = |former: &str, now: &str| match one(item("1", former), item("1", now)).as_slice() {
        [] => "same",
        [Changed::LevelHigher(_)] => "higher",
        [Changed::LevelLower(_)] => "lower",
        [Changed::LevelOther(_)] => "other",
        _ => "more",
    };
    for (former, now, expected) in [
        ("B", "B", "same"),
        ("B", "A", "higher"),
        ("D", "B", "higher"),
        ("A", "C", "lower"),
        ("", "B", "other"),
        ("B", "", "other"),
        ("R", "B", "other"),
        ("Tier I - Level B", "Tier I - Level A", "other"),
    ] {
        assert_eq!(kind(former, now), expected, "{former} {now}");
    }
    let mut other = item("1", "A");
    other.level = Some(StatedLevel { scale: "AMP".to_owned(), level: "A".to_owned() });
    assert!(matches!(one(item("1", "B"), other).as_slice(), [Changed::LevelOther(_)]), "another scale");
}

#[test]
fn what_else_may_change_is_told_each_once() {
    let with = |change: fn(&mut EvidenceItem)| {
        let mut now = item("1", "B");
        change(&mut now);
        one(item("1", "B"), now)
    };
    assert!(matches!(with(|now| now.contested = true).as_slice(), [Changed::Contested]));
    assert!(matches!(
        with(|now| now.status = ReviewStatus::Submitted).as_slice(),
        [Changed::NoLongerAccepted]
    ));
    assert!(matches!(with(|now| now.supports = false).as_slice(), [Changed::Direction(_)]));
    assert!(matches!(with(|now| now.direction = Direction::Resistance).as_slice(), [Changed::Direction(_)]));
    assert!(matches!(with(|now| now.profile = "BRAF V600".to_owned()).as_slice(), [Changed::Profile(_)]));
    assert!(matches!(with(|now| now.disease.name = None).as_slice(), [Changed::Disease(_)]));
    assert_eq!(with(|now| now.therapies.reverse()), [], "the order of therapies is no change");
    assert!(matches!(with(|now| now.therapies.truncate(1)).as_slice(), [Changed::Therapies(_)]));
    assert_eq!(with(|now| now.updated = Some("2026-10-01".to_owned())), [], "an update of nothing shown");
    let mut contested = item("1", "B");
    contested.contested = true;
    assert!(matches!(one(contested, item("1", "B")).as_slice(), [Changed::NoLongerContested]));
    let mut submitted = item("1", "C");
    submitted.status = ReviewStatus::Submitted;
    assert!(matches!(
        one(submitted, item("1", "B")).as_slice(),
        [Changed::Accepted, Changed::LevelHigher(_)]
    ));
    let said = with(|now| now.supports = false)[0].said();
    assert!(said.ja.contains("支持しない") && said.en.contains("does not support"), "{said:?}");
}
