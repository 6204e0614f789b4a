//! Criteria and points: the schemes for the form, what a choice adds up to, and the checked basis of a verdict.

use crate::convert::{optional_text, refusals, text};
use crate::error::{Outcome, Problem, internal};
use crate::view::{CriteriaForm, CriterionForm, DissentForm};
use entaku_domain::classification::{
    AppliedCriterion, ChosenCriterion, Classification, Dissent, Scheme, evaluate,
};
use entaku_domain::decision::Call;
use entaku_domain::finding::FindingKind;
use entaku_domain::ids::MemberId;
use entaku_domain::office::Office;
use entaku_domain::text::Text;
use entaku_domain::words::Worded;
use entaku_knowledge::{Knowledge, Purpose, Scale};
use entaku_words::errors::{classification, thing};

/// A scheme has a few dozen criteria; a longer list is no choice of them.
const MOST_CRITERIA: usize = 200;

/// A panel has a few dozen people.
const MOST_DISSENT: usize = 100;

pub(crate) fn scheme<'k>(field: &str, knowledge: &'k Knowledge, id: &str) -> Outcome<&'k Scheme> {
    knowledge.scheme(id).map_err(|error| Problem::at(field, classification::no_scheme(id, error)))
}

pub(crate) fn chosen(field: &str, criteria: &[CriterionForm]) -> Outcome<Vec<ChosenCriterion>> {
    if criteria.len() > MOST_CRITERIA {
        let count = criteria.len();
        return Err(Problem::at(field, classification::too_many_criteria(count, MOST_CRITERIA)));
    }
    let one = |criterion: &CriterionForm| ChosenCriterion {
        code: criterion.code.trim().to_owned(),
        strength: criterion.strength,
    };
    Ok(criteria.iter().map(one).collect())
}

/// Refuses criteria for a kind of finding that they are not made for: hotspots and null variants say nothing of a fusion.
pub(crate) fn made_for(knowledge: &Knowledge, form: &CriteriaForm, kinds: &[FindingKind]) -> Outcome<()> {
    const SCHEME: &str = "basis.scheme";
    let scheme = scheme(SCHEME, knowledge, &form.scheme)?;
    let scale = knowledge.scales().iter().find(|known| known.id == scheme.scale);
    let fits =
        |kind: &FindingKind| scale.is_none_or(|scale| scale.kinds.is_empty() || scale.kinds.contains(kind));
    let Some(other) = kinds.iter().find(|kind| !fits(kind)) else { return Ok(()) };
    Err(Problem::at(SCHEME, classification::scheme_not_made_for(&scheme.name, other.label())))
}

/// Refuses a class of a scale that is not offered for a kind of finding, and names those that are: the procedure for sequence
/// variants classes no copy number. What was judged so before stays as it was recorded.
pub(crate) fn offered_for(knowledge: &Knowledge, call: &Call, kinds: &[FindingKind]) -> Outcome<()> {
    let Call::Classified { grade } = call else { return Ok(()) };
    let fits = |scale: &Scale, kind: &FindingKind| {
        scale.purpose == Purpose::Significance && (scale.kinds.is_empty() || scale.kinds.contains(kind))
    };
    let known = knowledge.scales().iter().find(|known| known.id == grade.scale);
    let Some((scale, other)) =
        known.and_then(|scale| Some((scale, kinds.iter().find(|kind| !fits(scale, kind))?)))
    else {
        return Ok(());
    };
    let offered = knowledge.scales().iter().filter(|one| fits(one, other));
    let offered = offered.map(|one| classification::scale_offered(&one.name, &one.id));
    Err(Problem::at("class", classification::scale_not_offered(&scale.name, other.label(), offered)))
}

/// The basis of a verdict: codes from the form, everything else reckoned here.
pub(crate) fn basis(knowledge: &Knowledge, form: &CriteriaForm, call: &Call) -> Outcome<Classification> {
    const CRITERIA: &str = "basis.criteria";
    let scheme = scheme("basis.scheme", knowledge, &form.scheme)?;
    let evaluation = evaluate(scheme, &chosen(CRITERIA, &form.criteria)?);
    let refused = refusals(scheme, &evaluation);
    if !refused.is_empty() {
        return Err(Problem::at(CRITERIA, classification::refusals(refused)));
    }
    let Some(class) = &evaluation.suggested else {
        return Err(Problem::at(CRITERIA, classification::CRITERION_MISSING));
    };
    let suggested = knowledge.grade(&scheme.scale, class).map_err(internal)?;
    let applied = |counted: entaku_domain::classification::Counted| {
        let given = form.criteria.iter().find(|criterion| criterion.code.trim() == counted.code);
        let note = given.and_then(|criterion| criterion.note.as_deref());
        Ok(AppliedCriterion {
            name: scheme
                .criterion(&counted.code)
                .map(|known| known.name.clone())
                .ok_or_else(|| internal(&counted.code))?,
            code: counted.code,
            strength: counted.strength,
            adjusted: counted.adjusted,
            points: counted.points,
            note: optional_text(CRITERIA, note)?,
        })
    };
    let basis = Classification {
        scheme: scheme.id.clone(),
        version: scheme.version.clone(),
        scheme_name: scheme.name.clone(),
        germline: scheme.germline,
        criteria: evaluation.counted.into_iter().map(applied).collect::<Outcome<_>>()?,
        points: evaluation.points,
        suggested,
        override_reason: None,
        manual: true,
    };
    let override_reason = optional_text("basis.overrideReason", form.override_reason.as_deref())?;
    overridden(basis, override_reason, call)
}

/// The reason for another class than the suggested one stands exactly where there is another one.
fn overridden(basis: Classification, reason: Option<Text>, call: &Call) -> Outcome<Classification> {
    const REASON: &str = "basis.overrideReason";
    let differs = match call {
        Call::Deferred { .. } => false,
        Call::Classified { grade } if grade.scale != basis.suggested.scale => {
            let (scheme, scale) = (&basis.scheme_name, &basis.suggested.scale_name);
            return Err(Problem::at("basis.scheme", classification::suggests_another_scale(scheme, scale)));
        }
        Call::Classified { grade } => basis.differs_from(grade),
    };
    match (differs, &reason) {
        (true, None) => Err(Problem::at(REASON, classification::reason_missing(&basis.suggested.class_name))),
        (false, Some(_)) => Err(Problem::at(REASON, classification::SUGGESTED_ALREADY)),
        _ => Ok(Classification { override_reason: reason, ..basis }),
    }
}

/// Dissenting views: members of the store, or guests by name.
pub(crate) fn dissent(office: &Office, forms: &[DissentForm]) -> Outcome<Vec<Dissent>> {
    if forms.len() > MOST_DISSENT {
        return Err(Problem::at("dissent", classification::too_many_dissents(forms.len(), MOST_DISSENT)));
    }
    let mut all: Vec<Dissent> = Vec::new();
    for form in forms {
        let one = dissenting(office, form)?;
        let again = all.iter().any(|other| match (&one.member, &other.member) {
            (None, None) => one.name == other.name,
            (ours, theirs) => ours == theirs,
        });
        if again {
            return Err(Problem::at("dissent", classification::dissents_twice(&one.name)));
        }
        all.push(one);
    }
    Ok(all)
}

fn dissenting(office: &Office, form: &DissentForm) -> Outcome<Dissent> {
    let member = match form.member_id.as_deref().filter(|id| !id.is_empty()) {
        None => None,
        Some(id) => {
            let found = MemberId::parse(id).ok().and_then(|id| office.member(&id).cloned());
            Some(found.ok_or_else(|| Problem::missing(thing::MEMBER, id))?)
        }
    };
    let words = text("dissent.words", &form.words)?;
    match member {
        // The name as it is known, whatever the form says.
        Some(member) => Ok(Dissent { member: Some(member.id), name: member.name, words }),
        None => {
            let name = text("dissent.name", form.name.as_deref().unwrap_or_default())?;
            Ok(Dissent { member: None, name, words })
        }
    }
}
