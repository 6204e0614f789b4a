//! Trials in CTML, JSON or YAML: head, and the tree of steps, arms and dose levels with their `match`.

use super::{Recruitment, Trial, TrialArm, TrialSite, yaml};
use crate::ctml::{CtmlRead, read_match};
use crate::readers::{Source, Watch};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::{Keeper, Refused};
use crate::store::record::{ImportProgress, SetAsideReason};
use crate::written::Written;
use entaku_domain::trial::TrialId;
use entaku_domain::trial::criterion::Criterion;
use entaku_words::errors::{file_fault, file_need, row_fault};

pub(crate) fn read(
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let bytes = source.whole()?;
    let text =
        String::from_utf8(bytes).map_err(|_| source.damaged(0, file_fault::NOT_UTF8, file_need::UTF8))?;
    let text = text.trim_start_matches('\u{feff}');
    let json = text.trim_start().starts_with(['{', '[']);
    let documents = if json {
        let written: Written = serde_json::from_str(text)
            .map_err(|error| source.damaged(error.line() as u64, error.to_string(), file_need::WHOLE_JSON))?;
        vec![(1, written)]
    } else {
        yaml::read(text).map_err(|fault| source.damaged(fault.line, fault.what, file_need::WHOLE_YAML))?
    };
    let mut rows = 0;
    for (line, document) in &documents {
        for written in document.items() {
            if !watch(ImportProgress { bytes: source.bytes, of: source.bytes, rows }) {
                return Err(KnowledgeStoreError::Cancelled { file: source.name.clone() });
            }
            rows += 1;
            let entry = match written {
                Written::Map(_) => trial(written).entry(),
                _ => Err(Refused::new(SetAsideReason::UnknownWord, row_fault::NO_TRIAL)),
            };
            keeper.take(*line, &written.shown(), entry)?;
        }
    }
    Ok(())
}

/// A trial; its head may stand within `trialInformation`, as an editor of CTML writes it.
pub(super) fn trial(written: &Written) -> Trial {
    let heads = [Some(written), written.get("trialInformation"), written.get("trial")];
    let text = |keys: &[&str]| {
        keys.iter().find_map(|key| heads.iter().flatten().find_map(|head| head.get(key)?.text()))
    };
    let nct = text(&["nct_id"]);
    let protocol = text(&["protocol_no", "trial_id", "protocol_id"]);
    let normal = |id: String| TrialId::parse(&id).map_or(id, |id| id.as_str().to_owned());
    let mut ids = nct.into_iter().chain(protocol).map(normal);
    let id = ids.next().unwrap_or_default();
    let status = text(&["status"]);
    let listed = |list: &str, item: &str, field: &str| -> Vec<String> {
        let rows =
            heads.iter().flatten().filter_map(|head| head.get(list)?.get(item)).flat_map(Written::items);
        rows.filter_map(|row| row.get(field)?.text()).collect()
    };
    let sites = written.get("site_list").and_then(|list| list.get("site")).map(Written::items);
    let staff = written.get("staff_list").and_then(|list| list.get("protocol_staff")).map(Written::items);
    let person = |row: &Written| {
        let parts = ["first_name", "last_name"].into_iter().filter_map(|key| row.get(key)?.text());
        let name = parts.collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    };
    let mut tree = Tree { arms: Vec::new(), not_understood: Vec::new() };
    let criterion = tree.level(written, "").unwrap_or(Criterion::All(Vec::new()));
    if let Some(list) = written.get("treatment_list") {
        for (at, step) in list.get("step").map(Written::items).unwrap_or_default().iter().enumerate() {
            tree.step(step, at);
        }
    }
    let Tree { arms, not_understood } = tree;
    Trial {
        other_ids: ids.filter(|other| *other != id).collect(),
        id,
        title: text(&["long_title", "short_title", "title"]),
        recruitment: status.as_deref().map_or(Recruitment::Unknown, Recruitment::read),
        recruitment_written: status,
        phase: text(&["phase"]).into_iter().collect(),
        conditions: Vec::new(),
        drugs: listed("drug_list", "drug", "drug_name"),
        as_of: text(&["last_updated", "curated_on"])
            .and_then(|day| crate::store::keeper::day(&day).map(str::to_owned)),
        sites: sites
            .unwrap_or_default()
            .iter()
            .filter_map(|row| {
                let status = row.get("site_status").and_then(Written::text);
                Some(TrialSite {
                    name: row.get("site_name")?.text()?,
                    place: None,
                    country: None,
                    recruitment: status.as_deref().map_or(Recruitment::Unknown, Recruitment::read),
                })
            })
            .collect(),
        contacts: staff.unwrap_or_default().iter().filter_map(person).collect(),
        criterion,
        arms,
        not_understood,
    }
}

/// The tree of a trial, as far as it was read.
struct Tree {
    arms: Vec<TrialArm>,
    not_understood: Vec<(String, String)>,
}

impl Tree {
    /// What a level asks itself.
    fn level(&mut self, written: &Written, place: &str) -> Option<Criterion> {
        let asked = written.get("match")?;
        // An empty list asks for nothing: CTML's editors leave it so.
        if *asked == Written::Null || *asked == Written::List(Vec::new()) {
            return None;
        }
        let CtmlRead { criterion, remarks } = read_match(asked);
        let rows = remarks.into_iter().map(|remark| (format!("{place}{}", remark.place), remark.written));
        self.not_understood.extend(rows);
        Some(criterion)
    }

    fn step(&mut self, step: &Written, at: usize) {
        let place = format!("step.{at}.");
        let of_step = self.level(step, &place);
        let name = code(step, "step_code").map(|code| format!("step {code}"));
        let arms = step.get("arm").map(Written::items).unwrap_or_default();
        if arms.is_empty() {
            self.add(name.unwrap_or_default(), false, [of_step, None, None]);
            return;
        }
        for (at, arm) in arms.iter().enumerate() {
            let place = format!("{place}arm.{at}.");
            let of_arm = self.level(arm, &place);
            let name =
                code(arm, "arm_code").or_else(|| code(arm, "arm_description")).or_else(|| name.clone());
            let name = name.unwrap_or_default();
            let suspended = is_yes(arm, "arm_suspended");
            let levels = arm.get("dose_level").map(Written::items).unwrap_or_default();
            let mut apart = false;
            for (at, level) in levels.iter().enumerate() {
                let of_level = self.level(level, &format!("{place}dose_level.{at}."));
                // A dose level that asks for nothing of its own is no question of whom it takes.
                if of_level.is_some() {
                    apart = true;
                    let level_name = code(level, "level_code").unwrap_or_default();
                    let closed = suspended || is_yes(level, "level_suspended");
                    let asked = [of_step.clone(), of_arm.clone(), of_level];
                    self.add(format!("{name} / {level_name}"), closed, asked);
                }
            }
            if !apart {
                let all_closed =
                    !levels.is_empty() && levels.iter().all(|level| is_yes(level, "level_suspended"));
                self.add(name, suspended || all_closed, [of_step.clone(), of_arm, None]);
            }
        }
    }

    fn add(&mut self, name: String, suspended: bool, asked: [Option<Criterion>; 3]) {
        let mut parts: Vec<Criterion> = asked.into_iter().flatten().collect();
        let criterion = match parts.len() {
            0 | 1 => parts.pop(),
            _ => Some(Criterion::All(parts)),
        };
        self.arms.push(TrialArm { name, suspended, criterion });
    }
}

fn code(written: &Written, key: &str) -> Option<String> {
    written.get(key)?.text()
}

fn is_yes(written: &Written, key: &str) -> bool {
    code(written, key).is_some_and(|text| matches!(text.to_lowercase().as_str(), "y" | "yes" | "true"))
}
