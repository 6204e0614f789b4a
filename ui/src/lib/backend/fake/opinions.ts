import type { AgreementView } from '$lib/bindings/AgreementView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { OpinionsView } from '$lib/bindings/OpinionsView';
import { grade } from './changing';

const AT = '2026-11-22 14:05';
const SUZUKI = { memberId: 'm2', name: '鈴木 一郎', qualifications: ['オ'], lacking: null };
const TAKAHASHI = { memberId: 'm3', name: '高橋 花子', qualifications: ['ウ'], lacking: null };
const who = (one: typeof SUZUKI, role: string) => ({
  memberId: one.memberId,
  name: one.name,
  enteredBy: null,
  role,
  at: AT,
  awaitsConfirmation: false,
  outOfDate: null,
});

/** Two members' opinions, the same or not as the row says. */
export function opinionsOn(row: FindingRow): OpinionsView {
  return {
    blind: false,
    opinions: row.opinions
      ? [
          {
            who: who(SUZUKI, 'member'),
            grade: grade('oncogenicity-2022', 'oncogenic'),
            actionable: true,
            germlineConcern: false,
            suggested: [],
            comment: 'オシメルチニブ既治療。耐性機序の検討が必要。',
          },
          {
            who: who(TAKAHASHI, 'geneticCounsellor'),
            grade: grade('oncogenicity-2022', row.standing === 'differing' ? 'vus' : 'oncogenic'),
            actionable: null,
            germlineConcern: true,
            suggested: [],
            comment: null,
          },
        ]
      : [],
    asked: [SUZUKI, TAKAHASHI],
    standing: row.standing,
  };
}

/** Opinions on the case: one given, one missing. */
export const AGREEMENT: AgreementView = {
  askedByName: false,
  due: null,
  blind: true,
  asked: [SUZUKI, { ...TAKAHASHI, lacking: 'notGiven' }],
  opinions: [],
  standing: null,
  circulation: null,
  reasons: [
    {
      code: 'missing',
      message: { ja: '症例全体への意見がない構成員: 高橋 花子', en: 'no opinion on the case yet: 高橋 花子' },
      findings: [],
    },
  ],
};
