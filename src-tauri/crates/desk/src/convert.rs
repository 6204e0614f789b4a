//! Between the types of the domain and the plain data of the screen.

mod access;
mod case;
mod classification;
mod evidence;
mod figure;
mod finding;
mod form;
mod gap;
mod germline;
mod history;
mod intake;
mod meeting;
mod milestone;
mod opinion;
mod quorum;
mod reference;
mod rule_set;
mod session;
mod square;

pub(crate) use access::access_row;
pub(crate) use case::{Asked, Signing, assembly, attendee, case_view, days, has_identity, identity};
pub(crate) use classification::{evaluation_view, refusals, scheme_view};
pub(crate) use figure::figures_view;
pub(crate) use finding::{
    decision_view, effects, entry, finding_row, further, read_view, read_view_of_old, statement_view,
    statements, transcripts,
};
pub(crate) use form::{
    code_of, date, details_form, details_of, finding_ids, from_code, from_codes, grade, listed,
    optional_text, text, texts,
};
pub(crate) use gap::{gap_view, is_yours};
pub(crate) use history::history_entry;
pub(crate) use intake::{counts, inspection, kind_counts, ledger, note, set_aside, tumour_sample};
pub(crate) use meeting::{agenda_case, meeting_row, presence_view};
pub(crate) use milestone::ledger_dates;
pub(crate) use opinion::{Reader, agreement, opinions, recorded_agreement};
pub(crate) use quorum::{circumstances_view, line_view, quorum_view};
pub(crate) use rule_set::{rule_set_form, rule_set_of};
pub(crate) use session::{head_said, knowledge_view, member_view, session_view};
pub(crate) use square::square;

use crate::view::{GradeView, LabelView};
use entaku_domain::grade::Grade;
use entaku_domain::label::Label;

pub(crate) fn label(label: &Label) -> LabelView {
    LabelView { ja: label.ja.clone(), en: label.en.clone() }
}

pub(crate) fn grade_view(grade: &Grade) -> GradeView {
    GradeView {
        scale: grade.scale.clone(),
        scale_name: label(&grade.scale_name),
        class: grade.class.clone(),
        class_name: label(&grade.class_name),
        weight: grade.weight,
    }
}

pub(crate) use crate::view::Moment;
pub(crate) fn moment(at: chrono::DateTime<chrono::FixedOffset>) -> Moment {
    Moment::of(at)
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
