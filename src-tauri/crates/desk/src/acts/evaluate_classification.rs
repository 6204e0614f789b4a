//! A choice of criteria to add up.

use crate::command::{Act, Command};
use crate::convert::evaluation_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::classification::{chosen, scheme};
use crate::view::CriterionForm;
use crate::view::EvaluationView;
use crate::view::args;
use entaku_domain::classification::evaluate;

args! {
    /// A choice of criteria to add up.
    EvaluateClassification {
        /// Scheme id.*
        scheme: String,
        /// The choice.*
        criteria: Vec<CriterionForm>,
    }
}

impl Command for EvaluateClassification {
    const NAME: &'static str = "evaluate_classification";
    const RIGHT: Right = Right::Anybody;
    type Answer = EvaluationView;
}

impl Act for EvaluateClassification {
    fn act(self, desk: &mut Desk) -> Outcome<EvaluationView> {
        let scheme = scheme("scheme", &desk.knowledge, &self.scheme)?;
        let evaluation = evaluate(scheme, &chosen("criteria", &self.criteria)?);
        evaluation_view(&desk.knowledge, scheme, &evaluation)
    }
}
