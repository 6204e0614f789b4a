//! What keeps a document from being given out.

use super::document_wanted::Wanted;
use super::documents::{Made, Stream};
use super::explanation;
use super::report::glyph_gap;
use crate::convert::{gap, label};
use crate::error::{Code, Problem};
use crate::view::GapView;
use entaku_domain::case::Case;
use entaku_domain::document::DocumentKind;
use entaku_domain::finding::Alteration;
use entaku_domain::label::{Label, Language};
use entaku_domain::phrase::blanks;
use entaku_domain::refusal::Refusal;
use entaku_domain::report::ReportContent;
use entaku_domain::sitting::SittingRefusal;
use entaku_report::{Content, RenderOptions, words_of};

/// What keeps a document from being given out.
pub(super) fn gaps_of(stream: &Stream<'_>, wanted: &Wanted, content: &Made) -> Vec<GapView> {
    let mut gaps = Vec::new();
    if let Stream::Case(case, report) = stream {
        if case.reports.is_empty() || case.amendment.is_some() {
            gaps.push(gap(&Refusal::NothingFinal));
        }
        if wanted.kind == DocumentKind::Patient {
            gaps.extend(explanation::gaps(case, report, wanted.language));
        }
        gaps.extend(names_withheld(case, report, &words_of(content.content(), &wanted.options(""))));
    }
    if let Stream::Meeting(sitting, _) = stream {
        let refusal = match (wanted.kind, sitting.closed) {
            (DocumentKind::Minutes, None) => Some(SittingRefusal::NotClosed),
            (DocumentKind::Agenda, Some(_)) => Some(SittingRefusal::Closed),
            _ => None,
        };
        gaps.extend(refusal.map(|refusal| GapView {
            code: "meeting".to_owned(),
            message: label(&Problem::from(refusal).message),
            findings: Vec::new(),
        }));
    }
    gaps.extend(glyph_gap(content.content()));
    gaps
}

/// The same of the panel's report. Names of files are what the laboratory gave them; nobody can write them otherwise.
pub(super) fn names_withheld_in_report(case: &Case, content: &ReportContent) -> Option<GapView> {
    if !content.germline_withheld {
        return None;
    }
    let mut said = content.clone();
    said.sources.clear();
    let options = RenderOptions::new(Language::Ja, "");
    names_withheld(case, content, &words_of(&said, &options))
}

/// A gap as the answer to an act that it stands against.
pub(super) fn refusal_of(gap: GapView) -> Problem {
    let message = Label { ja: gap.message.ja, en: gap.message.en };
    Problem { code: Code::Document, message, fields: Default::default() }
}

/// Places in 〔 〕 that wait to be filled in on a document.
pub(super) fn unfilled<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Vec<String> {
    blanks(&words_of(content, options)).into_iter().map(str::to_owned).collect()
}

/// People's own words may name what the report withholds. A gene that a finding of the report names too is not told by
/// its name.
fn names_withheld(case: &Case, report: &ReportContent, text: &str) -> Option<GapView> {
    if !report.germline_withheld {
        return None;
    }
    let open: Vec<&str> =
        report.findings.iter().flat_map(|row| [row.subject.as_str(), row.change.as_str()]).collect();
    let mut named: Vec<String> = Vec::new();
    for finding in case.findings.iter().filter(|finding| case.is_germline_finding(finding.id)) {
        for name in names_of(&finding.read.alteration) {
            let told = open.iter().any(|words| words.contains(name.as_str()));
            if !told && stands_in(text, &name) && !named.contains(&name) {
                named.push(name);
            }
        }
    }
    (!named.is_empty()).then(|| GapView {
        code: "namesWithheld".to_owned(),
        message: label(&Label {
            ja: format!(
                "文章に、患者の開示希望により載せられない事項（{}）が含まれています。文章を書き直してください。",
                named.join("、")
            ),
            en: format!(
                "The words name what the patient has not asked to be told ({}). Write them otherwise.",
                named.join(", ")
            ),
        }),
        findings: Vec::new(),
    })
}

/// What names an alteration and nothing else: its gene, and a change of bases or residues. "Loss" is said of others too.
fn names_of(alteration: &Alteration) -> Vec<String> {
    let change = matches!(alteration, Alteration::ShortVariant(_)).then(|| alteration.change());
    let names = std::iter::once(alteration.subject()).chain(change);
    names.filter(|name| name.chars().count() > 2).collect()
}

/// Whether a name stands in a text by itself and not within a longer one.
fn stands_in(text: &str, name: &str) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !joined(before) && !joined(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::finding::CopyNumberAlteration;
    use entaku_domain::gene::GeneSymbol;

    #[test]
    fn what_is_said_of_many_genes_names_none_of_them() {
        let loss = Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "loss".to_owned(),
            metrics: Vec::new(),
            genes: vec![GeneSymbol::parse("BRCA2").unwrap()],
        });
        assert_eq!(names_of(&loss), ["BRCA2"], "a tumour finding may be a loss too");
    }

    #[test]
    fn a_name_stands_by_itself() {
        assert!(stands_in("BRCA2の変化", "BRCA2"));
        assert!(!stands_in("XBRCA2", "BRCA2") && !stands_in("BRCA21", "BRCA2"));
    }
}
