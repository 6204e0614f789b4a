//! Rule-sets between the domain and the form in which a site edits them.

use super::{date, label};
use crate::error::{Outcome, Problem};
use crate::view::{BasisForm, ConditionForm, LabelView, ModeForm, RequirementForm, RuleSetForm};
use entaku_domain::label::Label;
use entaku_domain::quorum::{
    AttendingRule, Basis, Condition, ModeRule, Paediatric, Requirement, RuleSet, SeveralKeys,
};
use entaku_words::errors::rule_set::{self, CannotBeMeantPart};

fn basis_form(basis: &Basis) -> BasisForm {
    BasisForm {
        certainty: basis.certainty,
        source: basis.source.clone(),
        note: basis.note.as_ref().map(label),
    }
}

fn requirement_form(one: &Requirement) -> RequirementForm {
    RequirementForm {
        key: one.key,
        minimum: one.minimum,
        distinct_fields: one.distinct_fields,
        full_time: one.full_time,
        applies: one.applies,
        basis: basis_form(&one.basis),
    }
}

pub(super) fn condition_form(condition: &Condition) -> ConditionForm {
    ConditionForm {
        id: condition.id.clone(),
        kind: condition.kind,
        text: label(&condition.text),
        fact: condition.fact,
        basis: basis_form(&condition.basis),
    }
}

fn mode_form(rule: &ModeRule) -> ModeForm {
    ModeForm {
        mode: rule.mode,
        allowed: rule.allowed,
        attendance: rule.attendance,
        unanimous: rule.unanimous,
        reason: rule.reason,
        conditions: rule.conditions.iter().map(condition_form).collect(),
        basis: basis_form(&rule.basis),
    }
}

/// A rule-set as the form shows it.
pub(crate) fn rule_set_form(set: &RuleSet) -> RuleSetForm {
    RuleSetForm {
        id: set.id.clone(),
        version: Some(set.version.clone()),
        name: label(&set.name),
        effective_from: set.effective_from.to_string(),
        basis: basis_form(&set.basis),
        attendance: set.attendance.iter().map(requirement_form).collect(),
        members: set.members.iter().map(requirement_form).collect(),
        most_keys: set.several_keys.most,
        most_keys_basis: basis_form(&set.several_keys.basis),
        attending_needed: set.attending.needed,
        information_suffices: set.attending.information_suffices,
        attending_basis: basis_form(&set.attending.basis),
        modes: set.modes.iter().map(mode_form).collect(),
        paediatric_below: set.paediatric.below_years,
        paediatric_basis: basis_form(&set.paediatric.basis),
    }
}

fn words(form: &LabelView) -> Label {
    Label { ja: form.ja.trim().to_owned(), en: form.en.trim().to_owned() }
}

fn basis_of(_field: &str, form: &BasisForm) -> Outcome<Basis> {
    let note = form.note.as_ref().map(words).filter(|note| !(note.ja.is_empty() && note.en.is_empty()));
    Ok(Basis { certainty: form.certainty, source: form.source.trim().to_owned(), note })
}

fn requirements_of(field: &str, forms: &[RequirementForm]) -> Outcome<Vec<Requirement>> {
    let one = |form: &RequirementForm| {
        Ok(Requirement {
            key: form.key,
            minimum: form.minimum,
            distinct_fields: form.distinct_fields,
            full_time: form.full_time,
            applies: form.applies,
            basis: basis_of(field, &form.basis)?,
        })
    };
    forms.iter().map(one).collect()
}

fn mode_of(form: &ModeForm) -> Outcome<ModeRule> {
    let condition = |form: &ConditionForm| {
        Ok(Condition {
            id: form.id.trim().to_owned(),
            kind: form.kind,
            text: words(&form.text),
            fact: form.fact,
            basis: basis_of("modes", &form.basis)?,
        })
    };
    Ok(ModeRule {
        mode: form.mode,
        allowed: form.allowed,
        attendance: form.attendance,
        unanimous: form.unanimous,
        reason: form.reason,
        conditions: form.conditions.iter().map(condition).collect::<Outcome<_>>()?,
        basis: basis_of("modes", &form.basis)?,
    })
}

/// The rule-set of a form, under a version that the program gives. Bounds are checked.
pub(crate) fn rule_set_of(form: &RuleSetForm, version: String) -> Outcome<RuleSet> {
    let effective_from = date("effectiveFrom", Some(&form.effective_from))?;
    let set = RuleSet {
        id: form.id.trim().to_owned(),
        version,
        name: words(&form.name),
        effective_from: effective_from
            .ok_or_else(|| Problem::at("effectiveFrom", rule_set::FIRST_DAY_MISSING))?,
        basis: basis_of("basis", &form.basis)?,
        attendance: requirements_of("attendance", &form.attendance)?,
        members: requirements_of("members", &form.members)?,
        several_keys: SeveralKeys {
            most: form.most_keys,
            basis: basis_of("mostKeys", &form.most_keys_basis)?,
        },
        attending: AttendingRule {
            needed: form.attending_needed,
            information_suffices: form.information_suffices,
            basis: basis_of("attending", &form.attending_basis)?,
        },
        modes: form.modes.iter().map(mode_of).collect::<Outcome<_>>()?,
        paediatric: Paediatric {
            below_years: form.paediatric_below,
            basis: basis_of("paediatricBelow", &form.paediatric_basis)?,
        },
    };
    set.check().map_err(|fault| {
        let field = match fault.field {
            "severalKeys" => "mostKeys",
            "paediatric" => "paediatricBelow",
            other => other,
        };
        Problem::at(field, rule_set::cannot_be_meant(&fault.found, part(fault.field), fault.expected))
    })?;
    Ok(set)
}

/// The part of a rule-set by its name in the domain.
fn part(field: &str) -> CannotBeMeantPart {
    match field {
        "id" => CannotBeMeantPart::Id,
        "attendance" | "members" => CannotBeMeantPart::Requirements,
        "severalKeys" => CannotBeMeantPart::SeveralKeys,
        "paediatric" => CannotBeMeantPart::Paediatric,
        "modes" => CannotBeMeantPart::Modes,
        _ => CannotBeMeantPart::Words,
    }
}
