import type { BasisForm } from '$lib/bindings/BasisForm';
import type { MeetingView } from '$lib/bindings/MeetingView';
import type { MemberView } from '$lib/bindings/MemberView';
import type { QuorumCheckView } from '$lib/bindings/QuorumCheckView';
import type { QuorumLineView } from '$lib/bindings/QuorumLineView';
import type { RecordMeeting } from '$lib/bindings/RecordMeeting';
import type { RuleSetForm } from '$lib/bindings/RuleSetForm';
import type { RuleSetsView } from '$lib/bindings/RuleSetsView';
import { ME } from './cases';
import { KNOWLEDGE } from './scales';

const NAME = { ja: '実施要件 令和7年7月7日改正', en: 'Panel requirements as amended on 7 July 2025' };
const SOURCE = '健が発0303第1号 令和7年7月7日改正（抜粋を閲覧）';

export const MEMBERS: MemberView[] = [
  ME,
  {
    ...ME,
    memberId: 'm2',
    name: '鈴木 一郎',
    signIn: 'suzuki',
    roles: ['member'],
    qualifications: ['エ', 'オ'],
    field: '病理診断科',
    fullTime: true,
  },
  {
    ...ME,
    memberId: 'm3',
    name: '高橋 花子',
    signIn: 'takahashi',
    roles: ['geneticCounsellor'],
    qualifications: ['ウ'],
  },
];

const basis = (certainty: string): BasisForm => ({ certainty, source: SOURCE });

function ruleSet(): RuleSetForm {
  const requirements = KNOWLEDGE.qualifications.map(([key]) => ({
    key,
    minimum: 1,
    distinctFields: false,
    fullTime: key === 'ア' || key === 'エ',
    applies: key === 'カ' ? 'ownSequencing' : key === 'キ' ? 'paediatric' : 'always',
    basis: basis('general'),
  }));
  return {
    id: '2025-07-07',
    version: '1',
    name: NAME,
    effectiveFrom: '2025-07-07',
    basis: basis('source'),
    attendance: requirements,
    members: requirements.map((one) =>
      one.key === 'ア' ? { ...one, minimum: 2, distinctFields: true } : one,
    ),
    mostKeysBasis: {
      ...basis('unconfirmed'),
      note: { ja: '上限は未確認です。', en: 'Limit not confirmed.' },
    },
    attendingNeeded: true,
    informationSuffices: true,
    attendingBasis: basis('general'),
    modes: ['realTime', 'circulation', 'omitted'].map((mode) => ({
      mode,
      allowed: mode === 'omitted' ? 'never' : 'every',
      attendance: mode !== 'omitted',
      unanimous: mode === 'circulation',
      reason: mode === 'omitted',
      conditions:
        mode === 'circulation'
          ? [
              {
                id: 'all-agree',
                kind: 'duty',
                text: { ja: '全員の意見が一致する', en: 'All opinions agree' },
                basis: basis('source'),
              },
            ]
          : [],
      basis: basis('source'),
    })),
    paediatricBelow: 18,
    paediatricBasis: basis('unconfirmed'),
  };
}

/** Stands in for the desk's answer: whoever holds a key is counted for it. */
export function checkOf(args: RecordMeeting): QuorumCheckView {
  const rules = ruleSet();
  const people = args.attendance.map((one) => {
    const member = MEMBERS.find((known) => known.memberId === one.memberId);
    return {
      name: one.name ?? member?.name ?? '',
      keys: one.qualifications ?? member?.qualifications ?? [],
    };
  });
  const inQuestion = (applies: string) =>
    applies === 'always' || (applies === 'ownSequencing' ? args.ownSequencing : args.paediatric) === true;
  const lines: QuorumLineView[] = rules.attendance.map((one) => {
    const holders = people.filter((person) => person.keys.includes(one.key)).map((person) => person.name);
    const asked = inQuestion(one.applies);
    const missing = asked && holders.length === 0 ? 1 : 0;
    return {
      key: one.key,
      word: KNOWLEDGE.qualifications.find(([key]) => key === one.key)?.[1] ?? '',
      applies: one.applies,
      inQuestion: asked,
      needed: one.minimum,
      distinctFields: one.distinctFields,
      fullTime: one.fullTime,
      filledBy: asked ? holders.slice(0, 1) : [],
      alsoElsewhere: [],
      fullTimeNotKnown: [],
      passedOver: asked ? holders.slice(1).map((name) => ({ name, why: 'notNeeded' })) : [],
      missing,
      met: missing === 0,
      certainty: one.basis.certainty,
    };
  });
  const rule = rules.modes.find((one) => one.mode === args.mode)!;
  const gaps = [
    ...(rule.allowed === 'never' ? ['notAllowed'] : []),
    ...(rule.unanimous && args.opinionsAgree !== true
      ? [args.opinionsAgree === false ? 'opinionsDiffer' : 'agreementNotStated']
      : []),
  ];
  const part = args.attending ?? 'present';
  const attendingMet = part !== 'absent';
  const met = attendingMet && gaps.length === 0 && lines.every((line) => line.met);
  return {
    heldOn: args.heldOn ?? '2026-11-22',
    circumstances: {
      ownSequencing: args.ownSequencing ?? false,
      paediatric: args.paediatric ?? false,
      paediatricByAge: args.paediatric === undefined,
      grounds: args.grounds ?? [],
      opinionsAgree: args.opinionsAgree ?? null,
      opinionsByRecord: false,
      tumour: args.tumour ?? null,
      ccatSecondaryFinding: args.ccatSecondaryFinding ?? null,
      usableDrug: args.usableDrug ?? null,
    },
    age: 64,
    paediatricBelow: rules.paediatricBelow,
    quorum: {
      ruleSet: rules.id,
      version: rules.version!,
      name: NAME,
      effectiveFrom: rules.effectiveFrom,
      source: SOURCE,
      edition: 'shipped',
      certainty: 'unconfirmed',
      mostKeys: null,
      mostKeysCertainty: 'unconfirmed',
      lines,
      attending: {
        needed: true,
        informationSuffices: true,
        part,
        names: [],
        met: attendingMet,
        certainty: 'general',
      },
      mode: {
        mode: args.mode,
        allowed: rule.allowed,
        gaps,
        conditions: rule.conditions,
        named: args.grounds ?? [],
        checked: [],
        met: gaps.length === 0,
        certainty: 'source',
      },
      met,
      verdict:
        args.mode === 'omitted'
          ? met
            ? 'omission.may'
            : 'omission.mayNot'
          : met
            ? 'quorum.met'
            : 'quorum.notMet',
    },
  };
}

export function meetingOf(args: RecordMeeting): MeetingView {
  const check = checkOf(args);
  return {
    heldOn: check.heldOn,
    mode: args.mode,
    reason: args.reason ?? null,
    attending: args.attending ?? 'present',
    minutes: args.minutes ?? null,
    attendance: args.attendance.map((one) => ({
      memberId: one.memberId ?? null,
      name: one.name ?? '',
      institution: one.institution ?? null,
      qualifications: one.qualifications ?? [],
      institutionKind: one.institutionKind ?? null,
      field: one.field ?? null,
      fullTime: one.fullTime ?? null,
      role: one.role ?? null,
    })),
    circumstances: check.circumstances,
    quorum: check.quorum,
    sittingId: null,
  };
}

/** The rule-sets, with the site's own version where one was recorded. */
export function ruleSetsOf(recorded: { ruleSet: RuleSetForm; reason: string }[]): RuleSetsView {
  const latest = recorded.at(-1);
  const check = checkOf({
    caseId: '',
    expectedVersion: 1,
    mode: 'realTime',
    attendance: [{ memberId: 'm1' }],
  });
  return {
    composition: check.quorum!.lines,
    sets: [
      {
        ruleSet: latest ? { ...latest.ruleSet, version: `site-${recorded.length}` } : ruleSet(),
        edition: latest ? 'site' : 'shipped',
        inForce: true,
        shipped: ruleSet(),
        history: recorded
          .map((one, i) => ({
            version: `site-${i + 1}`,
            by: ME.name,
            role: 'chair',
            at: '2026-11-22 14:05',
            reason: one.reason,
            ruleSet: one.ruleSet,
          }))
          .reverse(),
      },
    ],
  };
}
