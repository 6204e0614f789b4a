import type { AnswerOf, ArgsOf, CommandName } from '$lib/backend/backend';
import { INSPECTION, ME, rowOf } from './cases';
import { changed, finding, HASH, NOW } from './changing';
import { consequencesOf } from './consequences';
import { decisions } from './decisions';
import { documents } from './documents';
import { refusal, type FakeBackend } from './fake';
import { FIGURES } from './figures';
import { PAGE_PDF } from './page-pdf';
import { checkOf, meetingOf, MEMBERS, ruleSetsOf } from './panel';
import { opinionsOn } from './opinions';
import { phrases } from './phrases';
import { readings } from './readings';
import { printedSignatures, signing } from './signing';
import { sittings } from './sittings';
import { KNOWLEDGE } from './scales';

export type Acts = { [N in CommandName]: (desk: FakeBackend, args: ArgsOf<N>) => AnswerOf<N> };
type AnyActs = { [N in CommandName]: (desk: FakeBackend, args: unknown) => unknown };

function written(file: string, cases: number) {
  const note = { ja: '記録のない項目は空欄です。', en: 'What is not recorded is empty.' };
  return { file, bytes: 1024, cases, rows: cases, sha256: HASH, note };
}

const acts: Acts = {
  ...decisions,
  ...documents,
  ...sittings,
  ...signing,
  ...phrases,
  ...readings,
  app_info: (desk) => desk.info,
  create_store: (desk) => ({
    storeId: 's',
    memberId: 'm1',
    recoveryCode: '7KQF-2M9X-HT4W-PC6B-8RNJ-3VYD',
    session: desk.open(false),
  }),
  open_store: (desk, args) => {
    if (args.password.length < 3)
      throw refusal('wrong-password', 'パスワードが違います。', { password: 'もう一度入力してください。' });
    return desk.open(false);
  },
  open_demo: (desk) => desk.open(true),
  sign_out: (desk) => {
    desk.session = null;
    desk.info = { ...desk.info, session: null };
    return desk.info;
  },
  set_language: (desk, args) =>
    (desk.info = { ...desk.info, language: args.language, session: desk.session }),
  change_password: (desk) => desk.session!,
  recover_access: (desk) => desk.open(false),
  add_member: () => [ME],
  change_member: (_desk, args) =>
    MEMBERS.map((one) =>
      one.memberId === args.memberId
        ? {
            ...one,
            name: args.name,
            institution: args.institution ?? null,
            roles: args.roles,
            qualifications: args.qualifications,
            institutionKind: args.institutionKind ?? null,
            field: args.field ?? null,
            fullTime: args.fullTime ?? null,
          }
        : one,
    ),
  remove_member: (_desk, args) => MEMBERS.filter((one) => one.memberId !== args.memberId),
  members: () => MEMBERS,
  record_institution: (desk, args) =>
    (desk.session = {
      ...desk.session!,
      institution: args.institution,
      contact: args.contact ?? null,
      targetDays: args.targetDays ?? desk.session!.targetDays,
    }),
  rule_sets: (desk) => ruleSetsOf(desk.ruleSets),
  record_rule_set: (desk, args) => {
    desk.ruleSets.push(args);
    return ruleSetsOf(desk.ruleSets);
  },
  knowledge: () => KNOWLEDGE,
  inspect_file: (desk, args) => ({
    ...INSPECTION,
    ...desk.inspection,
    file: args.path.split('/').pop() ?? args.path,
  }),
  list_folder: () => ({ files: ['/ward/LUAD-demo.cats.json'], passedOver: [] }),
  intake: (desk) => ({
    files: [{ ...INSPECTION, caseId: desk.view.caseId, seq: 1 }],
    refused: [],
    case: desk.view,
  }),
  list_cases: (desk, args) => {
    const all = desk.view.findings.length || desk.others.length ? [rowOf(desk.view), ...desk.others] : [];
    const counts = ['received', 'inReview', 'decided', 'finalised', 'amending'].map(
      (status) => [status, all.filter((row) => row.status === status).length] as [string, number],
    );
    const found = all.filter(
      (row) =>
        (!args.status || row.status === args.status) &&
        (!args.search || `${row.caseNo} ${row.tumourType} ${row.panel}`.includes(args.search)),
    );
    const from = args.after ? Number(args.after) : 0;
    const limit = args.limit ?? 50;
    return {
      overdue: [],
      targetDays: 30,
      cases: found.slice(from, from + limit),
      next: from + limit < found.length ? String(from + limit) : null,
      counts,
      total: all.length,
    };
  },
  open_case: (desk, args) => {
    const other = desk.others.find((row) => row.caseId === args.caseId);
    if (other)
      return {
        ...desk.view,
        caseId: other.caseId,
        caseNo: other.caseNo,
        patient: { ...desk.view.patient, pseudonym: other.caseNo },
      };
    return args.atSeq === undefined ? desk.view : { ...desk.view, past: true };
  },
  show_identity: () => ({
    details: {
      ...Object.fromEntries(
        [
          'ccatId',
          'kana',
          'birthDate',
          'stage',
          'performanceStatus',
          'pastHistory',
          'familyHistory',
          'hospital',
          'department',
          'attending',
          'specimenMethod',
          'specimenAdequacy',
          'specimenQuality',
          'ccatFindingsOn',
          'ccatFindingsVersion',
          'wishAskedOn',
          'wishAskedBy',
        ].map((name) => [name, null]),
      ),
      name: '山田 花子',
      hospitalId: '0012345',
      sex: 'female',
      age: 62,
      tumourType: '肺腺癌',
      oncotree: 'LUAD',
      wish: 'wants',
      diagnosis: '右上葉肺癌 術後再発',
      pathology: '浸潤性粘液性腺癌',
      specimenKind: 'FFPE',
      specimenSite: '右肺上葉',
      specimenCollectedOn: '2026-10-05',
      tumourContent: 35,
      ccatFindings: 'notRecorded',
      treatments: [
        {
          line: 1,
          regimen: 'オシメルチニブ',
          from: '2025-04-01',
          to: '2026-09-20',
          bestResponse: 'PR',
          endedBecause: '増悪',
        },
      ],
    } as never,
  }),
  export_ledger: (desk, args) => written(args.out, desk.others.length + 1),
  export_ccat: (desk, args) => written(args.out, args.caseId ? 1 : desk.others.length + 1),
  export_case: (_desk, args) => written(args.out, 1),
  figures: (_desk, args) => FIGURES(args.findingId ?? null),
  finding_detail: (desk, args) => {
    const row = desk.view.findings.find((one) => one.findingId === args.findingId);
    if (!row) throw refusal('not-found', '所見がありません。');
    const scale = KNOWLEDGE.scales[0]!;
    return {
      row,
      transcripts: consequencesOf(desk.consequences, row),
      verbatim: [
        ['itemId', row.findingId],
        ['geneSymbol', row.subject],
        ['chromosomeName', row.position.split(':')[0] ?? ''],
        ['allelicFraction', row.vafText ?? ''],
        ['transcriptId', row.transcript ?? ''],
      ],
      opinions: opinionsOn(row),
      past: [
        {
          caseId: 'x',
          caseNo: 'C2026-0017',
          gene: row.subject,
          change: row.change,
          changeInWords: row.changeInWords,
          decidedOn: '2026-08-21',
          tumourType: '肺腺癌',
          scaleName: scale.name,
          className: { ja: 'がん化変異', en: 'Oncogenic' },
          findingId: 'F1',
          scale: 'oncogenicity-2022',
          class: 'oncogenic',
          weight: 2,
          remark: '既報の活性化変異。',
          relation: 'alteration',
          differs: false,
          followUp: [{ words: 'オシメルチニブ', route: 'insurance', trial: null, status: null }],
        },
        {
          caseId: 'y',
          caseNo: 'C2025-0133',
          gene: row.subject,
          change: 'p.Gly719Ser',
          changeInWords: null,
          decidedOn: '2025-12-05',
          tumourType: '肺扁平上皮癌',
          scaleName: scale.name,
          className: { ja: 'がん化変異の可能性が高い', en: 'Likely oncogenic' },
          findingId: 'F4',
          scale: 'oncogenicity-2022',
          class: 'likely-oncogenic',
          weight: 1,
          remark: '',
          relation: 'gene',
          differs: false,
          followUp: [],
        },
      ],
      further: [],
      twins: [],
      statements: [],
      earlier: [],
    };
  },
  case_history: (desk) => [
    {
      version: 1,
      seq: 1,
      at: '2026-11-06T09:12:00+09:00',
      by: ME.name,
      role: 'coordinator',
      kind: 'case.received',
      what: { ja: '症例を受領（所見14件）', en: 'Case received (14 findings)' },
      hash: HASH,
    },
    ...desk.history,
  ],
  record_details: (desk, args) =>
    changed(desk, '患者・臨床情報を記録', (view) => ({
      ...view,
      patient: { ...view.patient, tumourType: args.details.tumourType, age: args.details.age },
    })),
  give_case_opinion: (desk) => changed(desk, '症例全体への意見を記録', (view) => view),
  confirm_opinion: (desk) => changed(desk, '代行入力を確認', (view) => view),
  ask_opinions: (desk, args) =>
    changed(desk, '意見を依頼', (view) => ({
      ...view,
      agreement: { ...view.agreement, askedByName: true, due: args.due ?? null },
    })),
  open_opinions: (desk) =>
    changed(desk, '意見を公開', (view) => ({ ...view, agreement: { ...view.agreement, blind: false } })),
  give_opinion: (desk, args) =>
    changed(desk, '意見を記録', (view) =>
      finding(view, [args.findingId], (row) => ({ ...row, opinions: row.opinions + 1 })),
    ),
  enter_finding: (desk, args) =>
    changed(desk, `所見を手入力: ${args.gene ?? args.marker ?? ''}（${args.reason}）`, (view) => ({
      ...view,
      findings: [
        ...view.findings,
        {
          ...view.findings[0]!,
          choice: null,
          moreSevere: [],
          findingId: `F${view.findings.length + 1}`,
          kind: args.kind,
          genes: args.gene ? [args.gene] : [],
          subject: args.gene ?? args.marker ?? args.organism ?? '',
          change: args.hgvsP ?? args.hgvsC ?? args.alteration ?? args.state ?? '',
          sources: [],
          entered: { by: ME.name, role: 'chair', at: NOW, reason: args.reason },
          verdicts: { laboratory: args.laboratoryVerdict ?? null, ccat: null, panel: null },
        },
      ],
    })),
  confirm_sample: (desk) =>
    changed(desk, '腫瘍の検体を確認', (view) => ({
      ...view,
      sources: view.sources.map((source) => ({ ...source, guessedSample: null })),
    })),
  clear_words: (desk, args) =>
    changed(desk, 'この患者のことではない文章の確認', (view) => ({
      ...view,
      gaps: view.gaps
        .map((gap) => ({
          ...gap,
          passages: gap.passages.filter((passage) => passage.text !== args.text),
        }))
        .filter((gap) => gap.code !== 'namesWithheld' || gap.passages.length > 0),
    })),
  enter_ccat_verdict: (desk, args) =>
    changed(desk, 'C-CATの判定を転記', (view) =>
      finding(view, [args.findingId], (row) => ({
        ...row,
        verdicts: { ...row.verdicts, ccat: args.verdict ?? null },
      })),
    ),
  judge_germline: (desk, args) =>
    changed(desk, '生殖細胞系列の判定を記録', (view) =>
      finding(view, [args.findingId], (row) => ({
        ...row,
        germline: { ...row.germline, judgement: args.judgement, reason: args.reason ?? null },
      })),
    ),
  refer_to_trial: (desk, args) => {
    if (!/^(jRCT|NCT|UMIN|Japic|JMA)/i.test(args.trial))
      throw refusal('invalid', '入力に誤りがあります。', {
        trial: '試験番号として読めません。例：jRCTs031190104',
      });
    return changed(desk, '治験への紹介を記録', (view) => ({
      ...view,
      referrals: [
        ...view.referrals,
        {
          referralId: `t${view.referrals.length + 1}`,
          recommendationId: args.recommendationId ?? null,
          findings: args.findings ?? [],
          trial: args.trial,
          registry: 'jRCT',
          title: args.title ?? null,
          phase: args.phase ?? null,
          drugs: args.drugs ?? [],
          site: args.site ?? null,
          contact: args.contact ?? null,
          asOf: args.asOf ?? null,
          eligibility: args.eligibility ?? null,
          status: args.status ?? 'candidate',
          ended: false,
          nextCheck: args.nextCheck ?? null,
          steps: [
            {
              status: args.status ?? 'candidate',
              on: args.on ?? '2026-11-22',
              reason: null,
              nextCheck: null,
              by: ME.name,
              at: NOW,
            },
          ],
        },
      ],
    }));
  },
  move_referral: (desk, args) =>
    changed(desk, '紹介の状況を記録', (view) => ({
      ...view,
      referrals: view.referrals.map((one) =>
        one.referralId === args.referralId
          ? {
              ...one,
              status: args.status,
              ended: KNOWLEDGE.referralEnds.includes(args.status),
              nextCheck: args.nextCheck ?? null,
              steps: [
                ...one.steps,
                {
                  status: args.status,
                  on: args.on ?? '2026-11-22',
                  reason: args.reason ?? null,
                  nextCheck: args.nextCheck ?? null,
                  by: ME.name,
                  at: NOW,
                },
              ],
            }
          : one,
      ),
    })),
  assess_quorum: (_desk, args) => checkOf(args),
  record_milestone: (desk, args) =>
    changed(desk, '管理簿', (view) => ({
      ...view,
      milestones: view.milestones.map((line) =>
        line.milestone === args.milestone
          ? {
              ...line,
              happened: args.happened ?? true,
              on: args.on ?? null,
              remark: args.remark ?? null,
              by: ME.name,
            }
          : line,
      ),
    })),
  record_meeting: (desk, args) =>
    changed(desk, '開催を記録', (view) => ({ ...view, meeting: meetingOf(args) })),
  write_summary: (desk, args) =>
    changed(desk, 'まとめを記録', (view) => ({ ...view, summary: args.summary ?? null })),
  finalise_report: (desk) =>
    changed(desk, '報告書を確定', (view) => ({
      ...view,
      open: false,
      amendment: null,
      revision: view.revision + 1,
      reports: [
        ...view.reports,
        {
          revision: view.revision + 1,
          at: NOW,
          by: ME.name,
          role: 'chair',
          contentHash: HASH,
          reason: view.amendment,
          signatures: printedSignatures(view),
          documents: [
            { language: 'ja', sha256: HASH, pages: 4 },
            { language: 'en', sha256: HASH, pages: 4 },
          ],
        },
      ],
    })),
  open_amendment: (desk, args) =>
    changed(desk, '訂正を開始', (view) => ({ ...view, open: true, amendment: args.reason })),
  preview_report: (desk, args) => ({
    revision: args.revision ?? desk.view.revision + 1,
    draft: args.revision === undefined,
    language: args.language ?? 'ja',
    pdf: PAGE_PDF,
    pages: 1,
    sha256: HASH,
    contentHash: HASH,
    gaps: desk.view.gaps,
    unfilled: desk.view.unfilled.flatMap((one) => one.blanks),
  }),
  export_document: (_, args) => ({ file: args.out, bytes: 81234, pages: 4, sha256: HASH }),
  past_decisions: () => [],
  verify_store: (desk) => ({
    ok: !desk.inDoubt,
    events: 128,
    firstBad: null,
    journalInDoubt: desk.inDoubt,
    findings: desk.inDoubt ? ['控えには129件あるのに、記録は128件しかありません。'] : [],
  }),
  confirm_journal: (desk) => {
    desk.inDoubt = false;
    desk.info = { ...desk.info, session: desk.open(false) };
    return { ok: true, events: 129, firstBad: null, journalInDoubt: false, findings: [] };
  },
  rest: () => null,
};

export const COMMANDS = acts as unknown as AnyActs;
