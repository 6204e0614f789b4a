//! Events of a case in words.

use super::{label, moment};
use crate::view::HistoryEntry;
use entaku_domain::case::Case;
use entaku_domain::decision::{Call, Verdict};
use entaku_domain::event::{CaseEvent, Event, EventBody};
use entaku_domain::finding::TranscriptEffect;
use entaku_domain::ids::FindingId;
use entaku_domain::label::Label;
use entaku_domain::meeting::{Meeting, MeetingMode};
use entaku_domain::recommendation::Advice;
use entaku_domain::signing::Signature;
use entaku_domain::words::{Word, Worded, laboratory, word};

/// An event in words. `after`: the case after it, for what the event did to signatures.
pub(crate) fn history_entry(event: &Event, seq: u64, hash: &[u8; 32], after: &Case) -> Option<HistoryEntry> {
    let EventBody::Case { what, .. } = &event.body else { return None };
    Some(HistoryEntry {
        version: event.version,
        seq,
        at: moment(event.at),
        by: event.actor.name.to_string(),
        role: event.actor.role,
        kind: event.body.kind().to_owned(),
        what: label(&voiding(event, after, on_behalf(event, in_words(what, after)))),
        hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

/// Marks what one person typed for another (代行入力).
fn on_behalf(event: &Event, mut words: Label) -> Label {
    if event.actor.on_behalf_of.is_some() {
        words.ja.push_str("（代行入力）");
        words.en.push_str(" (entered on behalf)");
    }
    words
}

/// Names the signatures that an event voided.
fn voiding(event: &Event, after: &Case, mut words: Label) -> Label {
    let by_this =
        |given: &&Signature| given.voided.as_ref().is_some_and(|voided| voided.version == event.version);
    let voided: Vec<_> = after.signatures.iter().filter(by_this).collect();
    if !voided.is_empty() {
        let ja = voided.iter().map(|given| format!("{} {}", given.capacity.label().ja, given.by.name));
        let en = voided.iter().map(|given| format!("{} {}", given.capacity.label().en, given.by.name));
        words.ja.push_str(&format!("。これにより署名が無効: {}", ja.collect::<Vec<_>>().join("、")));
        words.en.push_str(&format!(". Signatures voided by it: {}", en.collect::<Vec<_>>().join(", ")));
    }
    words
}

fn said(ja: impl Into<String>, en: impl Into<String>) -> Label {
    Label { ja: ja.into(), en: en.into() }
}

fn in_words(what: &CaseEvent, after: &Case) -> Label {
    match what {
        CaseEvent::Received { draft, .. } => said(
            format!("レポート原案を受領: {}（所見 {} 件）", draft.file.name, draft.findings.len()),
            format!("Draft report received: {} ({} findings)", draft.file.name, draft.findings.len()),
        ),
        CaseEvent::SourceAdded { draft, matches } => {
            let (name, count, known) = (&draft.file.name, draft.findings.len(), matches.len());
            said(
                format!("入力ファイルを追加: {name}（所見 {count} 件、うち既存の所見と一致 {known} 件）"),
                format!("Source added: {name} ({count} findings, {known} of them known to the case)"),
            )
        }
        CaseEvent::FindingEntered { finding, reason, .. } => {
            let Label { ja, en } = laboratory::named(&finding.alteration);
            said(format!("所見を手入力: {ja}（{reason}）"), format!("Finding entered: {en} ({reason})"))
        }
        CaseEvent::TumourSampleConfirmed { sample, .. } => {
            said(format!("腫瘍の検体を確認: {sample}"), format!("Tumour sample confirmed: {sample}"))
        }
        CaseEvent::WordsCleared { named, reason, .. } => said(
            format!("この患者のことではないと確認した文章（{}）: {reason}", named.join("、")),
            format!("A passage stated not to be about this patient ({}): {reason}", named.join(", ")),
        ),
        CaseEvent::ConsequenceChosen { finding, consequence, reason } => {
            let what = consequence_in_words(consequence);
            said(
                format!("{finding} を表示する転写産物を選択: {what}（{reason}）"),
                format!("{finding}: transcript chosen: {what} ({reason})"),
            )
        }
        CaseEvent::ReadingDecided { finding, taken, reason, .. } => match taken {
            Some(read) => {
                let Label { ja, en } = laboratory::named(&read.alteration);
                said(
                    format!("{finding} を読み取り直した内容に変更: {ja}（{reason}）"),
                    format!("{finding} read anew: {en} ({reason})"),
                )
            }
            None => said(
                format!("{finding} は読み込み時の内容のまま（{reason}）"),
                format!("{finding} stays as it was read when loaded ({reason})"),
            ),
        },
        CaseEvent::DetailsRecorded { .. } => {
            said("患者・臨床情報を記録", "Patient and clinical context recorded")
        }
        CaseEvent::OpinionGiven { finding, .. } => {
            said(format!("{finding} への意見を記録"), format!("Opinion on {finding}"))
        }
        // What it says is not told here: an opinion is blind until its time.
        CaseEvent::CaseOpinionGiven { .. } => {
            said("症例全体への意見を記録", "Opinion on the case as a whole")
        }
        CaseEvent::OpinionConfirmed { finding } => match finding {
            Some(finding) => said(
                format!("{finding} への意見（代行入力）を本人が確認"),
                format!("Opinion on {finding}, entered on behalf, confirmed"),
            ),
            None => said(
                "症例全体への意見（代行入力）を本人が確認",
                "Opinion on the case, entered on behalf, confirmed",
            ),
        },
        CaseEvent::OpinionsAsked { members, due } => {
            let (ja, en) =
                due.map(|due| (format!("、期限 {due}"), format!(", due {due}"))).unwrap_or_default();
            said(
                format!("意見を依頼（{}名{ja}）", members.len()),
                format!("Opinions asked of {} members{en}", members.len()),
            )
        }
        CaseEvent::OpinionsOpened { finding } => match finding {
            Some(finding) => {
                said(format!("{finding} への意見を公開"), format!("Opinions on {finding} opened"))
            }
            None => said("すべての意見を公開", "All opinions opened"),
        },
        CaseEvent::FindingJudged { finding, verdict } => verdict_in_words(*finding, verdict),
        CaseEvent::CcatVerdictEntered { finding, verdict } => {
            let words = verdict.as_ref().map(ToString::to_string).unwrap_or_else(|| "－".to_owned());
            said(
                format!("{finding} のC-CAT判定を入力: {words}"),
                format!("C-CAT verdict on {finding}: {words}"),
            )
        }
        CaseEvent::GermlineJudged { finding, judgement, .. } => {
            let matched_normal = after.finding(*finding).is_some_and(|found| after.has_matched_normal(found));
            let judged = judgement.said(matched_normal);
            said(
                format!("{finding} の生殖細胞系列の判断: {}", judged.ja),
                format!("Germline judgement on {finding}: {}", judged.en),
            )
        }
        CaseEvent::Recommended { recommendation } => match &recommendation.advice {
            Advice::Treatment { drugs, .. } => {
                let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
                said(format!("推奨を追加: {drugs}"), format!("Recommendation: {drugs}"))
            }
            Advice::Further { kind, step } => {
                let kind = kind.label();
                said(format!("{}: {step}", kind.ja), format!("Advised: {}: {step}", kind.en))
            }
            Advice::Nothing { reason } => {
                let nothing = word("advice.nothing");
                said(format!("{}: {reason}", nothing.ja), format!("{}: {reason}", nothing.en))
            }
        },
        CaseEvent::RecommendationWithdrawn { reason, .. } => {
            said(format!("推奨を取り下げ: {reason}"), format!("Recommendation withdrawn: {reason}"))
        }
        CaseEvent::RecommendationsRanked { order } => said(
            format!("推奨の順位を変更（{}件）", order.len()),
            format!("Recommendations put in another order ({})", order.len()),
        ),
        CaseEvent::Referred { referral, step } => {
            let status = step.status.label();
            said(
                format!("治験へ紹介: {}（{}）", referral.trial, status.ja),
                format!("Referred to {} ({})", referral.trial, status.en),
            )
        }
        CaseEvent::ReferralMoved { step, .. } => {
            let status = step.status.label();
            said(format!("治験紹介の状況: {}", status.ja), format!("Referral: {}", status.en))
        }
        CaseEvent::MilestoneRecorded { milestone, mark } => {
            let (what, day) = (milestone.label(), mark.on.map(|day| format!(" {day}")).unwrap_or_default());
            let (ja, en) = if mark.happened { ("", "") } else { ("（なし）", " (no)") };
            said(format!("管理簿: {}{day}{ja}", what.ja), format!("Ledger: {}{day}{en}", what.en))
        }
        CaseEvent::MeetingRecorded { meeting } => {
            let (mode, people) = (meeting.mode.label(), meeting.attendance.len());
            let quorum = meeting.quorum.as_ref().map(|quorum| word(quorum.verdict()));
            if meeting.mode == MeetingMode::Omitted {
                return omission_in_words(meeting, quorum);
            }
            let (ja, en) = quorum
                .map_or_else(Default::default, |word| (format!("、{}", word.ja), format!(", {}", word.en)));
            said(
                format!("開催記録: {} {}（{people}名{ja}）", meeting.held_on, mode.ja),
                format!("Meeting: {} {} ({people} present{en})", meeting.held_on, mode.en),
            )
        }
        CaseEvent::SummaryWritten { .. } => said("まとめを記録", "Summary written"),
        CaseEvent::ReportSigned { capacity, content_hash } => {
            let (capacity, hash) = (capacity.label(), content_hash.to_string());
            let short: String = hash.chars().take(12).collect();
            said(
                format!("報告書原案に署名: {}（署名対象 {short}）", capacity.ja),
                format!("Draft report signed: {} (signed content {short})", capacity.en),
            )
        }
        CaseEvent::ReportFinalised { content, .. } => said(
            format!("報告書を確定: 第{}版", content.revision),
            format!("Report finalised: revision {}", content.revision),
        ),
        CaseEvent::PatientExplanationWritten { explanation } => {
            let count = explanation.findings.len() + explanation.recommendations.len();
            said(
                format!("患者への説明内容を記録（{count}項目）"),
                format!("What the patient is told was written ({count} items)"),
            )
        }
        CaseEvent::DocumentIssued { document } => {
            let kind = document.kind.label();
            said(
                format!("文書を発行: {}（第{}号）", kind.ja, document.issue),
                format!("Document issued: {} (issue {})", kind.en, document.issue),
            )
        }
        CaseEvent::AmendmentOpened { reason } => {
            said(format!("訂正を開始: {reason}"), format!("Amendment opened: {reason}"))
        }
    }
}

/// That the panel was omitted, on which ground, and what the rules said of it.
fn omission_in_words(meeting: &Meeting, verdict: Option<Word>) -> Label {
    let mode = meeting.mode.label();
    let named = meeting.quorum.iter().flat_map(|quorum| quorum.mode.grounds());
    let (mut ja, mut en): (Vec<&str>, Vec<&str>) =
        named.map(|ground| (ground.text.ja.as_str(), ground.text.en.as_str())).unzip();
    if let Some(verdict) = verdict {
        ja.push(verdict.ja);
        en.push(verdict.en);
    }
    said(
        format!("{}: {}（{}）", mode.ja, meeting.held_on, ja.join("、")),
        format!("{}: {} ({})", mode.en, meeting.held_on, en.join("; ")),
    )
}

/// The call, then the criteria it rests on, then who holds another view.
fn verdict_in_words(finding: FindingId, verdict: &Verdict) -> Label {
    let mut words = match &verdict.call {
        Call::Classified { grade } => said(
            format!("{finding} を判定: {}（{}）", grade.class_name.ja, grade.scale_name.ja),
            format!("{finding} judged: {} ({})", grade.class_name.en, grade.scale_name.en),
        ),
        Call::Deferred { reason } => said(
            format!("{finding} の判定を保留: {reason}"),
            format!("Verdict on {finding} deferred: {reason}"),
        ),
    };
    if let Some(basis) = &verdict.basis {
        let (name, sum) = (&basis.scheme_name, basis.named_sum());
        words.ja.push_str(&format!("。{}: {}", name.ja, sum.ja));
        words.en.push_str(&format!(". {}: {}", name.en, sum.en));
        if let Some(reason) = &basis.override_reason {
            let word = word("verdict.overrideReason");
            words.ja.push_str(&format!("（{}: {reason}）", word.ja));
            words.en.push_str(&format!(" ({}: {reason})", word.en));
        }
    }
    if !verdict.dissent.is_empty() {
        let names: Vec<_> = verdict.dissent.iter().map(|dissent| dissent.name.as_str()).collect();
        let word = word("verdict.dissent");
        words.ja.push_str(&format!("。{}: {}", word.ja, names.join("、")));
        words.en.push_str(&format!(". {}: {}", word.en, names.join(", ")));
    }
    words
}

/// Gene, transcript and changes of a consequence, as far as it names them.
fn consequence_in_words(effect: &TranscriptEffect) -> String {
    let gene = effect.gene.as_ref().map(ToString::to_string);
    let change = [&effect.coding, &effect.protein].map(|change| change.as_ref().map(ToString::to_string));
    let words = [gene, effect.transcript.clone()].into_iter().chain(change);
    words.flatten().collect::<Vec<_>>().join(" ")
}
