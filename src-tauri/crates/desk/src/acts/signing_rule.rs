//! Who signs a report.

use crate::command::{Act, Command};
use crate::convert::moment;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::args;
use crate::view::{SigningRuleChangeView, SigningRuleView};

args! {
    /// Who signs a report.
    SigningRule {}
}

impl Command for SigningRule {
    const NAME: &'static str = "signing_rule";
    const RIGHT: Right = Right::Office;
    type Answer = SigningRuleView;
}

impl Act for SigningRule {
    fn act(self, desk: &mut Desk) -> Outcome<SigningRuleView> {
        let office = &desk.session()?.office;
        let codes = |rule: &entaku_domain::signing::SigningRule| rule.required.clone();
        let rule = office.signing_rule();
        let history = office.signing.iter().rev().map(|recorded| SigningRuleChangeView {
            required: codes(&recorded.rule),
            distinct: recorded.rule.distinct,
            by: recorded.by.name.to_string(),
            role: recorded.by.role,
            at: moment(recorded.at),
            reason: recorded.reason.to_string(),
        });
        Ok(SigningRuleView { required: codes(&rule), distinct: rule.distinct, history: history.collect() })
    }
}
