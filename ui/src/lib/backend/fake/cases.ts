import { UNSIGNED, unsignedGap } from './unsigned';
import type { MemberView } from '$lib/bindings/MemberView';
import type { CaseRowView } from '$lib/bindings/CaseRowView';
import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { InspectionView } from '$lib/bindings/InspectionView';
import { isOpen } from '$lib/case/parts';
import { demoFindings } from './findings';
import { MILESTONES } from './milestones';
import { AGREEMENT } from './opinions';
import { said } from './terms';

export const ME: MemberView = {
  memberId: 'm1',
  name: '佐藤 恵子',
  signIn: 'sato',
  institution: '架空大学病院',
  roles: ['chair', 'administrator'],
  qualifications: ['ア'],
  institutionKind: 'core',
  field: '呼吸器内科',
  fullTime: true,
};

const BUILD = { name: 'GRCh37', source: 'file' };
const LEDGER = {
  read: 31,
  kept: 14,
  setAside: 17,
  byReason: { notPass: 12, notInTumour: 4, duplicateItem: 1 },
};
const NOTES = [
  {
    severity: 'warning',
    code: 'unknown-field',
    place: 'LUAD-demo.cats.json ・ variants[3].annotation.x',
    said: '定義にない項目「x」がありました。',
    hint: '値は原本に残ります。検査会社に確認してください。',
    times: 3,
  },
  {
    severity: 'info',
    code: 'build',
    place: 'LUAD-demo.cats.json ・ metaData.referenceGenome',
    said: 'ゲノムビルドは hg19（GRCh37）です。',
    hint: '',
    times: 1,
  },
];
const ASIDE = [
  { reason: 'notPass', place: '12件目', record: 'NOTCH1 c.4732_4734delGTG, FILTER=low_vaf' },
  { reason: 'notInTumour', place: '15件目', record: 'MSH6 c.3226C>T' },
];

/** Works out what the desk works out: status and gaps. */
export function settle(view: CaseView): CaseView {
  const waiting = view.findings.filter(isOpen);
  // What people wrote is looked at elsewhere: those passages stay until each is cleared.
  const gaps: CaseView['gaps'] = view.gaps.filter((gap) => gap.code === 'namesWithheld');
  if (waiting.length) {
    gaps.push({
      code: 'undecided',
      message: {
        ja: `判定のない所見が${waiting.length}件あります`,
        en: `${waiting.length} findings have no verdict`,
      },
      findings: waiting.map((row) => row.findingId),
      passages: [],
    });
  }
  if (!view.recommendations.some((one) => one.withdrawn === null)) {
    gaps.push({
      code: 'noAdvice',
      message: {
        ja: '推奨（または「推奨なし」）が記録されていません',
        en: 'Neither a recommendation nor “no recommendation” is recorded',
      },
      findings: [],
      passages: [],
    });
  }
  if (!view.meeting)
    gaps.push({
      code: 'noMeeting',
      message: { ja: '開催記録がありません', en: 'The meeting is not recorded' },
      findings: [],
      passages: [],
    });
  const anew = [...new Set(view.readAnew?.findings.map((one) => one.findingId))];
  if (anew.length > 0)
    gaps.push({
      code: 'readsOtherwise',
      message: {
        ja: `現在の読み取り方では内容が変わる所見が${anew.length}件あります（${anew.join(', ')}）。所見ごとに、新しい内容を採るか、読み込み時のままにするかを理由とともに決めてください。`,
        en: `${anew.length} findings would read otherwise now (${anew.join(', ')}). Decide for each, with a reason, whether the later reading stands or the earlier one.`,
      },
      findings: anew,
      passages: [],
    });
  const begun = view.findings.some((row) => row.verdicts.panel) || view.recommendations.length > 0;
  const status = !view.open
    ? 'finalised'
    : view.amendment
      ? 'amending'
      : gaps.length === 0
        ? 'decided'
        : begun
          ? 'inReview'
          : 'received';
  const unsigned = unsignedGap(view);
  if (unsigned) gaps.push(unsigned);
  return {
    ...view,
    gaps: view.open ? gaps : [],
    signatures: view.open ? view.signatures : [],
    readAnew: view.open ? view.readAnew : null,
    status,
  };
}

export function demoCase(findings: FindingRow[] = demoFindings(), caseNo = 'C2026-0042'): CaseView {
  return settle({
    caseId: 'demo',
    caseNo,
    status: 'received',
    version: 1,
    receivedAt: '2026-11-06',
    days: 16,
    revision: 0,
    open: true,
    past: false,
    patient: {
      pseudonym: caseNo,
      sex: 'female',
      age: 62,
      tumourType: '肺腺癌',
      oncotree: 'LUAD',
      diagnosis: '右上葉肺癌 術後再発',
      pathology: '浸潤性粘液性腺癌',
      wish: 'wants',
      hasIdentity: true,
    },
    test: {
      panel: 'FoundationOne CDx',
      panelVersion: '3.1',
      testId: 'T-2026-118803',
      testType: 'tumor-only',
      testTypeInWords: said('tumor-only'),
      software: 'pipeline 3.1.2',
      referenceOnly: false,
      assembly: BUILD,
      tumourContent: 35,
      site: '右肺上葉',
      collectedOn: '2026-10-05',
      ccatFindings: 'notRecorded',
    },
    sources: [
      {
        name: 'LUAD-demo.cats.json',
        format: 'CATS',
        formatVersion: '1.3.0',
        sha256: '5b1c9df0a1e2c3f4b5a6978877665544332211ffeeddccbbaa99887766554433',
        assembly: BUILD,
        at: '2026-11-06T09:12:00+09:00',
        by: ME.name,
        tumourSample: null,
        guessedSample: null,
        statements: [],
        comments: ['腫瘍細胞含有率が低いため、コピー数の評価は参考値とする。'],
        ledger: LEDGER,
        notes: NOTES,
        setAside: ASIDE,
      },
    ],
    findings,
    decisions: [],
    recommendations: [],
    referrals: [],
    meeting: null,
    summary: null,
    reports: [],
    amendment: null,
    agreement: AGREEMENT,
    readAnew: null,
    milestones: MILESTONES,
    gaps: [],
    unfilled: [],
    signatures: UNSIGNED,
  });
}

export const INSPECTION: InspectionView = {
  file: 'LUAD-demo.cats.json',
  format: 'CATS',
  formatVersion: '1.3.0',
  assembly: BUILD,
  reference: null,
  sha256: '5b1c9df0a1e2c3f4b5a6978877665544332211ffeeddccbbaa99887766554433',
  ledger: LEDGER,
  findings: { shortVariant: 7, copyNumber: 3, rearrangement: 1, expression: 0, biomarker: 2, other: 1 },
  notes: NOTES,
  setAside: ASIDE,
  panel: 'FoundationOne CDx',
  testId: 'T-2026-118803',
  testType: 'tumor-only',
  testTypeInWords: said('tumor-only'),
  samples: ['T01'],
  tumourSample: null,
  mustChooseSample: false,
  proposed: null,
  statements: 0,
  knownCases: [],
};

export function rowOf(view: CaseView): CaseRowView {
  const needed = view.findings.filter((row) => row.needsVerdict);
  return {
    caseId: view.caseId,
    caseNo: view.caseNo,
    status: view.status,
    receivedAt: view.receivedAt,
    days: view.days,
    overdue: false,
    panel: view.test.panel ?? '',
    tumourType: view.patient.tumourType ?? '',
    oncotree: view.patient.oncotree,
    sex: view.patient.sex,
    age: view.patient.age,
    findings: needed.length,
    judged: needed.filter((row) => row.verdicts.panel).length,
  };
}

/** Further rows, to see a list of some length. */
export function otherRows(n: number): CaseRowView[] {
  const kinds = [
    ['大腸癌', 'COADREAD', 'OncoGuide NCCオンコパネル'],
    ['膵癌', 'PAAD', 'FoundationOne CDx'],
    ['胆道癌', 'BTC', 'GenMineTOP がんゲノムプロファイリングシステム'],
    ['卵巣高異型度漿液性癌', 'HGSOC', 'FoundationOne Liquid CDx'],
    ['乳癌', 'BRCA', 'Guardant360 CDx'],
  ] as const;
  const statuses = ['received', 'inReview', 'decided', 'finalised', 'amending'];
  return Array.from({ length: n }, (_, i) => {
    const [tumourType, oncotree, panel] = kinds[i % kinds.length]!;
    const status = statuses[i % statuses.length]!;
    const findings = 6 + ((i * 7) % 22);
    return {
      caseId: `other-${i}`,
      caseNo: `C2026-${String(41 - (i % 41)).padStart(4, '0')}`,
      status,
      receivedAt: `2026-${i % 2 ? '10' : '11'}-${String(1 + ((i * 5) % 20)).padStart(2, '0')}`,
      days: 3 + ((i * 3) % 40),
      overdue: false,
      panel,
      tumourType,
      oncotree,
      sex: i % 2 ? 'male' : 'female',
      age: 38 + ((i * 11) % 45),
      findings,
      judged: status === 'received' ? 0 : status === 'inReview' ? Math.floor(findings / 3) : findings,
    };
  });
}
