import type { IssuedView } from '$lib/bindings/IssuedView';
import type { Acts } from './acts';
import { HASH, NOW } from './changing';
import { PAGE_PDF } from './page-pdf';
import { both } from './terms';

type Names = 'case_documents' | 'write_explanation' | 'preview_document' | 'issue_document';

const NOTHING = { ja: null, en: null };

/** Documents besides the panel's report, in memory. */
export const documents: Pick<Acts, Names> = {
  case_documents: (desk) => ({
    version: desk.view.version,
    explanation: {
      by: null,
      at: null,
      overall: NOTHING,
      overallProposed: { ja: 'がん細胞に、遺伝子の変化が見つかりました。', en: 'Changes were found.' },
      findings: desk.view.findings
        .filter((row) => row.origin !== 'germline')
        .map((row) => ({
          findingId: row.findingId,
          subject: row.subject,
          change: row.change,
          changeInWords: row.changeInWords ?? both(row.change, row.change),
          verdict: { ja: '判定', en: 'verdict' },
          released: desk.told.includes(row.findingId),
          words: NOTHING,
          proposed: {
            ja: `${row.subject} 遺伝子に変化が見つかりました。`,
            en: `A change in ${row.subject}.`,
          },
        })),
      recommendations: [],
      nextSteps: NOTHING,
      nextStepsProposed: { ja: '担当医と相談します。', en: 'You will talk with your doctor.' },
      tellsHeredity: false,
      heredity: NOTHING,
      doctor: null,
      contact: null,
      unread: [],
      gaps: [],
    },
    issued: desk.issued,
  }),
  write_explanation: (desk, args) => {
    desk.told = args.findings.map((one) => one.findingId);
    desk.view = { ...desk.view, version: desk.view.version + 1 };
    return desk.view;
  },
  preview_document: (_, args) => ({
    revision: args.issue ?? 0,
    draft: !args.issue,
    language: args.language ?? 'ja',
    pdf: PAGE_PDF,
    pages: 1,
    sha256: HASH,
    contentHash: HASH,
    gaps: [],
    unfilled: [],
  }),
  issue_document: (desk, args) => {
    const issued: IssuedView = {
      kind: args.kind,
      issue: desk.issued.length + 1,
      language: args.language ?? 'ja',
      typeSize: args.typeSize ?? 'ordinary',
      readings: args.readings ?? 'without',
      sha256: HASH,
      contentHash: HASH,
      pages: 2,
      revision: desk.view.revision,
      referralId: args.referralId ?? null,
      by: '佐藤 恵',
      at: NOW,
      outdated: false,
    };
    desk.issued = [issued, ...desk.issued];
    desk.view = { ...desk.view, version: desk.view.version + 1 };
    return { issued, caseView: desk.view, meeting: null };
  },
};
