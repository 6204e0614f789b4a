//! The verbs that are more than one form: what is asked first, and what is made of the words.

use crate::arguments::{Finding, IntakeFlags, Knowledge, Meeting, Pedigree, Recommend, Refer, Trials};
use crate::interrupt::Interruptible;
use crate::progress::Progress;
use crate::run::only_one;
use crate::terminal::{Terminal, failed, open, path_text, plain};
use crate::{ahead, interrupt, password, standard_input};
use entaku_desk::acts::{
    self, AddRecommendation, AppInfo, EnterFinding, ExportPedigree, FinaliseReport, ImportKnowledge,
    ImportPedigree, InspectFile, Intake, ListCases, ListFolder, Members, OpenDemo, RecordMeeting,
    ReferToTrial, RegisterReference, SignReport, TrialPatients,
};
use entaku_desk::codes::{Capacity, GapCode, MeetingMode, PhraseField, SignatureState};
use entaku_desk::view::{AdviceKind, AttendeeForm, IntakeResult, PedigreeFormat};
use entaku_desk::{ApiError, Desk};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// `SCALE:LEVEL` in its two parts.
fn evidence(text: Option<&str>) -> Result<(Option<String>, Option<String>), ApiError> {
    match text {
        None => Ok((None, None)),
        Some(text) => match text.split_once(':') {
            Some((scale, level)) => Ok((Some(scale.to_owned()), Some(level.to_owned()))),
            None => Err(failed(
                "invalid",
                format!("--evidence {text}: expected SCALE:LEVEL, for instance jp-guidance-2.1:A"),
            )),
        },
    }
}

impl Terminal {
    /// The same password that opened the store, entered once more where it was asked for.
    pub(crate) fn sign(&mut self, id: &str, capacities: Vec<Capacity>) -> Result<Value, ApiError> {
        let password = password::wanted(self.password_file.as_deref())?;
        self.change_now(id, SignReport { capacities, password, ..SignReport::default() })
    }

    /// Whoever runs this has just entered the password to answer for the report.
    pub(crate) fn finalise(&mut self, id: &str, no_sign: bool) -> Result<Value, ApiError> {
        let case = self.desk.call(open(id))?;
        let ready = !case.gaps.is_empty() && case.gaps.iter().all(|gap| gap.code == GapCode::Unsigned);
        let never = case.signatures.iter().filter(|row| row.required && row.state == SignatureState::Missing);
        let never: Vec<Capacity> = never.map(|row| row.capacity).collect();
        if ready && !no_sign && !never.is_empty() {
            let said = never.iter().map(plain).collect::<Result<Vec<_>, _>>()?;
            self.sign(id, never)?;
            let said: Vec<_> = said.iter().filter_map(Value::as_str).collect();
            eprintln!("signed as: {}", said.join(", "));
        }
        // The patient's explanation is no part of the report.
        for found in case.unfilled.iter().filter(|found| found.field != PhraseField::Explanation) {
            let finding = found.finding.as_deref().unwrap_or_default();
            let field = plain(&found.field)?;
            let field = field.as_str().unwrap_or_default();
            eprintln!("not filled in: {field} {finding} {}", found.blanks.join(" "));
        }
        self.change_now(id, FinaliseReport::default())
    }

    pub(crate) fn demo(&mut self) -> Result<Value, ApiError> {
        let dir = Some(self.desk.call(AppInfo {})?.store_dir);
        let password = password::given(self.password_file.as_deref())?;
        let session = self.desk.call(OpenDemo { dir, password })?;
        let list = self.desk.call(ListCases::default())?;
        let ids: Vec<_> = list.cases.into_iter().map(|case| case.case_id).collect();
        Ok(json!({ "storeId": session.store_id, "cases": ids }))
    }

    /// A file's path for the desk. `-` is standard input, which the desk is handed first.
    pub(crate) fn source(&mut self, file: &Path) -> Result<String, ApiError> {
        if file != Path::new(Desk::HANDED_PATH) {
            return path_text(file);
        }
        self.desk.hand_over(standard_input::document(Desk::MOST_HANDED)?);
        Ok(Desk::HANDED_PATH.to_owned())
    }

    pub(crate) fn inspect(
        &mut self,
        file: &Path,
        reading: &IntakeFlags,
        genomes: &[String],
    ) -> Result<Value, ApiError> {
        if interrupt::asked() {
            return Err(failed("intake", format!("stopped by Ctrl-C before {}", file.display())));
        }
        let path = self.source(file)?;
        // What names no build is refused where builds are known.
        let named = genomes.iter().map(|given| given.split_once('=').unwrap_or(("", given)));
        let references = named
            .map(|(build, path)| RegisterReference { build: build.to_owned(), path: path.to_owned() })
            .collect();
        let runtime = self.runtime()?;
        let _interruptible = Interruptible::by_ctrl_c(self.desk.watch(), &runtime);
        let _progress = Progress::shown(self.desk.watch());
        self.call(InspectFile {
            path,
            assembly: reading.assembly.clone(),
            tumour_sample: reading.tumour_sample.clone(),
            references: Some(references),
        })
    }

    /// Loads files: they are read several at a time, and Ctrl-C ends that where nothing is half done.
    pub(crate) fn intake(&mut self, mut form: Intake) -> Result<IntakeResult, ApiError> {
        if form.batch == Some(true) {
            form.paths = self.files_of(form.paths)?;
        }
        let runtime = self.runtime()?;
        let reader = self.desk.reader(form.assembly.as_deref(), form.tumour_sample.as_deref());
        let handed = |path: &&String| *path != Desk::HANDED_PATH;
        let files = form.paths.iter().filter(handed).map(PathBuf::from).collect();
        let interruptible = Interruptible::by_ctrl_c(self.desk.watch(), &runtime);
        let progress = Progress::shown(self.desk.watch());
        self.desk.read_ahead(Some(Box::new(ahead::read(&runtime, reader, files))));
        let taken = self.desk.call(form);
        self.desk.read_ahead(None);
        drop((progress, interruptible));
        taken
    }

    /// The files that a batch means, folders unfolded as the desk does it.
    fn files_of(&mut self, paths: Vec<String>) -> Result<Vec<String>, ApiError> {
        let mut files = Vec::new();
        for path in &paths {
            match Path::new(path).is_dir() {
                true => files.extend(self.desk.call(ListFolder { path: path.clone() })?.files),
                false => files.push(path.clone()),
            }
        }
        // That there is nothing is for the desk to say.
        Ok(if files.is_empty() { paths } else { files })
    }

    pub(crate) fn finding(&mut self, finding: Finding) -> Result<Value, ApiError> {
        let form = EnterFinding {
            kind: finding.kind,
            reason: finding.reason,
            gene: finding.gene,
            partner: finding.partner,
            hgvs_c: finding.hgvs_c,
            hgvs_p: finding.hgvs_p,
            transcript: finding.transcript,
            chromosome: finding.chromosome,
            position: finding.position,
            assembly: finding.assembly,
            reference: finding.reference,
            alternate: finding.alternate,
            vaf: finding.vaf,
            depth: finding.depth,
            alternate_depth: finding.alternate_depth,
            alteration: finding.alteration,
            marker: finding.marker,
            state: finding.state,
            organism: finding.organism,
            value: finding.value,
            unit: finding.unit,
            origin: finding.origin,
            sample: finding.sample,
            reported: finding.reported,
            laboratory_verdict: finding.laboratory_verdict,
            case_id: String::new(),
            expected_version: 0,
        };
        self.change(&finding.id, form)
    }

    pub(crate) fn recommend(&mut self, recommend: Recommend) -> Result<Value, ApiError> {
        let (evidence_scale, evidence_level) = evidence(recommend.evidence.as_deref())?;
        let (kind, text) = match (recommend.further, recommend.nothing, recommend.considered) {
            (Some(step), _, _) => (AdviceKind::Further, Some(step)),
            (None, Some(reason), _) => (AdviceKind::Nothing, Some(reason)),
            (None, None, Some(reason)) => (AdviceKind::Considered, Some(reason)),
            (None, None, None) => (AdviceKind::Treatment, None),
        };
        let form = AddRecommendation {
            kind,
            text,
            drugs: Some(recommend.drugs),
            route: recommend.route,
            evidence_scale,
            evidence_level,
            trial: recommend.trial,
            findings: Some(recommend.finding),
            rationale: recommend.rationale,
            evidence: Some(recommend.cite),
            approval: recommend.approval,
            basket_study: recommend.basket_study,
            site: recommend.site,
            needs: None,
            contraindications: recommend.contraindications,
            proposed_by: recommend.proposed_by,
            further: None,
            case_id: String::new(),
            expected_version: 0,
        };
        self.change(&recommend.id, form)
    }

    /// Imports, exports and draws in this order; the last answer tells, of an export what it lost.
    pub(crate) fn pedigree(&mut self, pedigree: Pedigree) -> Result<Value, ApiError> {
        let Pedigree { id, import, export, out, svg } = pedigree;
        let mut answer = None;
        if let Some(file) = import {
            let form = ImportPedigree { path: path_text(&file)?, ..ImportPedigree::default() };
            answer = Some(self.change(&id, form)?);
        }
        self.sign_in()?;
        if let Some(file) = svg {
            let out = path_text(&file)?;
            answer =
                Some(self.call(ExportPedigree { case_id: id.clone(), format: PedigreeFormat::Svg, out })?);
        }
        if let (Some(format), Some(out)) = (export, out) {
            let out = path_text(&out)?;
            answer = Some(self.call(ExportPedigree { case_id: id.clone(), format, out })?);
        }
        answer.map_or_else(|| self.call(acts::Pedigree { case_id: id }), Ok)
    }

    /// Imports of knowledge concern no case, so nobody signs in.
    pub(crate) fn knowledge(&mut self, what: Knowledge) -> Result<Value, ApiError> {
        match what {
            Knowledge::Import { files, kind, source, release, licence, address, build, field, dry_run } => {
                let paths = files.iter().map(|file| path_text(file)).collect::<Result<Vec<_>, _>>()?;
                let form = ImportKnowledge {
                    paths,
                    kind,
                    source,
                    version: release,
                    licence,
                    address,
                    dry_run: Some(dry_run),
                    build,
                    fields: Some(field),
                };
                let runtime = self.runtime()?;
                let _interruptible = Interruptible::by_ctrl_c(self.desk.watch(), &runtime);
                let _progress = Progress::shown(self.desk.watch());
                let made = self.desk.import_knowledge_unsigned(&form)?;
                Ok(only_one(made.iter().map(plain).collect::<Result<_, _>>()?))
            }
            Knowledge::List => plain(&self.desk.knowledge_imports_unsigned()?),
            Knowledge::Remove { id } => plain(&self.desk.remove_knowledge_unsigned(&id)?),
            Knowledge::SetAside { id } => plain(&self.desk.knowledge_set_aside_unsigned(&id)?),
        }
    }

    /// The catalogue of trials concerns no case, so nobody signs in.
    pub(crate) fn trials(&mut self, what: Trials) -> Result<Value, ApiError> {
        match what {
            Trials::Import { files, source, release, licence, address, dry_run } => {
                let paths = files.iter().map(|file| path_text(file)).collect::<Result<Vec<_>, _>>()?;
                let form = ImportKnowledge {
                    paths,
                    source,
                    version: release,
                    licence,
                    address,
                    dry_run: Some(dry_run),
                    ..ImportKnowledge::default()
                };
                let runtime = self.runtime()?;
                let _interruptible = Interruptible::by_ctrl_c(self.desk.watch(), &runtime);
                let _progress = Progress::shown(self.desk.watch());
                let made = self.desk.import_trials_unsigned(&form)?;
                Ok(only_one(made.iter().map(plain).collect::<Result<_, _>>()?))
            }
            Trials::Patients { trial, months } => self.signed(TrialPatients { trial_id: trial, months }),
            Trials::List => plain(&self.desk.trial_imports_unsigned()?),
        }
    }

    pub(crate) fn refer(&mut self, refer: Refer) -> Result<Value, ApiError> {
        let form = ReferToTrial {
            trial: refer.trial,
            arm: refer.arm,
            source: refer.source,
            recommendation_id: refer.recommendation,
            findings: Some(refer.finding),
            title: refer.title,
            drugs: Some(refer.drugs),
            site: refer.site,
            status: refer.status,
            as_of: refer.as_of,
            eligibility: refer.eligibility,
            ..ReferToTrial::default()
        };
        self.change(&refer.id, form)
    }

    pub(crate) fn meeting(&mut self, meeting: Meeting) -> Result<Value, ApiError> {
        self.sign_in()?;
        let members = self.desk.call(Members {})?;
        let present = &meeting.present;
        // Nobody takes part in what is omitted, unless people are named.
        let everybody = present.is_empty() && meeting.mode != MeetingMode::Omitted;
        let attendance: Vec<_> = members
            .into_iter()
            .filter(|member| {
                everybody || present.iter().any(|name| [&member.member_id, &member.sign_in].contains(&name))
            })
            .map(|member| AttendeeForm { member_id: Some(member.member_id), ..AttendeeForm::default() })
            .collect();
        if attendance.len() < present.len() {
            return Err(failed(
                "not-found",
                format!("--present {}: not all of them are members", present.join(",")),
            ));
        }
        let form = RecordMeeting {
            mode: meeting.mode,
            held_on: meeting.on,
            attendance,
            minutes: meeting.minutes,
            tumour: meeting.tumour,
            ccat_secondary_finding: meeting.ccat_secondary_finding,
            usable_drug: meeting.usable_drug,
            reason: meeting.reason,
            attending: None,
            own_sequencing: None,
            paediatric: None,
            grounds: None,
            opinions_agree: None,
            case_id: String::new(),
            expected_version: 0,
        };
        self.change(&meeting.id, form)
    }
}
