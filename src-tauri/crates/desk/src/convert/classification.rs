//! Schemes, what a choice adds up to, and the criteria of a verdict, for the screen.

use super::{grade_view, label};
use crate::error::{Outcome, internal};
use crate::view::{
    AppliedCriterionView, BarredView, CriteriaView, CriterionGroupView, CriterionView, DissentView,
    EvaluationView, ExcludedView, SchemeView, StrengthView, ThresholdView,
};
use entaku_domain::classification::{
    Classification, Criterion, Direction, Dissent, Evaluation, Scheme, Strength,
};
use entaku_domain::words::Worded;
use entaku_knowledge::Knowledge;
use entaku_words::Message;
use entaku_words::errors::classification;

pub(crate) fn scheme_view(knowledge: &Knowledge, scheme: &Scheme) -> Outcome<SchemeView> {
    let upper = std::iter::once(None).chain(scheme.thresholds.iter().map(|threshold| threshold.at_least));
    let thresholds = scheme.thresholds.iter().zip(upper).map(|(threshold, above)| {
        let grade = knowledge.grade(&scheme.scale, &threshold.class).map_err(internal)?;
        Ok(ThresholdView {
            grade: grade_view(&grade),
            range: range(threshold.at_least, above),
            certainty: threshold.certainty,
            remark: threshold.remark.as_ref().map(label),
        })
    });
    let group = |group: &entaku_domain::classification::Group| CriterionGroupView {
        id: group.id.clone(),
        name: label(&group.name),
        criteria: scheme
            .criteria
            .iter()
            .filter(|criterion| criterion.group == group.id)
            .map(|criterion| criterion_view(scheme, criterion))
            .collect(),
    };
    Ok(SchemeView {
        id: scheme.id.clone(),
        version: scheme.version.clone(),
        scale: scheme.scale.clone(),
        name: label(&scheme.name),
        source: scheme.source.clone(),
        germline: scheme.germline,
        thresholds: thresholds.collect::<Outcome<_>>()?,
        groups: scheme.groups.iter().map(group).collect(),
    })
}

/// The points of a class in words. `above` is where the class above it begins.
fn range(at_least: Option<i32>, above: Option<i32>) -> String {
    let most = above.map(|above| above.saturating_sub(1));
    match (at_least, most) {
        (Some(least), None) => format!("≥ {least}"),
        (Some(least), Some(most)) => format!("{least} … {most}"),
        (None, Some(most)) => format!("≤ {most}"),
        (None, None) => "…".to_owned(),
    }
}

fn criterion_view(scheme: &Scheme, criterion: &Criterion) -> CriterionView {
    let mut strengths: Vec<Strength> =
        criterion.adjustable.iter().copied().chain([criterion.strength]).collect();
    strengths.sort();
    let strength = |strength: Strength| StrengthView {
        code: strength,
        points: (strength != Strength::StandAlone)
            .then(|| format!("{:+}", scheme.points_of(criterion, strength))),
    };
    CriterionView {
        code: criterion.code.clone(),
        name: label(&criterion.name),
        against: criterion.direction == Direction::Against,
        strength: criterion.strength,
        strengths: strengths.into_iter().map(strength).collect(),
        certainty: criterion.certainty,
    }
}

/// Why a choice is refused, one sentence for each rule it breaks. Names the codes concerned.
pub(crate) fn refusals(scheme: &Scheme, evaluation: &Evaluation) -> Vec<Message> {
    let excluded = evaluation
        .excluded
        .iter()
        .map(|pair| classification::exclude_each_other(&pair.first, &pair.second, &pair.reason));
    let unknown = evaluation.unknown.iter().map(|code| classification::no_criterion(code, &scheme.name));
    let repeated = evaluation.repeated.iter().map(classification::chosen_twice);
    let not_offered = evaluation.not_offered.iter().map(|one| {
        let offered = one.offered.iter().map(|strength| strength.label());
        classification::no_such_strength(&one.code, one.strength.label(), offered)
    });
    excluded.chain(unknown).chain(repeated).chain(not_offered).collect()
}

pub(crate) fn evaluation_view(
    knowledge: &Knowledge,
    scheme: &Scheme,
    evaluation: &Evaluation,
) -> Outcome<EvaluationView> {
    let suggested = evaluation.suggested.as_deref().map(|class| knowledge.grade(&scheme.scale, class));
    Ok(EvaluationView {
        points: evaluation.points,
        points_text: format!("{:+}", evaluation.points),
        suggested: suggested.transpose().map_err(internal)?.as_ref().map(grade_view),
        stand_alone: evaluation.stand_alone.clone(),
        refusals: refusals(scheme, evaluation).iter().map(|why| label(&why.to_label())).collect(),
        excluded: evaluation
            .excluded
            .iter()
            .map(|pair| ExcludedView {
                first: pair.first.clone(),
                second: pair.second.clone(),
                reason: label(&pair.reason),
                certainty: pair.certainty,
            })
            .collect(),
        barred: evaluation
            .barred
            .iter()
            .map(|one| BarredView { code: one.code.clone(), by: one.by.clone(), reason: label(&one.reason) })
            .collect(),
    })
}

pub(crate) fn basis_view(basis: &Classification) -> CriteriaView {
    CriteriaView {
        scheme: basis.scheme.clone(),
        version: basis.version.clone(),
        scheme_name: label(&basis.scheme_name),
        criteria: basis
            .criteria
            .iter()
            .map(|applied| AppliedCriterionView {
                code: applied.code.clone(),
                written: applied.with_points(),
                name: label(&applied.name),
                strength: applied.strength,
                adjusted: applied.adjusted,
                points: applied.points,
                note: applied.note.as_ref().map(ToString::to_string),
            })
            .collect(),
        points: basis.points,
        sum: basis.sum(),
        suggested: grade_view(&basis.suggested),
        override_reason: basis.override_reason.as_ref().map(ToString::to_string),
        manual: basis.manual,
    }
}

pub(crate) fn dissent_view(dissent: &Dissent) -> DissentView {
    DissentView {
        member_id: dissent.member.as_ref().map(ToString::to_string),
        name: dissent.name.to_string(),
        words: dissent.words.to_string(),
    }
}
