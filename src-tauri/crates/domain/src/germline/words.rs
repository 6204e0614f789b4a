//! What lists ask and answer, in words of the book: each value beside its limit.

use super::filter::{Condition, FilterAnswer, GermlineCandidate, Limit, RuleOf};
use super::list::Share;
use super::tumour::TumourGroups;
use crate::label::Label;
use crate::measure::plain_number;
use crate::omission::ConditionState;
use crate::words::Worded;
use entaku_words::answers::germline_filter;
use entaku_words::{Said, Value};

impl Share {
    fn said(self) -> Value {
        let percent = percent(self.bound());
        match self {
            Self::AtLeast(_) => germline_filter::at_least(percent).said(),
            Self::Above(_) => germline_filter::above(percent).said(),
        }
    }
}

/// A fraction in percent, with as many decimals as tell it from a limit.
fn percent(fraction: f64) -> String {
    plain_number(fraction * 100.0)
}

fn flag(value: Option<bool>) -> Value {
    match value {
        Some(true) => germline_filter::GIVEN.said(),
        Some(false) => germline_filter::ABSENT.said(),
        None => germline_filter::NOT_STATED.said(),
    }
}

impl Condition {
    /// What the list wants.
    pub fn wanted(&self, tumours: &TumourGroups) -> Value {
        let named = |id: &String| {
            let none = || Label { ja: id.clone(), en: id.clone() };
            tumours.get(id).map_or_else(none, |group| group.name.clone())
        };
        match &self.limit {
            Limit::Listed(_) => germline_filter::WANTS_GENE.said(),
            Limit::Pathogenic(..) => germline_filter::WANTS_PATHOGENIC.said(),
            Limit::Panel => germline_filter::WANTS_PANEL.said(),
            Limit::Inherited(_) => germline_filter::WANTS_INHERITED.said(),
            Limit::ShortVariant(_) => germline_filter::WANTS_SHORT_VARIANT.said(),
            Limit::Share(limits, _) => {
                let one = |limit: &Option<Share>| {
                    limit.map_or_else(|| germline_filter::NO_LIMIT.said(), Share::said)
                };
                germline_filter::wants_share(limits.iter().map(one)).said()
            }
            Limit::MsiHigh(_) => germline_filter::WANTS_MSI_HIGH.said(),
            Limit::YoungerThan(years, _) => germline_filter::wants_younger(*years).said(),
            Limit::Related(_) => germline_filter::WANTS_RELATED.said(),
            Limit::Phenotype(_) => germline_filter::WANTS_PHENOTYPE.said(),
            Limit::TumourIs(id) => germline_filter::wants_tumour(named(id)).said(),
            Limit::TumourIsNotOr { tumour, others, .. } if others.is_empty() => {
                germline_filter::wants_other_tumour(named(tumour)).said()
            }
            Limit::TumourIsNotOr { tumour, others, .. } => {
                let others = others.iter().map(|other| other.wanted(tumours));
                germline_filter::wants_other_tumour_or(named(tumour), others).said()
            }
        }
    }

    /// What was found.
    pub fn found(&self) -> Value {
        let not_stated = || germline_filter::NOT_STATED.said();
        match &self.limit {
            Limit::Listed(gene) => {
                gene.as_ref().map_or_else(not_stated, |gene| Value::Text(gene.to_string()))
            }
            Limit::Pathogenic(None, _) | Limit::Panel => not_stated(),
            Limit::Pathogenic(Some(class), None) => class.label().said(),
            Limit::Pathogenic(Some(class), Some(by)) => {
                germline_filter::class_by(class.label(), by.label()).said()
            }
            Limit::Inherited(origin) => origin.label().said(),
            Limit::ShortVariant(kind) => kind.label().said(),
            Limit::Share(_, vaf) => {
                vaf.map_or_else(not_stated, |vaf| germline_filter::percent(percent(vaf.fraction())).said())
            }
            Limit::MsiHigh(msi) => msi.map_or_else(not_stated, |msi| msi.label().said()),
            Limit::YoungerThan(_, age) => {
                age.map_or_else(not_stated, |age| germline_filter::years(plain_number(age)).said())
            }
            Limit::Related(value) | Limit::Phenotype(value) => flag(*value),
            Limit::TumourIs(_) => flag(match self.state {
                ConditionState::Met => Some(true),
                ConditionState::NotMet => Some(false),
                ConditionState::Unknown => None,
            }),
            Limit::TumourIsNotOr { another, .. } => flag(match another {
                ConditionState::Met => Some(true),
                ConditionState::NotMet => Some(false),
                ConditionState::Unknown => None,
            }),
        }
    }

    fn line(&self, tumours: &TumourGroups) -> Value {
        germline_filter::line(self.wanted(tumours), self.found()).said()
    }
}

impl FilterAnswer<'_> {
    /// The rule in words.
    pub fn rule_said(&self) -> Value {
        match self.rule {
            RuleOf::Group(group) => (&group.name).said(),
            RuleOf::NotListed => germline_filter::NOT_LISTED.said(),
            RuleOf::NotInKnownPart => germline_filter::NOT_IN_KNOWN_PART.said(),
            RuleOf::NoGene => germline_filter::NO_GENE.said(),
        }
    }

    /// The rule's code.
    pub fn rule_code(&self) -> &str {
        match self.rule {
            RuleOf::Group(group) => &group.rule,
            RuleOf::NotListed => "not-listed",
            RuleOf::NotInKnownPart => "not-in-known-part",
            RuleOf::NoGene => "gene-not-stated",
        }
    }

    /// Why the answer is what it is: of "no" what fails, of "depends" what it turns on, of "yes" all that holds.
    pub fn reason(&self, tumours: &TumourGroups) -> Value {
        let of = |state: ConditionState| self.conditions.iter().filter(move |one| one.state == state);
        match self.candidate {
            GermlineCandidate::Yes if self.told => germline_filter::reason_told(self.rule_said()).said(),
            GermlineCandidate::Yes => {
                let lines = of(ConditionState::Met).map(|one| one.line(tumours));
                germline_filter::reason_yes(self.rule_said(), lines).said()
            }
            GermlineCandidate::No => {
                let failed = |one: &Condition| germline_filter::failed(one.wanted(tumours), one.found());
                germline_filter::reason_no(of(ConditionState::NotMet).map(failed)).said()
            }
            GermlineCandidate::Depends => {
                let lines = of(ConditionState::Unknown).map(|one| one.line(tumours));
                germline_filter::reason_depends(self.rule_said(), lines).said()
            }
        }
    }
}
