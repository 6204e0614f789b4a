//! The panel's rules asked without a case: a line of JSON in, its answer out. Uses the rules as they were shipped, for
//! without a store nobody knows what the site made of them. Reckons nothing itself: quorum and points are the domain's.

mod germline;
mod omission;
mod trial;

use crate::convert::{code_of, from_codes, text};
use crate::error::{Code, Outcome, Problem, internal};
use entaku_domain::classification::{ChosenCriterion, Exclusion, Scheme, Strength, evaluate};
use entaku_domain::evidence::GeneNames;
use entaku_domain::evidence::disease::OncoTree;
use entaku_domain::label::Language;
use entaku_domain::meeting_record::{Attendance, AttendingPart, Circumstances, MeetingMode};
use entaku_domain::quorum::{Edition, Held, ModeGap, RuleSet, assess};
use entaku_knowledge::{Knowledge, KnowledgeError, gene_names, oncotree};
use entaku_words::answers::rules_answer;
use entaku_words::errors::{germline_problem, rules};
use entaku_words::{Said, Value as Words, Word};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A line names at most this many people, keys or criteria.
const MOST: usize = 1_000;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleQuestion {
    /// Whether a panel is quorate.
    Quorum,
    /// Whether a panel may be omitted.
    Omission,
    /// Whether a finding is asked about as possibly inherited.
    Germline,
    /// Points and class of oncogenicity criteria.
    Oncogenicity,
    /// Points and class of ACMG/AMP criteria.
    Acmg,
    /// Whether a patient meets the criteria of a trial.
    Trial,
}

/// The rules that come with the program.
#[derive(Debug)]
pub struct Rulebook {
    knowledge: Knowledge,
    oncotree: OncoTree,
    gene_names: GeneNames,
    trials: trial::TrialRules,
}

/// A meeting, as far as the rules ask. `grounds`, `opinionsAgree` and `reason` may be left out: what they would settle is
/// then not judged, and the answer says so.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct QuorumLine {
    rule_set: String,
    mode: String,
    #[serde(default)]
    attendees: Vec<Attendee>,
    attending_physician: Option<String>,
    #[serde(default)]
    in_house_sequencing: bool,
    #[serde(default)]
    paediatric: bool,
    grounds: Option<Vec<String>>,
    opinions_agree: Option<bool>,
    reason: Option<String>,
    /// Fields of no known name: a misspelt one must not be taken for one left out without a word.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Attendee {
    name: Option<String>,
    #[serde(default)]
    keys: Vec<String>,
    field: Option<String>,
    full_time: Option<bool>,
}

#[derive(Debug, Deserialize)]
struct CriteriaLine {
    criteria: Vec<String>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

impl Rulebook {
    /// The rules that come with the program.
    ///
    /// # Errors
    /// When their data is damaged.
    pub fn shipped() -> Outcome<Self> {
        let knowledge = Knowledge::shipped().map_err(internal)?;
        Ok(Self {
            trials: trial::TrialRules::shipped(&knowledge)?,
            knowledge,
            oncotree: oncotree::shipped().map_err(internal)?.tree,
            gene_names: gene_names::shipped().map_err(internal)?,
        })
    }

    /// Puts a site's own list of heredity, as JSON, before the shipped ones.
    ///
    /// # Errors
    /// When it is no such list, with the place and what was expected.
    pub fn with_germline_list(mut self, json: &str) -> Outcome<Self> {
        let refused = |error: KnowledgeError| Problem::at("list", germline_problem::list(error));
        self.knowledge.put_germline_list_first(json).map_err(refused)?;
        Ok(self)
    }

    /// Answers one line: of a quorum `{"met","missing","reasons"}`, of an omission `{"mayOmit","ruleSet","conditions"}`, of heredity
    /// `{"candidate","rule","reason","listVersion"}`, of criteria `{"points","class","refused"}`,
    /// of a trial `{"state","criteria"}`.
    ///
    /// # Errors
    /// Where the line is no such question, or names a rule-set, way of meeting or key that does not exist.
    pub fn answer(&self, question: RuleQuestion, line: &str, language: Language) -> Outcome<Value> {
        match question {
            RuleQuestion::Quorum => self.quorum(&read(line)?, language),
            RuleQuestion::Omission => self.omission(&read(line)?, language),
            RuleQuestion::Germline => self.germline(&read(line)?, language),
            RuleQuestion::Oncogenicity => self.criteria("oncogenicity-sop-2022", &read(line)?, language),
            RuleQuestion::Acmg => self.criteria("acmg-points-2015", &read(line)?, language),
            RuleQuestion::Trial => self.trials.answer(&read(line)?, language),
        }
    }

    fn rule_set(&self, id: &str) -> Outcome<&RuleSet> {
        let all = self.knowledge.rule_sets();
        all.iter().find(|known| known.id == id.trim()).ok_or_else(|| {
            let ids = all.iter().map(|known| known.id.as_str()).collect::<Vec<_>>().join(", ");
            Problem::at("ruleSet", rules::no_rule_set(id, &ids))
        })
    }

    fn quorum(&self, line: &QuorumLine, language: Language) -> Outcome<Value> {
        let rule_set = self.rule_set(&line.rule_set)?;
        few("attendees", line.attendees.len())?;
        let mode = match line.mode.as_str() {
            "realtime" | "realTime" => MeetingMode::RealTime,
            "circulation" => MeetingMode::Circulation,
            "omitted" => MeetingMode::Omitted,
            other => return Err(choice("mode", other, "realtime, circulation, omitted")),
        };
        let attending = match line.attending_physician.as_deref() {
            Some("present") => AttendingPart::Present,
            Some("information-supplied" | "informationSupplied") => AttendingPart::InformationSupplied,
            Some("absent") | None => AttendingPart::Absent,
            Some(other) => {
                return Err(choice("attendingPhysician", other, "present, information-supplied, absent"));
            }
        };
        let people = line.attendees.iter().enumerate().map(|(at, person)| person.attendance(at));
        let people: Vec<Attendance> = people.collect::<Outcome<_>>()?;
        let circumstances = Circumstances {
            own_sequencing: line.in_house_sequencing,
            paediatric: line.paediatric,
            grounds: line.grounds.clone().unwrap_or_default(),
            opinions_agree: line.opinions_agree,
            ..Circumstances::default()
        };
        let reasoned = line.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        let held = Held { mode, attending, reasoned, circumstances: &circumstances };
        let quorum = assess(rule_set, Edition::Shipped, &people, held);
        // Of what the line leaves out nothing is known; it is named and holds nothing up.
        let left_out = |gap: &&ModeGap| match gap {
            ModeGap::GroundNotNamed => line.grounds.is_none(),
            ModeGap::AgreementNotStated => true,
            ModeGap::ReasonMissing => line.reason.is_none(),
            // What nobody has stated never counts as holding.
            ModeGap::NotAllowed
            | ModeGap::OpinionsDiffer
            | ModeGap::ConditionNotMet
            | ModeGap::ConditionNotKnown => false,
        };
        let (open, gaps): (Vec<&ModeGap>, Vec<&ModeGap>) = quorum.mode.gaps.iter().partition(left_out);
        let missing: Vec<&str> =
            quorum.lines.iter().filter(|line| !line.met).map(|line| line.key.key()).collect();
        let mut reasons: Vec<String> = Vec::new();
        if !quorum.attending.met {
            reasons.push(attending_reason(quorum.attending.information_suffices).get(language).to_owned());
        }
        reasons.extend(gaps.iter().map(|gap| gap_reason(**gap).get(language).to_owned()));
        let mut answer = json!({
            "met": missing.is_empty() && reasons.is_empty(), "missing": missing, "reasons": reasons,
            "notJudged": open.iter().map(|gap| code_of(*gap)).collect::<Vec<_>>(),
        });
        name_unknown(&mut answer, &line.unknown);
        Ok(answer)
    }

    fn criteria(&self, scheme: &str, line: &CriteriaLine, language: Language) -> Outcome<Value> {
        let scheme = self.knowledge.scheme(scheme).map_err(internal)?;
        few("criteria", line.criteria.len())?;
        let Sorted { accepted, refused } = sorted(scheme, &line.criteria);
        let evaluation = evaluate(scheme, &accepted);
        // Nothing chosen is 0 points: the class of that, not none.
        let class = evaluation.suggested.as_deref().or_else(|| scheme.class_of(evaluation.points));
        let counted = evaluation.counted.iter().map(
            |one| json!({ "criterion": one.code, "strength": code_of(&one.strength), "points": one.points }),
        );
        let refused = refused
            .iter()
            .map(|(criterion, why)| json!({ "criterion": criterion, "why": why.get(language) }));
        let mut answer = json!({
            "points": evaluation.points, "class": class, "refused": refused.collect::<Vec<_>>(),
            "counted": counted.collect::<Vec<_>>(),
        });
        name_unknown(&mut answer, &line.unknown);
        Ok(answer)
    }
}

impl Attendee {
    fn attendance(&self, at: usize) -> Outcome<Attendance> {
        few("keys", self.keys.len())?;
        let number = (at + 1).to_string();
        let field = self.field.as_deref().filter(|field| !field.trim().is_empty());
        Ok(Attendance {
            member: None,
            name: text("name", self.name.as_deref().unwrap_or(&number))?,
            institution: None,
            qualifications: from_codes("keys", Some(&self.keys))?,
            institution_kind: None,
            field: field.map(|field| text("field", field)).transpose()?,
            full_time: self.full_time,
            role: None,
        })
    }
}

/// Criteria that can be counted together, and the others as they were written, with the reason.
struct Sorted {
    accepted: Vec<ChosenCriterion>,
    refused: Vec<(String, Words)>,
}

/// Sorts a choice. Of two criteria that exclude each other the one of fewer points is refused, of equal ones the later.
fn sorted(scheme: &Scheme, written: &[String]) -> Sorted {
    let mut refusals: Vec<(usize, Words)> = Vec::new();
    let mut candidates: Vec<(usize, ChosenCriterion, i32)> = Vec::new();
    for (at, text) in written.iter().enumerate() {
        match candidate(scheme, text) {
            Err(why) => refusals.push((at, why)),
            Ok((choice, _)) if candidates.iter().any(|(_, known, _)| known.code == choice.code) => {
                refusals.push((at, rules_answer::twice(&choice.code).said()));
            }
            Ok((choice, weight)) => candidates.push((at, choice, weight)),
        }
    }
    candidates.sort_by_key(|(at, _, weight)| (std::cmp::Reverse(*weight), *at));
    let mut accepted: Vec<ChosenCriterion> = Vec::new();
    for (at, choice, _) in candidates {
        let by =
            accepted.iter().find_map(|known| Some((known, exclusion(scheme, &known.code, &choice.code)?)));
        match by {
            Some((known, exclusion)) => {
                let why = rules_answer::excluded(&known.code, &exclusion.reason);
                refusals.push((at, why.said()));
            }
            None => accepted.push(choice),
        }
    }
    refusals.sort_by_key(|(at, _)| *at);
    let refused =
        refusals.into_iter().filter_map(|(at, why)| Some((written.get(at)?.clone(), why))).collect();
    Sorted { accepted, refused }
}

/// A criterion that the scheme has at this strength, and how much it weighs.
fn candidate(scheme: &Scheme, written: &str) -> Result<(ChosenCriterion, i32), Words> {
    let (code, strength) = match written.trim().split_once('_') {
        Some((code, strength)) => (code, Some(strength)),
        None => (written.trim(), None),
    };
    let Some(criterion) = scheme.criteria.iter().find(|known| known.code.eq_ignore_ascii_case(code)) else {
        return Err(rules_answer::no_criterion(&scheme.name).said());
    };
    let given = strength.map(strength_of);
    let wanted = match given {
        None => criterion.strength,
        Some(Some(known)) if known == criterion.strength || criterion.adjustable.contains(&known) => known,
        Some(_) => return Err(rules_answer::NO_STRENGTH.said()),
    };
    let weight = match wanted {
        Strength::StandAlone => i32::MAX,
        wanted => scheme.points_of(criterion, wanted).saturating_abs(),
    };
    Ok((ChosenCriterion { code: criterion.code.clone(), strength: Some(wanted) }, weight))
}

/// A strength by its word, however it is spelt: `VeryStrong`, `very_strong`, `very-strong`.
fn strength_of(word: &str) -> Option<Strength> {
    let bare: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    Strength::ALL.into_iter().find(|known| code_of(known).eq_ignore_ascii_case(&bare))
}

fn exclusion<'s>(scheme: &'s Scheme, one: &str, other: &str) -> Option<&'s Exclusion> {
    scheme.exclusions.iter().find(|exclusion| {
        let (first, second) = &exclusion.codes;
        (first == one && second == other) || (first == other && second == one)
    })
}

fn attending_reason(information_suffices: bool) -> Word {
    match information_suffices {
        true => rules_answer::ATTENDING_OR_INFORMATION,
        false => rules_answer::ATTENDING,
    }
}

fn gap_reason(gap: ModeGap) -> Word {
    match gap {
        ModeGap::NotAllowed => rules_answer::NOT_ALLOWED,
        ModeGap::GroundNotNamed => rules_answer::GROUND_NOT_NAMED,
        ModeGap::OpinionsDiffer => rules_answer::OPINIONS_DIFFER,
        ModeGap::AgreementNotStated => rules_answer::AGREEMENT_NOT_STATED,
        ModeGap::ConditionNotMet => rules_answer::CONDITION_NOT_MET,
        ModeGap::ConditionNotKnown => rules_answer::CONDITION_NOT_KNOWN,
        ModeGap::ReasonMissing => rules_answer::REASON_MISSING,
    }
}

fn read<T: serde::de::DeserializeOwned>(line: &str) -> Outcome<T> {
    serde_json::from_str(line).map_err(|error| Problem::of(Code::Invalid, rules::no_json(&error)))
}

fn few(field: &str, count: usize) -> Outcome<()> {
    if count <= MOST {
        return Ok(());
    }
    Err(Problem::at(field, rules::too_many(count, MOST)))
}

fn choice(field: &str, given: &str, known: &str) -> Problem {
    Problem::at(field, rules::no_choice(given, known))
}

fn name_unknown(answer: &mut Value, unknown: &Map<String, Value>) {
    if let (Some(answer), false) = (answer.as_object_mut(), unknown.is_empty()) {
        answer.insert("ignored".to_owned(), unknown.keys().cloned().collect());
    }
}
